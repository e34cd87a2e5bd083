"""Charts of figures over time, as plain paths and words for the templates: the same data give the same drawing."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from samverkan.render.context.phrases import written_number
from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samverkan.model.dates import CoarseDate
    from samverkan.words.sentence import Language

_WIDTH, _LEFT, _RIGHT, _TOP, _HEIGHT = 640, 64, 624, 36, 160
_BOTTOM = _TOP + _HEIGHT
_LEGEND_ROW, _BAR_ROW = 20, 38
_INK, _QUIET, _RULE = "#1c2430", "#55606e", "#dde3e9"
_LOOKS = (("#1f4e79", ""), ("#b45309", "7 4"), ("#4d7c0f", "2 3"), ("#7e3f98", "9 3 2 3"), ("#5b6b7b", "4 2"))
"""Colour and dash of each series; the shapes of `_mark` go with them, so that no series is told by colour alone."""
_MOST_LABELS = 12
_MOST_LETTERS = 88
_LABEL_ROOM = 24
_DIGIT = 7
"""The most room that a letter of a figure takes."""
_FLAT = Decimal("0.15")
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_MOST_TICKS = 5
_LINE_CHART = Text("Linjediagram, {unit}. {series}.", "Line chart, {unit}. {series}.")
_BAR_CHART = Text("Stapeldiagram, {unit}. {series}.", "Bar chart, {unit}. {series}.")
_TARGET = Text("Målvärde", "Target")


@dataclass(frozen=True)
class Series:
    """A row of figures over time.

    Attributes:
        name: whose figures they are.
        figures: each figure with the year, month or day that it is for.
    """

    name: str
    figures: Sequence[tuple[CoarseDate, Decimal]]


@dataclass
class _Drawing:
    """What is drawn, in the order in which it is drawn."""

    language: Language
    paths: list[dict[str, str]] = field(default_factory=list)
    texts: list[dict[str, str]] = field(default_factory=list)

    def line(self, d: str, colour: str, width: float, dash: str = "") -> None:
        self.paths.append({"d": d, "fill": "none", "stroke": colour, "width": f"{width:g}", "dash": dash})

    def shape(self, d: str, colour: str) -> None:
        self.paths.append({"d": d, "fill": colour, "stroke": "#ffffff", "width": "1", "dash": ""})

    def text(self, x: float, y: float, anchor: str, text: str, colour: str = _QUIET) -> None:
        self.texts.append({"x": f"{x:.1f}", "y": f"{y:.1f}", "anchor": anchor, "colour": colour, "text": text})

    def number(self, value: Decimal) -> str:
        return written_number(value, self.language)

    def room(self, values: Iterable[Decimal]) -> int:
        """Give the width of the longest of some figures."""
        return _DIGIT * max(len(self.number(value)) for value in values)


def chart(
    own: Series, comparisons: Sequence[Series], target: Decimal | None, unit: str, language: Language
) -> dict[str, Any] | None:
    """Draw figures over time as lines, or as bars where all are of one period.

    Args:
        own: the figures that the chart is about.
        comparisons: figures to hold them against.
        target: the value to be reached, where there is one.
        unit: what the figures count, in words.
        language: the language of the words.

    Returns:
        `width` and `height`, `desc` with every figure in words, and what to draw in order: `paths` (`d`,
        `fill`, `stroke`, `width`, `dash`) and `texts` (`x`, `y`, `anchor`, `colour`, `text`); None for a single figure
        with nothing to hold it against.
    """
    series = [own, *comparisons]
    days = sorted({day for one in series for day, _ in one.figures})
    if len(days) == 1 and not comparisons and target is None:
        return None
    drawing, is_bars = _Drawing(language), len(days) == 1 and all(len(one.figures) == 1 for one in series)
    kind, draw = (_BAR_CHART, _bars) if is_bars else (_LINE_CHART, _lines)
    height = draw(drawing, series, days, target, unit)
    number = drawing.number
    told = [f"{one.name}: " + ", ".join(f"{day}: {number(value)}" for day, value in one.figures) for one in series]
    told += [f"{_TARGET.say(language)}: {number(target)}"] if target is not None else []
    desc = Text(kind.sv, kind.en, {"unit": unit, "series": ". ".join(told)}).say(language)
    paths, texts = drawing.paths, drawing.texts
    return {"width": str(_WIDTH), "height": str(height), "desc": desc, "paths": paths, "texts": texts}


def _lines(
    drawing: _Drawing, series: Sequence[Series], days: Sequence[CoarseDate], target: Decimal | None, unit: str
) -> int:
    values = [value for one in series for _, value in one.figures] + ([] if target is None else [target])
    ticks = _ticks(min(values), max(values))
    first, last = days[0].first.toordinal(), days[-1].first.toordinal()
    left = max(_LEFT, 8 + drawing.room(ticks))
    inset = max(28, drawing.room(values) // 2)

    def x_of(day: CoarseDate) -> float:
        return left + inset + (_RIGHT - left - 2 * inset) * (day.first.toordinal() - first) / max(last - first, 1)

    def y_of(value: Decimal) -> float:
        return _TOP + _HEIGHT * (1 - float((value - ticks[0]) / (ticks[-1] - ticks[0])))

    drawing.text(0, _TOP - 20, "start", _clipped(unit))
    for tick in ticks:
        drawing.line(f"M{left} {y_of(tick):.1f}H{_RIGHT}", _RULE, 1)
        drawing.text(left - 8, y_of(tick) + 4, "end", drawing.number(tick))
    for day in days[:: math.ceil(len(days) / _MOST_LABELS)]:
        drawing.text(x_of(day), _BOTTOM + 20, "middle", str(day))
    if target is not None:
        drawing.line(f"M{left} {y_of(target):.1f}H{_RIGHT}", _INK, 1.5, "1.5 3.5")
    for position in reversed(range(len(series))):  # what the chart is about is drawn last, on top
        colour, dash = _LOOKS[position % len(_LOOKS)]
        points = [(x_of(day), y_of(value)) for day, value in sorted(series[position].figures)]
        path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        drawing.line(path, colour, 1.6 if position else 2.6, dash)
        for x, y in points:
            drawing.shape(_mark(position, x, y), colour)
    if len(days) <= _MOST_LABELS:
        for day, value in series[0].figures:
            others = [y_of(v) for other in series[1:] for d, v in other.figures if d == day]
            is_crowded = any(0 <= y_of(value) - y < _LABEL_ROOM for y in others)
            shift = 18 if is_crowded else -9
            drawing.text(x_of(day), y_of(value) + shift, "middle", drawing.number(value), _LOOKS[0][0])
    return _legend(drawing, series, target, _BOTTOM + 46)


def _legend(drawing: _Drawing, series: Sequence[Series], target: Decimal | None, top: int) -> int:
    """Name each line below the chart, and give the height down to there."""
    for position, one in enumerate(series):
        colour, dash = _LOOKS[position % len(_LOOKS)]
        y = top + _LEGEND_ROW * position
        drawing.line(f"M{_LEFT} {y - 4}h34", colour, 1.6 if position else 2.6, dash)
        drawing.shape(_mark(position, _LEFT + 17, y - 4), colour)
        drawing.text(_LEFT + 44, y, "start", _clipped(one.name), _INK)
    rows = len(series)
    if target is not None:
        y = top + _LEGEND_ROW * rows
        drawing.line(f"M{_LEFT} {y - 4}h34", _INK, 1.5, "1.5 3.5")
        drawing.text(_LEFT + 44, y, "start", f"{_TARGET.say(drawing.language)} {drawing.number(target)}", _INK)
        rows += 1
    return top + _LEGEND_ROW * rows - 10


def _bars(
    drawing: _Drawing, series: Sequence[Series], days: Sequence[CoarseDate], target: Decimal | None, unit: str
) -> int:
    """Draw lying bars from zero, one below the other, each with its name above it."""
    values = [one.figures[0][1] for one in series] + ([] if target is None else [target])
    low, high = min(*values, Decimal(0)), max(*values, Decimal(0))
    longest = _RIGHT - max(80, drawing.room(values))

    def x_of(value: Decimal) -> float:
        return 4 + longest * float((value - low) / ((high - low) or 1))

    drawing.text(0, _TOP - 20, "start", _clipped(f"{unit}, {days[0]}"))
    for position, one in enumerate(series):
        value, y = one.figures[0][1], _TOP + 12 + _BAR_ROW * position
        start, end = sorted((x_of(Decimal(0)), x_of(value)))
        drawing.text(4, y, "start", _clipped(one.name), _INK)
        drawing.shape(f"M{start:.1f} {y + 5}H{end:.1f}V{y + 19}H{start:.1f}Z", _LOOKS[0 if not position else -1][0])
        drawing.text(end + 6, y + 16, "start", drawing.number(value), _INK)
    height = _TOP + _BAR_ROW * len(series) + 4
    if target is not None:
        drawing.line(f"M{x_of(target):.1f} {_TOP}V{height}", _INK, 1.5, "1.5 3.5")
        words = f"{_TARGET.say(drawing.language)} {drawing.number(target)}"
        drawing.text(x_of(target), height + 14, "middle" if x_of(target) > _LEFT else "start", words, _INK)
        height += 20
    return height


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
