"""Arguments and options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

Paths = Annotated[list[str] | None, typer.Argument(metavar="PATHS", help="help-paths", show_default=False)]
Today = Annotated[str | None, typer.Option(metavar="DATE", help="help-today", show_default=False)]
Select = Annotated[list[str] | None, typer.Option(metavar="RULES", help="help-select", show_default=False)]
Ignore = Annotated[list[str] | None, typer.Option(metavar="RULES", help="help-ignore", show_default=False)]


class ReportFormat(StrEnum):
    """How a report is written."""

    TEXT = "text"
    JSON = "json"


Format = Annotated[ReportFormat, typer.Option(help="help-format")]


def names(options: list[str] | None) -> tuple[str, ...]:
    """Give the names that an option holds, whether repeated or with commas between."""
    return tuple(name.strip() for option in options or () for name in option.split(",") if name.strip())


def given(paths: list[str] | None) -> list[str]:
    """Give the paths to look at: the current folder unless others are named."""
    return paths or ["."]
