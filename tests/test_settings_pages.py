"""The pages on settings say what the model says, and what they show can be used."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

UTF_8 = {**os.environ, "PYTHONUTF8": "1"}
PAGES = ("docs/sv/installningar.md", "docs/settings.md")


def test_the_pages_are_those_of_the_model() -> None:
    code = "import runpy, sys; print(end='', *[runpy.run_path(sys.argv[1])['pages']()[sys.argv[2]]])"
    for page, language in zip(PAGES, ("sv", "en"), strict=True):
        script = ROOT / "tools" / "make_settings_pages.py"
        command = [sys.executable, "-c", code, str(script), language]
        made = subprocess.run(command, capture_output=True, check=True, env=UTF_8).stdout.decode()
        assert made.splitlines() == (ROOT / page).read_text(encoding="utf-8").splitlines(), "run: make docs"


@pytest.mark.parametrize("page", PAGES)
def test_the_example_can_be_used(run: Callable[..., Outcome], tmp_path: Path, page: str) -> None:
    found = re.search(r"```yaml\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
    assert found
    (tmp_path / "samverkan.yaml").write_text(found[1], encoding="utf-8")
    (tmp_path / "avtal.yaml").write_text(SMALL, encoding="utf-8")
    assert run("validate", "--today", "2024-06-01").code == 0
