"""Duties as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.duties.rows import Row, Status
from samverkan.escape import markdown_literal
from samverkan.model.dates import CoarseDate
from samverkan.output.duties.cells import in_words, relative
from samverkan.words.output import report

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samverkan.words.sentence import Language


def rows_markdown(rows: Sequence[Row], today: date, language: Language) -> str:
    """Write rows as Markdown, for an issue or for the minutes of a meeting."""
    lines = [f"# {report('followup-title', today=CoarseDate.of(today)).say(language)}", ""]
    for status in Status:
        chosen = [row for row in rows if row.status is status]
        if chosen:
            lines += [f"## {report(f'heading-{status.value}').say(language)}", ""]
            lines += [_item(row, language) for row in chosen]
            lines.append("")
    if not rows:
        lines.append(report("nothing-due").say(language))
    return "\n".join(lines).rstrip() + "\n"


def _item(row: Row, language: Language) -> str:
    duty = row.duty
    when = f"{in_words(duty.due, language)} ({relative(row, language)})" if duty.due else "–"
    who = f" – {markdown_literal(duty.responsible.say(language))}" if duty.responsible.names else ""
    what, why = markdown_literal(duty.what.say(language)), markdown_literal(duty.reason.say(language))
    return f"- **{when}** {what}{who}\n  {markdown_literal(duty.title)}: {why}"
