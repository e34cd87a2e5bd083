"""What had been made by a day, and which later document may be meant to take an earlier one's place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from samverkan.model.choices import DocumentStatus, PartyType
from samverkan.model.dates import Duration
from samverkan.model.document import ByParties
from samverkan.workspace.actors import EVERYBODY, meant_by
from samverkan.workspace.document import folded
from samverkan.workspace.relations import relatives_of
from samverkan.workspace.standing import APPLYING

if TYPE_CHECKING:
    from datetime import date

    from samverkan.model.parties import Party
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace


_YEAR = Duration(1, "year")


def as_known(workspace: Workspace, today: date) -> Workspace:
    """Give a workspace as it was on a day: without the documents that were made later."""
    known = tuple(document for document in workspace.documents if document.is_known(today))
    return workspace if len(known) == len(workspace.documents) else replace(workspace, documents=known)


def has_expired(document: Document, today: date) -> bool:
    """Tell whether a document's time has passed, by its last day or because it says so itself."""
    end = document.period[1] if document.kind in APPLYING else None
    says_so = document.model is not None and document.model.status is DocumentStatus.EXPIRED
    return says_so or (end is not None and end < today)


def is_closed(document: Document, today: date) -> bool:
    """Tell whether a document says that it is closed, and since a day that has come where it says when."""
    model = document.model
    if model is None or model.closed is None:
        return model is not None and model.status is DocumentStatus.CLOSED
    return model.closed.date is None or model.closed.date.first <= today


@dataclass(frozen=True, eq=False)
class Succession:
    """The documents of a workspace by what they are and for whom, so that a later one is found from an earlier.

    Attributes:
        workspace: the documents.
        today: the day to judge by; what was made later is not known.
    """

    workspace: Workspace
    today: date

    def later(self, document: Document) -> list[Document]:
        """Give the documents that may be meant to take a document's place, the likeliest first.

        They are of the same kind, of the same municipality and makers, begin later, and have no relation to the
        document that says otherwise. Those that begin in its last year or after it come before those that run beside
        it, and the first to begin before the others.
        """
        start, end = document.period
        last_year = _YEAR.before(end) if end else start
        found = [
            (last_year is not None and begins < last_year, begins, other.file, other)
            for other in self._alike(document)
            if start is not None and (begins := other.period[0]) is not None and begins > start
            if other.is_known(self.today) and not self._are_related(document, other)
        ]
        return [other for *_, other in sorted(found, key=lambda one: one[:3])]

    def made_later(self, document: Document) -> list[Document]:
        """Give the documents like a document that were made after it."""
        made = document.made_on
        return [
            other
            for other in self._alike(document)
            if made is not None and other.made_on is not None and made < other.made_on <= self.today
        ]

    def unnamed_predecessors(self, document: Document) -> list[Document]:
        """Give what has expired without successor and may be followed by this document, the first like it after it."""
        return self._predecessors.get(document, [])

    @cached_property
    def _predecessors(self) -> dict[Document, list[Document]]:
        found: dict[Document, list[Document]] = {}
        for document in self.workspace.documents:
            is_open = has_expired(document, self.today) and not is_closed(document, self.today)
            if is_open and self.workspace.relations.successor_of(document) is None:
                for later in self.later(document)[:1]:
                    found.setdefault(later, []).append(document)
        return found

    def _are_related(self, one: Document, other: Document) -> bool:
        is_named = other.id in self._relatives[one] or one.id in self._relatives[other]
        return is_named or self.workspace.relations.are_related(one, other)

    @cached_property
    def _relatives(self) -> dict[Document, frozenset[str]]:
        """The ids of the documents that each document names as what it supersedes, extends, is part of or builds on."""
        return {document: relatives_of(document) for document in self.workspace.documents}

    def _alike(self, document: Document) -> list[Document]:
        """Give the other documents of the same kind, for one of the same municipalities and by the same makers."""
        municipalities, makers = self._whose[document]
        near = dict.fromkeys(other for key in municipalities for other in self._held.get((document.kind, key), ()))
        return [other for other in near if other is not document and makers & self._whose[other][1]]

    @cached_property
    def _held(self) -> dict[tuple[str | None, str], list[Document]]:
        found: dict[tuple[str | None, str], list[Document]] = {}
        for document, (municipalities, _) in self._whose.items():
            for key in municipalities:
                found.setdefault((document.kind, key), []).append(document)
        return found

    @cached_property
    def _whose(self) -> dict[Document, tuple[frozenset[str], frozenset[str]]]:
        """The municipalities among each document's parties, and those who made it."""
        return {document: self._parties_and_makers(document) for document in self.workspace.documents}

    def _parties_and_makers(self, document: Document) -> tuple[frozenset[str], frozenset[str]]:
        parties = self.workspace.relations.parties_of(document)
        by = (document.model.by or ()) if isinstance(document.model, ByParties) else ()
        makers = parties if not by or EVERYBODY & set(by) else meant_by(by, parties)
        municipalities = [party for party in parties if party.type is PartyType.MUNICIPALITY]
        return frozenset(map(_key, municipalities)), frozenset(map(_key, makers))


@lru_cache(maxsize=8)
def succession(workspace: Workspace, today: date) -> Succession:
    """Give who may follow on whom in a workspace; found out once for each workspace and day."""
    return Succession(workspace, today)


def _key(party: Party) -> str:
    return party.code or folded(party.name)
