"""Figures written into a file of an author's: only where they belong, and held against what was to come out.

Each change is made to the text and to the data that the text is read as. What comes out must be read as that data,
with every comment that was there; where it is not, nothing is written.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from samverkan.findings import Edit, Span
from samverkan.formatting.comments import comments_in
from samverkan.model.fields import keys_of
from samverkan.source.edits import applied
from samverkan.source.extents import Extents
from samverkan.source.faults import is_unreadable
from samverkan.source.quoting import quoted, scalar
from samverkan.source.reader import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.findings import KeyPath
    from samverkan.model.base import Part
    from samverkan.source.extents import Extent

    Written = dict[str, Any]

_STEP = 2
_NUMBERS = frozenset({"value"})


class CannotEditError(Exception):
    """The text is written in a way that a change cannot be made in without touching something else."""


@dataclass
class Editing:
    """A file while figures are written into it.

    Attributes:
        text: the file's text as it was.
        edits: where to write what; lines of one place are written with the innermost first.
    """

    text: str
    edits: dict[tuple[int, int, int, int], list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read the text."""
        self.extents = Extents(self.text)
        self.before: Any = _plain(self.text)
        self.data: Any = _plain(self.text)

    def result(self) -> str:
        """Give the new text.

        Raises:
            CannotEditError: it would not be read as it should, or a comment would be lost.
        """
        new = self.text
        for place, texts in sorted(self.edits.items(), reverse=True):
            line, column, end_line, end_column = (number + 1 for number in place)
            new = applied(
                new,
                Edit(Span(line, column, end_line, end_column), "".join(sorted(texts, key=_inner_first)), is_safe=True),
            )
        data, faults = parse(new)
        if is_unreadable(faults) or data != self.data or _comments(new) != _comments(self.text):
            raise CannotEditError
        return new

    def has(self, path: KeyPath) -> bool:
        """Tell whether the file has a list with something in it at a place."""
        whole = self.extents.values.get(path)
        return whole is not None and whole.kind == "list"

    def set(self, path: KeyPath, value: str, model: type[Part]) -> None:
        """Give a key a value, in the place of the one that it has, or after those before it in the model's order.

        Args:
            path: the key.
            value: a text or a number, as documents write it.
            model: what the mapping around it is read as.
        """
        around: Any = _at(self.data, path[:-1])
        if not isinstance(around, dict):  # a figure that is its time alone
            self._replace(path[:-1], _flow({_text_key(model): around, str(path[-1]): value}))
            _put(self.data, path[:-1], {_text_key(model): around, str(path[-1]): value})
            return
        there = self.extents.values.get(path)
        if there is not None:
            self._replace(path, _scalar(str(path[-1]), value))
        else:
            self._add_key(path, _scalar(str(path[-1]), value), model)
        around[str(path[-1])] = value

    def add_list(self, path: KeyPath, items: Sequence[Written], model: type[Part]) -> None:
        """Give a mapping a list that it does not have, with its first items."""
        around, key = self.extents.values.get(path[:-1]), self._first_key(path[:-1])
        column = " " * (key.start[1] + _STEP if key else _STEP)
        lines = [f"\n{line}" for item in items for line in _lines(item, column)]
        is_inside = around is not None and self._is_in_brackets(around)
        self._add_key(path, _flow_list(items) if is_inside else "".join(lines), model)
        _at(self.data, path[:-1])[str(path[-1])] = [deepcopy(item) for item in items]

    def insert(self, path: KeyPath, place: int, item: Written) -> None:
        """Write an item into a list that the file has.

        Args:
            path: the list.
            place: before which of the items that the file has; their number for the end.
            item: what to write.
        """
        whole = self.extents.values.get(path)
        near = self.extents.values.get((*path, max(place - 1, 0)))
        if whole is None or near is None:
            raise CannotEditError
        if self._is_in_brackets(whole):
            self._insert_in_brackets(near, place, item)
        else:
            self._insert_line(near, place, item)
        self._insert_data(path, place, item)

    def _insert_data(self, path: KeyPath, place: int, item: Written) -> None:
        """Put an item before the one that was at a place, after those that have been put there already."""
        now: Any = _at(self.data, path)
        old: Any = _at(self.before, path)
        now.insert(len(now) - (len(old) - place), deepcopy(item))

    def _insert_in_brackets(self, near: Extent, place: int, item: Written) -> None:
        written = _flow(item)
        if place:
            self._add((*near.end, *near.end), f", {written}")
        else:
            self._add((*near.start, *near.start), f"{written}, ")

    def _insert_line(self, near: Extent, place: int, item: Written) -> None:
        line, column = near.start
        dash = self.extents.lines[line][:column].rfind("-")
        if dash < 0:
            raise CannotEditError
        lines = _lines(item, " " * dash)
        if place:
            self._after(near.end[0], lines)
            return
        while self.extents.lines[line - 1].lstrip().startswith("#"):
            line -= 1  # a comment above the first item is of that one
        self._add((line, 0, line, 0), "".join(f"{one}\n" for one in lines))

    def _add_key(self, path: KeyPath, written: str, model: type[Part]) -> None:
        around = self.extents.values.get(path[:-1])
        if around is None or around.kind != "mapping":
            raise CannotEditError
        key, space = str(path[-1]), "" if written.startswith("\n") else " "
        order = list(keys_of(model))
        there = [name for name in _at(self.before, path[:-1]) if name in order and order.index(name) < order.index(key)]
        anchor = self.extents.values.get((*path[:-1], max(there, key=order.index))) if there else None
        if anchor is None:
            self._add_first(path, f"{key}:{space}{written}")
            return
        if self._is_in_brackets(around):
            self._add((*anchor.end, *anchor.end), f", {key}: {written}")
            return
        first = self._first_key(path[:-1])
        column = " " * (first.start[1] if first else 0)
        self._after(anchor.end[0], [f"{column}{key}:{space}{written}"])

    def _add_first(self, path: KeyPath, written: str) -> None:
        """Write a key before the first one of a mapping, and before the comments that stand above that."""
        first = self._first_key(path[:-1])
        if first is None:
            raise CannotEditError
        line, column = first.start
        if self._is_in_brackets(self.extents.values[path[:-1]]):
            self._add((line, column, line, column), f"{written}, ")
            return
        if self.extents.lines[line][:column].strip():
            raise CannotEditError
        while self.extents.lines[line - 1].lstrip().startswith("#"):
            line -= 1
        self._add((line, 0, line, 0), f"{' ' * column}{written}\n")

    def _after(self, line: int, lines: Sequence[str]) -> None:
        end = len(self.extents.lines[line])
        self._add((line, end, line, end), "".join(f"\n{one}" for one in lines))

    def _replace(self, path: KeyPath, written: str) -> None:
        there = self.extents.values.get(path)
        if there is None or there.kind != "scalar" or not there.is_on_one_line or there.start == there.end:
            raise CannotEditError
        self.edits[*there.start, *there.end] = [written]

    def _add(self, place: tuple[int, int, int, int], text: str) -> None:
        self.edits.setdefault(place, []).append(text)

    def _first_key(self, path: KeyPath) -> Extent | None:
        around: Any = _at(self.before, path)
        return self.extents.keys.get((*path, next(iter(around)))) if isinstance(around, dict) and around else None

    def _is_in_brackets(self, extent: Extent) -> bool:
        line, column = extent.start
        return self.extents.lines[line][column : column + 1] in {"[", "{"}


def _plain(text: str) -> Any:
    return parse(text)[0]


def _comments(text: str) -> list[str]:
    return [comment.text for comment in comments_in(text)]


def _inner_first(written: str) -> tuple[int, bool]:
    """Order lines that come after one line: an item of a list that ends there goes before a key of what is around."""
    line = written.removeprefix("\n")
    return len(line.lstrip(" ")) - len(line), not line.lstrip(" ").startswith("- ")


def _text_key(model: type[Part]) -> str:
    found: str = vars(model).get("text_key", "text")
    return found


def _lines(item: Written, column: str) -> list[str]:
    """Write an item: a mapping of texts on one line, one with lists on several."""
    if not any(isinstance(value, list) for value in item.values()):
        return [f"{column}- {_flow(item)}"]
    lines: list[str] = []
    for key, value in item.items():
        start = f"{column}{'  ' if lines else '- '}{key}:"
        if isinstance(value, list):
            lines.append(start)
            lines += [line for inner in value for line in _lines(inner, f"{column}{' ' * 2 * _STEP}")]
        else:
            lines.append(f"{start} {_scalar(key, value)}")
    return lines


def _flow(item: Written) -> str:
    pairs = (
        (key, _flow_list(value) if isinstance(value, list) else _scalar(key, value)) for key, value in item.items()
    )
    return "{" + ", ".join(f"{key}: {text}" for key, text in pairs) + "}"


def _flow_list(items: Sequence[Written]) -> str:
    return f"[{', '.join(map(_flow, items))}]"


def _scalar(key: str, value: str) -> str:
    if key in _NUMBERS:
        return value
    return quoted(value) if value.isdigit() and key != "period" else scalar(value)


def _at(data: Any, path: KeyPath) -> Any:
    for step in path:
        data = data[step]
    return data


def _put(data: Any, path: KeyPath, value: Any) -> None:
    _at(data, path[:-1])[path[-1]] = value
