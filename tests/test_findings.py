"""What the user reads of each kind of fault: `findings/bad-*.yaml` with the output beside it, `ok-*.yaml` clean.

A new case is a new file; `pytest --update-golden` writes the output, and its diff is to be read.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from samverkan.source.lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Outcome

FOLDER = Path(__file__).parent / "findings"
BAD = sorted(FOLDER.glob("bad-*.yaml"))
GOOD = sorted(FOLDER.glob("ok-*.yaml"))


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_output(path: Path, language: str, run: Callable[..., Outcome], golden: Callable[[Path, str], None]) -> None:
    ended = run("validate", path.name, "--lang", language, "--today", "2024-06-01", cwd=FOLDER)
    assert ended.code == 1
    assert ended.err == ""
    golden(path.with_suffix(f".{language}.txt"), ended.out)


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_clean(path: Path, run: Callable[..., Outcome], tmp_path: Path) -> None:
    shutil.copy(path, tmp_path)
    ended = run("validate", path.name)
    assert ended.code == 0
    assert ended.out.startswith("1 fil granskad: inga fel")


def test_every_span_lies_inside_its_file(run: Callable[..., Outcome]) -> None:
    ended = run("validate", *(path.name for path in BAD), "--format", "json", cwd=FOLDER)
    for finding in json.loads(ended.out)["findings"]:
        lines = lines_of((FOLDER / finding["file"]).read_bytes().decode("utf-8-sig", "replace"))
        assert 1 <= finding["line"] <= finding["end_line"] <= len(lines)
        assert 1 <= finding["column"] < finding["end_column"] <= len(lines[finding["end_line"] - 1]) + 2


def test_no_place_is_reported_twice_for_one_rule(run: Callable[..., Outcome]) -> None:
    ended = run("validate", "bad-everything-at-once.yaml", "--format", "json", cwd=FOLDER)
    places = [(f["rule"], f["path"]) for f in json.loads(ended.out)["findings"]]
    assert len(places) == len(set(places))
    assert len(places) >= 25


def test_one_broken_file_hides_nothing_in_another(run: Callable[..., Outcome]) -> None:
    together = json.loads(run("validate", ".", "--format", "json", "--today", "2024-06-01", cwd=FOLDER).out)["findings"]
    for path in BAD:
        named = run("validate", path.name, "--format", "json", "--today", "2024-06-01", cwd=FOLDER).out
        found = [finding for finding in together if finding["file"] == path.name]
        if path.stem not in {"bad-other-yaml", "bad-list"}:  # somebody else's, unless named
            assert {(f["rule"], f["line"]) for f in found} == {
                (f["rule"], f["line"]) for f in json.loads(named)["findings"]
            }
