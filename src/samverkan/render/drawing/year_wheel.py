"""The year's wheel (årshjul), as paths and words for the templates: the same data give the same drawing."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Any

from samverkan.words.document import SHORT_MONTHS, Wording

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samverkan.words.sentence import Language

_OUTER, _INNER, _CENTRE = 150, 74, 160
_STEPS = 12
_TINTS = ("#eef2f6", "#cfe0ef", "#9fc1df", "#6a9cc9", "#1f4e79")
_DARK = 4


def wheel(days: Sequence[date], today: date, language: Language) -> dict[str, Any]:
    """Draw a year's wheel (årshjul): twelve months from today's on, tinted by how much falls in each.

    Args:
        days: the days that something is due, today or later.
        today: the month at the top.
        language: the language of the months' names.

    Returns:
        `segments` with `path`, `fill`, `ink`, `label`, `count` and the label's place `x`, `y`; and `alt`, which says
        the same in words. The drawing is 320 units wide and high.
    """
    counts = Counter((day.year, day.month) for day in days)
    months = [divmod(today.year * 12 + today.month - 1 + i, 12) for i in range(_STEPS)]
    segments, said = [], []
    for i, (year, index) in enumerate(months):
        count = counts[(year, index + 1)]
        label = SHORT_MONTHS[language][index]
        tint = min(count, len(_TINTS) - 1)
        middle = _point((i + 0.5) / _STEPS, (_OUTER + _INNER) / 2)
        segments.append(
            {
                "path": _segment(i / _STEPS, (i + 1) / _STEPS),
                "fill": _TINTS[tint],
                "ink": "#ffffff" if tint >= _DARK else "#1c2430",
                "label": label,
                "count": str(count) if count else "",
                "x": f"{middle[0]:.1f}",
                "y": f"{middle[1]:.1f}",
            }
        )
        if count:
            said.append(f"{label} {year}: {count}")
    words = Wording(language)
    return {"segments": segments, "alt": words("year_wheel", months=", ".join(said) or words("nothing_to_do"))}


def _segment(start: float, end: float) -> str:
    """Draw a part of the ring, its ends as shares of a turn from the top."""
    points = [
        _point(share, radius) for share, radius in ((start, _OUTER), (end, _OUTER), (end, _INNER), (start, _INNER))
    ]
    (a, b), (c, d), (e, f), (g, h) = points
    return (
        f"M{a:.1f} {b:.1f}A{_OUTER} {_OUTER} 0 0 1 {c:.1f} {d:.1f}"
        f"L{e:.1f} {f:.1f}A{_INNER} {_INNER} 0 0 0 {g:.1f} {h:.1f}Z"
    )


def _point(share: float, radius: float) -> tuple[float, float]:
    angle = 2 * math.pi * share - math.pi / 2
    return _CENTRE + radius * math.cos(angle), _CENTRE + radius * math.sin(angle)
