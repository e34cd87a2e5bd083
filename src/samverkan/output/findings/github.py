"""Findings as annotations on GitHub: commands that its runners read out of what a step prints.

Source: GitHub, Workflow commands for GitHub Actions.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from samverkan.escape import markdown_literal, printable
from samverkan.findings import Severity
from samverkan.output.findings.words import counted, told_more, with_help
from samverkan.words.output import report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import Finding
    from samverkan.output.findings.runner import Runner
    from samverkan.told import Told
    from samverkan.words.sentence import Language

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_MOST_ROWS = 1000
_MOST_BYTES = 1_000_000
"""GitHub shows nothing of a summary that holds more than 1 MiB."""


def findings_github(result: Told, language: Language, runner: Runner) -> str:
    """Write an annotation for each finding, in a group for each file, and a line that counts them all."""
    lines: list[str] = []
    for file, found in groupby(result.findings, key=lambda finding: finding.file):
        name = printable(runner.name_of(file))
        annotations = [_annotation(finding, language, name) for finding in found]
        lines += [f"::group::{_data(name)}", *annotations, "::endgroup::"]
    if untold := sum(rest.count for rest in result.untold):
        lines.append(told_more(untold).say(language))
    lines.append(counted(result, language))
    return "\n".join(lines) + "\n"


def _annotation(finding: Finding, language: Language, name: str) -> str:
    span = finding.span
    where = {
        "file": name,
        "line": str(span.line),
        "endLine": str(span.end_line),
        "title": f"samverkan: {finding.rule}",
        "col": str(span.column),
        "endColumn": str(span.end_column),
    }
    properties = ",".join(f"{key}={_property(value)}" for key, value in where.items())
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(printable(with_help(finding, language)))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def summary_markdown(result: Told, language: Language, runner: Runner) -> str:
    """Write what a check found as a page of Markdown: a line that counts it, and a table of errors and warnings."""
    return "\n".join(_summary(result, language, runner)) + "\n"


def _summary(result: Told, language: Language, runner: Runner) -> Iterator[str]:
    found = [finding for finding in result.findings if finding.severity is not Severity.NOTE]
    yield from ("## samverkan", "", markdown_literal(counted(result, language)), "")
    if found:
        place, what, cure = (report(f"heading-{name}").say(language) for name in ("place", "what", "cure"))
        yield from (f"| {place} | {what} | {cure} |", "| --- | --- | --- |")
    left, told = _MOST_BYTES, 0
    for finding in found[:_MOST_ROWS]:
        row = _row(finding, language, runner)
        left -= len(row.encode("utf-8", "backslashreplace"))
        if left < 0:
            break
        told += 1
        yield row
    if len(found) > told:
        yield from ("", told_more(len(found) - told).say(language))


def _row(finding: Finding, language: Language, runner: Runner) -> str:
    place = f"{runner.name_of(finding.file)}:{finding.span.line}"
    cells = (place, finding.message.say(language), finding.help.say(language))
    return "| " + " | ".join(map(markdown_literal, cells)) + " |"
