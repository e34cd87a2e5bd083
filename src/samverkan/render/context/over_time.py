"""A goal's figures over time, as follow-ups state them: the chart, and the table beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.render.context.charts import Column, Drawing, StatedFigure, drawing, measure_of, unit_told
from samverkan.render.drawing.chart import BESIDE, Frame, Point, Series, chart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.model.goals import Goal
    from samverkan.model.review import Outcome
    from samverkan.render.context.phrases import Phrases
    from samverkan.render.context.values import Context
    from samverkan.reviews.results import StatedOutcome


def goal_chart(goal: Goal, marks: Sequence[StatedOutcome], words: Phrases, frame: Frame = BESIDE) -> Drawing | None:
    """Draw a goal's figures from its baseline on, with its target.

    Args:
        goal: the goal.
        marks: what follow-ups state of it, earliest first.
        words: the words of the document.
        frame: how large the chart is.

    Returns:
        The chart as templates are given it; None for figures of fewer than two periods, which are no line.
    """
    found = [
        Point(period, mark.outcome.value)
        for mark in marks
        if mark.outcome.value is not None and _is_in_unit(mark.outcome, goal)
        if (period := mark.outcome.period or mark.said)
    ]
    if goal.baseline and goal.baseline.value is not None and goal.baseline.period:
        found.insert(0, Point(goal.baseline.period, goal.baseline.value))
    if len({point.day for point in found}) < 2:  # noqa: PLR2004
        return None
    own = Series(words.fixed("value"), tuple(sorted(found, key=lambda point: point.day)))
    return drawing(chart([own], goal.wanted, measure_of(goal.unit, words), words.language, frame))


def goal_table(goal: Goal, marks: Sequence[StatedOutcome], words: Phrases) -> Context:
    """Give the table of a goal's figures: each figure with its period, the baseline first."""
    found: list[tuple[str, StatedFigure]] = []
    if goal.baseline and goal.baseline.value is not None and goal.baseline.period:
        first = StatedFigure(goal.baseline.period, goal.baseline.value, goal.baseline.precision)
        found.append((f"{goal.baseline.period.say(words.language)} ({words.fixed('baseline').lower()})", first))
    for mark in marks:
        outcome, period = mark.outcome, mark.outcome.period or mark.said
        if outcome.value is not None:
            own = None if _is_in_unit(outcome, goal) else outcome.unit
            figure = StatedFigure(period, outcome.value, outcome.precision, own)
            found.append((words.date(period) or words.fixed("undated"), figure))
    column = Column((figure for _, figure in found), words)
    return {
        "caption": unit_told(goal.unit, words),
        "corner": words.fixed("period"),
        "columns": [words.fixed("value")],
        "rows": [{"head": period, "values": [column.written(figure)]} for period, figure in found],
    }


def _is_in_unit(outcome: Outcome, goal: Goal) -> bool:
    """Tell whether a figure counts what the goal does; another one has no place on the goal's line."""
    return outcome.unit in {None, goal.unit}
