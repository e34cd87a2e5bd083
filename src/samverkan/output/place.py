"""Where a row of the list comes from, looked up when it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samverkan.duties.rows import Row
    from samverkan.findings import KeyPath
    from samverkan.workspace.document import Document


def line_of(row: Row) -> int:
    """Find the line, from 1, of the clause that a row comes from in `row.duty.file`."""
    return line_at(row.duty.holder, row.duty.path)


def line_at(document: Document, path: KeyPath) -> int:
    """Find the line, from 1, of a part of a document in its file."""
    return document.positions.of(document.written_path(path)).line
