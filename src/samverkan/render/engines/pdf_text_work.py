"""The child process that reads the text of a PDF page by page."""

from __future__ import annotations

import io
import json
from typing import Any

MOST_MEMORY = 2_000_000_000
_MOST_PAGES = 500
_MOST_LETTERS = 10_000_000


def work(content: bytes) -> tuple[dict[str, Any], bytes]:
    """Read the text of every page.

    Args:
        content: the PDF.

    Returns:
        The key of a sentence that says what is at fault, if anything is; and the texts as JSON.
    """
    from pypdf import PdfReader  # noqa: PLC0415 - only here, and only where the extra is installed
    from pypdf.errors import PyPdfError  # noqa: PLC0415 - as above

    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            return {"fault": "password"}, b""
        if len(reader.pages) > _MOST_PAGES:
            return {"fault": "too-long", "most": _MOST_PAGES}, b""
        pages, letters = [], 0
        for page in reader.pages:
            pages.append(page.extract_text())
            letters += len(pages[-1])
            if letters > _MOST_LETTERS:
                return {"fault": "too-long", "most": _MOST_PAGES}, b""
    except (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, ArithmeticError):
        return {"fault": "damaged"}, b""
    except ImportError:  # a file that is encrypted in a way that needs a library more
        return {"fault": "password"}, b""
    return {}, json.dumps(pages).encode()
