"""Which follow-ups count: those that did the work, of the text that was agreed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from samverkan.model.choices import Result
from samverkan.model.fingerprint import is_same
from samverkan.model.kinds import is_follow_up
from samverkan.model.links import REVIEWED_ITEMS
from samverkan.reviews.stated import is_answer, is_of_everybody, outcomes, to_review, unanswered, without_outcome
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from samverkan.findings import KeyPath
    from samverkan.model.base import Part
    from samverkan.model.review import FollowUp
    from samverkan.words.sentence import Sayable
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace


_GOING_ON = {Result.ONGOING, Result.NOT_YET}
"""Verdicts on what more is to come of."""


class Review(NamedTuple):
    """A follow-up that could be read, and its day: of a coarse date the last day that has come."""

    document: Document
    model: FollowUp
    day: date


def done_on(review: FollowUp, today: date) -> date | None:
    """Give the day of a follow-up: of a coarse date the last day that has come, if any has; None where it says none."""
    day = review.dated
    if day is None:
        return None
    return min(day.last, today) if day.first <= today else day.last


def is_before_start(review: FollowUp, document: Document, today: date) -> bool:
    """Tell whether a follow-up took place before what it reviews was signed, or else began; then it does not count."""
    day = done_on(review, today)
    return day is not None and document.began is not None and day < document.began.first


def complete_reviews(
    workspace: Workspace, document: Document, today: date, is_owed_by: Callable[[Review], bool] | None = None
) -> tuple[Review, ...]:
    """Give the follow-ups of a document that state an outcome for all that they review, by day.

    One in the future, or before the document was signed or began, has not taken place; one that covers a single party
    is a part of a review; one that passes over something, without saying why, is half a review.

    Args:
        workspace: the documents.
        document: what is reviewed.
        today: the day to judge by.
        is_owed_by: tells whether those who made a review are all who owe it; unless said, all behind the document.
    """
    parties = workspace.relations.parties_of(document)
    return tuple(
        review
        for review in _answering_reviews(workspace, document, today)
        if (is_owed_by(review) if is_owed_by else is_of_everybody(review.model.by, document, parties))
    )


@remembered(maxsize=4096)
def _answering_reviews(workspace: Workspace, document: Document, today: date) -> tuple[Review, ...]:
    """Give the follow-ups of a document, whoever made them, that say what became of all that they review, by day."""
    found = [
        review
        for review in _reviews_of(workspace, document, today)
        if not is_before_start(review.model, document, today) and _answers(workspace, review, document)
    ]
    return tuple(sorted(found, key=lambda review: (review.day, review.document.file)))


def _answers(workspace: Workspace, review: Review, document: Document) -> bool:
    is_whole = next(unanswered(workspace, review.document, document), None) is None
    return is_whole and _says_something(workspace, review, document)


def still_open(workspace: Workspace, document: Document, today: date) -> tuple[Sayable, list[Part]] | None:
    """Give what the latest follow-up of a document said nothing of, and its date.

    None where it spoke of everything, where there is none, and where one that counts came later.
    """
    reviews = sorted(_reviews_of(workspace, document, today), key=lambda review: (review.day, review.document.file))
    if not reviews:
        return None
    latest = reviews[-1]
    left = [part for _, part in unanswered(workspace, latest.document, document)]
    return (latest.model.said, left) if left else None


def last_review(
    workspace: Workspace, document: Document, today: date, is_owed_by: Callable[[Review], bool] | None = None
) -> Review | None:
    """Give the latest complete follow-up of a document's present text: the one that resets its clock.

    A follow-up that does not say which text it reviewed, or reviewed another one, does not reset anything. See
    `complete_reviews` for the arguments.
    """
    if document.model is None or not document.is_whole:
        return None
    for review in reversed(complete_reviews(workspace, document, today, is_owed_by)):
        written = [entry.fingerprint for entry in review.model.reviews if entry.document == document.id]
        if any(one is not None and is_same(one, document.fingerprint) for one in written):
            return review
    return None


def doubtful_review(
    workspace: Workspace, document: Document, today: date, is_owed_by: Callable[[Review], bool] | None = None
) -> Review | None:
    """Give the latest complete follow-up that may count, or not: it does not say of which text, or when it was made.

    None where one that counts is as late. See `complete_reviews` for the arguments.
    """
    counted = last_review(workspace, document, today, is_owed_by)
    for review in reversed(complete_reviews(workspace, document, today, is_owed_by)):
        if counted is not None and review.day <= counted.day:
            break
        if any(entry.document == document.id and entry.fingerprint is None for entry in review.model.reviews):
            return review
    parties = workspace.relations.parties_of(document)
    owed = is_owed_by or (lambda review: is_of_everybody(review.model.by, document, parties))
    return next((review for review in _undated_reviews(workspace, document) if owed(review)), None)


def _undated_reviews(workspace: Workspace, document: Document) -> Iterator[Review]:
    """Give the follow-ups of a document that say what became of all that they review, but of no time."""
    for found, model in _named_by(workspace, document):
        review = Review(found, model, date.min)
        if model.dated is None and _answers(workspace, review, document):
            yield review


def is_settled(workspace: Workspace, document: Document, path: KeyPath, deadline: date, today: date) -> bool:
    """Tell whether what had a deadline is done, or was judged when the deadline had come.

    Args:
        workspace: the documents.
        document: the document that holds it.
        path: where it stands.
        deadline: its last day.
        today: the day to judge by.
    """
    return any(
        result is Result.REACHED or (result not in _GOING_ON and day >= deadline)
        for day, result in _results_by_path(workspace, document, today).get(path, ())
    )


@remembered(maxsize=64)
def _results_by_path(
    workspace: Workspace, document: Document, today: date
) -> dict[KeyPath, list[tuple[date, Result | None]]]:
    """Give the results that complete follow-ups state of each part of a document, with their days."""
    found: dict[KeyPath, list[tuple[date, Result | None]]] = {}
    for review in complete_reviews(workspace, document, today):
        for place, outcome in outcomes(workspace, review.document, document):
            found.setdefault(place.path, []).append((review.day, outcome.result))
    return found


def never_answered(workspace: Workspace, document: Document, today: date) -> list[tuple[KeyPath, Part]]:
    """Give the goals, commitments, promises, measures and activities that no follow-up up to a day answers for."""
    dated = [review.document for review in _reviews_of(workspace, document, today)]
    undated = [found for found, model in _named_by(workspace, document) if model.dated is None]
    return without_outcome(workspace, [*dated, *undated], document)


def last_outcome(workspace: Workspace, document: Document, path: KeyPath, today: date) -> date | None:
    """Give the day of the latest follow-up that tells how it went with a part; None where none does.

    Args:
        workspace: the documents.
        document: the document that holds the part.
        path: where it stands.
        today: the day to judge by.
    """
    told = [
        review.day
        for review in _reviews_of(workspace, document, today)
        if not is_before_start(review.model, document, today)
        for place, outcome in outcomes(workspace, review.document, document)
        if place.path == path and outcome.result is not Result.NOT_ASSESSED and is_answer(outcome)
    ]
    return max(told, default=None)


def _reviews_of(workspace: Workspace, document: Document, today: date) -> list[Review]:
    """Give every follow-up of a document, of a date that has come; one that tells of no day moves no clock."""
    return [
        Review(found, model, day)
        for found, model in _named_by(workspace, document)
        if model.dated and model.dated.first <= today and (day := done_on(model, today))
    ]


def _named_by(workspace: Workspace, document: Document) -> list[tuple[Document, FollowUp]]:
    """Give every follow-up that could be read and says that it is of a document."""
    references = workspace.references.to(document)
    named = dict.fromkeys(r.document for r in references if "reviews" in r.link.path)
    return [(found, found.model) for found in named if is_follow_up(found.model)]


def _says_something(workspace: Workspace, review: Review, document: Document) -> bool:
    """Tell whether a follow-up is more than a date, also where the document has nothing to state outcomes for."""
    if any(place.item in REVIEWED_ITEMS for place, _ in outcomes(workspace, review.document, document)):
        return True
    return review.model.cooperation is not None and not to_review(document, None)
