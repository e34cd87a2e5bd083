"""What commands print and write is the same whatever is kept of earlier runs: tried on random edits of a folder."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from samverkan.check import check
from samverkan.duties.rows import rows, without_documents
from samverkan.output.duties.csv import rows_csv
from samverkan.output.json_v1 import rows_json
from samverkan.workspace.left import LettingGo
from tests.conftest import ROOT
from tests.test_engine import EDITS, TEXTS, edit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from tests.conftest import Outcome

DAY = date(2026, 11, 20)
PRINTED = (
    ("validate", "--format", "json"),
    ("validate", "--notes"),
    ("followup",),
    ("followup", "--format", "json", "--all"),
    ("law",),
    ("law", "--format", "json"),
    ("show",),
)
WRITTEN = (("render", "--format", "md"), ("report", "--format", "md"))
LATER = ("write", "b.yaml", TEXTS[1])


def files_in(folder: Path) -> dict[str, bytes]:
    """Give the finished documents of a folder, by their names."""
    return {path.name: path.read_bytes() for path in folder.glob("*.md")}


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    edits=st.lists(EDITS, min_size=1, max_size=3),
    asked=st.sampled_from(PRINTED),
    language=st.sampled_from(("sv", "en")),
)
@example(edits=[("write", "a.yaml", TEXTS[0]), LATER], asked=("followup",), language="sv")
@example(edits=[("write", "a.yaml", TEXTS[0]), LATER], asked=("law", "--format", "json"), language="sv")
@example(edits=[("write", "a.yaml", TEXTS[0]), LATER], asked=("show",), language="en")
def test_no_edit_brings_back_what_was_printed(
    run: Callable[..., Outcome],
    tmp_path_factory: pytest.TempPathFactory,
    edits: list[tuple[str, str, str]],
    asked: tuple[str, ...],
    language: str,
) -> None:
    folder, kept, today = tmp_path_factory.mktemp("w"), tmp_path_factory.mktemp("kept"), "2026-11-20"
    for number, (what, name, value) in enumerate(edits):
        today = value if what == "day" else today
        edit(folder, what, name, value)
        command = ("--lang", language, *asked, "--today", today)
        anew = run(*command, cwd=folder, XDG_CACHE_HOME=str(tmp_path_factory.mktemp(f"new-{number}")))
        assert run(*command, cwd=folder, XDG_CACHE_HOME=str(kept)) == anew
        assert run(*command, cwd=folder, XDG_CACHE_HOME=str(kept)) == anew


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(EDITS, min_size=1, max_size=3), asked=st.sampled_from(WRITTEN))
@example(edits=[("write", "a.yaml", TEXTS[0]), LATER], asked=WRITTEN[0])
@example(edits=[("write", "a.yaml", TEXTS[0]), LATER], asked=WRITTEN[1])
def test_no_edit_leaves_what_was_written(
    run: Callable[..., Outcome],
    tmp_path_factory: pytest.TempPathFactory,
    edits: list[tuple[str, str, str]],
    asked: tuple[str, ...],
) -> None:
    folder, out, today = tmp_path_factory.mktemp("w"), tmp_path_factory.mktemp("out"), "2026-11-20"
    for what, name, value in edits:
        today = value if what == "day" else today
        edit(folder, what, name, value)
        anew = tmp_path_factory.mktemp("anew")
        first = run(*asked, "--today", today, "--out", str(anew), cwd=folder)
        again = run(*asked, "--today", today, "--out", str(out), cwd=folder)
        assert again.code == first.code
        made = files_in(anew)
        assert {name: raw for name, raw in files_in(out).items() if name in made} == made
        if asked[0] == "render" and made:
            check = (*asked, "--check", "--today", today, "--out")
            assert run(*check, str(anew), cwd=folder).code == 0
            assert run(*check, str(out), cwd=folder).code == 0 or files_in(out).keys() > made.keys()


def test_what_is_left_of_documents_tells_the_same() -> None:
    workspaces = check([str(ROOT / "tests" / "workspace")], DAY).workspaces
    every, going = rows(workspaces, DAY), LettingGo(has_lines=True)
    left = without_documents(every, going)
    assert [one.duty.holder.model for one in left] == [None] * len(every)
    assert rows_json(left, DAY, "sv") == rows_json(every, DAY, "sv")
    assert rows_csv(left, "sv") == rows_csv(every, "sv")
    assert {id(one.duty.holder) for one in left} == {id(going.of(one.duty.holder)) for one in every}
    unnoted = LettingGo(has_lines=False).of(every[0].duty.holder, ("title",))
    assert unnoted.written_path(("title",)) == ("title",)
    assert unnoted.written_path(("id",)) == ("id",)
    assert (unnoted.id, unnoted.text) == (every[0].duty.holder.id, "")
