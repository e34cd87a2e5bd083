"""What large workspaces take of memory, counted in bytes beside what their files hold: machines differ in the rest."""

from __future__ import annotations

import gc
import tracemalloc
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from samverkan.check import check, check_files
from samverkan.engine import Means, check_each
from samverkan.output.json_v1 import findings_json
from samverkan.source.workspace_files import surroundings
from samverkan.told import RuleSelection
from tests.conftest import EXAMPLES, SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TODAY = date(2026, 11, 20)
COPIES = 8


@dataclass
class Taken:
    """How many bytes are held at the end, and were at the highest."""

    held: int = 0
    highest: int = 0


@contextmanager
def measured() -> Iterator[Taken]:
    taken = Taken()
    gc.collect()
    tracemalloc.start(1)
    try:
        yield taken
        gc.collect()
        taken.held, taken.highest = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()


def wrong(folder: Path) -> Path:
    """Lay out large files of many errors."""
    for i in range(120):
        rows = "".join(f"  - {{id: c{k}, by: kommunen, text: T., focus_area: x{k}}}\n" for k in range(25))
        text = SMALL.replace("avtal-2024", f"avtal-{i}") + f"commitments:\n{rows}"
        (folder / f"avtal-{i:03}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_documents_take_little_more_than_what_they_say(tmp_path: Path) -> None:
    check([str(EXAMPLES / "exempelkommun")], TODAY)  # what is imported is not counted
    (tmp_path / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\n", encoding="utf-8")
    size = 0
    for path in sorted((EXAMPLES / "exempelkommun").glob("*-20*.yaml")):
        text = path.read_text(encoding="utf-8")
        for i in range(COPIES):
            made = text.replace(f"id: {path.stem}", f"id: {path.stem}-{i}", 1)
            (tmp_path / f"{path.stem}-{i}.yaml").write_text(made, encoding="utf-8")
            size += len(made.encode())
    with measured() as taken:
        result = check_files([surroundings([str(tmp_path)])[0].read()], TODAY)
    assert len(result.workspaces[0].documents) > 5 * COPIES
    assert taken.held < 30 * size, taken.held / size


def test_findings_take_little_of_memory(tmp_path: Path) -> None:
    found = surroundings([str(wrong(tmp_path))])
    check([str(tmp_path / "avtal-000.yaml")], TODAY)
    with measured() as taken:
        told = check_each(found, TODAY, RuleSelection(), Means(jobs=1))
    assert len(told.findings) > 3000
    assert taken.held < 2000 * len(told.findings), taken.held / len(told.findings)


def test_json_is_written_without_an_object_for_each_word(tmp_path: Path) -> None:
    told = check_each(surroundings([str(wrong(tmp_path))]), TODAY, RuleSelection(), Means(jobs=1))
    with measured() as taken:
        written = findings_json(told, "sv")
    assert taken.highest < 6 * len(written), taken.highest / len(written)
