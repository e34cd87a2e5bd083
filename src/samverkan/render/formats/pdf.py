"""PDF by Typst: one file that is both accessible (PDF/UA-1) and made for the archive (PDF/A-2a)."""

from __future__ import annotations

import tempfile
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samverkan.errors import ReadWriteError, SamverkanError, WrongUseError
from samverkan.escape import visible
from samverkan.render.engines.jinja import TypstCode, typst_page, typst_string
from samverkan.render.engines.time_limit import within_limit
from samverkan.render.formats.signature_fields import with_signature_fields
from samverkan.words.commands import sentence
from samverkan.words.document import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.render.look import Look

STANDARDS: list[Any] = ["ua-1", "a-2a"]


def pdf(fragment: str, context: dict[str, Any], day: date, look: Look, signatories: Sequence[str] = ()) -> bytes:
    """Make a PDF.

    Args:
        fragment: the document's body as pandoc's Typst.
        context: what the document's template was given.
        day: the day that the file is dated.
        look: the organisation's own look.
        signatories: the words of each signatory's field, where the PDF is to have signature fields.

    Raises:
        ReadWriteError: Typst is missing, refused the document, or took too long.
        WrongUseError: the organisation's own template, logo or fonts cannot be used.
    """
    try:
        import typst  # noqa: PLC0415 - a part of the extra `documents`
    except ImportError:
        raise ReadWriteError(sentence("no-documents-extra")) from None
    has_fields = {"signature_fields": TypstCode("true" if signatories else "false")}
    values = {**_values(fragment, context), **_look_values(look), **has_fields}
    source = typst_page("page.typ.j2", values, look.templates)
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
    with tempfile.TemporaryDirectory(prefix="samverkan-", ignore_cleanup_errors=True) as folder:
        # A fresh folder as root, so that nothing of the user's can be read from within a document.
        try:
            main = Path(folder) / "main.typ"
            main.write_bytes(source.encode())
            if look.logo:
                (Path(folder) / f"logo.{look.logo.kind}").write_bytes(look.logo.data)
            compiled: partial[Any] = partial(
                typst.compile_with_warnings,
                str(main),
                root=folder,
                font_paths=[*([str(look.fonts)] if look.fonts else []), *font_folders()],
                ignore_system_fonts=True,
                pdf_standards=STANDARDS,
                timestamp=moment,
                format="pdf",
            )
            made, warnings = within_limit(compiled)
        except typst.TypstError as error:
            raise _refused(error.message, look) from None
    if warnings:
        raise _refused(str(warnings[0].message), look)
    if not isinstance(made, bytes):
        raise ReadWriteError(sentence("converter-failed"))
    return _clear_ends(with_signature_fields(made, signatories) if signatories else made)


def _clear_ends(raw: bytes) -> bytes:
    """Let no stream's last byte be taken for a part of the line's end that follows it.

    A compressed stream that happens to end with a carriage return, before the line feed that ends every stream, seems
    to be one byte too short to those who check (ISO 19005-2, 6.1.7.1). Either of the two alone ends a line as well.
    """
    return raw.replace(b"\r\nendstream\nendobj", b"\r\rendstream\nendobj")


def _values(fragment: str, context: dict[str, Any]) -> dict[str, TypstCode]:
    words = Wording(context["language"])
    parties = [party["name"] for party in context["parties"]]
    return {
        "title": typst_string(context["title"]),
        "language": typst_string(context["language"]),
        "authors": _array(parties),
        "keywords": _array([context["kind"], context["id"]]),
        "case_numbers": typst_string(" · ".join(context["case_numbers"])),
        "document_id": typst_string(context["id"]),
        "page_word": typst_string(words("page_word")),
        "body": TypstCode(fragment),
    }


def _look_values(look: Look) -> dict[str, TypstCode]:
    logo = ""
    if look.logo:
        size = f'"logo.{look.logo.kind}", height: 14mm, alt: {typst_string(look.logo_words)}'
        logo = f"#block(below: 1.6em, image({size}))"
    return {
        "colour": typst_string(look.colour),
        "organisation": typst_string(look.organisation),
        "logo": TypstCode(logo),
        "text_fonts": _array([*([look.text_font] if look.text_font else []), "Source Serif Pro"]),
        "heading_fonts": _array([*([look.heading_font] if look.heading_font else []), "Source Sans Pro"]),
    }


def _refused(why: str, look: Look) -> SamverkanError:
    """Say what Typst refused; with a look of one's own, what it concerns most likely lies there."""
    is_look = any(word in why for word in ("font family", "image", "svg", "logo"))
    if is_look and (look.logo or look.text_font or look.heading_font):
        return WrongUseError(sentence("look-broken", why=visible(why)))
    if look.templates is not None and (look.templates / "page.typ.j2").is_file():
        return WrongUseError(sentence("template-fault", template="page.typ.j2", line=1, why=visible(why)))
    return ReadWriteError(sentence("typst-refused", why=visible(why)))


def _array(texts: Sequence[str]) -> TypstCode:
    return TypstCode("(" + "".join(typst_string(text) + ", " for text in texts) + ")")


def font_folders() -> list[str]:
    """Give the folders of the fonts that finished documents are set in.

    Raises:
        ReadWriteError: they are not installed.
    """
    try:
        import font_source_sans_pro  # noqa: PLC0415 - a part of the extra `documents`
        import font_source_serif_pro  # noqa: PLC0415
    except ImportError:
        raise ReadWriteError(sentence("no-documents-extra")) from None
    fonts = (font_source_sans_pro, font_source_serif_pro)
    return [str(Path(str(font.__file__)).parent / "files") for font in fonts]
