"""The clocks of an agreement: its own terms on review, reporting, revision, extension and validity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.duties.dated_reviews import dated_reviews
from samverkan.duties.duty import Duty, DutyKind
from samverkan.duties.planned_documents import planned_duties
from samverkan.duties.reporting import report_duties
from samverkan.duties.subject import with_open_ends
from samverkan.model.dates import CoarseDate
from samverkan.reviews.counted_from import CountedFrom, from_signing, last_time
from samverkan.words import duties as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.duties.subject import Subject
    from samverkan.findings import KeyPath
    from samverkan.model.agreement import Agreement
    from samverkan.model.terms import Extension, FollowUpTerms, Revision


def agreement_duties(subject: Subject, agreement: Agreement) -> Iterator[Duty]:
    """Give the duties of an agreement.

    Reviews are counted from the signing and from the last follow-up that counts; documents from the start of the
    validity and from the last one made. Nothing falls due after the end of the agreement. A successor that has begun
    to apply takes over all of it.
    """
    if subject.is_succeeded:
        return
    yield from with_open_ends(subject, _reviews(subject, agreement.follow_up))
    yield from dated_reviews(subject, agreement.follow_up, words.REVIEW_AGREEMENT)
    yield from report_duties(subject, agreement.follow_up)
    yield from planned_duties(subject, agreement)
    yield from _revision(subject, agreement.validity.revision)
    yield from _extension(subject, agreement.validity.extension)
    yield from _expiry(subject, agreement.validity.revision)


def _reviews(subject: Subject, terms: FollowUpTerms | None) -> Iterator[Duty]:
    if terms is None:
        return
    since = last_time(subject.workspace, subject.document, subject.today)
    path: KeyPath = ("follow_up", "cadence")
    yield from subject.regular(DutyKind.REVIEW, path, terms.cadence, since, words.REVIEW_AGREEMENT)


def _revision(subject: Subject, revision: Revision | None) -> Iterator[Duty]:
    if revision is None or subject.successor:
        return
    since = from_signing(subject.document)
    if revision.start:
        day = revision.start.first
        since = CountedFrom(day, words.DAY.with_fields(day=CoarseDate.of(day)))
    path: KeyPath = ("validity", "revision", "cadence")
    yield from subject.regular(DutyKind.REVISION, path, revision.cadence, since, words.REVISE)


def _extension(subject: Subject, extension: Extension | None) -> Iterator[Duty]:
    end = subject.end
    if extension is None or subject.successor or (end and end < subject.today):
        return
    says = words.CONSULT, words.CONSULT_WHY.with_fields(end=CoarseDate.of(end) if end else "–")
    if extension.consult_by:
        path: KeyPath = ("validity", "extension", "consult_by")
        yield subject.duty(DutyKind.CONSULTATION, path, extension.consult_by.last, says)
    elif extension.consult_before_end and end:
        path = ("validity", "extension", "consult_before_end")
        yield subject.duty(DutyKind.CONSULTATION, path, extension.consult_before_end.before(end), says)


def _expiry(subject: Subject, revision: Revision | None) -> Iterator[Duty]:
    """Give the end, unless a successor applies from the day after it or before."""
    end, successor = subject.end, subject.successor
    if end is None:
        return
    why = words.EXPIRE_REVISE_WHY if revision and revision.at_expiry else words.EXPIRE_WHY
    if successor is not None:
        start = successor.period[0]
        if start is not None and (start - end).days <= 1:
            return
        why = words.GAP_WHY.with_fields(start=CoarseDate.of(start)) if start else words.UNSIGNED_WHY
        why = why.with_fields(other=successor.id or "")
    yield subject.duty(
        DutyKind.EXPIRY, ("validity", "until"), end, (words.EXPIRE, why.with_fields(end=CoarseDate.of(end)))
    )
