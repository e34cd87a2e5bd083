"""`samverkan completion`: what the shell proposes when the user presses Tab."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer
from typer._completion_classes import completion_init
from typer._completion_shared import get_completion_script
from typer.completion import shell_complete

from samverkan.cli.session import COMPLETION_VARIABLE
from samverkan.errors import ExitCode, SamverkanError
from samverkan.output.standard_output import write_file

if TYPE_CHECKING:
    from collections.abc import Iterable

    from typer.core import TyperGroup

    from samverkan.cli.session import Session

PROGRAM = "samverkan"
_POWERSHELL = """\
Import-Module PSReadLine
Set-PSReadLineKeyHandler -Chord Tab -Function MenuComplete
$scriptblock = {
    param($wordToComplete, $commandAst, $cursorPosition)
    $encoding = [Console]::OutputEncoding
    $Env:%(variable)s = "complete_powershell"
    $Env:_TYPER_COMPLETE_ARGS = $commandAst.ToString()
    $Env:_TYPER_COMPLETE_WORD_TO_COMPLETE = $wordToComplete
    $Env:PYTHONIOENCODING = "utf-8"
    try {
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        %(program)s | ForEach-Object {
            $parts = $_ -split ":::", 2
            $text = $parts[0]
            if ($text -match "[^\\w.,:/#=+-]") {
                $text = "'" + $text.Replace("'", "''") + "'"
            }
            $help = " "
            if ($parts.Count -gt 1 -and $parts[1]) {
                $help = $parts[1]
            }
            [System.Management.Automation.CompletionResult]::new($text, $parts[0], 'ParameterValue', $help)
        }
    }
    finally {
        [Console]::OutputEncoding = $encoding
        $Env:%(variable)s = ""
        $Env:_TYPER_COMPLETE_ARGS = ""
        $Env:_TYPER_COMPLETE_WORD_TO_COMPLETE = ""
        $Env:PYTHONIOENCODING = ""
    }
}
Register-ArgumentCompleter -Native -CommandName %(program)s -ScriptBlock $scriptblock"""
"""As the library's own, but letters such as å come through whole, and what the shell would take apart is quoted."""


class Shell(StrEnum):
    """The shells that can be told what to propose."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


def completion(shell: Annotated[Shell, typer.Argument(metavar="SHELL", help="help-shell")]) -> int:
    """Print the lines that make a shell ask the program what to propose."""
    names = {"program": PROGRAM, "variable": COMPLETION_VARIABLE}
    script = (
        _POWERSHELL % names
        if shell is Shell.POWERSHELL
        else get_completion_script(prog_name=PROGRAM, complete_var=COMPLETION_VARIABLE, shell=shell.value)
    )
    write_file(f"{script}\n")
    return ExitCode.CLEAN


def complete(group: TyperGroup, session: Session, asked: str) -> int:
    """Print what to propose for the line that the shell has put in the environment; what goes wrong is not told there.

    Args:
        group: the commands.
        session: what a command is given.
        asked: what the shell wants to know, and which shell it is.

    Returns:
        The exit code.
    """
    completion_init()
    try:
        return shell_complete(group, {"obj": session}, PROGRAM, COMPLETION_VARIABLE, asked)
    except SystemExit as ended:  # how the library answers fish, which asks whether there is anything to propose
        return ended.code if isinstance(ended.code, int) else ExitCode.CLEAN
    except Exception:  # noqa: BLE001 - the user only pressed Tab
        return ExitCode.WRONG_USE


# What stands for a value: its names, with a word on each


def ids(incomplete: str) -> list[tuple[str, str]]:
    """Propose the ids of the documents in the current folder, also after a comma.

    An id with spaces or quotes is none, but a fault that `validate` tells of: no shell is to read it.
    """
    from samverkan.gather import gather  # noqa: PLC0415 - heavy, and not every command's
    from samverkan.model.base import ID_PATTERN  # noqa: PLC0415 - as above
    from samverkan.source.workspace_files import surroundings  # noqa: PLC0415

    try:
        workspaces = gather(surroundings(["."]))
    except SamverkanError:
        return []
    found = {one.id or "": one.kind or "" for workspace in workspaces for one in workspace.documents}
    return _after_comma(
        incomplete, sorted((name, kind) for name, kind in found.items() if re.fullmatch(ID_PATTERN, name))
    )


def tables(incomplete: str) -> list[tuple[str, str]]:
    """Propose the names of the tables that can be exported."""
    from samverkan.words.export_tables import TABLES  # noqa: PLC0415 - as above

    return [(name, said.title.en) for name, said in TABLES.items() if name.startswith(incomplete)]


def finding_names(incomplete: str) -> list[tuple[str, str]]:
    """Propose the names of findings and families, also after a comma."""
    from samverkan.catalogue import catalogue, families  # noqa: PLC0415 - heavy, and not every command's

    named = [(entry.name, entry.family) for entry in catalogue().values()]
    return _after_comma(incomplete, [*named, *((family, "") for family in families())])


def municipality_codes(incomplete: str) -> list[tuple[str, str]]:
    """Propose the codes of municipalities, each with its name."""
    from samverkan.municipalities import register  # noqa: PLC0415 - a file, and not every command's

    return [(one.code, one.name) for one in register().values() if one.code.startswith(incomplete)]


def kinds(incomplete: str) -> list[tuple[str, str]]:
    """Propose the kinds of documents, also after a comma."""
    from samverkan.model.kinds import KINDS  # noqa: PLC0415 - heavy, and not every command's

    return _after_comma(incomplete, [(kind, "") for kind in KINDS])


def schema_names(incomplete: str) -> list[tuple[str, str]]:
    """Propose the names of schemas: the kinds of documents, the settings, and all at once."""
    from samverkan.model.kinds import KINDS, SETTINGS  # noqa: PLC0415 - heavy, and not every command's
    from samverkan.model.schema import ALL  # noqa: PLC0415 - as above

    return [(name, "") for name in (*KINDS, SETTINGS, ALL) if name.startswith(incomplete)]


def _after_comma(incomplete: str, found: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    before, comma, _ = incomplete.rpartition(",")
    return [(f"{before}{comma}{name}", word) for name, word in found]
