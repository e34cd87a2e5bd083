"""From the arguments to an exit code: the commands, and their help in the reader's language."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer

from samverkan import __version__
from samverkan.cli.completion import PROGRAM, complete
from samverkan.cli.ending import ending_of_error
from samverkan.cli.help import LocalCommand, LocalGroup, translate
from samverkan.cli.language import chosen_language, take_language, take_volume
from samverkan.cli.session import leave_out_plugins, line_to_complete, open_session, usual_language
from samverkan.cli.telling import set_volume
from samverkan.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from samverkan.words.sentence import Language

_SETTINGS: Any = {"help_option_names": ["--help", "-h"]}
# In the order in which they are listed; each is a function in a module of `cli/`, both of that name.
_COMMANDS = (
    *("init", "validate", "fix", "fmt", "render", "merge", "sign", "verify", "followup", "law", "report", "export"),
    *("new", "collect", "import", "example", "show", "compare", "rules", "explain", "fingerprint", "schema"),
    *("templates", "preview", "lsp", "completion"),
)
_MODULES = {"import": "importing"}
"""Commands whose names are words of Python."""


def run(arguments: Sequence[str]) -> int:
    """Run a command.

    Args:
        arguments: what stands after the program's name.

    Returns:
        The exit code.
    """
    language: Language = "en"
    leave_out_plugins()
    try:
        language = usual_language()
        asked, rest = take_language(arguments)
        language = chosen_language(asked, rest)
        volume, rest = take_volume(rest)
        set_volume(volume, language)
        return _run(rest, language)
    except BaseException as error:  # noqa: BLE001 - every end is told in the reader's language
        return ending_of_error(error, language)


def _run(arguments: list[str], language: Language) -> int:
    command, session = typer.main.get_group(_application(_asked_for(arguments))), open_session(language)
    translate(command, language)
    if asked := line_to_complete():
        return complete(command, session, asked)
    try:
        code = command.main(arguments, prog_name=PROGRAM, standalone_mode=False, obj=session)
    except SystemExit as ended:  # the library's own end where nobody reads the output any more
        raise ended.__context__ or ended from None
    sys.stdout.flush()
    if code == ExitCode.INTERRUPTED:  # typer ends with the code alone, and the user is to be told
        raise KeyboardInterrupt
    return code if isinstance(code, int) else ExitCode.CLEAN


def _asked_for(arguments: list[str]) -> tuple[str, ...]:
    """Give the command that is asked for; all where it is not plain which, as for the help that lists them."""
    asked = arguments[0] if arguments else ""
    return (asked,) if asked in _COMMANDS and not line_to_complete() else _COMMANDS


def _application(names: Sequence[str] = _COMMANDS) -> typer.Typer:
    """Put together the commands of some names; only their modules are imported, for each brings what it needs."""
    application = typer.Typer(
        cls=LocalGroup, add_completion=False, rich_markup_mode=None, context_settings=_SETTINGS, help="help-samverkan"
    )
    application.callback(invoke_without_command=True)(_root)
    for name in names:
        own = _MODULES.get(name, name)
        command: Callable[..., int] = getattr(import_module(f"samverkan.cli.{own}"), own)
        application.command(name, cls=LocalCommand, help=f"help-{name}", context_settings=_SETTINGS)(command)
    return application


def _root(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", "-V", help="help-version")] = False,
    lang: Annotated[str | None, typer.Option(metavar="sv|en", help="help-lang")] = None,  # noqa: ARG001 - taken earlier
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="help-quiet")] = False,  # noqa: ARG001 - likewise
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="help-verbose")] = False,  # noqa: ARG001 - likewise
) -> None:
    if version:
        typer.echo(f"samverkan {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
