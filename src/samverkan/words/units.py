"""What units are called: in files, in tables of statistics, and by people who write a figure."""

from __future__ import annotations

import re

from samverkan.words.numbers import SINGULAR

_WORDS: dict[str, tuple[str, ...]] = {
    "count": ("antal", "st", "stycken", "count", "number", "anmälda brott, antal", "antal brott"),
    "per-cent": (
        "%",
        "procent",
        "per cent",
        "percent",
        "andel",
        "andel (%)",
        "andel, %",
        "andel %",
        "share",
        "procentandel",
    ),
    "per-1000": (
        "per 1000",
        "per 1000 inv",
        "per 1000 invånare",
        "per 1000 inhabitants",
        "/1000 inv",
        "antal/1000 inv",
    ),
    "per-100000": (
        *("per 100000", "per 100000 inv", "per 100000 invånare", "per 100000 inhabitants", "/100000 inv"),
        *("/100000", "antal/100000 inv", "antal per 100000 invånare", "per 100000 av befolkningen"),
    ),
    "index": ("index",),
    "sek": ("kr", "kronor", "sek", "kronor (sek)", "kr."),
}
_UNITS = {word: unit for unit, words in _WORDS.items() for word in (unit, *words)}
_PARTS = re.compile(r"(?<=\d)[\s\u00a0\u202f,.](?=\d{3})")


def unit_named(words: str) -> str | None:
    """Give the unit that words mean, as files write it; None where they mean none of the known ones."""
    bare = " ".join(_PARTS.sub("", words).casefold().replace("\u00a0", " ").split()).strip(" .:()")
    return _UNITS.get(bare) or _UNITS.get(bare + ")") or _UNITS.get(bare.replace("/ ", "/"))


def is_same_unit(words: str, unit: str) -> bool:
    """Tell whether words that somebody wrote after a figure mean a unit.

    Args:
        words: the words.
        unit: the unit as files write it.
    """
    meant = unit_named(words) or " ".join(words.casefold().split()).strip(" .")
    own = " ".join(unit.casefold().split())
    return meant in {own, SINGULAR.get(own, own)} or (meant == "count" and own not in _WORDS)


_FOLLOWING = frozenset(
    [
        "av",
        "från",
        "för",
        "genom",
        "hos",
        "i",
        "inom",
        "med",
        "mot",
        "om",
        "på",
        "som",
        "till",
        "under",
        "utan",
        "utanför",
        "vid",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "with",
    ]
)
_PIECES = frozenset({"count", "st", "stycken", "styck", "pieces"})


def may_follow_unit(what: str, unit: str) -> bool:
    """Tell whether what a figure is of can stand after its unit: ”12 pass på kvällen”, but no noun after a noun.

    Args:
        what: what the figure is of.
        unit: what it counts, as files write it.
    """
    return unit in _PIECES or what.split(maxsplit=1)[0].casefold() in _FOLLOWING or what.casefold().endswith("tid")
