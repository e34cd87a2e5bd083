"""The rows of a follow-up: every duty with its day and its status."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from samverkan.duties.agreement import agreement_duties
from samverkan.duties.deadlines import deadline_duties
from samverkan.duties.duty import ByLaw, Duty, DutyKind
from samverkan.duties.law import law_duties
from samverkan.duties.plan_terms import Plan, picture_duties, plan_duties
from samverkan.duties.subject import Subject, likely_successors
from samverkan.model.agreement import Agreement
from samverkan.model.choices import Kind
from samverkan.model.picture import SituationPicture
from samverkan.words import duties as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.model.document import DocumentModel
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace


class Status(StrEnum):
    """How urgent a row is; in order of urgency. What cannot be counted is never urgent."""

    OVERDUE = "overdue"
    EXPIRED = "expired"
    SOON = "soon"
    COMING = "coming"
    UNCOUNTED = "uncounted"


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A duty on a certain day.

    Attributes:
        duty: what is to be done, when, and why.
        status: how urgent it is.
        days: days left until it is due, negative when it is late; None where it cannot be counted.
    """

    duty: Duty
    status: Status
    days: int | None


def rows(workspaces: Sequence[Workspace], today: date) -> list[Row]:
    """List every duty, the most urgent first, and last those that cannot be counted.

    Args:
        workspaces: the documents; only duties of those that the user asked about are listed.
        today: the day to count from; what is due today is not late.
    """
    found = [_row(duty, today, w.settings.soon_days) for w in workspaces for duty in _all_duties(w, today)]
    order = list(Status)
    return sorted(
        found,
        key=lambda r: (order.index(r.status), r.duty.due or date.max, r.duty.document, r.duty.clock, r.duty.item),
    )


def without_rows(workspaces: Sequence[Workspace], today: date) -> list[Document]:
    """Give the documents that the user asked about and that nothing is counted for, nor for their successors."""
    return [
        document
        for workspace in workspaces
        for document in workspace.documents
        if document.is_asked and document.model is not None and document.kind != Kind.FOLLOW_UP
        if not workspace.relations.is_succeeded(document, today)
        if not any(duty.due for duty in _duties(Subject(document, workspace, today), document.model))
    ]


def _all_duties(workspace: Workspace, today: date) -> list[Duty]:
    """Give the duties of a workspace; what two terms demand of one document is one duty, the earlier, naming both."""
    found = [
        duty
        for document in workspace.documents
        if document.is_asked and document.model is not None
        for duty in _duties(Subject(document, workspace, today), document.model)
    ]
    found += law_duties(workspace, today, tuple(found))
    renewals: dict[str, list[Duty]] = {}
    for duty in found:
        if duty.renews and duty.due:
            renewals.setdefault(duty.renews, []).append(duty)
    merged = [_earliest(duties) for duties in renewals.values()]
    return [duty for duty in found if not (duty.renews and duty.due)] + merged


def _earliest(duties: list[Duty]) -> Duty:
    first, *others = sorted(duties, key=lambda duty: duty.due or date.max)
    reason = first.reason
    for other in others:
        reason = words.ALSO.with_fields(why=reason, other=other.reason)
    last_done = max((duty.last_done for duty in duties if duty.last_done), default=None)
    return replace(first, reason=reason, last_done=last_done, law=_law_of(duties))


def _law_of(duties: list[Duty]) -> ByLaw | None:
    """Put together what duties that are one are by law."""
    laws = [duty.law for duty in duties if duty.law is not None]
    municipalities = dict.fromkeys(one for law in laws for one in law.municipalities)
    return ByLaw(laws[0].paragraph, tuple(municipalities)) if laws else None


def _duties(subject: Subject, model: DocumentModel) -> Iterator[Duty]:
    """Give the duties of a document; one that is closed has none, and of one that has ended candidates are named."""
    if subject.is_closed:
        return
    for duty in _own_duties(subject, model):
        yield _with_candidates(subject, duty) if subject.is_over and duty.clock is DutyKind.EXPIRY else duty


def _with_candidates(subject: Subject, duty: Duty) -> Duty:
    """Name, in the reason of an end that has passed, the later documents that may be the successor."""
    later = [] if subject.successor else likely_successors(subject.workspace, subject.document, subject.today)
    if not later:
        return duty
    others = ", ".join(document.id or document.file for document in later)
    return replace(duty, reason=words.CANDIDATES.with_fields(why=duty.reason, others=others, id=duty.document))


def _own_duties(subject: Subject, model: DocumentModel) -> Iterator[Duty]:
    if isinstance(model, Agreement):
        yield from agreement_duties(subject, model)
    elif isinstance(model, Plan):
        yield from plan_duties(subject, model)
    elif isinstance(model, SituationPicture):
        yield from picture_duties(subject, model)
    yield from deadline_duties(subject, model)


def _row(duty: Duty, today: date, soon_days: int) -> Row:
    if duty.due is None:
        return Row(duty, Status.UNCOUNTED, None)
    days = (duty.due - today).days
    if days < 0:
        status = Status.EXPIRED if duty.clock is DutyKind.EXPIRY else Status.OVERDUE
    else:
        status = Status.SOON if days <= soon_days else Status.COMING
    return Row(duty, status, days)
