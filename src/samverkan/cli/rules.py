"""`samverkan rules`: what is checked beyond structure."""

from __future__ import annotations

from typing import Annotated

import typer

from samverkan.cli.session import session_of
from samverkan.errors import ExitCode
from samverkan.output.rules.formats import WRITERS, RulesFormat


def rules(
    context: typer.Context,
    format: Annotated[RulesFormat, typer.Option(help="help-rules-format")] = RulesFormat.TEXT,  # noqa: A002
) -> int:
    """List every finding's name with its severity and source."""
    from samverkan.catalogue import catalogue  # noqa: PLC0415 - heavy

    WRITERS[format](tuple(catalogue().values()), session_of(context).language)
    return ExitCode.CLEAN
