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

_TIMES = frozenset({"period", "year", "år", "deadline", "until", "by", "date", "senast", "datum"})


def time_of_target(path: KeyPath, model: type[BaseModel], data: Any) -> Remark | None:
    """Say that a time in a target belongs to the goal, and move it there unless another stands there.

    Args:
        path: the key that the target does not have.
        model: the document's model.
        data: the plain data of the document.
    """
    part, goal = part_at(model, path[:-1]), part_at(model, path[:-2])
    target, around, value = (value_at(data, place) for place in (path[:-1], path[:-2], path))
    if part is None or goal is None or "change_percent" not in keys_of(part) or "deadline" not in keys_of(goal):
        return None
    time = time_said(value) if isinstance(value, str) and str(path[-1]).casefold() in _TIMES else None
    rest = {key: one for key, one in target.items() if key != path[-1]} if isinstance(target, dict) else {}
    if time is None or not rest or not isinstance(around, dict):
        return None
    said = remark("time-of-target", path, at_key=True, key=shown(str(path[-1])))
    if "deadline" not in around:
        moved = remark("time-of-target", path[:-1], key=shown(str(path[-1])))
        return replace(moved, mend=Mend(f"{path[-2]}: {flow(rest)}\ndeadline: {value}", MendKind.PAIR))
    deadline = time_said(str(around["deadline"]))
    is_same = deadline is not None and time.first <= deadline.last and deadline.first <= time.last
    return replace(said, mend=Mend("-", MendKind.LEAVE_OUT)) if is_same else said
