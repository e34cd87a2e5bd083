"""A goal's figures over time, as follow-ups state them: the chart, and the table beside it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from samverkan.model.choices import Unit
from samverkan.render.drawing.chart import Point, Series, chart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.model.goals import Goal
    from samverkan.model.review import Outcome
    from samverkan.render.context.phrases import Phrases
    from samverkan.render.context.values import Context
    from samverkan.reviews.results import StatedOutcome


def goal_chart(goal: Goal, marks: Sequence[StatedOutcome], words: Phrases) -> dict[str, Any] | None:
    """Draw a goal's figures from its baseline on, with its target.

    Args:
        goal: the goal.
        marks: what follow-ups state of it, earliest first.
        words: the words of the document.

    Returns:
        The fields of `Chart` as a map; None for figures of fewer than two periods, which are no line.
    """
    found = [
        Point(mark.outcome.period or mark.said, mark.outcome.value)
        for mark in marks
        if mark.outcome.value is not None and _is_in_unit(mark.outcome, goal)
    ]
    if goal.baseline and goal.baseline.value is not None and goal.baseline.period:
        found.insert(0, Point(goal.baseline.period, goal.baseline.value))
    if len({point.day for point in found}) < 2:  # noqa: PLR2004
        return None
    unit = words.fixed("count") if goal.unit in {Unit.COUNT.value, None} else words.unit(goal.unit)
    own = Series(words.fixed("value"), tuple(sorted(found, key=lambda point: point.day)))
    drawn = chart(own, [], goal.wanted, unit, words.language)
    return asdict(drawn) if drawn else None


def goal_table(goal: Goal, marks: Sequence[StatedOutcome], words: Phrases) -> Context:
    """Give the table of a goal's figures: each figure's period, the figure, and when it was stated."""
    rows = []
    if goal.baseline and goal.baseline.value is not None and goal.baseline.period:
        stated = [words.stated(goal.baseline.value, None, goal.baseline.precision), words.fixed("baseline")]
        rows.append({"period": str(goal.baseline.period), "values": stated})
    for mark in marks:
        outcome = mark.outcome
        if outcome.value is not None:
            own = None if _is_in_unit(outcome, goal) else outcome.unit
            stated = [words.stated(outcome.value, own, outcome.precision), str(mark.said)]
            rows.append({"period": str(outcome.period or mark.said), "values": stated})
    unit = f" ({words.unit(goal.unit)})" if goal.unit else ""
    return {"columns": [words.fixed("value") + unit, words.fixed("reviewed_day")], "rows": rows}


def _is_in_unit(outcome: Outcome, goal: Goal) -> bool:
    """Tell whether a figure counts what the goal does; another one has no place on the goal's line."""
    return outcome.unit in {None, goal.unit}
