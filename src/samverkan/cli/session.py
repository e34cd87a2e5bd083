"""What the program learns from around it: the language, the day and how output is to be written."""

from __future__ import annotations

import locale
import os
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, get_args

from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.words.commands import sentence
from samverkan.words.sentence import LANGUAGES, Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from samverkan.findings import Finding


@dataclass(frozen=True, slots=True)
class Session:
    """What every command is given."""

    language: Language


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


def chosen_language(asked: str | None, environment: Mapping[str, str]) -> Language:
    """Choose the language: the one asked for, else the environment's, else English.

    Raises:
        WrongUseError: a language that does not exist was asked for.
    """
    found = _language_of_environment(environment)
    if asked is None:
        return found
    for language in LANGUAGES:
        if asked.casefold() == language:
            return language
    raise WrongUseError(sentence("unknown-language", value=visible(asked), known=", ".join(get_args(Language))))


def _language_of_environment(environment: Mapping[str, str]) -> Language:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "sv" if value.casefold().startswith("sv") else "en"
    spoken = locale.getlocale()[0] or ""  # Windows and macOS set no variables
    return "sv" if spoken.casefold().startswith(("sv", "swedish")) else "en"


def chosen_day(written: str | None) -> date:
    """Give the day to judge dates by: the one asked for, else that of SOURCE_DATE_EPOCH, else the clock's.

    Raises:
        WrongUseError: it is not a day written as 2026-11-20.
    """
    if written is not None:
        try:
            return datetime.strptime(written, "%Y-%m-%d").replace(tzinfo=UTC).date()
        except ValueError:
            raise WrongUseError(sentence("bad-today", value=visible(written))) from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date()
        except (OverflowError, ValueError, OSError):
            raise WrongUseError(sentence("bad-epoch", value=visible(epoch))) from None
    return datetime.now().astimezone().date()


def is_day_asked(written: str | None) -> bool:
    """Tell whether a day was asked for, on the command line or by SOURCE_DATE_EPOCH."""
    return written is not None or os.environ.get("SOURCE_DATE_EPOCH", "").isdigit()


def prepare_output() -> None:
    """Make sure that no character can stop the output, whatever the terminal's encoding."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def write_bytes(content: str | bytes) -> None:
    """Write a file's content to the standard output as it is: always UTF-8, with its own line ends."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace"))
    sys.stdout.flush()


def tell_unreadable(findings: Iterable[Finding], session: Session) -> None:
    """Tell of files that could not be read at all, in a command that does not print other findings."""
    sys.stdout.flush()
    for finding in findings:
        if finding.rule == "unreadable-file":
            words = (finding.message.say(session.language), finding.help.say(session.language))
            sys.stderr.write(visible(" ".join(words)) + "\n")
