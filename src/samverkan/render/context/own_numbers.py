"""The numbers that authors give sections, goals, problems, causes and measures: printed instead of the program's."""

from __future__ import annotations

import re
from typing import NamedTuple

_KINDS = r"(?:(?:mål|delmål|problem|orsak|åtgärd|aktivitet|goal|cause|measure|activity) )?"
_DIGITS = r"[^\W\d_]{0,2}[0-9]{1,2}(?:\.[0-9]{1,2})*[a-z]?"
_SEVERAL = r"[^\W\d_]{0,2}[0-9]{1,2}(?:\.[0-9]{1,2})+"
_AT_START = re.compile(
    rf"\A{_KINDS}(?:(?P<mark>{_DIGITS}|[A-ZÅÄÖ])(?:[.:)]| [–-](?! ?[0-9]))|(?P<plain>{_SEVERAL}))\s+(?=\S)",
    re.IGNORECASE,
)

_SECTION = re.compile(
    r"\A(?:(?:§ ?[0-9]{1,2}[a-z]?|[0-9]{1,2} ?§)[.:)]?|(?:[0-9]{1,2}(?:\.[0-9]{1,2})*|[A-ZÅÄÖ]|[IVX]{1,4})[.):]"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2})*(?=\s+[A-ZÅÄÖ]))\s+(?=\S)"
)


class Numbered(NamedTuple):
    """A text without its number, and the number; empty where the author gives none."""

    number: str
    text: str


def own_number(number: str | None, text: str) -> Numbered:
    """Take the author's number apart from a text, where it is written in it: ”A1: Färre inbrott”.

    Args:
        number: the number as it is given beside the text; None where it is not.
        text: the text.
    """
    found = _AT_START.match(text)
    if found is None:
        return Numbered(number or "", text)
    written = found["mark"] or found["plain"]
    return (
        Numbered(number or written, text[found.end() :]) if number in {None, written} else Numbered(number or "", text)
    )


def is_numbered_heading(heading: str) -> bool:
    """Tell whether the author has numbered a heading: ”§ 3 Ändamål”, ”2. Mål”, ”4 Forum”."""
    return _SECTION.match(heading) is not None
