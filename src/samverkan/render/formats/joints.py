"""Words on their way to the PDF: where they may be divided, and what a line must not end with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from samverkan.render.class_names import ClassName
from samverkan.render.engines.typst import TOO_LONG, typst_data
from samverkan.render.formats.tree import classes, is_label, is_leaf
from samverkan.words.compounds import places

if TYPE_CHECKING:
    from samverkan.render.formats.tree import Node
    from samverkan.words.sentence import Language

_WHOLE = {
    ClassName.DOCUMENT_HEAD,
    ClassName.FACTS,
    ClassName.KIND,
    ClassName.SUBTITLE,
    ClassName.STATUS,
    ClassName.SIGNATURES,
    ClassName.PROMISE_TEXT,
}
_SHORTEST = 8
"""A word of fewer letters is not divided."""
_WORD = re.compile(rf"[^\W\d_]{{{_SHORTEST},}}")
_ADDRESS = re.compile(r"@|/|\w\.\w")


def with_joints(node: Any, language: Language, *, is_narrow: bool = False) -> Any:
    """Mark the letters before which long words may be divided; not of headings, heads of tables, labels and facts.

    A soft hyphen would do the same, and stay behind in every text that is copied from the file.

    Args:
        node: blocks, or any part of pandoc's tree.
        language: the language of the document.
        is_narrow: whether the words stand in the cells of a table.
    """
    if isinstance(node, list):
        return [made for part in node for made in _parts(part, language, is_narrow=is_narrow)]
    if not isinstance(node, dict) or "c" not in node:
        return node
    content = node["c"]
    match node["t"]:
        case "Header" | "Title":
            return node
        case "Strong" if is_label(node):
            return node
        case "Div" if _WHOLE.intersection(classes(node)):
            return {**node, "c": [content[0], _with_joints_in_tables(content[1], language)]}
        case "DefinitionList":
            items = [[term, with_joints(meanings, language, is_narrow=is_narrow)] for term, meanings in content]
            return {**node, "c": items}
        case "Table":
            return {**node, "c": [*content[:4], *with_joints(content[4:], language, is_narrow=True)]}
    return {**node, "c": with_joints(content, language, is_narrow=is_narrow)}


def _with_joints_in_tables(blocks: list[Node], language: Language) -> list[Node]:
    """Leave all but the tables as it is."""
    return [with_joints(block, language) if block["t"] == "Table" else block for block in blocks]


def _is_whole(part: Any) -> bool:
    """Tell whether a part is nothing to divide: a space or a short word."""
    return is_leaf(part) and (isinstance(part, str) or len(part.get("c", "")) < _SHORTEST)


def _parts(node: Any, language: Language, *, is_narrow: bool) -> list[Any]:
    """Give what stands in the place of one part of a list."""
    if _is_whole(node):
        return [node]
    if not isinstance(node, dict) or node.get("t") != "Str":
        return [with_joints(node, language, is_narrow=is_narrow)]
    text: str = node["c"]
    if _ADDRESS.search(text) or TOO_LONG.search(text):  # such a word may be broken anywhere
        return [node]
    found: list[Node] = []
    end = 0
    for word in _WORD.finditer(text):
        allowed = sorted(word.start() + place for place in places(word[0], language, is_narrow=is_narrow))
        for first, last in _runs(allowed):
            found += [{"t": "Str", "c": text[end:first]}, _joint(text[first:last])]
            end = last
    return [*found, {"t": "Str", "c": text[end:]}] if found else [node]


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Put together numbers that follow each other: the first of each run, and the one after its last."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number:
            runs[-1] = (runs[-1][0], number + 1)
        else:
            runs.append((number, number + 1))
    return runs


def _joint(letters: str) -> Node:
    return {"t": "RawInline", "c": ["typst", f"#joint({typst_data(letters)});"]}
