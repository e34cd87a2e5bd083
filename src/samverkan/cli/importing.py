"""`samverkan import`: what others have written, taken in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from samverkan.cli.session import session_of

_What = Annotated[str | None, typer.Argument(metavar="WHAT", help="help-import-what", show_default=False)]
_Files = Annotated[list[str] | None, typer.Argument(metavar="FILES", help="help-import-files", show_default=False)]


def importing(
    context: typer.Context,
    what: _What = None,
    files: _Files = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="help-import-kind", show_default=False)] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="help-import-out", show_default=False)] = None,
) -> int:
    """Take in what others have written."""
    from samverkan.cli.old_agreement import import_agreement  # noqa: PLC0415 - heavy, and not every command's

    return import_agreement(session_of(context), kind or what, ([what] if kind and what else []) + (files or []), out)
