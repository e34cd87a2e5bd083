"""The lines of a text, as YAML counts them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINE_END = re.compile("\r\n|\r|\n")


def lines_of(text: str) -> list[str]:
    """Split a text into lines as YAML counts them, without line ends."""
    return _LINE_END.split(text)


def line_starts_of(text: str) -> list[int]:
    """Give the offset at which each line of a text begins, as `lines_of` counts them."""
    return [0, *(match.end() for match in _LINE_END.finditer(text))]


def run_around(lines: Sequence[str], row: int, pattern: re.Pattern[str]) -> tuple[int, int]:
    """Give where a run of lines that a pattern fits begins, and where it has ended; the same where there is none.

    Args:
        lines: the lines.
        row: one of the run, or the first after it.
        pattern: what each of them begins with.
    """
    first = last = min(row, len(lines) - 1)
    while first > 0 and pattern.match(lines[first - 1]):
        first -= 1
    while last < len(lines) and pattern.match(lines[last]):
        last += 1
    return first, last
