"""The log of a fault of ours."""

from __future__ import annotations

import os
import platform
import tempfile
import traceback
from pathlib import Path

from samverkan import __version__


def write_log(error: BaseException) -> str:
    """Keep what is needed to find a fault, without a word of what the documents hold.

    Returns:
        The name of the log; where it could not be written, what broke and in which file.
    """
    frames = [f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    facts = f"samverkan {__version__}, Python {platform.python_version()}, {platform.system()}"
    try:
        handle, name = tempfile.mkstemp(prefix="samverkan-", suffix=".log", text=True)
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write("\n".join([facts, type(error).__name__, *frames]) + "\n")
    except OSError:
        return f"{type(error).__name__}, {Path(frames[-1].split(':')[0]).name if frames else '?'}"
    return name
