"""What several formats show of a duty in the same form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.words.output import report

if TYPE_CHECKING:
    from datetime import date

    from samverkan.words.sentence import Language

_MANY_DAYS = 60
_MANY_MONTHS = 24


def iso(day: date | None) -> str:
    """Write a day as 2026-11-20; nothing where there is none."""
    return day.isoformat() if day else ""


def relative(days: int, language: Language) -> str:
    """Say how far away a day is: `i morgon`, `om 3 veckor`, `5 månader sen`.

    Args:
        days: days left; negative when it has passed.
        language: the language to say it in.
    """
    named = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(days)
    if named:
        return report(named).say(language)
    count, late = abs(days), days < 0
    if count < _MANY_DAYS:
        return report("days-ago" if late else "in-days", count=count).say(language)
    months = round(count / 30.44)
    if months < _MANY_MONTHS:
        return report("months-ago" if late else "in-months", count=months).say(language)
    return report("years-ago" if late else "in-years", count=round(count / 365.25)).say(language)
