"""More edges of the follow-up, of the law and of reviews: the last day of all, whose a document is, what is left."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.duties.duty import DutyKind
from samverkan.duties.filter import RowChoice
from samverkan.duties.rows import Status, rows
from samverkan.duties.spread import spread
from samverkan.law.act import Answer, LawStatus, Paragraph
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering
from samverkan.words import law as words
from tests.conftest import SMALL
from tests.test_law import (
    DECIDED,
    NEIGHBOUR,
    POLICE,
    TODAY,
    TOWN,
    Plain,
    agreement,
    follow_up,
    picture,
    plan,
    told,
    write,
)
from tests.test_seldom_due import PLAN, SIGNED, due

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.words.sentence import Text

DAY = date.fromisoformat(TODAY)
BY_POLICE = "commitments: [{id: gå, by: polisen, text: Gå ronder., deadline: 2025-03}]\n"


def answers(folder: Path, documents: list[Plain], paragraph: Paragraph, today: str = TODAY) -> list[Answer]:
    """Give the answers of the town, and of its neighbour where that is named."""
    found = (one.answers for one in told(write(folder, documents), today))
    return [one for of_one in found for one in of_one if one.paragraph is paragraph]


def rules_broken(folder: Path, documents: list[Plain]) -> set[str]:
    return {one.rule for one in check([str(write(folder, documents))], DAY).findings}


# What is due, and when


@pytest.mark.parametrize(
    ("today", "status"),
    [(date(2025, 1, 29), Status.COMING), (date(2025, 1, 30), Status.SOON), (date(2025, 3, 31), Status.SOON)],
)
def test_what_is_due_in_sixty_days_is_due_soon(tmp_path: Path, today: date, status: Status) -> None:
    (row,) = due(tmp_path, DutyKind.COMMITMENT, SMALL + SIGNED + BY_POLICE, today=today)
    assert row.status is status


def test_duties_are_chosen_by_the_kind_of_document_that_they_come_from(tmp_path: Path) -> None:
    measure = "measures: [{id: ljus, title: Ljus, who: [kommunen], until: 2025-12}]\n"
    due(tmp_path, DutyKind.MEASURE, SMALL + SIGNED, PLAN + measure, today=date(2025, 10, 1))
    found = rows(check([str(tmp_path)], DAY).workspaces, date(2025, 10, 1))
    of_plan = RowChoice(kinds=("action-plan",), everything=True).rows(found)
    assert DutyKind.MEASURE in {row.duty.clock for row in of_plan}
    assert {row.duty.document for row in of_plan} == {"plan"}


@pytest.mark.parametrize(("today", "count"), [(date(2025, 5, 31), 1), (date(2025, 6, 1), 0)])
def test_a_meeting_in_spring_is_told_of_on_the_last_day_of_spring(tmp_path: Path, today: date, count: int) -> None:
    forum = "forums: [{id: rådet, name: Rådet, when: våren 2025}]\n"
    assert len(due(tmp_path, DutyKind.MEETING, SMALL + SIGNED + forum, today=today)) == count


@pytest.mark.parametrize(
    ("day", "done", "following"), [("2024-01-15", None, "2025-01-15"), ("2024-01-16", "2024-01-16", "2025-01-16")]
)
def test_what_is_told_of_on_the_very_day_of_signing_is_counted_from_the_signing(
    tmp_path: Path, day: str, done: str | None, following: str
) -> None:
    promise = "commitments: [{id: gå, by: polisen, text: Gå ronder., cadence: yearly}]\n"
    review = (
        f"samverkan: 1\nkind: follow-up\nid: u\ntitle: U\nagreement: avtal-2024\ndate: {day}\n"
        "reviews: [{document: avtal-2024}]\noutcomes: [{item: gå, result: ongoing}]\n"
    )
    (row,) = due(tmp_path, DutyKind.COMMITMENT, SMALL + SIGNED + promise, review, today=date(2024, 6, 1))
    assert str(row.duty.due) == following
    assert (str(row.duty.last_done) if row.duty.last_done else None) == done
    assert ("uppföljningen" in row.duty.reason.say("sv")) == (done is not None)


@pytest.mark.parametrize(("until", "day"), [("2025-09-30", "2025-09-30"), ("2025-10-01", None), ("2025-10-02", None)])
def test_what_has_expired_by_its_own_word_before_its_last_day_is_over_has_no_day(
    tmp_path: Path, until: str, day: str | None
) -> None:
    text = SMALL.replace("until: 2026", f"until: {until}") + SIGNED + "status: expired\n"
    (row,) = due(tmp_path, DutyKind.EXPIRY, text)
    assert row.status is Status.EXPIRED
    assert (str(row.duty.due) if row.duty.due else None) == day
    assert row.duty.path == (("validity", "until") if day else ("status",))


@pytest.mark.parametrize(("count", "end"), [(5, "”Gå 4”; ”Gå 5”."), (6, "”Gå 4”; ”Gå 5”; och 1 till.")])
def test_of_what_is_left_when_an_agreement_ends_five_are_named(tmp_path: Path, count: int, end: str) -> None:
    entries = ", ".join(f"{{id: å{i}, by: polisen, text: Gå {i}, deadline: 2025-03}}" for i in range(1, count + 1))
    text = SMALL + SIGNED + f"commitments: [{entries}]\n"
    (row,) = due(tmp_path, DutyKind.EXPIRY, text, today=date(2027, 2, 1))
    assert row.duty.reason.say("sv").endswith(end)


@pytest.mark.parametrize(
    ("extension", "said"),
    [
        ("{length: P2Y}", "kan överenskommelsen förlängas med 2 år."),
        ("{condition: Om båda vill.}", "och överenskommelsen kan förlängas."),
    ],
)
def test_notice_of_what_is_extended_tells_by_how_long(tmp_path: Path, extension: str, said: str) -> None:
    terms = f"until: 2026, termination: {{notice: P3M}}, extension: {extension}}}"
    (row,) = due(tmp_path, DutyKind.RENEWAL, SMALL.replace("until: 2026}", terms) + SIGNED)
    assert said in row.duty.reason.say("sv")


def test_of_three_reviews_in_a_week_one_is_proposed_a_week_before(tmp_path: Path) -> None:
    dates = "follow_up: {cadence: yearly, dates: [2025-11-03]}\n"
    planned = "planned_documents: [{kind: communication-plan, first_by: 2025-11-04}, "
    others = planned + "{kind: citizen-promise, first_by: 2025-11-05}]\n"
    today = date(2025, 10, 1)
    due(tmp_path, DutyKind.REVIEW, SMALL + SIGNED + dates + others)
    found = rows(check([str(tmp_path)], today).workspaces, today)
    assert {row.duty.due: day for row, day in spread(found, today).items()} == {date(2025, 11, 3): date(2025, 10, 27)}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names of files")
def test_of_files_whose_names_look_the_same_one_is_the_last(tmp_path: Path) -> None:
    planned = "planned_documents: [{kind: communication-plan, cadence: yearly}]\n"
    for name, number in (("p\u200e", 1), ("p<U+200E>", 2)):
        text = f"samverkan: 1\nkind: communication-plan\nid: k{number}\ntitle: K\nagreement: avtal-2024\n"
        (tmp_path / f"{name}.yaml").write_text(f"{text}date: 2024-05-01\n", encoding="utf-8")
    found = due(tmp_path, DutyKind.PLANNED_DOCUMENT, SMALL + SIGNED + planned, today=date(2024, 6, 1))
    assert [str(row.duty.due) for row in found if row.duty.renews] == ["2025-05-01"]


# What the law asks, and whose it is


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ({}, [True, True]),
        ({"areas": [{"id": "hela", "name": "Exempelby", "code": "9901"}]}, [True, False]),
        ({"areas": [{"id": "hela", "name": "Grannby", "code": "9902"}]}, [False, True]),
        ({"areas": [{"id": "hela", "name": "Grannby", "code": "9902"}], "parties": [POLICE, TOWN]}, [True, False]),
    ],
)
def test_a_picture_is_of_its_own_parties_or_of_its_areas_or_of_its_agreement(
    tmp_path: Path, keys: Plain, shown: list[bool]
) -> None:
    made = picture("2025-03-01", agreement="avtal", **{"parties": None, "by": "jointly", **keys})
    found = answers(tmp_path, [agreement(parties=[POLICE, TOWN, NEIGHBOUR]), made], Paragraph.PICTURE)
    assert [one.status is LawStatus.SHOWN for one in found] == shown


@pytest.mark.parametrize(
    ("keys", "is_asked"),
    [
        ({"period": {"from": "2023-03-01"}}, False),
        ({"period": {"from": "2024-07-01"}}, True),
        ({"period": {"from": "2023-03-01", "until": "2027"}}, True),
        ({"period": {"from": "2023-03-01", "until": "further-notice"}}, True),
    ],
)
def test_a_decision_is_asked_for_of_plans_that_began_before_it_was_demanded_where_they_go_on(
    tmp_path: Path, keys: Plain, is_asked: bool
) -> None:
    broken = rules_broken(tmp_path, [plan(None, **keys)])
    assert ("plan-without-decision" in broken) == is_asked


@pytest.mark.parametrize(("party", "shown"), [("kommunen", [True, False]), ("grannen", [False, True])])
def test_a_decision_by_a_party_is_that_municipality_s_alone(tmp_path: Path, party: str, shown: list[bool]) -> None:
    joint = plan(None, parties=[TOWN, NEIGHBOUR], by="jointly", decisions=[{"party": party, "date": "2025-03-12"}])
    found = answers(tmp_path, [joint], Paragraph.PLAN)
    assert [one.status is LawStatus.SHOWN for one in found] == shown


def test_the_plan_that_is_to_be_followed_up_is_shown(tmp_path: Path) -> None:
    found = answers(tmp_path, [DECIDED], Paragraph.PLAN_FOLLOW_UP)
    assert [(place.document.id, place.path) for one in found for place in one.evidence] == [("plan", ("title",))]


def test_no_follow_up_is_asked_for_of_a_plan_whose_successor_applies(tmp_path: Path) -> None:
    before = plan("2024-03-12", "förra", period={"from": "2024", "until": "2027"})
    now = plan("2026-01-10", period={"from": "2026", "until": "2028"}, supersedes="förra")
    (found,) = answers(tmp_path, [before, now], Paragraph.PLAN_FOLLOW_UP)
    assert (found.status, found.due) == (LawStatus.DUE, date(2028, 1, 10))


@pytest.mark.parametrize(
    ("today", "status", "says"),
    [
        ("2026-06-01", LawStatus.NOT_SHOWN, words.PLAN_UNDECIDED),
        ("2026-06-02", LawStatus.LATE, words.PLAN_ENDED),
    ],
)
def test_a_plan_has_not_ended_on_its_last_day(tmp_path: Path, today: str, status: LawStatus, says: Text) -> None:
    before = plan("2025-03-12", "förra", period={"from": "2025", "until": "2026-06-01"})
    draft = plan(None, period={"from": "2026-05-01", "until": "2028"}, supersedes="förra")
    (found,) = answers(tmp_path, [before, draft], Paragraph.PLAN, today)
    assert found.status is status
    assert found.says.sv == says.sv


def test_by_law_a_picture_stands_at_its_date_and_a_plan_at_its_period(tmp_path: Path) -> None:
    write(tmp_path, [picture("2024-02-01"), DECIDED])
    today = date(2028, 1, 1)
    by_law = {row.duty.document: row.duty.path for row in rows(check([str(tmp_path)], today).workspaces, today)}
    assert by_law == {"bild": ("date",), "plan": ("period",)}


@pytest.mark.parametrize(
    ("keys", "is_said"),
    [
        ({}, True),
        ({"parties": [POLICE, TOWN], "by": "polisen"}, False),
        ({"form": "newsletter"}, False),
    ],
)
def test_a_finished_picture_cites_the_law_where_the_law_asks_for_it(tmp_path: Path, keys: Plain, is_said: bool) -> None:
    write(tmp_path, [picture("2025-03-01", **keys)])
    (workspace,) = check([str(tmp_path)], DAY).workspaces
    made = Rendering(workspace.by_id["bild"], workspace, DAY).to(DocumentFormat.HTML).decode()
    assert ("2023:196" in made) == is_said


# What follow-ups state


@pytest.mark.parametrize(
    ("until", "is_told"), [("2025-12-31", True), ("2025-12-30", False), ("2026-01-01", False), ("2026-01-02", False)]
)
def test_an_amount_for_a_year_is_exceeded_by_the_figure_of_a_whole_year(
    tmp_path: Path, until: str, is_told: bool
) -> None:
    amount = {"at_most": 10, "unit": "ronder", "per": "P1Y"}
    owed = agreement(commitments=[{"id": "gå", "by": "polisen", "text": "Gå.", "quantity": amount}])
    stated = [{"item": "gå", "result": "reached", "value": 12}]
    period = {"from": "2025-01-01", "until": until}
    review = follow_up(owed, "2026-05-01", agreement="avtal", parties=None, period=period, outcomes=stated)
    assert ("result-contradicts-figure" in rules_broken(tmp_path, [owed, review])) == is_told


def test_an_outcome_of_a_whole_document_answers_for_none_of_its_parts(tmp_path: Path) -> None:
    review = follow_up(DECIDED, "2026-05-01", outcomes=[{"item": "plan", "result": "partly"}])
    (found,) = answers(tmp_path, [DECIDED, review], Paragraph.PLAN_FOLLOW_UP)
    assert found.status is LawStatus.DUE
