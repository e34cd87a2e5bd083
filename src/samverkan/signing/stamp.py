"""What a signature shows on the page: who signed and when, drawn as shapes.

Shapes rather than letters, for a font that is added to a finished PDF would have to keep both of its profiles. What is
read aloud is the field's own words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fontTools.pens.basePen import BasePen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from pyhanko.stamp import BaseStamp, BaseStampStyle

from samverkan.render.engines.typst import sans_font

if TYPE_CHECKING:
    from collections.abc import Sequence

_LARGEST, _LEADING, _DEPTH = 9.0, 1.25, 0.28


class _Shapes(BasePen):  # type: ignore[misc]
    """Takes the outlines of letters as the code of a PDF's page."""

    def __init__(self, glyphs: Any) -> None:
        super().__init__(glyphs)
        self.code: list[str] = []

    def _moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - the library's name
        self.code.append(f"{point[0]:.2f} {point[1]:.2f} m")

    def _lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - likewise
        self.code.append(f"{point[0]:.2f} {point[1]:.2f} l")

    def _curveToOne(  # noqa: N802 - likewise
        self, one: tuple[float, float], two: tuple[float, float], end: tuple[float, float]
    ) -> None:
        numbers = " ".join(f"{value:.2f}" for point in (one, two, end) for value in point)
        self.code.append(f"{numbers} c")

    def _closePath(self) -> None:  # noqa: N802 - likewise
        self.code.append("h")


@dataclass(frozen=True)
class StampStyle(BaseStampStyle):
    """The lines that a signature shows."""

    border_width: int = 0
    lines: tuple[str, ...] = ()

    def create_stamp(self, writer: Any, box: Any, text_params: Any) -> BaseStamp:
        """Make what is drawn in a field; see the library."""
        del text_params
        return _Stamp(writer=writer, style=self, box=box)


class _Stamp(BaseStamp):
    def _render_inner_content(self) -> list[bytes]:
        return [drawn(self.style.lines, self.box.width, self.box.height)]


def drawn(lines: Sequence[str], width: float, height: float) -> bytes:
    """Draw lines in a box, as large as they fit, from its lower left corner.

    Args:
        lines: the lines, from top to bottom.
        width: that of the box, in points.
        height: likewise.

    Returns:
        The code of a PDF's page.
    """
    font = TTFont(sans_font(), lazy=True)
    glyphs, names, unit = font.getGlyphSet(), font.getBestCmap(), font["head"].unitsPerEm
    known = [[names.get(ord(letter), ".notdef") for letter in line] for line in lines]
    widest = max((sum(glyphs[name].width for name in line) for line in known), default=0) / unit
    size = min(_LARGEST, height / (len(lines) * _LEADING), width / widest if widest else _LARGEST)
    shapes = _Shapes(glyphs)
    for number, line in enumerate(known):
        left, base = 0.0, size * (_DEPTH + _LEADING * (len(known) - 1 - number))
        for name in line:
            scale = size / unit
            glyphs[name].draw(TransformPen(shapes, (scale, 0, 0, scale, left, base)))
            left += glyphs[name].width * scale
    return " ".join(["0 g", *shapes.code, "f"]).encode()
