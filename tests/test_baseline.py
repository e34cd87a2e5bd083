"""Findings that are known already: only new ones are told, wherever lines move to."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from samverkan.errors import ExitCode
from tests.conftest import ROOT, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

KEEP = ("validate", "--write-baseline", "known.json")
LOOK = ("validate", "--baseline", "known.json", "--fail-level", "note", "--notes")


@pytest.fixture
def old(tmp_path: Path, run: Callable[..., Outcome]) -> Path:
    path = tmp_path / "avtal.yaml"
    path.write_text(SMALL + "okänd: 1\n", encoding="utf-8")
    assert run(*KEEP).code == ExitCode.CLEAN
    return path


def test_what_is_known_is_not_told(run: Callable[..., Outcome], old: Path) -> None:
    ended = run(*LOOK)
    assert ended.code == ExitCode.CLEAN
    assert "okänd" not in ended.out
    assert re.search(r"^\d+ kända påpekanden visas inte\.$", ended.err, re.MULTILINE)
    assert run("validate", old.name).code == ExitCode.FINDINGS


def test_it_stays_known_when_lines_move(run: Callable[..., Outcome], old: Path) -> None:
    old.write_text("# en\n# två\n\n" + old.read_text(encoding="utf-8"), encoding="utf-8")
    assert run(*LOOK).code == ExitCode.CLEAN


def test_what_is_new_is_told(run: Callable[..., Outcome], old: Path) -> None:
    old.write_text(old.read_text(encoding="utf-8") + "ny: 1\n", encoding="utf-8")
    ended = run(*LOOK, "--format", "json")
    assert ended.code == ExitCode.FINDINGS
    assert [found["path"] for found in json.loads(ended.out)["findings"]] == ["ny"]


def test_what_is_gone_is_told(run: Callable[..., Outcome], old: Path) -> None:
    old.write_text(SMALL, encoding="utf-8")
    ended = run("validate", "--baseline", "known.json")
    assert ended.code == ExitCode.CLEAN
    assert "1 av de kända finns inte längre." in ended.err
    assert run(*KEEP).code == ExitCode.CLEAN
    assert "inte längre" not in run(*LOOK).err


def test_it_is_the_same_from_another_folder(run: Callable[..., Outcome], old: Path, tmp_path: Path) -> None:
    (tmp_path / "under").mkdir()
    ended = run("validate", f"../{old.name}", "--baseline", "../known.json", cwd=tmp_path / "under")
    assert ended.code == ExitCode.CLEAN


def test_what_is_known_of_the_standard_input_is_not_told(run: Callable[..., Outcome]) -> None:
    faulty = f"{SMALL}okänd: 1\n".encode()
    assert run("validate", "-", *KEEP[1:], stdin=faulty).code == ExitCode.CLEAN
    assert run("validate", "-", "--baseline", "known.json", stdin=faulty).code == ExitCode.CLEAN
    told = run("validate", "-", "--baseline", "known.json", stdin=faulty + b"annan: 1\n")
    assert (told.code, "annan" in told.out, "okänd" in told.out) == (ExitCode.FINDINGS, True, False)


def test_more_than_are_told_are_known_too(run: Callable[..., Outcome], old: Path) -> None:
    many = SMALL + "".join(f"okänd{i}: 1\n" for i in range(250))
    old.write_text(many, encoding="utf-8")
    run(*KEEP)
    assert run(*LOOK).code == ExitCode.CLEAN
    old.write_text(many + "till: 1\ntill2: 1\n", encoding="utf-8")
    assert json.loads(run(*LOOK, "--format", "json").out)["untold"][0]["count"] == 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"samverkan_baseline": "2", "findings": [], "untold": []}',
        "[" * 100_000,
        "\udcff",
        '{"samverkan_baseline": "1", "findings": [1], "untold": []}',
    ],
)
def test_another_file_is_neither_used_nor_replaced(
    run: Callable[..., Outcome], old: Path, text: str, tmp_path: Path
) -> None:
    assert old.exists()
    path = tmp_path / "known.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    for command in (KEEP, LOOK):
        ended = run(*command)
        assert ended.code == ExitCode.WRONG_USE
        assert "den är ingen sådan lista" in ended.err
    assert path.read_bytes() == text.encode("utf-8", "surrogateescape")


def test_a_list_that_is_not_there_is_told(run: Callable[..., Outcome], old: Path) -> None:
    ended = run("validate", old.name, "--baseline", "finns-inte.json")
    assert ended.code == ExitCode.WRONG_USE
    assert "finns-inte.json" in ended.err


def test_what_cannot_be_read_is_never_known(run: Callable[..., Outcome], old: Path, tmp_path: Path) -> None:
    assert old.exists()
    (tmp_path / "stängd.yaml").symlink_to("stängd.yaml")
    paths = ("avtal.yaml", "stängd.yaml")
    assert run("validate", *paths, *KEEP[1:]).code == ExitCode.READ_WRITE
    assert run("validate", *paths, *LOOK[1:]).code == ExitCode.READ_WRITE


@pytest.mark.parametrize("page", ["docs/ci.md", "docs/sv/ci.md"])
def test_the_guides_commands_run(page: str, run: Callable[..., Outcome], tmp_path: Path) -> None:
    commands = re.findall(r"^\$ samverkan (.*)$", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE)
    assert len(commands) == 2
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    assert [run(*command.split()).code for command in commands] == [ExitCode.CLEAN, ExitCode.CLEAN]
