"""Numbers that differ as a slip of the hand makes them differ."""

from __future__ import annotations

_FEWEST_DIGITS = 3
_SWAPPED = 2


def is_slip(written: str, meant: str) -> bool:
    """Tell whether a number is another one but for two neighbouring digits that have changed places.

    Short numbers are alike by chance, and so are those that differ in one digit: these are no slips.

    Args:
        written: the number as it stands, with the letters and marks that belong to it.
        meant: the other one.
    """
    if len(written) != len(meant):
        return False
    differing = [i for i, (one, other) in enumerate(zip(written, meant, strict=True)) if one != other]
    if any(
        not text[i].isdigit() or _digits_around(text, i) < _FEWEST_DIGITS
        for i in differing
        for text in (written, meant)
    ):
        return False
    if len(differing) != _SWAPPED:
        return False
    i, j = differing
    return j == i + 1 and (written[i], written[j]) == (meant[j], meant[i])


def _digits_around(text: str, place: int) -> int:
    """Count the digits of the number that a digit is part of."""
    before, after = text[:place], text[place:]
    return len(before) - len(before.rstrip("0123456789")) + len(after) - len(after.lstrip("0123456789"))
