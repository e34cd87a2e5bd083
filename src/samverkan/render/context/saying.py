"""What the sentences of documents are put together from: lengths, numbers, and phrases joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.said_times import is_limit
from samverkan.words.clauses import LENGTHS, PREPOSITIONS
from samverkan.words.groups import inside_sentence, is_own_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samverkan.model.dates import CoarseDate, Duration
    from samverkan.render.context.phrases import Phrases


class Saying:
    """Writes sentences in the language of one document."""

    def __init__(self, words: Phrases) -> None:
        """Take the phrases of the document."""
        self._words = words
        self._fixed = words.fixed
        self._language = words.language

    def length(self, length: Duration) -> str:
        """Write a length of time as in running text: ”ett år”, ”sex månader”, ”18 månader”."""
        digits, _, unit = length.say(self._language).partition(" ")
        if length.count == 1:
            return f"{'ett' if length.unit == 'year' else 'en'} {unit}" if self._language == "sv" else f"one {unit}"
        return f"{self.number(length.count) or digits} {unit}"

    def _at(self, day: CoarseDate) -> str:
        """Write a time that something is done by: ”i juni 2024”."""
        is_month = bool(day.month) and not day.day and not day.said
        return f"i {day.say(self._language)}" if is_month and self._language == "sv" else day.say(self._language)

    def _by(self, day: CoarseDate) -> str:
        """Write a last day: ”senast i juni 2024”, but ”strax före jul 2024” where that is how it is said."""
        said = self._at(day)
        return said[:1].lower() + said[1:] if is_limit(said) else self._fixed("by_day", day=said)

    def _placed(self, where: str) -> str:
        """Write a place as inside a sentence, with the author's preposition where there is one: ”på rådets möten”."""
        first, _, rest = where.removesuffix(".").partition(" ")
        if rest and first.casefold() in PREPOSITIONS[self._language]:
            return f"{first.casefold()} {rest}"
        return self._fixed("placed_at", place=inside_sentence(where.removesuffix(".")))

    def number(self, count: int) -> str:
        """Write a whole number up to twelve in words, others in figures."""
        words = LENGTHS[self._language]
        return words[count] if count < len(words) else str(count)

    def joined(self, parts: Sequence[str]) -> str:
        """Join phrases as inside a sentence; with ”samt” where one of them holds an ”och” of its own."""
        return self._listed([inside_sentence(part) for part in parts])

    def named(self, bodies: Sequence[str]) -> str:
        """Join bodies as inside a sentence; a council and a group are called as the author calls them."""
        return self._listed([body if is_own_name(body) else inside_sentence(body) for body in bodies])

    def _listed(self, said: Sequence[str]) -> str:
        if self._language == "sv" and len(said) > 1 and any(" och " in part for part in said):
            return self._words.listed(said[:-1]) + " samt " + said[-1]
        return self._words.joined(said)

    def _in_turn(self, subject: str, sentences: Iterable[str]) -> Iterator[str]:
        """Name the subject of several sentences in the first of them; after that it is ”det”."""
        name, pronoun = self._fixed(subject).split("|")
        is_named = False
        for sentence in sentences:
            rest = sentence.removeprefix(f"{name} ")
            yield f"{pronoun} {rest}" if is_named and rest != sentence else sentence
            is_named = is_named or name.casefold() in sentence.casefold()
