"""The table of goals."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from samverkan.export.columns import Columns, Table, joined, written
from samverkan.export.part_columns import Reviewed, add_results, add_reviewed_place, reviewed
from samverkan.model.choices import Direction, Precision
from samverkan.model.goals import Baseline, Goal, Target

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from samverkan.export.origin import Exported

Row = TypeVar("Row")


def goals() -> Table:
    """Declare the table."""
    columns = Columns[Reviewed[Goal]]("goals", "goals")
    add_reviewed_place(columns)
    columns.text("number", lambda row: row.part.number)
    columns.text("text", lambda row: row.part.text)
    columns.text("specific", lambda row: row.part.specific)
    columns.text("indicator", lambda row: row.part.indicator)
    columns.text("unit", lambda row: row.part.unit)
    columns.text("direction", lambda row: row.part.direction, choices=Direction)
    add_baseline(columns, lambda row: row.part.baseline)
    add_target(columns, lambda row: row.part.target)
    _add_words(columns)
    columns.time("deadline", lambda row: row.part.deadline)
    columns.time("measured", lambda row: row.part.measured)
    columns.text("cadence", lambda row: written(row.part.cadence))
    columns.text("responsible", lambda row: row.responsible)
    columns.text("problems", lambda row: row.keys_under("problems"))
    columns.text("focus_area", lambda row: row.keys_under("focus_area"))
    columns.yes_no("overall", lambda row: row.part.overall)
    add_results(columns)
    return columns.of_rows(_rows)


def _rows(exported: Exported) -> Iterator[Reviewed[Goal]]:
    """Give the goals, and the parts of goals that say more than words."""
    return (row for row in reviewed(exported, Goal) if row.part.stands_by_itself)


def _add_words(columns: Columns[Reviewed[Goal]]) -> None:
    columns.text("criterion", lambda row: row.part.criterion)
    columns.text("accepted", lambda row: row.part.accepted)
    columns.text("realistic", lambda row: row.part.realistic)
    columns.text("sub_goals", lambda row: joined([one.text for one in row.part.parts]))
    columns.text("objectives", lambda row: joined(_objectives(row.part)))


def _objectives(goal: Goal) -> list[str]:
    return [" ".join(said for said in (one.reference, one.number, one.text) if said) for one in goal.objectives]


def add_baseline(columns: Columns[Row], of: Callable[[Row], Baseline | None]) -> None:
    """Declare what a goal starts from."""
    inner = Columns[Baseline](columns.table, f"{columns.under}.baseline")
    inner.decimal("baseline_value", lambda baseline: baseline.value, "value")
    inner.text("baseline_precision", lambda baseline: baseline.precision, "precision", Precision)
    inner.time("baseline_period", lambda baseline: baseline.period, "period")
    inner.text("baseline_source", lambda baseline: baseline.source, "source")
    inner.text("baseline_text", lambda baseline: baseline.text, "text")
    columns.adopt(inner, of)


def add_target(columns: Columns[Row], of: Callable[[Row], Target | None]) -> None:
    """Declare what a goal is to reach."""
    inner = Columns[Target](columns.table, f"{columns.under}.target")
    inner.decimal("target_value", lambda target: target.value, "value")
    inner.decimal("target_at_least", lambda target: target.at_least, "at_least")
    inner.decimal("target_at_most", lambda target: target.at_most, "at_most")
    inner.decimal("target_more_than", lambda target: target.more_than, "more_than")
    inner.decimal("target_less_than", lambda target: target.less_than, "less_than")
    inner.decimal("target_change_percent", lambda target: target.change_percent, "change_percent")
    inner.text("target_text", lambda target: target.text, "text")
    columns.adopt(inner, of)
