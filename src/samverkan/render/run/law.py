"""The page of what documents show of municipalities' duties by law."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from samverkan.render.context.law import law_context
from samverkan.render.rendering import Rendering

if TYPE_CHECKING:
    from datetime import date

    from markupsafe import Markup

    from samverkan.law.answers import MunicipalAnswers
    from samverkan.model.parties import Party
    from samverkan.render.context.values import FileContext
    from samverkan.words.sentence import Language
    from samverkan.workspace.document import Document


@dataclass(frozen=True)
class LawRendering(Rendering):
    """The answers for some municipalities on their way to a finished file; `document` is one that they come from.

    Attributes:
        found: the answers, municipality by municipality.
        language: the language of the page.
        folder: the folder that the page is written to.
    """

    found: tuple[MunicipalAnswers, ...] = ()
    language: Language = "sv"
    folder: str = "."
    is_of_the_day: ClassVar[bool] = True

    @property
    def stamp(self) -> date | None:
        """The day that the answers are for; see `Rendering.stamp`."""
        return self.day

    def gathered(self) -> list[Document]:
        """All documents around; see `Rendering.gathered`."""
        return [document for document in self.workspace.documents if document.model is not None]

    def behind(self) -> tuple[Party, ...]:
        """Nobody: the answers are about several municipalities, and are the reader's own; see `Rendering.behind`."""
        return ()

    def filled(self, *, pivot: bool) -> tuple[FileContext, Markup]:
        """Fill the page's template; see `Rendering.filled`."""
        built = law_context(self.found, self.day, self.language, self.folder)
        context: FileContext = {**built, "pivot": pivot, "documents": []}
        return context, self.page("law.html.j2", context)
