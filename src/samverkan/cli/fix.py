"""`samverkan fix`: mend the slips that are beyond doubt."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan.cli.changes import changes_of, show, sources_of, write
from samverkan.cli.options import Files, given
from samverkan.cli.session import session_of
from samverkan.cli.telling import say_done, tell
from samverkan.errors import ExitCode, WrongUseError
from samverkan.source.files import is_standard_input
from samverkan.words.commands import sentence
from samverkan.words.lists import FirstOf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.mending import Mended
    from samverkan.source.files import SourceFile
    from samverkan.words.sentence import Language

_YES = frozenset({"j", "ja", "y", "yes"})


def fix(
    context: typer.Context,
    paths: Files = None,
    *,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="help-fix-yes")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="help-fix-diff")] = False,
    check: Annotated[bool, typer.Option("--check", help="help-fix-check")] = False,
) -> int:
    """Show how the slips that are beyond doubt are mended, and mend them."""
    language = session_of(context).language
    found, code = _found(given(paths), language)
    results = [(source, mended) for source, _, mended in found]
    code = max(code, _refused(results, language), _left_amiss(results, language) if check else ExitCode.CLEAN)
    changed = _changed(found)
    if not changed:
        return _nothing(code, () if check else _left_to_choose(results), language)
    for source, _, mended in changed:
        show(source.name, mended)
    if check or diff:
        return code
    if not yes and not _is_wanted(len(changed), language):
        say_done(sentence("fix-left").say(language))
        return ExitCode.FINDINGS
    code = max(code, *(write(source, raw, mended, "fix-written", language) for source, raw, mended in changed))
    return _with_the_rest(code, results, language)


def _found(paths: Sequence[str], language: Language) -> tuple[list[tuple[SourceFile, bytes, Mended]], ExitCode]:
    """Read the files that the user points at, and mend each on its own; see `changes_of`.

    Raises:
        WrongUseError: the standard input is among them.
    """
    from samverkan.mending import mended  # noqa: PLC0415 - heavy, and not every command's

    if any(is_standard_input(source.path) for source in sources_of(paths)):
        raise WrongUseError(sentence("fix-stdin"))
    return changes_of(paths, mended, language, with_settings=True)


def _changed(found: Sequence[tuple[SourceFile, bytes, Mended]]) -> list[tuple[SourceFile, bytes, Mended]]:
    return [(source, raw, mended) for source, raw, mended in found if mended.is_changed]


def _refused(found: Sequence[tuple[SourceFile, Mended]], language: Language) -> ExitCode:
    """Tell of the files whose agreed text would change, and choose the exit code."""
    refused = [source for source, mended in found if mended.changes_agreed]
    for source in refused:
        tell(sentence("fix-agreed", file=source.name), language)
    return ExitCode.FINDINGS if refused else ExitCode.CLEAN


def _nothing(code: ExitCode, broken: Sequence[str], language: Language) -> ExitCode:
    say_done(sentence("fix-nothing-safe" if broken else "fix-nothing").say(language))
    return code


def _with_the_rest(code: ExitCode, found: Sequence[tuple[SourceFile, Mended]], language: Language) -> ExitCode:
    """Tell of the files in which something is left that only their author can choose."""
    if left := _left_to_choose(found):
        say_done(sentence("fix-rest", files=FirstOf(left)).say(language))
    return code


def _left_to_choose(found: Sequence[tuple[SourceFile, Mended]]) -> tuple[str, ...]:
    """Name those of them that are text at all, where lines to paste can be told."""
    return _broken([(source, made) for source, made in found if made.old])


def _broken(found: Sequence[tuple[SourceFile, Mended]]) -> tuple[str, ...]:
    """Name the files of ours that cannot be read in full even when they are mended."""
    left = (source for source, made in found if made.is_ours and not made.is_whole and not made.changes_agreed)
    return tuple(source.name for source in left)


def _left_amiss(found: Sequence[tuple[SourceFile, Mended]], language: Language) -> ExitCode:
    """Tell of the files that cannot be read in full even when they are mended, and choose the exit code of a check."""
    if broken := _broken(found):
        tell(sentence("fix-not-whole", files=FirstOf(broken)), language)
    return ExitCode.FINDINGS if broken or any(mended.is_changed for _, mended in found) else ExitCode.CLEAN


def _is_wanted(count: int, language: Language) -> bool:
    """Ask whether the changes are to be written.

    Raises:
        WrongUseError: there is nobody to ask.
    """
    if sys.stdin is None or not sys.stdin.isatty():
        raise WrongUseError(sentence("fix-nobody"))
    asked = sentence("fix-one" if count == 1 else "fix-several", count=count)
    return str(typer.prompt(asked.say(language), default="n", show_default=False)).strip().casefold() in _YES
