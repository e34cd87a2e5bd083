"""A finished PDF held against its source: the fingerprint, and the text word for word."""

from __future__ import annotations

import difflib
import io
import logging
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.editable.phrases import phrases
from samverkan.errors import ReadWriteError
from samverkan.model.fingerprint import is_same
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from samverkan.words.sentence import Text
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_CODE = re.compile(r"\b[0-9a-f]{4}(?:-[0-9a-f]{4}){3}\b")
_DIVIDED = re.compile("[\u00ad\u2010]\\s*\n\\s*")
_MOST_PAGES, _MOST_WORDS = 500, 60_000
_BLOCK = 30
"""So many words are held against each other at once where texts differ; longer ones line by line."""


class NoTextError(Exception):
    """A PDF has no text, as a scan, or cannot be read."""


def text_of(content: bytes) -> str:
    """Read the text of a PDF, with divided words whole.

    Raises:
        NoTextError: it has none, or cannot be read.
        ReadWriteError: the program that reads it is missing.
    """
    try:
        from pypdf import PdfReader  # noqa: PLC0415 - a part of the extra `documents`
        from pypdf.errors import PyPdfError  # noqa: PLC0415
    except ImportError:
        raise ReadWriteError(sentence("no-documents-extra")) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it is told in words of ours
    try:
        pages = PdfReader(io.BytesIO(content)).pages
        text = "\n".join(page.extract_text() for page in pages[:_MOST_PAGES])
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError):
        raise NoTextError from None
    whole = _DIVIDED.sub("", unicodedata.normalize("NFC", text)).replace("\u00ad", "")
    if not any(letter.isalpha() for letter in whole):
        raise NoTextError
    return whole


def codes_in(text: str) -> list[str]:
    """Give the fingerprints that a text shows, each once."""
    return list(dict.fromkeys(_CODE.findall(text)))


@dataclass(frozen=True, slots=True)
class Comparison:
    """A PDF beside its source.

    Attributes:
        code: the fingerprint that it shows; empty for none.
        has_own_code: whether it is the source's.
        differences: what differs in the text, from the source to the PDF.
    """

    code: str
    has_own_code: bool
    differences: tuple[Text, ...]


def compared(text: str, document: Document, workspace: Workspace, day: date) -> Comparison:
    """Hold the text of a PDF against its source.

    Args:
        text: the PDF's.
        document: the source, read whole.
        workspace: the documents around it.
        day: the day that it is.

    Raises:
        ReadWriteError: a converter is missing or failed.
    """
    own = text_of(Rendering(document, workspace, day).to(DocumentFormat.PDF))
    codes = codes_in(text)
    has_own = any(is_same(code, document.fingerprint) for code in codes)
    before, after = (_CODE.sub("", written).split() for written in (own, text))
    return Comparison(codes[0] if codes else "", has_own, tuple(_differences(before, after)))


def _differences(source: Sequence[str], found: Sequence[str]) -> Iterator[Text]:
    """Tell which phrases differ between two texts."""
    before, after = _sentences(source), _sentences(found)
    for kind, start, end, first, last in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from phrases(" ".join(before[start:end]), " ".join(after[first:last]))


def _sentences(words: Sequence[str]) -> list[str]:
    """Put words together to sentences, of no more words than can be held against each other in no time."""
    found: list[list[str]] = [[]]
    for word in words[:_MOST_WORDS]:
        found[-1].append(word)
        if word.endswith((".", ":", "!", "?")) or len(found[-1]) >= _BLOCK:
            found.append([])
    return [" ".join(part) for part in found if part]
