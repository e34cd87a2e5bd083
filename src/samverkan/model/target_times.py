"""A time in a target, `{value: 60, period: 2027}`: by when it is to be reached stands in the goal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.findings import Mend, MendKind
from samverkan.model.dates import time_said
from samverkan.model.fields import keys_of, part_at
from samverkan.model.fitting import flow
from samverkan.model.remarks import remark, shown, value_at

if TYPE_CHECKING:
    from pydantic import BaseModel

    from samverkan.findings import KeyPath, Remark
    from samverkan.model.dates import CoarseDate

_DEPTH = 2
_TIMES = frozenset({"period", "year", "år", "deadline", "until", "by", "date", "senast", "datum"})


def time_of_target(path: KeyPath, model: type[BaseModel], data: Any) -> Remark | None:
    """Say that a time in a target belongs to the goal, and move it there unless another stands there.

    Args:
        path: the key that the target does not have.
        model: the document's model.
        data: the plain data of the document.
    """
    value, around = value_at(data, path), value_at(data, path[:-2])
    time = time_said(value) if isinstance(value, str) and str(path[-1]).casefold() in _TIMES else None
    if time is None or not _is_of_goal(path, model) or not isinstance(around, dict):
        return None
    rest = {key: one for key, one in around[path[-2]].items() if key != path[-1]}
    key = shown(str(path[-1]))
    if "deadline" not in around:
        mend = Mend(f"{path[-2]}: {flow(rest)}\ndeadline: {value}", MendKind.PAIR)
        return replace(remark("time-of-target", path[:-1], key=key), mend=mend if rest else None)
    said = remark("time-of-target", path, at_key=True, key=key)
    return replace(said, mend=Mend("-", MendKind.LEAVE_OUT)) if rest and _is_same(time, around["deadline"]) else said


def _is_of_goal(path: KeyPath, model: type[BaseModel]) -> bool:
    """Tell whether a key stands in the target of a part that has a last day."""
    target, goal = (part_at(model, place) for place in (path[:-1], path[:-2]))
    if len(path) < _DEPTH or target is None or goal is None:
        return False
    return "change_percent" in keys_of(target) and "deadline" in keys_of(goal)


def _is_same(time: CoarseDate, deadline: object) -> bool:
    """Tell whether one of two times lies within the other, or they overlap."""
    other = time_said(str(deadline))
    return other is not None and time.first <= other.last and other.first <= time.last
