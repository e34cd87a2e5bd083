"""A folder of files that the program may lose at any time, this user's own: bounded, and never in the way."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from samverkan.source.opening import UnreadableError, read_file
from samverkan.source.writing import write_soon

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_BYTES = 64_000_000
"""How much the folder holds before the oldest files are thrown away."""
MOST_OF_ONE = 8_000_000
_LEAVES = 0.75
"""How much of the most is left then."""
_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


class KeptFiles:
    """The files of such a folder, by their names; where it cannot be used there are none, and nothing is said of it."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it is made when there is something to keep."""
        self._folder = folder
        self._has_written = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing at all in the folder, as before the first time."""
        try:
            with os.scandir(self._folder) as entries:
                return next(entries, None) is None
        except OSError:
            return True

    def get(self, name: str) -> bytes | None:
        """Give what a file holds, and let it be young again; None where there is none that can be trusted."""
        if not self._is_own:
            return None
        path = self._folder / name
        try:
            content = read_file(path, self._folder, MOST_OF_ONE)
            os.utime(path)
        except (UnreadableError, OSError):
            return None
        return content

    def put(self, name: str, content: bytes) -> None:
        """Keep a file, if there is room for it and a place to keep it."""
        if len(content) > MOST_OF_ONE:
            return
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._is_own:
                write_soon(self._folder / name, content)
                self._has_written = True

    def tidy(self) -> None:
        """Throw away what has not been asked for the longest, once there is more than there is room for."""
        if not self._has_written:
            return
        with suppress(OSError):
            found = sorted(self._sized(), reverse=True)
            if sum(size for _, size, _ in found) <= MOST_BYTES:
                return
            left = int(MOST_BYTES * _LEAVES)
            for _, size, path in found:
                left -= size
                if left < 0:
                    with suppress(OSError):
                        os.unlink(path)  # noqa: PTH108 - thousands

    def _sized(self) -> Iterator[tuple[float, int, str]]:
        """Give when each file was last asked for, how large it is, and its path."""
        with os.scandir(self._folder) as entries:
            for entry in entries:
                with suppress(OSError):
                    status = entry.stat(follow_symlinks=False)
                    if stat.S_ISREG(status.st_mode):
                        yield status.st_mtime, status.st_size, entry.path

    @property
    def _is_own(self) -> bool:
        """Whether the folder is this user's and nobody else may write to it."""
        if not hasattr(os, "geteuid"):  # pragma: no cover - Windows keeps each user's folders apart
            return True
        try:
            status = self._folder.lstat()
        except OSError:
            return False
        is_ours = stat.S_ISDIR(status.st_mode) and status.st_uid == os.geteuid()
        return is_ours and not status.st_mode & _OTHERS_MAY_WRITE


def stamps_below(folder: Path) -> Iterator[str]:
    """Give path, size and time of every file in a folder and below, but not of what Python makes of them.

    Of a folder that is in an archive, from where Python can import too, it is the archive's.
    """
    archive = next((place for place in (folder, *folder.parents) if place.is_file()), None)
    if archive is not None:
        yield _stamp(str(archive), archive.stat())
        return
    waiting = [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    waiting += [entry.path] if entry.name != "__pycache__" else []
                else:
                    yield _stamp(entry.path, entry.stat())


def _stamp(path: str, status: os.stat_result) -> str:
    return f"{path} {status.st_size} {status.st_mtime_ns}"


def libraries() -> Iterator[str]:
    """Name the libraries that Python finds, with their versions, as pip names the folders that tell of them."""
    for place in sys.path:
        if place.endswith("-packages"):
            with suppress(OSError):
                yield from (name for name in os.listdir(place) if name.endswith("-info"))  # noqa: PTH208 - quicker
