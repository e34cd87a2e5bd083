"""Times from one to another as people write them, ”jan–aug 2025”, and as files do."""

from __future__ import annotations

import re

from samverkan.model.meant_times import date_of
from samverkan.model.said_times import MONTHS_SV

_TO = re.compile(r" ?– ?| - | till (?:och med )?| t\.?o\.?m\.? |(?<=[^\W\d_])-(?=[^\W\d_])")
_YEAR = re.compile(r"[12][0-9]{3}\Z")
_LETTERS = re.compile(r"[^\W\d_]{3}")
_OF_MONTH = len("2025-01")


def span_meant(written: str) -> dict[str, str]:
    """Give the first and the last time of a span under `from` and `until`; nothing where a text is no span.

    Args:
        written: the text: ”jan–aug 2025”, ”maj 2025 till mars 2026”.
    """
    start, *end = _TO.split(written.strip(), maxsplit=1)
    until, year = (date_of(end[0]), _YEAR.search(end[0])) if end else ("", None)
    is_bare = year is not None and not _YEAR.search(start) and _LETTERS.search(start) is not None
    begins = date_of(f"{start} {year.group()}" if year and is_bare else start)
    return {"from": begins, "until": until} if begins and until else {}


def months_said(span: dict[str, str]) -> str:
    """Say a span of whole months of one year as files do, ”januari–augusti 2025”; empty for any other."""
    first, last = span.get("from", ""), span.get("until", "")
    if len(first) != _OF_MONTH or len(last) != _OF_MONTH or first[:4] != last[:4]:
        return ""
    months = (MONTHS_SV[int(time[5:]) - 1] for time in (first, last))
    return f"{'–'.join(months)} {last[:4]}"
