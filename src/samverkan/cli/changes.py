"""Files that a command changes: read, shown line by line, and written where nobody else has changed them meanwhile."""

from __future__ import annotations

import difflib
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from samverkan.cli.ending import nothing_in, what_is_left_out
from samverkan.cli.telling import say, say_done, tell, tell_more
from samverkan.errors import ExitCode, NothingToCheckError
from samverkan.source.lines import lines_of
from samverkan.source.opening import UnreadableError
from samverkan.source.workspace_files import is_settings, surroundings
from samverkan.source.writing import write_whole
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from samverkan.source.files import SourceFile
    from samverkan.words.sentence import Language

_CONTEXT = 1


class Change(Protocol):
    """What becomes of a file: its text before and after, and what it is to hold."""

    @property
    def old(self) -> str:
        """The file's text."""

    @property
    def new(self) -> str:
        """The same as it is to be."""

    @property
    def content(self) -> bytes:
        """What the file is to hold."""

    @property
    def is_ours(self) -> bool:
        """Whether it is a file of ours at all."""


C = TypeVar("C", bound=Change)


def sources_of(paths: Sequence[str], *, with_settings: bool = False) -> list[SourceFile]:
    """Give the files that the user points at, without those of settings unless they are wanted too."""
    asked = (source for files in surroundings(paths) for source in files.asked)
    return [source for source in asked if with_settings or not is_settings(source)]


def changes_of(
    paths: Sequence[str],
    change: Callable[[SourceFile, bytes], C],
    language: Language,
    *,
    with_settings: bool = False,
) -> tuple[list[tuple[SourceFile, bytes, C]], ExitCode]:
    """Read the files that the user points at, and say what becomes of each on its own.

    Args:
        paths: files and folders.
        change: makes what becomes of a file from what it holds.
        language: the reader's.
        with_settings: also what becomes of settings, where they change.

    Returns:
        Those of ours, and the exit code: whether all of them could be read.

    Raises:
        NothingToCheckError: there are none.
    """
    tell_more(partial(what_is_left_out, paths))
    found, others, code = [], list[str](), ExitCode.CLEAN
    for source in sources_of(paths, with_settings=with_settings):
        try:
            raw = source.read()
        except UnreadableError as error:
            tell(sentence("fix-unreadable", file=source.name, why=error.why), language)
            code = ExitCode.READ_WRITE
            continue
        one = change(source, raw)
        if is_settings(source) and one.old == one.new:
            continue
        if one.is_ours:
            found.append((source, raw, one))
        else:
            others.append(source.name)
    if not found and code is ExitCode.CLEAN:
        raise NothingToCheckError(nothing_in(paths, others))
    return found, code


def show(name: str, change: Change) -> None:
    """Show what is changed in a file, line by line."""
    old, new = lines_of(change.old), lines_of(change.new)
    for line in difflib.unified_diff(old, new, name, name, n=_CONTEXT, lineterm=""):
        say(line)


def write(source: SourceFile, raw: bytes, change: Change, done: str, language: Language) -> ExitCode:
    """Write a file that is still as it was read, and no link to another.

    Args:
        source: the file.
        raw: what it held when it was read.
        change: what becomes of it.
        done: the key of the sentence that says that it is written.
        language: the reader's.
    """
    if source.path.is_symlink():
        tell(sentence("fix-link", file=source.name), language)
        return ExitCode.READ_WRITE
    try:
        is_same = source.read() == raw
    except UnreadableError:
        is_same = False
    if not is_same:
        tell(sentence("fix-changed", file=source.name), language)
        return ExitCode.READ_WRITE
    write_whole(source.path, change.content)
    say_done(sentence(done, file=source.name).say(language))
    return ExitCode.CLEAN
