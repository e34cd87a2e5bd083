"""Which paragraph of a Word file holds which value of a sheet, told by the text around it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samverkan.differing import MOST_STEPS, Matcher
from samverkan.editable.sheet import Heading, Label, Value
from samverkan.editable.values import normal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from samverkan.editable.sheet import Block

_ALIKE = 0.6
_LONGEST_COMPARED = 2000
_MOST_READ, _MOST_COMPARED = 2_000_000, 5_000
"""Of more pairs of paragraphs that are not the same, those that stand near each other are read, and compared."""


class Line(NamedTuple):
    """A paragraph of a sheet.

    Attributes:
        text: all of it.
        owner: the number of the value that it holds; None where it holds none.
        prefix: what stands before the value.
    """

    text: str
    owner: int | None = None
    prefix: str = ""


def lines_of(head: Iterable[str], sheet: Iterable[Block]) -> Iterator[Line]:
    """Give the paragraphs of a sheet as it is handed out.

    Args:
        head: the lines above it.
        sheet: what stands on it.
    """
    yield from (Line(_flat(line)) for line in head)
    number = 0
    for block in sheet:
        match block:
            case Heading():
                yield Line(_flat(block.text))
            case Label():
                yield Line(_flat(f"{block.title}: {block.text}" if block.title else block.text))
            case _:
                yield from _of_value(block, number)
                number += 1


def _of_value(value: Value, number: int) -> Iterator[Line]:
    if not value.is_prose:
        prefix = _flat(f"{value.label}:") if value.label else ""
        yield Line(_flat(f"{prefix} {value.text}"), number, prefix)
        return
    if value.label:
        yield Line(_flat(value.label))
    yield from (Line(_flat(part), number) for part in value.text.split("\n\n"))


def aligned(expected: Sequence[Line], found: Sequence[str]) -> Mapping[int, Line]:
    """Tell which paragraphs hold values.

    Args:
        expected: the paragraphs of the sheet as it was handed out.
        found: those of the file.

    Returns:
        By the places of paragraphs of the file, those of the sheet that they are; what is not plain is missing.
    """
    written = [_flat(text) for text in found]
    known: dict[int, Line] = {}
    matcher = Matcher([line.text for line in expected], written)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            known.update(zip(range(first, last), expected[start:end], strict=True))
        elif kind == "insert":
            known.update(_inserted(expected, start, range(first, last)))
        elif kind == "replace":
            known.update(_replaced(expected[start:end], written, range(first, last)))
    return known


def _inserted(expected: Sequence[Line], at: int, places: range) -> dict[int, Line]:
    """Give new paragraphs to the value that they stand in the middle of, if they do."""
    owners = {line.owner for line in expected[max(at - 1, 0) : at + 1]}
    if at and len(owners) == 1 and None not in owners and expected[at:]:
        return dict.fromkeys(places, expected[at])
    return {}


def _replaced(lines: Sequence[Line], written: Sequence[str], places: range) -> dict[int, Line]:
    """Pair changed paragraphs: those of one value alone by place, others by what they begin with or by likeness."""
    if len({line.owner for line in lines}) == 1 and lines[0].owner is not None and not lines[0].prefix:
        return dict.fromkeys(places, lines[0])
    known: dict[int, Line] = {}
    compared = sum(not _is_told_by_its_beginning(line) for line in lines) or 1
    few, many = max(1, _MOST_COMPARED // compared), max(1, _MOST_READ // len(lines))
    rest, steps = places, MOST_STEPS // (compared * min(few, len(places)))
    for line in lines:
        near = rest[: many if _is_told_by_its_beginning(line) else few]
        place = next((place for place in near if _fits(line, written[place], steps)), None)
        if place is not None:
            known[place] = line
            rest = range(place + 1, places.stop)
    return known


def _is_told_by_its_beginning(line: Line) -> bool:
    return bool(line.prefix) or line.owner is None


def _fits(line: Line, text: str, steps: int) -> bool:
    if _is_told_by_its_beginning(line):
        return text.startswith(line.prefix) if line.prefix else line.text == text
    return Matcher(line.text[:_LONGEST_COMPARED], text[:_LONGEST_COMPARED], steps).ratio() >= _ALIKE


def _flat(text: str) -> str:
    return " ".join(normal(text).split())
