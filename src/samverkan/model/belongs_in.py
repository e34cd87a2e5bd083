"""A word at the top of a document for what belongs in one of its parts: a case number of a party, terms of ending."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.findings import Mend, MendKind
from samverkan.model.choices import PartyType
from samverkan.model.fields import keys_of, part_at
from samverkan.model.meant_under import mend_under
from samverkan.model.mends import accepts_whole
from samverkan.model.remarks import remark, shown, value_at
from samverkan.model.synonyms import keys_called
from samverkan.source.quoting import scalar

if TYPE_CHECKING:
    from pydantic import BaseModel

    from samverkan.findings import KeyPath, Remark

_CASE_NUMBER = "case_number"
_TITLE = "diarienummer"
_FORMS = {
    PartyType.POLICE: re.compile(r"A ?[0-9]{3}[. ][0-9]{3}/[0-9]{4}\b"),
    PartyType.MUNICIPALITY: re.compile(
        r"(?:[A-ZÅÄÖ]{2,8}[ -]?)?(?:20)?[0-9]{2}[/:-][0-9]{1,6}\b|[A-ZÅÄÖ]{2,8}[ /-][0-9]"
    ),
}
"""The forms of case numbers: ”A123.456/2026” of the police, ”KS 2026/318” of a municipality."""
_PARTS = ("validity", "follow_up", "signatures")
_OF_MANY = frozenset({"text", "when", "note", "dates", "date", "from", "until", "where", "sources", "cadence", "place"})
_HOLDERS = ("parties", "decisions")
"""The lists whose items have a case number: that of a party where there are some, or else that of a decision."""
_MOST_READ = 200


def belonging_in(path: KeyPath, model: type[BaseModel], data: Any) -> Remark | None:
    """Say in which part of a document a word at its top belongs with its text; None where there is none, or several.

    Args:
        path: the word, which is no key of the document.
        model: the model of the whole document.
        data: the plain data of the document.
    """
    value = value_at(data, path)
    if len(path) > 1 or not _is_line(value):
        return None
    word = str(path[0]).strip().casefold()
    found = [(part, key) for part in _PARTS if part in keys_of(model) for key in _keys_called(word, part, model)]
    part, key = found[0] if len(found) == 1 else ("", "")
    if not part or key in (data.get(part) or {}):
        return None
    pair = _pair(key, value, part_at(model, (part,)) or model)
    return _said(path, part, pair, model) if pair else None


def in_its_part(made: Remark, place: str, model: type[BaseModel], data: Any) -> Remark:
    """Say how a text is written in the part that its key belongs in, where it cannot stand there as it is.

    Args:
        made: what is said of the key.
        place: the part, by its key at the top.
        model: the model of the whole document.
        data: the plain data of the document.
    """
    value, part, key = value_at(data, made.path), part_at(model, (place,)), str(made.path[-1])
    if len(made.path) > 1 or not _is_line(value) or part is None or place not in _PARTS:
        return made
    pair = _pair(key, value, part)
    return _said(made.path, place, pair, model) if pair and not accepts_whole(part, (key,), value) else made


def _is_line(value: Any) -> bool:
    return isinstance(value, str) and "\n" not in value and len(value) <= _MOST_READ


def _said(path: KeyPath, part: str, pair: str, model: type[BaseModel]) -> Remark:
    title = keys_of(model)[part].title or part
    said = remark("unknown-key-of-part", path, at_key=True, key=shown(path[-1]), place=part, title=title)
    return replace(said, mend=Mend(f"{part}\n{pair}", MendKind.PUT_IN))


def _keys_called(word: str, part: str, model: type[BaseModel]) -> list[str]:
    """Give the keys of a part that a word is the title of, or is used for: none of those that many parts have."""
    own = {key: field for key, field in keys_of(part_at(model, (part,)) or model).items() if key not in _OF_MANY}
    titled = [key for key, field in own.items() if word in {key, (field.title or "").casefold()}]
    return titled or keys_called(word, own)[:1]


def case_number_at_top(path: KeyPath, model: type[BaseModel], data: Any) -> Remark | None:
    """Say where a case number belongs: with the party that its form tells of, or the one that may have it.

    Args:
        path: the word for it, which is no key of the document.
        model: the model of the whole document.
        data: the plain data of the document.
    """
    value, word = value_at(data, path), str(path[-1]).strip().casefold()
    if len(path) > 1 or not _is_line(value):
        return None
    if word not in {_CASE_NUMBER, _TITLE} and not keys_called(word, [_CASE_NUMBER]):
        return None
    holders = sorted((own for own in _HOLDERS if own in keys_of(model)), key=lambda own: not data.get(own))
    if not holders:
        return None
    holder = holders[0]
    places = _holders(value, _without_number(data.get(holder)))
    pair = f"{_CASE_NUMBER}: {scalar(value)}"
    title = keys_of(model)[holder].title or holder
    said = remark("case-number-of-part", path, at_key=True, key=shown(path[0]), list=holder, title=title, line=pair)
    return replace(said, mend=Mend(f"{holder}.{places[0]}\n{pair}", MendKind.PUT_IN)) if len(places) == 1 else said


def _without_number(items: Any) -> list[tuple[int, dict[str, Any]]]:
    mappings = [(i, one) for i, one in enumerate(items) if isinstance(one, dict)] if isinstance(items, list) else []
    return [(i, one) for i, one in mappings if _CASE_NUMBER not in one]


def _holders(value: str, free: list[tuple[int, dict[str, Any]]]) -> list[int]:
    """Give the positions of those that a case number may be of: of the type of party that its form tells of, if any."""
    kind = next((kind for kind, form in _FORMS.items() if form.match(value.strip())), None)
    of_kind = [i for i, one in free if one.get("type") == kind]
    return of_kind or [i for i, _ in free]


def _pair(key: str, value: str, part: type[BaseModel]) -> str:
    """Write a text as the value of a key of a part; empty where that cannot be told."""
    if accepts_whole(part, (key,), value):
        return f"{key}: {scalar(value)}"
    mend = mend_under(key, (key,), part, {key: value})
    return str(mend.text) if mend is not None and "\n" not in str(mend.text) and not mend.is_example else ""
