"""Whether a document still applies, and whether it says itself that it was decided or signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.law.act import IN_FORCE
from samverkan.model.choices import DocumentStatus
from samverkan.model.terms import Validity
from samverkan.words import law as words

if TYPE_CHECKING:
    from datetime import date

    from samverkan.words.sentence import Text
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
    model, lasting = document.model, document.lasting
    is_open = lasting is not None and lasting.is_open_ended
    return is_open or (model is not None and model.status is DocumentStatus.IN_FORCE)


def why_it_may_have_ended(document: Document) -> Text | None:
    """Tell why a document that has not ended as far as is known may have: it does not say until which day it applies.

    Of what was made since the act came, and says nothing of its end, nobody need doubt that it applies; what is older
    shows nothing of today.

    Args:
        document: the document.

    Returns:
        What its file says of it; None where the document says that it goes on, or when it ends.
    """
    lasting = document.lasting
    goes_on = isinstance(lasting, Validity) and lasting.goes_on
    if end_of(document) is not None or goes_on or says_it_still_applies(document):
        return None
    if lasting is not None and lasting.end_in_words:
        return words.LASTS_IN_WORDS.with_fields(said=lasting.end_in_words.removesuffix("."))
    if lasting is not None and lasting.length is not None:
        return words.LASTS_FROM_UNKNOWN
    return words.LASTS_UNTOLD if is_from_before(document, IN_FORCE) else None


def is_from_before(document: Document, day: date) -> bool:
    """Tell whether a document was made, or began, before a day; not where neither is known."""
    made = document.made_on
    return made is not None and made < day


def is_stated_draft(document: Document) -> bool:
    """Tell whether a document states that it is not decided or signed yet."""
    return document.model is not None and document.model.status in _DRAFTS
