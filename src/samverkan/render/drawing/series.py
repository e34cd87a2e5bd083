"""What charts are drawn from: figures over time, how each series looks, and how large the picture is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from samverkan.model.dates import CoarseDate

_OWN = ("#1f4e79", "")
_OTHERS = (("#b45309", "7 4"), ("#4d7c0f", "2 3"), ("#7e3f98", "9 3 2 3"), ("#5b6b7b", "4 2"))
"""Colour and dash of the series that a chart is about, and of each comparison; `mark` gives each its shape too."""


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
        gaps: the periods that are known to have no figure.
    """

    name: str
    points: tuple[Point, ...]
    gaps: tuple[CoarseDate, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """How large a chart is, in units of which a line of text takes twelve.

    Attributes:
        width: how wide the picture is.
        plot: how high the room for the lines is.
        is_small: whether only the first and the last figure have room to be written.
    """

    width: int
    plot: int
    is_small: bool = False


def look(position: int) -> tuple[str, str]:
    """Give the colour and the dash of a series by its place: the first is what the chart is about."""
    return _OTHERS[(position - 1) % len(_OTHERS)] if position else _OWN


def stroke(position: int) -> float:
    """Give the width of the line of a series by its place."""
    return 1.6 if position else 2.6


def mark(position: int, x: float, y: float) -> str:
    """Draw the shape of a series around a point: a disc for the first, else a square, a diamond or a triangle."""
    r = 4.5
    if not position:
        return f"M{x - r:.1f} {y:.1f}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0Z"
    shapes = (
        f"M{x - 4:.1f} {y - 4:.1f}h8v8h-8Z",
        f"M{x:.1f} {y - 5.5:.1f}l5.5 5.5l-5.5 5.5l-5.5 -5.5Z",
        f"M{x:.1f} {y - 5.5:.1f}l5.5 9.5h-11Z",
    )
    return shapes[(position - 1) % len(shapes)]
