"""What stands on one page on its way to the PDF: words with what they lead to, and marks with their notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkan.render.class_names import ClassName
from samverkan.render.formats.tables import letters
from samverkan.render.formats.tree import classes, is_leaf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.render.formats.tree import Blocks, Node

WORDS = {"Para", "Plain"}
UNDER_HEADING = "under-heading"
"""What a card carries that begins under a heading, which takes some of the room that there must be for both."""
_LISTS = {"BulletList", "OrderedList"}
_LED_TO = {ClassName.FACTS, ClassName.CLAUSE, ClassName.FOCUS_AREA, ClassName.LEAD}
_MOST_OF_LEAD = 500
"""The letters of the longest paragraph that leads to facts."""
_ABOVE_TEXT = "1.2em"
_ABOVE_HEADINGS = {1: "30pt", 2: "20pt", 3: "16.5pt"}
"""The room above what has notes, by the level of the heading that it begins with."""
_LETTERS_OF_NOTE = 70
"""So many, or a few more, stand on a line of a note."""


def with_leads(blocks: Blocks, *, is_signing: bool = False, is_noted: bool = False) -> Blocks:
    """Keep the words that lead to something on its page, as all words among signatures, and what has notes on one.

    Args:
        blocks: the blocks.
        is_signing: whether they stand among signatures.
        is_noted: whether they stand in what has notes, which is kept whole itself.
    """
    found: Blocks = []
    for i, (block, after) in enumerate(zip(blocks, [*blocks[1:], None], strict=False)):
        is_headed = i > 0 and blocks[i - 1]["t"] == "Header"
        is_whole = not is_noted and _is_noted(block)
        kept = block
        if block["t"] == "Div":
            attributes, inside = block["c"]
            is_signed_here = ClassName.SIGNATURES in classes(block)
            inner = with_leads(inside, is_signing=is_signed_here, is_noted=is_noted or is_whole)
            kept = {"t": "Div", "c": [_under_heading(attributes) if is_headed else attributes, inner]}
            kept = div(ClassName.LEAD, [kept]) if _is_listed_after(block, blocks[i + 1 : i + 3]) else kept
        elif block["t"] in WORDS and (is_signing or _leads_to(block, after)):
            kept = div(ClassName.LEAD, [block])
        found = _noted(found, kept) if is_whole else [*found, kept]
    return found


def _under_heading(attributes: list[Any]) -> list[Any]:
    identity, names, pairs = attributes
    return [identity, names, [*pairs, [UNDER_HEADING, "true"]]]


def _noted(before: Blocks, block: Node) -> Blocks:
    """Keep what has notes on one page with them, and with the heading and the words that lead to it."""
    first = len(before)
    while first and (before[first - 1]["t"] == "Header" or ClassName.LEAD in classes(before[first - 1])):
        first -= 1
    led = before[first:]
    above = _ABOVE_HEADINGS.get(led[0]["c"][0], _ABOVE_TEXT) if led and led[0]["t"] == "Header" else _ABOVE_TEXT
    return [*before[:first], raw(f"#noted({_array(_lines_of_notes(block))}, {above}, ["), *led, block, raw("])")]


def _is_listed_after(clause: Node, after: Blocks) -> bool:
    """Tell whether a clause has a list under a label of its own after it, such as its sources."""
    is_clause = ClassName.CLAUSE in classes(clause) and bool(after)
    return is_clause and ClassName.LEAD in classes(after[0]) and after[-1]["t"] in _LISTS


def _is_noted(block: Node) -> bool:
    """Tell whether a paragraph, a list or a clause has notes."""
    is_one = block["t"] in _LISTS or block["t"] == "Para" or ClassName.CLAUSE in classes(block)
    return is_one and any(_lines_of_notes(block))


def _lines_of_notes(node: Any) -> list[int]:
    """Give how many lines each note in a part of the tree has, or somewhat more."""
    if isinstance(node, list):
        return [lines for part in node if not is_leaf(part) for lines in _lines_of_notes(part)]
    if not isinstance(node, dict):
        return []
    return [1 + letters(node["c"]) // _LETTERS_OF_NOTE] if node["t"] == "Note" else _lines_of_notes(node.get("c"))


def _array(numbers: Sequence[int]) -> str:
    return "".join(["(", *(f"{number}, " for number in numbers), ")"])


def _leads_to(block: Node, after: Node | None) -> bool:
    """Tell whether a paragraph ends with a colon and something follows, or a list, facts or a clause follow it.

    A long paragraph does not lead to facts: it may run on over a page.
    """
    if after is None or not block["c"]:
        return False
    if ClassName.FACTS in classes(after) and letters(block) > _MOST_OF_LEAD:
        return False
    if after["t"] in _LISTS or _LED_TO & set(classes(after)):
        return True
    last = block["c"][-1]
    return bool(last["t"] == "Str" and last["c"].endswith(":"))


def div(name: str, blocks: Blocks) -> Node:
    """Put blocks in a class."""
    return {"t": "Div", "c": [["", [name], []], blocks]}


def raw(code: str) -> Node:
    """Put Typst's own code among blocks."""
    return {"t": "RawBlock", "c": ["typst", code]}
