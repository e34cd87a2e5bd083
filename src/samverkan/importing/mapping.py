"""A small file that says what the columns of a table mean, and where its figures belong."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samverkan.escape import visible
from samverkan.guess import closest
from samverkan.model.choices import FigureStatus
from samverkan.words.importing import MAPPING

if TYPE_CHECKING:
    from collections.abc import Mapping as Pairs

    from samverkan.source.reader import Data
    from samverkan.words.sentence import Text

ROLES = ("indicator", "area", "period", "year", "unit", "status", "part", "value")
"""What a column can hold."""
_TEXTS = ("sheet", "header", "indicator", "area", "period", "unit", "source", "status", "decimal")
_PAIRS = ("columns", "indicators", "areas", "parts", "values")
_SIGNS = {",", "."}


@dataclass(frozen=True, slots=True)
class Mapping:
    """What is said of a table.

    Attributes:
        texts: what holds for all of it: `sheet`, `header`, `indicator`, `area`, `period`, `unit`, `source`, `status`,
            `decimal`.
        pairs: what names in it mean: `columns` the headings by role, `values` the units of value columns by heading,
            `indicators` and `areas` ids, `parts` the names of breakdowns.
    """

    texts: Pairs[str, str] = field(default_factory=dict)
    pairs: Pairs[str, Pairs[str, str]] = field(default_factory=dict)

    def of(self, kind: str, name: str) -> str | None:
        """Give what a name in the table means; None where that is not said."""
        bare = _bare(name)
        return next((value for key, value in self.pairs.get(kind, {}).items() if _bare(key) == bare), None)


class MappingError(Exception):
    """A mapping cannot be used; carries what is wrong with it, to stand after a colon."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.say("en"))
        self.why = why


def mapping_of(data: Data) -> Mapping:
    """Read a mapping.

    Args:
        data: what the file holds.

    Raises:
        MappingError: it holds something else.
    """
    if not isinstance(data, dict):
        raise MappingError(MAPPING["no-keys"].with_fields(known=", ".join((*_PAIRS, *_TEXTS))))
    texts: dict[str, str] = {}
    pairs: dict[str, dict[str, str]] = {}
    for key, value in data.items():
        if key in _PAIRS:
            pairs[key] = _pairs(key, value)
        elif key in _TEXTS and isinstance(value, str):
            texts[key] = value
        elif key in _TEXTS:
            raise MappingError(MAPPING["no-text"].with_fields(key=visible(key)))
        else:
            near = closest(key, (*_PAIRS, *_TEXTS)) or ", ".join((*_PAIRS, *_TEXTS))
            raise MappingError(MAPPING["unknown-key"].with_fields(key=visible(key), known=near))
    _check(texts, pairs)
    return Mapping(texts, pairs)


def _check(texts: Pairs[str, str], pairs: Pairs[str, Pairs[str, str]]) -> None:
    if texts.get("status", "final") not in set(FigureStatus):
        raise MappingError(MAPPING["status"].with_fields(value=visible(texts["status"])))
    if texts.get("decimal", ",") not in _SIGNS:
        raise MappingError(MAPPING["decimal"].with_fields(value=visible(texts["decimal"])))
    if not texts.get("header", "1").isdecimal() or texts.get("header") == "0":
        raise MappingError(MAPPING["header"].with_fields(value=visible(texts["header"])))
    for role in pairs.get("columns", {}):
        if role not in ROLES:
            raise MappingError(MAPPING["role"].with_fields(value=visible(role), known=", ".join(ROLES)))


def _pairs(key: str, value: Data) -> dict[str, str]:
    found = (
        {str(name): text for name, text in value.items() if isinstance(text, str)} if isinstance(value, dict) else {}
    )
    if not isinstance(value, dict) or len(found) < len(value):
        raise MappingError(MAPPING["no-pairs"].with_fields(key=visible(key)))
    return found


def _bare(name: str) -> str:
    return " ".join(name.casefold().replace("\u00a0", " ").split())
