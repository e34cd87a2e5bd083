"""Rows of tables: whole on the pages of a PDF where they are short enough, and on one line each in Markdown."""

from __future__ import annotations

import re
from math import ceil
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

_LETTERS_PER_LINE, _BESIDE_CELL = 102, 3
_BETWEEN_BLOCKS = 0.25
_MOST_LINES = 20
_MOST_LINES_OF_SHORT_TABLE = 14
_MM_OF_PAGE, _MM_BESIDE_CELL, _MM_PER_LETTER = 160, 4, 2.2
_LONGEST_WHOLE = 20
"""How many letters a word may have that is to stand on one line of a narrow column."""
_WHOLE = ["typst:breakable", "false"]


def whole_rows(table: list[Any]) -> list[Any]:
    """Mark the rows that are to stand on one page.

    A long row must not be held together: what does not fit on a page would not be in the file.

    Args:
        table: the content of a table in pandoc's tree, with a width for each column.
    """
    widths = widths_of(table)
    bodies = [[*body[:3], [_whole_row(row, widths) for row in body[3]]] for body in table[4]]
    return [*table[:4], bodies, *table[5:]]


def is_short(table: list[Any], most: int = _MOST_LINES_OF_SHORT_TABLE) -> bool:
    """Tell whether a table is to stand on one page.

    Args:
        table: as for `whole_rows`.
        most: how many lines it may have, by a guess that is rather too high.
    """
    widths = widths_of(table)
    return sum(max(1, _lines(row, widths)) for row in _rows(table)) <= most


def letters_of_columns(table: list[Any]) -> int:
    """Give how many letters the longest word of each column has, taken together, those of dates each by itself.

    Args:
        table: as for `whole_rows`.
    """
    return sum(longest_words(table, is_parted=True))


def fitted(table: list[Any]) -> list[Any]:
    """Make columns that are narrower than their longest word wider, at the cost of those that have room to spare.

    Args:
        table: as for `whole_rows`; where there is no room for all of them it comes back as it is.
    """
    shares, needs = widths_of(table), _needs(table)
    if len(needs) != len(shares) or sum(needs) > sum(shares):
        return table
    lacking = sum(max(0, need - share) for need, share in zip(needs, shares, strict=True))
    spare = sum(max(0, share - need) for need, share in zip(needs, shares, strict=True))
    widths = [
        need if need >= share else share - lacking * (share - need) / spare
        for need, share in zip(needs, shares, strict=True)
    ]
    return _with_widths(table, widths)


def by_content(table: list[Any]) -> list[Any]:
    """Give columns with long texts more room than those with short ones, where a row would else be too long for a page.

    Args:
        table: as for `whole_rows`.
    """
    shares, needs, rows = widths_of(table), _needs(table), _rows(table)
    spare = sum(shares) - sum(needs)
    if max((_lines(row, shares) for row in rows), default=0) <= _MOST_LINES or len(needs) != len(shares) or spare <= 0:
        return table
    longest = [max(letters(cell[4]) for cell in column) for column in zip(*(row[1] for row in rows), strict=False)]
    widths = [need + spare * long / sum(longest) for need, long in zip(needs, longest, strict=True)]
    return _with_widths(table, widths)


def _needs(table: list[Any]) -> list[float]:
    """Give the share of the width that the longest word of each column needs."""
    longest = longest_words(table)
    return [(min(word, _LONGEST_WHOLE) * _MM_PER_LETTER + _MM_BESIDE_CELL) / _MM_OF_PAGE for word in longest]


def _with_widths(table: list[Any], widths: Sequence[float]) -> list[Any]:
    columns = [[align, {"t": "ColWidth", "c": width}] for (align, _), width in zip(table[2], widths, strict=True)]
    return [*table[:2], columns, *table[3:]]


def _rows(table: list[Any]) -> list[Any]:
    return [row for body in table[4] for row in body[3]]


def longest_words(table: list[Any], *, is_parted: bool = False) -> list[int]:
    """Give how many letters the longest word of each column has.

    Args:
        table: the content of a table in pandoc's tree.
        is_parted: whether what stands together on a line, as dates do, counts word by word.
    """
    rows = [row[1] for row in [*table[3][1], *_rows(table)]]
    return [
        max((_longest_word(one, is_parted=is_parted) for one in column), default=0)
        for column in zip(*rows, strict=False)
    ]


def _longest_word(node: Any, *, is_parted: bool) -> int:
    if isinstance(node, list):
        return max((_longest_word(part, is_parted=is_parted) for part in node), default=0)
    if not isinstance(node, dict):
        return 0
    if node["t"] != "Str":
        return _longest_word(node.get("c"), is_parted=is_parted)
    return max(map(len, re.split("[ \u00a0]", node["c"]))) if is_parted else len(node["c"])


def widths_of(table: list[Any]) -> list[float]:
    """Give each column's share of the width; equal shares where the table has none."""
    return [width["c"] if width["t"] == "ColWidth" else 1 / len(table[2]) for _, width in table[2]]


def _lines(row: list[Any], widths: list[float]) -> float:
    """Guess the number of lines of a row."""
    cells = zip(row[1], widths, strict=False)
    return max((_lines_of(cell[4], _LETTERS_PER_LINE * width - _BESIDE_CELL) for cell, width in cells), default=0)


def _lines_of(node: Any, most: float) -> float:
    """Guess the number of lines of blocks, with the room between them, of so many letters at most."""
    if isinstance(node, list):
        return sum(_lines_of(part, most) for part in node)
    if not isinstance(node, dict):
        return 0
    if node["t"] not in {"Para", "Plain"}:
        return _lines_of(node.get("c"), most)
    breaks: int = sum(part["t"] == "LineBreak" for part in node["c"])
    return breaks + ceil(_written(node["c"]) / most) + _BETWEEN_BLOCKS


def _written(node: Any) -> int:
    """Count the letters of inlines, blanks among them."""
    if isinstance(node, list):
        return sum(map(_written, node))
    if not isinstance(node, dict):
        return 0
    return len(node["c"]) if node["t"] == "Str" else 1 if node["t"] == "Space" else _written(node.get("c"))


def _whole_row(row: list[Any], widths: list[float]) -> list[Any]:
    if _lines(row, widths) > _MOST_LINES:
        return row
    attributes, cells = row
    return [attributes, [[[cell[0][0], cell[0][1], [*cell[0][2], _WHOLE]], *cell[1:]] for cell in cells]]


def letters(node: Any) -> int:
    """Count the letters of a part of the tree; each block counts as a line of its own."""
    if isinstance(node, list):
        return sum(letters(part) for part in node)
    if not isinstance(node, dict):
        return len(node) if isinstance(node, str) else 0
    own = 15 if node["t"] in {"Para", "Plain", "BulletList"} else 1
    return own + letters(node.get("c"))


def on_one_line(node: Any) -> Any:
    """Write line breaks as HTML, for a row of a Markdown table is one line."""
    if isinstance(node, list):
        return [on_one_line(part) for part in node]
    if not isinstance(node, dict):
        return node
    if node["t"] == "LineBreak":
        return {"t": "RawInline", "c": ["html", "<br>"]}
    return {**node, "c": on_one_line(node["c"])} if "c" in node else node
