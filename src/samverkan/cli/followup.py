"""`samverkan followup`: list the reviews that are late or coming."""

from __future__ import annotations

import sys

import typer

from samverkan.cli.environment import Session, chosen_day, write_json
from samverkan.cli.options import Format, Paths, ReportFormat, Today, given
from samverkan.cli.validate import exit_code
from samverkan.errors import ExitCode, NothingToCheckError
from samverkan.findings import Severity
from samverkan.messages.commands import sentence


def followup(
    context: typer.Context,
    paths: Paths = None,
    format: Format = ReportFormat.TEXT,  # noqa: A002 - the option's name
    today: Today = None,
) -> int:
    """List every review with the day when it is due and the clause that demands it."""
    from samverkan.check import check  # noqa: PLC0415 - heavy, and only this command's
    from samverkan.followup.rows import rows  # noqa: PLC0415

    session = context.find_object(Session) or Session("en")
    day = chosen_day(today)
    result = check(given(paths), day)
    if not result.workspace.files:
        raise NothingToCheckError(sentence("nothing-to-check", paths=", ".join(given(paths))))
    found = rows(result.workspace, day)
    if format is ReportFormat.JSON:
        from samverkan.report.json_v1 import rows_json  # noqa: PLC0415 - only what is asked for

        write_json(rows_json(found, day, session.language))
    else:
        from samverkan.report.rows_text import print_rows  # noqa: PLC0415

        print_rows(found, day, session.language)
    if errors := result.count(Severity.ERROR):
        sys.stdout.flush()
        sys.stderr.write(sentence("followup-incomplete", count=errors).say(session.language) + "\n")
    code = exit_code(result)
    return ExitCode.CLEAN if code is ExitCode.FINDINGS else code
