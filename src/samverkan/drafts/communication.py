"""The next communication plan, to the same audiences through the same channels; or the first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkan.drafts.basis import data_of, kept, mappings
from samverkan.drafts.sheet import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.drafts.basis import Basis
    from samverkan.drafts.sheet import Draft, Value

_LASTING = ("by", "form")
_AGAIN = ("aims", "audiences", "messages", "channels")
_AFTER = ("responsible", "spokespersons", "follow_up")
_BOUND_TO_YEAR = frozenset({"from", "until", "dates", "progress"})


def new_communication(basis: Basis) -> Draft:
    """Write a communication plan to fill in."""
    before = data_of(basis.earlier)
    body: dict[str, Value] = {**basis.links(), **kept(before, _LASTING)}
    body |= {"period": {"from": str(basis.year), "until": str(basis.year)}, **basis.supersedes()}
    body |= {"audiences": [BLANK], "messages": [BLANK], "channels": [BLANK], **kept(before, _AGAIN)}
    activities = [_again(activity) for activity in mappings(before.get("activities"), "text")]
    body["activities"] = activities or list(_first(basis))
    return basis.draft({**body, **kept(before, _AFTER)})


def _again(activity: dict[str, Any]) -> Value:
    """Give an activity with its last day to fill in, unless it is told how often it is done."""
    found: dict[str, Value] = {key: value for key, value in activity.items() if key not in _BOUND_TO_YEAR}
    return found if "cadence" in activity else {**found, "until": BLANK}


def _first(basis: Basis) -> Iterator[Value]:
    names = basis.fresh("activity")
    party = basis.municipalities[0][0] if basis.municipalities else BLANK
    yield {"id": next(names), "text": BLANK, "who": [{"party": party, "role": BLANK}], "until": BLANK}
