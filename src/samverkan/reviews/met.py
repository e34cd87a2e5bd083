"""Whether the figure of an outcome meets what was aimed at or promised."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from samverkan.model.choices import Manner, Unit
from samverkan.model.cooperation import Commitment
from samverkan.model.deadlines import TakenOn, WithOccasions
from samverkan.model.goals import Goal, Limits

if TYPE_CHECKING:
    from datetime import date

    from samverkan.model.base import Part
    from samverkan.model.cooperation import Quantity
    from samverkan.model.dates import CoarseDate
    from samverkan.model.review import Outcome
    from samverkan.model.terms import Period

    Figure = tuple[Decimal, CoarseDate | None]

_PER_CENT = re.compile("(?:pro|per[ -]?)cent(?:enheter)?|%|andel(?:en)?|share", re.IGNORECASE)
_SHARE = re.compile(r"\b(?:andel|share|proportion|percentage)", re.IGNORECASE)
_A_MONTH = 28
_NEARLY_ALL = Decimal("0.9")
_MAY_DIFFER = 0.15
"""How much times of the same length may differ, as part of the longer one: as months and quarters do."""


def quantity_of(part: Part) -> Quantity | None:
    """Give how much is promised; None where that is not said, and for parts that promise no amounts."""
    return part.quantity if isinstance(part, WithOccasions) else None


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
    match outcome.counts:
        case [only] if only.precision is None:
            return only.value
    return None


def is_met(outcome: Outcome, part: Part, period: Period | None) -> bool | None:
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
        start = part.baseline.period if part.baseline and part.start is not None else None
        is_sure = are_comparable(part, (part.start or Decimal(0), start), (figure, outcome.period))
        return part.is_met_by(figure) if is_sure else None
    quantity = quantity_of(part)
    if quantity is None or not _counts_same(outcome, part) or not _is_of_same_time(quantity, _time_of(outcome, period)):
        return None
    return _is_enough(quantity, figure)


def falls_short(outcome: Outcome, part: Part, period: Period | None) -> bool:
    """Tell whether the figure of an outcome is far less than was promised for about as much time.

    Args:
        outcome: what a follow-up states.
        part: what it is about.
        period: the time that the follow-up is of, where it says.
    """
    figure, quantity = figure_of(outcome), quantity_of(part)
    length = quantity.per.period if quantity and quantity.per else None
    start, end = _time_of(outcome, period)
    if figure is None or quantity is None or length is None or start is None or end is None:
        return False
    asked = (length.after(start) - start).days
    if abs((end - start).days + 1 - asked) > asked * _MAY_DIFFER:
        return False
    is_same = outcome.unit == quantity.unit and _counts_same(outcome, part)
    return is_same and _is_short(quantity, figure)


def may_be_met(outcome: Outcome, part: Part) -> bool:
    """Tell whether what was promised may be reached although the figure of an outcome is less.

    It is nearly as much, which many count as reached, or each party promises it and the figure is that of one.

    Args:
        outcome: what a follow-up states.
        part: what it is about.
    """
    figure, quantity = figure_of(outcome), quantity_of(part)
    if figure is None or quantity is None:
        return False
    return _is_for_each(part) or any(limit * _NEARLY_ALL <= figure < limit for limit in _asked(quantity))


def _is_short(quantity: Quantity, figure: Decimal) -> bool:
    return any(figure < limit * _NEARLY_ALL for limit in _asked(quantity))


def _asked(quantity: Quantity) -> list[Decimal]:
    return [limit for limit in (quantity.exactly, quantity.at_least) if limit is not None]


def _counts_same(outcome: Outcome, part: Part) -> bool:
    """Tell whether a figure counts what was promised: in the same unit, and not as a share."""
    unit, promised = outcome.unit, unit_of(part)
    return unit in {None, promised} and not _PER_CENT.fullmatch((unit or promised or "").strip())


def _is_for_each(part: Part) -> bool:
    """Tell whether each party promises as much, so that a figure may be that of one of them."""
    is_each = isinstance(part, TakenOn) and Manner.EACH in (part.by or ())
    return is_each or (isinstance(part, Commitment) and part.manner is Manner.EACH)


def _time_of(outcome: Outcome, period: Period | None) -> tuple[date | None, date | None]:
    """Give the first and the last day that the figure of an outcome is of: its own, or those of the follow-up."""
    if outcome.period is not None:
        return outcome.period.first, outcome.period.last
    start, end = (period.starts_on, period.ends_on) if period else (None, None)
    return start.first if start else None, end.last if end else None


def are_comparable(goal: Goal, earlier: Figure, later: Figure) -> bool:
    """Tell whether two figures of a goal can be compared: what is counted in nine months is less than in a year.

    Shares can be compared whatever their times are. Figures of a day, or of a time that is not told, are taken as they
    are. Of what is counted more in less time is more; of what has no unit, or one of its own, that is not known.
    """
    of_days = [((time.last - time.first).days + 1, figure) for figure, time in (earlier, later) if time is not None]
    if _is_share(goal) or len(of_days) < 2:  # noqa: PLR2004 - a time for each
        return True
    (short, in_short), (long, in_long) = sorted(of_days)
    is_as_long = short < _A_MONTH or long - short <= long * _MAY_DIFFER
    if is_as_long or goal.unit != Unit.COUNT:
        return is_as_long
    return in_short > in_long


def _is_share(goal: Goal) -> bool:
    """Tell whether a goal is about a share of a whole, or an index: by its unit, or else by what is measured."""
    if goal.unit is not None:
        return goal.unit in {Unit.PER_CENT, Unit.INDEX} or _PER_CENT.fullmatch(goal.unit.strip()) is not None
    return _SHARE.search(goal.indicator or goal.text) is not None


def _is_enough(quantity: Quantity, figure: Decimal) -> bool | None:
    """Tell whether a figure is as much as was promised; None where that is said in words or not exactly."""
    if quantity.more_than is not None:
        return figure > quantity.more_than
    if quantity.less_than is not None:
        return figure < quantity.less_than
    low = quantity.at_least if quantity.exactly is None else quantity.exactly
    limits = Limits(low, quantity.at_most)
    return limits.hold(figure) if limits.ends else None


def _is_of_same_time(quantity: Quantity, time: tuple[date | None, date | None]) -> bool:
    """Tell whether an amount is for the time that a figure is of, or neither says otherwise."""
    if quantity.per_text is not None:
        return False
    per, (start, end) = quantity.per.period if quantity.per else None, time
    if per is None or start is None or end is None:
        return quantity.per is None or per is not None
    return per.after(start) - timedelta(days=1) == end
