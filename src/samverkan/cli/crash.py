"""The log of a fault of ours."""

from __future__ import annotations

import platform
import traceback
from pathlib import Path

from samverkan import __version__
from samverkan.source.writing import write_log


def log_of(error: BaseException) -> str:
    """Keep what is needed to find a fault, without a word of what the documents hold.

    Returns:
        The name of the log; where it could not be written, what broke and in which file.
    """
    frames = [f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    facts = f"samverkan {__version__}, Python {platform.python_version()}, {platform.system()}"
    name = write_log("\n".join([facts, type(error).__name__, *frames]) + "\n")
    return name or f"{type(error).__name__}, {Path(frames[-1].split(':')[0]).name if frames else '?'}"
