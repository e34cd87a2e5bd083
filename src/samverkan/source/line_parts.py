"""The parts of a line: what leads to its value, the value, and a comment after it."""

from __future__ import annotations

import re

LEAD = r"(?P<lead>[ ]*+(?:-[ ]++)*(?!-[ ]))"
KEY = r"[^\W\d]\w*+"
QUOTES = "\"'"
QUOTED_PARTS = re.compile(r"\"[^\"]*+\"|'[^']*+'")
_CODE = re.compile(rf"\A{LEAD}(?:(?P<key>{KEY}:[ ]++)|(?!{KEY}:[ ]))(?P<value>\S)")
_COMMENT = re.compile(r"(?<!\S)#(?=\s|\Z)")


def parted(line: str) -> tuple[str, str, str]:
    """Part a line into what stands before its value, the value, and a comment; all empty where it has no value."""
    match = _CODE.match(line)
    if match is None or not (match["key"] or match["lead"].strip()):
        return "", "", ""
    start = match.start("value")
    end = end_of_code(line)
    return line[:start], line[start:end], line[end:].rstrip()


def end_of_code(line: str) -> int:
    """Give the column where a line ends but for a comment and the spaces before it."""
    comment = _COMMENT.search(QUOTED_PARTS.sub(lambda found: "x" * len(found.group()), line))
    return len(line[: comment.start()].rstrip()) if comment else len(line.rstrip())
