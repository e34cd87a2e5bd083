"""`samverkan render`: make finished documents."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan.cli.ending import checked, ending, ending_of_run
from samverkan.cli.options import Out, Paths, TemplateDir, Today, document_formats, given, root_of
from samverkan.cli.printing import folder_of, is_standard_output, print_one
from samverkan.cli.session import current_folder, session_of
from samverkan.errors import ExitCode, WrongUseError
from samverkan.findings import Severity
from samverkan.model.choices import Kind
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.formats.paper import Paper
from samverkan.source.workspace_files import surroundings
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samverkan.check import CheckResult
    from samverkan.cli.session import Session
    from samverkan.render.look import Look, LookOptions
    from samverkan.render.rendering import Rendering
    from samverkan.render.run.manifest import Run
    from samverkan.render.run.run import RenderOptions
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_Formats = Annotated[str, typer.Option("--format", metavar="md,html,pdf,docx,odt", help="help-formats")]
_Organisation = Annotated[str, typer.Option(metavar="NAME", help="help-organisation", show_default=False)]
_Logo = Annotated[Path | None, typer.Option(metavar="FILE", help="help-logo", show_default=False)]
_Colour = Annotated[str, typer.Option(metavar="#RRGGBB", help="help-colour", show_default=False)]
_Fonts = Annotated[Path | None, typer.Option(metavar="DIR", help="help-fonts", show_default=False)]
_WordTemplate = Annotated[Path | None, typer.Option(metavar="FILE", help="help-word-template", show_default=False)]


def render(
    context: typer.Context,
    paths: Paths = None,
    format: _Formats = "md,html,pdf,docx,odt",  # noqa: A002 - the option's name
    out: Out = Path("build"),
    today: Today = None,
    organisation: _Organisation = "",
    logo: _Logo = None,
    colour: _Colour = "",
    fonts: _Fonts = None,
    word_template: _WordTemplate = None,
    template_dir: TemplateDir = None,
    *,
    signature_fields: Annotated[bool, typer.Option("--signature-fields", help="help-signature-fields")] = False,
    collected: Annotated[bool, typer.Option("--collected", help="help-collected")] = False,
    poster: Annotated[Paper | None, typer.Option(help="help-poster", show_default=False)] = None,
    editable: Annotated[bool, typer.Option("--editable", help="help-editable")] = False,
    check_only: Annotated[bool, typer.Option("--check", help="help-render-check")] = False,
    force: Annotated[bool, typer.Option("--force", help="help-force")] = False,
) -> int:
    """Make finished documents of all that can be read whole, one file for each format; only what has changed."""
    from samverkan.render.look import LookOptions  # noqa: PLC0415 - heavy, and not every command's
    from samverkan.render.run.run import RenderOptions  # noqa: PLC0415

    if poster and collected:
        raise WrongUseError(sentence("poster-or-collected"))
    if editable and (poster or collected):
        raise WrongUseError(sentence("editable-alone"))
    look = LookOptions(organisation, logo, colour, fonts, word_template, template_dir)
    wanted = document_formats(format)
    if editable and wanted != (DocumentFormat.DOCX,):
        raise WrongUseError(sentence("editable-format"))
    asked = _Asked(tuple(given(paths)), wanted, look, signature_fields, collected, poster, editable)
    if is_standard_output(out) and not check_only:
        return _printed(asked, session_of(context), today)
    options = RenderOptions(folder_of(out), asked.wanted, "", check_only, force, root=root_of(context))
    return _rendered(asked, session_of(context), options, today)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to be made: all but the day and the folder."""

    paths: tuple[str, ...]
    wanted: tuple[DocumentFormat, ...]
    look: LookOptions
    signature_fields: bool
    collected: bool
    poster: Paper | None
    editable: bool

    @property
    def kind(self) -> Kind | None:
        """The one kind of document that is asked for; None for all."""
        if self.poster:
            return Kind.CITIZEN_PROMISE
        return Kind.AGREEMENT if self.collected else None


def _printed(asked: _Asked, session: Session, today: str | None) -> ExitCode:
    day = session.day(today)
    result = checked(asked.paths, day)
    renderings = [rendering for _, rendering in _renderings(result, day, asked)]
    _tell(result, renderings, asked, session)
    if renderings or not result.not_whole:  # else what is wrong is told already
        print_one(renderings, asked.wanted, session)
    return ending(result, is_failing=result.count(Severity.ERROR) > 0)


def _rendered(asked: _Asked, session: Session, options: RenderOptions, today: str | None) -> ExitCode:
    from samverkan.cli.run_telling import tell_event, told  # noqa: PLC0415 - heavy, and not every command's
    from samverkan.render.run.manifest import run_of  # noqa: PLC0415
    from samverkan.render.run.run import make, unchanged  # noqa: PLC0415

    day = session.day(today)
    asked_day = day.isoformat() if session.is_day_asked(today) else ""
    found = [files.read() for files in surroundings(asked.paths)]
    run = run_of(found, (current_folder(), "render", repr((asked, day, asked_day))))
    options = replace(options, day=asked_day, run=run, engines=session.engines(), kept=session.kept)
    if end := unchanged(options):
        tell_event(end, session.language)
        return ExitCode.CLEAN
    result = checked(asked.paths, day, found)
    renderings = _renderings(result, day, asked)
    _tell(result, [rendering for _, rendering in renderings], asked, session)
    code = ending(result, is_failing=result.count(Severity.ERROR) > 0)
    options = replace(options, run=_with_looks(run, renderings) if code is ExitCode.CLEAN else None)
    made = ending_of_run(told(make(renderings, options), session.language))
    # Other findings are not asked about; what cannot be read is worse than what is not up to date.
    return max(made, ending(result, needs_all=True)) if options.check_only else made or code


def _tell(result: CheckResult, renderings: Sequence[Rendering], asked: _Asked, session: Session) -> None:
    """Tell of errors, and of files beside the documents that are missing or not used."""
    from samverkan.cli.run_telling import (  # noqa: PLC0415 - heavy, and not every command's
        tell_errors,
        tell_of_annexes,
        tell_of_looks,
    )

    tell_errors(result, session.language)
    looks = ((rendering.look, rendering.workspace) for rendering in renderings)
    tell_of_looks(looks, asked.wanted, session.language)
    tell_of_annexes((rendering.document for rendering in renderings), session.language)


def _with_looks(run: Run | None, renderings: Sequence[tuple[str, Rendering]]) -> Run | None:
    """Add to what a run reads the files of the documents' looks."""
    beside = {path: None for _, rendering in renderings for path in rendering.look.sources}
    return replace(run, beside=tuple(beside)) if run else None


def _renderings(result: CheckResult, day: date, asked: _Asked) -> list[tuple[str, Rendering]]:
    """Give those to render with the names of their files: asked for, of the right kind and read whole."""
    from samverkan.render.look import look_of  # noqa: PLC0415 - heavy, and only when something has changed
    from samverkan.render.rendering import Rendering  # noqa: PLC0415

    errors = result.errors_of_form_and_law
    looks = [(workspace, look_of(workspace, asked.look)) for workspace in result.workspaces]

    def made(document: Document, workspace: Workspace, look: Look) -> tuple[str, Rendering]:
        same = (document, workspace, day, look, errors, asked.signature_fields)
        if asked.poster:
            from samverkan.render.run.poster import PosterRendering  # noqa: PLC0415 - as above

            return f"{document.id}-poster", PosterRendering(*same, paper=asked.poster)
        if asked.editable:
            from samverkan.editable.word import EditableRendering  # noqa: PLC0415 - as above
            from samverkan.render.run.manifest import WORKING_VERSION  # noqa: PLC0415

            return f"{document.id}{WORKING_VERSION}", EditableRendering(*same)
        if asked.collected:
            from samverkan.render.run.collected import CollectedRendering  # noqa: PLC0415 - as above

            return f"{document.id}-collected", CollectedRendering(*same)
        return document.id or "", Rendering(*same)

    return [
        made(document, workspace, look)
        for workspace, look in looks
        for document in workspace.documents
        if document.is_asked and document.is_whole and asked.kind in {None, document.kind}
    ]
