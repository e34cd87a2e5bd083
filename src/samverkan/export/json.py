"""A table as JSON: what its columns mean, and its rows with a key for each column."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from samverkan.output.json_v1 import VERSION, named
from samverkan.personal import hidden

if TYPE_CHECKING:
    from samverkan.export.columns import Cell, Column, Table
    from samverkan.export.origin import Exported
    from samverkan.words.sentence import Language


def table_json(table: Table, exported: Exported) -> bytes:
    """Write a table as one JSON object, with a line for each row; figures keep every decimal."""
    language = exported.language
    head = {
        "version": VERSION,
        "table": table.name,
        "title": table.title.say(language),
        "today": exported.today.isoformat(),
        "columns": [_column(column, language) for column in table.columns],
    }
    keys = [json.dumps(column.name) for column in table.columns]
    rows = ",\n".join(_row(keys, line) for line in table.lines(exported))
    opening = json.dumps(head, ensure_ascii=False, indent=2).removesuffix("\n}")
    return named(f'{opening},\n  "rows": [\n{rows}\n  ]\n}}\n').encode()


def _column(column: Column, language: Language) -> dict[str, object]:
    return {
        "name": column.name,
        "title": column.title.say(language),
        "type": column.type.value,
        "unit": column.unit.say(language) if column.unit else None,
        "meaning": column.meaning.say(language),
        "source": column.source or None,
        "values": {value: word.say(language) for value, word in column.choices.items()} or None,
    }


def _row(keys: list[str], line: tuple[Cell, ...]) -> str:
    return "    {" + ", ".join(f"{key}: {_cell(cell)}" for key, cell in zip(keys, line, strict=True)) + "}"


def _cell(cell: Cell) -> str:
    match cell:
        case Decimal():
            return format(cell, "f")
        case date():
            return f'"{cell.isoformat()}"'
        case str():
            return json.dumps(hidden(cell), ensure_ascii=False)
    return json.dumps(cell)
