"""The times that have passed with nothing shown, by name: ”T1 och T2 2024”."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from datetime import date

    from samverkan.words.sentence import Language, Sayable

_MONTHS = (
    *(("januari", "January"), ("februari", "February"), ("mars", "March"), ("april", "April"), ("maj", "May")),
    *(("juni", "June"), ("juli", "July"), ("augusti", "August"), ("september", "September")),
    *(("oktober", "October"), ("november", "November"), ("december", "December")),
)
_TERMS = (("vårterminen", "the spring term of"), ("höstterminen", "the autumn term of"))
_SEASONS = (("våren", "spring"), ("hösten", "autumn"))
_HALVES = (("första halvåret", "the first half of"), ("andra halvåret", "the second half of"))
_PERIODS: dict[str, tuple[tuple[str, str], ...]] = {
    "tertial": tuple((f"T{i}", f"T{i}") for i in (1, 2, 3)),
    "quarterly": tuple((f"kvartal {i}", f"Q{i}") for i in (1, 2, 3, 4)),
    "half-yearly": _HALVES,
    "per-school-term": _TERMS,
    "spring-and-autumn": _SEASONS,
    "monthly": _MONTHS,
}
"""What the periods of a year are called, in order, by the cadence that they belong to."""
_NOTHING_FOR = Text("Mappen visar inget för {times}.", "The folder shows nothing for {times}.")
_ONCE = Text(
    "Mappen visar inte att det har gjorts sedan {day}.", "The folder does not show that it has been done since {day}."
)
_COUNTED = Text(
    "Mappen visar ingen av de {count} gångerna sedan {day}.", "The folder shows none of the {count} times since {day}."
)


@dataclass(frozen=True, slots=True)
class MissedTimes:
    """Times that have passed with nothing shown.

    Attributes:
        times: each with its year and its number in the year from 1; empty where they have no names.
        name: the cadence whose periods they are, or `year` for whole years.
        count: how many they are.
        since: the day that they are counted from.
    """

    times: tuple[tuple[int, int], ...]
    name: str
    count: int
    since: Sayable

    def begins_in_time_of(self, day: date) -> bool:
        """Tell whether the first of the times is the one that a day is in."""
        months = 12 // (1 if self.name == "year" else len(_PERIODS.get(self.name, "?")))
        return self.times[:1] == ((day.year, (day.month - 1) // months + 1),)

    def say(self, language: Language) -> str:
        """Say the whole sentence."""
        if not self.times:
            return (_ONCE if self.count == 1 else _COUNTED).with_fields(count=self.count, day=self.since).say(language)
        if self.name == "year":
            return _NOTHING_FOR.with_fields(times=_list([str(year) for year, _ in self.times], language)).say(language)
        names = [pair[language != "sv"] for pair in _PERIODS[self.name]]
        by_year = [
            f"{_list([names[number - 1] for _, number in group], language)} {year}"
            for year, group in groupby(self.times, key=lambda one: one[0])
        ]
        *first, last = by_year
        between = " samt " if language == "sv" else ", and "
        return _NOTHING_FOR.with_fields(times=", ".join(first) + between + last if first else last).say(language)


def _list(words: list[str], language: Language) -> str:
    *first, last = words
    return f"{', '.join(first)} {'och' if language == 'sv' else 'and'} {last}" if first else last
