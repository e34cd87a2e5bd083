"""What parties undertake, as sentences: who, ”ska” or ”bör”, and the author's own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from samverkan.model.choices import Manner, PartyType, Strength
from samverkan.model.survey import survey
from samverkan.model.texts import without_marks
from samverkan.render.context.prose import plain_html
from samverkan.words.clauses import BELOW, INFINITIVES
from samverkan.workspace.actors import EVERYBODY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.model.agreement import Agreement
    from samverkan.model.cooperation import Commitment
    from samverkan.render.context.phrases import Phrases

_WORDS_EDGE = re.compile(r"\b")
_FIRST_WORD = re.compile(r"\w+")
_LATER_SENTENCES = re.compile(r"[.!?]\s+(\w+)")
_BEGINNINGS = {
    None: ("undertakes", "undertake", "undertakes_this", "undertake_this", "is_done"),
    Strength.SHALL: ("shall", "shall", "shall_this", "shall_this", "shall_be_done"),
    Strength.SHOULD: ("should", "should", "should_this", "should_this", "should_be_done"),
    Strength.AS_NEEDED: ("undertakes", "undertake", "undertakes_this", "undertake_this", "is_done"),
}
"""By the strength: how a sentence about one and about several begins, a lead to words of their own, and one without
anybody."""


def called(model: Agreement, words: Phrases) -> dict[str, str]:
    """Give what each party is called in the text, by its id: as the file says, or as its text does.

    A party that is the only one of its type is called ”polisen” where the text speaks of ”polisen”.

    Args:
        model: the agreement.
        words: the phrases of its language.
    """
    whole = " ".join(without_marks(found.text).casefold() for found in survey(model).texts if found.is_prose)
    found = {party.id: party.short_name for party in model.parties if party.short_name}
    taken = {*found.values(), *(party.name.casefold() for party in model.parties)}
    types = [party.type for party in model.parties]
    for party in model.parties:
        if party.type not in BELOW or types.count(party.type) > 1:
            continue
        name = BELOW[party.type].say(words.language)
        if name not in taken and re.search(rf"\b{re.escape(name)}s?\b", whole):
            found.setdefault(party.id, name)
    return found


class Undertakings:
    """Writes the commitments of one agreement."""

    def __init__(self, words: Phrases, names: dict[str, str], only: dict[str, PartyType]) -> None:
        """Prepare for an agreement.

        Args:
            words: its phrases.
            names: what parties are called in its text, by their ids.
            only: the types of the parties, by their ids.
        """
        self._words = words
        self._names = names
        self._types = only

    def parties(self, ids: Sequence[str]) -> str:
        """Name parties as inside the text, by what they are called there."""
        return self._words.joined([self._party(one) for one in ids])

    def _party(self, one: str) -> str:
        if one in self._names:
            return self._names[one]
        wanted = {"police": PartyType.POLICE, "municipalities": PartyType.MUNICIPALITY}.get(one)
        meant = [party for party, kind in self._types.items() if kind is wanted]
        if len(meant) == 1 and meant[0] in self._names:
            return self._names[meant[0]]
        return self._words.party_named(one)

    def lead(self, commitment: Commitment) -> tuple[str, bool]:
        """Say who undertakes something.

        Args:
            commitment: the commitment.

        Returns:
            What stands before the author's words, and whether these go on with its sentence; the first is empty where
            they say it themselves, or where nobody is named and nothing is said of how firmly.
        """
        by, language = commitment.by or (), self._words.language
        one, several, one_this, several_this, nobody = _BEGINNINGS[commitment.strength]
        fields = {"how": self._how(commitment), "when": self._when(commitment)}
        if not by:
            said_nothing = commitment.strength is None and not any(fields.values())
            return ("" if said_nothing else self._words.fixed(nobody, **fields)), False
        if self._speaks_for_itself(commitment):
            return "", False
        who, is_plural = self._subject(by, commitment.manner)
        joins = _goes_on(without_marks(commitment.text), language)
        key = (several if is_plural else one) if joins else (several_this if is_plural else one_this)
        said = self._words.fixed(key, who=self._words.capital(who), what="", **fields)
        return said, joins

    def html(self, commitment: Commitment, prose: Markup) -> Markup:
        """Write a commitment as HTML, its first paragraph first.

        Args:
            commitment: the commitment.
            prose: its text, in paragraphs and lists.
        """
        lead, joins = self.lead(commitment)
        if not lead:
            return prose
        beginning = plain_html(lead.rstrip() + " ")
        if joins and (match := re.match(r"<p>(\w)", prose)):
            return Markup("<p>") + beginning + match[1].lower() + _ended(prose[match.end() :])
        if prose.startswith("<p>"):
            return Markup("<p>") + beginning + prose[3:]
        return Markup("<p>") + beginning + Markup("</p>\n") + prose

    def _subject(self, by: Sequence[str], manner: Manner | None) -> tuple[str, bool]:
        if not set(by) & EVERYBODY:
            return self.parties(by), self._words.are_several(by)
        if by[0] == "each" and manner is None and len(by) == 1:
            return self._words.fixed("each_party"), False
        return self._words.fixed("the_parties"), True

    def _how(self, commitment: Commitment) -> str:
        is_joint = "jointly" in (commitment.by or ()) and commitment.manner is None
        manner = Manner.JOINTLY if is_joint else commitment.manner
        return f" {manner.say(self._words.language)}" if manner else ""

    def _when(self, commitment: Commitment) -> str:
        as_needed = commitment.strength is Strength.AS_NEEDED
        parts = [Strength.AS_NEEDED.say(self._words.language)] if as_needed else []
        each = self._words.fixed("per_municipality") if commitment.per_municipality else ""
        parts += [each] if each and each not in without_marks(commitment.text).casefold() else []
        return "".join(f" {part}" for part in parts)

    def _speaks_for_itself(self, commitment: Commitment) -> bool:
        """Tell whether the text begins with the party that it is about and says all that the lead would."""
        text, language = without_marks(commitment.text).casefold(), self._words.language
        known = {self.parties(commitment.by or ()), self._words.parties(commitment.by or ())}
        known |= {self._words.fixed("the_parties")} if set(commitment.by or ()) & EVERYBODY else set()
        begins = any(_begins(text, name.casefold()) for name in known)
        firmly = commitment.strength.say(language) if commitment.strength else ""
        manner = commitment.manner.say(language) if commitment.manner else ""
        is_said = all(re.search(rf"\b{re.escape(word)}\b", text) for word in (firmly, manner) if word)
        return begins and is_said and not commitment.per_municipality


def _begins(text: str, name: str) -> bool:
    return text.startswith(name) and _WORDS_EDGE.match(text, len(name)) is not None


def _ended(rest: Markup) -> Markup:
    """End the sentence of a text that is one paragraph, where the author has not."""
    inside = rest.rstrip().removesuffix("</p>")
    is_open = (
        rest.count("</p>") == 1 and len(inside) < len(rest.rstrip()) and (inside[-1:].isalnum() or inside[-1:] == ")")
    )
    return inside + Markup(".</p>\n") if is_open else rest


def _goes_on(text: str, language: str) -> bool:
    """Tell whether a text surely goes on with ”ska”: an infinitive, and no second one that would stand alone."""
    first = _FIRST_WORD.match(text)
    if first is None:
        return False
    # A small letter first says that the sentence has begun before it: with ”åtar sig att”, where it may be a verb.
    may_be_verb = language == "sv" and first[0].islower() and first[0].endswith("a")
    if first[0].casefold() not in INFINITIVES[language] and not may_be_verb:
        return False
    return not any(word.casefold() in INFINITIVES[language] for word in _LATER_SENTENCES.findall(text))
