"""Which agreements of the same parties apply at the same time."""

from __future__ import annotations

from datetime import date
from heapq import heappop, heappush
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from samverkan.words.lists import MOST_LISTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from samverkan.workspace.document import Document


class Overlap(NamedTuple):
    """The agreements that an agreement overlaps with: some of them, and how many they are in all."""

    named: tuple[Document, ...]
    of: int


def overlaps(group: Sequence[Document], line_of: Callable[[Document], Document]) -> Iterator[tuple[Document, Overlap]]:
    """Give each agreement that begins to apply while others still do, with those others.

    The agreements are gone through by their first days, and those that still apply are kept at hand, so that the time
    grows with how many they are and not with how many pairs they make.

    Args:
        group: agreements of the same parties, in the order of their files.
        line_of: what agreements that belong together have in common; they may apply at the same time.
    """
    applying: dict[Document, dict[Document, None]] = {}
    ends: list[tuple[date, int, Document]] = []
    possible = (document for document in group if _days(document)[0] <= _days(document)[1])
    for i, document in enumerate(sorted(possible, key=lambda one: _days(one)[0])):
        first, last = _days(document)
        while ends and ends[0][0] < first:
            ended = heappop(ends)[2]
            del applying[line_of(ended)][ended]
        own = applying.setdefault(line_of(document), {})
        if count := len(ends) - len(own):
            others = (other for line in applying.values() if line is not own for other in line)
            yield document, Overlap(tuple(islice(others, MOST_LISTED)), count)
        own[document] = None
        heappush(ends, (last, i, document))


def _days(document: Document) -> tuple[date, date]:
    """Give the first and the last day that an agreement applies; one without a start or an end always has, or will."""
    first, last = document.period
    return first or date.min, last or date.max
