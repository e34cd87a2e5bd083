"""Items of a list that are indented too deep: YAML joins them to the text above, as it does any line of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samverkan.findings import Mend, MendKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.findings import KeyPath
    from samverkan.source.extents import Extent, Extents

_HYPHEN = "- "
_ENDED = (".", "!", "?", ":", ";")


class Swallowed(NamedTuple):
    """The first line of a text that was meant as an item, and how the text is mended, where that can be told."""

    line: str
    mend: Mend | None


def swallowed(extents: Extents, path: KeyPath, *, is_prose: bool) -> Swallowed | None:
    """Find a line within a text without quotes that was plainly meant as an item of a list.

    Args:
        extents: where the keys and values of the file are.
        path: the place of the text, as the file has it.
        is_prose: whether the text may have points of its own.
    """
    extent = extents.values.get(path)
    if extent is None or not extent.is_plain or extent.in_braces or extent.is_on_one_line:
        return None
    (first, column), (last, end) = extent.start, extent.end
    written = [*extents.lines[first:last], extents.lines[last][:end]]
    lines = [written[0][column:].strip(), *(line.strip() for line in written[1:])]
    if not (found := _items_meant(lines)):
        return None
    if isinstance(path[-1], int):
        return Swallowed(found[0], _as_items(extents, extent, lines))
    return Swallowed(found[0], _as_points(extents, path, lines) if is_prose else None)


def _items_meant(lines: Sequence[str]) -> list[str]:
    """Give the lines that were plainly meant as items: several of them, or one after a text that has ended.

    A sentence can have a hyphen in it for a dash, and its line may have been broken just there.
    """
    rows = [row for row, line in enumerate(lines) if row and line.startswith(_HYPHEN)]
    if not rows or any(" - " in lines[row][len(_HYPHEN) :] for row in rows):
        return []
    begins = lines[rows[0]][len(_HYPHEN) :].lstrip()[:1]
    is_meant = len(rows) > 1 or lines[rows[0] - 1].endswith(_ENDED) or begins.isupper() or begins == "{"
    return [lines[row] for row in rows] if is_meant else []


def _as_items(extents: Extents, extent: Extent, lines: Sequence[str]) -> Mend:
    """Line the items up with the one that has swallowed them."""
    line, column = extent.start
    hyphen = extents.lines[line].rfind("-", 0, column)
    rest = (" " * (hyphen if row.startswith(_HYPHEN) else column) + row for row in lines[1:] if row)
    return Mend("\n".join((lines[0], *rest)))


def _as_points(extents: Extents, path: KeyPath, lines: Sequence[str]) -> Mend | None:
    """Write a text on lines of its own; None where something else stands between its key and its first line."""
    key, value = extents.keys.get(path), extents.values[path]
    if key is None or (key.end[0] != value.start[0] and not extents.lines[key.end[0]].endswith(":")):
        return None
    return Mend("\n".join((f"{path[-1]}: |", *("  " + line for line in lines))), MendKind.PAIR)
