"""The text of a PDF line by line, with the place and the look of each; read in a child process."""

from __future__ import annotations

import json
from typing import NamedTuple

from samverkan.errors import ReadWriteError
from samverkan.render.engines.settings import in_use
from samverkan.render.engines.workers import Gone, GoneError, ask
from samverkan.words.old_documents import OLD

_WORK = "samverkan.render.engines.pdf_pages_work"
_SECONDS = 120.0
"""On a machine that has other things to do; how long it may be at work is less."""
_FAULTS = {"password": "pdf-locked", "too-long": "pdf-long", "damaged": "pdf-broken"}


class PdfLine(NamedTuple):
    """A line of a page.

    Attributes:
        text: what stands there, in one string for each column.
        x: how far from the left it begins, in points.
        y: how far from the bottom it stands.
        size: how large its letters are.
        is_bold: whether they are bold.
    """

    text: tuple[str, ...]
    x: float
    y: float
    size: float
    is_bold: bool


class PdfPage(NamedTuple):
    """A page.

    Attributes:
        lines: its lines from the top.
        has_picture: whether there is a picture on it.
    """

    lines: tuple[PdfLine, ...]
    has_picture: bool


def pages_of(content: bytes) -> tuple[PdfPage, ...]:
    """Read the pages of a PDF.

    Raises:
        ReadWriteError: it is locked, broken, too long, or takes too long to read.
    """
    seconds = min(_SECONDS, in_use().seconds)
    try:
        facts, found = ask(_WORK, content, seconds)
    except GoneError as gone:
        raise ReadWriteError(OLD["pdf-slow" if gone.why is Gone.SLOW else "pdf-broken"]) from None
    if "fault" in facts:
        raise ReadWriteError(OLD[_FAULTS[facts["fault"]]].with_fields(most=facts.get("most", 0)))
    return tuple(
        PdfPage(tuple(PdfLine(tuple(text), *look) for text, *look in lines), has_picture)
        for lines, has_picture in json.loads(found)
    )
