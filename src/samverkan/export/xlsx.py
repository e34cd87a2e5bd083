"""Tables as one Excel workbook: a sheet a table, and one that says what the columns are."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.export.dictionary import entries
from samverkan.personal import hidden
from samverkan.words.export import EXPORT, HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl.cell.cell import Cell as ExcelCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

    from samverkan.export.columns import Cell, Table
    from samverkan.export.origin import Exported
    from samverkan.words.sentence import Text

_MOST_ROWS = 1_048_576
_MOST_CHARACTERS = 32_767
_MOST_DIGITS = 15
"""Excel's own limits; a figure with more digits than it keeps is written as text."""
_CUT_MARK = " […]"
_FIRST_DAY = date(1900, 3, 1)
"""Before it Excel has no days, or counts one that never was."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_TIME = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
# What XML cannot hold, and `visible` leaves; and what Excel reads as a character's number.
_NO_CHARACTER = re.compile("[\ufffe\uffff]")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_TEXT, _DAY = "@", "yyyy-mm-dd"


@dataclass
class _Sheet:
    """A sheet while it is written.

    Attributes:
        sheet: the sheet.
        cut: how many of its texts are cut.
    """

    sheet: WriteOnlyWorksheet
    cut: int = field(default=0)

    def add(self, line: Iterable[Cell], *, is_heading: bool = False) -> None:
        """Write a row."""
        cells = [None if cell is None else self._cell(cell) for cell in line]
        for made in cells if is_heading else ():
            if made is not None:
                made.font = Font(bold=True)
        self.sheet.append(cells)

    def _cell(self, cell: str | int | Decimal | date) -> ExcelCell:
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
        shown = "\n".join(map(visible, hidden(text).split("\n")))
        shown = _ESCAPE.sub("_x005F_", _NO_CHARACTER.sub(lambda met: f"<U+{ord(met.group()):04X}>", shown))
        if _length(shown) <= _MOST_CHARACTERS:
            return shown
        self.cut += 1
        kept = shown.encode("utf-16-le")[: 2 * (_MOST_CHARACTERS - len(_CUT_MARK))]
        return kept.decode("utf-16-le", "ignore") + _CUT_MARK


def workbook(tables: Sequence[Table], exported: Exported) -> tuple[bytes, list[Text]]:
    """Write tables as a workbook; give also what is to be told of texts that had to be cut.

    Raises:
        WrongUseError: a table has more rows than a sheet has room for.
    """
    filled = [(table, _lines(table, exported)) for table in tables]  # before a workbook is begun, which must be ended
    book, language = Workbook(write_only=True), exported.language
    told: list[Text] = []
    for table, lines in filled:
        sheet = _Sheet(book.create_sheet(table.title.say(language)))
        sheet.sheet.freeze_panes = "A2"
        sheet.add([column.title.say(language) for column in table.columns], is_heading=True)
        for line in lines:
            sheet.add(line)
        if sheet.cut:
            told.append(EXPORT["cut"].with_fields(mark=_CUT_MARK.strip(), table=table.title, count=sheet.cut))
    columns = _Sheet(book.create_sheet(EXPORT["sheet-columns"].say(language)))
    columns.sheet.freeze_panes = "A2"
    columns.add([heading.say(language) for heading in HEADINGS.values()], is_heading=True)
    for table in tables:
        for entry in entries(table, language):
            columns.add([table.title.say(language), *entry])
    return _packed(book, exported.today), told


def _lines(table: Table, exported: Exported) -> list[tuple[Cell, ...]]:
    lines = list(table.lines(exported))
    if len(lines) >= _MOST_ROWS:  # one is for the headings
        raise WrongUseError(EXPORT["too-many-rows"].with_fields(table=table.name))
    return lines


def _packed(book: Workbook, today: date) -> bytes:
    """Give the bytes of a workbook, with the day that was asked for in the place of the clock's."""
    written = io.BytesIO()
    packed = io.BytesIO()
    book.save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _TIME.sub(f"{today.isoformat()}T00:00:00Z".encode(), part).replace(b">openpyxl<", b">samverkan<")
            new.writestr(zipfile.ZipInfo(name, _EARLIEST), part, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _digits(number: int | Decimal) -> int:
    return len(format(number, "f").lstrip("-0.").replace(".", "").rstrip("0"))


def _length(text: str) -> int:
    """Count as Excel does: a character beyond the first 65 536 is two."""
    return len(text) + sum(character > "\uffff" for character in text)
