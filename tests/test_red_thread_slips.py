"""Slips between the documents of the red thread: parts written in others, ids that changed, references to nothing."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.findings import Severity

if TYPE_CHECKING:
    from samverkan.findings import Finding

CLEAN = Path(__file__).parent / "mistakes" / "analys-felstavat-problem" / "input"
TODAY = date(2024, 6, 1)
Change = tuple[str, str, str]
MISSPELT: Change = ("orsaker", "problem: otrygga-torget", "problem: otryggt-torg")


def found(folder: Path, *changes: Change, asked: str = "") -> list[Finding]:
    """Check a picture, an analysis and a plan that are right but for some changes: file, what stood, what stands."""
    shutil.copytree(CLEAN, folder, dirs_exist_ok=True)
    for name, old, new in (MISSPELT, *changes):
        path = folder / f"{name}.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
    findings = check([str(folder / asked)], TODAY).findings
    return [one for one in findings if one.severity is not Severity.NOTE]


def test_without_a_change_nothing_is_wrong(tmp_path: Path) -> None:
    assert found(tmp_path) == []


IN_PROBLEM: Change = ("bild", "    title: Otryggt torg\n", "    title: Otryggt torg\n    {line}\n")
IN_CAUSE: Change = ("orsaker", "        text: Få vuxna", "        {line}\n        text: Få vuxna")
IN_GOAL: Change = ("plan", "problems: otryggt-torg,", "problems: otryggt-torg, {line},")


@pytest.mark.parametrize(
    ("place", "line", "said"),
    [
        (IN_PROBLEM, "measures: [belysning]", ("Åtgärder (`measures`)", "en åtgärdsplan", "`problems: otryggt-torg`")),
        (IN_PROBLEM, "mål: Fler är trygga.", ("Mål (`goals`)", "en åtgärdsplan", "`problems: otryggt-torg`")),
        (IN_PROBLEM, "orsak: Mörkt.", ("Orsaksanalys (`analyses`)", "samma dokument", "`problem: otryggt-torg`")),
        (IN_CAUSE, "åtgärd: Värdar.", ("Åtgärder (`measures`)", "en åtgärdsplan", "`causes: tomt`")),
        (IN_CAUSE, "goals: [ljusare]", ("Mål (`goals`)", "en åtgärdsplan", "`problems: otryggt-torg`")),
        (IN_GOAL, "measures: [belysning]", ("Åtgärder (`measures`)", "samma dokument", "`goals: ljusare`")),
        (IN_GOAL, "orsaker: [mörker]", ("Orsaker per problem (`analyses`)", "en orsaksanalys", "otryggt-torg`")),
    ],
)
def test_what_refers_to_a_part_is_not_written_in_it(
    place: Change, line: str, said: tuple[str, ...], tmp_path: Path
) -> None:
    file, old, new = place
    (one,) = found(tmp_path, (file, old, new.replace("{line}", line)))
    assert one.rule == "unknown-key"
    assert "hänvisningen går åt andra hållet" in one.message.say("sv")
    assert [part for part in said if part not in one.help.say("sv")] == []


@pytest.mark.parametrize("line", ["source: mätning", "kanaler: Webben."])
def test_words_for_something_else_are_told_otherwise(line: str, tmp_path: Path) -> None:
    file, old, new = IN_CAUSE
    (one,) = found(tmp_path, (file, old, new.replace("{line}", line)))
    assert "åt andra hållet" not in one.message.say("sv")


def test_a_part_without_an_id_is_not_said_to_be_referred_to(tmp_path: Path) -> None:
    bare = ("bild", "    title: Otryggt torg\n", "    title: Otryggt torg\n    measures: Ljus.\n")
    nameless = ("bild", "  - id: otryggt-torg\n    title", "  - title")
    assert "åt andra hållet" not in " ".join(one.message.say("sv") for one in found(tmp_path, bare, nameless))


INDICATORS = """\
indicators:
  - {id: rån, title: Anmälda rån, unit: count, source: polisens, values: [{period: 2022, value: 3}]}
"""


class TestWhatIsNoMore:
    """A source that was taken away leaves references to nothing."""

    GONE: Change = ("bild", "  - {id: mätning, title: Trygghetsmätningen 2023, type: survey}\n", "  - {title: Enkät}\n")

    def test_is_told_once_in_each_document(self, tmp_path: Path) -> None:
        others = "  - {id: polisens, title: Statistik}\n  - {id: skolans, title: Frånvaro}\n"
        taken = ("bild", "  - {title: Enkät}\n", others)
        findings = [one for one in found(tmp_path, self.GONE, taken) if one.rule == "unknown-reference"]
        assert sorted(Path(one.file).name for one in findings) == ["bild.yaml", "orsaker.yaml"]
        assert [len(one.related) for one in findings] == [1, 1]
        assert all(one.edit is None or one.edit.is_example for one in findings)

    def test_nothing_else_is_proposed_for_it_that_only_stands_there(self, tmp_path: Path) -> None:
        taken = (
            "bild",
            "  - {title: Enkät}\n",
            f"  - {{id: polisens, title: Statistik}}\n{INDICATORS}",
        )
        findings = [one for one in found(tmp_path, self.GONE, taken) if one.rule == "unknown-reference"]
        assert [one.edit for one in findings] == [None, None]


class TestAnIdThatChanged:
    """An id that is changed where it stands, while others go on using the one it had."""

    def test_a_problem_that_is_only_watched_is_not_taken_for_it(self, tmp_path: Path) -> None:
        gone = ("bild", "id: otryggt-torg", "id: hamnen")
        lost = ("bild", "    priority: prioritised\n", "    priority: low\n")
        findings = found(tmp_path, gone, lost)
        assert {(Path(one.file).name, one.path[-1]) for one in findings} == {
            ("orsaker.yaml", "problem"),
            ("plan.yaml", "problems"),
        }

    def test_it_is_told_at_the_reference_where_only_that_document_is_asked_about(self, tmp_path: Path) -> None:
        findings = found(tmp_path, ("bild", "id: otryggt-torg", "id: torget"), asked="plan.yaml")
        assert [one.rule for one in findings] == ["unknown-reference"]
        assert findings[0].path[-1] == "problems"

    def test_of_two_that_may_be_meant_none_is(self, tmp_path: Path) -> None:
        another = (
            "bild",
            "other_information",
            "  - {id: hamnen, title: Otrygg hamn, priority: prioritised, evidence: mätning}\nother_information",
        )
        findings = found(tmp_path, ("bild", "id: otryggt-torg", "id: torget"), another)
        lost = [one for one in findings if one.rule == "unknown-reference"]
        assert {Path(one.file).name for one in lost} == {"orsaker.yaml", "plan.yaml"}

    def test_where_another_name_is_lost_too_neither_is_said_to_have_been_the_id(self, tmp_path: Path) -> None:
        both = ("plan", "problems: otryggt-torg,", "problems: [otryggt-torg, mörk-park],")
        findings = found(tmp_path, ("bild", "id: otryggt-torg", "id: hamnen"), both)
        lost = [one for one in findings if one.rule == "unknown-reference"]
        assert {Path(one.file).name for one in lost} == {"orsaker.yaml", "plan.yaml"}

    def test_where_very_much_is_lost_no_name_explains_it(self, tmp_path: Path) -> None:
        causes = ", ".join(f"borta-{number}" for number in range(120))
        findings = found(tmp_path, ("plan", "causes: mörker", f"causes: [{causes}]"))
        assert {one.rule for one in findings} == {"unknown-reference"}


def test_values_that_each_may_be_right_are_told_one_by_one(tmp_path: Path) -> None:
    both = ("plan", "    progress: ongoing\n", "    progress: sakta\n    effect: snabbt\n")
    assert [one.rule for one in found(tmp_path, both)] == ["bad-choice", "bad-choice"]


@pytest.mark.parametrize(
    "text",
    [
        "Se kartan[1](https://exempelby.example/karta).",
        "Avsnittet [1] om platser gäller.",
        "I steg [2] väljs åtgärder, och i SOU 2020[23] står mer.",
    ],
)
def test_numbers_in_brackets_that_are_no_notes_are_left_alone(text: str, tmp_path: Path) -> None:
    work = "references: [{id: vägledning, title: Orsaksanalys, type: handbook}]\n"
    said = ("orsaker", "analyses:", f"{work}introduction: {text}\nanalyses:")
    assert "footnote-by-number" not in [one.rule for one in found(tmp_path, said)]


def test_of_several_works_the_author_says_which_a_number_is(tmp_path: Path) -> None:
    works = "references: [{id: vägledning, title: Orsaksanalys}, {id: lag, title: Lagen, number: 2023:196}]\n"
    said = ("orsaker", "analyses:", f"{works}introduction: |-\n  Vi följer\n  lagen[2] noga.\nanalyses:")
    (one,) = found(tmp_path, said)
    assert one.rule == "footnote-by-number"
    assert one.edit is None
    assert "[^vägledning]" in one.help.say("sv")


@pytest.mark.parametrize(
    "target",
    [
        "direction: decrease, target: {at_least: 40, at_most: 50}",
        "direction: maintain, target: {at_least: 50}",
        "direction: increase, target: {at_least: 52}",
        "target: {at_most: 60}",
    ],
)
def test_limits_that_a_figure_may_keep_are_left_alone(target: str, tmp_path: Path) -> None:
    said = ("plan", "direction: increase, baseline: {value: 52, period: 2023}, target: {at_least: 60}", "{target}")
    changed = (said[0], said[1], f"baseline: {{value: 52, period: 2023}}, {target}")
    assert "target-limit-of-other-direction" not in [one.rule for one in found(tmp_path, changed)]
