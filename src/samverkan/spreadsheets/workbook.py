"""Workbooks to grids: values as they were shown, formulas told of, merged cells filled, and nothing run or fetched."""

from __future__ import annotations

import io
import warnings
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from samverkan.spreadsheets.container import NotReadError, refuse_unsafe
from samverkan.spreadsheets.grid import EMPTY, Grid, GridCell
from samverkan.words.spreadsheets import WHY_NOT

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell, MergedCell

    from samverkan.spreadsheets.grid import CellValue

_MOST_CELLS = 600_000


def grids_of(raw: bytes) -> list[Grid]:
    """Read every sheet of a workbook, hidden ones too.

    Args:
        raw: what the file holds.

    Raises:
        NotReadError: it cannot be opened safely, or not at all.
    """
    has_formulas = refuse_unsafe(raw)
    shown = _opened(raw, values=True)
    written = _opened(raw, values=False) if has_formulas else shown
    sheets = [sheet for sheet in shown.worksheets if isinstance(sheet, Worksheet)]
    if sum((sheet.max_row or 0) * (sheet.max_column or 0) for sheet in sheets) > _MOST_CELLS:
        raise NotReadError(WHY_NOT["too-many-cells"])
    return [_grid(sheet, written[sheet.title]) for sheet in sheets]


def _opened(raw: bytes, *, values: bool) -> Workbook:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it leaves out, such as drawings and rules of other programs
            return load_workbook(io.BytesIO(raw), data_only=values, keep_links=False, rich_text=False)
    except Exception as error:  # the library tells of a damaged file in any way that comes about
        raise NotReadError(WHY_NOT["damaged"]) from error


def _grid(sheet: Worksheet, written: Worksheet) -> Grid:
    down, across = sheet.max_row, sheet.max_column
    pairs = zip(
        sheet.iter_rows(max_row=down, max_col=across), written.iter_rows(max_row=down, max_col=across), strict=True
    )
    rows = [[_cell(cell, formula) for cell, formula in zip(*pair, strict=True)] for pair in pairs]
    for area in sheet.merged_cells.ranges:
        _fill(rows, (area.min_row - 1, area.max_row), (area.min_col - 1, area.max_col))
    return Grid(sheet.title, tuple(map(tuple, rows)))


def _fill(rows: list[list[GridCell]], over: tuple[int, int], across: tuple[int, int]) -> None:
    """Write what stands first in a merged area in each of its cells."""
    corner = rows[over[0]][across[0]] if over[0] < len(rows) and across[0] < len(rows[over[0]]) else EMPTY
    for row in rows[over[0] : over[1]]:
        for column in range(across[0], min(across[1], len(row))):
            row[column] = corner


def _cell(shown: Cell | MergedCell, written: Cell | MergedCell) -> GridCell:
    if shown.value is None and written.value is None:
        return EMPTY
    formula = str(written.value) if written.data_type == "f" else ""
    return GridCell(_value(shown.value), "%" in str(shown.number_format or ""), formula)


def _value(value: object) -> CellValue:
    match value:
        case None | bool() | str() | Decimal():
            return value
        case int():
            return Decimal(value)
        case float():
            return Decimal(repr(value)) if value == value and abs(value) != float("inf") else str(value)  # noqa: PLR0124
        case datetime():
            return value.date()
        case date():
            return value
        case time():
            return value.isoformat()
    return str(value)
