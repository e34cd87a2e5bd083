"""`samverkan render`: make finished documents."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan.cli.environment import Session, chosen_day
from samverkan.cli.options import Paths, Today, given
from samverkan.cli.validate import exit_code
from samverkan.errors import ExitCode, NothingToCheckError, SamverkanError, WrongUseError
from samverkan.findings import Severity
from samverkan.messages.commands import sentence
from samverkan.messages.reports import report
from samverkan.source.writing import write_whole
from samverkan.text import visible

if TYPE_CHECKING:
    from samverkan.check import Result

Formats = Annotated[str, typer.Option("--format", metavar="md,html,pdf,docx", help="help-formats")]
Out = Annotated[Path, typer.Option(metavar="DIR", help="help-render-out")]
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{name}{i}" for name in ("com", "lpt") for i in range(1, 10))})


def render(
    context: typer.Context,
    paths: Paths = None,
    format: Formats = "md,html,pdf,docx",  # noqa: A002 - the option's name
    out: Out = Path("build"),
    today: Today = None,
) -> int:
    """Make finished documents of all that can be read whole, one file for each format."""
    from samverkan.check import check  # noqa: PLC0415 - heavy, and only this command's
    from samverkan.render.formats import RENDERED, DocumentFormat, Rendering  # noqa: PLC0415

    session = context.find_object(Session) or Session("en")
    wanted = _formats(format, [form.value for form in DocumentFormat])
    day = chosen_day(today)
    result = check(given(paths), day)
    if not result.files:
        raise NothingToCheckError(sentence("nothing-to-check", paths=", ".join(given(paths))))
    _show_errors(result, session)
    documents = [(d, w) for w in result.workspaces for d in w.documents if d.is_asked and d.is_whole]
    written, failed = 0, ExitCode.CLEAN
    for document, workspace in documents:
        if document.kind not in RENDERED:
            words = sentence("kind-not-rendered", file=document.file, kind=document.kind or "")
            sys.stderr.write(words.say(session.language) + "\n")
            continue
        titles = {d.id: d.model.title for d in workspace.documents if d.id and d.model}
        rendering = Rendering(document, titles, day)
        for form in wanted:
            path = out / f"{_file_name(document.id or '')}.{form}"
            try:
                write_whole(path, rendering.to(DocumentFormat(form)))
            except SamverkanError as error:
                failed = error.exit_code
                sys.stderr.write(visible(f"{path}: {error.message.say(session.language)}") + "\n")
                continue
            written += 1
            typer.echo(visible(path.as_posix()))
    typer.echo(report("rendered-summary", files=written, folder=visible(out.as_posix())).say(session.language))
    return failed or exit_code(result)


def _formats(asked: str, known: list[str]) -> list[str]:
    wanted = [name.strip().casefold() for name in asked.split(",") if name.strip()]
    unknown = [name for name in wanted if name not in known]
    if unknown or not wanted:
        raise WrongUseError(sentence("unknown-format", value=visible(", ".join(unknown)), known=", ".join(known)))
    return list(dict.fromkeys(wanted))


def _file_name(document_id: str) -> str:
    """Give the name of a document's files; the few names that Windows keeps for itself get an underscore."""
    return f"{document_id}_" if document_id in _RESERVED else document_id


def _show_errors(result: Result, session: Session) -> None:
    if result.count(Severity.ERROR):
        sys.stderr.write(sentence("render-incomplete", count=result.count(Severity.ERROR)).say(session.language) + "\n")
