"""Tabs, of which YAML allows hardly any: told once for a file, with the lines as they are to be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.source.bulleted import bulleted_with_tabs
from samverkan.source.edits import of_lines
from samverkan.source.events import SyntaxFault, events
from samverkan.source.faults import Fault, point
from samverkan.source.pasted_along import numbered
from samverkan.source.tables import figures_from_spreadsheet
from samverkan.words.lists import FirstOf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.findings import Edit

_WIDTHS = (2, 4, 8)
_MOST_CHARACTERS = 100_000
_LEAST_COLUMNS = 3
_AFTER_MARK = re.compile(r"((?:^|(?<=\s))-|:)[ \t]*\t[ \t]*")


def tab_fault(lines: Sequence[str]) -> Fault:
    """Tell of the tabs in a text, at the first of them.

    Args:
        lines: the lines of the text, in some of which there are tabs.
    """
    found = [number for number, line in enumerate(lines) if "\t" in line]
    if fault := numbered(lines):
        return fault
    place = point(found[0], lines[found[0]].index("\t"))
    if pasted := figures_from_spreadsheet(lines, found) or bulleted_with_tabs(lines, found):
        return pasted
    if _is_row_of_table(lines[found[0]].strip()):
        return Fault("tab-columns", place)
    if len(found) == 1:
        return Fault("tab", place, edit=_edit(lines, found))
    numbers = FirstOf(tuple(str(number + 1) for number in found))
    return Fault("tabs", place, {"lines": numbers}, edit=_edit(lines, found))


def _is_row_of_table(line: str) -> bool:
    return line.count("\t") >= _LEAST_COLUMNS - 1 and ":" not in line and line[:1] not in {"-", "#"}


def _edit(lines: Sequence[str], found: Sequence[int]) -> Edit | None:
    """Put spaces for tabs, as wide as makes YAML of the text; None where no width does."""
    if sum(map(len, lines)) > _MOST_CHARACTERS:
        return None
    first, last = found[0], found[-1] + 1
    for width in _WIDTHS:
        new = [_spaced(line, width) for line in lines[first:last]]
        if _is_yaml([*lines[:first], *new, *lines[last:]]):
            is_safe = all(
                re.sub(r"\s+", " ", old) == re.sub(r"\s+", " ", line)
                for old, line in zip(lines[first:last], new, strict=True)
            )
            return of_lines(first, lines[first:last], new, is_safe=is_safe and not _in_text(lines[first:last]))
    return None


def _spaced(line: str, width: int) -> str:
    text = line.lstrip(" \t")
    indent = line[: len(line) - len(text)].expandtabs(width)
    return indent + _AFTER_MARK.sub(r"\1 ", text.rstrip("\t")).replace("\t", " ")


def _in_text(lines: Sequence[str]) -> bool:
    """Tell whether a tab stands inside a text, which is the author's."""
    return any("\t" in _AFTER_MARK.sub("", line.strip(" \t")) for line in lines)


def _is_yaml(lines: Sequence[str]) -> bool:
    try:
        for _ in events("\n".join(lines)):
            pass
    except SyntaxFault:
        return False
    return True
