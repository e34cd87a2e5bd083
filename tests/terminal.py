"""A real terminal of some width, in which the tests run the program and press keys."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from select import select

import pytest

UNIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>78]")
_AT_THE_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # so that Ctrl-C reaches the program
os.execv(sys.argv[1], sys.argv[1:])
"""


@dataclass
class Terminal:
    """The program in a terminal: what it shows can be waited for, and keys can be pressed.

    Attributes:
        arguments: the command and its options.
        cwd: the folder that it is run in.
        width: how many characters a line has room for.
        environment: variables beside the usual ones.
    """

    arguments: tuple[str, ...]
    cwd: Path
    width: int = 80
    environment: dict[str, str] = field(default_factory=dict)
    _shown: bytes = b""

    def __post_init__(self) -> None:
        """Start the program."""
        import fcntl  # noqa: PLC0415 - not on Windows
        import struct  # noqa: PLC0415
        import termios  # noqa: PLC0415

        self._ours, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, self.width, 0, 0))
        told = ("COLUMNS", "LINES", "NO_COLOR", "LC_", "LANG", "FORCE_COLOR", "SAMVERKAN_", "CI")
        usual = {key: value for key, value in os.environ.items() if not key.startswith(told)}
        ours = {"TERM": "xterm", "PYTHONUTF8": "1", "LANG": "sv_SE.UTF-8", "XDG_STATE_HOME": str(self.cwd.parent)}
        self._process = subprocess.Popen(
            [sys.executable, "-c", _AT_THE_TERMINAL, sys.executable, "-m", "samverkan", *self.arguments],
            cwd=self.cwd,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            env=usual | ours | self.environment,
        )
        os.close(theirs)

    @property
    def text(self) -> str:
        """Everything shown so far, without colours and movements."""
        return _CONTROL.sub("", self._shown.decode("utf-8", "replace")).replace("\r", "")

    def wait_for(self, words: str, *, seconds: float = 30) -> None:
        """Wait until some words are shown."""
        until = time.monotonic() + seconds
        while words not in self.text:
            assert self._read(until), f"not shown: {words}\n{self.text}"

    def press(self, keys: str) -> None:
        """Press some keys, one after another, once the program waits for them.

        A question is shown a moment before it is waited for, and an interruption in between is seen at the next key.
        """
        self._wait_for_waiting()
        os.write(self._ours, keys.encode())

    def end(self, *, seconds: float = 60) -> int:
        """Wait until the program has left; give its exit code."""
        until = time.monotonic() + seconds
        with suppress(OSError):  # Linux ends a terminal with an error
            while self._read(until):
                pass
        os.close(self._ours)
        return self._process.wait(timeout=seconds)

    def _wait_for_waiting(self, *, seconds: float = 10) -> None:
        """Wait until the program sleeps, where the system tells of it."""
        state = Path(f"/proc/{self._process.pid}/stat")
        until = time.monotonic() + seconds
        while state.exists() and ") S " not in state.read_text() and time.monotonic() < until:
            time.sleep(0.01)

    def _read(self, until: float) -> bool:
        left = until - time.monotonic()
        if left <= 0 or not select([self._ours], [], [], left)[0]:
            self._process.kill()
            return False
        piece = os.read(self._ours, 1 << 12)
        self._shown += piece
        return bool(piece)
