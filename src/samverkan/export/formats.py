"""The formats of tables. To add one: write its function in a file here, and its line in the table."""
# ruff: noqa: PLC0415 - what a format needs is loaded when that format is asked for

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from samverkan.errors import ReadWriteError
from samverkan.words.export import EXPORT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from samverkan.export.columns import Table
    from samverkan.export.origin import Exported
    from samverkan.words.sentence import Text

    Tables = Sequence[Table]

WORKBOOK = "samverkan.xlsx"
"""The name of the workbook that holds every table."""


class ExportFormat(StrEnum):
    """How tables are written."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    PARQUET = "parquet"


PRINTED = frozenset({ExportFormat.CSV, ExportFormat.JSON})
"""Those that are text, and can be written to the standard output."""


@dataclass(frozen=True, slots=True)
class Made:
    """Files that have been made.

    Attributes:
        files: what they hold, by their names.
        told: what the user is to be told of them.
    """

    files: dict[str, bytes]
    told: tuple[Text, ...] = ()


def made(form: ExportFormat, tables: Tables, exported: Exported) -> Made:
    """Make the files of some tables in a format.

    Raises:
        ReadWriteError: what the format needs is not installed.
        WrongUseError: the format has no room for a table.
    """
    try:
        return _MAKERS[form](tables, exported)
    except ImportError:
        raise ReadWriteError(EXPORT["no-extra"].with_fields(format=form.value)) from None


def _csv(tables: Tables, exported: Exported) -> Made:
    from samverkan.export.csv import table_csv

    return Made({f"{table.name}.csv": table_csv(table, exported) for table in tables})


def _json(tables: Tables, exported: Exported) -> Made:
    from samverkan.export.json import table_json

    return Made({f"{table.name}.json": table_json(table, exported) for table in tables})


def _parquet(tables: Tables, exported: Exported) -> Made:
    from samverkan.export.parquet import table_parquet

    return Made({f"{table.name}.parquet": table_parquet(table, exported) for table in tables})


def _xlsx(tables: Tables, exported: Exported) -> Made:
    from samverkan.export.xlsx import workbook

    content, told = workbook(tables, exported)
    return Made({WORKBOOK: content}, tuple(told))


_MAKERS: dict[ExportFormat, Callable[[Tables, Exported], Made]] = {
    ExportFormat.CSV: _csv,
    ExportFormat.JSON: _json,
    ExportFormat.PARQUET: _parquet,
    ExportFormat.XLSX: _xlsx,
}
