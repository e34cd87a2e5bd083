"""Lists of a word processor, pasted with a bullet or a number and a tab before each item."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.characters import BULLETS, HARD_SPACES
from samverkan.source.edits import of_lines
from samverkan.source.faults import Fault, point
from samverkan.source.line_parts import KEY, LEAD
from samverkan.source.quoting import quoted
from samverkan.words.lists import FirstOf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkan.findings import Edit

_STEP = 2
_ITEM = re.compile(
    rf"\A[ \t]*+(?:[{BULLETS}*\uf0b7\uf0a7]|o(?=[ ]*+\t)|[0-9]{{1,2}}[.)]|[a-zA-Z]\))[{HARD_SPACES} ]*+\t[ \t]*+"
    r"(?P<text>\S.*+)\Z"
)
_KEY_ALONE = re.compile(rf"\A{LEAD}{KEY}:[ ]*+(?:#.*+)?\Z")
_OF_YAML = re.compile(rf"\A[ \t]*+(?:-(?:[ \t]|\Z)|{KEY}:(?:[ \t]|\Z)|#)")
_PLAIN = re.compile(r"\A[^\W_]")
_NOT_PLAIN = re.compile(r":(?:\s|\Z)|\s#")


def bulleted_with_tabs(lines: Sequence[str], found: Sequence[int]) -> Fault | None:
    """Write a list of a word processor as one of YAML; None where not all tabs stand between a bullet and its text.

    Args:
        lines: the lines of the text.
        found: those that have tabs in them, from 0.
    """
    items = {row: item["text"].rstrip() for row in found if (item := _ITEM.match(lines[row]))}
    if len(items) != len(found) or any("\t" in text for text in items.values()):
        return None
    numbers = FirstOf(tuple(str(row + 1) for row in found))
    first = lines[found[0]]
    place = point(found[0], len(first) - len(first.lstrip()), 1)
    return Fault("tab-bullets", place, {"lines": numbers}, edit=_edit(lines, items))


def _edit(lines: Sequence[str], items: Mapping[int, str]) -> Edit | None:
    """Write the items with hyphens; None where a line of theirs fits nowhere, or there is no key above them."""
    first, last = min(items), max(items)
    while last + 1 < len(lines) and _goes_on(lines[last + 1]):
        last += 1
    column: int | None = None
    new = list[str]()
    for row in range(first, last + 1):
        line = lines[row]
        if row not in items and _OF_YAML.match(line):
            column = None
            new.append(line)
            continue
        column = _column(lines, row) if column is None else column
        written = _written(lines, row, items)
        if column is None or written is None:
            return None
        new.append((" " * column + written).rstrip())
    return of_lines(first, lines[first : last + 1], new, is_safe=False)


def _goes_on(line: str) -> bool:
    return line.strip() != "" and not _OF_YAML.match(line)


def _written(lines: Sequence[str], row: int, items: Mapping[int, str]) -> str | None:
    """Write a line of an item; None where the item goes on over several lines and cannot do so without quotes."""
    if row not in items:
        text = lines[row].strip()
        return None if _NOT_PLAIN.search(text) else f"  {text}"
    if not _needs_quotes(items[row]):
        return f"- {items[row]}"
    is_whole = row + 1 in items or row + 1 == len(lines) or not _goes_on(lines[row + 1])
    return f"- {quoted(items[row])}" if is_whole else None


def _needs_quotes(text: str) -> bool:
    return _PLAIN.match(text) is None or _NOT_PLAIN.search(text) is not None


def _column(lines: Sequence[str], first: int) -> int | None:
    """Give how far in the hyphens are to stand: below the key above, or with the items above."""
    above = next((line for line in reversed(lines[:first]) if line.strip() and line.lstrip()[:1] != "#"), "")
    if key := _KEY_ALONE.match(above):
        return key.end("lead") + _STEP
    indent = len(above) - len(above.lstrip(" "))
    return indent if above[indent : indent + 2] == "- " else None
