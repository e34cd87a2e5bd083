"""Where what is shown comes from, and where more is said of it; looked up when it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samverkan.duties.rows import Row
    from samverkan.findings import KeyPath
    from samverkan.words.sentence import Language
    from samverkan.workspace.document import Document


def line_of(row: Row) -> int:
    """Find the line, from 1, of the clause that a row comes from in `row.duty.file`."""
    return line_at(row.duty.holder, row.duty.path)


def line_at(document: Document, path: KeyPath) -> int:
    """Find the line, from 1, of a part of a document in its file."""
    return document.span_of(path).line


def page_of(name: str, language: Language) -> str:
    """Name the place in the project's documentation that explains a finding."""
    page = "docs/sv/regler.md" if language == "sv" else "docs/rules.md"
    return f"{page}#{name}"
