"""Where the clause that a duty comes from stands in its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samverkan.duties.duty import Duty


def line_of(duty: Duty) -> int:
    """Find the line of a duty's clause, from 1; that of what holds the clause, where the clause is not written out."""
    return duty.holder.positions.of(duty.path).line
