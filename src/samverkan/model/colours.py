"""Colours as people write them, by name, as hexadecimals or as red, green and blue, in the form that files have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMED_COLOURS = {
    "#1f4e79": "blå blått blue",
    "#14213d": "marin marinblå navy",
    "#2e6b34": "grön grönt green",
    "#a61c1c": "röd rött red",
    "#6d1a36": "vin vinröd vinrött",
    "#8a6d00": "gul gult guld yellow",
    "#b35900": "orange",
    "#5b2a86": "lila violett purple",
    "#a8326e": "rosa cerise pink",
    "#6b4423": "brun brunt brown",
    "#595959": "grå grått silver grey gray",
    "#0b6e75": "turkos cyan petrol",
    "#000000": "svart black",
}
"""Colours by their names, each so dark that it can be read on white."""
_SHADE = re.compile(r"\A(?:mörk|ljus|klar|djup|dark|light)[ -]?")
_RGB = re.compile(r"(?:rgb ?)?\(? ?([0-9]{1,3})[,; ] ?([0-9]{1,3})[,; ] ?([0-9]{1,3}) ?\)?", re.IGNORECASE)
_MOST_OF_COLOUR = 255


def colours_meant(plain: str) -> Iterator[tuple[str, bool]]:
    """Give the colour that a text stands for, and whether that is beyond doubt."""
    name = _SHADE.sub("", plain.casefold())
    yield from ((code, False) for code, names in _NAMED_COLOURS.items() if name in names.split())
    if (rgb := _RGB.fullmatch(plain)) and all(int(part) <= _MOST_OF_COLOUR for part in rgb.groups()):
        yield "#" + "".join(f"{int(part):02x}" for part in rgb.groups()), True
    digits = plain.strip("#").casefold()
    if re.fullmatch("[0-9a-f]{3}|[0-9a-f]{6}", digits):
        yield "#" + (digits if len(digits) > len("fff") else "".join(digit * 2 for digit in digits)), True
