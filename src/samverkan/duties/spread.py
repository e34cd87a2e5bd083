"""Days that spread the work: reviews that crowd a week are proposed earlier."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from samverkan.duties.duty import DutyKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samverkan.duties.rows import Row

MOST_PER_WEEK = 2
_MOVABLE = frozenset({DutyKind.REVIEW, DutyKind.REPORT, DutyKind.PLANNED_DOCUMENT, DutyKind.PICTURE, DutyKind.REVISION})


def spread(found: Sequence[Row], today: date) -> dict[Row, date]:
    """Propose days for reviews that fall in the same week as others, so that no week holds more than two.

    A review is only ever moved earlier, whole weeks at a time, and never before today; deadlines and ends stay. What
    is late is not moved.

    Args:
        found: the rows.
        today: the first day that can be proposed.

    Returns:
        The proposed day of each row that should move.
    """
    coming = [(due, row) for row in found if (due := row.duty.due) is not None and due >= today]
    movable = [(due, row) for due, row in coming if row.duty.clock in _MOVABLE]
    taken = Counter(_week(due) for due, row in coming if row.duty.clock not in _MOVABLE)
    proposed: dict[Row, date] = {}
    for due, row in sorted(movable, key=lambda one: (one[0], one[1].duty.document, one[1].duty.item), reverse=True):
        day = due
        while taken[_week(day)] >= MOST_PER_WEEK and day - timedelta(weeks=1) >= today:
            day -= timedelta(weeks=1)
        taken[_week(day)] += 1
        if day != due:
            proposed[row] = day
    return proposed


def _week(day: date) -> tuple[int, int]:
    return day.isocalendar()[:2]
