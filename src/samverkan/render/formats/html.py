"""Web pages: one file that holds all it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.errors import ReadWriteError
from samverkan.render.drawing.png import png_of
from samverkan.render.engines.jinja import html_page
from samverkan.render.engines.own_templates import fault_at
from samverkan.render.formats.long_heads import with_long_heads
from samverkan.render.formats.stacked import with_labels
from samverkan.render.formats.unbroken import unbroken
from samverkan.render.logo import Logo, LogoKind
from samverkan.source.temporary import laid_out
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkan.render.formats.filled import FilledDocument
    from samverkan.render.look import Look

_PAGE = "page.html.j2"


def html(filled: FilledDocument) -> bytes:
    """Put the page of a document around its body.

    Raises:
        WrongUseError: the organisation's own template is faulty.
    """
    look = filled.look
    logos = [{"address": _address(one.logo, look), "words": one.words} for one in filled.logos]
    around = {
        "body": filled.html,
        "organisation": look.organisation,
        "logos": logos,
        "logo": logos[0]["address"] if logos else "",
        "colour": look.colour,
        "style": look.style.value,
        "fonts": [_plain_name(look.text_font), _plain_name(look.heading_font)],
    }
    page = html_page(_PAGE, {**filled.context, **around}, look.templates)
    if filled.html not in page:
        raise fault_at(_PAGE, 1, sentence("template-no-body"))
    return with_long_heads(with_labels(unbroken(page))).encode()


def _address(logo: Logo, look: Look) -> str:
    """Give a logo as an address; its letters are drawn as in other formats, not with the fonts of the reader's machine.

    Where Typst is missing, which web pages do without, the logo stays as it is.
    """
    if not logo.has_text:
        return logo.address
    try:
        fonts = laid_out(look.fonts) if look.fonts else None
        return Logo(png_of(logo.data.decode("utf-8", "replace"), fonts), LogoKind.PNG).address
    except ReadWriteError:
        return logo.address


def _plain_name(font: str) -> str:
    """Leave out of the name of a font what could end a rule of CSS."""
    return "".join(c for c in font if c.isalnum() or c in " -")


def marks(*, pivot: bool) -> Callable[[int], str]:
    """Choose what writes the HTML of a footnote mark from the note's number.

    Args:
        pivot: whether the HTML is for pandoc, which reads marks as in EPUB, rather than for a web page.
    """
    return _pivot_mark if pivot else _PageMarks()


def _pivot_mark(number: int) -> str:
    return f'<a epub:type="noteref" href="#note-{number}">{number}</a>'


class _PageMarks:
    """Footnote marks of a web page; only the first mark of a note is the one to come back to."""

    def __init__(self) -> None:
        self.seen: set[int] = set()

    def __call__(self, number: int) -> str:
        own_id = "" if number in self.seen else f' id="mark-{number}"'
        self.seen.add(number)
        return f'<sup><a href="#note-{number}"{own_id}>{number}</a></sup>'
