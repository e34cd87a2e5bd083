"""A document whose template is filled: what every format is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.render.engines.pandoc import read_html
from samverkan.render.formats.tree import take_title
from samverkan.render.made_once import MadeOnce

if TYPE_CHECKING:
    from datetime import date

    from markupsafe import Markup

    from samverkan.render.context.values import FileContext
    from samverkan.render.engines.pandoc import Tree
    from samverkan.render.formats.tree import Blocks
    from samverkan.render.letterhead import ShownLogo
    from samverkan.render.look import Look


@dataclass(frozen=True)
class FilledDocument:
    """A document on its way to the bytes of one format or more; what several formats share is made once.

    Attributes:
        context: what the template was filled with.
        html: the body that came of it.
        look: the organisation's own look.
        logos: the pictures at the head.
        day: the day that the file is dated; None for none.
        signature_fields: whether PDFs have a signature field for each signatory.
    """

    context: FileContext
    html: Markup
    look: Look
    day: date | None
    signature_fields: bool = False
    logos: tuple[ShownLogo, ...] = ()

    @MadeOnce
    def tree(self) -> Tree:
        """The body as pandoc's tree, for which it must have been filled with `pivot`."""
        return read_html(self.html, is_own=self.look.templates is not None)

    @MadeOnce
    def blocks(self) -> Blocks:
        """The tree's blocks, with the title taken out of the headings; see `take_title`."""
        return take_title(self.tree["blocks"])

    @property
    def language_code(self) -> str:
        """The document's language as files write it: `sv-SE` or `en-GB`."""
        return "sv-SE" if self.context["language"] == "sv" else "en-GB"
