"""A workspace's agreement with the documents that belong to it as annexes, in one file with a table of contents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from samverkan.model.choices import Kind
from samverkan.render.formats.html import marks
from samverkan.render.rendering import Rendering
from samverkan.words.document import Wording

if TYPE_CHECKING:
    from markupsafe import Markup

    from samverkan.render.context.document import Context
    from samverkan.workspace.document import Document

_ANNEXES = tuple(kind for kind in Kind if kind is not Kind.AGREEMENT)


@dataclass(frozen=True)
class CollectedRendering(Rendering):
    """An agreement, `document`, and what belongs to it, on the way to one finished file.

    Use it as `Rendering`: `CollectedRendering(agreement, workspace, day).to(form)`. Documents that could not be read
    whole are left out.
    """

    def filled(self, *, pivot: bool) -> tuple[dict[str, Any], Markup]:
        """Fill the templates of all the documents, and put them together; see `Rendering.filled`."""
        contexts = self._contexts(pivot=pivot)
        documents = [
            {**context, "body": self.page(f"{context['template']}.html.j2", {**context, "pivot": pivot})}
            for context in contexts
        ]
        kind = Wording(contexts[0]["language"])("collected")
        whole = {**contexts[0], "kind": kind, "documents": documents, "pivot": pivot}
        return whole, self.page("collected.html.j2", whole)

    def _contexts(self, *, pivot: bool) -> list[Context]:
        """Give the context of each document, with headings one level down, places to link to, and notes numbered on."""
        mark, notes, contexts = marks(pivot=pivot), 0, list[Any]()
        for i, document in enumerate(self.gathered()):
            context = self.context(document, mark, notes)
            notes += len(context["notes"])
            fixed = Wording(context["language"])
            label = f"{fixed('annex', number=str(i))} · {context['kind']}" if i else context["kind"]
            contexts.append({**context, "kind": label, "top": 2, "place": f"d{i + 1}", "template": document.kind})
        return contexts

    def gathered(self) -> list[Document]:
        """Give the agreement and what belongs to it: kind after kind, in each in the order of the files."""
        belonging = [document for kind in _ANNEXES for document in self.workspace.relations.under(self.document, kind)]
        return [self.document, *(document for document in belonging if document.is_whole)]
