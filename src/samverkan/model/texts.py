"""Every text of a document with its place."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple, get_origin

from pydantic import BaseModel

from samverkan.escape import is_blank
from samverkan.model.base import NAMES_A_PART

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

    from samverkan.findings import KeyPath


FOOTNOTE = re.compile(r"\[\^([^\[\]\s]+)\]")
"""A footnote mark in prose, and the id that it cites."""


_MARKS = re.compile(r"\[\^[^\[\]\s]+\]|\*\*|__|`|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")
_LINK = re.compile(r"\[([^\[\]]+)\]\([^()\s]*\)")


def without_marks(prose: str) -> str:
    """Give light Markdown as plain text on one line: without footnote marks and emphasis, and of links their words."""
    return " ".join(_MARKS.sub("", _LINK.sub(r"\1", prose)).split())


class AuthoredText(NamedTuple):
    """A text that the author wrote, where it stands, and whether it is prose (light Markdown)."""

    path: KeyPath
    text: str
    is_prose: bool


def texts(model: BaseModel) -> Iterator[AuthoredText]:
    """Give every text in the order of the model: names, titles, prose; not ids, choices, dates or figures."""
    waiting: list[tuple[KeyPath, object, FieldReading]] = [((), model, FieldReading(is_prose=False))]
    while waiting:
        path, value, reading = waiting.pop()
        if isinstance(value, BaseModel):
            fields = _read_by_people(type(value))
            waiting.extend([((*path, key), getattr(value, name), found) for key, name, found in reversed(fields)])
        elif isinstance(value, tuple):
            waiting.extend(reversed([((*path, i), item, reading) for i, item in enumerate(value)]))
        elif type(value) is str and not reading.names_a_part and not is_blank(value):
            yield AuthoredText(path, value, reading.is_prose)


class FieldReading(NamedTuple):
    """How people read the texts of a field: as prose, or not at all, for they name parts of documents."""

    is_prose: bool
    names_a_part: bool = False


@cache
def _read_by_people(part: type[BaseModel]) -> list[tuple[str, str, FieldReading]]:
    """Give the key, the attribute and how it is read, of each field that says something to a reader.

    A field that names parts may hold a part instead, which has texts of its own.
    """
    return [
        (field.alias or name, name, FieldReading(_is_prose(field), NAMES_A_PART in {*field.metadata, *_inner(field)}))
        for name, field in part.model_fields.items()
        if get_origin(field.annotation) is not Literal
    ]


def _is_prose(field: FieldInfo) -> bool:
    described = [field.json_schema_extra, *(getattr(inner, "json_schema_extra", None) for inner in _inner(field))]
    return any(isinstance(extra, dict) and "contentMediaType" in extra for extra in described)


def _inner(field: FieldInfo) -> Iterator[object]:
    """Give what annotates the types inside the field's own: `Prose | None`, `tuple[Prose, ...]`."""
    waiting: list[object] = [field.annotation]
    while waiting:
        annotation = waiting.pop()
        yield from getattr(annotation, "__metadata__", ())
        waiting.extend(getattr(annotation, "__args__", ()))
