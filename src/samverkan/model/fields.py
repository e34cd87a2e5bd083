"""What a model may hold where: its keys, their Swedish titles and their closed lists of values."""

from __future__ import annotations

import types
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from samverkan.findings import KeyPath
from samverkan.model.base import Part
from samverkan.model.choices import Choice


def keys_of(part: type[BaseModel]) -> dict[str, FieldInfo]:
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


def part_at(root: type[BaseModel], path: KeyPath) -> type[BaseModel] | None:
    """Find the class of the part that belongs at a path; None where a plain value does, or nothing."""
    part: type[BaseModel] | None = root
    for step in path:
        if isinstance(step, int):
            continue
        if part is None or step not in keys_of(part):
            return None
        part = next((t for t in types_in(keys_of(part)[step].annotation) if _is_part(t)), None)
    return part


def choices_at(root: type[BaseModel], path: KeyPath) -> tuple[tuple[str, str], ...]:
    """Give the values that may stand at a path, each with its Swedish name; empty where any text may."""
    steps = [step for step in path if isinstance(step, str)]
    around = part_at(root, tuple(steps[:-1])) if steps else None
    field = keys_of(around).get(steps[-1]) if around else None
    for found in types_in(field.annotation) if field else ():
        if get_origin(found) is Literal:
            return tuple((str(value), "") for value in get_args(found))
        if issubclass(found, Choice):
            return tuple((member.value, member.sv) for member in found)
    return ()


def places_of(root: type[BaseModel], key: str) -> list[str]:
    """Give the places where a key belongs, as the dotted paths of the parts that have it; the root is an empty text."""
    return _places(root).get(key, [])


@cache
def _places(root: type[BaseModel]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path, part in _parts(root):
        for key in keys_of(part):
            found.setdefault(key, []).append(".".join(path))
    return found


def _parts(root: type[BaseModel]) -> Iterator[tuple[tuple[str, ...], type[BaseModel]]]:
    waiting: list[tuple[tuple[str, ...], type[BaseModel]]] = [((), root)]
    seen = {root}
    while waiting:
        path, part = waiting.pop(0)
        yield path, part
        for key, field in keys_of(part).items():
            for inner in types_in(field.annotation):
                if _is_part(inner) and inner not in seen:
                    seen.add(inner)
                    waiting.append(((*path, key), inner))


def _is_part(found: Any) -> bool:
    return isinstance(found, type) and issubclass(found, Part)


def parts_of(model: Part) -> Iterator[tuple[KeyPath, Part]]:
    """Give every part of a document with its place, in the order of the model, the document itself first."""
    waiting: list[tuple[KeyPath, object]] = [((), model)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, Part):
            yield path, value
            fields = _parts_in(type(value))
            waiting.extend([((*path, key), getattr(value, name)) for key, name in reversed(fields)])
        elif isinstance(value, tuple):
            waiting.extend(reversed([((*path, i), item) for i, item in enumerate(value)]))


@cache
def _parts_in(part: type[BaseModel]) -> list[tuple[str, str]]:
    """Give key and attribute of the fields that hold parts."""
    return [
        (field.alias or name, name)
        for name, field in part.model_fields.items()
        if any(_is_part(found) for found in types_in(field.annotation))
    ]
