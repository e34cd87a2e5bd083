"""`samverkan fmt`: documents in their canonical form, with every comment and every word kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan.cli.changes import changes_of, show, write
from samverkan.cli.options import Paths, given
from samverkan.cli.session import session_of
from samverkan.cli.telling import say, say_done, tell
from samverkan.errors import ExitCode, WrongUseError
from samverkan.output.standard_output import write_file
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.formatting.formatted import Formatted
    from samverkan.source.files import SourceFile
    from samverkan.words.sentence import Language

_STANDARD_INPUT = "-"


def fmt(
    context: typer.Context,
    paths: Paths = None,
    *,
    check: Annotated[bool, typer.Option("--check", help="help-fmt-check")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="help-fmt-diff")] = False,
) -> int:
    """Write documents in canonical form."""
    session, named = session_of(context), given(paths)
    language = session.language
    if _STANDARD_INPUT in named and len(named) > 1:
        raise WrongUseError(sentence("fmt-stdin-alone"))
    found, code = changes_of(named, partial(_formatted, language), language)
    code = max(code, _refused(found, language))
    if named == [_STANDARD_INPUT] and not check and not diff:
        return _pass_on(found, code, is_for_a_runner=session.is_read_by_a_runner)
    changed = [(source, raw, one) for source, raw, one in found if one.is_changed]
    if not changed:
        return _nothing(code, language)
    if check or diff:
        return max(code, _show(changed, language, in_full=diff, check=check))
    return max(code, *(write(source, raw, one, "fmt-written", language) for source, raw, one in changed))


def _formatted(language: Language, source: SourceFile, raw: bytes) -> Formatted:
    """Give the canonical form of a file; tell of one that somebody named though it is no document."""
    from samverkan.formatting.formatted import formatted  # noqa: PLC0415 - heavy, and not every command's

    done = formatted(source, raw)
    if done.refused is not None and not done.is_ours:
        tell(done.refused, language)
    return done


def _refused(found: Sequence[tuple[SourceFile, bytes, Formatted]], language: Language) -> ExitCode:
    """Tell why files are left as they are, and choose the exit code."""
    refused = [one.refused for _, _, one in found if one.refused is not None]
    for why in refused:
        tell(why, language)
    return ExitCode.FINDINGS if refused else ExitCode.CLEAN


def _pass_on(
    found: Sequence[tuple[SourceFile, bytes, Formatted]], code: ExitCode, *, is_for_a_runner: bool
) -> ExitCode:
    """Write what came in on the standard input to the standard output; nothing of what is refused.

    An editor gets it letter for letter. Where somebody may read it for commands, they are written with codes.
    """
    from samverkan.formatting.printed import printed  # noqa: PLC0415 - as below

    for _, _, one in found:
        if one.refused is None:
            safe = printed(one.new) if is_for_a_runner else one.new
            write_file(one.content if safe == one.new else safe)
    return code


def _nothing(code: ExitCode, language: Language) -> ExitCode:
    if code is ExitCode.CLEAN:
        say_done(sentence("fmt-nothing").say(language))
    return code


def _show(
    changed: Sequence[tuple[SourceFile, bytes, Formatted]], language: Language, *, in_full: bool, check: bool
) -> ExitCode:
    """Show what would be written, or tell in which files, and choose the exit code."""
    for source, _, one in changed:
        if in_full:
            show(source.name, one)
        else:
            say(sentence("fmt-would", file=source.name).say(language))
    if check:
        tell(sentence("fmt-run"), language)
    return ExitCode.FINDINGS if check else ExitCode.CLEAN
