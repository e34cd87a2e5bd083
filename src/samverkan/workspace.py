"""All documents of a workspace: what is in each file, who is called what, and who refers to whom. Only read."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from samverkan.model.choices import Item, Kind, Result
from samverkan.model.dates import CoarseDate, Duration
from samverkan.model.links import PARTY_GROUPS, REVIEWED_ITEMS, Link, links
from samverkan.model.settings import Settings
from samverkan.model.shape import parts_of
from samverkan.model.walk import Written, texts
from samverkan.source.positions import Positions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from samverkan.findings import Finding, Path, Remark
    from samverkan.model.base import Part
    from samverkan.model.document import DocumentModel


class Place(NamedTuple):
    """A part that has an id: where it stands, what it is, and the part itself where it could be read."""

    path: Path
    item: Item | None
    part: Part | None


class Target(NamedTuple):
    """What a reference leads to: a document, or a part of one (then `place` says which)."""

    document: Document
    place: Place | None = None


class Reference(NamedTuple):
    """A reference that leads somewhere, with the document that makes it."""

    document: Document
    link: Link
    target: Target

    @property
    def owner(self) -> Path:
        """The place of the part that makes it."""
        path = self.link.path
        return path[:-2] if isinstance(path[-1], int) else path[:-1]


@dataclass(frozen=True, eq=False)
class Document:
    """A file of ours.

    Attributes:
        file: the file as the user knows it.
        text: what it holds.
        data: the plain data, with keys in the order of the file.
        kind: the document's kind, where known.
        model: the model, or None where the file could not be read as one.
        unread: places that are left out of the model because they are wrong.
        remarks: what is wrong with the document's shape.
        is_asked: whether the user asked about it; the others are there to be referred to.
    """

    file: str
    text: str
    data: Any
    kind: str | None
    model: DocumentModel | None
    unread: frozenset[Path] = frozenset()
    remarks: tuple[Remark, ...] = ()
    is_asked: bool = True

    @property
    def id(self) -> str | None:
        """The document's id, also where the rest of the file is broken."""
        found = self.data.get("id") if isinstance(self.data, dict) else None
        return found if isinstance(found, str) else None

    def written_path(self, path: Path) -> Path:
        """Give a path as the file has it: one text may stand for a mapping with `text`, or for a list of texts."""
        value: Any = self.data
        for i, step in enumerate(path):
            if isinstance(value, str):
                return path[:i]
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return path
        return path

    @property
    def is_whole(self) -> bool:
        """Whether everything that the author wrote could be read."""
        return self.model is not None and not self.unread

    @cached_property
    def period(self) -> tuple[date | None, date | None]:
        """The first and the last day that the document applies; None where it has none, or none that is known."""
        key = "validity" if self.kind == Kind.AGREEMENT else "period"
        found = getattr(self.model, key, None)
        start, end = (_date(getattr(found, name, None)) for name in ("start", "end"))
        if start is None and key == "validity":
            start = getattr(self.model, "signed_on", None)
        length = getattr(found, "length", None)
        first = start.first if start else None
        if isinstance(length, Duration) and first:
            return first, length.after(first) - timedelta(days=1)
        return first, end.last if end else None

    @cached_property
    def item_ids(self) -> tuple[tuple[Path, str], ...]:
        """The ids of the document's parts with their places, also in what could not be read."""
        found: list[tuple[Path, str]] = []
        waiting: list[tuple[Path, Any]] = [((), self.data)]
        while waiting:
            path, value = waiting.pop()
            if isinstance(value, dict):
                if path and isinstance(value.get("id"), str):
                    found.append(((*path, "id"), value["id"]))
                waiting.extend(reversed([((*path, key), inner) for key, inner in value.items()]))
            elif isinstance(value, list):
                waiting.extend(reversed([((*path, i), inner) for i, inner in enumerate(value)]))
        return tuple(found)

    @cached_property
    def items(self) -> dict[str, Place]:
        """The document's parts by id; of what could not be read only the place is known."""
        found = {name: Place(path[:-1], None, None) for path, name in reversed(self.item_ids)}
        if self.model is not None:
            for path, part in reversed(list(parts_of(self.model))):
                name, item = getattr(part, "id", None), getattr(type(part), "item", None)
                if path and isinstance(name, str) and isinstance(item, Item):
                    found[name] = Place(path, item, part)
        return found

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every reference that the document makes."""
        return tuple(links(self.model)) if self.model is not None else ()

    @cached_property
    def texts(self) -> tuple[Written, ...]:
        """Every text that the author wrote, with its place."""
        return tuple(texts(self.model)) if self.model is not None else ()

    @cached_property
    def positions(self) -> Positions:
        """Where each key and value stands."""
        return Positions(self.text)


@dataclass(frozen=True, eq=False)
class Workspace:
    """The documents that belong together.

    Attributes:
        documents: those of our files that could be read as YAML.
        settings: the workspace's own.
        folder: the folder that holds the settings; None where there are none.
        findings: what is wrong with files that could not be read as documents.
        unreadable_ids: ids that stand in files that could not be read.
        could_not_read: whether some file could not be read at all.
        files: how many files of ours the user asked about, readable or not.
        broken_texts: the text of files that are text but not YAML, by file, for showing the lines at fault.
    """

    documents: tuple[Document, ...] = ()
    settings: Settings = field(default_factory=lambda: Settings(samverkan="1", kind="workspace"))
    folder: str | None = None
    findings: tuple[Finding, ...] = ()
    unreadable_ids: frozenset[str] = frozenset()
    could_not_read: bool = False
    files: int = 0
    broken_texts: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> dict[str, Document]:
        """The first document of each id."""
        found: dict[str, Document] = {}
        for document in self.documents:
            if document.id is not None:
                found.setdefault(document.id, document)
        return found

    @cached_property
    def by_file(self) -> dict[str, Document]:
        """The document in each file."""
        return {document.file: document for document in self.documents}

    @cached_property
    def _by_folded_id(self) -> dict[str, list[Document]]:
        found: dict[str, list[Document]] = {}
        for document in self.documents:
            if document.id is not None:
                found.setdefault(folded(document.id), []).append(document)
        return found

    def same_id(self, document: Document) -> list[Document]:
        """Give the documents whose id is that of a document, itself among them, other letter forms included."""
        return self._by_folded_id.get(folded(document.id), []) if document.id is not None else []

    # References

    def resolve(self, document: Document, link: Link) -> Target | None:
        """Find what a reference leads to; None where it leads nowhere, or somewhere that cannot be read."""
        whole, _, item = link.target.partition("#")
        if item:
            other = self.by_id.get(whole)
            place = other.items.get(item) if other else None
            return Target(other, place) if other and place else None
        candidates = [Target(d, d.items[whole]) for d in (document, *self.opened_by(document)) if whole in d.items]
        if whole in self.by_id:
            candidates.append(Target(self.by_id[whole]))
        fitting = [target for target in candidates if leads_to(target, link)] or candidates
        return fitting[0] if fitting else None

    def might_resolve(self, document: Document, link: Link) -> bool:
        """Tell whether a reference that leads nowhere might do so if a broken file were mended."""
        whole, _, item = link.target.partition("#")
        if item:
            return whole in self.unreadable_ids
        opened = {named.target for named in document.links if named.to.opens}
        return whole in self.unreadable_ids or bool(opened & self.unreadable_ids)

    def opened_by(self, document: Document) -> list[Document]:
        """Give the documents that a document names at its top, whose ids it may use as they are."""
        return self._opened.get(document, [])

    @cached_property
    def _opened(self) -> dict[Document, list[Document]]:
        found: dict[Document, list[Document]] = {}
        for document in self.documents:
            named = [self.by_id.get(link.target) for link in document.links if link.to.opens]
            found[document] = [other for other in dict.fromkeys(named) if other is not None and other is not document]
        return found

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every reference that leads somewhere."""
        return tuple(
            Reference(document, link, target)
            for document in self.documents
            for link in document.links
            if (target := self.resolve(document, link)) is not None
        )

    @cached_property
    def _to(self) -> dict[tuple[Document, Path | None], list[Reference]]:
        found: dict[tuple[Document, Path | None], list[Reference]] = {}
        for reference in self.references:
            target = reference.target
            found.setdefault((target.document, target.place.path if target.place else None), []).append(reference)
        return found

    def references_of(self, document: Document) -> list[Reference]:
        """Give every reference of a document that leads somewhere."""
        return self._from.get(document, [])

    @cached_property
    def _from(self) -> dict[Document, list[Reference]]:
        found: dict[Document, list[Reference]] = {}
        for reference in self.references:
            found.setdefault(reference.document, []).append(reference)
        return found

    def references_to(self, document: Document, path: Path | None = None) -> list[Reference]:
        """Give every reference that leads to a document, or to the part at a path of it."""
        return self._to.get((document, path), [])

    def circle(self, document: Document, link: Link) -> list[str]:
        """Give the ids of a circle of documents that a relation (`supersedes`, `part_of`, `based_on`) closes.

        Each circle is given once, for the document in it whose file comes first; empty where there is none.
        """
        relation, start = link.path[0], document.id or ""
        seen = {start: ""}
        waiting = [link.target] if link.target in self.by_id else []
        seen.update({link.target: start} if link.target != start else {})
        if link.target == start:
            return [start, start]
        while waiting:
            name = waiting.pop()
            for other in self.by_id[name].links:
                if other.path[0] != relation or other.target not in self.by_id:
                    continue
                if other.target == start:
                    chain = [name]
                    while chain[-1] != start:
                        chain.append(seen[chain[-1]])
                    first = min(chain, key=lambda one: self.by_id[one].file)
                    return [*reversed(chain), start] if first == start else []
                if other.target not in seen:
                    seen[other.target] = name
                    waiting.append(other.target)
        return []

    # Kinds and relations

    def of_kind(self, *kinds: Kind) -> Iterator[Document]:
        """Give the documents of some kinds that could be read, at least in part."""
        return (d for d in self.documents if d.kind in kinds and d.model is not None)

    def agreement_of(self, document: Document) -> Document | None:
        """Give the agreement that a document belongs to; an agreement is its own."""
        if document.kind == Kind.AGREEMENT:
            return document
        named = getattr(document.model, "agreement", None)
        found = self.by_id.get(named) if named else None
        return found if found is not None and found.kind == Kind.AGREEMENT else None

    def under(self, agreement: Document, *kinds: Kind) -> list[Document]:
        """Give the documents of some kinds that belong to an agreement."""
        return [d for d in self._by_agreement.get(agreement, []) if d.kind in kinds and d.model is not None]

    @cached_property
    def _by_agreement(self) -> dict[Document, list[Document]]:
        found: dict[Document, list[Document]] = {}
        for document in self.documents:
            agreement = self.agreement_of(document)
            if agreement is not None:
                found.setdefault(agreement, []).append(document)
        return found

    def same_parties(self, agreement: Document) -> list[Document]:
        """Give the agreements before an agreement, in the order of the files, that the same parties have entered."""
        group = self._by_parties.get(_parties_of(agreement), [])
        return group[: group.index(agreement)] if agreement in group else []

    @cached_property
    def _by_parties(self) -> dict[frozenset[str], list[Document]]:
        found: dict[frozenset[str], list[Document]] = {}
        for document in self.of_kind(Kind.AGREEMENT):
            found.setdefault(_parties_of(document), []).append(document)
        return found

    def to_review(self, document: Document, by: Sequence[str] | None) -> list[tuple[Path, Part]]:
        """Give the goals, commitments, promises, measures and activities of a document that a review answers for.

        Args:
            document: what is reviewed.
            by: the parties that review their own part; all parts for None and for words that mean everybody.
        """
        own = set(by or ()) - set(PARTY_GROUPS)
        return [
            (path, part)
            for path, part in (parts_of(document.model) if document.model else ())
            if getattr(type(part), "item", None) in REVIEWED_ITEMS and (not own or _acts(part, own))
        ]

    def unanswered(self, review: Document, document: Document) -> list[tuple[Path, Part]]:
        """Give what a follow-up reviews of a document and states no outcome for, nor says why not."""
        answered = {place.path for place, outcome in self.outcomes(review, document) if _is_answer(outcome)}
        return [(path, part) for path, part in self.to_review(document, _by(review)) if path not in answered]

    def outcomes(self, review: Document, document: Document) -> list[tuple[Place, Any]]:
        """Give what a follow-up states an outcome for in a document, each with its outcome."""
        stated: Any = getattr(review.model, "outcomes", ())
        return [
            (reference.target.place, stated[reference.link.path[1]])
            for reference in self.references_of(review)
            if reference.link.path[0] == "outcomes"
            and reference.target.document is document
            and reference.target.place is not None
        ]

    def are_related(self, one: Document, other: Document) -> bool:
        """Tell whether one of two agreements supersedes, is part of or builds on the other."""
        return any(
            link.target == to.id and link.path[0] in {"supersedes", "part_of", "based_on"}
            for document, to in ((one, other), (other, one))
            for link in document.links
        )

    @cached_property
    def superseded(self) -> dict[str, Document]:
        """The document that takes over, by the id of the one that it supersedes."""
        found: dict[str, Document] = {}
        for document in self.documents:
            for earlier in getattr(document.model, "supersedes", ()):
                found.setdefault(earlier, document)
        return found

    @cached_property
    def is_whole(self) -> bool:
        """Whether every file of ours could be read in every part, so that what is missing is truly missing."""
        return not self.could_not_read and not self.unreadable_ids and all(d.is_whole for d in self.documents)

    @cached_property
    def look_alikes(self) -> dict[str, list[str]]:
        """Ids of documents that people easily take for each other, by the form that they share."""
        found: dict[str, list[str]] = {}
        for name in self.by_id:
            found.setdefault(look(name), []).append(name)
        return {form: names for form, names in found.items() if len(names) > 1}


def _is_answer(outcome: Any) -> bool:
    """Tell whether an outcome states something, or says why it does not."""
    return outcome.result is not Result.NOT_ASSESSED or outcome.why_not is not None


def _by(review: Document) -> tuple[str, ...] | None:
    return getattr(review.model, "by", None)


def _acts(part: Part, parties: set[str]) -> bool:
    """Tell whether some parties are among those who are to do something."""
    named = {*(getattr(part, "by", None) or ()), *(getattr(part, "responsible", None) or ())}
    named |= {actor.party for actor in getattr(part, "who", ())}
    return bool(named & (parties | set(PARTY_GROUPS)))


def _date(value: object) -> CoarseDate | None:
    found = getattr(value, "date", value)
    return found if isinstance(found, CoarseDate) else None


def _parties_of(agreement: Document) -> frozenset[str]:
    parties = getattr(agreement.model, "parties", ())
    return frozenset(party.code or folded(party.name) for party in parties)


def leads_to(target: Target, link: Link) -> bool:
    """Tell whether a target is of a kind that a reference may lead to; what could not be read gets the doubt."""
    if target.place is None:
        return target.document.kind is None or target.document.kind in link.to.kinds
    return target.place.item is None or target.place.item in link.to.items


def folded(written: str) -> str:
    """Give the form of an id in which other ways to write its letters are equal: composed letters, no case."""
    return unicodedata.normalize("NFC", written).casefold()


_LOOKS = str.maketrans({"0": "o", "1": "l", "å": "a", "ä": "a", "ö": "o", "-": None})


def look(written: str) -> str:
    """Give the form of an id in which ids that people take for each other are equal: `lägesbild-24`, `lagesbild24`."""
    return folded(written).translate(_LOOKS)


def ids_in(text: str) -> frozenset[str]:
    """Give the id that a file seems to have, though it cannot be read as YAML."""
    found = re.search(r"^id:[ ]*[\"']?([^\s\"'#]+)", text, re.MULTILINE)
    return frozenset({found[1]} if found else ())
