"""A key that stands far from the part that it belongs in: written there, and taken away where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Edit, Span
from samverkan.source.edits import of_lines
from samverkan.source.moves import on_one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkan.findings import KeyPath
    from samverkan.source.extents import Extent


def put_in(
    lines: Sequence[str], keys: Mapping[KeyPath, Extent], values: Mapping[KeyPath, Extent], path: KeyPath, text: str
) -> Edit | None:
    """Tell how a key is written in another part; None where it shares its lines with something else.

    Args:
        lines: the lines of the text.
        keys: the extents of its keys.
        values: those of its values.
        path: where the key stands.
        text: the steps that lead to the part, with points between; and on a line of its own what is to stand there,
            where that is not the key as it is written; for a list the lines of its new items.
    """
    steps, _, said = text.partition("\n")
    to: KeyPath = tuple(int(step) if step.isdigit() else step for step in steps.split("."))
    key, value, part = keys.get(path), values.get(path), values.get(to)
    if key is None or value is None or not _has_its_own_lines(lines, key, value):
        return None
    pair = said or _as_written(lines, key, value)
    if not pair:
        return None
    if part is None:
        span = Span(key.start[0] + 1, key.start[1] + 1, value.end[0] + 1, value.end[1] + 1)
        return Edit(span, f"{to[-1]}: {{{pair}}}") if len(to) == 1 else None
    gone = range(key.start[0], value.end[0] + 1)
    return None if part.kind == "scalar" or part.end[0] in gone else _put(lines, part, pair, gone)


def _has_its_own_lines(lines: Sequence[str], key: Extent, value: Extent) -> bool:
    before, after = lines[key.start[0]][: key.start[1]], lines[value.end[0]][value.end[1] :]
    return not key.in_braces and not before.strip() and not after.strip()


def _as_written(lines: Sequence[str], key: Extent, value: Extent) -> str:
    """Give a key with its value as they stand; empty where they would be read otherwise in braces."""
    return lines[key.start[0]][key.start[1] : value.end[1]] if on_one_line(lines, key, value) else ""


def _put(lines: Sequence[str], part: Extent, pair: str, gone: range) -> Edit | None:
    """Write a pair last in a part, or items last in a list, and leave out some lines before it or after it."""
    row, column = part.end
    if not part.in_braces:
        inserted = [" " * part.start[1] + one for one in pair.split("\n")]
        if gone[0] > row:
            between = lines[row + 1 : gone[0]]
            return of_lines(row + 1, lines[row + 1 : gone[-1] + 1], [*inserted, *between], is_safe=False)
        between = lines[gone[-1] + 1 : row + 1]
        return of_lines(gone[0], lines[gone[0] : row + 1], [*between, *inserted], is_safe=False)
    new = _within_braces(lines[row], column, pair, "}" if part.kind == "mapping" else "]")
    if not new:
        return None
    if gone[0] > row:
        return of_lines(row, lines[row : gone[-1] + 1], [new, *lines[row + 1 : gone[0]]], is_safe=False)
    return of_lines(gone[0], lines[gone[0] : row + 1], [*lines[gone[-1] + 1 : row], new], is_safe=False)


def _within_braces(line: str, column: int, pair: str, closing: str) -> str:
    """Write a pair, or items that stand in braces themselves, before the mark that ends a part; empty where it is not.

    Args:
        line: the line that the part ends on.
        column: the column after its end.
        pair: the pair, or the items on a line each.
        closing: the mark.
    """
    items = pair.split("\n") if closing == "]" else [f"- {pair}"]
    are_whole = closing == "}" or all(item.startswith("- {") for item in items)
    inner = line[: column - 1].rstrip()
    if line[column - 1 : column] != closing or not are_whole:
        return ""
    comma = "" if inner.endswith(("{", "[")) else " " if inner.endswith(",") else ", "
    return f"{inner}{comma}{', '.join(item.removeprefix('- ') for item in items)}{closing}{line[column:]}"
