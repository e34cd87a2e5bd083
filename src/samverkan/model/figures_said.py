"""The keys that words stand for which say no more than a figure: ”minst 4 gånger per år”, ”ca 50 % (2025)”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.characters import plainly
from samverkan.model.fields import keys_of
from samverkan.model.meant_numbers import LIMIT_FORMS, digits, in_figures, limits_meant
from samverkan.model.meant_times import cadences_meant

if TYPE_CHECKING:
    from collections.abc import Collection

    from samverkan.model.cooperation import Quantity
    from samverkan.model.goals import Baseline

_FIGURE = r"-?[0-9]{1,9}(?: [0-9]{3}){0,3}(?:[.,][0-9]{1,6})?"
_BEFORE = r"(?:[^\W\d_][\w.:]{0,11} ){0,2}"
_SAID = re.compile(
    rf"(?P<head>{_BEFORE}{_FIGURE}(?: ?(?:-|till|och) ?{_FIGURE})?)"
    r"(?: ?(?P<unit>%|procent|st\.?|stycken|gånger|ggr|gång|times|(?!(?:per|om|varje|each|every)\b)[^\W\d_]{3,30}))?"
    r"(?: (?P<often>(?:per|i|om|varje|a|each|every) [^\W\d_]{2,14})|/(?P<each>[^\W\d_]{2,14}))?"
    r"(?: \((?:år )?(?P<year>20[0-9]{2})\)|(?:,|,? (?:år|under|under år|för|för år))? (?P<beside>20[0-9]{2}))?\.?",
    re.IGNORECASE,
)
_EXACT = re.compile(_FIGURE)
_TIMES = frozenset({"st", "st.", "stycken", "gånger", "ggr", "gång", "times"})
_PER_CENT = frozenset({"%", "procent"})
_MONEY = re.compile(r"\b(?:[tkm]kr|mnkr|msek)\b", re.IGNORECASE)
_NO_UNITS = frozenset({"per", "och", "eller", "till", "som", "vid", "under", "för", "varje", "med", "utan"})
_NO_UNITS |= {"fler", "färre", "mer", "mindre", "av", "ytterligare", "minst", "högst"}


_FALLING = re.compile("minsk|sjunk|decreas|fall|reduc", re.IGNORECASE)
_CHANGE = re.compile(
    r"(?:(?P<sign>[+−-]) ?|(?P<word>(?:minsk|öka|ökning|sjunk|decreas|increas|fall|reduc|rise)[^\W\d_]{0,8})"
    r"(?: (?:med|på|by|with|of))?(?: (?:minst|at least))? )"
    r"(?P<figure>[0-9]{1,3}(?:[.,][0-9]{1,2})?) ?(?:%|procent|per cent)\.?",
    re.IGNORECASE,
)


def change_said(text: str) -> str:
    """Give the change in per cent that is all that a text says, with its sign; empty for any other text.

    Args:
        text: the text: ”minska med 5 %”, ”-5 %”.
    """
    said = _CHANGE.fullmatch(" ".join(plainly(text).split()))
    if said is None:
        return ""
    is_less = said["sign"] in {"-", "−"} if said["sign"] else _FALLING.match(said["word"]) is not None
    return f"{'-' if is_less else ''}{digits(said['figure'])}"


def keys_said(value: Quantity | Baseline, unit: str | None = None) -> dict[str, str]:
    """Give the keys and values that a quantity or a baseline in words alone stands for; empty where it says more.

    Args:
        value: the quantity or the baseline.
        unit: the unit of what it stands in, which counts the same: ”41 anmälningar” of a `count`.
    """
    if not value.text or value.model_dump(exclude={"text"}, exclude_defaults=True):
        return {}
    return keys_of_words(value.text, [*keys_of(type(value))], unit)


def keys_beside(value: str, key: str, own: Collection[str]) -> dict[str, str]:
    """Give the keys of a quantity that a figure with what it counts stands for: ”tjugo kvällar” under `at_least`.

    Args:
        value: the words, where a figure alone belongs.
        key: their key.
        own: the keys of the part; nothing is given for one that is no quantity.
    """
    found = keys_of_words(value, own) if {"unit", "exactly", key} <= set(own) else {}
    return {key if one == "exactly" else one: said for one, said in found.items()} if "unit" in found else {}


def keys_of_words(text: str, own: Collection[str], unit: str | None = None) -> dict[str, str]:
    """Give the keys and values of a quantity or a baseline that words stand for; empty where they say more.

    Args:
        text: the words.
        own: the keys of the part: a quantity has `exactly` among them.
        unit: as in `keys_said`.
    """
    said = _SAID.fullmatch(in_figures(" ".join(plainly(text).split())))
    if said is None:
        return {}
    figures = _of_quantity(said["head"], own) if "exactly" in own else _of_baseline(said["head"])
    beside = _beside(said, own)
    if beside is not None and _MONEY.search(text):
        beside = {"unit": "kronor"} | beside
    if beside is not None and "unit" not in own and _is_counted_in(beside.get("unit", ""), unit):
        beside.pop("unit", None)
    is_whole = bool(figures) and beside is not None and set(beside) <= set(own)
    return figures | (beside or {}) if is_whole else {}


def _is_counted_in(word: str, unit: str | None) -> bool:
    """Tell whether a figure of so many is in a unit: a number of something, or that very thing."""
    return unit is not None and (unit == "count" or unit.casefold() == word.casefold())


def _of_quantity(head: str, own: Collection[str]) -> dict[str, str]:
    if _EXACT.fullmatch(head):
        return {"exactly": digits(head)}
    limits = limits_meant(head, set(own))
    return dict(line.split(": ") for line in limits.split("\n")) if limits else {}


def _of_baseline(head: str) -> dict[str, str]:
    if _EXACT.fullmatch(head):
        return {"value": digits(head)}
    found = ((precision, form.match(head)) for _, precision, form in LIMIT_FORMS)
    return next(({"value": digits(match[1]), "precision": precision} for precision, match in found if match), {})


def _beside(said: re.Match[str], own: Collection[str]) -> dict[str, str] | None:
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
