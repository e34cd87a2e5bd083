"""What a place in a text is: a key, a value, or where one is about to be written, also in a text that is half done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from samverkan.source.extents import Extents
from samverkan.source.lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath
    from samverkan.source.extents import Extent

_MARK = "samverkan0skrivs0här"
_WORD_AFTER = re.compile(r"\A[\w#-]+")
_BARE = re.compile(r"^[ ]*[\w-]+[ ]*$(?=\n)", re.MULTILINE)
"""A line of one word: a key that has no colon yet."""
_KIND = re.compile(r"^kind:[ ]*[\"']?([\w-]+)", re.MULTILINE)


class Spot(NamedTuple):
    """A key or a value that is written in a text.

    Attributes:
        path: its place in the document.
        is_key: whether it is the key rather than its value.
        extent: where it stands.
    """

    path: KeyPath
    is_key: bool
    extent: Extent


class Writing(NamedTuple):
    """What may be about to be written in a place.

    Attributes:
        path: of a key the part that it is to belong to, of a value its own place.
        is_key: whether it is a key.
        start: the column where what is written so far begins.
        end: the column where the word at the place ends.
        written: what is written so far.
        has_value: whether a colon follows already.
        beside: the keys that the part has already.
        in_braces: whether it stands between braces.
    """

    path: KeyPath
    is_key: bool
    start: int
    end: int
    written: str
    has_value: bool = False
    beside: frozenset[str] = frozenset()
    in_braces: bool = False


def kind_in(text: str) -> str:
    """Give the kind that a text says it is, also where the rest cannot be read; empty where it says none."""
    found = _KIND.search(text)
    return found[1] if found else ""


def spot_at(extents: Extents, line: int, column: int) -> Spot | None:
    """Find the key or the single value at a place; None for neither.

    Args:
        extents: where the keys and values of the text stand.
        line: the line, from 0.
        column: the column, from 0; the place just past the last character of a word belongs to it.
    """
    place = (line, column)
    for path, extent in extents.keys.items():
        if extent.start <= place <= extent.end:
            return Spot(path, is_key=True, extent=extent)
    for path, extent in extents.values.items():
        if extent.kind == "scalar" and extent.start <= place <= extent.end and extent.start != extent.end:
            return Spot(path, is_key=False, extent=extent)
    return None


def writings_at(text: str, line: int, column: int) -> list[Writing]:
    """Tell what may be about to be written in a place.

    A mark is put there, as a value and as a key, and the text is read with it: first the whole, then only what comes
    before, for what is being written may spoil what follows, and last without other lines that are half written.

    Args:
        text: the text.
        line: the line, from 0.
        column: the column, from 0.
    """
    lines = lines_of(text)
    before, after = lines[line][:column], lines[line][column:]
    start = _start_of_word(before)
    rest = _WORD_AFTER.sub("", after)
    one = Writing((), is_key=False, start=start, end=column + len(after) - len(rest), written=before[start:])
    has_value = rest.lstrip().startswith(":")
    head, quote = "\n".join([*lines[:line], before[:start]]), before[start - 1 : start] if start else ""
    closed = _MARK + (quote if quote in {'"', "'"} and not rest.startswith(quote) else "")
    whole = "\n".join([rest, *lines[line + 1 :]])
    for before_it, tail in ((head, whole), (head, ""), (_BARE.sub("", head), "")):
        tries = [closed + tail] if has_value and tail else [closed + tail, f"{closed}: x{tail}"]
        found = [hit for tried in tries for hit in _marked(before_it + tried, line, one)]
        if found:
            return [hit._replace(has_value=has_value) for hit in dict.fromkeys(found)]
    return []


def _start_of_word(before: str) -> int:
    """Give where the word that a text ends with begins."""
    start = len(before)
    while start and (before[start - 1].isalnum() or before[start - 1] in "_-#"):
        start -= 1
    return start


def _marked(text: str, line: int, one: Writing) -> Iterator[Writing]:
    extents = Extents(text)
    for path, extent in extents.keys.items():
        if path[-1] == _MARK:
            around = path[:-1]
            beside = frozenset(str(key[-1]) for key in extents.keys if key[:-1] == around) - {_MARK}
            yield one._replace(path=around, is_key=True, beside=beside, in_braces=extent.in_braces)
            return
    for path, extent in extents.values.items():
        is_here = extent.start[0] == line and one.start - 1 <= extent.start[1] <= one.start
        if is_here and extent.kind == "scalar" and _MARK in extents.lines[line][extent.start[1] : extent.end[1]]:
            yield one._replace(path=path, is_key=False, in_braces=extent.in_braces)
            return
