"""Waiting for documents to be saved: `watchfiles` tells, a small library that others keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watchfiles import DefaultFilter, watch

from samverkan.source.files import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from watchfiles import Change

_SETTLED_WITHIN = 50
"""How many milliseconds a program that saves has for the rest of it: many write a file in several steps."""

WATCHED_WITHIN = 100
"""How many milliseconds pass before it is told that nothing has changed yet: folders are watched by then."""


class _Documents(DefaultFilter):
    """Documents and settings, but nothing in hidden folders."""

    def __call__(self, change: Change, path: str) -> bool:
        return path.lower().endswith(SUFFIXES) and super().__call__(change, path)


def saves(folders: Sequence[Path]) -> Iterator[None]:
    """Come back when some folders are watched, and then each time that documents in them are saved or taken away.

    What is saved between two askings is told at the second.

    Raises:
        OSError: a folder cannot be watched.
        KeyboardInterrupt: the user has seen enough.
    """
    is_watching = False
    for changes in watch(
        *folders,
        watch_filter=_Documents(),
        debounce=_SETTLED_WITHIN * 4,
        step=_SETTLED_WITHIN,
        rust_timeout=WATCHED_WITHIN,
        yield_on_timeout=True,
    ):
        if changes or not is_watching:
            is_watching = True
            yield
