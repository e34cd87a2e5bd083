"""Help pages in the width of the terminal: names beside what they mean, or above it where that is too narrow."""

from __future__ import annotations

import re
import shutil
import textwrap
from typing import TYPE_CHECKING

from samverkan.output.columns import Column, widths_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDE = 10_000
"""So wide that the library wraps nothing: it breaks words, and sentences that are still to be translated."""
_WIDEST_PAGE = 78
_WIDEST_NAME = 30
_BETWEEN = 2
_BELOW = " " * 6
_ROW = re.compile(r"  (?P<name>\S+(?: \S+)*)(?: {2,}(?P<means>\S.*))?")


def page_width() -> int:
    """Say how many characters a line of a page has: fewer than the terminal, and never too many to read."""
    return min(shutil.get_terminal_size().columns - 2, _WIDEST_PAGE)


def laid_out(page: str) -> str:
    """Write a page so that it fits the terminal, without breaking a word.

    Args:
        page: the page as the library writes it for a terminal that has room for anything.
    """
    room = page_width()
    lines: list[str] = []
    for section in page.split("\n\n"):
        heading, *rows = section.split("\n")
        lines += wrapped(heading, room)
        lines += _listed([_row(row) for row in rows], room)
        lines.append("")
    return "\n".join(lines[:-1])


def wrapped(line: str, room: int, *, first: str = "", rest: str | None = None) -> list[str]:
    """Write a line in as many as it takes; those after the first begin as it does, or as is said."""
    indent = line[: len(line) - len(line.lstrip())]
    return textwrap.wrap(
        line.lstrip(),
        room,
        initial_indent=first or indent,
        subsequent_indent=indent if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _row(line: str) -> tuple[str, str]:
    found = _ROW.fullmatch(line)
    return (found["name"], found["means"] or "") if found else ("", line.strip())


def _listed(rows: Sequence[tuple[str, str]], room: int) -> Iterator[str]:
    names = [name for name, _ in rows if len(name) <= _WIDEST_NAME]
    widths = widths_of([Column(names), Column([means for _, means in rows], 1)], room - 2 * _BETWEEN)
    beside = " " * (_BETWEEN + widths[0] + _BETWEEN) if widths else _BELOW
    for name, means in rows:
        begins = f"{' ' * _BETWEEN}{name}"
        if widths and len(begins) + _BETWEEN <= len(beside):
            yield from wrapped(means, room, first=begins.ljust(len(beside)), rest=beside) or [begins]
        else:
            yield from (begins, *wrapped(means, room, first=beside, rest=beside))
