"""Doing a command once more at each save, until the user has seen enough."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from samverkan.cli.ending import ending_of_error
from samverkan.cli.telling import tell
from samverkan.errors import ReadWriteError, SamverkanError, WrongUseError
from samverkan.source.opening import reason
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from samverkan.preview.saves import Saved
    from samverkan.words.sentence import Language

_CLEAR = "\x1b[2J\x1b[3J\x1b[H"


def check_at_saves(paths: Sequence[str], check: Callable[[Saved], int], language: Language) -> NoReturn:
    """Check now and at each save.

    Args:
        paths: what is checked.
        check: checks and tells, given what has been saved; where the program cannot go on, the next save may have
            mended why.
        language: the language to say in that it waits.

    Raises:
        WrongUseError: the standard input is among the paths.
        ReadWriteError: what watches folders is not installed, or a folder cannot be watched.
        KeyboardInterrupt: the user has seen enough.
    """
    if "-" in paths:
        raise WrongUseError(sentence("watch-stdin"))
    try:
        from samverkan.preview.saves import saves  # noqa: PLC0415 - an extra, and heavy
    except ImportError:
        raise ReadWriteError(sentence("watch-no-extra")) from None
    saved = saves(watched(paths))
    just_saved = _next(saved)  # watched before the first check, so that what is saved meanwhile is checked after it
    while True:
        try:
            check(just_saved)
        except SamverkanError as error:
            ending_of_error(error, language)
        tell(sentence("watching"), language)
        just_saved = _next(saved)
        _clear()


def _next(saved: Iterator[Saved]) -> Saved:
    try:
        return next(saved)
    except (OSError, UnicodeError) as error:
        raise ReadWriteError(sentence("cannot-watch", why=reason(error))) from None


def watched(paths: Sequence[str]) -> list[Path]:
    """Give the folders to watch: those named, and those of the files that are named."""
    places = [Path(path) for path in paths if path != "-"]
    return list(dict.fromkeys(place if place.is_dir() else place.parent for place in places)) or [Path()]


def _clear() -> None:
    """Let a terminal show only what is told now; what is kept in a file or read by a program stays."""
    if sys.stdout.isatty():
        sys.stdout.write(_CLEAR)
        sys.stdout.flush()
