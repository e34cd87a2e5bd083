"""Duties as findings, so that CI shows what is late beside the clause that asks for it, in its own formats."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samverkan.duties.rows import Row, Status
from samverkan.findings import Finding, Severity
from samverkan.output.duties.cells import iso, relative
from samverkan.output.duties.markdown import rows_markdown
from samverkan.output.findings.words import told_more
from samverkan.told import ReadWorkspace
from samverkan.words.output import report
from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from samverkan.told import Told
    from samverkan.words.sentence import Language

_LEVELS = {
    Status.OVERDUE: Severity.WARNING,
    Status.EXPIRED: Severity.WARNING,
    Status.NOT_SHOWN: Severity.NOTE,
    Status.SOON: Severity.NOTE,
}
_MOST_BYTES = 1_000_000
"""GitHub shows nothing of a summary that holds more than 1 MiB."""


@dataclass(frozen=True, slots=True)
class _When:
    """The day of a row, and how far away it is."""

    row: Row

    def say(self, language: Language) -> str:
        """Say both; nothing where there is no day."""
        return ", ".join(filter(None, (iso(self.row.duty.due), relative(self.row, language))))


def as_findings(rows: Sequence[Row], result: Told, failing: Collection[Status]) -> Told:
    """Put the rows that are late, soon due or not shown in the place of what a check found.

    Args:
        rows: the rows.
        result: the check.
        failing: what fails the run: errors. What else is late is a warning, and what is soon due a note.
    """
    near = [row for row in rows if row.status in _LEVELS]
    found = [_finding(row, Severity.ERROR if row.status in failing else _LEVELS[row.status]) for row in near]
    found.sort(key=lambda finding: (finding.file, finding.span.line))
    texts = {row.duty.file: row.duty.holder.text for row in near}
    return replace(result, read=(*result.read, ReadWorkspace(texts=texts)), findings=tuple(found), untold=())


def _finding(row: Row, severity: Severity) -> Finding:
    duty = row.duty
    path = duty.holder.written_path(duty.path)
    when = _When(row)
    form = "{status}: {what} ({when})." if when.say("en") else "{status}: {what}."
    message = Text(form, form, {"status": report(f"heading-{row.status.value}"), "what": duty.what, "when": when})
    names = {"why": duty.reason, "who": report("responsible", who=duty.responsible) if duty.responsible.names else ""}
    why = Text("{why} {who}", "{why} {who}", names) if names["who"] else duty.reason
    return Finding(duty.clock.value, severity, message, why, duty.file, duty.holder.span_of(duty.path), path)


def near_markdown(rows: Sequence[Row], today: date, language: Language) -> str:
    """Write the same rows as a page of Markdown, no more of them than GitHub shows."""
    near = [row for row in rows if row.status in _LEVELS]
    kept = near
    while len((page := rows_markdown(kept, today, language)).encode("utf-8", "backslashreplace")) > _MOST_BYTES:
        kept = kept[: len(kept) * 3 // 4]
    more = f"\n{told_more(len(near) - len(kept)).say(language)}\n" if len(kept) < len(near) else ""
    return page + more
