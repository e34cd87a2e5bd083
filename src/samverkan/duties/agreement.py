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
from samverkan.model.choices import DecisionType
from samverkan.model.dates import CoarseDate
from samverkan.model.terms import stated_time
from samverkan.model.texts import without_marks
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


def _unpaced(subject: Subject, revision: Revision) -> Iterator[Duty]:
    """Give the duty of a revision without a cadence: at the time that its terms name, or else as they say."""
    terms = without_marks(revision.text or "")
    path: KeyPath = ("validity", "revision")
    day = _named_last(terms)
    if day is None:
        yield subject.untimed(DutyKind.REVISION, path, words.REVISE, words.shortened(terms) or None)
    elif not _is_revised_since(subject, day):
        yield subject.duty(DutyKind.REVISION, path, day.last, (words.REVISE, words.DATED_WHY.with_fields(day=day)))


def _named_last(terms: str) -> CoarseDate | None:
    """Give the time that a sentence ends with: ”Överenskommelsen ses över i maj 2023.”; None where it names none."""
    said = terms.split()
    for i, before in enumerate(["", *said]):
        if day := stated_time(" ".join(said[i:])):
            return None if before.casefold() in _SINCE else day
    return None


_SINCE = frozenset({"från", "med", "sedan", "beslut", "from", "since", "decision"})


def _is_revised_since(subject: Subject, day: CoarseDate) -> bool:
    model = subject.document.model
    decisions = model.decisions if model else ()
    return any(one.does is DecisionType.REVISED and one.date and one.date.last >= day.first for one in decisions)


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
        yield from _unpaced(subject, revision)
    elif subject.end is None:
        path = ("validity", "revision", "at_expiry")
        yield subject.duty(DutyKind.REVISION, path, None, (words.REVISE, words.AT_EXPIRY_WHY))
