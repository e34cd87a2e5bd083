"""The texts of a document, and what is not text in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple, get_origin

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


def read_as_prose(field: FieldInfo) -> bool | None:
    """Tell whether a field's texts are prose; None where it says nothing to a reader: choices, names of parts."""
    if get_origin(field.annotation) is Literal or NAMES_A_PART in {*field.metadata, *_inner(field)}:
        return None
    return _is_prose(field)


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
