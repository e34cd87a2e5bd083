"""Changes to pandoc's tree between reader and writer: what a format needs that HTML does not say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from samverkan.render.drawing.png import typst_figure, typst_light, with_lights
from samverkan.render.engines.typst import literal_words
from samverkan.render.formats.tables import is_short, whole_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkan.render.formats.office import Office

Node = dict[str, Any]
Blocks = list[Node]

# The Word style of what stands in a class of its own.
WORD_STYLES = {
    "kind": "Document Kind",
    "status": "Document Status",
    "law": "Source of Law",
    "lead": "Lead",
    "details": "Details",
    "details-of-chart": "Details Kept",
    "goal": "Goal",
    "subtitle": "Subtitle",
    "place-and-date": "Signature Text",
    "signatory-party": "Signature Party",
    "signatory-place": "Signature Text",
    "signature-line": "Signature Line",
    "signatory-name": "Signature Name",
    "signatory-role": "Signature Text",
    "fingerprint": "Fingerprint",
}
_NOTHING: list[Any] = ["", [], []]  # neither id nor classes nor attributes
# The function of the PDF's template that a class is given to.
_TYPST_FUNCTIONS = {
    "document-head": "document-head",
    "kind": "quiet-line",
    "status": "quiet-line",
    "law": "law",
    "lead": "lead",
    "wide": "wide",
    "together": "together",
    "promise-text": "promise-text",
    "new-page": "new-page",
    "subtitle": "subtitle",
    "details": "details",
    "goal": "goal",
    "signatures": "signatures",
    "signature-line": "signature-line",
}


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
    """Give the classes of a Div; none of any other block."""
    found: list[str] = block["c"][0][1] if block["t"] == "Div" else []
    return found


# Word and OpenDocument


def for_office(blocks: Blocks, office: Office) -> Blocks:
    """Name the style of each class, of the title and of what stands in tables."""

    def style(block: Node) -> Blocks | None:
        if block["t"] == "Title":
            return [_styled(office, "Title", [{"t": "Para", "c": block["c"]}])]
        if block["t"] == "Table":
            return [{"t": "Table", "c": _office_table(office, _even_columns(block["c"]))}]
        if figure := office.figure(block, classes(block)):
            return figure
        if "signatory" in classes(block):
            return None  # kept together until all of them become one table
        if "signatories" in classes(block):
            return [_two_columns([person["c"][1] for person in block["c"][1]])]
        if block["t"] == "DefinitionList":
            return [fact for term, meanings in block["c"] for fact in _office_fact(office, term, meanings)]
        names = [WORD_STYLES[name] for name in classes(block) if name in WORD_STYLES]
        if not names:
            return None
        return [_styled(office, names[-1], block["c"][1])]

    return rewrite(with_lights(blocks, office.dot), style)


def _office_table(office: Office, table: list[Any]) -> list[Any]:
    """Name the style of each cell; the rows of a short table are kept with the next one, so that it stays whole."""

    def style(cell: list[Any], name: str) -> list[Any]:
        return [*cell[:4], [_styled(office, name, _paragraphs(cell[4]))] if cell[4] else []]

    def styled(rows: list[Any], name: str) -> list[Any]:
        return [[attributes, [style(cell, name) for cell in cells]] for attributes, cells in rows]

    kept = "Table Text Kept" if is_short(table) else "Table Text"
    head, bodies = table[3], table[4]
    bodies = [[*body[:3], [*styled(body[3][:-1], kept), *styled(body[3][-1:], "Table Text")]] for body in bodies]
    return [*table[:3], [head[0], styled(head[1], "Table Heading")], bodies, table[5]]


def _paragraphs(blocks: Blocks) -> Blocks:
    """Make paragraphs of lines, for pandoc gives lines a style of its own."""
    return [{"t": "Para", "c": block["c"]} if block["t"] == "Plain" else block for block in blocks]


def _office_fact(office: Office, term: list[Node], meanings: list[Blocks]) -> Blocks:
    """Write a label and what it says as one paragraph with a tab between; what follows is indented as much."""
    first, *rest = _paragraphs([block for blocks in meanings for block in blocks]) or [{"t": "Para", "c": []}]
    lead: list[Node] = [{"t": "Strong", "c": term}, office.inline(office.tab)]
    if first["t"] != "Para":
        first, rest = {"t": "Para", "c": []}, [first, *rest]
    facts = [_styled(office, "Fact", [{"t": "Para", "c": [*lead, *first["c"]]}])]
    return [*facts, _styled(office, "Fact More", rest)] if rest else facts


def _two_columns(cells: list[Blocks]) -> Node:
    """Lay out blocks two to a row, in a table without lines."""
    rows = [[cells[i], cells[i + 1] if i + 1 < len(cells) else []] for i in range(0, len(cells), 2)]
    align, half = {"t": "AlignDefault"}, {"t": "ColWidth", "c": 0.5}
    body = [[_NOTHING, [[_NOTHING, align, 1, 1, cell] for cell in row]] for row in rows]
    table: list[Any] = [["", [], [["custom-style", "Signatures"]]], [None, []], [[align, half], [align, half]]]
    return {"t": "Table", "c": [*table, [_NOTHING, []], [[_NOTHING, 0, [], body]], [_NOTHING, []]]}


def _styled(office: Office, name: str, inside: Blocks) -> Node:
    return {"t": "Div", "c": [["", [], [["custom-style", office.style(name)]]], inside]}


def picture_words(blocks: Blocks) -> list[str]:
    """Give the alternative text of each picture, in their order."""
    found: list[str] = []

    def take(block: Node) -> None:
        if block["t"] in {"Para", "Plain"}:
            images = [inline["c"][1] for inline in block["c"] if inline["t"] == "Image"]
            found.extend("".join(word.get("c", " ") for word in words) for words in images)

    rewrite(blocks, take)
    return found


# Typst


def for_typst(blocks: Blocks) -> Blocks:
    """Give each class to the function of its name in the PDF's template."""
    return rewrite(literal_words(with_lights(blocks, typst_light)), _typst_block)


def _typst_block(block: Node) -> Blocks | None:
    match block["t"]:
        case "Title":
            return _call("document-title", [{"t": "Plain", "c": block["c"]}])
        case "Table":
            table = _even_columns(block["c"])
            made: Blocks = [{"t": "Table", "c": whole_rows(table)}]
            return _call("short-table", made) if is_short(table) else made
    names = classes(block)
    if figure := typst_figure(block, names):
        return figure
    return _typst_division(block, names) if names else None


def _typst_division(block: Node, names: list[str]) -> Blocks | None:
    inside: Blocks = block["c"][1]
    if "facts" in names:
        return _typst_facts(inside)
    if "signatory" in names:
        return None  # kept together until all of them become one call
    if "signatories" in names:
        return [_raw("#signatories("), *(part for person in inside for part in _argument(person["c"][1])), _raw(")")]
    if "signatory-party" in names:
        return [{"t": "Para", "c": [{"t": "Strong", "c": part["c"]}]} for part in inside]
    if "fingerprint" in names:
        return [_raw(f'#fingerprint("{_last_word(inside)}")['), *inside, _raw("]")]
    for name in names:
        if name in _TYPST_FUNCTIONS:
            return _call(_TYPST_FUNCTIONS[name], inside)
    return inside


def _last_word(inside: Blocks) -> str:
    """Give the code at the end of a paragraph such as ”Fingerprint: 1a2b-3c4d”; nothing where it ends otherwise."""
    last: Any = inside[-1]["c"][-1] if inside and inside[-1]["t"] in {"Para", "Plain"} else {"t": ""}
    return last["c"] if last["t"] == "Str" and re.fullmatch("[0-9a-f-]+", last["c"]) else ""


def _typst_facts(inside: Blocks) -> Blocks:
    pairs = [pair for block in inside if block["t"] == "DefinitionList" for pair in block["c"]]
    made: Blocks = [_raw("#facts(")]
    for term, meanings in pairs:
        meaning = [block for blocks in meanings for block in blocks]
        made += [_raw("(["), {"t": "Plain", "c": term}, _raw("], ["), *meaning, _raw("]),")]
    return [*made, _raw(")")]


def _call(function: str, inside: Blocks) -> Blocks:
    return [_raw(f"#{function}["), *inside, _raw("]")]


def _argument(inside: Blocks) -> Blocks:
    return [_raw("["), *inside, _raw("],")]


def _raw(code: str) -> Node:
    return {"t": "RawBlock", "c": ["typst", code]}


def _even_columns(table: list[Any]) -> list[Any]:
    """Share the width where the template has not: columns that no word can push out of the page."""
    columns = table[2]
    if any(width["t"] == "ColWidth" for _, width in columns):
        return table
    share = {"t": "ColWidth", "c": 1 / len(columns)}
    return [*table[:2], [[align, share] for align, _ in columns], *table[3:]]
