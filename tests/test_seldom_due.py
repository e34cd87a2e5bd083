"""What seldom falls due, or falls due no longer: times in words, reviews that are made, ends that nobody can count."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.duties.duty import DutyKind
from samverkan.duties.rows import rows
from tests.conftest import SMALL

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.duties.rows import Row

TODAY = date(2025, 10, 1)
SIGNED = (
    "signatures: {date: 2024-01-15, signatories: [{party: polisen, name: Kim Ek}, {party: kommunen, name: Lo Berg}]}\n"
)
PLAN = """\
samverkan: 1
kind: action-plan
id: plan
title: Plan
agreement: avtal-2024
period: {from: 2024, until: 2026}
goals: [{id: mål, text: Fler är trygga.}]
"""
REVIEW = "samverkan: 1\nkind: follow-up\nid: u\ntitle: Uppföljning\nagreement: avtal-2024\ndate: {day}\n"
OF_AGREEMENT = REVIEW + "reviews: [{{document: avtal-2024}}]\noutcomes: [{{item: mål, result: partly}}]\n"
GOAL = "goals: [{id: mål, text: Fler ska trivas.}]\n"


def due(folder: Path, kind: DutyKind, *texts: str, today: date = TODAY) -> list[Row]:
    """Give the duties of a kind that some files hold, the first of them an agreement."""
    (folder / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\n", encoding="utf-8")
    for number, text in enumerate(texts):
        (folder / f"{number}.yaml").write_text(text, encoding="utf-8")
    return [row for row in rows(check([str(folder)], today).workspaces, today) if row.duty.clock is kind]


@pytest.mark.parametrize(("when", "count"), [("våren 2026", 1), ("våren 2024", 0), ("när det behövs", 1)])
def test_a_meeting_at_a_time_in_words_is_told_until_the_time_has_passed(tmp_path: Path, when: str, count: int) -> None:
    forum = f"forums: [{{id: rådet, name: Rådet, when: {when}}}]\n"
    assert len(due(tmp_path, DutyKind.MEETING, SMALL + SIGNED + forum)) == count


@pytest.mark.parametrize(("day", "count"), [("2024-05-01", 1), ("2024-06-01", 0), ("2024-09-01", 0)])
def test_a_dated_review_is_due_until_one_of_that_day_or_later(tmp_path: Path, day: str, count: int) -> None:
    text = SMALL + GOAL + SIGNED + "follow_up: {dates: [2024-06]}\n"
    (tmp_path / "0.yaml").write_text(text, encoding="utf-8")
    code = check([str(tmp_path)], TODAY).workspaces[0].documents[0].fingerprint
    review = OF_AGREEMENT.format(day=day).replace(
        "{document: avtal-2024}", f"{{document: avtal-2024, fingerprint: {code}}}"
    )
    found = due(tmp_path, DutyKind.REVIEW, text, review)
    assert len([row for row in found if row.duty.due == date(2024, 6, 30)]) == count


@pytest.mark.parametrize(("day", "count"), [("2024-05-01", 1), ("2024-06-01", 0)])
def test_a_dated_report_is_due_until_one_of_that_day_or_later(tmp_path: Path, day: str, count: int) -> None:
    terms = "follow_up: {reporting: {to: Kommunstyrelsen, dates: [2024-06]}}\n"
    reports = f"reports: [{{to: Kommunstyrelsen, date: {day}}}]\n"
    review = OF_AGREEMENT.format(day="2024-04-01") + reports
    found = due(tmp_path, DutyKind.REPORT, SMALL + GOAL + SIGNED + terms, review)
    assert len([row for row in found if row.duty.due == date(2024, 6, 30)]) == count


@pytest.mark.parametrize(("day", "count"), [("2025-04-30", 1), ("2025-05-02", 0)])
def test_a_revision_in_words_is_due_until_it_is_decided(tmp_path: Path, day: str, count: int) -> None:
    text = SMALL.replace("until: 2026}", "until: 2026, revision: {text: Avtalet ses över i maj 2025.}}")
    decided = f"decisions: [{{body: Styrgruppen, date: {day}, type: revised}}]\n"
    assert len(due(tmp_path, DutyKind.REVISION, text + SIGNED + decided)) == count


def test_an_end_in_words_is_told_without_a_day(tmp_path: Path) -> None:
    text = SMALL.replace("until: 2026", "until: när planen är genomförd")
    (row,) = due(tmp_path, DutyKind.RENEWAL, text + SIGNED)
    assert row.duty.due is None
    assert "när planen är genomförd" in row.duty.reason.say("sv")


def test_of_what_goes_on_by_itself_after_an_end_that_nobody_can_count_no_notice_is_due(tmp_path: Path) -> None:
    text = SMALL.replace("until: 2026}", "until: när planen är genomförd, extension: {automatic: true, length: P1Y}}")
    found = due(tmp_path, DutyKind.RENEWAL, text + SIGNED)
    assert [row.duty.due for row in found if row.duty.due is not None] == []


def test_what_is_to_be_made_first_after_the_end_is_due_at_the_end(tmp_path: Path) -> None:
    planned = "planned_documents: [{kind: communication-plan, first_by: 2028-03}]\n"
    found = due(tmp_path, DutyKind.PLANNED_DOCUMENT, SMALL + SIGNED + planned)
    (row,) = [one for one in found if one.duty.due == date(2026, 12, 31)]
    assert "dock senast när överenskommelsen slutar gälla" in row.duty.reason.say("sv")


def test_of_many_reasons_the_first_are_told_and_the_others_counted(tmp_path: Path) -> None:
    days = ", ".join(f"2025-11-{day:02}" for day in range(1, 15))
    found = due(tmp_path, DutyKind.REVIEW, SMALL + SIGNED + f"follow_up: {{dates: [{days}]}}\n")
    (row,) = [one for one in found if one.duty.due == date(2025, 11, 1)]
    said = row.duty.reason.say("sv")
    assert "2025-11-11" in said.replace("11 november 2025", "2025-11-11")
    assert "14 november" not in said


@pytest.mark.parametrize(("day", "count"), [("2025-02-01", 1), ("2025-06-15", 0)])
def test_a_measure_at_a_time_in_words_is_due_until_a_follow_up_tells_of_it(
    tmp_path: Path, day: str, count: int
) -> None:
    plan = PLAN + "measures: [{id: ljus, title: Ljus, goals: [mål], who: [kommunen], when: våren 2025}]\n"
    review = REVIEW.format(day=day) + "reviews: [{document: plan}]\noutcomes: [{item: ljus, result: partly}]\n"
    found = due(tmp_path, DutyKind.MEASURE, SMALL + SIGNED, plan, review)
    assert len(found) == count
