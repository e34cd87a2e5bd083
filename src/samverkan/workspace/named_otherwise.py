"""What a reference names otherwise than by its id or its name: a case number, an address, a name with its day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from samverkan.model.choices import Item
from samverkan.workspace.meant_parties import party_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from samverkan.model.links import To
    from samverkan.workspace.document import Document, Place
    from samverkan.workspace.workspace import Workspace

_CASE = re.compile(r"\A(?:(?:dnr|diarienr|diarienummer|ärende)[.:]? )?([^\W_].{0,40}[0-9])\Z", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?((?:[\w-]{1,60}\.){1,4}[a-zåäö]{2,20})(?:/\S*)?", re.IGNORECASE)
_TOGETHER = re.compile(
    r" (?:tillsammans med|ihop med|gemensamt med|i (?:samverkan|samarbete) med|jämte|together with) ", re.IGNORECASE
)
_LEAST = 2
_LEAST_LETTERS = 4
_LONGEST_ENDING = 5
_OF_SEVERAL = re.compile(r"[,;/#()]| och | samt | & ")


def named_otherwise(written: str, to: To | None, near: Sequence[Document], workspace: Workspace) -> str:
    """Give what a reference leads to that says neither an id nor a name; empty where nothing fits, or several do.

    Args:
        written: the reference.
        to: what it is to lead to.
        near: the document that it stands in, and those that this names.
        workspace: the workspace.
    """
    if to is None:
        return ""
    found = {*_by_case_number(written, to, workspace)} or {*_without_day(written, to, near)}
    found = found or {*_by_address(written, to, near)} or {*_by_words(written, to, near)}
    return found.pop() if len(found) == 1 else ""


def together_said(written: str, to: To | None, near: Sequence[Document]) -> list[str]:
    """Give the parties that act together, as ”kommunen tillsammans med polisen” says: `jointly` for all there are.

    Args:
        written: the reference.
        to: what it is to lead to.
        near: the document that it stands in, and those that this names.
    """
    each = _TOGETHER.split(written) if to is not None and Item.PARTY in to.items else []
    names = [party_of(one.strip(), near) for one in each]
    if len(names) < _LEAST or not all(names) or to is None:
        return []
    are_all = {*names} == {name for name, _ in _parts(near, (Item.PARTY,))}
    return ["jointly"] if are_all and "jointly" in to.words else names


def says_together(written: str) -> bool:
    """Tell whether a text names some who act together, of whom none is to be lost."""
    return _TOGETHER.search(written) is not None


def is_address(written: str) -> bool:
    """Tell whether a text is an address on the web, from which no id is to be made."""
    return _ADDRESS.fullmatch(written) is not None


def _parts(near: Sequence[Document], items: tuple[Item, ...]) -> Iterator[tuple[str, Place]]:
    for one in near:
        yield from ((name, place) for name, place in one.items.items() if place.item in items)


def _by_case_number(written: str, to: To, workspace: Workspace) -> Iterator[str]:
    """Give the documents that a case number is written in, of the kinds that belong in a place."""
    case = _CASE.match(written) if to.kinds and "/" in written else None
    for document in workspace.documents if case else ():
        if document.id and document.kind in to.kinds and case and _bare(case[1]) in _case_numbers(document.data):
            yield document.id


def _case_numbers(data: Any) -> Iterator[str]:
    """Give the case numbers in plain data, whatever part they are of."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        if key == "case_number" and isinstance(value, str):
            yield _bare(value)
        yield from _case_numbers(value)


def _bare(text: str) -> str:
    return "".join(text.split()).casefold()


def _without_day(written: str, to: To, near: Sequence[Document]) -> Iterator[str]:
    """Give the parts whose id or name is a text without the day in it: ”Medarbetardialog 2026-02-04”."""
    from samverkan.model.meant_times import date_apart  # noqa: PLC0415 - heavy, and only for what is wrong
    from samverkan.model.mends import as_id  # noqa: PLC0415 - likewise

    _, said = date_apart(written)
    for name, place in _parts(near, to.items) if said else ():
        if as_id(said) == name or (place.part is not None and place.part.own_name.casefold() == said.casefold()):
            yield name


def _by_words(written: str, to: To, near: Sequence[Document]) -> Iterator[str]:
    """Give the parts whose own words hold all that are written: the channel ”Dialoger, möten och samtal”.

    Words in another form count too, ”dialogen” for ”dialog”, and so does an id that one of them begins with.
    """
    words = {word for word in re.findall(r"\w+", written.casefold()) if len(word) >= _LEAST_LETTERS}
    is_one = Item.PARTY not in to.items and not _OF_SEVERAL.search(written)
    for name, place in _parts(near, to.items) if len(words) >= _LEAST else ():
        part = place.part
        own = f"{part.own_name} {part.own_text or ''}" if part is not None else ""
        named = re.findall(r"\w+", own.casefold())
        if words.issubset(named) or (is_one and _are_of(words, name, named)):
            yield name


def _are_of(words: Collection[str], name: str, named: Sequence[str]) -> bool:
    """Tell whether one of some words is an id with an ending, or all are forms of words that a part is called by."""
    return any(_begins_with(word, name) for word in words) or all(_is_among(word, named) for word in words)


def _is_among(word: str, words: Sequence[str]) -> bool:
    """Tell whether a word is one of some, or a form of one with an ending more or less."""
    return any(word == own or _begins_with(word, own) or _begins_with(own, word) for own in words)


def _begins_with(word: str, stem: str) -> bool:
    """Tell whether a word is a stem with an ending after it."""
    return len(stem) > _LEAST_LETTERS and word.startswith(stem) and 0 < len(word) - len(stem) <= _LONGEST_ENDING


def _by_address(written: str, to: To, near: Sequence[Document]) -> Iterator[str]:
    """Give the parts in which an address stands: the channel that is known by its text."""
    address = _ADDRESS.fullmatch(written)
    for one in near if address else ():
        for name, place in one.items.items():
            held = one.value_at(place.path) if place.item in to.items else None
            texts = held.values() if isinstance(held, dict) else ()
            if address and any(address[1].casefold() in str(text).casefold() for text in texts):
                yield name
