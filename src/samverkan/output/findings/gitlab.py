"""Findings as GitLab's code quality report, which is shown beside the lines of a merge request.

Source: GitLab, Code Quality report format.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.baseline import identities
from samverkan.findings import Severity
from samverkan.output.findings.words import with_help
from samverkan.output.json_v1 import json_text

if TYPE_CHECKING:
    from samverkan.output.findings.runner import Runner
    from samverkan.told import Told
    from samverkan.words.sentence import Language

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def findings_gitlab(result: Told, language: Language, runner: Runner) -> str:
    """Write the findings of a check as one list."""
    found = [
        {
            "description": with_help(finding, language),
            "check_name": finding.rule,
            "fingerprint": known_by,
            "severity": _SEVERITIES[finding.severity],
            "location": {
                "path": runner.name_of(finding.file),
                "lines": {"begin": finding.span.line, "end": finding.span.end_line},
            },
        }
        for finding, known_by in zip(result.findings, identities(result, runner.name_of), strict=True)
    ]
    return json_text(found)
