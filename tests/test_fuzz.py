"""The targets of fuzzing over the inputs that are kept, and, where atheris is installed, some more of each."""

from __future__ import annotations

import importlib.util
import os
import platform
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tests.fuzz.run import CORPUS
from tests.fuzz.targets import TARGETS

if TYPE_CHECKING:
    from pathlib import Path

IS_MADE_FOR = (sys.platform, platform.machine()) == ("linux", "x86_64") and sys.version_info < (3, 14)
"""Where there is a wheel of atheris."""
RUNS = 2000
"""So many inputs, not seconds: a test tries the same on each machine, however fast it is."""
KEPT = [path for path in sorted(CORPUS.rglob("*")) if path.is_file()]


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_was_found_stays_mended(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


def test_every_target_has_inputs_to_begin_with() -> None:
    assert {path.parent.name for path in KEPT} == set(TARGETS)


@pytest.mark.parametrize("name", TARGETS)
def test_a_short_run_finds_nothing_new(name: str, tmp_path: Path) -> None:
    if importlib.util.find_spec("atheris") is None:
        assert os.environ.get("CI") != "true" or not IS_MADE_FOR, "atheris is not installed"
        pytest.skip("atheris is not installed")
    line = [sys.executable, "-m", "tests.fuzz.run", name, f"-runs={RUNS}", "-seed=1", "-rss_limit_mb=2048"]
    around = {key: value for key, value in os.environ.items() if not key.startswith("COVERAGE_")}
    around["PYTHONHASHSEED"] = "0"
    around["PYTHONPATH"] = os.pathsep.join(filter(None, (str(ROOT), around.get("PYTHONPATH"))))
    done = subprocess.run(line, cwd=tmp_path, env=around, capture_output=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[-3000:]
