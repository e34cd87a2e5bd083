"""`samverkan verify`: whether a finished document has the text of its source."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan.cli.ending import checked
from samverkan.cli.options import Today, given
from samverkan.cli.session import session_of
from samverkan.cli.signed import are_sound, plain, propose, signatures_of, tell_signatures
from samverkan.cli.telling import say, tell
from samverkan.errors import ExitCode, NothingToCheckError, WrongUseError
from samverkan.escape import visible
from samverkan.output.standard_output import write_file
from samverkan.source.opening import read_named
from samverkan.words.commands import sentence
from samverkan.words.lists import FirstOf
from samverkan.words.verifying import say_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from samverkan.check import CheckResult
    from samverkan.cli.session import Session
    from samverkan.model.document import DocumentModel
    from samverkan.render.finished.verdict import Verdict
    from samverkan.render.formats.document_format import DocumentFormat
    from samverkan.signing.told import Signature
    from samverkan.words.sentence import Language
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace


class VerifyFormat(StrEnum):
    """How the answer is shown."""

    TEXT = "text"
    JSON = "json"


_PDF = b"%PDF"
_Finished = Annotated[str, typer.Argument(metavar="FILE", help="help-finished", show_default=False)]
_Sources = Annotated[list[str] | None, typer.Argument(metavar="PATHS", help="help-sources", show_default=False)]


def verify(
    context: typer.Context,
    finished: _Finished,
    paths: _Sources = None,
    format: Annotated[VerifyFormat, typer.Option(help="help-verify-format")] = VerifyFormat.TEXT,  # noqa: A002
    into: Annotated[Path | None, typer.Option(metavar="FILE", help="help-verify-into", show_default=False)] = None,
    trust: Annotated[Path | None, typer.Option(metavar="FILE", help="help-verify-trust", show_default=False)] = None,
    today: Today = None,
) -> int:
    """Tell whether a PDF or a Word file has the text of its source, which words differ, and who has signed it."""
    from samverkan.render.engines.settings import use  # noqa: PLC0415 - heavy, and not every command's
    from samverkan.render.finished.reading import MOST_BYTES, finished_file  # noqa: PLC0415
    from samverkan.render.formats.document_format import DocumentFormat  # noqa: PLC0415

    if into is not None and format is VerifyFormat.JSON:
        raise WrongUseError(sentence("verify-into-json"))
    session = session_of(context)
    name, day = visible(finished), session.day(today)
    content = read_named(Path(finished), MOST_BYTES)
    use(session.engines())
    pages, is_signed = finished_file(content, name)
    signatures = signatures_of(content, trust, name) if is_signed else []
    if not "".join(pages).strip():
        tell(say_of("no-text").with_fields(name=name), session.language)
        return ExitCode.FINDINGS
    document, model, workspace = _source(checked(_named(paths, into), day), pages, name)
    form = DocumentFormat.PDF if content.startswith(_PDF) else DocumentFormat.DOCX
    found = _held(pages, (document, model), signatures, lambda one: _made(one, workspace, day, form))
    is_trust_asked = trust is not None
    if format is VerifyFormat.JSON:
        _json(found, name, document, signatures)
    else:
        _text(found, name, document, session.language)
        if form is DocumentFormat.PDF or is_trust_asked:  # no other file could have one
            tell_signatures(signatures, session.language, session.moment, is_trust_asked=is_trust_asked)
        if into is None:
            propose(document, signatures, session.language)
    written = _into(into, document, signatures, found, session, is_trust_asked=is_trust_asked)
    is_sound = found.is_same and are_sound(signatures, is_trust_asked=is_trust_asked)
    return written if is_sound else ExitCode.FINDINGS


def _named(paths: list[str] | None, into: Path | None) -> list[str]:
    return given(paths if paths or into is None else [str(into)])


def _into(
    into: Path | None,
    document: Document,
    signatures: Sequence[Signature],
    found: Verdict,
    session: Session,
    *,
    is_trust_asked: bool,
) -> ExitCode:
    """Write the signatures in the document's file, where one is named and the PDF has its text."""
    if into is None:
        return ExitCode.CLEAN
    from samverkan.cli.signed_into import write_signatures  # noqa: PLC0415 - not every run's

    if not found.is_same:
        tell(sentence("verify-into-differs", file=document.file), session.language)
        return ExitCode.FINDINGS
    return write_signatures(into, document, signatures, session.language, is_trust_asked=is_trust_asked)


def _source(result: CheckResult, pages: Sequence[str], name: str) -> tuple[Document, DocumentModel, Workspace]:
    """Find the document that the file was made from, among those that the user points at.

    Raises:
        NothingToCheckError: there is none.
        WrongUseError: there are several.
    """
    from samverkan.render.finished.source import sources_of  # noqa: PLC0415 - heavy, and not every command's

    around = {
        one: (one, one.model, workspace)
        for workspace in result.workspaces
        for one in workspace.documents
        if one.is_asked and one.is_whole and one.model is not None
    }
    found = sources_of(pages, list(around))
    if not found:
        raise NothingToCheckError(say_of("no-source").with_fields(name=name))
    if len(found) > 1:
        files = FirstOf(tuple(one.file for one in found))
        raise WrongUseError(say_of("one-source").with_fields(count=len(found), name=name, files=files))
    return around[found[0]]


def _held(
    pages: Sequence[str],
    source: tuple[Document, DocumentModel],
    signatures: Sequence[Signature],
    make: Callable[[Document], bytes],
) -> Verdict:
    """Hold a file against its source; where that differs, against the source before it told of the signatures."""
    from samverkan.cli.signed_into import before_signing  # noqa: PLC0415 - heavy, and not every command's
    from samverkan.render.finished.reading import finished_file  # noqa: PLC0415
    from samverkan.render.finished.verdict import verdict  # noqa: PLC0415

    document, model = source
    found = verdict(pages, finished_file(make(document), document.file).pages, model)
    if not found.differing:
        return found
    earlier = (
        verdict(pages, finished_file(make(one), document.file).pages, model)
        for one in before_signing(document, signatures)
    )
    return next((one for one in earlier if not one.differing), found)


def _made(document: Document, workspace: Workspace, day: date, form: DocumentFormat) -> bytes:
    """Make the file that the source gives now, in the format of the one to verify."""
    from samverkan.render.look import LookOptions, look_of  # noqa: PLC0415 - as above
    from samverkan.render.rendering import Rendering  # noqa: PLC0415

    return Rendering(document, workspace, day, look_of(workspace, LookOptions())).to(form)


def _text(found: Verdict, name: str, document: Document, language: Language) -> None:
    key = "differs" if found.differing else "is-same"
    say(say_of(key).with_fields(name=name, source=document.file).say(language))
    for one in found.differing:
        say(f"  {one.says().say(language)}")
    say(found.of_code().say(language))


def _json(found: Verdict, name: str, document: Document, signatures: Sequence[Signature]) -> None:
    from samverkan.output.json_v1 import VERSION, json_text  # noqa: PLC0415 - as above

    differing = [{"after": one.before, "file": one.found, "source": one.source} for one in found.differing]
    whole = {"file": name, "source": document.file, "same": found.is_same, "differing": differing}
    codes = {"codes": list(found.codes), "source_code": found.own}
    signed = [plain(one) for one in signatures]
    write_file(json_text({"version": VERSION, **whole, **codes, "signatures": signed}))
