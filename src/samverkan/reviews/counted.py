"""Which follow-ups count: those that did the work, of the text that was agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkan.model.choices import Item, Kind, Result
from samverkan.model.fingerprint import fingerprint, is_same
from samverkan.model.links import PARTY_GROUPS
from samverkan.reviews.stated import outcomes, to_review, unanswered

if TYPE_CHECKING:
    from datetime import date

    from samverkan.findings import KeyPath
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace


def done_on(review: Document, today: date) -> date:
    """Give the day of a follow-up; of a coarse date the last day that has come."""
    model: Any = review.model
    day: date = min(model.date.last, today)
    return day


def complete_reviews(workspace: Workspace, document: Document, today: date) -> list[Document]:
    """Give the follow-ups of a document that state an outcome for all that they review, by day.

    One in the future, or before the document was signed or began, has not taken place; one that covers a single party
    is a part of a review; one that passes over something, without saying why, is half a review.
    """
    start = _began(document)
    found = [
        review
        for review in _reviews(workspace, document)
        if review.model is not None
        and getattr(review.model, "date").first <= today  # noqa: B009 - follow-ups have one
        and (start is None or done_on(review, today) >= start)
        and _is_of_everybody(review)
        and not unanswered(workspace, review, document)
        and _says_something(workspace, review, document)
    ]
    return sorted(found, key=lambda review: (done_on(review, today), review.file))


def last_review(workspace: Workspace, document: Document, today: date) -> Document | None:
    """Give the latest complete follow-up of a document's present text: the one that resets its clock.

    A follow-up that does not say which text it reviewed, or reviewed another one, does not reset anything.
    """
    if document.model is None or not document.is_whole:
        return None
    now = fingerprint(document.model)
    for review in reversed(complete_reviews(workspace, document, today)):
        written = [one.fingerprint for one in _entries(review, document)]
        if any(one is not None and is_same(one, now) for one in written):
            return review
    return None


def is_settled(workspace: Workspace, document: Document, path: KeyPath, deadline: date, today: date) -> bool:
    """Tell whether what had a deadline is done, or was judged when the deadline had come.

    Args:
        workspace: the documents.
        document: the document that holds it.
        path: where it stands.
        deadline: its last day.
        today: the day to judge by.
    """
    for review in complete_reviews(workspace, document, today):
        for place, outcome in outcomes(workspace, review, document):
            if place.path == path:
                is_judged = outcome.result is not Result.ONGOING and done_on(review, today) >= deadline
                if outcome.result is Result.REACHED or is_judged:
                    return True
    return False


def _reviews(workspace: Workspace, document: Document) -> list[Document]:
    references = workspace.references.to(document)
    return list(
        dict.fromkeys(r.document for r in references if r.document.kind == Kind.FOLLOW_UP and "reviews" in r.link.path)
    )


def _entries(review: Document, document: Document) -> list[Any]:
    return [one for one in getattr(review.model, "reviews", ()) if one.document == document.id]


def _began(document: Document) -> date | None:
    signed = getattr(document.model, "signed_on", None)
    return signed.first if signed else document.period[0]


def _is_of_everybody(review: Document) -> bool:
    by = getattr(review.model, "by", None)
    return by is None or bool(set(by) & set(PARTY_GROUPS))


def _says_something(workspace: Workspace, review: Document, document: Document) -> bool:
    """Tell whether a follow-up is more than a date, also where the document has nothing to state outcomes for."""
    if any(place.item in _JUDGED for place, _ in outcomes(workspace, review, document)):
        return True
    return getattr(review.model, "cooperation", None) is not None and not to_review(document, None)


_JUDGED = {Item.GOAL, Item.COMMITMENT, Item.PROMISE, Item.MEASURE, Item.ACTIVITY}
