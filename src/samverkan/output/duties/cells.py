"""What several formats show of a duty in the same form."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samverkan.duties.rows import Status
from samverkan.model.dates import CoarseDate, Duration
from samverkan.words.output import report

if TYPE_CHECKING:
    from datetime import date

    from samverkan.duties.rows import Row
    from samverkan.words.sentence import Language, Text

_MANY_DAYS = 60
_MANY_MONTHS = 24
_MONTHS_IN_YEAR = 12


def iso(day: date | None) -> str:
    """Write a day as 2026-11-20; nothing where there is none."""
    return day.isoformat() if day else ""


def in_words(day: date | None, language: Language) -> str:
    """Write a day as in running text: `den 20 november 2026`; nothing where there is none."""
    return CoarseDate.of(day).say(language) if day else ""


def relative(row: Row, language: Language) -> str:
    """Say how far away the day of a row is: `i morgon`, `om 3 månader`, `5 månader försenat`, `för drygt 2 år sedan`.

    Months and years are those that have passed whole: nothing is made more than it is.

    Args:
        row: the row; what has expired is told as past rather than as late.
        language: the language to say it in.

    Returns:
        The words; nothing where there is no day.
    """
    if row.days is None or row.duty.due is None:
        return ""
    named = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(row.days)
    if named:
        return report(named).say(language)
    how_long = _how_long(row.duty.due, row.duty.due - timedelta(days=row.days)).say(language)
    key = "in-time" if row.days > 0 else "ago-time" if row.status in {Status.EXPIRED, Status.NOT_SHOWN} else "late-time"
    return report(key, time=how_long).say(language)


def _how_long(one: date, other: date) -> Text:
    """Say how long lies between two days: in days, in whole months, or in whole years and a little more."""
    first, last = min(one, other), max(one, other)
    days = (last - first).days
    if days < _MANY_DAYS:
        return report("time-days", count=days)
    months = (last.year - first.year) * _MONTHS_IN_YEAR + last.month - first.month
    if Duration(max(months, 1), "month").after(first) > last:
        months -= 1
    if months < _MANY_MONTHS:
        return report("time-months" if months > 1 else "time-month", count=months)
    years = months // _MONTHS_IN_YEAR
    is_exact = Duration(years, "year").after(first) == last
    return report("time-years" if is_exact else "time-years-more", count=years)
