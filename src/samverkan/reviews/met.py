"""Whether the figure of an outcome meets what was aimed at or promised."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samverkan.model.cooperation import Commitment
from samverkan.model.goals import Goal, Limits
from samverkan.model.promise import Promise, PromiseActivity

if TYPE_CHECKING:
    from decimal import Decimal

    from samverkan.model.base import Part
    from samverkan.model.cooperation import Quantity
    from samverkan.model.review import Outcome
    from samverkan.model.terms import DatedPeriod


def quantity_of(part: Part) -> Quantity | None:
    """Give how much is promised; None where that is not said, and for parts that promise no amounts."""
    return part.quantity if isinstance(part, Commitment | Promise | PromiseActivity) else None


def unit_of(part: Part | None) -> str | None:
    """Give what the figures of a part count, where it says; None where it does not."""
    if isinstance(part, Goal):
        return part.unit
    quantity = quantity_of(part) if part is not None else None
    return quantity.unit if quantity is not None else None


def figure_of(outcome: Outcome) -> Decimal | None:
    """Give the exact figure of an outcome, its own or the only one that it lists; None where there is none."""
    if outcome.value is not None:
        return outcome.value if outcome.precision is None else None
    if len(outcome.counts) == 1 and outcome.counts[0].precision is None:
        return outcome.counts[0].value
    return None


def is_met(outcome: Outcome, part: Part, period: DatedPeriod | None) -> bool | None:
    """Tell whether the figure of an outcome meets what was aimed at or promised.

    Args:
        outcome: what a follow-up states.
        part: what it is about.
        period: the time that the follow-up is of, where it says.

    Returns:
        None where it cannot be told for certain: without an exact figure, and where the amount is for another length
        of time than the figure.
    """
    figure = figure_of(outcome)
    if figure is None:
        return None
    if isinstance(part, Goal):
        return part.is_met_by(figure)
    quantity = quantity_of(part)
    if quantity is None or not _is_of_same_time(quantity, period):
        return None
    low = quantity.at_least if quantity.exactly is None else quantity.exactly
    return Limits(low, quantity.at_most).hold(figure)


def _is_of_same_time(quantity: Quantity, period: DatedPeriod | None) -> bool:
    """Tell whether an amount is for the time that a follow-up is of, or neither says otherwise."""
    if quantity.per_text is not None:
        return False
    per = quantity.per.period if quantity.per else None
    if per is None or period is None or period.start is None or period.end is None:
        return quantity.per is None or per is not None
    return per.after(period.start.first) - timedelta(days=1) == period.end.last
