"""Keys that stand under another one and belong beside it: `indicator: {title: Andel trygga, unit: procent}`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkan.findings import Mend, MendKind
from samverkan.model.fields import keys_of, part_at
from samverkan.model.mends import accepts_whole, choice_called
from samverkan.model.remarks import value_at
from samverkan.source.quoting import scalar

if TYPE_CHECKING:
    from pydantic import BaseModel

    from samverkan.findings import KeyPath

_NAMES = ("title", "name", "text")
_MOST = 8
"""Keys that are written under one: more is a part of its own."""


def keys_beside(path: KeyPath, model: type[BaseModel], data: Any) -> Mend | None:
    """Write a mapping where a text belongs as that text, its name, and what else it says under keys beside it.

    Args:
        path: the key that the mapping stands under.
        model: the document's model.
        data: the plain data of the document.
    """
    value, around = value_at(data, path), value_at(data, path[:-1])
    part = part_at(model, path[:-1]) if path and isinstance(path[-1], str) else None
    if part is None or not isinstance(value, dict) or not isinstance(around, dict) or not 1 < len(value) <= _MOST:
        return None
    key, name = str(path[-1]), next((one for one in _NAMES if one in value), "")
    others = {own: _taken(own, inner, part) for own, inner in value.items() if own != name}
    is_free = bool(name) and around.keys().isdisjoint(others) and all(others.values())
    if not is_free or not accepts_whole(part, (key,), value[name]):
        return None
    pairs = {key: value[name]} | others
    return Mend("\n".join(f"{own}: {scalar(one)}" for own, one in pairs.items()), MendKind.PAIR)


def _taken(key: str, value: Any, part: type[BaseModel]) -> str:
    """Give a text as a key of a part takes it; empty where it does not."""
    if not isinstance(value, str) or key not in keys_of(part):
        return ""
    return choice_called(part, key, value) or (value if accepts_whole(part, (key,), value) else "")
