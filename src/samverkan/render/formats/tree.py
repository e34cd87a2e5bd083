"""Pandoc's tree: walking it and rebuilding it, and what several formats read in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkan.render.class_names import LIGHT_PREFIX, LIGHTS

if TYPE_CHECKING:
    from collections.abc import Callable

Node = dict[str, Any]
Blocks = list[Node]
_LEAVES = frozenset({"Str", "Space", "SoftBreak", "LineBreak"})


def take_title(blocks: Blocks) -> Blocks:
    """Make the first heading a `Title`, a block of our own, and raise the other headings one level."""
    title: list[Node] = []

    def lift(block: Node) -> Blocks | None:
        if block["t"] != "Header":
            return None
        level, attributes, inlines = block["c"]
        if level == 1 and not title:
            title.extend(inlines)
            return [{"t": "Title", "c": inlines}]
        return [{"t": "Header", "c": [max(1, level - 1), attributes, inlines]}]

    return rewrite(blocks, lift)


def rewrite(blocks: Blocks, change: Callable[[Node], Blocks | None]) -> Blocks:
    """Rebuild blocks from the inside out.

    Args:
        blocks: the blocks.
        change: gives what stands in the place of a block, None for the block itself.
    """
    found: Blocks = []
    for block in blocks:
        inner = _with_inner(block, lambda children: rewrite(children, change))
        changed = change(inner)
        found += [inner] if changed is None else changed
    return found


def _with_inner(block: Node, rebuild: Callable[[Blocks], Blocks]) -> Node:
    kind: str = block["t"]
    content: Any = block.get("c")
    match kind:
        case "Div":
            return {"t": kind, "c": [content[0], rebuild(content[1])]}
        case "BlockQuote":
            return {"t": kind, "c": rebuild(content)}
        case "BulletList":
            return {"t": kind, "c": [rebuild(item) for item in content]}
        case "OrderedList":
            return {"t": kind, "c": [content[0], [rebuild(item) for item in content[1]]]}
        case "DefinitionList":
            return {"t": kind, "c": [[term, [rebuild(meaning) for meaning in meanings]] for term, meanings in content]}
        case "Table":
            return {"t": kind, "c": with_cells(content, rebuild)}
    return block


def with_cells(table: list[Any], rebuild: Callable[[Blocks], Blocks]) -> list[Any]:
    """Rebuild the content of each cell of a table."""

    def rows(found: list[Any]) -> list[Any]:
        return [[attributes, [[*cell[:4], rebuild(cell[4])] for cell in cells]] for attributes, cells in found]

    attributes, caption, columns, head, bodies, foot = table
    bodies = [[body[0], body[1], rows(body[2]), rows(body[3])] for body in bodies]
    return [attributes, caption, columns, [head[0], rows(head[1])], bodies, [foot[0], rows(foot[1])]]


def classes(block: Node) -> list[str]:
    """Read the classes of a division; none of any other block."""
    found: list[str] = block["c"][0][1] if block["t"] == "Div" else []
    return found


def carried(block: Node, name: str) -> str:
    """Read a value that a division carries to the format in an attribute `data-NAME`; empty where it has none."""
    attributes: list[list[str]] = block["c"][0][2]
    return dict(attributes).get(name, "")


def is_leaf(part: Any) -> bool:
    """Tell whether a part of the tree holds no others: nearly all of a long text are words and spaces."""
    return part["t"] in _LEAVES if isinstance(part, dict) else isinstance(part, str)


def is_label(node: Node) -> bool:
    """Tell whether inlines name what follows them: strong, with a colon or a full stop at the end."""
    last = node["c"][-1] if node["t"] == "Strong" and node["c"] else {}
    return last.get("t") == "Str" and last["c"].endswith((":", "."))


def with_lights(node: Any, make: Callable[[str], list[Node]]) -> Any:
    """Put what a format shows for a colour before the word of each traffic light.

    Args:
        node: blocks, or any part of pandoc's tree.
        make: gives what stands before the word, from the name of the colour.
    """
    if isinstance(node, list):
        return [part if is_leaf(part) else with_lights(part, make) for part in node]
    if not isinstance(node, dict) or "c" not in node:
        return node
    content = with_lights(node["c"], make)
    if node["t"] == "Span" and (colour := _colour(content[0][1])):
        content = [content[0], [*make(colour), *content[1]]]
    return {**node, "c": content}


def _colour(names: list[str]) -> str | None:
    found = (name.removeprefix(LIGHT_PREFIX) for name in names if name.startswith(LIGHT_PREFIX))
    return next((colour for colour in found if colour in LIGHTS), None)


def even_columns(table: list[Any]) -> list[Any]:
    """Share the width where the template has not: columns that no word can push out of the page."""
    columns = table[2]
    if any(width["t"] == "ColWidth" for _, width in columns):
        return table
    share = {"t": "ColWidth", "c": 1 / len(columns)}
    return [*table[:2], [[align, share] for align, _ in columns], *table[3:]]
