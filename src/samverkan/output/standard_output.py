"""Writing files to the standard output."""

from __future__ import annotations

import re
import sys
from enum import StrEnum

_COMMAND = re.compile(r"^([^\S\n]*):(?=:)|##(?=\[)", re.MULTILINE)


class Markup(StrEnum):
    """How a kind of file writes a sign by its number or with a mark before it."""

    HTML = "&#{0:d};"
    MARKDOWN = "\\{0:c}"


def write_file(content: str | bytes) -> None:
    """Write a file's content to the standard output as it is: always UTF-8, with its own line ends."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace"))
    sys.stdout.flush()


def write_page(content: str, markup: Markup) -> None:
    """Write a page to the standard output; what would be a command to those who run programs is written otherwise.

    They read what is printed: GitHub takes what begins a line with `::`, and `##[` anywhere, for commands.
    """
    write_file(_COMMAND.sub(lambda met: _otherwise(met, markup), content))


def _otherwise(met: re.Match[str], markup: Markup) -> str:
    if met[1] is None:
        return "#" + markup.format(ord("#"))
    return met[1] + markup.format(ord(":"))
