"""Bodies and offices that by their names belong to the police or to a municipality, under a party of the other type."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from samverkan.findings import Mend, Severity
from samverkan.model.choices import PartyType
from samverkan.model.offices import type_with_office
from samverkan.model.parties import Decision, Signatory
from samverkan.model.plan import Actor
from samverkan.model.review import Participant
from samverkan.rules.concern import Concern
from samverkan.rules.rule import ALL_KINDS, Breach, RuleInput, rule
from samverkan.words.lists import FirstOf
from samverkan.words.sentence import Entry, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import TypeAlias

    from samverkan.findings import KeyPath
    from samverkan.model.document import DocumentModel
    from samverkan.words.sentence import FieldValue
    from samverkan.workspace.actors import KnownParties

    Somebody: TypeAlias = Decision | Actor | Participant | Signatory
    Placed: TypeAlias = Sequence[tuple[KeyPath, Somebody]]

_WHOSE = {
    PartyType.POLICE: Text("hos polisen", "to the police"),
    PartyType.MUNICIPALITY: Text("i en kommun", "to a municipality"),
}
_ONE = Text("Part (`party: {party}`)", "`party: {party}`")
_OF = Text("Part (`party`) till {parties}", "`party` to {parties}")
_BODY = Text("Beslutande (`body`)", "`body`")
_ROLE = Text("Roll (`role`)", "`role`")


@rule(
    Severity.WARNING,
    Entry(
        sv="{office} finns {whose}, men parten här är {party}.",
        en="{office} belongs {whose}, but the party here is {party}.",
        sv_help="Rätta {meant}, eller {key} om parten är den rätta.",
        en_help="Correct {meant}, or {key} if the party is the right one.",
    ),
    concern=Concern.ORDER,
    kinds=ALL_KINDS,
)
def office_of_another_party(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """What the municipal executive board decides counts for the municipality, and nobody else can have decided it.

    sv: Det som kommunstyrelsen beslutar räknas som kommunens beslut. Står det hos polisen ser det ut som om kommunen
        inte har beslutat något.
    source: {order}. | {order}.
    bad:
        decisions: [{body: Kommunstyrelsen, party: polisen, date: 2024-01-08}]
    good:
        decisions: [{body: Kommunstyrelsen, party: kommunen, date: 2024-01-08}]
    """
    parties = given.workspace.relations.parties_of(given.document)
    found = cast("Placed", given.document.parts_of(Decision, Actor, Participant, Signatory))
    owned = _owned_by_others(found, parties)
    there = _named_there(found) if owned else {}
    for path, one, owner in owned:
        if others := [party.id for party in parties if party.type is owner]:
            named = there[path[:-1], _office(one).casefold()]
            yield _told(path, one, owner, [name for name in others if name not in named], others)


def _owned_by_others(found: Placed, parties: KnownParties) -> list[tuple[KeyPath, Somebody, PartyType]]:
    """Give those whose body or office belongs to another type of party than they stand under, with that type."""
    named = {one.party for _, one in found if one.party}
    types = {party.id: party.type for party in parties.with_ids(named)} if named else {}
    return [(path, one, owner) for path, one in found if (owner := _owner(one, types)) is not None]


def _named_there(found: Placed) -> dict[tuple[KeyPath, str], set[str | None]]:
    """Give the parties that stand in each list with each body or office."""
    there: dict[tuple[KeyPath, str], set[str | None]] = {}
    for path, one in found:
        there.setdefault((path[:-1], _office(one).casefold()), set()).add(one.party)
    return there


def _owner(one: Somebody, types: Mapping[str, PartyType]) -> PartyType | None:
    """Give the type of party that a body or an office belongs to, where it stands under a party of the other type."""
    holder = types.get(one.party) if one.party else None
    is_of_others = not isinstance(one, Decision) and one.organisation is not None
    if holder not in _WHOSE or is_of_others:
        return None
    owner = type_with_office(_office(one))
    return owner if owner is not holder else None


def _office(one: Somebody) -> str:
    return " ".join(((one.body if isinstance(one, Decision) else one.role) or "").split())


def _told(path: KeyPath, one: Somebody, owner: PartyType, left: Sequence[str], others: Sequence[str]) -> Breach:
    """Tell of one, with the party that is meant where only one does not stand there with the same office already."""
    meant = _ONE.with_fields(party=left[0]) if len(left) == 1 else _OF.with_fields(parties=FirstOf(tuple(others)))
    mend = Mend(left[0]) if len(left) == 1 else None
    key = _BODY if isinstance(one, Decision) else _ROLE
    fields: dict[str, FieldValue] = {
        "office": _office(one),
        "whose": _WHOSE[owner],
        "party": one.party or "",
        "key": key,
    }
    return Breach((*path, "party"), {**fields, "meant": meant}, mend=mend)
