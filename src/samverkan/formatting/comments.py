"""The comments of a file: all that follows their mark outside keys and values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.source.events import Event, SyntaxFault, events
from samverkan.source.lines import line_starts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BLOCKS = frozenset({"|", ">"})
"""The marks of texts on lines of their own."""
_LINE_END = re.compile(r"[\r\n]")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment where it stands: its offset, its line and column from 0, and whether the line holds nothing else."""

    text: str
    offset: int
    line: int
    column: int
    is_alone: bool


def comments_in(text: str) -> list[Comment]:
    """Give every comment of a text, in its order: all that follows the mark of comments outside keys and values."""
    return list(comments_between(text, line_starts_of(text), all_events(text)))


def all_events(text: str) -> list[Event]:
    """Give the parser's events of a text that `source.reader.parse` found no faults in."""
    try:
        return list(events(text))
    except SyntaxFault:  # the pure parser takes some text that the C one does not
        return list(events(text, pure=True))


def comments_between(text: str, starts: Sequence[int], found: Sequence[Event]) -> Iterator[Comment]:
    """Find the comments of a text between the keys and values that were found in it."""
    stretches = [_stretch(event, starts, text) for event in found if type(event).__name__ == "ScalarEvent"]
    gaps = zip((0, *(end for _, end in stretches)), (*(start for start, _ in stretches), len(text)), strict=True)
    line = 0
    for gap, end in gaps:
        place = text.find("#", gap, end)
        while place >= 0:
            while line + 1 < len(starts) and starts[line + 1] <= place:
                line += 1
            stop = _end_of_line(text, place)
            alone = not text[starts[line] : place].strip()
            yield Comment(text[place:stop].rstrip(" \t"), place, line, place - starts[line], is_alone=alone)
            place = text.find("#", stop, end)


def _end_of_line(text: str, place: int) -> int:
    found = _LINE_END.search(text, place)
    return found.start() if found else len(text)


def _stretch(event: Event, starts: Sequence[int], text: str) -> tuple[int, int]:
    """Give where the text of a scalar begins and ends, that of a block after its first line."""
    first, last = event.start_mark, event.end_mark
    start = starts[first.line] + int(first.column)
    end = starts[last.line] + int(last.column) if last.line < len(starts) else len(text)
    return (min(end, _end_of_line(text, start)) if event.style in BLOCKS else start), end
