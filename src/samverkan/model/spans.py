"""A figure from and to, said with words that are no keys: `{från: 50, till: 60}` where limits or a target belong."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.findings import Mend, MendKind
from samverkan.model.fields import keys_of, part_at
from samverkan.model.fitting import flow
from samverkan.model.meant_numbers import numbers_meant
from samverkan.model.remarks import remark, value_at
from samverkan.words.lists import FirstOf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import BaseModel

    from samverkan.findings import KeyPath, Remark

_FROM = frozenset({"från", "from", "start", "nu", "idag"})
_TO = frozenset({"till", "to", "until", "slut", "mål"})
_TWO = 2
_LIMITS = {"increase": "at_least", "decrease": "at_most"}


def spans_as_keys(places: Iterable[KeyPath], model: type[BaseModel], data: Any) -> dict[KeyPath, Remark]:
    """Find the mappings that say a figure from and to, and how limits or a target are written.

    Args:
        places: the keys that are not known.
        model: the document's model.
        data: the plain data of the document.
    """
    found = {}
    for place in dict.fromkeys(place[:-1] for place in places if len(place) > 1):
        part, figures = part_at(model, place), _figures(value_at(data, place))
        if part is None or not {"at_least", "at_most"} <= keys_of(part).keys() or len(figures) != _TWO:
            continue
        around = value_at(data, place[:-1])
        is_target = "baseline" in keys_of(part_at(model, place[:-1]) or part)
        said = _target(place, around, figures) if is_target else _limits(figures)
        made = remark(said[0], place, keys=FirstOf(tuple(value_at(data, place))))
        found[place] = replace(made, mend=said[1])
    return found


def _figures(value: Any) -> list[str]:
    """Give the figure from and the one to, where a mapping says these and no more."""
    if not isinstance(value, dict) or len(value) != _TWO:
        return []
    named = [next((inner for key, inner in value.items() if key.casefold() in words), None) for words in (_FROM, _TO)]
    read = [next((one for one, _ in numbers_meant(text)), "") for text in named if isinstance(text, str)]
    return list(filter(None, read))


def _limits(figures: list[str]) -> tuple[str, Mend]:
    limits = dict(zip(("at_least", "at_most"), figures, strict=True))
    return "span-as-keys", Mend(flow(limits))


def _target(place: KeyPath, around: Any, figures: list[str]) -> tuple[str, Mend]:
    """Write the figure to be reached as a target, and the other as the baseline where there is none."""
    goal = around if isinstance(around, dict) else {}
    key = _LIMITS.get(str(goal.get("direction")), "value")
    line = f"{place[-1]}: {flow({key: figures[1]})}"
    if "baseline" not in goal:
        line = f"baseline: {flow({'value': figures[0]})}\n{line}"
    return "change-as-keys", Mend(line, MendKind.PAIR)
