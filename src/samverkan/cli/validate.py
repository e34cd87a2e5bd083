"""`samverkan validate`: prove that documents are whole."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from samverkan.cli.completion import finding_names
from samverkan.cli.ending import ending, level_that_fails, with_files
from samverkan.cli.options import Paths, Today, given, names
from samverkan.cli.session import current_folder, session_of
from samverkan.cli.telling import is_quiet
from samverkan.errors import SettingsError
from samverkan.findings import Severity
from samverkan.output.findings.formats import WRITERS, FindingList, FindingsFormat
from samverkan.output.findings.runner import runner_in

_Select = Annotated[
    list[str] | None,
    typer.Option(metavar="RULES", help="help-select", show_default=False, autocompletion=finding_names),
]
_Ignore = Annotated[
    list[str] | None,
    typer.Option(metavar="RULES", help="help-ignore", show_default=False, autocompletion=finding_names),
]


def validate(
    context: typer.Context,
    paths: Paths = None,
    format: Annotated[FindingsFormat, typer.Option(help="help-findings-format")] = FindingsFormat.TEXT,  # noqa: A002
    today: Today = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="RULES", help="help-select", show_default=False, autocompletion=finding_names),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="RULES", help="help-ignore", show_default=False, autocompletion=finding_names),
    ] = None,
    *,
    notes: Annotated[bool, typer.Option("--notes", help="help-notes")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="help-strict")] = False,
    fail_level: Annotated[Severity, typer.Option("--fail-level", help="help-fail-level")] = Severity.ERROR,
) -> int:
    """Check documents and print what is to be mended."""
    from samverkan import check  # noqa: PLC0415 - heavy, and not every command's

    session = session_of(context)
    level = level_that_fails(fail_level, is_strict=strict)
    runner = runner_in(session.environment, current_folder())
    about = partial(FindingList, session.language, notes, is_quiet(), runner, level)
    try:
        choice = check.RuleSelection(names(select), names(ignore))
        result = check.check(given(paths), session.day(today), choice)
    except SettingsError as error:
        if format is FindingsFormat.TEXT:
            raise
        WRITERS[format](about(check.of_settings(error)))
        return error.exit_code
    WRITERS[format](about(result))
    with_files(result, given(paths))
    return ending(result, is_failing=result.has(level))
