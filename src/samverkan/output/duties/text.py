"""Duties on a terminal: a table for each degree of urgency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text as Cell

from samverkan.duties.rows import Row, Status
from samverkan.escape import printable
from samverkan.model.dates import CoarseDate
from samverkan.output.duties.cells import relative
from samverkan.output.terminal import can_draw, console
from samverkan.words.output import report

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from samverkan.words.sentence import Language

_STYLES = {
    Status.OVERDUE: "bold red",
    Status.EXPIRED: "bold red",
    Status.NOT_SHOWN: "bold yellow",
    Status.SOON: "bold yellow",
    Status.COMING: "bold",
}
_MOST_OF_A_NAME = 100
_WIDEST = {"document": 40}
_NARROW = {"due", "when", "proposed"}
_RATIOS = {"what": 2, "why": 3}


def print_rows(rows: Sequence[Row], today: date, language: Language, proposed: Mapping[Row, date]) -> None:
    """Print follow-up rows as tables, the most urgent first, and a line that counts them.

    Args:
        rows: the rows, in order.
        today: the day they are counted from.
        language: the language of headings and reasons.
        proposed: days proposed instead, in a column of their own where there are any.
    """
    out = console()
    for status in Status:
        chosen = [row for row in rows if row.status is status]
        if chosen:
            heading = report(f"heading-{status.value}").say(language)
            out.print(Cell(f"{heading} ({len(chosen)})", style=_STYLES.get(status, "")))
            out.print(_table(chosen, language, proposed))
            out.print()
    if not rows:
        out.print(report("nothing-due").say(language))
    counts = {status.name.lower(): sum(row.status is status for row in rows) for status in Status}
    form = "followup-summary-not-shown" if counts["not_shown"] else "followup-summary"
    out.print(report(form, today=CoarseDate.of(today), **counts).say(language))


def _table(rows: Sequence[Row], language: Language, proposed: Mapping[Row, date]) -> Table:
    table = Table(box=box.SIMPLE_HEAD if can_draw() else box.ASCII, show_edge=False, pad_edge=False, expand=True)
    columns = ("due", "when", *(("proposed",) if proposed else ()), "document", "what", "why")
    for column in columns:
        heading = report(f"column-{column}").say(language)
        ratio, widest = _RATIOS.get(column), _WIDEST.get(column)
        table.add_column(heading, no_wrap=column in _NARROW, overflow="fold", ratio=ratio, max_width=widest)
    for row in rows:
        duty = row.duty
        why = duty.reason.say(language)
        if duty.responsible.names:
            why += " " + report("responsible", who=duty.responsible).say(language)
        cells = (
            duty.due.isoformat() if duty.due else "–",
            relative(row, language),
            *((str(proposed.get(row, "")),) if proposed else ()),
            _cut(printable(duty.document)),
            printable(duty.what.say(language)),
            printable(why),
        )
        table.add_row(*(Cell(cell) for cell in cells))
    return table


def _cut(name: str) -> str:
    """Cut a name that is longer than any that was chosen by somebody: it would stand in each row."""
    return name if len(name) <= _MOST_OF_A_NAME else name[: _MOST_OF_A_NAME - 1] + "…"
