"""Following the program line by line: how many lines it goes through, and what an interruption at any of them does."""

from __future__ import annotations

import inspect
import os
import sys
from itertools import count
from typing import TYPE_CHECKING, Any

import samverkan

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType, ModuleType

PROGRAM = os.path.dirname(samverkan.__file__)  # noqa: PTH120 - as frames tell of it


def followed(run: Callable[[], object], files: tuple[str, ...], on_line: Callable[[], object]) -> None:
    """Do something, and call another thing before each line of some files, or of those in some folders."""

    def inside(_frame: FrameType, event: str, _argument: object) -> Any:
        if event == "line":
            on_line()
        return inside

    def trace(frame: FrameType, _event: str, _argument: object) -> Any:
        return inside if frame.f_code.co_filename.startswith(files) else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        run()
    finally:
        sys.settrace(before)


def lines(run: Callable[[], object], of: str = PROGRAM) -> int:
    """Count the lines that something goes through, each time; those of the program alone, or of all that it uses."""
    numbers = count()
    followed(run, (of,), lambda: next(numbers))
    return next(numbers)


def interrupted(run: Callable[[], object], line: int, *modules: ModuleType) -> bool:
    """Do something, with Ctrl-C just before the line of that number in order; tell whether it came to that line."""
    numbers = count()

    def interrupt() -> None:
        if next(numbers) == line:
            raise KeyboardInterrupt

    try:
        followed(run, tuple(map(inspect.getfile, modules)), interrupt)
    except KeyboardInterrupt:
        return True
    return False
