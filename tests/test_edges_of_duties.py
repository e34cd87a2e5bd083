"""Where one row of the follow-up turns into another: which time a sentence names, what the law joins, the last day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.duties.duty import DutyKind
from samverkan.duties.rows import Status, rows
from tests.conftest import SMALL

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.duties.rows import Row

SIGNED = "signatures: {date: 2024-01-15, signatories: [{party: polisen, name: Kim Ek}]}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\n", encoding="utf-8")
    return tmp_path


def due(folder: Path, today: date, kind: DutyKind) -> list[Row]:
    return [row for row in rows(check([str(folder)], today).workspaces, today) if row.duty.clock is kind]


@pytest.mark.parametrize(
    ("terms", "day"),
    [
        ("Överenskommelsen ses över i maj 2026.", "2026-05-31"),
        ("Maj 2026", "2026-05-31"),
        ("Ses över den 3 maj 2026", "2026-05-03"),
        ("Revideras från maj 2026", None),
        ("Revideras från och med maj 2026.", None),
        ("Revideras sedan den 3 maj 2026", None),
        ("Ses över två år efter beslut 2024.", None),
        ("Vid behov.", None),
    ],
)
def test_a_revision_is_due_at_the_time_that_its_terms_end_with_and_not_since_one(
    folder: Path, terms: str, day: str | None
) -> None:
    text = SMALL.replace("until: 2026}", f"until: 2026, revision: {{text: {terms}}}}}")
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    (row,) = due(folder, date(2024, 6, 1), DutyKind.REVISION)
    assert (str(row.duty.due) if row.duty.due else None) == day


def test_what_the_law_alone_sets_a_time_for_is_told_by_the_law_and_all_else_by_the_agreement(folder: Path) -> None:
    planned = "planned_documents: [{kind: situation-picture, by: jointly}, {kind: communication-plan, by: jointly}]\n"
    (folder / "a.yaml").write_text(SMALL.replace("until: 2026", "until: further-notice") + planned, encoding="utf-8")
    told = [row.duty for row in due(folder, date(2024, 6, 1), DutyKind.PLANNED_DOCUMENT)]
    by_agreement = [(duty.path, duty.due) for duty in told if duty.law is None]
    assert by_agreement == [(("planned_documents", 1), None)]
    by_law = due(folder, date(2024, 6, 1), DutyKind.PICTURE)
    assert [(row.duty.law is not None, row.duty.due) for row in by_law] == [(True, date(2023, 7, 1))]


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2024, 1, 31), "2024-01-31"),
        (date(2024, 2, 1), "2025-01-31"),
        (date(9998, 12, 15), "9999-01-31"),
        (date(9999, 12, 15), "9999-12-31"),
    ],
)
def test_a_forum_that_meets_in_january_meets_next_in_january_as_long_as_there_are_any(
    folder: Path, today: date, day: str
) -> None:
    forum = "forums: [{id: rådet, name: Rådet, when: i januari}]\n"
    valid = SMALL.replace("until: 2026", "until: further-notice")
    (folder / "a.yaml").write_text(valid + forum + SIGNED, encoding="utf-8")
    assert [str(row.duty.due) for row in due(folder, today, DutyKind.MEETING)] == [day]


def test_what_has_never_been_made_is_one_and_not_the_one(folder: Path) -> None:
    planned = "planned_documents: [{kind: communication-plan, by: jointly}]\n"
    (folder / "a.yaml").write_text(SMALL.replace("until: 2026", "until: further-notice") + planned, encoding="utf-8")
    told = [row.duty.what.say("sv") for row in due(folder, date(2024, 6, 1), DutyKind.PLANNED_DOCUMENT)]
    assert "Ta fram en kommunikationsplan" in told


@pytest.mark.parametrize(("key", "made"), [("part_of", True), ("alongside", False)])
def test_an_agreement_that_is_planned_is_made_by_one_that_is_part_of_it(folder: Path, key: str, made: bool) -> None:
    planned = "planned_documents: [{id: lokala, kind: agreement, cadence: yearly, by: jointly}]\n"
    (folder / "a.yaml").write_text(SMALL + planned + SIGNED, encoding="utf-8")
    other = SMALL.replace("id: avtal-2024", "id: lokalt") + SIGNED.replace("2024-01-15", "2024-03-01")
    (folder / "b.yaml").write_text(f"{other}{key}: avtal-2024\n", encoding="utf-8")
    found = due(folder, date(2024, 6, 1), DutyKind.PLANNED_DOCUMENT)
    (row,) = [one for one in found if one.duty.path[:1] == ("planned_documents",)]
    expected = ("lokalt", date(2024, 3, 1), date(2025, 3, 1)) if made else ("", None, date(2025, 1, 1))
    assert (row.duty.renews, row.duty.last_done, row.duty.due) == expected
    assert row.duty.item == "lokala"


def test_by_law_a_picture_is_made_anew_and_a_first_plan_was_never_made(folder: Path) -> None:
    own = 'parties: [{id: k, type: municipality, name: Exempelby kommun, code: "9901"}]\n'
    head = "samverkan: 1\nkind: situation-picture\nid: bild\ntitle: Bild\n"
    (folder / "b.yaml").write_text(f"{head}{own}date: 2024-02-01\nsurvey: Lugnt.\n", encoding="utf-8")
    by_law = [
        (row.duty.due, row.duty.last_done, row.duty.renews)
        for kind in (DutyKind.PICTURE, DutyKind.PLANNED_DOCUMENT)
        for row in due(folder, date(2025, 6, 1), kind)
    ]
    assert by_law == [(date(2026, 2, 1), date(2024, 2, 1), "bild"), (date(2024, 7, 1), None, "")]


@pytest.mark.parametrize(("day", "count"), [("2024-04-30", 1), ("2024-05-01", 0), ("2024-05-31", 0)])
def test_what_is_told_of_on_the_first_day_of_an_occasion_has_been_done(folder: Path, day: str, count: int) -> None:
    promise = "commitments: [{id: gå, by: polisen, text: Gå., dates: [2024-05]}]\n"
    (folder / "a.yaml").write_text(SMALL + promise, encoding="utf-8")
    review = (
        f"samverkan: 1\nkind: follow-up\nid: u\ntitle: U\nagreement: avtal-2024\ndate: {day}\n"
        "reviews: [{document: avtal-2024}]\noutcomes: [{item: gå, result: ongoing}]\n"
    )
    (folder / "u.yaml").write_text(review, encoding="utf-8")
    assert len(due(folder, date(2024, 6, 1), DutyKind.COMMITMENT)) == count


@pytest.mark.parametrize(
    ("who", "named"),
    [
        ("[{party: kommunen}]", "Exempelby kommun"),
        ("[{party: grannen}]", "Grannby kommun"),
        ("[{party: municipalities}]", "municipalities"),
        ("[municipalities]", "kommunerna"),
        ("[{party: kommunen, role: Kommunchef}]", "Kommunchef, Exempelby kommun"),
    ],
)
def test_none_of_several_is_named_for_all_of_them(folder: Path, who: str, named: str) -> None:
    neighbour = '  - {id: grannen, type: municipality, code: "9902", name: Grannby kommun}\nvalidity'
    (folder / "a.yaml").write_text(SMALL.replace("validity", neighbour, 1), encoding="utf-8")
    plan = "samverkan: 1\nkind: action-plan\nid: plan\ntitle: Plan\nagreement: avtal-2024\nperiod: {from: 2024}\n"
    measure = f"measures: [{{id: ljus, title: Ljus, who: {who}, until: 2024-12}}]\n"
    (folder / "p.yaml").write_text(plan + measure, encoding="utf-8")
    (row,) = due(folder, date(2024, 6, 1), DutyKind.MEASURE)
    assert row.duty.responsible.say("sv") == named


@pytest.mark.parametrize(
    ("deadline", "day"), [("2024-03-31", "2024-06-29"), ("2024-03", "2024-06-29"), ("2024", "2025-03-31")]
)
def test_figures_of_a_goal_are_waited_for_in_ninety_days(folder: Path, deadline: str, day: str) -> None:
    (folder / "a.yaml").write_text(SMALL, encoding="utf-8")
    plan = "samverkan: 1\nkind: action-plan\nid: plan\ntitle: Plan\nagreement: avtal-2024\nperiod: {from: 2024}\n"
    goal = f"goals: [{{id: mål, text: Fler är trygga., deadline: {deadline}}}]\n"
    (folder / "p.yaml").write_text(plan + goal, encoding="utf-8")
    assert [str(row.duty.due) for row in due(folder, date(2024, 1, 1), DutyKind.GOAL)] == [day]


@pytest.mark.parametrize(("today", "when"), [(date(2024, 10, 31), Status.SOON), (date(2024, 11, 1), Status.OVERDUE)])
def test_what_is_to_be_done_by_a_day_is_late_the_day_after(folder: Path, today: date, when: Status) -> None:
    promise = "commitments: [{id: gå, by: polisen, text: Gå., deadline: 2024-10}]\n"
    (folder / "a.yaml").write_text(SMALL + promise, encoding="utf-8")
    assert [row.status for row in due(folder, today, DutyKind.COMMITMENT)] == [when]
