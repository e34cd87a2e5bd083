"""What had been made by a day, and which later document may be meant to take an earlier one's place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING

from samverkan.model.choices import DocumentStatus, PartyType
from samverkan.model.dates import Duration
from samverkan.model.document import ByParties
from samverkan.workspace.actors import EVERYBODY, meant_by
from samverkan.workspace.document import folded
from samverkan.workspace.known import unsigned_on, workspace_on
from samverkan.workspace.relations import relatives_of
from samverkan.workspace.remembered import remembered
from samverkan.workspace.standing import APPLYING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from samverkan.model.parties import Party
    from samverkan.workspace.actors import KnownParties
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace


_YEAR = Duration(1, "year")


def as_known(workspace: Workspace, today: date) -> Workspace:
    """Give a workspace as it was on a day: without what was made later, documents, extensions and signings alike."""
    then = workspace_on(workspace, today)
    known = tuple(unsigned_on(document, today) for document in then.documents if document.is_known(today))
    return then if known == then.documents else replace(then, documents=known)


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


@dataclass(frozen=True, slots=True)
class _Group:
    """Documents of one kind, by the municipalities among their parties and those who made them."""

    kind: str | None
    municipalities: frozenset[str]
    makers: frozenset[str]


@dataclass(frozen=True, eq=False)
class Succession:
    """The documents of a workspace by what they are and for whom, so that a later one is found from an earlier.

    Attributes:
        workspace: the documents.
        today: the day to judge by; what was made later is not known.
    """

    workspace: Workspace
    today: date
    _begun: dict[_Group, list[tuple[date, str, Document]]] = field(default_factory=dict, init=False)
    _made: dict[_Group, date | None] = field(default_factory=dict, init=False)

    def later(self, document: Document) -> Iterator[Document]:
        """Give the documents that may be meant to take a document's place, the likeliest first.

        They are of the same kind, of the same municipality and makers, begin later, and have no relation to the
        document that says otherwise. Those that begin in its last year or after it come before those that run beside
        it, and the first to begin before the others.
        """
        start, end = document.period
        if start is None:
            return
        near = self._beginning(self._groups[document])
        begun = bisect_right(near, start, key=_begins)
        last_year = bisect_left(near, _YEAR.before(end) if end else start, key=_begins)
        late = max(begun, last_year)
        for _, _, other in chain(islice(near, late, None), islice(near, begun, late)):
            if other.is_known(self.today) and not self._are_related(document, other):
                yield other

    def is_made_anew(self, document: Document) -> bool:
        """Tell whether a document like this one was made after it."""
        last = self._last_made(self._groups[document])
        return document.made_on is not None and last is not None and document.made_on < last

    def unnamed_predecessors(self, document: Document) -> list[Document]:
        """Give what has expired without successor and may be followed by this document, the first like it after it."""
        return self._predecessors.get(document, [])

    @cached_property
    def _predecessors(self) -> dict[Document, list[Document]]:
        found: dict[Document, list[Document]] = {}
        for document in self.workspace.documents:
            is_open = has_expired(document, self.today) and not is_closed(document, self.today)
            if is_open and self.workspace.relations.successor_of(document) is None:
                for later in islice(self.later(document), 1):
                    found.setdefault(later, []).append(document)
        return found

    def _are_related(self, one: Document, other: Document) -> bool:
        is_named = other.id in self._relatives[one] or one.id in self._relatives[other]
        return is_named or self.workspace.relations.are_related(one, other)

    @cached_property
    def _relatives(self) -> dict[Document, frozenset[str]]:
        """The ids of the documents that each document names as what it supersedes, extends, is part of or builds on."""
        return {document: relatives_of(document) for document in self.workspace.documents}

    def _beginning(self, group: _Group) -> list[tuple[date, str, Document]]:
        """Give the documents like those of a group that begin some day, by day and file."""
        if group not in self._begun:
            near = ((other.period[0], other.file, other) for other in self._alike(group))
            days = ((day, file, other) for day, file, other in near if day is not None)
            self._begun[group] = sorted(days, key=lambda one: one[:2])
        return self._begun[group]

    def _last_made(self, group: _Group) -> date | None:
        """Give the last day, of those that have come, when a document like those of a group was made."""
        if group not in self._made:
            days = (other.made_on for other in self._alike(group))
            self._made[group] = max((day for day in days if day is not None and day <= self.today), default=None)
        return self._made[group]

    def _alike(self, group: _Group) -> list[Document]:
        """Give the documents of the same kind as a group, for one of the same municipalities and by the same makers."""
        near = dict.fromkeys(other for name in group.municipalities for other in self._held[group.kind, name])
        return [one for other in near if not group.makers.isdisjoint(other.makers) for one in self._members[other]]

    @cached_property
    def _held(self) -> dict[tuple[str | None, str], list[_Group]]:
        found: dict[tuple[str | None, str], list[_Group]] = {}
        for group in self._members:
            for name in group.municipalities:
                found.setdefault((group.kind, name), []).append(group)
        return found

    @cached_property
    def _members(self) -> dict[_Group, list[Document]]:
        found: dict[_Group, list[Document]] = {}
        for document, group in self._groups.items():
            found.setdefault(group, []).append(document)
        return found

    @cached_property
    def _groups(self) -> dict[Document, _Group]:
        """The group of each document: thousands of documents can have the same thousands of parties."""
        groups: dict[tuple[str | None, KnownParties, tuple[str, ...]], _Group] = {}
        found: dict[Document, _Group] = {}
        for document in self.workspace.documents:
            by = (document.model.by or ()) if isinstance(document.model, ByParties) else ()
            whose = document.kind, self.workspace.relations.parties_of(document), by
            if whose not in groups:
                groups[whose] = _group(*whose)
            found[document] = groups[whose]
        return found


def _group(kind: str | None, parties: KnownParties, by: tuple[str, ...]) -> _Group:
    makers = parties if not by or EVERYBODY & set(by) else meant_by(by, parties)
    municipalities = [party for party in parties if party.type is PartyType.MUNICIPALITY]
    return _Group(kind, frozenset(map(_key, municipalities)), frozenset(map(_key, makers)))


def _begins(one: tuple[date, str, Document]) -> date:
    return one[0]


@remembered(maxsize=8)
def succession(workspace: Workspace, today: date) -> Succession:
    """Give who may follow on whom in a workspace; found out once for each workspace and day."""
    return Succession(workspace, today)


def _key(party: Party) -> str:
    return party.code or folded(party.name)
