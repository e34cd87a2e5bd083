"""Keys that stand a level too deep or too shallow: how their lines are indented to stand where they belong."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from samverkan.findings import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from samverkan.findings import KeyPath
    from samverkan.source.extents import Extent

_STEP = 2
_BORDER = re.compile(r"[,{}\[\]]")
"""What would end a text without quotes in braces."""


def moved(
    lines: Sequence[str], keys: Mapping[KeyPath, Extent], values: Mapping[KeyPath, Extent], path: KeyPath, to: KeyPath
) -> Edit | None:
    """Tell how a key's lines are indented to stand in another part; None where other lines are in the way.

    Args:
        lines: the lines of the text.
        keys: the extents of its keys.
        values: those of its values.
        path: where the key stands.
        to: the keys that lead to the part where it belongs.
    """
    key, value = keys.get(path), values.get(path)
    if key is None or value is None or key.in_braces:
        return None
    around = next((path[:i] for i in reversed(range(len(path))) if _names(path[:i]) == to), None)
    if around is None and (*path[:-1], to[-1]) not in keys:
        return _with_part(lines, key, value, to[-1])
    if around is None:
        column = _column_inside(keys, values, path, to[-1])
        return None if column is None else _indented(lines, key, value, column)
    if (*around, path[-1]) in keys:
        return None
    column = values[around].start[1]
    return _indented(lines, key, value, column) if _ends_parts(lines, value.end[0], column) else None


def under(
    lines: Sequence[str], keys: Mapping[KeyPath, Extent], values: Mapping[KeyPath, Extent], path: KeyPath, text: str
) -> Edit | None:
    """Put keys that stand after each other under one; None where others stand between them, or more than their values.

    Args:
        lines: the lines of the text.
        keys: the extents of its keys.
        values: those of its values.
        path: where the first of them stands.
        text: the key that they belong under, and on lines of their own what each is called there and here, `from=start`
    """
    name, *pairs = text.split("\n")
    places = {new: (*path[:-1], key) for new, _, key in (pair.partition("=") for pair in pairs)}
    if not keys.keys() & values.keys() >= {*places.values()}:
        return None
    start, end = (
        min(keys[place].start for place in places.values()),
        max(values[place].end for place in places.values()),
    )
    written = {new: on_one_line(lines, keys[place], values[place]) for new, place in places.items()}
    if not all(written.values()) or _holds_more(lines, keys, {*places.values()}, (start, end)):
        return None
    inner = ", ".join(f"{new}: {raw}" for new, raw in written.items())
    return Edit(Span(start[0] + 1, start[1] + 1, end[0] + 1, end[1] + 1), f"{name}: {{{inner}}}")


def _holds_more(
    lines: Sequence[str], keys: Mapping[KeyPath, Extent], taken: AbstractSet[KeyPath], span: tuple[tuple[int, int], ...]
) -> bool:
    """Tell whether there is more between two places than some keys with their values: a comment, or other keys."""
    start, end = span
    around = next(iter(taken))[:-1]
    beside = (at.start for place, at in keys.items() if place[:-1] == around and place not in taken)
    return any("#" in line for line in lines[start[0] : end[0]]) or any(start < at < end for at in beside)


def on_one_line(lines: Sequence[str], key: Extent, value: Extent) -> str:
    """Give a value as it is written beside its key; empty where it cannot stand so in braces.

    Args:
        lines: the lines of the text.
        key: the extent of the key.
        value: that of its value.
    """
    raw = lines[value.start[0]][value.start[1] : value.end[1]]
    is_short = key.start[0] == value.start[0] == value.end[0]
    return "" if not is_short or (value.is_plain and _BORDER.search(raw)) else raw


def gathered(
    lines: Sequence[str], values: Mapping[KeyPath, Extent], path: KeyPath, first: Collection[int]
) -> Edit | None:
    """Tell how the keys of a list's items are put together where each was made an item of its own, if that is clear.

    Args:
        lines: the lines of the text.
        values: the extents of its values.
        path: where the list stands.
        first: the positions of those that begin an item.
    """
    whole = values[path]
    if whole.in_braces and not whole.is_on_one_line:
        return None
    new = list(lines[whole.start[0] : whole.end[0] + 1])
    items = [values[(*path, i)] for i in range(sum(place[:-1] == path for place in values))]
    for i in reversed([i for i in range(len(items)) if i not in first]):
        line, column = items[i].start
        old = new[line - whole.start[0]]
        if items[i].in_braces:
            old = f"{old[: items[i - 1].end[1] - 1]}, {old[column + 1 :]}"
        else:
            hyphen = old.rindex("-", 0, column)
            old = f"{old[:hyphen]} {old[hyphen + 1 :]}"
        new[line - whole.start[0]] = old
    last = len(lines[whole.end[0]]) + 1
    return Edit(Span(whole.start[0] + 1, 1, whole.end[0] + 1, last), "\n".join(new), is_safe=True)


def _with_part(lines: Sequence[str], key: Extent, value: Extent, name: str | int) -> Edit | None:
    """Write a key in the part that it belongs in, where there is none: on its line, or below that part's key."""
    line, column = key.start
    if value.end[0] != line:
        moved_in = _indented(lines, key, value, column + _STEP)
        return moved_in and replace(moved_in, text=f"{' ' * column}{name}:\n{moved_in.text}")
    raw = lines[line][column : value.end[1]]
    if value.is_plain and _BORDER.search(raw):
        return None
    return Edit(Span(line + 1, column + 1, line + 1, value.end[1] + 1), f"{name}: {{{raw}}}")


def _names(path: KeyPath) -> KeyPath:
    return tuple(step for step in path if isinstance(step, str))


def _column_inside(
    keys: Mapping[KeyPath, Extent], values: Mapping[KeyPath, Extent], path: KeyPath, name: str | int
) -> int | None:
    """Find the column for a key in the part just above it; None where that part is not just above, or in braces."""
    beside = (*path[:-1], name)
    part = values[beside]
    between = (at for other, at in keys.items() if other[:-1] == path[:-1] and other not in {beside, path})
    above, below = keys[beside].start, keys[path].start
    is_open = part.kind == "mapping" and not part.in_braces
    if above > below or any(above < at.start < below for at in between) or not (is_open or part.start == part.end):
        return None
    return part.start[1] if part.kind == "mapping" else keys[beside].start[1] + _STEP


def _ends_parts(lines: Sequence[str], last: int, column: int) -> bool:
    """Tell whether what follows a line belongs to no part that begins further in than a column."""
    following = next((line for line in lines[last + 1 :] if line.strip() and not line.lstrip().startswith("#")), "")
    indent = len(following) - len(following.lstrip(" "))
    return indent < column or (indent == column and not following.lstrip().startswith("- ")) or not following


def _indented(lines: Sequence[str], key: Extent, value: Extent, column: int) -> Edit | None:
    first, last, now = key.start[0], max(key.start[0], value.end[0]), key.start[1]
    old = lines[first : last + 1]
    if lines[first][:now].strip():  # a hyphen before it
        return None
    new = [" " * (column + len(line) - len(line.lstrip(" ")) - now) + line.lstrip(" ") for line in old]
    return Edit(Span(first + 1, 1, last + 1, len(old[-1]) + 1), "\n".join(new))
