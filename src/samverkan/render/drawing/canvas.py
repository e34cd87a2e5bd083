"""What drawings are made of: paths and texts, with the colours that they share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samverkan.words.numbers import written_number

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from samverkan.model.goals import Limits
    from samverkan.words.document import Wording

INK, QUIET, RULE = "#1c2430", "#55606e", "#dde3e9"
_BAND = "#eaf1e4"
DIGIT = 7
"""The most room that a letter of a figure takes."""


@dataclass(frozen=True, slots=True)
class DrawnPath:
    """A line or a shape, as the attributes of an SVG path; `width` and `dash` are those of its stroke."""

    d: str
    fill: str
    stroke: str
    width: str
    dash: str


@dataclass(frozen=True, slots=True)
class DrawnText:
    """A text with its place in the picture; `anchor` says which end of it, or its middle, stands there."""

    x: str
    y: str
    anchor: str
    colour: str
    text: str


@dataclass
class Canvas:
    """Collects what is drawn, in the order in which it is drawn.

    Attributes:
        words: the words of the document, in its language.
        paths: the lines and shapes so far.
        texts: the texts so far.
    """

    words: Wording
    paths: list[DrawnPath] = field(default_factory=list)
    texts: list[DrawnText] = field(default_factory=list)

    def line(self, d: str, colour: str, width: float, dash: str = "") -> None:
        """Draw an open path; `dash` is empty for an unbroken line."""
        self.paths.append(DrawnPath(d, "none", colour, f"{width:g}", dash))

    def shape(self, d: str, colour: str) -> None:
        """Draw a closed path in a colour, with a white edge."""
        self.paths.append(DrawnPath(d, colour, "#ffffff", "1", ""))

    def band(self, d: str) -> None:
        """Draw a closed path behind what a target asks to keep within."""
        self.paths.append(DrawnPath(d, _BAND, "none", "0", ""))

    def limit(self, d: str) -> None:
        """Draw the line of a target's limit."""
        self.line(d, INK, 1.5, "1.5 3.5")

    def text(self, x: float, y: float, anchor: str, text: str, colour: str = QUIET) -> None:
        """Write a text from, around or to a place: `start`, `middle` or `end`."""
        self.texts.append(DrawnText(f"{x:.1f}", f"{y:.1f}", anchor, colour, text))

    def number(self, value: Decimal) -> str:
        """Write a figure as the language does."""
        return written_number(value, self.words.language)

    def limits(self, target: Limits) -> str:
        """Write a target: ”40”, ”mellan 40 och 60”."""
        ends = [self.number(end) for end in target.ends]
        return self.words("within", low=ends[0], high=ends[1]) if ends[1:] else ends[0]

    def room(self, values: Iterable[Decimal]) -> int:
        """Give the width, in units of the picture, of the longest of some figures."""
        return DIGIT * max(len(self.number(value)) for value in values)
