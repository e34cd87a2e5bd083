"""Pandoc's tree on its way to the PDF: each class goes to the function of its name in `page.typ.j2`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.render.class_names import LIGHTS, ClassName
from samverkan.render.engines.typst import literal_words, typst_data, typst_string
from samverkan.render.formats.tables import is_short, letters_of_columns, whole_rows
from samverkan.render.formats.tree import carried, classes, even_columns, rewrite, with_lights

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkan.render.formats.tree import Blocks, Node

FUNCTIONS: dict[str, str] = {
    ClassName.DOCUMENT_HEAD: "document-head",
    ClassName.KIND: "quiet-line",
    ClassName.STATUS: "quiet-line",
    ClassName.LAW: "law",
    ClassName.LEAD: "lead",
    ClassName.WIDE: "wide",
    ClassName.TOGETHER: "together",
    ClassName.PROMISE_TEXT: "promise-text",
    ClassName.NEW_PAGE: "new-page",
    ClassName.SUBTITLE: "subtitle",
    ClassName.DETAILS: "details",
    ClassName.GOAL: "goal",
    ClassName.CARD: "card",
    ClassName.POSTER: "poster",
    ClassName.POSTER_LINE: "poster-line",
    ClassName.PROMISE: "promise",
    ClassName.IN_SHORT: "in-short",
    ClassName.SIGNATURES: "signatures",
    ClassName.SIGNATURE_LINE: "signature-line",
}
"""The function of `page.typ.j2` that what stands in a class is given to; the first class that has one counts."""


def for_typst(blocks: Blocks) -> Blocks:
    """Rebuild a document's blocks as calls of the functions of `page.typ.j2`, with every word literal."""
    return rewrite(literal_words(with_lights(blocks, _light)), _block)


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
            table = even_columns(block["c"])
            made: Blocks = [{"t": "Table", "c": whole_rows(table)}]
            return _call("short-table", made) if is_short(table) else made
    names = classes(block)
    for name in names:
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


def _beside(block: Node) -> Blocks:
    """Lay out a chart with its figures beside it."""
    sides = (part for side in block["c"][1] for part in (_raw("["), *side["c"][1], _raw("],")))
    return [_raw("#beside("), *sides, _raw(")")]


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


def _facts(block: Node) -> Blocks:
    pairs = [pair for inside in block["c"][1] if inside["t"] == "DefinitionList" for pair in inside["c"]]
    made: Blocks = [_raw("#facts(")]
    for term, meanings in pairs:
        meaning = [part for parts in meanings for part in parts]
        made += [_raw("(["), {"t": "Plain", "c": term}, _raw("], ["), *meaning, _raw("]),")]
    return [*made, _raw(")")]


def _signatory(block: Node) -> Blocks:
    """Keep each signatory apart until all of them become one call."""
    return [block]


def _signatories(block: Node) -> Blocks:
    people = (part for person in block["c"][1] for part in (_raw("["), *person["c"][1], _raw("],")))
    return [_raw("#signatories("), *people, _raw(")")]


def _signatory_party(block: Node) -> Blocks:
    return [{"t": "Para", "c": [{"t": "Strong", "c": part["c"]}]} for part in block["c"][1]]


def _fingerprint(block: Node) -> Blocks:
    return _call(f"fingerprint({typst_string(carried(block, 'fingerprint'))})", block["c"][1])


def _call(function: str, inside: Blocks) -> Blocks:
    return [_raw(f"#{function}["), *inside, _raw("]")]


def _raw(code: str) -> Node:
    return {"t": "RawBlock", "c": ["typst", code]}


_WAYS: dict[str, Callable[[Node], Blocks]] = {
    ClassName.MONTH: _month,
    ClassName.YEAR_WHEEL: _year_wheel,
    ClassName.CHART: _chart,
    ClassName.CHART_SIDE: _side,
    ClassName.FIGURES_SIDE: _side,
    ClassName.BESIDE: _beside,
    ClassName.CONTENTS: _contents,
    ClassName.FACTS: _facts,
    ClassName.SIGNATORY: _signatory,
    ClassName.SIGNATORIES: _signatories,
    ClassName.SIGNATORY_PARTY: _signatory_party,
    ClassName.FINGERPRINT: _fingerprint,
}
"""The classes that need more than to be given to a function as they are."""
