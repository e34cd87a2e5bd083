"""Findings as editors show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import (
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Location,
)

from samverkan.findings import Severity
from samverkan.personal import hidden
from samverkan.source.lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.findings import Finding
    from samverkan.lsp.desk import Seen
    from samverkan.lsp.units import Units
    from samverkan.words.sentence import Language

NAME = "samverkan"
_SEVERITIES = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.NOTE: DiagnosticSeverity.Information,
}


def diagnostic(finding: Finding, lines: Sequence[str], units: Units, language: Language) -> Diagnostic:
    """Give a finding without the places in other files that it is about.

    Args:
        finding: the finding.
        lines: the lines of its file.
        units: how the editor counts columns.
        language: the language to say it in.
    """
    said = f"{finding.message.say(language)}\n{finding.help.say(language)}"
    return Diagnostic(
        units.range_of(lines, finding.span),
        hidden(said),
        _SEVERITIES[finding.severity],
        finding.rule,
        source=NAME,
    )


def diagnostics(seen: Seen, units: Units, language: Language) -> list[Diagnostic]:
    """Give what was found in an open text, with the other places that each finding is about."""
    found = []
    for finding in seen.findings:
        one = diagnostic(finding, seen.text.lines, units, language)
        one.related_information = list(_related(finding, seen, units, language)) or None
        found.append(one)
    return found


def _related(finding: Finding, seen: Seen, units: Units, language: Language) -> Iterator[DiagnosticRelatedInformation]:
    others = seen.near.by_file if seen.near else {}
    for other in finding.related:
        if other.file == seen.source.name:  # settings too, which are no document
            uri, lines = seen.text.uri, seen.text.lines
        else:
            uri, lines = seen.uri_of(others[other.file]), lines_of(others[other.file].text)
        place = Location(uri, units.range_of(lines, other.span))
        yield DiagnosticRelatedInformation(place, hidden(other.message.say(language)))
