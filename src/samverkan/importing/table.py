"""A table to series of figures: which rows are headings, what the columns hold, and how its figures are written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from samverkan.escape import visible
from samverkan.importing.series import Point, SeriesKey
from samverkan.importing.times import period_in, status_in
from samverkan.model.choices import FigureStatus
from samverkan.spreadsheets.grid import place_of
from samverkan.spreadsheets.numbers import MISSING, Signs, is_twofold, number_in, signs_of
from samverkan.words.importing import IMPORTING
from samverkan.words.lists import FirstOf
from samverkan.words.units import unit_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.importing.mapping import Mapping
    from samverkan.importing.series import Found
    from samverkan.importing.times import PeriodFound
    from samverkan.spreadsheets.grid import Grid, GridCell

_NAMES: dict[str, tuple[str, ...]] = {
    "indicator": (
        *("brott", "brottstyp", "brottskategori", "brottskod", "indikator", "nyckeltal", "mått", "variabel", "fråga"),
        *("indicator", "crime", "offence", "kpi", "measure"),
    ),
    "area": (
        *("region", "kommun", "område", "kommunkod", "kommunnamn", "län", "lokalpolisområde", "stadsdel", "geografi"),
        *("area", "municipality", "place"),
    ),
    "year": ("år", "year"),
    "period": ("period", "tid", "tidpunkt", "månad", "kvartal", "time", "month", "quarter"),
    "unit": ("enhet", "unit"),
    "status": ("status", "preliminär/slutlig", "preliminär"),
    "part": ("kön", "gender", "sex", "grupp", "åldersgrupp", "ålder"),
    "value": ("värde", "value", "siffra"),
}
_ROLES = {name: role for role, names in _NAMES.items() for name in names}
_FIGURE = re.compile(r"[-−–]?\d[\d\s.,\u00a0\u202f]*%?|\.\.|-|–")
_MOST_HEADING_ROWS, _LOOKED_AT = 3, 60
_SOL = {"region", "brott", "antal"}
_BRA = {"kommun", "antal"}
ORIGIN = "Brå, anmälda brott"
TOTAL = "Anmälda brott"
"""What the yearly file of all municipalities counts, without saying so."""


class Column(NamedTuple):
    """What a column holds: a dimension of the figures, or figures with what its headings say of them."""

    place: int
    role: str
    heading: str
    period: PeriodFound | None = None
    unit: str = ""
    indicator: str = ""


@dataclass
class _Layout:
    """Where the headings are, and what the columns hold."""

    first_row: int
    columns: list[Column]

    def of(self, role: str) -> Column | None:
        """Give the column of a role, if there is one."""
        return next((column for column in self.columns if column.role == role), None)

    @property
    def figures(self) -> list[Column]:
        """The columns that hold figures."""
        return [column for column in self.columns if column.role == "value"]


def read_table(file: str, grids: Sequence[Grid], mapping: Mapping, found: Found) -> bool:
    """Take in the figures of a table.

    Args:
        file: the file, as the user knows it.
        grids: its sheets.
        mapping: what is said of it.
        found: where to put the figures, and what could not be read.

    Returns:
        Whether there is a table of figures in it.
    """
    wanted = mapping.texts.get("sheet")
    is_read = False
    for grid in grids:
        if wanted is None or grid.name.casefold() == wanted.casefold():
            reader = _TableReader(file, grid, mapping, found)
            is_read |= reader.read()
    return is_read


@dataclass
class _TableReader:
    file: str
    grid: Grid
    mapping: Mapping
    found: Found
    _unread: list[str] = field(default_factory=list)
    _general: str = ""

    def read(self) -> bool:
        layout = self._layout()
        if layout is None:
            return False
        signs = self._signs(layout)
        if signs is None:
            self.found.troubles.append(IMPORTING["two-signs"].with_fields(file=self._name))
            return True
        self._tell_origin(layout)
        for number in range(layout.first_row, len(self.grid.rows)):
            self._row(number, layout, signs)
        if self._unread:
            cells = FirstOf(tuple(self._unread))
            self.found.troubles.append(IMPORTING["cells-unread"].with_fields(file=self._name, cells=cells))
        return True

    @property
    def _name(self) -> str:
        return f"{self.file} ({visible(self.grid.name)})" if self.grid.name else self.file

    def _layout(self) -> _Layout | None:
        """Find the headings: the rows of which the columns make the most sense, above the first figures."""
        said = self.mapping.texts.get("header")
        starts = [int(said) - 1] if said else range(min(len(self.grid.rows), _LOOKED_AT))
        for start in starts:
            for height in range(_MOST_HEADING_ROWS, 0, -1):
                if (layout := self._tried(start, height)) is not None:
                    return layout
        return None

    def _tried(self, start: int, height: int) -> _Layout | None:
        heads, first = self.grid.rows[start : start + height], start + height
        if first >= len(self.grid.rows) or any(all(cell.is_empty for cell in head) for head in heads):
            return None
        width = max(map(len, heads))
        parts = [_unique(self.grid.at(start + i, place).text for i in range(height)) for place in range(width)]
        columns = [self._column(place, texts) for place, texts in enumerate(parts)]
        layout = _Layout(first, _with_labels(self._with_figures(columns, first)))
        return layout if layout.figures and self._has_time(layout) and self._begins(layout, heads) else None

    def _with_figures(self, columns: list[Column], first: int) -> list[Column]:
        """Take a last column that is headed by a name of its own for figures of that, where no other column has any."""
        last = columns[-1]
        has_time = any(column.role in {"period", "year"} for column in columns)
        has_figures = any(column.role == "value" for column in columns)
        if last.role or not last.heading or not has_time or has_figures:
            return columns
        if not _is_figure(self.grid.at(first, last.place)):
            return columns
        return [*columns[:-1], last._replace(role="value", indicator=last.heading)]

    def _has_time(self, layout: _Layout) -> bool:
        is_said = "period" in self.mapping.texts or bool(layout.of("period") or layout.of("year"))
        return is_said or all(column.period for column in layout.figures)

    def _begins(self, layout: _Layout, heads: Sequence[tuple[GridCell, ...]]) -> bool:
        """Tell whether the rows are headings, with figures right below them and none among them."""
        below = self.grid.rows[layout.first_row]
        of_figures = [column.place for column in layout.figures]
        is_below = any(_is_figure(below[place]) for place in of_figures if place < len(below))
        among = [cell for head in heads[1:] for cell in head]
        return is_below and not any(_is_figure(cell) and period_in(cell.text) is None for cell in among)

    def _column(self, place: int, texts: Sequence[str]) -> Column:
        said = self.mapping.pairs.get("columns", {})
        heading = " ".join(texts)
        bare = {_bare(text) for text in (heading, *texts)}
        for role, name in said.items():
            if _bare(name) in bare:
                return Column(place, role, heading, unit=self._unit(texts))
        known = next(filter(None, (_ROLES.get(_bare(text)) for text in texts)), "")
        period = next(filter(None, map(period_in, texts)), None)
        if period is None and len(texts) == 1 and (apart := _parted_at_time(texts[0])):
            texts, period = [apart[0]], apart[1]
        unit = self._unit(texts)
        if known == "value" or period or unit:
            return Column(place, "value", heading, period, unit, " ".join(filter(self._is_name, texts)))
        return Column(place, "" if known in said else known, heading)

    def _is_name(self, text: str) -> bool:
        """Tell whether a heading above figures says what they are of, rather than when or in what unit."""
        return not period_in(text) and not self._unit([text]) and _ROLES.get(_bare(text)) != "value"

    def _unit(self, texts: Sequence[str]) -> str:
        found = (self.mapping.of("values", text) or unit_named(text) for text in texts)
        return next(filter(None, found), "")

    def _signs(self, layout: _Layout) -> Signs | None:
        """Find out how figures are written; None where commas and points both part decimals."""
        if said := self.mapping.texts.get("decimal"):
            return Signs(said)
        places = [column.place for column in layout.figures]
        texts = [
            cell.value
            for row in self.grid.rows[layout.first_row :]
            for cell in (row[place] for place in places if place < len(row))
            if isinstance(cell.value, str)
        ]
        return signs_of(texts, default="." if self.grid.delimiter == "," else "")

    def _tell_origin(self, layout: _Layout) -> None:
        heads = {_bare(column.heading) for column in layout.columns}
        if heads >= _BRA and layout.of("indicator") is None:
            self._general = TOTAL
        if heads >= _SOL or (heads >= _BRA and any(column.unit == "per-100000" for column in layout.figures)):
            self.found.origin = self.found.origin or ORIGIN

    def _row(self, number: int, layout: _Layout, signs: Signs) -> None:
        texts = {
            column.role: self.grid.at(number, column.place).text for column in layout.columns if column.role != "value"
        }
        for column in layout.figures:
            cell = self.grid.at(number, column.place)
            if cell.is_empty:
                continue
            period = self._period(column, texts)
            value = self._value(cell, column, signs)
            if period is None or value is _UNREAD:
                self._unread.append(place_of(number, column.place))
                continue
            self.found.add(self._key(column, texts), self._point(number, column, texts, (period, value)))

    def _point(
        self, number: int, column: Column, texts: dict[str, str], read: tuple[PeriodFound, Decimal | None]
    ) -> Point:
        period, value = read
        own = status_in(texts.get("status", ""))
        general = self.mapping.texts.get("status")
        status = own or period.status or next((one for one in FigureStatus if one == general), None)
        return Point(period.period, value, status, f"{self._name}, {place_of(number, column.place)}")

    def _period(self, column: Column, texts: dict[str, str]) -> PeriodFound | None:
        if column.period is not None:
            return column.period
        year, period = texts.get("year", ""), texts.get("period", "")
        if year or period:
            return period_in(period, year) if period else period_in(year)
        return period_in(self.mapping.texts.get("period", ""))

    def _value(self, cell: GridCell, column: Column, signs: Signs) -> Decimal | None:
        """Read a figure; None where the source has none, and `_UNREAD` where it cannot be told what it is."""
        if isinstance(cell.value, Decimal):
            return cell.value * 100 if cell.is_percent and column.unit in {"", "per-cent"} else cell.value
        text = cell.text
        if text.casefold() in MISSING and text:
            return None
        if not isinstance(cell.value, str) or (not signs.is_known and is_twofold(text)):
            return _UNREAD
        bare = text.removesuffix("%").rstrip() if column.unit in {"", "per-cent"} else text
        found = number_in(bare, signs)
        return _UNREAD if found is None else found

    def _key(self, column: Column, texts: dict[str, str]) -> SeriesKey:
        general = self.mapping.texts
        indicator = texts.get("indicator") or column.indicator or general.get("indicator", self._general)
        unit = column.unit or unit_named(texts.get("unit", "")) or texts.get("unit") or general.get("unit", "")
        return SeriesKey(indicator, unit, texts.get("area") or general.get("area", ""), texts.get("part", ""))


def _parted_at_time(heading: str) -> tuple[str, PeriodFound] | None:
    """Part a heading that names what it is of and then when: ”Folkmängd 2023”."""
    name, _, last = heading.rpartition(" ")
    period = period_in(last) if name and not name[-1:].isdigit() else None
    return (name, period) if period is not None and _IS_YEAR.match(last) else None


_IS_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_UNREAD = Decimal("NaN")


def _with_labels(columns: Sequence[Column]) -> list[Column]:
    """Take the first column without a known heading for the names of indicators, where no other one holds them."""
    if any(column.role == "indicator" for column in columns):
        return list(columns)
    before = takewhile(lambda column: column.role != "value", columns)
    first = next((column for column in before if not column.role), None)
    return [column._replace(role="indicator") if column is first else column for column in columns]


def _unique(texts: Iterator[str]) -> list[str]:
    """Give the headings of a column from the top down, each once: merged ones stand in every cell."""
    return list(dict.fromkeys(text for text in texts if text))


def _is_figure(cell: GridCell) -> bool:
    if isinstance(cell.value, Decimal):
        return True
    return isinstance(cell.value, str) and _FIGURE.fullmatch(cell.value.strip()) is not None


def _bare(text: str) -> str:
    return " ".join(text.casefold().replace("\u00a0", " ").split()).strip(" :.")
