"""A goal's figures over time, as follow-ups state them: the chart, and the table beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkan.model.choices import Unit
from samverkan.model.dates import CoarseDate
from samverkan.render.drawing.chart import Series, chart

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from samverkan.model.goals import Goal
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
        As `chart`; None for figures of fewer than two periods, which are no line.
    """
    figures = [(mark.outcome.period or CoarseDate.of(mark.day), mark.outcome.value) for mark in marks]
    found = [(period, value) for period, value in figures if value is not None]
    if goal.baseline and goal.baseline.value is not None and goal.baseline.period:
        found.insert(0, (goal.baseline.period, goal.baseline.value))
    if len({period for period, _ in found}) < 2:  # noqa: PLR2004
        return None
    unit = words.fixed("count") if goal.unit in {Unit.COUNT.value, None} else words.unit(goal.unit)
    own = Series(words.fixed("value"), tuple(sorted(found, key=lambda figure: figure[0])))
    return chart(own, [], target_value(goal), unit, words.language)


def goal_table(goal: Goal, marks: Sequence[StatedOutcome], words: Phrases) -> Context:
    """Give the table of a goal's figures: each figure's period, the figure, and when it was stated."""
    rows = []
    if goal.baseline and goal.baseline.value is not None and goal.baseline.period:
        stated = [words.number(goal.baseline.value), words.fixed("baseline")]
        rows.append({"period": str(goal.baseline.period), "values": stated})
    for mark in marks:
        if mark.outcome.value is not None:
            stated = [words.number(mark.outcome.value), mark.day.isoformat()]
            rows.append({"period": str(mark.outcome.period or mark.day), "values": stated})
    unit = f" ({words.unit(goal.unit)})" if goal.unit else ""
    return {"columns": [words.fixed("value") + unit, words.fixed("reviewed_day")], "rows": rows}


def target_value(goal: Goal) -> Decimal | None:
    """Give the value that is to be reached, also where the target is a change from the baseline."""
    target = goal.target
    if target is None:
        return None
    if target.change_percent is not None:
        start = goal.baseline.value if goal.baseline else None
        return None if start is None else start * (100 + target.change_percent) / 100
    return next((v for v in (target.value, target.at_least, target.at_most) if v is not None), None)
