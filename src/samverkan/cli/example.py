"""`samverkan example`: files to start from, which come with the package."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan.cli.printing import folder_of
from samverkan.cli.session import session_of
from samverkan.cli.telling import say, say_done
from samverkan.errors import ExitCode, WrongUseError
from samverkan.escape import visible
from samverkan.model.kinds import KINDS, SETTINGS
from samverkan.resources import SMALLEST, content, names
from samverkan.source.writing import write_whole
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from samverkan.words.sentence import Language

_WHOLE = "exempelkommun"
EXAMPLES = (*KINDS, SETTINGS, _WHOLE)
"""The names of the examples."""


def example(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="help-example-name", show_default=False)] = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="help-example-out", show_default=False)] = None,
) -> int:
    """Write an example to start from, or list them; what is there already is never overwritten."""
    language = session_of(context).language
    if name is None:
        _list(language)
        return ExitCode.CLEAN
    if name not in EXAMPLES:
        raise WrongUseError(sentence("example-unknown", name=visible(name), known=", ".join(EXAMPLES)))
    if out is None:
        raise WrongUseError(sentence("example-where", name=name))
    _write(_files(name), folder_of(out))
    written = sentence("example-written", count=len(_files(name)), folder=visible(out.as_posix()))
    say_done(written.say(language))
    return ExitCode.CLEAN


def _list(language: Language) -> None:
    width = max(map(len, EXAMPLES))
    for name in EXAMPLES:
        say(f"{name:{width}}  {sentence(f'example-{name}').say(language)}")
    typer.echo()
    say(f"{sentence('example-how').say(language)}")


def _files(name: str) -> list[tuple[str, str]]:
    """Give the folder and the name of each file of an example."""
    if name != _WHOLE:
        return [("examples/smallest", file) for file in SMALLEST[name]]
    place = f"examples/{_WHOLE}"
    return [(place, file) for file in names(place) if file.endswith(".yaml")]


def _write(files: list[tuple[str, str]], out: Path) -> None:
    """Write the files of an example.

    Raises:
        WrongUseError: one of them is there already; then none is written.
    """
    for _, name in files:
        if os.path.lexists(out / name):
            raise WrongUseError(sentence("example-exists", path=visible((out / name).as_posix())))
    for place, name in files:
        lines = content(place, name).splitlines(keepends=True)
        # The line that leads an editor to our schemas would lead nowhere from the author's folder.
        start = 1 if lines[0].startswith(b"# yaml-language-server:") else 0
        write_whole(out / name, b"".join(lines[start:]))
