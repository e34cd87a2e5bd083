"""Where one answer turns into another: the day itself, the same length, the same result once more."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.duties.duty import DutyKind, Listed
from samverkan.duties.meetings import listed
from samverkan.duties.rows import rows
from samverkan.law.act import LawStatus, Paragraph
from samverkan.law.answers import all_answers
from samverkan.model.choices import Kind, Result
from samverkan.model.dates import Duration
from samverkan.reviews.results import ResultTrend, results_of
from tests.conftest import SMALL

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.duties.rows import Row
    from samverkan.findings import Finding

PLAN = """\
samverkan: 1
kind: action-plan
id: plan
title: Plan
agreement: avtal-2024
period: {from: 2024, until: 2026}
goals: [{id: mål, text: Fler är trygga.}]
"""
REVIEW = """\
samverkan: 1
kind: follow-up
id: u{year}
title: Uppföljning
agreement: avtal-2024
date: {year}-12-01
reviews: [{{document: plan}}]
outcomes: [{{item: mål, result: {result}}}]
"""
STEPS = [
    {Result.NOT_REACHED, Result.NOT_YET},
    {Result.ONGOING, Result.PARTLY},
    {Result.REACHED},
]
"""Results of the same worth, from the least on."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    return tmp_path


def due(folder: Path, today: date, kind: DutyKind) -> list[Row]:
    return [row for row in rows(check([str(folder)], today).workspaces, today) if row.duty.clock is kind]


def step(result: Result) -> int:
    return next(i for i, results in enumerate(STEPS) if result in results)


RANKED = [result for results in STEPS for result in sorted(results)]


@pytest.mark.parametrize(("before", "after"), list(product(RANKED, RANKED)))
def test_which_way_it_goes_follows_from_two_results(folder: Path, before: Result, after: Result) -> None:
    (folder / "p.yaml").write_text(PLAN, encoding="utf-8")
    for year, result in ((2024, before), (2025, after)):
        (folder / f"u{year}.yaml").write_text(REVIEW.format(year=year, result=result.value), encoding="utf-8")
    today = date(2026, 1, 1)
    (workspace,) = check([str(folder)], today).workspaces
    (goal,) = [
        one
        for one in results_of(workspace, next(workspace.of_kind(Kind.AGREEMENT)), today)
        if one.document.id == "plan"
    ]
    if step(before) == step(after):
        assert goal.trend is ResultTrend.SAME
    else:
        assert goal.trend is (ResultTrend.BETTER if step(after) > step(before) else ResultTrend.WORSE)


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        (Duration(1, "month"), Listed.WHEN_NEAR),
        (Duration(2, "month"), Listed.WHEN_NEAR),
        (Duration(31, "day"), Listed.WHEN_NEAR),
        (Duration(30, "day"), Listed.ON_DEMAND),
        (Duration(2, "week"), Listed.ON_DEMAND),
    ],
)
def test_what_is_done_each_month_is_told_of_and_not_what_is_done_more_often(length: Duration, expected: Listed) -> None:
    assert listed(length, date(2024, 1, 10)) is expected


@pytest.mark.parametrize(
    ("how", "count"),
    [("", 0), (", cadence: quarterly", 1), (", when: på våren", 1), (", cadence: quarterly, when: på våren", 1)],
)
def test_a_forum_meets_where_how_often_or_when_is_said(folder: Path, how: str, count: int) -> None:
    signed = "signatures: {date: 2024-01-15, signatories: [{party: polisen, name: Kim Ek}]}\n"
    forums = f"forums: [{{id: rådet, name: Rådet{how}}}]\n"
    (folder / "a.yaml").write_text(SMALL + forums + signed, encoding="utf-8")
    assert len(due(folder, date(2024, 2, 1), DutyKind.MEETING)) == count


PICTURE_AND_PLAN = [(Paragraph.PICTURE, "2023-07-01"), (Paragraph.PLAN, "2024-07-01")]


@pytest.mark.parametrize(
    ("today", "asked"),
    [(date(2023, 6, 30), []), (date(2023, 7, 1), PICTURE_AND_PLAN), (date(2023, 7, 2), PICTURE_AND_PLAN)],
)
def test_the_law_asks_from_the_day_that_it_applies(
    folder: Path, today: date, asked: list[tuple[Paragraph, str]]
) -> None:
    (folder / "a.yaml").write_text(SMALL.replace("from: 2024", "from: 2022"), encoding="utf-8")
    found = rows(check([str(folder)], today).workspaces, today)
    assert [(row.duty.law.paragraph, str(row.duty.due)) for row in found if row.duty.law] == asked


@pytest.mark.parametrize(("goals", "is_decided", "count"), [(1, True, 1), (2, True, 1), (3, True, 1), (2, False, 2)])
def test_of_two_goals_that_lack_the_same_a_decided_plan_is_told_once(
    folder: Path, goals: int, is_decided: bool, count: int
) -> None:
    listed_goals = ", ".join(f"{{id: mål-{i}, text: Fler är trygga.}}" for i in range(goals))
    plan = PLAN.replace("{id: mål, text: Fler är trygga.}", listed_goals)
    decided = "decisions: [{body: Kommunstyrelsen, date: 2024-02-15}]\n" if is_decided else ""
    (folder / "p.yaml").write_text(plan + decided, encoding="utf-8")
    found = [one.rule for one in check([str(folder)], date(2024, 3, 1)).findings]
    assert found.count("goal-without-measure") == count


def test_of_plans_that_end_the_same_day_a_gap_is_told_from_the_one_that_began_first(folder: Path) -> None:
    periods = {"a-sen": "2023, until: 2023-06", "b-tidig": "2022, until: 2023-06", "ny": "2024, until: 2026"}
    for name, period in periods.items():
        plan = PLAN.replace("id: plan", f"id: {name}").replace("2024, until: 2026", period)
        (folder / f"{name}.yaml").write_text(plan, encoding="utf-8")
    (found,) = [one for one in check([str(folder)], date(2024, 3, 1)).findings if one.rule == "gap-between-plans"]
    assert found.file.endswith("ny.yaml")
    assert [other.file.rpartition("/")[2] for other in found.related] == ["b-tidig.yaml"]
    assert "1 juli 2023 till och med den 31 december 2023" in found.message.say("sv")


def found(folder: Path, today: date, rule: str) -> list[Finding]:
    return [one for one in check([str(folder)], today).findings if one.rule == rule]


@pytest.mark.parametrize(
    ("before", "after", "trend"),
    [("3.5", "3", ResultTrend.WORSE), ("3", "3.5", ResultTrend.BETTER), ("3", "3", ResultTrend.SAME)],
)
def test_less_than_a_whole_step_is_a_step(folder: Path, before: str, after: str, trend: ResultTrend) -> None:
    (folder / "p.yaml").write_text(PLAN.replace("trygga.}", "trygga., direction: increase}"), encoding="utf-8")
    for year, value in ((2024, before), (2025, after)):
        text = REVIEW.format(year=year, result="ongoing").replace("ongoing}", f"ongoing, value: {value}}}")
        (folder / f"u{year}.yaml").write_text(text, encoding="utf-8")
    (workspace,) = check([str(folder)], date(2026, 1, 1)).workspaces
    told = results_of(workspace, next(workspace.of_kind(Kind.AGREEMENT)), date(2026, 1, 1))
    assert [one.trend for one in told if one.document.id == "plan"] == [trend]


@pytest.mark.parametrize(
    ("day", "result", "count"),
    [
        ("2025-06-29", "partly", 1),
        ("2025-06-30", "partly", 0),
        ("2025-07-01", "partly", 0),
        ("2025-07-01", "ongoing", 1),
        ("2025-06-29", "reached", 0),
    ],
)
def test_a_goal_is_judged_from_its_last_day_on(folder: Path, day: str, result: str, count: int) -> None:
    plan = PLAN.replace("trygga.}", "trygga., deadline: 2025-06-30}")
    (folder / "p.yaml").write_text(plan, encoding="utf-8")
    review = REVIEW.format(year=2025, result=result).replace("2025-12-01", day)
    (folder / "u.yaml").write_text(review, encoding="utf-8")
    assert len(due(folder, date(2025, 9, 1), DutyKind.GOAL)) == count


@pytest.mark.parametrize(
    ("today", "paragraphs"), [(date(2023, 6, 30), set()), (date(2023, 7, 1), {Paragraph.PICTURE, Paragraph.PLAN})]
)
def test_the_board_is_answered_from_the_day_that_the_law_applies(
    folder: Path, today: date, paragraphs: set[Paragraph]
) -> None:
    (folder / "a.yaml").write_text(SMALL.replace("from: 2024", "from: 2022"), encoding="utf-8")
    told = all_answers(check([str(folder)], today).workspaces, today)
    given = {answer.paragraph for one in told for answer in one.answers}
    assert given & {Paragraph.PICTURE, Paragraph.PLAN} == paragraphs


@pytest.mark.parametrize(("day", "shown"), [("2023-06-30", "a-ny"), ("2023-07-01", "a-ny")])
def test_the_latest_picture_is_shown_also_where_it_is_too_old(folder: Path, day: str, shown: str) -> None:
    picture = "samverkan: 1\nkind: situation-picture\nid: {}\ntitle: Bild\nagreement: avtal-2024\nsurvey: Lugnt.\n"
    for name, made in (("a-ny", day), ("b-gammal", "2022-03-01")):
        (folder / f"{name}.yaml").write_text(f"{picture.format(name)}date: {made}\n", encoding="utf-8")
    told = all_answers(check([str(folder)], date(2024, 6, 1)).workspaces, date(2024, 6, 1))
    (answer,) = [a for one in told for a in one.answers if a.paragraph is Paragraph.PICTURE]
    assert [one.document.id for one in answer.evidence] == [shown]
    assert (answer.status is LawStatus.SHOWN) == (day == "2023-07-01")


@pytest.mark.parametrize(("per", "count"), [("", 1), (", per: yearly", 1), (", per: as-needed", 0)])
def test_an_amount_is_held_against_the_figure_where_its_time_can_be_counted(folder: Path, per: str, count: int) -> None:
    promise = f"commitments: [{{id: gå, by: polisen, text: Gå., quantity: {{at_least: 4{per}}}}}]\n"
    (folder / "a.yaml").write_text(SMALL + promise, encoding="utf-8")
    review = REVIEW.format(year=2024, result="reached").replace("document: plan", "document: avtal-2024")
    (folder / "u.yaml").write_text(review.replace("item: mål", "item: gå, value: 2"), encoding="utf-8")
    assert len(found(folder, date(2025, 1, 1), "result-contradicts-figure")) == count


def test_a_second_successor_is_told_with_the_name_of_the_first(folder: Path) -> None:
    for name in ("ny", "annan"):
        later = SMALL.replace("id: avtal-2024", f"id: {name}").replace("2024, until: 2026", "2027, until: 2028")
        (folder / f"{name}.yaml").write_text(f"{later}supersedes: avtal-2024\n", encoding="utf-8")
    told = found(folder, date(2024, 6, 1), "superseded-twice")
    assert told
    assert all(("annan" if one.file.endswith("ny.yaml") else "”ny”") in one.message.say("sv") for one in told)


@pytest.mark.parametrize(("day", "count"), [("2024-01-15", 0), ("2024-01-16", 1)])
def test_a_decision_on_the_day_of_the_signing_is_in_time(folder: Path, day: str, count: int) -> None:
    signed = "signatures: {date: 2024-01-15, signatories: [{party: polisen, name: Kim Ek}]}\n"
    decided = f"decisions: [{{body: Kommunstyrelsen, party: kommunen, date: {day}}}]\n"
    (folder / "a.yaml").write_text(SMALL + signed + decided, encoding="utf-8")
    assert len(found(folder, date(2024, 2, 1), "decided-after-signing")) == count


def test_of_two_sorts_of_markup_the_first_in_the_text_is_told(folder: Path) -> None:
    parts = ["![Torget](torget.png)", "| a | b |\n  |---|---|\n  | 1 | 2 |"]
    said = []
    for first, last in (parts, parts[::-1]):
        text = f"introduction: |\n  Se här.\n\n  {first}\n\n  {last}\n"
        (folder / "a.yaml").write_text(SMALL + text, encoding="utf-8")
        (told,) = found(folder, date(2024, 2, 1), "markup-not-supported")
        said.append(told.message.say("sv"))
    assert said[0] != said[1]


@pytest.mark.parametrize(("day", "count"), [("2023-06-30", 0), ("2023-07-01", 1)])
def test_a_picture_must_be_whole_from_the_day_that_the_law_applies(folder: Path, day: str, count: int) -> None:
    picture = "samverkan: 1\nkind: situation-picture\nid: bild\ntitle: Bild\nagreement: avtal-2024\nsurvey: Lugnt.\n"
    (folder / "b.yaml").write_text(f"{picture}by: kommunen\ndate: {day}\n", encoding="utf-8")
    told = {one.rule for one in check([str(folder)], date(2024, 6, 1)).findings if one.file.endswith("b.yaml")}
    assert len(told & {"picture-without-analysis"}) == count
