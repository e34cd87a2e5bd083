"""Circles: documents of which each leads to the next, as by `supersedes`, until the first is met."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from samverkan.words.lists import MOST_LISTED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkan.workspace.document import Document
    from samverkan.workspace.references import ResolvedLink


class Circle(NamedTuple):
    """The links that lead from a document back to it: the first of them, and how many they are in all."""

    steps: tuple[ResolvedLink, ...]
    of: int


class Circles:
    """The circles that links close, all found at once in a time that grows with the number of links."""

    def __init__(self, links: Mapping[Document, Sequence[ResolvedLink]]) -> None:
        """Take the links from each document to others."""
        self._next: dict[Document, ResolvedLink] = {}
        self._length: dict[Document, int] = {}
        self._first: dict[Document, Document] = {}
        leads_to = {document: [link.target.document for link in found] for document, found in links.items()}
        for knot in knots(leads_to):
            first = min(knot, key=lambda one: (not one.is_asked, one.file))
            self._first.update(dict.fromkeys(knot, first))
            self._find_ways(first, [link for document in knot for link in links[document]])

    def _find_ways(self, first: Document, links: Sequence[ResolvedLink]) -> None:
        """Find the shortest way from each document of a knot to the first one."""
        coming: dict[Document, list[ResolvedLink]] = {}
        for link in links:
            coming.setdefault(link.target.document, []).append(link)
        self._length[first] = 0
        waiting = deque([first])
        while waiting:
            met = waiting.popleft()
            for link in coming.get(met, ()):
                if link.document not in self._length:
                    self._length[link.document], self._next[link.document] = self._length[met] + 1, link
                    waiting.append(link.document)

    def closed_by(self, link: ResolvedLink) -> Circle | None:
        """Give the circle that a link closes, beginning with the link; None where it closes none.

        A circle is given for the document in it whose file comes first of those that were asked about, and a knot of
        several circles for the first in the knot; None for the others.
        """
        start, met = link.document, link.target.document
        if start is met:
            return Circle((link,), 1)
        if self._first.get(start) is not start or self._first.get(met) is not start:
            return None
        steps = [link]
        while steps[-1].target.document is not start and len(steps) < MOST_LISTED:
            steps.append(self._next[steps[-1].target.document])
        return Circle(tuple(steps), self._length[met] + 1)


def knots(leads_to: Mapping[Document, Sequence[Document]]) -> list[set[Document]]:
    """Give the sets of documents in which each leads to each other, by way of others (Kosaraju's algorithm)."""
    coming: dict[Document, list[Document]] = {}
    for document, targets in leads_to.items():
        for target in targets:
            coming.setdefault(target, []).append(document)
    seen: set[Document] = set()
    found: list[set[Document]] = []
    for start in reversed(_by_end(leads_to)):
        if start in seen:
            continue
        knot, waiting = {start}, [start]
        seen.add(start)
        while waiting:
            for document in coming.get(waiting.pop(), ()):
                if document not in seen:
                    seen.add(document)
                    knot.add(document)
                    waiting.append(document)
        if len(knot) > 1:
            found.append(knot)
    return found


def _by_end(leads_to: Mapping[Document, Sequence[Document]]) -> list[Document]:
    """Give the documents in the order in which a search in depth is done with them."""
    seen: set[Document] = set()
    done: list[Document] = []
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
