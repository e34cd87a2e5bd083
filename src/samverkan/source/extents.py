"""Where each key and value of a document begins and ends, to mend them: made only for a file that has such to mend."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samverkan.characters import BULLETS, NUMBERED
from samverkan.findings import Edit, Mend, MendKind, Span
from samverkan.source.edits import of_lines
from samverkan.source.events import Event, SyntaxFault, events
from samverkan.source.keyed import keyed
from samverkan.source.lines import lines_of
from samverkan.source.moves import gathered, moved, under
from samverkan.source.put_in import put_in
from samverkan.source.quoting import quoted
from samverkan.source.reader import MOST_DEPTH, MOST_NODES
from samverkan.source.relisted import parted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath

_Place = tuple[int, int]
"""A line and a column, from 0."""
_STEP = 2
_MOST_WORDS_OF_ITEM = 4
_MANY_LINES = 3
_WORD = re.compile(r"\w+")
_BLOCK = re.compile(r"[|>][-+]?")
_MARK = re.compile(rf"\A(\s*+)(?:[{BULLETS}*]\s++|-(?=\S)|{NUMBERED}\s*+)")


@dataclass(slots=True)
class Extent:
    """The whole of a node.

    Attributes:
        start: where it begins.
        end: just past its last character.
        kind: `scalar`, `mapping` or `list`.
        in_braces: whether it stands between braces or brackets, or has them.
        is_plain: whether it is a text without quotes, and no block of text.
    """

    start: _Place
    end: _Place
    kind: str
    in_braces: bool
    is_plain: bool = False

    @property
    def is_on_one_line(self) -> bool:
        """Whether it begins and ends on the same line."""
        return self.start[0] == self.end[0]


@dataclass(slots=True)
class _Frame:
    path: KeyPath | None
    extent: Extent
    step: int | None
    key: str | None = None


class Extents:
    """The extents of a text's keys and values, and the edits that mends come to there."""

    def __init__(self, text: str) -> None:
        self.lines = lines_of(text)
        self.keys: dict[KeyPath, Extent] = {}
        self.values: dict[KeyPath, Extent] = {}
        self._stack: list[_Frame] = []
        try:
            self._walk(events(text))
        except SyntaxFault:  # the pure parser takes some text that the C one does not
            self._forget()
            with suppress(SyntaxFault):
                self._walk(events(text, pure=True))

    def _forget(self) -> None:
        for known in (self.keys, self.values, self._stack):
            known.clear()

    def edit(self, mend: Mend, path: KeyPath) -> Edit | None:
        """Tell what a mend of a place comes to; None where the file does not hold the place, or holds it in parts."""
        text = mend.text if isinstance(mend.text, str) else mend.text.guessed
        is_missing = mend.kind is MendKind.FIRST and path not in self.values
        key, value = self.keys.get(path), self.values.get(path[:-1] if is_missing else path)
        if mend.kind is MendKind.KEY:
            return _edit(key.start, key.end, text, mend) if key and text else None
        if value is None:
            return None
        if mend.kind is MendKind.ITEM:
            return self._as_items(value, mend)
        if mend.kind is MendKind.QUOTES:
            return _edit(value.start, value.end, quoted(self._raw(value)), mend) if value.is_on_one_line else None
        return self._written(mend, text, path) if text else None

    def _written(self, mend: Mend, text: str, path: KeyPath) -> Edit | None:
        key, value = self.keys.get(path), self.values[path if path in self.values else path[:-1]]
        match mend.kind:
            case MendKind.MOVE | MendKind.UNDER | MendKind.GATHER | MendKind.OUTDENT | MendKind.KEYED:
                return self._lines_moved(mend, text, path)
            case MendKind.LINES | MendKind.PARTED:
                return self._lines_moved(mend, text, path)
            case MendKind.PUT_IN:
                return put_in(self.lines, self.keys, self.values, path, text)
            case MendKind.SWAP:
                return self._swapped(path, (*path[:-1], text), mend)
            case MendKind.LEAVE_OUT if key:
                return self._left_out(key, value, path, mend)
            case MendKind.PAIR | MendKind.VALUE if not self._loses(path, value, text):
                return self._replaced(mend, text, path)
        return self._first(value, text, mend) if mend.kind is MendKind.FIRST and value.kind == "mapping" else None

    def _replaced(self, mend: Mend, text: str, path: KeyPath) -> Edit | None:
        key, value = self.keys.get(path), self.values[path]
        if mend.kind is MendKind.PAIR and key:
            return _edit(key.start, value.end, self._pairs(text, key, self.values[path[:-1]]), mend)
        inner = _as_items(text, value) if path and isinstance(path[-1], int) else text
        return self._beside_key(key, value, inner, mend) if mend.kind is MendKind.VALUE else None

    def _loses(self, path: KeyPath, value: Extent, text: str) -> bool:
        """Tell whether some of what stands on many lines would be gone, which nobody sees when pasting one."""
        if value.end[0] - value.start[0] < _MANY_LINES or value.kind == "scalar":
            return False
        under = (one for place, one in self.values.items() if place[: len(path)] == path and one.kind == "scalar")
        said = text.casefold()
        return any(word not in said for one in under for word in _WORD.findall(self._written_in(one).casefold()))

    def _written_in(self, extent: Extent) -> str:
        (first, start), (last, end) = extent.start, extent.end
        if first == last:
            return self._raw(extent)
        return "\n".join([self.lines[first][start:], *self.lines[first + 1 : last], self.lines[last][:end]])

    def _lines_moved(self, mend: Mend, text: str, path: KeyPath) -> Edit | None:
        """Move the lines of a key, of the items of a list, or those that are named."""
        if mend.kind is MendKind.KEYED:
            return keyed(self.lines, self.keys, self.values, path, text)
        if mend.kind is MendKind.MOVE:
            to = tuple(filter(None, text.split(".")))
            put = put_in(self.lines, self.keys, self.values, path, text) if len(to) == 1 == len(path) else None
            return moved(self.lines, self.keys, self.values, path, to) or put
        if mend.kind is MendKind.UNDER:
            return under(self.lines, self.keys, self.values, path, text)
        if mend.kind is MendKind.PARTED:
            return parted(self, path, text.split("\n"))
        if mend.kind is MendKind.LINES:
            span, _, new = text.partition("\n")
            first, last = map(int, span.split())
            edit = of_lines(first, self.lines[first : last + 1], new.split("\n"), is_safe=mend.is_safe)
            return replace(edit, is_example=mend.is_example)
        numbers = [int(number) for number in text.split()]
        if mend.kind is MendKind.GATHER:
            return gathered(self.lines, self.values, path, numbers)
        return self._outdented(numbers, mend)

    def _swapped(self, path: KeyPath, other: KeyPath, mend: Mend) -> Edit | None:
        """Let two keys change values, where they stand on the same line or on two that follow each other."""
        one, two = sorted((self.values[path], self.values.get(other, self.values[path])), key=lambda value: value.start)
        if two.end[0] - one.start[0] > 1 or not one.is_on_one_line or not two.is_on_one_line:
            return None
        between = replace(one, start=one.end, end=two.start)
        return _edit(one.start, two.end, self._raw(two) + self._written_in(between) + self._raw(one), mend)

    def _outdented(self, said: list[int], mend: Mend) -> Edit:
        """Move lines to the left, each as far as there are spaces before it."""
        first, last, columns = said
        old = self.lines[first : last + 1]
        new = [line[min(columns, len(line) - len(line.lstrip(" "))) :] for line in old]
        return of_lines(first, old, new, is_safe=mend.is_safe)

    def _beside_key(self, key: Extent | None, value: Extent, text: str, mend: Mend) -> Edit | None:
        """Write a value in the place of one; keys in braces beside their key where a list stands right below it."""
        above = self.lines[key.end[0]].rstrip() if key else ""
        is_below = key and value.start[0] == key.end[0] + 1 and above.endswith(":")
        if key and is_below and value.kind == "list" and text[:1] == "{":
            return _edit((key.end[0], len(above)), value.end, f" {text}", mend)
        return self._instead(value, _within(key, value) + text, mend)

    def _left_out(self, key: Extent, value: Extent, path: KeyPath, mend: Mend) -> Edit | None:
        """Leave out a key with its value: as a comment on its line, or from between its neighbours in braces."""
        if not key.in_braces:
            raw = self.lines[key.start[0]][key.start[1] : value.end[1]]
            return _edit(key.start, value.end, f"# {raw}", mend) if key.start[0] == value.end[0] else None
        beside = [place for place in self.keys if place[:-1] == path[:-1]]
        at = beside.index(path)
        if at + 1 < len(beside):
            return _edit(key.start, self.keys[beside[at + 1]].start, "", mend)
        return _edit(self.values[beside[at - 1]].end, value.end, "", mend) if at else None

    def _first(self, value: Extent, text: str, mend: Mend) -> Edit:
        """Write a key with its value before the others of a mapping."""
        line, column = value.start
        if self._has_no_braces(value):
            return _edit(value.start, value.end, f"{{{text}, {self._raw(value)}}}", mend)
        if value.in_braces:
            return _edit((line, column + 1), (line, column + 1), f"{text}, ", mend)
        return _edit(value.start, value.start, text + "\n" + " " * column, mend)

    def _has_no_braces(self, value: Extent) -> bool:
        """Tell whether a mapping is one pair in a list between brackets, which then needs no braces: `[a: b]`."""
        line, column = value.start
        return value.kind == "mapping" and value.in_braces and self.lines[line][column : column + 1] != "{"

    def _instead(self, value: Extent, text: str, mend: Mend) -> Edit | None:
        if not value.is_on_one_line and not value.is_plain and value.kind == "scalar":
            return None  # a block of text
        if value.in_braces and " # " in text:
            return self._with_comment_last(value, text, mend)
        line, column = value.start
        needs_space = value.start == value.end and self.lines[line][column - 1 : column] == ":"
        return _edit(value.start, value.end, " " * needs_space + text, mend)

    def _with_comment_last(self, value: Extent, text: str, mend: Mend) -> Edit | None:
        """Write a value in braces and the comment that was joined to it after all else on its line."""
        line, column = value.end
        inner, mark, comment = text.partition(" # ")
        rest = self.lines[line][column:].rstrip()
        end = (line, len(self.lines[line]))
        return _edit(value.start, end, f"{inner}{rest}{mark}{comment}", mend) if "#" not in rest else None

    def _as_items(self, value: Extent, mend: Mend) -> Edit | None:
        return self._without_mark(value, mend) or self._as_item(value, mend)

    def _as_item(self, value: Extent, mend: Mend) -> Edit | None:
        """Make a value the one item of a list, or each of its lines an item where it has bullets."""
        is_marked = value.kind == "scalar" and value.is_plain and self._is_bulleted(value)
        if not is_marked and (value.in_braces or value.kind == "scalar"):
            return (
                _edit(value.start, value.end, f"[{_as_one(self._raw(value))}]", mend) if value.is_on_one_line else None
            )
        first, last, column = value.start[0], value.end[0], value.start[1]
        old = self.lines[first : last + 1]
        if is_marked:
            new = [_MARK.sub(r"\1- ", line) for line in old]
        else:
            new = [" " * column + "- " + old[0][column:], *(" " * _STEP + line if line else line for line in old[1:])]
        return Edit(Span(first + 1, 1, last + 1, len(old[-1]) + 1), "\n".join(new), mend.is_safe)

    def _without_mark(self, value: Extent, mend: Mend) -> Edit | None:
        """Leave out the mark of a block of text whose lines are the items of a list; None where it is none."""
        (line, column), below = value.start, self.lines[value.start[0] + 1 : value.end[0] + 1]
        mark = _BLOCK.match(self.lines[line], column)
        if mark is None or not next((one for one in below if one.strip()), "").lstrip().startswith("- "):
            return None
        return _edit((line, len(self.lines[line][:column].rstrip())), (line, mark.end()), "", mend)

    def _is_bulleted(self, value: Extent) -> bool:
        line, column = value.start
        return not self.lines[line][:column].strip() and _MARK.match(self.lines[line][column:]) is not None

    def _joined(self, text: str, key: Extent) -> str:
        """Write several pairs as those beside them are: after each other in braces, else each on its line."""
        return text.replace("\n", ", " if key.in_braces else "\n" + " " * key.start[1])

    def _pairs(self, text: str, key: Extent, around: Extent) -> str:
        """Write pairs in the place of one; several of them get braces where the one did without."""
        joined = self._joined(text, key)
        return f"{{{joined}}}" if "\n" in text and self._has_no_braces(around) else joined

    def _raw(self, extent: Extent) -> str:
        return self.lines[extent.start[0]][extent.start[1] : extent.end[1]]

    def _walk(self, stream: Iterator[Event]) -> None:
        for count, event in enumerate(stream):
            name = type(event).__name__
            if name in {"MappingEndEvent", "SequenceEndEvent"}:
                self._close(event)
            elif name in {"ScalarEvent", "AliasEvent", "MappingStartEvent", "SequenceStartEvent"}:
                self._take(event, name)
            if count > MOST_NODES * _STEP or len(self._stack) > MOST_DEPTH:
                return

    def _close(self, event: Event) -> None:
        frame = self._stack.pop()
        if event.start_mark.line != event.end_mark.line or event.start_mark.column != event.end_mark.column:
            frame.extent.end = (event.end_mark.line, event.end_mark.column)  # a bracket; blocks end where others begin
        self._reach(frame.extent.end)

    def _reach(self, end: _Place) -> None:
        if self._stack:
            self._stack[-1].extent.end = max(self._stack[-1].extent.end, end)

    def _take(self, event: Event, name: str) -> None:
        start = event.start_mark
        is_scalar = name in {"ScalarEvent", "AliasEvent"}
        around = self._stack[-1].extent.in_braces if self._stack else False
        kind = "scalar" if is_scalar else "mapping" if name.startswith("Mapping") else "list"
        extent = Extent(
            (start.line, start.column),
            self._end_of(event) if is_scalar else (start.line, start.column),
            kind,
            around or (not is_scalar and bool(event.flow_style)),
            is_scalar and getattr(event, "style", None) in {None, ""},
        )
        path = self._place(event, extent)
        if is_scalar:
            self._reach(extent.end)
        else:
            self._stack.append(_Frame(path, extent, 0 if kind == "list" else None))

    def _end_of(self, event: Event) -> _Place:
        """Give the end of a scalar: a block of text ends with its last line, not where what follows begins."""
        line, column = event.end_mark.line, event.end_mark.column
        while line > event.start_mark.line and not (line < len(self.lines) and self.lines[line][:column].strip()):
            line -= 1
            column = len(self.lines[line])
        return line, column

    def _place(self, event: Event, extent: Extent) -> KeyPath | None:
        if not self._stack:
            self.values[()] = extent
            return ()
        frame = self._stack[-1]
        if frame.step is None and frame.key is None:  # a key
            frame.key = getattr(event, "value", None) or ""
            if frame.path is not None:
                self.keys.setdefault((*frame.path, frame.key), extent)
            return None
        step: str | int = frame.key or "" if frame.step is None else frame.step
        frame.key = None
        frame.step = None if frame.step is None else frame.step + 1
        if frame.path is None:
            return None
        self.values.setdefault((*frame.path, step), extent)
        return (*frame.path, step)


def _edit(start: _Place, end: _Place, text: str, mend: Mend) -> Edit:
    return Edit(Span(start[0] + 1, start[1] + 1, end[0] + 1, end[1] + 1), text, mend.is_safe, mend.is_example)


def _within(key: Extent | None, value: Extent) -> str:
    """Give the indent that a value needs under its key where it was a list, whose hyphens may stand below the key."""
    is_below = key is not None and value.kind == "list" and value.start[0] > key.start[0]
    return " " * _STEP if key is not None and is_below and value.start[1] <= key.start[1] else ""


def _as_items(text: str, value: Extent) -> str:
    """Write a list that takes the place of one item as items of the list that the item is in."""
    if text[:1] != "[":
        return text
    between = ", " if value.in_braces else "\n" + " " * (value.start[1] - _STEP) + "- "
    return between.join(text.strip("[]").split(", "))


def _as_one(raw: str) -> str:
    """Write a text so that a list has it as one item, unless it names several things with commas between."""
    parts = raw.split(",")
    is_prose = raw.endswith(".") or any(len(part.split()) > _MOST_WORDS_OF_ITEM for part in parts)
    return quoted(raw) if raw[:1] not in {'"', "'"} and len(parts) > 1 and is_prose else raw
