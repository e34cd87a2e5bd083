"""`samverkan validate`: prove that documents are whole."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan.cli.completion import finding_names
from samverkan.cli.ending import ending, level_that_fails, with_files
from samverkan.cli.options import Paths, Today, given, names
from samverkan.cli.session import Session, current_folder, session_of
from samverkan.cli.telling import is_quiet, tell
from samverkan.errors import SettingsError, WrongUseError
from samverkan.escape import visible
from samverkan.findings import Severity
from samverkan.output.findings.formats import WRITERS, FindingList, FindingsFormat
from samverkan.output.findings.runner import runner_in
from samverkan.source.workspace_files import Surroundings, surroundings
from samverkan.words.commands import sentence
from samverkan.words.git import GIT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.changed import Changes
    from samverkan.check import CheckResult
    from samverkan.words.sentence import Language

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
    select: _Select = None,
    ignore: _Ignore = None,
    *,
    notes: Annotated[bool, typer.Option("--notes", help="help-notes")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="help-strict")] = False,
    fail_level: Annotated[Severity, typer.Option("--fail-level", help="help-fail-level")] = Severity.ERROR,
    baseline: Annotated[Path | None, typer.Option(metavar="FILE", help="help-baseline", show_default=False)] = None,
    diff_only: Annotated[str | None, typer.Option(metavar="REV", help="help-diff-only", show_default=False)] = None,
    write_baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="help-write-baseline", show_default=False)
    ] = None,
) -> int:
    """Check documents and print what is to be mended."""
    from samverkan import check  # noqa: PLC0415 - heavy, and not every command's

    if diff_only is not None and write_baseline is not None:
        raise WrongUseError(GIT["diff-or-write"])
    session = session_of(context)
    level = level_that_fails(fail_level, is_strict=strict)
    runner = runner_in(session.environment, current_folder())
    about = partial(FindingList, session.language, notes, is_quiet(), runner, level)
    try:
        choice = check.RuleSelection(names(select), names(ignore))
        found = surroundings(given(paths))
        changes = None if diff_only is None else _changes(diff_only, found, session)
        result = check.check_files(found, session.day(today), choice, changes)
    except SettingsError as error:
        if format is FindingsFormat.TEXT:
            raise
        WRITERS[format](about(check.of_settings(error)))
        return error.exit_code
    if write_baseline is not None:
        return _keep(with_files(result, given(paths)), write_baseline, session.language)
    if baseline is not None:
        result = _unknown(result, baseline, session.language)
    if result.elsewhere and not is_quiet():
        key = "elsewhere" if result.elsewhere > 1 else "elsewhere-one"
        tell(GIT[key].with_fields(count=result.elsewhere, revision=visible(diff_only or "")), session.language)
    WRITERS[format](about(result))
    with_files(result, given(paths))
    return ending(result, is_failing=result.has(level))


def _changes(revision: str, found: Sequence[Surroundings], session: Session) -> Changes:
    from samverkan.changed import changes_since  # noqa: PLC0415 - only when asked for

    return changes_since(revision, found, session.environment)


def _keep(result: CheckResult, path: Path, language: Language) -> int:
    from samverkan.baseline import write_baseline as write  # noqa: PLC0415 - only when asked for

    write(path, result)
    count = sum(result.count(severity) for severity in Severity)
    tell(sentence("baseline-written", count=count, path=visible(str(path))), language)
    return ending(result)


def _unknown(result: CheckResult, path: Path, language: Language) -> CheckResult:
    from samverkan.baseline import without_known  # noqa: PLC0415 - only when asked for

    left = without_known(result, path)
    gone = 0 if result.elsewhere else left.gone  # what is not shown is not gone
    for key, count in (("baseline-known", left.known), ("baseline-gone", gone)):
        if count and not is_quiet():
            tell(sentence(key, count=count), language)
    return left.result
