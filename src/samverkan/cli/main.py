"""From the arguments to an exit code: the commands, their help in the reader's language, and every kind of end."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from samverkan import __version__
from samverkan.cli.fingerprint import fingerprint
from samverkan.cli.followup import followup
from samverkan.cli.help import LocalCommand, LocalGroup, translate, usage_error
from samverkan.cli.new import new
from samverkan.cli.render import render
from samverkan.cli.report import report
from samverkan.cli.rules import explain, rules
from samverkan.cli.schema import schema
from samverkan.cli.session import Session, chosen_language, prepare_output, take_language
from samverkan.cli.show import show
from samverkan.cli.templates import templates
from samverkan.cli.validate import validate
from samverkan.errors import ExitCode, SamverkanError
from samverkan.escape import visible
from samverkan.words.commands import sentence

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
    prepare_output()
    language: Language = "en"
    try:
        asked, rest = take_language(arguments)
        language = chosen_language(None, os.environ)
        language = chosen_language(asked, os.environ)
        return _run(rest, language)
    except SamverkanError as error:
        _say(error.message.say(language))
        return error.exit_code
    except typer.TyperException as error:
        _say(usage_error(error).say(language))
        return ExitCode.WRONG_USE
    except (KeyboardInterrupt, typer.Abort):
        _say(sentence("interrupted").say(language))
        return ExitCode.INTERRUPTED
    except BrokenPipeError:  # the reader of our output has left, as `head` does: end without a word
        _drop_output()
        return ExitCode.CLOSED_PIPE
    except OSError as error:  # files are read and written elsewhere; what is left is our own output
        _drop_output()
        _say(sentence("output-failed", why=error.strerror or type(error).__name__).say(language))
        return ExitCode.READ_WRITE
    except Exception as error:  # noqa: BLE001 - nobody is to meet a traceback
        _say(sentence("our-fault", log=_log(error)).say(language))
        return ExitCode.OUR_FAULT


def _run(arguments: list[str], language: Language) -> int:
    command = typer.main.get_command(_application())
    translate(command, language)
    code = command.main(arguments, prog_name="samverkan", standalone_mode=False, obj=Session(language))
    sys.stdout.flush()
    if code == ExitCode.INTERRUPTED:  # typer ends with the code alone, and the user is to be told
        raise KeyboardInterrupt
    return code if isinstance(code, int) else ExitCode.CLEAN


def _drop_output() -> None:
    """Let what is left in the output go, so that Python does not fail once more when it closes the stream."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _application() -> typer.Typer:
    application = typer.Typer(
        cls=LocalGroup, add_completion=False, rich_markup_mode=None, context_settings=_SETTINGS, help="help-samverkan"
    )
    application.callback(invoke_without_command=True)(_root)
    for command in (validate, render, followup, report, new, show, rules, explain, fingerprint, schema, templates):
        application.command(cls=LocalCommand, help=f"help-{command.__name__}", context_settings=_SETTINGS)(command)
    return application


def _root(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", "-V", help="help-version")] = False,
    lang: Annotated[str | None, typer.Option(metavar="sv|en", help="help-lang")] = None,  # noqa: ARG001 - taken earlier
) -> None:
    if version:
        typer.echo(f"samverkan {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def _say(text: str) -> None:
    sys.stderr.write(visible(text) + "\n")


def _log(error: Exception) -> str:
    """Keep what is needed to find the fault, without a word of what the documents hold."""
    frames = [f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    facts = f"samverkan {__version__}, Python {platform.python_version()}, {platform.system()}"
    try:
        handle, name = tempfile.mkstemp(prefix="samverkan-", suffix=".log", text=True)
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write("\n".join([facts, type(error).__name__, *frames]) + "\n")
    except OSError:
        return f"{type(error).__name__}, {Path(frames[-1].split(':')[0]).name if frames else '?'}"
    return name
