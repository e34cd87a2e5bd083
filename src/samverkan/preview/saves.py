"""Waiting for documents to be saved: `watchfiles` tells, a small library that others keep."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from watchfiles import Change, DefaultFilter, watch

from samverkan.source.files import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Saved = frozenset[Path] | None
"""The files that have been saved, where no other has changed; None where it may be any."""
WATCHED_WITHIN = 100
"""How many milliseconds pass before it is told that nothing has changed yet: folders are watched by then."""
_SETTLED_WITHIN = 20
"""How many milliseconds a program that saves has for the rest of it: many write a file in several steps."""
_MOST_WAITED = 200
"""And how many where it goes on and on."""


class _Documents(DefaultFilter):
    """Documents and settings, but nothing in hidden folders."""

    def __call__(self, change: Change, path: str) -> bool:
        return path.lower().endswith(SUFFIXES) and super().__call__(change, path)


def saves(folders: Sequence[Path]) -> Iterator[Saved]:
    """Come back at once when folders are watched, and then each time that documents have been saved, added or removed.

    What is saved between two times that are asked for is told the second time.

    Raises:
        OSError: a folder cannot be watched.
        UnicodeError: the name of a folder is no text.
        KeyboardInterrupt: the user has seen enough.
    """
    refuse_odd_names(folders)
    found = watch(
        *folders,
        watch_filter=_Documents(),
        debounce=_MOST_WAITED,
        step=_SETTLED_WITHIN,
        rust_timeout=WATCHED_WITHIN,
        yield_on_timeout=True,
    )
    next(found)
    yield None
    for changes in found:
        if changes:
            yield saved_in(changes)


def refuse_odd_names(folders: Sequence[Path]) -> None:
    """Refuse folders that the library loses sight of later on, or ends for, without saying why.

    Raises:
        UnicodeError: the name of a folder is no text.
    """
    for folder in folders:
        os.fspath(folder.absolute()).encode()


def saved_in(changes: set[tuple[Change, str]]) -> Saved:
    """Give the files that have been saved; None where others have been added or removed.

    Many programs save by putting a new file in the place of the old one, which is told as added.
    """
    if any(change is Change.deleted and not Path(path).exists() for change, path in changes):
        return None
    return frozenset(Path(path) for _, path in changes)
