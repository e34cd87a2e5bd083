"""Items that stand in one list of a document and are written as those of another, as their keys tell."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin

from samverkan.model.fields import keys_of, part_at, part_in, types_in
from samverkan.model.remarks import value_at

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from pydantic import BaseModel

    from samverkan.findings import KeyPath, Remark

_UNKNOWN = "unknown-key"
_OF_AN_ITEM = 2
_MOST_ITEMS = 200
"""That are looked at in one document: more are not astray by a slip."""

_FEW = 3


class Stray(NamedTuple):
    """Items that follow each other in one list and are written as those of another.

    Attributes:
        source: the list that they stand in.
        first: the position of the first of them.
        last: that of the last of them.
        target: the list that they were meant for.
    """

    source: KeyPath
    first: int
    last: int
    target: KeyPath

    @property
    def size(self) -> int:
        """How many they are."""
        return self.last - self.first + 1


def strays(remarks: Collection[Remark], model: type[BaseModel], data: Any) -> list[Stray]:
    """Find the items with keys that nobody knows what they were meant as, which are all keys of one other list's items.

    Args:
        remarks: what is wrong with the document's shape.
        model: the document's model.
        data: its plain data.
    """
    lists = _Lists(model, data)
    found: list[Stray] = []
    for item in with_foreign_keys(remarks, data):
        source, position = item[:-1], int(item[-1])
        if found and found[-1].source == source and found[-1].last >= position:
            continue  # it follows one that has lost the heading of its list
        target = lists.meant_for(item)
        if target is None:
            continue
        found.append(Stray(source, position, lists.last_of(source, position, target), target))
    return joined(found)


def joined(found: Iterable[Stray]) -> list[Stray]:
    """Make one of those that follow each other and were meant for the same list."""
    whole: list[Stray] = []
    for one in found:
        above = whole[-1] if whole else None
        if above and (above.source, above.last + 1, above.target) == (one.source, one.first, one.target):
            whole[-1] = above._replace(last=one.last)
        else:
            whole.append(one)
    return whole


def with_foreign_keys(remarks: Collection[Remark], data: Any) -> list[KeyPath]:
    """Give the items of lists with a key that is not known there, and of which nobody knows what it was meant as.

    Args:
        remarks: what is wrong with the document's shape.
        data: its plain data.
    """
    unknown = [made.path for made in remarks if made.rule == _UNKNOWN and made.mend is None]
    items = {path[:-1] for path in unknown if len(path) > _OF_AN_ITEM and isinstance(path[-2], int)}
    return sorted((path for path in items if isinstance(value_at(data, path[:-1]), list)), key=_order)[:_MOST_ITEMS]


def _order(path: KeyPath) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (-1, step) for step in path]


class _Lists:
    """The lists of a document, and what the items of each have."""

    def __init__(self, model: type[BaseModel], data: Any) -> None:
        self._model = model
        self._data = data
        self._usual: dict[KeyPath, frozenset[str]] = {}

    def meant_for(self, item: KeyPath) -> KeyPath | None:
        """Give the one other list, around an item or at the top, that it is written as an item of; None for none."""
        keys, foreign = frozenset(value_at(self._data, item)), self._foreign(item)
        around = list(self._around(item[:-1]))
        places = [place for place in around if self.takes(place, keys)]
        telling = foreign if len(foreign) > 1 else self._seldom(foreign, around)
        if there := [place for place in places if telling & self.usual_in(place)]:
            return self._closest(there, keys, most_lacking=len(keys) if len(foreign) > 1 else 0)
        is_plain = len(foreign) * 2 > len(keys - {"id"}) and len(places) == 1
        return places[0] if is_plain and value_at(self._data, places[0]) is None else None

    def _closest(self, places: Sequence[KeyPath], keys: frozenset[str], most_lacking: int) -> KeyPath | None:
        """Give the list of which some keys lack the fewest that all items there have; None where several do."""
        lacking = [len(self.usual_in(place) - keys) for place in places]
        least = min(lacking)
        return places[lacking.index(least)] if least <= most_lacking and lacking.count(least) == 1 else None

    def last_of(self, source: KeyPath, first: int, target: KeyPath) -> int:
        """Give the last of the items from one on that were meant for a list: all the rest where that has no heading."""
        items = value_at(self._data, source)
        if value_at(self._data, target) is not None:
            return first
        for i in range(first, len(items)):
            place = (*source, i)
            if not isinstance(items[i], dict) or not self._foreign(place) or not self.takes(target, items[i].keys()):
                return first
        return len(items) - 1

    def _seldom(self, keys: frozenset[str], places: Collection[KeyPath]) -> frozenset[str]:
        """Give those of some keys that few lists have: ”title” says little of where an item belongs."""
        parts = [part_at(self._model, place) for place in places]
        having = {key: sum(part is not None and key in keys_of(part) for part in parts) for key in keys}
        return frozenset(key for key in keys if having[key] <= _FEW)

    def _foreign(self, item: KeyPath) -> frozenset[str]:
        part = part_at(self._model, item)
        return frozenset(value_at(self._data, item)) - (keys_of(part).keys() if part else set())

    def _around(self, source: KeyPath) -> Iterator[KeyPath]:
        """Give the other lists of the parts that a list stands in, that of the document among them."""
        for length in range(len(source)):
            part = part_at(self._model, source[:length]) if length == 0 or isinstance(source[length - 1], int) else None
            names = lists_of(part) if part else ()
            yield from ((*source[:length], key) for key in names if (*source[:length], key) != source)

    def takes(self, place: KeyPath, keys: Collection[str]) -> bool:
        """Tell whether the items of a list have all of some keys, and need no others."""
        part = part_at(self._model, place)
        known = keys_of(part) if part else {}
        needed = (key for key, field in known.items() if field.is_required())
        return known.keys() >= set(keys) and all(key in keys for key in needed)

    def usual_in(self, place: KeyPath) -> frozenset[str]:
        """Give the keys, besides the id, that all items of a list have; none of a list that is not there."""
        if place not in self._usual:
            items = value_at(self._data, place)
            each = [set(one) for one in items if isinstance(one, dict)] if isinstance(items, list) else []
            self._usual[place] = frozenset(set.intersection(*each) - {"id"}) if each else frozenset()
        return self._usual[place]


def lists_taking(items: Collection[dict[str, Any]], model: type[BaseModel], data: Any) -> list[str]:
    """Give the keys at the top of a document under which there are lists of items like some that stand elsewhere.

    Args:
        items: the items, as they were read.
        model: the document's model.
        data: its plain data, without the items.
    """
    lists, keys = _Lists(model, data), [frozenset(one) for one in items]
    taking = [key for key in lists_of(model) if all(lists.takes((key,), each) for each in keys)]
    alike = [key for key in taking if all(lists.usual_in((key,)) <= each for each in keys)]
    return taking if len(taking) == 1 else alike


@cache
def lists_of(part: type[BaseModel]) -> Sequence[str]:
    """Give the keys of a part under which there are lists of other parts, and of nothing else."""
    fields = keys_of(part)
    return [
        key for key, field in fields.items() if _is_list(field.annotation) and str not in types_in(field.annotation)
    ]


def _is_list(annotation: Any) -> bool:
    is_here = get_origin(annotation) is tuple and part_in(annotation) is not None
    return is_here or any(_is_list(inner) for inner in get_args(annotation))


def moved(data: Any, stray: Stray, *, left: int | None = None) -> Any:
    """Give plain data with items in the list that they were meant for, last, and a list without items taken away.

    Args:
        data: the data, which stay as they are.
        stray: the items.
        left: how many of the other items of their list are left, from its beginning; all of them unless said.
    """
    items = value_at(data, stray.source)
    others = [*items[: stray.first], *items[stray.last + 1 :]][:left]
    there = value_at(data, stray.target) or []
    without = _with(data, stray.source, others)
    return _with(without, stray.target, [*there, *items[stray.first : stray.last + 1]])


def _with(data: Any, path: KeyPath, value: list[Any]) -> Any:
    """Copy data with another list at a place, or with none where there is nothing in it."""
    step, *rest = path
    if isinstance(data, list):
        return [_with(one, tuple(rest), value) if i == step else one for i, one in enumerate(data)]
    kept: Mapping[str | int, Any] = data
    if rest:
        return {**kept, step: _with(kept[step], tuple(rest), value)}
    return {**kept, step: value} if value else {key: one for key, one in kept.items() if key != step}
