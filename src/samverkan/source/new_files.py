"""Writing files that are not there yet: all of them, or none."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.source.leftovers import own_prefix
from samverkan.source.making import make_folder, missing_folders
from samverkan.source.writing import cannot_write, write_whole
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write_new(files: Mapping[Path, bytes]) -> None:
    """Write files that are not there yet; where one of them cannot be written, or at an interruption, none is left.

    Args:
        files: what they hold, by their paths; folders are made where they are missing.

    Raises:
        WrongUseError: one of them is there already.
        ReadWriteError: one of them could not be written.
    """
    for path in files:
        if os.path.lexists(path):
            raise _exists(path)
    placed = _Placed()
    try:
        for path, content in files.items():
            placed.place(path, content)
    except BaseException:
        placed.undo()
        raise


def _exists(path: Path) -> WrongUseError:
    return WrongUseError(sentence("new-exists", path=visible(path.as_posix())))


class _Placed:
    """What has been written so far, so that it can be taken away again.

    Everything is noted before it is made, and a file is known again by what it is rather than by its name: an
    interruption can come at any point, and what others have put there meanwhile is theirs.
    """

    def __init__(self) -> None:
        self.folders: list[Path] = []
        self.files: list[tuple[Path, tuple[int, int]]] = []
        self.staged: Path | None = None

    def place(self, path: Path, content: bytes) -> None:
        """Write a file beside its place, and then put it there unless something has come to be there."""
        try:
            self._make_folder(path.parent)
            self.staged = path.with_name(f".{own_prefix()}{os.urandom(8).hex()}.tmp")
            write_whole(self.staged, content)
            self.files.append((path, _identity(self.staged)))
            try:
                _put(self.staged, path)
            except FileExistsError:
                raise _exists(path) from None
            self.staged.unlink(missing_ok=True)
        except (OSError, ValueError) as error:
            raise cannot_write(path, error) from error

    def _make_folder(self, folder: Path) -> None:
        self.folders += missing_folders(folder)
        make_folder(folder)

    def undo(self) -> None:
        """Take away all that was written, and the folders that were made for it."""
        if self.staged is not None:
            self.staged.unlink(missing_ok=True)
        for path, identity in self.files:
            if os.path.lexists(path) and _identity(path) == identity:
                path.unlink()
        for folder in reversed(self.folders):
            with suppress(OSError):  # somebody else has put something there
                folder.rmdir()


def _identity(path: Path) -> tuple[int, int]:
    status = path.lstat()
    return status.st_dev, status.st_ino


def _put(staged: Path, path: Path) -> None:
    """Give a file its name.

    Raises:
        FileExistsError: something has that name.
    """
    try:
        os.link(staged, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links, where a name that is taken can only be looked for
        if os.path.lexists(path):
            raise FileExistsError from None
        staged.rename(path)
