"""Figures as each language writes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from samverkan.words.sentence import Language

SINGULAR = {
    "gånger": "gång",
    "tillfällen": "tillfälle",
    "dagar": "dag",
    "veckor": "vecka",
    "månader": "månad",
    "timmar": "timme",
    "personer": "person",
    "times": "time",
    "days": "day",
    "weeks": "week",
    "months": "month",
    "hours": "hour",
}
"""What is commonly counted, as it is written of one; the units of authors' own are kept as they are."""
_NARROW = "\u202f"
"""A narrow space that does not break: between thousands."""
_AS_WIDE_AS_DIGIT, _AS_WIDE_AS_POINT = "\u2007", _NARROW


def decimals_of(values: Iterable[Decimal]) -> int:
    """Give how many decimals the most exact of some figures is written with."""
    return max((len(f"{value:f}".partition(".")[2]) for value in values), default=0)


def written_number(value: Decimal, language: Language, room: int = 0) -> str:
    """Write a figure as a language does: ”12 500,5”, ”12,500.5”.

    Args:
        value: the figure.
        language: the language.
        room: how many decimals there is room for, so that the figures of a column stand below each other. What a figure
            has no decimals for is left empty: zeros would say that it is more exact than it is.
    """
    whole, _, decimals = f"{abs(value):f}".partition(".")
    lacking = room - len(decimals)
    empty = (_AS_WIDE_AS_POINT if room and not decimals else "") + _AS_WIDE_AS_DIGIT * lacking
    groups = [whole[max(0, i - 3) : i] for i in range(len(whole), 0, -3)][::-1]
    separator, point = (_NARROW, ",") if language == "sv" else (",", ".")
    sign = "−" if value < 0 else ""
    return sign + separator.join(groups) + (point + decimals if decimals else "") + empty


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a sentence, written as the sentence's language does."""

    value: Decimal

    def say(self, language: Language) -> str:
        """Write it in a language."""
        return written_number(self.value, language)


NO_LIMIT = Text("–", "–")


def change_text(change: Decimal) -> Text:
    """Word a change in per cent: ”en förändring med −10 procent”."""
    return Text("en förändring med {change} procent", "a change of {change} per cent", {"change": Figure(change)})


def limits_text(low: Decimal | None, high: Decimal | None, *, is_open: bool = False) -> Text:
    """Word the limits that a figure is to lie within: ”minst 40”, ”mellan 40 och 60”; ”–” where there are none.

    Args:
        low: the lower limit.
        high: the upper limit.
        is_open: whether a limit itself lies outside: ”under 40”.
    """
    if is_open and (limit := high if low is None else low) is not None:
        form = Text("under {value}", "below {value}") if low is None else Text("över {value}", "above {value}")
        return form.with_fields(value=Figure(limit))
    if low is None:
        return (
            Text("högst {value}", "at most {value}").with_fields(value=Figure(high)) if high is not None else NO_LIMIT
        )
    if high is None:
        return Text("minst {value}", "at least {value}").with_fields(value=Figure(low))
    if low == high:
        return Text("{value}", "{value}").with_fields(value=Figure(low))
    return Text("mellan {low} och {high}", "between {low} and {high}").with_fields(low=Figure(low), high=Figure(high))
