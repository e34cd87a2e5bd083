"""`samverkan validate`: prove that documents are whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from samverkan.cli.options import Format, Ignore, Paths, ReportFormat, Select, Today, given, names
from samverkan.cli.session import Session, chosen_day, write_bytes
from samverkan.errors import ExitCode, NothingToCheckError
from samverkan.findings import Severity
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from samverkan.check import CheckResult


def validate(
    context: typer.Context,
    paths: Paths = None,
    format: Format = ReportFormat.TEXT,  # noqa: A002 - the option's name
    today: Today = None,
    select: Select = None,
    ignore: Ignore = None,
    *,
    notes: Annotated[bool, typer.Option("--notes", help="help-notes")] = False,
) -> int:
    """Check documents and print what is to be mended."""
    session = context.find_object(Session) or Session("en")
    from samverkan.check import RuleSelection, check  # noqa: PLC0415 - heavy, and only this command's

    result = check(given(paths), chosen_day(today), RuleSelection(names(select), names(ignore)))
    if format is ReportFormat.JSON:
        from samverkan.output.json_v1 import findings_json  # noqa: PLC0415 - only what is asked for

        write_bytes(findings_json(result, session.language))
    elif result.files:
        from samverkan.output.findings.text import print_findings  # noqa: PLC0415

        print_findings(result, session.language, notes=notes)
    if not result.files:
        raise NothingToCheckError(sentence("nothing-to-check", paths=", ".join(given(paths))))
    return exit_code(result)


def exit_code(result: CheckResult) -> ExitCode:
    """Give the exit code of a check."""
    if result.rule_crashed:
        return ExitCode.OUR_FAULT
    if result.could_not_read:
        return ExitCode.READ_WRITE
    return ExitCode.FINDINGS if result.count(Severity.ERROR) else ExitCode.CLEAN
