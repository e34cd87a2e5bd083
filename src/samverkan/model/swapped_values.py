"""Values of two keys beside each other that have changed places: `result: green` and `light: reached`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.findings import Mend, MendKind
from samverkan.model.fields import field_at
from samverkan.model.mends import accepts
from samverkan.model.remarks import remark, shown, value_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import BaseModel

    from samverkan.findings import KeyPath, Remark

_OF_VALUES = frozenset({"bad-choice", "bad-number", "bad-whole-number", "bad-date", "bad-cadence", "bad-duration"})
_TWO = 2


def of_swapped(found: Iterable[Remark], model: type[BaseModel], data: Any) -> list[Remark]:
    """Tell once of two values of which each can stand only in the place of the other.

    Args:
        found: what is said of the document.
        model: the document's model.
        data: the plain data of the document.
    """
    told = list(found)
    twos = (tuple(made) for made in _beside_each_other(told).values() if len(made) == _TWO)
    pairs = [(first, second) for first, second in twos if _are_swapped(first, second, model, data)]
    said = {first.path: _said(first, second, model, data) for first, second in pairs}
    gone = {second.path for _, second in pairs}
    return [said.get(made.path, made) for made in told if made.path not in gone]


def _beside_each_other(told: Iterable[Remark]) -> dict[KeyPath, list[Remark]]:
    """Give what is said of values by the part that they stand in."""
    beside: dict[KeyPath, list[Remark]] = {}
    for made in told:
        if made.rule in _OF_VALUES and made.path and isinstance(made.path[-1], str):
            beside.setdefault(made.path[:-1], []).append(made)
    return beside


def _are_swapped(first: Remark, second: Remark, model: type[BaseModel], data: Any) -> bool:
    one, other = value_at(data, first.path), value_at(data, second.path)
    return accepts(model, first.path, other) and accepts(model, second.path, one)


def _said(first: Remark, second: Remark, model: type[BaseModel], data: Any) -> Remark:
    said = remark(
        "values-swapped",
        first.path,
        value=shown(value_at(data, first.path)),
        other=shown(value_at(data, second.path)),
        key=str(first.path[-1]),
        title=_title(first.path, model),
        belongs=str(second.path[-1]),
        title_there=_title(second.path, model),
    )
    return replace(said, mend=Mend(str(second.path[-1]), MendKind.SWAP))


def _title(path: KeyPath, model: type[BaseModel]) -> str:
    field = field_at(model, path)
    return (field.title if field else None) or str(path[-1])
