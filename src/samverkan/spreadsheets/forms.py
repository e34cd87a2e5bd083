"""A sheet to be filled in by people: what is shown is locked, what is asked for is open, and it prints on one width."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from samverkan.spreadsheets.writing import cell_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_LINE = Side(style="thin", color="A6A6A6")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_LOCKED, _HEADING, _ASKING = (PatternFill("solid", start_color=c) for c in ("F2F2F2", "D9E2EC", "FFF2CC"))
_A4 = 9
_MARGIN = 0.4
"""In inches."""
_LINE_HEIGHT, _GUIDE_LINES, _LEAST_LINES = 15, 3, 2


@dataclass
class FormSheet:
    """The sheet that is filled in."""

    sheet: Worksheet
    _rules: dict[str, DataValidation] = field(default_factory=dict)

    def text(self, row: int, column: int, text: str) -> Cell | MergedCell:
        """Write a text that is never a formula."""
        cell = self.sheet.cell(row, column)
        cell.value = cell_text(text)
        cell.data_type = "s"
        cell.number_format = "@"
        return cell

    def title(self, row: int, column: int, text: str) -> None:
        """Write what the form is called."""
        self.text(row, column, text).font = Font(bold=True, size=14)

    def guide(self, row: int, columns: tuple[int, int], text: str) -> None:
        """Write how to fill it in, across some columns."""
        self.text(row, columns[0], text).alignment = _WRAPPED
        self.sheet.merge_cells(start_row=row, end_row=row, start_column=columns[0], end_column=columns[1])
        self.sheet.row_dimensions[row].height = _LINE_HEIGHT * _GUIDE_LINES

    def heading(self, row: int, column: int, text: str, *, is_answer: bool) -> None:
        """Write what a column is called."""
        cell = self.text(row, column, text)
        cell.font, cell.border, cell.alignment = Font(bold=True), _BORDER, _WRAPPED
        cell.fill = _ASKING if is_answer else _HEADING

    def shown(self, row: int, column: int, text: str) -> None:
        """Write what is only to be read."""
        cell = self.text(row, column, text)
        cell.border, cell.alignment, cell.fill = _BORDER, _WRAPPED, _LOCKED

    def answer(self, row: int, column: int, *, is_day: bool = False) -> None:
        """Open a cell for an answer."""
        cell = self.sheet.cell(row, column)
        cell.border, cell.alignment, cell.protection = _BORDER, _WRAPPED, Protection(locked=False)
        if is_day:
            cell.number_format = "yyyy-mm-dd"

    def height(self, row: int, texts: Mapping[int, str]) -> None:
        """Make a row as high as its texts need in columns of some widths; not every program does so itself."""
        lines = [sum(-(-len(line or " ") // width) for line in text.split("\n")) for width, text in texts.items()]
        most = max(lines, default=1)
        self.sheet.row_dimensions[row].height = _LINE_HEIGHT * max(most + (most > _LEAST_LINES), _LEAST_LINES)

    def choose(self, row: int, column: int, words: Sequence[str], told: str) -> None:
        """Let a cell be answered from a list; what has no place in one is left to be written."""
        listed = ",".join(words)
        if any("," in word or '"' in word for word in words) or len(listed) > 250:  # noqa: PLR2004 - Excel's own limit
            return
        rule = self._rules.setdefault(listed, DataValidation("list", formula1=f'"{listed}"', allow_blank=True))
        rule.error, rule.errorTitle, rule.showErrorMessage = told, "samverkan", True
        if rule not in self.sheet.data_validations.dataValidation:
            self.sheet.add_data_validation(rule)
        rule.add(self.sheet.cell(row, column))

    def lay_out(self, widths: Mapping[int, int | None], heading: int, hidden_row: int) -> None:
        """Set the widths of columns, hide those without, and repeat the headings on each printed page."""
        for column, width in widths.items():
            dimension = self.sheet.column_dimensions[get_column_letter(column)]
            dimension.hidden = width is None
            if width is not None:
                dimension.width = width
        self.sheet.row_dimensions[hidden_row].hidden = True
        self.sheet.print_title_rows = f"{heading}:{heading}"

    def lock(self, *, freeze: tuple[int, int], area: tuple[int, int]) -> None:
        """Lock all that is not open, and let it print on the width of one page.

        Args:
            freeze: the row and the column of the first cell that scrolls.
            area: the last row and column that are printed.
        """
        sheet = self.sheet
        sheet.freeze_panes = f"{get_column_letter(freeze[1])}{freeze[0]}"
        sheet.protection.sheet = True
        sheet.protection.formatColumns = sheet.protection.formatRows = False  # allowed: these say what is forbidden
        sheet.print_area = f"B1:{get_column_letter(area[1])}{area[0]}"
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
        margins = sheet.page_margins
        margins.left = margins.right = margins.top = margins.bottom = _MARGIN
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


@dataclass
class FormBook:
    """A workbook with one sheet to fill in."""

    book: Workbook
    sheet: FormSheet

    def keep(self, name: str, lines: Sequence[Sequence[str]]) -> None:
        """Write lines on a sheet that is not shown."""
        sheet = FormSheet(self.book.create_sheet(name))
        for row, line in enumerate(lines, 1):
            for column, text in enumerate(line, 1):
                sheet.text(row, column, text)
        sheet.sheet.sheet_state = "veryHidden"
        sheet.sheet.protection.sheet = True


def new_form_book(title: str) -> FormBook:
    """Begin a workbook whose sheets cannot be moved or taken away.

    Args:
        title: what the sheet to fill in is called.
    """
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    book.security = WorkbookProtection(lockStructure=True)
    return FormBook(book, FormSheet(sheet))
