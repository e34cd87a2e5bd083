"""Tables of figures that are too wide for a page of the PDF: several below each other, each with the first column."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

from samverkan.render.class_names import ClassName
from samverkan.render.formats.tables import longest_words
from samverkan.render.formats.tree import rewrite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.render.formats.tree import Blocks, Node

_ROOM = 157
"""Millimetres, with the wide margin beside the text."""
_PER_LETTER, _BETWEEN = 1.35, 3.6
_NO_CAPTION: list[Any] = [None, []]


def with_parted_figures(blocks: Blocks) -> Blocks:
    """Part the tables of figures whose longest words have no room beside each other.

    Args:
        blocks: the document's blocks.
    """
    return rewrite(blocks, lambda block: _parted(block["c"]) if block["t"] == "Table" else None)


def _parted(table: list[Any]) -> Blocks | None:
    needs = [letters * _PER_LETTER + _BETWEEN for letters in longest_words(table)]
    if ClassName.FIGURES not in table[0][1] or len(needs) != len(table[2]) or sum(needs) <= _ROOM:
        return None
    first, *others = needs
    count = ceil(sum(others) / max(_ROOM - first, *others))
    size = ceil(len(others) / count)
    groups = [[0, *range(at, min(at + size, len(needs)))] for at in range(1, len(needs), size)]
    return [_of_columns(table, group, is_first=i == 0) for i, group in enumerate(groups)]


def _of_columns(table: list[Any], places: Sequence[int], *, is_first: bool) -> Node:
    """Give a table of some of the columns; the first one has what stands above them all."""
    attributes, caption, columns, (of_head, head), bodies, (of_foot, foot) = table
    kept = [[*body[:2], _rows(body[2], places), _rows(body[3], places)] for body in bodies]
    parts = [columns[i] for i in places], [of_head, _rows(head, places)], kept, [of_foot, _rows(foot, places)]
    return {"t": "Table", "c": [attributes, caption if is_first else _NO_CAPTION, *parts]}


def _rows(rows: Sequence[Any], places: Sequence[int]) -> list[Any]:
    return [[attributes, [cells[i] for i in places]] for attributes, cells in rows]
