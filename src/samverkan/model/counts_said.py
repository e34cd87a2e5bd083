"""How many took part or answered, with words that say no more than the key does: ”402 svar (50 %)”, ”32 deltagare”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.characters import plainly
from samverkan.model.fields import keys_of
from samverkan.model.meant_numbers import digits, in_figures

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.model.base import Part

_COUNT = r"[1-9][0-9]{0,6}(?: [0-9]{3})?"
_THOSE = {
    "asked": "tillfrågade|utskick|utskickade(?: enkäter)?|personer|st|stycken|asked|people",
    "responses": (
        "svar|svarande|svarade|(?:personer )?har svarat|inkomna svar|enkätsvar|besvarade(?: enkäter)?|deltagare"
        "|personer|st|stycken|answers|responses|people"
    ),
    "participants": ("deltagare|deltagande|(?:personer )?deltog|personer|st|stycken|participants|people"),
}
_SHARE = r"[0-9]{1,3}(?:[.,][0-9]{1,2})?"
_SAID = {
    key: re.compile(
        rf"(?P<count>{_COUNT})(?: (?P<those>{those}))?(?: av (?P<all>{_COUNT})(?: (?:{_THOSE['asked']}))?)?"
        rf"(?:,? \(?(?P<share>{_SHARE}) ?(?:%|procent)\)?)?\.?",
        re.IGNORECASE,
    )
    for key, those in _THOSE.items()
}
_ALMOST = 1


def counts_said(part: Part, key: str) -> dict[str, str]:
    """Give the keys and figures that a count in words stands for; none where the words say more, or other than beside.

    Args:
        part: what the count stands in.
        key: its key.
    """
    text = vars(part).get(key)
    found = _read(text, key) if isinstance(text, str) else None
    if found is None:
        return {}
    count = digits(found["count"])
    beside = {"asked": digits(found["all"] or ""), "response_rate": digits(found["share"] or "")}
    new = {own: figure for own, figure in beside.items() if figure and not _is_told(own, figure, count, part)}
    return {key: count} | new if not new or (key == "responses" and _are_free(new, part)) else {}


def _read(text: str, key: str) -> re.Match[str] | None:
    found = _SAID[key].fullmatch(in_figures(" ".join(plainly(text).split())))
    return found if found and (found["those"] or found["all"]) else None


def _are_free(keys: Iterable[str], part: Part) -> bool:
    """Tell whether a part has some keys, and nothing under them."""
    return all(own in keys_of(type(part)) and vars(part).get(own) is None for own in keys)


def _is_told(own: str, figure: str, count: str, part: Part) -> bool:
    """Tell whether what is said beside a count stands under its own key, or follows from those that do."""
    there, asked = vars(part).get(own), vars(part).get("asked")
    if there is not None:
        return float(there) == float(figure) if not isinstance(there, str) else False
    return own == "response_rate" and isinstance(asked, int) and abs(100 * int(count) / asked - float(figure)) < _ALMOST
