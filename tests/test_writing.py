"""Writing a file: whole or not at all, wherever an interruption falls."""

from __future__ import annotations

import sys
import tempfile
from typing import TYPE_CHECKING

import pytest

from samverkan.cli.crash import log_of
from samverkan.source import writing
from samverkan.source.writing import write_whole
from tests.tracing import interrupted

if TYPE_CHECKING:
    from pathlib import Path


# Where Ctrl-C falls between opening a file and taking hold of it, Python closes it by itself and says so.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_interruption_leaves_the_old_content_or_the_new_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "ut" / "avtal.pdf"
    write_whole(path, b"old")
    line = 0
    while interrupted(lambda: write_whole(path, b"new"), line, writing):
        assert [found.name for found in path.parent.iterdir()] == ["avtal.pdf"]
        assert path.read_bytes() in {b"old", b"new"}
        line += 1
    assert line > 5
    assert path.read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="folders are not held on Windows")
def test_who_holds_a_folder_for_ever_stops_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_MOST_WAITS", 2)
    with writing.held(tmp_path), writing.held(tmp_path):
        (tmp_path / "a").write_text("a", encoding="utf-8")
    assert (tmp_path / "a").read_text(encoding="utf-8") == "a"


def test_where_no_log_can_be_written_it_is_told_what_broke(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "finns-inte"))
    with pytest.raises(ZeroDivisionError) as broke:
        raise ZeroDivisionError
    assert log_of(broke.value) == "ZeroDivisionError, test_writing.py"


def test_the_mode_of_a_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "avtal.pdf"
    write_whole(path, b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o640
