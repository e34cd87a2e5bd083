"""Which agreement a document belongs to, which documents belong to it, and what takes over from what."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from samverkan.model.agreement import Agreement
from samverkan.model.choices import Kind, PartyType
from samverkan.model.document import ByParties, Extending, Superseding, UnderAgreement
from samverkan.workspace.actors import KnownParties, meant_by
from samverkan.workspace.document import folded
from samverkan.workspace.overlaps import Overlap, overlaps

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from samverkan.model.parties import Party
    from samverkan.workspace.document import Document

_RELATING = frozenset({"supersedes", "extends", "part_of", "based_on", "alongside"})
"""The keys by which a document names others that it belongs together with."""
_NOBODY = " "
"""Stands for no municipality, where the municipalities of documents are told apart."""


class Relations:
    """How the documents of a workspace belong together."""

    def __init__(self, documents: Sequence[Document], by_id: Mapping[str, Document]) -> None:
        """Take the documents, and the first of each id."""
        self._documents = documents
        self._by_id = by_id
        self._municipalities: dict[Document, frozenset[str]] = {}
        self._parties: dict[Document, KnownParties] = {}
        self._keys: dict[Document, frozenset[str]] = {}
        self._under: dict[tuple[Document, tuple[str, ...]], tuple[Document, ...]] = {}

    def agreement_of(self, document: Document) -> Document | None:
        """Give the agreement that a document belongs to; an agreement is its own."""
        if document.kind == Kind.AGREEMENT:
            return document
        named = document.model.agreement if isinstance(document.model, UnderAgreement) else None
        found = self._by_id.get(named) if isinstance(named, str) else None
        return found if found is not None and found.kind == Kind.AGREEMENT else None

    def parties_of(self, document: Document) -> KnownParties:
        """Give the parties that a document can name: its own, and those of the agreement that it belongs to.

        Where neither says who the parties are, they are those of the documents that it names at its top: a follow-up of
        a promise is about the parties of that promise. Of two with the same id the document's own is meant.
        """
        if document not in self._parties:
            self._parties[document] = self._find_parties(document)
        return self._parties[document]

    def _find_parties(self, document: Document) -> KnownParties:
        agreement = self.agreement_of(document)
        is_under = agreement is not None and agreement is not document
        if agreement is not None and is_under and _names_parties(agreement) and not _names_parties(document):
            return self.parties_of(agreement)  # one and the same for all of them, however many they are
        found = _by_id((document, agreement) if agreement else (document,))
        if not found:
            named = (self._by_id.get(link.target) for link in document.links if link.to.opens)
            found = _by_id(other for other in named if other is not None)
        return KnownParties.of(found.values())

    def under(self, agreement: Document, *kinds: str) -> tuple[Document, ...]:
        """Documents of some kinds that name an agreement as theirs and could be read at least in part."""
        if (agreement, kinds) not in self._under:  # each of them may ask for all
            every = self._by_agreement.get(agreement, [])
            self._under[agreement, kinds] = tuple(d for d in every if d.kind in kinds and d.model is not None)
        return self._under[agreement, kinds]

    def beside(self, document: Document, *kinds: str) -> tuple[Document, ...]:
        """Documents of some kinds under the agreement of another one, or of its municipality where it is under none."""
        agreement = self.agreement_of(document)
        if agreement is not None and agreement is not document:
            return self.under(agreement, *kinds)
        return tuple(
            one
            for name in sorted(_municipalities_in(document))
            for kind in kinds
            for one in self._by_municipality.get((name, kind), ())
        )

    @cached_property
    def _by_municipality(self) -> dict[tuple[str, str], list[Document]]:
        found: dict[tuple[str, str], list[Document]] = {}
        for document in self._documents:
            for name in _municipalities_in(document) if document.kind else ():
                found.setdefault((name, document.kind or ""), []).append(document)
        return found

    @cached_property
    def _by_agreement(self) -> dict[Document, list[Document]]:
        found: dict[Document, list[Document]] = {}
        for document in self._documents:
            agreement = self.agreement_of(document)
            if agreement is not None:
                found.setdefault(agreement, []).append(document)
        return found

    def overlapping(self, agreement: Document) -> Overlap | None:
        """Give the agreements of the same parties that apply when an agreement begins to, unless they are related."""
        return self._overlaps.get(agreement)

    @cached_property
    def _overlaps(self) -> dict[Document, Overlap]:
        return {
            document: found
            for group in self._by_parties.values()
            if len(group) > 1
            for document, found in overlaps(group, lambda one: self._line_of.get(one, one))
        }

    def are_related(self, one: Document, other: Document) -> bool:
        """Tell whether two agreements belong together: one names the other, or both belong to the same line of them."""
        return self.belongs_to(one)[0] is self.belongs_to(other)[0]

    def belongs_to(self, agreement: Document) -> tuple[Document, frozenset[str]]:
        """Give the first of the line of agreements that one belongs to, and the parties that it is between.

        Two belong to the same line where one names the other, by superseding, extending, being part of, building on or
        standing alongside it, and where both belong together with a third.
        """
        return self._line_of.get(agreement, agreement), self._key_of(agreement)

    @cached_property
    def _by_parties(self) -> dict[frozenset[str], list[Document]]:
        found: dict[frozenset[str], list[Document]] = {}
        for document in self._documents:
            if document.kind == Kind.AGREEMENT and _has_known_times(document):
                found.setdefault(self._key_of(document), []).append(document)
        return found

    def _key_of(self, agreement: Document) -> frozenset[str]:
        if agreement not in self._keys:
            self._keys[agreement] = parties_key(agreement)
        return self._keys[agreement]

    @cached_property
    def _line_of(self) -> dict[Document, Document]:
        """The first agreement of the line that each agreement belongs to."""
        near: dict[Document, list[Document]] = {}
        for document in self._documents:
            for link in document.links:
                other = self._by_id.get(link.target)
                if link.path[0] in _RELATING and other is not None and document.kind == other.kind == Kind.AGREEMENT:
                    near.setdefault(document, []).append(other)
                    near.setdefault(other, []).append(document)
        found: dict[Document, Document] = {}
        for first in near:
            waiting = [first]
            while waiting:
                document = waiting.pop()
                if document not in found:
                    found[document] = first
                    waiting.extend(near[document])
        return found

    def other_successor(self, earlier: str, document: Document) -> Document | None:
        """Give a document before one, in the order of the files, that supersedes the same earlier one.

        Those for other municipalities are passed over: one for each may follow a joint one.
        """
        successors = self._first_successors.get(earlier)
        own = self._municipalities_of(document)
        found = {successors.get(name) for name in own or ("",)} | {successors.get(_NOBODY)} if successors else set()
        before = [other for other in found if other is not None and self._order[other] < self._order[document]]
        return min(before, key=lambda other: self._order[other], default=None)

    @cached_property
    def _first_successors(self) -> dict[str, dict[str, Document]]:
        """The first document that supersedes each other one, for each municipality, for nobody, and of all ("")."""
        found: dict[str, dict[str, Document]] = {}
        for document in self._documents:
            for earlier in document.model.supersedes if isinstance(document.model, Superseding) else ():
                if isinstance(earlier, str) and earlier in self._by_id:
                    first = found.setdefault(earlier, {})
                    for name in ("", *(self._municipalities_of(document) or (_NOBODY,))):
                        first.setdefault(name, document)
        return found

    @cached_property
    def _order(self) -> dict[Document, int]:
        return {document: i for i, document in enumerate(self._documents)}

    def _municipalities_of(self, document: Document) -> frozenset[str]:
        """Give the municipalities that a document is for, by code or name."""
        if document not in self._municipalities:
            parties = self.parties_of(document)
            by = document.model.by if isinstance(document.model, ByParties) else None
            meant = meant_by(by or (), parties) or parties
            names = (party.code or folded(party.name) for party in meant if party.type is PartyType.MUNICIPALITY)
            self._municipalities[document] = frozenset(names)
        return self._municipalities[document]

    @cached_property
    def superseded(self) -> dict[str, Document]:
        """The first document that takes over, by the id of the one that it supersedes or extends."""
        return {name: documents[0] for name, documents in self._successors.items()}

    @cached_property
    def _successors(self) -> dict[str, list[Document]]:
        found: dict[str, list[Document]] = {}
        for document in self._documents:
            earlier = document.model.supersedes if isinstance(document.model, Superseding) else ()
            extended = document.model.extends if isinstance(document.model, Extending) else ()
            for named in (*earlier, *extended):
                if isinstance(named, str):
                    found.setdefault(named, []).append(document)
        return found

    def successors_of(self, document: Document) -> list[Document]:
        """Give every document that supersedes or extends a document: a joint one may be followed by one for each."""
        return self._successors.get(document.id or "", [])

    def successor_of(self, document: Document) -> Document | None:
        """Give the document that supersedes a document, whether it applies yet or not."""
        return self.superseded.get(document.id or "")

    def is_succeeded(self, document: Document, today: date) -> bool:
        """Tell whether the document that supersedes a document has begun to apply, and was made by then."""
        successor = self.successor_of(document)
        start = successor.period[0] if successor else None
        return successor is not None and start is not None and start <= today and successor.is_known(today)


def parties_key(agreement: Document) -> frozenset[str]:
    """Give what agreements between the same parties have in common."""
    parties = agreement.model.parties if isinstance(agreement.model, Agreement) else ()
    return frozenset(party.code or folded(party.name) for party in parties)


def relatives_of(document: Document) -> frozenset[str]:
    """Give the ids of the documents that a document says that it belongs together with."""
    return frozenset(link.target for link in document.links if link.path[0] in _RELATING)


def _municipalities_in(document: Document) -> frozenset[str]:
    """Give the names of the municipalities among a document's own parties."""
    parties = document.model.parties if document.model is not None else ()
    return frozenset(party.name for party in parties if party.type is PartyType.MUNICIPALITY)


def _names_parties(document: Document) -> bool:
    return document.model is not None and bool(document.model.parties)


def _by_id(documents: Iterable[Document]) -> dict[str, Party]:
    """Give the parties that stand in some documents themselves; of two with the same id the first."""
    found: dict[str, Party] = {}
    for document in documents:
        for party in document.model.parties if document.model else ():
            found.setdefault(party.id, party)
    return found


def _has_known_times(agreement: Document) -> bool:
    """Tell whether it can be said when an agreement applies: not where it says nothing of it, or the end in words."""
    lasting = agreement.lasting
    return lasting is not None and lasting.is_told and not (agreement.period[1] is None and lasting.end_in_words)
