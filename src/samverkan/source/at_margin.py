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
_TEXT = re.compile(rf"\A(?P<all>{LEAD})(?P<key>[a-z_]++:[ ]++|)[^\W_][^\s:#]*+ (?!.*(?:: | #))\S")
_KEY = re.compile(r"[\"']?[a-z_]+[\"']? ?:|[a-z_]+\Z")
_SENTENCE = re.compile(r"[^\W_]\S*+,? \S")
_LOWER = re.compile(r"[^\W\dA-ZÅÄÖ_]\S*+ [^\WA-ZÅÄÖ_]")
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
    last = stopped if _is_at_margin(lines[stopped]) else stopped - 1
    while last > 0 and not lines[last].strip():
        last -= 1
    first = last + 1
    while first > 0 and (not lines[first - 1].strip() or _is_at_margin(lines[first - 1])):
        first -= 1
    while first <= last and not lines[first].strip():
        first += 1
    while last + 1 < len(lines) and (not lines[last + 1].strip() or _is_at_margin(lines[last + 1])):
        last += 1
    while last > first and not lines[last].strip():
        last -= 1
    if first > last or not (text := _text_above(lines, first)) or not _belongs(lines[first : last + 1], text):
        return None
    return first, [" " * text.column + line if line.strip() else line for line in lines[first : last + 1]]


def goes_on(lines: Sequence[str], number: int) -> bool:
    """Tell whether a line at the left edge goes on in the middle of a sentence that the line above it begins."""
    return number > 0 and lines[number - 1].strip() != "" and _LOWER.match(lines[number]) is not None


def _is_at_margin(line: str) -> bool:
    """Tell whether a line is running text that begins at the left edge."""
    return _SENTENCE.match(line) is not None and _KEY.match(line) is None


def _text_above(lines: Sequence[str], first: int) -> _Text | None:
    """Find the text that ends above a line: that of a block, or one without quotes."""
    above = next((row for row in range(first - 1, -1, -1) if lines[row].strip()), 0)
    column = len(lines[above]) - len(lines[above].lstrip())
    for row in range(above, max(-1, above - _MOST_LINES_BACK), -1):
        if _BLOCK.match(lines[row]):
            return (
                _Text(_first_column(lines[row + 1 : above + 1]), lines[above], is_block=True) if row < above else None
            )
        if found := _TEXT.match(lines[row]):
            if found["key"] and (row == above or column > len(found["all"])):
                inner = len(found["all"]) + _STEP if row == above else column
                return _Text(inner, lines[above], is_block=False)
        elif _KEY.match(lines[row].lstrip(" -")):
            return None
    return None


def _first_column(lines: Sequence[str]) -> int:
    return next((len(line) - len(line.lstrip()) for line in lines if line.strip()), 0)


def _belongs(lines: Sequence[str], text: _Text) -> bool:
    """Tell whether lines are the rest of a text, or a paragraph of it, and not a heading or a key without its colon."""
    is_rest = _LOWER.match(lines[0]) is not None and not text.last.endswith(_ENDED)
    is_whole = not lines[0][:1].islower() and lines[-1].endswith(_ENDED)
    if text.is_block:
        return is_rest or is_whole or (lines[0][:1].isupper() and len(lines[0]) > _LONG)
    is_apart = any(": " in line or " #" in line for line in lines)
    return not is_apart and (is_rest or (is_whole and (text.last.endswith(_ENDS) or len(text.last) > 2 * _LONG)))
