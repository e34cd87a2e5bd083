"""A citizen promise as a poster: its message alone, on one sheet to hang up."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samverkan.render.context.promise import PosterContext
from samverkan.render.formats.paper import Paper
from samverkan.render.rendering import Rendering

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkan.render.context.values import PageContext
    from samverkan.workspace.document import Document


@dataclass(frozen=True)
class PosterRendering(Rendering):
    """A citizen promise, `document`, on its way to posters.

    Use it as `Rendering`: `PosterRendering(promise, workspace, day, paper=Paper.A3).to(form)`.
    """

    paper: Paper = field(default=Paper.A4, kw_only=True)

    def built(self, document: Document, mark: Callable[[int], str], notes_before: int) -> PageContext:
        """Leave out what is not on the poster; see `Rendering.built`."""
        context = PosterContext(document, self.workspace, mark, notes_before).build()
        return {**context, "paper": self.paper.value}

    @property
    def variant(self) -> str:
        """The size of the paper; see `Rendering.variant`."""
        return self.paper.value
