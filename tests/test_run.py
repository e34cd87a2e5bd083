"""What a run reads, and the tables of formats that its results can be shown in."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from collections import Counter
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

import samverkan
from samverkan.output.duties import formats as duties
from samverkan.output.findings import formats as findings
from samverkan.output.rules import formats as rules
from samverkan.output.thread import formats as thread
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

# Writes the name of every document that the program opens, on lines of their own, after what the program itself says.
WATCHED = """\
import sys
opened = []
def watch(event, arguments):
    if event == "open" and str(arguments[0]).endswith(".yaml"):
        opened.append(str(arguments[0]))
sys.addaudithook(watch)
from samverkan.cli.main import run
code = run(sys.argv[1:])
print(*(f"opened {name}" for name in opened), sep="\\n")
sys.exit(code)
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\n", encoding="utf-8")
    for source in (ROOT / "tests" / "workspace").glob("*.yaml"):
        if source.name != "samverkan.yaml":
            (tmp_path / source.name).write_bytes(source.read_bytes())
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [
        ["validate", "."],
        ["followup", "--format", "csv"],
        ["show"],
        ["render", "--format", "html"],
        ["render", "--format", "html", "--check"],
        ["report", "--format", "html"],
    ],
    ids=" ".join,
)
def test_a_run_opens_each_document_once(workspace: Path, command: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *command, "--today", "2024-06-01"],
        cwd=workspace,
        capture_output=True,
        check=False,
        timeout=120,
    )
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    opened = Counter(line.rpartition("/")[2] for line in lines if line.startswith("opened "))
    expected = {path.name for path in workspace.glob("*.yaml")}
    assert len(expected) >= 7, "the workspace has a document of each kind"
    assert {name.removeprefix("opened ") for name in opened} == expected
    settings = next(count for name, count in opened.items() if name.endswith("samverkan.yaml"))
    assert settings <= 2, "once more before the arguments are read, for the language"
    assert {count for name, count in opened.items() if not name.endswith("samverkan.yaml")} == {1}


def test_a_faulty_time_limit_is_told_before_anything_is_made(run: Callable[..., Outcome], workspace: Path) -> None:
    ended = run("render", "--format", "html", cwd=workspace, SAMVERKAN_CONVERTER_SECONDS="en minut")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        "SAMVERKAN_CONVERTER_SECONDS är en minut, som inte är ett antal sekunder. Ange till exempel 120.\n"
    )
    assert not (workspace / "build").exists()


def test_every_format_that_can_be_asked_for_has_a_writer() -> None:
    assert list(findings.WRITERS) == list(findings.FindingsFormat)
    assert list(duties.WRITERS) == list(duties.DutyFormat)
    assert list(rules.WRITERS) == list(rules.RulesFormat)
    assert list(thread.WRITERS) == list(thread.ThreadFormat)


BROKEN_THREAD = """\
samverkan: 1
kind: follow-up
id: följd
title: Uppföljning
date: 2024-12-01
reviews: [{document: {title: Planen}}]
outcomes: [{item: saknas, result: reached}]
"""


@pytest.mark.parametrize(("more", "is_left_out"), [("", False), ("okänd: nyckel\n", True)])
def test_only_what_is_left_out_is_said_to_be(
    more: str, *, is_left_out: bool, run: Callable[..., Outcome], tmp_path: Path
) -> None:
    (tmp_path / "följd.yaml").write_text(BROKEN_THREAD + more, encoding="utf-8")
    told = run("render", "följd.yaml", "--format", "html").err
    assert (tmp_path / "build" / "följd.html").exists() is not is_left_out, told
    assert ("skrivs inte ut" in told) is is_left_out
    assert "samverkan validate" in told


def test_every_module_can_be_had_by_itself() -> None:
    for module in pkgutil.walk_packages(samverkan.__path__, "samverkan."):
        if not module.name.endswith("__main__"):
            assert import_module(module.name).__doc__, module.name
