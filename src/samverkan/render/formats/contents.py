"""A list of contents for Word and OpenDocument files that are long; a PDF counts its pages itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkan.render.class_names import ClassName
from samverkan.render.formats.tables import letters
from samverkan.render.formats.tree import classes, rewrite

if TYPE_CHECKING:
    from samverkan.render.formats.tree import Blocks, Node

_LETTERS_PER_PAGE = 2400
_LETTERS_OF_CHART = 800
_MOST_PAGES = 6


def with_contents(blocks: Blocks, heading: str) -> Blocks:
    """Let a document of more than some six pages say what is in it: after its head, and its overview if it has one.

    Args:
        blocks: the document's blocks; a list of contents that it has already is left as it is.
        heading: what stands above the list.
    """
    found = {name for block in blocks for name in classes(block)}
    if ClassName.CONTENTS in found or _pages(blocks) <= _MOST_PAGES:
        return blocks
    entries: list[Blocks] = []

    def named(block: Node) -> Blocks | None:
        if block["t"] != "Header" or block["c"][0] != 1:
            return None
        level, (own, *others), words = block["c"]
        place = own or f"s{len(entries) + 1}"
        entries.append([{"t": "Plain", "c": [{"t": "Link", "c": [["", [], []], words, [f"#{place}", ""]]}]}])
        return [{"t": "Header", "c": [level, [place, *others], words]}]

    made = rewrite(blocks, named)
    lead = _div(ClassName.LEAD, [{"t": "Para", "c": [{"t": "Strong", "c": [{"t": "Str", "c": heading}]}]}])
    contents = _div(ClassName.CONTENTS, [lead, {"t": "BulletList", "c": entries}])
    last = ClassName.OVERVIEW if ClassName.OVERVIEW in found else ClassName.DOCUMENT_HEAD
    return [one for block in made for one in ([block, contents] if last in classes(block) else [block])]


def _pages(blocks: Blocks) -> float:
    """Guess how many pages a document takes."""
    return (letters(blocks) + _LETTERS_OF_CHART * _charts(blocks)) / _LETTERS_PER_PAGE


def _charts(node: Any) -> int:
    if isinstance(node, list):
        return sum(map(_charts, node))
    if not isinstance(node, dict):
        return 0
    return 1 if ClassName.CHART in classes(node) else _charts(node.get("c"))


def _div(name: str, inside: Blocks) -> Node:
    return {"t": "Div", "c": [["", [name], []], inside]}
