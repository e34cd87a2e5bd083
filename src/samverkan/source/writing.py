"""Writing files: here alone, each whole or not at all, and never through a link."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import contextmanager
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

from samverkan.errors import ReadWriteError
from samverkan.escape import visible
from samverkan.source.leftovers import own_prefix, sweep
from samverkan.source.making import make_folder
from samverkan.source.opening import reason
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

_WAIT, _MOST_WAITS = 0.02, 250


def write_whole(path: Path, content: bytes, *, mode: int | None = None) -> None:
    """Write a file so that a reader meets the old content or the new, never a part.

    Args:
        path: the file; its folder is made where it is missing. A link in the file's place is replaced, and what it
            leads to is left as it is.
        content: what it shall hold.
        mode: who may read and write it; else as before, for a new file as the system is set.

    Raises:
        ReadWriteError: it could not be written; the old file is as it was.
    """
    try:
        make_folder(path.parent)
        sweep(path.parent)
        _replace(path, content, mode)
    except (OSError, ValueError) as error:
        raise cannot_write(path, error) from error


def write_soon(path: Path, content: bytes) -> None:
    """Write a file of our own whole or not at all, which nobody misses if the machine stops before it is on the disk.

    Raises:
        OSError: it could not be written.
    """
    temporary = path.with_name(f".{own_prefix()}{os.urandom(8).hex()}.tmp")
    try:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def add_to(path: Path, content: bytes) -> None:
    """Write at the end of a file that somebody else keeps for us, such as the summary of a run; never through a link.

    Raises:
        ReadWriteError: it is not there, is no file, or cannot be written.
    """
    flags = os.O_WRONLY | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        handle = os.open(path, flags)
        with os.fdopen(handle, "ab") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise ReadWriteError(sentence("cannot-write", path=visible(str(path)), why=sentence("why-not-a-file")))
            file.write(content)
    except (OSError, ValueError) as error:
        raise cannot_write(path, error) from error


def write_log(text: str) -> str | None:
    """Write a text to a new file among the system's temporary files; give its name, None where that cannot be done."""
    import tempfile  # noqa: PLC0415 - heavy, and seldom needed

    try:
        handle, name = tempfile.mkstemp(prefix="samverkan-", suffix=".log", text=True)
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
    except OSError:
        return None
    return name


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Let runs that write to a folder at the same time do it one after the other, as far as the system can.

    A run that has stopped for long in the middle does not stop others, for what is written is whole in any case.

    Raises:
        ReadWriteError: the folder cannot be made or opened.
    """
    if sys.platform == "win32":  # pragma: no cover - Windows
        yield
        return
    import fcntl  # noqa: PLC0415 - not on Windows

    try:
        make_folder(folder)
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise cannot_write(folder, error) from error
    try:
        for _ in range(_MOST_WAITS):
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except OSError:
                sleep(_WAIT)
        yield
    finally:
        os.close(handle)


def cannot_write(path: Path, error: OSError | ValueError) -> ReadWriteError:
    """Say that a file could not be written, and why."""
    return ReadWriteError(sentence("cannot-write", path=visible(str(path)), why=reason(error)))


def refuse_way_out(folder: Path, root: Path) -> None:
    """Refuse to write to a folder that links lead out of the root to.

    Raises:
        ReadWriteError: they do.
    """
    if not Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(root)):
        raise ReadWriteError(sentence("folder-leads-out", path=visible(folder.as_posix())))


def _replace(path: Path, content: bytes, mode: int | None) -> None:
    # The name is known before the file exists, so that an interruption at any point can take the file away.
    temporary = path.with_name(f".{own_prefix()}{os.urandom(8).hex()}.tmp")
    try:
        temporary.touch(0o600, exist_ok=False)
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode_of(path) if mode is None else mode)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _mode_of(path: Path) -> int:
    """Give the mode of the file that is there, which is not that of what a link leads to."""
    if path.exists() and not path.is_symlink():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
