"""Who is to do something, by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.words.groups import PARTY_GROUP_WORDS
from samverkan.words.sentence import Text
from samverkan.workspace.actors import EVERYBODY, actor_words, meant_by, only_one

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.model.parties import Party
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
        """Name them in a language, with semicolons between."""
        return "; ".join(name.say(language) if isinstance(name, Text) else name for name in self.names)


def named(ids: Sequence[str], parties: Sequence[Party]) -> Who:
    """Name parties and groups of parties by their ids; what leads nowhere stays as it is written.

    Args:
        ids: ids of parties and words for groups.
        parties: the parties that the document can name.
    """
    names = tuple(_name(written, parties) for written in ids)
    meant = () if EVERYBODY & set(ids) else tuple(party.name for party in meant_by(ids, parties))
    return Who(names, meant)


def _name(written: str, parties: Sequence[Party]) -> str | Text:
    known = {party.id: party.name for party in parties}
    one = only_one(written, parties)
    return one.name if one else PARTY_GROUP_WORDS.get(written, known.get(written, written))


def who_does(doers: Doers, parties: Sequence[Party]) -> Who:
    """Name those who are to do something: actors, the role in charge, or else the parties.

    Args:
        doers: who they are.
        parties: the parties that the document can name.
    """
    if doers.actors:
        known = {party.id: party.name for party in parties}
        names = tuple(
            actor_words(actor, known.get(actor.party, actor.party) if actor.party else None) for actor in doers.actors
        )
        meant = meant_by((actor.party for actor in doers.actors if actor.party), parties)
        return Who(names, tuple(party.name for party in meant))
    found = named(doers.parties, parties)
    return Who((doers.role,), found.parties) if doers.role else found
