"""When Act (2023:196) on the responsibility of municipalities for crime prevention binds an agreement."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from samverkan.model.choices import PartyType
from samverkan.model.dates import Duration

if TYPE_CHECKING:
    from samverkan.model.agreement import Agreement

IN_FORCE = date(2023, 7, 1)
"""The day when the law came into force."""

PLAN_IN_FORCE = date(2024, 7, 1)
"""The day from which an action plan is demanded (the law's second rule of transition)."""

SECOND_YEAR = Duration(2, "year")
"""How often the situation picture is updated and the action plan followed up, at least (section 6)."""


def is_bound(agreement: Agreement, since: date = IN_FORCE) -> bool:
    """Tell whether the law binds an agreement: a municipality is a party, and it is in force on or after a day."""
    end = agreement.validity.end
    lasts = end is None or end.date is None or end.date.last >= since
    return lasts and any(party.type is PartyType.MUNICIPALITY for party in agreement.parties)
