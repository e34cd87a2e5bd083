"""Who refers to whom: what each reference of a workspace's documents leads to."""

from __future__ import annotations

from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, NamedTuple

from samverkan.model.links import opening_keys

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from samverkan.findings import KeyPath
    from samverkan.model.links import Link
    from samverkan.workspace.document import Document, Place


_KEY_AND_POSITION = 2
"""The steps of the path of one link in a list at the top of a document."""


class LinkTarget(NamedTuple):
    """What a reference leads to: a document, or a part of one (then `place` says which)."""

    document: Document
    place: Place | None = None


class ResolvedLink(NamedTuple):
    """A reference that leads somewhere, with the document that makes it."""

    document: Document
    link: Link
    target: LinkTarget

    @property
    def owner(self) -> KeyPath:
        """The place of the part that makes it."""
        path = self.link.path
        return path[:-2] if isinstance(path[-1], int) else path[:-1]


class References:
    """The references that the documents of a workspace make."""

    def __init__(
        self, documents: Sequence[Document], by_id: Mapping[str, Document], unreadable_ids: frozenset[str]
    ) -> None:
        """Take the documents, the first of each id, and the ids that stand in files that could not be read."""
        self._documents = documents
        self._by_id = by_id
        self._unreadable_ids = unreadable_ids
        self._circling: dict[frozenset[str], bool] = {}

    def resolve(self, document: Document, link: Link) -> LinkTarget | None:
        """Find what a reference leads to; None where it leads nowhere, or somewhere that cannot be read."""
        whole, _, item = link.target.partition("#")
        if item:
            other = self._by_id.get(whole)
            place = other.items.get(item) if other else None
            return LinkTarget(other, place) if other and place else None
        candidates = [LinkTarget(d, d.items[whole]) for d in (document, *self.opened_by(document)) if whole in d.items]
        if whole in self._by_id:
            candidates.append(LinkTarget(self._by_id[whole]))
        fitting = [target for target in candidates if leads_to(target, link)] or candidates
        return fitting[0] if fitting else None

    def might_resolve(self, document: Document, link: Link) -> bool:
        """Tell whether a reference that leads nowhere might do so if a broken file were mended."""
        whole, _, item = link.target.partition("#")
        if item:
            other = self._by_id.get(whole)
            return whole in self._unreadable_ids or (other is not None and other.has_lost_ids)
        if any(near.has_lost_ids for near in (document, *self.opened_by(document))):
            return True
        if _may_open_others(document):
            return True
        opened = {named.target for named in document.links if named.to.opens}
        return whole in self._unreadable_ids or bool(opened & self._unreadable_ids)

    def opened_by(self, document: Document) -> list[Document]:
        """Give the documents that a document names at its top, whose ids it may use as they are."""
        return self._opened.get(document, [])

    @cached_property
    def _opened(self) -> dict[Document, list[Document]]:
        found: dict[Document, list[Document]] = {}
        for document in self._documents:
            named = [self._by_id.get(link.target) for link in document.links if link.to.opens]
            found[document] = [other for other in dict.fromkeys(named) if other is not None and other is not document]
        return found

    @cached_property
    def all(self) -> tuple[ResolvedLink, ...]:
        """Every reference that leads somewhere."""
        return tuple(
            ResolvedLink(document, link, target)
            for document in self._documents
            for link in document.links
            if (target := self.resolve(document, link)) is not None
        )

    @cached_property
    def _to(self) -> dict[tuple[Document, KeyPath | None], list[ResolvedLink]]:
        found: dict[tuple[Document, KeyPath | None], list[ResolvedLink]] = {}
        for reference in self.all:
            target = reference.target
            found.setdefault((target.document, target.place.path if target.place else None), []).append(reference)
        return found

    def of(self, document: Document) -> list[ResolvedLink]:
        """References that a document makes and that lead somewhere, in the order of its model."""
        return self._from.get(document, [])

    @cached_property
    def _from(self) -> dict[Document, list[ResolvedLink]]:
        found: dict[Document, list[ResolvedLink]] = {}
        for reference in self.all:
            found.setdefault(reference.document, []).append(reference)
        return found

    def to(self, document: Document, path: KeyPath | None = None) -> list[ResolvedLink]:
        """References of any document that lead to a document, or to the part at a path of it."""
        return self._to.get((document, path), [])

    def circle(self, document: Document, link: Link, relations: Collection[str]) -> list[ResolvedLink]:
        """Give the links of a circle of documents that a relation closes, beginning with one of the document.

        Each circle is given once, for the document in it whose file comes first of those that were asked about.

        Args:
            document: the document.
            link: its link, of one of the relations.
            relations: the keys that a circle may be made of, such as `supersedes` and `extends`.

        Returns:
            The links in order; empty where there is no circle, or where it is given for another document.
        """
        if not self._has_circle(relations):
            return []
        came_by: dict[Document, ResolvedLink] = {}
        waiting = [found for found in self._related(document, relations) if found.link is link]
        while waiting:
            step = waiting.pop()
            met = step.target.document
            if met in came_by:
                continue
            came_by[met] = step
            if met is document:
                break
            waiting.extend(self._related(met, relations))
        if document not in came_by:
            return []
        chain = [came_by[document]]
        while chain[-1].document is not document:
            chain.append(came_by[chain[-1].document])
        first = min((step.document for step in chain), key=lambda one: (not one.is_asked, one.file))
        return chain[::-1] if first is document else []

    def _has_circle(self, relations: Collection[str]) -> bool:
        """Tell whether any documents make a circle by some relations; found out once, for nearly none do."""
        key = frozenset(relations)
        if key not in self._circling:
            graph = {
                document: [step.target.document for step in self._related(document, key)] for document in self._at_top
            }
            try:
                TopologicalSorter(graph).prepare()
            except CycleError:
                self._circling[key] = True
            else:
                self._circling[key] = False
        return self._circling[key]

    def _related(self, document: Document, relations: Collection[str]) -> list[ResolvedLink]:
        """Give the links of some relations from a document to others, or to itself, by their ids."""
        return [step for step in self._at_top.get(document, ()) if step.link.path[0] in relations]

    @cached_property
    def _at_top(self) -> dict[Document, list[ResolvedLink]]:
        """The links under keys at the top of each document that are ids of documents."""
        return {
            document: [
                ResolvedLink(document, link, LinkTarget(self._by_id[link.target]))
                for link in document.links
                if len(link.path) <= _KEY_AND_POSITION and link.target in self._by_id
            ]
            for document in self._documents
        }


def _may_open_others(document: Document) -> bool:
    """Tell whether a document may name others at its top in a part that could not be read."""
    opening = opening_keys(type(document.model)) if document.model else frozenset()
    return any(path and path[0] in opening for path in document.unread)


def leads_to(target: LinkTarget, link: Link) -> bool:
    """Tell whether a target is of a kind that a reference may lead to; what could not be read gets the doubt."""
    if target.place is None:
        return target.document.kind is None or target.document.kind in link.to.kinds
    return target.place.item is None or target.place.item in link.to.items
