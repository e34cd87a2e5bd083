"""A large workspace is checked group by group, and tells the same as when all of it is checked at once."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samverkan import engine, processes
from samverkan.check import check_files, levels_of
from samverkan.engine import Means, Memory, check_each
from samverkan.large import checking, workers
from samverkan.output.json_v1 import findings_json
from samverkan.processes import LostError
from samverkan.rules import RULES
from samverkan.rules.rule import Breach, RuleInput, at
from samverkan.source.last_look import LastLook
from samverkan.source.workspace_files import surroundings
from samverkan.told import RuleSelection
from tests.conftest import EXAMPLES, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from samverkan.told import Told

TODAY = date(2026, 11, 20)
SMALL_WORKSPACE = ROOT / "tests" / "workspace"
_ID = re.compile(r"\b(avtal|bild|kommunikation|löfte|orsaker|plan|uppföljning)-2024\b")
PLACES = {"a": ("0114", "Upplands Väsby"), "b": ("0115", "Vallentuna"), "c": ("0117", "Österåker")}
SETTINGS = "samverkan: 1\nkind: workspace\n"


@pytest.fixture(autouse=True)
def _from_few_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every workspace be large, and processes pay from the first file."""
    monkeypatch.setattr(engine, "LARGE", 1)
    monkeypatch.setattr(checking, "PAYS_FROM", 1)


def several(folder: Path) -> Path:
    """Lay out the documents of several municipalities in one workspace, none of which has to do with another's."""
    folder.mkdir(exist_ok=True)
    (folder / "samverkan.yaml").write_text(SETTINGS, encoding="utf-8")
    for ending, (code, name) in PLACES.items():
        for path in sorted(SMALL_WORKSPACE.glob("*.yaml")):
            text = _ID.sub(rf"\g<0>-{ending}", path.read_text(encoding="utf-8"))
            text = text.replace("0761", code).replace("Lessebo kommun", f"{name} kommun")
            (folder / f"{path.stem}-{ending}.yaml").write_text(text, encoding="utf-8")
    return folder


def told(folder: Path, means: Means, choice: RuleSelection | None = None, today: date = TODAY) -> Told:
    return check_each(surroundings([str(folder)]), today, choice or RuleSelection(), means)


def at_once(folder: Path, choice: RuleSelection | None = None, today: date = TODAY) -> Told:
    return check_files(surroundings([str(folder)]), today, choice or RuleSelection())


def said(result: Told) -> tuple[object, ...]:
    """Give all that is shown of what a check told."""
    findings = (findings_json(result, "sv"), findings_json(result, "en"))
    counts = (result.files, result.not_whole, result.passed_over, result.untold, result.rule_crashed)
    documents = [workspace.documents for workspace in result.read]
    lines = {finding.file: result.texts[finding.file] for finding in result.findings}
    return (*findings, *counts, documents, lines)


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[set[str]]]:
    """Note the files of each group that is checked."""
    noted: list[set[str]] = []
    check = workers.Alone.check

    def note(self: workers.Alone, groups: list[workers.Group], task: workers.Task) -> list[workers.Result]:
        noted.extend({source.path.stem for source in group.files.asked} for group in groups)
        return check(self, groups, task)

    monkeypatch.setattr(workers.Alone, "check", note)
    return iter([noted])


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("where", ["exempelkommun", "broken", "founding", "smallest"])
def test_the_examples_tell_the_same(tmp_path: Path, where: str, jobs: int) -> None:
    shutil.copytree(EXAMPLES / where, tmp_path / where)
    assert said(told(tmp_path / where, Means(jobs))) == said(at_once(tmp_path / where))


def test_a_change_checks_the_group_that_it_is_in_and_no_other(
    tmp_path: Path, checked: Iterator[list[set[str]]]
) -> None:
    folder, means, noted = several(tmp_path / "w"), Means(1, tmp_path / "kept"), next(checked)
    told(folder, means)
    assert len(noted) == len(PLACES)
    noted.clear()
    replace_in(folder / "plan-2024-b.yaml", "title: ", "title: Ny ")
    assert said(told(folder, means)) == said(at_once(folder))
    assert [{name[-1] for name in group} for group in noted] == [{"b"}]
    noted.clear()
    told(folder, means)
    assert not noted


def test_one_file_is_checked_with_its_group_alone(tmp_path: Path, checked: Iterator[list[set[str]]]) -> None:
    folder, noted = several(tmp_path / "w"), next(checked)
    one = [str(folder / "plan-2024-b.yaml")]
    result = check_each(surroundings(one), TODAY, RuleSelection(), Means(1))
    assert said(result) == said(check_files(surroundings(one), TODAY))
    assert noted == [{"plan-2024-b"}]


def test_a_reference_between_groups_joins_them(tmp_path: Path, checked: Iterator[list[set[str]]]) -> None:
    folder, means, noted = several(tmp_path / "w"), Means(1, tmp_path / "kept"), next(checked)
    told(folder, means)
    noted.clear()
    replace_in(folder / "plan-2024-b.yaml", "avtal-2024-b", "avtal-2024-c")
    assert said(told(folder, means)) == said(at_once(folder))
    assert [{name[-1] for name in group} for group in noted] == [{"b", "c"}]


def test_what_a_reference_may_have_meant_is_looked_for_among_all(tmp_path: Path) -> None:
    folder, means = several(tmp_path / "w"), Means(1, tmp_path / "kept")
    replace_in(folder / "plan-2024-b.yaml", "agreement: avtal-2024-b", "agreement: avtal-2024-z")
    first = told(folder, means)
    assert said(first) == said(at_once(folder))
    (folder / "avtal-2024-c.yaml").rename(folder / "avtal-2024-z.yml")
    replace_in(folder / "avtal-2024-z.yml", "id: avtal-2024-c", "id: avtal-2024-zz")
    again = told(folder, means)
    assert said(again) == said(at_once(folder))
    assert "avtal-2024-zz" in str(said(again))


@pytest.mark.usefixtures("other_rules")
def test_what_a_broken_rule_told_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_: RuleInput[Any]) -> Iterator[Breach]:
        yield at("title")
        raise ZeroDivisionError

    folder, means = several(tmp_path / "w"), Means(1, tmp_path / "kept")
    with monkeypatch.context() as broken:
        broken.setattr("samverkan.check.RULES", tuple(replace(rule, check=breaks) for rule in RULES))
        assert told(folder, means).rule_crashed
    levels_of.cache_clear()
    assert said(told(folder, means)) == said(at_once(folder))


def test_a_broken_file_silences_what_it_may_answer_everywhere(tmp_path: Path) -> None:
    folder, means = several(tmp_path / "w"), Means(1, tmp_path / "kept")
    replace_in(folder / "plan-2024-b.yaml", "picture:", "based_on:")
    told(folder, means)
    for text in ("samverkan: 1\n  fel: [\n", "samverkan: 1\nkind: action-plan\nid: avtal-2024-q\n"):
        (folder / "trasig.yaml").write_text(text, encoding="utf-8")
        assert said(told(folder, means)) == said(at_once(folder))
    (folder / "trasig.yaml").unlink()
    assert said(told(folder, means)) == said(at_once(folder))


@pytest.mark.parametrize("harm", [b"", b"{}", b"[" * 100_000, b'{"facts": {}, "answers": {"x": 1}}'])
def test_what_is_kept_and_broken_counts_as_not_there(tmp_path: Path, harm: bytes) -> None:
    folder, kept = several(tmp_path / "w"), tmp_path / "kept"
    first = told(folder, Means(1, kept))
    (parts,) = (kept / "checks").glob("*.parts.json")
    whole = parts.read_bytes()
    for path in (kept / "checks").iterdir():
        path.write_bytes(harm)
    assert said(told(folder, Means(1, kept))) == said(first)
    assert len(parts.read_bytes()) == len(whole)


def test_a_folder_that_cannot_be_used_stops_nothing(tmp_path: Path) -> None:
    folder, in_the_way = several(tmp_path / "w"), tmp_path / "file"
    in_the_way.write_text("", encoding="utf-8")
    assert said(told(folder, Means(1, in_the_way))) == said(at_once(folder))


def test_a_file_of_another_program_is_passed_over(tmp_path: Path) -> None:
    folder = several(tmp_path / "w")
    (folder / "compose.yaml").write_text("services: {web: {image: nginx}}\n", encoding="utf-8")
    result = told(folder, Means(1))
    assert result.passed_over
    assert said(result) == said(at_once(folder))


_THREE_TIMES = """
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from samverkan import engine
from samverkan.source.workspace_files import surroundings
from samverkan.told import RuleSelection
engine.LARGE = 1
folder, kept = Path(sys.argv[1]), Path(sys.argv[2])
for day in (date(2026, 11, 20), date(2030, 1, 1), date(2026, 11, 20)):
    engine.check_each(surroundings([str(folder)]), day, RuleSelection(), engine.Means(1, kept))
print("done")
"""


def test_two_runs_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    folder, kept = several(tmp_path / "w"), tmp_path / "kept"
    command = [sys.executable, "-c", _THREE_TIMES, str(folder), str(kept)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [process.communicate(timeout=120)[0] for process in running] == ["done\n"] * 2
    assert said(told(folder, Means(1, kept))) == said(at_once(folder))


def test_a_save_is_checked_from_what_is_remembered(tmp_path: Path, checked: Iterator[list[set[str]]]) -> None:
    folder, noted = several(tmp_path / "w"), next(checked)
    look, means, plan = LastLook([str(folder)]), Means(1, memory=Memory()), folder / "plan-2024-b.yaml"
    check_each(look.files(), TODAY, RuleSelection(), means)
    noted.clear()
    for number in range(3):
        replace_in(plan, "\n", f"\n# {number}\n" if number else "\ntitel: x\n")
        result = check_each(look.files(frozenset({plan.absolute()})), TODAY, RuleSelection(), means)
        assert said(result) == said(at_once(folder))
    assert [{name[-1] for name in group} for group in noted] == [{"b"}] * 3
    plan.unlink()
    assert said(check_each(look.files(), TODAY, RuleSelection(), means)) == said(at_once(folder))


def test_what_is_not_known_is_looked_for_anew(tmp_path: Path) -> None:
    folder = several(tmp_path / "w")
    look = LastLook([str(folder)])
    (before,) = look.files()
    (folder / "ny.yaml").write_text("annat: sak\n", encoding="utf-8")
    (after,) = look.files(frozenset({(folder / "ny.yaml").absolute()}))
    assert len(after.asked) == len(before.asked) + 1
    (folder / "samverkan.yaml").write_text(SETTINGS + "rules: {time: warning}\n", encoding="utf-8")
    (again,) = look.files(frozenset({(folder / "samverkan.yaml").absolute()}))
    assert again.settings[0].content != after.settings[0].content


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_begun_in_any_way_tell_the_same(tmp_path: Path, method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if method == "fork" and os.name == "nt":
        pytest.skip("Windows begins processes anew")
    monkeypatch.setattr(processes, "start_method", lambda: method)
    folder, lost = several(tmp_path / "w"), []
    replace_in(folder / "plan-2024-b.yaml", "title: ", "titel: ")
    result = told(folder, Means(2, on_loss=lambda: lost.append(1)))
    assert said(result) == said(at_once(folder))
    assert not lost


def _cut(text: str) -> str:
    return "\n".join(text.splitlines()[: len(text.splitlines()) // 2]) + "\n"


def _swapped(old: str, new: str) -> Callable[[str], str]:
    return lambda text: re.sub(old, new, text, count=1)


CHANGES: dict[str, Callable[[str], str]] = {
    "another title": _swapped(r"\ntitle: ", "\ntitle: Ny "),
    "misspelt key": _swapped(r"\ntitle:", "\ntitel:"),
    "to another's agreement": _swapped(r"avtal-2024-\w", "avtal-2024-b"),
    "to nothing": _swapped(r"avtal-2024-\w", "avtal-2024-x"),
    "words for a reference": _swapped(r"agreement: avtal-2024-\w", "agreement: Avtal 2024 b"),
    "a part of another": _swapped(r"plan-2024-\w", "plan-2024-c#tryggare"),
    "another's id": _swapped(r"\nid: (\w+)-2024-\w", r"\nid: \1-2024-a"),
    "an id that looks alike": _swapped(r"\nid: avtal-2024-\w", "\nid: avtal2024a"),
    "no id": _swapped(r"\nid: \S+", ""),
    "the same municipality": _swapped(r'code: "\d{4}"', 'code: "0115"'),
    "no code": _swapped(r'code: "\d{4}", ', ""),
    "takes over": _swapped(r"\nid: (\w+)-2024-(\w)", r"\nid: \1-2024-\2\nsupersedes: \1-2024-a"),
    "nothing but police": _swapped(r"type: municipality", "type: police"),
    "an earlier time": _swapped(r"2024", "2022"),
    "a later time": _swapped(r"2026", "2031"),
    "half of it": _cut,
    "no YAML": lambda text: text + "  fel: [\n",
    "somebody else's": lambda _text: "annat: sak\n",
    "without an agreement": lambda text: re.sub(r"\nagreement: .*", "", text),
    "without what it builds on": lambda text: re.sub(r"\n(picture|plan|cause_analysis): .*", "", text),
    "without links": lambda text: re.sub(r"\n(agreement|picture|plan|cause_analysis): .*", "", text),
}
STEMS = tuple(path.stem for path in sorted(SMALL_WORKSPACE.glob("*.yaml")))
FILES = st.builds("{}-{}.yaml".format, st.sampled_from(STEMS), st.sampled_from(sorted(PLACES)))
EDITS = st.one_of(
    st.tuples(st.just("change"), FILES, st.sampled_from(sorted(CHANGES))),
    st.tuples(st.just("delete"), FILES, st.just("")),
    st.tuples(st.just("rename"), FILES, FILES),
    st.tuples(st.just("copy"), FILES, st.just("ny.yaml")),
    st.tuples(st.just("settings"), st.just("samverkan.yaml"), st.sampled_from(["", "rules: {time: warning}\n"])),
    st.tuples(st.just("day"), st.just(""), st.sampled_from(["2026-11-20", "2018-01-01", "2031-05-05"])),
    st.tuples(st.just("choice"), st.just(""), st.sampled_from(["", "references", "thread"])),
)


def edit(folder: Path, what: str, name: str, value: str) -> None:
    path = folder / name
    match what:
        case "settings":
            path.write_text(SETTINGS + value, encoding="utf-8")
        case "change" if path.exists():
            path.write_text(CHANGES[value](path.read_text(encoding="utf-8")), encoding="utf-8")
        case "delete":
            path.unlink(missing_ok=True)
        case "rename" if path.exists():
            path.rename(folder / value)
        case "copy" if path.exists():
            shutil.copy(path, folder / value)


def test_what_cannot_be_done_in_a_process_of_its_own_is_left_to_a_check_without_any(tmp_path: Path) -> None:
    (files,) = surroundings([str(several(tmp_path / "w"))])
    entry = workers.Entry(files.asked[0], is_asked=True)
    read = workers.read_apart([entry])
    assert read is not None
    group = workers.Group(files, is_alone=False)
    right = workers.Task(TODAY, RuleSelection(), checking.beyond_of({"a": entry}, {"a": read[0]}))
    wrong = right._replace(choice=RuleSelection(select=("ingen-sådan-regel",)))
    assert len(workers.check_apart([group], right) or ()) == 1
    assert workers.check_apart([group], wrong) is None
    assert workers.read_apart([entry._replace(source=cast("Any", None))]) is None
    with processes.pool_of(1) as pool:
        side_by_side = workers.SideBySide([pool])
        assert len(side_by_side.check([group], right)) == 1
        with pytest.raises(LostError):
            side_by_side.check([group], wrong)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(edits=st.lists(EDITS, min_size=1, max_size=6))
def test_no_edit_is_told_otherwise_than_at_once(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str, str]]
) -> None:
    folder, kept = several(tmp_path_factory.mktemp("w")), tmp_path_factory.mktemp("kept")
    today, choice = TODAY, RuleSelection()
    for what, name, value in edits:
        today = date.fromisoformat(value) if what == "day" else today
        choice = RuleSelection(select=(value,) if value else ()) if what == "choice" else choice
        edit(folder, what, name, value)
        assert said(told(folder, Means(1, kept), choice, today)) == said(at_once(folder, choice, today))
    assert said(told(folder, Means(2), choice, today)) == said(at_once(folder, choice, today))
