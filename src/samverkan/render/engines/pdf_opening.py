"""What child processes that read PDF files have in common: one is opened and read, or what is at fault is told."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from samverkan.render.engines.worker import give_more_time

if TYPE_CHECKING:
    from collections.abc import Callable

    from pypdf import PdfReader


_SECONDS_FOR_LETTER = 30e-6
"""Some three times what it takes to read one."""
_MOST_OF_PAGE = 5_000
"""So many letters have room on a page that somebody is to read."""


class Pace:
    """Gives a file more time as its text comes: a long one is read, and one that gives nothing is not waited for."""

    def __init__(self) -> None:
        self._seconds = 0.0

    def note_page(self, letters: int) -> None:
        """Take how many letters a page had."""
        self._seconds += min(letters, _MOST_OF_PAGE) * _SECONDS_FOR_LETTER
        if whole := int(self._seconds):
            self._seconds -= whole
            give_more_time(whole)


class TooLongError(Exception):
    """There is more in the file than is read."""


def read_pdf(
    content: bytes, read: Callable[[PdfReader], tuple[dict[str, Any], bytes]], most_pages: int
) -> tuple[dict[str, Any], bytes]:
    """Open a PDF and read it.

    Args:
        content: the PDF.
        read: reads it; it may raise TooLongError.
        most_pages: no file of more pages is read.

    Returns:
        What `read` gives, or what is at fault under `fault`: `password`, `too-long` or `damaged`.
    """
    from pypdf import PdfReader  # noqa: PLC0415 - only here, and only where the extra is installed
    from pypdf.errors import DependencyError, PyPdfError  # noqa: PLC0415 - as above

    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            return {"fault": "password"}, b""
        if len(reader.pages) <= most_pages:
            return read(reader)
    except TooLongError:
        pass
    except (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, ArithmeticError):
        return {"fault": "damaged"}, b""
    except DependencyError:  # a file that is encrypted in a way that needs a library more
        return {"fault": "password"}, b""
    return {"fault": "too-long", "most": most_pages}, b""
