"""What counts as the same in two versions: layout does not matter, nor the names by which parts refer to each other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from samverkan.model.base import Part
from samverkan.model.choices import Choice
from samverkan.model.held import held_keys
from samverkan.model.texts import FOOTNOTE

if TYPE_CHECKING:
    from collections.abc import Hashable

    from samverkan.findings import KeyPath

_BLOCK = re.compile(r"\n\s*(?=\n|[-*+>#|]\s?|\d{1,2}[.)]\s)")
_HARD_BREAK = re.compile(r"(?:  |\\)\n")
_AS_MANY = 1 << 16
"""How many texts are known as they are compared: each is asked about some twenty times."""
_NAMES = frozenset({"id", "number"})

Renamed = Mapping[str, str]
"""The ids that parts had before, and those that they have now, where these differ."""


class Spot(NamedTuple):
    """A place in a version of a document.

    Attributes:
        path: the place.
        holders: the parts on the way there, the document first.
    """

    path: KeyPath
    holders: tuple[Part, ...]

    @property
    def part(self) -> Part:
        """The innermost part."""
        return self.holders[-1]

    def at(self, *steps: str | int) -> Spot:
        """Give the place of a value of the part."""
        return Spot((*self.path, *steps), self.holders)

    def inside(self, part: Part, *steps: str | int) -> Spot:
        """Give the place of a part of the part."""
        return Spot((*self.path, *steps), (*self.holders, part))


@lru_cache(maxsize=_AS_MANY)
def even(text: str) -> str:
    """Give a text without what only its layout in the file decides: where lines that flow are broken, and spaces."""
    marked = _HARD_BREAK.sub("\v", text.strip())
    return "\n".join(" ".join(block.split(" ")) for block in map(_flowing, _BLOCK.split(marked)) if block)


def _flowing(block: str) -> str:
    return "\v".join(" ".join(line.split()) for line in block.split("\v"))


def is_empty(value: object) -> bool:
    """Tell whether a value says nothing."""
    return value is None or value == ()


def essence(value: object, renamed: Renamed, *, names: bool = False, named: bool = True) -> Hashable:
    """Give what of a value matters: two values are the same where this is equal.

    Args:
        value: the value.
        renamed: the ids that are to be taken for others.
        names: whether its texts only name parts; ids, references and choices.
        named: whether the id and the number of a part itself count.
    """
    if isinstance(value, Part):
        held = vars(value)
        return tuple(
            (one.key, essence(held[one.attribute], {} if one.key == "id" else renamed, names=one.is_prose is None))
            for one in held_keys(type(value))
            if not is_empty(held[one.attribute]) and (named or one.key not in _NAMES)
        )
    if isinstance(value, tuple):
        return tuple(essence(inner, renamed, names=names) for inner in value)
    if isinstance(value, Choice) or not isinstance(value, str):
        return str(value)
    if names:
        return _now_called(value, renamed)
    return FOOTNOTE.sub(lambda met: f"[^{renamed.get(met[1], met[1])}]", even(value))


def _now_called(name: str, renamed: Renamed) -> str:
    document, mark, item = name.partition("#")
    return renamed.get(document, document) + mark + renamed.get(item, item)
