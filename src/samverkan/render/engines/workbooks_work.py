"""The child process that reads workbooks, which may come from anybody."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from samverkan.spreadsheets.container import NotReadError
from samverkan.spreadsheets.grid import DAY, EMPTY, FIGURE
from samverkan.words.spreadsheets import WHY_NOT

if TYPE_CHECKING:
    from samverkan.spreadsheets.grid import CellValue, GridCell

MOST_MEMORY = 2_000_000_000
MOST_SECONDS = 8.0


def work(raw: bytes) -> tuple[dict[str, Any], bytes]:
    """Read every sheet.

    Args:
        raw: the workbook.

    Returns:
        The key of the reason why it cannot be read, if there is one, or that the library is missing; and the sheets as
        JSON: the name of each with its rows, in which 0 is an empty cell and others are what they hold, of what sort,
        as per cent or not, and formula.
    """
    try:
        from samverkan.spreadsheets.workbook import grids_of  # noqa: PLC0415 - it may not be installed
    except ImportError:
        return {"is_missing": True}, b""
    try:
        grids = grids_of(raw)
    except NotReadError as error:
        return {"why": next(key for key, why in WHY_NOT.items() if why == error.why)}, b""
    told = [[grid.name, [[_plain(cell) for cell in row] for row in grid.rows]] for grid in grids]
    return {}, json.dumps(told).encode()


def _plain(cell: GridCell) -> list[Any] | int:
    return 0 if cell == EMPTY else [*_value(cell.value), cell.is_percent, cell.formula]


def _value(value: CellValue) -> tuple[Any, str]:
    if isinstance(value, Decimal):
        return str(value), FIGURE
    if isinstance(value, date):
        return value.isoformat(), DAY
    return value, ""
