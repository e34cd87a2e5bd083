"""What word processors and web pages put in the place of the plain characters that YAML knows."""

from __future__ import annotations

import re

HARD_SPACES = "\u00a0\u2007\u2009\u202f\u2002\u2003"
"""Spaces at which no line is broken, and those of other widths."""
CURLED_DOUBLE = "”“„«»"
CURLED_SINGLE = "’‘‚"
CURLED = CURLED_DOUBLE + CURLED_SINGLE
"""Quotation marks as they are printed."""
DASHES = "–—−‐‑‒"
"""Dashes, the sign for minus, and the hyphen at which no line is broken."""
BULLETS = "•·●▪‣◦○■□→➢►✓✔" + DASHES
"""What begins the items of a list on paper."""
NUMBERED = r"(?:[0-9]{1,2}[.)]|[a-zA-Z]\))[ \u00a0]"
"""A pattern of what numbers the items of a list on paper."""
_PLAIN = str.maketrans(dict.fromkeys(HARD_SPACES, " ") | dict.fromkeys(DASHES, "-") | dict.fromkeys("\u200b\u00ad", ""))

_OTHER_BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


def holdable(text: str) -> str:
    """Leave out what no document can hold; the rarer ends of lines and pages become spaces."""
    return _UNSEEN.sub("", _OTHER_BREAKS.sub(" ", text))


def plainly(text: str) -> str:
    """Write a value with plain hyphens and spaces, without quotation marks of any kind around it."""
    return text.translate(_PLAIN).strip(CURLED + "\"' ")


def odd_in(text: str) -> str:
    """Give the characters of a text that `plainly` replaces, each once, in their order."""
    odd = HARD_SPACES + CURLED + DASHES + "\u200b\u00ad"
    return "".join(dict.fromkeys(character for character in text if character in odd))
