"""A workspace's agreement with the documents that belong to it as annexes, in one file with a table of contents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.model.choices import Kind
from samverkan.render.formats.html import marks
from samverkan.render.rendering import Rendering
from samverkan.words.document import Wording

if TYPE_CHECKING:
    from datetime import date

    from markupsafe import Markup

    from samverkan.render.context.values import BoundPage, FileContext, PageContext
    from samverkan.workspace.document import Document

_ANNEXES = tuple(kind for kind in Kind if kind is not Kind.AGREEMENT)


@dataclass(frozen=True)
class CollectedRendering(Rendering):
    """An agreement, `document`, and what belongs to it, on the way to one finished file.

    Use it as `Rendering`: `CollectedRendering(agreement, workspace, day).to(form)`. Documents that could not be read
    whole are left out.
    """

    def filled(self, *, pivot: bool) -> tuple[FileContext, Markup]:
        """Fill the templates of all the documents, and put them together; see `Rendering.filled`."""
        contexts = self._contexts(pivot=pivot)
        documents: list[BoundPage] = [
            {**context, "body": self.page(f"{document.kind}.html.j2", context)}
            for document, context in zip(self.gathered(), contexts, strict=True)
        ]
        kind = Wording(contexts[0]["language"])("collected")
        whole: FileContext = {**contexts[0], "kind": kind, "documents": documents}
        return whole, self.page("collected.html.j2", whole)

    def _contexts(self, *, pivot: bool) -> list[PageContext]:
        """Each document's context, with headings one level down, places to link to, and notes numbered on."""
        mark, notes = marks(pivot=pivot), 0
        contexts: list[PageContext] = []
        for i, document in enumerate(self.gathered()):
            context = self.context(document, mark, notes, pivot=pivot)
            notes += len(context["notes"])
            fixed = Wording(context["language"])
            annex = f"{fixed('annex', number=str(i))} · " if i else ""
            kind, running = f"{annex}{context['kind']}", f"{annex}{context['running_title']}"
            contexts.append({**context, "kind": kind, "running_title": running, "top": 2, "place": f"d{i + 1}"})
        return contexts

    @property
    def stamp(self) -> date | None:
        """The latest of the documents' days; see `Rendering.stamp`."""
        return max((dated.first for document in self.gathered() if (dated := document.stamp)), default=None)

    def gathered(self) -> list[Document]:
        """The agreement and what belongs to it: kind after kind, in each in the order of the files."""
        belonging = [document for kind in _ANNEXES for document in self.workspace.relations.under(self.document, kind)]
        return [self.document, *(document for document in belonging if document.is_whole)]
