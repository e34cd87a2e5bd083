"""Lists in sentences, of which only the first are said: a document can name thousands."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from samverkan.words.numbers import written_number

if TYPE_CHECKING:
    from samverkan.words.sentence import Language, Sayable

MOST_LISTED = 10
"""How many a sentence names before it counts the rest."""


@dataclass(frozen=True, slots=True)
class FirstOf:
    """The first of some words, and how many more there are: ”a, b, c och 1 997 till”.

    Attributes:
        words: those to name, all of them or the first; more than `MOST_LISTED` are never named.
        between: what stands between them.
        count: how many there are in all, where `words` are not all of them.
    """

    words: tuple[str | Sayable, ...]
    between: str = ", "
    count: int = 0

    def say(self, language: Language) -> str:
        """Name the first, and count the rest."""
        named = self.words[:MOST_LISTED]
        said = self.between.join(one if isinstance(one, str) else one.say(language) for one in named)
        left = max(self.count, len(self.words)) - min(len(self.words), MOST_LISTED)
        if not left:
            return said
        more = written_number(Decimal(left), language)
        return f"{said} och {more} till" if language == "sv" else f"{said} and {more} more"
