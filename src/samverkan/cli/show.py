"""`samverkan show`: the red thread of a workspace."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from samverkan.cli.options import Paths, Today, given
from samverkan.cli.session import Session, chosen_day, tell_unreadable, write_bytes
from samverkan.errors import ExitCode, NothingToCheckError
from samverkan.words.commands import sentence


class ShowFormat(StrEnum):
    """How the thread is written."""

    TEXT = "text"
    JSON = "json"
    MD = "md"
    HTML = "html"


def show(
    context: typer.Context,
    paths: Paths = None,
    format: Annotated[ShowFormat, typer.Option(help="help-show-format")] = ShowFormat.TEXT,  # noqa: A002
    today: Today = None,
) -> int:
    """Show agreement → focus area → problem → cause → goal → measure → outcome, and what is missing."""
    from samverkan.check import check  # noqa: PLC0415 - heavy, and only this command's
    from samverkan.cli.validate import exit_code  # noqa: PLC0415
    from samverkan.output.json_v1 import threads_json  # noqa: PLC0415
    from samverkan.output.thread.markdown import threads_markdown  # noqa: PLC0415
    from samverkan.output.thread.page import threads_html  # noqa: PLC0415
    from samverkan.output.thread.text import print_threads  # noqa: PLC0415
    from samverkan.thread import threads  # noqa: PLC0415

    session = context.find_object(Session) or Session("en")
    result = check(given(paths), chosen_day(today))
    tell_unreadable(result.findings, session)
    found = [thread for workspace in result.workspaces for thread in threads(workspace)]
    if not found:
        raise NothingToCheckError(sentence("no-agreement", paths=", ".join(given(paths))))
    match format:
        case ShowFormat.TEXT:
            print_threads(found, session.language)
        case ShowFormat.JSON:
            write_bytes(threads_json(found, session.language))
        case ShowFormat.MD:
            write_bytes(threads_markdown(found, session.language))
        case ShowFormat.HTML:
            write_bytes(threads_html(found, session.language))
    code = exit_code(result)
    return ExitCode.CLEAN if code is ExitCode.FINDINGS else code
