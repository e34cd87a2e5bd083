"""`samverkan import`: figures of others into a situation picture, and old agreements as drafts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan.cli.options import Today, given
from samverkan.cli.session import session_of
from samverkan.cli.telling import say, say_done, tell
from samverkan.errors import ExitCode, ReadWriteError, WrongUseError
from samverkan.escape import visible
from samverkan.model.choices import FigureStatus
from samverkan.source.faults import errors_among, is_unreadable
from samverkan.source.files import named_file
from samverkan.source.opening import UnreadableError, cannot_read
from samverkan.source.writing import write_whole
from samverkan.words.commands import sentence
from samverkan.words.importing import IMPORTING
from samverkan.words.lists import FirstOf
from samverkan.words.old_documents import OLD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.cli.session import Session
    from samverkan.importing.changes import Changes
    from samverkan.importing.mapping import Mapping
    from samverkan.importing.series import Found
    from samverkan.model.picture import SituationPicture
    from samverkan.spreadsheets.grid import Grid
    from samverkan.words.sentence import Text
    from samverkan.workspace.document import Document

_What = Annotated[str | None, typer.Argument(metavar="WHAT", help="help-import-what", show_default=False)]
_Files = Annotated[list[str] | None, typer.Argument(metavar="FILES", help="help-import-files", show_default=False)]
_Picture = Annotated[Path | None, typer.Option("--into", metavar="FILE", help="help-import-into", show_default=False)]
_Mapping = Annotated[Path | None, typer.Option(metavar="FILE", help="help-import-mapping", show_default=False)]
_Text = Annotated[str, typer.Option(metavar="TEXT", help="help-import-source", show_default=False)]
_INDICATORS, _AGREEMENT = "indicators", "agreement"


def importing(
    context: typer.Context,
    what: _What = None,
    into: _Picture = None,
    files: _Files = None,
    mapping: _Mapping = None,
    source: _Text = "",
    period: Annotated[str, typer.Option(metavar="TIME", help="help-import-period", show_default=False)] = "",
    status: Annotated[str, typer.Option(metavar="STATUS", help="help-import-status", show_default=False)] = "",
    retrieved: Annotated[str | None, typer.Option(metavar="DATE", help="help-import-retrieved")] = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="help-import-kind", show_default=False)] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="help-import-out", show_default=False)] = None,
    today: Today = None,
    *,
    new: Annotated[bool, typer.Option("--new", help="help-import-new")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="help-import-diff")] = False,
) -> int:
    """Take in what others have written: figures into a situation picture, or an old agreement as a draft."""
    session, chosen = session_of(context), kind or what
    named = [*([what] if kind and what else []), *(files or [])]
    if chosen == _AGREEMENT:
        from samverkan.cli.old_agreement import import_agreement  # noqa: PLC0415 - heavy, and not every command's

        return import_agreement(session, named, out)
    if chosen != _INDICATORS:
        raise WrongUseError(_unknown(kind, what))
    if into is None:
        raise WrongUseError(OLD["no-picture"])
    _refuse_options(source, period, status)
    rules = _with(_mapping(mapping), {"period": period, "status": status, "source": source})
    from samverkan.render.engines.settings import use  # noqa: PLC0415 - heavy, and not every command's

    use(session.engines())
    found = _found([Path(name) for name in given(named)] if named else [], rules)
    return _put(_Into(into, adds=new, is_shown=diff), found, rules, (session, retrieved or today))


def _unknown(kind: str | None, what: str | None) -> Text:
    if what and not kind:
        return OLD["what-is-it"].with_fields(value=visible(what))
    return OLD["unknown-kind"].with_fields(value=visible(kind or "–"), known=f"{_AGREEMENT}, {_INDICATORS}")


@dataclass(frozen=True, slots=True)
class _Into:
    """The picture that figures come into, whether new indicators do too, and whether it is only shown."""

    path: Path
    adds: bool
    is_shown: bool


def _with(rules: Mapping, said: dict[str, str]) -> Mapping:
    """Let what stands on the command line hold for the whole table."""
    return replace(rules, texts={**rules.texts, **{key: text for key, text in said.items() if text}})


def _put(into: _Into, found: Found, rules: Mapping, when: tuple[Session, str | None]) -> ExitCode:
    """Put figures into a picture, and say what that changes."""
    session = when[0]
    document, picture, raw = _picture(into.path)
    changes = _changes((document, picture), found, rules, when, adds=into.adds)
    troubles = [*found.troubles, *changes.troubles]
    for text in changes.told:
        say(text.say(session.language))
    for text in (*changes.notes, *troubles):
        tell(text, session.language)
    _end(into.path, raw, changes, session, is_shown=into.is_shown)
    return ExitCode.FINDINGS if troubles or not (changes.told or changes.same) else ExitCode.CLEAN


def _refuse_options(source: str, period: str, status: str) -> None:
    from samverkan.importing.times import period_in  # noqa: PLC0415 - only for this command

    if (shown := visible(source)) != source:
        raise WrongUseError(sentence("unreadable-name", value=shown))

    if period and period_in(period) is None:
        raise WrongUseError(IMPORTING["bad-period"].with_fields(value=visible(period)))
    if status and status not in set(FigureStatus):
        raise WrongUseError(IMPORTING["bad-status"].with_fields(value=visible(status)))


def _mapping(path: Path | None) -> Mapping:
    """Read the mapping, an empty one where none is named.

    Raises:
        WrongUseError: it cannot be used.
        ReadWriteError: it cannot be read.
    """
    from samverkan.importing.mapping import Mapping, MappingError, mapping_of  # noqa: PLC0415 - as above
    from samverkan.source.decoding import decode  # noqa: PLC0415
    from samverkan.source.reader import parse  # noqa: PLC0415
    from samverkan.spreadsheets.opening import read_whole  # noqa: PLC0415

    if path is None:
        return Mapping()
    name = visible(path.as_posix())
    text, faults = decode(read_whole(path))
    data, more = parse(text) if text is not None and not faults else (None, [])
    if errors := errors_among((*faults, *more)):
        raise WrongUseError(IMPORTING["broken-mapping"].with_fields(file=name, why=errors[0].finding(name).message))
    try:
        return mapping_of(data)
    except MappingError as error:
        raise WrongUseError(IMPORTING["bad-mapping"].with_fields(file=name, why=error.why)) from None


def _picture(path: Path) -> tuple[Document, SituationPicture, bytes]:
    """Read the picture, which must be one that can be read in full.

    Raises:
        ReadWriteError: it cannot be opened.
        WrongUseError: it is something else.
    """
    from samverkan.gather import read_one  # noqa: PLC0415 - as above
    from samverkan.model.picture import SituationPicture  # noqa: PLC0415

    try:
        own = replace(named_file(path, path.parent), root=None)
        raw = own.read()
    except UnreadableError as error:
        raise cannot_read(visible(path.as_posix()), error) from None
    document, faults = read_one(own, raw)
    picture = document.model if document is not None and document.is_whole and not is_unreadable(faults) else None
    if document is None or not isinstance(picture, SituationPicture):
        raise WrongUseError(IMPORTING["no-picture"].with_fields(file=visible(path.as_posix())))
    return document, picture, raw


def _found(paths: Sequence[Path], rules: Mapping) -> Found:
    """Read the files with figures, all of them or none.

    Raises:
        WrongUseError: none is named, or one holds no table of figures.
        ReadWriteError: one cannot be read.
    """
    from samverkan.importing.kolada import is_json  # noqa: PLC0415 - as above
    from samverkan.importing.series import Found  # noqa: PLC0415
    from samverkan.importing.table import read_table  # noqa: PLC0415
    from samverkan.render.engines.workbooks import grids_of  # noqa: PLC0415
    from samverkan.spreadsheets.opening import grids_in, read_whole  # noqa: PLC0415

    if not paths:
        raise WrongUseError(IMPORTING["no-file"])
    found = Found()
    for path in paths:
        raw, name = read_whole(path), visible(path.as_posix())
        grids = _of_json(path, raw, found) if is_json(raw) else grids_in(path, raw, grids_of)
        if grids is None:
            continue
        sheet = rules.texts.get("sheet")
        if sheet is not None and all(grid.name.casefold() != sheet.casefold() for grid in grids):
            known = FirstOf(tuple(visible(grid.name) or "–" for grid in grids))
            raise WrongUseError(IMPORTING["no-sheet"].with_fields(file=name, sheet=visible(sheet), known=known))
        if not read_table(name, grids, rules, found):
            raise WrongUseError(IMPORTING["no-table"].with_fields(file=name))
    if found.lacks_a_page:
        found.troubles.append(IMPORTING["more-pages"])
    return found


def _of_json(path: Path, raw: bytes, found: Found) -> Sequence[Grid] | None:
    """Give the table of a file in JSON; None where it was an answer of Kolada, which has been taken in."""
    from samverkan.importing.kolada import json_of, read_kolada  # noqa: PLC0415 - as above
    from samverkan.importing.pxweb import grid_of_pxweb, is_pxweb  # noqa: PLC0415
    from samverkan.spreadsheets.container import NotReadError  # noqa: PLC0415
    from samverkan.spreadsheets.opening import not_read  # noqa: PLC0415

    try:
        data = json_of(raw)
        if is_pxweb(data):
            return [grid_of_pxweb(data)]
        read_kolada(visible(path.as_posix()), data, found)
    except NotReadError as error:
        raise ReadWriteError(not_read(path, error)) from None
    return None


def _changes(
    into: tuple[Document, SituationPicture],
    found: Found,
    rules: Mapping,
    when: tuple[Session, str | None],
    *,
    adds: bool,
) -> Changes:
    """Give what the figures change in a picture.

    Raises:
        WrongUseError: the file is written in a way that they cannot be written into.
    """
    from samverkan.importing.changes import Changes, Origin  # noqa: PLC0415 - as above
    from samverkan.importing.editing import CannotEditError  # noqa: PLC0415
    from samverkan.importing.placing import Placing  # noqa: PLC0415

    (document, picture), (session, retrieved) = into, when
    placing = Placing((picture, visible(document.file)), rules, adds)
    placing.place(found)
    said = rules.texts.get("source", "")
    origin = Origin(said or found.origin, session.day(retrieved).isoformat(), bool(said))
    changes = Changes(document, picture, origin, adds)
    try:
        changes.take(placing.placed)
        changes.text = changes.editing.result()
    except CannotEditError:
        raise WrongUseError(IMPORTING["cannot-edit"].with_fields(file=visible(document.file))) from None
    changes.troubles[:0] = placing.troubles
    changes.notes[:0] = placing.notes
    return changes


def _end(into: Path, raw: bytes, changes: Changes, session: Session, *, is_shown: bool) -> None:
    """Write the file, unless it is only to be shown what would change, and say so."""
    path, count = visible(into.as_posix()), len(changes.told)
    if changes.same:
        say_done(IMPORTING["same"].with_fields(count=changes.same).say(session.language))
    if not count:
        say_done(IMPORTING["nothing"].with_fields(file=path).say(session.language))
        return
    if is_shown:
        say_done(IMPORTING["would-write"].with_fields(count=count, file=path).say(session.language))
        return
    if into.is_symlink():
        raise ReadWriteError(sentence("fix-link", file=path))
    if _picture(into)[-1] != raw:
        raise ReadWriteError(sentence("fix-changed", file=path))
    mark = b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b""
    write_whole(into, mark + changes.text.encode())
    say_done(IMPORTING["written"].with_fields(count=count, file=path).say(session.language))
