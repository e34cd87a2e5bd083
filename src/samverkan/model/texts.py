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


FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]")
"""A footnote mark in prose, and the id that it cites."""


class AuthoredText(NamedTuple):
    """A text that the author wrote, where it stands, and whether it is prose (light Markdown)."""

    path: KeyPath
    text: str
    is_prose: bool


def texts(model: BaseModel) -> Iterator[AuthoredText]:
    """Give every text in the order of the model: names, titles, prose; not ids, choices, dates or figures."""
    waiting: list[tuple[KeyPath, object, bool]] = [((), model, False)]
    while waiting:
        path, value, is_prose = waiting.pop()
        if isinstance(value, BaseModel):
            fields = _read_by_people(type(value))
            waiting.extend([((*path, key), getattr(value, name), prose) for key, name, prose in reversed(fields)])
        elif isinstance(value, tuple):
            waiting.extend(reversed([((*path, i), item, is_prose) for i, item in enumerate(value)]))
        elif type(value) is str and not is_blank(value):
            yield AuthoredText(path, value, is_prose)


@cache
def _read_by_people(part: type[BaseModel]) -> list[tuple[str, str, bool]]:
    """Give the key, the attribute and whether it is prose, of each field that says something to a reader."""
    return [
        (field.alias or name, name, _is_prose(field))
        for name, field in part.model_fields.items()
        if NAMES_A_PART not in (*field.metadata, *_inner(field)) and get_origin(field.annotation) is not Literal
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
