"""The hooks of `.pre-commit-hooks.yaml`, run by pre-commit itself from a clone of the project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT, SMALL, UNTIDY

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = """\
repos:
  - repo: {project}
    rev: {revision}
    hooks: [{{id: samverkan-validate}}, {{id: samverkan-fix}}, {{id: samverkan-fmt}}]
"""


def git(folder: Path, *arguments: str) -> str:
    name = ("-c", "user.name=prov", "-c", "user.email=provSMALLlocalhost", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *name, *arguments], cwd=folder, capture_output=True, check=True, text=True)  # noqa: S607
    return done.stdout


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Clone the project as it is now."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        if os.environ.get("CI") == "true":
            pytest.fail("git is not installed, or this is no clone")
        pytest.skip("git is not installed, or this is no clone: apt-get install git")
    clone = tmp_path_factory.mktemp("samverkan")
    for name in git(ROOT, "ls-files", "-z").split("\0"):
        if name and (ROOT / name).is_file():
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, clone / name)
    git(clone, "init", "--quiet")
    git(clone, "add", "--all", "--force")
    git(clone, "commit", "--quiet", "--message", "Prov")
    return clone


def test_a_commit_is_checked(project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "två ord"
    folder.mkdir()
    git(folder, "init", "--quiet")
    revision = git(project, "rev-parse", "HEAD").strip()
    config = CONFIG.format(project=project, revision=revision)
    (folder / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    (folder / "avtal å.yaml").write_text(SMALL, encoding="utf-8")
    (folder / "compose.yaml").write_text("services: {web: 1}\n", encoding="utf-8")
    git(folder, "add", "--all")
    kept = {"PRE_COMMIT_HOME": str(tmp_path / "kept"), "LANG": "sv_SE.UTF-8"}
    around = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "LC_ALL", "LC_MESSAGES"}}

    def run() -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never"]
        return subprocess.run(
            command, cwd=folder, env=around | kept, capture_output=True, check=False, text=True, encoding="utf-8"
        )

    passed = run()
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert passed.stdout.count("Passed") == 3
    (folder / "avtal å.yaml").write_text(UNTIDY, encoding="utf-8")
    rewritten = run()
    assert rewritten.returncode == 1
    assert rewritten.stdout.count("Passed") == 2
    assert "files were modified by this hook" in rewritten.stdout
    assert (folder / "avtal å.yaml").read_text(encoding="utf-8") == SMALL
    assert (folder / "compose.yaml").read_text(encoding="utf-8") == "services: {web: 1}\n"
    (folder / "avtal å.yaml").write_text(SMALL + "okänd: 1\n", encoding="utf-8")
    failed = run()
    assert failed.returncode == 1
    assert "avtal å.yaml:12:1: fel [unknown-key]" in failed.stdout
