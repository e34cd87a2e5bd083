"""Circles: documents of which each leads to the next by one relation, such as `supersedes`, until the first is met."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from samverkan.words.lists import MOST_LISTED, FirstOf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Circles:
    """The circles of one relation, all found at once in a time that grows with the number of references."""

    def __init__(self, leads_to: Mapping[str, Sequence[str]], files: Mapping[str, str]) -> None:
        """Take the ids that each id leads to, and the files that the documents stand in."""
        self._next: dict[str, str] = {}
        self._length: dict[str, int] = {}
        self._first: dict[str, str] = {}
        for knot in knots(leads_to):
            first = min(knot, key=lambda name: files[name])
            self._first.update(dict.fromkeys(knot, first))
            self._find_ways(first, knot, leads_to)

    def _find_ways(self, first: str, knot: set[str], leads_to: Mapping[str, Sequence[str]]) -> None:
        """Find the shortest way from each document of a knot to the first one."""
        coming: dict[str, list[str]] = {}
        for name in knot:
            for target in leads_to[name]:
                if target in knot:
                    coming.setdefault(target, []).append(name)
        self._length[first] = 0
        waiting = deque([first])
        while waiting:
            name = waiting.popleft()
            for earlier in coming[name]:
                if earlier not in self._length:
                    self._length[earlier], self._next[earlier] = self._length[name] + 1, name
                    waiting.append(earlier)

    def through(self, start: str, target: str) -> FirstOf | None:
        """Give the ids of the circle that a reference closes, the first of them twice.

        A circle is given for the document in it whose file comes first, and a knot of several circles for the first
        in the knot. None for the others, and where the reference closes none.
        """
        if start == target:
            return FirstOf((start, start), " → ")
        if self._first.get(start) != start or self._first.get(target) != start:
            return None
        chain = [start, target]
        while chain[-1] != start and len(chain) < MOST_LISTED:
            chain.append(self._next[chain[-1]])
        return FirstOf(tuple(chain), " → ", self._length[target] + 2)


def knots(leads_to: Mapping[str, Sequence[str]]) -> list[set[str]]:
    """Give the sets of more than one id in which each leads to each other, by way of others (Kosaraju's algorithm)."""
    coming: dict[str, list[str]] = {}
    for name, targets in leads_to.items():
        for target in targets:
            coming.setdefault(target, []).append(name)
    seen: set[str] = set()
    found: list[set[str]] = []
    for start in reversed(_by_end(leads_to)):
        if start in seen:
            continue
        knot, waiting = {start}, [start]
        seen.add(start)
        while waiting:
            for name in coming.get(waiting.pop(), ()):
                if name not in seen:
                    seen.add(name)
                    knot.add(name)
                    waiting.append(name)
        if len(knot) > 1:
            found.append(knot)
    return found


def _by_end(leads_to: Mapping[str, Sequence[str]]) -> list[str]:
    """Give the ids in the order in which a search in depth is done with them."""
    seen: set[str] = set()
    done: list[str] = []
    for start in leads_to:
        waiting = [] if start in seen else [(start, iter(leads_to[start]))]
        seen.add(start)
        while waiting:
            target = next((one for one in waiting[-1][1] if one not in seen), None)
            if target is None:
                done.append(waiting.pop()[0])
            else:
                seen.add(target)
                waiting.append((target, iter(leads_to[target])))
    return done
