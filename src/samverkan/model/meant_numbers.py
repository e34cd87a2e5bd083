"""Numbers, limits, yes and no as people write them, ”ca 10 st”, ”fyra kvällar” and ”ja, med e-legitimation”."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ONES = "noll en|ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton"
_TENS = "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio hundra"
_SPELLED = {word: number for number, words in enumerate(_ONES.split()) for word in words.split("|")}
_SPELLED |= {
    ten + one: 10 * tens + ones
    for tens, ten in enumerate(_TENS.split(), 2)
    for ones, one in enumerate(["", *["ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"]])
    if tens < 10 or not ones  # noqa: PLR2004 - a hundred ends the table
}
_IN_ENGLISH = "two three four five six seven eight nine ten eleven twelve"
_SPELLED |= {word: number for number, word in enumerate(_IN_ENGLISH.split(), 2)}
_FIGURES = {word: number for word, number in _SPELLED.items() if number > 1}
"""But for ”en” and ”ett”, which seldom count anything."""
_YES = frozenset({"ja", "jo", "japp", "yes", "sant", "on", "true", "x", "j", "y"})
_NO = frozenset({"nej", "nä", "no", "falskt", "off", "false", "n"})
_BEGINS_YES = _YES - {"x", "j", "y", "on"} | {"finns", "klart", "klar", "gjort", "är", "alltid"}
_BEGINS_YES |= {"bankid", "digitalt", "elektroniskt", "automatiskt", "förlängs"}
_BEGINS_NO = _NO - {"n", "off"} | {"inte", "ej", "icke", "saknas", "aldrig", "ännu", "not"}
_DOUBTS = frozenset({"kanske", "delvis", "eventuellt", "utan", "ingen", "inget", "inga", "maybe", "partly", "none"})
_MANY = r"(tusen|miljon(?:er)?|tkr|kkr|mkr|mnkr|msek)\b"
_LARGE = re.compile(rf"\A(-?[0-9]{{1,9}}(?:[,.][0-9]{{1,6}})?) ?{_MANY}", re.IGNORECASE)
_LARGE_WITHIN = re.compile(
    r"(?<![\w.,-])([0-9]{1,3}(?: [0-9]{3}){1,3}|[0-9]{1,9}(?:[,.][0-9]{1,6})?) ?" + _MANY, re.IGNORECASE
)
_THOUSANDS_WITH_COMMA = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}")
"""As programs in English write them: ”2,270”. Few figures have three decimals that anybody means."""
_TIMES = {"tus": 1000, "tkr": 1000, "kkr": 1000, "mil": 10**6, "mkr": 10**6, "mnk": 10**6, "mse": 10**6}
_WORD = re.compile(r"[^\W\d_]+")
_IN_WORDS = re.compile(r"\b[^\W\d_]{3,20}\b")
_MOST_TAIL = 3
_TWICE = re.compile(r"\b([^\W_]{1,20}) \(([^\W_]{1,20})\)")


def yes_or_no_meant(plain: str) -> Iterator[tuple[str, bool]]:
    """Give what a text says, yes or no, and whether that is beyond doubt: ”ja, med e-legitimation” says more."""
    said = plain.casefold().strip(" .!")
    if said in _YES | _NO:
        yield ("true" if said in _YES else "false"), True
    elif (first := _WORD.match(said)) and first.group() in _BEGINS_YES | _BEGINS_NO:
        yield ("false" if set(_WORD.findall(said)) & _BEGINS_NO else "true"), False


def says_that_it_is_so(plain: str) -> bool:
    """Tell whether words in the place of yes or no say how something is, and so that it is: ”med bank-id”."""
    words = {word.casefold() for word in _WORD.findall(plain)}
    return bool(words) and words.isdisjoint(_BEGINS_NO | _DOUBTS)


def has_comma_for_thousands(plain: str) -> bool:
    """Tell whether a number may be written with a comma for thousands: ”2,270”."""
    return _THOUSANDS_WITH_COMMA.fullmatch(plain.strip()) is not None


def said_once(plain: str) -> str:
    """Write a number once that a text says in words and in figures: ”3 månader” for ”tre (3) månader”."""
    return _TWICE.sub(_number_said_twice, plain)


def _number_said_twice(found: re.Match[str]) -> str:
    first, second = (_SPELLED.get(word.casefold(), word) for word in found.groups())
    return str(first) if str(first) == str(second) and str(first).isdigit() else found.group()


def in_figures(plain: str) -> str:
    """Write the numbers of a text in figures that it spells out: ”minst 4 gånger” for ”minst fyra gånger”.

    So are those of which it says the thousands or millions: ”minst 900000” for ”minst 900 tkr”.
    """
    said = _IN_WORDS.sub(lambda word: str(_FIGURES.get(word.group().casefold(), word.group())), said_once(plain))
    return _LARGE_WITHIN.sub(_multiplied, said)


def _multiplied(large: re.Match[str]) -> str:
    """Write a figure whole that a word says the thousands or the millions of: 1200000 for ”1,2 mkr”."""
    whole = Decimal(digits(large[1])) * _TIMES[large[2][:3].casefold()]
    return f"{whole.normalize():f}"


def numbers_meant(plain: str) -> Iterator[tuple[str, bool]]:
    """Give the number that a text stands for, and whether that is beyond doubt."""
    plain = said_once(plain)
    digits = re.sub(r"(?<=\d) (?=\d{3}(?!\d))", "", re.sub(r"\A(?:minus|[−–]) ?(?=\d)", "-", plain))
    if has_comma_for_thousands(plain):
        yield plain.replace(",", ""), False
    if large := _LARGE.match(digits):
        yield _multiplied(large), False
        return
    if re.fullmatch(r"[0-9]{1,3}\.[0-9]{3} ?(?:st\.?|stycken|kr|kronor|:-)", plain):  # thousands: such are whole
        yield re.sub("[^0-9]", "", plain), False
    elif match := re.fullmatch(r"([+-]?)([0-9]++)(?:[,.]([0-9]++))? ?(?:%|procent|st\.?|kr|kronor|:-)?", digits):
        sign = "-" if match[1] == "-" else ""
        yield f"{sign}{match[2]}" + (f".{match[3]}" if match[3] else ""), True
    elif match := re.fullmatch(r"(-?[0-9]++(?:[,.][0-9]++)?)(?: [^\W\d_]++){1,3}", digits):
        yield match[1].replace(",", "."), False
    elif re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3}){2,4}(?: ?(?:kr|kronor|:-))?", plain):
        yield re.sub("[^0-9]", "", plain), False
    elif 0 < len(words := plain.casefold().split()) <= _MOST_TAIL and (number := _SPELLED.get(words[0])):
        yield str(number), False


_LIMITS = (
    ("at_least", "at-least", r"minst|åtminstone|lägst|at least|>=|≥"),
    ("at_most", "at-most", r"högst|max(?:imalt)?|som mest|upp till|at most|<=|≤"),
    ("about", "about", r"ca\.?|cirka|c:a|omkring|ungefär|runt|about|~"),
    ("more_than", "more-than", r"fler än|mer än|över|more than|>"),
    ("less_than", "less-than", r"färre än|mindre än|under|less than|<"),
    ("", "just-over", r"drygt"),
    ("", "almost", r"knappt|nästan"),
)
_FIGURE = r"(-?[0-9]{1,9}(?: [0-9]{3}){0,3}(?:[.,][0-9]{1,6})?)"
_SPAN = re.compile(
    rf"\A(?:{_FIGURE} ?(?:-|till|to) ?{_FIGURE}|(?:mellan|between) {_FIGURE} (?:och|and) {_FIGURE})(?![0-9])"
)
LIMIT_FORMS = tuple(
    (key, precision, re.compile(rf"\A(?:{words}) ?{_FIGURE}(?: ?(?:%|st\.)| [^\W\d]{{1,30}})?\Z", re.IGNORECASE))
    for key, precision, words in _LIMITS
)


def limits_meant(plain: str, keys: object) -> str:
    """Give the keys and figures that a number in words stands for: `at_least: 10`, a line for each; empty for none.

    Args:
        plain: the text.
        keys: the keys that may be used.
    """
    own = set(keys) if isinstance(keys, dict | set) else set()
    said = in_figures(plain)
    if {"at_least", "at_most"} <= own and (span := _SPAN.match(said)):
        least, most = filter(None, span.groups())
        return f"at_least: {digits(least)}\nat_most: {digits(most)}"
    for key, _, form in LIMIT_FORMS:
        if key in own and (match := form.match(said)):
            return f"{key}: {digits(match[1])}"
    return ""


def digits(written: str) -> str:
    """Write a number as files do."""
    return written.replace(" ", "").replace(",", ".")
