"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from samverkan.errors import ReadWriteError, WrongUseError
from samverkan.escape import visible
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.source.files import matching
from samverkan.words.commands import sentence

Paths = Annotated[list[str] | None, typer.Argument(metavar="PATHS", help="help-paths", show_default=False)]
Files = Annotated[list[str] | None, typer.Argument(metavar="PATHS", help="help-files", show_default=False)]
Today = Annotated[str | None, typer.Option(metavar="DATE", help="help-today", show_default=False)]
Out = Annotated[Path, typer.Option(metavar="DIR", help="help-render-out")]
TemplateDir = Annotated[Path | None, typer.Option(metavar="DIR", help="help-template-dir", show_default=False)]

_LONGEST_PATH = 32_767
"""What Windows allows; others allow less."""


def root_of(context: typer.Context) -> Path | None:
    """Give the folder that finished files must come to lie in: the current one, unless the user named theirs."""
    source = context.get_parameter_source("out")
    return None if source is not None and source.name == "COMMANDLINE" else Path()


def names(options: list[str] | None) -> tuple[str, ...]:
    """Split the names that an option holds, whether repeated or with commas between."""
    return tuple(name.strip() for option in options or () for name in option.split(",") if name.strip())


def given(paths: list[str] | None) -> list[str]:
    """Choose the paths to look at: the current folder unless others are named, also by patterns (`a*.yaml`).

    Raises:
        ReadWriteError: one is longer than any path can be.
    """
    for path in paths or ():
        if len(path) > _LONGEST_PATH:
            raise ReadWriteError(sentence("path-too-long", start=visible(path[:40])))
    return [path for named in paths or ["."] for path in matching(named)]


def document_formats(asked: str) -> tuple[DocumentFormat, ...]:
    """Read a list of formats, such as `md,html`, each once.

    Raises:
        WrongUseError: one of them does not exist, or none is named.
    """
    known = {form.value: form for form in DocumentFormat}
    wanted = dict.fromkeys(name.casefold() for name in names([asked]))
    unknown = [name for name in wanted if name not in known]
    if not wanted:
        raise WrongUseError(sentence("no-format", known=", ".join(known)))
    if unknown:
        raise WrongUseError(sentence("unknown-format", value=visible(", ".join(unknown)), known=", ".join(known)))
    return tuple(known[name] for name in wanted)
