"""Cells that are shown as they are: no text is ever a formula or a number, and a file is the same each time."""

from __future__ import annotations

import io
import re
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from samverkan.errors import ReadWriteError
from samverkan.escape import visible
from samverkan.personal import hidden
from samverkan.words.spreadsheets import NO_ROOM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from openpyxl.cell.cell import Cell as ExcelCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

CellContent: TypeAlias = str | int | Decimal | date
_MOST_CHARACTERS = 32_767
_MOST_DIGITS = 15
"""Excel's own limits; a figure with more digits than it keeps is written as text."""
CUT_MARK = " […]"
_FIRST_DAY = date(1900, 3, 1)
"""Before it Excel has no days, or counts one that never was."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_TIME = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
# What XML cannot hold, and `visible` leaves; and what Excel reads as a character's number.
_NO_CHARACTER = re.compile("[\ufffe\uffff]")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_TEXT, _DAY = "@", "yyyy-mm-dd"


@dataclass
class ListSheet:
    """A sheet while it is written.

    Attributes:
        sheet: the sheet.
        cut: how many of its texts are cut.
    """

    sheet: WriteOnlyWorksheet
    cut: int = field(default=0)

    def add(self, line: Iterable[CellContent | None], *, is_heading: bool = False) -> None:
        """Write a row."""
        cells = [None if cell is None else self._cell(cell) for cell in line]
        for made in filter(None, cells if is_heading else ()):
            made.font = Font(bold=True)
        with _told_of_the_disk():
            self.sheet.append(cells)

    def _cell(self, cell: CellContent) -> ExcelCell:
        made = WriteOnlyCell(self.sheet)
        if isinstance(cell, date) and cell >= _FIRST_DAY:
            made.value = cell
            made.number_format = _DAY
        elif isinstance(cell, int | Decimal) and _digits(cell) <= _MOST_DIGITS:
            made.value = cell
        else:  # a text is never a formula nor a number, though it looks like one
            made.value = self._text(str(cell))
            made.data_type = "s"
            made.number_format = _TEXT
        return made

    def _text(self, text: str) -> str:
        shown = cell_text(text)
        self.cut += shown.endswith(CUT_MARK) and not text.endswith(CUT_MARK)
        return shown


def new_list_book() -> Workbook:
    """Begin a workbook of lists, which are written row by row."""
    return Workbook(write_only=True)


def add_list(book: Workbook, title: str) -> ListSheet:
    """Add a sheet whose first row stays in sight."""
    sheet = ListSheet(book.create_sheet(title))
    sheet.sheet.freeze_panes = "A2"
    return sheet


def cell_text(text: str) -> str:
    """Give a text as a cell can hold it: the unseen by its number, identity numbers as dots, too much cut off."""
    shown = "\n".join(map(visible, hidden(text).split("\n")))
    shown = _ESCAPE.sub("_x005F_", _NO_CHARACTER.sub(lambda met: f"<U+{ord(met.group()):04X}>", shown))
    if _length(shown) <= _MOST_CHARACTERS:
        return shown
    kept = shown.encode("utf-16-le")[: 2 * (_MOST_CHARACTERS - len(CUT_MARK))]
    return kept.decode("utf-16-le", "ignore") + CUT_MARK


def packed(book: Workbook, today: date) -> bytes:
    """Give the bytes of a workbook, with the day that was asked for in the place of the clock's.

    Raises:
        ReadWriteError: there is no room for the sheets, which lie on the disk while they are made.
    """
    written = io.BytesIO()
    whole = io.BytesIO()
    with _told_of_the_disk():
        book.save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _TIME.sub(f"{today.isoformat()}T00:00:00Z".encode(), part).replace(b">openpyxl<", b">samverkan<")
            new.writestr(zipfile.ZipInfo(name, _EARLIEST), part, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


@contextmanager
def _told_of_the_disk() -> Iterator[None]:
    """Tell of a disk that takes no more: the library has an error of its own where lxml is installed."""
    try:
        yield
    except OSError:
        raise ReadWriteError(NO_ROOM) from None
    except Exception as error:
        if type(error).__module__.partition(".")[0] != "lxml":
            raise
        raise ReadWriteError(NO_ROOM) from None


def _digits(number: int | Decimal) -> int:
    return len(format(number, "f").lstrip("-0.").replace(".", "").rstrip("0"))


def _length(text: str) -> int:
    """Count as Excel does: a character beyond the first 65 536 is two."""
    return len(text) + sum(character > "\uffff" for character in text)
