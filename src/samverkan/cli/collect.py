"""`samverkan collect`: the answers of several forms in Excel, put into one follow-up."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan.cli.ending import checked
from samverkan.cli.new import reviewed
from samverkan.cli.options import Today, given
from samverkan.cli.session import current_folder, session_of
from samverkan.cli.telling import say_done, tell
from samverkan.errors import ExitCode, ReadWriteError, WrongUseError
from samverkan.escape import visible
from samverkan.output.standard_output import write_file
from samverkan.source.files import matching
from samverkan.source.folders import files_in
from samverkan.source.new_files import write_new
from samverkan.source.opening import UnreadableError, cannot_read, read_named
from samverkan.source.writing import write_whole
from samverkan.words.collecting import COLLECTING
from samverkan.words.lists import FirstOf
from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samverkan.cli.session import Session
    from samverkan.collecting.answers import Filled, Kept
    from samverkan.collecting.asked import Asked
    from samverkan.collecting.into import Into
    from samverkan.collecting.together import Collected
    from samverkan.drafts.follow_up import FollowUpDraft

_MOST_BYTES = 10_000_000
_Files = Annotated[list[str], typer.Argument(metavar="FILES", help="help-collect-files", show_default=False)]
_Into = Annotated[Path | None, typer.Option("--into", metavar="FILE", help="help-collect-into", show_default=False)]
_Documents = Annotated[
    list[str] | None, typer.Option("--documents", metavar="PATHS", help="help-collect-documents", show_default=False)
]


def collect(
    context: typer.Context,
    files: _Files,
    into: _Into = None,
    documents: _Documents = None,
    today: Today = None,
    *,
    force: Annotated[bool, typer.Option("--force", help="help-collect-force")] = False,
) -> int:
    """Put the answers of several forms into one follow-up, and tell what is double, missing or not as it was asked."""
    from samverkan.collecting.kept_in_file import kept_in_file  # noqa: PLC0415 - heavy, and not every command's
    from samverkan.collecting.together import missing_in  # noqa: PLC0415
    from samverkan.render.engines.settings import use  # noqa: PLC0415

    session = session_of(context)
    day = session.day(today)
    use(session.engines())
    forms = _forms(_named(files))
    kept = _one_round(forms)
    draft = _draft(_where(documents, into), kept, day, session)
    whole, now = _collected(forms, kept, draft)
    text = _text(draft, into, kept, (whole, forms))
    filling = _into(into, text, (whole, draft), force=force) if into is not None and into.exists() else None
    now += kept_in_file(into, filling.kept) if into is not None and filling is not None else []
    troubles = [*whole.troubles, *missing_in(whole, filling.answered if filling else ())]
    for said in (*whole.told, *troubles, *now):
        tell(said, session.language)
    _write(into, text, whole, filling, session)
    return ExitCode.FINDINGS if troubles or now else ExitCode.CLEAN


def _named(files: Sequence[str]) -> list[Path]:
    """Give the files that are meant: of a folder the workbooks in it, without those that a program keeps open.

    Raises:
        WrongUseError: a folder holds none.
    """
    found: list[Path] = []
    for name in (path for written in files for path in matching(written)):
        path = Path(name)
        if not path.is_dir():
            found.append(path)
            continue
        inside = [one for one in _listed(path) if _is_workbook(one)]
        if not inside:
            raise WrongUseError(COLLECTING["no-files"].with_fields(folder=visible(path.as_posix())))
        found += inside
    return list(dict.fromkeys(found))


def _listed(folder: Path) -> list[Path]:
    try:
        return files_in(folder)
    except UnreadableError as error:
        raise cannot_read(visible(folder.as_posix()), error) from None


def _is_workbook(path: Path) -> bool:
    """Tell whether a file is a workbook by its name, and not what Excel keeps beside one that is open."""
    return path.suffix.casefold() == ".xlsx" and not path.name.startswith(("~$", "."))


def _forms(paths: Sequence[Path]) -> list[Filled]:
    """Read the forms, all of them or none.

    Raises:
        ReadWriteError: one cannot be read.
        WrongUseError: one is no form.
    """
    from samverkan.collecting.answers import NoFormError, filled  # noqa: PLC0415 - heavy, and not every command's
    from samverkan.render.engines.workbooks import grids_of  # noqa: PLC0415
    from samverkan.spreadsheets.opening import grids_in, read_whole  # noqa: PLC0415

    unread: list[ReadWriteError] = []
    forms: list[Filled] = []
    for path in paths:
        try:
            forms.append(filled(visible(path.as_posix()), grids_in(path, read_whole(path), grids_of)))
        except ReadWriteError as error:
            unread.append(error)
        except NoFormError as error:
            raise WrongUseError(error.message) from None
    if unread:
        raise ReadWriteError(COLLECTING["unread"].with_fields(each=FirstOf(tuple(e.message for e in unread), " ")))
    return forms


def _one_round(forms: Sequence[Filled]) -> Kept:
    """Give what all the forms are of.

    Raises:
        WrongUseError: they are of different texts.
    """
    first = forms[0]
    for form in forms[1:]:
        if form.kept.documents != first.kept.documents:
            fields = {"file": form.file, "first": first.file, "of": visible(", ".join(form.kept.documents))}
            codes = visible(", ".join(form.kept.documents.values()))
            raise WrongUseError(COLLECTING["two-rounds"].with_fields(**fields, codes=codes))
    return first.kept


def _where(documents: list[str] | None, into: Path | None) -> list[str]:
    """Choose where the documents are: as named, else the current folder, or that of a follow-up outside it."""
    if documents or into is None or into.resolve().is_relative_to(current_folder()):
        return given(documents)
    return given([into.parent.as_posix()])


def _draft(paths: list[str], kept: Kept, day: date, session: Session) -> FollowUpDraft:
    from samverkan.drafts.follow_up import FollowUpDraft  # noqa: PLC0415 - heavy, and not every command's

    workspace, documents = reviewed(checked(paths, day), tuple(kept.documents))
    return FollowUpDraft(documents, workspace, day, session.language)


def _collected(forms: Sequence[Filled], kept: Kept, draft: FollowUpDraft) -> tuple[Collected, list[Text]]:
    """Put the answers together, and say what has become otherwise since the forms were made."""
    from samverkan.collecting.asked import kept_only, round_of  # noqa: PLC0415 - as above
    from samverkan.collecting.together import collected  # noqa: PLC0415

    now = round_of(draft)
    told = [
        COLLECTING["text-changed"].with_fields(document=visible(name), then=visible(code), now=now.documents[name])
        for name, code in kept.documents.items()
        if code != now.documents.get(name)
    ]
    known = {one.key for one in now.asked}
    items = {key: what for form in forms for key, what in form.kept.items.items()}
    gone: list[Asked] = [kept_only(key, what) for key, what in items.items() if key not in known]
    whole = collected(forms, now.asked, gone, draft.notes)
    for one in whole.each:
        if one.is_gone:
            fields = {"document": visible(", ".join(kept.documents)), "label": visible(one.asked.label)}
            told.append(COLLECTING["gone"].with_fields(**fields))
    return whole, told


def _text(draft: FollowUpDraft, into: Path | None, kept: Kept, found: tuple[Collected, Sequence[Filled]]) -> str:
    from samverkan.collecting.written import follow_up  # noqa: PLC0415 - as above
    from samverkan.model.base import ID_PATTERN  # noqa: PLC0415

    whole, forms = found
    stem = into.stem if into is not None else ""
    there = draft.workspace.by_id.get(stem)
    is_own = there is None or (there.path is not None and into is not None and there.path.resolve() == into.resolve())
    name = stem if re.fullmatch(ID_PATTERN, stem) and is_own else draft.id
    return follow_up(draft, name, (kept.documents, kept.period), whole.each, [form.file for form in forms])


def _into(path: Path, text: str, found: tuple[Collected, FollowUpDraft], *, force: bool) -> Into | None:
    """Put the answers into a follow-up that there is; None for a file that is to be replaced.

    Raises:
        ReadWriteError: the file cannot be read.
        WrongUseError: it is another file, or one that cannot be changed so that all else in it is kept.
    """
    from samverkan.collecting.into import NotKeptError, filled_in, is_same_round  # noqa: PLC0415 - as above

    old = read_named(path, _MOST_BYTES).decode("utf-8", "replace")
    whole, draft = found
    try:
        if is_same_round(old, text):
            return filled_in(old, whole.each, draft, replaces=force)
    except NotKeptError:
        if not force:
            raise WrongUseError(COLLECTING["not-kept"].with_fields(path=visible(path.as_posix()))) from None
    if not force:
        raise WrongUseError(COLLECTING["exists"].with_fields(path=visible(path.as_posix())))
    return None


def _write(into: Path | None, text: str, whole: Collected, filling: Into | None, session: Session) -> None:
    if into is None:
        from samverkan.formatting.printed import printed  # noqa: PLC0415 - as above

        write_file(printed(text))
        return
    path = visible(into.as_posix())
    if filling is not None:
        if filling.filled:
            write_whole(into, filling.text.encode())
        key = "filled-in" if filling.filled else "nothing-new"
        say_done(COLLECTING[key].with_fields(path=path, count=filling.filled).say(session.language))
        return
    if into.exists():
        write_whole(into, text.encode())
        say_done(COLLECTING["replaced"].with_fields(path=path).say(session.language))
    elif into.is_symlink():  # which leads nowhere
        raise WrongUseError(COLLECTING["exists"].with_fields(path=path))
    else:
        write_new({into: text.encode()})
    answered = sum(one.is_answered for one in whole.each)
    said = COLLECTING["written"].with_fields(path=path, answered=answered, all=len(whole.each))
    say_done(said.say(session.language))
