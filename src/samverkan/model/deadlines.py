"""What is to be done by a day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field, WithJsonSchema, model_validator

from samverkan.model.base import Part
from samverkan.model.choices import DROPPED, Progress
from samverkan.model.dates import CoarseDate, time_said
from samverkan.model.said_times import has_form_of_time, without_until

if TYPE_CHECKING:
    from datetime import date

    from samverkan.model.cooperation import Quantity
    from samverkan.model.plan import Actor

_IN_WORDS = {"type": "string", "pattern": "[A-Za-zÅÄÖåäö]{3}"}
LastDay = Annotated[CoarseDate, WithJsonSchema({"anyOf": [*CoarseDate.SCHEMA["anyOf"], _IN_WORDS]})]
"""A last day of a part that may also say it in words, which are then kept under `when`."""


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


def _is_words(written: str) -> bool:
    """Tell whether somebody says when in words, rather than means a date and has made a slip."""
    from samverkan.model.meant_times import dates_meant  # noqa: PLC0415 - heavy, and only for what is no date

    is_slip = has_form_of_time(written) or any(dates_meant(written))
    return re.search(r"[^\W\d_]{3}", written) is not None and not is_slip


_WITHOUT_END = {"further-notice": "tills vidare"}
"""The word of our own for what has no last day, as it is printed where no clock counts."""


class WithDeadline(Part):
    """A goal, commitment, measure, promise or activity: it may have a last day. The field stands in each of them."""

    if TYPE_CHECKING:
        deadline: CoarseDate | None

    @model_validator(mode="before")
    @classmethod
    def _words_have_no_clock(cls, value: object) -> object:
        """Keep a last day in words that no clock can count under `when`, where the part has that."""
        key = cls.model_fields["deadline"].alias or "deadline"
        written = value.get(key) if isinstance(value, dict) else None
        if not isinstance(value, dict) or type(written) is not str:
            return value
        day = without_until(written.strip())
        if time_said(day) is not None:
            return {**value, key: day}
        if "when" not in cls.model_fields or "when" in value or not _is_words(written.strip()):
            return value
        said_when = _WITHOUT_END.get(written.strip(), written.strip())
        return {name: said for name, said in value.items() if name != key} | {"when": said_when}

    @property
    def said_when(self) -> str | None:
        """When it is to be done, in words; None where it does not say, and where parts of its type never do."""
        return self._written("when")

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
        partners: tuple[str, ...]


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
