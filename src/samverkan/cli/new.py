"""`samverkan new`: write a file to fill in."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan.cli.completion import ids
from samverkan.cli.ending import checked
from samverkan.cli.options import Paths, Today, given, names
from samverkan.cli.printing import is_standard_output
from samverkan.cli.session import session_of
from samverkan.cli.telling import say
from samverkan.errors import ExitCode, WrongUseError
from samverkan.escape import visible
from samverkan.model.links import REVIEWED_KINDS
from samverkan.output.standard_output import write_file
from samverkan.source.writing import write_whole
from samverkan.words.commands import sentence
from samverkan.words.lists import FirstOf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.check import CheckResult
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace


class NewKind(StrEnum):
    """What can be begun."""

    FOLLOW_UP = "follow-up"


_Of = Annotated[
    list[str] | None, typer.Option(metavar="IDS", help="help-new-of", show_default=False, autocompletion=ids)
]


def new(
    context: typer.Context,
    kind: Annotated[NewKind, typer.Argument(metavar="follow-up", help="help-new-kind")],  # noqa: ARG001 - there is one
    paths: Paths = None,
    of: Annotated[
        list[str] | None, typer.Option(metavar="IDS", help="help-new-of", show_default=False, autocompletion=ids)
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="help-new-out", show_default=False)] = None,
    today: Today = None,
) -> int:
    """Write the next follow-up of some documents, with every outcome left to fill in."""
    from samverkan.drafts.follow_up import new_follow_up  # noqa: PLC0415 - heavy, and not every command's

    session = session_of(context)
    day = session.day(today)
    asked = names(of)
    if not asked:
        raise WrongUseError(sentence("new-of-what"))
    workspace, documents = _reviewed(checked(given(paths), day), asked)
    name, text = new_follow_up(documents, workspace, day)
    if is_standard_output(out):
        write_file(text)
        return ExitCode.CLEAN
    path = out or (documents[0].path or Path()).parent / f"{name}.yaml"
    if os.path.lexists(path):
        raise WrongUseError(sentence("new-exists", path=visible(path.as_posix())))
    write_whole(path, text.encode())
    say(sentence("new-written", path=visible(path.as_posix())).say(session.language))
    return ExitCode.CLEAN


def _reviewed(result: CheckResult, asked: Sequence[str]) -> tuple[Workspace, list[Document]]:
    """Find what is to be reviewed.

    Raises:
        WrongUseError: an id is not there, or there more than once, or the document cannot be reviewed or read whole.
    """
    found = [_one(result, name) for name in dict.fromkeys(asked)]
    workspace = found[0][0]
    if any(other is not workspace for other, _ in found):
        raise WrongUseError(sentence("new-two-workspaces", ids=visible(", ".join(asked))))
    return workspace, [document for _, document in found]


def _one(result: CheckResult, name: str) -> tuple[Workspace, Document]:
    found = [(w, d) for w in result.workspaces for d in w.documents if d.id == name]
    if not found:
        known = FirstOf(tuple(map(visible, _can_be_reviewed(result))) or ("–",))
        raise WrongUseError(sentence("new-unknown", id=visible(name), known=known))
    if len(found) > 1:
        files = FirstOf(tuple(visible(d.file) for _, d in found))
        raise WrongUseError(sentence("new-ambiguous", id=visible(name), files=files))
    workspace, document = found[0]
    if document.kind not in REVIEWED_KINDS:
        raise WrongUseError(sentence("new-not-reviewed", id=visible(name), kind=document.kind or "–"))
    if not document.is_whole:
        raise WrongUseError(sentence("new-not-whole", id=visible(name), file=visible(document.file)))
    return workspace, document


def _can_be_reviewed(result: CheckResult) -> list[str]:
    return [d.id for w in result.workspaces for d in w.documents if d.id and d.kind in REVIEWED_KINDS]
