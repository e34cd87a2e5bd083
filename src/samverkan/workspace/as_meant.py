"""What references were most likely meant to lead to: other editions, documents not named, parts whose id was changed.

Rules see references so, and tell of a slip once; finished documents are made of what is written.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from samverkan.model.choices import Kind
from samverkan.workspace.editions import KINDS_COPIED, edition_meant_by, lost_links
from samverkan.workspace.misspelt import misspelt
from samverkan.workspace.references import LinkTarget, References, ResolvedLink
from samverkan.workspace.renamed_parts import Lost, Surroundings, parts_renamed
from samverkan.workspace.unnamed import unnamed_in

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from samverkan.model.links import Link
    from samverkan.workspace.document import Document
    from samverkan.workspace.editions import EditionMeant
    from samverkan.workspace.relations import Relations
    from samverkan.workspace.renamed_parts import RenamedPart
    from samverkan.workspace.unnamed import Unnamed


class Meant:
    """What the references of a workspace were most likely meant to lead to, where they lead nowhere as written."""

    def __init__(self, documents: Sequence[Document], references: References, relations: Relations) -> None:
        """Take the documents, who refers to whom as it is written, and how the documents belong together."""
        self._documents = documents
        self._relations = relations
        self.written = references
        self._editions: dict[Document, EditionMeant | None] = {}

    @cached_property
    def has_any(self) -> bool:
        """Whether some document was most likely meant to name others at its top, or other parts, than it does."""
        return bool(self.written.lost) or any(self.edition(one) or self.unnamed(one) for one in self._documents)

    def edition(self, document: Document) -> EditionMeant | None:
        """Give the edition that was meant where a document names another one at its top, as what it refers to tells."""
        if document not in self._editions:
            self._editions[document] = self._edition(document, besides=self.renamed)
        return self._editions[document]

    def _edition(self, document: Document, *, besides: Container[str]) -> EditionMeant | None:
        """Find the edition that was meant, as references tell besides those to some names."""
        if document.kind not in KINDS_COPIED:
            return None
        named = self.written.named_by(document)
        lost = [link for link in lost_links(document, named) if self._is_lost(document, link)]
        return edition_meant_by(document, named, [one for one in lost if one.target not in besides], self._relations)

    def _is_lost(self, document: Document, link: Link) -> bool:
        return not self.written.has_document(link.target) and not self.written.might_resolve(document, link)

    def unnamed(self, document: Document) -> Sequence[Unnamed]:
        """Give the documents that one should name at its top and does not, as what it refers to tells."""
        if self.written.names_what_is_not_there(document):
            return ()  # what is lost most likely stands there
        return unnamed_in(document, self.written.named_by(document), lambda *kinds: self._beside(document, kinds))

    def _beside(self, document: Document, kinds: Sequence[Kind]) -> Iterator[Document]:
        """Give the documents of some kinds that belong to what one belongs to, or name the same as it does."""
        yield from self._relations.beside(document, *kinds)
        for named in self.written.named_by(document):
            if named.kind != Kind.AGREEMENT:
                yield from (other for other in self._naming.get(named, ()) if other.kind in kinds)

    @cached_property
    def _naming(self) -> dict[Document, list[Document]]:
        found: dict[Document, list[Document]] = {}
        for document in self._documents:
            for other in self.written.named_by(document):
                found.setdefault(other, []).append(document)
        return found

    @cached_property
    def renamed(self) -> Mapping[str, RenamedPart]:
        """The parts whose id was most likely changed where it stands and not where it is used, by the id as it was."""
        lost = [one for one in self.written.lost if self._is_lost(one.document, one.link)]
        around = Surroundings(
            near=self.near,
            is_led_to=lambda document, path: bool(self.written.to(document, path)),
            is_of_another_edition=lambda document: self._edition(document, besides=()) is not None,
        )
        return parts_renamed(lost, around)

    def near(self, document: Document) -> Sequence[Document]:
        """Give a document and those that it names at its top."""
        return (document, *self.written.named_by(document))

    def named_by(self, document: Document, named: Sequence[Document]) -> Iterator[Document]:
        """Give the documents that one was meant to name: those that it does, other editions, and those left out."""
        edition = self.edition(document)
        yield from (edition.document if edition is not None and one is edition.named else one for one in named)
        yield from (one.document for one in self.unnamed(document))


class ReferencesAsMeant(References):
    """The references of a workspace, leading where they were most likely meant to."""

    def __init__(
        self, documents: Sequence[Document], by_id: Mapping[str, Document], unreadable_ids: Container[str], meant: Meant
    ) -> None:
        """Take the documents, the first of each id, the ids in broken files, and what was meant."""
        super().__init__(documents, by_id, unreadable_ids)
        self._meant = meant

    def _resolve_anew(self, document: Document, link: Link) -> LinkTarget | None:
        found = super()._resolve_anew(document, link)
        meant = self._meant.renamed.get(link.target) if found is None else None
        is_meant = meant is not None and Lost(document, link) in meant.lost
        return LinkTarget(meant.document, meant.place) if meant is not None and is_meant else found

    def _open(self, document: Document) -> Sequence[Document]:
        return list(self._meant.named_by(document, super()._open(document)))

    @cached_property
    def _leading(self) -> Sequence[ResolvedLink]:
        """The references with what they lead to, the misspelt ones too."""
        lost = [one for one in self._meant.written.lost if self.resolve(one.document, one.link) is None]
        found = misspelt(lost, self._meant.near)
        return [*self.all, *(ResolvedLink(one.document, one.link, LinkTarget(one.target, one.place)) for one in found)]
