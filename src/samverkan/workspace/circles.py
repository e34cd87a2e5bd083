"""Circles: documents, or parts of them, of which each leads to the next, as by `supersedes`, until the first is met."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from samverkan.findings import path_text
from samverkan.words.lists import MOST_LISTED

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from samverkan.findings import KeyPath
    from samverkan.workspace.document import Document
    from samverkan.workspace.references import ResolvedLink

_Node = TypeVar("_Node", bound="Hashable")


class Spot(NamedTuple):
    """What a link leads from or to: a document, or the part at a path of it."""

    document: Document
    path: KeyPath | None = None


class Step(NamedTuple):
    """A link, with what it leads from and to."""

    start: Spot
    link: ResolvedLink
    end: Spot


class Circle(NamedTuple):
    """The links that lead from something back to it: the first of them, and how many they are in all."""

    steps: tuple[Step, ...]
    of: int


class Circles:
    """The circles that links close, all found at once in a time that grows with the number of links."""

    def __init__(self, steps: Iterable[Step]) -> None:
        """Take the links among documents, or among parts of documents."""
        self._next: dict[Spot, Step] = {}
        self._length: dict[Spot, int] = {}
        self._first: dict[Spot, Spot] = {}
        self._by_link: dict[tuple[Document, KeyPath], list[Step]] = {}
        leading: dict[Spot, list[Step]] = {}
        for step in steps:
            leading.setdefault(step.start, []).append(step)
            self._by_link.setdefault((step.link.document, step.link.link.path), []).append(step)
        for knot in knots({start: [step.end for step in found] for start, found in leading.items()}):
            first = min(knot, key=_order)
            self._first.update(dict.fromkeys(knot, first))
            self._find_ways(first, [step for spot in knot for step in leading[spot]])

    def _find_ways(self, first: Spot, steps: Sequence[Step]) -> None:
        """Find the shortest way from each spot of a knot to the first one."""
        coming: dict[Spot, list[Step]] = {}
        for step in steps:
            coming.setdefault(step.end, []).append(step)
        self._length[first] = 0
        waiting = deque([first])
        while waiting:
            met = waiting.popleft()
            for step in coming.get(met, ()):
                if step.start not in self._length:
                    self._length[step.start], self._next[step.start] = self._length[met] + 1, step
                    waiting.append(step.start)

    def closed_by(self, document: Document, path: KeyPath) -> Circle | None:
        """Give the circle that the link at a path of a document closes, beginning with it; None where it closes none.

        A circle is given for the document in it whose file comes first of those that were asked about, and a knot of
        several circles for the first in the knot; None for the others.
        """
        found = (self._closed(step) for step in self._by_link.get((document, path), ()))
        return next((circle for circle in found if circle is not None), None)

    def _closed(self, first: Step) -> Circle | None:
        start, met = first.start, first.end
        if start == met:
            return Circle((first,), 1)
        if self._first.get(start) != start or self._first.get(met) != start:
            return None
        steps = [first]
        while steps[-1].end != start and len(steps) < MOST_LISTED:
            steps.append(self._next[steps[-1].end])
        return Circle(tuple(steps), self._length[met] + 1)


def _order(spot: Spot) -> tuple[bool, str, bool, str]:
    """Put first what was asked about, by file, and in a file the parts by their places."""
    document, path = spot
    return not document.is_asked, document.file, path is None, path_text(path or ())


def knots(leads_to: Mapping[_Node, Sequence[_Node]]) -> list[set[_Node]]:
    """Give the sets of nodes in which each leads to each other, by way of others (Kosaraju's algorithm)."""
    coming: dict[_Node, list[_Node]] = {}
    for node, targets in leads_to.items():
        for target in targets:
            coming.setdefault(target, []).append(node)
    seen: set[_Node] = set()
    found: list[set[_Node]] = []
    for start in reversed(_by_end(leads_to)):
        if start in seen:
            continue
        knot, waiting = {start}, [start]
        seen.add(start)
        while waiting:
            for node in coming.get(waiting.pop(), ()):
                if node not in seen:
                    seen.add(node)
                    knot.add(node)
                    waiting.append(node)
        if len(knot) > 1:
            found.append(knot)
    return found


def _by_end(leads_to: Mapping[_Node, Sequence[_Node]]) -> list[_Node]:
    """Give the nodes in the order in which a search in depth is done with them."""
    seen: set[_Node] = set()
    done: list[_Node] = []
    for start in leads_to:
        waiting = [] if start in seen else [(start, iter(leads_to[start]))]
        seen.add(start)
        while waiting:
            target = next((one for one in waiting[-1][1] if one not in seen), None)
            if target is None:
                done.append(waiting.pop()[0])
            else:
                seen.add(target)
                waiting.append((target, iter(leads_to.get(target, ()))))
    return done
