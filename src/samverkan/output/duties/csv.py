"""Duties as CSV, for Excel and other spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from samverkan.escape import safe_cell
from samverkan.output.duties.cells import iso
from samverkan.output.place import line_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.duties.rows import Row
    from samverkan.words.sentence import Language

_MARK = "\ufeff"
"""The byte order mark that tells Excel that the file is UTF-8."""
_COLUMNS = (
    *("status", "due", "days", "document", "kind", "item", "clock", "what", "responsible", "last_done"),
    *("reason", "source", "file", "line", "municipality", "paragraph"),
)


def rows_csv(rows: Sequence[Row], language: Language) -> str:
    """Write rows as CSV that opens right in Excel: byte order mark, `;` in Swedish, and no cell that is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if language == "sv" else ",", lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for row in rows:
        duty = row.duty
        cells = (
            row.status.value,
            iso(duty.due),
            "" if row.days is None else str(row.days),
            duty.document,
            duty.kind,
            duty.item,
            duty.clock.value,
            duty.what.say(language),
            duty.responsible.say(language),
            iso(duty.last_done),
            duty.reason.say(language),
            duty.source,
            duty.file,
            str(line_of(row)),
            duty.municipality,
            duty.paragraph,
        )
        writer.writerow([safe_cell(cell) for cell in cells])
    return _MARK + out.getvalue()
