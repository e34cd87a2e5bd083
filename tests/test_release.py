"""The archives that are released: the same bytes wherever they are built, and what would be wrong with them is told."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
from importlib import util
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType


@pytest.fixture(scope="module")
def building() -> ModuleType:
    spec = util.spec_from_file_location("build_twice", ROOT / "tools" / "build_twice.py")
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_both_archives_have_the_same_bytes_when_they_are_built_elsewhere(tmp_path: Path) -> None:
    project = tmp_path / "project"
    ignored = shutil.ignore_patterns(
        ".git", ".venv", ".*_cache", ".coverage", ".hypothesis", "build", "dist", "__pycache__"
    )
    shutil.copytree(ROOT, project, ignore=ignored)
    command = [sys.executable, "tools/build_twice.py", "--out", str(tmp_path / "dist")]
    done = subprocess.run(command, cwd=project, capture_output=True, check=False, text=True, encoding="utf-8")
    assert done.stdout.endswith("Built twice, with the same bytes.\n"), done.stdout + done.stderr
    assert done.returncode == 0
    (archive,) = (tmp_path / "dist").glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        held = {name.partition("/")[2] for name in tar.getnames()}
    needed = [
        "tests/conftest.py",
        "tools/build_twice.py",
        "ci/release.txt",
        "Makefile",
        "LICENSE",
        ".github/workflows/ci.yml",
    ]
    assert set(needed) <= held
    assert not [name for name in held if "__pycache__" in name or name.startswith((".git/", ".venv", "build/"))]


@pytest.fixture
def clone(tmp_path: Path, building: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a repository with one committed file, and have the script take it for the project's."""
    folder = tmp_path / "clone"
    folder.mkdir()
    (folder / "räksmörgås.txt").write_text("a", encoding="utf-8")
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "x"]):
        subprocess.run([*git, *command], cwd=folder, check=True)
    monkeypatch.setattr(building, "ROOT", folder)
    monkeypatch.delenv("GITHUB_REF_TYPE", raising=False)
    return folder


WHEEL = {"samverkan-1.0-py3-none-any.whl": b"a"}


def told(building: ModuleType, second: dict[str, bytes], project: Path) -> Any:
    return building.complaints(WHEEL, second, project)


def test_other_bytes_are_told_of(building: ModuleType, clone: Path) -> None:
    assert told(building, dict.fromkeys(WHEEL, b"b"), clone)[0].endswith("other bytes the second time")


def test_a_file_that_is_not_committed_is_told_of(building: ModuleType, clone: Path, tmp_path: Path) -> None:
    held = tmp_path / "held"
    held.mkdir()
    (held / "räksmörgås.txt").touch()
    (held / "PKG-INFO").touch()
    assert told(building, WHEEL, held) == []
    (held / "secret.txt").touch()
    assert told(building, WHEEL, held) == ["secret.txt: not committed"]
    (clone / "räksmörgås.txt").write_text("b", encoding="utf-8")
    assert "changed since the commit" in told(building, WHEEL, held)[1]


@pytest.mark.parametrize(("tag", "count"), [("v1.0", 0), ("v1.1", 1), ("1", 1)])
def test_a_tag_is_the_name_of_the_version(
    building: ModuleType, clone: Path, monkeypatch: pytest.MonkeyPatch, tag: str, count: int
) -> None:
    monkeypatch.setenv("GITHUB_REF_TYPE", "tag")
    monkeypatch.setenv("GITHUB_REF_NAME", tag)
    (clone / "empty").mkdir()
    assert len(told(building, WHEEL, clone / "empty")) == count
