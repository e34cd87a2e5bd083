"""How commands end: with which exit code, and when there is nothing to check. Decided here alone."""

from __future__ import annotations

import errno
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from samverkan.cli.crash import log_of
from samverkan.cli.session import current_folder
from samverkan.cli.streams import settle_streams
from samverkan.cli.telling import tell, tell_beside, tell_more
from samverkan.cli.usage import usage_error
from samverkan.errors import ExitCode, NothingToCheckError, SamverkanError
from samverkan.escape import visible
from samverkan.findings import Severity
from samverkan.source.files import misnamed_files, passed_over_in
from samverkan.source.opening import reason
from samverkan.told import SettingsError, Told
from samverkan.words.commands import sentence
from samverkan.words.lists import FirstOf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from samverkan.check import CheckResult
    from samverkan.render.run.events import Event
    from samverkan.source.workspace_files import Surroundings
    from samverkan.words.sentence import Language, Text

ToldT = TypeVar("ToldT", bound=Told)
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
"""What the system says where there is no more room, on the disk or for this user."""


def checked(paths: Sequence[str], day: date, found: Sequence[Surroundings] | None = None) -> CheckResult:
    """Check the files that the user points at.

    Args:
        paths: files and folders.
        day: the day to judge dates by.
        found: the files that the paths lead to, where they have been found already.

    Raises:
        NothingToCheckError: none of them is ours.
    """
    from samverkan import check  # noqa: PLC0415 - heavy, and not every command's

    result = check.check(paths, day) if found is None else check.check_files(found, day)
    return with_files(result, paths)


def with_files(result: ToldT, paths: Sequence[str]) -> ToldT:
    """Hand back what a check found, if it found anything to check.

    Raises:
        NothingToCheckError: no file of ours was checked.
    """
    tell_more(partial(_what_is_read, result, paths))
    if not result.files:
        raise NothingToCheckError(nothing_in(paths, result.passed_over))
    if misnamed := misnamed_files(paths):
        tell_beside(sentence("misnamed-beside", files=FirstOf(tuple(map(visible, misnamed)))))
    return result


def _what_is_read(result: Told, paths: Sequence[str]) -> Iterator[Text]:
    """Say which settings apply, which files are read and which are passed over."""
    for workspace in result.read:
        key = "reads-with-settings" if workspace.folder else "reads-without-settings"
        fields = {"files": len(workspace.documents), "asked": workspace.files}
        yield sentence(key, folder=visible(workspace.folder or ""), **fields)
        for document in workspace.documents:
            yield sentence("reads-file", file=visible(document.file), kind=document.kind or "–")
        for file in workspace.passed_over:
            yield sentence("passes-over-file", file=visible(file))
    yield from what_is_left_out(paths)


def what_is_left_out(paths: Sequence[str]) -> Iterator[Text]:
    """Say what patterns leave out of the folders that the user points at, a line for each file or folder."""
    for left_out in passed_over_in(paths):
        yield sentence("leaves-out-file", file=left_out.name, by=left_out.by)


def nothing_in(paths: Sequence[str], others: Sequence[str]) -> Text:
    """Say that there is nothing to check, and what is there instead.

    Args:
        paths: where the user pointed.
        others: the YAML files there that are somebody else's.
    """
    places = ", ".join(visible(Path(current_folder()).name) if path == "." else visible(path) for path in paths)
    if others:
        files = FirstOf(tuple(map(visible, others)))
        return sentence("nothing-to-check-others", paths=places, files=files)
    if misnamed := misnamed_files(paths):
        return sentence("nothing-to-check-misnamed", paths=places, files=FirstOf(tuple(map(visible, misnamed))))
    if left_out := passed_over_in(paths):
        files = FirstOf(tuple(one.name for one in left_out))
        by = FirstOf(tuple(dict.fromkeys(one.by for one in left_out)))
        return sentence("nothing-to-check-left-out", paths=places, files=files, by=by)
    return sentence("nothing-to-check", paths=places)


def nothing_found(result: Told, missing: Text) -> ExitCode:
    """End a command that found nothing of what it shows: with the code of what could not be read, where that is why.

    Args:
        result: what the check found; what could not be read is told already.
        missing: what was looked for, and what to do.

    Raises:
        NothingToCheckError: all could be read in full, and there is nothing of it.
    """
    if not result.not_whole:
        raise NothingToCheckError(missing)
    return ending(result, needs_all=True)


def nothing_to_report(paths: Sequence[str]) -> Text:
    """Say that a command needs an agreement, a plan or a promise that can be read, and there is none."""
    return sentence("nothing-to-report", paths=", ".join(paths))


def ending(result: Told, *, is_failing: bool = False, needs_all: bool = False) -> ExitCode:
    """Choose the exit code of a command that has checked documents.

    Args:
        result: what the check found.
        is_failing: whether the user is to be told by the exit code of what the command found.
        needs_all: whether a program relies on the answer, so that a document that could not be read in full must not
            look like one where nothing was found.
    """
    if result.rule_crashed:
        return ExitCode.OUR_FAULT
    if result.could_not_read:
        return ExitCode.READ_WRITE
    return ExitCode.FINDINGS if is_failing or (needs_all and result.not_whole) else ExitCode.CLEAN


def level_that_fails(asked: Severity, *, is_strict: bool) -> Severity:
    """Choose the least level of findings that fails a check: the one asked for, with `--strict` at least warnings."""
    return max(asked, Severity.WARNING, key=lambda level: level.rank) if is_strict else asked


def ending_of_run(events: Iterable[Event]) -> ExitCode:
    """Choose the exit code of a run that makes files: that of the last failure, else whether something is amiss."""
    from samverkan.render.run.events import Failed, SameName, Stale  # noqa: PLC0415 - only for commands that make files

    code = ExitCode.CLEAN
    for event in events:
        match event:
            case Failed(error=error):
                code = error.exit_code
            case SameName() | Stale():
                code = ExitCode.FINDINGS
    return code


def _refused_by_the_system(error: OSError) -> Text:
    """Say what the system refused: to hold our output, or to tell where we are."""
    if error.errno in _FULL:
        return sentence("output-full")
    if isinstance(error, FileNotFoundError) and error.filename is None:
        return sentence("no-current-folder")
    return sentence("output-failed", why=reason(error))


def ending_of_error(error: BaseException, language: Language) -> ExitCode:
    """Tell the user of an error that stopped the program, and choose the exit code."""
    more: tuple[Text, ...] = ()
    match error:
        case SettingsError():
            said, more, code = error.message, error.told[1:], error.exit_code
        case SamverkanError():
            said, code = error.message, error.exit_code
        case typer.TyperException():
            said, code = usage_error(error), ExitCode.WRONG_USE
        case KeyboardInterrupt() | typer.Abort():
            said, code = sentence("interrupted"), ExitCode.INTERRUPTED
        case BrokenPipeError():  # the reader of our output has left, as `head` does: end without a word
            return ExitCode.CLOSED_PIPE
        case OSError():  # files are read and written elsewhere; what is left is our own output
            said, code = _refused_by_the_system(error), ExitCode.READ_WRITE
        case _:  # nobody is to meet a traceback
            said, code = sentence("our-fault", log=log_of(error)), ExitCode.OUR_FAULT
    settle_streams()
    with suppress(OSError):  # where nobody can be told, the exit code tells
        for line in (said, *more):
            tell(line, language)
    return code
