"""The action for GitHub: what `action.yml` says, and its script run as a runner runs it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.conftest import ROOT, SMALL

SCRIPT = ROOT / "ci" / "action"


def action() -> dict[str, Any]:
    read: dict[str, Any] = YAML(typ="safe", pure=True).load((ROOT / "action.yml").read_text(encoding="utf-8"))
    return read


def test_actions_of_others_are_pinned_to_what_was_looked_at() -> None:
    used = [step["uses"] for step in action()["runs"]["steps"] if "uses" in step]
    assert used
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", one) for one in used)


def test_no_input_becomes_a_part_of_a_command() -> None:
    assert all("${{" not in step.get("run", "") for step in action()["runs"]["steps"])


def test_python_takes_no_module_from_the_working_folder() -> None:
    assert set(re.findall(r"python3?\"? (.*?-m) ", SCRIPT.read_text(encoding="utf-8"))) == {"-I -m"}


def test_every_input_reaches_the_script() -> None:
    script = SCRIPT.read_text(encoding="utf-8")
    (step,) = [step for step in action()["runs"]["steps"] if "run" in step]
    assert set(re.findall(r"SAMVERKAN_\w+", script)) | {"SAMVERKAN_LANG"} == set(step["env"])
    said = " ".join(str(value) for value in step["env"].values())
    assert {name for name in action()["inputs"] if f"inputs.{name} " in said} == set(action()["inputs"]) - {
        "python-version"
    }


@pytest.mark.skipif(sys.platform == "win32" or shutil.which("bash") is None, reason="bash is not installed")
def test_a_workflow_is_shown_what_is_to_be_mended_and_keeps_documents(tmp_path: Path) -> None:
    folder = tmp_path / "två ord"
    folder.mkdir()
    (folder / "avtal.yaml").write_text(SMALL, encoding="utf-8")
    for name in ("venv", "pip", "ensurepip", "subprocess", "logging"):  # Python would take them for its own
        (folder / f"{name}.py").write_text("open('x', 'w').close()\n", encoding="utf-8")
    hostile = SMALL.replace("avtal-2024", "fel") + "okänd: 1\n"
    (folder / "-fel, $(touch x).yaml").write_text(hostile, encoding="utf-8")
    output, summary = tmp_path / "output", tmp_path / "summary"
    output.touch()
    summary.touch()
    around = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    around |= {"GITHUB_WORKSPACE": str(folder), "GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary)}
    around |= {"SAMVERKAN_PATHS": "avtal.yaml\n./-fel, $(touch x).yaml\n", "SAMVERKAN_RENDER": "html"}
    around |= {"SAMVERKAN_LANG": "sv", "SAMVERKAN_FAIL_LEVEL": "error", "SAMVERKAN_BASELINE": ""}
    around |= {"TMPDIR": str(tmp_path)}
    done = subprocess.run(
        [str(SCRIPT)], cwd=folder, env=around, capture_output=True, check=False, text=True, encoding="utf-8"
    )
    assert done.returncode == 1, done.stderr
    assert "::error file=-fel%2C $(touch x).yaml,line=12," in done.stdout.replace("./", "")
    assert "2 filer granskade: 1 fel" in summary.read_text(encoding="utf-8")
    documents = Path(output.read_text(encoding="utf-8").removeprefix("documents=").strip())
    assert [path.name for path in documents.glob("*.html")] == ["avtal-2024.html"]  # the other cannot be read in full
    assert not (folder / "x").exists()
