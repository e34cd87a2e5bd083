"""`samverkan templates copy`: the built-in templates, to start from."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from samverkan.cli.printing import folder_of
from samverkan.cli.session import session_of
from samverkan.cli.telling import say_done
from samverkan.errors import ExitCode, WrongUseError
from samverkan.escape import visible
from samverkan.resources import content, names
from samverkan.source.writing import write_whole
from samverkan.words.commands import sentence


class Action(StrEnum):
    """What can be done with the templates."""

    COPY = "copy"


def templates(
    context: typer.Context,
    action: Annotated[Action, typer.Argument(metavar="copy", help="help-templates-action")],  # noqa: ARG001 - there is one
    out: Annotated[Path, typer.Argument(metavar="DIR", help="help-templates-out")],
    *,
    force: Annotated[bool, typer.Option("--force", help="help-templates-force")] = False,
) -> int:
    """Copy the built-in templates to a folder; what is there already is kept, unless asked for."""
    found = names("templates")
    folder_of(out)
    if not force:
        for name in found:
            if os.path.lexists(out / name):
                raise WrongUseError(sentence("templates-exist", path=visible((out / name).as_posix())))
    for name in found:
        write_whole(out / name, content("templates", name))
    words = sentence("templates-copied", count=len(found), folder=visible(out.as_posix()))
    say_done(words.say(session_of(context).language))
    return ExitCode.CLEAN
