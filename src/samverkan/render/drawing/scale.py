"""Where figures and days stand in a chart: honest axes."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from samverkan.words.document import SHORT_MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.model.dates import CoarseDate
    from samverkan.words.sentence import Language

_FLAT = Decimal("0.15")
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class Measure:
    """What figures count.

    Attributes:
        words: it in words.
        is_whole: whether there are only whole ones of it, as of crimes.
        may_break: whether its axis may begin elsewhere than at zero, as that of shares may.
    """

    words: str
    is_whole: bool = False
    may_break: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """The vertical axis.

    Attributes:
        ticks: the figures on it, lowest first.
        is_broken: whether zero is left out, which would have flattened the lines.
    """

    ticks: tuple[Decimal, ...]
    is_broken: bool

    def share(self, value: Decimal) -> float:
        """Give how far up a figure stands, from 0 to 1."""
        return float((value - self.ticks[0]) / (self.ticks[-1] - self.ticks[0]))


def axis_of(values: Sequence[Decimal], measure: Measure, most_ticks: int) -> Axis:
    """Choose even figures that hold all values, from zero unless that would flatten what may begin elsewhere.

    Args:
        values: the figures, and the limits to hold them against.
        measure: what they count.
        most_ticks: about how many steps the axis may have.
    """
    low, high = min(values), max(values)
    is_broken = measure.may_break and 0 < low < high and high - low <= _FLAT * high
    if not is_broken:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    step = _step((high - low or Decimal(1)) / most_ticks, is_whole=measure.is_whole or all(map(_is_whole, values)))
    first = (low / step).to_integral_value("ROUND_FLOOR")
    last = (high / step).to_integral_value("ROUND_CEILING")
    ticks = tuple(_short((first + i) * step) for i in range(max(int(last - first), 1) + 1))
    return Axis(ticks, is_broken and 0 not in ticks)


def _step(rough: Decimal, *, is_whole: bool) -> Decimal:
    scale = Decimal(1).scaleb(rough.adjusted())
    steps = (factor * scale for factor in _STEPS)
    return max(
        next(step for step in steps if step >= rough and (_is_whole(step) or step < 1 or not is_whole)),
        Decimal(1 if is_whole else 0),
    )


def _is_whole(value: Decimal) -> bool:
    return value == value.to_integral_value()


def _short(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if _is_whole(value) else value.normalize()


def middle_of(day: CoarseDate) -> float:
    """Give the number of the day in the middle of a period, so that periods of all lengths stand true to time."""
    return (day.first.toordinal() + day.last.toordinal()) / 2


def runs(days: Sequence[CoarseDate], missing: Sequence[CoarseDate] = ()) -> list[list[int]]:
    """Part figures where periods are missing between them, by the rhythm of those that there are.

    Days, and periods of several kinds, have no rhythm: they are one run.

    Args:
        days: the periods in their order.
        missing: periods that are known to have no figure.

    Returns:
        The positions of the figures of each run.
    """
    months = [day.first.year * 12 + day.first.month for day in days]
    gaps = [later - earlier for earlier, later in itertools.pairwise(months)]
    step = min((gap for gap in gaps if gap), default=0) if _is_regular(days) else max(gaps, default=0)
    between = zip(gaps, itertools.pairwise(days), strict=True)
    return _parted([2 * gap > 3 * step or _is_between(*ends, missing) for gap, ends in between])


def _is_regular(days: Sequence[CoarseDate]) -> bool:
    kinds = {(bool(day.month), bool(day.said)) for day in days}
    return len(kinds) == 1 and not any(day.day and not day.said for day in days)


def _is_between(earlier: CoarseDate, later: CoarseDate, missing: Sequence[CoarseDate]) -> bool:
    return any(earlier < day < later for day in missing)


def _parted(breaks: Sequence[bool]) -> list[list[int]]:
    """Part positions where there is a break between one and the next."""
    found = [[0]]
    for i, is_broken in enumerate(breaks):
        if is_broken:
            found.append([])
        found[-1].append(i + 1)
    return found


def written_period(day: CoarseDate, language: Language) -> str:
    """Write a period in the narrow room of a chart: ”2024”, ”maj 2024”, ”3 maj 2024”, or as it is said."""
    if day.said or not day.month:
        return str(day)
    month = f"{SHORT_MONTHS[language][day.month - 1]} {day.year}"
    return f"{day.day} {month}" if day.day else month
