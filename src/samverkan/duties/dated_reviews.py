"""The clock of reviews at times that a document names: ”i december 2023”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.duties.duty import DutyKind
from samverkan.duties.subject import DutyDetails
from samverkan.reviews.counted import last_review
from samverkan.words import duties as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.duties.duty import Duty
    from samverkan.duties.subject import Subject
    from samverkan.model.terms import FollowUpTerms
    from samverkan.words.sentence import Text


def dated_reviews(subject: Subject, terms: FollowUpTerms | None, what: Text) -> Iterator[Duty]:
    """Give the reviews at named times that have not been made: none that counts is of that time or later.

    Args:
        subject: the document.
        terms: its terms of follow-up.
        what: what is to be done.
    """
    review = last_review(subject.workspace, subject.document, subject.today)
    for path, day in terms.stated_times() if terms else ():
        if review is None or review.day < day.first:
            says = what, words.DATED_WHY.with_fields(day=day)
            about = DutyDetails(last_done=review.day if review else None)
            yield subject.duty(DutyKind.REVIEW, ("follow_up", *path), day.last, says, about)
