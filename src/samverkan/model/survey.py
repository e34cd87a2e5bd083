"""What a document's model holds: its parts, its texts and its references, each with its place, gathered in one walk."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel

from samverkan.escape import is_blank
from samverkan.model.base import Part
from samverkan.model.dates import End, EndOrNext, Start
from samverkan.model.fields import types_in
from samverkan.model.links import Link, To, leads_in
from samverkan.model.texts import AuthoredText, read_as_prose

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from samverkan.findings import KeyPath


_TIMES = (Start, End, EndOrNext)
"""What may be said in words that no clock can count."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What a model holds, in the order of the model.

    Attributes:
        parts: every part with its place, the document itself first.
        links: every reference; words for groups of parties are left out.
        texts: every text: names, titles, prose; not ids, choices, dates or figures.
    """

    parts: list[tuple[KeyPath, Part]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    texts: list[AuthoredText] = field(default_factory=list)


def survey(model: Part) -> Survey:
    """Gather what a document, or a part of one, holds."""
    found = Survey()
    _take_part(model, (), found)
    return found


def _take_part(part: Part, path: KeyPath, found: Survey) -> None:
    found.parts.append((path, part))
    values = part.__dict__
    for what in _telling(type(part)):
        value = values[what.name]
        if value is not None and value != ():
            _take(value, (*path, what.key), what, found)


def _take(value: object, path: KeyPath, what: _Telling, found: Survey) -> None:
    if isinstance(value, str):
        if what.to is not None and value not in what.to.words:
            found.links.append(Link(path, value, what.to))
        if what.is_prose is not None and type(value) is str and not is_blank(value):
            found.texts.append(AuthoredText(path, value, what.is_prose))
    elif type(value) is tuple:
        for i, item in enumerate(value):
            _take(item, (*path, i), what, found)
    elif isinstance(value, Part):
        _take_part(value, path, found)
    elif isinstance(value, _TIMES) and value.said:
        found.texts.append(AuthoredText(path, value.said, is_prose=False))


class _Telling(NamedTuple):
    """A field that holds parts, texts or references: its key, its attribute, whether it is prose, what it leads to."""

    key: str
    name: str
    is_prose: bool | None
    to: To | None


@cache
def _telling(part: type[BaseModel]) -> tuple[_Telling, ...]:
    return tuple(
        _Telling(field.alias or name, name, read_as_prose(field), leads_in(field))
        for name, field in part.model_fields.items()
        if _may_tell(field)
    )


def _may_tell(field: FieldInfo) -> bool:
    """Tell whether a field can hold a text or a part, rather than choices, dates and figures alone."""
    return any(
        found is str or not isinstance(found, type) or issubclass(found, (BaseModel, *_TIMES))
        for found in types_in(field.annotation)
    )
