"""PDF by Typst: one file that is both accessible (PDF/UA-1) and made for the archive (PDF/A-2a)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from samverkan.errors import ReadWriteError, SamverkanError, WrongUseError
from samverkan.escape import visible
from samverkan.render.engines.jinja import typst_page
from samverkan.render.engines.own_templates import fault_at
from samverkan.render.engines.pandoc import write
from samverkan.render.engines.typst import RefusedError, TypstCode, compiled, typst_array, typst_string
from samverkan.render.formats.row_headers import heads_of_rows, with_heads_of_rows
from samverkan.render.formats.signature_fields import with_signature_fields
from samverkan.render.formats.typst_tree import for_typst
from samverkan.render.look import PAGES
from samverkan.source.temporary import laid_out
from samverkan.words.commands import sentence
from samverkan.words.document import Wording
from samverkan.words.sentence import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.render.context.values import FileContext, PageContext
    from samverkan.render.formats.filled import FilledDocument
    from samverkan.render.letterhead import ShownLogo
    from samverkan.render.look import Look

_NO_DAY = datetime(1970, 1, 1, tzinfo=UTC)
"""The date of a PDF whose document has none: the archive's profile asks for one, and the clock would change it."""


_LETTERHEAD = """#block(below: 1.6em, layout(room => {
  let drawn = (LOGOS).map(((file, words)) => {
    let high = image(file, height: 14mm * paper-scale, alt: words)
    box(if measure(high).width > room.width { image(file, width: room.width, alt: words) } else { high })
  })
  par(leading: 5mm, drawn.join(h(10mm, weak: true)))
}))"""
"""Logos side by side where there is room, none wider than the column."""


def pdf(filled: FilledDocument) -> bytes:
    """Make a PDF.

    Raises:
        ReadWriteError: a converter is missing, refused the document, or took too long.
        WrongUseError: the organisation's own template, logo or fonts cannot be used.
    """
    context, look, day = filled.context, filled.look, filled.day
    fragment = write({**filled.tree, "blocks": for_typst(filled.blocks, context["language"])}, "typst").decode()
    signatories = _signatories(context) if filled.signature_fields else []
    has_fields = {"signature_fields": TypstCode("true" if signatories else "false")}
    values = {**_values(fragment, context, look), **_look_values(filled), **has_fields}
    source = typst_page(PAGES, values, look.own_pages)
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else _NO_DAY
    files = {_file_of(place, one): one.logo.data for place, one in enumerate(filled.logos)}
    try:
        made = compiled(source, "pdf", files=files, fonts=laid_out(look.fonts) if look.fonts else None, moment=moment)
    except RefusedError as error:
        raise _refused(str(error), look) from None
    if made.warnings:
        raise _refused(made.warnings[0], look)
    if fragment not in source:
        raise fault_at(PAGES, 1, sentence("template-no-body"))
    tagged = with_heads_of_rows(made.content, heads_of_rows(filled.blocks))
    return _clear_ends(with_signature_fields(tagged, signatories) if signatories else tagged)


def _signatories(context: FileContext) -> list[str]:
    """Say whose each signature field is, in the order of the pages."""
    fixed = Wording(context["language"])
    documents: Sequence[PageContext] = context["documents"] or [context]
    pages = (document["signatures"] for document in documents)
    people = (person for page in pages if page for person in page["signatories"])
    whose = (", ".join(part for part in (one["name"], one["role"], one["party"]) if part) for one in people)
    return [fixed("signature_of", who=who) for who in whose]


def _clear_ends(raw: bytes) -> bytes:
    """Let no stream's last byte be taken for a part of the line's end that follows it.

    A compressed stream that happens to end with a carriage return, before the line feed that ends every stream, seems
    to be one byte too short to those who check (ISO 19005-2, 6.1.7.1). Either of the two alone ends a line as well.
    """
    return raw.replace(b"\r\nendstream\nendobj", b"\r\rendstream\nendobj")


def _values(fragment: str, context: FileContext, look: Look) -> dict[str, TypstCode]:
    words = Wording(context["language"])
    foot = (look.organisation, ", ".join(context["case_numbers"]), context["version_date"])
    parties = [party["name"] for party in context["parties"]]
    return {
        "title": typst_string(context["title"]),
        "language": typst_string(context["language"]),
        "authors": typst_array(parties),
        "keywords": typst_array([context["kind"], context["id"]]),
        "case_numbers": typst_string(" · ".join(context["case_numbers"])),
        "document_id": typst_string(context["id"]),
        "paper": typst_string(context["paper"]),
        "foot": typst_array([part for part in foot if part]),
        "running_title": typst_string(context["running_title"]),
        "draft_mark": typst_string(context["draft_mark"]),
        "signatures_go_on": typst_string(words("signatures_go_on")),
        "goes_on": typst_string(words("goes_on")),
        "page_word": typst_string(words("page_word")),
        "body": TypstCode(fragment),
    }


def _file_of(place: int, shown: ShownLogo) -> str:
    return f"logo-{place}.{shown.logo.kind}"


def _look_values(filled: FilledDocument) -> dict[str, TypstCode]:
    look = filled.look
    logos = "".join(
        f"({typst_string(_file_of(place, one))}, {typst_string(one.words)}), " for place, one in enumerate(filled.logos)
    )
    text_fonts = [*([look.text_font] if look.text_font else []), "Source Serif Pro"]
    heading_fonts = [*([look.heading_font] if look.heading_font else []), *(text_fonts if look.tones.is_sober else [])]
    return {
        "colour": typst_string(look.colour),
        "organisation": typst_string(look.organisation),
        "logo": TypstCode(_LETTERHEAD.replace("LOGOS", logos) if logos else ""),
        "text_fonts": typst_array(text_fonts),
        "heading_fonts": typst_array([*heading_fonts, "Source Sans Pro"]),
        "is_sober": TypstCode("true" if look.tones.is_sober else "false"),
    }


def _refused(why: str, look: Look) -> SamverkanError:
    """Say what Typst refused; with a look of one's own, what it concerns most likely lies there."""
    is_look = any(word in why for word in ("font family", "image", "svg", "logo"))
    if is_look and (look.logo or look.logos or look.text_font or look.heading_font):
        return WrongUseError(sentence("look-broken", why=visible(why)))
    if look.own_pages:
        return fault_at(PAGES, 1, plain(visible(why)))
    return ReadWriteError(sentence("typst-refused", why=visible(why)))
