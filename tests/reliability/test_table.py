"""The table: each case as a user meets it, and each row once more in each way that Python can be started."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import groupby
from typing import TYPE_CHECKING

import pytest

from tests.conftest import SMALL
from tests.reliability import environment, files, model, rendering, yaml
from tests.reliability.running import MODES, Runner

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.reliability.case import Case

CASES = [case for part in (files, yaml, model, rendering, environment) for case in part.CASES]
ROWS = [list(cases) for _, cases in groupby(CASES, key=lambda case: case.name[:3])]
OTHERS = [name for name in MODES if name != "usual"]


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runner]:
    runner = Runner(MODES["usual"], tmp_path_factory.mktemp("usual"))
    yield runner
    runner.close()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_row(case: Case, usual: Runner, tmp_path: Path) -> None:
    assert not (wrong := usual.wrong_with(case, tmp_path)), "\n".join(wrong)


@pytest.mark.parametrize("mode", OTHERS)
def test_every_row_in_each_mode(mode: str, tmp_path: Path) -> None:
    """Try one case of each row, in each mode another."""
    runner, turn = Runner(MODES[mode], tmp_path), OTHERS.index(mode)
    try:
        wrong = dict[str, list[str]]()
        for case in [row[turn % len(row)] for row in ROWS]:
            (tmp_path / case.name).mkdir()
            if found := runner.wrong_with(case, tmp_path / case.name):
                wrong[case.name] = found
    finally:
        runner.close()
    assert not wrong, "\n".join(f"{name}: {line}" for name, lines in wrong.items() for line in lines)


@pytest.mark.parametrize(
    ("mode", "told"),
    [
        ("LC_ALL=C", "ascii c"),
        ("pure parser", "utf-8 pure"),
        ("-X dev -W error", "dev_mode=True"),
        ("-O", "optimize=1"),
        ("-OO", "optimize=2"),
    ],
)
def test_the_modes_are_what_they_are_called(mode: str, told: str, tmp_path: Path) -> None:
    code = "import sys, samverkan.source.events as e; print(sys.flags, sys.stdout.encoding, end=' ');"
    code += "print('c' if e.has_c_parser() else 'pure')"
    runner = Runner(MODES[mode], tmp_path)
    runner.close()
    line = [sys.executable, *runner.mode.options, "-c", code]
    assert told in subprocess.run(line, env=runner.around, capture_output=True, check=True).stdout.decode()


READ_ONLY = 'mount --bind . . && mount -o remount,bind,ro . && mount -o remount,bind,ro / && cd "$PWD" && exec "$@"'


@pytest.mark.skipif(sys.platform != "linux", reason="mounts as Linux does")
@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("validate", 0, "inga fel"),
        ("followup", 0, ""),
        ("rules", 0, "ends-before-start"),
        ("render --format html,docx,pdf", 4, "Det gick inte att skriva build"),
    ],
)
def test_a_root_that_is_mounted_read_only(command: str, code: int, said: str, tmp_path: Path) -> None:
    apart = ["unshare", "--mount", "sh", "-c", READ_ONLY, "sh"]
    if subprocess.run([*apart, "true"], cwd=tmp_path, capture_output=True, check=False).returncode:
        pytest.skip("nothing may be mounted here: that takes a machine of its own, or its rights")
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    around = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "COVERAGE_"))}
    line = [*apart, sys.executable, "-m", "samverkan", *command.split(), "--lang", "sv"]
    ended = subprocess.run(line, cwd=tmp_path, env=around, capture_output=True, check=False)
    printed = (ended.stdout + ended.stderr).decode()
    assert ended.returncode == code
    assert said in printed
    assert "Traceback" not in printed
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_no_row_of_the_table_is_missing() -> None:
    assert [int(row[0].name[1:3]) for row in ROWS] == list(range(1, 71))
    assert len({case.name for case in CASES}) == len(CASES)
