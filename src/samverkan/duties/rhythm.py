"""What is done again and again: when the next time is, why then, and which times have passed with nothing shown."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from samverkan.model.dates import CoarseDate, Duration
from samverkan.model.said_times import months_in
from samverkan.words import duties as words
from samverkan.words.times import MissedTimes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.dates import Cadence
    from samverkan.reviews.counted_from import CountedFrom
    from samverkan.words.sentence import Text

_MOST_NAMED = 6
_HALF_MONTH = timedelta(days=15)
_LAST = date.max - _HALF_MONTH
_YEAR = 12
_ONE_YEAR = (Duration(1, "year"), Duration(12, "month"))
_MONTHS = {
    "year": 12,
    "tertial": 4,
    "quarterly": 3,
    "monthly": 1,
    "half-yearly": 6,
    "per-school-term": 6,
    "spring-and-autumn": 6,
}
"""The cadences whose periods have names, with how many months these last; the middle of a time decides its name."""


@dataclass(frozen=True)
class Rhythm:
    """How often something is done, counted from when, and until when.

    Attributes:
        cadence: how often.
        since: what it is counted from; None while nothing is known that it could be.
        end: the last day that it goes on; None where it has no end.
        ends: what ends then: ”planen slutar gälla”.
        why: why it is done, with fields for the cadence, the start and the end.
        months: the months in which it is done, where the document names them.
    """

    cadence: Cadence
    since: CountedFrom | None
    end: date | None
    ends: Text
    why: Text = words.CADENCE_WHY
    months: tuple[int, ...] = ()

    def in_months(self, said: str | None) -> Rhythm:
        """Give the rhythm in the months that are said in words, where these are at least as many as its times."""
        months, period = months_in(said or ""), self.cadence.period
        if period is None or not self._is_enough(len(months), period):
            return self
        return replace(self, months=months, why=words.IN_MONTHS_WHY.with_fields(said=said or ""))

    def _is_enough(self, months: int, period: Duration) -> bool:
        """Tell whether so many months in a year are as often as a period of months or of one year asks."""
        length = {"month": 1, "year": _YEAR}.get(period.unit, 0) * period.count
        return length <= _YEAR and months * length >= _YEAR

    def _next(self, since: CountedFrom, period: Duration) -> date:
        """Give the day of the next time: after a period, or else when the next month that is named has ended.

        What is done somewhat before or after such a month is done for it: the next one is more than half the time
        between them away.
        """
        if not self.months:
            return period.after(since.day)
        half = Duration(_YEAR // len(self.months) // 2, "month")
        after = half.after(since.day) if since.is_done else _end_of_month(since.day.year, since.day.month)
        return next((end for end in self._ends_from(after.year) if end > after), period.after(since.day))

    def _ends_from(self, first: int) -> Iterator[date]:
        """Give the last days of the months that are named, from a year on, as far as there are years."""
        years = range(first, date.max.year + 1)
        return (_end_of_month(year, month) for year in years for month in self.months)

    def _missed(self, since: CountedFrom, period: Duration, due: date, until: date) -> MissedTimes:
        """Name the times since the first one that was due; no time of which something is shown."""
        if not self.months:
            missed = missed_times(self.cadence, since.day, until)
            return replace(missed, times=()) if since.is_done and missed.begins_in_time_of(since.day) else missed
        return replace(missed_times(self.cadence, period.before(due), until), since=CoarseDate.of(since.day))

    def next_due(self, today: date) -> tuple[date | None, Text] | None:
        """Give the day of the next time, never later than the end, and why.

        Returns:
            The day, None where it cannot be counted, and the reason; nothing where what was done in the last period is
            not to be done again.
        """
        period = self.cadence.period
        if period is None:
            return None, words.UNCOUNTED_WHY.with_fields(cadence=self.cadence)
        if self.since is None:
            return None, words.NO_START_WHY.with_fields(cadence=self.cadence)
        due = self._next(self.since, period)
        why = self.why.with_fields(cadence=self.cadence, start=self.since.name, until=words.NO_LIMIT)
        if self.end and due > self.end:
            return None if self.since.is_done else (self.end, self._capped(why, self.end))
        if due < today:
            missed = self._missed(self.since, period, due, min(today, self.end or today))
            why = words.MISSED.with_fields(why=why, missed=missed)
        return due, why

    def next_occurrence(self, today: date) -> tuple[date, Text] | None:
        """Give the first time that has not passed, of what no document shows that it has been done, and why then.

        It is for what can be counted: a cadence with a period, since some day.

        Returns:
            The day and the reason; nothing where the end comes before it.
        """
        since = cast("CountedFrom", self.since)
        due = self._coming(since, cast("Duration", self.cadence.period), today)
        if self.end and due > self.end:
            return None
        return due, self.why.with_fields(cadence=self.cadence, start=since.name, until=words.NO_LIMIT)

    def _coming(self, since: CountedFrom, period: Duration, today: date) -> date:
        """Give the first time that has not passed: of those counted from the start, or in the months that are named."""
        counted = period.after(since.day, times_passed(period, since.day, today) + 1)
        if not self.months:
            return counted
        first = max(since.day, today)
        return next((end for end in self._ends_from(first.year) if end >= first), counted)

    def _capped(self, why: Text, end: date) -> Text:
        return why.with_fields(until=words.LIMITED.with_fields(ends=self.ends, end=CoarseDate.of(end)))


def _end_of_month(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def times_passed(period: Duration, start: date, today: date) -> int:
    """Count the times that fell due before a day.

    Args:
        period: how long lies between them.
        start: the day that they are counted from.
        today: the day.
    """
    days = (today - start).days
    longest = {"day": 1, "week": 7, "month": 31, "year": 366}[period.unit] * period.count
    times = max(0, (days - 1) // longest)
    while period.after(start, times + 1) < today:
        times += 1
    return times


def missed_times(cadence: Cadence, start: date, today: date) -> MissedTimes:
    """Name the times that fell due before a day: terms, quarters and years by their names, others by how many.

    Args:
        cadence: how often it is done.
        start: the day that the times are counted from.
        today: the day.
    """
    period, since = cadence.period, CoarseDate.of(start)
    if period is None:
        return MissedTimes((), "", 0, since)
    count = times_passed(period, start, today)
    if count > _MOST_NAMED:
        return MissedTimes((), "", count, since)
    if period.unit == "year" and period.count > 1:
        return MissedTimes(tuple((period.after(start, i + 1).year, 1) for i in range(count)), "year", count, since)
    name = "year" if period in _ONE_YEAR else cadence.written.removeprefix("at-least-")
    months = _MONTHS.get(name)
    if months is None:
        return MissedTimes((), "", count, since)
    middle = _middle(start, months)
    days = [period.after(middle, i) for i in range(count)]
    return MissedTimes(tuple((day.year, (day.month - 1) // months + 1) for day in days), name, count, since)


def _middle(start: date, months: int) -> date:
    """Give a day in the middle of so many months from a day; counting on from it skips and repeats no month."""
    half = Duration(months // 2, "month").after(start) if months > 1 else start
    return half + _HALF_MONTH if months % 2 and half < _LAST else half
