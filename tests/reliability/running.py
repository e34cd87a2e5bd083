"""The ways to start Python, and how the cases of the table are run in each."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from select import select
from typing import TYPE_CHECKING

from tests.conftest import Outcome
from tests.warm import Warm

if TYPE_CHECKING:
    from pathlib import Path

    from tests.reliability.case import Case

WITHOUT_COMPILED_PARSER = "_ruamel_yaml.py"
ENOUGH = 60
"""Seconds, which only what hangs takes."""


@dataclass(frozen=True)
class Mode:
    """A way to start Python.

    Attributes:
        options: its options.
        environment: the variables that it reads when it starts.
        is_pure: whether the compiled parser is missing.
    """

    options: tuple[str, ...] = ()
    environment: dict[str, str] = field(default_factory=dict)
    is_pure: bool = False


USUAL = {"PYTHONUTF8": "1"}
ASCII = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
MODES = {
    "usual": Mode(environment={**USUAL, "PYTHONHASHSEED": "0"}),
    "LC_ALL=C": Mode(environment=ASCII),
    "pure parser": Mode(environment=USUAL, is_pure=True),
    "-X dev -W error": Mode(("-X", "dev", "-W", "error"), USUAL),
    "-O": Mode(("-O",), USUAL),
    "-OO": Mode(("-OO",), USUAL),
    "random hash seed": Mode(environment={**USUAL, "PYTHONHASHSEED": "random"}),
}


class Runner:
    """Runs the cases of the table in one of the modes."""

    def __init__(self, mode: Mode, own: Path) -> None:
        self.mode = mode
        told = ("LC_", "LANG", "COLUMNS", "LINES", "PYTHONUTF8", "PYTHONHASHSEED", "PYTHONWARNINGS")
        counts = () if mode is MODES["usual"] else ("COVERAGE_",)  # the others go through the same lines
        around = {key: value for key, value in os.environ.items() if not key.startswith((*told, *counts))}
        self.around = around | {"XDG_STATE_HOME": str(own / "kept"), "LANG": "sv_SE.UTF-8"} | mode.environment
        if mode.is_pure:
            (own / "path").mkdir()
            (own / "path" / WITHOUT_COMPILED_PARSER).write_text("raise ImportError\n", encoding="utf-8")
            before = self.around.get("PYTHONPATH")
            self.around["PYTHONPATH"] = os.pathsep.join(filter(None, (str(own / "path"), before)))
        self._started: Warm | None = None

    @property
    def _warm(self) -> Warm | None:
        if self._started is None and hasattr(os, "fork"):
            self._started = Warm(self.mode.options, self.around)
        return self._started

    def wrong_with(self, case: Case, folder: Path) -> list[str]:
        """Try a case in a folder of its own; tell what is wrong."""
        place = folder / "yta"
        place.mkdir()
        case.lay(place)
        around = self.around | {"XDG_CACHE_HOME": str(folder / "answers"), **case.environment}
        is_of_python = any(key.startswith(("PYTHON", "LC_")) for key in case.environment)
        if case.meanwhile:
            code, out, err = self._at_a_terminal(case, place, around)
        elif case.script or self._warm is None or is_of_python:
            code, out, err = self._start(case, place, around)
        else:
            code, out, err = self._warm.run(case.arguments, place, case.stdin, around)
        return case.judge(place, Outcome(code, out.decode("utf-8", "replace"), err.decode("utf-8", "replace")))

    def _line(self, case: Case) -> list[str]:
        return [sys.executable, *self.mode.options, "-m", "samverkan", *case.arguments]

    def _at_a_terminal(self, case: Case, place: Path, around: dict[str, str]) -> tuple[int, bytes, bytes]:
        ours, theirs = os.openpty()
        with subprocess.Popen(
            self._line(case), cwd=place, stdin=theirs, stdout=theirs, stderr=theirs, env=around
        ) as program:
            os.close(theirs)
            shown = b""
            asked = False
            try:
                while select([ours], [], [], ENOUGH)[0] and (piece := os.read(ours, 1 << 12)):
                    shown += piece
                    if case.meanwhile and not asked and shown.rstrip(b" ").endswith((b":", b"?")):
                        asked = True
                        os.write(ours, case.meanwhile(place).encode())
            except OSError:  # how Linux ends a terminal
                pass
            finally:
                os.close(ours)
        return program.returncode, shown.replace(b"\r", b""), b""

    def _start(self, case: Case, place: Path, around: dict[str, str]) -> tuple[int, bytes, bytes]:
        line = self._line(case)
        if case.script:
            line = ["sh", "-c", case.script, "sh", *line]
        done = subprocess.run(
            line,
            cwd=place,
            input=case.stdin,
            stdin=subprocess.DEVNULL if case.stdin is None else None,
            capture_output=True,
            check=False,
            timeout=ENOUGH,
            env=around,
        )
        return done.returncode, done.stdout, done.stderr

    def close(self) -> None:
        """Let the process that starts runs end."""
        if self._started:
            self._started.close()
