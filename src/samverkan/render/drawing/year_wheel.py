"""The year's wheel (årshjul): what falls in each month, and a ring of the months that shows where there is much.

The same data give the same drawing.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, NamedTuple

from samverkan.model.dates import CoarseDate
from samverkan.render.drawing.canvas import INK, Canvas
from samverkan.words.document import SHORT_MONTHS, Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from samverkan.duties.rows import Row
    from samverkan.words.sentence import Language

_OUTER, _INNER, _CENTRE = 150, 74, 160
_STEPS = 12
_TINTS = ("#eef2f6", "#dbe7f2", "#bcd4e9", "#9fc1df")
_MOST_IN_MONTH = 4


class DueThing(NamedTuple):
    """Something that falls due on a day: what is to be done, and who is to do it where that is said."""

    day: date
    what: str
    who: str


@dataclass(frozen=True, slots=True)
class MonthOfWheel:
    """A month with what falls in it.

    Attributes:
        name: the month and its year, in words.
        items: the first things that fall in it, each as `day`, `what` and `who`.
        more: how many more there are, in words; empty where there are none.
    """

    name: str
    items: list[dict[str, str]]
    more: str


@dataclass(frozen=True, slots=True)
class YearWheel:
    """A year's wheel.

    Attributes:
        chart: the ring, as the templates are given charts.
        months: twelve months, the first of them today's.
        rest: the months in which there is more, with what stands nowhere else.
    """

    chart: dict[str, object]
    months: list[MonthOfWheel]
    rest: list[MonthOfWheel]


def things_due(rows: Iterable[Row], today: date, language: Language) -> list[DueThing]:
    """Say of rows that are due today or later what is to be done, and who is to do it."""
    duties = (row.duty for row in rows)
    coming = [(duty.due, duty) for duty in duties if duty.due is not None and duty.due >= today]
    return [DueThing(due, duty.what.say(language), duty.responsible.say(language)) for due, duty in coming]


def year_wheel(things: Sequence[DueThing], today: date, language: Language) -> YearWheel:
    """Make a year's wheel of the twelve months from today's on.

    Args:
        things: what falls due, today or later; what falls later than these months is left out.
        today: a day of the first month.
        language: the language to say it in.
    """
    words = Wording(language)
    steps = [divmod(today.year * 12 + today.month - 1 + i, 12) for i in range(_STEPS)]
    canvas, said = Canvas(words), []
    months: list[MonthOfWheel] = []
    rest: list[MonthOfWheel] = []
    for i, (year, index) in enumerate(steps):
        # Two duties of one day can have the same words, and say nothing more together.
        own = sorted({thing for thing in things if (thing.day.year, thing.day.month) == (year, index + 1)})
        name = CoarseDate.parse(f"{year}-{index + 1:02}").say(language)
        items = [_item(thing, language) for thing in own]
        left = items[_MOST_IN_MONTH:]
        more = words("and_more", count=str(len(left))) if left else ""
        months.append(MonthOfWheel(name, items[:_MOST_IN_MONTH], more))
        rest += [MonthOfWheel(name, left, "")] if left else []
        said += [f"{name}: {len(own)}"] if own else []
        canvas.shape(_segment(i / _STEPS, (i + 1) / _STEPS), _TINTS[min(len(own), len(_TINTS) - 1)])
        x, y = _point((i + 0.5) / _STEPS, (_OUTER + _INNER) / 2)
        canvas.text(x, y + 4, "middle", SHORT_MONTHS[language][index], INK)
    desc = words("year_wheel", months=", ".join(said) or words("nothing_to_do"))
    size = 2 * _CENTRE
    drawn = {"paths": [asdict(path) for path in canvas.paths], "texts": [asdict(text) for text in canvas.texts]}
    return YearWheel({"width": size, "height": size, **drawn, "desc": desc, "note": ""}, months, rest)


def _item(thing: DueThing, language: Language) -> dict[str, str]:
    day = f"{thing.day.day} {SHORT_MONTHS[language][thing.day.month - 1]}"
    return {"day": day, "what": thing.what, "who": thing.who}


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
