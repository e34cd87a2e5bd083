"""How long a converter may take: one that hangs is given up, and the other documents are made."""

from __future__ import annotations

import os
from threading import Thread
from typing import TYPE_CHECKING, Generic, TypeVar

from samverkan.errors import ReadWriteError, WrongUseError
from samverkan.escape import visible
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

VARIABLE = "SAMVERKAN_CONVERTER_SECONDS"
USUAL_SECONDS = 60.0

Made = TypeVar("Made")


def seconds_allowed() -> float:
    """Give the seconds that one conversion may take, from the environment where it says so.

    Raises:
        WrongUseError: what the environment says is no number of seconds.
    """
    asked = os.environ.get(VARIABLE, "")
    try:
        seconds = float(asked) if asked else USUAL_SECONDS
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= 86_400:  # noqa: PLR2004 - a day; also refuses what is not a number
        raise WrongUseError(sentence("converter-seconds", name=VARIABLE, value=visible(asked)))
    return seconds


def too_slow() -> ReadWriteError:
    """Say that a converter was given up."""
    return ReadWriteError(sentence("converter-slow", seconds=f"{seconds_allowed():g}", name=VARIABLE))


def within_limit(work: Callable[[], Made]) -> Made:
    """Do work that has no time limit of its own.

    Raises:
        ReadWriteError: it took too long. It goes on unseen until the program ends, for a thread cannot be stopped.
    """
    running = _Work(work)
    running.start()
    running.join(seconds_allowed())
    return running.result()


class _Work(Thread, Generic[Made]):
    def __init__(self, work: Callable[[], Made]) -> None:
        super().__init__(daemon=True)
        self._work = work
        self._made: list[Made] = []
        self._error: BaseException | None = None

    def run(self) -> None:
        try:
            self._made.append(self._work())
        except BaseException as error:  # noqa: BLE001 - raised where the result is asked for
            self._error = error

    def result(self) -> Made:
        if self._error is not None:
            raise self._error
        if not self._made:
            raise too_slow()
        return self._made[0]
