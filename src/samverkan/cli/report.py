"""`samverkan report`: what has become of goals and commitments over the years."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan.cli.ending import ending, ending_of_run, nothing_found, nothing_to_report
from samverkan.cli.options import Out, Paths, TemplateDir, Today, document_formats, given, root_of
from samverkan.cli.printing import is_standard_output, print_one
from samverkan.cli.session import session_of
from samverkan.model.choices import REVIEWED_KINDS

if TYPE_CHECKING:
    from samverkan.check import CheckResult
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_FORMATS = Annotated[str, typer.Option("--format", metavar="md,html,pdf", help="help-formats")]


def report(
    context: typer.Context,
    paths: Paths = None,
    format: _FORMATS = "md,html,pdf",  # noqa: A002 - the option's name
    out: Out = Path("build"),
    today: Today = None,
    template_dir: TemplateDir = None,
) -> int:
    """Write one report for each agreement, and for each plan or promise without one: what has become of it."""
    from samverkan.check import check  # noqa: PLC0415 - heavy, and not every command's
    from samverkan.cli.run_telling import tell_errors, tell_of_looks, told  # noqa: PLC0415
    from samverkan.render.look import LookOptions, look_of  # noqa: PLC0415
    from samverkan.render.run.report import ReportRendering  # noqa: PLC0415
    from samverkan.render.run.run import RenderOptions, make  # noqa: PLC0415

    session = session_of(context)
    wanted = document_formats(format)
    day = session.day(today)
    options = RenderOptions(
        out, wanted, day.isoformat(), engines=session.engines(), root=root_of(context), kept=session.kept
    )
    result = check(given(paths), day)
    roots = _reported(result)
    tell_errors(result, session.language)
    if not roots:
        return nothing_found(result, nothing_to_report(given(paths)))
    look = LookOptions(templates=template_dir)
    looks = {key: (look_of(around, look), around) for key, around in {id(w): w for _, w in roots}.items()}
    renderings = [(f"{d.id}-report", ReportRendering(d, w, day, looks[id(w)][0])) for d, w in roots]
    tell_of_looks(looks.values(), wanted, session.language)
    if is_standard_output(out):
        print_one([rendering for _, rendering in renderings], wanted, session)
        return ending(result, needs_all=True)
    return ending_of_run(told(make(renderings, options), session.language)) or ending(result, needs_all=True)


def _reported(result: CheckResult) -> list[tuple[Document, Workspace]]:
    """Give what gets a report of its own: each agreement, and each plan or promise without one."""
    return [
        (document, workspace)
        for workspace in result.workspaces
        for document in workspace.documents
        if document.kind in REVIEWED_KINDS and document.is_asked and document.is_whole
        if workspace.relations.agreement_of(document) in {None, document}
    ]
