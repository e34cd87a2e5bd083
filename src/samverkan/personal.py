"""Personal identity numbers and coordination numbers: found however they are written, and hidden where we speak."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# What may stand between the parts of a number: at most a space or an invisible character, a hyphen of any sort or a
# plus sign, and one more of the first. Not in the midst of longer numbers, dates and addresses.
_GAP = r"[\s\u200b-\u200d\u2060\u00ad]?"
_MARK = r"[-+\u2010-\u2015\u2212\ufe58\ufe63\uff0b\uff0d]?"
_BETWEEN = _GAP + _MARK + _GAP
_NUMBER = re.compile(
    rf"(?<!\d)(?<!\d[/.:-])(?:(?:18|19|20){_GAP})?(\d{{2}}){_BETWEEN}(\d{{2}}){_BETWEEN}(\d{{2}}){_BETWEEN}(\d{{2}}){_GAP}(\d{{2}})(?!\d|[/.:-]\d)"
)
# Ten digits or more with no more between two of them than a number has: quick to look for, and most texts have none.
_TEN_DIGITS = re.compile(r"\d(?:\D{0,3}+\d){9,}")
_LOOKED_AT_AFTER = 2
"""As many characters past a number tell whether it goes on."""
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_DIGIT = re.compile(r"\d")
_MONTHS, _DAYS, _COORDINATION = 12, 31, 60
_HIDDEN = "•"


def hidden(text: str) -> str:
    """Write a text with the digits of identity numbers as dots; it stays as long as it was."""
    shown, end = "", 0
    for start, stop in identity_numbers(text):
        shown += text[end:start] + _DIGIT.sub(_HIDDEN, text[start:stop])
        end = stop
    return shown + text[end:] if end else text


def hidden_in(node: object) -> object:
    """Hide the identity numbers in every text of plain data: mappings and lists of texts, to the bottom."""
    match node:
        case str():
            return hidden(node)
        case dict():
            return {key: hidden_in(value) for key, value in node.items()}
        case list() | tuple():
            return [hidden_in(value) for value in node]
    return node


def identity_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Find the possible personal identity numbers of a text: where each begins and ends."""
    if not _TEN_DIGITS.search(text):
        return
    if not text.isascii():  # a number of one digit for each, so that the places stay the same
        text = _OTHER_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit.group())), text)
    runs = (run.span() for run in _TEN_DIGITS.finditer(text))
    for match in chain.from_iterable(_NUMBER.finditer(text, first, end + _LOOKED_AT_AFTER) for first, end in runs):
        year, month, day, *last = match.groups()
        if is_identity_number(year, month, day, "".join(last)):
            yield match.span()


def is_identity_number(year: str, month: str, day: str, last: str) -> bool:
    """Tell whether ten digits are a possible personal identity number, by its date and its control digit.

    Source: the Tax Agency's rules for personal identity numbers and coordination numbers (SKV 704, 707).
    """
    number = int(day) - _COORDINATION if int(day) > _COORDINATION else int(day)
    if not 1 <= int(month) <= _MONTHS or not 1 <= number <= _DAYS:
        return False
    products = [int(digit) * (2 - i % 2) for i, digit in enumerate(year + month + day + last[:3])]
    total = sum(product // 10 + product % 10 for product in products)
    return (10 - total % 10) % 10 == int(last[3])
