"""When Act (2023:196) on the responsibility of municipalities for crime prevention asks something, and of whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from samverkan.model.agreement import Agreement
from samverkan.model.choices import PartyType
from samverkan.model.dates import Duration

if TYPE_CHECKING:
    from samverkan.reviews.counted_from import CountedFrom
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

IN_FORCE = date(2023, 7, 1)
"""The day when the law came into force."""

PLAN_IN_FORCE = date(2024, 7, 1)
"""The day from which an action plan is demanded (the law's second rule of transition)."""

_SECOND_YEAR = Duration(2, "year")


@dataclass(frozen=True, slots=True)
class LegalDeadline:
    """A day by which the law asks that something is done again.

    Attributes:
        since: what it is counted from.
        due: the last day to do it.
    """

    since: CountedFrom
    due: date

    def has_passed(self, today: date) -> bool:
        """Tell whether the last day lies before today."""
        return self.due < today


def every_second_year(since: CountedFrom) -> LegalDeadline:
    """Give the deadline of what is to be done at least every second year: pictures and follow-ups (section 6)."""
    return LegalDeadline(since, _SECOND_YEAR.after(since.day))


def is_asked_of(workspace: Workspace, document: Document, since: date = IN_FORCE) -> bool:
    """Tell whether the law asks something of the agreement that a document belongs to.

    Args:
        workspace: the documents.
        document: an agreement, or a document that belongs to one.
        since: the day from which it is asked: an agreement that ended before it was never asked.
    """
    found = workspace.relations.agreement_of(document)
    agreement = found.model if found is not None else None
    if not isinstance(agreement, Agreement):
        return False
    end = agreement.validity.end
    lasts = end is None or end.date is None or end.date.last >= since
    return lasts and any(party.type is PartyType.MUNICIPALITY for party in agreement.parties)
