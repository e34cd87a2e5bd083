"""Pandoc's tree on its way to the PDF: each class goes to the function of its name in `page.typ.j2`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkan.render.class_names import LIGHTS, ClassName
from samverkan.render.engines.typst import literal_words, typst_data, typst_string
from samverkan.render.formats.columns import with_room
from samverkan.render.formats.ends import with_whole_ends
from samverkan.render.formats.joints import with_joints
from samverkan.render.formats.tables import by_content, is_short, letters, letters_of_columns, whole_rows
from samverkan.render.formats.tree import carried, classes, even_columns, rewrite, with_lights
from samverkan.render.formats.unbroken import with_unbroken
from samverkan.words.document import running_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from samverkan.render.formats.tree import Blocks, Node
    from samverkan.words.sentence import Language

_WORDS = {"Para", "Plain"}
_LISTS = {"BulletList", "OrderedList"}
_LED_TO = {ClassName.FACTS, ClassName.CLAUSE, ClassName.FOCUS_AREA, ClassName.LEAD}
_MOST_OF_LEAD = 500
"""The letters of the longest paragraph that leads to facts."""
_ABOVE_TEXT = "1.2em"
_ABOVE_HEADINGS = {1: "30pt", 2: "20pt", 3: "16.5pt"}
"""The room above what has notes, by the level of the heading that it begins with."""
_LETTERS_OF_NOTE = 70
"""So many, or a few more, stand on a line of a note."""
_MOST_LINES_MEASURED = 40
"""Longer tables do not stand whole; how high the others are is for Typst to measure."""

FUNCTIONS: dict[str, str] = {
    ClassName.DOCUMENT_HEAD: "document-head",
    ClassName.KIND: "quiet-line",
    ClassName.STATUS: "quiet-line",
    ClassName.LAW: "law",
    ClassName.LEAD: "lead",
    ClassName.WIDE: "wide",
    ClassName.TOGETHER: "together",
    ClassName.PROMISE_TEXT: "promise-text",
    ClassName.SUBTITLE: "subtitle",
    ClassName.DETAILS_OF_CHART: "details-of-chart",
    ClassName.DETAILS: "details",
    ClassName.OVERVIEW: "overview(none)",
    ClassName.GOAL: "goal",
    ClassName.PLACE_AND_DATE: "lead",
    ClassName.POSTER: "poster",
    ClassName.POSTER_LINE: "poster-line",
    ClassName.PROMISE: "promise",
    ClassName.IN_SHORT: "in-short",
    ClassName.SIGNATURES: "signatures",
    ClassName.SIGNATURE_LINE: "signature-line",
    ClassName.SIGNED_LINE: "signed-line",
}
"""The function of `page.typ.j2` that what stands in a class is given to; the last class that has one counts."""


def for_typst(blocks: Blocks, language: Language) -> Blocks:
    """Rebuild a document's blocks as calls of the functions of `page.typ.j2`, with every word literal.

    Args:
        blocks: the document's blocks.
        language: its language, whose words may be divided.
    """
    kept = _with_notes_of_tables(_with_leads(_landscape_joined(with_whole_ends(blocks))))
    lit = with_lights(_with_contents(kept), _light)
    roomy = rewrite(with_unbroken(lit), lambda block: _with_room(block, language))
    return rewrite(literal_words(with_joints(roomy, language)), _block)


def _with_room(block: Node, language: Language) -> Blocks | None:
    return [{"t": "Table", "c": with_room(block["c"], language)}] if block["t"] == "Table" else None


def _with_contents(blocks: Blocks) -> Blocks:
    """Let a document that has no contents of its own say what is in it, if it is long: after its head and overview."""
    if any(ClassName.CONTENTS in classes(block) for block in blocks):
        return blocks
    if any(ClassName.OVERVIEW in classes(block) for block in blocks):
        return [part for block in blocks for part in _with_contents_at(block)]
    heads = (
        [block, _raw("#contents-if-long")] if ClassName.DOCUMENT_HEAD in classes(block) else [block] for block in blocks
    )
    return [block for found in heads for block in found]


def _with_contents_at(block: Node) -> Blocks:
    """Let an overview find the place of the contents: after it, or before it where it has a page of its own."""
    return _call("overview(contents-if-long)", block["c"][1]) if ClassName.OVERVIEW in classes(block) else [block]


def _landscape_joined(blocks: Blocks) -> Blocks:
    """Let what stands on landscape pages go on there, where more of it follows at once."""
    found: Blocks = []
    for block in blocks:
        if found and ClassName.WIDE in classes(block) and ClassName.WIDE in classes(found[-1]):
            attributes, inside = found[-1]["c"]
            found[-1] = {"t": "Div", "c": [attributes, [*inside, *block["c"][1]]]}
        else:
            found.append(block)
    return found


def _with_leads(blocks: Blocks, *, is_signing: bool = False, is_noted: bool = False) -> Blocks:
    """Keep the words that lead to something on its page, as all words among signatures, and what has notes on one.

    Args:
        blocks: the blocks.
        is_signing: whether they stand among signatures.
        is_noted: whether they stand in what has notes, which is kept whole itself.
    """
    found: Blocks = []
    for i, (block, after) in enumerate(zip(blocks, [*blocks[1:], None], strict=False)):
        is_whole = not is_noted and _is_noted(block)
        kept = block
        if block["t"] == "Div":
            attributes, inside = block["c"]
            is_signed_here = ClassName.SIGNATURES in classes(block)
            inner = _with_leads(inside, is_signing=is_signed_here, is_noted=is_noted or is_whole)
            kept = {"t": "Div", "c": [attributes, inner]}
            kept = _div(ClassName.LEAD, [kept]) if _is_listed_after(block, blocks[i + 1 : i + 3]) else kept
        elif block["t"] in _WORDS and (is_signing or _leads_to(block, after)):
            kept = _div(ClassName.LEAD, [block])
        found = _noted(found, kept) if is_whole else [*found, kept]
    return found


def _noted(before: Blocks, block: Node) -> Blocks:
    """Keep what has notes on one page with them, and with the heading and the words that lead to it."""
    first = len(before)
    while first and (before[first - 1]["t"] == "Header" or ClassName.LEAD in classes(before[first - 1])):
        first -= 1
    led = before[first:]
    above = _ABOVE_HEADINGS.get(led[0]["c"][0], _ABOVE_TEXT) if led and led[0]["t"] == "Header" else _ABOVE_TEXT
    return [*before[:first], _raw(f"#noted({_array(_lines_of_notes(block))}, {above}, ["), *led, block, _raw("])")]


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
        return [lines for part in node for lines in _lines_of_notes(part)]
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


def _with_notes_of_tables(blocks: Blocks, *, is_whole: bool = False) -> Blocks:
    """Keep a short table and the note that follows it on one page, and notes with the last row of long figures.

    Args:
        blocks: the blocks.
        is_whole: whether they stand on one page in any case, where there is room.
    """
    found: Blocks = []
    for block in blocks:
        table = found[-1] if found and found[-1]["t"] == "Table" else None
        if not table or ClassName.DETAILS not in classes(block):
            found.append(_with_inner_notes(block))
        elif is_short(even_columns(table["c"])):
            found[-1] = table if is_whole else _div(ClassName.TOGETHER, [table, block])
            found += [block] if is_whole else []
        elif ClassName.FIGURES not in table["c"][0][1]:
            found.append(block)
        else:
            rows = sum(len(body[3]) for body in table["c"][4])
            found[-1:] = [_raw(f"#annotated({rows}, ["), table, _raw("], ["), block, _raw("])")]
    return found


def _with_inner_notes(block: Node) -> Node:
    if block["t"] != "Div":
        return block
    attributes, inside = block["c"]
    is_whole = ClassName.TOGETHER in classes(block)
    return {"t": "Div", "c": [attributes, _with_notes_of_tables(inside, is_whole=is_whole)]}


def _div(name: str, blocks: Blocks) -> Node:
    return {"t": "Div", "c": [["", [name], []], blocks]}


def _light(colour: str) -> list[Node]:
    """Draw the dot before the word of a traffic light."""
    return [{"t": "RawInline", "c": ["typst", f'#light-dot(rgb("#{LIGHTS[colour]}"))']}]


def _block(block: Node) -> Blocks | None:
    match block["t"]:
        case "Title":
            return _call("document-title", [{"t": "Plain", "c": block["c"]}])
        case "Table" if ClassName.FIGURES in block["c"][0][1]:
            call = f"figures({letters_of_columns(block['c'])}, {len(block['c'][2])})"
            return _call(call, [{"t": "Table", "c": whole_rows(block["c"])}])
        case "Table":
            table = by_content(block["c"])
            made: Blocks = [{"t": "Table", "c": whole_rows(table)}]
            return _call("short-table", made) if is_short(table, _MOST_LINES_MEASURED) else made
        case "DefinitionList":
            return _terms(block["c"])
    names = classes(block)
    for name in reversed(names):
        if name in _WAYS:
            return _WAYS[name](block)
        if name in FUNCTIONS:
            return _call(FUNCTIONS[name], block["c"][1])
    return block["c"][1] if names else None


def _chart(block: Node) -> Blocks:
    """Draw a chart as vectors, with its words for those who cannot see it."""
    drawing, words = typst_data(carried(block, "drawing")), typst_string(carried(block, "words"))
    return [_raw(f"#chart({drawing}, {words}, {carried(block, 'units')})")]


def _side(block: Node) -> Blocks:
    """Keep what stands beside something else apart until both become one call."""
    return [block]


def _small_charts(block: Node) -> Blocks:
    """Lay out small charts two to a row."""
    charts = (part for one in block["c"][1] for part in (_raw("["), *one["c"][1], _raw("],")))
    return [_raw("#small-charts("), *charts, _raw(")")]


def _beside(block: Node) -> Blocks:
    """Lay out a chart with its figures beside it."""
    sides = (part for side in block["c"][1] for part in (_raw("["), *side["c"][1], _raw("],")))
    return [_raw("#beside("), *sides, _raw(")")]


def _new_page(block: Node) -> Blocks:
    """Begin a page, and a document of the name that the block carries."""
    name = carried(block, "running")
    return [_raw(f"#new-page({typst_string(name) if name else 'none'})")]


def _contents(_: Node) -> Blocks:
    """Leave the table of contents to Typst, which alone knows the numbers of the pages."""
    return [_raw("#contents")]


def _month(block: Node) -> Blocks:
    """Keep each month apart until all of them become one call."""
    return [block]


def _year_wheel(block: Node) -> Blocks:
    parts: Blocks = [_raw("#year-wheel(")]
    for part in block["c"][1]:
        inside = part["c"][1] if part["t"] == "Div" else [part]
        parts += [_raw("["), *inside, _raw("],")]
    return [*parts, _raw(")")]


def _terms(pairs: list[list[Any]]) -> Blocks:
    """Write terms and what they mean; a meaning that begins with a paragraph begins beside or under its term."""
    made: Blocks = [_DEFINITIONS]
    for term, meanings in pairs:
        first, *rest = [part for parts in meanings for part in parts] or [{"t": "Plain", "c": []}]
        begun = {"t": "Plain", "c": first["c"]} if first["t"] == "Para" else first
        made += [_raw("(["), {"t": "Plain", "c": term}, _raw("], ["), begun, *rest, _raw("]),")]
    return [*made, _raw(")")]


def _clause(block: Node) -> Blocks:
    """Set the number of a clause beside it."""
    inside: Blocks = block["c"][1]
    place = next((i for i, one in enumerate(inside) if one["t"] in _WORDS), None)
    if place is None or not inside[place]["c"] or inside[place]["c"][0]["t"] != "Span":
        return inside
    number, *inlines = inside[place]["c"]
    beginning = inlines[1:] if inlines and inlines[0]["t"] == "Space" else inlines
    text: Blocks = [{"t": inside[place]["t"], "c": beginning}] if beginning else []
    around = [*inside[:place], *text, *inside[place + 1 :]]
    return [_raw("#clause["), {"t": "Plain", "c": [number]}, _raw("]["), *around, _raw("]")]


def _facts(block: Node) -> Blocks:
    """Facts are terms that are laid out in two columns."""
    return [_raw("#facts(") if inside == _DEFINITIONS else inside for inside in block["c"][1]]


def _signatory(block: Node) -> Blocks:
    """Keep each signatory apart until all of them become one call."""
    return [block]


def _signatories(block: Node) -> Blocks:
    """Lay out signatories two to a row, each with what stands above the line to sign on, and the line and the rest."""
    made: Blocks = [_raw("#signatories(")]
    for person in block["c"][1]:
        inside: Blocks = person["c"][1]
        line = next((i for i, one in enumerate(inside) if one in _LINES_TO_SIGN), 0)
        made += [_raw("(["), *inside[:line], _raw("], ["), *inside[line:], _raw("]),")]
    return [*made, _raw(")")]


def _signatory_party(block: Node) -> Blocks:
    return [{"t": "Para", "c": [{"t": "Strong", "c": part["c"]}]} for part in block["c"][1]]


def _card(block: Node) -> Blocks:
    """Give a card the words that tell what goes on, where it runs over a page."""
    return _call(f"card({typst_string(running_line(carried(block, 'head')))})", block["c"][1])


def _fingerprint(block: Node) -> Blocks:
    return _call(f"fingerprint({typst_string(carried(block, 'fingerprint'))})", block["c"][1])


def _call(function: str, inside: Blocks) -> Blocks:
    return [_raw(f"#{function}["), *inside, _raw("]")]


def _raw(code: str) -> Node:
    return {"t": "RawBlock", "c": ["typst", code]}


_DEFINITIONS = _raw("#definitions(")
_LINES_TO_SIGN = [_raw(f"#{FUNCTIONS[name]}[") for name in (ClassName.SIGNATURE_LINE, ClassName.SIGNED_LINE)]
_WAYS: dict[str, Callable[[Node], Blocks]] = {
    ClassName.MONTH: _month,
    ClassName.YEAR_WHEEL: _year_wheel,
    ClassName.CARD: _card,
    ClassName.CHART: _chart,
    ClassName.CLAUSE: _clause,
    ClassName.CHART_SIDE: _side,
    ClassName.FIGURES_SIDE: _side,
    ClassName.BESIDE: _beside,
    ClassName.SMALL_CHART: _side,
    ClassName.SMALL_CHARTS: _small_charts,
    ClassName.CONTENTS: _contents,
    ClassName.NEW_PAGE: _new_page,
    ClassName.FACTS: _facts,
    ClassName.SIGNATORY: _signatory,
    ClassName.SIGNATORIES: _signatories,
    ClassName.SIGNATORY_PARTY: _signatory_party,
    ClassName.FINGERPRINT: _fingerprint,
}
"""The classes that need more than to be given to a function as they are."""
