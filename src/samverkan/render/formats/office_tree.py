"""Pandoc's tree on its way to Word and OpenDocument: each class, cell and title gets the name of its style."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from samverkan.render.class_names import LIGHTS, ClassName
from samverkan.render.drawing.png import png_of
from samverkan.render.formats.ends import with_whole_ends
from samverkan.render.formats.tables import by_content, fitted, is_short
from samverkan.render.formats.tree import carried, classes, even_columns, rewrite, with_lights
from samverkan.render.formats.unbroken import with_unbroken
from samverkan.render.logo import LogoKind
from samverkan.source.temporary import laid_out

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.render.formats.filled import FilledDocument
    from samverkan.render.formats.tree import Blocks, Node
    from samverkan.render.letterhead import ShownLogo

STYLES: dict[str, str] = {
    ClassName.KIND: "Document Kind",
    ClassName.STATUS: "Document Status",
    ClassName.LAW: "Source of Law",
    ClassName.LEAD: "Lead",
    ClassName.DETAILS: "Details",
    ClassName.DETAILS_OF_CHART: "Details Kept",
    ClassName.GOAL: "Goal",
    ClassName.PROMISE: "Goal",
    ClassName.POSTER_LINE: "Subtitle",
    ClassName.IN_SHORT: "Details",
    ClassName.SUBTITLE: "Subtitle",
    ClassName.PLACE_AND_DATE: "Signature Text",
    ClassName.SIGNATORY_PARTY: "Signature Party",
    ClassName.SIGNATORY_PLACE: "Signature Text",
    ClassName.SIGNATURE_LINE: "Signature Line",
    ClassName.SIGNATORY_NAME: "Signature Name",
    ClassName.SIGNATORY_ROLE: "Signature Text",
    ClassName.FINGERPRINT: "Fingerprint",
}
"""The style of what stands in a class, in `reference.docx` and `reference.odt`; the last class that has one counts."""
_NOTHING: list[Any] = ["", [], []]  # neither id nor classes nor attributes
_CM_PER_UNIT, _LOGO_HEIGHT = 0.025, "1.5cm"
_BETWEEN_LOGOS = "\u2003\u2003"


@dataclass(frozen=True)
class Office:
    """A kind of office file, and the code of its own that pandoc has no words for.

    Attributes:
        extension: its ending, which is also pandoc's name for it.
        reference: the name of the built-in document that holds its styles.
        raw: pandoc's name for its code.
        tab: a tab.
        new_page: a paragraph that begins a new page.
        before_wide: what stands before landscape pages.
        after_wide: what stands after them.
        light: a coloured dot; `{name}` is the colour's name, `{colour}` its digits.
        blank: what a blank is in the name of a style.
        contents: what stands before and after a table of contents, so that the program can make it anew; `{depth}` is
            how deep its headings go.
        page_of: the number of the page that a heading stands on, counted when the file is opened; `{place}` is the
            heading's. Empty where the program counts pages only when it is asked to: nothing is said until then.
        contents_entry: what the names of the styles of its lines begin with, before the depth.
    """

    extension: str
    reference: str
    raw: str
    tab: str
    new_page: str
    before_wide: str
    after_wide: str
    light: str
    blank: str = " "
    contents: tuple[str, str] = ("", "")
    page_of: str = ""
    contents_entry: str = "toc "

    def style(self, name: str) -> str:
        """Write the name of a style as the file does, with `blank` for each space."""
        return name.replace(" ", self.blank)

    def block(self, code: str) -> Node:
        """Put code of the file's own among blocks."""
        return {"t": "RawBlock", "c": [self.raw, code]}

    def inline(self, code: str) -> Node:
        """Put code of the file's own into a paragraph."""
        return {"t": "RawInline", "c": [self.raw, code]}

    def dot(self, colour: str) -> list[Node]:
        """Draw the dot before the word of a traffic light."""
        return [self.inline(self.light.format(name=colour, colour=LIGHTS[colour].upper()))]


def for_office(blocks: Blocks, office: Office) -> Blocks:
    """Name the style of each class, of the title and of what stands in tables."""

    def style(block: Node) -> Blocks | None:
        if block["t"] == "Title":
            return [_styled(office, "Title", [{"t": "Para", "c": block["c"]}])]
        if block["t"] == "Table":
            return [{"t": "Table", "c": _office_table(office, _with_widths(block["c"]))}]
        if made := _laid_out(block, office):
            return made
        if {ClassName.SIGNATORY, ClassName.SMALL_CHART} & set(classes(block)):
            return None  # kept together until all of them become one table
        if block["t"] == "DefinitionList":
            return [fact for term, meanings in block["c"] for fact in _office_fact(office, term, meanings)]
        names = [STYLES[name] for name in classes(block) if name in STYLES]
        if not names:
            return None
        return [_styled(office, names[-1], block["c"][1])]

    return rewrite(with_unbroken(with_lights(with_whole_ends(blocks), office.dot)), style)


def _laid_out(block: Node, office: Office) -> Blocks:
    """Lay out a chart, landscape pages, signatories and a new page; empty for any other block."""
    names = classes(block)
    if ClassName.CHART in names:
        width = f"{int(carried(block, 'units')) * _CM_PER_UNIT:g}cm"
        return [_picture("image/png", png_of(carried(block, "drawing")), carried(block, "words"), ("width", width))]
    if ClassName.WIDE in names:
        return [office.block(office.before_wide), *block["c"][1], office.block(office.after_wide)]
    if ClassName.SIGNATORIES in names or ClassName.SMALL_CHARTS in names:
        return [_two_columns([person["c"][1] for person in block["c"][1]])]
    if ClassName.CONTENTS in names:
        return _contents(office, block["c"][1])
    if ClassName.CLAUSE in names:
        return _clause(office, block["c"][1])
    if ClassName.CARD in names:
        return _card(office, block["c"][1])
    return [office.block(office.new_page)] if ClassName.NEW_PAGE in names else []


def _card(office: Office, inside: Blocks) -> Blocks:
    """Keep a card on one page where there is room: what leads to its facts with them, and each fact with the next."""
    found: Blocks = []
    for block, after in zip(inside, [*inside[1:], None], strict=True):
        if ClassName.FACTS in classes(block):
            found.append(_whole(office, block))
        elif block["t"] == "Para" and after is not None and ClassName.FACTS in classes(after):
            found.append(_styled(office, "Lead", [block]))
        else:
            found.append(block)
    return found


def _whole(office: Office, facts: Node) -> Node:
    """Keep each fact with the next one."""
    attributes, (*kept, last) = facts["c"]
    fact = _styled(office, "Fact", [])["c"][0]
    made = [_styled(office, "Fact Kept", block["c"][1]) if block["c"][0] == fact else block for block in kept]
    return {"t": "Div", "c": [attributes, [*made, last]]}


def _clause(office: Office, inside: Blocks) -> Blocks:
    """Set the number of a clause beside it, and what follows below it."""
    first, *rest = inside
    is_numbered = first["t"] == "Para" and first["c"][0]["t"] == "Span"
    if not is_numbered:
        return inside
    number, *words = first["c"]
    words = words[1:] if words and words[0]["t"] == "Space" else words
    made = [_styled(office, "Clause", [{"t": "Para", "c": [number, office.inline(office.tab), *words]}])]
    return [*made, _styled(office, "Clause More", rest)] if rest else made


def _contents(office: Office, inside: Blocks) -> Blocks:
    """Make a field of a list of contents, one line for each heading, which shows them until pages are counted."""
    heading, entries = inside[:-1], inside[-1]["c"]
    lines: Blocks = []
    for title, *below in entries:
        parts = [part for block in below for part in block["c"]]
        for level, entry in (("1 Kept" if parts else "1", [title]), *(("2", part) for part in parts)):
            lines.append(_styled(office, f"{office.contents_entry}{level}", _with_page(office, _paragraphs(entry))))
    start, end = office.contents
    depth = 2 if any(below for _, *below in entries) else 1
    return [*heading, office.block(start.replace("{depth}", str(depth))), *lines, office.block(end)]


def _with_page(office: Office, entry: Blocks) -> Blocks:
    """Let a line of contents end with the number of the page that it leads to, where the program counts it itself."""
    links = [inline for block in entry for inline in block["c"] if inline["t"] == "Link"]
    if not office.page_of or not links:
        return entry
    place = escape(links[0]["c"][2][0].removeprefix("#"))
    number = [office.inline(office.tab), office.inline(office.page_of.format(place=place))]
    return [*entry[:-1], {**entry[-1], "c": [*entry[-1]["c"], *number]}]


def _with_widths(table: list[Any]) -> list[Any]:
    """Share the width between the columns, but of figures, which are as wide as they need."""
    return table if ClassName.FIGURES in table[0][1] else fitted(by_content(even_columns(table)))


def _office_table(office: Office, table: list[Any]) -> list[Any]:
    """Name the style of each cell; the rows of a short table are kept with the next one, so that it stays whole."""

    def style(cell: list[Any], name: str) -> list[Any]:
        return [*cell[:4], [_styled(office, name, _in_full(cell[4]))] if cell[4] else []]

    def styled(rows: list[Any], name: str) -> list[Any]:
        return [[attributes, [style(cell, name) for cell in cells]] for attributes, cells in rows]

    kept = "Table Text Kept" if is_short(table) else "Table Text"
    head, bodies = table[3], table[4]
    bodies = [[*body[:3], [*styled(body[3][:-1], kept), *styled(body[3][-1:], "Table Text")]] for body in bodies]
    return [*table[:3], [head[0], styled(head[1], "Table Heading")], bodies, table[5]]


def _paragraphs(blocks: Blocks) -> Blocks:
    """Make paragraphs of lines, for pandoc gives lines a style of its own."""
    return [{"t": "Para", "c": block["c"]} if block["t"] == "Plain" else block for block in blocks]


def _in_full(blocks: Blocks) -> Blocks:
    """Make paragraphs of the lines of lists too, so that they take the style around them."""
    return rewrite(blocks, lambda block: _paragraphs([block]) if block["t"] == "Plain" else None)


def _office_fact(office: Office, term: list[Node], meanings: list[Blocks]) -> Blocks:
    """Write a label and what it says as one paragraph with a tab between; what follows is indented as much."""
    first, *rest = _paragraphs([block for blocks in meanings for block in blocks]) or [{"t": "Para", "c": []}]
    lead: list[Node] = [{"t": "Strong", "c": term}, office.inline(office.tab)]
    if first["t"] != "Para":
        first, rest = {"t": "Para", "c": []}, [first, *rest]
    facts = [_styled(office, "Fact", [{"t": "Para", "c": [*lead, *first["c"]]}])]
    return [*facts, _styled(office, "Fact More", _in_full(rest))] if rest else facts


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
    """The alternative text of each picture, in their order."""
    found: list[str] = []

    def take(block: Node) -> None:
        if block["t"] in {"Para", "Plain"}:
            images = [inline["c"][1] for inline in block["c"] if inline["t"] == "Image"]
            found.extend("".join(word.get("c", " ") for word in words) for words in images)

    rewrite(blocks, take)
    return found


def office_head(filled: FilledDocument, office: Office) -> list[Node]:
    """What stands above the title of an office file: logos, and the organisation's name; nothing where it has none."""
    fonts = laid_out(filled.look.fonts) if filled.look.fonts else None
    logos = [node for shown in filled.logos for node in ({"t": "Str", "c": _BETWEEN_LOGOS}, _logo(shown, fonts))][1:]
    blocks: list[Node] = [{"t": "Para", "c": logos}] if logos else []
    if filled.look.organisation:
        inlines = [{"t": "Str", "c": filled.look.organisation}]
        style = ["", [], [["custom-style", office.style("Document Kind")]]]
        blocks.append({"t": "Div", "c": [style, [{"t": "Para", "c": inlines}]]})
    return blocks


def _logo(shown: ShownLogo, fonts: Path | None) -> Node:
    logo = shown.logo
    is_svg = logo.kind is LogoKind.SVG
    data = png_of(logo.data.decode("utf-8", "replace"), fonts) if is_svg else logo.data
    media_type = LogoKind.PNG.media_type if is_svg else logo.kind.media_type
    return _image(media_type, data, shown.words, ("height", _LOGO_HEIGHT))


def _picture(media_type: str, data: bytes, alt: str, size: tuple[str, str]) -> Node:
    """Put a picture in a paragraph of its own; see `_image`."""
    return {"t": "Para", "c": [_image(media_type, data, alt, size)]}


def _image(media_type: str, data: bytes, alt: str, size: tuple[str, str]) -> Node:
    """Make a picture as pandoc takes it without reading files.

    Args:
        media_type: what it is, such as `image/png`.
        data: its bytes.
        alt: the words for those who cannot see it.
        size: `width` or `height`, and how much.
    """
    words = [{"t": "Str", "c": " ".join(alt.split())}]
    address = f"data:{media_type};base64,{base64.b64encode(data).decode()}"
    return {"t": "Image", "c": [["", [], [list(size)]], words, [address, ""]]}
