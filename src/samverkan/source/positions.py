"""Where each key and value of a document stands: made only for a file that has something to report."""

from __future__ import annotations

from bisect import bisect
from contextlib import suppress
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from samverkan.findings import KeyPath, Span
from samverkan.source.events import Event, SyntaxFault, events
from samverkan.source.lines import lines_of
from samverkan.source.reader import MOST_DEPTH, MOST_NODES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


_ENDS = frozenset({"MappingEndEvent", "SequenceEndEvent"})
_NODES = frozenset({"ScalarEvent", "AliasEvent", "MappingStartEvent", "SequenceStartEvent"})
_MOST_KEPT = 72
"""Of so many texts the positions are kept: those of thousands would take more memory than all else."""


class Positions:
    """The spans of a text's keys and values, each clipped to its first line."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.lines = lines_of(text)
        self._keys: dict[KeyPath, Span] = {}
        self._values: dict[KeyPath, Span] = {}
        self._containers: set[KeyPath] = set()
        self._ends: dict[int, int] = {}
        _read(text, self._walk)

    def of(self, path: KeyPath) -> Span:
        """Give the span to point at for a place in the document.

        A scalar's own span; for a mapping or a list the span of its key; for a place that the file does not hold,
        that of the nearest thing around it.
        """
        while path:
            if path in self._values and path not in self._containers:
                return self._values[path]
            if path in self._keys:
                return self._keys[path]
            if path in self._values:
                return self._values[path]
            path = path[:-1]
        return self._values.get((), Span(1, 1, 1, 2))

    def of_key(self, path: KeyPath) -> Span:
        """Give the span of the key at a place."""
        return self._keys.get(path) or self.of(path)

    def key_on_line(self, number: int, key: str) -> KeyPath:
        """Give the place of a key that stands on a line, counted from 1; empty where it does not."""
        return next((path for path, span in self._keys.items() if span.line == number and path[-1] == key), ())

    def of_line(self, row: int) -> Span:
        """Give the span of what stands on a line, counted from 0."""
        line = self.lines[row]
        return Span(row + 1, len(line) - len(line.lstrip()) + 1, row + 1, len(line.rstrip()) + 1)

    def is_inside_text(self, line: int, column: int) -> bool:
        """Tell whether a place, counted from 1, lies inside a key's or value's own text rather than in a comment."""
        before = bisect(self._stretches, (line, column), key=lambda stretch: stretch[0])
        return before > 0 and (line, column) < self._stretches[before - 1][1]

    @cached_property
    def _stretches(self) -> list[tuple[tuple[int, int], tuple[int, int]]]:
        """The texts in their order and apart: where a second parser was tried, some are noted twice."""
        texts: list[tuple[tuple[int, int], tuple[int, int]]] = []

        def note(stream: Iterator[Event]) -> None:
            for name, event in _within_ceilings(stream):
                if name == "ScalarEvent":
                    start, end = event.start_mark, event.end_mark
                    texts.append(((start.line + 1, start.column + 1), (end.line + 1, end.column + 1)))

        _read(self._text, note)
        found: list[tuple[tuple[int, int], tuple[int, int]]] = []
        for start, end in sorted(texts):
            if found and start < found[-1][1]:
                found[-1] = (found[-1][0], max(end, found[-1][1]))
            else:
                found.append((start, end))
        return found

    def _walk(self, stream: Iterator[Event]) -> None:
        stack: list[list[Any]] = []  # each: its path, the next position, or the key awaiting its value
        for name, event in _within_ceilings(stream):
            if name in _ENDS:
                stack.pop()
            elif name in _NODES:
                path = self._place(stack, event)
                if name.endswith("StartEvent"):
                    stack.append([path, 0 if name == "SequenceStartEvent" else None])
                    if path is not None:
                        self._containers.add(path)

    def _place(self, stack: list[list[Any]], event: Event) -> KeyPath | None:
        """Note where a node stands; None for a key, and for what hangs on something refused."""
        if not stack:
            self._values[()] = self._clip(event)
            return ()
        frame = stack[-1]
        around, step = frame
        if isinstance(step, int):
            frame[1] = step + 1
        elif step is None:
            frame[1] = key = (getattr(event, "value", None),)
            if around is not None and isinstance(key[0], str):
                self._keys.setdefault((*around, key[0]), self._clip(event))
            return None
        else:
            frame[1] = None
            step = step[0]
        if around is None or step is None:
            return None
        path = (*around, step)
        span = self._clip(event)
        if span.end_column > span.column or path not in self._keys:
            self._values.setdefault(path, span)
        return path

    def _clip(self, event: Event) -> Span:
        start, end = event.start_mark, event.end_mark
        is_within = end.line == start.line and type(event).__name__ == "ScalarEvent"
        last = end.column if is_within else self._end_of(start.line)
        return Span(start.line + 1, start.column + 1, start.line + 1, max(last, start.column) + 1)

    def _end_of(self, line: int) -> int:
        """Give the length of a line, from 0, without the spaces after it; looked at once, however much it holds."""
        if line not in self._ends:
            self._ends[line] = len(self.lines[line].rstrip()) if line < len(self.lines) else 0
        return self._ends[line]


@lru_cache(maxsize=_MOST_KEPT)
def positions_in(text: str) -> Positions:
    """Give the positions of a text; for those asked about of late they are known."""
    return Positions(text)


def _read(text: str, walk: Callable[[Iterator[Event]], None]) -> None:
    """Walk through the events of a text, as far as it is YAML."""
    try:
        walk(events(text))
    except SyntaxFault:
        # The pure parser takes some text that the C one does not; what stands before a fault has its place too.
        with suppress(SyntaxFault):
            walk(events(text, pure=True))


def _within_ceilings(stream: Iterator[Event]) -> Iterator[tuple[str, Event]]:
    """Give the events of the first document with the names of their classes, as far as documents are read."""
    count = depth = 0
    for event in stream:
        name = type(event).__name__
        if name == "DocumentEndEvent":
            return
        yield name, event
        if name in _ENDS:
            depth -= 1
        elif name in _NODES:
            count += 1
            depth += name.endswith("StartEvent")
            if count > MOST_NODES or depth > MOST_DEPTH:
                return
