"""Dates as coarse as practice is, lengths of time, and how often something is to be done.

Pure values: no clock is read here. Dates outside the years 1 to 9999 do not exist; counting stops at the edge.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

from pydantic_core import PydanticCustomError, core_schema

from samverkan.model.said_times import MONTHS_EN, MONTHS_SV, PATTERN, PATTERN_WITHOUT_YEAR, span_of, without_until
from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler

    from samverkan.words.sentence import Language

SAID: dict[str, Any] = {"type": "string", "pattern": PATTERN}
"""Describes times in words to editors."""
SAID_ALONE: dict[str, Any] = {"type": "string", "pattern": PATTERN_WITHOUT_YEAR}
"""Describes to editors times in words that no clock can count, such as ”efter sommaren”."""


class Scalar(ABC):
    """A value written as one piece of text; the base of the types below."""

    SCHEMA: ClassVar[dict[str, Any]]

    @classmethod
    @abstractmethod
    def parse(cls, written: str) -> Self:
        """Read the value as the author wrote it."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Read from text, write as text."""
        from_text = core_schema.no_info_plain_validator_function(cls._from)
        return core_schema.json_or_python_schema(
            json_schema=from_text,
            python_schema=from_text,
            serialization=core_schema.plain_serializer_function_ser_schema(str),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> Any:
        """Describe it to editors: a text with a pattern."""
        return dict(cls.SCHEMA)

    @classmethod
    def _from(cls, value: object) -> Self:
        if not isinstance(value, str):
            raise PydanticCustomError("string_type", "text")
        return cls.parse(value.strip())


_IN_FIGURES = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class CoarseDate(Scalar):
    """A year, a month, a day or a time in words (”hösten 2016”). As a start it means its first day, as an end its last.

    Attributes:
        year: the year, of a time in words that of its first day; so too `month` and `day`, 0 where they are not said.
        said: a time in words, as the author wrote it; empty for what is written in figures.
        until: the last day of a time in words.
        ends: of a time from one to another, these two.
    """

    year: int
    month: int = 0
    day: int = 0
    said: str = ""
    until: date | None = None
    ends: tuple[CoarseDate, CoarseDate] | None = field(default=None, compare=False)

    SCHEMA: ClassVar[dict[str, Any]] = {
        "anyOf": [
            {"type": "string", "pattern": r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"},
            {"type": "integer", "minimum": 1000, "maximum": 9999},
            SAID,
        ],
    }

    @classmethod
    @lru_cache(maxsize=4096)  # a folder of documents names the same days over and over
    def parse(cls, written: str) -> CoarseDate:
        """Read `2019`, `2019-04`, `2019-04-26` or `hösten 2019`."""
        match = _IN_FIGURES.fullmatch(written)
        if match is None:
            return cls._in_words(unicodedata.normalize("NFC", written))
        year, month, day = (int(group) if group else 0 for group in match.groups())
        if year == 0 or (match[2] and not 1 <= month <= 12):  # noqa: PLR2004
            raise PydanticCustomError("date_form", "date", {"value": written})
        if match[3] and not 1 <= day <= (last := calendar.monthrange(year, month)[1]):
            raise PydanticCustomError("date_absent", "date", {"value": written, "month": written[:7], "last": last})
        return cls(year, month, day)

    @classmethod
    def _in_words(cls, written: str) -> CoarseDate:
        span = span_of(written)
        if span is None:
            raise PydanticCustomError("date_form", "date", {"value": written})
        first, plainly = span.first, written.casefold().removeprefix("den ")
        for exact in (cls.of(first), cls(first.year, first.month)):  # ”3 maj 2023” and ”maj 2023” say no more
            if plainly in {exact.say("sv").removeprefix("den "), exact.say("en").casefold()}:
                return exact
        return cls(first.year, first.month, first.day, written, span.last)

    @classmethod
    def of(cls, day: date) -> CoarseDate:
        """Write a day as a date that is exact to the day."""
        return cls(day.year, day.month, day.day)

    def to(self, end: CoarseDate) -> CoarseDate:
        """Give the time from the first day of this one to the last day of another."""
        if end == self:
            return self
        first = self.first
        return CoarseDate(first.year, first.month, first.day, f"{self} – {end}", end.last, (self, end))

    @property
    def first(self) -> date:
        """The first day that it covers."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that it covers."""
        if self.until is not None:
            return self.until
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def say(self, language: Language) -> str:
        """Write the date as in running text: `den 11 september 2024`, `september 2024`, `2024` or as it is said."""
        if self.ends is not None:
            return self._say_from_to(*self.ends, language)
        if self.said or not self.month:
            return self.said or str(self.year)
        if language == "sv":
            month = f"{MONTHS_SV[self.month - 1]} {self.year}"
            return f"den {self.day} {month}" if self.day else month
        month = f"{MONTHS_EN[self.month - 1]} {self.year}"
        return f"{self.day} {month}" if self.day else month

    @staticmethod
    def _say_from_to(start: CoarseDate, end: CoarseDate, language: Language) -> str:
        if not (start.month or end.month):
            return f"{start}–{end}"
        if (
            start.year == end.year
            and start.month
            and end.month
            and not (start.day or end.day or start.said or end.said)
        ):
            return f"{start.say(language).removesuffix(f' {start.year}')}–{end.say(language)}"
        said = Text("{start} till och med {end}", "{start} to {end} inclusive")
        return said.with_fields(start=start, end=end).say(language)

    def __str__(self) -> str:
        """Write the date as in the file."""
        return self.said or "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])


def time_said(written: str | None) -> CoarseDate | None:
    """Read words as a time; None for none, and for words that say no time that can be counted."""
    try:
        return CoarseDate.parse(written) if written else None
    except PydanticCustomError:
        return None


def _date_or_words(written: str) -> tuple[CoarseDate | None, str]:
    """Read a date, or else a time in words that no clock can count: ”efter sommaren”."""
    try:
        return CoarseDate.parse(written), ""
    except PydanticCustomError:
        from samverkan.model.meant_times import is_in_words  # noqa: PLC0415 - heavy, and only for what is no date

        if not is_in_words(written):
            raise
        return None, written


@dataclass(frozen=True, slots=True)
class Start(Scalar):
    """When something begins to apply: a date, the day of signing, or a time that no clock can count.

    Attributes:
        date: the date; None where there is none.
        said: a time in words that names no year, as the author wrote it; empty for a date and for the signing.
    """

    date: CoarseDate | None
    said: str = ""

    SCHEMA: ClassVar[dict[str, Any]] = {"anyOf": [*CoarseDate.SCHEMA["anyOf"], {"const": "signing"}, SAID_ALONE]}

    @property
    def is_signing(self) -> bool:
        """Whether it is the day of signing."""
        return self.date is None and not self.said

    @classmethod
    def parse(cls, written: str) -> Start:
        """Read a coarse date or `signing`."""
        return cls(None) if written == "signing" else cls(*_date_or_words(written))

    def say(self, language: Language) -> str:
        """Write the start as in running text."""
        if self.date is None:
            return self.said or Text("undertecknandet", "the signing").say(language)
        return self.date.say(language)

    def __str__(self) -> str:
        """Write the start as in the file."""
        return self.said or ("signing" if self.date is None else str(self.date))


@dataclass(frozen=True, slots=True)
class End(Scalar):
    """When something ceases to apply: a date, a time that no clock can count, or not until further notice.

    Attributes:
        date: the date; None where there is none.
        said: a time in words that names no year, as the author wrote it; empty for a date and for no end.
    """

    date: CoarseDate | None
    said: str = ""

    SCHEMA: ClassVar[dict[str, Any]] = {"anyOf": [*CoarseDate.SCHEMA["anyOf"], {"const": "further-notice"}, SAID_ALONE]}

    @property
    def is_open(self) -> bool:
        """Whether it goes on until further notice."""
        return self.date is None and not self.said

    @classmethod
    def parse(cls, written: str) -> End:
        """Read a coarse date or `further-notice`."""
        return cls(None) if written == "further-notice" else cls(*_date_or_words(without_until(written)))

    def say(self, language: Language) -> str:
        """Write the end as in running text."""
        if self.date is None:
            return self.said or Text("tills vidare", "until further notice").say(language)
        return self.date.say(language)

    def __str__(self) -> str:
        """Write the end as in the file."""
        return self.said or ("further-notice" if self.date is None else str(self.date))


@dataclass(frozen=True, slots=True)
class EndOrNext(Scalar):
    """When something ceases to apply: a date, a time that no clock can count, or when the next takes over.

    Attributes:
        date: the date; None where there is none.
        is_open: whether it goes on until further notice.
        said: a time in words that names no year, as the author wrote it; empty for all else.
    """

    date: CoarseDate | None
    is_open: bool = False
    said: str = ""

    SCHEMA: ClassVar[dict[str, Any]] = {
        "anyOf": [*CoarseDate.SCHEMA["anyOf"], {"const": "next"}, {"const": "further-notice"}, SAID_ALONE]
    }

    @classmethod
    def parse(cls, written: str) -> EndOrNext:
        """Read a coarse date, `next` or `further-notice`."""
        if written in {"next", "further-notice"}:
            return cls(None, written == "further-notice")
        date, said = _date_or_words(without_until(written))
        return cls(date, said=said)

    @property
    def awaits_next(self) -> bool:
        """Whether it ends when the next of its kind takes over."""
        return self.date is None and not self.is_open and not self.said

    def say(self, language: Language) -> str:
        """Write the end as in running text."""
        if self.is_open:
            return End(None).say(language)
        if self.date is None:
            return self.said or Text("nästa löfte", "the next promise").say(language)
        return self.date.say(language)

    def __str__(self) -> str:
        """Write the end as in the file."""
        if self.is_open:
            return str(End(None))
        return self.said or ("next" if self.date is None else str(self.date))


UnitOfTime = Literal["day", "week", "month", "year"]
_LETTERS: dict[str, UnitOfTime] = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_UNITS_SV = {
    "day": ("dag", "dagar"),
    "week": ("vecka", "veckor"),
    "month": ("månad", "månader"),
    "year": ("år", "år"),
}
MOST_PERIODS = 1200


@dataclass(frozen=True, slots=True)
class Duration(Scalar):
    """A length of time in calendar units, as ISO 8601 writes it: `P6M` is six months."""

    count: int
    unit: UnitOfTime

    SCHEMA: ClassVar[dict[str, Any]] = {"type": "string", "pattern": r"^P0*[1-9][0-9]{0,3}[DWMY]$"}

    @classmethod
    def parse(cls, written: str) -> Duration:
        """Read `P30D`, `P2W`, `P6M` or `P1Y`."""
        match = re.fullmatch(r"P([0-9]{1,4})([DWMY])", written)
        if match is None or not 1 <= int(match[1]) <= MOST_PERIODS:
            raise PydanticCustomError("duration_form", "duration", {"value": written})
        return cls(int(match[1]), _LETTERS[match[2]])

    def after(self, start: date, times: int = 1) -> date:
        """Give the day that lies this length after another.

        The last day of a shorter month stands in for a day that the month does not have: one year after
        29 February is 28 February. Counting always starts anew from `start`, so that no day is lost on the way.
        """
        return _shift(start, self.unit, self.count * times)

    def before(self, end: date) -> date:
        """Count back this length from a day; the earliest day there is where that lies before the year 1."""
        return _shift(end, self.unit, -self.count)

    def say(self, language: Language) -> str:
        """Write the length: `6 månader`."""
        if language == "sv":
            return f"{self.count} {_UNITS_SV[self.unit][self.count != 1]}"
        return f"{self.count} {self.unit}{'s' if self.count != 1 else ''}"

    def __str__(self) -> str:
        """Write the length as in the file."""
        return f"P{self.count}{self.unit[0].upper()}"


def _shift(day: date, unit: UnitOfTime, count: int) -> date:
    try:
        if unit in {"day", "week"}:
            return day + timedelta(days=count * (7 if unit == "week" else 1))
        months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError, calendar.IllegalMonthError):
        return date.max if count > 0 else date.min


_NAMED: dict[str, tuple[Duration | None, str, str]] = {
    "daily": (Duration(1, "day"), "dagligen", "daily"),
    "weekly": (Duration(1, "week"), "veckovis", "weekly"),
    "every-2-weeks": (Duration(2, "week"), "varannan vecka", "every two weeks"),
    "monthly": (Duration(1, "month"), "månadsvis", "monthly"),
    "every-2-months": (Duration(2, "month"), "varannan månad", "every two months"),
    "quarterly": (Duration(3, "month"), "kvartalsvis", "quarterly"),
    "tertial": (Duration(4, "month"), "tertialvis", "every four months"),
    "half-yearly": (Duration(6, "month"), "halvårsvis", "half-yearly"),
    "yearly": (Duration(1, "year"), "årligen", "yearly"),
    "every-2-years": (Duration(2, "year"), "vartannat år", "every second year"),
    "every-3-years": (Duration(3, "year"), "vart tredje år", "every third year"),
    "every-4-years": (Duration(4, "year"), "vart fjärde år", "every fourth year"),
    "per-school-term": (Duration(6, "month"), "varje termin", "each school term"),
    "spring-and-autumn": (Duration(6, "month"), "vår och höst", "in spring and autumn"),
    "per-term": (None, "varje mandatperiod", "each term of office"),
    "per-mandate": (None, "varje mandatperiod", "each term of office"),
    "continuously": (None, "löpande", "continuously"),
    "regularly": (None, "regelbundet", "regularly"),
    "as-needed": (None, "vid behov", "as needed"),
}
CADENCES = tuple((name, swedish) for name, (_, swedish, _) in _NAMED.items())
"""The named cadences, each with its Swedish name."""
_AT_LEAST = "at-least-"
_EVERY_SV = ("varje", "varannan", "var tredje", "var fjärde", "var femte", "var sjätte", "var sjunde", "var åttonde")


def _spaced(length: Duration, language: Language) -> str:
    """Write how often something is done by the time between: ”var tredje vecka”, ”med 18 månaders mellanrum”."""
    if language != "sv":
        return f"every {length.unit}" if length.count == 1 else f"every {length.say(language)}"
    if length.count > len(_EVERY_SV):
        return f"med {length.say(language)}s mellanrum"
    every = _EVERY_SV[length.count - 1]
    if length.unit == "year":
        every = every.replace("varannan", "vartannat").replace("var ", "vart ")
    return f"{every} {_UNITS_SV[length.unit][0]}"


@dataclass(frozen=True, slots=True)
class Cadence(Scalar):
    """How often something is done. `period` is None for what cannot be counted, which never becomes overdue."""

    written: str
    period: Duration | None
    at_least: bool

    SCHEMA: ClassVar[dict[str, Any]] = {
        "type": "string",
        "anyOf": [
            {
                "enum": [*_NAMED, *(_AT_LEAST + name for name, (period, *_) in _NAMED.items() if period)],
                "enumDescriptions": [
                    *(swedish for _, swedish, _ in _NAMED.values()),
                    *(f"minst {swedish}" for period, swedish, _ in _NAMED.values() if period),
                ],
            },
            {"pattern": r"^(at-least-)?P[0-9]{1,4}[DWMY]$"},
        ],
    }

    @classmethod
    def parse(cls, written: str) -> Cadence:
        """Read `yearly`, `at-least-yearly`, `P18M` or `continuously`."""
        name = written.removeprefix(_AT_LEAST)
        at_least = name != written
        if name in _NAMED:
            period = _NAMED[name][0]
        elif name.startswith("P"):
            try:
                period = Duration.parse(name)
            except PydanticCustomError:
                raise PydanticCustomError("cadence_form", "cadence", {"value": written}) from None
        else:
            raise PydanticCustomError("cadence_form", "cadence", {"value": written})
        if at_least and period is None:
            raise PydanticCustomError("cadence_form", "cadence", {"value": written})
        return cls(written, period, at_least)

    def say(self, language: Language) -> str:
        """Write the cadence: `minst årligen`."""
        least = Text("minst ", "at least ").say(language) if self.at_least else ""
        name = self.written.removeprefix(_AT_LEAST)
        if name in _NAMED:
            _, swedish, english = _NAMED[name]
            return least + (swedish if language == "sv" else english)
        return least + _spaced(Duration.parse(name), language)

    def __str__(self) -> str:
        """Write the cadence as in the file."""
        return self.written


def is_cadence(written: str) -> bool:
    """Tell whether a text says how often something is done, as files write it."""
    try:
        Cadence.parse(written)
    except PydanticCustomError:
        return False
    return True


YEARLY = Cadence.parse("yearly")
"""How often that is done for which only the months are said."""
