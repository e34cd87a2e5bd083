"""Indicators over time: the table with every figure, and the chart beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.choices import FigureStatus, Item
from samverkan.model.picture import SituationPicture
from samverkan.render.context.charts import Column, Drawing, StatedFigure, drawing, measure_of, unit_told
from samverkan.render.context.document import DocumentContext
from samverkan.render.context.values import Context, present
from samverkan.render.drawing.chart import BESIDE, WHOLE, Frame, Point, Series, chart

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.model.counts import Figure
    from samverkan.model.dates import CoarseDate
    from samverkan.model.picture import Indicator
    from samverkan.render.context.values import Fact

_MOST_BESIDE, _MOST_ROWS = 2, 20
"""How many series and periods the figures of a chart have at the most to stand beside it."""
_MOST_COLUMNS = 4
"""How many series have columns of their own, however wide their names are."""
_LETTERS_BETWEEN = 3
_MOST_LINES = 6
"""How many lines a chart has at the most that can be told apart."""
_LETTERS_BESIDE = 21
"""How many letters a line has in the heads of all the columns of such figures together."""


class IndicatorParts(DocumentContext[SituationPicture]):
    """Documents that hold indicators."""

    def _indicators(self) -> Context:
        return {"items": [self._indicator(indicator) for indicator in self.model.indicators]}

    def _indicator(self, indicator: Indicator) -> Context:
        words, series = self.words, self._series(indicator)
        status = _common_status(indicator, series)
        is_beside = _is_beside(series)
        drawn = self.chart_of(indicator, BESIDE if is_beside else WHOLE)
        return {
            "title": indicator.title,
            "facts": present(self._facts_of(indicator, status)),
            "chart": drawn,
            "is_beside": is_beside,
            "caption": unit_told(indicator.unit, words),
            **self._table(indicator, [(name, figures) for name, figures in series if figures], status),
            "remarks": list(self._remarks(series)),
            "html": self.prose.html(indicator.note),
        }

    def _facts_of(self, indicator: Indicator, status: FigureStatus | None) -> Iterable[Fact]:
        """What the figures are about; what they count, and where, stands with the figures themselves."""
        desired = self.words.fixed(f"desired_{indicator.desired.value}") if indicator.desired else ""
        yield self.fact("desired", desired)
        yield self.fact(
            "unit",
            "" if len(_periods(self._series(indicator))) > 1 else self.words.capital(self.words.unit(indicator.unit)),
        )
        yield self.named("source", indicator.source, Item.SOURCE)
        yield self.said("retrieved", indicator.retrieved)
        yield self.said("figure_status", status)

    def _table(
        self, indicator: Indicator, series: list[tuple[str, tuple[Figure, ...]]], status: FigureStatus | None
    ) -> Context:
        """Write every figure: a row for each period, or for each of many areas and groups where they are wider."""
        names, periods = [name for name, _ in series], _periods(series)
        columns = [Column(_stated(indicator, figures, status), self.words) for _, figures in series]
        is_turned = self._are_narrower(periods, names)
        if is_turned:  # the figures below each other are of all the series
            decimals = max(column.decimals for column in columns)
            columns = [Column(column.figures, self.words, decimals) for column in columns]
        rows = [self._row(period, columns) for period in periods]
        if not is_turned:
            return {"corner": self.words.fixed("period"), "columns": names, "rows": rows}
        turned = zip(*(row["values"] for row in rows), strict=True)
        return {
            "corner": self.words.fixed("area_or_group"),
            "columns": [row["head"] for row in rows],
            "rows": [{"head": name, "values": list(values)} for name, values in zip(names, turned, strict=True)],
        }

    def _are_narrower(self, periods: list[CoarseDate], names: list[str]) -> bool:
        """Tell whether periods are to have columns instead of many series, as their heads take less room."""
        heads = [period.say(self.language) for period in periods]
        return len(names) > _MOST_COLUMNS and len(heads) > 1 and _letters(heads) < _letters(names)

    def _row(self, period: CoarseDate, columns: list[Column]) -> Context:
        """Give the figures of a period; that all of them are preliminary is told once, with the period."""
        of_row = [figure for column in columns for figure in column.figures if figure.period == period]
        is_preliminary = all(figure.is_preliminary for figure in of_row)
        said = period.say(self.language)
        return {
            "head": f"{said} ({FigureStatus.PRELIMINARY.say(self.language)})" if is_preliminary else said,
            "values": [column.cell(period, is_told=is_preliminary) for column in columns],
        }

    def chart_of(self, indicator: Indicator, frame: Frame) -> Drawing | None:
        """Draw an indicator; see `chart`. Of very many lines the first is drawn, and the table has them all."""
        found = self._series(indicator)
        series = [one for name, figures in found if (one := _drawn(name, figures)).points]
        if not series or not any(figure.value is not None for figure in indicator.values):
            return None
        if len(series) > _MOST_LINES and len(_periods(found)) > 1:
            series = series[:1]
        return drawing(chart(series, None, measure_of(indicator.unit, self.words), self.language, frame))

    def _series(self, indicator: Indicator) -> list[tuple[str, tuple[Figure, ...]]]:
        """Give the figures with whose they are, the indicator's own first."""
        parts = [(part.name, part.values) for part in indicator.breakdowns]
        others = [(other.name, other.values) for other in indicator.comparisons]
        own = (
            self.names.of(indicator.area, Item.AREA) if indicator.area else self._own_area(is_alone=not parts + others)
        )
        return [(own, indicator.values), *parts, *others]

    def _own_area(self, *, is_alone: bool) -> str:
        """Name what figures are for that have no area of their own: the one area that is no part of another.

        Args:
            is_alone: whether there are no other figures to be told apart from them.
        """
        found = [area.name for area in self.model.areas if area.part_of is None]
        return found[0] if len(found) == 1 else self.words.fixed("value" if is_alone else "whole_area")

    def _remarks(self, series: list[tuple[str, tuple[Figure, ...]]]) -> Iterable[str]:
        """Give what is said of single figures, each with what it is about."""
        for position, (name, figures) in enumerate(series):
            for figure in figures:
                period = figure.period.say(self.language)
                about = self.words.capital(f"{name} {period}" if position else period)
                parts = self.words.of_which(figure.of_which)
                words = figure.text if figure.value is not None else None  # else it stands in the figure's place
                yield from (f"{about}: {said}" for said in (words, figure.note, parts) if said)


def _is_beside(series: list[tuple[str, tuple[Figure, ...]]]) -> bool:
    """Tell whether the figures have room beside their chart, with the words above them whole."""
    longest = max(len(word) for name, _ in series for word in name.split())
    is_small = len(series) <= _MOST_BESIDE and max(len(figures) for _, figures in series) <= _MOST_ROWS
    return is_small and longest * len(series) <= _LETTERS_BESIDE


def _letters(heads: Iterable[str]) -> int:
    """Count the letters of the longest word of each head, with the room between columns."""
    return sum(max(map(len, head.split()), default=0) + _LETTERS_BETWEEN for head in heads)


def _periods(series: list[tuple[str, tuple[Figure, ...]]]) -> list[CoarseDate]:
    """Give the periods that there are figures of, first to last; several are told in a table, with what they count."""
    return sorted({figure.period for _, figures in series for figure in figures})


def _drawn(name: str, figures: Iterable[Figure]) -> Series:
    """Give what is drawn of some figures: those that there are, and the periods that have none."""
    found = [(figure.period, figure.value) for figure in figures]
    points = tuple(Point(period, value) for period, value in found if value is not None)
    return Series(name, points, tuple(period for period, value in found if value is None))


def _common_status(indicator: Indicator, series: list[tuple[str, tuple[Figure, ...]]]) -> FigureStatus | None:
    """Give the status that all figures have; None where they differ, or where some have none."""
    statuses = {figure.status or indicator.status for _, figures in series for figure in figures}
    return statuses.pop() if len(statuses) == 1 else None


def _stated(indicator: Indicator, figures: tuple[Figure, ...], status: FigureStatus | None) -> Iterable[StatedFigure]:
    """Give figures for a column; which of them are preliminary is told where not all are of one status."""
    for figure in figures:
        is_preliminary = status is None and (figure.status or indicator.status) is FigureStatus.PRELIMINARY
        yield StatedFigure(figure.period, figure.value, figure.precision, None, is_preliminary, figure.text)
