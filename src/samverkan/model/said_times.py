"""Times as people say them: ”hösten 2016”, ”T1 2023”, ”efter sommaren 2017”, ”december 2023”; in Swedish and English.

Each has a first and a last day, so that reviews and deadlines can be counted. Seasons are those of the almanac:
autumn is September to November. Where a saying leaves an end open (”efter sommaren 2017”), the year is meant, so that
nothing is called late too early.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MONTHS_SV = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
MONTHS_EN = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class Span(NamedTuple):
    """The first and the last day of a time."""

    first: date
    last: date


_Months = tuple[int, int]
_Day = tuple[int, int]
_SEASONS: dict[_Months, tuple[str, ...]] = {
    (3, 5): ("våren", "vår", "the spring", "spring"),
    (6, 8): ("sommaren", "sommar", "sommarlovet", "sommarlov", "the summer", "summer", "the summer holidays"),
    (9, 11): ("hösten", "höst", "the autumn", "autumn", "the fall", "fall"),
    # A winter that is named by one year may be the one before or the one after it.
    (1, 12): ("vintern", "vinter", "the winter", "winter"),
    (1, 6): ("vårterminen", "vårtermin", "the spring term", "spring term"),
    (8, 12): ("höstterminen", "hösttermin", "the autumn term", "autumn term"),
}
_OVER_NEW_YEAR: dict[_Months, tuple[str, ...]] = {
    (12, 2): ("vintern", "vinter", "the winter", "winter"),
    (8, 6): ("läsåret", "skolåret", "the school year", "school year"),
    (12, 1): ("årsskiftet", "jullovet", "jullov", "the Christmas holidays", "Christmas holidays"),
    (1, 12): ("mandatperioden", "åren"),
}
_IN_TWO_YEARS = tuple(dict.fromkeys(word for words in _OVER_NEW_YEAR.values() for word in words))
_NAMED: dict[tuple[_Day, _Day], tuple[str, ...]] = {
    ((1, 1), (1, 1)): ("nyårsdagen", "New Year's Day"),
    ((4, 30), (4, 30)): ("valborg", "valborgsmässoafton", "Walpurgis Night"),
    ((6, 6), (6, 6)): ("nationaldagen", "the National Day"),
    ((6, 19), (6, 26)): ("midsommar", "midsummer"),  # of which the eve and the day are two
    ((10, 31), (11, 6)): ("allhelgona", "allhelgonahelgen", "All Saints"),
    ((12, 13), (12, 13)): ("lucia", "Lucia"),
    # School holidays lie in different weeks in different places: between these.
    ((2, 8), (3, 15)): ("sportlovet", "sportlov", "the winter break", "winter break"),
    ((10, 25), (11, 8)): ("höstlovet", "höstlov", "the autumn break", "autumn break"),
    ((12, 18), (12, 31)): ("jullovet", "jullov", "the Christmas holidays", "Christmas holidays"),
    ((12, 24), (12, 26)): ("jul", "julen", "Christmas"),
    ((12, 31), (12, 31)): ("nyår", "nyårsafton", "New Year's Eve"),
}
"""Days that are known by name and lie on the same dates each year, or between these."""
_EASTER = ("påsk", "påsken", "Easter")
_EASTER_HOLIDAYS = ("påsklovet", "påsklov", "the Easter holidays", "Easter holidays")
_PARTS: dict[int, tuple[str, ...]] = {
    3: ("kvartal", "kvartalet", "quarter", "Q", "K"),
    4: ("tertial", "tertialet", "T"),
    6: ("halvår", "halvåret", "half", "half-year", "H"),
}
"""What a year is divided into, by the months of each."""
_ORDINALS = ("första", "andra", "tredje", "fjärde", "first", "second", "third", "fourth")
_DURING = ("i", "under", "in", "during")
_THIRDS = (
    ("i början av", "början av", "the beginning of", "beginning of", "early"),
    ("i mitten av", "mitten av", "the middle of", "middle of", "mid"),
    ("i slutet av", "slutet av", "the end of", "end of", "late"),
)
_AFTER = ("efter", "strax efter", "after", "shortly after", "soon after")
_BEFORE = ("före", "innan", "strax före", "strax innan", "before", "shortly before", "just before")
_ABOUT = ("omkring", "kring", "runt", "around", "about")
_UNTIL = ("senast", "till och med", "t.o.m.", "t o m", "tom", "no later than", "until")


def _words(words: Iterable[str]) -> str:
    """Write a pattern of words, each with a small or a capital letter first."""
    return "|".join(f"[{word[0].upper()}{word[0].lower()}]{word[1:]}" for word in words).replace(".", "[.]")


_YEAR = "([1-9][0-9]{3})"
_NEXT_YEAR = "[/–-]([1-9][0-9]{3}|[0-9]{2})"
_OF = ",?(?: of| av)? "
_MONTH = f"({_words(dict.fromkeys((*MONTHS_SV, *MONTHS_EN)))})"
_PART = f"({_words(word for words in _PARTS.values() for word in words)})"
_DASH = " ?[–-] ?"
_WEEK = "([1-9]|[1-4][0-9]|5[0-3])"


def _months(year: int, first: int, last: int) -> Span:
    """Give a span of whole months; one that ends in an earlier month than it begins runs into the next year."""
    end = year + (last < first)
    return Span(date(year, first, 1), date(end, last, calendar.monthrange(end, last)[1]))


def _found(table: dict[_Months, tuple[str, ...]], word: str) -> _Months:
    return next(months for months, words in table.items() if word.lower() in {one.lower() for one in words})


def _month(word: str) -> int:
    names = MONTHS_SV if word.lower() in MONTHS_SV else tuple(name.lower() for name in MONTHS_EN)
    return names.index(word.lower()) + 1


def _season(word: str, year: str) -> Span:
    return _months(int(year), *_found(_SEASONS, word))


def _named_day(word: str, year: str) -> Span:
    first, last = next(days for days, words in _NAMED.items() if word.lower() in {one.lower() for one in words})
    return Span(date(int(year), *first), date(int(year), *last))


def _easter(_word: str, year: str) -> Span:
    """Give Good Friday to Easter Monday (the Gregorian computus of Meeus, Jones and Butcher)."""
    cycle, (century, rest) = int(year) % 19, divmod(int(year), 100)
    moon = (19 * cycle + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    month, day = divmod(moon + week - 7 * ((cycle + 11 * moon + 22 * week) // 451) + 114, 31)
    sunday = date(int(year), month, day + 1)
    return Span(sunday - timedelta(days=2), sunday + timedelta(days=1))


def _easter_holidays(word: str, year: str) -> Span:
    """Give the week before Easter and the one after it: schools are closed in one of them."""
    days = _easter(word, year)
    return Span(days.first - timedelta(days=7), days.last + timedelta(days=6))


def _school_term(letter: str, year: str) -> Span:
    return _months(int(year) if len(year) > 2 else 2000 + int(year), *((1, 6) if letter in "Vv" else (8, 12)))  # noqa: PLR2004


def _over_new_year(word: str, start: str, end: str) -> Span | None:
    first, last = _found(_OVER_NEW_YEAR, word)
    until = int(end) if len(end) > 2 else int(start[:2] + end) + (100 if int(end) < int(start[2:]) else 0)  # noqa: PLR2004
    if first <= last:
        return _years(start, str(until))
    return _months(int(start), first, last) if until == int(start) + 1 else None


def _years(start: str, end: str) -> Span | None:
    until = end if len(end) > 2 else start[:2] + end  # noqa: PLR2004
    return Span(date(int(start), 1, 1), date(int(until), 12, 31)) if int(start) < int(until) else None


def _numbered(word: str, first: str, last: str | None, year: str) -> Span | None:
    length = next(length for length, words in _PARTS.items() if word.lower() in {one.lower() for one in words})
    begins, ends = int(first), int(last or first)
    if not begins <= ends <= 12 // length:
        return None
    return _months(int(year), (begins - 1) * length + 1, ends * length)


def _ordinal(ordinal: str, word: str, year: str) -> Span | None:
    return _numbered(word, str(_ORDINALS.index(ordinal.lower()) % 4 + 1), None, year)


def _in_month(day: str | None, month: str, year: str) -> Span | None:
    whole = _months(int(year), _month(month), _month(month))
    if day is None:
        return whole
    return Span(one := whole.first.replace(day=int(day)), one) if 1 <= int(day) <= whole.last.day else None


def _month_to_month(first: str, last: str, year: str) -> Span | None:
    return _months(int(year), _month(first), _month(last)) if _month(first) < _month(last) else None


def _either_month(first: str, last: str, year: str) -> Span:
    one, other = sorted((_month(first), _month(last)))
    return _months(int(year), one, other)


def _either_season(first: str, last: str, year: str) -> Span | None:
    (begins, _), (_, ends) = sorted((_found(_SEASONS, first), _found(_SEASONS, last)))
    return _months(int(year), begins, ends) if begins <= ends else None


def _week(number: str, last: str | None, year: str) -> Span | None:
    try:
        first, monday = (date.fromisocalendar(int(year), int(week), 1) for week in (number, last or number))
    except ValueError:
        return None
    return Span(first, monday + timedelta(days=6)) if first <= monday else None


_FORMS: tuple[tuple[str, Callable[..., Span | None]], ...] = (
    (_YEAR, lambda year: _months(int(year), 1, 12)),
    (f"{_YEAR}[/–-]([1-9][0-9]{{3}})", _years),
    (f"({_words(word for words in _SEASONS.values() for word in words)}){_OF}{_YEAR}", _season),
    (f"({_words(word for words in _NAMED.values() for word in words)}){_OF}{_YEAR}", _named_day),
    (f"({_words(_EASTER)}){_OF}{_YEAR}", _easter),
    (f"({_words(_EASTER_HOLIDAYS)}){_OF}{_YEAR}", _easter_holidays),
    ("([VvHh])[Tt][ -]?([1-9][0-9]{3}|[0-9]{2})", _school_term),
    (f"({_words(_IN_TWO_YEARS)}){_OF}{_YEAR}{_NEXT_YEAR}", _over_new_year),
    (f"{_PART} ?([1-4])(?:{_DASH}(?:[TtQqKkHh])?([1-4]))?{_OF}{_YEAR}", _numbered),
    (f"(?:the )?({_words(_ORDINALS)}) {_PART}{_OF}{_YEAR}", _ordinal),
    (f"(?:(?:den )?([1-9]|[12][0-9]|3[01]) )?{_MONTH} {_YEAR}", _in_month),
    (f"{_MONTH}{_DASH}{_MONTH} {_YEAR}", _month_to_month),
    (f"(?:[Vv]ecka|[Vv]eckorna|[Vv]\\.?|[Ww]eeks?) ?{_WEEK}(?:{_DASH}{_WEEK})?,? {_YEAR}", _week),
)
_SEASON = f"({_words(word for words in _SEASONS.values() for word in words)})"
_OR = " (?:eller|och|samt|or|and) "
_LOOSE_FORMS: tuple[tuple[str, Callable[..., Span | None]], ...] = (
    (f"{_MONTH}{_OR}{_MONTH} {_YEAR}", _either_month),
    (f"{_SEASON}{_OR}{_SEASON}{_OF}{_YEAR}", _either_season),
)
_ALL_FORMS = (*_FORMS, *_LOOSE_FORMS)
_ONE_THIRD = tuple(word for words in _THIRDS for word in words)
_LEADS = (*_DURING, *_ONE_THIRD, "efter", "after", "före", "innan", "before")
_MORE_LEADS = (*_AFTER, *_BEFORE, *_ABOUT, *_UNTIL, *(f"senast {word}" for word in (*_DURING, *_ONE_THIRD, *_BEFORE)))
# Compiled when the first time is said in words: that takes as long as to check a small document.
_PLAIN_PATTERN = f"(?:({_words(_LEADS)}) )?((?:{'|'.join(form for form, _ in _FORMS)}))"
_SAID_PATTERN = (
    f"(?:({_words(dict.fromkeys((*_LEADS, *_MORE_LEADS)))}) )?((?:{'|'.join(form for form, _ in _ALL_FORMS)}))"
)
PATTERN = "^" + re.sub(r"\((?!\?)", "(?:", _SAID_PATTERN) + "$"
"""The sayings, as a pattern for editors; it also allows some times that do not exist, such as ”T4 2023”."""


_UNTIL_SAID = re.compile(f"(?:{_words(_UNTIL)}) ", re.IGNORECASE)
_ADRIFT = re.compile(
    f"(?:senast |från |from )?(?:{_words((*_AFTER, *_BEFORE, *_ABOUT, *_THIRDS[0]))}) |(?:{_words(_UNTIL)}) ",
    re.IGNORECASE,
)


_TIMES_OF_YEAR = tuple(
    dict.fromkeys(
        word
        for words in (
            *_SEASONS.values(),
            *_OVER_NEW_YEAR.values(),
            *_NAMED.values(),
            _EASTER,
            _EASTER_HOLIDAYS,
            MONTHS_SV,
            MONTHS_EN,
            ("skolstarten", "skolstart", "skolavslutningen", "terminsstarten", "terminsstart", "terminens slut"),
            ("årets slut", "nästa år", "next year"),
        )
        for word in words
        if word != "åren"
    )
)
"""What a time can be called without a year."""


def has_form_of_time(written: str) -> bool:
    """Tell whether words have the form of a time, whether there is such a time or not, as in ”T4 2023”."""
    return re.fullmatch(_SAID_PATTERN, written) is not None


def is_plain(written: str) -> bool:
    """Tell whether words say one time, rather than one by which something ends or one of two."""
    return re.fullmatch(_PLAIN_PATTERN, written) is not None


def without_until(written: str) -> str:
    """Give what a time is said to end with, ”2018” of ”t.o.m. 2018”; the same words where they say nothing else."""
    return _UNTIL_SAID.sub("", written, count=1)


def is_limit(said: str) -> bool:
    """Tell whether words say themselves how a time is meant, so that ”senast” cannot stand before them."""
    return _ADRIFT.match(said) is not None


_IN_SWEDISH = ("när", "då", "tills", "till", "så länge", "så snart", "i samband med", "inför")
_LEADS_WITHOUT_YEAR = (*_IN_SWEDISH, "when", "until", "as long as", "as soon as")
_HOW = f"(?:{_words(dict.fromkeys((*_AFTER, *_BEFORE, *_ABOUT, *_LEADS_WITHOUT_YEAR)))}) "
_NAMES = f"(?:{_words(sorted(_TIMES_OF_YEAR, key=len, reverse=True))})"
_SAYS_HOW = re.compile(_HOW)
_NAMES_TIME = re.compile(rf"\b{_NAMES}\b")
_LETTER = "[A-Za-zÅÄÖåäö0-9_]"
PATTERN_WITHOUT_YEAR = f"^(?!.*[0-9]{{4}})(?:{_HOW}|(?:.*[^A-Za-zÅÄÖåäö0-9_])?{_NAMES}(?!{_LETTER}))"
"""What `says_time_of_no_year` takes, as a pattern for editors."""
_A_YEAR = re.compile("[0-9]{4}")
_LONGEST = 120


def says_time_of_no_year(written: str) -> bool:
    """Tell whether words say a time without a year: ”efter sommaren”, ”när nästa plan beslutas”."""
    if len(written) > _LONGEST or "?" in written or _A_YEAR.search(written):
        return False
    return _SAYS_HOW.match(written) is not None or _NAMES_TIME.search(written) is not None


def span_of(written: str) -> Span | None:
    """Give the first and the last day of a time as it is said; None for words that say no time that is known here."""
    match = re.fullmatch(_SAID_PATTERN, written) if written[-1:].isdigit() else None  # every time ends in a year
    if match is None:
        return None
    lead, said = match[1], match[2]
    try:
        form, read = next(found for found in _ALL_FORMS if re.fullmatch(found[0], said))
        found = re.fullmatch(form, said)
        span = read(*found.groups()) if found else None
        return _led(lead.lower().removeprefix("senast "), span) if lead and span else span
    except (ValueError, OverflowError):  # before the year 1, after the year 9999
        return None


_EACH_YEAR = "varje år|årligen|each year|every year|yearly"
_A_MONTH = re.compile(_MONTH)
_IN_MONTH = f"(?:(?:i|under|varje|in|during|each|every) )?{_MONTH}"
_MONTHS_SAID = re.compile(
    f"(?:(?:{_EACH_YEAR})[, ] ?)?{_IN_MONTH}(?:(?:,| och| samt| and) {_IN_MONTH})*(?:,? (?:{_EACH_YEAR}))?"
)


def months_in(written: str) -> tuple[int, ...]:
    """Give the months that are named as times of every year: ”i maj och november”; none for words that say more.

    Returns:
        The numbers of the months from 1, in order.
    """
    said = written.strip().rstrip(".")
    said = said[:1].lower() + said[1:]
    if _MONTHS_SAID.fullmatch(said) is None:
        return ()
    return tuple(sorted({_month(word) for word in _A_MONTH.findall(said)}))


def _led(lead: str, span: Span) -> Span:
    """Give the part of a time, or the time beside it, that a word before it means."""
    if lead in _AFTER:
        first = span.last + timedelta(days=1)
        return Span(first, date(first.year, 12, 31))
    if lead in _BEFORE:
        last = span.first - timedelta(days=1)
        return Span(date(last.year, 1, 1), last)
    third = next((i for i, words in enumerate(_THIRDS) if lead in words), None)
    return span if third is None else _third(span, third)


def _third(span: Span, number: int) -> Span:
    """Give a third of a time: in whole months where these can be divided, else in days."""
    months = (span.last.year - span.first.year) * 12 + span.last.month - span.first.month + 1
    if months % 3 == 0:
        begins = span.first.month - 1 + number * months // 3
        ends = begins + months // 3 - 1
        end_year, end_month = span.first.year + ends // 12, ends % 12 + 1
        first = date(span.first.year + begins // 12, begins % 12 + 1, 1)
        return Span(first, date(end_year, end_month, calendar.monthrange(end_year, end_month)[1]))
    days = (span.last - span.first).days + 1
    begins, ends = days * number // 3, max(days * (number + 1) // 3 - 1, days * number // 3)
    return Span(span.first + timedelta(days=begins), span.first + timedelta(days=ends))
