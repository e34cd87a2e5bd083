"""Where a row of the list comes from, looked up when it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samverkan.duties.rows import Row


def line_of(row: Row) -> int:
    """Find the line, from 1, of the clause that a row comes from in `row.duty.file`."""
    return row.duty.holder.positions.of(row.duty.path).line
