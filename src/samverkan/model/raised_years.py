"""Times with another year than the one that was written."""

from __future__ import annotations

from samverkan.model.dates import CoarseDate, time_said

_YEAR = len("2026")


def in_year(written: object, year: int) -> CoarseDate | None:
    """Give a time of another year; None where it is not written in figures, or that year does not have the day.

    Args:
        written: the time as it was written: `2025`, `2025-11` or `2025-11-16`.
        year: the year.
    """
    if not isinstance(written, str) or not written[:_YEAR].isdigit():
        return None
    found = time_said(f"{year:04}{written[_YEAR:]}")
    return found if found is not None and not found.said else None


def years_later(day: CoarseDate, years: int) -> CoarseDate | None:
    """Give a time some years later, or earlier; None for what is said in words.

    Args:
        day: the time.
        years: how many years.
    """
    return None if day.said else in_year(str(day), day.year + years)
