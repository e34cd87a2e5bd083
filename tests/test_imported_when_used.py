"""What a command does not need is not imported: that is most of the time of a short one."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import EXAMPLES

if TYPE_CHECKING:
    from pathlib import Path

OF_MENDING = ("complaints", "degrees", "figures_said", "fitting", "key_meant", "meant_numbers", "meant_times", "mends")
NEVER_OF_HELP = ("pydantic", "ruamel.yaml", "jinja2", "rich.console", "samverkan.model.base", "samverkan.rules")
NEVER_OF_VALID = (
    *(f"samverkan.model.{name}" for name in OF_MENDING),
    *(
        "samverkan.source.blocks",
        "samverkan.source.line_slips",
        "samverkan.source.loose_items",
        "samverkan.source.pasted_along",
        "samverkan.source.syntax",
        "jinja2",
        "rich.console",
    ),
)
PROGRAM = """\
import os, sys
from samverkan.__main__ import main
code = main()
sys.stderr.write("\\n".join(sys.modules))
sys.stderr.flush()
os._exit(code)
"""


@pytest.mark.parametrize(
    ("command", "never"),
    [
        ("--help", NEVER_OF_HELP),
        ("validate --no-cache --format json", NEVER_OF_VALID),
        ("followup --no-cache --format json", NEVER_OF_VALID),
    ],
)
def test_only_what_is_used_is_imported(command: str, never: tuple[str, ...], tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / "exempelkommun", tmp_path / "yta")
    line = [sys.executable, "-c", PROGRAM, *command.split()]
    ended = subprocess.run(line, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=True)
    assert not set(never) & set(ended.stderr.split())
