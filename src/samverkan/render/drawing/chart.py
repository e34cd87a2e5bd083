"""Charts of figures over time, as paths and words: the same data give the same canvas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.render.drawing.bars import draw_bars
from samverkan.render.drawing.canvas import Canvas, DrawnPath, DrawnText
from samverkan.render.drawing.lines import LineChart
from samverkan.render.drawing.series import Frame, Point, Series
from samverkan.words.document import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.model.dates import CoarseDate
    from samverkan.model.goals import Limits
    from samverkan.render.drawing.scale import Measure
    from samverkan.words.sentence import Language

__all__ = ["BESIDE", "SMALL", "WHOLE", "Chart", "Frame", "Point", "Series", "chart"]

WHOLE, BESIDE, SMALL = Frame(640, 160), Frame(400, 120), Frame(306, 66, is_small=True)
"""A chart as wide as a page, one with its figures beside it, and one of several in a row."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture, `width` by `height` units.

    Attributes:
        width: the width.
        height: the height.
        desc: every figure in words.
        note: what readers are to be told of its axis; empty for nothing.
        paths: what to draw, what lies on top last.
        texts: what to write on top of that.
    """

    width: str
    height: str
    desc: str
    note: str
    paths: tuple[DrawnPath, ...]
    texts: tuple[DrawnText, ...]


def chart(
    series: Sequence[Series],
    target: Limits | None,
    measure: Measure,
    language: Language,
    frame: Frame = WHOLE,
) -> Chart | None:
    """Draw figures over time as lines, or as bars where all are of one period.

    Args:
        series: the figures that the chart is about, and after them those to hold them against.
        target: what the figures are to reach or to keep within, where there is something; two limits make a band.
        measure: what the figures count.
        language: the language of the words.
        frame: how large the chart is.

    Returns:
        The picture; None for a single figure with nothing to hold it against.
    """
    days = sorted({point.day for one in series for point in one.points})
    if len(days) == 1 and len(series) == 1 and target is None:
        return None
    words = Wording(language)
    canvas, is_bars = Canvas(words), len(days) == 1 and all(len(one.points) == 1 for one in series)
    note = ""
    if is_bars:
        height = draw_bars(canvas, series, target, measure, frame)
    else:
        drawn = LineChart(canvas, series, target, measure, frame)
        height, note = drawn.draw(), drawn.note
    told = _told(canvas, series, target)
    desc = words("bar_chart" if is_bars else "line_chart", unit=measure.words, series=told)
    whole = " ".join(part for part in (desc, note) if part)
    return Chart(str(frame.width), str(height), whole, note, tuple(canvas.paths), tuple(canvas.texts))


def _figures_of(canvas: Canvas, one: Series) -> Iterator[tuple[CoarseDate, str]]:
    """Give every period of a series with its figure, or that it has none."""
    yield from ((point.day, canvas.number(point.value)) for point in one.points)
    yield from ((day, canvas.words("no_figure")) for day in one.gaps)


def _told(canvas: Canvas, series: Sequence[Series], target: Limits | None) -> str:
    """Say every figure, and the target."""
    language = canvas.words.language
    told = [
        f"{one.name}: " + ", ".join(f"{day.say(language)}: {said}" for day, said in sorted(_figures_of(canvas, one)))
        for one in series
    ]
    told += [f"{canvas.words('target')}: {canvas.limits(target)}"] if target is not None else []
    return ". ".join(told)
