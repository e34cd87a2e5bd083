"""The clocks of what a document says of the next time: the next follow-up, and the next meeting on a picture."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from samverkan.duties.duty import Duty, DutyKind
from samverkan.duties.subject import DutyDetails
from samverkan.model.elsewhere import DocumentElsewhere
from samverkan.model.review import FollowUp
from samverkan.reviews.counted import done_on
from samverkan.words import duties as words
from samverkan.words.lists import FirstOf
from samverkan.words.sentence import quoted
from samverkan.workspace.remembered import remembered
from samverkan.workspace.succession import has_expired, is_closed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.duties.subject import Subject
    from samverkan.model.picture import SituationPicture
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace


def next_review(subject: Subject, review: FollowUp) -> Iterator[Duty]:
    """Give the next follow-up of what a follow-up reviews, by the day that it says itself.

    There is none once a later follow-up of the same is there, nor where all that is reviewed has ended by then.
    """
    when = review.next_review
    if when is None or (review.dated and when.last <= review.dated.first) or _is_made(subject, review):
        return
    held = [subject.workspace.by_id.get(name) for name in _named(review)]
    going_on = [one for one in held if one is None or not _is_over(subject, one, when.first)]
    if not going_on:
        return
    titles = tuple(quoted(one) for one in _titles(subject, review))
    says = (
        words.NEXT_REVIEW.with_fields(what=FirstOf(titles)),
        words.NEXT_REVIEW_WHY.with_fields(done=review.said, day=when),
    )
    reviewed = going_on[0] if len(going_on) == 1 else None
    about = DutyDetails(last_done=done_on(review, subject.today), reviewed=reviewed)
    yield subject.duty(DutyKind.REVIEW, ("next_review",), when.last, says, about)


def next_meeting(subject: Subject, picture: SituationPicture) -> Iterator[Duty]:
    """Give the next meeting of those who make a picture, until its day; that it was held no document shows."""
    if picture.next_meeting is None or picture.next_meeting.last < subject.today:
        return
    what = words.PICTURE_MEETING.with_fields(title=quoted(picture.title))
    why = words.NEXT_MEETING_WHY.with_fields(day=picture.next_meeting)
    yield subject.duty(DutyKind.MEETING, ("next_meeting",), picture.next_meeting.last, (what, why))


def _named(review: FollowUp) -> list[str]:
    """Name what a follow-up reviews: by id, and by title what is not on file."""
    found = (entry.document for entry in review.reviews)
    return [one.title if isinstance(one, DocumentElsewhere) else one for one in found]


def _titles(subject: Subject, review: FollowUp) -> Iterator[str]:
    for name in _named(review):
        held = subject.workspace.by_id.get(name)
        yield held.model.title if held is not None and held.model is not None else name


def _is_made(subject: Subject, review: FollowUp) -> bool:
    """Tell whether a later follow-up reviews any of the same."""
    own, last = done_on(review, subject.today) or date.min, _last_reviews(subject.workspace, subject.today)
    return any(last[name] > own for name in _named(review))


@remembered(maxsize=8)
def _last_reviews(workspace: Workspace, today: date) -> dict[str, date]:
    """Give the day of the latest follow-up of each document that follow-ups name, itself included."""
    found: dict[str, date] = {}
    for document in workspace.documents:
        if isinstance(document.model, FollowUp):
            for name in _named(document.model):
                found[name] = max(found.get(name, date.min), done_on(document.model, today) or date.min)
    return found


def _is_over(subject: Subject, reviewed: Document, day: date) -> bool:
    is_succeeded = subject.workspace.relations.is_succeeded(reviewed, subject.today)
    return is_succeeded or is_closed(reviewed, subject.today) or has_expired(reviewed, day)
