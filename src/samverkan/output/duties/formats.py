"""The formats of duties. To add one: write its function in a file here, and its line in the table."""
# ruff: noqa: PLC0415 - what a format needs is loaded when that format is asked for

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.output.standard_output import Markup, write_file, write_page
from samverkan.source.writing import add_to

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from samverkan.duties.rows import Row, Status
    from samverkan.output.findings.runner import Runner
    from samverkan.told import Told
    from samverkan.words.sentence import Language


@dataclass(frozen=True, slots=True)
class DutyList:
    """What is shown.

    Attributes:
        rows: the rows, in order.
        today: the day that they are counted from.
        language: the language to show them in.
        result: the check of the documents that they come from.
        runner: what runs the program.
        failing: what fails the run.
        proposed: days proposed for some of them instead; None where no proposals were asked for.
    """

    rows: Sequence[Row]
    today: date
    language: Language
    result: Told
    runner: Runner
    failing: frozenset[Status]
    proposed: Mapping[Row, date] | None = None


class DutyFormat(StrEnum):
    """How duties are shown."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    ICS = "ics"
    MD = "md"
    HTML = "html"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"


def _text(shown: DutyList) -> None:
    from samverkan.output.duties.text import print_rows

    print_rows(shown.rows, shown.today, shown.language, shown.proposed or {})


def _json(shown: DutyList) -> None:
    from samverkan.output.json_v1 import rows_json

    write_file(rows_json(shown.rows, shown.today, shown.language, shown.proposed))


def _csv(shown: DutyList) -> None:
    from samverkan.output.duties.csv import rows_csv

    write_file(rows_csv(shown.rows, shown.language))


def _ics(shown: DutyList) -> None:
    from samverkan.output.duties.ics import rows_calendar

    write_file(rows_calendar(shown.rows, shown.today, shown.language))


def _markdown(shown: DutyList) -> None:
    from samverkan.output.duties.markdown import rows_markdown

    write_page(rows_markdown(shown.rows, shown.today, shown.language), Markup.MARKDOWN)


def _page(shown: DutyList) -> None:
    from samverkan.output.duties.page import rows_page

    write_page(rows_page(shown.rows, shown.today, shown.language, shown.proposed or {}), Markup.HTML)


def _github(shown: DutyList) -> None:
    from samverkan.output.duties.annotations import as_findings, near_markdown
    from samverkan.output.findings.github import findings_github

    found = as_findings(shown.rows, shown.result, shown.failing)
    write_file(findings_github(found, shown.language, shown.runner))
    if shown.runner.summary:
        page = near_markdown(shown.rows, shown.today, shown.language)
        add_to(Path(shown.runner.summary), page.encode("utf-8", "backslashreplace"))


def _gitlab(shown: DutyList) -> None:
    from samverkan.output.duties.annotations import as_findings
    from samverkan.output.findings.gitlab import findings_gitlab

    write_file(findings_gitlab(as_findings(shown.rows, shown.result, shown.failing), shown.language, shown.runner))


def _junit(shown: DutyList) -> None:
    from samverkan.findings import Severity
    from samverkan.output.duties.annotations import as_findings
    from samverkan.output.findings.junit import findings_junit

    found = as_findings(shown.rows, shown.result, shown.failing)
    write_page(findings_junit(found, shown.language, shown.runner, Severity.ERROR), Markup.HTML)


WRITERS: dict[DutyFormat, Callable[[DutyList], None]] = {
    DutyFormat.TEXT: _text,
    DutyFormat.JSON: _json,
    DutyFormat.CSV: _csv,
    DutyFormat.ICS: _ics,
    DutyFormat.MD: _markdown,
    DutyFormat.HTML: _page,
    DutyFormat.GITHUB: _github,
    DutyFormat.GITLAB: _gitlab,
    DutyFormat.JUNIT: _junit,
}
"""What writes the list to the standard output, in each format."""
