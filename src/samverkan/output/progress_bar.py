"""A bar that shows how far a long command has come; on a terminal only."""

from __future__ import annotations

import shutil
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_FEW = 4


@contextmanager
def progress_bar(label: str, total: int) -> Iterator[Callable[[], None]]:
    """Show a bar while something is done, and give what moves it one step.

    Args:
        label: what is done.
        total: the number of steps; a few are done before anybody looks.
    """
    if total < _FEW or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - heavy, and only for terminals
    from rich.progress import Progress  # noqa: PLC0415

    wide, high = shutil.get_terminal_size()  # not left to the library; see `terminal.console`
    with Progress(console=Console(stderr=True, width=wide, height=high), transient=True) as bar:
        task = bar.add_task(label, total=total)
        yield lambda: bar.advance(task)
