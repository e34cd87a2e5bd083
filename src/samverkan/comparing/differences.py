"""What differs between two versions of a document, value by value."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from samverkan.comparing.matching import headline, is_another, likeness, matched, out_of_order, words_of
from samverkan.comparing.sameness import Renamed, Spot, essence, is_empty
from samverkan.model.base import Part
from samverkan.model.held import HeldKey, held_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    _ToldPart = tuple["Difference", Part]
    """What is told of a part that is in one version only, and the part."""

_TOLD_WHOLE = frozenset({"Target", "Quantity", "Actor"})
"""The parts whose keys say one thing together."""
_MOVED = 0.8
_LEAST_WORDS_TO_MOVE = 3


class Happened(StrEnum):
    """What has happened to a value."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    ORDER = "reordered"
    RENAMED = "renamed"


@dataclass(frozen=True)
class Difference:
    """A value that is not as it was.

    Attributes:
        how: what has happened to it.
        holds: the key that holds it, or the list that it is in.
        old: the place of the part that held it; of what is new, of the part that it has come into.
        new: the place of the part that holds it; of what is gone, of the part that it has gone from.
        before: the value before; None for what is new.
        after: the value after; None for what is gone.
    """

    how: Happened
    holds: HeldKey
    old: Spot
    new: Spot
    before: object = None
    after: object = None

    @property
    def key(self) -> str:
        """The key itself."""
        return self.holds.key


def differences(before: Part, after: Part) -> tuple[list[Difference], Renamed]:
    """Find what differs between two versions of a document.

    Args:
        before: the document before.
        after: the document after, of the same kind.

    Returns:
        The differences in the order of the schema, and which ids have become others.
    """
    first = _Differ({})
    first.of_parts(Spot((), (before,)), Spot((), (after,)))
    renamed = first.renamed if first.found else {}
    if not renamed:
        return first.finished(), {}
    second = _Differ(renamed)
    second.of_parts(Spot((), (before,)), Spot((), (after,)))
    return second.finished(), second.renamed


class _Held(NamedTuple):
    """A key of a part that is in both versions.

    Attributes:
        holds: the key.
        old: the part before.
        new: the part after.
    """

    holds: HeldKey
    old: Spot
    new: Spot

    @property
    def key(self) -> str:
        """The key itself."""
        return self.holds.key

    @property
    def names(self) -> bool:
        """Whether its texts only name parts."""
        return self.holds.is_prose is None

    def told(self, how: Happened, before: object = None, after: object = None) -> Difference:
        """Say what has happened to its value."""
        return Difference(how, self.holds, self.old, self.new, before, after)

    def before_at(self, position: int) -> _Held:
        """Point at one of the list before."""
        return self._replace(old=self.old.at(self.key, position))

    def after_at(self, position: int) -> _Held:
        """Point at one of the list after."""
        return self._replace(new=self.new.at(self.key, position))


@dataclass
class _Differ:
    known: Renamed
    renamed: dict[str, str] = field(default_factory=dict)
    found: list[Difference] = field(default_factory=list)

    def finished(self) -> list[Difference]:
        """Give what has been found, with what has only moved from one list to another told once."""
        gone = [(one, one.before) for one in self.found if one.how is Happened.REMOVED and isinstance(one.before, Part)]
        new = [(one, one.after) for one in self.found if one.how is Happened.ADDED and isinstance(one.after, Part)]
        for left, came in _moved(gone, new):
            place = self.found.index(left[0])
            self.found[place : place + 1] = self._of_moved(left, came)
            self.found.remove(came[0])
        return self.found

    def of_parts(self, old: Spot, new: Spot) -> None:
        """Compare the values of two parts that are the same."""
        now = held_by(new.part)
        for key, (holds, before) in held_by(old.part).items():
            after, held = now[key][1], _Held(holds, old, new)
            if key == "id" and before and after and before != after:
                self.renamed[str(before)] = str(after)
                self.found.append(held.told(Happened.RENAMED, before, after))
            elif not self._are_same(held, before, after):
                self._of_values(held, before, after)

    def _of_values(self, held: _Held, before: object, after: object) -> None:
        if _are_items(before, held.holds) or _are_items(after, held.holds):
            self._of_lists(held, _items(before), _items(after))
        elif is_empty(before):
            self.found.append(held.told(Happened.ADDED, None, after))
        elif is_empty(after):
            self.found.append(held.told(Happened.REMOVED, before, None))
        elif isinstance(before, Part) and isinstance(after, Part) and not _is_told_whole(before):
            self.of_parts(held.old.inside(before, held.key), held.new.inside(after, held.key))
        else:
            how = Happened.ORDER if self._is_reordered(held, before, after) else Happened.CHANGED
            self.found.append(held.told(how, before, after))

    def _are_same(self, held: _Held, before: object, after: object) -> bool:
        one, other = (essence(value, self.known, names=held.names) for value in (before, after))
        return one == other

    def _is_reordered(self, held: _Held, before: object, after: object) -> bool:
        if not isinstance(before, tuple) or not isinstance(after, tuple):
            return False
        one, other = ([str(essence(item, self.known, names=held.names)) for item in items] for items in (before, after))
        return sorted(one) == sorted(other)

    def _of_lists(self, held: _Held, before: Sequence[object], after: Sequence[object]) -> None:
        same = matched(before, after, self.known)
        self.found += [held.before_at(i).told(Happened.REMOVED, before[i], None) for i in same.gone]
        self.found += [held.after_at(j).told(Happened.ADDED, None, after[j]) for j in same.new]
        self._of_order(held, same.pairs, before, after)
        for i, j in same.pairs:
            one, other = before[i], after[j]
            if isinstance(one, Part) and isinstance(other, Part):
                self.of_parts(held.old.inside(one, held.key, i), held.new.inside(other, held.key, j))
            elif not self._are_same(held, one, other):
                self.found.append(held.before_at(i).after_at(j).told(Happened.CHANGED, one, other))

    def _of_order(
        self, held: _Held, pairs: Sequence[tuple[int, int]], before: Sequence[object], after: Sequence[object]
    ) -> None:
        moved = out_of_order(pairs)
        if len(moved) > max(1, len(pairs) // 3):
            self.found.append(held.told(Happened.ORDER, tuple(before), tuple(after)))
            return
        for i, j in moved:
            self.found.append(held.before_at(i).after_at(j).told(Happened.MOVED, before[i], after[j]))

    def _of_moved(self, gone: _ToldPart, new: _ToldPart) -> list[Difference]:
        (left, before), (came, after) = gone, new
        place, other = Spot(left.old.path, left.old.holders), Spot(came.new.path, came.new.holders)
        moved = Difference(Happened.MOVED, came.holds, place, other, before, after)
        inner = _Differ(self.known, self.renamed)
        inner.of_parts(place.inside(before), other.inside(after))
        return [moved, *inner.found]


def _moved(gone: Sequence[_ToldPart], new: Sequence[_ToldPart]) -> Iterator[tuple[_ToldPart, _ToldPart]]:
    """Give what stands in one list no longer and in another now, where it says the same or has kept its id."""
    waiting = list(new)
    for left in gone:
        for came in waiting:
            if _is_moved(left[1], came[1]):
                waiting.remove(came)
                yield left, came
                break


def _is_moved(before: Part, after: Part) -> bool:
    if is_another(before, after):
        return False
    words, others = words_of(before), words_of(after)
    if headline(before).casefold() == headline(after).casefold():
        return bool(headline(before))
    return words.total() >= _LEAST_WORDS_TO_MOVE and likeness(words, others) >= _MOVED


def _is_told_whole(part: Part) -> bool:
    return type(part).__name__ in _TOLD_WHOLE


def _are_items(value: object, holds: HeldKey) -> bool:
    """Tell whether a value is a list whose items are compared one by one: parts, and texts that say something."""
    if not isinstance(value, tuple):
        return False
    return any(holds.is_prose is True or (isinstance(one, Part) and not _is_told_whole(one)) for one in value)


def _items(value: object) -> Sequence[object]:
    return value if isinstance(value, tuple) else ()
