"""What differs between two versions, on its way to finished files: a page, or the document with tracked changes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from samverkan.render.context.comparison import comparison_context
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.formats.tracked import tracked
from samverkan.render.rendering import Rendering

if TYPE_CHECKING:
    from datetime import date

    from markupsafe import Markup

    from samverkan.comparing.comparison import Comparison
    from samverkan.comparing.saying import Version
    from samverkan.model.parties import Party
    from samverkan.render.context.values import FileContext
    from samverkan.words.sentence import Language


@dataclass(frozen=True)
class ComparisonRendering(Rendering):
    """What differs between two versions, of which `document` is the later, on its way to finished files.

    Attributes:
        found: the comparison.
        language: the language of the page.
        is_for_board: whether what matters most comes first, and a Word file holds that too rather than tracked changes.
    """

    found: Comparison = field(kw_only=True)
    language: Language = "sv"
    is_for_board: bool = False

    @property
    def name(self) -> str:
        """What its files are called after the document."""
        return "board" if self.is_for_board else "compared"

    @property
    def stamp(self) -> date | None:
        """The day that it is dated: that of the later version; see `Rendering.stamp`."""
        return super().stamp

    @property
    def variant(self) -> str:
        """The earlier version, the names of both, and whom it is for; see `Rendering.variant`."""
        before, after = self.found.before, self.found.after
        told = (before.document.text, before.name, after.name, self.language, str(self.is_for_board))
        return sha256("\0".join(told).encode("utf-8", "replace")).hexdigest()

    def behind(self) -> tuple[Party, ...]:
        """Nobody: the comparison is the reader's own; see `Rendering.behind`."""
        return ()

    def to(self, form: DocumentFormat) -> bytes:
        """Make the page; as Word, unless it is for the board, the document with tracked changes; see `Rendering.to`."""
        if form is not DocumentFormat.DOCX or self.is_for_board:
            return super().to(form)
        before, after = (self._finished(version) for version in (self.found.before, self.found.after))
        return tracked(before, after)

    def _finished(self, version: Version) -> bytes:
        """Make one version as a Word file."""
        return Rendering(version.document, version.workspace, self.day, replace(self.look)).to(DocumentFormat.DOCX)

    def filled(self, *, pivot: bool) -> tuple[FileContext, Markup]:
        """Fill the page's template; see `Rendering.filled`."""
        built = comparison_context(self.found, self.language, is_for_board=self.is_for_board)
        context: FileContext = {**built, "pivot": pivot, "documents": []}
        return context, self.page("comparison.html.j2", context)
