"""The keys that words stand for which say no more than a figure: ”minst 4 gånger per år”, ”ca 50 % (2025)”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.characters import plainly
from samverkan.model.fields import keys_of
from samverkan.model.meant_numbers import LIMIT_FORMS, digits, in_figures, limits_meant
from samverkan.model.meant_times import cadences_meant

if TYPE_CHECKING:
    from samverkan.model.cooperation import Quantity
    from samverkan.model.goals import Baseline

_FIGURE = r"-?[0-9]{1,9}(?: [0-9]{3}){0,3}(?:[.,][0-9]{1,6})?"
_BEFORE = r"(?:[^\W\d_][\w.:]{0,11} ){0,2}"
_SAID = re.compile(
    rf"(?P<head>{_BEFORE}{_FIGURE}(?: ?(?:-|till|och) ?{_FIGURE})?)"
    r"(?: ?(?P<unit>%|procent|st\.?|stycken|gånger|ggr|gång|[^\W\d_]{3,30}))?"
    r"(?: (?P<often>(?:per|i|om|varje) [^\W\d_]{2,14})|/(?P<each>[^\W\d_]{2,14}))?"
    r"(?: \((?P<year>20[0-9]{2})\)|, (?P<beside>20[0-9]{2}))?\.?",
    re.IGNORECASE,
)
_EXACT = re.compile(_FIGURE)
_TIMES = frozenset({"st", "st.", "stycken", "gånger", "ggr", "gång"})
_PER_CENT = frozenset({"%", "procent"})
_MONEY = re.compile(r"\b(?:[tkm]kr|mnkr|msek)\b", re.IGNORECASE)
_NO_UNITS = frozenset({"per", "och", "eller", "till", "som", "vid", "under", "för", "varje", "med", "utan"})


def keys_said(value: Quantity | Baseline) -> dict[str, str]:
    """Give the keys and values that a quantity or a baseline in words alone stands for; empty where it says more.

    Args:
        value: the quantity or the baseline.
    """
    if not value.text or value.model_dump(exclude={"text"}, exclude_defaults=True):
        return {}
    said = _SAID.fullmatch(in_figures(" ".join(plainly(value.text).split())))
    if said is None:
        return {}
    own = [*keys_of(type(value))]
    figures = _of_quantity(said["head"], own) if "exactly" in own else _of_baseline(said["head"])
    beside = _beside(said, own)
    if beside is not None and _MONEY.search(value.text):
        beside = {"unit": "kronor"} | beside
    is_whole = bool(figures) and beside is not None and set(beside) <= set(own)
    return figures | (beside or {}) if is_whole else {}


def _of_quantity(head: str, own: list[str]) -> dict[str, str]:
    if _EXACT.fullmatch(head):
        return {"exactly": digits(head)}
    limits = limits_meant(head, set(own))
    return dict(line.split(": ") for line in limits.split("\n")) if limits else {}


def _of_baseline(head: str) -> dict[str, str]:
    if _EXACT.fullmatch(head):
        return {"value": digits(head)}
    found = ((precision, form.match(head)) for _, precision, form in LIMIT_FORMS)
    return next(({"value": digits(match[1]), "precision": precision} for precision, match in found if match), {})


def _beside(said: re.Match[str], own: list[str]) -> dict[str, str] | None:
    """Give the unit, the time and how often that stand beside a figure; None where one of them is not understood."""
    unit = (said["unit"] or "").casefold()
    if unit in _NO_UNITS or (unit in _PER_CENT and "exactly" in own):
        return None  # a share of something is no count
    found = {} if not unit or unit in {*_TIMES, *_PER_CENT} else {"unit": said["unit"]}
    year = said["year"] or said["beside"]
    found |= _per(said) | ({"period": year} if year else {})
    return found if all(found.values()) else None


def _per(said: re.Match[str]) -> dict[str, str]:
    """Give how often a figure is for, an empty text where that is not understood; nothing where it is not said."""
    often = said["often"] or (f"per {said['each']}" if said["each"] else "")
    return {"per": next((name for name, _ in cadences_meant(f"en gång {often}")), "")} if often else {}
