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
    from collections.abc import Callable

    from pydantic.fields import FieldInfo

    from samverkan.findings import KeyPath

    _TellingOf = Callable[[type[BaseModel]], tuple["_Telling", ...]]

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
    _take_part(model, (), found, _telling)
    return found


def links_of(model: Part) -> list[Link]:
    """Gather the references alone that a document makes, as `survey` does: most parts can hold none."""
    found = Survey()
    _take_part(model, (), found, _leading)
    return found.links


def _take_part(part: Part, path: KeyPath, found: Survey, telling: _TellingOf) -> None:
    found.parts.append((path, part))
    values = part.__dict__
    for what in telling(type(part)):
        if value := values[what.name]:
            _take(value, (*path, what.key), what, found, telling)


def _take(value: object, path: KeyPath, what: _Telling, found: Survey, telling: _TellingOf) -> None:
    if type(value) is tuple:
        for i, item in enumerate(value):
            _take(item, (*path, i), what, found, telling)
    elif isinstance(value, str):
        if what.to is not None and value not in what.to.words:
            found.links.append(Link(path, value, what.to))
        if what.is_prose is not None and type(value) is str and not is_blank(value):
            found.texts.append(AuthoredText(path, value, what.is_prose))
    elif isinstance(value, Part):
        _take_part(value, path, found, telling)
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


@cache
def _leading(part: type[BaseModel]) -> tuple[_Telling, ...]:
    """Give the fields that may hold references, or parts that do."""
    return tuple(what for what in _telling(part) if what.to is not None or _leads_below(part, what.name))


def _leads_below(part: type[BaseModel], name: str) -> bool:
    """Tell whether what is in a field, or in what that is made of, may hold references."""
    waiting, seen = _parts_in(part.model_fields[name]), set[type[BaseModel]]()
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        if any(leads_in(field) is not None for field in one.model_fields.values()):
            return True
        waiting += [inner for field in one.model_fields.values() for inner in _parts_in(field)]
    return False


def _parts_in(field: FieldInfo) -> list[type[BaseModel]]:
    found = types_in(field.annotation)
    return [one for one in found if isinstance(one, type) and issubclass(one, BaseModel)]


def _may_tell(field: FieldInfo) -> bool:
    """Tell whether a field can hold a text or a part, rather than choices, dates and figures alone."""
    return any(
        found is str or not isinstance(found, type) or issubclass(found, (BaseModel, *_TIMES))
        for found in types_in(field.annotation)
    )
