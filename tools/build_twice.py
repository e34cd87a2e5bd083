"""Build the source archive and the wheel twice, in different surroundings, and keep them if the bytes are the same.

The second time they are built from the first source archive, so it is shown too that it holds all that a build needs.
On a tag its name must be that of the version, and where there is git the archive holds only what is committed.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
# As different as another builder's computer can be: the day, the language, the clock's zone, and the order of sets.
ELSEWHERE = {"LC_ALL": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4711"}
MADE_BY_THE_BUILD = {"PKG-INFO"}


def asked_of_git(*arguments: str) -> str | None:
    """Give what git answers; none where this is no clone, or git is missing."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        return None
    command = [git, "-c", "core.quotePath=false", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True, encoding="utf-8").stdout


def build(project: Path, out: Path, surroundings: dict[str, str]) -> dict[str, bytes]:
    """Build both; give their names and bytes."""
    command = [
        sys.executable,
        "-m",
        "hatchling",
        "build",
        "--target",
        "sdist",
        "--target",
        "wheel",
        "--directory",
        str(out),
    ]
    subprocess.run(command, cwd=project, check=True, env=os.environ | surroundings, capture_output=True)
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


def unpacked(archive: Path, folder: Path) -> Path:
    """Unpack a source archive; give the folder that is in it."""
    with tarfile.open(archive) as tar:
        if hasattr(tarfile, "data_filter"):  # from Python 3.11.4 on
            tar.extractall(folder, filter="data")
        else:
            tar.extractall(folder)  # noqa: S202 - made here a moment ago
    (project,) = folder.iterdir()
    return project


def complaints(first: dict[str, bytes], second: dict[str, bytes], project: Path) -> list[str]:
    """Tell what a release may not be."""
    told = [f"{name}: other bytes the second time" for name in first if second.get(name) != first[name]]
    if set(first) != set(second):
        told.append(f"first {sorted(first)}, then {sorted(second)}")
    if (committed := asked_of_git("ls-files")) is not None:
        held = {path.relative_to(project).as_posix() for path in project.rglob("*") if path.is_file()}
        told += [f"{name}: not committed" for name in sorted(held - set(committed.splitlines()) - MADE_BY_THE_BUILD)]
        if changed := asked_of_git("status", "--porcelain", "--untracked-files=no"):
            told.append(f"changed since the commit:\n{changed}")
    tag = os.environ.get("GITHUB_REF_NAME", "") if os.environ.get("GITHUB_REF_TYPE") == "tag" else ""
    if tag and not any(name.startswith(f"samverkan-{tag.removeprefix('v')}-") for name in first):
        told.append(f"the tag is {tag}, and what was built is {', '.join(first)}")
    return told


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--out", type=Path, default=ROOT / "dist")
    out: Path = asked.parse_args().out
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or asked_of_git("log", "-1", "--format=%ct")
    day = {"SOURCE_DATE_EPOCH": epoch.strip()} if epoch else {}  # else the day that hatchling itself takes
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    first = build(ROOT, out, day)
    with tempfile.TemporaryDirectory() as folder:
        again = Path(folder) / "again"
        again.mkdir()
        kept = os.umask(0o077)
        try:
            project = unpacked(next(out.glob("*.tar.gz")), Path(folder) / "unpacked")
            second = build(project, again, day | ELSEWHERE)
        finally:
            os.umask(kept)
        wrong = complaints(first, second, project)
    for name, content in first.items():
        print(f"{hashlib.sha256(content).hexdigest()}  {name}")
    print("\n".join(wrong) or "Built twice, with the same bytes.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
