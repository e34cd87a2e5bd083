"""Which municipalities a folder is about, and which of its documents are whose."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from samverkan.model.choices import PartyType
from samverkan.model.document import ByParties
from samverkan.model.kinds import is_situation_picture
from samverkan.municipalities import bare_name, named, present_code
from samverkan.workspace.document import folded
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from samverkan.findings import KeyPath
    from samverkan.model.choices import Kind
    from samverkan.model.parties import Party
    from samverkan.model.picture import Area
    from samverkan.workspace.actors import KnownParties
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_OF_MUNICIPALITIES = frozenset({"jointly", "each", "municipalities"})
"""The words for groups that municipalities belong to."""


@dataclass(frozen=True, slots=True)
class Municipal:
    """A municipality, as the law's subject.

    Attributes:
        key: its code, or else the name by which it is known.
        code: its four-digit code; empty where no document tells it.
        name: its name, as the documents have it.
    """

    key: str
    code: str = field(compare=False)
    name: str = field(compare=False)


@dataclass(frozen=True, eq=False)
class Holdings:
    """The documents of a workspace, municipality by municipality."""

    workspace: Workspace
    _ids: dict[KnownParties, dict[Municipal, list[str]]] = field(default_factory=dict, init=False)
    _shared_owners: dict[tuple[KnownParties, tuple[str, ...] | None], tuple[Municipal, ...]] = field(
        default_factory=dict, init=False
    )
    _of_kinds: dict[tuple[tuple[int, ...], tuple[Kind, ...]], list[Document]] = field(default_factory=dict, init=False)

    @cached_property
    def municipalities(self) -> tuple[Municipal, ...]:
        """Every municipality that the documents are about, by name."""
        return tuple(sorted(self._known.values(), key=lambda one: (folded(one.name), one.key)))

    def owners(self, document: Document) -> tuple[Municipal, ...]:
        """Give the municipalities whose own, or joint, a document is.

        Those that it names as its makers; where it names a group or nobody, those among its own parties, or else those
        of the area that it is about, or else those of its agreement. What others have made is no municipality's.
        """
        return self._owners.get(document, ())

    def owns(self, municipality: Municipal, document: Document) -> bool:
        """Tell whether a municipality is one of those whose own, or joint, a document is."""
        return id(self.owners(document)) in self._groups_of.get(municipality, {})

    def alike(self, municipality: Municipal) -> Municipal:
        """Give the first municipality that has the very same documents: an agreement may be between thousands."""
        return self._first_alike.get(tuple(self._groups_of.get(municipality, ())), municipality)

    def unlike_owners(self, document: Document) -> tuple[Municipal, ...]:
        """Give the first of those among a document's owners that have the very same documents."""
        return self._unlike_owners.get(id(self.owners(document)), ())

    @cached_property
    def _unlike_owners(self) -> dict[int, tuple[Municipal, ...]]:
        return {
            group: tuple(dict.fromkeys(map(self.alike, self.owners(one)))) for group, (one, *_) in self._groups.items()
        }

    def municipal(self, parties: Sequence[Party]) -> tuple[Municipal, ...]:
        """Give the municipalities among some parties, each once."""
        return tuple(dict.fromkeys(one for party in parties if (one := self._of_party(party)) is not None))

    def says_whose(self, document: Document) -> bool:
        """Tell whether a document says itself whose it is, rather than by the agreement that it belongs to."""
        by = document.model.by if isinstance(document.model, ByParties) else None
        return by is not None or bool(_own_parties(document) or _areas(document))

    def of(self, municipality: Municipal, *kinds: Kind) -> list[Document]:
        """Give the documents of some kinds, or that say they are such too, of a municipality alone or with others."""
        groups = tuple(self._groups_of.get(municipality, ()))
        if (groups, kinds) not in self._of_kinds:
            every = [
                document for group in groups for document in self._groups[group] if set(kinds_of(document)) & set(kinds)
            ]
            self._of_kinds[groups, kinds] = sorted(every, key=self._order.__getitem__)
        return self._of_kinds[groups, kinds]

    def party_ids(self, municipality: Municipal, document: Document) -> frozenset[str]:
        """Give the ids by which a document may mean a municipality."""
        return frozenset(self._party_ids(document).get(municipality, ()))

    def all_party_ids(self, document: Document) -> frozenset[str]:
        """Give the ids by which a document may mean those whose it is."""
        ids = self._party_ids(document)
        return frozenset(one for owner in self.owners(document) for one in ids.get(owner, ()))

    def _party_ids(self, document: Document) -> dict[Municipal, list[str]]:
        parties = self.workspace.relations.parties_of(document)
        if parties not in self._ids:
            found: dict[Municipal, list[str]] = {}
            for party in parties:
                if (municipality := self._of_party(party)) is not None:
                    found.setdefault(municipality, []).append(party.id)
            self._ids[parties] = found
        return self._ids[parties]

    def places(self, municipality: Municipal) -> list[tuple[Document, KeyPath]]:
        """Give the places that tell of a municipality, agreements first."""
        return self._places.get(municipality, [])

    @cached_property
    def _owners(self) -> dict[Document, tuple[Municipal, ...]]:
        return {document: self._find_owners(document) for document in self.workspace.documents}

    def _find_owners(self, document: Document) -> tuple[Municipal, ...]:
        model = document.model
        if model is None:
            return ()
        by = model.by if isinstance(model, ByParties) else None
        if _own_parties(document) or _areas(document):
            return self._owners_by(document, by)
        shared = self.workspace.relations.parties_of(document), by
        if shared not in self._shared_owners:
            self._shared_owners[shared] = self._owners_by(document, by)
        return self._shared_owners[shared]

    def _owners_by(self, document: Document, by: tuple[str, ...] | None) -> tuple[Municipal, ...]:
        parties = self.workspace.relations.parties_of(document)
        named = set(by or ())
        makers = self.municipal(parties.with_ids(named))
        if by is not None and not named & _OF_MUNICIPALITIES:
            return makers
        own, areas = self.municipal(_own_parties(document)), _areas(document)
        group = own or tuple(self._of(area.code, area.name) for area in areas) or self.municipal(parties)
        return tuple(dict.fromkeys((*makers, *group)))

    def _of_party(self, party: Party) -> Municipal | None:
        return self._of(party.code, party.name) if party.type is PartyType.MUNICIPALITY else None

    def _of(self, code: str | None, name: str) -> Municipal:
        return self._known[self._key(code, name)]

    def _key(self, code: str | None, name: str) -> str:
        return present_code(code) if code else self._codes.get(bare_name(name)) or bare_name(name)

    @cached_property
    def _codes(self) -> dict[str, str]:
        """The codes of names: those that the documents tell, and those of the register."""
        told = {bare_name(name): present_code(code) for _, _, code, name in self._mentions if code}
        others = {name for _, _, code, name in self._mentions if not code}
        known = {bare_name(name): found.code for name in others if (found := named(name)) is not None}
        return {**known, **told}

    @cached_property
    def _known(self) -> dict[str, Municipal]:
        """Every municipality by its key; of several names the first of the parties of agreements."""
        found: dict[str, Municipal] = {}
        for _, _, code, name in self._mentions:
            key = self._key(code, name)
            found.setdefault(key, Municipal(key, key if key.isdigit() else "", name))
        return found

    @cached_property
    def _places(self) -> dict[Municipal, list[tuple[Document, KeyPath]]]:
        found: dict[Municipal, list[tuple[Document, KeyPath]]] = {}
        for document, path, code, name in self._mentions:
            found.setdefault(self._of(code, name), []).append((document, path))
        return found

    @cached_property
    def _groups(self) -> dict[int, list[Document]]:
        """The documents of each group of owners, by the identity of what lists them."""
        found: dict[int, list[Document]] = {}
        for document, owners in self._owners.items():
            found.setdefault(id(owners), []).append(document)
        return found

    @cached_property
    def _groups_of(self) -> dict[Municipal, dict[int, None]]:
        """The groups of owners that each municipality is in."""
        found: dict[Municipal, dict[int, None]] = {}
        for group, (one, *_) in self._groups.items():
            for owner in self.owners(one):
                found.setdefault(owner, {})[group] = None
        return found

    @cached_property
    def _first_alike(self) -> dict[tuple[int, ...], Municipal]:
        found: dict[tuple[int, ...], Municipal] = {}
        for municipality, groups in self._groups_of.items():
            found.setdefault(tuple(groups), municipality)
        return found

    @cached_property
    def _order(self) -> dict[Document, int]:
        return {document: i for i, document in enumerate(self.workspace.documents)}

    @cached_property
    def _mentions(self) -> list[tuple[Document, KeyPath, str | None, str]]:
        """Every municipality that is named as a party or as an area: place, code and name; parties first."""
        documents = self.workspace.documents
        parties = [(one, path, party.code, party.name) for one in documents for path, party in _parties_of(one)]
        areas = [(document, path, area.code, area.name) for document in documents for path, area in _areas_of(document)]
        return [*parties, *areas]


def kinds_of(document: Document) -> tuple[str, ...]:
    """Give the kinds that a document is: its own, and those that it says it is too."""
    also = document.model.serves_as if document.model is not None else ()
    return (document.kind or "", *also)


@remembered(maxsize=8)
def holdings(workspace: Workspace) -> Holdings:
    """Give the documents of a workspace by municipality; found out once for each workspace."""
    return Holdings(workspace)


def is_succeeded_for(held: Holdings, municipality: Municipal, document: Document, today: date) -> bool:
    """Tell whether a document of a municipality's has begun to apply in a document's place: others' cannot take it."""
    starts = (one.period[0] for one in held.workspace.relations.successors_of(document) if held.owns(municipality, one))
    return any(start is not None and start <= today for start in starts)


def _own_parties(document: Document) -> tuple[Party, ...]:
    """Give the parties that a document itself names."""
    return document.model.parties if document.model is not None else ()


def _parties_of(document: Document) -> Iterator[tuple[KeyPath, Party]]:
    """Give the municipalities among the parties that a document itself names."""
    for i, party in enumerate(_own_parties(document)):
        if party.type is PartyType.MUNICIPALITY:
            yield ("parties", i), party


def names_of_municipalities(document: Document) -> frozenset[str]:
    """Give every name and code by which documents may tell of the same municipality as a document does."""
    found: set[str] = set()
    mentions = [
        *((party.name, party.code) for _, party in _parties_of(document)),
        *((area.name, area.code) for _, area in _areas_of(document)),
    ]
    for name, code in mentions:
        meant = named(name)
        found |= {bare_name(name), folded(name), *({meant.code} if meant else ())}
        found |= {code, present_code(code)} if code else set()
    return frozenset(found)


def _areas(document: Document) -> list[Area]:
    return [area for _, area in _areas_of(document)]


def _areas_of(document: Document) -> Iterator[tuple[KeyPath, Area]]:
    """Give the municipalities that a picture is about: areas that say so, or have a municipality's code."""
    for i, area in enumerate(document.model.areas if is_situation_picture(document.model) else ()):
        if area.code or area.type is PartyType.MUNICIPALITY:
            yield ("areas", i), area
