"""What may be written where, in words: the keys of a part, the values of a key, and what a reference may lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samverkan.model.choices import Kind
from samverkan.model.fields import choices_in, field_at, keys_of, marks_in, part_at, part_in, types_in
from samverkan.model.kinds import KINDS, SETTINGS, model_of
from samverkan.model.links import To
from samverkan.model.settings import Settings

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

    from samverkan.findings import KeyPath

_YES_AND_NO = (("true", "ja"), ("false", "nej"))
_FIRST = ("samverkan", "kind", "id", "title")


class DescribedKey(NamedTuple):
    """A key that may be written in a part.

    Attributes:
        key: the key.
        title: its Swedish title.
        description: what it is for, in Swedish.
        is_required: whether it must be there.
        holds_parts: whether further keys belong under it.
    """

    key: str
    title: str
    description: str
    is_required: bool
    holds_parts: bool


def keys_at(kind: str, path: KeyPath) -> list[DescribedKey]:
    """Give the keys that may be written in the part at a place, in the order of the schema; none where no part is.

    Args:
        kind: the document's kind; for any other word, only what every document begins with is known.
        path: the place.
    """
    model = _model(kind)
    part = part_at(model, path) if model else None
    if model is None and not path:
        every = keys_of(model_of(Kind.AGREEMENT))
        return [_described(key, every[key]) for key in _FIRST]
    return [_described(key, field) for key, field in keys_of(part).items()] if part else []


def key_at(kind: str, path: KeyPath) -> DescribedKey | None:
    """Describe the key that a path ends with; None where it is none."""
    named = tuple(step for step in path if isinstance(step, str))
    return next((one for one in keys_at(kind, named[:-1]) if named and one.key == named[-1]), None)


def values_at(kind: str, path: KeyPath) -> tuple[tuple[str, str], ...]:
    """Give the values that may stand at a place, each with its Swedish name; empty where any text may."""
    if path == ("kind",):
        return tuple((one.value, one.sv) for one in Kind if one in KINDS)
    field = _field(kind, path)
    if field is None:
        return (("1", ""),) if path == ("samverkan",) else ()
    return choices_in(field.annotation) or (_YES_AND_NO if bool in types_in(field.annotation) else ())


def leads_at(kind: str, path: KeyPath) -> To | None:
    """Tell what a reference at a place may lead to; None where no reference may stand."""
    field = _field(kind, path)
    marks = [*field.metadata, *marks_in(field.annotation)] if field else []
    return next((mark for mark in marks if isinstance(mark, To)), None)


def _field(kind: str, path: KeyPath) -> FieldInfo | None:
    model = _model(kind)
    return field_at(model, path) if model else None


def _model(kind: str) -> type[BaseModel] | None:
    if kind == SETTINGS:
        return Settings
    return model_of(kind) if kind in KINDS else None


def _described(key: str, field: FieldInfo) -> DescribedKey:
    holds_parts = part_in(field.annotation) is not None
    return DescribedKey(key, field.title or key, field.description or "", field.is_required(), holds_parts)
