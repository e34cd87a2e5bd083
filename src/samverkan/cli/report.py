"""`samverkan report`: what has become of goals and commitments over the years."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from samverkan.cli.making import RenderOptions, formats, make, show_errors
from samverkan.cli.options import Paths, Today, given
from samverkan.cli.render import Out, TemplateDir
from samverkan.cli.session import Session, chosen_day
from samverkan.cli.validate import exit_code
from samverkan.errors import ExitCode, NothingToCheckError
from samverkan.model.choices import Kind
from samverkan.words.commands import sentence

_FORMATS = Annotated[str, typer.Option("--format", metavar="md,html,pdf", help="help-formats")]


def report(
    context: typer.Context,
    paths: Paths = None,
    format: _FORMATS = "md,html,pdf",  # noqa: A002 - the option's name
    out: Out = Path("build"),
    today: Today = None,
    template_dir: TemplateDir = None,
) -> int:
    """Write one report for each agreement: every goal with its figures, every commitment done or not."""
    from samverkan.check import check  # noqa: PLC0415 - heavy, and only this command's
    from samverkan.render.look import LookOptions, look_of  # noqa: PLC0415
    from samverkan.render.run.report import ReportRendering  # noqa: PLC0415

    session = context.find_object(Session) or Session("en")
    wanted = formats(format)
    day = chosen_day(today)
    result = check(given(paths), day)
    agreements = [
        (document, workspace)
        for workspace in result.workspaces
        for document in workspace.documents
        if document.kind == Kind.AGREEMENT and document.is_asked and document.is_whole
    ]
    show_errors(result, session)
    if not agreements:
        raise NothingToCheckError(sentence("no-agreement", paths=", ".join(given(paths))))
    options = LookOptions(templates=template_dir)
    renderings = [(f"{d.id}-report", ReportRendering(d, w, day, look_of(w, options))) for d, w in agreements]
    code = make(renderings, RenderOptions(out, wanted, day.isoformat()), session) or exit_code(result)
    return ExitCode.CLEAN if code is ExitCode.FINDINGS else code
