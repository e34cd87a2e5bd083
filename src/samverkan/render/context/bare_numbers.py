"""Numbers of cases and books without the word for what they are, which is printed before them: ”Dnr KS 2024/12”."""

from __future__ import annotations

import re

_NAMED = re.compile(r"(?:dnr|diarienr|diarienummer|case number|isbn)(?:[.:] ?| )(?=[^ ])", re.IGNORECASE)


def bare_number(number: str) -> str:
    """Give a number without the word for what it is; all of it where there is nothing else."""
    return number[found.end() :] if (found := _NAMED.match(number)) else number
