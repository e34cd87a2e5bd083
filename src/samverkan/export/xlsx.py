"""Tables as one Excel workbook: a sheet a table, and one that says what the columns are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.errors import WrongUseError
from samverkan.export.dictionary import entries
from samverkan.spreadsheets.writing import CUT_MARK, add_list, new_list_book, packed
from samverkan.words.export import EXPORT, HEADINGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.export.columns import Cell, Table
    from samverkan.export.origin import Exported
    from samverkan.words.sentence import Text

_MOST_ROWS = 1_048_576
"""Excel's own limit."""


def workbook(tables: Sequence[Table], exported: Exported) -> tuple[bytes, list[Text]]:
    """Write tables as a workbook; give also what is to be told of texts that had to be cut.

    Raises:
        WrongUseError: a table has more rows than a sheet has room for.
    """
    filled = [(table, _lines(table, exported)) for table in tables]  # before a workbook is begun, which must be ended
    book, language = new_list_book(), exported.language
    told: list[Text] = []
    for table, lines in filled:
        sheet = add_list(book, table.title.say(language))
        sheet.add([column.title.say(language) for column in table.columns], is_heading=True)
        for line in lines:
            sheet.add(line)
        if sheet.cut:
            told.append(EXPORT["cut"].with_fields(mark=CUT_MARK.strip(), table=table.title, count=sheet.cut))
    columns = add_list(book, EXPORT["sheet-columns"].say(language))
    columns.add([heading.say(language) for heading in HEADINGS.values()], is_heading=True)
    for table in tables:
        for entry in entries(table, language):
            columns.add([table.title.say(language), *entry])
    return packed(book, exported.today), told


def _lines(table: Table, exported: Exported) -> list[tuple[Cell, ...]]:
    lines = list(table.lines(exported))
    if len(lines) >= _MOST_ROWS:  # one is for the headings
        raise WrongUseError(EXPORT["too-many-rows"].with_fields(table=table.name))
    return lines
