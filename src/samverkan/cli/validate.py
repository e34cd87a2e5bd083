"""`samverkan validate`: prove that documents are whole."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from samverkan.cli.completion import finding_names
from samverkan.cli.ending import ending, level_that_fails, with_files
from samverkan.cli.kept_output import printed_again
from samverkan.cli.look_files import tell_of_missing
from samverkan.cli.options import Paths, Today, given, names
from samverkan.cli.session import Session, current_folder, session_of
from samverkan.cli.telling import is_quiet, tell
from samverkan.cli.watching import check_at_saves
from samverkan.engine import Means, Memory, check_each
from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.findings import Severity
from samverkan.output.findings.formats import WRITERS, FindingList, FindingsFormat
from samverkan.output.findings.runner import runner_in
from samverkan.source.last_look import LastLook
from samverkan.source.workspace_files import surroundings
from samverkan.told import RuleSelection, SettingsError, Told
from samverkan.words.commands import sentence
from samverkan.words.git import GIT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from samverkan.changed import Changes
    from samverkan.source.workspace_files import Surroundings
    from samverkan.words.sentence import Language

_Select = Annotated[
    list[str] | None,
    typer.Option(metavar="RULES", help="help-select", show_default=False, autocompletion=finding_names),
]
_Ignore = Annotated[
    list[str] | None,
    typer.Option(metavar="RULES", help="help-ignore", show_default=False, autocompletion=finding_names),
]

_WriteBaseline = Annotated[Path | None, typer.Option(metavar="FILE", help="help-write-baseline", show_default=False)]


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
    write_baseline: _WriteBaseline = None,
    jobs: Annotated[int, typer.Option(metavar="N", min=0, help="help-jobs", show_default=False)] = 0,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="help-no-cache")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="help-watch")] = False,
) -> int:
    """Check documents and print what is to be mended."""
    if write_baseline is not None and diff_only is not None:
        raise WrongUseError(GIT["diff-or-write"])
    if write_baseline is not None and watch:
        raise WrongUseError(sentence("watch-or-write"))
    session = session_of(context)
    level = level_that_fails(fail_level, is_strict=strict)
    runner = runner_in(session.environment, current_folder())
    check = _Check(
        paths=given(paths),
        day=session.day(today),
        choice=RuleSelection(names(select), names(ignore)),
        means=Means(
            jobs,
            None if no_cache else session.answers,
            partial(_tell_lost, session.language),
            Memory() if watch else None,
        ),
        format=format,
        about=partial(FindingList, session.language, notes, is_quiet(), runner, level),
        baseline=baseline,
        write_baseline=write_baseline,
        diff_only=diff_only,
        session=session,
        level=level,
    )
    return check.at_saves() if watch else check.once(context, is_kept=not no_cache)


def _tell_lost(language: Language) -> None:
    tell(sentence("process-lost"), language)


@dataclass(frozen=True)
class _Check:
    """What is to be checked, how, and how it is told."""

    paths: list[str]
    day: date
    choice: RuleSelection
    means: Means
    format: FindingsFormat
    about: Callable[[Told], FindingList]
    baseline: Path | None
    write_baseline: Path | None
    diff_only: str | None
    session: Session
    level: Severity

    @property
    def depends_on_more(self) -> bool:
        """Whether what is told depends on more than the files and what is asked for, or more is done than telling."""
        others = (self.baseline, self.write_baseline, self.diff_only)
        return any(one is not None for one in others) or self.format is FindingsFormat.GITHUB or "-" in self.paths

    def at_saves(self) -> NoReturn:
        """Check and tell now and at each save, until it is interrupted."""
        look = LastLook(self.paths)
        check_at_saves(self.paths, lambda saved: self.run(look.files(saved)), self.session.language)

    def once(self, context: typer.Context, *, is_kept: bool) -> int:
        """Check and tell, or print again what was told of the same files where that is kept."""
        if is_kept and not self.depends_on_more:
            code = printed_again(context, self.paths, self.day, self.run, self.means.noted)
        else:
            code = self.run(surroundings(self.paths))
        tell_of_missing(self.paths)
        return code

    def run(self, found: Sequence[Surroundings]) -> int:
        """Check files that have been found, and perhaps read, and tell."""
        try:
            result = self._result(found)
        except SettingsError as error:
            if self.format is FindingsFormat.TEXT:
                raise
            from samverkan.check import of_settings  # noqa: PLC0415 - heavy, and not needed where all is known

            WRITERS[self.format](self.about(of_settings(error)))
            return error.exit_code
        language = self.session.language
        if self.write_baseline is not None:
            return _keep(with_files(result, self.paths), self.write_baseline, language)
        if self.baseline is not None:
            result = _unknown(result, self.baseline, language)
        if result.elsewhere and not is_quiet():
            key = "elsewhere" if result.elsewhere > 1 else "elsewhere-one"
            tell(GIT[key].with_fields(count=result.elsewhere, revision=visible(self.diff_only or "")), language)
        WRITERS[self.format](self.about(result))
        with_files(result, self.paths)
        return ending(result, is_failing=result.has(self.level))

    def _result(self, found: Sequence[Surroundings]) -> Told:
        if self.diff_only is not None:
            found = [files.read() for files in found]  # what is compared is what is checked
        changes = None if self.diff_only is None else _changes(self.diff_only, found, self.session)
        told = check_each(found, self.day, self.choice, self.means)
        if changes is None:
            return told
        from samverkan.changed import only_changed  # noqa: PLC0415 - only when asked for
        from samverkan.check import check_files  # noqa: PLC0415 - heavy, and seldom needed

        if told.untold:  # what has changed may be among what is not told
            return check_files(found, self.day, self.choice, changes)
        return only_changed(told, changes, found)


def _changes(revision: str, found: Sequence[Surroundings], session: Session) -> Changes:
    from samverkan.changed import changes_since  # noqa: PLC0415 - only when asked for

    return changes_since(revision, found, session.environment)


def _keep(result: Told, path: Path, language: Language) -> int:
    from samverkan.baseline import write_baseline as write  # noqa: PLC0415 - only when asked for

    write(path, result)
    count = sum(result.count(severity) for severity in Severity)
    tell(sentence("baseline-written", count=count, path=visible(str(path))), language)
    return ending(result)


def _unknown(result: Told, path: Path, language: Language) -> Told:
    from samverkan.baseline import without_known  # noqa: PLC0415 - only when asked for

    left = without_known(result, path)
    gone = 0 if result.elsewhere else left.gone  # what is not shown is not gone
    for key, count in (("baseline-known", left.known), ("baseline-gone", gone)):
        if count and not is_quiet():
            tell(sentence(key, count=count), language)
    return left.result
