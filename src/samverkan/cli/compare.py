"""`samverkan compare`: what differs between two versions of a document, by meaning."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan.cli.ending import ending_of_run
from samverkan.cli.options import TemplateDir, Today, root_of
from samverkan.cli.printing import is_standard_output, print_page
from samverkan.cli.session import session_of
from samverkan.cli.telling import tell
from samverkan.errors import ExitCode, WrongUseError
from samverkan.output.comparison.formats import WRITERS, CompareFormat
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.words.comparing import say_of

if TYPE_CHECKING:
    from datetime import date

    from samverkan.cli.session import Session
    from samverkan.comparing.comparison import Comparison
    from samverkan.comparing.saying import Version
    from samverkan.render.run.comparison import ComparisonRendering

_TWO = 2
_MADE_IN_A_FOLDER = frozenset({CompareFormat.PDF, CompareFormat.DOCX})
_Versions = Annotated[list[str] | None, typer.Argument(metavar="A [B]", help="help-versions", show_default=False)]
_Since = Annotated[str, typer.Option(metavar="REVISION", help="help-since", show_default=False)]
_CompareOut = Annotated[Path | None, typer.Option(metavar="DIR", help="help-law-out", show_default=False)]


def compare(
    context: typer.Context,
    versions: _Versions = None,
    since: _Since = "",
    format: Annotated[CompareFormat, typer.Option(help="help-compare-format")] = CompareFormat.TEXT,  # noqa: A002
    board: Annotated[bool, typer.Option("--board", help="help-board")] = False,  # noqa: FBT002
    check: Annotated[bool, typer.Option("--check", help="help-compare-check")] = False,  # noqa: FBT002
    out: _CompareOut = None,
    today: Today = None,
    template_dir: TemplateDir = None,
) -> int:
    """Tell what differs between two versions of a document: files, or files in git."""
    from samverkan.comparing.comparison import compared  # noqa: PLC0415 - heavy, and not every command's

    session = session_of(context)
    before, after = _read(versions or [], since, session)
    found = compared(before, after)
    if found.are_strangers:
        names = {"before": before.name, "after": after.name}
        ids = {"one": before.document.id or "–", "other": after.document.id or "–"}
        tell(say_of("other-document").with_fields(**names, **ids), session.language)
    if format in WRITERS:
        WRITERS[format](found, session.language, is_by_weight=board)
    else:
        page = _page(found, session, day=session.day(today), folder=template_dir, is_for_board=board)
        if failed := _written(page, format, session, out, root_of(context)):
            return failed
    return ExitCode.FINDINGS if check and any(not one.weight.is_form for one in found.found) else ExitCode.CLEAN


def _read(versions: list[str], since: str, session: Session) -> tuple[Version, Version]:
    """Read the versions that are asked for.

    Raises:
        WrongUseError: it is not plain which two are meant; see also `two_versions`.
    """
    from samverkan.comparing import versions as reading  # noqa: PLC0415 - heavy, and not every command's

    if since and len(versions) == 1:
        return reading.since(versions[0], since, session.environment)
    if len(versions) != _TWO or since:
        raise WrongUseError(say_of("since-and-two" if since and versions else "two-versions"))
    return reading.two_versions((versions[0], versions[1]), session.environment)


def _page(
    found: Comparison, session: Session, *, day: date, folder: Path | None, is_for_board: bool
) -> ComparisonRendering:
    """Prepare the page, or the Word file, in the look of the later version's workspace."""
    from samverkan.render.look import LookOptions, look_of  # noqa: PLC0415 - as above
    from samverkan.render.run.comparison import ComparisonRendering  # noqa: PLC0415

    after = found.after
    look = look_of(after.workspace, LookOptions(templates=folder))
    return ComparisonRendering(
        after.document, after.workspace, day, look, found=found, language=session.language, is_for_board=is_for_board
    )


def _written(
    page: ComparisonRendering,
    form: CompareFormat,
    session: Session,
    out: Path | None,
    root: Path | None,
) -> ExitCode:
    """Write the page to a folder, or to the standard output where none is named."""
    from samverkan.cli.run_telling import told  # noqa: PLC0415 - as above
    from samverkan.render.run.run import RenderOptions, make  # noqa: PLC0415

    wanted = DocumentFormat(form.value)
    folder = Path("build") if out is None and form in _MADE_IN_A_FOLDER else out
    if folder is None or is_standard_output(folder):
        print_page(page, wanted, session)
        return ExitCode.CLEAN
    options = RenderOptions(
        folder, (wanted,), page.day.isoformat(), engines=session.engines(), root=root, kept=session.kept
    )
    name = f"{page.document.id}-{page.name}"
    return ending_of_run(told(make([(name, page)], options), session.language))
