"""A table as Parquet, with the types of its columns, and what they mean as metadata."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from samverkan.export.columns import CellType
from samverkan.personal import hidden

if TYPE_CHECKING:
    from samverkan.export.columns import Cell, Column, Table
    from samverkan.export.origin import Exported
    from samverkan.words.sentence import Language

# The most digits that a figure has, and the most decimals: those that documents can hold.
_DIGITS, _DECIMALS = 21, 6
_TYPES = {
    CellType.TEXT: pa.string(),
    CellType.WHOLE: pa.int64(),
    CellType.DECIMAL: pa.decimal128(_DIGITS, _DECIMALS),
    CellType.DAY: pa.date32(),
    CellType.YES_NO: pa.bool_(),
}


def table_parquet(table: Table, exported: Exported) -> bytes:
    """Write a table as a Parquet file."""
    schema = pa.schema([_field(column, exported.language) for column in table.columns])
    lines = list(table.lines(exported))
    arrays = [pa.array([_cell(line[number]) for line in lines], type=field.type) for number, field in enumerate(schema)]
    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), sink, compression="zstd")
    return bytes(sink.getvalue())


def _field(column: Column, language: Language) -> pa.Field:
    said = {
        "title": column.title.say(language),
        "unit": column.unit.say(language) if column.unit else "",
        "meaning": column.meaning.say(language),
        "source": column.source,
    }
    return pa.field(column.name, _TYPES[column.type], metadata={key: words for key, words in said.items() if words})


def _cell(cell: Cell) -> Cell:
    """Hide identity numbers; what is no letter, half of a pair, is written by its number."""
    return hidden(cell).encode("utf-8", "backslashreplace").decode() if isinstance(cell, str) else cell
