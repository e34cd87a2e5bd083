"""Arguments and options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

Paths = Annotated[list[str] | None, typer.Argument(metavar="PATHS", help="help-paths", show_default=False)]
Today = Annotated[str | None, typer.Option(metavar="DATE", help="help-today", show_default=False)]


class ReportFormat(StrEnum):
    """How a report is written."""

    TEXT = "text"
    JSON = "json"


Format = Annotated[ReportFormat, typer.Option(help="help-format")]


def given(paths: list[str] | None) -> list[str]:
    """Give the paths to look at: the current folder unless others are named."""
    return paths or ["."]
