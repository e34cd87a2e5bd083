"""A table as CSV, in the same form as `samverkan followup --format csv`."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from samverkan.escape import safe_cell
from samverkan.output.duties.csv import DELIMITERS, MARK

if TYPE_CHECKING:
    from samverkan.export.columns import Cell, Table
    from samverkan.export.origin import Exported

_POINTS = {"sv": ",", "en": "."}


def table_csv(table: Table, exported: Exported) -> bytes:
    """Write a table so that it opens right in Excel: byte order mark, `;` and decimal comma in Swedish, no formulas.

    A text is one line, and one that would be a formula has an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=DELIMITERS[exported.language], lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    point = _POINTS[exported.language]
    writer.writerows([_cell(cell, point) for cell in line] for line in table.lines(exported))
    return (MARK + out.getvalue()).encode()


def _cell(cell: Cell, point: str) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case Decimal():
            return format(cell, "f").replace(".", point)
        case date():
            return cell.isoformat()
        case str():
            return safe_cell(cell)
    return str(cell)
