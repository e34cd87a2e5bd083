"""The end of a document on its way to pages: none of them holds its last words alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.render.class_names import ClassName
from samverkan.render.formats.leads import raw
from samverkan.render.formats.tables import letters
from samverkan.render.formats.tree import classes

if TYPE_CHECKING:
    from samverkan.render.formats.tree import Blocks, Node

_AROUND = {"section", ClassName.ENTRY}
_WORDS = {"Para", "Plain"}
_MOST = 260
"""The letters of a paragraph of three lines: a longer one may stand alone on a page."""
_MOST_UNBROKEN = 1200
"""The letters of a paragraph of a third of a page: a shorter one that ends a document is not parted."""


def with_whole_ends(blocks: Blocks) -> Blocks:
    """Let the last words of each document draw the paragraph before them to their page.

    Args:
        blocks: the blocks of one document, or of several with a new page between them.
    """
    ends = [i for i, block in enumerate(blocks) if ClassName.NEW_PAGE in classes(block)]
    found: Blocks = []
    for begin, end in zip([0, *ends], [*ends, len(blocks)], strict=True):
        found += _with_whole_end(blocks[begin:end]) if begin < end else []
    return found


def _with_whole_end(blocks: Blocks) -> Blocks:
    *before, last = blocks
    if _is_around(last) and last["c"][1]:
        attributes, inside = last["c"]
        last = {"t": "Div", "c": [attributes, _with_whole_end(inside)]}
    if last["t"] in _WORDS and _MOST <= letters(last) < _MOST_UNBROKEN:
        return [*before, raw("#unbroken["), last, raw("]")]
    return [*before[:-1], _drawn(before[-1]), last] if before and _is_short_end(last) else [*before, last]


def _is_short_end(block: Node) -> bool:
    """Tell whether a block is one short paragraph and nothing else."""
    if _is_around(block):
        inside = block["c"][1]
        return len(inside) == 1 and _is_short_end(inside[0])
    return block["t"] in _WORDS and letters(block) < _MOST


def _drawn(block: Node) -> Node:
    """Let a block stand on the page of what follows it, if it ends with a paragraph."""
    if block["t"] in _WORDS:
        return {"t": "Div", "c": [["", [ClassName.LEAD], []], [block]]}
    if not _is_around(block) or not block["c"][1]:
        return block
    attributes, (*before, last) = block["c"]
    return {"t": "Div", "c": [attributes, [*before, _drawn(last)]]}


def _is_around(block: Node) -> bool:
    return block["t"] == "Div" and bool(_AROUND & set(classes(block)))
