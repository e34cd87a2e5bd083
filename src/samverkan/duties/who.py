"""Who is to do something, by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.words.groups import PARTY_GROUP_WORDS
from samverkan.words.lists import FirstOf
from samverkan.words.sentence import Text
from samverkan.workspace.actors import EVERYBODY, KnownParties, actor_words, only_one, party_word
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samverkan.model.parties import Party
    from samverkan.model.plan import Actor
    from samverkan.words.sentence import Language
    from samverkan.workspace.actors import Doers


@dataclass(frozen=True, slots=True)
class Who:
    """Those who are to do something, where that is said.

    Attributes:
        names: parties, groups of them, roles and organisations.
        parties: the names of the parties among them; empty where all parties are, or might be.
    """

    names: tuple[str | Text, ...] = ()
    parties: tuple[str, ...] = ()

    def say(self, language: Language) -> str:
        """Name them in a language, with semicolons between; of many the first."""
        return FirstOf(self.names, "; ").say(language)

    def all_names(self, language: Language) -> str:
        """Name them in a language, with semicolons between, however many they are."""
        return "; ".join(name.say(language) if isinstance(name, Text) else name for name in self.names)


def named(ids: Sequence[str], parties: Sequence[Party]) -> Who:
    """Name parties and groups of parties by their ids; what leads nowhere stays as it is written.

    Args:
        ids: ids of parties and words for groups.
        parties: the parties that the document can name.
    """
    return _named(tuple(ids), KnownParties.of(parties))


@remembered(maxsize=64)
def _named(ids: tuple[str, ...], known: KnownParties) -> Who:
    names = tuple(_name(written, known) for written in ids)
    return Who(names, () if EVERYBODY & set(ids) else _names_of(ids, known))


def _names_of(ids: Iterable[str], parties: KnownParties) -> tuple[str, ...]:
    found = [parties.names_by_word.get(written, ()) for written in dict.fromkeys(ids)]
    return found[0] if len(found) == 1 else tuple(name for names in found for name in names)


def _name(written: str, parties: KnownParties) -> str | Text:
    one = only_one(written, parties)
    return one.name if one else PARTY_GROUP_WORDS.get(written, _id_name(written, parties))


def _id_name(written: str, parties: KnownParties) -> str:
    """Give the name of the one party that a word means, or the word where it means none or several."""
    match parties.by_word.get(written, ()):
        case [party]:
            return party.name
    return written


def _actor_name(actor: Actor, known: KnownParties) -> str | Text:
    party = _id_name(actor.party, known) if actor.party else None
    said = actor_words(actor, party)
    return said if party else _name(said, known)


def who_does(doers: Doers, parties: Sequence[Party]) -> Who:
    """Name those who are to do something: actors, the role in charge, or else the parties.

    Args:
        doers: who they are.
        parties: the parties that the document can name.
    """
    if doers.actors:
        known = KnownParties.of(parties)
        names = tuple(_actor_name(actor, known) for actor in doers.actors)
        ids = [word for actor in doers.actors if (word := party_word(actor))]
        return Who(names, () if EVERYBODY & set(ids) else _names_of(ids, known))
    found = named(doers.parties, parties)
    return Who(named((doers.role,), parties).names, found.parties) if doers.role else found
