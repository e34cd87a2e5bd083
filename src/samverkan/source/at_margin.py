"""Lines of a text that begin at the left edge: YAML ends the text there, and has no key to read them under."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from samverkan.source.line_parts import LEAD

if TYPE_CHECKING:
    from collections.abc import Sequence

_STEP = 2
_MOST_LINES_BACK = 100
_LONG = 40
"""Characters of a line that is more than a heading."""
_BLOCK = re.compile(rf"\A{LEAD}[a-z_]++:[ ]++[|>][-+]?\Z")
_TEXT = re.compile(rf"\A{LEAD}(?P<key>[a-z_]++:[ ]++|)[^\W_][^\s:#]*+[ ]\S")
_KEY = re.compile(r"\A[\"']?[a-z_]++(?:[\"']? ?:|\Z)")
_SENTENCE = re.compile(r"\A[^\W_]\S*+ \S")
_LOWER = re.compile(r"\A[^\W\dA-ZÅÄÖ_]\S*+ [^\WA-ZÅÄÖ_]")
_APART = re.compile(": | #")
_ENDED = (".", "!", "?", ":")
_ENDS = (*_ENDED, ",", ";")


class _Text(NamedTuple):
    """The text that a line may belong to.

    Attributes:
        column: where its lines begin.
        last: the last of them.
        is_block: whether it stands in a block of its own, where every line is text.
    """

    column: int
    last: str
    is_block: bool


def indented(lines: Sequence[str], stopped: int) -> tuple[int, list[str]] | None:
    """Indent the lines at the left edge that belong to the text above them; None where there are none.

    Args:
        lines: the lines of the whole.
        stopped: where the parser stopped, from 0.

    Returns:
        The first of the lines, from 0, and the lines as they are to be.
    """
    first, end = _run_at(lines, stopped)
    if first == end or not (text := _text_above(lines, first)) or not _belongs(lines[first:end], text):
        return None
    return first, [" " * text.column + line if line.strip() else line for line in lines[first:end]]


def _run_at(lines: Sequence[str], stopped: int) -> tuple[int, int]:
    """Give the first of the lines at the left edge around a place, and what follows the last; the same for none."""
    first = end = _last_near(lines, stopped) + 1
    while first > 0 and _may_belong(lines[first - 1]):
        first -= 1
    while end < len(lines) and _may_belong(lines[end]):
        end += 1
    while end > first and not lines[end - 1].strip():
        end -= 1
    while first < end and not lines[first].strip():
        first += 1
    return first, end


def _last_near(lines: Sequence[str], stopped: int) -> int:
    """Give the line at the left edge where the parser stopped, or else the last one above that is not indented."""
    if _is_at_margin(lines[stopped]):
        return stopped
    row = stopped - 1
    while row > 0 and (not lines[row].strip() or lines[row].startswith(" ")):
        row -= 1
    return row


def goes_on(lines: Sequence[str], number: int) -> bool:
    """Tell whether a line at the left edge goes on in the middle of a sentence that the line above it begins."""
    return number > 0 and lines[number - 1].strip() != "" and _LOWER.match(lines[number]) is not None


def _is_at_margin(line: str) -> bool:
    """Tell whether a line is running text that begins at the left edge."""
    return _SENTENCE.match(line) is not None and _KEY.match(line) is None


def _may_belong(line: str) -> bool:
    return not line.strip() or _is_at_margin(line)


def _text_above(lines: Sequence[str], first: int) -> _Text | None:
    """Find the text that ends above a line: that of a block, or one without quotes."""
    above = next((row for row in range(first - 1, -1, -1) if lines[row].strip()), 0)
    for row in range(above, max(-1, above - _MOST_LINES_BACK), -1):
        if text := _text_from(lines, row, above):
            return text
        if _KEY.match(lines[row].lstrip(" -")):
            return None
    return None


def _text_from(lines: Sequence[str], row: int, last: int) -> _Text | None:
    """Give the text that begins on a line and goes on to another one; None where none begins there."""
    if block := _BLOCK.match(lines[row]):
        begins = block.end("lead") + _STEP if row == last else 0  # where nothing of the text stands in its place
        inner = next((_indent(line) for line in lines[row + 1 : last + 1] if line.strip()), begins)
        return _Text(inner, lines[last], is_block=True) if inner else None
    found = _TEXT.match(lines[row])
    if found is None or not (found["key"] or found["lead"].strip()):
        return None
    column = _indent(lines[last]) if row < last else found.end("lead") + (_STEP if found["key"] else 0)
    return _Text(column, lines[last], is_block=False)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _belongs(lines: Sequence[str], text: _Text) -> bool:
    """Tell whether lines are the rest of a text, or a paragraph of it, and not a heading or a key without its colon."""
    is_rest = _LOWER.match(lines[0]) is not None and not text.last.endswith(_ENDED)
    is_whole = not lines[0][:1].islower() and lines[-1].endswith(_ENDED)
    if text.is_block:
        return is_rest or is_whole or (lines[0][:1].isupper() and len(lines[0]) > _LONG)
    return not any(map(_APART.search, lines)) and (is_rest or (is_whole and _is_prose(text.last)))


def _is_prose(line: str) -> bool:
    return line.endswith(_ENDS) or len(line) > 2 * _LONG
