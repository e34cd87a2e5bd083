"""Values that belong beside their key: the unit in `indicator: {title: …, unit: …}`, a text of a key like its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.findings import Mend, MendKind
from samverkan.model.fields import keys_of, part_at
from samverkan.model.likely_keys import key_that_takes
from samverkan.model.mends import accepts_whole, choice_called
from samverkan.model.remarks import remark, value_at
from samverkan.source.quoting import scalar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

    from samverkan.findings import KeyPath, Remark

_MORE_THAN_TEXT = frozenset({"tuple_type", "model_type", "dict_type"})
_NAMES = ("title", "name", "text")
_MOST = 8
"""Keys that are written under one: more is a part of its own."""


def of_other_shape(made: Remark, error: ErrorDetails, model: type[BaseModel], data: Any) -> Remark | None:
    """Say where a text belongs that stands where more does; write keys that stand where a text does beside it.

    Args:
        made: what is said of the value.
        error: what pydantic says of it.
        model: the document's model.
        data: the plain data of the document.
    """
    is_text = error["type"] in _MORE_THAN_TEXT and isinstance(error["input"], str)
    if is_text and (meant := key_that_takes(made.path, model, data)):
        return _with_a_key_like_it(made.path, meant, model)
    beside = _keys_beside(made.path, model, data) if error["type"] == "string_type" else None
    return replace(made, mend=beside) if beside else None


def _with_a_key_like_it(path: KeyPath, meant: str, model: type[BaseModel]) -> Remark:
    own, key = keys_of(part_at(model, path[:-1]) or model), str(path[-1])
    titles = {"title": own[key].title or key, "meant_title": own[meant].title or meant}
    said = remark("key-like-another", path, at_key=True, key=key, meant=meant, **titles)
    return replace(said, mend=Mend(meant, MendKind.KEY))


def _keys_beside(path: KeyPath, model: type[BaseModel], data: Any) -> Mend | None:
    """Write a mapping where a text belongs as that text, its name, and what else it says under keys beside it."""
    part = part_at(model, path[:-1]) if path and isinstance(path[-1], str) else None
    value, around = value_at(data, path), value_at(data, path[:-1])
    if part is None or not isinstance(value, dict) or not isinstance(around, dict):
        return None
    pairs = _parted(str(path[-1]), value, part)
    is_free = around.keys().isdisjoint(pairs.keys() - {path[-1]})
    return (
        Mend("\n".join(f"{own}: {scalar(one)}" for own, one in pairs.items()), MendKind.PAIR)
        if pairs and is_free
        else None
    )


def _parted(key: str, value: Mapping[str, Any], part: type[BaseModel]) -> dict[str, str]:
    """Give what a mapping under a key says under this and other keys of the part; nothing where some of it cannot."""
    name = next((one for one in _NAMES if one in value), "")
    if not name or not 1 < len(value) <= _MOST or not accepts_whole(part, (key,), value[name]):
        return {}
    others = {own: _taken(own, inner, part) for own, inner in value.items() if own != name}
    return {key: value[name]} | others if all(others.values()) else {}


def _taken(key: str, value: Any, part: type[BaseModel]) -> str:
    """Give a text as a key of a part takes it; empty where it does not."""
    if not isinstance(value, str) or key not in keys_of(part):
        return ""
    return choice_called(part, key, value) or (value if accepts_whole(part, (key,), value) else "")
