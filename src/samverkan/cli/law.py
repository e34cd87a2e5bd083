"""`samverkan law`: what the documents show of each municipality's duties by law."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan.cli.completion import municipality_codes
from samverkan.cli.ending import checked, ending, ending_of_run, nothing_found
from samverkan.cli.kept_output import printed_again
from samverkan.cli.one_by_one import checked_one_by_one
from samverkan.cli.options import Paths, TemplateDir, Today, given, root_of
from samverkan.cli.printing import is_standard_output, print_page
from samverkan.cli.session import session_of
from samverkan.cli.telling import tell_left_out
from samverkan.errors import ExitCode, WrongUseError
from samverkan.escape import visible
from samverkan.guess import did_you_mean
from samverkan.municipalities import present_code
from samverkan.output.law.formats import WRITERS, LawFormat
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.words.commands import sentence
from samverkan.words.lists import FirstOf

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samverkan.check import CheckResult
    from samverkan.cli.one_by_one import Noted
    from samverkan.cli.session import Session
    from samverkan.law.answers import MunicipalAnswers
    from samverkan.render.run.law import LawRendering
    from samverkan.source.workspace_files import Surroundings
    from samverkan.told import Told
    from samverkan.workspace.workspace import Workspace

_Municipality = Annotated[
    str, typer.Option(metavar="CODE", help="help-municipality", show_default=False, autocompletion=municipality_codes)
]
_LawOut = Annotated[Path | None, typer.Option(metavar="DIR", help="help-law-out", show_default=False)]


def law(
    context: typer.Context,
    paths: Paths = None,
    municipality: _Municipality = "",
    format: Annotated[LawFormat, typer.Option(help="help-law-format")] = LawFormat.TEXT,  # noqa: A002
    out: _LawOut = None,
    today: Today = None,
    template_dir: TemplateDir = None,
    *,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="help-no-cache-output")] = False,
) -> int:
    """Show paragraph by paragraph what the documents show of each municipality's duties, and what to do next."""
    session = session_of(context)
    day = session.day(today)

    noted: Noted = {}

    def show(files: Sequence[Surroundings] | None = None) -> int:
        result: Told
        workspace: Workspace | None = None
        if format in WRITERS:
            result, parts = checked_one_by_one(given(paths), day, files, partial(_answers, day=day), noted)
            every = [one for part in parts for one in part]
        else:
            from samverkan.law.answers import all_answers  # noqa: PLC0415 - heavy, and not needed where all is known

            whole = checked(given(paths), day, files)
            result, workspace = whole, whole.workspaces[0]
            every = all_answers(whole.workspaces, day)
        tell_left_out(result, session.language)
        found = _chosen(every, municipality)
        if not found:
            return nothing_found(result, sentence("no-municipality", paths=", ".join(given(paths))))
        if workspace is None:
            WRITERS[format](found, day, session.language)
        else:
            folder = Path("build") if format is LawFormat.PDF and out is None else out
            page = _page(workspace, found, session, day, template_dir, folder)
            if failed := _written(page, DocumentFormat(format.value), session, folder, root_of(context)):
                return failed
        return ending(result, needs_all=format is not LawFormat.TEXT)

    if no_cache or format not in WRITERS:  # a page depends on its template and its look
        return show()
    return printed_again(context, given(paths), day, show, noted)


def _answers(result: CheckResult, day: date) -> list[MunicipalAnswers]:
    """Answer for the municipalities of a workspace."""
    from samverkan.law.answers import all_answers, without_documents  # noqa: PLC0415 - as above
    from samverkan.workspace.left import LettingGo  # noqa: PLC0415

    return without_documents(all_answers(result.workspaces, day), LettingGo(has_lines=True))


def _page(
    workspace: Workspace,
    found: Sequence[MunicipalAnswers],
    session: Session,
    day: date,
    template_dir: Path | None,
    folder: Path | None,
) -> LawRendering:
    """Prepare the page, in the look of the first workspace."""
    from samverkan.render.look import LookOptions, look_of  # noqa: PLC0415 - as above
    from samverkan.render.run.law import LawRendering  # noqa: PLC0415

    look = look_of(workspace, LookOptions(templates=template_dir))
    place = folder.as_posix() if folder and not is_standard_output(folder) else "."
    kept = tuple(found)
    return LawRendering(kept[0].document, workspace, day, look, found=kept, language=session.language, folder=place)


def _written(
    page: LawRendering, wanted: DocumentFormat, session: Session, folder: Path | None, root: Path | None
) -> ExitCode:
    """Write the page to a folder, or to the standard output where none is named."""
    from samverkan.cli.run_telling import told  # noqa: PLC0415 - as above
    from samverkan.render.run.run import RenderOptions, make  # noqa: PLC0415

    if folder is None or is_standard_output(folder):
        print_page(page, wanted, session)
        return ExitCode.CLEAN
    options = RenderOptions(
        folder, (wanted,), page.day.isoformat(), engines=session.engines(), root=root, kept=session.kept
    )
    name = f"law-{page.found[0].municipality.key}" if len(page.found) == 1 else "law"
    return ending_of_run(told(make([(name, page)], options), session.language))


def _chosen(found: Sequence[MunicipalAnswers], code: str) -> list[MunicipalAnswers]:
    """Give the municipality with a code, or all.

    Raises:
        WrongUseError: the documents name no municipality with that code.
    """
    chosen = [one for one in found if not code or one.municipality.code == present_code(code)]
    if found and not chosen:
        known = [(one.municipality.code, one.municipality.name) for one in found if one.municipality.code]
        listed = FirstOf(tuple(visible(f"{known_code} {name}") for known_code, name in known) or ("–",))
        guess = did_you_mean(code, known)
        raise WrongUseError(sentence("unknown-municipality", value=visible(code), known=listed, guess=guess))
    return chosen
