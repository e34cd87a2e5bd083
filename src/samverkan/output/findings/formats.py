"""The formats of findings. To add one: write its function in a file here, and its line in the table."""
# ruff: noqa: PLC0415 - what a format needs is loaded when that format is asked for

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.output.standard_output import Markup, write_file, write_page
from samverkan.source.writing import add_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkan.findings import Severity
    from samverkan.output.findings.runner import Runner
    from samverkan.told import Told
    from samverkan.words.sentence import Language


@dataclass(frozen=True, slots=True)
class FindingList:
    """What is shown.

    Attributes:
        language: the language to show it in.
        notes: whether people are to see notes too; programs always do.
        quiet: whether people are to see the findings alone, not what is said of them in all.
        runner: what runs the program.
        fail_level: the least that fails the check.
        result: what a check found.
    """

    language: Language
    notes: bool
    quiet: bool
    runner: Runner
    fail_level: Severity
    result: Told


class FindingsFormat(StrEnum):
    """How findings are shown."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"


def _text(shown: FindingList) -> None:
    if shown.result.files:
        from samverkan.output.findings.text import print_findings

        print_findings(shown.result, shown.language, notes=shown.notes, quiet=shown.quiet)


def _json(shown: FindingList) -> None:
    from samverkan.output.json_v1 import findings_json

    write_file(findings_json(shown.result, shown.language))


def _github(shown: FindingList) -> None:
    from samverkan.output.findings.github import findings_github, summary_markdown

    write_file(findings_github(shown.result, shown.language, shown.runner))
    if shown.runner.summary:
        page = summary_markdown(shown.result, shown.language, shown.runner)
        add_to(Path(shown.runner.summary), page.encode("utf-8", "backslashreplace"))


def _gitlab(shown: FindingList) -> None:
    from samverkan.output.findings.gitlab import findings_gitlab

    write_file(findings_gitlab(shown.result, shown.language, shown.runner))


def _sarif(shown: FindingList) -> None:
    from samverkan.output.findings.sarif import findings_sarif

    write_file(findings_sarif(shown.result, shown.language, shown.runner))


def _junit(shown: FindingList) -> None:
    from samverkan.output.findings.junit import findings_junit

    write_page(findings_junit(shown.result, shown.language, shown.runner, shown.fail_level), Markup.HTML)


WRITERS: dict[FindingsFormat, Callable[[FindingList], None]] = {
    FindingsFormat.TEXT: _text,
    FindingsFormat.JSON: _json,
    FindingsFormat.GITHUB: _github,
    FindingsFormat.GITLAB: _gitlab,
    FindingsFormat.SARIF: _sarif,
    FindingsFormat.JUNIT: _junit,
}
"""What writes the findings to the standard output, in each format."""
