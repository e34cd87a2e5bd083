"""What commands say in lines of their own: on the standard output, and beside it on the standard error."""

from __future__ import annotations

import sys
from contextvars import ContextVar
from enum import StrEnum
from typing import TYPE_CHECKING

from samverkan.escape import printable, without_commands
from samverkan.words.commands import sentence
from samverkan.words.sentence import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TextIO

    from samverkan.told import Told
    from samverkan.words.sentence import Text


class Volume(StrEnum):
    """How much commands say beside what they were asked for."""

    QUIET = "quiet"
    USUAL = "usual"
    VERBOSE = "verbose"


_VOLUME: ContextVar[tuple[Volume, Language]] = ContextVar("_VOLUME", default=(Volume.USUAL, "en"))


def set_volume(volume: Volume, language: Language) -> None:
    """Say so much from now on, and what is only said on request in this language."""
    _VOLUME.set((volume, language))


def is_quiet() -> bool:
    """Tell whether the user wants to see only what was asked for, and what is wrong."""
    return _VOLUME.get()[0] is Volume.QUIET


def is_verbose() -> bool:
    """Tell whether the user wants to know more than was asked for."""
    return _VOLUME.get()[0] is Volume.VERBOSE


def tell_more(text: Callable[[], Iterable[Text]]) -> None:
    """Say on the standard error what only those who ask for more want to know.

    Args:
        text: makes what is to be said, a line for each; not called unless it is wanted.
    """
    if is_verbose():
        for line in text():
            tell(line, _VOLUME.get()[1])


def tell_beside(text: Text) -> None:
    """Say on the standard error what the user most likely wants to know, unless the user wants it quiet."""
    if not is_quiet():
        tell(text, _VOLUME.get()[1])


def say_done(words: str) -> None:
    """Say one line of what the command has done, unless the user wants it quiet."""
    if not is_quiet():
        say(words)


def say(words: str) -> None:
    """Say one line on the standard output: part of what the command was asked for."""
    _write(words, sys.stdout)


def tell(text: Text, language: Language) -> None:
    """Say something on the standard error, after what the command has printed."""
    _tell(text.say(language))


def _tell(words: str) -> None:
    sys.stdout.flush()
    _write(words, sys.stderr)


def _write(words: str, stream: TextIO) -> None:
    line = printable(words)
    if stream.isatty():
        from samverkan.output.terminal import print_hanging  # noqa: PLC0415 - heavy, and only for terminals

        print_hanging(line, stream)
    else:
        stream.write(without_commands(line) + "\n")


def tell_left_out(result: Told, language: Language) -> None:
    """Tell that some documents could not be read, at all or in full, in a command that does not print findings."""
    tell_unreadable(result, language)
    if count := result.not_whole:
        tell(sentence("left-out" if count > 1 else "left-out-one", count=count), language)


def tell_unreadable(result: Told, language: Language) -> None:
    """Tell of files that could not be read at all, in a command that does not print other findings."""
    for finding in result.findings:
        if finding.rule == "unreadable-file":
            _tell(f"{finding.message.say(language)} {finding.help.say(language)}")
