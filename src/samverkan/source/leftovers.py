"""What a killed run has left behind: known by its name, and taken away by the next."""

from __future__ import annotations

import hashlib
import os
import platform
import re
import shutil
import stat
import sys
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_NAME = re.compile(r"\.?samverkan-([0-9a-f]{8})-([0-9]{1,10})-\w+(?:\.tmp)?")

# What Windows calls a question about a process, and the answer where there is none.
_MAY_ASK, _NO_SUCH_PROCESS = 0x1000, 87


def own_prefix() -> str:
    """Give what the names begin with of this run's temporary files and folders: the machine, and the process."""
    return f"samverkan-{_machine()}-{os.getpid()}-"


@cache
def sweep(folder: Path) -> None:
    """Take away what killed runs on this machine have left in a folder; once a run, for none is killed meanwhile.

    What another machine has left on a shared disk is left alone: whether it still runs is not known here.
    """
    try:
        with os.scandir(folder) as entries:
            names = [_NAME.fullmatch(entry.name) for entry in entries]
    except OSError:
        return
    for name in names:
        if name and name[1] == _machine() and _is_dead(int(name[2])):
            _remove(folder / name[0])


@cache
def _machine() -> str:
    return hashlib.sha256(platform.node().encode("utf-8", "replace")).hexdigest()[:8]


def _is_dead(process: int) -> bool:
    if sys.platform == "win32":  # pragma: no cover - there any signal that is sent to a process ends it
        import ctypes  # noqa: PLC0415 - only there

        if process >= 1 << 32:
            return False
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = ctypes.c_void_p
        handle = kernel.OpenProcess(_MAY_ASK, 0, process)
        if handle:
            kernel.CloseHandle(ctypes.c_void_p(handle))
        return not handle and ctypes.get_last_error() == _NO_SUCH_PROCESS
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


def _remove(path: Path) -> None:
    """Remove a file or a folder, but only this user's own; a link is removed itself."""
    with suppress(OSError):  # another run may have removed it just now
        status = path.lstat()
        if sys.platform != "win32" and status.st_uid != os.getuid():
            return
        if stat.S_ISDIR(status.st_mode):
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink()
