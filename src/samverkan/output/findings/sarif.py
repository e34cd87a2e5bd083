"""Findings as SARIF 2.1.0, which GitHub and editors show beside the lines.

Source: OASIS, Static Analysis Results Interchange Format 2.1.0; GitHub, SARIF support for code scanning.
"""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING, Any

from samverkan import __version__
from samverkan.baseline import identities
from samverkan.catalogue import catalogue
from samverkan.findings import Severity, Span, path_text
from samverkan.output.findings.words import learn_more, told_more, with_help
from samverkan.output.json_v1 import json_text
from samverkan.source.lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkan.check import CheckResult
    from samverkan.findings import Edit, Finding
    from samverkan.output.findings.runner import Runner
    from samverkan.rules.explanation import Explanation
    from samverkan.words.sentence import Language

MOST_RESULTS = 25_000
"""As many as GitHub takes of one run; of more, the gravest are kept."""
MOST_BYTES = 10_000_000
"""As many as GitHub takes of one log, packed with gzip."""
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_TAGS = {"sv": "sv-SE", "en": "en-GB"}
_ROOT = "%SRCROOT%"


def findings_sarif(result: CheckResult, language: Language, runner: Runner) -> str:
    """Write the findings of a check as one SARIF log: of more than GitHub takes, the gravest.

    Columns are counted in UTF-16 code units, as SARIF's readers do unless told otherwise, and it is said.
    """
    pairs = sorted(
        zip(result.findings, identities(result, runner.name_of), strict=True), key=lambda pair: pair[0].severity.rank
    )
    kept = pairs[:MOST_RESULTS]
    written = _written(result, language, runner, kept, len(pairs))
    while kept and not _is_taken(written):
        kept = kept[: len(kept) * 3 // 4]
        written = _written(result, language, runner, kept, len(pairs))
    return written


def _is_taken(written: str) -> bool:
    raw = written.encode("utf-8", "backslashreplace")
    return len(raw) <= MOST_BYTES or len(gzip.compress(raw)) <= MOST_BYTES


def _written(
    result: CheckResult, language: Language, runner: Runner, kept: Sequence[tuple[Finding, str]], in_all: int
) -> str:
    log = _Log(result, language, runner)
    names = sorted({finding.rule for finding, _ in kept})
    untold = sum(rest.count for rest in result.untold) + in_all - len(kept)
    run = {
        "tool": {
            "driver": {
                "name": "samverkan",
                "version": __version__,
                "semanticVersion": __version__,
                "language": _TAGS[language],
                "rules": [_rule(name, language) for name in names],
            }
        },
        "columnKind": "utf16CodeUnits",
        "language": _TAGS[language],
        "automationDetails": {"id": "samverkan/"},
        "invocations": [_invocation(result, untold, language)],
        "results": [log.result(finding, by, names) for finding, by in kept],
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(name: str, language: Language) -> dict[str, Any]:
    entry = catalogue()[name]
    explained = entry.explanation
    why, source = explained.why.say(language), explained.source.say(language)
    more = learn_more(name).say(language)
    return {
        "id": name,
        "name": "".join(word.capitalize() for word in name.split("-")),
        "shortDescription": {"text": why},
        "fullDescription": {"text": f"{why} {source}"},
        "help": {
            "text": f"{why} {source} {more}",
            "markdown": f"{_shown(explained, language)}\n\n{more}",
        },
        "defaultConfiguration": {"level": _LEVELS[entry.severity]},
        "properties": {"tags": [entry.family]},
    }


def _shown(explained: Explanation, language: Language) -> str:
    examples = (("❌", explained.bad), ("✅", explained.good))
    shown = [f"{mark}\n\n```yaml\n{text}\n```" for mark, text in examples if text]
    return "\n\n".join([f"{explained.why.say(language)}\n\n*{explained.source.say(language)}*", *shown])


def _invocation(result: CheckResult, untold: int, language: Language) -> dict[str, Any]:
    told: list[dict[str, Any]] = []
    if untold:
        told.append({"level": "note", "message": {"text": told_more(untold).say(language)}})
    return {
        "executionSuccessful": not (result.could_not_read or result.rule_crashed),
        "toolExecutionNotifications": told,
    }


class _Log:
    """Writes findings with what is known of the files that they are in."""

    def __init__(self, result: CheckResult, language: Language, runner: Runner) -> None:
        self._texts: Mapping[str, str] = result.texts
        self._lines: dict[str, list[str]] = {}
        self._language: Language = language
        self._runner = runner

    def result(self, finding: Finding, known_by: str, names: Sequence[str]) -> dict[str, Any]:
        related = [
            {"id": i, **self._location(other.file, other.span), "message": {"text": other.message.say(self._language)}}
            for i, other in enumerate(finding.related, 1)
        ]
        location = self._location(finding.file, finding.span)
        if finding.path:
            location["logicalLocations"] = [{"fullyQualifiedName": path_text(finding.path)}]
        written: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": names.index(finding.rule),
            "level": _LEVELS[finding.severity],
            "message": {"text": with_help(finding, self._language)},
            "locations": [location],
            "partialFingerprints": {"samverkan/v1": known_by},
        }
        if related:
            written["relatedLocations"] = related
        if finding.edit is not None and not finding.hides:
            written["fixes"] = [self._fix(finding, finding.edit)]
        return written

    def _fix(self, finding: Finding, edit: Edit) -> dict[str, Any]:
        replacement = {
            "deletedRegion": self._region(finding.file, edit.span),
            "insertedContent": {"text": edit.text},
        }
        change = {"artifactLocation": self._artifact(finding.file), "replacements": [replacement]}
        return {"description": {"text": finding.help.say(self._language)}, "artifactChanges": [change]}

    def _location(self, file: str, span: Span) -> dict[str, Any]:
        return {"physicalLocation": {"artifactLocation": self._artifact(file), "region": self._region(file, span)}}

    def _artifact(self, file: str) -> dict[str, Any]:
        uri = self._runner.uri_of(file)
        return {"uri": uri} if uri.startswith("file:") else {"uri": uri, "uriBaseId": _ROOT}

    def _region(self, file: str, span: Span) -> dict[str, Any]:
        if file not in self._lines:
            self._lines[file] = lines_of(self._texts.get(file, ""))
        return {
            "startLine": span.line,
            "startColumn": self._column(file, span.line, span.column),
            "endLine": span.end_line,
            "endColumn": self._column(file, span.end_line, span.end_column),
        }

    def _column(self, file: str, line: int, column: int) -> int:
        """Count a column in UTF-16 code units: letters beyond the first 65 536 are two."""
        lines = self._lines[file]
        before = lines[line - 1][: column - 1] if line <= len(lines) else ""
        return column + sum(letter > "\uffff" for letter in before)
