"""How much a difference matters to those who decide."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from samverkan.comparing.differences import Happened
from samverkan.comparing.obligation import Effect
from samverkan.model.choices import Item
from samverkan.model.document import DocumentModel

if TYPE_CHECKING:
    from samverkan.comparing.differences import Difference
    from samverkan.comparing.subjects import Subject


class Weight(IntEnum):
    """How much a difference matters, from the heaviest."""

    PARTY = 10
    VALIDITY = 20
    BINDS_LESS = 30
    AIMS_LOWER = 35
    BINDS_MORE = 40
    WHO_ANSWERS = 45
    LAST_DAY = 50
    HOW_OFTEN = 55
    DIRECTION = 60
    OF_WHAT_BINDS = 65
    OTHER = 70
    FORM = 90

    @property
    def is_major(self) -> bool:
        """Whether it weighs heavily."""
        return self <= Weight.DIRECTION

    @property
    def is_form(self) -> bool:
        """Whether it is a matter of order, names, or of facts about the document."""
        return self is Weight.FORM


_OF_ORDER = frozenset({Happened.ORDER, Happened.RENAMED, Happened.MOVED})
_OF_EFFECTS = {
    Effect.WEAKER: Weight.BINDS_LESS,
    Effect.NEGATED: Weight.BINDS_LESS,
    Effect.STRONGER: Weight.BINDS_MORE,
    Effect.OFTENER: Weight.HOW_OFTEN,
    Effect.SELDOMER: Weight.HOW_OFTEN,
}
_BINDING = frozenset({Item.GOAL, Item.COMMITMENT, Item.PROMISE, Item.ACTIVITY, Item.MEASURE})
_DIRECTION = frozenset({Item.PURPOSE, Item.FOCUS_AREA, Item.SUB_AREA})
_TERMS = frozenset({"validity", "period"})
WHO = frozenset({"by", "who", "responsible"})
LAST_DAYS = frozenset({"deadline", "until", "latest", "first_by"})
_OF_KEYS = (
    (WHO, Weight.WHO_ANSWERS),
    (LAST_DAYS | {"measured", "notice_by"}, Weight.LAST_DAY),
    (frozenset({"cadence", "dates"}), Weight.HOW_OFTEN),
    (frozenset({"status"}), Weight.OTHER),
)
_FORM = frozenset(
    {"id", "number", "outline", "language", "samverkan", "not_exhaustive"} | DocumentModel.not_agreed - {"status"}
)


def weight_of(found: Difference, subject: Subject, effect: Effect | None) -> Weight:
    """Weigh a difference.

    Args:
        found: the difference.
        subject: what it is about.
        effect: what it means.
    """
    if found.how in _OF_ORDER or {found.key, subject.chapter} & _FORM:
        is_elsewhere = found.how is Happened.MOVED and subject.has_moved_from_list
        return Weight.OTHER if is_elsewhere else Weight.FORM
    if subject.own_item is Item.PARTY:
        return Weight.PARTY
    if subject.chapter in _TERMS:
        return Weight.VALIDITY
    return _of_whole(found, subject) or _of_effect(found, effect) or _of_key(found) or _of_place(subject)


def _of_whole(found: Difference, subject: Subject) -> Weight | None:
    """Weigh what is new or gone itself, where it is something that binds."""
    if subject.own_item not in _BINDING:
        return None
    if found.how is not Happened.REMOVED:
        return Weight.BINDS_MORE
    return Weight.AIMS_LOWER if subject.own_item is Item.GOAL else Weight.BINDS_LESS


def _of_effect(found: Difference, effect: Effect | None) -> Weight | None:
    if found.key == "target":
        return Weight.BINDS_MORE if effect is Effect.RAISED else Weight.AIMS_LOWER
    if found.key == "condition":
        return Weight.BINDS_LESS if found.how is Happened.ADDED else Weight.BINDS_MORE
    if found.key == "quantity":
        return Weight.BINDS_MORE if effect is Effect.MORE else Weight.BINDS_LESS
    return _OF_EFFECTS.get(effect) if effect else None


def _of_key(found: Difference) -> Weight | None:
    return next((weight for keys, weight in _OF_KEYS if found.key in keys), None)


def _of_place(subject: Subject) -> Weight:
    if subject.own_item in _DIRECTION:
        return Weight.DIRECTION
    return Weight.OF_WHAT_BINDS if subject.item in _BINDING else Weight.OTHER
