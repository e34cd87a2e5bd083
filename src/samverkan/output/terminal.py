"""Printing to a terminal, a pipe or a file: the one place that knows rich."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from rich import box
from rich.console import Console
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from samverkan.escape import without_commands
from samverkan.output.columns import Column, widths_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TextIO

    from rich.console import ConsoleOptions

_WIDTH_OF_PIPES = 110
_INDENT = 2
_BETWEEN_COLUMNS = 3
_TREE_STEP = 4


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
        """Give the lines that it becomes in the width that there is; a long word takes from the indentation."""
        indented = len(self.line.plain) - len(self.line.plain.lstrip(" "))
        words = self.line[indented:]
        within = max(min(indented + _INDENT, options.max_width - Measurement.get(console, options, words).minimum), 1)
        first, *rest = words.wrap(console, max(options.max_width - within, 1)) or [words]
        yield Text(" " * min(indented, within)).append_text(first)
        for line in rest:
            yield Text(" " * within).append_text(line)


@dataclass(frozen=True)
class Rows:
    """A list of rows: columns where all of them have room for every word, and otherwise a list of lines for each row.

    Attributes:
        headings: those of the columns; empty where the columns have none.
        rows: the cells of each row.
        shares: how large a part of the room each column takes; none for what is to stand on one line.
        alike: the rows that have their columns in common with these, where there are more lists than one.
    """

    headings: Sequence[str]
    rows: Sequence[Sequence[Text]]
    shares: Sequence[int]
    alike: Sequence[Sequence[Text]] = ()

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Table | Text | Hanging]:
        """Give the table or the lines that it becomes in the width that there is."""
        columns = []
        for number, share in enumerate(self.shares):
            cells = [row[number].plain for row in self.alike or self.rows]
            columns.append(Column([*self.headings[number : number + 1], *cells], share))
        widths = widths_of(columns, options.max_width - _BETWEEN_COLUMNS * (len(columns) - 1))
        if widths:
            yield self._table(widths)
        else:
            yield from self._lists()

    def _table(self, widths: Sequence[int]) -> Table:
        lines = (box.SIMPLE_HEAD if self.headings else box.SIMPLE) if can_draw() else box.ASCII
        table = Table(box=lines, show_header=bool(self.headings), show_edge=False, pad_edge=False)
        for number, width in enumerate(widths):
            heading = self.headings[number] if self.headings else ""
            table.add_column(heading, width=width, no_wrap=not self.shares[number], overflow="fold")
        for row in self.rows:
            table.add_row(*row)
        return table

    def _lists(self) -> Iterator[Text | Hanging]:
        for place, row in enumerate(self.rows):
            if place and self.headings:
                yield Text()
            yield from map(Hanging, self._list(row))

    def _list(self, row: Sequence[Text]) -> list[Text]:
        """Give the lines of one row: a cell that says itself what it is goes on in the line of the one before."""
        lines: list[Text] = []
        for heading, cell in zip(self.headings or [""] * len(row), row, strict=True):
            if not cell.plain:
                continue
            if lines and not heading:
                lines[-1].append("  ").append_text(cell)
            else:
                begins = Text("  " if lines else "").append(f"{heading}: " if heading else "", style="dim")
                lines.append(begins.append_text(cell))
        return lines


@dataclass(frozen=True)
class Branch:
    """What stands at one place of a tree, and what hangs below it."""

    label: Text
    below: Sequence[Branch] = ()


@dataclass(frozen=True)
class Branches:
    """A tree: drawn where the words have room beside its lines, and otherwise indented a little for each level."""

    root: Branch

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Tree | Hanging]:
        """Give the tree or the lines that it becomes in the width that there is."""
        if self._needs(self.root, 0) <= options.max_width:
            yield self._tree(self.root, Tree(Hanging(self.root.label), guide_style="dim"))
        else:
            yield from self._lines(self.root, 0)

    def _needs(self, branch: Branch, depth: int) -> int:
        """Say how wide a tree is at least, when no word is broken."""
        here = depth * _TREE_STEP + _INDENT + Column([branch.label.plain], 1).least
        return max([here, *(self._needs(below, depth + 1) for below in branch.below)])

    def _tree(self, branch: Branch, tree: Tree) -> Tree:
        for below in branch.below:
            self._tree(below, tree.add(Hanging(below.label)))
        return tree

    def _lines(self, branch: Branch, depth: int) -> Iterator[Hanging]:
        yield Hanging(Text("  " * depth + "- ").append_text(branch.label))
        for below in branch.below:
            yield from self._lines(below, depth + 1)


class _OurLines:
    """The standard output, on which no line begins as a command to those who run programs for others."""

    def write(self, text: str) -> int:
        """Write some lines."""
        return sys.stdout.write(without_commands(text))

    def __getattr__(self, name: str) -> object:
        """Be the standard output in all else."""
        return getattr(sys.stdout, name)
