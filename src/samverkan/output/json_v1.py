"""The JSON of version 1: named and stable, for other programs."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any

from samverkan.findings import Edit, Finding, Severity, path_text
from samverkan.output.place import line_at, line_of, page_of
from samverkan.personal import hidden_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from samverkan.catalogue import FindingName
    from samverkan.duties.rows import Row
    from samverkan.law.act import Answer
    from samverkan.law.answers import MunicipalAnswers
    from samverkan.thread import Node, ThreadStep
    from samverkan.told import Told
    from samverkan.words.sentence import Language

VERSION = "1"
# What terminals and logs take for more than text (see `escape`); in JSON each can be written by its number.
_TO_NAME = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]|#(?=#\\[)")


def findings_json(result: Told, language: Language) -> str:
    """Write the findings of a check as one JSON object; see docs/json.md."""
    summary = {
        "files": result.files,
        "errors": result.count(Severity.ERROR),
        "warnings": result.count(Severity.WARNING),
        "notes": result.count(Severity.NOTE),
    }
    found = [_finding(finding, language) for finding in result.findings]
    untold = [
        {"file": rest.file, "rule": rest.rule, "severity": rest.severity.value, "count": rest.count}
        for rest in result.untold
    ]
    passed_over = list(result.passed_over)
    whole = {"findings": found, "untold": untold, "passed_over": passed_over, "summary": summary}
    return json_text({"version": VERSION, **whole})


def rows_json(rows: Sequence[Row], today: date, language: Language, proposed: Mapping[Row, date] | None = None) -> str:
    """Write follow-up rows as one JSON object; see docs/json.md.

    Args:
        rows: the rows, in order, each with the line of the clause that it comes from.
        today: the day they are counted from.
        language: the language of the reasons.
        proposed: days proposed instead; with them each row has a key `proposed`.
    """
    found = [_row(row, language) for row in rows]
    if proposed is not None:
        days = [proposed.get(row) for row in rows]
        found = [{**one, "proposed": day.isoformat() if day else None} for one, day in zip(found, days, strict=True)]
    return json_text({"version": VERSION, "today": today.isoformat(), "rows": found})


def rules_json(names: Sequence[FindingName], language: Language) -> str:
    """Write the names of findings as one JSON object; see docs/json.md."""
    return json_text({"version": VERSION, "rules": [_finding_name(entry, language) for entry in names]})


def threads_json(threads: Sequence[Node], language: Language) -> str:
    """Write the traceability matrix as one JSON object; see docs/json.md."""
    from samverkan.thread import ThreadStep, rows  # noqa: PLC0415 - heavy, and no other JSON's

    found = [_thread_row(row, ThreadStep, language) for thread in threads for row in rows(thread)]
    return json_text({"version": VERSION, "rows": found})


def law_json(found: Sequence[MunicipalAnswers], today: date, language: Language) -> str:
    """Write how documents answer to the law as one JSON object; see docs/json.md."""
    municipalities = [
        {
            "code": one.municipality.code or None,
            "name": one.municipality.name,
            "paragraphs": [_answer(answer, language) for answer in one.answers],
        }
        for one in found
    ]
    return json_text({"version": VERSION, "today": today.isoformat(), "municipalities": municipalities})


def _answer(answer: Answer, language: Language) -> dict[str, Any]:
    evidence = [
        {
            "document": shown.document.id,
            "path": path_text(shown.path),
            "says": shown.says.say(language),
            "file": shown.document.file,
            "line": line_at(shown.document, shown.path),
        }
        for shown in answer.evidence
    ]
    return {
        "paragraph": answer.paragraph.number,
        "demand": answer.paragraph.value,
        "title": answer.paragraph.heading.say(language),
        "status": answer.status.value,
        "since": answer.since.isoformat() if answer.since else None,
        "due": answer.due.isoformat() if answer.due else None,
        "says": answer.says.say(language),
        "to_do": answer.to_do.say(language),
        "evidence": evidence,
        "notes": [note.say(language) for note in answer.notes],
    }


def _finding(finding: Finding, language: Language) -> dict[str, Any]:
    related = [
        {
            "message": other.message.say(language),
            "file": other.file,
            "line": other.span.line,
            "column": other.span.column,
        }
        for other in finding.related
    ]
    return {
        "rule": finding.rule,
        "page": page_of(finding.rule, language),
        "severity": finding.severity.value,
        "message": finding.message.say(language),
        "help": finding.help.say(language),
        "file": finding.file,
        "line": finding.span.line,
        "column": finding.span.column,
        "end_line": finding.span.end_line,
        "end_column": finding.span.end_column,
        "path": path_text(finding.path),
        "related": related,
        "edit": _edit(finding.edit) if finding.edit and not finding.hides else None,
    }


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "line": edit.span.line,
        "column": edit.span.column,
        "end_line": edit.span.end_line,
        "end_column": edit.span.end_column,
        "text": edit.text,
        "safe": edit.is_safe,
        "example": edit.is_example,
    }


def _row(row: Row, language: Language) -> dict[str, Any]:
    duty = row.duty
    return {
        "document": duty.document,
        "item": duty.item,
        "clock": duty.clock.value,
        "status": row.status.value,
        "due": duty.due.isoformat() if duty.due else None,
        "days": row.days,
        "last_done": duty.last_done.isoformat() if duty.last_done else None,
        "reason": duty.reason.say(language),
        "source": duty.source,
        "responsible": duty.responsible.say(language),
        "file": duty.file,
        "line": line_of(row),
        "municipality": duty.municipality.say(language) or None,
        "paragraph": duty.paragraph or None,
    }


def _finding_name(entry: FindingName, language: Language) -> dict[str, Any]:
    explained = entry.explanation
    return {
        "rule": entry.name,
        "page": page_of(entry.name, language),
        "family": entry.family,
        "severity": entry.severity.value,
        "kinds": list(entry.kinds),
        "why": explained.why.say(language),
        "source": explained.source.say(language),
        "bad": explained.bad,
        "good": explained.good,
    }


def _thread_row(row: dict[ThreadStep, Node], steps: Iterable[ThreadStep], language: Language) -> dict[str, Any]:
    cells = {step.value: _cell(row[step], language) if step in row else None for step in steps}
    missing = next((node.missing.say(language) for node in reversed(row.values()) if node.missing), None)
    return {**cells, "missing": missing}


def _cell(node: Node, language: Language) -> dict[str, str]:
    return {"id": node.id, "title": node.title.say(language), "file": node.file}


def json_text(content: dict[str, Any] | list[dict[str, Any]]) -> str:
    """Write plain data as JSON that is safe to print, with identity numbers hidden."""
    written = io.StringIO()  # and not `dumps`, which holds each word of it as an object of its own
    json.dump(hidden_in(content), written, ensure_ascii=False, indent=2)
    return named(written.getvalue()) + "\n"


def named(written: str) -> str:
    """Write what terminals and logs take for more than text by its number, in what is JSON already."""
    return _TO_NAME.sub(lambda met: f"\\u{ord(met.group()):04x}", written)
