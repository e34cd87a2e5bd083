"""The register of Sweden's 290 municipalities: codes of Statistics Sweden and short names (CC0).

The short names are for recognising a municipality, never for making its legal name: Falun is Falu kommun, Gotland is
Region Gotland.
"""

from __future__ import annotations

import csv
import difflib
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_WORDS = re.compile(r"\b(kommun|kommune|stad|region|municipality|city of)\b", re.IGNORECASE)
_NEAR = 0.8
_MADE_UP = "99"
_CHANGED = {"1917": "0331"}
"""Codes of municipalities that have moved to another county, and those that they have now: Heby, in 2007."""


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality: its four-digit code and its short name."""

    code: str
    name: str


@cache
def register() -> dict[str, Municipality]:
    """Read the register of municipalities, by their codes of four digits."""
    text = (files("samverkan") / "data" / "municipalities.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {row["code"]: Municipality(row["code"], row["name"]) for row in rows}


def present_code(code: str) -> str:
    """Give the code that a municipality has now: Heby was 1917 and is 0331."""
    return _CHANGED.get(code, code)


def is_known(code: str) -> bool:
    """Tell whether a code is a municipality's, or one for made-up municipalities in examples: 9900 to 9999."""
    return code in register() or code.startswith(_MADE_UP)


def is_name_of(written: str, municipality: Municipality) -> bool:
    """Tell whether a legal name can be that of a municipality: with or without -s, with an -n lost as in Falu."""
    return bare_name(written) in _forms(municipality)


def _forms(municipality: Municipality) -> set[str]:
    name = municipality.name.casefold()
    return {name, name + "s", name.removesuffix("n"), name.removesuffix("-ed") + "-eds"}


@cache
def _by_form() -> dict[str, list[Municipality]]:
    found: dict[str, list[Municipality]] = {}
    for municipality in register().values():
        for form in _forms(municipality):
            found.setdefault(form, []).append(municipality)
    return found


def named(written: str) -> Municipality | None:
    """Give the one municipality that a legal name can be that of; None where there is none, or more than one."""
    found = _by_form().get(bare_name(written), [])
    return found[0] if len(found) == 1 else None


def nearest(written: str) -> Municipality | None:
    """Give the municipality whose name a legal name most likely is meant to be; None where none is near."""
    core = bare_name(written)
    by_name = {one.name.casefold(): one for one in register().values()}
    forms = {form: one for name, one in by_name.items() for form in (name, name + "s", name.removesuffix("n"))}
    near = difflib.get_close_matches(core, forms, n=1, cutoff=_NEAR)
    return forms[near[0]] if near else None


def bare_name(written: str) -> str:
    """Give the name of a municipality without the words for what it is, and without case: `Falu kommun` is `falu`."""
    return " ".join(_WORDS.sub(" ", written).casefold().split())
