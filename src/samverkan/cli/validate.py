"""`samverkan validate`: prove that documents are whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from samverkan.cli.environment import Session, chosen_day, write_json
from samverkan.cli.options import Format, Paths, ReportFormat, Today, given
from samverkan.errors import ExitCode, NothingToCheckError
from samverkan.findings import Severity
from samverkan.messages.commands import sentence

if TYPE_CHECKING:
    from samverkan.check import Result


def validate(
    context: typer.Context,
    paths: Paths = None,
    format: Format = ReportFormat.TEXT,  # noqa: A002 - the option's name
    today: Today = None,
) -> int:
    """Check documents and print what is to be mended."""
    session = context.find_object(Session) or Session("en")
    from samverkan.check import check  # noqa: PLC0415 - heavy, and only this command's

    result = check(given(paths), chosen_day(today))
    if format is ReportFormat.JSON:
        from samverkan.report.json_v1 import findings_json  # noqa: PLC0415 - only what is asked for

        write_json(findings_json(result, session.language))
    elif result.workspace.files:
        from samverkan.report.findings_text import print_findings  # noqa: PLC0415

        print_findings(result, session.language)
    if not result.workspace.files:
        raise NothingToCheckError(sentence("nothing-to-check", paths=", ".join(given(paths))))
    return exit_code(result)


def exit_code(result: Result) -> ExitCode:
    """Give the exit code of a check."""
    if result.rule_crashed:
        return ExitCode.OUR_FAULT
    if result.could_not_read:
        return ExitCode.READ_WRITE
    return ExitCode.FINDINGS if result.count(Severity.ERROR) else ExitCode.CLEAN
