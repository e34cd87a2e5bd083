"""The lines of a text, as YAML counts them."""

from __future__ import annotations

import re

_LINE_END = re.compile("\r\n|\r|\n")


def lines_of(text: str) -> list[str]:
    """Split a text into lines as YAML counts them, without line ends."""
    return _LINE_END.split(text)


def line_starts_of(text: str) -> list[int]:
    """Give the offset at which each line of a text begins, as `lines_of` counts them."""
    return [0, *(match.end() for match in _LINE_END.finditer(text))]
