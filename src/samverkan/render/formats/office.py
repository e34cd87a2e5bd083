"""What Word and OpenDocument files write each in their own way, between pandoc's reader and its writer."""

from __future__ import annotations

import base64
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from importlib.resources import as_file
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from samverkan.render.drawing.png import LIGHTS, drawing_of, png_of
from samverkan.render.formats.word_template import completed
from samverkan.render.look import WORD_REFERENCE, LogoKind
from samverkan.resources import folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from samverkan.render.look import Look

Node = dict[str, Any]

TURN = '<w:p><w:pPr><w:sectPr w:type="{}"/></w:pPr></w:p>'
"""Where pages of a Word file turn, until the sizes of the pages are known."""
_PICTURE_WIDTH, _LOGO_HEIGHT = "16cm", "1.5cm"


@dataclass(frozen=True)
class Properties:
    """What an office file says of itself.

    Attributes:
        title: the document's title.
        authors: the parties.
        language: the language's code, such as `sv-SE`.
        day: the day that the file is dated.
    """

    title: str
    authors: tuple[str, ...]
    language: str
    day: date

    @property
    def author(self) -> str:
        """All authors in one line."""
        return ", ".join(self.authors)

    @property
    def moment(self) -> str:
        """The beginning of the day, as office files write it."""
        return f"{self.day}T00:00:00Z"


@dataclass(frozen=True)
class Office:
    """A kind of office file.

    Attributes:
        raw: pandoc's name for code of its own.
        tab: a tab.
        new_page: a paragraph that begins a new page.
        before_wide: what stands before landscape pages.
        after_wide: what stands after them.
        light: a coloured dot; `{name}` is the colour's name, `{colour}` its digits.
        blank: what a blank is in the name of a style.
    """

    raw: str
    tab: str
    new_page: str
    before_wide: str
    after_wide: str
    light: str
    blank: str = " "

    def style(self, name: str) -> str:
        """Give the name of a style as the file writes it."""
        return name.replace(" ", self.blank)

    def block(self, code: str) -> Node:
        """Put code of the file's own among blocks."""
        return {"t": "RawBlock", "c": [self.raw, code]}

    def inline(self, code: str) -> Node:
        """Put code of the file's own into a paragraph."""
        return {"t": "RawInline", "c": [self.raw, code]}

    def dot(self, colour: str) -> list[Node]:
        """Give the dot before the word of a traffic light."""
        return [self.inline(self.light.format(name=colour, colour=LIGHTS[colour].upper()))]

    def figure(self, block: Node, classes: list[str]) -> list[Node]:
        """Give what stands for a chart, for landscape pages or for a new page; nothing for others."""
        if "chart" in classes:
            svg, alt = drawing_of(block)
            return [picture("image/png", png_of(svg), alt, ("width", _PICTURE_WIDTH))]
        if "wide" in classes:
            return [self.block(self.before_wide), *block["c"][1], self.block(self.after_wide)]
        return [self.block(self.new_page)] if "new-page" in classes else []


WORD = Office(
    raw="openxml",
    tab="<w:r><w:tab/></w:r>",
    new_page="<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>",
    before_wide=TURN.format("upright"),  # Word says at the end of pages how they were
    after_wide=TURN.format("wide"),
    light='<w:r><w:rPr><w:color w:val="{colour}"/></w:rPr><w:t xml:space="preserve">● </w:t></w:r>',
)
OPEN_DOCUMENT = Office(
    raw="opendocument",
    tab="<text:tab/>",
    new_page='<text:p text:style-name="New_20_Page"/>',
    before_wide='<text:p text:style-name="Turn_20_Wide"/>',
    after_wide='<text:p text:style-name="Turn_20_Upright"/>',
    light='<text:span text:style-name="Light_20_{name}">● </text:span>',
    blank="_20_",
)


@contextmanager
def reference_option(look: Look, name: str) -> Iterator[str]:
    """Give pandoc's option for the reference document, which holds styles, margins and footer.

    Args:
        look: the organisation's own look, which may have one.
        name: `reference.docx` or `reference.odt`.
    """
    own = look.reference(name)
    if own and name == WORD_REFERENCE:
        with TemporaryDirectory(prefix="samverkan-", ignore_cleanup_errors=True) as place:
            whole = Path(place) / name
            whole.write_bytes(completed(own))
            yield f"--reference-doc={whole}"
        return
    with nullcontext(own) if own else as_file(folder("templates") / name) as path:
        yield f"--reference-doc={path}"


def picture(media_type: str, data: bytes, alt: str, size: tuple[str, str]) -> Node:
    """Put a picture in a paragraph of its own, as pandoc takes it without reading files.

    Args:
        media_type: what it is, such as `image/png`.
        data: its bytes.
        alt: the words for those who cannot see it.
        size: `width` or `height`, and how much.
    """
    words = [{"t": "Str", "c": " ".join(alt.split())}]
    address = f"data:{media_type};base64,{base64.b64encode(data).decode()}"
    return {"t": "Para", "c": [{"t": "Image", "c": [["", [], [list(size)]], words, [address, ""]]}]}


def office_head(look: Look, office: Office) -> list[Node]:
    """Give what stands above the title of an office file: the organisation's logo and name."""
    blocks: list[Node] = []
    if look.logo is not None:
        logo = look.logo
        is_svg = logo.kind is LogoKind.SVG
        data = png_of(logo.data.decode("utf-8", "replace")) if is_svg else logo.data
        media_type = LogoKind.PNG.media_type if is_svg else logo.kind.media_type
        blocks.append(picture(media_type, data, look.logo_words, ("height", _LOGO_HEIGHT)))
    if look.organisation:
        inlines = [{"t": "Str", "c": look.organisation}]
        style = ["", [], [["custom-style", office.style("Document Kind")]]]
        blocks.append({"t": "Div", "c": [style, [{"t": "Para", "c": inlines}]]})
    return blocks
