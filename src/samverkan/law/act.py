"""When Act (2023:196) on the responsibility of municipalities for crime prevention asks something, and of whom."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from samverkan.model.agreement import Agreement
from samverkan.model.choices import PartyType
from samverkan.model.dates import Duration

if TYPE_CHECKING:
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

IN_FORCE = date(2023, 7, 1)
"""The day when the law came into force."""

PLAN_IN_FORCE = date(2024, 7, 1)
"""The day from which an action plan is demanded (the law's second rule of transition)."""

SECOND_YEAR = Duration(2, "year")
"""How often the situation picture is updated and the action plan followed up, at least (section 6)."""


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
