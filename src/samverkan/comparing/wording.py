"""Which words of a text have gone and come."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from samverkan.differing import Matcher

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")
_AROUND = 5
_LEFT_OUT = "…"
_MOST_TOKENS = 6_000
_TORN = 0.35
"""Where less of two texts is the same, their common words say nothing, and the whole texts are told."""


class Kept(StrEnum):
    """What has become of some words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


class Stretch(NamedTuple):
    """Some words of a text that has changed."""

    kept: Kept
    text: str


def stretches(before: str, after: str) -> tuple[Stretch, ...]:
    """Give the words of two versions of a text in order: those that are the same, that have gone, and that have come.

    Args:
        before: the text before.
        after: the text after.
    """
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    if len(old) + len(new) > _MOST_TOKENS:
        old, new = _lines(before), _lines(after)
    matcher = Matcher(old, new)
    if matcher.ratio() < _TORN:
        return _without_none([Stretch(Kept.GONE, before), Stretch(Kept.NEW, after)])
    found: list[Stretch] = []
    for name, i, end, j, last in matcher.get_opcodes():
        if name == "equal":
            found.append(Stretch(Kept.SAME, "".join(old[i:end])))
        else:
            found += [Stretch(Kept.GONE, "".join(old[i:end])), Stretch(Kept.NEW, "".join(new[j:last]))]
    return _joined(_without_none(found))


def shortened(found: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Leave out what is the same, but for some words around what is not."""
    last = len(found) - 1
    return tuple(
        Stretch(one.kept, _near(one.text, is_first=i == 0, is_last=i == last)) if one.kept is Kept.SAME else one
        for i, one in enumerate(found)
    )


def version_of(found: Iterable[Stretch], kept: Kept) -> str:
    """Give one of the two texts that stretches come from: that with what has gone, or that with what has come."""
    return "".join(one.text for one in found if one.kept in {Kept.SAME, kept})


def _near(text: str, *, is_first: bool, is_last: bool) -> str:
    tokens = re.findall(r"\s*\S+\s*", text)
    if len(tokens) <= 2 * _AROUND:
        return text
    start = "" if is_first else "".join(tokens[:_AROUND]).rstrip() + " "
    end = "" if is_last else " " + "".join(tokens[-_AROUND:]).lstrip()
    return start + _LEFT_OUT + end


def _lines(text: str) -> list[str]:
    return re.findall(r"[^.\n]*[.\n]|[^.\n]+", text)


def _without_none(found: Iterable[Stretch]) -> tuple[Stretch, ...]:
    return tuple(one for one in found if one.text)


def _joined(found: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Put changed words together that only a space or a comma stands between."""
    done: list[Stretch] = []
    gone = new = ""
    for i, one in enumerate(found):
        is_between = one.kept is Kept.SAME and (gone or new) and i + 1 < len(found) and not re.search(r"\w", one.text)
        if is_between:
            gone, new = gone + one.text, new + one.text
        elif one.kept is Kept.SAME:
            done += _without_none([Stretch(Kept.GONE, gone), Stretch(Kept.NEW, new), one])
            gone = new = ""
        else:
            gone += one.text if one.kept is Kept.GONE else ""
            new += one.text if one.kept is Kept.NEW else ""
    return (*done, *_without_none([Stretch(Kept.GONE, gone), Stretch(Kept.NEW, new)]))
