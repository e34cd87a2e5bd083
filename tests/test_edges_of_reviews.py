"""Where one judgement of a follow-up turns into another: what is an answer, what can be compared, what is in doubt."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.duties.duty import DutyKind
from samverkan.duties.rows import rows
from samverkan.law.act import LawStatus, Paragraph
from samverkan.model.choices import Kind
from samverkan.model.review import Outcome
from samverkan.reviews.results import ResultTrend, results_of
from samverkan.reviews.wording import outcome_words
from samverkan.words import duties as words
from tests.test_law import (
    BOTH,
    DECIDED,
    SHARED,
    Plain,
    agreement,
    answer,
    follow_up,
    of_shared,
    plan,
    write,
)

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.findings import Finding

TODAY = date(2026, 6, 1)
COUNT = {"title": "Trygga", "value": 61}


def found(folder: Path, rule: str) -> list[Finding]:
    return [one for one in check([str(folder)], TODAY).findings if one.rule == rule]


@pytest.mark.parametrize(
    ("outcome", "is_done"),
    [
        ({"result": "partly"}, True),
        ({"value": 61}, True),
        ({"value": 0}, True),
        ({"counts": [COUNT]}, True),
        ({"comment": "Fler är ute."}, True),
        ({"why_not": "Mätningen är inte gjord."}, True),
        ({"result": "not-assessed", "why_not": "Mätningen är inte gjord."}, True),
        ({"result": "not-assessed"}, False),
        ({"result": "not-assessed", "comment": "Fler är ute."}, False),
        ({"result": "not-mentioned", "comment": "Fler är ute."}, False),
        ({"source": "Polisen"}, False),
    ],
)
def test_an_outcome_is_an_answer_where_it_says_something(tmp_path: Path, outcome: Plain, is_done: bool) -> None:
    review = follow_up(DECIDED, "2026-05-01", outcomes=[{"item": "tryggare", **outcome}])
    told = answer(write(tmp_path, [DECIDED, review]), Paragraph.PLAN_FOLLOW_UP)
    assert told is not None
    assert (told.status is LawStatus.SHOWN) == is_done


@pytest.mark.parametrize(
    ("period", "value", "trend"),
    [
        ("2024", 36, ResultTrend.BETTER),
        ("2024", 56, ResultTrend.WORSE),
        ("{from: 2024-01-01, until: 2024-11-06}", 36, ResultTrend.BETTER),
        ("{from: 2024-01-01, until: 2024-11-05}", 36, ResultTrend.UNLIKE),
        ("{from: 2024-01-01, until: 2024-06-30}", 50, ResultTrend.UNLIKE),
        ("{from: 2024-01-01, until: 2024-06-30}", 51, ResultTrend.WORSE),
        ("2025-02", 36, ResultTrend.UNLIKE),
        ("{from: 2025-02-01, until: 2025-02-27}", 36, ResultTrend.BETTER),
    ],
)
def test_times_are_alike_that_differ_by_less_than_a_sixth_and_what_is_less_than_a_month_has_no_length(
    tmp_path: Path, period: str, value: int, trend: ResultTrend
) -> None:
    goal = {
        "id": "brott", "text": "Färre brott.", "unit": "count", "baseline": {"value": 50, "period": "2023"},
        "target": {"at_most": 40},
    }  # fmt: skip
    aim = plan("2024-01-15", parties=None, agreement="avtal", goals=[goal])
    write(tmp_path, [agreement(), aim])
    text = f"""\
samverkan: 1
kind: follow-up
id: u
title: Uppföljning
agreement: avtal
date: 2026-03-01
reviews: [{{document: plan}}]
outcomes: [{{item: brott, result: ongoing, value: {value}, period: {period}}}]
"""
    (tmp_path / "u.yaml").write_text(text, encoding="utf-8")
    (workspace,) = check([str(tmp_path)], TODAY).workspaces
    told = results_of(workspace, next(workspace.of_kind(Kind.AGREEMENT)), TODAY)
    assert [one.trend for one in told if one.document.id == "plan"] == [trend]


@pytest.mark.parametrize(
    ("outcome", "count"),
    [
        ({"value": 50}, 1),
        ({"counts": [{"title": "Trygga", "value": 50}]}, 1),
        ({"counts": [{"title": "Trygga", "value": 50, "precision": "about"}]}, 0),
        ({"counts": [{"title": "Trygga", "value": 50}, {"title": "Otrygga", "value": 9}]}, 0),
        ({"value": 50, "precision": "about"}, 0),
        ({}, 0),
        ({"value": 60}, 0),
    ],
)
def test_the_figure_of_an_outcome_is_its_own_or_the_only_one_that_it_lists(
    tmp_path: Path, outcome: Plain, count: int
) -> None:
    aim = plan("2025-03-12", goals=[{"id": "tryggare", "text": "Fler.", "unit": "count", "target": {"at_least": 60}}])
    review = follow_up(aim, "2026-05-01", outcomes=[{"item": "tryggare", "result": "reached", **outcome}])
    assert len(found(write(tmp_path, [aim, review]), "result-contradicts-figure")) == count


def test_a_goal_without_its_figure_is_named_by_its_id(tmp_path: Path) -> None:
    aim = plan("2025-03-12", goals=[{"id": "tryggare", "text": "Fler är ute.", "target": {"at_least": 60}}])
    review = follow_up(aim, "2026-05-01", outcomes=[{"item": "tryggare", "result": "reached"}])
    (one,) = found(write(tmp_path, [aim, review]), "outcome-without-figure")
    assert "”tryggare”" in one.message.say("sv")


@pytest.mark.parametrize(
    ("by", "is_in_doubt"), [("jointly", True), (["polisen", "kommunen"], True), ("polisen", False)]
)
def test_an_undated_follow_up_puts_a_late_one_in_doubt_where_it_is_by_all_who_owe_it(
    tmp_path: Path, by: str | list[str], is_in_doubt: bool
) -> None:
    owed = plan("2023-03-12", parties=BOTH, by="jointly", period={"from": "2023"}, follow_up={"cadence": "yearly"})
    review = follow_up(owed, "2026-05-01", parties=BOTH, by=by, date=None)
    write(tmp_path, [owed, review])
    told = rows(check([str(tmp_path)], TODAY).workspaces, TODAY)
    late = [row.duty for row in told if row.duty.clock is DutyKind.REVIEW]
    doubt = words.UNDATED_IN_DOUBT.sv.removeprefix("{why} ")
    assert [doubt in one.reason.say("sv") for one in late] == [is_in_doubt]


@pytest.mark.parametrize(("by", "status"), [("kommunen", LawStatus.NOT_SHOWN), ("polisen", LawStatus.LATE)])
def test_by_law_an_undated_follow_up_of_the_municipality_alone_is_in_doubt(
    tmp_path: Path, by: str, status: LawStatus
) -> None:
    undated = of_shared(by, {"kommunen": "lampor", "polisen": "patruller"}[by])
    del undated["date"]
    told = answer(write(tmp_path, [SHARED, undated]), Paragraph.PLAN_FOLLOW_UP, "2027-04-01")
    assert told is not None
    assert told.status is status


@pytest.mark.parametrize("parts", [20, 21, 23])
def test_of_what_lacks_an_outcome_twenty_are_told_by_themselves_and_the_rest_in_one(tmp_path: Path, parts: int) -> None:
    measures = [{"id": f"å{i}", "title": f"Åtgärd {i}", "who": [{"party": "kommunen"}]} for i in range(parts)]
    aim = plan("2025-03-12", goals=None, measures=measures)
    told = found(write(tmp_path, [aim, follow_up(aim, "2026-05-01", outcomes=[])]), "outcome-missing")
    assert len(told) == min(parts, 21)
    rest = [one for one in told if "Åtgärd 20" in one.message.say("sv")]
    assert len(rest) == (parts > 20)
    assert all(f"Åtgärd {parts - 1}" in one.message.say("sv") for one in rest)
    assert all("item: å20" in one.help.say("sv") for one in rest)


THREE = [{"title": "Väst", "value": 3}, {"title": "Öst", "text": "få"}]


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ({"result": "partly"}, "delvis"),
        ({"result": "partly", "value": 1, "unit": "gånger"}, "delvis, 1 gång"),
        ({"result": "partly", "value": 2, "unit": "gånger"}, "delvis, 2 gånger"),
        ({"value": 2, "unit": "count"}, "2"),
        ({"value": 2, "counts": THREE[:1]}, "2 och en siffra till"),
        ({"value": 2, "counts": THREE}, "2 och 2 siffror till"),
        ({"counts": THREE}, "Väst: 3 och en siffra till"),
        ({"counts": THREE[1:]}, "Öst: få"),
        ({"comment": "Fler är ute."}, "beskrivet i ord"),
        ({"light": "green", "comment": "Fler är ute."}, "grön"),
        ({"source": "Polisen"}, "utan bedömning"),
    ],
)
def test_an_outcome_is_told_with_its_first_figure_and_how_many_more_there_are(outcome: Plain, said: str) -> None:
    read = Outcome.model_validate({"item": "tryggare", **outcome})
    assert outcome_words(read, None, "").say("sv") == said
    assert outcome_words(read, None, "1 maj 2026").say("sv") == f"{said} (1 maj 2026)"


@pytest.mark.parametrize(("day", "due"), [("2026-05-31", ["2026-06-30", "2027-05-31"]), ("2026-06-01", ["2027-06-01"])])
def test_a_report_counts_for_the_time_that_it_was_made_in(tmp_path: Path, day: str, due: list[str]) -> None:
    terms = {"cadence": "yearly", "reporting": {"to": "Styrgruppen", "cadence": "yearly", "dates": ["2026-06"]}}
    owed = plan("2025-03-12", follow_up=terms)
    review = follow_up(owed, day, reports=[{"to": "Styrgruppen"}])
    told = rows(check([str(write(tmp_path, [owed, review]))], TODAY).workspaces, TODAY)
    reports = sorted((str(row.duty.due), str(row.duty.last_done)) for row in told if row.duty.clock is DutyKind.REPORT)
    assert [when for when, _ in reports] == due
    assert reports[-1][1] == day


@pytest.mark.parametrize(
    ("day", "is_done"), [("2025-03-11", False), ("2025-03-12", True), ("2025-03", True), ("2025-02", False)]
)
def test_a_follow_up_counts_from_the_day_that_an_agreement_was_signed(tmp_path: Path, day: str, is_done: bool) -> None:
    owed = agreement(signed="2025-03-12", validity={"from": "2025", "until": "2027"}, follow_up={"cadence": "yearly"})
    review = follow_up(owed, day, parties=None, agreement="avtal")
    told = rows(check([str(write(tmp_path, [owed, review]))], TODAY).workspaces, TODAY)
    (due,) = [row.duty for row in told if row.duty.clock is DutyKind.REVIEW]
    assert (due.last_done is not None) == is_done


@pytest.mark.parametrize(("first", "last", "left"), [("a", "b", "”Ljus på a”"), ("b", "a", "”Ljus på b”")])
def test_what_the_latest_follow_up_left_is_told_and_not_what_those_before_it_did(
    tmp_path: Path, first: str, last: str, left: str
) -> None:
    measures = [{"id": one, "title": f"Ljus på {one}", "who": [{"party": "kommunen"}]} for one in "ab"]
    owed = plan("2023-03-12", goals=None, measures=measures, period={"from": "2023"}, follow_up={"cadence": "yearly"})
    reviews = [
        follow_up(owed, day, name, outcomes=[{"item": item, "result": "ongoing"}])
        for day, name, item in (("2024-05-01", "u2", first), ("2025-05-01", "u1", last))
    ]
    told = rows(check([str(write(tmp_path, [owed, *reviews]))], TODAY).workspaces, TODAY)
    (due,) = [row.duty for row in told if row.duty.clock is DutyKind.REVIEW]
    assert f"Utan utfall i uppföljningen den 1 maj 2025: {left}." in due.reason.say("sv")
