"""What child processes that read PDF files have in common: one is opened and read, or what is at fault is told."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from pypdf import PdfReader


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
    from pypdf.errors import PyPdfError  # noqa: PLC0415 - as above

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
    except ImportError:  # a file that is encrypted in a way that needs a library more
        return {"fault": "password"}, b""
    return {"fault": "too-long", "most": most_pages}, b""
