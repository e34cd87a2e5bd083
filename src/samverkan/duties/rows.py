"""The rows of a follow-up: every duty with its day and its status."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from samverkan.duties.agreement import agreement_duties
from samverkan.duties.deadlines import left_of
from samverkan.duties.duty import Duty, DutyKind
from samverkan.duties.ending import expiry, when_over
from samverkan.duties.law import law_duties
from samverkan.duties.merging import merge
from samverkan.duties.next_times import next_review
from samverkan.duties.parts import part_duties
from samverkan.duties.plan_terms import Plan, picture_duties, plan_duties
from samverkan.duties.subject import Subject
from samverkan.model.agreement import Agreement
from samverkan.model.picture import SituationPicture
from samverkan.model.review import FollowUp
from samverkan.workspace.succession import as_known

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samverkan.model.document import DocumentModel
    from samverkan.workspace.left import LettingGo
    from samverkan.workspace.workspace import Workspace


class Status(StrEnum):
    """How urgent a row is; in order of urgency. What cannot be counted is never urgent."""

    OVERDUE = "overdue"
    EXPIRED = "expired"
    NOT_SHOWN = "not-shown"
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


def rows(workspaces: Sequence[Workspace], today: date, *, of_all: bool = False) -> list[Row]:
    """List every duty, the most urgent first, and last those that cannot be counted.

    Args:
        workspaces: the documents.
        today: the day to count from; what is due today is not late.
        of_all: whether duties are listed of all documents, rather than only of those that the user asked about.
    """
    return in_order(
        _row(duty, today, workspace.settings.soon_days)
        for workspace in workspaces
        for duty in _all_duties(workspace, today, of_all=of_all)
    )


def without_documents(found: Sequence[Row], going: LettingGo) -> list[Row]:
    """Give rows that hold no more of the documents that they come from than is shown."""
    for row in sorted(found, key=lambda row: row.duty.holder.file):  # what a text holds where is not known of many
        _without_documents(row.duty, going)
    return [replace(row, duty=_without_documents(row.duty, going)) for row in found]


def _without_documents(duty: Duty, going: LettingGo) -> Duty:
    reviewed = going.of(duty.reviewed) if duty.reviewed else None
    return replace(duty, holder=going.of(duty.holder, duty.path), reviewed=reviewed)


def in_order(found: Iterable[Row]) -> list[Row]:
    """Give rows, the most urgent first, and last those that cannot be counted."""
    order = list(Status)
    return sorted(
        found,
        key=lambda r: (order.index(r.status), r.duty.due or date.max, r.duty.document, r.duty.clock, r.duty.item),
    )


def _all_duties(workspace: Workspace, today: date, *, of_all: bool) -> list[Duty]:
    """Give the duties of a workspace as it was on a day; those that mean one thing are one."""
    known = as_known(workspace, today)
    found = [
        duty
        for document in known.documents
        if (of_all or document.is_asked) and document.model is not None
        for duty in document_duties(Subject(document, known, today), document.model)
    ]
    return merge([*found, *law_duties(known, today, tuple(found))])


def document_duties(subject: Subject, model: DocumentModel) -> Iterator[Duty]:
    """Give the duties of a document.

    One that is closed, or whose successor has begun to apply, has none; of one that has expired only its end is left.
    """
    if subject.is_closed or subject.is_succeeded:
        return
    if subject.is_over:
        left = left_of(subject, model)
        yield from (when_over(subject, duty, left) for duty in expiry(subject))
        return
    if isinstance(model, Agreement):
        yield from agreement_duties(subject, model)
    elif isinstance(model, Plan):
        yield from plan_duties(subject, model)
    elif isinstance(model, SituationPicture):
        yield from picture_duties(subject, model)
    elif isinstance(model, FollowUp):
        yield from next_review(subject, model)
    yield from part_duties(subject, model)


def _passed(duty: Duty) -> Status:
    """Say how a duty stands whose day has passed: what the law asks for may have been done outside the folder."""
    if duty.law is not None and duty.law.is_not_shown:
        return Status.NOT_SHOWN
    return Status.EXPIRED if duty.clock is DutyKind.EXPIRY else Status.OVERDUE


def _row(duty: Duty, today: date, soon_days: int) -> Row:
    if duty.due is None:
        return Row(duty, Status.EXPIRED if duty.clock is DutyKind.EXPIRY else Status.UNCOUNTED, None)
    days = (duty.due - today).days
    ahead = Status.SOON if days <= soon_days else Status.COMING
    return Row(duty, _passed(duty) if days < 0 else ahead, days)
