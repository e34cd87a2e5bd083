"""What the program does is done on this machine: no command asks a network for anything."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

GUARDED = """\
import os, sys

ASKING = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.sendto", "urllib.Request"}

def guard(event, arguments):
    if event in ASKING or (event == "socket.connect" and isinstance(arguments[1], tuple)):
        os.write(2, event.encode())
        os._exit(99)

sys.addaudithook(guard)
"""
PROGRAM = GUARDED + "from samverkan.__main__ import main\nsys.exit(main())\n"
DAY = ("--today", "2024-06-01")


def guarded(code: str, folder: Path, *arguments: str) -> tuple[int, str]:
    around = {**os.environ, "XDG_CACHE_HOME": str(folder / "kept"), "XDG_STATE_HOME": str(folder / "state")}
    told = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=folder, capture_output=True, check=False, timeout=120, env=around
    )
    return told.returncode, told.stderr.decode("utf-8", "replace")


@pytest.mark.parametrize(
    "arguments",
    [
        ("validate", *DAY),
        ("show", *DAY),
        ("followup", *DAY, "--format", "ics"),
        ("law", *DAY),
        ("report", *DAY, "--format", "html"),
        ("render", "avtal-2024.yaml", *DAY, "--out", "ut"),
        ("export", *DAY, "--format", "csv", "--out", "tabeller"),
        ("compare", "avtal-2024.yaml", "avtal-2024.yaml"),
        ("new", "follow-up", ".", "--of", "plan-2024", *DAY),
        ("schema", "agreement"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_command_asks_no_network(arguments: tuple[str, ...], tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "workspace", tmp_path, dirs_exist_ok=True)
    code, said = guarded(PROGRAM, tmp_path, *arguments)
    assert code == 0, said


@pytest.mark.parametrize("asking", ["getaddrinfo('example.org', 80)", "socket().connect(('127.0.0.1', 9))"])
def test_one_that_asked_would_be_found(asking: str, tmp_path: Path) -> None:
    assert guarded(f"{GUARDED}import socket\nsocket.{asking}\n", tmp_path)[0] == 99
