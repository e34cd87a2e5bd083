"""What nobody means and somebody sends: names that cannot be read, deep folders, long lines and thousands of slips."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from samverkan.mending import mended
from samverkan.model import meant_times
from samverkan.model.meant_times import dates_within
from samverkan.source import edits
from samverkan.source.files import SourceFile
from samverkan.source.lines import line_starts_of
from samverkan.source.writing import write_whole
from tests.conftest import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

UNREADABLE = os.fsdecode(b"Lokalpolisomr\xe5de X")
PICTURE = """\
samverkan: 1
kind: situation-picture
id: bild-2024
title: Bild
agreement: avtal-2024
period: {from: 2024, until: 2024}
sources: [{id: källa, title: Källa}]
indicators:
  - {id: brott, title: Anmälda brott, unit: antal, source: källa, values: [{period: 2023, value: 5}]}
"""


def ended(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run the program in a process of its own, for what cannot be read comes from outside."""
    line = [sys.executable, "-m", "samverkan", "--lang", "en", *arguments]
    done = subprocess.run(line, cwd=folder, capture_output=True, check=False, timeout=60)
    return done.returncode, (done.stdout + done.stderr).decode()


def started(folder: Path, place: str, police: str = "Lokalpolisområde X", area: str = "Torg") -> tuple[int, str]:
    asked = ("--municipality", "Falu kommun", "--from", "2024", "--until", "2026", "--cadence", "yearly")
    return ended(folder, "init", place, *asked, "--police", police, "--area", area)


@pytest.mark.parametrize("name", [UNREADABLE, "\x1b]0;x\x07Polis", "Polis \u202eX"])
def test_a_name_that_cannot_be_read_is_told_and_begins_no_agreement(name: str, tmp_path: Path) -> None:
    for code, told in (started(tmp_path, "nytt", police=name), started(tmp_path, "nytt", area=name)):
        assert code == 2, told
        assert "has characters that cannot be seen or read. Write it again." in told
    assert not (tmp_path / "nytt").exists()


def test_a_source_that_cannot_be_read_is_told_and_comes_into_no_picture(tmp_path: Path) -> None:
    (tmp_path / "avtal.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "bild.yaml").write_text(PICTURE, encoding="utf-8")
    (tmp_path / "tal.csv").write_text("Indikator;2024\nAnmälda brott;7\n", encoding="utf-8")
    code, told = ended(tmp_path, "import", "indicators", "tal.csv", "--into", "bild.yaml", "--source", UNREADABLE)
    assert code == 2, told
    assert "has characters that cannot be seen or read. Write it again." in told
    assert (tmp_path / "bild.yaml").read_text(encoding="utf-8") == PICTURE


def test_what_is_wrong_with_a_mapping_ends_with_one_full_stop(tmp_path: Path) -> None:
    (tmp_path / "avtal.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "bild.yaml").write_text(PICTURE, encoding="utf-8")
    (tmp_path / "tal.csv").write_text("Indikator;2024\nAnmälda brott;7\n", encoding="utf-8")
    for written in ("&a [*a]", "samverkan: 1\n", "columns: 5\n"):
        (tmp_path / "m.yaml").write_text(written, encoding="utf-8")
        code, told = ended(tmp_path, "import", "indicators", "tal.csv", "--into", "bild.yaml", "--mapping", "m.yaml")
        assert code == 2
        assert ".." not in told
        assert "?." not in told


@pytest.fixture
def deep(tmp_path: Path) -> Iterator[str]:
    """Name a folder deeper than Python follows by itself, nor takes away."""
    name = "/".join(["d"] * 1200)
    yield name
    for place in ("", "nytt"):
        if (leaf := tmp_path / place / name).exists():
            shutil.rmtree(leaf)
            os.removedirs(leaf.parent)


def test_folders_are_made_however_deep_they_are(deep: str, tmp_path: Path) -> None:
    write_whole(tmp_path / deep / "a.txt", b"x")
    assert (tmp_path / deep / "a.txt").exists()
    code, told = started(tmp_path, f"nytt/{deep}")
    assert code == 0, told[:300]


def test_forms_have_names_that_windows_can_open(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    rows = "".join(
        f'  - {{id: a{i}, by: kommunen, text: A., responsible: "{name}"}}\n'
        for i, name in enumerate(("Con", "NUL.", "lpt1", "X"))
    )
    (tmp_path / "avtal.yaml").write_text(f"{SMALL}commitments:\n{rows}", encoding="utf-8")
    asked = ("--of", "avtal-2024", "--by-responsible", "--out", "svar", "--today", "2025-01-01")
    code, told = ended(tmp_path, "new", "follow-up", *asked)
    assert code == 0, told
    written = {path.name for path in (tmp_path / "svar").iterdir()}
    assert {"con_.xlsx", "nul_.xlsx", "lpt1_.xlsx", "x.xlsx"} <= written


def test_one_row_is_told_as_one(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    row = "{id: a, by: kommunen, text: A.}"
    (tmp_path / "avtal.yaml").write_text(f"{SMALL}commitments: [{row}]\n", encoding="utf-8")
    code, told = ended(tmp_path, "new", "follow-up", "--of", "avtal-2024", "--xlsx", "--today", "2025-01-01")
    assert code == 0, told
    assert "with one row to answer" in " ".join(told.split())


def test_many_slips_are_mended_without_looking_for_the_lines_of_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def starts(text: str) -> list[int]:
        asked.append(text)
        return line_starts_of(text)

    monkeypatch.setattr(edits, "line_starts_of", starts)
    rows = "".join(f"  - {{Id: c{i}, by: kommunen, text: T.}}\n" for i in range(60))
    raw = f"{SMALL}commitments:\n{rows}".encode()
    found = mended(SourceFile(tmp_path / "a.yaml", "a.yaml", named=True), raw)
    assert "{id: c59, by" in found.new
    assert "Id:" not in found.new
    assert len(asked) < 10


def test_a_long_text_is_not_read_word_by_word_for_dates(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    meant = meant_times.dates_meant

    def noted(text: str) -> Iterator[tuple[str, bool]]:
        tried.append(text)
        return meant(text)

    monkeypatch.setattr(meant_times, "dates_meant", noted)
    assert dates_within("a " * 10_000) == []
    assert len(tried) < 10
    assert dates_within("1 " * 10_000) == []
    assert len(tried) < 5_000
    assert dates_within("undertecknat den 2 mars 2026") == ["2026-03-02"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders, and few may make links")
@pytest.mark.parametrize("what", ["a pipe", "a link that leads nowhere"])
def test_settings_that_cannot_be_read_are_told_of(what: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    if what == "a pipe":
        os.mkfifo(tmp_path / "samverkan.yaml")
    else:
        (tmp_path / "samverkan.yaml").symlink_to("nowhere.yaml")
    code, told = ended(tmp_path, "validate", ".")
    assert code == 2
    assert "The settings in samverkan.yaml" in told
