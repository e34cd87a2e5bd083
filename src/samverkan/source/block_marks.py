"""The mark of a text on several lines, `>-` or `|`: with the text beside it, or left out where the text has a colon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.source.line_parts import KEY, LEAD

if TYPE_CHECKING:
    from collections.abc import Sequence

_STEP = 2
_MOST_LINES = 200
_FEWEST_WORDS = 4
_BESIDE = re.compile(rf"\A(?P<head>{LEAD}(?P<key>{KEY}:[ ]++|)[|>](?P<chomp>[-+]?))[ ]++(?P<text>[^\W_].*+)\Z")
_KEYED = re.compile(rf"\A{LEAD}{KEY}:(?:[ ]++(?P<text>[^\W\d_].*+)|[ ]*+\Z)")
_COLON = re.compile(r":(?: |\Z)")
_OF_YAML = re.compile(r"\A(?:-(?: |\Z)|[{}\[\]#&*!|>%@`\"']|[\w-]++:(?: |\Z))")


def text_beside_mark(lines: Sequence[str], number: int) -> str | None:
    """Put a text that stands beside the mark of such texts on the line below it; None where none does.

    Args:
        lines: the lines of the whole.
        number: the line, from 0.
    """
    found = _BESIDE.match(lines[number])
    if found is None or not (found["key"] or found["lead"].strip()):
        return None
    if not found["chomp"] and not found["text"][0].isalpha():
        return None  # more than a figure
    base = found.end("lead") if found["key"] else len(lines[number]) - len(lines[number].lstrip(" "))
    below = next((line for line in lines[number + 1 :] if line.strip()), "")
    column = _indent(below) if _indent(below) > base else base + _STEP
    return f"{found['head']}\n{' ' * column}{found['text'].rstrip()}"


def with_mark(lines: Sequence[str], number: int) -> tuple[int, str] | None:
    """Write the mark after the key of a text on several lines; None where it is no such text, or has no colon in it.

    Args:
        lines: the lines of the whole.
        number: a line of the text, from 0.

    Returns:
        The line of the key, from 0, and it as it is to be: with the text that stood there on a line below.
    """
    above = range(number, max(-1, number - _MOST_LINES), -1)
    row, key = next(((row, key) for row in above if (key := _KEYED.match(lines[row]))), (0, None))
    if key is None:
        return None
    text, beside = _below(lines, row, key.end("lead")), (key["text"] or "").rstrip()
    if not text or not _is_prose([beside, *text] if beside else text):
        return None
    head = lines[row][: key.start("text")].rstrip() if beside else lines[row].rstrip()
    first = next(line for line in lines[row + 1 :] if line.strip())
    return row, f"{head} >-" + (f"\n{' ' * _indent(first)}{beside}" if beside else "")


def _below(lines: Sequence[str], row: int, column: int) -> list[str]:
    """Give the lines below a key that stand further in than it."""
    found = list[str]()
    for line in lines[row + 1 : row + _MOST_LINES]:
        if line.strip() and _indent(line) <= column:
            break
        found.append(line.strip())
    return [line for line in found if line]


def _is_prose(lines: Sequence[str]) -> bool:
    """Tell whether lines are running text with a colon, none of which begins as YAML does, or has a comment."""
    with_colon = [line for line in lines if _COLON.search(line)]
    is_long = with_colon and all(len(line.split()) >= _FEWEST_WORDS for line in with_colon)
    is_plain = not any(_OF_YAML.match(line) or " #" in line for line in lines)
    return bool(is_long) and is_plain and lines[0][:1].isupper()


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
