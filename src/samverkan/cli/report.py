"""`samverkan report`: what has become of goals and commitments over the years."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from samverkan.cli.ending import ending, ending_of_run, no_agreement
from samverkan.cli.options import Out, Paths, TemplateDir, Today, document_formats, given
from samverkan.cli.session import session_of
from samverkan.model.choices import Kind

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
    from samverkan.check import check  # noqa: PLC0415 - heavy, and not every command's
    from samverkan.cli.run_telling import tell_errors, told  # noqa: PLC0415
    from samverkan.render.look import LookOptions, look_of  # noqa: PLC0415
    from samverkan.render.run.report import ReportRendering  # noqa: PLC0415
    from samverkan.render.run.run import RenderOptions, make  # noqa: PLC0415

    session = session_of(context)
    wanted = document_formats(format)
    day = session.day(today)
    options = RenderOptions(out, wanted, day.isoformat(), engines=session.engines())
    result = check(given(paths), day)
    agreements = [
        (document, workspace)
        for workspace in result.workspaces
        for document in workspace.documents
        if document.kind == Kind.AGREEMENT and document.is_asked and document.is_whole
    ]
    tell_errors(result, session.language)
    if not agreements:
        raise no_agreement(given(paths))
    look = LookOptions(templates=template_dir)
    renderings = [(f"{d.id}-report", ReportRendering(d, w, day, look_of(w, look))) for d, w in agreements]
    return ending_of_run(told(make(renderings, options), session.language)) or ending(result)
