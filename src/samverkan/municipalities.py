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


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality: its four-digit code and its short name."""

    code: str
    name: str


@cache
def register() -> dict[str, Municipality]:
    """Give every municipality by its code."""
    text = (files("samverkan") / "data" / "municipalities.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {row["code"]: Municipality(row["code"], row["name"]) for row in rows}


def is_known(code: str) -> bool:
    """Tell whether a code is a municipality's, or one for made-up municipalities in examples: 9900 to 9999."""
    return code in register() or code.startswith(_MADE_UP)


def is_name_of(written: str, municipality: Municipality) -> bool:
    """Tell whether a legal name can be that of a municipality: with or without -s, with an -n lost as in Falu."""
    core, name = _core(written), municipality.name.casefold()
    return core in {name, name + "s", name.removesuffix("n"), name.removesuffix("-ed") + "-eds"}


def nearest(written: str) -> Municipality | None:
    """Give the municipality whose name a legal name most likely is meant to be; None where none is near."""
    core = _core(written)
    by_name = {one.name.casefold(): one for one in register().values()}
    forms = {form: one for name, one in by_name.items() for form in (name, name + "s", name.removesuffix("n"))}
    near = difflib.get_close_matches(core, forms, n=1, cutoff=_NEAR)
    return forms[near[0]] if near else None


def _core(written: str) -> str:
    return " ".join(_WORDS.sub(" ", written).casefold().split())
