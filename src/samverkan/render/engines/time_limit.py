"""How long a converter may take: one that hangs is given up, and the other documents are made."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, Generic, TypeVar

from samverkan.errors import ReadWriteError
from samverkan.render.engines.settings import SECONDS_VARIABLE, in_use
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

Made = TypeVar("Made")


def too_slow() -> ReadWriteError:
    """Say that a converter was given up."""
    return ReadWriteError(sentence("converter-slow", seconds=f"{in_use().seconds:g}", name=SECONDS_VARIABLE))


def within_limit(work: Callable[[], Made]) -> Made:
    """Do work that has no time limit of its own.

    Raises:
        ReadWriteError: it took too long. A thread cannot be stopped: it runs on in the background until the
            program ends.
    """
    running = _Work(work)
    running.start()
    running.join(in_use().seconds)
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
