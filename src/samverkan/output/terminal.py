"""Printing to a terminal, a pipe or a file: the one place that knows rich."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from rich.console import Console
from rich.measure import Measurement
from rich.text import Text

from samverkan.escape import without_commands

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO

    from rich.console import ConsoleOptions

_WIDTH_OF_PIPES = 110
_INDENT = 2


def console() -> Console:
    """Make the console that commands print to: colours on a terminal only, `NO_COLOR` and `FORCE_COLOR` obeyed."""
    usual = (80, 25) if sys.stdout.isatty() else (_WIDTH_OF_PIPES, 25)
    # Not left to the library, which takes what it finds in COLUMNS and LINES for numbers.
    wide, high = shutil.get_terminal_size(usual)
    return Console(
        markup=False,
        highlight=False,
        emoji=False,
        soft_wrap=False,
        width=wide,
        height=high,
        safe_box=True,
        file=cast("TextIO", _OurLines()),
    )


def can_draw() -> bool:
    """Tell whether the output takes more than ASCII, as for lines and arrows."""
    try:
        "│→“å".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def print_lines(out: Console, lines: Iterable[Text]) -> None:
    """Print lines, wrapped on a terminal only, all at once: most of what printing takes, it takes each time."""
    if sys.stdout.isatty():
        for line in lines:
            out.print(Hanging(line))
    elif out.color_system is None:
        out.file.write("".join(f"{line.plain}\n" for line in lines))
    else:
        out.print(Text("\n").join(lines), soft_wrap=True)


def print_hanging(line: str, stream: TextIO) -> None:
    """Print one line on a terminal, in as many lines as it takes."""
    wide, high = shutil.get_terminal_size()
    out = Console(file=stream, markup=False, highlight=False, emoji=False, width=wide, height=high)
    with out.capture() as captured:
        out.print(Hanging(Text(line)))
    stream.write(without_commands(captured.get()))


@dataclass(frozen=True)
class Hanging:
    """A line whose continuation is indented, so that what begins a line is always ours and never an author's."""

    line: Text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """Give the lines that it becomes in the width that there is."""
        within = len(self.line.plain) - len(self.line.plain.lstrip(" ")) + _INDENT
        first, *rest = self.line.wrap(console, max(options.max_width - within, 1)) or [self.line]
        yield first
        for line in rest:
            yield Text(" " * within).append_text(line)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Say how much room it takes."""
        return Measurement.get(console, options, self.line)


class _OurLines:
    """The standard output, on which no line begins as a command to those who run programs for others."""

    def write(self, text: str) -> int:
        """Write some lines."""
        return sys.stdout.write(without_commands(text))

    def __getattr__(self, name: str) -> object:
        """Be the standard output in all else."""
        return getattr(sys.stdout, name)
