"""The rows of a follow-up: every duty with its day and its status."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from samverkan.followup.agreement import agreement_duties
from samverkan.followup.duties import Clock, Duty
from samverkan.model.choices import Kind

if TYPE_CHECKING:
    from datetime import date

    from samverkan.workspace import Workspace

SOON_DAYS = 60


class Status(StrEnum):
    """How urgent a row is; in order of urgency."""

    OVERDUE = "overdue"
    EXPIRED = "expired"
    SOON = "soon"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class Row:
    """A duty on a certain day.

    Attributes:
        duty: what is to be done, when, and why.
        status: how urgent it is.
        days: days left until it is due; negative when it is late.
    """

    duty: Duty
    status: Status
    days: int


def rows(workspace: Workspace, today: date) -> list[Row]:
    """List every duty that can be counted, the most urgent first.

    Args:
        workspace: the documents.
        today: the day to count from; what is due today is not late.
    """
    found = [
        _row(duty, today)
        for document in workspace.documents
        if document.model is not None and document.kind == Kind.AGREEMENT
        for duty in agreement_duties(document, workspace, today)
    ]
    order = list(Status)
    return sorted(found, key=lambda r: (order.index(r.status), r.duty.due, r.duty.document, r.duty.clock, r.duty.item))


def _row(duty: Duty, today: date) -> Row:
    days = (duty.due - today).days
    if days < 0:
        status = Status.EXPIRED if duty.clock is Clock.EXPIRY else Status.OVERDUE
    else:
        status = Status.SOON if days <= SOON_DAYS else Status.COMING
    return Row(duty, status, days)
