"""`samverkan new`: write a file to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan.cli.completion import ids, kinds
from samverkan.cli.ending import checked
from samverkan.cli.options import Paths, Today, given, names
from samverkan.cli.printing import is_standard_output
from samverkan.cli.session import session_of
from samverkan.cli.telling import say_done, tell_beside
from samverkan.errors import ExitCode, WrongUseError
from samverkan.escape import visible
from samverkan.findings import Severity
from samverkan.model.choices import REVIEWED_KINDS, Kind
from samverkan.model.kinds import KINDS
from samverkan.output.standard_output import write_file
from samverkan.source.new_files import write_new
from samverkan.words.commands import sentence
from samverkan.words.lists import FirstOf

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samverkan.check import CheckResult
    from samverkan.drafts.sheet import Draft
    from samverkan.words.sentence import Language
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace


_Kind = Annotated[str, typer.Argument(metavar="KIND", help="help-new-kind", show_default=False, autocompletion=kinds)]
_Of = Annotated[
    list[str] | None, typer.Option(metavar="IDS", help="help-new-of", show_default=False, autocompletion=ids)
]


def new(
    context: typer.Context,
    kind: _Kind,
    paths: Paths = None,
    of: _Of = None,
    year: Annotated[int | None, typer.Option(metavar="YEAR", min=1000, max=9999, help="help-new-year")] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="help-new-out", show_default=False)] = None,
    today: Today = None,
    *,
    xlsx: Annotated[bool, typer.Option("--xlsx", help="help-new-xlsx")] = False,
    by_responsible: Annotated[bool, typer.Option("--by-responsible", help="help-new-by-responsible")] = False,
) -> int:
    """Write the next document of a kind, filled in from what there is, with the rest left to fill in."""
    session = session_of(context)
    day = session.day(today)
    asked = names(of)
    wanted = _kind_of(kind, asked, year)
    if xlsx or by_responsible:
        from samverkan.cli.forms import write_forms  # noqa: PLC0415 - heavy, and only for forms

        result = checked(given(paths), day) if wanted is Kind.FOLLOW_UP else None
        return write_forms(result, asked, (session, day, out), by_responsible=by_responsible)
    draft, beside = _drafted(wanted, checked(given(paths), day), asked, (day, year), session.language)
    if is_standard_output(out):
        from samverkan.formatting.printed import printed  # noqa: PLC0415 - as above

        write_file(printed(draft.text))
        return ExitCode.CLEAN
    path = out or (beside.path or Path()).parent / f"{draft.id}.yaml"
    write_new({path: draft.text.encode()})
    rows = FirstOf(tuple(map(str, draft.blanks)))
    key = "new-written" if draft.blanks else "new-written-whole"
    say_done(sentence(key, path=visible(path.as_posix()), rows=rows).say(session.language))
    return ExitCode.CLEAN


def _kind_of(written: str, asked: Sequence[str], year: int | None) -> Kind:
    """Give the kind that is asked for.

    Raises:
        WrongUseError: there is no such kind, or what it needs to know is not said.
    """
    wanted = next((one for one in Kind if one == written), None)
    if wanted is None:
        raise WrongUseError(sentence("unknown-kind", value=visible(written), known=", ".join(KINDS)))
    if wanted is Kind.FOLLOW_UP and not asked:
        raise WrongUseError(sentence("new-of-what"))
    if wanted is Kind.FOLLOW_UP and year is not None:
        raise WrongUseError(sentence("new-follow-up-year"))
    return wanted


def _drafted(
    kind: Kind, result: CheckResult, asked: Sequence[str], times: tuple[date, int | None], reader: Language
) -> tuple[Draft, Document]:
    """Write the draft, and name the document that it is to lie beside."""
    day, year = times
    if kind is Kind.FOLLOW_UP:
        from samverkan.drafts.follow_up import new_follow_up  # noqa: PLC0415 - heavy, and not every command's

        workspace, documents = reviewed(result, asked)
        return new_follow_up(documents, workspace, day, reader), documents[0]
    from samverkan.drafts.new import Wanted, new_document  # noqa: PLC0415 - as above

    named = [_one(result, name) for name in dict.fromkeys(asked)]
    workspace = _same_workspace(named, asked) if named else _only_workspace(result)
    if unread := _unread([workspace]):
        if not any(workspace.of_kind(Kind.AGREEMENT)):
            raise WrongUseError(sentence("new-agreement-unread", files=FirstOf(unread), file=unread[0]))
        tell_beside(sentence("new-left-unread", files=FirstOf(unread), file=unread[0]))
    return new_document(Wanted(kind, day, year, reader), workspace, [document for _, document in named])


def _only_workspace(result: CheckResult) -> Workspace:
    """Give the workspace that the documents are of.

    Raises:
        WrongUseError: they are of several, or none could be read.
    """
    found = [workspace for workspace in result.workspaces if workspace.documents]
    if not found:
        raise WrongUseError(sentence("new-nothing-read", files=FirstOf(_unread(result.workspaces) or ("–",))))
    if len(found) != 1:
        ids = FirstOf(tuple(visible(d.id or d.file) for workspace in found for d in workspace.documents[:1]))
        raise WrongUseError(sentence("new-which-workspace", ids=ids))
    return found[0]


def _same_workspace(found: Sequence[tuple[Workspace, Document]], asked: Sequence[str]) -> Workspace:
    workspace = found[0][0]
    if any(other is not workspace for other, _ in found):
        raise WrongUseError(sentence("new-two-workspaces", ids=visible(", ".join(asked))))
    return workspace


def reviewed(result: CheckResult, asked: Sequence[str]) -> tuple[Workspace, list[Document]]:
    """Find what is to be reviewed.

    Raises:
        WrongUseError: an id is not there, or there more than once, or the document cannot be reviewed or read whole.
    """
    found = [_one(result, name, _can_be_reviewed(result)) for name in dict.fromkeys(asked)]
    workspace = _same_workspace(found, asked)
    for _, document in found:
        name = visible(document.id or "–")
        if document.kind not in REVIEWED_KINDS:
            raise WrongUseError(sentence("new-not-reviewed", id=name, kind=document.kind or "–"))
        if not document.is_whole:
            raise WrongUseError(sentence("new-not-whole", id=name, file=visible(document.file)))
    return workspace, [document for _, document in found]


def _one(result: CheckResult, name: str, known: Sequence[str] | None = None) -> tuple[Workspace, Document]:
    """Find the one document of an id.

    Args:
        result: the documents.
        name: the id.
        known: the ids to name where there is no such document; those of all documents unless said.
    """
    everything = [(w, d) for w in result.workspaces for d in w.documents]
    found = [(w, d) for w, d in everything if d.id == name]
    if not found:
        raise _unknown(result, name, known)
    if len(found) > 1:
        files = FirstOf(tuple(visible(d.file) for _, d in found))
        raise WrongUseError(sentence("new-ambiguous", id=visible(name), files=files))
    return found[0]


def _unknown(result: CheckResult, name: str, known: Sequence[str] | None) -> WrongUseError:
    """Say that there is no document of an id, or that it stands in a file that cannot be read."""
    lost_in = [workspace for workspace in result.workspaces if name in workspace.unreadable_ids]
    if unread := _unread(lost_in):
        return WrongUseError(sentence("new-id-unread", id=visible(name), files=FirstOf(unread), file=unread[0]))
    if known is not None:
        return WrongUseError(sentence("new-unknown", id=visible(name), known=_ids(known)))
    every = [document.id for workspace in result.workspaces for document in workspace.documents]
    return WrongUseError(sentence("new-unknown-of", id=visible(name), known=_ids(every)))


def _unread(workspaces: Sequence[Workspace]) -> tuple[str, ...]:
    """Name the files that could not be read as documents at all."""
    found = (finding for workspace in workspaces for finding in workspace.findings)
    return tuple(dict.fromkeys(finding.file for finding in found if finding.severity is Severity.ERROR))


def _ids(known: Sequence[str | None]) -> FirstOf:
    return FirstOf(tuple(visible(name) for name in known if name) or ("–",))


def _can_be_reviewed(result: CheckResult) -> list[str]:
    return [d.id for w in result.workspaces for d in w.documents if d.id and d.kind in REVIEWED_KINDS]
