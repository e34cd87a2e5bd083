"""From the arguments to an exit code: the commands, and their help in the reader's language."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from samverkan import __version__
from samverkan.cli.completion import PROGRAM, complete, completion
from samverkan.cli.ending import ending_of_error
from samverkan.cli.example import example
from samverkan.cli.fingerprint import fingerprint
from samverkan.cli.fix import fix
from samverkan.cli.followup import followup
from samverkan.cli.help import LocalCommand, LocalGroup, translate
from samverkan.cli.init import init
from samverkan.cli.language import chosen_language, take_language, take_volume
from samverkan.cli.law import law
from samverkan.cli.new import new
from samverkan.cli.preview import preview
from samverkan.cli.render import render
from samverkan.cli.report import report
from samverkan.cli.rules import explain, rules
from samverkan.cli.schema import schema
from samverkan.cli.session import line_to_complete, open_session, usual_language
from samverkan.cli.show import show
from samverkan.cli.telling import set_volume
from samverkan.cli.templates import templates
from samverkan.cli.validate import validate
from samverkan.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.words.sentence import Language

_SETTINGS: Any = {"help_option_names": ["--help", "-h"]}


def run(arguments: Sequence[str]) -> int:
    """Run a command.

    Args:
        arguments: what stands after the program's name.

    Returns:
        The exit code.
    """
    language: Language = "en"
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
    command, session = typer.main.get_group(_application()), open_session(language)
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


def _application() -> typer.Typer:
    application = typer.Typer(
        cls=LocalGroup, add_completion=False, rich_markup_mode=None, context_settings=_SETTINGS, help="help-samverkan"
    )
    application.callback(invoke_without_command=True)(_root)
    first = (init, validate, fix, render, followup, law, report, new, example, show)
    for command in (*first, rules, explain, fingerprint, schema, templates, preview, completion):
        application.command(cls=LocalCommand, help=f"help-{command.__name__}", context_settings=_SETTINGS)(command)
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
