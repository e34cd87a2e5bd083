"""The page of the law and the list of what is due say the same of the same folder, and nothing that is not so."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from samverkan.check import check
from samverkan.duties.rows import Status, rows
from samverkan.law.act import Paragraph
from samverkan.law.answers import all_answers
from tests.test_what_documents_say import HEADS, PARTIES

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.law.act import Answer
    from samverkan.workspace.workspace import Workspace
    from tests.conftest import Outcome

TODAY = date(2026, 11, 20)
AGREEMENT = {"validity": {"from": 2024, "until": 2028}, "serves_as": ["action-plan"]}
DECIDED = [{"body": "Kommunstyrelsen", "party": "kommunen", "date": "2025-03-02"}]


def folder(where: Path, *documents: dict[str, Any]) -> tuple[Workspace, ...]:
    for i, said in enumerate(documents):
        base = {"samverkan": "1", "id": f"d{i}", "title": f"Text {i}", "parties": PARTIES, **HEADS[said["kind"]]}
        (where / f"d{i}.yaml").write_text(json.dumps({**base, **said}), encoding="utf-8")
    return check([str(where)], TODAY).workspaces


def answer(spaces: tuple[Workspace, ...], paragraph: Paragraph) -> Answer:
    return next(one for one in all_answers(spaces, TODAY)[0].answers if one.paragraph is paragraph)


def status(spaces: tuple[Workspace, ...], paragraph: Paragraph) -> list[Status]:
    return [row.status for row in rows(spaces, TODAY) if row.duty.law and row.duty.law.paragraph is paragraph]


@pytest.mark.parametrize(
    ("documents", "paragraph", "expected"),
    [
        ([{"kind": "citizen-promise"}], Paragraph.PICTURE, Status.NOT_SHOWN),
        ([{"kind": "citizen-promise"}], Paragraph.PLAN, Status.NOT_SHOWN),
        ([{"kind": "situation-picture", "date": "2022"}], Paragraph.PICTURE, Status.NOT_SHOWN),
        ([{"kind": "situation-picture", "date": "2023-09"}], Paragraph.PICTURE_UPDATE, Status.OVERDUE),
    ],
)
def test_what_the_folder_does_not_show_is_not_called_late(
    documents: list[dict[str, Any]], paragraph: Paragraph, expected: Status, tmp_path: Path
) -> None:
    spaces = folder(tmp_path, *documents)
    assert status(spaces, paragraph) == [expected]
    assert answer(spaces, paragraph).status.value == {Status.OVERDUE: "late"}.get(expected, expected.value)


def test_it_has_a_group_of_its_own(run: Any, tmp_path: Path) -> None:
    folder(tmp_path, {"kind": "citizen-promise"})
    shown: Outcome = run("followup", str(tmp_path), "--today", str(TODAY))
    assert "Inte visat i mappen (2)" in shown.out
    assert "inte visat i mappen 2" in shown.out.replace("\n", " ")
    listed = json.loads(run("followup", str(tmp_path), "--today", str(TODAY), "--format", "json").out)
    assert [row["status"] for row in listed["rows"] if row["paragraph"]] == ["not-shown", "not-shown"]


def test_what_an_agreement_asks_for_too_is_late(tmp_path: Path) -> None:
    planned = [{"kind": "situation-picture", "first_by": "2025-06", "by": "kommunen"}]
    spaces = folder(
        tmp_path, {"kind": "agreement", "validity": {"from": 2025, "until": 2028}, "planned_documents": planned}
    )
    assert status(spaces, Paragraph.PICTURE) == [Status.OVERDUE]


def test_a_picture_that_is_not_the_agreement_s_is_not_called_missing(tmp_path: Path) -> None:
    planned = [{"kind": "situation-picture", "cadence": "every-2-years", "by": "each"}]
    validity = {"from": "2025-03-01", "until": 2028}
    picture = {"kind": "situation-picture", "parties": PARTIES[1:], "by": "kommunen", "date": "2025-01-10"}
    spaces = folder(tmp_path, {"kind": "agreement", "validity": validity, "planned_documents": planned}, picture)
    law, own = [one.duty for one in rows(spaces, TODAY) if "lägesbild" in one.duty.what.say("sv")]
    assert (law.what.say("sv"), law.responsible.say("sv")) == ("Uppdatera lägesbilden", law.responsible.parties[0])
    assert (own.law, own.due) == (None, date(2027, 3, 1))
    assert own.reason.say("sv").endswith("Inget sådant dokument som hör till överenskommelsen finns i mappen.")


def test_a_plan_that_ended_before_the_law_is_no_missing_file(tmp_path: Path) -> None:
    spaces = folder(tmp_path, {"kind": "action-plan", "period": "2015"})
    assert answer(spaces, Paragraph.PLAN).says.say("sv") == "Mappen har ingen åtgärdsplan som gäller nu."


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"date": "2016-05", "period": "2016"}, "not-for-a-file"),
        ({"date": "2016-05"}, "not-for-a-file"),
        ({"date": "2016-05", "period": {"from": 2016, "until": "further-notice"}}, "shown"),
        ({"date": "2016-05", "status": "in-force"}, "shown"),
        ({"date": "2024-05"}, "shown"),
        ({"period": {"from": 2021, "until": 2027}}, "shown"),
    ],
)
def test_an_old_communication_plan_shows_nothing_of_today(said: dict[str, Any], expected: str, tmp_path: Path) -> None:
    spaces = folder(tmp_path, {"kind": "communication-plan", **said})
    assert answer(spaces, Paragraph.INFORMATION).status.value == expected


def test_a_year_is_told_as_a_year(tmp_path: Path) -> None:
    found = answer(folder(tmp_path, {"kind": "situation-picture", "date": "2025"}), Paragraph.PICTURE)
    assert found.says.say("sv") == "Kommunens senaste lägesbild är från 2025."
    assert found.evidence[0].says.say("sv") == "Lägesbilden ”Text 0”, 2025"


class TestServesAs:
    """A document that says it is a plan or a picture too is one before the law."""

    def test_a_decided_agreement_that_is_the_plan(self, tmp_path: Path) -> None:
        spaces = folder(tmp_path, {"kind": "agreement", **AGREEMENT, "decisions": DECIDED})
        assert answer(spaces, Paragraph.PLAN).status.value == "shown"
        assert not status(spaces, Paragraph.PLAN)
        follow_up = answer(spaces, Paragraph.PLAN_FOLLOW_UP)
        assert [row.duty.due for row in rows(spaces, TODAY) if row.duty.paragraph == "6"] == [follow_up.due]

    def test_without_the_municipality_s_decision_it_is_not_shown(self, tmp_path: Path) -> None:
        spaces = folder(tmp_path, {"kind": "agreement", **AGREEMENT})
        found = answer(spaces, Paragraph.PLAN)
        assert (found.status.value, "kommunens eget beslut" in found.says.say("sv")) == ("not-shown", True)

    def test_an_agreement_that_is_none_is_none(self, tmp_path: Path) -> None:
        spaces = folder(tmp_path, {"kind": "agreement", "validity": AGREEMENT["validity"], "decisions": DECIDED})
        assert answer(spaces, Paragraph.PLAN).status.value == "not-shown"

    def test_a_plan_that_is_the_picture(self, tmp_path: Path) -> None:
        plan = {"kind": "action-plan", "period": "2025-2027", "date": "2025-03", "serves_as": ["situation-picture"]}
        spaces = folder(tmp_path, plan)
        assert answer(spaces, Paragraph.PICTURE).status.value == "shown"
        assert not status(spaces, Paragraph.PICTURE)


def test_a_follow_up_of_what_has_ended_need_not_name_its_text(tmp_path: Path) -> None:
    review = {"kind": "follow-up", "date": "2019-01-21", "reviews": [{"document": "d0"}]}
    ended = folder(tmp_path, {"kind": "citizen-promise", "period": "2018"}, review)
    assert ended
    names = {found.rule for found in check([str(tmp_path)], TODAY).findings}
    assert "review-without-fingerprint" not in names
    assert "review-without-fingerprint" in {found.rule for found in check([str(tmp_path)], date(2018, 6, 1)).findings}


def test_what_the_law_asks_stands_at_a_document_that_still_applies(tmp_path: Path) -> None:
    ended = {"kind": "agreement", "validity": {"from": 2018, "until": 2020}, "signatures": {"date": "2018-01-05"}}
    applying = {"kind": "agreement", "validity": {"from": 2025, "until": 2028}, "signatures": {"date": "2025-01-05"}}
    for number, documents in enumerate(([ended, applying], [ended])):
        where = tmp_path / str(number)
        where.mkdir()
        listed = rows(folder(where, *documents), TODAY)
        held = {row.duty.holder.id for row in listed if row.duty.law}
        assert held == {f"d{len(documents) - 1}"}
