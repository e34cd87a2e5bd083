"""Opening files to read: here alone, whatever it was that led to them.

A workspace may come from a stranger. What it leads to is opened only where it is an ordinary file that lies inside the
folder that it may lie in, links followed, and no more of it is read than what can be of use.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from samverkan.errors import ReadWriteError
from samverkan.escape import visible
from samverkan.words.commands import sentence
from samverkan.words.sentence import Text, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

# A device or a pipe that takes a file's place in the last moment is opened without waiting for it. Windows has none of
# these, and asks to be told that a file is not text.
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"))
_NO_LINK: int = getattr(os, "O_NOFOLLOW", 0)
# Only Linux can pass through a folder that may not be listed.
_FOLDER: int = getattr(os, "O_PATH", os.O_RDONLY) | getattr(os, "O_DIRECTORY", 0) | _NO_LINK


_AT_ONCE = 1_000_000


class UnreadableError(Exception):
    """A file could not be read; carries the reason for the user."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.say("en"))
        self.why = why


class OutsideError(UnreadableError):
    """A file lies outside the folder that it may lie in, or a link leads out of it."""


class TooLargeError(UnreadableError):
    """A file holds more than can be of use."""


def read_file(path: Path, root: Path | None, most: int) -> bytes:
    """Read a whole file.

    Args:
        path: the file.
        root: the folder that the file must lie in, links followed; None for a file that the user named.
        most: how many bytes it may hold.

    Raises:
        UnreadableError: it is not there, not an ordinary file, or may not be read; `OutsideError` and `TooLargeError`
            for what lies outside or holds more.
    """
    content = read_start(path, root, most + 1)
    if len(content) > most:
        raise TooLargeError(sentence("why-too-large", most=most // 1000))
    return content


def read_named(path: Path, most: int) -> bytes:
    """Read a whole file that the user named.

    Raises:
        ReadWriteError: it is not there, not an ordinary file, holds more than so many bytes, or may not be read.
    """
    try:
        return read_file(path, None, most)
    except UnreadableError as error:
        raise cannot_read(visible(path.as_posix()), error) from None


def cannot_read(name: str, error: UnreadableError) -> ReadWriteError:
    """Say that a file cannot be read, and why.

    Args:
        name: what it is called, safe to print.
        error: why.
    """
    return ReadWriteError(sentence("cannot-read", file=name, why=error.why))


class OpenFolder:
    """The folder that a file was opened in, kept open for the next one: most that are read together lie together."""

    def __init__(self) -> None:
        self._place: tuple[str, ...] = ()
        self._folder = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def opened(self, root: str, steps: Sequence[str]) -> int:
        """Open a file step by step from a folder, so that no link put there meanwhile can lead out of it."""
        place = (root, *steps[:-1])
        if place != self._place:
            self._close()
            self._folder = _folder_below(root, steps[:-1])
            self._place = place
        return os.open(steps[-1], _FLAGS | _NO_LINK, dir_fd=self._folder)

    def _close(self) -> None:
        if self._place:
            self._place = ()
            os.close(self._folder)


def read_start(path: Path, root: Path | None, most: int, near: OpenFolder | None = None) -> bytes:
    """Read the beginning of a file, no more than so many bytes; otherwise as `read_file`.

    Args:
        path: the file.
        root: the folder that it must lie in.
        most: how many bytes are read.
        near: the folder that others are read from.
    """
    if near is None:
        with OpenFolder() as alone:
            return read_start(path, root, most, alone)
    try:
        file = _opened(path, root, near)
        try:
            status = os.fstat(file)
            if not stat.S_ISREG(status.st_mode):
                raise UnreadableError(sentence("why-not-a-file"))
            return _from_start(file, most, status.st_size)
        finally:
            os.close(file)
    except (OSError, ValueError) as error:
        raise UnreadableError(reason(error)) from None


def _from_start(file: int, most: int, size: int) -> bytes:
    """Read until the end or so many bytes, with room for what there seems to be: more takes longer than to read."""
    content = os.read(file, min(size + 1, most))
    while len(content) not in {size, most} and (more := os.read(file, min(most - len(content), _AT_ONCE))):
        content += more
    return content


def reason(error: OSError | ValueError) -> Text:
    """Say why the system refused a file or a folder; stands after a colon."""
    match error:
        case FileNotFoundError():
            return sentence("why-missing")
        case PermissionError():
            return sentence("why-forbidden")
        case NotADirectoryError() | FileExistsError():
            return sentence("is-no-folder")
        case IsADirectoryError():
            return sentence("is-a-folder")
        case OSError(errno=errno.ENAMETOOLONG):
            return sentence("why-long-name")
        case OSError(errno=errno.ELOOP):
            return sentence("why-circle")
        case OSError(strerror=str(words)):
            return plain(visible(words))
        case UnicodeError():
            return sentence("why-odd-name")
    return plain(visible(str(error)))


def _opened(path: Path, root: Path | None, near: OpenFolder) -> int:
    # Asked before it is opened: to open a device can already do something.
    if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - quicker, for thousands
        raise UnreadableError(sentence("why-not-a-file"))
    if root is None:
        return os.open(path, _FLAGS)
    if os.open in os.supports_dir_fd:
        with suppress(OSError, ValueError):  # it is there as it is written, or else behind links
            return near.opened(os.fspath(root), _steps(path, root))
    real, real_root = os.path.realpath(path), os.path.realpath(root)
    try:
        steps = Path(real).relative_to(real_root).parts
    except ValueError:
        raise OutsideError(sentence("why-outside")) from None
    if os.open not in os.supports_dir_fd:  # Windows
        return os.open(real, _FLAGS)
    return near.opened(real_root, steps)


def _steps(path: Path, root: Path) -> Sequence[str]:
    """Give the steps of a path inside a folder.

    Raises:
        ValueError: it does not lie there as it is written, one of the steps leads out again, or there is none.
    """
    inside = os.fspath(root) + os.sep
    written = os.fspath(path)  # where it begins as the folder does it is quicker to part it than to ask for its parts
    steps = written[len(inside) :].split(os.sep) if written.startswith(inside) else path.relative_to(root).parts  # noqa: PTH206
    if not steps or not steps[-1] or os.pardir in steps:
        raise ValueError(path)
    return steps


def _folder_below(root: str, steps: Sequence[str]) -> int:
    folder = os.open(root, _FOLDER)
    try:
        for step in steps:
            inner = os.open(step, _FOLDER, dir_fd=folder)
            os.close(folder)
            folder = inner
    except BaseException:
        os.close(folder)
        raise
    return folder
