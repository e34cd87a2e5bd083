"""`samverkan lsp`: answer a text editor while documents are written."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan.cli.crash import log_of
from samverkan.cli.options import Today
from samverkan.cli.session import open_session, session_of
from samverkan.cli.streams import output_to_close
from samverkan.cli.telling import tell
from samverkan.errors import ExitCode, ReadWriteError
from samverkan.words.lsp import LSP

if TYPE_CHECKING:
    from datetime import date
    from types import FrameType

    from samverkan.words.sentence import Text


def lsp(
    context: typer.Context,
    today: Today = None,
    *,
    stdio: Annotated[bool, typer.Option("--stdio", help="help-lsp-stdio")] = False,  # noqa: ARG001 - the only way
) -> int:
    """Answer a text editor over the standard streams until it ends."""
    try:
        from samverkan.lsp.features import register  # noqa: PLC0415 - an extra, and heavy
        from samverkan.lsp.server import Server  # noqa: PLC0415
    except ImportError:
        raise ReadWriteError(LSP["no-extra"]) from None

    language = session_of(context).language
    session_of(context).day(today)

    def day() -> date:
        return open_session(language).day(today)

    if sys.stdin.isatty():
        tell(LSP["in-terminal"], language)
    signal.signal(signal.SIGINT, _leave)  # what waits for the editor cannot be interrupted in another way
    server = Server(language, day, _fault, session_of(context).answers)
    register(server)
    with output_to_close() as writing:
        is_agreed = server.serve(sys.stdin.buffer, writing)
    return ExitCode.CLEAN if is_agreed else ExitCode.FINDINGS


def _leave(_number: int, _frame: FrameType | None) -> None:
    os._exit(ExitCode.INTERRUPTED)


def _fault(error: Exception) -> Text:
    return LSP["our-fault"].with_fields(log=log_of(error))
