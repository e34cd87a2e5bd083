"""What is seldom asked of the commands, and what they answer."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
import typer

from samverkan.cli.changes import write
from samverkan.cli.usage import usage_error
from samverkan.kept import sealed
from samverkan.source.files import find_files, matching
from tests.conftest import ROOT, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

DAY = ("--today", "2024-06-01")
PLAN = """\
samverkan: 1
kind: action-plan
id: plan
title: Plan
agreement: avtal-2024
period: {from: 2024, until: 2026}
goals: [{id: mål, text: Fler är trygga.}]
measures:
  - {id: ljus, title: Ljus, goals: [mål], who: [Enheten A/B]}
  - {id: möten, title: Möten, goals: [mål], who: [Enheten A-B]}
"""


@pytest.fixture
def room(tmp_path: Path) -> Path:
    (tmp_path / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    return tmp_path


def test_figures_go_into_no_other_document_than_a_situation_picture(run: Callable[..., Outcome], room: Path) -> None:
    (room / "t.csv").write_text("År;Antal\n2023;5\n", encoding="utf-8")
    ended = run("import", "indicators", "t.csv", "--into", "a.yaml", *DAY)
    assert ended.code == 2
    assert "a.yaml" in ended.err
    assert (room / "a.yaml").read_text(encoding="utf-8") == SMALL


def test_no_form_is_made_where_there_is_nothing_to_answer_for(run: Callable[..., Outcome], room: Path) -> None:
    ended = run("new", "follow-up", "--of", "avtal-2024", "--xlsx", *DAY)
    assert ended.code == 2
    assert "avtal-2024" in ended.err
    assert not list(room.glob("*.xlsx"))


def test_of_what_a_schema_is_wanted_is_asked(run: Callable[..., Outcome], room: Path) -> None:
    ended = run("schema", cwd=room)
    assert ended.code == 2
    assert "agreement" in ended.err
    assert "samverkan schema --out schemas" in ended.err


def test_a_flag_that_is_given_a_value_is_told_to_take_none(run: Callable[..., Outcome], room: Path) -> None:
    ended = run("validate", "--no-cache=1", cwd=room)
    assert ended.code == 2
    assert ended.err.strip() == "Flaggan --no-cache tar inget värde. Skriv bara --no-cache."


def test_a_page_of_the_law_that_cannot_be_made_is_told_and_leaves_nothing(
    run: Callable[..., Outcome], room: Path
) -> None:
    (room / "mallar").mkdir()
    (room / "mallar" / "law.html.j2").write_text("{{ oj", encoding="utf-8")
    ended = run("law", "--format", "html", "--template-dir", "mallar", "--out", "ut", *DAY, cwd=room)
    assert ended.code == 2
    assert "law.html" in ended.err
    assert not list(room.glob("ut/*"))


def test_forms_of_two_whose_names_come_to_the_same_file_are_two_files(run: Callable[..., Outcome], room: Path) -> None:
    (room / "p.yaml").write_text(PLAN, encoding="utf-8")
    ended = run("new", "follow-up", "--of", "plan", "--by-responsible", "--out", "svar", *DAY)
    assert ended.code == 0, ended.err
    names = sorted(path.name for path in (room / "svar").glob("enheten*"))
    assert names == ["enheten-a-b-2.xlsx", "enheten-a-b.xlsx"]


def test_a_word_file_can_be_written_to_the_standard_output(run: Callable[..., Outcome], room: Path) -> None:
    ended = run("render", "a.yaml", "--format", "docx", "--out", "-", *DAY)
    assert ended.code == 0, ended.err
    assert ended.out.startswith("PK")
    assert not (room / "build").exists()


def test_a_page_about_the_law_that_cannot_be_written_is_told(run: Callable[..., Outcome], room: Path) -> None:
    (room / "upptaget").write_text("", encoding="utf-8")
    ended = run("law", "--format", "pdf", "--out", "upptaget", *DAY)
    assert ended.code == 4
    assert "upptaget" in ended.err


def test_what_may_be_lost_is_kept_where_windows_has_it(run: Callable[..., Outcome], room: Path) -> None:
    for _ in range(2):
        assert run("law", *DAY, XDG_CACHE_HOME="", LOCALAPPDATA=str(room / "lokalt")).code == 0
    assert list((room / "lokalt" / "samverkan" / "cache").rglob("*.json"))


@pytest.mark.parametrize("command", [("validate",), ("show",), ("law",), ("followup",)])
def test_of_several_workspaces_with_faulty_settings_the_first_is_told(
    run: Callable[..., Outcome], room: Path, command: tuple[str, ...]
) -> None:
    for name in ("ett", "två"):
        (room / name).mkdir()
        (room / name / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\nlang: xx\n", encoding="utf-8")
        (room / name / "a.yaml").write_text(SMALL.replace("avtal-2024", name), encoding="utf-8")
    ended = run(*command, "ett", "två", *DAY)
    assert ended.code == 2
    assert "ett/samverkan.yaml" in ended.err
    assert "två/samverkan.yaml" not in ended.err


@pytest.mark.parametrize("command", [("validate",), ("law",), ("followup",)])
def test_settings_that_cannot_be_read_are_told_before_what_they_ask_of_findings(
    run: Callable[..., Outcome], room: Path, command: tuple[str, ...]
) -> None:
    for name, wrong in (("ett", "rules: {no-such-rule: off}"), ("två", "lang: xx")):
        (room / name).mkdir()
        (room / name / "samverkan.yaml").write_text(f"samverkan: 1\nkind: workspace\n{wrong}\n", encoding="utf-8")
        (room / name / "a.yaml").write_text(SMALL.replace("avtal-2024", name), encoding="utf-8")
    ended = run(*command, "ett", "två", *DAY)
    assert ended.code == 2
    assert "två/samverkan.yaml" in ended.err
    assert "ett/samverkan.yaml" not in ended.err


def test_a_pattern_that_no_file_can_have_is_taken_as_it_is_written() -> None:
    assert matching("a\0b/*.yaml") == ["a\0b/*.yaml"]


@dataclass(frozen=True)
class Rewritten:
    old: str
    new: str
    content: bytes
    is_ours: bool = True


def test_a_file_that_has_gone_since_it_was_read_is_not_written_anew(
    room: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (source,) = (one for one in find_files([str(room)]) if one.path.name == "a.yaml")
    raw = source.read()
    source.path.unlink()
    assert write(source, raw, Rewritten(SMALL, "", b"x"), "fix-changed", "sv") == 4
    assert "a.yaml" in capsys.readouterr().err
    assert not source.path.exists()


@pytest.mark.usefixtures("room")
def test_what_was_printed_and_is_kept_as_something_else_is_printed_anew(
    run: Callable[..., Outcome], answers: Path
) -> None:
    first = run("law", *DAY)
    (kept,) = (path for path in answers.rglob("*.json") if b"parts" in path.read_bytes())
    kept.write_bytes(sealed({"delar": [], "code": 0}, kept.name))
    assert run("law", *DAY) == first
    assert json.loads(run("law", *DAY, "--format", "json").out)


def test_the_names_of_tables_are_proposed(run: Callable[..., Outcome]) -> None:
    around = {"_SAMVERKAN_COMPLETE": "complete_bash", "COMP_WORDS": "samverkan export --table goal", "COMP_CWORD": "3"}
    told = run(**around).out.split()
    assert "goals" in told
    assert all(word.startswith("goal") for word in told)


def test_two_questions_of_fish_are_answered(run: Callable[..., Outcome]) -> None:
    for action, code in (("is-args", {0, 1}), ("get-args", {0})):
        around = {
            "_SAMVERKAN_COMPLETE": "complete_fish",
            "_TYPER_COMPLETE_ARGS": "samverkan ren",
            "_TYPER_COMPLETE_FISH_ACTION": action,
        }
        assert run(**around).code in code


def test_what_the_library_says_that_nobody_foresaw_is_told_in_a_sentence() -> None:
    assert usage_error(typer.BadParameter("Nope.", param_hint="--x")).say("sv").startswith("Värdet")
    assert "Too many cooks." in usage_error(typer.TyperException("Too many cooks.")).say("sv")


def test_forms_are_collected_into_what_is_no_round_of_theirs_only_by_force(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "tests" / "workspace", tmp_path, dirs_exist_ok=True)
    assert run("new", "follow-up", "--of", "plan-2024", "--xlsx", "--out", "svar.xlsx", *DAY).code == 0
    into = tmp_path / "u.yaml"
    into.write_text("Något helt annat.\n", encoding="utf-8")
    refused = run("collect", "svar.xlsx", "--into", "u.yaml", *DAY)
    assert (refused.code, into.read_text(encoding="utf-8")) == (2, "Något helt annat.\n")


def test_where_the_only_document_cannot_be_read_nothing_is_printed_as_a_document(
    run: Callable[..., Outcome], room: Path
) -> None:
    (room / "a.yaml").write_text(SMALL.replace("title: Samverkans", "titles: Samverkans"), encoding="utf-8")
    ended = run("render", "a.yaml", "--format", "md", "--out", "-", *DAY)
    assert ended.code == 1
    assert ended.out == ""
    assert "samverkan validate" in ended.err


def test_the_whole_of_a_figure_with_a_series_has_no_row_of_its_own_where_only_the_series_is_told(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    figures = "figures:\n  - {title: Inbrott, value: 9, period: 2023}\n  - title: Skadegörelse\n"
    series = "    values: [{value: 31, period: 2022}, {value: 27, period: 2023}]\n"
    (tmp_path / "a.yaml").write_text(SMALL + figures + series, encoding="utf-8")
    rows = json.loads(run("export", "--table", "indicators", "--format", "json", *DAY).out)
    assert "27" in json.dumps(rows)
    assert json.dumps(rows, ensure_ascii=False).count("Skadegörelse") == 2
