"""The container file: what it copies is enough to build the wheel, and what it runs is not root's."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from typing import TYPE_CHECKING

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (ROOT / "Containerfile").read_text(encoding="utf-8")
STEPS = [line.split(" ", 1) for line in TEXT.splitlines() if line and not line.startswith("#")]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def of(name: str) -> list[str]:
    """Give what stands after an instruction of a name, each time."""
    return [rest for instruction, rest in STEPS if instruction == name]


def copied() -> list[str]:
    """Give the names of what is copied from the project."""
    return [name for step in of("COPY") if not step.startswith("--from") for name in step.split()[:-1]]


def test_it_holds_only_instructions_that_are_looked_at_here() -> None:
    assert {name for name, _ in STEPS} == {"FROM", "ENV", "WORKDIR", "COPY", "RUN", "USER", "ENTRYPOINT", "CMD"}


def test_it_builds_on_a_version_that_the_project_runs_with() -> None:
    images = [step.split()[0] for step in of("FROM")]
    assert len(set(images)) == 1
    found = re.fullmatch(r"python:(3\.\d+)-slim", images[0])
    assert found
    assert f"Programming Language :: Python :: {found[1]}" in PROJECT["project"]["classifiers"]


def test_the_last_stage_is_not_roots_and_starts_the_program() -> None:
    last = STEPS[[name for name, _ in STEPS].index("FROM", 1) :]
    names = [name for name, _ in last]
    assert names.index("USER") < names.index("ENTRYPOINT")
    assert re.fullmatch(r"[1-9]\d+:[1-9]\d+", dict(last)["USER"])
    assert "RUN" not in names[names.index("USER") :]
    assert dict(last)["ENTRYPOINT"] == '["samverkan"]'
    assert "samverkan" in PROJECT["project"]["scripts"]
    assert "pip" not in " ".join(rest for name, rest in last if name == "RUN")


def test_every_library_is_checked_by_its_hash() -> None:
    fetching = [step for step in of("RUN") if "pip" in step and "--no-index" not in step and " wheel " not in step]
    assert fetching
    assert all("--require-hashes" in step and "--only-binary :all:" in step for step in fetching)
    wanted = re.findall(r'"samverkan\[(.*?)\]"', TEXT)
    assert set(",".join(wanted).split(",")) <= set(PROJECT["project"]["optional-dependencies"])


def test_what_is_copied_makes_the_whole_wheel(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for name in copied():
        place = ROOT / name
        if place.is_dir():
            shutil.copytree(place, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(place, source)
    (step,) = [step for step in of("RUN") if " wheel " in step]
    command = step.replace("/wheels", str(tmp_path)).split()
    subprocess.run([sys.executable, *command[1:], "--quiet", "--disable-pip-version-check"], cwd=source, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
    for place in PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"].values():
        assert any(name.startswith(f"{place}/") for name in names), place
    assert any(name.endswith("licenses/LICENSE") for name in names)
