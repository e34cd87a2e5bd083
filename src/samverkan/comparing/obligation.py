"""How firmly a text binds: what makes a sentence weaker or stronger than the one that it has come from."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from samverkan.comparing.matching import likeness
from samverkan.differing import Matcher

if TYPE_CHECKING:
    from collections.abc import Iterator


class Effect(StrEnum):
    """What a change means."""

    WEAKER = "weaker"
    STRONGER = "stronger"
    NEGATED = "negated"
    RAISED = "raised"
    LOWERED = "lowered"
    LATER = "later"
    EARLIER = "earlier"
    OFTENER = "oftener"
    SELDOMER = "seldomer"
    LONGER = "longer"
    SHORTER = "shorter"
    MORE = "more"
    LESS = "less"


@dataclass(frozen=True)
class Bound:
    """How firmly a text binds, compared with an earlier one.

    Attributes:
        effect: weaker, stronger, or perhaps the opposite.
        before: the words that have gone; empty for none.
        after: the words that have come; empty for none.
    """

    effect: Effect
    before: str
    after: str


_SAID_AS_A_FACT = 4
# From what binds to what hardly does: Swedish and English, as whole words.
_LEVELS: dict[int, str] = {
    5: (
        r"ska|skall|måste|åtar sig(?: att)?|förbinder sig(?: att)?|garanterar|lovar|"
        r"shall|must|will|undertakes? to|commits? to"
    ),
    3: r"bör|borde|should|ought to",
    2: r"kan|får|skulle kunna|may|can|could|might",
    1: (
        r"vid behov|om möjligt|om det är möjligt|när det är möjligt|så långt (?:som )?möjligt|i möjligaste mån|"
        r"i mån av \w+|om resurser(?:na)? (?:finns|medger|tillåter)|när resurser(?:na)? (?:finns|medger|tillåter)|"
        r"(?:ska |bör )?(?:strävar|sträva) efter(?: att)?|(?:ska |bör )?eftersträvar?(?: att)?|"
        r"(?:ska |bör )?(?:verkar|verka) för(?: att)?|(?:ska |bör )?(?:försöker|försöka)|"
        r"(?:ska |bör )?(?:överväger|överväga)(?: att)?|har (?:som|för) ambition(?:en)?(?: att)?|har ambitionen att|"
        r"avser(?: att)?|ambitionen är(?: att)?|efter förmåga|helst|i första hand|om det bedöms \w+|"
        r"where possible|if possible|as far as possible|as needed|when needed|strives? to|aims? to|endeavours? to|"
        r"seeks? to|intends? to|resources permitting|subject to resources|considers?"
    ),
}
_MARK = re.compile(
    "|".join(rf"(?P<l{level}>\b(?:{words})\b)" for level, words in sorted(_LEVELS.items())), re.IGNORECASE
)
_NOT = re.compile(r"\b(?:inte|ej|aldrig|ingen|inga|inget|not|never|no)\b", re.IGNORECASE)
_BY_THE_WAY = re.compile(r"\b(?:att|som|där|när|om|eftersom|that|which|who|when|where|if|because)\b", re.IGNORECASE)
_PERMITTED = 2
_SENTENCE = re.compile(r"(?<=[.!?;:])\s+|\n+")
_LEAST = re.compile(r"\b(minst|högst|at least|at most)\s+(\d+)", re.IGNORECASE)
_SAME_SENTENCE = 0.4
_MOST_PAIRS = 5_000
"""Of more sentences in a row that are not the same, those that stand near each other are compared."""


def bound(before: str, after: str) -> Bound | None:
    """Tell whether a text binds less or more than it did.

    Args:
        before: the text before.
        after: the text after.

    Returns:
        The first sentence's change that does; of several, what makes it weaker goes first. None where none does.
    """
    found = [one for old, new in _sentences(before, after) if (one := _of_sentence(old, new)) is not None]
    ranked = sorted(found, key=lambda one: (Effect.NEGATED, Effect.WEAKER, Effect.STRONGER).index(one.effect))
    return ranked[0] if ranked else None


def _sentences(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Pair the sentences that have come from each other, leaving out those that are the same."""
    old, new = _SENTENCE.split(before), _SENTENCE.split(after)
    steps = Matcher(old, new).get_opcodes()
    for name, i, end, j, last in steps:
        if name == "equal":
            continue
        left, right = old[i:end], [(one, _words(one)) for one in new[j:last]]
        most = max(1, _MOST_PAIRS // max(1, len(left)))
        for one in left:
            own = _words(one)
            scored = [(likeness(own, words), -place) for place, (_, words) in enumerate(right[:most])]
            score, place = max(scored, default=(0.0, 0))
            if score >= _SAME_SENTENCE:
                yield one, right.pop(-place)[0]


def _words(sentence: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", sentence.casefold()))


def _of_sentence(before: str, after: str) -> Bound | None:
    denied = Counter(map(str.casefold, _NOT.findall(before))), Counter(map(str.casefold, _NOT.findall(after)))
    if denied[0].total() != denied[1].total():
        return Bound(Effect.NEGATED, _first(denied[0] - denied[1]), _first(denied[1] - denied[0]))
    old, new = _marks(before), _marks(after)
    gone, come = old - new, new - old
    was = min((level for level, _ in gone), default=_SAID_AS_A_FACT)
    now = min((level for level, _ in come), default=_SAID_AS_A_FACT)
    if min(was, _SAID_AS_A_FACT) == min(now, _SAID_AS_A_FACT):
        return _of_limits(before, after)
    words = _weakest(gone), _weakest(come)
    return Bound(Effect.WEAKER if now < was else Effect.STRONGER, *words)


def _marks(sentence: str) -> Counter[tuple[int, str]]:
    """Count what says how firmly a sentence binds; what only is permitted by the way in it says nothing of that."""
    found: Counter[tuple[int, str]] = Counter()
    for met in _MARK.finditer(sentence):
        level = int(str(met.lastgroup)[1:])
        if level != _PERMITTED or not _BY_THE_WAY.search(sentence[: met.start()]):
            found[level, met[0].casefold()] += 1
    return found


def _weakest(marks: Counter[tuple[int, str]]) -> str:
    return min(marks)[1] if marks else ""


def _of_limits(before: str, after: str) -> Bound | None:
    old, new = _LEAST.search(before), _LEAST.search(after)
    if not old or not new or old[1].casefold() != new[1].casefold() or int(old[2]) == int(new[2]):
        return None
    is_less = int(new[2]) < int(old[2])
    is_floor = old[1].casefold() in {"minst", "at least"}
    return Bound(Effect.WEAKER if is_less == is_floor else Effect.STRONGER, old[0], new[0])


def _first(words: Counter[str]) -> str:
    return next(iter(words), "")
