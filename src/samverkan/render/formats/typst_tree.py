"""Pandoc's tree on its way to the PDF: each class goes to the function of its name in `page.typ.j2`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkan.render.class_names import LIGHTS, ClassName
from samverkan.render.engines.typst import literal_words, typst_data, typst_string
from samverkan.render.formats.columns import with_room
from samverkan.render.formats.ends import with_whole_ends
from samverkan.render.formats.joints import with_joints
from samverkan.render.formats.leads import UNDER_HEADING, WORDS, div, raw, with_leads
from samverkan.render.formats.parted import with_parted_figures
from samverkan.render.formats.tables import by_content, is_short, letters_of_columns, whole_rows
from samverkan.render.formats.tree import carried, classes, even_columns, rewrite, with_lights
from samverkan.render.formats.unbroken import with_unbroken
from samverkan.words.document import running_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkan.render.formats.tree import Blocks, Node
    from samverkan.words.sentence import Language

_ROOM_OF_HEADINGS = 0.09
"""The share of a page that the headings above a card may take."""
_MOST_LINES_MEASURED = 40
"""Longer tables do not stand whole; how high the others are is for Typst to measure."""
_LETTERS = "letters"
"""What a table of figures carries: the letters of its columns' longest words."""

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
    ClassName.PLACE_AND_DATE: "lead",
    ClassName.POSTER: "poster",
    ClassName.POSTER_LINE: "poster-line",
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
    parted = with_parted_figures(blocks)
    kept = _with_notes_of_tables(with_leads(_landscape_joined(with_whole_ends(parted))))
    lit = with_lights(_with_contents(kept), _light)
    roomy = rewrite(with_unbroken(lit), lambda block: _with_room(block, language))
    return rewrite(literal_words(with_joints(roomy, language)), _block)


def _with_room(block: Node, language: Language) -> Blocks | None:
    """Share a table's width among its columns, while its words can still be counted."""
    if block["t"] != "Table":
        return None
    table = even_columns(block["c"])
    if ClassName.FIGURES not in table[0][1]:
        return [{"t": "Table", "c": whole_rows(with_room(by_content(table), language))}]
    (identity, names, pairs), *rest = roomy = with_room(block["c"], language)
    counted = [identity, names, [*pairs, [_LETTERS, str(letters_of_columns(roomy))]]]
    return [{"t": "Table", "c": whole_rows([counted, *rest])}]


def _with_contents(blocks: Blocks) -> Blocks:
    """Let a document that has no contents of its own say what is in it, if it is long: after its head and overview."""
    if any(ClassName.CONTENTS in classes(block) for block in blocks):
        return blocks
    if any(ClassName.OVERVIEW in classes(block) for block in blocks):
        return [part for block in blocks for part in _with_contents_at(block)]
    heads = (
        [block, raw("#contents-if-long")] if ClassName.DOCUMENT_HEAD in classes(block) else [block] for block in blocks
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
        elif not is_whole and is_short(even_columns(table["c"])):
            found[-1] = div(ClassName.TOGETHER, _annotated(table, block))
        else:
            found[-1:] = _annotated(table, block)
    return found


def _annotated(table: Node, note: Node) -> Blocks:
    """Let the notes of columns of figures begin on the page of the last row."""
    if ClassName.FIGURES not in table["c"][0][1]:
        return [table, note]
    rows = sum(len(body[3]) for body in table["c"][4])
    return [raw(f"#annotated({rows}, ["), table, raw("], ["), note, raw("])")]


def _with_inner_notes(block: Node) -> Node:
    if block["t"] != "Div":
        return block
    attributes, inside = block["c"]
    is_whole = ClassName.TOGETHER in classes(block)
    return {"t": "Div", "c": [attributes, _with_notes_of_tables(inside, is_whole=is_whole)]}


def _light(colour: str) -> list[Node]:
    """Draw the dot before the word of a traffic light."""
    return [{"t": "RawInline", "c": ["typst", f'#light-dot(rgb("#{LIGHTS[colour]}"))']}]


def _block(block: Node) -> Blocks | None:
    match block["t"]:
        case "Title":
            return _call("document-title", [{"t": "Plain", "c": block["c"]}])
        case "Table" if ClassName.FIGURES in block["c"][0][1]:
            call = f"figures({carried(block, _LETTERS)}, {len(block['c'][2])})"
            return _call(call, [block])
        case "Table":
            return _call("short-table", [block]) if is_short(block["c"], _MOST_LINES_MEASURED) else None
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
    return [raw(f"#chart({drawing}, {words}, {carried(block, 'units')})")]


def _side(block: Node) -> Blocks:
    """Keep what stands beside something else apart until both become one call."""
    return [block]


def _small_charts(block: Node) -> Blocks:
    """Lay out small charts two to a row."""
    charts = (part for one in block["c"][1] for part in (raw("["), *one["c"][1], raw("],")))
    return [raw("#small-charts("), *charts, raw(")")]


def _beside(block: Node) -> Blocks:
    """Lay out a chart with its figures beside it."""
    sides = (part for side in block["c"][1] for part in (raw("["), *side["c"][1], raw("],")))
    return [raw("#beside("), *sides, raw(")")]


def _new_page(block: Node) -> Blocks:
    """Begin a page, and a document of the name that the block carries."""
    name = carried(block, "running")
    return [raw(f"#new-page({typst_string(name) if name else 'none'})")]


def _contents(_: Node) -> Blocks:
    """Leave the table of contents to Typst, which alone knows the numbers of the pages."""
    return [raw("#contents")]


def _month(block: Node) -> Blocks:
    """Keep each month apart until all of them become one call."""
    return [block]


def _year_wheel(block: Node) -> Blocks:
    parts: Blocks = [raw("#year-wheel(")]
    for part in block["c"][1]:
        inside = part["c"][1] if part["t"] == "Div" else [part]
        parts += [raw("["), *inside, raw("],")]
    return [*parts, raw(")")]


def _terms(pairs: list[list[Any]]) -> Blocks:
    """Write terms and what they mean; a meaning that begins with a paragraph begins beside or under its term."""
    made: Blocks = [_DEFINITIONS]
    for term, meanings in pairs:
        first, *rest = [part for parts in meanings for part in parts] or [{"t": "Plain", "c": []}]
        begun = {"t": "Plain", "c": first["c"]} if first["t"] == "Para" else first
        made += [raw("(["), {"t": "Plain", "c": term}, raw("], ["), begun, *rest, raw("]),")]
    return [*made, raw(")")]


def _clause(block: Node) -> Blocks:
    """Set the number of a clause beside it."""
    inside: Blocks = block["c"][1]
    place = next((i for i, one in enumerate(inside) if one["t"] in WORDS), None)
    if place is None or not inside[place]["c"] or inside[place]["c"][0]["t"] != "Span":
        return inside
    number, *inlines = inside[place]["c"]
    beginning = inlines[1:] if inlines and inlines[0]["t"] == "Space" else inlines
    text: Blocks = [{"t": inside[place]["t"], "c": beginning}] if beginning else []
    around = [*inside[:place], *text, *inside[place + 1 :]]
    return [raw("#clause["), {"t": "Plain", "c": [number]}, raw("]["), *around, raw("]")]


def _facts(block: Node) -> Blocks:
    """Facts are terms that are laid out in two columns."""
    return [raw("#facts(") if inside == _DEFINITIONS else inside for inside in block["c"][1]]


def _signatory(block: Node) -> Blocks:
    """Keep each signatory apart until all of them become one call."""
    return [block]


def _signatories(block: Node) -> Blocks:
    """Lay out signatories two to a row, each with what stands above the line to sign on, and the line and the rest."""
    made: Blocks = [raw("#signatories(")]
    for person in block["c"][1]:
        inside: Blocks = person["c"][1]
        line = next((i for i, one in enumerate(inside) if one in _LINES_TO_SIGN), 0)
        made += [raw("(["), *inside[:line], raw("], ["), *inside[line:], raw("]),")]
    return [*made, raw(")")]


def _signatory_party(block: Node) -> Blocks:
    return [{"t": "Para", "c": [{"t": "Strong", "c": part["c"]}]} for part in block["c"][1]]


def _goal(block: Node) -> Blocks:
    return _call(f"goal({_room(0.25, block)})", block["c"][1])


def _card(block: Node) -> Blocks:
    return _telling("card", 0.33, block)


def _promise(block: Node) -> Blocks:
    return _telling("promise", 0.38, block)


def _telling(function: str, most: float, block: Node) -> Blocks:
    """Give a card, or what is promised, the words that tell what goes on, where it runs over a page."""
    head = typst_string(running_line(carried(block, "head")))
    return _call(f"{function}({_room(most, block)}, {head})", block["c"][1])


def _room(most: float, block: Node) -> float:
    """Give the share of a page that a block that runs on over two has at least on the first, with its headings."""
    return most - _ROOM_OF_HEADINGS if carried(block, UNDER_HEADING) else most


def _fingerprint(block: Node) -> Blocks:
    return _call(f"fingerprint({typst_string(carried(block, 'fingerprint'))})", block["c"][1])


def _call(function: str, inside: Blocks) -> Blocks:
    return [raw(f"#{function}["), *inside, raw("]")]


_DEFINITIONS = raw("#definitions(")
_LINES_TO_SIGN = [raw(f"#{FUNCTIONS[name]}[") for name in (ClassName.SIGNATURE_LINE, ClassName.SIGNED_LINE)]
_WAYS: dict[str, Callable[[Node], Blocks]] = {
    ClassName.MONTH: _month,
    ClassName.YEAR_WHEEL: _year_wheel,
    ClassName.CARD: _card,
    ClassName.GOAL: _goal,
    ClassName.PROMISE: _promise,
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
