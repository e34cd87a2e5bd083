"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING

from samverkan.errors import ReadWriteError
from samverkan.escape import visible
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a reader meets the old content or the new, never a part.

    Args:
        path: the file; its folder is made where it is missing, its mode is kept where it exists.
        content: what it shall hold.

    Raises:
        ReadWriteError: it could not be written; the old file is as it was.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, content)
    except OSError as error:
        fields = {"path": visible(str(path)), "why": visible(error.strerror or type(error).__name__)}
        raise ReadWriteError(sentence("cannot-write", **fields)) from error


def _replace(path: Path, content: bytes) -> None:
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    # The name is known before the file exists, so that an interruption at any point can take the file away.
    temporary = path.with_name(f".{path.name[:40]}.{secrets.token_hex(8)}.tmp")
    try:
        temporary.touch(0o600, exist_ok=False)
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
