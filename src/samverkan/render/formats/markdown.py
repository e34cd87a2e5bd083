"""From pandoc's tree to what Markdown can say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from samverkan.render.class_names import ClassName
from samverkan.render.engines.pandoc import write
from samverkan.render.formats.tables import on_one_line
from samverkan.render.formats.tree import carried, classes, rewrite, with_cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.render.formats.filled import FilledDocument
    from samverkan.render.formats.tree import Blocks, Node


def markdown(filled: FilledDocument) -> bytes:
    """Make a Markdown file, in GitHub's dialect with footnotes.

    Raises:
        ReadWriteError: pandoc is missing, failed or took too long.
    """
    return write({**filled.tree, "blocks": _for_markdown(filled.blocks)}, "gfm+footnotes")


def _for_markdown(blocks: Blocks) -> Blocks:
    """Leave only what Markdown can say: no divisions, no classes, cells of one paragraph, facts as a list."""
    made: Blocks = _literal(rewrite(rewrite(blocks, _overview_in_words), _markdown_block))
    return made


def _overview_in_words(block: Node) -> Blocks | None:
    """Tell in words what the bars of an overview show; small charts have their figures below. Nothing of nothing."""
    if ClassName.OVERVIEW not in classes(block):
        return None
    heading, *rest = block["c"][1]
    has_bars = any(ClassName.CHART in classes(part) for part in rest)
    kept: Blocks = []
    for part in rest:
        if ClassName.CHART in classes(part):
            kept.append({"t": "Para", "c": [{"t": "Str", "c": carried(part, "told")}]})
        elif ClassName.SMALL_CHARTS not in classes(part) and (has_bars or ClassName.DETAILS not in classes(part)):
            kept.append(part)
    return [heading, *kept] if kept else []


def _literal(node: Any) -> Any:
    """Unwrap spans, and write the backslashes and ampersands that pandoc would let through as Markdown's own."""
    if isinstance(node, list):
        return [
            made for item in node for made in (_literal_inline(item) if isinstance(item, dict) else [_literal(item)])
        ]
    if isinstance(node, dict) and "c" in node:
        return {**node, "c": _literal(node["c"])}
    return node


def _literal_inline(node: Node) -> list[Node]:
    if node["t"] == "Span":
        inside: list[Node] = _literal(node["c"][1])
        return inside
    if node["t"] == "Str":
        parts = re.split(r"([\\&])", node["c"])
        raw = {"\\": "\\\\", "&": "&amp;"}
        return [
            {"t": "RawInline", "c": ["html", raw[part]]} if part in raw else {"t": "Str", "c": part}
            for part in parts
            if part
        ]
    return [_literal(node)]


def _markdown_block(block: Node) -> Blocks | None:
    match block["t"]:
        case "Title":
            return [{"t": "Header", "c": [1, ["", [], []], block["c"]]}]
        case "Header":
            return [{"t": "Header", "c": [block["c"][0] + 1, ["", [], []], block["c"][2]]}]
        case "Div" if ClassName.AXIS_NOTE in classes(block):
            return []  # there is no chart here that it could be about
        case "Div":
            inside: Blocks = _without_links(block["c"][1]) if ClassName.CONTENTS in classes(block) else block["c"][1]
            return inside
        case "DefinitionList":
            return [{"t": "BulletList", "c": [_markdown_fact(term, meanings) for term, meanings in block["c"]]}]
        case "Table":
            one = with_cells(
                block["c"], lambda cell: [{"t": "Plain", "c": on_one_line(_one_line(cell))}] if cell else []
            )
            columns = [[align, {"t": "ColWidthDefault"}] for align, _ in one[2]]
            return [{"t": "Table", "c": [["", [], []], one[1], columns, *one[3:]]}]
    return None


def _markdown_fact(term: list[Node], meanings: list[Blocks]) -> Blocks:
    meaning = [block for blocks in meanings for block in blocks]
    lead: list[Node] = [{"t": "Strong", "c": [*term, {"t": "Str", "c": ":"}]}, {"t": "Space"}]
    if meaning and meaning[0]["t"] in {"Plain", "Para"}:
        return [{"t": meaning[0]["t"], "c": [*lead, *meaning[0]["c"]]}, *meaning[1:]]
    return [{"t": "Plain", "c": lead[:1]}, *meaning]


def _one_line(blocks: Blocks) -> list[Node]:
    """Put the blocks of a cell on one line, with line breaks between them."""
    joined: list[Node] = []
    for line in (line for block in blocks for line in _lines(block)):
        joined += [{"t": "RawInline", "c": ["html", "<br>"]}, *line] if joined else line
    return joined


def _lines(block: Node) -> list[list[Node]]:
    """Give the lines of a block; what an organisation's own template lays out in another way is there by its text."""
    match block["t"]:
        case "Plain" | "Para":
            return [block["c"]]
        case "BulletList":
            return [[{"t": "Str", "c": "•"}, {"t": "Space"}, *_one_line(item)] for item in block["c"]]
        case "OrderedList":
            first = block["c"][0][0]
            return [
                [{"t": "Str", "c": f"{first + i}."}, {"t": "Space"}, *_one_line(item)]
                for i, item in enumerate(block["c"][1])
            ]
        case "Header":
            return [block["c"][2]]
        case "CodeBlock":
            return [[{"t": "Code", "c": [["", [], []], line]}] for line in block["c"][1].splitlines()]
    return list(_inner_lines(block.get("c")))


def _inner_lines(node: Any) -> Iterator[list[Node]]:
    """Give the lines of the blocks inside something else: a quotation, a part of the page, a table."""
    if isinstance(node, dict) and "t" in node:
        yield from _lines(node)
    elif isinstance(node, list):
        for part in node:
            yield from _inner_lines(part)


def _without_links(node: Any) -> Any:
    """Leave only the words of links, for their places have no names here."""
    if isinstance(node, list):
        return [
            made
            for part in node
            for made in (_without_links(_linked(part)) if _is_link(part) else [_without_links(part)])
        ]
    if not isinstance(node, dict) or "c" not in node:
        return node
    return {**node, "c": _without_links(node["c"])}


def _is_link(node: Any) -> bool:
    return isinstance(node, dict) and node["t"] == "Link"


def _linked(link: Node) -> list[Node]:
    words: list[Node] = link["c"][1]
    return words
