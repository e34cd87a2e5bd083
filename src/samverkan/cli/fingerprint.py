"""`samverkan fingerprint`: the fingerprints of agreed texts."""

from __future__ import annotations

import typer

from samverkan.cli.ending import checked, ending
from samverkan.cli.options import Paths, given
from samverkan.cli.session import session_of
from samverkan.cli.telling import say, tell_left_out
from samverkan.escape import visible


def fingerprint(context: typer.Context, paths: Paths = None) -> int:
    """Print the fingerprint of every document that could be read whole, as it stands on paper, and its id."""
    from samverkan.model.fingerprint import fingerprint as whole  # noqa: PLC0415 - heavy, and not every command's
    from samverkan.model.fingerprint import short  # noqa: PLC0415

    session = session_of(context)
    result = checked(given(paths), session.day(None))
    tell_left_out(result, session.language)
    for workspace in result.workspaces:
        for document in workspace.documents:
            if document.is_asked and document.is_whole and document.model is not None:
                say(f"{short(whole(document.model))}  {visible(document.model.id)}")
    return ending(result, needs_all=True)
