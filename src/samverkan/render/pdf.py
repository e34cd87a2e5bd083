"""PDF by Typst: one file that is both accessible (PDF/UA-1) and made for the archive (PDF/A-2a)."""

from __future__ import annotations

import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samverkan.errors import ReadWriteError
from samverkan.messages.commands import sentence
from samverkan.render.environment import TypstCode, typst_page, typst_string
from samverkan.render.wording import Wording
from samverkan.text import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

STANDARDS: list[Any] = ["ua-1", "a-2a"]


def pdf(fragment: str, context: dict[str, Any], day: date) -> bytes:
    """Make a PDF.

    Args:
        fragment: the document's body as pandoc's Typst.
        context: what the document's template was given.
        day: the day that the file is dated.

    Raises:
        ReadWriteError: Typst is missing, or refused the document.
    """
    try:
        import typst  # noqa: PLC0415 - a part of the extra `documents`
    except ImportError:
        raise ReadWriteError(sentence("no-documents-extra")) from None
    source = typst_page("page.typ.j2", _values(fragment, context))
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
    with tempfile.TemporaryDirectory(prefix="samverkan-") as folder:
        # A fresh folder as root, so that nothing of the user's can be read from within a document.
        try:
            main = Path(folder) / "main.typ"
            main.write_bytes(source.encode())
            made, warnings = typst.compile_with_warnings(
                str(main),
                root=folder,
                font_paths=_font_folders(),
                ignore_system_fonts=True,
                pdf_standards=STANDARDS,
                timestamp=moment,
                format="pdf",
            )
        except typst.TypstError as error:
            raise ReadWriteError(sentence("typst-refused", why=visible(error.message))) from None
    if warnings:
        raise ReadWriteError(sentence("typst-refused", why=visible(str(warnings[0].message))))
    if not isinstance(made, bytes):
        raise ReadWriteError(sentence("converter-failed"))
    return made


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


def _array(texts: Sequence[str]) -> TypstCode:
    return TypstCode("(" + "".join(typst_string(text) + ", " for text in texts) + ")")


def _font_folders() -> list[str]:
    try:
        import font_source_sans_pro  # noqa: PLC0415 - a part of the extra `documents`
        import font_source_serif_pro  # noqa: PLC0415
    except ImportError:
        raise ReadWriteError(sentence("no-documents-extra")) from None
    fonts = (font_source_sans_pro, font_source_serif_pro)
    return [str(Path(str(font.__file__)).parent / "files") for font in fonts]
