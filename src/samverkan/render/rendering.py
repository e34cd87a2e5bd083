"""The formats: from a document to the bytes of a finished file."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from samverkan.render.context.kinds import context_of
from samverkan.render.engines.jinja import html_page
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.formats.tree import for_office, for_typst, picture_words, take_title
from samverkan.render.look import OPEN_DOCUMENT_REFERENCE, WORD_REFERENCE, Look
from samverkan.words.document import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from markupsafe import Markup

    from samverkan.render.formats.office import Properties
    from samverkan.render.formats.tree import Blocks
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace


@dataclass(frozen=True)
class Rendering:
    """One document on its way to finished files; what several formats share is made once.

    Attributes:
        document: a document that could be read whole.
        workspace: the documents around it, for what it refers to.
        day: the day that files are dated.
        look: the organisation's own look.
        errors: how many errors the check found, by the documents' files.
        signature_fields: whether PDFs have a signature field for each signatory.
    """

    document: Document
    workspace: Workspace
    day: date
    look: Look = field(default_factory=Look)
    errors: Mapping[str, int] = field(default_factory=dict)
    signature_fields: bool = False

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
            case DocumentFormat.ODT:
                return self._open_document()
            case DocumentFormat.PDF:
                return self._pdf()

    def free_cache(self) -> None:
        """Free what the formats share; among many documents it would fill the memory."""
        self.__dict__.pop("_pivot", None)

    def gathered(self) -> list[Document]:
        """Give the documents that the file is about, before what they refer to."""
        return [self.document]

    def filled(self, *, pivot: bool) -> tuple[dict[str, Any], Markup]:
        """Fill the template of the document's kind.

        Args:
            pivot: whether the HTML is for pandoc rather than for a page of its own.

        Returns:
            What the template was filled with, and the HTML.
        """
        context = {**self.context(self.document, marks(pivot=pivot)), "pivot": pivot}
        return context, self.page(f"{self.document.kind}.html.j2", context)

    def context(self, document: Document, mark: Callable[[int], str], notes_before: int = 0) -> dict[str, Any]:
        """Give what the template of a document is filled with; see `context_of`."""
        context = context_of(document, self.workspace, mark, notes_before)
        count = self.errors.get(document.file, 0)
        return {**context, "errors": Wording(context["language"])("has_errors", count=str(count)) if count else ""}

    def page(self, name: str, context: dict[str, Any]) -> Markup:
        """Fill a template, the organisation's own where it has one of that name."""
        return html_page(name, context, self.look.templates)

    def _html(self) -> str:
        context, body = self.filled(pivot=False)
        look = self.look
        logo = look.logo.address if look.logo else ""
        around = {"body": body, "organisation": look.organisation, "logo": logo, "colour": look.colour}
        return self.page(
            "page.html.j2",
            {**context, **around, "fonts": [_plain_name(look.text_font), _plain_name(look.heading_font)]},
        )

    @cached_property
    def _pivot(self) -> tuple[dict[str, Any], dict[str, Any], Blocks]:
        """The context, pandoc's tree, and its blocks with the title taken out of the headings."""
        from samverkan.render.engines.pandoc import read_html  # noqa: PLC0415 - only for formats that need it

        context, html = self.filled(pivot=True)
        tree = read_html(html)
        return context, tree, take_title(tree["blocks"])

    def _markdown(self) -> bytes:
        from samverkan.render.engines.pandoc import write  # noqa: PLC0415
        from samverkan.render.formats.markdown import for_markdown  # noqa: PLC0415

        _, tree, blocks = self._pivot
        return write({**tree, "blocks": for_markdown(blocks)}, "gfm+footnotes")

    def _word(self) -> bytes:
        from samverkan.render.engines.pandoc import write  # noqa: PLC0415
        from samverkan.render.formats.docx import finished  # noqa: PLC0415
        from samverkan.render.formats.office import WORD, office_head, reference_option  # noqa: PLC0415

        context, tree, blocks = self._pivot
        meta = _language_meta(context)
        headed = [*office_head(self.look, WORD), *for_office(blocks, WORD)]
        with reference_option(self.look, WORD_REFERENCE) as option:
            raw = write({**tree, "meta": meta, "blocks": headed}, "docx", option)
        return finished(raw, self._properties(context), self.look.colour)

    def _open_document(self) -> bytes:
        from samverkan.render.engines.pandoc import write  # noqa: PLC0415
        from samverkan.render.formats.odt import finished  # noqa: PLC0415
        from samverkan.render.formats.office import OPEN_DOCUMENT, office_head, reference_option  # noqa: PLC0415

        context, tree, blocks = self._pivot
        meta = _language_meta(context)
        headed = [*office_head(self.look, OPEN_DOCUMENT), *for_office(blocks, OPEN_DOCUMENT)]
        with reference_option(self.look, OPEN_DOCUMENT_REFERENCE) as option:
            raw = write({**tree, "meta": meta, "blocks": headed}, "odt", option)
        return finished(raw, self._properties(context), self.look.colour, picture_words(headed))

    def _pdf(self) -> bytes:
        from samverkan.render.engines.pandoc import write  # noqa: PLC0415
        from samverkan.render.formats.pdf import pdf  # noqa: PLC0415

        context, tree, blocks = self._pivot
        fragment = write({**tree, "blocks": for_typst(blocks)}, "typst").decode()
        return pdf(fragment, context, self.day, self.look, _signatories(context) if self.signature_fields else ())

    def _properties(self, context: dict[str, Any]) -> Properties:
        from samverkan.render.formats.office import Properties  # noqa: PLC0415

        return Properties(
            context["title"], tuple(party["name"] for party in context["parties"]), _language(context), self.day
        )


def _signatories(context: dict[str, Any]) -> list[str]:
    """Give the words of each signatory's field, in the order of the pages."""
    fixed = Wording(context["language"])
    signed = (document["signatures"] for document in context.get("documents", [context]) if document["signatures"])
    people = (person for signatures in signed for person in signatures["signatories"])
    whose = (", ".join(part for part in (one["name"], one["role"], one["party"]) if part) for one in people)
    return [fixed("signature_of", who=who) for who in whose]


def _language(context: dict[str, Any]) -> str:
    return "sv-SE" if context["language"] == "sv" else "en-GB"


def _language_meta(context: dict[str, Any]) -> dict[str, Any]:
    """Say the document's language as pandoc takes it."""
    return {"lang": {"t": "MetaString", "c": _language(context)}}


def _plain_name(font: str) -> str:
    """Give the name of a font without anything that could end a rule of CSS."""
    return "".join(c for c in font if c.isalnum() or c in " -")


def marks(*, pivot: bool) -> Callable[[int], str]:
    """Give what writes the footnote marks of one page of HTML."""
    return _pivot_mark if pivot else _PageMarks()


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
