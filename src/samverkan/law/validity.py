"""Whether a document still applies, and whether it says itself that it was decided or signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.choices import DocumentStatus
from samverkan.model.document import Timed
from samverkan.model.terms import Period, PromisePeriod

if TYPE_CHECKING:
    from datetime import date

    from samverkan.workspace.document import Document

_OVER = frozenset({DocumentStatus.EXPIRED, DocumentStatus.CLOSED})
_DRAFTS = frozenset({DocumentStatus.DRAFT, DocumentStatus.PROPOSED})
_MADE = frozenset({DocumentStatus.DECIDED, DocumentStatus.SIGNED, DocumentStatus.IN_FORCE})


def end_of(document: Document) -> date | None:
    """Give the last day that a document applies, closed before its time or not; None where none is known."""
    model, end = document.model, document.period[1]
    closed = model.closed.date.last if model and model.closed and model.closed.date else None
    return min((day for day in (end, closed) if day is not None), default=None)


def has_ended(document: Document, today: date) -> bool:
    """Tell whether a document has ceased to apply."""
    end = end_of(document)
    return (end is not None and end < today) or (document.model is not None and document.model.status in _OVER)


def says_it_is_made(document: Document) -> bool:
    """Tell whether a document states that it has been decided or signed, whenever that was."""
    return document.model is not None and document.model.status in _MADE


def says_it_still_applies(document: Document) -> bool:
    """Tell whether a document without an end states that it goes on: until further notice, or that it is in force."""
    model = document.model
    period = model.period if isinstance(model, Timed) else None
    end = period.end if isinstance(period, Period | PromisePeriod) else None
    is_open = end is not None and end.is_open
    return is_open or (model is not None and model.status is DocumentStatus.IN_FORCE)


def is_stated_draft(document: Document) -> bool:
    """Tell whether a document states that it is not decided or signed yet."""
    return document.model is not None and document.model.status in _DRAFTS
