"""The table of indicators: every figure of the documents, a row for each time and each division."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from samverkan.export.columns import Columns, Table, joined
from samverkan.export.origin import OfPart
from samverkan.export.part_columns import add_origin
from samverkan.model.base import Part
from samverkan.model.choices import Direction, FigureStatus, Precision
from samverkan.model.cooperation import Quantity
from samverkan.model.counts import BackgroundFigure, Count, Figure, SubCount
from samverkan.model.picture import Breakdown, Comparison, Indicator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.export.origin import Exported
    from samverkan.findings import KeyPath
    from samverkan.model.dates import CoarseDate

_SERIES = (BackgroundFigure, Indicator, Comparison, Breakdown, Figure, SubCount)


@dataclass(frozen=True, eq=False)
class FigureRow(OfPart[Part]):
    """A figure of a document, or a series that has none yet."""

    @cached_property
    def chain(self) -> tuple[tuple[KeyPath, Part], ...]:
        """It and the series and figures that it is a part of, the nearest first."""
        found = [(self.path, self.part)]
        for path, part in self.above():
            if not isinstance(part, _SERIES):
                break
            found.append((path, part))
        return tuple(found)

    @property
    def series(self) -> tuple[KeyPath, Part]:
        """What it is a figure of."""
        return self.chain[-1]

    @property
    def owner(self) -> str | None:
        """The key of the goal, outcome or other part that the series stands in; None for one of the document's own."""
        own = OfPart(self.origin, *self.series)
        return next((self.origin.key(path) for path, part in own.above() if not isinstance(part, Quantity)), None)

    @property
    def unit(self) -> str | None:
        """What it counts, where it or its series says."""
        found = (part.unit for _, part in self.chain if isinstance(part, SubCount | BackgroundFigure | Indicator))
        return next((unit for unit in found if unit), None)

    @property
    def period(self) -> CoarseDate | None:
        """The time that it is of, as it or its series says."""
        found = (part.period for _, part in self.chain if isinstance(part, Figure | Count | BackgroundFigure))
        return next((period for period in found if period), None)

    @property
    def source(self) -> str | None:
        """Where it is from, as it or its series says."""
        found = (part.source for _, part in self.chain if isinstance(part, Count | BackgroundFigure))
        own = next((source for source in found if source), None)
        path, part = self.series
        return self.origin.keys_under(path, "source") if own is None and isinstance(part, Indicator) else own

    @property
    def stated(self) -> Figure | SubCount | BackgroundFigure | None:
        """What holds the figure; None for an indicator without figures."""
        return self.part if isinstance(self.part, Figure | SubCount | BackgroundFigure) else None

    @property
    def indicator(self) -> Indicator | None:
        """The indicator of a situation picture that it belongs to; None for other figures."""
        part = self.series[1]
        return part if isinstance(part, Indicator) else None

    @property
    def compared_with(self) -> str | None:
        """Who else it is of, for comparison."""
        return joined(part.name for _, part in self.chain if isinstance(part, Comparison))

    @property
    def division(self) -> str | None:
        """Which part of the whole it is of, the nearest first."""
        inner = [part for _, part in self.chain[:-1]]
        found = [part.title for part in inner if isinstance(part, SubCount)]
        return joined([*found, *(part.name for part in inner if isinstance(part, Breakdown))])

    @property
    def status(self) -> FigureStatus | None:
        """Whether it may still change."""
        own = self.part.status if isinstance(self.part, Figure) else None
        return own or (self.indicator.status if self.indicator else None)

    @property
    def note(self) -> str | None:
        """What is to be said of it, or of its series."""
        own = self.part.note if isinstance(self.part, Figure) else None
        return own or (self.indicator.note if self.indicator else None)


def indicators() -> Table:
    """Declare the table."""
    columns = Columns[FigureRow]("indicators")
    add_origin(columns, lambda row: row.origin)
    columns.text("key", lambda row: row.key, "")
    columns.text("series", lambda row: row.origin.key(row.series[0]), "")
    columns.text("owner", lambda row: row.owner, "")
    columns.text("title", lambda row: row.series[1].own_name, "indicators.title, figures.title, counts.title")
    columns.text("compared_with", lambda row: row.compared_with, "indicators.comparisons.name")
    columns.text("division", lambda row: row.division, "indicators.breakdowns.name, of_which.title")
    columns.text("unit", lambda row: row.unit)
    columns.time("period", lambda row: row.period)
    columns.decimal("value", lambda row: row.stated.value if row.stated else None)
    columns.text("precision", lambda row: row.stated.precision if row.stated else None, choices=Precision)
    columns.text("text", lambda row: row.stated.text if row.stated else None)
    columns.text("status", lambda row: row.status, choices=FigureStatus)
    columns.text("note", lambda row: row.note)
    columns.text("source", lambda row: row.source)
    desired = "indicators.desired"
    columns.text("direction", lambda row: row.indicator.desired if row.indicator else None, desired, Direction)
    columns.text("area", lambda row: row.origin.keys_under(row.series[0], "area"), "indicators.area")
    return columns.of_rows(_rows)


def _rows(exported: Exported) -> Iterator[FigureRow]:
    for found in exported.parts(Part):
        if _has_row(found.part):
            yield FigureRow(found.origin, found.path, found.part)


def _has_row(part: Part) -> bool:
    """Tell whether a part is a figure, or a series that would be nowhere else."""
    if isinstance(part, BackgroundFigure):
        return not part.values or part.value is not None or part.text is not None
    return isinstance(part, Figure | SubCount) or (isinstance(part, Indicator) and not part.values)
