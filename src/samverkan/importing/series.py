"""Figures as a source gives them: of what, where, of whom, and when, before they have a place in any document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from samverkan.model.choices import FigureStatus
    from samverkan.words.sentence import Text


@dataclass(frozen=True, slots=True)
class Point:
    """One figure.

    Attributes:
        period: its time, as documents write it.
        value: the figure; None where the source has none, or does not show it.
        status: whether it may still change, where the source says.
        place: where it stands in the source, to be found again.
    """

    period: str
    value: Decimal | None
    status: FigureStatus | None
    place: str


@dataclass(frozen=True, slots=True)
class SeriesKey:
    """What a series of figures is of.

    Attributes:
        indicator: what is measured, as the source names it.
        unit: what is counted, as documents write it; empty where the source does not say.
        area: the place, by name or code; empty where the source does not say.
        part: whom it is of, such as women; empty for all.
    """

    indicator: str
    unit: str = ""
    area: str = ""
    part: str = ""


@dataclass(slots=True)
class Found:
    """What a source holds.

    Attributes:
        series: its figures, by what they are of.
        titles: other names of indicators that the source gives.
        troubles: what could not be read in it.
        origin: what the source is called, where its form tells.
        pages: of each answer that came in pages, whether it says that another follows.
    """

    series: dict[SeriesKey, list[Point]] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    troubles: list[Text] = field(default_factory=list)
    origin: str = ""
    pages: list[bool] = field(default_factory=list)

    @property
    def lacks_a_page(self) -> bool:
        """Whether every page says that another follows, so that the last one is not among them."""
        return bool(self.pages) and all(self.pages)

    def add(self, key: SeriesKey, point: Point) -> None:
        """Take in a figure."""
        self.series.setdefault(key, []).append(point)
