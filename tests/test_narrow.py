"""Terminals of every width: each line fits, nothing is left out, and no word is broken."""

from __future__ import annotations

import io
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from samverkan.cli import main
from samverkan.words.help_examples import HELP_EXAMPLES
from tests.conftest import EXAMPLES, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WIDTHS = (50, 64, 80, 100, 120)
WIDEST = 1000
DAY = "--today=2026-11-20"
EXCERPT = re.compile(r"^ +\d+ │ .*\n +│ +\^+$", re.MULTILINE)
"""A line of a document with a mark below: a part of it, in a narrow terminal."""
READS = (
    f"validate exempelkommun --notes {DAY}",
    f"validate broken --notes {DAY}",
    f"followup exempelkommun --all {DAY}",
    f"followup broken --all --spread {DAY}",
    f"show exempelkommun {DAY}",
    f"show broken {DAY}",
    f"law exempelkommun {DAY}",
    f"law founding broken {DAY}",
    "rules",
    "explain empty-value",
    "explain promise-not-made-known",
    "explain no-such-rule",
    "example",
    "fix broken --diff",
    "fingerprint exempelkommun",
    "validate --select nonsense",
    "validate mapp/som/inte/finns/här.yaml",
    "render --format doc",
    "new situation-picture founding",
    f"report exempelkommun --format md --out rapporter --force {DAY}",
)


class Screen(io.StringIO):
    """What a terminal of some width shows."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Run a command in a terminal of some width, in this process: there are many."""

    def show(command: str, folder: Path, width: int, language: str = "sv") -> str:
        screen = Screen()
        monkeypatch.setenv("COLUMNS", str(width))
        monkeypatch.chdir(folder)
        monkeypatch.setattr("sys.stdout", screen)
        monkeypatch.setattr("sys.stderr", screen)
        assert main.run([*command.split(), "--lang", language]) in {0, 1, 2, 4}
        monkeypatch.undo()
        return re.sub(r"\x1b\[[0-9;]*m", "", screen.getvalue())

    return show


def words(text: str, width: int) -> set[str]:
    """Give the words of a text that the terminal has room for, without what is drawn around them."""
    drawn = re.sub(r"(^| )([─│├└…-]+|╴)(?= |$)", " ", text, flags=re.MULTILINE)
    return {word.removesuffix(":") for word in drawn.split() if len(word) < width}


def check(narrow: str, wide: str, width: int) -> None:
    assert [line for line in narrow.splitlines() if len(line) > width] == []
    assert sorted(words(wide, width) - words(narrow, width)) == []


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("smal")
    shutil.copytree(EXAMPLES, made, dirs_exist_ok=True)
    return made


@pytest.mark.parametrize("command", READS)
def test_every_word_stands_whole_at_every_width(command: str, folder: Path, shown: Callable[..., str]) -> None:
    wide = EXCERPT.sub("", shown(command, folder, WIDEST))
    for width in WIDTHS:
        check(shown(command, folder, width), wide, width)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_page_of_help_does_so(language: str, folder: Path, shown: Callable[..., str]) -> None:
    for command in sorted(HELP_EXAMPLES):
        pages = {width: shown(f"{command} --help", folder, width, language) for width in (50, 120)}
        to_copy = {line.strip() for line in pages[120].splitlines() if line.startswith("  samverkan")}
        narrow = "\n".join(line for line in pages[50].splitlines() if line.strip() not in to_copy)
        check(narrow, "\n".join(line for line in pages[120].splitlines() if line.strip() not in to_copy), 50)


def test_a_word_longer_than_the_terminal_is_all_that_is_broken(tmp_path: Path, shown: Callable[..., str]) -> None:
    name = "ö" * 70
    (tmp_path / "avtal.yaml").write_text(SMALL.replace("avtal-2024", name), encoding="utf-8")
    for command in (f"followup --all {DAY}", f"show {DAY}"):
        assert name in "".join(shown(command, tmp_path, 50).split())
