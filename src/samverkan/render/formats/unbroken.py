"""What no line break may part: a day from its month, a month from its year, a paragraph's number from its sign."""

from __future__ import annotations

import re

from samverkan.model.said_times import MONTHS_EN, MONTHS_SV

_MONTH = f"(?:{'|'.join((*MONTHS_SV, *MONTHS_EN))})"
PARTED = re.compile(rf"(?:(?<![\w.])[0-9]{{1,2}} (?={_MONTH}\b)|\b{_MONTH} (?=[0-9]{{4}}\b)|§ (?=[0-9])|[0-9]+ (?=§))")
"""A number and what belongs to it, up to and with the space between them."""


def unbroken(text: str) -> str:
    """Write a text with spaces that do not break where no line may: in dates and before and after ”§”."""
    return PARTED.sub(lambda found: found[0][:-1] + "\u00a0", text)
