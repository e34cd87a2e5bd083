"""Who refers to whom: what each reference of a workspace's documents leads to."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from samverkan.model.choices import Item
from samverkan.model.links import opening_keys
from samverkan.workspace.circles import Circle, Circles, Spot, Step
from samverkan.workspace.renamed_parts import Lost

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence

    from samverkan.findings import KeyPath
    from samverkan.model.links import Link, To
    from samverkan.workspace.document import Document, Place


_KEY_AND_POSITION = 2
"""The steps of the path of one link in a list at the top of a document."""

RELATIONS_OF_PARTS = frozenset({"extends", "part_of"})
"""The keys of parts, not at the top of a document, that lead to parts of the same kind."""


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
        self,
        documents: Sequence[Document],
        by_id: Mapping[str, Document],
        unreadable_ids: Container[str],
    ) -> None:
        """Take the documents, the first of each id, and the ids in broken files."""
        self._documents = documents
        self._by_id = by_id
        self._unreadable_ids = unreadable_ids
        self._resolved: dict[tuple[Document, str, To], LinkTarget | None] = {}
        self._in_doubt: dict[Document, bool] = {}
        self._missing: dict[Document, bool] = {}
        self._circles: dict[frozenset[str], Circles] = {}

    def resolve(self, document: Document, link: Link) -> LinkTarget | None:
        """Find what a reference leads to; None where it leads nowhere, or somewhere that cannot be read."""
        asked = (document, link.target, link.to)
        try:
            return self._resolved[asked]
        except KeyError:
            found = self._resolved[asked] = self._resolve_anew(document, link)
            return found

    def _resolve_anew(self, document: Document, link: Link) -> LinkTarget | None:
        whole, _, item = link.target.partition("#")
        if item:
            other = self._by_id.get(whole)
            place = other.items.get(item) if other else None
            return LinkTarget(other, place) if other and place else None
        first: LinkTarget | None = None
        for target in self._candidates(document, link.target):
            if leads_to(target, link):
                return target
            first = first or target
        return first

    def _candidates(self, document: Document, name: str) -> Iterator[LinkTarget]:
        """Give what a plain id can mean: a part of the document, of one that it opens, or a whole document."""
        if name in document.items:
            yield LinkTarget(document, document.items[name])
        for other in self.opened_with(document, name):
            yield LinkTarget(other, other.items[name])
        if name in self._by_id:
            yield LinkTarget(self._by_id[name])

    def opened_with(self, document: Document, name: str) -> Iterable[Document]:
        """Give those of the documents that a document names at its top which have a part of some id."""
        opened, holding = self._opened.get(document, {}), self._holding.get(name, [])
        if len(holding) < len(opened):
            return sorted((other for other in holding if other in opened), key=lambda other: opened[other])
        return (other for other in opened if name in other.items)

    def holding(self, name: str) -> Sequence[Document]:
        """Give the documents that have a part of some id."""
        return self._holding.get(name, ())

    @cached_property
    def _holding(self) -> dict[str, list[Document]]:
        found: dict[str, list[Document]] = {}
        for document in self._documents:
            for name in document.items:
                found.setdefault(name, []).append(document)
        return found

    def might_resolve(self, document: Document, link: Link) -> bool:
        """Tell whether a reference that leads nowhere might do so if a broken file were mended."""
        whole, _, item = link.target.partition("#")
        if item:
            other = self._by_id.get(whole)
            return whole in self._unreadable_ids or (other is not None and _may_hold(other, item))
        if document not in self._in_doubt:
            self._in_doubt[document] = self._is_in_doubt(document)
        is_lost = not link.to.opens and self.names_what_is_not_there(document)
        is_meant = any(whole in near.ids_meant for near in (document, *self._named.get(document, ())))
        return self._in_doubt[document] or is_lost or is_meant or whole in self._unreadable_ids

    def names_what_is_not_there(self, document: Document) -> bool:
        """Tell whether a document whose ids this one may use is not among those that have been read."""
        if document not in self._missing:
            links = document.links
            self._missing[document] = any(link.to.opens and link.target not in self._by_id for link in links)
        return self._missing[document]

    def _is_in_doubt(self, document: Document) -> bool:
        """Tell whether a document, or one whose ids it may use, has parts that are not known."""
        if any(near.has_lost_ids for near in (document, *self._named.get(document, ()))):
            return True
        if _may_open_others(document):
            return True
        return any(link.to.opens and link.target in self._unreadable_ids for link in document.links)

    def opened_by(self, document: Document) -> Sequence[Document]:
        """Give the documents that a document names at its top, or should, whose ids it may use as they are."""
        return tuple(self._opened.get(document, ()))

    def has_document(self, name: str) -> bool:
        """Tell whether an id is that of a document."""
        return name in self._by_id

    def named_by(self, document: Document) -> Sequence[Document]:
        """Give the other documents that a document names at its top."""
        return self._named.get(document, ())

    @cached_property
    def _opened(self) -> dict[Document, dict[Document, int]]:
        found: dict[Document, dict[Document, int]] = {}
        for document in self._documents:
            found[document] = {other: i for i, other in enumerate(dict.fromkeys(self._open(document)))}
        return found

    def _open(self, document: Document) -> Sequence[Document]:
        """Give the documents whose ids a document may use as they are."""
        return self._named.get(document, ())

    @cached_property
    def _named(self) -> dict[Document, list[Document]]:
        found: dict[Document, list[Document]] = {}
        for document in self._documents:
            named = dict.fromkeys(self._by_id.get(link.target) for link in document.links if link.to.opens)
            found[document] = [other for other in named if other is not None and other is not document]
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
        for reference in self._leading:
            target = reference.target
            found.setdefault((target.document, target.place.path if target.place else None), []).append(reference)
        return found

    @property
    def _leading(self) -> Sequence[ResolvedLink]:
        """The references with what they lead to, by which it is known who leads to what."""
        return self.all

    @cached_property
    def lost(self) -> Sequence[Lost]:
        """The references by plain id to parts, parties aside, that lead nowhere."""
        links = (Lost(document, link) for document in self._documents for link in document.links)
        return [one for one in links if _is_to_part(one.link) and self.resolve(one.document, one.link) is None]

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

    def circle(self, document: Document, link: Link, relations: Collection[str]) -> Circle | None:
        """Give the circle of documents that a link of some relations closes; see `Circles.closed_by`.

        Args:
            document: the document.
            link: its link, of one of the relations, at its top.
            relations: the keys that a circle may be made of, such as `supersedes` and `extends`.
        """
        together = frozenset(relations)
        if together not in self._circles:
            self._circles[together] = Circles(step for step in self._at_top if step.link.link.path[0] in together)
        return self._circles[together].closed_by(document, link.path)

    @cached_property
    def _at_top(self) -> list[Step]:
        """The links under keys at the top of each document that are ids of documents."""
        return [
            Step(Spot(document), ResolvedLink(document, link, LinkTarget(target)), Spot(target))
            for document in self._documents
            for link in document.links
            if _is_at_top(link) and (target := self._by_id.get(link.target)) is not None
        ]

    def circle_of_parts(self, document: Document, link: Link) -> Circle | None:
        """Give the circle of parts, such as single promises that extend each other, that a link of a part closes."""
        is_of_part = key_of_link(link) in RELATIONS_OF_PARTS
        return self._circles_of_parts.closed_by(document, link.path) if is_of_part else None

    @cached_property
    def _circles_of_parts(self) -> Circles:
        """The circles of parts; who names a whole document means each of its parts."""
        steps = [
            Step(Spot(found.document, found.owner), found, Spot(found.target.document, place and place.path))
            for found in self.all
            if found.owner and key_of_link(found.link) in RELATIONS_OF_PARTS
            for place in (found.target.place,)
        ]
        whole = {step.end for step in steps if step.end.path is None}
        of_whole = (step._replace(start=Spot(step.start.document)) for step in steps)
        return Circles([*steps, *(step for step in of_whole if step.start in whole)])


def key_of_link(link: Link) -> str:
    """Give the key that a link stands under."""
    return next(step for step in reversed(link.path) if isinstance(step, str))


def _is_at_top(link: Link) -> bool:
    return len(link.path) <= _KEY_AND_POSITION


def _is_to_part(link: Link) -> bool:
    """Tell whether a reference is a plain id of a part that is no party."""
    return bool(link.to.items) and link.to.items != (Item.PARTY,) and "#" not in link.target


def _may_hold(document: Document, name: str) -> bool:
    """Tell whether a document might have a part of some id, once it is mended."""
    return document.has_lost_ids or name in document.ids_meant


def _may_open_others(document: Document) -> bool:
    """Tell whether a document may name others at its top in a part that could not be read."""
    opening = opening_keys(type(document.model)) if document.model else {}
    return any(path and path[0] in opening for path in document.unread)


def leads_to(target: LinkTarget, link: Link) -> bool:
    """Tell whether a target is of a kind that a reference may lead to; what could not be read gets the doubt."""
    if target.place is None:
        return target.document.kind is None or target.document.kind in link.to.kinds
    return target.place.item is None or target.place.item in link.to.items
