"""How many outcomes of each verdict there are, as lying bars told apart by colour, pattern and word."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.render.drawing.canvas import INK, LETTER, Canvas
from samverkan.render.drawing.chart import Chart
from samverkan.words.document import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.words.sentence import Language

_TOP, _HIGH, _SWATCH, _LEAST = 4, 20, 16, 16
_LINES = "#5b6672"
_LOOKS = (
    ("#9ccc9f", ()),
    ("#f6dc86", (1,)),
    ("#b3cbe2", (0,)),
    ("#f4c6a0", (0, 1)),
    ("#eba79f", (1, -1)),
    ("#e3e7eb", (-1,)),
    ("#ffffff", ()),
)
"""Fill and pattern of each verdict in its place: lines that lean by so much, 0 for upright ones."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How the bars are laid out.

    Attributes:
        width: how wide the picture is.
        left: where the bars begin; what they are of stands before them, or above them where nothing is left.
        bar: how long they are.
        row: how much height each takes.
    """

    width: int
    left: int
    bar: int
    row: int

    @property
    def is_narrow(self) -> bool:
        """Tell whether the words stand above the bars."""
        return self.left == 0


ON_PAGES, ON_PHONES = Shape(640, 104, 306, 30), Shape(320, 0, 316, 54)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict: its place among all of them, and its word."""

    place: int
    word: str


@dataclass(frozen=True, slots=True)
class Row:
    """What became of some things.

    Attributes:
        name: what they are.
        said: how many were reached or done, in words.
        counts: how many there are of each verdict, in the order of the verdicts.
        words: what each verdict is called after so many of these things.
    """

    name: str
    said: str
    counts: tuple[int, ...]
    words: tuple[str, ...]


def outcome_bars(rows: Sequence[Row], verdicts: Sequence[Verdict], language: Language, shape: Shape) -> Chart:
    """Draw a bar for each row, as long as the others, parted by verdict.

    Args:
        rows: the rows.
        verdicts: the verdicts that there are.
        language: the language of the words.
        shape: how wide the picture is, and where the words of a bar stand.

    Returns:
        The picture.
    """
    canvas = Canvas(Wording(language))
    for i, row in enumerate(rows):
        _draw_row(canvas, row, verdicts, shape, _TOP + shape.row * i)
    height = _draw_key(canvas, verdicts, shape, _TOP + shape.row * len(rows) + 6)
    desc = canvas.words("outcome_bars", rows=told_in_words(rows))
    return Chart(str(shape.width), str(height), desc, "", tuple(canvas.paths), tuple(canvas.texts))


def told_in_words(rows: Sequence[Row]) -> str:
    """Tell in words what the bars show, without the last full stop."""
    return ". ".join(map(_told, rows))


def _told(row: Row) -> str:
    counted = (f"{count} {word}" for word, count in zip(row.words, row.counts, strict=True) if count)
    return f"{row.name}: {row.said} ({', '.join(counted)})"


def _draw_row(canvas: Canvas, row: Row, verdicts: Sequence[Verdict], shape: Shape, top: float) -> None:
    below = shape.row - _HIGH - 10 if shape.is_narrow else 0
    canvas.text(0, top + 15, "start", row.name, INK)
    if shape.is_narrow:
        canvas.text(shape.width, top + 15, "end", row.said, INK)
    else:
        canvas.text(shape.left + shape.bar + 12, top + 15, "start", row.said, INK)
    left, whole = float(shape.left), sum(row.counts) or 1
    for verdict, count in zip(verdicts, row.counts, strict=True):
        width = shape.bar * count / whole
        if count:
            _draw_part(canvas, verdict.place, left, top + below, width, _HIGH)
        if width >= _LEAST:
            canvas.text(left + width / 2, top + below + 15, "middle", str(count), INK)
        left += width


def _draw_part(canvas: Canvas, place: int, x: float, y: float, width: float, height: float) -> None:  # noqa: PLR0913, PLR0917
    """Draw a rectangle with the fill and the pattern of a verdict."""
    fill, leans = _LOOKS[place]
    canvas.shape(f"M{x:.1f} {y:.1f}h{width:.1f}v{height:.1f}h-{width:.1f}Z", fill)
    for lean in leans:
        most = width + height if lean else width
        lines = (_line(x, width, height, lean, step) for step in range(4, math.ceil(most), 8))
        path = "".join(f"M{a:.1f} {y + b:.1f}L{c:.1f} {y + d:.1f}" for a, b, c, d in lines)
        if path:
            canvas.line(path, _LINES, 0.7)
    canvas.line(f"M{x:.1f} {y:.1f}h{width:.1f}v{height:.1f}h-{width:.1f}Z", _LINES, 0.7)


def _line(x: float, width: float, height: float, lean: int, step: float) -> tuple[float, float, float, float]:
    """Give the ends of one line of a pattern within a rectangle, heights from its top."""
    if not lean:
        return x + step, 0, x + step, height
    start, end = max(0.0, step - height), min(width, step)
    low, high = step - start, step - end
    ends = (x + start, low, x + end, high)
    return ends if lean > 0 else (ends[0], height - low, ends[2], height - high)


def _draw_key(canvas: Canvas, verdicts: Sequence[Verdict], shape: Shape, top: float) -> int:
    """Name the verdicts below the bars, row by row, and give the height down to there."""
    x, y = float(shape.left), top
    for verdict in verdicts:
        room = _SWATCH + 6 + LETTER * len(verdict.word) + 16
        if x + room > shape.width and x > shape.left:
            x, y = float(shape.left), y + 20
        _draw_part(canvas, verdict.place, x, y, _SWATCH, 12)
        canvas.text(x + _SWATCH + 6, y + 11, "start", verdict.word, INK)
        x += room
    return math.ceil(y + 20)
