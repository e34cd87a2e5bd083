"""The items of a list that have no hyphens: YAML joins their lines to one text."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from samverkan.characters import BULLETS, NUMBERED
from samverkan.findings import Mend, MendKind
from samverkan.source.quoting import scalar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.findings import KeyPath
    from samverkan.source.extents import Extents

_MARK = re.compile(rf"\A(?:[{BULLETS}] ?|-(?=[^\W\d_])|{NUMBERED})")
_FEWEST = 2
_SHORT = 40
"""Characters of a line that nobody would have broken, had it gone on."""
_LONG = 90
_FEWEST_SHORT = 3
_MOST_WORDS_OF_SHORT = 3
_ENDED = (".", "!", "?", ",", ";", ":", "-", "–", "/")
_GOING_ON = frozenset(
    {
        *("och", "eller", "samt", "i", "på", "för", "av", "med", "till", "från", "vid", "om", "som", "att", "hos"),
        *("under", "mot", "mellan", "utan", "det", "den", "de", "en", "ett"),
        *("and", "or", "in", "on", "for", "of", "with", "to", "from", "at", "by", "the", "a", "an"),
    }
)
"""Words that a text goes on after."""


def loose_items(extents: Extents, path: KeyPath) -> list[str]:
    """Give the lines of a text without quotes that were plainly meant as the items of a list; none where they were not.

    Args:
        extents: where the keys and values of the file are.
        path: the place of the text, as the file has it.
    """
    lines = _lines(extents, path)
    if len(lines) < _FEWEST:
        return []
    if _MARK.match(lines[0]):
        return _marked(lines)
    begins_below = extents.values[path].start[0] > extents.keys[path].end[0]
    are_names = _are_names(lines) and (begins_below or len(lines) > _FEWEST)
    return lines if are_names or _are_short(lines) else []


def as_list(extents: Extents, path: KeyPath, items: Sequence[str]) -> Mend:
    """Write items with hyphens, below their key."""
    key, value = extents.keys[path], extents.values[path]
    lines = [f"- {scalar(item)}" for item in items]
    if key.end[0] == value.start[0]:
        return Mend("\n  ".join((f"{path[-1]}:", *lines)), MendKind.PAIR)
    return Mend(("\n" + " " * value.start[1]).join(lines))


def _lines(extents: Extents, path: KeyPath) -> list[str]:
    """Give the lines of a text without quotes, none where it stands otherwise."""
    extent = extents.values.get(path)
    if extent is None or path not in extents.keys or not extent.is_plain or extent.in_braces:
        return []
    (first, column), (last, end) = extent.start, extent.end
    written = [*extents.lines[first:last], extents.lines[last][:end]]
    return [written[0][column:].strip(), *(line.strip() for line in written[1:])]


def _marked(lines: Sequence[str]) -> list[str]:
    """Give the items that begin with bullets or numbers, each with the lines that it goes on over."""
    items: list[str] = []
    for line in lines:
        mark = _MARK.match(line)
        if mark:
            items.append(line[mark.end() :].strip())
        else:
            items[-1] = f"{items[-1]} {line}"
    return items if len(items) >= _FEWEST and all(items) else []


def _are_names(lines: Sequence[str]) -> bool:
    """Tell whether each line begins as a name or a sentence does, and none as if the one before it went on."""
    is_broken = any(len(line) > _LONG or line.split()[-1].casefold() in _GOING_ON for line in lines[:-1])
    is_certain = len(lines) > _FEWEST or len(lines[0]) <= _SHORT
    return is_certain and not is_broken and all(line[:1].isupper() and not line.endswith(_ENDED) for line in lines)


def _are_short(lines: Sequence[str]) -> bool:
    """Tell whether all lines are so short that nobody would have broken a text there."""
    is_short = all(len(line.split()) <= _MOST_WORDS_OF_SHORT and len(line) <= _SHORT for line in lines)
    is_broken = any(one.endswith(_ENDED) or one.split()[-1].casefold() in _GOING_ON for one, _ in pairwise(lines))
    return len(lines) >= _FEWEST_SHORT and is_short and not is_broken
