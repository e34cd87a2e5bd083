"""Times, lengths and recurrences as people write them, ”1/2 2024”, ”6 månader” and ”varje år”, and as files do."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import TYPE_CHECKING

from samverkan.guess import closest
from samverkan.model.dates import CADENCES
from samverkan.model.meant_numbers import said_once
from samverkan.model.said_times import MONTHS_EN, MONTHS_SV, says_time_of_no_year

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MONTHS = {name[:3].casefold(): number for names in (MONTHS_EN, MONTHS_SV) for number, name in enumerate(names, 1)}
_MONTH = r"([^\W\d]{3,12})\.?"
_DAY, _YEAR, _SHORT_YEAR = "([0-9]{1,2})", "([12][0-9]{3})", "([0-9]{2})"
_MONTHS_OF_YEAR = 12
_WEEKDAY = r"(?:(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?,? )?(?:den )?"
_HOUR = r"(?:[T ](?:kl\.? ?)?[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?(?:[.][0-9]+)?(?:Z|[+-][0-9:]+)?)"
_CLOCK = rf"(?:,? kl\.? ?[0-9]{{1,2}}|{_HOUR})?"
_ORDINALS = (
    "första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde femtonde"
    " sextonde sjuttonde artonde nittonde tjugonde tjugoförsta tjugoandra tjugotredje tjugofjärde tjugofemte"
    " tjugosjätte tjugosjunde tjugoåttonde tjugonionde trettionde trettioförsta"
)
_DAYS_IN_WORDS = {word: str(number) for number, word in enumerate(_ORDINALS.split(), 1)}
_BEYOND_DAYS = 31
_AROUND = " ()[].,;:?!\"'”’"
_PLAIN = re.compile(f"{_YEAR}(?:-[0-9]{{2}}){{0,2}}")
_DAY_IN_FIGURES = re.compile(f"{_YEAR}-{_DAY}(?:-{_DAY})?")
_DIGIT = re.compile(r"\d")
_MOST_WORDS = 1000
"""Longer texts are prose, which no date was meant by."""
_MOST_WORDS_OF_DATE = 4
_MONTH_IN_FIGURES = re.compile(r"[0-9]{1,2}[. ]+[0-9]{4}")
"""Beside other words these are more often the number of something and a year."""
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_OF_MONTHS = frozenset(
    name[:length].casefold() for name in (*MONTHS_SV, *MONTHS_EN) for length in range(3, len(name) + 1)
)
"""The names of months, also cut short: ”sept”."""
_QUARTER = re.compile(rf"(?:q|kv\.?|kvartal) ?([1-4])[ ./-]*(?:år )?{_YEAR}", re.IGNORECASE)
_OF_TWO_YEARS = re.compile(
    r"(?:(?:vid|till|i|under|runt|kring) )?([^\W\d_]{3,20}) (?:20)?([0-9]{2})[/–-](?:20)?([0-9]{2})"
)
"""The turn of a year, or a winter: ”årsskiftet 27/28”."""
_AFTER_PLACE = re.compile(r"[^\W\d][^\d,]{1,40}, (?:den )?([0-9].*)")
# Forms of dates, the order in which they have year, month and day, and whether they can be read in one way only.
_DATES = tuple(
    (re.compile(rf"\A(?:{pattern})\Z", re.IGNORECASE), order, is_certain)
    for pattern, order, is_certain in (
        (f"{_YEAR}[-./ _]{_DAY}[-./ _]{_DAY}{_CLOCK}", "ymd", True),
        (f"{_YEAR}([0-9]{{2}})([0-9]{{2}})", "ymd", True),
        (f"{_WEEKDAY}{_DAY}/{_DAY}[ -]{_YEAR}", "dmy", True),
        (f"{_DAY}[./-]{_DAY}[./-]{_YEAR}", "dmy", False),
        (f"{_WEEKDAY}{_DAY}/{_DAY}[ -]+['’]?{_SHORT_YEAR}", "dmy", False),
        (f"{_WEEKDAY}{_DAY}(?:[:.]?[ae])?[. ]+{_MONTH} [-'’]?{_SHORT_YEAR}", "dmy", False),
        (f"{_SHORT_YEAR}[-./]?{_SHORT_YEAR}[-./]?{_SHORT_YEAR}", "ymd", False),
        (f"{_WEEKDAY}{_DAY}(?:[:.]?[ae])?[. ]+{_MONTH},? {_YEAR}{_CLOCK}", "dmy", True),
        (f"{_MONTH} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}", "mdy", True),
        (f"{_YEAR}[ -]{_MONTH}[ -]{_DAY}", "ymd", True),
        (f"{_MONTH},?[ -]{_YEAR}", "my", True),
        (f"{_YEAR}[ -]{_MONTH}", "ym", True),
        (f"{_YEAR}[-./ ]{_DAY}", "ym", True),
        (f"{_DAY}[./ -]{_YEAR}", "my", True),
        (f"(?:år(?:et)? ){_YEAR}|{_YEAR}\\.", "y", True),
    )
)


WORDS_OF_TIME = tuple(
    (word, re.compile(rf"\A(?:{pattern})\Z", re.IGNORECASE))
    for word, pattern in (
        ("further-notice", "(?:gäller )?tills? ?vidare|until further notice|löpande"),
        (
            "signing",
            (
                "(?:vid |från(?: och med)? |fr\\.?o\\.?m\\.? |i och med |efter |dagen för "
                "|när (?:den |det |båda |alla |parterna )?(?:har )?)?(?:under(?:"
                "teckna(?:nde|ndet|d|de|des|s|t|ts)|skrift|skriften|skrifter|skrivande|skrivandet|skriven|skrivit|skrivs)"
                "|signer(?:ing|ingen|ad|at|ats|as))|signed|signature|upon signing"
            ),
        ),
        ("next", "(?:tills |till )?(?:nästa|ett nytt löfte ges|nästa löfte(?: ges)?)"),
    )
)
"""The words of our own that stand for no date, each with what people write for it."""


def is_in_words(written: str) -> bool:
    """Tell whether somebody says a time in words that no clock can count, rather than means a date or a word of ours.

    Such is ”efter sommaren”: it names a time of the year, or how a time is meant, and no year.
    """
    is_ours = any(pattern.match(written) for _, pattern in WORDS_OF_TIME)
    return says_time_of_no_year(written) and not is_ours and not any(dates_meant(written))


def dates_meant(written: str) -> Iterator[tuple[str, bool]]:
    """Give the dates that a text may stand for, as files write them, and whether each is beyond doubt."""
    in_figures = " ".join(_DAYS_IN_WORDS.get(word.casefold(), word) for word in written.split())
    if (bare := in_figures.strip(_AROUND)) != in_figures:
        yield from ((date, False) for date, _ in dates_meant(bare))
        yield from _plain_dates(bare)
    yield from _parts_of_years(in_figures)
    if after_place := _AFTER_PLACE.fullmatch(in_figures):
        yield from ((date, False) for date, _ in dates_meant(after_place[1]))
    for form, order, is_certain in _DATES:
        match = form.match(in_figures)
        if match is None:
            continue
        parts = dict(zip(order, filter(None, match.groups()), strict=True))
        if date := _date(parts):
            yield date, is_certain or (order == "ymd" and int(parts["y"]) > _BEYOND_DAYS)


def _parts_of_years(written: str) -> Iterator[tuple[str, bool]]:
    """Give the quarter that a text stands for, or the time at the turn of two years."""
    if quarter := _QUARTER.fullmatch(written):
        yield f"Q{quarter[1]} {quarter[2]}", True
    if turn := _OF_TWO_YEARS.fullmatch(written):
        yield f"{turn[1]} 20{turn[2]}/20{turn[3]}", False


def dates_put_right(written: str) -> Iterator[str]:
    """Give the day that a text was most likely meant as that names none: the last of its month, ”31 april 2027”.

    Where the month is none that there is, it has changed places with the day: ”2026-18-09”.
    """
    for form, order, _ in _DATES:
        if "d" in order and (match := form.match(written)):
            parts = dict(zip(order, match.groups(), strict=True))
            days = [day for day in (30, 29, 28) if day < int(parts["d"]) <= _BEYOND_DAYS]
            read = [_date(parts | {"d": str(day)}) for day in days]
            if parts["m"].isdigit():
                read.append(_date(parts | {"m": parts["d"], "d": parts["m"]}))
            yield from list(filter(None, read))[:1]


def is_of_no_month(written: str) -> bool:
    """Tell whether a date has a number that no month has: ”2026-18-09”."""
    parts = written.split("-")
    is_date = _DAY_IN_FIGURES.fullmatch(written) is not None
    return is_date and not 1 <= int(parts[1]) <= _MONTHS_OF_YEAR


def dates_within(written: str) -> list[str]:
    """Give the dates that stand in a text among other words, as files write them: ”undertecknat 2 mars 2026”."""
    if not _DIGIT.search(written):
        return []  # no year
    words, found, first = written.split(maxsplit=_MOST_WORDS)[:_MOST_WORDS], list[str](), 0
    while first < len(words):
        lengths = range(min(_MOST_WORDS_OF_DATE, len(words) - first), 0, -1)
        dated = ((length, date_of(" ".join(words[first : first + length]))) for length in lengths)
        length, date = next(((length, date) for length, date in dated if date), (1, ""))
        if not date and _is_of_date(words[first].strip(_AROUND).casefold()):
            return []  # ”mellan mars och maj 2024” is no one date
        found += [date] if date else []
        first += length
    return found


def _is_of_date(word: str) -> bool:
    return word in _OF_MONTHS


def date_apart(written: str) -> tuple[str, str]:
    """Give the date that a text begins or ends with, and the rest of it; empty texts where it has none there."""
    words = written.split()
    for length in range(min(_MOST_WORDS_OF_DATE, len(words) - 1), 0, -1):
        for dated, rest in ((words[:length], words[length:]), (words[-length:], words[:-length])):
            if date := date_of(" ".join(dated)):
                return date, " ".join(rest).strip(" ,;:–-")
    return "", ""


def date_of(written: str) -> str:
    """Give the one date that some words are, with no other words among them; empty where they are none."""
    bare = written.strip(_AROUND)
    if _PLAIN.fullmatch(bare):
        return bare
    if not _DIGIT.search(bare):
        return ""  # no year
    words = _LETTERS.findall(bare.casefold())
    is_other = any(word != "den" and not _is_of_date(word) for word in words)
    return "" if is_other or _MONTH_IN_FIGURES.fullmatch(bare) else next((date for date, _ in dates_meant(bare)), "")


def _plain_dates(written: str) -> Iterator[tuple[str, bool]]:
    """Give a date that is written as files write them once the marks around it are gone."""
    if _PLAIN.fullmatch(written):
        yield written, False


def _date(parts: Mapping[str, str]) -> str:
    """Write a date from its year, month and day by their first letters; empty for one that there is not."""
    year = parts["y"] if len(parts["y"]) == len("2024") else f"20{parts['y']}"
    day = f"-{int(parts['d']):02}" if "d" in parts else ""
    if "m" not in parts:
        return year
    month = int(parts["m"]) if parts["m"].isdigit() else _MONTHS.get(parts["m"][:3].casefold(), 0)
    is_one = 1 <= month <= _MONTHS_OF_YEAR and 1 <= int(parts.get("d", 1)) <= monthrange(int(year), month)[1]
    return f"{year}-{month:02}{day}" if is_one else ""


_NUMBERS = {
    word: str(number)
    for number, words in enumerate(
        ("", "en ett one", "två two", "tre three", "fyra four", "fem five", "sex six", "sju", "åtta", "nio", "tio ten")
    )
    for word in words.split()
} | {"tolv": "12", "arton": "18", "tjugofyra": "24", "halvt": "6"}
_UNITS = {"dag": "D", "day": "D", "veck": "W", "week": "W", "mån": "M", "month": "M", "år": "Y", "year": "Y"}


_GOING_ON = re.compile(
    " (?:framåt|i taget|från (?:start|undertecknandet|underskrift)|i förväg|innan|ahead|at a time)\\Z"
)
_OF_LENGTH = (
    "(?:uppsägnings|avtals|giltighets|löp|förlängnings)tid|uppsägning|varsel|förvarning|framförhållning|varaktighet"
)
_NAMED_LENGTH = re.compile(
    rf"\A(?:(?:(?:ömsesidig|skriftlig) )?(?:{_OF_LENGTH})(?:en|et)?(?: är| på| om)?:? )"
    rf"|(?<=[^\W\d])s (?:ömsesidig |skriftlig )?(?:{_OF_LENGTH}|förlängning|notice)\Z"
)
"""What a length is of, said before it or after: ”6 månaders uppsägningstid”."""


def lengths_meant(written: str) -> Iterator[tuple[str, bool]]:
    """Give the lengths of time that a text may stand for: `P6M` for ”6 månader”."""
    said = _NAMED_LENGTH.sub("", _GOING_ON.sub("", said_once(written.casefold().strip(". "))))
    if re.fullmatch("(ett )?halvår|ett halvt år|half a year", said):
        yield "P6M", True
    if match := re.fullmatch(r"p ?([0-9]+) ?([dwmy])", said):
        yield f"P{match[1]}{match[2].upper()}", True
    if match := re.fullmatch(r"(\d++|[^\W\d]++)[ -]*+([^\W\d]++)", said):
        unit = next((letter for word, letter in _UNITS.items() if match[2].startswith(word)), "")
        count = _NUMBERS.get(match[1], match[1])
        if unit and count.isdigit():
            yield f"P{int(count)}{unit}", True


_A_YEAR = "(?: per |/| om | a | each )(?:år(?:et)?|year)"
_TIMES_A_YEAR = f"(?: (?:gånger|ggr|möten|times|meetings))?{_A_YEAR}"
_EACH_YEAR = "|".join(("vår", "sommar", "höst", "vinter", *MONTHS_SV))
_ONCE_A = "(?:(?:en|1) gång |once )?(?:per|i|om|a|each|/) ?"
_OFTEN = tuple(
    (name, re.compile(rf"\A(?:{'|'.join(patterns)})\Z"))
    for name, *patterns in (
        (
            "yearly",
            rf"varje (?:år|{_EACH_YEAR})|år|per år|årsvis|annually|annual|every year|(?:(?:per|a|each) )?year",
            rf"(?:en gång|1 (?:gång|ggr|g)|once|one time){_A_YEAR}",
        ),
        (
            "half-yearly",
            rf"(?:två|2|two){_TIMES_A_YEAR}|varje halvår|{_ONCE_A}halvår",
            rf"twice{_A_YEAR}|bi-?annually|semi-?annually|every half[- ]year",
        ),
        (
            "quarterly",
            rf"(?:fyra|4|four){_TIMES_A_YEAR}|varje kvartal|kvartal",
            rf"{_ONCE_A}(?:kvartal(?:et)?|quarter)|(?:every )?quarter",
        ),
        ("tertial", rf"(?:tre|3|three){_TIMES_A_YEAR}|varje tertial|{_ONCE_A}tertial"),
        ("every-2-months", rf"(?:sex|6|six){_TIMES_A_YEAR}|every (?:other|second) month"),
        (
            "monthly",
            rf"varje månad|(?:tolv|12|twelve){_TIMES_A_YEAR}|månatligen|månatlig",
            rf"{_ONCE_A}(?:månad(?:en)?|month)|(?:every )?month|månad",
        ),
        ("every-2-weeks", r"every (?:other|second) week"),
        ("weekly", rf"varje vecka|{_ONCE_A}(?:vecka(?:n)?|week)|(?:every )?week|vecka"),
        ("daily", r"varje dag|daglig|per dag|(?:every|each|per) day"),
        ("every-2-years", r"vart annat år|vartannat|varannat år|every (?:other|second) year"),
        ("per-term", r"(?:en gång )?(?:varje|per) (?:mandat|mandatperiod|valperiod)|(?:en gång )?i varje mandatperiod"),
        ("per-school-term", r"varje termin|per termin|en gång per termin|termin"),
        ("continuously", r"kontinuerligt|fortlöpande|ongoing"),
        ("as-needed", r"vid behov|efter behov|när det behövs|when needed"),
    )
)
_EACH = {
    "andra": "2",
    "tredje": "3",
    "fjärde": "4",
    "femte": "5",
    "sjätte": "6",
    "third": "3",
    "fourth": "4",
    "sixth": "6",
}
_ORDINAL = re.compile(f"^(?:{'|'.join(_EACH)})\\b")
_MUCH_ALIKE = 0.85
_LEAST = re.compile("(?:minst|åtminstone|at least) +")


def cadences_meant(written: str) -> Iterator[tuple[str, bool]]:
    """Give the recurrences that a text may stand for: `at-least-yearly` for ”minst varje år”."""
    said = said_once(written.casefold().strip(". "))
    bare = _LEAST.sub("", said, count=1)
    least = "at-least-" if bare != said else ""
    plain = re.sub("[ _-]+", "-", bare)
    names = [name for name, swedish in CADENCES if bare == swedish or plain == name]
    names += [name for name, form in _OFTEN if form.match(bare)]
    each = re.sub("^(?:once )?(?:var|varje|vart|every) ", "", bare)
    names += [length for length, _ in lengths_meant(_ORDINAL.sub(lambda found: _EACH[found[0]], each))]
    yield from ((least + name, True) for name in names[:1])
    if not names and (near := closest(bare, CADENCES, _MUCH_ALIKE)):
        yield least + near, False
