"""Which rows to show: by document kind, party, person in charge and how soon; and days that spread the work."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from samverkan.duties.duty import DutyKind
from samverkan.duties.rows import Row, Status
from samverkan.words.sentence import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_PER_WEEK = 2
_MOVABLE = frozenset({DutyKind.REVIEW, DutyKind.REPORT, DutyKind.PLANNED_DOCUMENT, DutyKind.PICTURE, DutyKind.REVISION})


@dataclass(frozen=True, slots=True)
class RowChoice:
    """Which rows to show.

    Attributes:
        kinds: only duties of documents of these kinds; of all where empty.
        party: only duties of this party (part of its name), and of everybody.
        responsible: only duties where this is said of who is to do it.
        within: only what is late or due within so many days.
        uncounted: also what cannot be counted.
    """

    kinds: tuple[str, ...] = ()
    party: str = ""
    responsible: str = ""
    within: int | None = None
    uncounted: bool = False

    def rows(self, found: Sequence[Row]) -> list[Row]:
        """Give the rows that are chosen, in their order."""
        return [row for row in found if self._is_chosen(row)]

    def _is_chosen(self, row: Row) -> bool:
        who = row.duty.responsible
        named = "\n".join(who.say(language) for language in LANGUAGES).casefold()
        return (
            (self.uncounted or row.status is not Status.UNCOUNTED)
            and (not self.kinds or row.duty.kind in self.kinds)
            and (not self.party or not who.parties or any(self.party.casefold() in p.casefold() for p in who.parties))
            and self.responsible.casefold() in named
            and (self.within is None or row.days is None or row.days <= self.within)
        )


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
    coming = [row for row in found if row.duty.due is not None and row.duty.due >= today]
    movable = [row for row in coming if row.duty.clock in _MOVABLE]
    taken = Counter(_week(row.duty.due) for row in coming if row.duty.clock not in _MOVABLE and row.duty.due)
    proposed: dict[Row, date] = {}
    for row in sorted(movable, key=lambda r: (r.duty.due or today, r.duty.document, r.duty.item), reverse=True):
        due = day = row.duty.due or today
        while taken[_week(day)] >= MOST_PER_WEEK and day - timedelta(weeks=1) >= today:
            day -= timedelta(weeks=1)
        taken[_week(day)] += 1
        if day != due:
            proposed[row] = day
    return proposed


def _week(day: date | None) -> tuple[int, int]:
    return (day or date.min).isocalendar()[:2]
