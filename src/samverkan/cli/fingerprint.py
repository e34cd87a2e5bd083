"""`samverkan fingerprint`: the fingerprints of agreed texts."""

from __future__ import annotations

import typer

from samverkan.cli.options import Paths, given
from samverkan.cli.session import chosen_day
from samverkan.errors import ExitCode, NothingToCheckError
from samverkan.escape import visible
from samverkan.words.commands import sentence


def fingerprint(paths: Paths = None) -> int:
    """Print the fingerprint of every document that could be read whole, as it stands on paper, and its id."""
    from samverkan.check import check  # noqa: PLC0415 - heavy, and only this command's
    from samverkan.cli.validate import exit_code  # noqa: PLC0415
    from samverkan.model.fingerprint import fingerprint as whole  # noqa: PLC0415
    from samverkan.model.fingerprint import short  # noqa: PLC0415

    result = check(given(paths), chosen_day(None))
    if not result.files:
        raise NothingToCheckError(sentence("nothing-to-check", paths=", ".join(given(paths))))
    for workspace in result.workspaces:
        for document in workspace.documents:
            if document.is_asked and document.is_whole and document.model is not None:
                typer.echo(f"{short(whole(document.model))}  {visible(document.model.id)}")
    code = exit_code(result)
    return ExitCode.CLEAN if code is ExitCode.FINDINGS else code
