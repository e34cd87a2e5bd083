"""Runs of the program that may not pass by the rights of files, as root otherwise does."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.conftest import Outcome

if TYPE_CHECKING:
    from pathlib import Path


def run_without_might(folder: Path, *arguments: str, **environment: str) -> Outcome:
    """Run the program in a folder, as somebody who is not let in everywhere."""
    done = subprocess.run(
        [sys.executable, "-m", "samverkan", *arguments],
        cwd=folder,
        env={**os.environ, "LANG": "sv_SE.UTF-8", "PYTHONUTF8": "1", **environment},
        preexec_fn=without_might,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=120,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def without_might() -> None:
    """Take away root's right to pass by all rights, for this process and what it starts."""
    if os.geteuid() == 0 and sys.platform == "linux":
        library = ctypes.CDLL(None)
        for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            library.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP
