"""A form that has come back: who it is of, what was answered, and what had been changed that was not to be."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from samverkan.collecting.columns import ASKED, FORM_VERSION, KEPT_SHEET, KEY_MARK, LOCKED
from samverkan.escape import visible
from samverkan.spreadsheets.grid import place_of
from samverkan.words.collecting import COLLECTING, HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.spreadsheets.grid import Grid, GridCell
    from samverkan.words.sentence import Text


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it was answered.

    Attributes:
        file: the file, as the user knows it.
        key: what the row is of.
        label: what it is of, in words.
        cells: the cells that were answered in, by the names of their columns, with where they stand.
    """

    file: str
    key: str
    label: str
    cells: dict[str, tuple[str, GridCell]]


@dataclass(frozen=True, slots=True)
class Kept:
    """What the form said when it was made.

    Attributes:
        documents: the ids of what is reviewed, with the fingerprints of the texts then.
        period: the time that is reviewed.
        items: what each row showed, by its key and the names of columns.
    """

    documents: dict[str, str]
    period: tuple[date, date]
    items: dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Filled:
    """A form with answers.

    Attributes:
        file: the file.
        kept: what it said when it was made.
        rows: the rows that it has.
        told: what is to be told of it.
    """

    file: str
    kept: Kept
    rows: tuple[Row, ...]
    told: tuple[Text, ...]


class NoFormError(Exception):
    """A workbook is no form of ours, or one of a later version; carries what is to be said of it."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.say("en"))
        self.message = message


def filled(file: str, grids: Sequence[Grid]) -> Filled:
    """Read a form.

    Args:
        file: the file, as the user knows it.
        grids: its sheets.

    Raises:
        NoFormError: it is no form, or cannot be one that is whole.
    """
    kept = _kept(file, grids)
    found = next((reader for grid in grids if (reader := _Reader.of(file, grid, kept))), None)
    if found is None:
        raise NoFormError(COLLECTING["no-form"].with_fields(file=file))
    rows = tuple(found.rows())
    return Filled(file, kept, rows, tuple(found.told))


def _kept(file: str, grids: Sequence[Grid]) -> Kept:
    sheet = next((grid for grid in grids if grid.name == KEPT_SHEET), None)
    if sheet is None or sheet.at(0, 0).text != "samverkan-form":
        raise NoFormError(COLLECTING["no-form"].with_fields(file=file))
    lines = [[*(cell.text for cell in row), *[""] * (len(LOCKED) + 2)] for row in sheet.rows]
    if lines[0][1:2] != [FORM_VERSION]:
        raise NoFormError(COLLECTING["newer-form"].with_fields(file=file))
    documents = {line[1]: line[2] for line in lines if line[0] == "document"}
    items = {line[1]: dict(zip(LOCKED, line[2:], strict=False)) for line in lines if line[0] == "item"}
    return Kept(documents, _period(file, lines), items)


def _period(file: str, lines: Sequence[Sequence[str]]) -> tuple[date, date]:
    said = {line[0]: line[1] for line in lines}
    try:
        return date.fromisoformat(said["from"]), date.fromisoformat(said["until"])
    except (KeyError, ValueError):
        raise NoFormError(COLLECTING["no-form"].with_fields(file=file)) from None


@dataclass
class _Reader:
    """Reads the sheet with answers.

    Attributes:
        file: the file.
        grid: the sheet.
        kept: what the form said when it was made.
        top: the row with the names of the columns, from 0.
        columns: where each column stands, by its name.
        told: what is to be told.
    """

    file: str
    grid: Grid
    kept: Kept
    top: int
    columns: dict[str, int]
    told: list[Text] = field(default_factory=list)

    @classmethod
    def of(cls, file: str, grid: Grid, kept: Kept) -> _Reader | None:
        """Find the table by what stands above its keys; None where the sheet has none."""
        for number, row in enumerate(grid.rows):
            names = [cell.text for cell in row]
            if KEY_MARK in names:
                columns = {name: place for place, name in enumerate(names) if name in {KEY_MARK, *LOCKED, *ASKED}}
                return cls(file, grid, kept, number, columns) if {*LOCKED, *ASKED} <= set(columns) else None
        return None

    def rows(self) -> Iterator[Row]:
        """Give the rows of the form, and note what is wrong with the others and with what is locked."""
        who, day = self._above("who"), self._above("day")
        for number in range(self.top + 2, len(self.grid.rows)):
            key = self._cell(number, KEY_MARK).text
            shown = self.kept.items.get(key)
            if shown is None:
                self._tell_foreign(number)
                continue
            self._tell_changed(number, shown)
            self._tell_outside(number)
            cells = {name: (place_of(number, self.columns[name]), self._cell(number, name)) for name in ASKED}
            for name, found in (("answered_by", who), ("answered", day)):
                if cells[name][1].is_empty and found is not None:
                    cells[name] = found
            yield Row(self.file, key, shown["what"], cells)

    def _cell(self, row: int, name: str) -> GridCell:
        return self.grid.at(row, self.columns[name])

    def _above(self, name: str) -> tuple[str, GridCell] | None:
        """Find what is said once above the table: who answers, or which day."""
        for number, row in enumerate(self.grid.rows[: self.top]):
            if any(cell.text == f"samverkan:{name}" for cell in row):
                place = self.columns["responsible"]
                return place_of(number, place), self.grid.at(number, place)
        return None

    def _tell_foreign(self, number: int) -> None:
        texts = [cell.text for cell in self.grid.rows[number] if not cell.is_empty]
        if texts:
            said = visible("; ".join(texts))
            self.told.append(COLLECTING["unknown-row"].with_fields(file=self.file, row=number + 1, text=said))

    def _tell_changed(self, number: int, shown: dict[str, str]) -> None:
        for name in LOCKED:
            cell = self._cell(number, name)
            new, old = cell.formula or cell.text, " ".join(shown[name].split())
            if new != old:
                place = place_of(number, self.columns[name])
                fields = {"file": self.file, "cell": place, "old": visible(old), "new": visible(new)}
                self.told.append(COLLECTING["locked"].with_fields(**fields, column=HEADINGS[name]))

    def _tell_outside(self, number: int) -> None:
        known = set(self.columns.values())
        for column, cell in enumerate(self.grid.rows[number]):
            if column not in known and not cell.is_empty:
                said, place = visible(cell.text or cell.formula), place_of(number, column)
                self.told.append(COLLECTING["outside"].with_fields(file=self.file, cell=place, text=said))
