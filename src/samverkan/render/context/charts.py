"""Charts, and the columns of figures beside them, as templates are given them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from samverkan.model.choices import FigureStatus, Unit
from samverkan.render.drawing.scale import Measure
from samverkan.words.numbers import decimals_of, written_number

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from samverkan.model.choices import Precision
    from samverkan.model.dates import CoarseDate
    from samverkan.render.context.phrases import Phrases
    from samverkan.render.drawing.chart import Chart

Drawing = dict[str, object]
"""The fields of a `Chart` as a map."""
_SHARES = frozenset({Unit.PER_CENT.value, Unit.PER_1000.value, Unit.PER_100000.value, Unit.INDEX.value})
"""Units that are no counts: what they measure is never near zero by being few."""


def drawing(chart: Chart | None) -> Drawing | None:
    """Give a chart as templates are given it; None for none."""
    return asdict(chart) if chart else None


def measure_of(unit: str | None, words: Phrases) -> Measure:
    """Say what figures count, from the unit as it is written; None counts things."""
    is_count = unit in {None, Unit.COUNT.value}
    return Measure(words.fixed("count") if is_count else words.unit(unit), is_count, unit in _SHARES)


def unit_told(unit: str | None, words: Phrases) -> str:
    """Say above a table what its figures count: ”Enhet: procent”."""
    return f"{words.fixed('unit')}: {measure_of(unit, words).words}"


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A figure on its way to a column of a table.

    Attributes:
        period: what time it is for; None where that is not known.
        value: the figure; None where there is none.
        text: what is said of it in words.
        precision: how exactly it is stated.
        unit: what it counts where that is not what the column counts.
        is_preliminary: whether it may still change, where not all figures may.
    """

    period: CoarseDate | None
    value: Decimal | None
    precision: Precision | None = None
    unit: str | None = None
    is_preliminary: bool = False
    text: str | None = None


class Column:
    """The figures of a column, all with room for as many decimals, so that they stand below each other."""

    def __init__(self, figures: Iterable[StatedFigure], words: Phrases, decimals: int | None = None) -> None:
        """Prepare to write figures with some words, with as many decimals or with those that they need."""
        self.figures = tuple(figures)
        self._words = words
        needed = decimals_of(figure.value for figure in self.figures if figure.value is not None)
        self.decimals = needed if decimals is None else decimals

    def cell(self, period: CoarseDate, *, is_told: bool) -> str:
        """Write the figure of a period, empty for none; two of one period share a cell.

        Args:
            period: the period.
            is_told: whether the row says already which figures are preliminary.
        """
        found = (figure for figure in self.figures if figure.period == period)
        return " / ".join(self.written(figure, is_told=is_told) for figure in found)

    def written(self, figure: StatedFigure, *, is_told: bool = False) -> str:
        """Write a figure: ”cirka 34”, ”preliminär 9 120”; what is said of it stands before its digits."""
        if figure.value is None:
            return figure.text or self._words.fixed("no_figure")
        language = self._words.language
        before = [FigureStatus.PRELIMINARY.say(language)] if figure.is_preliminary and not is_told else []
        before += [figure.precision.say(language)] if figure.precision else []
        after = [self._words.unit(figure.unit)] if figure.unit else []
        return " ".join([*before, written_number(figure.value, language, self.decimals), *after])
