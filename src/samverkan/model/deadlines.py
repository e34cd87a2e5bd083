"""What is to be done by a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import Field

from samverkan.model.choices import DROPPED, Progress

if TYPE_CHECKING:
    from datetime import date

    from samverkan.model.cooperation import Quantity
    from samverkan.model.dates import CoarseDate
    from samverkan.model.plan import Actor


def occasions() -> Any:
    """Describe the key `dates`, of what is done at certain times."""
    return Field(
        (),
        min_length=1,
        title="Bestämda tider",
        description="När det görs, om det är vid flera bestämda tillfällen: [2017-03, 2017-09].",
    )


def said_when(what: str) -> Any:
    """Describe the key `when`, of what is called as in running text: `dokumentet tas fram`."""
    return Field(
        None,
        title="När, i ord",
        description=f"När {what}, som det står i dokumentet: i november, varje år i maj, efter sommaren.",
    )


def how_far() -> Any:
    """Describe the key `progress`, of what may be on its way."""
    return Field(
        None,
        title="Genomförande",
        description="planned (planerad), ongoing (pågår), done (genomförd), stopped (avbruten) eller cancelled "
        "(utgår).",
    )


def day_done(what: str) -> Any:
    """Describe the key `done`, of a part called as in running text: `åtgärden`."""
    return Field(
        None,
        title="Genomförd",
        description=f"När {what} blev genomförd: en dag, en månad, ett år eller en tid i ord (hösten 2021). Då "
        "behövs inte `progress`.",
    )


class WithDeadline:
    """A goal, commitment, measure, promise or activity: it may have a last day. The field stands in each of them."""

    if TYPE_CHECKING:
        deadline: CoarseDate | None

    @property
    def is_stopped(self) -> bool:
        """Whether it has been broken off or dropped, so that nothing more is to come of it."""
        return False


class WithOccasions(WithDeadline):
    """A commitment, measure, promise or activity: it may be done at certain times. The field stands in each of them."""

    if TYPE_CHECKING:
        dates: tuple[CoarseDate, ...]
        quantity: Quantity | None


class TakenOn(WithOccasions):
    """A commitment, promise or activity under one: parties take it on. The fields stand in each of them."""

    if TYPE_CHECKING:
        by: tuple[str, ...] | None
        responsible: str | None


class InProgress(WithOccasions):
    """A measure or activity: it may tell itself how far it has come. The fields stand in each of them."""

    if TYPE_CHECKING:
        start: CoarseDate | None
        who: tuple[Actor, ...]
        progress: Progress | None
        done: CoarseDate | None

    @property
    def how_far(self) -> Progress | None:
        """How far it has come as it tells itself; what only says when it was done is done."""
        return Progress.DONE if self.progress is None and self.done is not None else self.progress

    @property
    def is_stopped(self) -> bool:
        """Whether it has been broken off or dropped, so that nothing more is to come of it."""
        return self.progress in DROPPED

    def is_over(self, day: date) -> bool:
        """Tell whether nothing more is to come of it as seen from a day, before which it may not have been done yet."""
        is_done = self.how_far is Progress.DONE and (self.done is None or self.done.first <= day)
        return self.is_stopped or is_done
