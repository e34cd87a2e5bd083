"""The child process that reads the text of a PDF page by page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from samverkan.render.engines.pdf_opening import Pace, TooLongError, read_pdf

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_MEMORY = 2_000_000_000
MOST_SECONDS = 8.0
_MOST_PAGES = 500
_MOST_LETTERS = 2_000_000


def work(content: bytes) -> tuple[dict[str, Any], bytes]:
    """Read the text of every page.

    Args:
        content: the PDF.

    Returns:
        The key of a sentence that says what is at fault if anything is, else whether it is signed; the texts as JSON.
    """
    return read_pdf(content, _text, _MOST_PAGES)


def _text(reader: PdfReader) -> tuple[dict[str, Any], bytes]:
    is_signed, pages, letters = _is_signed(reader), [], 0
    pace = Pace()
    for page in reader.pages:
        pages.append(page.extract_text())
        letters += len(pages[-1])
        if letters > _MOST_LETTERS:
            raise TooLongError
        pace.note_page(len(pages[-1]))
    return {"is_signed": is_signed}, json.dumps(pages).encode()


def _is_signed(reader: PdfReader) -> bool:
    """Tell whether a form of the file has a signature, however its parts are written and packed.

    Raises:
        PyPdfError: the form is damaged; so is the file, then, for nobody can say that it has no signature.
    """
    form = _inside(reader.root_object, "/AcroForm")
    left = [(field, False) for field in _inside(form, "/Fields")]
    seen: set[int] = set()
    while left:
        written, is_for_signing = left.pop()
        field = written.get_object()
        if id(field) in seen or not isinstance(field, dict):
            continue
        seen.add(id(field))
        is_for_signing = field["/FT"] == "/Sig" if "/FT" in field else is_for_signing
        if is_for_signing and _inside(field, "/V"):
            return True
        left += [(kid, is_for_signing) for kid in _inside(field, "/Kids")]
    return False


def _inside(around: Any, key: str) -> Any:
    """Give what a dictionary holds by a key; nothing where it holds none."""
    found = around[key].get_object() if key in around else None
    return () if found is None else found
