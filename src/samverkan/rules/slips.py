"""Numbers that differ as a slip of the hand makes them differ."""

from __future__ import annotations

from samverkan.words.sentence import Text

_FEWEST_DIGITS = 3
_SWAPPED = Text("två siffror har bytt plats", "two digits have changed places")
_CHANGED = Text("en siffra skiljer", "one digit differs")


def slip(written: str, meant: str) -> Text | None:
    """Tell how a number is another one but for two neighbouring digits that are swapped, or for one digit.

    Short numbers are alike by chance, and those that follow each other differ in the last digit: these are no slips.

    Args:
        written: the number as it stands, with the letters and marks that belong to it.
        meant: the other one.

    Returns:
        What differs; None where more does, or nothing.
    """
    if len(written) != len(meant):
        return None
    differing = [i for i, (one, other) in enumerate(zip(written, meant, strict=True)) if one != other]
    if any(
        not text[i].isdigit() or _digits_around(text, i) < _FEWEST_DIGITS
        for i in differing
        for text in (written, meant)
    ):
        return None
    match differing:
        case [i]:
            return _CHANGED if meant[i + 1 : i + 2].isdigit() else None
        case [i, j] if j == i + 1 and (written[i], written[j]) == (meant[j], meant[i]):
            return _SWAPPED
    return None


def _digits_around(text: str, place: int) -> int:
    """Count the digits of the number that a digit is part of."""
    before, after = text[:place], text[place:]
    return len(before) - len(before.rstrip("0123456789")) + len(after) - len(after.lstrip("0123456789"))
