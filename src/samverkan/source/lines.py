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


def end_of_run(lines: Sequence[str], first: int, pattern: re.Pattern[str]) -> int:
    """Give where a run of lines that a pattern fits has ended; where it begins if there is none.

    Args:
        lines: the lines.
        first: where it begins.
        pattern: what each of them begins with.
    """
    last = first
    while last < len(lines) and pattern.match(lines[last]):
        last += 1
    return last
