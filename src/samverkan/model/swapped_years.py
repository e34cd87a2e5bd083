"""Years whose last two digits have changed places: ”2072” for 2027."""

from __future__ import annotations

import re

_YEAR = re.compile(r"(?<![0-9])(20)([0-9])([0-9])(?![0-9])")
_FAR_OFF = 7
"""As many years away nothing of what documents tell is meant to be."""


def with_year_swapped(written: object, first: int, last: int) -> str:
    """Write a time with the last two digits of its year swapped, where that brings it from far off to where it belongs.

    Args:
        written: the time as it was written.
        first: the first year that it can be of.
        last: the last one.
    """
    found = _YEAR.findall(written) if isinstance(written, str) else []
    if len(found) != 1 or not isinstance(written, str):
        return ""
    century, tens, ones = found[0]
    year, swapped = int(century + tens + ones), int(century + ones + tens)
    is_far_off = year > last + _FAR_OFF or year < first - _FAR_OFF
    return _YEAR.sub(str(swapped), written) if is_far_off and first <= swapped <= last else ""
