"""Figures of one period as lying bars."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from samverkan.render.drawing.canvas import INK, LETTER, STRONG, lines_of
from samverkan.render.drawing.scale import written_period
from samverkan.render.drawing.series import look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.model.goals import Limits
    from samverkan.render.drawing.canvas import Canvas
    from samverkan.render.drawing.scale import Measure
    from samverkan.render.drawing.series import Frame, Series

_TOP, _ROW = 36, 38


def draw_bars(canvas: Canvas, series: Sequence[Series], target: Limits | None, measure: Measure, frame: Frame) -> int:
    """Draw lying bars from zero, one below the other, each with its name above it.

    Args:
        canvas: what to draw on.
        series: the bars, each of one figure, what the chart is about first.
        target: what to hold them against, where there is something.
        measure: what they count.
        frame: how large the picture is; its height follows the number of bars.

    Returns:
        The height of the picture.
    """
    values = [one.points[0].value for one in series] + list(target.ends if target else ())
    low, high = min(*values, Decimal(0)), max(*values, Decimal(0))
    longest = frame.width - 16 - max(80, canvas.room(map(canvas.number, values)))
    bottom = _TOP + _ROW * len(series) + 4
    letters = int((frame.width - 8) / LETTER)

    def x_of(value: Decimal) -> float:
        return 4 + longest * float((value - low) / ((high - low) or 1))

    period = written_period(series[0].points[0].day, canvas.words.language)
    canvas.text(0, _TOP - 20, "start", lines_of(f"{measure.words}, {period}", letters, 1)[0])
    ends = [x_of(end) for end in target.ends] if target else []
    if ends[1:]:
        canvas.band(f"M{ends[0]:.1f} {_TOP}H{ends[1]:.1f}V{bottom}H{ends[0]:.1f}Z")
    for position, one in enumerate(series):
        value, y = one.points[0].value, _TOP + 12 + _ROW * position
        start, end = sorted((x_of(Decimal(0)), x_of(value)))
        canvas.text(4, y, "start", lines_of(one.name, letters, 1)[0], INK)
        canvas.shape(f"M{start:.1f} {y + 5}H{end:.1f}V{y + 19}H{start:.1f}Z", look(position)[0])
        canvas.text(end + 6, y + 16, "start", canvas.number(value), INK)
    if low < 0:
        canvas.line(f"M{x_of(Decimal(0)):.1f} {_TOP}V{bottom}", STRONG, 1.4)
    if target is None:
        return bottom
    for x in ends:
        canvas.limit(f"M{x:.1f} {_TOP}V{bottom}")
    words = f"{canvas.words('target')}: {canvas.limits(target)}"
    room = LETTER * len(words) / 2
    canvas.text(min(max(sum(ends) / len(ends), room), frame.width - room), bottom + 14, "middle", words, INK)
    return bottom + 20
