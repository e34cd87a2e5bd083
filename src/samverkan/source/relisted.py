"""Items that stand in the wrong list: how their lines are moved to where they belong, or get the heading they lack."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samverkan.findings import Mend, MendKind
from samverkan.source.edits import of_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.findings import Edit, KeyPath
    from samverkan.source.extents import Extents

_STEP = 2


class Rows(NamedTuple):
    """The lines of something, from the first to the last, from 0."""

    first: int
    last: int


def rows_of(extents: Extents, path: KeyPath, first: int, last: int) -> Rows | None:
    """Give the lines of items that follow each other in a list; None of a list between brackets.

    Args:
        extents: where the keys and values of the file are.
        path: the list.
        first: the position of the first item.
        last: that of the last.
    """
    whole = extents.values.get(path)
    if whole is None or whole.in_braces or (*path, last) not in extents.values:
        return None
    row, column = extents.values[*path, first].start[0], whole.start[1]
    while row > whole.start[0] and extents.lines[row][: column + 1].strip() != "-":
        row -= 1
    return Rows(row, _end(extents, (*path, last), column))


def with_heading(extents: Extents, path: KeyPath, rows: Rows, key: str) -> Mend | None:
    """Write the key of a list above the last items of another one, which are then its items.

    Args:
        extents: where the keys and values of the file are.
        path: the list that the items stand in.
        rows: their lines.
        key: the key.
    """
    first, column = _with_comments(extents, path, rows), extents.keys[path].start[1]
    return _mend(Rows(first, first), [f"{' ' * column}{key}:", extents.lines[first]])


def relisted(extents: Extents, path: KeyPath, rows: Rows, target: KeyPath, *, is_all: bool) -> Mend | None:
    """Cut the lines of items and put them last in another list; None where that stands between brackets.

    Args:
        extents: where the keys and values of the file are.
        path: the list that the items stand in.
        rows: their lines.
        target: the list that they were meant for; where it is not there, its key is written too.
        is_all: whether the first list has no other items, so that its key goes with them.
    """
    key, there = extents.keys.get(path), _end_of_list(extents, path, target)
    if key is None or there is None:
        return None
    after, indent = there
    first = key.start[0] + 1 if is_all else _with_comments(extents, path, rows)
    columns = indent - extents.values[path].start[1]
    new = [_shifted(line, columns) for line in extents.lines[first : rows.last + 1]]
    if target not in extents.values:
        new.insert(0, f"{' ' * (indent - _STEP)}{target[-1]}:")
    return _moved(extents, Rows(key.start[0] if is_all else first, rows.last), after, new)


def parted(extents: Extents, path: KeyPath, values: Sequence[str]) -> Edit | None:
    """Write an item for each of several values of a key; None where the item is in braces.

    Args:
        extents: where the keys and values of the file are.
        path: the key, in an item of a list: all else in the item stays with the first of the values.
        values: the values.
    """
    value, item, items = (extents.values.get(path[:length]) for length in (len(path), -1, -2))
    if value is None or item is None or items is None or item.in_braces or not value.is_on_one_line:
        return None
    (row, begins), last, column = value.start, item.end[0], items.start[1]
    old = extents.lines[row : last + 1]
    first = old[0][:begins] + values[0] + old[0][value.end[1] :]
    others = [f"{' ' * column}- {path[-1]}: {one}" for one in values[1:]]
    return of_lines(row, old, [first, *old[1:], *others], is_safe=False)


def put_in(lines: Sequence[str], rows: Rows, rest: Extents, target: str) -> Edit | None:
    """Cut lines that YAML cannot read, and put them last in a list at the top; None where that stands in brackets.

    Args:
        lines: the lines of the whole.
        rows: the lines to cut.
        rest: where the keys and values of the other lines are.
        target: the key of the list.
    """
    there = rest.values.get((target,))
    if there is None or there.kind != "list" or there.in_braces:
        return None
    column, own = there.start[1], lines[rows.first]
    after = _end(rest, (target,), column)
    new = [_shifted(line, column - (len(own) - len(own.lstrip(" ")))) for line in lines[rows.first : rows.last + 1]]
    if after < rows.first:
        old = lines[after + 1 : rows.last + 1]
        return of_lines(after + 1, old, [*new, *lines[after + 1 : rows.first]], is_safe=False)
    after += rows.last - rows.first + 1
    old = lines[rows.first : after + 1]
    return of_lines(rows.first, old, [*lines[rows.last + 1 : after + 1], *new], is_safe=False)


def _moved(extents: Extents, cut: Rows, after: int, new: Sequence[str]) -> Mend:
    """Put lines in after a line, and take others away, above it or below."""
    if after >= cut.last:
        return _mend(Rows(cut.first, after), [*extents.lines[cut.last + 1 : after + 1], *new])
    return _mend(Rows(after + 1, cut.last), [*new, *extents.lines[after + 1 : cut.first]])


def _mend(rows: Rows, new: Sequence[str]) -> Mend:
    return Mend("\n".join((f"{rows.first} {rows.last}", *new)), MendKind.LINES)


def _end_of_list(extents: Extents, path: KeyPath, target: KeyPath) -> tuple[int, int] | None:
    """Give the last line of a list, or that after which it can be written, and how far in its hyphens are."""
    there = extents.values.get(target)
    if there is not None and there.kind == "list":
        column = there.start[1]
        return None if there.in_braces else (_end(extents, target, column), column)
    key, beside = extents.keys.get(target), path[: len(target)]
    column = extents.keys[beside].start[1]
    return key.start[0] if key else _end(extents, beside, column), column + _STEP


def _end(extents: Extents, path: KeyPath, column: int) -> int:
    """Give the last line of a value, with the comments right below that stand further in than a column."""
    row = extents.values[path].end[0]
    while row + 1 < len(extents.lines) and _comment_at(extents.lines[row + 1]) > column:
        row += 1
    return row


def _with_comments(extents: Extents, path: KeyPath, rows: Rows) -> int:
    """Give the first line of items, with the comments right above, unless these are above the whole list."""
    row, column = rows.first, extents.values[path].start[1]
    while row and _comment_at(extents.lines[row - 1]) == column:
        row -= 1
    return row if row > extents.values[path].start[0] else rows.first


def _comment_at(line: str) -> int:
    """Give how far in a comment stands; less than nothing for other lines."""
    text = line.lstrip(" ")
    return len(line) - len(text) if text[:1] == "#" else -1


def _shifted(line: str, columns: int) -> str:
    if columns >= 0:
        return " " * columns + line if line.strip() else line
    return line[min(-columns, len(line) - len(line.lstrip(" "))) :]
