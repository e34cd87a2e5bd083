"""Indicators over time: the table with every figure, and the chart beside it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from samverkan.model.choices import Item, Unit
from samverkan.model.picture import SituationPicture
from samverkan.render.context.document import DocumentContext
from samverkan.render.context.values import Context, present
from samverkan.render.drawing.chart import Point, Series, chart

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.model.counts import Figure
    from samverkan.model.picture import Indicator


class IndicatorParts(DocumentContext[SituationPicture]):
    """Documents that hold indicators."""

    def _indicators(self) -> Context:
        return {"items": [self._indicator(indicator) for indicator in self.model.indicators]}

    def _indicator(self, indicator: Indicator) -> Context:
        fixed = self.words.fixed
        facts = [
            self.fact("unit", self.words.unit(indicator.unit)),
            self.named("area", indicator.area, Item.AREA),
            self.fact("desired", fixed(f"desired_{indicator.desired.value}") if indicator.desired else ""),
            self.named("source", indicator.source, Item.SOURCE),
            self.said("retrieved", indicator.retrieved),
            self.said("figure_status", indicator.status),
        ]
        own = self.names.of(indicator.area, Item.AREA) if indicator.area else fixed("value")
        parts = [(part.name, part.values) for part in indicator.breakdowns]
        series = [(own, indicator.values), *parts, *((other.name, other.values) for other in indicator.comparisons)]
        lines = [Series(name, tuple(Point(f.period, f.value) for f in figures)) for name, figures in series]
        unit = fixed("count") if indicator.unit == Unit.COUNT.value else self.words.unit(indicator.unit)
        drawn = chart(lines[0], lines[1:], None, unit, self.language)
        return {
            "title": indicator.title,
            "facts": present(facts),
            "chart": asdict(drawn) if drawn else None,
            "columns": [name for name, _ in series],
            "rows": self._rows([figures for _, figures in series]),
            "remarks": list(self._remarks(series)),
            "html": self.prose.html(indicator.note),
        }

    def _rows(self, series: list[tuple[Figure, ...]]) -> list[Context]:
        """Give a row for each period, with a figure from each series; two figures of one period share a cell."""
        said = self.words.figure
        periods = sorted({figure.period for figures in series for figure in figures})
        return [
            {
                "period": str(period),
                "values": [" / ".join(said(f) for f in figures if f.period == period) for figures in series],
            }
            for period in periods
        ]

    def _remarks(self, series: list[tuple[str, tuple[Figure, ...]]]) -> Iterable[str]:
        """Give what is said of single figures, each with what it is about."""
        for position, (name, figures) in enumerate(series):
            for figure in figures:
                if figure.note:
                    about = f"{name} {figure.period}" if position else str(figure.period)
                    yield f"{about}: {figure.note}"
