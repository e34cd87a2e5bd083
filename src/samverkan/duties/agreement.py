"""The clocks of an agreement: its own terms on review, reporting, revision, extension and validity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.duties.duty import Duty, DutyKind, filled
from samverkan.duties.planned_documents import planned_duties
from samverkan.duties.reporting import report_duties
from samverkan.duties.subject import CountedFrom, Subject
from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath

_REVIEW = Text("Följ upp överenskommelsen", "Review the agreement")
_REVISE = Text("Revidera överenskommelsen", "Revise the agreement")
_DAY = Text("{day}", "{day}")
_CONSULT = Text("Samråd om förlängning", "Consult about an extension")
_CONSULT_WHY = Text(
    "Villkoret {clause}: före förlängning; giltigheten går ut {end}.",
    "The term {clause}: before an extension; the validity ends on {end}.",
)
_EXPIRE = Text("Förnya eller avsluta överenskommelsen", "Renew or close the agreement")
_EXPIRE_WHY = Text(
    "Giltighetstiden går ut {end} och ingen efterföljare finns.",
    "The validity ends on {end} and there is no successor.",
)
_EXPIRE_REVISE_WHY = Text(
    "Giltighetstiden går ut {end}, då den enligt sina villkor ska revideras, och ingen efterföljare finns.",
    "The validity ends on {end}, when by its own terms it is to be revised, and there is no successor.",
)
_GAP_WHY = Text(
    "Giltighetstiden går ut {end}, och efterföljaren {other} börjar gälla först {start}.",
    "The validity ends on {end}, and the successor {other} does not apply until {start}.",
)
_UNSIGNED_WHY = Text(
    "Giltighetstiden går ut {end}, och efterföljaren {other} är inte undertecknad.",
    "The validity ends on {end}, and the successor {other} is not signed.",
)


def agreement_duties(subject: Subject) -> Iterator[Duty]:
    """Give the duties of an agreement.

    Reviews are counted from the signing and from the last follow-up that counts; documents from the start of the
    validity and from the last one made. Nothing falls due after the end of the agreement. A successor that has begun
    to apply takes over all of it.
    """
    if subject.is_succeeded:
        return
    yield from _reviews(subject)
    yield from report_duties(subject)
    yield from planned_duties(subject)
    yield from _revision(subject)
    yield from _extension(subject)
    yield from _expiry(subject)


def _reviews(subject: Subject) -> Iterator[Duty]:
    terms = subject.model.follow_up
    if terms is None:
        return
    path: KeyPath = ("follow_up", "cadence")
    yield from subject.regular(DutyKind.REVIEW, path, terms.cadence, subject.since_review(), _REVIEW)


def _revision(subject: Subject) -> Iterator[Duty]:
    revision = subject.model.validity.revision
    if revision is None or subject.successor:
        return
    since = subject.since_signing()
    if revision.start:
        since = CountedFrom(revision.start.first, filled(_DAY, day=revision.start.first.isoformat()))
    yield from subject.regular(DutyKind.REVISION, ("validity", "revision", "cadence"), revision.cadence, since, _REVISE)


def _extension(subject: Subject) -> Iterator[Duty]:
    extension, end = subject.model.validity.extension, subject.end
    if extension is None or subject.successor or (end and end < subject.today):
        return
    why = filled(_CONSULT_WHY, end=str(end) if end else "–")
    if extension.consult_by:
        path: KeyPath = ("validity", "extension", "consult_by")
        yield subject.duty(DutyKind.CONSULTATION, path, extension.consult_by.last, (_CONSULT, why))
    elif extension.consult_before_end and end:
        path = ("validity", "extension", "consult_before_end")
        yield subject.duty(DutyKind.CONSULTATION, path, extension.consult_before_end.before(end), (_CONSULT, why))


def _expiry(subject: Subject) -> Iterator[Duty]:
    """Give the end, unless a successor applies from the day after it or before."""
    end, revision, successor = subject.end, subject.model.validity.revision, subject.successor
    if end is None:
        return
    why = _EXPIRE_REVISE_WHY if revision and revision.at_expiry else _EXPIRE_WHY
    if successor is not None:
        start = successor.period[0]
        if start is not None and (start - end).days <= 1:
            return
        why = filled(_GAP_WHY, start=start.isoformat()) if start else _UNSIGNED_WHY
        why = filled(why, other=successor.id or "")
    yield subject.duty(DutyKind.EXPIRY, ("validity", "until"), end, (_EXPIRE, filled(why, end=str(end))))
