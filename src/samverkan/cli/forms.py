"""What `samverkan new follow-up --xlsx` writes: one form, or one for each who is responsible."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.cli.printing import is_standard_output
from samverkan.cli.telling import say_done, tell
from samverkan.drafts.follow_up import FollowUpDraft
from samverkan.errors import ExitCode, ReadWriteError, WrongUseError
from samverkan.escape import visible
from samverkan.source.making import stem_of
from samverkan.source.new_files import write_new
from samverkan.words.collecting import COLLECTING, NOBODY, OF_FORM
from samverkan.words.lists import FirstOf
from samverkan.words.spreadsheets import NO_EXTRA

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samverkan.check import CheckResult
    from samverkan.cli.session import Session
    from samverkan.collecting.asked import Asked, Round

_MOST_LETTERS = 60


def write_forms(
    result: CheckResult | None,
    asked: Sequence[str],
    surroundings: tuple[Session, date, Path | None],
    *,
    by_responsible: bool,
) -> int:
    """Write the form of a follow-up, or those of each who is responsible.

    Args:
        result: the documents; None where another kind than a follow-up was asked for.
        asked: the ids of what is reviewed.
        surroundings: the session, the day, and where to write.
        by_responsible: whether each who is responsible gets a file.

    Raises:
        WrongUseError: it is no follow-up, there is nothing to answer for, or a file is there already.
        ReadWriteError: the library for workbooks is not installed, or a file cannot be written.
    """
    from samverkan.cli.new import reviewed  # noqa: PLC0415 - it asks for this module itself
    from samverkan.collecting.asked import round_of  # noqa: PLC0415 - heavy, and only for forms

    session, day, out = surroundings
    if result is None:
        raise WrongUseError(COLLECTING["only-follow-up"].with_fields(id=visible(", ".join(asked)) or "ID"))
    if is_standard_output(out):
        raise WrongUseError(COLLECTING["form-is-no-text"])
    workspace, documents = reviewed(result, asked)
    draft = FollowUpDraft(documents, workspace, day, session.language)
    whole = round_of(draft)
    if not whole.asked:
        raise WrongUseError(COLLECTING["nothing-to-ask"].with_fields(ids=visible(", ".join(asked))))
    folder = (documents[0].path or Path()).parent
    if by_responsible:
        files = _of_each(whole, out or folder / draft.id, draft)
    else:
        files = {out or folder / f"{draft.id}.xlsx": (whole.title, whole.asked)}
    write_new(_made(whole, files, draft))
    _tell(whole, files, draft, session)
    return ExitCode.CLEAN


def _of_each(whole: Round, folder: Path, draft: FollowUpDraft) -> dict[Path, tuple[str, tuple[Asked, ...]]]:
    """Share out the rows: to each who is responsible all that they answer for, with others or alone."""
    shares: dict[str, list[Asked]] = {}
    for one in whole.asked:
        for name in one.responsible or ("",):
            shares.setdefault(name, []).append(one)
    files: dict[Path, tuple[str, tuple[Asked, ...]]] = {}
    for name, rows in shares.items():
        path = _free(folder, name or NOBODY.say(draft.notes), files)
        title = OF_FORM.with_fields(title=whole.title, responsible=name).say(draft.notes) if name else whole.title
        files[path] = (title, tuple(rows))
    return files


def _free(folder: Path, name: str, taken: dict[Path, tuple[str, tuple[Asked, ...]]]) -> Path:
    stem = re.sub(r"[^a-zåäö0-9]+", "-", name.casefold()).strip("-")[:_MOST_LETTERS].strip("-") or "svar"
    stem = stem_of(stem)
    path, number = folder / f"{stem}.xlsx", 1
    while path in taken:
        number += 1
        path = folder / f"{stem}-{number}.xlsx"
    return path


def _made(whole: Round, files: dict[Path, tuple[str, tuple[Asked, ...]]], draft: FollowUpDraft) -> dict[Path, bytes]:
    try:
        from samverkan.collecting.form import form  # noqa: PLC0415 - only where the extra is installed
    except ImportError:
        raise ReadWriteError(NO_EXTRA) from None
    return {path: form(whole, rows, title, draft.notes, draft.today) for path, (title, rows) in files.items()}


def _tell(
    whole: Round, files: dict[Path, tuple[str, tuple[Asked, ...]]], draft: FollowUpDraft, session: Session
) -> None:
    language = session.language
    if len(files) == 1:
        ((path, (_, rows)),) = files.items()
        key = "form-written" if len(rows) > 1 else "form-written-one"
        written = COLLECTING[key].with_fields(path=visible(path.as_posix()), count=len(rows))
        say_done(written.say(language))
    else:
        for path, (_, rows) in files.items():
            say_done(f"{visible(path.as_posix())} ({len(rows)})")
        folder = visible(next(iter(files)).parent.as_posix())
        say_done(COLLECTING["forms-written"].with_fields(folder=folder).say(language))
    if nameless := [one for one in whole.asked if not one.item]:
        labels = FirstOf(tuple(visible(one.label) for one in nameless), "; ")
        ids = ", ".join(visible(document.id or "") for document in draft.documents)
        tell(COLLECTING["form-without-id"].with_fields(labels=labels, document=ids), language)
