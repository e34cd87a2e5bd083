"""The program's own errors and the exit codes that scripts can rely on."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samverkan.words.sentence import Text


class ExitCode(IntEnum):
    """What the program's exit code means; the same for every command."""

    CLEAN = 0
    FINDINGS = 1
    WRONG_USE = 2
    NOTHING_TO_CHECK = 3
    READ_WRITE = 4
    OUR_FAULT = 70
    INTERRUPTED = 130
    CLOSED_PIPE = 141


class SamverkanError(Exception):
    """An error with a sentence for the user; the command stops with its exit code."""

    exit_code = ExitCode.OUR_FAULT

    def __init__(self, message: Text) -> None:
        super().__init__(message.say("en"))
        self.message = message


class WrongUseError(SamverkanError):
    """The command line or the settings ask for something that cannot be done."""

    exit_code = ExitCode.WRONG_USE


class NothingToCheckError(SamverkanError):
    """No file of ours was found where the user pointed."""

    exit_code = ExitCode.NOTHING_TO_CHECK


class ReadWriteError(SamverkanError):
    """Something could not be read or written."""

    exit_code = ExitCode.READ_WRITE
