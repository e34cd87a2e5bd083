"""Running other programs: each may take so long and say so much, reaches no network, and may break without harm."""

from __future__ import annotations

import math
import subprocess
import sys
from contextlib import suppress
from threading import Thread
from time import monotonic
from typing import IO, TYPE_CHECKING, cast

from samverkan.errors import ReadWriteError
from samverkan.render.engines.settings import SECONDS_VARIABLE
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MOST_ANSWERED = 200_000_000
"""The most bytes that a program is listened to: no document comes near it."""
_NOWHERE = "http://127.0.0.1:1"
"""A port of this machine that nothing listens to."""
_PART = 1 << 16
_NO_MEMORY = 251
"""How Haskell's programs end when they have taken all the memory that they may."""


def too_slow(seconds: float) -> ReadWriteError:
    """Say that a converter was given up after so long."""
    return ReadWriteError(sentence("converter-slow", seconds=f"{seconds:g}", name=SECONDS_VARIABLE))


def without_network(environment: Mapping[str, str]) -> dict[str, str]:
    """Let every proxy of an environment lead nowhere: what heeds them fetches nothing, and looks up no name."""
    around = {name: value for name, value in environment.items() if not name.casefold().endswith("_proxy")}
    ways = ("http_proxy", "https_proxy", "all_proxy", "ftp_proxy")
    return around | dict.fromkeys([*ways, *map(str.upper, ways)], _NOWHERE)


def answer_of(command: Sequence[str], content: bytes, environment: Mapping[str, str], seconds: float) -> bytes:
    """Give a program something to read, and return all that it answers.

    Args:
        command: the program and its arguments.
        content: what it reads.
        environment: its variables.
        seconds: how long it may take.

    Raises:
        ReadWriteError: it cannot be run, failed, said too much, or took too long.
    """
    end = monotonic() + seconds
    try:
        process = subprocess.Popen(  # noqa: S603 - our own program, no shell, text on its standard input
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env=without_network(environment),
        )
    except (OSError, ValueError):
        raise ReadWriteError(sentence("converter-failed")) from None
    _limit_time(process.pid, seconds)
    told = _Telling(cast("IO[bytes]", process.stdin), content)
    heard = _Hearing(cast("IO[bytes]", process.stdout))
    try:
        told.start()
        heard.start()
        heard.join(end - monotonic())
        process.wait(max(0, end - monotonic()))
    except subprocess.TimeoutExpired:
        raise too_slow(seconds) from None
    finally:
        process.kill()
        process.wait()
    if heard.is_alive():  # what the program has started holds on to the pipe: the thread is left behind
        raise too_slow(seconds)
    says_too_much = len(heard.content) > MOST_ANSWERED  # and is ended by the closed pipe
    if not says_too_much and (process.returncode < 0 or process.returncode == _NO_MEMORY):
        raise ReadWriteError(sentence("converter-broke"))
    if says_too_much or process.returncode:
        raise ReadWriteError(sentence("converter-failed"))
    return bytes(heard.content)


def _limit_time(process: int, seconds: float) -> None:
    """Let the system end a program that goes on when we ourselves have been killed; only Linux can."""
    if sys.platform != "linux":  # pragma: no cover - Windows and macOS
        return
    import resource  # noqa: PLC0415 - not on Windows

    most = 2 * math.ceil(seconds)
    with suppress(OSError, ValueError):  # it has ended already, or may take less
        resource.prlimit(process, resource.RLIMIT_CPU, (most, most + 1))


class _Telling(Thread):
    """Writes to a program as fast as it reads."""

    def __init__(self, pipe: IO[bytes], content: bytes) -> None:
        super().__init__(daemon=True)
        self._pipe = pipe
        self._left = memoryview(content)

    def run(self) -> None:
        with self._pipe, suppress(OSError):  # it has read enough, or has ended
            while self._left:
                self._left = self._left[self._pipe.write(self._left[:_PART]) :]


class _Hearing(Thread):
    """Reads what a program says, until it is too much."""

    def __init__(self, pipe: IO[bytes]) -> None:
        super().__init__(daemon=True)
        self._pipe = pipe
        self.content = bytearray()

    def run(self) -> None:
        with self._pipe:
            while len(self.content) <= MOST_ANSWERED and (part := self._pipe.read(_PART)):
                self.content += part
