"""What few workspaces hold: verdicts against figures, references that lead astray, files that cannot be read."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.law.act import LawStatus, Paragraph
from samverkan.law.answers import all_answers
from samverkan.model.choices import Kind
from samverkan.reviews.results import ResultTrend, results_of
from tests.conftest import ROOT, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from samverkan.findings import Finding
    from tests.conftest import Outcome

TODAY = date(2025, 10, 1)
SETTINGS = "samverkan: 1\nkind: workspace\n"
SIGNED = (
    "signatures: {date: 2024-01-15, signatories: [{party: polisen, name: Kim Ek}, {party: kommunen, name: Lo Berg}]}\n"
)
REVIEW = """\
samverkan: 1
kind: follow-up
id: {name}
title: Uppföljning
agreement: avtal-2024
date: {day}
reviews: [{{document: avtal-2024}}]
"""


@pytest.fixture
def laid(tmp_path: Path) -> Callable[..., Path]:
    """Lay files side by side, the first of them an agreement."""

    def lay(*texts: str) -> Path:
        (tmp_path / "samverkan.yaml").write_text(SETTINGS, encoding="utf-8")
        for number, text in enumerate(texts):
            (tmp_path / f"{number}.yaml").write_text(text, encoding="utf-8")
        return tmp_path

    return lay


def found(folder: Path, rule: str, today: date = TODAY) -> list[Finding]:
    return [one for one in check([str(folder)], today).findings if one.rule == rule]


def review(outcome: str, day: str = "2024-12-01", name: str = "u") -> str:
    return REVIEW.format(name=name, day=day) + f"outcomes: [{{{outcome}}}]\n"


def test_a_verdict_is_held_against_a_change_that_was_wanted(laid: Callable[..., Path]) -> None:
    goal = (
        "goals: [{id: rån, text: Färre rån., unit: count, baseline: {value: 100, period: 2023},"
        " target: {change_percent: -10}}]\n"
    )
    folder = laid(SMALL + goal, review("item: rån, result: reached, value: 95, period: 2024"))
    (told,) = found(folder, "result-contradicts-figure")
    assert "10" in told.message.say("sv")
    assert "95" in told.message.say("sv")
    assert found(laid(SMALL + goal, review("item: rån, result: reached, value: 90")), "result-contradicts-figure") == []


def test_no_verdict_is_held_against_an_amount_whose_time_is_said_in_words(laid: Callable[..., Path]) -> None:
    promised = "commitments: [{id: gå, by: polisen, text: Gå runt., quantity: {at_least: 12, unit: rundor%s}}]\n"
    outcome = review("item: gå, result: reached, value: 3")
    assert found(laid(SMALL + promised % "", outcome), "result-contradicts-figure")
    assert not found(laid(SMALL + promised % ", per_text: varje sommar", outcome), "result-contradicts-figure")


def test_what_was_to_stay_as_it_was_gets_worse_whichever_way_it_moves(laid: Callable[..., Path]) -> None:
    goal = "goals: [{id: rån, text: Rånen ska inte bli fler., unit: count, direction: maintain}]\n"
    for later, trend in ((40, ResultTrend.WORSE), (20, ResultTrend.WORSE), (30, ResultTrend.SAME)):
        first = review("item: rån, result: ongoing, value: 30, period: 2024")
        second = review(f"item: rån, result: ongoing, value: {later}, period: 2025", "2025-06-01", "v")
        (workspace,) = check([str(laid(SMALL + goal, first, second))], TODAY).workspaces
        (result,) = results_of(workspace, next(workspace.of_kind(Kind.AGREEMENT)), TODAY)
        assert result.trend is trend


def test_a_reference_to_a_part_of_another_document_than_it_names_is_sent_there(laid: Callable[..., Path]) -> None:
    plan = "samverkan: 1\nkind: action-plan\nid: plan\ntitle: Plan\nagreement: avtal-2024\nperiod: 2024\n"
    measure = "measures: [{id: ljus, title: Ljus, who: [kommunen], focus_area: avtalet#platser}]\n"
    (told,) = found(laid(SMALL, plan + measure), "unknown-reference")
    assert "avtal-2024#platser" in f"{told.message.say('sv')} {told.help.say('sv')}"


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("", 1),
        ("based_on: [verk]\nreferences: [{id: verk, title: Varför unga begår brott i centrum}]\n", 0),
        ("based_on: [verk]\nreferences: [{id: verk, title: Kommunens vision}]\n", 1),
    ],
)
def test_an_agreement_may_build_on_a_work_about_causes(laid: Callable[..., Path], written: str, count: int) -> None:
    assert len(found(laid(SMALL + written), "agreement-without-causes")) == count


@pytest.mark.parametrize(("written", "count"), [("", 1), ("based_on: [u]\n", 0)])
def test_an_agreement_may_build_on_a_follow_up(laid: Callable[..., Path], written: str, count: int) -> None:
    before = REVIEW.replace("avtal-2024", "avtal-2020").format(name="u", day="2023-12-01")
    older = SMALL.replace("avtal-2024", "avtal-2020").replace("from: 2024, until: 2026", "from: 2020, until: 2023")
    folder = laid(SMALL + written, older + "follow_up: {cadence: yearly}\n", before)
    assert len([one for one in found(folder, "agreement-without-follow-up") if one.file.endswith("0.yaml")]) == count


def test_a_figure_in_words_is_told_as_it_is_said(laid: Callable[..., Path], run: Callable[..., Outcome]) -> None:
    goal = "goals: [{id: rån, text: Färre rån., focus_area: platser}]\n"
    counts = "item: rån, result: partly, counts: [{title: Kvinnor, text: ungefär hälften}, {title: Män, value: 4}]"
    laid(SMALL + goal, review(counts))
    told = run("show", "--today", "2025-10-01", COLUMNS="200").out
    assert "ungefär hälften" in told


def test_the_law_passes_over_files_that_cannot_be_read(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    shutil.copytree(ROOT / "tests" / "workspace", tmp_path, dirs_exist_ok=True)
    for name in ("avtal-2024", "plan-2024", "uppföljning-2024"):
        path = tmp_path / f"{name}.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("title:", "titles:", 1), encoding="utf-8")
    whole = check([str(tmp_path)], TODAY)
    for _ in all_answers(whole.workspaces, TODAY):
        pass
    ended = run("law", "--today", "2025-10-01")
    assert ended.code in {1, 4}
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    ("report", "is_shown"),
    [
        ("{to: Kommunfullmäktige, date: 2024-11-01}", True),
        ("{to: Kommunfullmäktige, date: 2026-11-01}", False),
        ("{to: Styrgruppen, date: 2024-11-01}", False),
    ],
)
def test_a_report_counts_when_it_has_been_made_and_to_the_council(
    laid: Callable[..., Path], report: str, is_shown: bool
) -> None:
    told = review("item: mål, result: ongoing") + f"reports: [{report}]\n"
    folder = laid(SMALL + "goals: [{id: mål, text: Fler är trygga.}]\n" + SIGNED, told)
    answers = [
        one
        for town in all_answers(check([str(folder)], TODAY).workspaces, TODAY)
        for one in town.answers
        if one.paragraph is Paragraph.LEADERSHIP
    ]
    assert any(one.status is LawStatus.SHOWN for one in answers) is is_shown


@pytest.mark.parametrize(
    "told",
    [
        review("item: mål, result: ongoing").replace("date: 2024-12-01\n", "") + "reports: [Kommunfullmäktige]\n",
        "samverkan: 1\nkind: situation-picture\nid: b\ntitle: Bild\nagreement: avtal-2024\nserves_as: [follow-up]\n",
    ],
    ids=["a report without any day", "what is no follow-up of its own"],
)
def test_no_report_to_the_council_is_read_out_of_what_does_not_tell_of_one(
    laid: Callable[..., Path], told: str
) -> None:
    folder = laid(SMALL + "goals: [{id: mål, text: Fler är trygga.}]\n" + SIGNED, told)
    (town,) = all_answers(check([str(folder)], TODAY).workspaces, TODAY)
    assert len(town.answers) > 3
    assert all(one.status is not LawStatus.SHOWN for one in town.answers if one.paragraph is Paragraph.LEADERSHIP)


def test_of_a_document_that_is_piped_in_the_law_links_to_none(run: Callable[..., Outcome], tmp_path: Path) -> None:
    piped = run("law", "-", "--format", "html", "--out", "-", "--today", "2025-10-01", stdin=(SMALL + SIGNED).encode())
    assert piped.code == 0, piped.err
    assert "Samverkansöverenskommelse för Exempelby" in piped.out
    assert "a.yaml" not in piped.out
    (tmp_path / "a.yaml").write_text(SMALL + SIGNED, encoding="utf-8")
    assert 'href="a.yaml"' in run("law", "a.yaml", "--format", "html", "--out", "-", "--today", "2025-10-01").out


def test_of_an_earlier_agreement_that_could_not_be_read_no_results_are_taken_over(laid: Callable[..., Path]) -> None:
    goals = "goals: [{id: mål, text: Det ska vara ljust.}]\n"
    later = SMALL.replace("avtal-2024", "avtal-2027").replace("{from: 2024, until: 2026}", "{from: 2027, until: 2029}")
    later += "supersedes: [avtal-2024]\n"
    for spoiled, marks in (("text: Det ska vara ljust.", 1), ("unit: count", 0)):
        earlier = SMALL + goals.replace("text: Det ska vara ljust.", spoiled)
        folder = laid(earlier, review("item: mål, result: ongoing"), later + goals)
        (workspace,) = check([str(folder)], TODAY).workspaces
        told = results_of(workspace, workspace.by_id["avtal-2027"], TODAY)
        assert [(one.part.own_id, len(one.marks)) for one in told] == [("mål", marks)], spoiled
