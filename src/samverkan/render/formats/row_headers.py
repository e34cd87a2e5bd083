"""The heads of rows in the tags of a PDF: Typst, asked for one table, only tells readers which cells head its columns.

Typst writes the tags as they are, each on a line of its own. What is put in the place of something is as long as that
was, so that every part of the file stays where the file says that it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.render.formats.tree import rewrite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.render.formats.tree import Blocks, Node

_CELL = re.compile(
    rb"(<</Type/StructElem/S)/TD(/P [0-9]+ 0 R/A\[<</O/Table)(/Headers\[\(U([0-9]+)x([0-9]+)y[0-9]+\)\])(?=>>)"
)
_ROW = b"/Scope/Row"


def heads_of_rows(blocks: Blocks) -> list[int]:
    """Tell of each table in a document, first to last, how many cells at the start of each row are its head.

    Args:
        blocks: the document's blocks; a table of which no cell names a head is left out.
    """
    found: list[int] = []

    def count(block: Node) -> None:
        if block["t"] == "Table" and block["c"][3][1]:
            counts = [body[1] for body in block["c"][4] if body[3]]
            found.extend([min(counts)] if counts else [])

    rewrite(blocks, count)
    return found


def with_heads_of_rows(raw: bytes, heads: Sequence[int]) -> bytes:
    """Tag the first cells of rows as their heads, so that each figure is read with its year.

    Cells of such a table no longer name the heads of their columns one by one, for then the head of the row would not
    count: readers find both by the scope of the heads.

    Args:
        raw: the PDF as Typst wrote it.
        heads: as `heads_of_rows` tells them, of the same document.
    """
    numbers = {int(found[4]) for found in _CELL.finditer(raw)}
    of_table = dict(zip(sorted(numbers), heads, strict=True)) if len(numbers) == len(heads) else {}

    def tagged(cell: re.Match[bytes]) -> bytes:
        start, middle, named, table, column = cell.groups()
        count = of_table.get(int(table), 0)
        is_head = int(column) < count
        kind, scope = (b"/TH", _ROW) if is_head else (b"/TD", b"")
        return start + kind + middle + scope.ljust(len(named)) if count else cell[0]

    return _CELL.sub(tagged, raw)
