"""What drawings are made of: paths and texts, with the colours that they share."""

from __future__ import annotations

import math
import re
import textwrap
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samverkan.words.numbers import limits_text, written_number

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from samverkan.model.goals import Limits
    from samverkan.words.document import Wording

INK, QUIET, STRONG, RULE = "#1c2430", "#4a5460", "#7a8694", "#dde3e9"
_BAND = "#eaf1e4"
_SPACES = re.compile(r"[ \t\r\n]+")  # not those within numbers
DIGIT, LETTER, LINE = 7.5, 7, 14
"""The most room that a letter of a figure takes, that a letter of a text takes on the whole, and from line to line.

Web pages may be read in a wider font than ours."""


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
        """Write a figure as the language does; see `written_number`."""
        return written_number(value, self.words.language)

    def limits(self, target: Limits) -> str:
        """Write a target: ”minst 40”, ”mellan 40 och 60”, ”40” where no side of it is meant."""
        return limits_text(target.low, target.high, is_open=target.is_open).say(self.words.language)

    def room(self, written: Iterable[str]) -> int:
        """Give the width, in units of the picture, of the longest of some written figures."""
        return math.ceil(DIGIT * max(map(len, written)))


def lines_of(text: str, letters: int, most: int) -> list[str]:
    """Break a text into lines, at spaces that may be broken only, but for a word that is longer than a line.

    Args:
        text: the text.
        letters: how many letters a line holds.
        most: how many lines there may be; what does not fit is left out after whole words, with "…".
    """
    lines = textwrap.wrap(" ".join(_SPACES.split(text.strip())), letters, break_on_hyphens=False)
    if len(lines) <= most:
        return lines
    kept = textwrap.shorten(" ".join(lines[most - 1 :]), letters, placeholder=" …", break_on_hyphens=False)
    return [*lines[: most - 1], kept]
