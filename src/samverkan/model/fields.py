"""What a model may hold where: its keys, their Swedish titles and their closed lists of values."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from samverkan.findings import KeyPath
from samverkan.model.base import Part, TextPart
from samverkan.model.choices import Choice, Item


@cache
def keys_of(part: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """Look up the fields of a part by the keys that a file writes, in the order of the schema."""
    return {field.alias or name: field for name, field in part.model_fields.items()}


def key_of(part: BaseModel, attribute: str) -> str:
    """Give the key by which a file writes an attribute of a part: `from` for `start`."""
    return type(part).model_fields[attribute].alias or attribute


def types_in(annotation: Any) -> Iterator[Any]:
    """Give the types that an annotation is made of, leaving out what wraps them: unions, tuples, annotations."""
    if isinstance(annotation, type) and get_origin(annotation) is None:
        yield annotation
    elif get_origin(annotation) in {Annotated, tuple, Union, types.UnionType}:
        for inner in get_args(annotation)[: 1 if get_origin(annotation) is Annotated else None]:
            yield from types_in(inner)
    elif get_origin(annotation) is Literal:
        yield annotation


def may_be_list(annotation: object) -> bool:
    """Tell whether an annotation allows a list, alone or beside one value."""
    return get_origin(annotation) is tuple or any(map(may_be_list, get_args(annotation)))


def item_of(part: type[BaseModel] | None) -> Item | None:
    """Give what a part is, of those that can be referred to; None for any other, and for no part."""
    return part.item if part is not None and issubclass(part, Part) else None


def part_at(root: type[BaseModel], path: KeyPath) -> type[BaseModel] | None:
    """Find the class of the part that belongs at a path; None where a plain value does, or nothing."""
    part: type[BaseModel] | None = root
    for step in path:
        if isinstance(step, int):
            continue
        if part is None or step not in keys_of(part):
            return None
        part = _part_under(part, step)
    return part


@cache
def _part_under(part: type[BaseModel], key: str) -> type[BaseModel] | None:
    return part_in(keys_of(part)[key].annotation)


def field_at(root: type[BaseModel], path: KeyPath) -> FieldInfo | None:
    """Find the field that belongs at a path; None where nothing does."""
    steps = [step for step in path if isinstance(step, str)]
    around = part_at(root, tuple(steps[:-1])) if steps else None
    return keys_of(around).get(steps[-1]) if around else None


def text_field_at(root: type[BaseModel], path: KeyPath) -> FieldInfo | None:
    """Find the field that a plain value at a path is of: of a part that is its text alone, that of the text."""
    field = field_at(root, path)
    part = part_in(field.annotation) if field else None
    alone = keys_of(part).get(part.text_key) if part is not None and issubclass(part, TextPart) else None
    return alone or field


def part_in(annotation: Any) -> type[Part] | None:
    """Find the class of the parts that an annotation allows; None where it allows plain values only."""
    return next((found for found in types_in(annotation) if _is_part(found)), None)


def marks_in(annotation: Any) -> Iterator[object]:
    """Give what types are marked with, inside others too: that a text names a part, what a reference leads to."""
    waiting = [annotation]
    while waiting:
        inner = waiting.pop()
        yield from getattr(inner, "__metadata__", ())
        waiting.extend(getattr(inner, "__args__", ()))


def choices_at(root: type[BaseModel], path: KeyPath) -> tuple[tuple[str, str], ...]:
    """Give the values that may stand at a path, each with its Swedish name; empty where any text may."""
    field = field_at(root, path)
    return choices_in(field.annotation) if field else ()


def choices_of_value(root: type[BaseModel], path: KeyPath) -> tuple[tuple[str, str], ...]:
    """Give the values that a text at a path may be, also where it stands alone for a part; empty where any may."""
    field = text_field_at(root, path)
    return choices_at(root, path) or (choices_in(field.annotation) if field else ())


@cache
def chapter_keys(root: type[BaseModel]) -> frozenset[str]:
    """Give the keys of a kind whose order in a file is that of the chapters in the finished document."""
    return frozenset({"sections", *(block for block, _ in choices_at(root, ("sections", "shows")))})


def choices_in(annotation: Any) -> tuple[tuple[str, str], ...]:
    """Give the values that an annotation allows, each with its Swedish name; empty where it allows any text."""
    for found in types_in(annotation):
        if get_origin(found) is Literal:
            return tuple((str(value), "") for value in get_args(found))
        if issubclass(found, Choice):
            return tuple((member.value, member.sv) for member in found)
    return ()


def places_near(root: type[BaseModel], key: str, path: KeyPath) -> list[str]:
    """Give the places near another one where a key belongs: around it and just inside it, where a slip of indent leads.

    Args:
        root: the model of the whole document.
        key: the key.
        path: the part in which the key was written.

    Returns:
        The dotted paths of the parts that have the key; that of the document itself is an empty text.
    """
    here = tuple(step for step in path if isinstance(step, str))
    return [place for place, keys in _keys_near(root, here) if key in keys]


@lru_cache(maxsize=256)
def _keys_near(root: type[BaseModel], here: tuple[str, ...]) -> list[tuple[str, Mapping[str, FieldInfo]]]:
    around = [here[:length] for length in range(len(here))]
    part = part_at(root, here)
    inside = [(*here, own) for own in keys_of(part)] if part else []
    found = [(".".join(place), part_at(root, place)) for place in (*around, *inside)]
    return [(place, keys_of(near)) for place, near in found if near is not None]


def _is_part(found: Any) -> bool:
    return isinstance(found, type) and issubclass(found, Part)
