"""Blocks of text, after `|` or `>`: the keys that stand too far in and have become part of one."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from samverkan.findings import Mend, MendKind
from samverkan.source.reader import parse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from samverkan.findings import KeyPath
    from samverkan.source.extents import Extents

_KEY = re.compile(r"\A([a-z_]{2,40}):(?: |\Z)")
_MOST_TRIED = 8
_ENDED = (".", "!", "?", ":", ")", "”", '"')


class KeyInBlock(NamedTuple):
    """A line of a block of text that has the form of a key with its value.

    Attributes:
        key: the key.
        value: what stands under it.
        row: its line, from 0.
        last: the last line of the block.
    """

    key: str
    value: Any
    row: int
    last: int


def key_in_block(extents: Extents, path: KeyPath, wanted: Collection[str]) -> KeyInBlock | None:
    """Find the first line of a block of text that has the form of a key, where a sentence has not just gone on there.

    Args:
        extents: where the keys and values of the file are.
        path: the place of the text, as the file has it.
        wanted: the keys to look for.
    """
    extent, lines = extents.values.get(path), extents.lines
    if extent is None or lines[extent.start[0]][extent.start[1] : extent.start[1] + 1] not in {"|", ">"}:
        return None
    first, last = extent.start[0] + 1, extent.end[0] - (extent.end[1] == 0)
    for row, key in islice(_keyed(lines, first, last, wanted), _MOST_TRIED):
        read, faults = parse("\n".join(_shifted(lines[row : last + 1], _indent(lines[row]))))
        if not faults and isinstance(read, dict) and read.get(key) is not None:
            return KeyInBlock(key, read[key], row, last)
    return None


def _keyed(lines: Sequence[str], first: int, last: int, wanted: Collection[str]) -> Iterator[tuple[int, str]]:
    """Give the lines that begin with keys, after a sentence that has ended, or at the start of a paragraph."""
    for row in range(first, last + 1):
        found, before = _KEY.match(lines[row].strip()), lines[row - 1].strip()
        if found and found[1] in wanted and (row == first or not before or before.endswith(_ENDED)):
            yield row, found[1]


def taken_out(extents: Extents, found: KeyInBlock, around: KeyPath) -> Mend | None:
    """Line a key up with those of the part that it belongs to, with what follows where that stands as far in.

    Args:
        extents: where the keys and values of the file are.
        found: the key.
        around: the place of the part, as the file has it.
    """
    beside = next(key for path, key in extents.keys.items() if path[:-1] == around)
    columns = _indent(extents.lines[found.row]) - beside.start[1]
    for last in (found.row, found.last):
        moved = _shifted(extents.lines[found.row : last + 1], columns)
        data, faults = parse("\n".join((*extents.lines[: found.row], *moved, *extents.lines[last + 1 :])))
        if not faults and _value_at(data, (*around, found.key)) == found.value:
            return Mend(f"{found.row} {last} {columns}", MendKind.OUTDENT)
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _shifted(lines: list[str], columns: int) -> list[str]:
    """Move lines to the left, each as far as there are spaces before it."""
    return [line[min(columns, _indent(line)) :] for line in lines]


def _value_at(data: Any, path: KeyPath) -> Any:
    for step in path:
        data = data[step]
    return data
