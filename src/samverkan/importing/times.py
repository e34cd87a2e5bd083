"""Times as statistics write them, to times as documents write them."""

from __future__ import annotations

import re
from typing import NamedTuple

from samverkan.model.choices import FigureStatus
from samverkan.model.dates import time_said

_PRELIMINARY = re.compile(r"\bprel(?:iminär[at]?|iminary)?\b\.?|(?<=\d)prel\w*\.?", re.IGNORECASE)
_FINAL = re.compile(r"\b(?:slutlig[at]?|final)\b", re.IGNORECASE)
_BRACKETS = str.maketrans("()[]", "    ")
_MONTHS = ("jan", "feb", "mar", "apr", "maj|may", "jun", "jul", "aug", "sep", "okt|oct", "nov", "dec")
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = (
    (re.compile(rf"{_YEAR}(?:\.0)?"), "{year}"),
    (re.compile(rf"(?:helår|hela året|år|year)\s*{_YEAR}"), "{year}"),
    (re.compile(rf"{_YEAR}\s*(?:helår|hela året)"), "{year}"),
    (re.compile(rf"{_YEAR}(?:m|-|/)(?P<month>0[1-9]|1[0-2])"), "{year}-{month}"),
    (re.compile(rf"{_YEAR}[\s-]*(?:k|q|kv|kvartal)\.?\s*(?P<n>[1-4])"), "K{n} {year}"),
    (re.compile(rf"(?:k|q|kv|kvartal)\.?\s*(?P<n>[1-4])[\s,-]*{_YEAR}"), "K{n} {year}"),
    (re.compile(rf"(?:t|tertial)\s*(?P<n>[1-3])[\s,-]*{_YEAR}"), "T{n} {year}"),
    (re.compile(rf"{_YEAR}[\s-]*(?:t|tertial)\s*(?P<n>[1-3])"), "T{n} {year}"),
    (re.compile(rf"{_YEAR}\s*[-–/]\s*(?P<end>(?:19|20)\d\d)"), "{year}–{end}"),
)
_MONTH = re.compile(rf"(?:{_YEAR}\s*)?(?P<name>[a-zåäö]{{3,9}})\.?\s*(?P<last>(?:19|20)\d\d)?")


class PeriodFound(NamedTuple):
    """A time, and whether its figures may still change, where that is said beside it."""

    period: str
    status: FigureStatus | None


def period_in(text: str, year: str = "") -> PeriodFound | None:
    """Read a time of a table.

    Args:
        text: what stands there: `2025`, `2025 prel.`, `2025M03`, `Kvartal 1`, `Jan`.
        year: the year, where it stands in another column.

    Returns:
        None where it is no time.
    """
    status = status_in(text) or status_in(year)
    bare = " ".join(_without_status(text).casefold().split())
    of_year = " ".join(_without_status(year).casefold().split())
    if of_year and of_year not in bare:
        bare = f"{bare} {of_year}".strip()
    for form, shape in _FORMS:
        if met := form.fullmatch(bare):
            return PeriodFound(shape.format(**met.groupdict()), status)
    return _named_month(bare, status) or _said(bare, status)


def status_in(text: str) -> FigureStatus | None:
    """Tell whether words say that figures may still change, or that they may not."""
    if _PRELIMINARY.search(text):
        return FigureStatus.PRELIMINARY
    return FigureStatus.FINAL if _FINAL.search(text) else None


def _without_status(text: str) -> str:
    return _FINAL.sub("", _PRELIMINARY.sub("", text)).translate(_BRACKETS)


def _named_month(bare: str, status: FigureStatus | None) -> PeriodFound | None:
    met = _MONTH.fullmatch(bare)
    year = met and (met["year"] or met["last"])
    if not met or not year:
        return None
    for number, names in enumerate(_MONTHS, 1):
        if any(met["name"].startswith(name) for name in names.split("|")):
            return PeriodFound(f"{year}-{number:02d}", status)
    return None


def _said(bare: str, status: FigureStatus | None) -> PeriodFound | None:
    if not re.search(r"(?:19|20)\d\d", bare):
        return None
    found = time_said(bare)
    return PeriodFound(str(found), status) if found else None
