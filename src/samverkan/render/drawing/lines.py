"""Figures over time as lines, each with its name beside it."""

from __future__ import annotations

import itertools
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.model.dates import CoarseDate
from samverkan.render.drawing.canvas import INK, LETTER, LINE, RULE, STRONG, lines_of
from samverkan.render.drawing.scale import axis_of, middle_of, runs, written_period
from samverkan.render.drawing.series import look, mark, stroke

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from samverkan.model.goals import Limits
    from samverkan.render.drawing.canvas import Canvas
    from samverkan.render.drawing.scale import Measure
    from samverkan.render.drawing.series import Frame, Point, Series

_TOP = 36
_UNBROKEN = "\u00a0"
_SAMPLE = 22
_SHARE_OF_NAMES = 0.42
_MOST_LINES, _LONGEST_WORD = 3, 18
_LABEL_ROOM = 24


@dataclass
class _Name:
    """The name of a line, or of the target where `position` is None, and where it stands beside the lines."""

    position: int | None
    lines: list[str]
    y: float

    @property
    def height(self) -> int:
        return LINE * len(self.lines) + 2


class LineChart:
    """Figures over time as lines on a canvas.

    Attributes:
        note: what readers are to be told of the axis; empty for nothing.
    """

    def __init__(
        self, canvas: Canvas, series: Sequence[Series], target: Limits | None, measure: Measure, frame: Frame
    ) -> None:
        """Prepare to draw; what the chart is about stands first in `series`."""
        self._canvas, self._series, self._target, self._frame = canvas, series, target, frame
        self._measure = measure
        self._days = sorted({point.day for one in series for point in one.points})
        self._ends = target.ends if target else ()
        values = [point.value for one in series for point in one.points]
        self._axis = axis_of([*values, *self._ends], measure, 3 if frame.is_small else 5)
        self._bottom = _TOP + frame.plot
        self._left = 8 + canvas.room(map(canvas.number, self._axis.ticks))
        self._first, self._last = middle_of(self._days[0]), max(map(middle_of, self._days))
        self._names = self._placed_names()
        beside = max((LETTER * len(line) for name in self._names for line in name.lines), default=0)
        self._right = frame.width - (_SAMPLE + 22 + beside if self._names else 8)
        written = [canvas.number(point.value) for point in series[0].points]
        self._inset = max(20, canvas.room(written) // 2)
        self.note = self._told(values)

    def draw(self) -> int:
        """Draw it, and give the height of the picture."""
        canvas, ends = self._canvas, [self._y(end) for end in self._ends]
        canvas.text(0, _TOP - 20, "start", lines_of(self._measure.words, int(self._frame.width / LETTER), 1)[0])
        if ends[1:]:
            canvas.band(f"M{self._left} {ends[1]:.1f}H{self._right:.1f}V{ends[0]:.1f}H{self._left}Z")
        self._draw_axes()
        for y in ends:
            canvas.limit(f"M{self._left} {y:.1f}H{self._right:.1f}")
        for position in reversed(range(len(self._series))):  # what the chart is about is drawn last, on top
            self._draw_line(position)
        self._draw_figures()
        for name in self._names:
            self._draw_name(name.position, name.lines, self._right + 8, name.y)
        return self._bottom + 28 if self._names else self._draw_legend()

    def _told(self, values: Sequence[Decimal]) -> str:
        words = self._canvas.words
        if self._axis.is_broken:
            return words("axis_broken", value=self._canvas.number(self._axis.ticks[0]))
        return words("all_zero") if not any(values) else ""

    def _x(self, day: CoarseDate) -> float:
        return self._x_at(middle_of(day))

    def _x_at(self, day: float) -> float:
        span = self._last - self._first
        share = (day - self._first) / span if span else 0.5
        return self._left + self._inset + (self._right - self._left - 2 * self._inset) * share

    def _y(self, value: Decimal) -> float:
        return _TOP + self._frame.plot * (1 - self._axis.share(value))

    # Axes

    def _draw_axes(self) -> None:
        canvas = self._canvas
        for tick in self._axis.ticks:
            y = self._y(tick)
            canvas.line(f"M{self._left} {y:.1f}H{self._right:.1f}", RULE if tick else STRONG, 1 if tick else 1.4)
            canvas.text(self._left - 8, y + 4, "end", canvas.number(tick))
        if self._axis.is_broken:
            canvas.line(f"M{self._left} {self._bottom}v-4l-5 -3l10 -4l-5 -3v-6", STRONG, 1.4)
        for x, period in self._periods():
            canvas.text(x, self._bottom + 20, "middle", period)

    def _periods(self) -> Iterator[tuple[float, str]]:
        """Give the periods that have room below the lines, the last one first, each with its place."""
        language = self._canvas.words.language
        if all(not day.month for day in self._days):
            years = range(self._days[-1].year, self._days[0].year - 1, -1)
            found = [CoarseDate(year) for year in years]
            room = (self._right - self._left - 2 * self._inset) / max(len(found) - 1, 1)
            found = found[:: math.ceil(36 / room) if room else 1]
        else:
            found = self._days[::-1]
        end = math.inf
        for day in found:
            written = written_period(day, language)
            half = LETTER * len(written) / 2
            x = min(max(self._x(day), half), self._frame.width - half)
            if x + half + 6 <= end:
                yield x, written
                end = x - half

    # Lines

    def _points(self, position: int) -> list[Point]:
        return sorted(self._series[position].points, key=lambda point: (point.day, point.value))

    def _draw_line(self, position: int) -> None:
        """Draw the line of a series, broken where periods are missing, with a mark at each figure."""
        colour, dash = look(position)
        points = self._points(position)
        places = [(self._x(point.day), self._y(point.value)) for point in points]
        for run in runs([point.day for point in points], self._series[position].gaps):
            if run[1:]:
                path = "L".join("{:.1f} {:.1f}".format(*places[i]) for i in run)
                self._canvas.line("M" + path, colour, stroke(position), dash)
        for x, y in places:
            self._canvas.shape(mark(position, x, y), colour)

    def _draw_figures(self) -> None:
        """Write the figures that the chart is about, below their marks where another line runs close above."""
        for point in self._written_points():
            y = self._y(point.value)
            others = [self._y(o.value) for one in self._series[1:] for o in one.points if o.day == point.day]
            is_crowded = any(0 <= y - other < _LABEL_ROOM for other in others) and y + 18 <= self._bottom
            figure = self._canvas.number(point.value)
            self._canvas.text(self._x(point.day), y + (18 if is_crowded else -9), "middle", figure, look(0)[0])

    def _written_points(self) -> list[Point]:
        """Choose whose figures are written: all where there is room, else the ends, the highest and the lowest."""
        points = self._points(0)
        chosen = {0, len(points) - 1}
        if not self._frame.is_small:
            by_value = sorted(range(len(points)), key=lambda i: points[i].value)
            chosen |= {by_value[0], by_value[-1]}
            apart = [self._x(b.day) - self._x(a.day) for a, b in itertools.pairwise(points)]
            if min(apart, default=0) >= 2 * self._inset - 8 or len(points) == 1:
                chosen |= set(range(len(points)))
        return [points[i] for i in self._apart(points, sorted(chosen))]

    def _apart(self, points: Sequence[Point], chosen: Sequence[int]) -> list[int]:
        """Leave out figures that would stand on another one; the last one stays."""
        kept: list[int] = []
        for i in reversed(chosen):
            if not kept or self._x(points[kept[-1]].day) - self._x(points[i].day) >= 2 * self._inset - 12:
                kept.append(i)
        return kept

    # Names

    def _placed_names(self) -> list[_Name]:
        """Place the names beside the ends of their lines; none where there are too many of them, or too long ones."""
        named = self._named()
        longest = max((len(word) for _, name, _ in named for word in name.split(" ")), default=0)
        letters = max(int((self._frame.width * _SHARE_OF_NAMES - _SAMPLE - 22) / LETTER), longest)
        names = [_Name(position, lines_of(name, letters, _MOST_LINES), y) for position, name, y in named]
        top, bottom = _TOP - 10.0, self._bottom + 8.0
        if longest > _LONGEST_WORD or sum(name.height for name in names) > bottom - top:
            return []
        names.sort(key=lambda name: name.y)
        for name in names:
            name.y = top = max(top, name.y - name.height / 2)
            top += name.height
        for name in reversed(names):
            name.y = min(name.y, bottom - name.height)
            bottom = name.y
        return names

    def _named(self) -> list[tuple[int | None, str, float]]:
        """Give what is named, each with its height: lines that are not alone, and the target."""
        lines = enumerate(self._series) if self._series[1:] else ()
        named: list[tuple[int | None, str, float]] = [
            (position, one.name, self._y(self._points(position)[-1].value)) for position, one in lines
        ]
        if self._target and self._ends:
            words = self._target_words(self._target)
            named.append((None, words, sum(map(self._y, self._ends)) / len(self._ends)))
        return named

    def _target_words(self, target: Limits) -> str:
        # A figure stands on the line of its ”minst”.
        limits = re.sub(" (?=[0-9−])", _UNBROKEN, self._canvas.limits(target))
        return f"{self._canvas.words('target')}: {limits}"

    def _draw_name(self, position: int | None, lines: Sequence[str], x: float, top: float) -> None:
        canvas, y = self._canvas, top + LINE / 2 + 1
        if position is not None:
            colour, dash = look(position)
            canvas.line(f"M{x:.1f} {y:.1f}h{_SAMPLE}", colour, stroke(position), dash)
            canvas.shape(mark(position, x + _SAMPLE / 2, y), colour)
        elif self._ends[1:]:
            canvas.band(f"M{x:.1f} {y - 5:.1f}h{_SAMPLE}v10h-{_SAMPLE}Z")
            canvas.limit(f"M{x:.1f} {y - 5:.1f}h{_SAMPLE}")
            canvas.limit(f"M{x:.1f} {y + 5:.1f}h{_SAMPLE}")
        else:
            canvas.limit(f"M{x:.1f} {y:.1f}h{_SAMPLE}")
        for i, line in enumerate(lines):
            canvas.text(x + _SAMPLE + 6, y + 4 + LINE * i, "start", line.replace(_UNBROKEN, " "), INK)

    def _draw_legend(self) -> int:
        """Name each line below the chart where there is no room beside, and give the height down to there."""
        top = self._bottom + 28.0
        letters = int((self._frame.width - self._left - _SAMPLE - 6) / LETTER)
        for position, name, _ in self._named():
            lines = lines_of(name, letters, _MOST_LINES)
            self._draw_name(position, lines, self._left, top + 6)
            top += LINE * len(lines) + 6
        return math.ceil(top)
