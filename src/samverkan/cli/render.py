"""`samverkan render`: make finished documents."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan.cli.making import RenderOptions, formats, is_unchanged, make, show_errors, show_lacking_styles
from samverkan.cli.options import Paths, Today, given
from samverkan.cli.session import Session, chosen_day, is_day_asked
from samverkan.cli.validate import exit_code
from samverkan.errors import ExitCode, NothingToCheckError
from samverkan.findings import Severity
from samverkan.model.choices import Kind
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from samverkan.check import CheckResult
    from samverkan.render.look import Look, LookOptions
    from samverkan.render.rendering import Rendering
    from samverkan.render.run.manifest import Run
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

Formats = Annotated[str, typer.Option("--format", metavar="md,html,pdf,docx,odt", help="help-formats")]
Out = Annotated[Path, typer.Option(metavar="DIR", help="help-render-out")]
Organisation = Annotated[str, typer.Option(metavar="NAME", help="help-organisation", show_default=False)]
Logo = Annotated[Path | None, typer.Option(metavar="FILE", help="help-logo", show_default=False)]
Colour = Annotated[str, typer.Option(metavar="#RRGGBB", help="help-colour", show_default=False)]
Fonts = Annotated[Path | None, typer.Option(metavar="DIR", help="help-fonts", show_default=False)]
WordTemplate = Annotated[Path | None, typer.Option(metavar="FILE", help="help-word-template", show_default=False)]
TemplateDir = Annotated[Path | None, typer.Option(metavar="DIR", help="help-template-dir", show_default=False)]


def render(
    context: typer.Context,
    paths: Paths = None,
    format: Formats = "md,html,pdf,docx,odt",  # noqa: A002 - the option's name
    out: Out = Path("build"),
    today: Today = None,
    organisation: Organisation = "",
    logo: Logo = None,
    colour: Colour = "",
    fonts: Fonts = None,
    word_template: WordTemplate = None,
    template_dir: TemplateDir = None,
    *,
    signature_fields: Annotated[bool, typer.Option("--signature-fields", help="help-signature-fields")] = False,
    collected: Annotated[bool, typer.Option("--collected", help="help-collected")] = False,
    check_only: Annotated[bool, typer.Option("--check", help="help-render-check")] = False,
    force: Annotated[bool, typer.Option("--force", help="help-force")] = False,
) -> int:
    """Make finished documents of all that can be read whole, one file for each format; only what has changed."""
    from samverkan.render.formats.document_format import DocumentFormat  # noqa: PLC0415
    from samverkan.render.look import WORD_REFERENCE, LookOptions  # noqa: PLC0415 - only this command's
    from samverkan.render.run.manifest import run_of  # noqa: PLC0415

    session = context.find_object(Session) or Session("en")
    day = chosen_day(today)
    asked_day = day.isoformat() if is_day_asked(today) else ""
    look = LookOptions(organisation, logo, colour, fonts, word_template, template_dir)
    request = ("render", format, day.isoformat(), asked_day, repr(look), repr((signature_fields, collected)))
    making = RenderOptions(out, formats(format), asked_day, check_only, force, run_of(given(paths), request))
    if is_unchanged(making, session):
        return ExitCode.CLEAN
    result, renderings = _renderings(given(paths), day, look, signature_fields=signature_fields, collected=collected)
    show_errors(result, session)
    if DocumentFormat.DOCX in making.wanted:
        show_lacking_styles({rendering.look.reference(WORD_REFERENCE) for _, rendering in renderings}, session)
    code = exit_code(result)
    making = replace(making, run=_with_looks(making.run, renderings) if code is ExitCode.CLEAN else None)
    return make(renderings, making, session) or _code(code, check_only=check_only)


def _with_looks(run: Run | None, renderings: Sequence[tuple[str, Rendering]]) -> Run | None:
    """Add to what a run reads the files of the documents' looks."""
    beside = {path: None for _, rendering in renderings for path in rendering.look.sources}
    return replace(run, beside=tuple(beside)) if run else None


def _renderings(
    paths: Sequence[str], day: date, options: LookOptions, *, signature_fields: bool, collected: bool
) -> tuple[CheckResult, list[tuple[str, Rendering]]]:
    """Check the documents, and give those to render with the names of their files."""
    from samverkan.check import check  # noqa: PLC0415 - heavy, and only when something has changed
    from samverkan.render.look import look_of  # noqa: PLC0415
    from samverkan.render.rendering import Rendering  # noqa: PLC0415
    from samverkan.render.run.collected import CollectedRendering  # noqa: PLC0415

    result = check(paths, day)
    if not result.files:
        raise NothingToCheckError(sentence("nothing-to-check", paths=", ".join(paths)))
    looks = {id(workspace): look_of(workspace, options) for workspace in result.workspaces}
    errors = Counter(finding.file for finding in result.findings if finding.severity is Severity.ERROR)
    kind, ending = (CollectedRendering, "-collected") if collected else (Rendering, "")
    return result, [
        (f"{document.id}{ending}", kind(document, workspace, day, look, errors, signature_fields))
        for document, workspace, look in _chosen(result, looks, collected=collected)
    ]


def _chosen(
    result: CheckResult, looks: dict[int, Look], *, collected: bool
) -> Iterator[tuple[Document, Workspace, Look]]:
    """Give the documents to render: those that were asked for and could be read whole; collected, only agreements."""
    for workspace in result.workspaces:
        for document in workspace.documents:
            if document.is_asked and document.is_whole and (not collected or document.kind == Kind.AGREEMENT):
                yield document, workspace, looks[id(workspace)]


def _code(code: ExitCode, *, check_only: bool) -> ExitCode:
    """Give the exit code of a run that went well; findings are not what --check asks about."""
    return ExitCode.CLEAN if check_only and code is ExitCode.FINDINGS else code
