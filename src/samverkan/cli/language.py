"""The language to speak to the user in: the option, else the environment, the workspace's settings, the computer's."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, get_args

from samverkan.cli.session import language_of_environment, usual_language
from samverkan.cli.telling import Volume
from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.source.opening import UnreadableError
from samverkan.source.workspace_files import settings_for
from samverkan.words.commands import sentence
from samverkan.words.sentence import LANGUAGES, Language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.source.files import SourceFile

_VOLUMES = {"--quiet": Volume.QUIET, "-q": Volume.QUIET, "--verbose": Volume.VERBOSE, "-v": Volume.VERBOSE}


def take_language(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """Take `--lang` out of the arguments, wherever it stands before `--`.

    Returns:
        What was asked for, None if nothing was, and the other arguments.
    """
    asked: str | None = None
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            rest += [argument, *waiting]
        elif argument == "--lang":
            asked = next(waiting, "")
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
        else:
            rest.append(argument)
    return asked, rest


def take_volume(arguments: Sequence[str]) -> tuple[Volume, list[str]]:
    """Take `--quiet` and `--verbose` out of the arguments, wherever they stand before `--`.

    Returns:
        How much to say, and the other arguments.

    Raises:
        WrongUseError: both are there.
    """
    end = arguments.index("--") if "--" in arguments else len(arguments)
    asked = {_VOLUMES[argument] for argument in arguments[:end] if argument in _VOLUMES}
    if len(asked) > 1:
        raise WrongUseError(sentence("quiet-or-verbose"))
    rest = [argument for argument in arguments[:end] if argument not in _VOLUMES]
    return next(iter(asked), Volume.USUAL), [*rest, *arguments[end:]]


def chosen_language(asked: str | None, arguments: Sequence[str]) -> Language:
    """Choose the language of a run.

    Args:
        asked: what `--lang` says; None where it is not there.
        arguments: the other arguments, the first of which that is a file or a folder leads to the settings.

    Raises:
        WrongUseError: a language is asked for that is not here.
    """
    asked = language_of_environment() if asked is None else asked
    if asked is not None:
        return _language(asked)
    return _language_of_settings(arguments) or usual_language()


def _language(asked: str) -> Language:
    for language in LANGUAGES:
        if asked.casefold() == language:
            return language
    raise WrongUseError(sentence("unknown-language", value=visible(asked), known=", ".join(get_args(Language))))


@cache
def read_once(settings: SourceFile) -> bytes:
    """Read settings that are looked at before a command begins, and again beside its work.

    Raises:
        UnreadableError: they cannot be read.
    """
    return settings.read()


def _language_of_settings(arguments: Sequence[str]) -> Language | None:
    """Give the language that the settings name; what is wrong with them is told by the command that needs them."""
    place = next((one for one in arguments if not one.startswith("-") and os.path.lexists(one)), ".")
    source = settings_for(place)
    try:
        content = read_once(source) if source else b""
    except UnreadableError:
        return None
    if source is None or b"lang" not in content:
        return None
    from samverkan.gather import settings_in  # noqa: PLC0415 - heavy, and seldom needed this early

    try:
        return settings_in(source).lang
    except WrongUseError:
        return None
