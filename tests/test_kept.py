"""What is kept from run to run, and whatever somebody does to it: no wrong answer, nothing outside read or touched."""

from __future__ import annotations

import copy
import hashlib
import json
import os
import shutil
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samverkan.engine import Means, check_each
from samverkan.kept import Kept
from samverkan.source.workspace_files import surroundings
from samverkan.told import RuleSelection
from tests.conftest import SMALL
from tests.test_hostile import places

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

DAY = ("--today", "2026-06-01")
BROKEN = SMALL + "okänd: 1\nforums: [{}]\n"
posix = pytest.mark.skipif(sys.platform == "win32", reason="links, pipes and devices of this kind are not there")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / "a.yaml").write_text(BROKEN, encoding="utf-8")
    return tmp_path / "w"


def answer_in(place: Path, sort: str = "checks") -> Path:
    (found,) = (place / "samverkan" / sort).glob("*.json")
    return found


def as_link(answer: Path, outside: Path) -> None:
    outside.write_bytes(answer.read_bytes().replace(b"nyckel", b"HEMLIG"))
    answer.unlink()
    answer.symlink_to(outside)


def as_pipe(answer: Path, _outside: Path) -> None:
    answer.unlink()
    os.mkfifo(answer)


def as_endless(answer: Path, _outside: Path) -> None:
    answer.unlink()
    answer.symlink_to("/dev/zero")


def as_folder(answer: Path, _outside: Path) -> None:
    answer.unlink()
    (answer / "i").mkdir(parents=True)


def as_folder_elsewhere(answer: Path, outside: Path) -> None:
    outside.mkdir()
    answer.rename(outside / answer.name)
    answer.parent.rmdir()
    answer.parent.symlink_to(outside)


@posix
@pytest.mark.parametrize("sort", ["checks", "printed"])
@pytest.mark.parametrize("harm", [as_link, as_pipe, as_endless, as_folder, as_folder_elsewhere])
def test_what_is_no_file_of_ours_counts_as_not_there(
    harm: Callable[[Path, Path], None],
    sort: str,
    folder: Path,
    answers: Path,
    run: Callable[..., Outcome],
) -> None:
    first = run("validate", *DAY, cwd=folder)
    outside = folder.parent / "utanför"
    harm(answer_in(answers, sort), outside)
    shutil.rmtree(answers / "samverkan" / ("printed" if sort == "checks" else "checks"))  # nor is there another
    if outside.exists():
        os.utime(outside, (1, 1))
    held = {path: path.read_bytes() for path in (outside, *outside.glob("*")) if path.is_file()}
    again = run("validate", *DAY, cwd=folder)
    assert again == first
    assert again.code == 1
    assert held == {path: path.read_bytes() for path in (outside, *outside.glob("*")) if path.is_file()}
    assert not outside.exists() or outside.stat().st_mtime == 1


@posix
@pytest.mark.parametrize("home", ["/dev/null/hem", "/proc/self/hem", "/finns/inte", "a\x01b", ""])
def test_without_a_home_to_write_in_the_same_is_told(home: str, folder: Path, run: Callable[..., Outcome]) -> None:
    first = run("validate", *DAY, cwd=folder)
    assert run("validate", *DAY, cwd=folder, HOME=home, XDG_CACHE_HOME=home, XDG_STATE_HOME=home) == first
    assert sorted(path.name for path in folder.iterdir()) == ["a.yaml"]


@posix
def test_processes_at_once_tell_the_same_and_leave_whole_answers(folder: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "samverkan", "--lang", "sv", "validate", "--format", "json", *DAY]
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "c"), "PYTHONUTF8": "1"}
    running = [
        subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    told = {process.communicate(timeout=120) for process in running}
    assert len(told) == 1
    assert [process.returncode for process in running] == [1] * 4
    for kept in (answer_in(tmp_path / "c"), answer_in(tmp_path / "c", "printed")):
        assert [path.name for path in kept.parent.iterdir()] == [kept.name]
        seal, _, said = kept.read_bytes().partition(b"\n")
        assert json.loads(said)
        assert len(seal) == 64


POISONS: st.SearchStrategy[object] = st.sampled_from(
    [None, True, -1, 10**400, 1e308, "", "x" * 99, "\ud800", [], {}, [[]], {"a": None}, "9999-12-31"]
)


@given(data=st.data())
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_in_an_answer_it_is_used_or_counts_as_not_there(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Even where somebody has sealed it anew, as whoever may write to the folder can."""
    folder, kept, key, plain = _an_answer(tmp_path_factory)
    poisoned = copy.deepcopy(plain)
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.sampled_from(places(poisoned) or [()]))
        if not place:
            break
        around = poisoned
        for step in place[:-1]:
            around = around[step]
        if data.draw(st.booleans()):
            around[place[-1]] = data.draw(POISONS)
        else:
            del around[place[-1]]
    raw = json.dumps(poisoned).encode()
    (kept / "checks" / f"{key}.json").write_bytes(
        hashlib.sha256(key.encode() + b"\n" + raw).hexdigest().encode() + b"\n" + raw
    )
    Kept(kept).get(key, {str(folder / "a.yaml"): BROKEN.encode()})


_MADE: list[tuple[Path, Path, str, Any]] = []


def _an_answer(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, str, Any]:
    if not _MADE:
        folder, kept = tmp_path_factory.mktemp("w"), tmp_path_factory.mktemp("kept")
        (folder / "a.yaml").write_text(BROKEN, encoding="utf-8")
        check_each(surroundings([str(folder)]), date(2026, 6, 1), RuleSelection(), Means(1, kept))
        (answer,) = (kept / "checks").glob("*.json")
        _MADE.append((folder, kept, answer.stem, json.loads(answer.read_bytes().partition(b"\n")[2])))
    return _MADE[0]
