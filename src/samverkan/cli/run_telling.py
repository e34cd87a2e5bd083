"""What commands that make files tell of: documents with errors, and each file that is made."""

from __future__ import annotations

from contextlib import ExitStack, closing
from typing import TYPE_CHECKING

from samverkan.cli.printing import folder_said
from samverkan.cli.telling import say, say_done, tell, tell_unreadable
from samverkan.escape import visible
from samverkan.findings import Severity
from samverkan.output.progress_bar import progress_bar
from samverkan.render.annex_files import annex_files_not_there
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.letterhead import logos_of_nobody
from samverkan.render.look import WORD_REFERENCE
from samverkan.render.run.events import (
    Checked,
    DocumentDone,
    Event,
    Failed,
    Finished,
    SameName,
    SourceGone,
    Stale,
    Started,
    Written,
)
from samverkan.words.commands import sentence
from samverkan.words.lists import FirstOf
from samverkan.words.output import report
from samverkan.words.sentence import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

    from samverkan.check import CheckResult
    from samverkan.render.look import Look, OfficeTemplate
    from samverkan.words.sentence import Language
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace


def tell_errors(result: CheckResult, language: Language) -> None:
    """Tell that documents have errors, and, where some cannot be read whole, that those are left out."""
    tell_unreadable(result, language)
    if count := result.count(Severity.ERROR):
        tell(sentence("render-incomplete" if result.not_whole else "render-errors", count=count), language)


def tell_of_looks(
    looks: Iterable[tuple[Look, Workspace]], wanted: Iterable[DocumentFormat], language: Language
) -> None:
    """Tell what of an organisation's own look lacks something that documents use, or is not used.

    Args:
        looks: the looks, each with the documents that it is for.
        wanted: the formats that are to be made.
        language: the language to tell it in.
    """
    pairs = {id(look): (look, workspace) for look, workspace in looks}.values()
    own = [look for look, _ in pairs]
    _tell_of_logos(pairs, language)
    if DocumentFormat.PDF in wanted:
        for path in sorted({look.unused_pages for look in own if look.unused_pages}):
            folder = visible(path.parent.as_posix())
            tell(sentence("unused-pages", path=visible(path.as_posix()), folder=folder), language)
    if DocumentFormat.DOCX in wanted:
        _tell_of_word_templates({look.reference(WORD_REFERENCE) for look in own}, language)


def tell_of_annexes(documents: Iterable[Document], language: Language) -> None:
    """Tell of annexes that are files and do not lie where their document does."""
    for document in documents:
        for file in annex_files_not_there(document):
            tell(sentence("annex-not-there", file=visible(file), document=visible(document.file)), language)


def _tell_of_logos(looks: Iterable[tuple[Look, Workspace]], language: Language) -> None:
    """Tell of logos that nobody in a workspace has, and of those that look different from format to format."""
    for look, workspace in looks:
        if names := logos_of_nobody(look, workspace):
            tell(sentence("logo-of-nobody", names=FirstOf(tuple(map(visible, names)))), language)
        for path in sorted({logo.path for logo in look.all_logos if logo.has_text}):
            tell(sentence("logo-has-text", path=visible(path.as_posix())), language)


def _tell_of_word_templates(templates: Iterable[OfficeTemplate | None], language: Language) -> None:
    """Tell which formats the organisation's own Word template lacks, and whether it leaves pages without numbers."""
    from samverkan.render.formats.word_template import has_page_numbers, lacking  # noqa: PLC0415 - only for Word files

    for path, content in sorted({template for template in templates if template is not None}):
        shown = visible(path.as_posix())
        if not has_page_numbers(content):
            tell(sentence("word-template-no-numbers", path=shown), language)
        if names := lacking(content):
            tell(sentence("word-template-lacks", path=shown, count=len(names), one=names[-1]), language)


def told(events: Generator[Event], language: Language) -> Iterator[Event]:
    """Tell of what happens while files are made, and pass it on; interrupted, the making is brought to an end."""
    advance: Callable[[], None]  # no document is done before it is told how many there are
    with closing(events), ExitStack() as bar:
        for event in events:
            match event:
                case Started(documents=total):
                    advance = bar.enter_context(progress_bar(report("rendering").say(language), total))
                case DocumentDone():
                    advance()
                case Finished() | Checked():
                    bar.close()
            tell_event(event, language)
            yield event


def tell_event(event: Event, language: Language) -> None:
    """Tell of one thing that happened while files were made: what was made on the standard output, faults beside it."""
    match event:
        case Written(path=path):
            say_done(visible(path.as_posix()))
        case Stale(path=path):
            say(report("not-current", path=visible(path.as_posix())).say(language))
        case Failed(path=path, error=error):
            tell(plain(f"{path.as_posix()}: {error.message.say(language)}"), language)
        case SourceGone(path=path):
            tell(sentence("file-without-source", path=visible(path.as_posix())), language)
        case SameName(name=name, sources=sources):
            files = FirstOf(tuple(map(visible, sources)))
            tell(sentence("render-same-id", id=visible(name), files=files), language)
        case Checked(stale=stale):
            key = {0: "all-current", 1: "one-stale"}.get(stale, "some-stale")
            say_done(report(key, count=stale).say(language))
        case Finished():
            _tell_finished(event, language)


def _tell_finished(event: Finished, language: Language) -> None:
    folder = folder_said(event.folder)
    key = "rendered-one" if event.written == 1 else "rendered-summary"
    say_done(report(key, files=event.written, folder=folder).say(language))
    if event.current:
        key = "current-one" if event.current == 1 else "rendered-current"
        say_done(report(key, files=event.current).say(language))
