"""`samverkan preview`: finished pages in the browser, made again at each save."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import typer

from samverkan.cli.crash import log_of
from samverkan.cli.options import Paths, Today, given
from samverkan.cli.session import session_of
from samverkan.cli.telling import say
from samverkan.cli.watching import watched
from samverkan.errors import ExitCode, ReadWriteError
from samverkan.escape import visible
from samverkan.words.commands import sentence
from samverkan.words.preview import PREVIEW

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType

    from samverkan.words.sentence import Language


def preview(context: typer.Context, paths: Paths = None, today: Today = None) -> int:
    """Serve the pages of documents on this machine until the user ends it, with what is wrong above each."""
    try:
        from samverkan.preview.server import Preview  # noqa: PLC0415 - an extra, and heavy
    except ImportError:
        raise ReadWriteError(PREVIEW["no-extra"]) from None
    from samverkan.preview.pages import Pages  # noqa: PLC0415 - heavy, and not every command's

    session = session_of(context)
    wanted = given(paths)
    _refuse_missing(wanted)
    pages = Pages(wanted, session.day(today), session.language, session.engines())
    try:
        preview = Preview(pages, watched(wanted), partial(_fault, language=session.language))
    except OSError:
        raise ReadWriteError(PREVIEW["no-port"]) from None
    signal.signal(signal.SIGTERM, _interrupt)
    with suppress(KeyboardInterrupt):  # the usual end
        preview.serve(partial(_tell_address, preview.address, session.language))
    say(PREVIEW["ended"].say(session.language))
    return ExitCode.CLEAN


def _refuse_missing(paths: Sequence[str]) -> None:
    """Serve no page of what is not there: a name that is mistyped would look like a folder without documents.

    Raises:
        ReadWriteError: something is neither a folder nor a file.
    """
    for path in paths:
        if not (os.path.isdir(path) or os.path.isfile(path)):  # noqa: PTH112, PTH113 - those of Path raise for some names
            is_there = os.path.lexists(path)
            why = sentence("why-not-a-file" if is_there else "why-missing")
            raise ReadWriteError(sentence("cannot-read", file=visible(path) or "””", why=why))


def _tell_address(address: str, language: Language, *, is_watched: bool) -> None:
    said = PREVIEW["serving" if is_watched else "serving-unwatched"]
    say(said.with_fields(address=address).say(language))


def _fault(error: Exception, language: Language) -> str:
    return PREVIEW["our-fault"].with_fields(log=log_of(error)).say(language)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
