"""`samverkan show`: the golden thread of a workspace."""

from __future__ import annotations

from typing import Annotated

import typer

from samverkan.cli.ending import ending, nothing_found, nothing_to_report
from samverkan.cli.options import Paths, Today, given
from samverkan.cli.session import session_of
from samverkan.cli.telling import tell, tell_left_out
from samverkan.escape import visible
from samverkan.output.thread.formats import WRITERS, ThreadFormat
from samverkan.words.commands import sentence
from samverkan.words.lists import FirstOf


def show(
    context: typer.Context,
    paths: Paths = None,
    format: Annotated[ThreadFormat, typer.Option(help="help-show-format")] = ThreadFormat.TEXT,  # noqa: A002
    today: Today = None,
) -> int:
    """Show agreement → focus area → problem → cause → goal → measure → outcome, and what is missing."""
    from samverkan.check import check  # noqa: PLC0415 - heavy, and not every command's
    from samverkan.thread import outside, threads  # noqa: PLC0415

    session = session_of(context)
    result = check(given(paths), session.day(today))
    tell_left_out(result, session.language)
    found = [thread for workspace in result.workspaces for thread in threads(workspace)]
    if not found:
        return nothing_found(result, nothing_to_report(given(paths)))
    WRITERS[format](found, session.language)
    left = [document.id or document.file for workspace in result.workspaces for document in outside(workspace, found)]
    if left:
        tell(sentence("outside-thread", documents=FirstOf(tuple(map(visible, left)))), session.language)
    return ending(result, needs_all=format is not ThreadFormat.TEXT)
