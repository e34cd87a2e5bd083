"""Which items of two lists are the same: by what they say before what they are called."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict, deque
from typing import TYPE_CHECKING, NamedTuple

from samverkan.comparing.sameness import Renamed, essence, even
from samverkan.model.base import Part
from samverkan.model.held import held_by

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

_HEADLINES = (
    *("kind", "item", "problem_text", "problem", "document", "term", "name", "party", "organisation", "role", "period"),
    *("date", "until", "reference", "body", "to", "title", "text"),
)
_SEPARATE = ("code", "organisation_number", "isbn")
"""What tells things apart that are called nearly the same."""
_NUMBERED = re.compile(r"[^\d]{0,14}\d+[a-zåäö]?")
"""An id that is little more than a number, and so says nothing of what it names."""
_STEM = 6
_ALIKE, _NAMES_ALIKE, _SOMEWHAT = 0.5, 0.7, 0.25
_FEW_WORDS = 4
_MOST_WITH_A_WORD = 200


class Matched(NamedTuple):
    """Which items of a list before are which after, by their positions.

    Attributes:
        pairs: positions before and after, in the order before.
        gone: the positions before of those that are gone.
        new: the positions after of those that are new.
    """

    pairs: list[tuple[int, int]]
    gone: list[int]
    new: list[int]


def headline(item: object) -> str:
    """Give what an item is best known by: its name, else its text, else the first that it says."""
    if not isinstance(item, Part):
        return even(str(item))
    found = item.own_name or item.own_text
    if found:
        return even(found)
    held = {key: value for key, (_, value) in held_by(item).items() if value}
    return next((even(str(held[key])) for key in _HEADLINES if key in held), "")


def matched(before: Sequence[object], after: Sequence[object], renamed: Renamed) -> Matched:
    """Find which items of two lists are the same.

    What says the same is the same, whatever its number or id; then what has kept its id, unless that is only a number
    in the order; then what says nearly the same.

    Args:
        before: the list before.
        after: the list after.
        renamed: the ids that are to be taken for others.
    """
    return _Matching(before, after, renamed).done()


class _Matching:
    def __init__(self, before: Sequence[object], after: Sequence[object], renamed: Renamed) -> None:
        self.before, self.after, self.renamed = before, after, renamed
        self.gone = dict.fromkeys(range(len(before)))
        self.new = dict.fromkeys(range(len(after)))
        self.pairs: list[tuple[int, int]] = []

    def done(self) -> Matched:
        self._take_equal(lambda item: essence(item, self.renamed))
        self._take_equal(lambda item: (_id_of(item), headline(item).casefold()) if _id_of(item) else None)
        self._take_equal(lambda item: essence(item, self.renamed, named=False))
        self._take_equal(lambda item: headline(item).casefold() or None)
        self._take_equal(_id_of, self._may_have_kept_its_id)
        self._take_alike()
        return Matched(sorted(self.pairs), list(self.gone), list(self.new))

    def _take_equal(
        self, key_of: Callable[[object], Hashable], may: Callable[[object, object], bool] | None = None
    ) -> None:
        """Pair what has the same key, the first with the first."""
        waiting: dict[Hashable, deque[int]] = defaultdict(deque)
        for j in self.new:
            key = key_of(self.after[j])
            if key is not None:
                waiting[key].append(j)
        for i in list(self.gone):
            found = waiting.get(key_of(self.before[i]))
            one = next((j for j in found or () if self._can_be(i, j, may)), None)
            if found and one is not None:
                found.remove(one)
                self._pair(i, one)

    def _can_be(self, i: int, j: int, may: Callable[[object, object], bool] | None) -> bool:
        before, after = self.before[i], self.after[j]
        return not is_another(before, after) and (may is None or may(before, after))

    def _may_have_kept_its_id(self, before: object, after: object) -> bool:
        own = _id_of(before) or ""
        return _NUMBERED.fullmatch(own) is None or likeness(words_of(before), words_of(after)) >= _SOMEWHAT

    def _take_alike(self) -> None:
        """Pair what says nearly the same, the most alike first."""
        words = {j: words_of(self.after[j]) for j in self.new}
        having: dict[str, list[int]] = defaultdict(list)
        for j, own in words.items():
            for word in own:
                having[word].append(j)
        scored = [one for i in self.gone for one in self._alike(i, words, having)]
        for _, i, j in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
            if i in self.gone and j in self.new:
                self._pair(i, j)

    def _alike(
        self, i: int, words: dict[int, Counter[str]], having: dict[str, list[int]]
    ) -> Iterable[tuple[float, int, int]]:
        item = self.before[i]
        own = words_of(item)
        is_name = isinstance(item, Part) and bool(item.own_name)
        least = _NAMES_ALIKE if is_name and own.total() < _FEW_WORDS else _ALIKE
        near = {j for word in own if len(having.get(word, ())) < _MOST_WITH_A_WORD for j in having.get(word, ())}
        for j in near:
            score = likeness(own, words[j])
            if score >= least and not is_another(item, self.after[j]):
                yield score, i, j

    def _pair(self, i: int, j: int) -> None:
        del self.gone[i], self.new[j]
        self.pairs.append((i, j))


def words_of(item: object) -> Counter[str]:
    """Count the words that an item says, without their endings; short ones say little and are left out."""
    said = f"{headline(item)} {item.own_text or ''}" if isinstance(item, Part) and item.own_name else headline(item)
    found = re.findall(r"\w+", said.casefold())
    return Counter(word[:_STEM] for word in found if len(word) > 2 or word.isdigit())  # noqa: PLR2004 - "av", "på"


def likeness(before: Counter[str], after: Counter[str]) -> float:
    """Tell how much two counts of words have in common, from 0 to 1."""
    whole = before.total() + after.total()
    return 2 * (before & after).total() / whole if whole else 0.0


def out_of_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the fewest pairs that would have to be moved for the others to stand in the same order as before."""
    ends: list[int] = []
    last: list[int] = []
    previous: dict[int, int | None] = {}
    for place, (_, after) in enumerate(pairs):
        at = bisect_left(ends, after)
        previous[place] = last[at - 1] if at else None
        ends[at : at + 1] = [after]
        last[at : at + 1] = [place]
    kept = set[int]()
    step: int | None = last[-1] if last else None
    while step is not None:
        kept.add(step)
        step = previous[step]
    return [pair for place, pair in enumerate(pairs) if place not in kept]


def _id_of(item: object) -> str | None:
    return item.own_id if isinstance(item, Part) else None


def is_another(before: object, after: object) -> bool:
    """Tell whether two items are certainly not the same."""
    if type(before) is not type(after):
        return isinstance(before, Part) or isinstance(after, Part)
    if not isinstance(before, Part) or not isinstance(after, Part):
        return False
    old, new = vars(before), vars(after)
    return any(old.get(key) and new.get(key) and old[key] != new[key] for key in _SEPARATE)
