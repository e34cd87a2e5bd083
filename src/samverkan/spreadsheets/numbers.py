"""Figures as people and programs of every country write them, and none where it cannot be told which is meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SPACES = re.compile(r"(?<=\d)[\s\u00a0\u202f\u2007\u2009'’](?=\d{3}(?!\d))")
_MINUS = re.compile(r"^[\u2212\u2013\u2014-]\s*(?=\d)")
_FIGURE = re.compile(r"([-\u2212\u2013]?\s?\d[\d.,\s\u00a0\u202f\u2007\u2009'’]*\d|[-\u2212\u2013]?\d)")
_THREE = re.compile(r"-?[1-9]\d{0,2}([.,])\d{3}")
_PLAIN = re.compile(r"-?\d{1,15}(\.\d+)?")
_IN_THOUSANDS = {".": re.compile(r"-?\d{1,3}(\.\d{3})+"), ",": re.compile(r"-?\d{1,3}(,\d{3})+")}
_MOST_DECIMALS = 6
MISSING = frozenset(
    ["", "..", "...", "…", ".", "-", "–", "—", "x", "*", "n/a", "na", "saknas", "uppgift saknas", "null"]
)
"""What statistics write where there is no figure, or none that may be shown."""


@dataclass(frozen=True, slots=True)
class Signs:
    """How the figures of a table are written: what parts decimals, and whether that is known."""

    decimal: str
    is_known: bool = True


def signs_of(texts: Iterable[str], *, default: str = "") -> Signs | None:
    """Find out how the figures of a table are written from those that can be meant in one way only.

    Args:
        texts: what the cells hold that should be figures.
        default: what parts decimals where nothing tells; empty where it is not known.

    Returns:
        None where some of them use a comma and some a point.
    """
    figures = (text for text in texts if text.strip().casefold() not in MISSING)
    found = {sign for text in figures if (sign := _sign_of(_without_spaces(text)))}
    if len(found) > 1:
        return None
    return Signs(found.pop()) if found else Signs(default or ",", bool(default))


def _sign_of(text: str) -> str:
    """Tell what parts the decimals of a figure; empty where there are none, or it can be meant in two ways."""
    comma, point = text.rfind(","), text.rfind(".")
    if comma >= 0 and point >= 0:
        return "," if comma > point else "."
    last = "," if comma >= 0 else "." if point >= 0 else ""
    if not last or not re.fullmatch(r"-?[\d.,]+", text):
        return ""
    if text.count(last) > 1:
        return "." if last == "," else ","
    return "" if _THREE.fullmatch(text) else last


def is_twofold(text: str) -> bool:
    """Tell whether a figure can be meant in two ways, such as 1,234."""
    return _THREE.fullmatch(_without_spaces(text)) is not None


def number_in(text: str, signs: Signs) -> Decimal | None:
    """Read a figure; None where the text is none.

    Args:
        text: the text, without a unit.
        signs: how figures are written here.
    """
    bare = _without_spaces(text)
    other = "." if signs.decimal == "," else ","
    whole, _, decimals = bare.partition(signs.decimal)
    if other in decimals or (other in whole and not _IN_THOUSANDS[other].fullmatch(whole)):
        return None
    plain = whole.replace(other, "") + (f".{decimals}" if decimals else "")
    return Decimal(plain) if _PLAIN.fullmatch(plain) else None


def with_words(text: str) -> tuple[str, str, str] | None:
    """Part what is written into the words before a figure, the figure and the words after; None without a figure."""
    met = _FIGURE.search(text)
    if met is None or _FIGURE.search(text, met.end()):
        return None
    return text[: met.start()].strip(), met.group().strip(), text[met.end() :].strip()


def _without_spaces(text: str) -> str:
    return _MINUS.sub("-", _SPACES.sub("", text.strip()))


def rounded(value: Decimal, decimals: int = _MOST_DECIMALS) -> Decimal:
    """Round a figure to so many decimals at most, and drop the zeros after them."""
    kept = round(value, decimals) if -int(value.as_tuple().exponent) > decimals else value
    return Decimal(format(kept, "f").rstrip("0").rstrip(".")) if "." in format(kept, "f") else kept
