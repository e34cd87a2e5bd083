"""Charts of figures over time, as paths and words: the same data give the same canvas."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from samverkan.render.drawing.canvas import DIGIT, INK, RULE, Canvas, DrawnPath, DrawnText
from samverkan.words.document import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.model.dates import CoarseDate
    from samverkan.model.goals import Limits
    from samverkan.words.sentence import Language

_WIDTH, _LEFT, _RIGHT, _TOP, _HEIGHT = 640, 64, 624, 36, 160
_BOTTOM = _TOP + _HEIGHT
_LEGEND_ROW, _BAR_ROW = 20, 38
_LOOKS = (("#1f4e79", ""), ("#b45309", "7 4"), ("#4d7c0f", "2 3"), ("#7e3f98", "9 3 2 3"), ("#5b6b7b", "4 2"))
"""Colour and dash of each series; the shapes of `_mark` go with them, so that no series is told by colour alone."""
_MOST_LABELS = 12
_MOST_LETTERS = 88
_LABEL_ROOM = 24
_FLAT = Decimal("0.15")
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_MOST_TICKS = 5


@dataclass(frozen=True, slots=True)
class Point:
    """A figure, and the year, month or day that it is for."""

    day: CoarseDate
    value: Decimal


@dataclass(frozen=True, slots=True)
class Series:
    """Figures over time.

    Attributes:
        name: whose figures they are.
        points: the figures.
    """

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture, `width` by `height` units.

    Attributes:
        width: the width.
        height: the height.
        desc: every figure in words.
        paths: what to draw, what lies on top last.
        texts: what to write on top of that.
    """

    width: str
    height: str
    desc: str
    paths: tuple[DrawnPath, ...]
    texts: tuple[DrawnText, ...]


@dataclass(frozen=True, slots=True)
class _Axes:
    """Where days and figures stand in a line chart.

    Attributes:
        left: where the horizontal lines begin.
        inset: how far from the ends of those the first and the last figure stand.
        first: the first day's number.
        last: the last day's number.
        ticks: the figures on the vertical axis.
    """

    left: int
    inset: int
    first: int
    last: int
    ticks: Sequence[Decimal]

    def x(self, day: CoarseDate) -> float:
        share = (day.first.toordinal() - self.first) / max(self.last - self.first, 1)
        return self.left + self.inset + (_RIGHT - self.left - 2 * self.inset) * share

    def y(self, value: Decimal) -> float:
        return _TOP + _HEIGHT * (1 - float((value - self.ticks[0]) / (self.ticks[-1] - self.ticks[0])))


def chart(
    own: Series, comparisons: Sequence[Series], target: Limits | None, unit: str, language: Language
) -> Chart | None:
    """Draw figures over time as lines, or as bars where all are of one period.

    Args:
        own: the figures that the chart is about.
        comparisons: figures to hold them against.
        target: what the figures are to reach or to keep within, where there is something; two limits make a band.
        unit: what the figures count, in words.
        language: the language of the words.

    Returns:
        The picture; None for a single figure with nothing to hold it against.
    """
    series = [own, *comparisons]
    days = sorted({point.day for one in series for point in one.points})
    if len(days) == 1 and not comparisons and target is None:
        return None
    words = Wording(language)
    canvas, is_bars = Canvas(words), len(days) == 1 and all(len(one.points) == 1 for one in series)
    key, draw = ("bar_chart", _bars) if is_bars else ("line_chart", _lines)
    height = draw(canvas, series, days, target, unit)
    told = [
        f"{one.name}: " + ", ".join(f"{point.day}: {canvas.number(point.value)}" for point in one.points)
        for one in series
    ]
    told += [f"{words('target')}: {canvas.limits(target)}"] if target is not None else []
    desc = words(key, unit=unit, series=". ".join(told))
    return Chart(str(_WIDTH), str(height), desc, tuple(canvas.paths), tuple(canvas.texts))


def _values(series: Sequence[Series], target: Limits | None) -> list[Decimal]:
    return [point.value for one in series for point in one.points] + list(target.ends if target else ())


def _lines(
    canvas: Canvas, series: Sequence[Series], days: Sequence[CoarseDate], target: Limits | None, unit: str
) -> int:
    values = _values(series, target)
    ticks = _ticks(min(values), max(values))
    left, inset = max(_LEFT, 8 + canvas.room(ticks)), max(28, canvas.room(values) // 2)
    axes = _Axes(left, inset, days[0].first.toordinal(), days[-1].first.toordinal(), ticks)
    canvas.text(0, _TOP - 20, "start", _clipped(unit))
    ends = target.ends if target else ()
    if ends[1:]:
        canvas.band(f"M{left} {axes.y(ends[1]):.1f}H{_RIGHT}V{axes.y(ends[0]):.1f}H{left}Z")
    for tick in ticks:
        canvas.line(f"M{left} {axes.y(tick):.1f}H{_RIGHT}", RULE, 1)
        canvas.text(left - 8, axes.y(tick) + 4, "end", canvas.number(tick))
    for day in days[:: math.ceil(len(days) / _MOST_LABELS)]:
        canvas.text(axes.x(day), _BOTTOM + 20, "middle", str(day))
    for end in ends:
        canvas.limit(f"M{left} {axes.y(end):.1f}H{_RIGHT}")
    for position in reversed(range(len(series))):  # what the chart is about is drawn last, on top
        _line(canvas, axes, series[position], position)
    if len(days) <= _MOST_LABELS:
        _figures(canvas, axes, series)
    return _legend(canvas, series, target, _BOTTOM + 46)


def _line(canvas: Canvas, axes: _Axes, series: Series, position: int) -> None:
    """Draw the line of a series with a mark at each figure."""
    colour, dash = _LOOKS[position % len(_LOOKS)]
    points = sorted(series.points, key=lambda point: (point.day, point.value))
    places = [(axes.x(point.day), axes.y(point.value)) for point in points]
    canvas.line("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in places), colour, 1.6 if position else 2.6, dash)
    for x, y in places:
        canvas.shape(_mark(position, x, y), colour)


def _figures(canvas: Canvas, axes: _Axes, series: Sequence[Series]) -> None:
    """Write the figures that the chart is about, below their marks where another line runs close above."""
    for point in series[0].points:
        y = axes.y(point.value)
        others = [axes.y(other.value) for one in series[1:] for other in one.points if other.day == point.day]
        is_crowded = any(0 <= y - other < _LABEL_ROOM for other in others)
        shift = 18 if is_crowded else -9
        canvas.text(axes.x(point.day), y + shift, "middle", canvas.number(point.value), _LOOKS[0][0])


def _legend(canvas: Canvas, series: Sequence[Series], target: Limits | None, top: int) -> int:
    """Name each line below the chart, and give the height down to there."""
    for position, one in enumerate(series):
        colour, dash = _LOOKS[position % len(_LOOKS)]
        y = top + _LEGEND_ROW * position
        canvas.line(f"M{_LEFT} {y - 4}h34", colour, 1.6 if position else 2.6, dash)
        canvas.shape(_mark(position, _LEFT + 17, y - 4), colour)
        canvas.text(_LEFT + 44, y, "start", _clipped(one.name), INK)
    rows = len(series)
    if target is not None:
        y = top + _LEGEND_ROW * rows
        if target.ends[1:]:
            canvas.band(f"M{_LEFT} {y - 10}h34v12h-34Z")
            canvas.limit(f"M{_LEFT} {y - 10}h34")
            canvas.limit(f"M{_LEFT} {y + 2}h34")
        else:
            canvas.limit(f"M{_LEFT} {y - 4}h34")
        canvas.text(_LEFT + 44, y, "start", f"{canvas.words('target')} {canvas.limits(target)}", INK)
        rows += 1
    return top + _LEGEND_ROW * rows - 10


def _bars(
    canvas: Canvas, series: Sequence[Series], days: Sequence[CoarseDate], target: Limits | None, unit: str
) -> int:
    """Draw lying bars from zero, one below the other, each with its name above it."""
    values = _values(series, target)
    low, high = min(*values, Decimal(0)), max(*values, Decimal(0))
    longest = _RIGHT - max(80, canvas.room(values))
    height = _TOP + _BAR_ROW * len(series) + 4

    def x_of(value: Decimal) -> float:
        return 4 + longest * float((value - low) / ((high - low) or 1))

    canvas.text(0, _TOP - 20, "start", _clipped(f"{unit}, {days[0]}"))
    ends = [x_of(end) for end in target.ends] if target else []
    if ends[1:]:
        canvas.band(f"M{ends[0]:.1f} {_TOP}H{ends[1]:.1f}V{height}H{ends[0]:.1f}Z")
    for position, one in enumerate(series):
        value, y = one.points[0].value, _TOP + 12 + _BAR_ROW * position
        start, end = sorted((x_of(Decimal(0)), x_of(value)))
        canvas.text(4, y, "start", _clipped(one.name), INK)
        canvas.shape(f"M{start:.1f} {y + 5}H{end:.1f}V{y + 19}H{start:.1f}Z", _LOOKS[0 if not position else -1][0])
        canvas.text(end + 6, y + 16, "start", canvas.number(value), INK)
    if target is None:
        return height
    for x in ends:
        canvas.limit(f"M{x:.1f} {_TOP}V{height}")
    words = f"{canvas.words('target')} {canvas.limits(target)}"
    room = DIGIT * len(words) / 2
    canvas.text(min(max(sum(ends) / len(ends), room), _WIDTH - room), height + 14, "middle", words, INK)
    return height + 20


def _ticks(low: Decimal, high: Decimal) -> list[Decimal]:
    """Give the steps of the axis: even figures that hold all values, from zero unless that would flatten the lines."""
    spread = high - low
    if (low >= 0 and spread > _FLAT * high) or high == low == 0:
        low = Decimal(0)
    elif spread == 0:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    rough = (high - low or Decimal(1)) / _MOST_TICKS
    scale = Decimal(1).scaleb(rough.adjusted())
    step = next(factor * scale for factor in _STEPS if factor * scale >= rough)
    first = (low / step).to_integral_value("ROUND_FLOOR")
    last = (high / step).to_integral_value("ROUND_CEILING")
    count = max(int(last - first), 1)
    return [_short((first + i) * step) for i in range(count + 1)]


def _short(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _mark(position: int, x: float, y: float) -> str:
    """Draw a disc, a square, a diamond or a triangle around a point."""
    r = 4.5
    shapes = (
        f"M{x - r:.1f} {y:.1f}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0Z",
        f"M{x - 4:.1f} {y - 4:.1f}h8v8h-8Z",
        f"M{x:.1f} {y - 5.5:.1f}l5.5 5.5l-5.5 5.5l-5.5 -5.5Z",
        f"M{x:.1f} {y - 5.5:.1f}l5.5 9.5h-11Z",
    )
    return shapes[position % len(shapes)]


def _clipped(name: str) -> str:
    """Shorten a name that would run out of the picture; the table beside it has the whole one."""
    folded = " ".join(name.split())
    return folded if len(folded) <= _MOST_LETTERS else folded[: _MOST_LETTERS - 1].rstrip() + "…"
