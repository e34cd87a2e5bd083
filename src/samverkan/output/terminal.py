"""Printing to a terminal, a pipe or a file: the one place that knows rich."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

_WIDTH_OF_PIPES = 110


def console() -> Console:
    """Make the console that commands print to: colours on a terminal only, `NO_COLOR` and `FORCE_COLOR` obeyed."""
    usual = (80, 25) if sys.stdout.isatty() else (_WIDTH_OF_PIPES, 25)
    # Not left to the library, which takes what it finds in COLUMNS and LINES for numbers.
    wide, high = shutil.get_terminal_size(usual)
    return Console(markup=False, highlight=False, emoji=False, soft_wrap=False, width=wide, height=high, safe_box=True)


def can_draw() -> bool:
    """Tell whether the output takes more than ASCII, as for lines and arrows."""
    try:
        "│→“å".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def print_lines(out: Console, lines: Iterable[Text]) -> None:
    """Print lines that are not to be wrapped, all at once: most of what printing takes, it takes each time."""
    if out.color_system is None:
        out.file.write("".join(f"{line.plain}\n" for line in lines))
    else:
        out.print(Text("\n").join(lines), soft_wrap=True)
