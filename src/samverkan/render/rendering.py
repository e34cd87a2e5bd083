"""The formats: from a document to the bytes of a finished file."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from markupsafe import Markup

from samverkan.errors import SamverkanError, WrongUseError
from samverkan.escape import visible
from samverkan.model.choices import DocumentStatus
from samverkan.render.context.kinds import context_of
from samverkan.render.engines.jinja import html_page
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.formats.filled import FilledDocument
from samverkan.render.formats.html import marks
from samverkan.render.formats.single_rows import with_facts_for_single_rows
from samverkan.render.letterhead import logos_of
from samverkan.render.look import Look
from samverkan.render.made_once import MadeOnce
from samverkan.words.commands import sentence
from samverkan.words.document import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from samverkan.model.parties import Party
    from samverkan.render.context.values import FileContext, PageContext
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

WRITERS: Mapping[DocumentFormat, str] = {
    DocumentFormat.MD: "markdown",
    DocumentFormat.HTML: "html",
    DocumentFormat.PDF: "pdf",
    DocumentFormat.DOCX: "docx",
    DocumentFormat.ODT: "odt",
}
"""What makes the bytes of each format: a function in a module of `formats/`, both of that name."""


def _written(filled: FilledDocument, form: DocumentFormat) -> bytes:
    name = WRITERS[form]
    write: Callable[[FilledDocument], bytes] = getattr(import_module(f"samverkan.render.formats.{name}"), name)
    return write(filled)


@dataclass(frozen=True)
class Rendering:
    """One document on its way to finished files; what several formats share is made once.

    Attributes:
        document: a document that could be read whole.
        workspace: the documents around it, for what it refers to.
        day: the day that it is, for what is told as of that day.
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
    is_of_the_day: ClassVar[bool] = False
    """Whether the content depends on the day that it is."""

    @property
    def stamp(self) -> date | None:
        """The day that files are dated: the document's own, so that they are the same on any day; None for none."""
        dated = self.document.stamp
        return dated.first if dated else None

    @property
    def variant(self) -> str:
        """What else was asked for that the content depends on; empty for nothing."""
        return ""

    def to(self, form: DocumentFormat) -> bytes:
        """Make the document in a format.

        Raises:
            ReadWriteError: a converter is missing or failed.
            WrongUseError: a part of the organisation's own look cannot be used.
        """
        filled = self._filled_for_page() if form is DocumentFormat.HTML else self._filled_for_pandoc
        if self.look.templates is None:
            return _written(filled, form)
        try:
            return _written(filled, form)
        except SamverkanError:
            raise
        except Exception as error:  # what the organisation's own templates wrote has a form that nobody thought of
            folder = visible(self.look.templates.path.as_posix())
            raise WrongUseError(sentence("template-odd", folder=folder, form=form.value)) from error

    def free_cache(self) -> None:
        """Free what the formats share; among many documents it would fill the memory."""
        self.__dict__.pop("_filled_for_pandoc", None)

    def gathered(self) -> list[Document]:
        """The documents that the file is about, first to last; not those that they refer to."""
        return [self.document]

    def filled(self, *, pivot: bool) -> tuple[FileContext, Markup]:
        """Fill the template of the document's kind.

        Args:
            pivot: whether the HTML is for pandoc rather than for a page of its own.

        Returns:
            What the template was filled with, and the HTML.
        """
        context = self.context(self.document, marks(pivot=pivot), pivot=pivot)
        return {**context, "documents": []}, self.page(f"{self.document.kind}.html.j2", context)

    def context(
        self, document: Document, mark: Callable[[int], str], notes_before: int = 0, *, pivot: bool
    ) -> PageContext:
        """Build what the template of a document is filled with; see `context_of` and `filled`."""
        context = self.built(document, mark, notes_before)
        count = self.errors_shown(document)
        errors = Wording(context["language"])("has_errors", count=str(count)) if count else ""
        return {**context, "errors": errors, "pivot": pivot}

    def built(self, document: Document, mark: Callable[[int], str], notes_before: int) -> PageContext:
        """Build what comes from the document alone; see `context_of`."""
        return context_of(document, self.workspace, mark, notes_before)

    def errors_shown(self, document: Document) -> int:
        """Count the errors that a document's first page tells of: a draft's alone."""
        is_draft = document.model is not None and document.model.status is DocumentStatus.DRAFT
        return self.errors.get(document.file, 0) if is_draft else 0

    def page(self, name: str, context: Mapping[str, object]) -> Markup:
        """Fill a template, the organisation's own where it has one of that name."""
        made = with_facts_for_single_rows(html_page(name, context, self.look.templates))
        return Markup(self.look.tones.drawn(made))  # noqa: S704 - as it came

    def behind(self) -> Iterable[Party]:
        """Give the parties whose logos stand at the head."""
        return self.workspace.relations.parties_of(self.document)

    def _filled_for_page(self) -> FilledDocument:
        return self._whole(*self.filled(pivot=False))

    @MadeOnce
    def _filled_for_pandoc(self) -> FilledDocument:
        return replace(self._whole(*self.filled(pivot=True)), signature_fields=self.signature_fields)

    def _whole(self, context: FileContext, html: Markup) -> FilledDocument:
        logos = logos_of(self.look, self.behind(), context["language"])
        return FilledDocument(context, html, self.look, self.stamp, logos=logos)
