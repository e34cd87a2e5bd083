"""What is said of a document's shape: how a remark is made, what it is about, and the values that it shows.

Here is what every document needs to be read; `complaints` says what pydantic finds, which only faulty documents need.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkan.escape import code_point, is_blank, visible
from samverkan.findings import KeyPath, MendKind, Remark, Severity
from samverkan.model.elsewhere import BRANCHES
from samverkan.words.lists import FirstOf
from samverkan.words.sentence import FieldValue, Text, quoted
from samverkan.words.structure import FINDINGS, SEVERAL_EMPTY, STRUCTURE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pydantic_core import ErrorDetails

_MOST_SHOWN = 60
PLACES = ("meant", "same")
"""The fields of sentences that name the key under which something belongs."""


def remark(sentence: str, path: KeyPath, *, at_key: bool = False, **fields: FieldValue) -> Remark:
    """Make an error about a document's shape.

    Args:
        sentence: the sentence's key in `STRUCTURE`.
        path: the place in the document.
        at_key: point at the key itself rather than at its value.
        fields: the sentence's fields.
    """
    entry, name = STRUCTURE[sentence], FINDINGS.get(sentence, sentence)
    return Remark(name, Severity.ERROR, entry.message(fields), entry.help(fields), path, at_key)


def is_empty(made: Remark) -> bool:
    """Tell whether a remark says no more than that a value is missing."""
    return made.message.sv == STRUCTURE["empty-value"].sv


def empties(lines: Sequence[int]) -> Text:
    """Say which of a file's lines have no value.

    Args:
        lines: their numbers, from 1.
    """
    return SEVERAL_EMPTY.with_fields(count=len(lines), lines=FirstOf(tuple(map(str, lines))))


def meant_places(made: Remark) -> Iterator[KeyPath]:
    """Give the places where what stands under an unknown key most likely belongs, which are then not to be missed."""
    if made.mend is not None and (made.mend.kind, made.mend.text) == (MendKind.MOVE, "."):
        yield made.path[-1:]
    for field in PLACES:
        if field in made.message.fields:
            yield (*made.path[:-1], str(made.message.fields[field]))


def is_long_enough(error: ErrorDetails) -> bool:
    """Tell whether a list is told to be too short only for its items at fault, which pydantic has not counted."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def place_of(error: ErrorDetails, data: Any) -> KeyPath:
    """Give the place of an error in the data: its own, or the nearest that the file holds.

    Pydantic adds steps of its own for the branches of a union, for a text that stands for a mapping, and for one
    mapping that stands for a list of them.
    """
    path: list[str | int] = []
    for step in error["loc"]:
        if step in BRANCHES or (step == 0 and isinstance(data, dict) and "0" not in data):  # one in the place of a list
            continue
        inside = isinstance(data, list) and isinstance(step, int) and step < len(data)
        if not inside and not (isinstance(data, dict) and step in data):
            break
        path.append(step)
        data = data[step]
    return tuple(path)


def value_at(data: Any, path: KeyPath) -> Any:
    """Give the plain data at a place; None where there are none."""
    if not is_there(data, path):
        return None
    for step in path:
        data = data[step]
    return data


def is_there(data: Any, path: KeyPath) -> bool:
    """Tell whether plain data hold something at a place."""
    for step in path:
        inside = isinstance(data, list) and isinstance(step, int) and step < len(data)
        if not inside and not (isinstance(data, dict) and step in data):
            return False
        data = data[step]
    return True


def shown(value: Any) -> Text:
    """Give a value as messages show it: safe to print, and never long."""
    text = visible(str(value))
    if is_blank(text):
        return quoted("…")
    return quoted(text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + "…")


def characters_named(odd: str) -> str:
    """Name characters that are easily taken for others, each with its code."""
    return ", ".join(f"{visible(character)} ({code_point(character)})".lstrip() for character in odd)


def marked(keys: Iterable[str]) -> str:
    """List keys as sentences show them: in code marks."""
    return ", ".join(f"`{key}`" for key in keys)
