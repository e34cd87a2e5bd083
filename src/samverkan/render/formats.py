"""The formats: from a document to the bytes of a finished file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from samverkan.model.agreement import Agreement
from samverkan.model.choices import Kind
from samverkan.render.agreement import AgreementContext
from samverkan.render.environment import html_page
from samverkan.render.tree import for_markdown, for_typst, for_word, take_title

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkan.render.tree import Blocks
    from samverkan.workspace import Document


RENDERED = frozenset({Kind.AGREEMENT.value})
"""The kinds of document that have a template."""


class DocumentFormat(StrEnum):
    """A format to render to; also the ending of its files."""

    MD = "md"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"


@dataclass(frozen=True)
class Rendering:
    """One document on its way to finished files; what several formats share is made once.

    Attributes:
        document: a document that could be read whole.
        titles: the titles of the workspace's documents by id.
        day: the day that files are dated.
    """

    document: Document
    titles: Mapping[str, str]
    day: date

    def to(self, form: DocumentFormat) -> bytes:
        """Make the document in a format.

        Raises:
            ReadWriteError: a converter is missing or failed.
        """
        match form:
            case DocumentFormat.HTML:
                return self._html().encode()
            case DocumentFormat.MD:
                return self._markdown()
            case DocumentFormat.DOCX:
                return self._word()
            case DocumentFormat.PDF:
                return self._pdf()

    def _context(self, *, pivot: bool) -> dict[str, Any]:
        model = self.document.model
        if not isinstance(model, Agreement):
            raise TypeError(self.document.kind)
        mark = _pivot_mark if pivot else _PageMarks()
        context = AgreementContext(self.document, model, self.titles, mark).build()
        return {**context, "pivot": pivot}

    def _html(self) -> str:
        context = self._context(pivot=False)
        body = html_page("agreement.html.j2", context)
        return html_page("page.html.j2", {**context, "body": body})

    @cached_property
    def _pivot(self) -> tuple[dict[str, Any], dict[str, Any], Blocks]:
        """The context, pandoc's tree, and its blocks with the title taken out of the headings."""
        from samverkan.render.pandoc import read_html  # noqa: PLC0415 - only for formats that need it

        context = self._context(pivot=True)
        tree = read_html(html_page("agreement.html.j2", context))
        return context, tree, take_title(tree["blocks"])

    def _markdown(self) -> bytes:
        from samverkan.render.pandoc import write  # noqa: PLC0415

        _, tree, blocks = self._pivot
        return write({**tree, "blocks": for_markdown(blocks)}, "gfm+footnotes")

    def _word(self) -> bytes:
        from samverkan.render.pandoc import write  # noqa: PLC0415
        from samverkan.render.word import finished, reference_option  # noqa: PLC0415

        context, tree, blocks = self._pivot
        language = "sv-SE" if context["language"] == "sv" else "en-GB"
        meta = {"lang": {"t": "MetaString", "c": language}}
        with reference_option() as option:
            raw = write({**tree, "meta": meta, "blocks": for_word(blocks)}, "docx", option, day=self._epoch)
        return finished(raw, context["title"], language)

    def _pdf(self) -> bytes:
        from samverkan.render.pandoc import write  # noqa: PLC0415
        from samverkan.render.pdf import pdf  # noqa: PLC0415

        context, tree, blocks = self._pivot
        fragment = write({**tree, "blocks": for_typst(blocks)}, "typst").decode()
        return pdf(fragment, context, self.day)

    @property
    def _epoch(self) -> str:
        return str(int(datetime(self.day.year, self.day.month, self.day.day, tzinfo=UTC).timestamp()))


def _pivot_mark(number: int) -> str:
    return f'<a epub:type="noteref" href="#note-{number}">{number}</a>'


class _PageMarks:
    """Footnote marks of a web page; only the first mark of a note is the one to come back to."""

    def __init__(self) -> None:
        self.seen: set[int] = set()

    def __call__(self, number: int) -> str:
        """Write a mark."""
        own_id = "" if number in self.seen else f' id="mark-{number}"'
        self.seen.add(number)
        return f'<sup><a href="#note-{number}"{own_id}>{number}</a></sup>'
