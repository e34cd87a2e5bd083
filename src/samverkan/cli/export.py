"""`samverkan export`: what documents hold, as tables for spreadsheets and programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan.cli.completion import tables
from samverkan.cli.ending import checked, ending
from samverkan.cli.options import Paths, Today, given, root_of
from samverkan.cli.printing import folder_said, is_standard_output
from samverkan.cli.session import current_folder, session_of
from samverkan.cli.telling import say_done, tell, tell_unreadable
from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.export.formats import PRINTED, ExportFormat
from samverkan.output.standard_output import write_file
from samverkan.words.export import EXPORT
from samverkan.words.export_tables import TABLES
from samverkan.words.lists import FirstOf
from samverkan.words.output import report

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkan.check import CheckResult
    from samverkan.cli.session import Session
    from samverkan.workspace.document import Document

_Table = Annotated[
    str, typer.Option("--table", metavar="NAME", help="help-table", show_default=False, autocompletion=tables)
]


def export(
    context: typer.Context,
    paths: Paths = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="help-export-out", show_default=False)] = None,
    format: Annotated[ExportFormat, typer.Option(help="help-export-format")] = ExportFormat.CSV,  # noqa: A002
    table: _Table = "",
    today: Today = None,
    *,
    force: Annotated[bool, typer.Option("--force", help="help-export-force")] = False,
) -> int:
    """Write goals, measures, outcomes, duties and more of every document as tables, the same for one or for many."""
    from samverkan.export.formats import made  # noqa: PLC0415 - heavy, and not every command's
    from samverkan.export.origin import Exported  # noqa: PLC0415
    from samverkan.export.tables import TABLES as EVERY  # noqa: PLC0415

    _refuse_unknown(table)
    is_printed = _is_printed(out, format, table)
    session = session_of(context)
    day = session.day(today)
    result = checked(given(paths), day)
    exported = Exported(result.workspaces, day, session.language, current_folder())
    found = made(format, [one for one in EVERY if table in {"", one.name}], exported)
    _tell_left_out(result, session)
    for text in found.told:
        tell(text, session.language)
    if is_printed:
        write_file(next(iter(found.files.values())))
    else:
        _write(out or Path("build"), found.files, session, root_of(context), force=force)
    return ending(result, needs_all=True)


def _refuse_unknown(table: str) -> None:
    if table and table not in TABLES:
        raise WrongUseError(EXPORT["unknown-table"].with_fields(value=visible(table), known=", ".join(TABLES)))


def _is_printed(out: Path | None, form: ExportFormat, table: str) -> bool:
    """Tell whether a table goes to the standard output: one that is asked for alone, without a folder.

    Raises:
        WrongUseError: what is asked for there is no text, or several tables.
    """
    if not (is_standard_output(out) or (table and out is None)):
        return False
    if form not in PRINTED:
        raise WrongUseError(EXPORT["needs-folder"].with_fields(format=form.value))
    if not table:
        raise WrongUseError(EXPORT["needs-table"])
    return True


def _tell_left_out(result: CheckResult, session: Session) -> None:
    """Name the files that could not be read, and those that could only in part."""
    tell_unreadable(result, session.language)
    for key, files in (("left-out", _left_out(result)), ("partly", _read_in_part(result))):
        if files:
            names = FirstOf(tuple(map(visible, files)))
            tell(EXPORT[key].with_fields(files=names), session.language)


def _left_out(result: CheckResult) -> list[str]:
    """Name the files that hold no document that could be read."""
    found = [finding.file for workspace in result.workspaces for finding in workspace.findings]
    documents = _asked(result)
    read = {document.file for document in documents}
    lost = [document.file for document in documents if document.model is None]
    return list(dict.fromkeys([*(file for file in found if file not in read), *lost]))


def _read_in_part(result: CheckResult) -> list[str]:
    return [one.file for one in _asked(result) if one.model is not None and not one.is_whole]


def _asked(result: CheckResult) -> list[Document]:
    return [one for workspace in result.workspaces for one in workspace.documents if one.is_asked]


def _write(out: Path, files: Mapping[str, bytes], session: Session, root: Path | None, *, force: bool) -> None:
    """Write the files to a folder, and tell of each."""
    from samverkan.export.folder import write  # noqa: PLC0415 - as above
    from samverkan.render.run.seal import own_seal  # noqa: PLC0415

    for path in write(out, files, own_seal(session.kept, make=True), root=root, force=force):
        say_done(visible(path.as_posix()))
    key = "rendered-one" if len(files) == 1 else "rendered-summary"
    say_done(report(key, files=len(files), folder=folder_said(out)).say(session.language))
