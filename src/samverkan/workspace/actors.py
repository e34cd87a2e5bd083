"""Who is to do something: which parties, roles and organisations a document means by what it says."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from samverkan.model.choices import PartyType
from samverkan.model.deadlines import InProgress, TakenOn
from samverkan.model.goals import Goal, SubGoal
from samverkan.model.kinds import is_citizen_promise
from samverkan.model.links import PARTY_GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samverkan.findings import KeyPath
    from samverkan.model.base import Part
    from samverkan.model.parties import Party
    from samverkan.model.plan import Actor
    from samverkan.model.review import Participant
    from samverkan.workspace.document import Document

EVERYBODY = frozenset({"jointly", "each"})
"""The words for groups that all parties belong to."""

_GROUP_TYPES = {"municipalities": PartyType.MUNICIPALITY, "police": PartyType.POLICE}


@dataclass(frozen=True, slots=True)
class Doers:
    """Who is to do something, as the document names them.

    Attributes:
        parties: ids of parties and words for groups of them.
        actors: parties, roles and organisations, where they are named together.
        role: the role in charge; empty where none is named.
    """

    parties: tuple[str, ...] = ()
    actors: tuple[Actor, ...] = ()
    role: str = ""

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all parties that are named, also with a role, and the words for groups."""
        return frozenset((*self.parties, *filter(None, map(party_word, self.actors))))

    def concern(self, parties: Iterable[str]) -> bool:
        """Tell whether any of some parties, by ids and group words, is meant: what is said of all is said of each."""
        return bool(self.ids & {*parties, *EVERYBODY})


def party_word(actor: Actor) -> str | None:
    """Give the id or group word by which an actor may name a party: an id that stands alone reads as a role."""
    return actor.party or (actor.role if actor.organisation is None else None)


def doers_of(part: Part) -> Doers:
    """Give who is to reach a goal, keep a commitment or a promise, or carry out a measure or an activity."""
    match part:
        case InProgress():
            return Doers(actors=part.who)
        case TakenOn():
            return Doers(parties=part.by or (), role=part.responsible or "")
        case Goal():
            return Doers(parties=part.responsible or ())
    return Doers()


class KnownParties(tuple["Party", ...]):  # noqa: SLOT001 - what it has found out is kept with it
    """The parties that a document can name, found by their ids and the words for groups without searching anew.

    They are told apart by identity, so that what is kept for thousands of them is found without comparing them.
    """

    def __eq__(self, other: object) -> bool:
        """Tell whether something is the very same parties."""
        return self is other

    def __ne__(self, other: object) -> bool:
        """Tell whether something is others, or as many alike: a tuple would compare what they are."""
        return self is not other

    def __hash__(self) -> int:
        """Give what tells them apart."""
        return id(self)

    @classmethod
    def of(cls, parties: Iterable[Party]) -> KnownParties:
        """Take parties as they are, if they are these already."""
        return parties if isinstance(parties, cls) else cls(parties)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for place, party in enumerate(self):
            found.setdefault(party.id, []).append(place)
        return found

    def with_ids(self, ids: Iterable[str]) -> tuple[Party, ...]:
        """Give those that have one of some ids, in their own order."""
        return tuple(self[place] for place in sorted(place for one in set(ids) for place in self._places.get(one, ())))

    @cached_property
    def by_word(self) -> dict[str, tuple[Party, ...]]:
        """The parties that each id and each word for a group means."""
        found: dict[str, list[Party]] = {}
        groups = {kind: word for word, kind in _GROUP_TYPES.items()}
        for party in self:
            for word in {party.id, groups.get(party.type, party.id)}:
                found.setdefault(word, []).append(party)
        return {word: tuple(parties) for word, parties in found.items()}

    @cached_property
    def names_by_word(self) -> dict[str, tuple[str, ...]]:
        """The names of the parties that each id and each word for a group means."""
        return {word: tuple(party.name for party in parties) for word, parties in self.by_word.items()}


def doers_at(document: Document, path: KeyPath, part: Part) -> Doers:
    """Give who is to do what a part of a document says.

    Of an activity that names nobody it is those who give its promise; of a promise that names nobody, those who give
    the promises of the document, where it says who they are; of a part of a goal, those responsible for the goal.

    Args:
        document: the document.
        path: where the part stands.
        part: the part.
    """
    own, model = doers_of(part), document.model
    if isinstance(part, SubGoal) and not own.ids:
        return next((doers_of(goal) for place, goal in document.parts if place == path[:-2]), own)
    promise = model.promise_at(path) if is_citizen_promise(model) else None
    if own.ids or promise is None or not is_citizen_promise(model):
        return own
    above = doers_of(promise)
    return Doers(parties=above.parties or model.by or (), role=own.role or above.role)


def meant_by(ids: Iterable[str], parties: Sequence[Party]) -> Sequence[Party]:
    """Give the parties that ids and words for groups mean; none for the words that mean all of them.

    Args:
        ids: the ids and words, as written.
        parties: the parties that the document can name.
    """
    known = KnownParties.of(parties)
    found = [known.by_word.get(written, ()) for written in dict.fromkeys(ids)]
    return found[0] if len(found) == 1 else tuple(party for meant in found for party in meant)


def with_groups(ids: Iterable[str], parties: Sequence[Party]) -> set[str]:
    """Give the ids of the parties that some words mean, with the words for the groups that these belong to.

    Args:
        ids: ids of parties and words for groups of them.
        parties: the parties that the document can name.
    """
    written = list(ids)
    types = {party.type for party in meant_by(written, parties)}
    groups = {word for word, kind in _GROUP_TYPES.items() if kind in types}
    return {*written, *groups, *(party.id for party in meant_by(written, parties))}


def only_one(word: str, parties: Sequence[Party]) -> Party | None:
    """Give the one party that a word for a group means where it means no more: a single municipality is no group.

    Args:
        word: the word, as written.
        parties: the parties that the document can name.

    Returns:
        The party; None where there are several or none, and for the police, whose word fits one as well.
    """
    meant = parties if word in EVERYBODY else meant_by([word], parties)
    return meant[0] if len(meant) == 1 and word in {*EVERYBODY, "municipalities"} else None


def is_for(by: Sequence[str] | None, party: str | None) -> bool:
    """Tell whether what some parties made is for a party: its own, or of a group that it may belong to.

    Args:
        by: those who made it; None where nothing is said, and then it is everybody's.
        party: the party's id; None for anybody.
    """
    return party is None or by is None or bool({party, *PARTY_GROUPS} & set(by))


def actor_words(actor: Actor | Participant, party: str | None) -> str:
    """Name somebody: name, role, party and organisation, those that are given.

    Args:
        actor: who it is.
        party: the name of the party that they belong to.
    """
    return ", ".join(part for part in (actor.own_name, actor.role, party, actor.organisation) if part)
