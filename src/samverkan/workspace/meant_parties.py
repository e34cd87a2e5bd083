"""The party that a text names otherwise than by its id: by a word of its name, by what it is, or several at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.model.choices import Item
from samverkan.model.parties import Party
from samverkan.words.groups import is_role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from samverkan.findings import KeyPath
    from samverkan.model.links import To
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_LEAST_WORD = 4
_BODIES = {
    "police": re.compile(
        r"(?:[^\W\d_]{0,20}|lokal)polis(?:en|chef(?:en)?|område(?:t|schef(?:en)?)?|myndigheten)?|lpo|lpoc"
    ),
    "municipality": re.compile(
        r"kommun(?:en|styrelsen?|fullmäktige|direktör(?:en)?|chef(?:en)?|ledning(?:en)?|strateg(?:en)?)"
        r"|[^\W\d_]{0,30}(?:nämnd(?:en)?|förvaltning(?:en)?|kontoret|avdelningen)|socialtjänst(?:en)?|ks|kf"
        r"|(?:elev|skol)hälsan?|[^\W\d_]{0,20}skolan|fritidsgården|fältgruppen"
    ),
}
"""Words for bodies and offices of parties, by the type of the party."""
_NONE = re.compile(r"(?!)")
_BETWEEN_NAMES = frozenset({"i", "på", "av", "för", "vid", "inom", "från", "och", "den", "det", "s", "in", "of", "the"})
_OF_OTHERS = (
    "region",
    "länsstyrelse",
    "räddningstjänst",
    "landsting",
    "förening",
    "bostadsbolag",
    "kvinnojour",
    "kyrka",
)
"""What words begin with that name somebody else than a municipality or the police."""
_OF_BODIES = re.compile(
    r"(?:ab|hb|kb|brf|ideell|bostäder|hyresbostäder|\w{0,30}(?:bolag|företag|förening|förbund|fastigheter|kooperativ)"
    r"|\w{0,20}stiftelse|\w{0,20}församling)(?:et|en|n|s|ets|ens)?"
)
"""Words that name a company or another body of its own, also where the municipality's name is in its name."""
_OF_TYPE = {"police": ("polis", "lpo", "lokalpolis"), "municipality": ("kommun", "stad", "municipal")}


def party_in(written: str, to: To | None, workspace: Workspace) -> str:
    """Give the one party whose id a word or a role holds, as ”Kommunpolisen” does; empty where no party belongs.

    Args:
        written: the text.
        to: what belongs in its place.
        workspace: the workspace.
    """
    if to is None or Item.PARTY not in to.items:
        return ""
    words = re.findall(r"[^\W\d_]+", written.casefold())
    held = {name for name in ids_of_parties(workspace) if name in written.casefold()}
    if len(held) == 1 and (not _others(words) or _is_called(next(iter(held)), _others(words), workspace)):
        return held.pop()
    return next((found.pop() for found in _parties_like(written, workspace) if len(found) == 1), "")


def party_of(written: str, near: Sequence[Document]) -> str:
    """Give the one party of some documents that a word for one of its bodies means: ”kommunpolisen”, ”socialnämnden”.

    Args:
        written: the word.
        near: the documents.
    """
    said, parties = written.casefold(), _parties_of(near)
    if said in parties:
        return said
    held = {name for name in parties if len(name) >= _LEAST_WORD and said.endswith(name)}
    found = held or {name for name, part in parties.items() if _BODIES.get(part.type.value, _NONE).fullmatch(said)}
    return found.pop() if len(found) == 1 else ""


def parties_of(near: Sequence[Document]) -> dict[str, str]:
    """Give the parties of some documents: the id of each with its name.

    Args:
        near: the documents.
    """
    return {name: part.name for name, part in _parties_of(near).items()}


def _parties_of(near: Sequence[Document]) -> dict[str, Party]:
    named = (pair for one in near for pair in one.items.items())
    return {name: place.part for name, place in named if isinstance(place.part, Party)}


def _parties_like(written: str, workspace: Workspace) -> Iterator[set[str]]:
    """Give the parties whose names have a word of a text, ”Exempel” of ”LPO Exempel”, and those of a type it names."""
    words = re.findall(r"[^\W\d_]+", written.casefold())
    long = {word for word in words if len(word) >= _LEAST_WORD}
    others = _others(words)
    parties = dict(_parties(workspace))
    named = {name: part for name, part in parties.items() if set(others) <= set(part.name.casefold().split())}
    yield {name for name, part in named.items() if _holds(part, long) and not _unlike(words, part)}
    yield {name for name, part in named.items() if any(map(_is_of_type(part), words))}


def _holds(party: Party, words: set[str]) -> bool:
    return bool(words.intersection(party.name.casefold().split()))


def _unlike(words: Sequence[str], party: Party) -> list[str]:
    """Give the words that are neither of a party's name nor for what it is, its bodies or its offices."""
    own, is_of_type, body = party.name.casefold().split(), _is_of_type(party), _BODIES.get(party.type.value, _NONE)
    return [
        word
        for word in words
        if not (word in own or word in _BETWEEN_NAMES or is_of_type(word) or body.fullmatch(word) or is_role(word))
    ]


def names_another(written: str) -> bool:
    """Tell whether a text names somebody else than a municipality or the police: ”Region Exempel”."""
    return bool(_others(re.findall(r"[^\W\d_]+", written.casefold())))


def _others(words: Sequence[str]) -> list[str]:
    return [word for word in words if word.startswith(_OF_OTHERS) or _OF_BODIES.fullmatch(word)]


def _is_called(party: str, words: Sequence[str], workspace: Workspace) -> bool:
    """Tell whether some words are of a party's name."""
    return any(name == party and set(words) <= set(part.name.casefold().split()) for name, part in _parties(workspace))


def _parties(workspace: Workspace) -> Iterator[tuple[str, Party]]:
    for document in workspace.documents:
        yield from ((name, place.part) for name, place in document.items.items() if isinstance(place.part, Party))


def _is_of_type(party: Party) -> Callable[[str], bool]:
    begun = _OF_TYPE.get(party.type.value, ())
    return lambda word: word.startswith(begun)


def parties_in(written: str, to: To | None, path: KeyPath, workspace: Workspace) -> list[str]:
    """Give the ids of parties that a text names one after the other with spaces between; empty where one is none.

    Args:
        written: the text.
        to: what belongs in its place.
        path: the place.
        workspace: the workspace.
    """
    names = written.casefold().split()
    is_listed = to is not None and Item.PARTY in to.items and len(names) > 1 and isinstance(path[-1], str)
    return names if is_listed and ids_of_parties(workspace).issuperset(names) else []


def ids_of_parties(workspace: Workspace) -> set[str]:
    """Give the ids of the parties of all documents in a workspace."""
    return {name for one in workspace.documents for name, place in one.items.items() if place.item is Item.PARTY}
