"""Duties on a terminal: a list for each degree of urgency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text as Cell

from samverkan.duties.rows import Row, Status
from samverkan.escape import printable
from samverkan.model.dates import CoarseDate
from samverkan.output.duties.cells import relative
from samverkan.output.terminal import Rows, console
from samverkan.words.output import report

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from samverkan.words.sentence import Language, Text

_STYLES = {
    Status.OVERDUE: "bold red",
    Status.EXPIRED: "bold red",
    Status.NOT_SHOWN: "bold yellow",
    Status.SOON: "bold yellow",
    Status.COMING: "bold",
}
_MOST_OF_A_NAME, _MOST_OF_A_CELL = 100, 3000
_SHARES = {"what": 2, "why": 3}


def print_rows(rows: Sequence[Row], today: date, language: Language, proposed: Mapping[Row, date]) -> None:
    """Print follow-up rows in lists, the most urgent first, and a line that counts them.

    Args:
        rows: the rows, in order.
        today: the day they are counted from.
        language: the language of headings and reasons.
        proposed: days proposed instead, in a column of their own where there are any.
    """
    out = console()
    columns = ("due", "when", *(("proposed",) if proposed else ()), "document", "what", "why")
    headings = [report(f"column-{column}").say(language) for column in columns]
    shares = [_SHARES.get(column, 0) for column in columns]
    cells = {row: _cells(row, language, proposed) for row in rows}
    for status in Status:
        chosen = [cells[row] for row in rows if row.status is status]
        if chosen:
            heading = report(f"heading-{status.value}").say(language)
            out.print(Cell(f"{heading} ({len(chosen)})", style=_STYLES.get(status, "")))
            out.print(Rows(headings, chosen, shares, list(cells.values())))
            out.print()
    if not rows:
        out.print(report("nothing-due").say(language))
    out.print(_summary(rows, today).say(language))


def _summary(rows: Sequence[Row], today: date) -> Text:
    counts = {status.name.lower(): sum(row.status is status for row in rows) for status in Status}
    form = "followup-summary-not-shown" if counts["not_shown"] else "followup-summary"
    found = report(form, today=CoarseDate.of(today), **counts)
    return (
        report("followup-summary-uncounted", counted=found, count=counts["uncounted"]) if counts["uncounted"] else found
    )


def _cells(row: Row, language: Language, proposed: Mapping[Row, date]) -> list[Cell]:
    duty = row.duty
    why = duty.reason.say(language)
    if duty.responsible.names:
        why += " " + report("responsible", who=duty.responsible).say(language)
    cells = (
        duty.due.isoformat() if duty.due else "–",
        relative(row, language),
        *((str(proposed.get(row, "")),) if proposed else ()),
        _cut(printable(duty.document), _MOST_OF_A_NAME),
        _cut(printable(duty.what.say(language)), _MOST_OF_A_CELL),
        _cut(printable(why), _MOST_OF_A_CELL),
    )
    return [Cell(cell) for cell in cells]


def _cut(words: str, most: int) -> str:
    """Cut what is longer than anything that was written to be read: it would stand in each row."""
    return words if len(words) <= most else words[: most - 1] + "…"
