"""The wheel, installed in an empty virtual environment, does the whole job in an empty folder."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

from tests.conftest import EXAMPLES, ROOT


def test_an_installed_wheel_works_in_an_empty_folder(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(".*", "build", "dist", "__pycache__"))
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    wheel = [*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(tmp_path), str(source)]
    subprocess.run(wheel, check=True, timeout=300)
    built = next(tmp_path.glob("*.whl"))
    venv.create(tmp_path / "venv", with_pip=False)
    folder = "Scripts" if sys.platform == "win32" else "bin"
    python = tmp_path / "venv" / folder / "python"
    subprocess.run(
        [*pip, "--python", str(python), "install", "--no-deps", "--no-index", str(built)], check=True, timeout=300
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
