"""What a changed value means: later, oftener, more, higher set."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from samverkan.comparing.obligation import Effect
from samverkan.model.choices import Direction, Strength
from samverkan.model.cooperation import Quantity
from samverkan.model.dates import Cadence, CoarseDate, Duration, End, EndOrNext, Start
from samverkan.model.goals import Goal, Target

if TYPE_CHECKING:
    from samverkan.model.base import Part

SizeT = TypeVar("SizeT", int, Decimal, date)

_SOME_DAY = date(2001, 1, 1)
_STRENGTHS = (Strength.AS_NEEDED, Strength.SHOULD, Strength.SHALL)


def effect_of(before: object, after: object, old: Part, new: Part) -> Effect | None:
    """Tell what a change means; None where it cannot be told, or means nothing.

    Args:
        before: the value before.
        after: the value after.
        old: the part that held it.
        new: the part that holds it.
    """
    match before, after:
        case (Target(), Target()):
            return _of_targets(old, new, before, after)
        case (Quantity(), Quantity()):
            return _of_sizes(_amount(before), _amount(after), Effect.MORE, Effect.LESS)
        case (Strength(), Strength()):
            return _of_sizes(_STRENGTHS.index(before), _STRENGTHS.index(after), Effect.STRONGER, Effect.WEAKER)
        case (Cadence(), Cadence()):
            return _of_sizes(_days(before.period), _days(after.period), Effect.SELDOMER, Effect.OFTENER)
        case (Duration(), Duration()):
            return _of_sizes(_days(before), _days(after), Effect.LONGER, Effect.SHORTER)
        case (Decimal(), Decimal()):
            return _of_sizes(before, after, Effect.MORE, Effect.LESS)
        case (int(), int()):
            return None if isinstance(before, bool) else _of_sizes(before, after, Effect.MORE, Effect.LESS)
    return _of_sizes(_day(before), _day(after), Effect.LATER, Effect.EARLIER)


def _of_sizes(before: SizeT | None, after: SizeT | None, greater: Effect, smaller: Effect) -> Effect | None:
    if before is None or after is None or before == after:
        return None
    return greater if after > before else smaller


def _days(length: Duration | None) -> int | None:
    return (length.after(_SOME_DAY) - _SOME_DAY).days if length else None


def _day(value: object) -> date | None:
    """Give the day that a time is compared by: the first of a start, else the last; what goes on ends on no day."""
    match value:
        case CoarseDate():
            return value.last
        case Start(date=CoarseDate() as found):
            return found.first
        case End(said=""):
            return value.date.last if value.date else date.max
        case EndOrNext(date=CoarseDate() as found):
            return found.last
    return None


def _amount(quantity: Quantity) -> Decimal | None:
    given = (quantity.at_least, quantity.exactly, quantity.about, quantity.more_than, quantity.at_most)
    return next((one for one in given if one is not None), quantity.less_than)


def _of_targets(old: Part, new: Part, before: Target, after: Target) -> Effect | None:
    """Tell whether a target is set higher or lower: to decrease to less is to be set higher."""
    if not isinstance(old, Goal) or not isinstance(new, Goal):
        return None
    way = new.wanted_direction or old.wanted_direction
    was, now = _aimed_at(before), _aimed_at(after)
    is_change = (before.change_percent is None, after.change_percent is None)
    if was is None or now is None or len(set(is_change)) > 1 or way in {None, Direction.MAINTAIN}:
        return None
    raised, lowered = Effect.RAISED, Effect.LOWERED
    return _of_sizes(was, now, *((raised, lowered) if way is Direction.INCREASE else (lowered, raised)))


def _aimed_at(target: Target) -> Decimal | None:
    figures = list(target.figures.values())
    return target.change_percent if target.change_percent is not None else figures[0] if len(figures) == 1 else None
