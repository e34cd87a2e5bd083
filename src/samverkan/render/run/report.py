"""The report over time of an agreement and all that belongs to it, or of a document without one, in one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.choices import Kind
from samverkan.render.context.results import ResultsContext
from samverkan.render.formats.html import marks
from samverkan.render.rendering import Rendering
from samverkan.workspace.known import workspace_on

if TYPE_CHECKING:
    from datetime import date

    from markupsafe import Markup

    from samverkan.render.context.values import FileContext
    from samverkan.workspace.document import Document


class ReportRendering(Rendering):
    """The report over time of an agreement, or of a plan or promise without, `document`, on its way to files.

    Use it as `Rendering`: `ReportRendering(agreement, workspace, day).to(form)`.
    """

    is_of_the_day = True

    @property
    def stamp(self) -> date | None:
        """The day that the report is for; see `Rendering.stamp`."""
        return self.day

    def gathered(self) -> list[Document]:
        """The document and all that belongs to it; see `Rendering.gathered`."""
        return [self.document, *self.workspace.relations.under(self.document, *Kind)]

    def filled(self, *, pivot: bool) -> tuple[FileContext, Markup]:
        """Fill the report's template; see `Rendering.filled`."""
        around = workspace_on(self.workspace, self.day)
        document = around.by_file.get(self.document.file, self.document)
        built = ResultsContext(document, around, marks(pivot=pivot), self.day).build()
        context: FileContext = {**built, "pivot": pivot, "documents": []}
        return context, self.page("report.html.j2", context)
