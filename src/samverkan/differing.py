"""What two sequences have in common, found with so much work and no more."""

from __future__ import annotations

from difflib import Match, SequenceMatcher
from itertools import accumulate
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")

MOST_STEPS = 10_000_000
"""How many pairs may be looked at: a thousand times what two versions of a long agreement need."""


class Matcher(SequenceMatcher[T]):
    """Finds what two sequences have in common as `difflib` does, until so many pairs have been looked at.

    Where a few words come back again and again, that takes time as the cube of their number. What has not been found
    to be common by then counts as other: nothing that differs is passed over.
    """

    def __init__(self, before: Sequence[T], after: Sequence[T], most_steps: int = MOST_STEPS) -> None:
        """Prepare to compare.

        Args:
            before: the one sequence.
            after: the other.
            most_steps: how many pairs may be looked at.
        """
        super().__init__(None, before, after, autojunk=False)
        places: dict[Any, list[int]] = self.b2j  # type: ignore[attr-defined]  # a part that its documentation names
        none: list[int] = []
        self._pairs = list(accumulate((1 + len(places.get(one, none)) for one in before), initial=0))
        self._left = most_steps

    def find_longest_match(self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None) -> Match:
        """Find the longest stretch that both have; none when there has been work enough."""
        end = len(self._pairs) - 1 if ahi is None else ahi
        self._left -= self._pairs[end] - self._pairs[alo]
        if self._left < 0:
            return Match(alo, blo, 0)
        return super().find_longest_match(alo, ahi, blo, bhi)
