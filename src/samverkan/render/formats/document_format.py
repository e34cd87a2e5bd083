"""The formats that documents are rendered to."""

from __future__ import annotations

from enum import StrEnum


class DocumentFormat(StrEnum):
    """A format to render to; also the ending of its files."""

    MD = "md"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
