"""What several formats show of a duty in the same form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.duties.rows import Status
from samverkan.words.output import report

if TYPE_CHECKING:
    from datetime import date

    from samverkan.duties.rows import Row
    from samverkan.words.sentence import Language

_MANY_DAYS = 60
_MANY_MONTHS = 24


def iso(day: date | None) -> str:
    """Write a day as 2026-11-20; nothing where there is none."""
    return day.isoformat() if day else ""


def relative(row: Row, language: Language) -> str:
    """Say how far away the day of a row is: `i morgon`, `om 3 månader`, `5 månader försenat`, `för 2 år sedan`.

    Args:
        row: the row; what has expired is told as past rather than as late.
        language: the language to say it in.

    Returns:
        The words; nothing where there is no day.
    """
    if row.days is None:
        return ""
    named = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(row.days)
    if named:
        return report(named).say(language)
    count, unit = abs(row.days), "days"
    if count >= _MANY_DAYS:
        months = round(count / 30.44)
        count, unit = (months, "months") if months < _MANY_MONTHS else (round(count / 365.25), "years")
    if row.days > 0:
        return report(f"in-{unit}", count=count).say(language)
    key = f"ago-{unit}" if row.status is Status.EXPIRED else f"late-{unit}"
    return report(key, count=count).say(language)
