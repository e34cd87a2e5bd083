"""The component for GitLab: what it says, and its script run as a runner runs it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from ruamel.yaml import YAML

from tests.conftest import ROOT, SMALL

if TYPE_CHECKING:
    from pathlib import Path

SHELL = shutil.which("sh") or ""
HOSTILE = "-fel, $(touch x) `touch x`.yaml"


def component() -> tuple[dict[str, Any], dict[str, Any]]:
    """Read the inputs, and the job that they are put into."""
    text = (ROOT / "ci" / "gitlab" / "samverkan.yml").read_text(encoding="utf-8")
    head, body = YAML(typ="safe", pure=True).load_all(text)
    return head["spec"]["inputs"], body["samverkan"]


def test_every_input_is_told_of_and_used_once() -> None:
    inputs, job = component()
    assert all(one["description"] and "default" in one for one in inputs.values())
    assert sorted(re.findall(r"\$\[\[ inputs\.([\w-]+) ]]", json.dumps(job))) == sorted(inputs)


def test_no_input_becomes_a_part_of_a_command() -> None:
    _, job = component()
    assert "$[[" not in json.dumps([job["before_script"], job["script"]])
    assert all(one["expand"] is False for one in job["variables"].values())


def variables(**given: str) -> dict[str, str]:
    """Give the job's variables, with inputs in their places."""
    inputs, job = component()
    known = {name: str(one["default"]) for name, one in inputs.items()} | {
        name.replace("_", "-"): value for name, value in given.items()
    }
    return {
        name: re.sub(r"\$\[\[ inputs\.([\w-]+) ]]", lambda found: known[found[1]], one["value"])
        for name, one in job["variables"].items()
    }


@pytest.mark.skipif(sys.platform == "win32" or not SHELL, reason="sh is not installed")
@pytest.mark.parametrize(("fail_level", "named", "code"), [("error", "avtal.yaml", 0), ("error", HOSTILE, 1)])
def test_a_job_tells_what_is_to_be_mended_and_keeps_documents(
    tmp_path: Path, fail_level: str, named: str, code: int
) -> None:
    folder = tmp_path / "två ord"
    folder.mkdir()
    programs = tmp_path / "venv" / "bin"
    programs.mkdir(parents=True)
    # What pip would install: the program of these tests.
    started = programs / "samverkan"
    started.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m samverkan "$@"\n', encoding="utf-8")
    started.chmod(0o755)
    (folder / "avtal.yaml").write_text(SMALL, encoding="utf-8")
    (folder / HOSTILE).write_text(SMALL.replace("avtal-2024", "fel") + "okänd: 1\n", encoding="utf-8")
    paths = f"./{named}\navtal.yaml\n" if named == HOSTILE else named
    _, job = component()
    around = (
        os.environ
        | variables(paths=paths, fail_level=fail_level, render="html")
        | {
            "CI_PROJECT_DIR": str(folder),
            "SAMVERKAN_VENV": str(programs.parent),
        }
    )
    done = subprocess.run(
        [SHELL, "-e", "-c", "\n".join(job["script"])],
        cwd=folder,
        env=around,
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == code, done.stderr
    told = json.loads((folder / job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert any(one["severity"] == "major" and one["location"]["path"] == HOSTILE for one in told) == bool(code)
    assert ("1 fel" in done.stdout) == bool(code)
    (documents,) = job["artifacts"]["paths"]
    assert [path.name for path in (folder / documents).glob("*.html")] == ["avtal-2024.html"]
    assert not (folder / "x").exists()


@pytest.mark.skipif(sys.platform == "win32" or not SHELL, reason="sh is not installed")
def test_nothing_that_is_checked_out_runs_while_the_program_is_installed(tmp_path: Path) -> None:
    for name in ("venv", "pip", "ensurepip", "sitecustomize", "subprocess", "logging"):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'spår')!r}, 'w').close()\n", encoding="utf-8")
    programs = tmp_path / "program"
    programs.mkdir()
    (programs / "python").symlink_to(sys.executable)
    around = {"PYTHONPATH": str(tmp_path), "TMPDIR": str(tmp_path), "PATH": f"{programs}:{os.environ['PATH']}"}
    _, job = component()
    done = subprocess.run(
        [SHELL, "-e", "-c", "\n".join(job["before_script"])],
        cwd=tmp_path,
        env=os.environ | variables(package="--help") | around,
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "Usage" in done.stdout
    assert not (tmp_path / "spår").exists()


@pytest.mark.skipif(sys.platform == "win32" or not SHELL, reason="sh is not installed")
def test_a_list_of_known_findings_is_used(tmp_path: Path) -> None:
    programs = tmp_path / "venv" / "bin"
    programs.mkdir(parents=True)
    started = programs / "samverkan"
    started.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m samverkan "$@"\n', encoding="utf-8")
    started.chmod(0o755)
    (tmp_path / "fel.yaml").write_text(SMALL + "okänd: 1\n", encoding="utf-8")
    keep = [str(started), "validate", "--write-baseline", "kända fel.json"]
    assert subprocess.run(keep, cwd=tmp_path, check=False, capture_output=True).returncode == 0
    _, job = component()
    done = subprocess.run(
        [SHELL, "-e", "-c", "\n".join(job["script"])],
        cwd=tmp_path,
        env=os.environ | variables(baseline="kända fel.json") | {"SAMVERKAN_VENV": str(programs.parent)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "gl-code-quality-report.json").read_text(encoding="utf-8")) == []
