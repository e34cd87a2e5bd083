"""The wheel does the whole job: installed in an empty virtual environment, and as the archive that it is."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES, ROOT

PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(".*", "build", "dist", "__pycache__"))
    wheel = [*PIP, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(source)]
    subprocess.run(wheel, check=True, timeout=300)
    return next(folder.glob("*.whl"))


def test_an_installed_wheel_works_in_an_empty_folder(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTHONPATH", raising=False)  # it would lead to the source
    venv.create(tmp_path / "venv", with_pip=False)
    folder = "Scripts" if sys.platform == "win32" else "bin"
    python = tmp_path / "venv" / folder / "python"
    subprocess.run(
        [*PIP, "--python", str(python), "install", "--no-deps", "--no-index", str(built)], check=True, timeout=300
    )
    # The libraries are those of the tests; the package itself is the wheel's.
    packages = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        check=True,
        timeout=60,
    )
    (Path(packages.stdout.decode().strip()) / "libraries.pth").write_text(
        sysconfig.get_path("purelib"), encoding="utf-8"
    )
    work = tmp_path / "work"
    work.mkdir()
    shutil.copy(EXAMPLES / "founding" / "lessebo-2019.yaml", work)

    def samverkan(*arguments: str) -> str:
        command = [str(tmp_path / "venv" / folder / "samverkan"), *arguments]
        environment = {**os.environ, "LANG": "sv_SE.UTF-8"}
        done = subprocess.run(command, cwd=work, capture_output=True, check=True, timeout=120, env=environment)
        return done.stdout.decode()

    where = subprocess.run(
        [python, "-c", "import samverkan; print(samverkan.__file__)"],
        cwd=work,
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert str(tmp_path) in where.stdout.decode()
    assert samverkan("validate").startswith("1 fil granskad: inga fel")
    samverkan("render", ".", "--out", "ut")
    assert {path.suffix for path in (work / "ut").iterdir()} == {".md", ".html", ".pdf", ".docx", ".odt", ".json"}
    assert "lessebo-2019" in samverkan("followup", "--today", "2019-06-01")
    assert json.loads(samverkan("schema", "agreement"))["$defs"]
    packed = Path(packages.stdout.decode().strip()) / "samverkan" / "schemas" / "samverkan.schema.json"
    assert json.loads(samverkan("schema", "samverkan")) == json.loads(packed.read_bytes())
    samverkan("example", "follow-up", "--out", "exempel")
    samverkan("example", "exempelkommun", "--out", "kommunen")
    assert samverkan("validate", "exempel", "kommunen", "--today", "2026-11-20").endswith("inga fel.\n")


def test_a_wheel_that_nobody_has_unpacked_works(built: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    shutil.copytree(ROOT / "tests" / "workspace", work)
    environment = {**os.environ, "PYTHONPATH": str(built), "LANG": "sv_SE.UTF-8", "XDG_CACHE_HOME": str(tmp_path / "c")}

    def python(*arguments: str) -> str:
        command = [sys.executable, *arguments]
        done = subprocess.run(command, cwd=work, capture_output=True, check=True, timeout=120, env=environment)
        return done.stdout.decode()

    assert python("-c", "import samverkan; print(samverkan.__file__)").startswith(str(built))

    def samverkan(*arguments: str) -> str:
        return python("-m", "samverkan", *arguments)

    assert "inga fel" in samverkan("validate", "--today", "2024-06-01", "--jobs", "2", "--no-cache")
    first, again = (samverkan("followup", "--today", "2024-06-01") for _ in range(2))
    assert first == again
    assert list((tmp_path / "c").rglob("*.json"))
    samverkan("render", "avtal-2024.yaml", "--out", "ut")
    assert {path.suffix for path in (work / "ut").iterdir()} == {".md", ".html", ".pdf", ".docx", ".odt", ".json"}
    assert json.loads(samverkan("schema", "agreement"))["$defs"]
    assert "ends-before-start" in samverkan("rules")
    samverkan("example", "agreement", "--out", "exempel")
    samverkan("templates", "copy", "mallar")
    assert list((work / "mallar").iterdir())
