"""`samverkan render`: make finished documents."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan.cli.environment import Session, chosen_day, is_day_asked
from samverkan.cli.making import Making, formats, make, show_errors
from samverkan.cli.options import Paths, Today, given
from samverkan.cli.validate import exit_code
from samverkan.errors import ExitCode, NothingToCheckError
from samverkan.findings import Severity
from samverkan.messages.commands import sentence
from samverkan.model.choices import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.check import Result
    from samverkan.render.look import Look
    from samverkan.workspace import Document, Workspace

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
    from samverkan.check import check  # noqa: PLC0415 - heavy, and only this command's
    from samverkan.render.collected import CollectedRendering  # noqa: PLC0415
    from samverkan.render.formats import Rendering  # noqa: PLC0415
    from samverkan.render.look import Options, look_of  # noqa: PLC0415

    session = context.find_object(Session) or Session("en")
    wanted = formats(format)
    day = chosen_day(today)
    options = Options(organisation, logo, colour, fonts, word_template, template_dir)
    result = check(given(paths), day)
    if not result.files:
        raise NothingToCheckError(sentence("nothing-to-check", paths=", ".join(given(paths))))
    looks = {id(workspace): look_of(workspace, options) for workspace in result.workspaces}
    show_errors(result, session)
    errors = Counter(finding.file for finding in result.findings if finding.severity is Severity.ERROR)
    kind = CollectedRendering if collected else Rendering
    renderings = [
        (
            f"{document.id}-collected" if collected else document.id or "",
            kind(document, workspace, day, look, errors, signature_fields),
        )
        for document, workspace, look in _chosen(result, looks, collected=collected)
    ]
    making = Making(out, wanted, day.isoformat() if is_day_asked(today) else "", check_only, force)
    return make(renderings, making, session) or _code(exit_code(result), check_only=check_only)


def _chosen(result: Result, looks: dict[int, Look], *, collected: bool) -> Iterator[tuple[Document, Workspace, Look]]:
    """Give the documents to render: those that were asked for and could be read whole; collected, only agreements."""
    for workspace in result.workspaces:
        for document in workspace.documents:
            if document.is_asked and document.is_whole and (not collected or document.kind == Kind.AGREEMENT):
                yield document, workspace, looks[id(workspace)]


def _code(code: ExitCode, *, check_only: bool) -> ExitCode:
    """Give the exit code of a run that went well; findings are not what --check asks about."""
    return ExitCode.CLEAN if check_only and code is ExitCode.FINDINGS else code
