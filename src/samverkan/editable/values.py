"""How a value of a file stands on a sheet to write in, and how what was written there stands in the file."""

from __future__ import annotations

import re
import sys
import textwrap
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from samverkan.characters import holdable
from samverkan.formatting.scalars import Place, canonical, place_at
from samverkan.model.choices import Unit
from samverkan.model.dates import time_said
from samverkan.model.described import values_at
from samverkan.model.fields import text_field_at
from samverkan.model.texts import read_as_prose

if TYPE_CHECKING:
    from samverkan.findings import KeyPath
    from samverkan.model.document import DocumentModel

_IN_FIGURES = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_DECIMALS = re.compile(r"-?[0-9]{1,15}[.,][0-9]{1,6}")
_SPACES = re.compile(r"[ \t\u00a0\u202f]+")
_AROUND_BREAKS = re.compile(r" ?\n ?")
_PARAGRAPHS = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_UNITS = {unit.value: unit.sv for unit in Unit}
_LEAST_WIDTH = 60
_LIST_LINE = re.compile(r"(?:[-*]|[0-9]{1,3}[.)])\s")


@dataclass(frozen=True, slots=True)
class KnownField:
    """What is known of the values of a key.

    Attributes:
        place: what may stand there.
        choices: the values of a closed list, each with its Swedish name; empty where any may stand there.
        is_prose: whether it is text in paragraphs.
        names_a_part: whether it leads to something rather than says something.
        is_unit: whether it is what a figure counts, which some words have names for.
    """

    place: Place
    choices: tuple[tuple[str, str], ...]
    is_prose: bool
    names_a_part: bool
    is_unit: bool

    def shown(self, written: str) -> str:
        """Say a value as readers write it: a day in words, the name of a choice or unit, a decimal comma."""
        if written in (named := self._named):
            return named[written]
        if self.place.is_date and _IN_FIGURES.fullmatch(written) and (read := time_said(written)):
            return read.say("sv").removeprefix("den ")
        if self._is_figure(written):
            return written.replace(".", ",")
        return paragraphs_of(written) if self.is_prose else " ".join(written.split())

    def written(self, shown: str) -> str | None:
        """Give what the file is to hold for what was written on the sheet; None for no choice of a closed list."""
        asked = shown.strip().casefold()
        found = next((value for value, name in self._named.items() if asked in {value, name.casefold()}), None)
        if found is not None or self.choices:
            return found
        if self.place.is_date:
            return canonical(shown.strip(), self.place)
        if self._is_figure(shown.strip()):
            return shown.strip().replace(",", ".")
        return shown if self.is_prose else " ".join(shown.split())

    @property
    def _named(self) -> dict[str, str]:
        return {value: name or value for value, name in self.choices} or (_UNITS if self.is_unit else {})

    def _is_figure(self, text: str) -> bool:
        return not self.place.is_text and _DECIMALS.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def _known(kind: str, model: type[DocumentModel], path: tuple[str, ...]) -> KnownField:
    field = text_field_at(model, path)
    prose = read_as_prose(field) if field is not None else False
    choices = values_at(kind, path)
    names_a_part = prose is None and not choices
    return KnownField(place_at(model, path), choices, bool(prose), names_a_part, path[-1:] == ("unit",))


def known_field(kind: str, model: type[DocumentModel], path: KeyPath) -> KnownField:
    """Tell what is known of the values at a place.

    Args:
        kind: the document's kind.
        model: what it is read as.
        path: the place.
    """
    return _known(kind, model, tuple(step for step in path if isinstance(step, str)))


def paragraphs_of(text: str) -> str:
    """Give prose with a line for each paragraph and each line of a list, and an empty line between paragraphs."""
    paragraphs = [_unwrapped(part) for part in _PARAGRAPHS.split(text.strip())]
    return "\n\n".join(part for part in paragraphs if part)


def _unwrapped(paragraph: str) -> str:
    lines: list[str] = []
    for line in filter(None, (" ".join(raw.split()) for raw in paragraph.split("\n"))):
        if lines and not _LIST_LINE.match(line):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    return "\n".join(lines)


def as_before(new: str, old: str) -> str:
    """Write prose with the lines that its author broke it into, where a paragraph is as it was.

    Args:
        new: the prose, a line for each paragraph and each line of a list.
        old: what the file held.
    """
    kept = {paragraphs_of(part): part.strip("\n") for part in _PARAGRAPHS.split(old.strip())}
    widest = max(map(len, old.splitlines()), default=0)
    is_broken = any("\n" in part and paragraphs_of(part) != part for part in kept.values())
    width = max(widest, _LEAST_WIDTH) if is_broken else sys.maxsize
    return "\n\n".join(kept.get(part) or _broken(part, width) for part in new.split("\n\n"))


def _broken(paragraph: str, width: int) -> str:
    return "\n".join(row for line in paragraph.split("\n") for row in _rows(line, width))


def _rows(line: str, width: int) -> list[str]:
    return textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False, subsequent_indent=_indent(line))


def _indent(line: str) -> str:
    """Give the spaces that go before what follows in an item of a list, for it to be read as part of that."""
    mark = _LIST_LINE.match(line)
    return " " * mark.end() if mark else ""


def normal(text: str) -> str:
    """Give a text in the form in which texts are compared: what word processors change by themselves is alike."""
    plain = holdable(text).replace("\u00ad", "").replace("\u2011", "-").replace("\r", "")
    return _AROUND_BREAKS.sub("\n", _SPACES.sub(" ", plain)).strip()
