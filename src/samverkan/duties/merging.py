"""Rows that mean one thing are one row: the earliest, whose reason names every source."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from samverkan.duties.duty import ByLaw, Duty, DutyKind
from samverkan.words import duties as words
from samverkan.words.lists import MOST_LISTED
from samverkan.words.numbers import Figure

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence


def merged(duties: Sequence[Duty]) -> Duty:
    """Make one duty of several that mean the same.

    Args:
        duties: at least one.

    Returns:
        The earliest; its reason names the others'.
    """
    return joined(*sorted(duties, key=lambda duty: duty.due or date.max))


def joined(first: Duty, *others: Duty) -> Duty:
    """Give a duty with the reasons of others that mean the same beside its own."""
    duties = (first, *others)
    reason = first.reason
    for other in others[:MOST_LISTED]:
        reason = words.ALSO.with_fields(why=reason, other=other.reason)
    if (more := len(others) - MOST_LISTED) > 0:
        reason = words.ALSO_MORE.with_fields(why=reason, more=Figure(Decimal(more)))
    last_done = max((duty.last_done for duty in duties if duty.last_done), default=None)
    listed = min((duty.listed for duty in duties), key=lambda one: one.value)
    return replace(first, reason=reason, last_done=last_done, law=_law_of(duties), listed=listed)


def merge(found: Iterable[Duty]) -> list[Duty]:
    """Give duties with those that mean one thing made one.

    That is what renews one document, and reviews of one document in the same month.
    """
    groups: dict[Hashable, list[Duty]] = {}
    for i, duty in enumerate(found):
        groups.setdefault(_meaning(duty) or i, []).append(duty)
    return [merged(duties) if len(duties) > 1 else duties[0] for duties in groups.values()]


def _meaning(duty: Duty) -> tuple[Hashable, ...] | None:
    """Tell what a duty means, so that others that mean the same are found; None where nothing else can."""
    if duty.due is None:
        return None
    if duty.renews:
        return (duty.renews,)
    if duty.clock is DutyKind.REVIEW:
        return duty.reviewed or duty.holder, duty.due.year, duty.due.month
    return None


def _law_of(duties: Sequence[Duty]) -> ByLaw | None:
    """Put together what duties that are one are by law."""
    laws = [duty.law for duty in duties if duty.law is not None]
    municipalities = dict.fromkeys(one for law in laws for one in law.municipalities)
    is_not_shown = all(law.is_not_shown for law in laws)
    return ByLaw(laws[0].paragraph, tuple(municipalities), is_not_shown) if laws else None
