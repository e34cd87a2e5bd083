"""The clocks of an agreement: its own terms on review, reporting, documents, meetings, revision and validity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.duties.dated_reviews import dated_reviews
from samverkan.duties.duty import Duty, DutyKind
from samverkan.duties.ending import expiry, renewal_duties
from samverkan.duties.meetings import meeting_duties
from samverkan.duties.planned_documents import planned_duties
from samverkan.duties.reporting import report_duties
from samverkan.duties.review_terms import review_duties
from samverkan.duties.subject import with_doubt, with_open_ends
from samverkan.model.dates import CoarseDate
from samverkan.reviews.counted_from import CountedFrom, from_signing
from samverkan.words import duties as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.duties.subject import Subject
    from samverkan.findings import KeyPath
    from samverkan.model.agreement import Agreement
    from samverkan.model.terms import Revision


def agreement_duties(subject: Subject, agreement: Agreement) -> Iterator[Duty]:
    """Give the duties of an agreement.

    Reviews are counted from the signing and from the last follow-up that counts; documents from the start of the
    validity and from the last one made. Nothing falls due after the end of the agreement. A successor that has begun
    to apply takes over all of it.
    """
    reviews = with_open_ends(subject, review_duties(subject, agreement.follow_up, words.REVIEW_AGREEMENT))
    yield from with_doubt(subject, [*reviews, *dated_reviews(subject, agreement.follow_up, words.REVIEW_AGREEMENT)])
    yield from report_duties(subject, agreement.follow_up)
    yield from planned_duties(subject, agreement)
    yield from meeting_duties(subject, agreement.forums)
    yield from _revision(subject, agreement.validity.revision)
    yield from renewal_duties(subject, agreement.validity)
    yield from expiry(subject)


def _revision(subject: Subject, revision: Revision | None) -> Iterator[Duty]:
    if revision is None or subject.successor:
        return
    if revision.cadence is not None:
        since = from_signing(subject.document)
        if revision.start:
            day = revision.start.first
            since = CountedFrom(day, words.DAY.with_fields(day=CoarseDate.of(day)))
        path: KeyPath = ("validity", "revision", "cadence")
        yield from subject.regular(DutyKind.REVISION, path, subject.rhythm(revision.cadence, since), words.REVISE)
    elif not revision.at_expiry:
        yield subject.untimed(DutyKind.REVISION, ("validity", "revision"), words.REVISE)
    elif subject.end is None:
        path = ("validity", "revision", "at_expiry")
        yield subject.duty(DutyKind.REVISION, path, None, (words.REVISE, words.AT_EXPIRY_WHY))
