"""Duties as CSV, for Excel and other spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from samverkan.escape import safe_cell
from samverkan.model.choices import Kind
from samverkan.output.duties.cells import iso
from samverkan.words.output import report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.duties.rows import Row
    from samverkan.words.sentence import Language

MARK = "\ufeff"
"""The byte order mark that tells Excel that the file is UTF-8."""
DELIMITERS: dict[Language, str] = {"sv": ";", "en": ","}
"""What stands between cells: what Excel looks for, set to the language."""
_COLUMNS = (
    *("status", "due", "days", "what", "document", "kind", "clock", "who", "last_done", "why"),
    *("municipality", "paragraph"),
)


_KINDS: dict[str, Kind] = {kind.value: kind for kind in Kind}


def rows_csv(rows: Sequence[Row], language: Language) -> str:
    """Write rows as CSV that opens right in Excel: byte order mark, `;` in Swedish, and no cell that is a formula.

    It speaks in titles and sentences: ids and files are in the JSON.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=DELIMITERS[language], lineterminator="\r\n")
    writer.writerow([report(f"column-{name}").say(language) for name in _COLUMNS])
    for row in rows:
        duty = row.duty
        cells = (
            report(f"heading-{row.status.value}").say(language),
            iso(duty.due),
            "" if row.days is None else str(row.days),
            duty.what.say(language),
            duty.title,
            _KINDS[duty.kind].say(language),
            duty.clock.say(language),
            duty.responsible.say(language),
            iso(duty.last_done),
            duty.reason.say(language),
            duty.municipality.say(language),
            duty.paragraph,
        )
        writer.writerow([safe_cell(cell) for cell in cells])
    return MARK + out.getvalue()
