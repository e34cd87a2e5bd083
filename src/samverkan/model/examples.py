"""How a value is written where it belongs: an example on one line, made from the field's own types and description."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from samverkan.model.base import NAMES_A_PART, Part, TextPart
from samverkan.model.choices import Item, Kind
from samverkan.model.fields import choices_in, keys_of, marks_in, may_be_list, part_at, part_in, types_in
from samverkan.model.links import To
from samverkan.model.mends import as_id
from samverkan.model.terms import Lasting
from samverkan.source.quoting import scalar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

    from samverkan.findings import KeyPath

_BY_TYPE = {
    "CoarseDate": "2026-05-01",
    "Start": "2026",
    "End": "2027",
    "EndOrNext": "2027",
    "Duration": "P1Y",
    "Cadence": "yearly",
    "Decimal": "10",
    "int": "1",
    "bool": "true",
}
_BY_MARK = {
    "code": '"0761"',
    "organisation_number": "202100-0076",
    "fingerprint": "1a2b-3c4d-5e6f-7081",
    "url": "https://www.exempel.se",
    "logo": "logotyp.png",
    "exclude": "utkast/",
    "colour": '"#1f4e79"',
    "logos": "{polisen: polisen.png}",
    "rules": "{goal-without-deadline: warning}",
}
_BY_PART = {
    "Party": "{id: polisen, type: police, name: Lokalpolisområde Falun}",
    "FigureSpan": "2024",
    "Reporting": "{to: kommunstyrelsen, cadence: yearly}",
}
"""Parts whose keys would say different things of what they are, or that are seldom written, each with an example."""
_OF_DOCUMENT = {"id": "{name}-2026", "title": "{title} för Falu kommun"}
"""What a document's own keys may hold, made of what its kind is called."""
_MAIN_KEYS = ("title", "text", "name", "term", "body", "role")
_LONGEST = 60


@cache
def example(part: type[BaseModel], key: str) -> str:
    """Write what may stand after a key, in braces and brackets where it is more than one value.

    Args:
        part: the part that has the key.
        key: the key.
    """
    field = keys_of(part)[key]
    if (kind := _kind_of(part)) and key in _OF_DOCUMENT:
        return _OF_DOCUMENT[key].format(name=as_id(kind.sv), title=kind.sv.capitalize())
    one = _one(field, key)
    return f"[{one}]" if takes_list_only(field) else one


def _kind_of(part: type[BaseModel]) -> Kind | None:
    """Give the kind of document that a part is the whole of; None for others."""
    named = choices_in(keys_of(part)["kind"].annotation) if {"kind", "samverkan"} <= set(keys_of(part)) else []
    return next((kind for kind in Kind if [kind.value] == [name for name, _ in named]), None)


@cache
def example_item(part: type[BaseModel], key: str) -> str:
    """Write what may stand in a list after a key: one item of it."""
    return _one(keys_of(part)[key], key)


def takes_list_only(field: FieldInfo) -> bool:
    """Tell whether a field takes a list and nothing else."""
    return may_be_list(field.annotation) and not any(
        type(mark).__name__ == "BeforeValidator" for mark in field.metadata
    )


def _one(field: FieldInfo, key: str) -> str:
    to = next((mark for mark in (*field.metadata, *marks_in(field.annotation)) if isinstance(mark, To)), None)
    if to is not None:
        return _reference(to)
    part = part_in(field.annotation)
    return _value(field, key) if part is None else _part(part)


def _value(field: FieldInfo, key: str) -> str:
    """Write one value that is no part and no reference."""
    if choices := choices_in(field.annotation):
        return choices[0][0]
    names = (kind.__name__ for kind in types_in(field.annotation) if isinstance(kind, type))
    if named := next((_BY_TYPE[name] for name in names if name in _BY_TYPE), ""):
        return named
    if NAMES_A_PART in [*field.metadata, *marks_in(field.annotation)] and key not in _BY_MARK:
        return as_id(_words(field)) if "till exempel" in (field.description or "") else "ett-id"
    return _BY_MARK.get(key) or scalar(_words(field))


def _reference(to: To) -> str:
    if Item.PARTY in to.items:
        return "kommunen"
    return "ett-id" if to.items else f"{as_id(to.kinds[0].sv)}-2024"


def _part(part: type[Part]) -> str:
    """Write a part with the keys that it must have, its id and what it is called."""
    if issubclass(part, Lasting):
        return "{from: 2024, until: 2027}"
    if whole := _BY_PART.get(part.__name__):
        return whole
    keys, texts = keys_of(part), _texts_of(part)
    said = {key: example(part, key) for key in _shown_keys(part, texts)}
    if said.get("id") == "ett-id" and texts:
        said["id"] = as_id(_words(keys[texts[0]]).split()[0], "ett-id")
    return "{" + ", ".join(f"{key}: {value}" for key, value in said.items()) + "}"


def _texts_of(part: type[Part]) -> list[str]:
    """Give the keys of a part that say what it is, the likeliest first."""
    own = part.text_key if issubclass(part, TextPart) else ""
    return [key for key in (own, *_MAIN_KEYS) if key in keys_of(part)]


def _shown_keys(part: type[Part], texts: Sequence[str]) -> list[str]:
    """Give the keys that an example shows: those that a part must have, its id, and what it says."""
    keys = keys_of(part)
    required = [key for key, field in keys.items() if field.is_required()] or _one_of(part)
    wanted = {*required, *([] if required else texts[:1]), *(["id"] if texts else [])}
    return [key for key in keys if key in wanted] or [next(iter(keys))]


def _one_of(part: type[Part]) -> list[str]:
    """Give the first of the keys of which a part must have one."""
    extra = part.model_config.get("json_schema_extra")
    choices = extra.get("anyOf") if isinstance(extra, dict) else None
    first = choices[0] if isinstance(choices, list) else None
    keys = first.get("required") if isinstance(first, dict) else None
    return [str(key) for key in keys] if isinstance(keys, list) else []


def _words(field: FieldInfo) -> str:
    """Give the text that the description of a field has for an example, or else its title."""
    match = re.search(r"(?:[Tt]ill exempel|exempelvis):? ((?:[^.;]|\.(?=\S))+)", field.description or "")
    text = re.split(r",? (?:för|om|eller|och|när) |: |, ", match[1])[0].strip() if match else field.title or ""
    return (text if 0 < len(text) <= _LONGEST and "`" not in text else field.title or "text").strip("”“\"'")


def own_value(root: type[BaseModel], path: KeyPath) -> str:
    """Write what may stand after a key that the author chooses; empty where no such keys belong.

    Args:
        root: the model of the whole document.
        path: where the keys stand.
    """
    around = part_at(root, path[:-1])
    written = example(around, str(path[-1])) if around and path and path[-1] in keys_of(around) else ""
    return written.strip("{}").partition(": ")[2]


def pair(part: type[BaseModel], key: str) -> str:
    """Write a key and what may stand after it, on one line."""
    return f"{key}: {example(part, key)}"


def item_line(part: type[BaseModel], key: str) -> str:
    """Write a line of the list that belongs after a key."""
    return f"- {example_item(part, key)}"
