"""Words that are cut by a hyphen at the end of a line, and the lines with them whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from samverkan.findings import Mend, MendKind

if TYPE_CHECKING:
    from samverkan.findings import KeyPath
    from samverkan.source.extents import Extents

_HEAD = re.compile(r"(?<![\w-])[a-zåäöé]{2,40}-\Z")
_REST = re.compile(r"([a-zåäöé]{2,40})[.,;:!?)”\"]*+\Z")
GOING_ON = frozenset(
    {
        *("och", "eller", "samt", "till", "respektive", "resp", "såväl", "men", "alternativt", "alt", "kontra"),
        *("som", "än", "liksom", "jämte", "inklusive", "inkl", "exklusive", "exkl", "även", "plus", "mot", "dels"),
        *("såsom", "utan", "framför", "både", "snarare", "fast"),
        *("and", "or", "to", "as", "but", "nor", "than", "versus"),
    }
)
"""Words that follow a hyphen which stands for the rest of a word: ”brotts- och trygghetsarbete”."""


class CutWords(NamedTuple):
    """The words of a text that are cut, each in its two parts, the first of their lines, and the lines mended."""

    words: tuple[tuple[str, str], ...]
    row: int
    mend: Mend


def cut_words(extents: Extents, path: KeyPath) -> CutWords | None:
    """Find the words of a text on several lines that are cut at the end of a line; None where there are none.

    Args:
        extents: where the keys and values of the file are.
        path: the place of the text, as the file has it.
    """
    value = extents.values.get(path)
    if value is None:
        return None
    rows, words = list[int](), list[tuple[str, str]]()
    lines = list(extents.lines)
    for row in range(value.start[0], value.end[0]):
        if two := _two_parts(lines[row].rstrip(), lines[row + 1].strip()):
            rows.append(row)
            words.append(two)
            lines[row : row + 2] = _whole(lines[row].rstrip(), lines[row + 1])
    if not rows:
        return None
    first, last = rows[0], rows[-1] + 1
    emptied = {row + 1 for row in rows if not lines[row + 1]}
    new = [line for row, line in enumerate(lines[first : last + 1], first) if row not in emptied]
    return CutWords(tuple(words), first, Mend("\n".join([f"{first} {last}", *new]), MendKind.LINES))


def _two_parts(line: str, following: str) -> tuple[str, str] | None:
    head, rest = _HEAD.search(line), _REST.match((following.split(maxsplit=1) or [""])[0])
    return (head[0][:-1], rest[1]) if head and rest and rest[1] not in GOING_ON else None


def _whole(line: str, following: str) -> tuple[str, str]:
    """Write the rest of a word where it begins; what follows it stays on its line."""
    rest, *others = following.split(maxsplit=1)
    indent = following[: len(following) - len(following.lstrip())]
    return line[:-1] + rest, indent + others[0] if others else ""
