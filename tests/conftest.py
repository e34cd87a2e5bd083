"""What many tests share: running the program as a user does, and a small agreement to change."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from samverkan.check import levels_of
from tests.filled import filled
from tests.warm import Warm, can_start

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
SMALL = """\
samverkan: 1
kind: agreement
id: avtal-2024
title: Samverkansöverenskommelse för Exempelby
parties:
  - {id: polisen, type: police, name: Lokalpolisområde Exempel}
  - {id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}
validity: {from: 2024, until: 2026}
purposes: [Färre brott och ökad trygghet.]
focus_areas:
  - {id: platser, title: Otrygga platser}
"""
UNTIDY = SMALL.replace(', code: "9901", name: Exempelby kommun', ', name: Exempelby kommun, code: "9901"')
"""The same in another order than `samverkan fmt` writes it."""


# How long an example takes says more of the machine than of the program; in CI the same examples are tried each time.
settings.register_profile("samverkan", deadline=None, print_blob=True, derandomize=os.environ.get("CI") == "true")
settings.load_profile("samverkan")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the expected output anew; read the diff")


@dataclass(frozen=True)
class Outcome:
    """How a run of the program ended."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder for what the program keeps between runs."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="session", autouse=True)
def apart(kept: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let runs that tests start themselves keep nothing in the folders of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_STATE_HOME", str(kept))
        patched.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("answers")))
        yield


@pytest.fixture
def answers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder for what the program may lose at any time: of each test its own, so that none knows another's."""
    return tmp_path_factory.mktemp("answers")


@pytest.fixture
def other_rules() -> Iterator[None]:
    """Let a test put other rules in the place of ours: which of them there are is known from one check to the next."""
    levels_of.cache_clear()
    yield
    levels_of.cache_clear()


@pytest.fixture(scope="session")
def warm() -> Iterator[Warm]:
    """Keep a process with the program's modules ready while the tests run."""
    starter = Warm()
    yield starter
    starter.close()


@pytest.fixture
def run(tmp_path: Path, kept: Path, answers: Path, warm: Warm) -> Callable[..., Outcome]:
    """Run the program in a folder of its own."""

    def run_program(*arguments: str, cwd: Path = tmp_path, stdin: bytes | None = None, **environment: str) -> Outcome:
        told = ("LC_", "LANG", "COLUMNS", "LINES")
        surroundings = {k: v for k, v in os.environ.items() if not k.startswith(told)}
        surroundings |= {"LANG": "sv_SE.UTF-8", "PYTHONWARNINGS": "error", "PYTHONUTF8": "1"}
        surroundings |= {"XDG_STATE_HOME": str(kept), "XDG_CACHE_HOME": str(answers), **environment}
        start = warm.run if can_start(surroundings) else _start
        code, out, err = start(list(arguments), cwd, stdin, surroundings)
        return Outcome(code, out.decode("utf-8", "replace"), err.decode("utf-8", "replace"))

    return run_program


def _start(
    arguments: list[str], cwd: Path, stdin: bytes | None, environment: dict[str, str]
) -> tuple[int, bytes, bytes]:
    done = subprocess.run(
        [sys.executable, "-m", "samverkan", *arguments],
        cwd=cwd,
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        check=False,
        timeout=120,
        env=environment,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="session")
def make(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Write a document with every field filled in beside the small workspace, once for each kind and words."""

    @cache
    def made(kind: str, *words: str) -> Path:
        folder = tmp_path_factory.mktemp("hel")
        shutil.copytree(ROOT / "tests" / "workspace", folder, dirs_exist_ok=True)
        path = folder / f"hel-{kind}.yaml"
        path.write_text(json.dumps(filled(kind, *words), ensure_ascii=False), encoding="utf-8")
        return path

    return made


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Hold a text against the file of what is expected."""

    def compare(path: Path, found: str) -> None:
        if request.config.getoption("--update-golden"):
            path.write_bytes(found.encode())
        expected = path.read_bytes().decode() if path.exists() else ""
        assert found == expected

    return compare


def program(name: str) -> str:
    """Find a program that only tests need: skip the test where it is missing, fail where CI must have it."""
    path = shutil.which(name)
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail(f"{name} is missing, and CI must have it: see .ci/run")
        pytest.skip(f"{name} is not installed; .ci/run names the package")
    return path


def plain(text: str) -> Any:
    """Read YAML as the program does."""
    from samverkan.source.reader import parse  # noqa: PLC0415 - a test of reading imports it by itself

    data, faults = parse(text)
    assert not faults, faults
    return data


def written(data: dict[str, Any] | list[Any] | str | None) -> str:
    """Write plain data as YAML in which every text is quoted."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{key}: {written(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(written(value) for value in data) + "]"
    if data is None:
        return "~"
    return "'" + data.replace("'", "''") + "'"
