"""What a review is counted from: the last one that counts, or else the decision, the signing or the start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.model.agreement import Agreement
from samverkan.model.dates import CoarseDate
from samverkan.reviews.counted import last_review
from samverkan.words import duties as words

if TYPE_CHECKING:
    from datetime import date

    from samverkan.reviews.counted import Review
    from samverkan.words.sentence import FieldValue, Text
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class CountedFrom:
    """A day that something is counted from.

    Attributes:
        day: the day.
        name: what happened then, in words.
        is_done: whether it is the day when the thing itself was last done.
    """

    day: date
    name: Text
    is_done: bool = False


def from_start(document: Document) -> CountedFrom | None:
    """Count from the first day that a document applies; None while it has none that is known."""
    start = document.period[0]
    return CountedFrom(start, words.START.with_fields(day=CoarseDate.of(start))) if start else None


def from_signing(document: Document) -> CountedFrom | None:
    """Count from the day when an agreement was signed by all, or else from the start."""
    if document.signed_on is None:
        return from_start(document)
    return CountedFrom(document.signed_on.first, words.SIGNING.with_fields(day=document.signed_on))


def from_making(document: Document, title: FieldValue) -> CountedFrom | None:
    """Count from the day when a document was made; None where that is not known.

    Args:
        document: the document.
        title: what to call it.
    """
    day = document.made_on
    made = document.made or (CoarseDate.of(day) if day else None)
    return CountedFrom(day, words.MADE.with_fields(title=title, day=made), is_done=True) if day and made else None


def last_time(workspace: Workspace, document: Document, today: date) -> CountedFrom | None:
    """Give what the next review of a document is counted from; None while nothing is known that it could be.

    That is the last follow-up that counts; before the first one the signing of an agreement, and of plans and promises
    the last decision on them, or else the start.
    """
    review = last_review(workspace, document, today)
    return from_review(review) if review else before_reviews(document, today)


def from_review(review: Review) -> CountedFrom:
    """Count from the day of a review."""
    return CountedFrom(review.day, words.REVIEWED.with_fields(day=review.model.said), is_done=True)


def before_reviews(document: Document, today: date) -> CountedFrom | None:
    """Give what the first review of a document is counted from; see `last_time`."""
    if document.model is None or isinstance(document.model, Agreement):
        return from_signing(document)
    decided = [day for day in document.model.decision_dates if day.first <= today]
    if not decided:
        return from_start(document)
    latest = max(decided, key=lambda day: day.first)
    return CountedFrom(latest.first, words.DECIDED.with_fields(day=latest))
