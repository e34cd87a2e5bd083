"""Where one answer to the law turns into another: the last decision, what is less than a picture, the first day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.law.act import Answer, LawStatus, Paragraph
from samverkan.law.holdings import names_of_municipalities
from samverkan.words import law as words
from tests.test_law import NEIGHBOUR, TOWN, Plain, agreement, answer, council, follow_up, picture, plan, write

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 6, 1)
BARE: Plain = {"purposes": None, "focus_areas": None}
"""What an agreement lacks that says nothing of what the law asks."""


def told(folder: Path, documents: list[Plain], paragraph: Paragraph) -> Answer:
    found = answer(write(folder, documents), paragraph)
    assert found is not None
    return found


def rules_broken(folder: Path, documents: list[Plain]) -> set[str]:
    return {one.rule for one in check([str(write(folder, documents))], TODAY).findings}


@pytest.mark.parametrize(
    ("keys", "is_asked"),
    [
        ({"validity": {"from": "2023-06-30", "until": "2027"}}, False),
        ({"validity": {"from": "2023-07-01", "until": "2027"}}, True),
        ({"validity": {"from": "2022", "until": "2023-06-30"}}, False),
        ({"validity": {"until": "2027"}}, True),
        ({"validity": {"until": "2027"}, "decisions": [{"body": "Kommunstyrelsen", "date": "2023-06-30"}]}, False),
        ({"validity": {"until": "2027"}, "decisions": [{"body": "Kommunstyrelsen", "date": "2023-07-01"}]}, True),
        ({"validity": {"until": "2027"}, "status": "signed"}, False),
        ({"validity": {"from": "2024", "until": "2027"}, "status": "signed"}, True),
    ],
)
def test_what_an_agreement_holds_is_asked_for_by_when_it_began_or_else_was_made(
    tmp_path: Path, keys: Plain, is_asked: bool
) -> None:
    broken = rules_broken(tmp_path, [agreement(signed=None, **BARE, **keys)])
    assert ("agreement-without-purposes" in broken) == is_asked


def test_an_agreement_is_there_since_its_first_day(tmp_path: Path) -> None:
    found = told(tmp_path, [agreement(validity={"from": "2024-02-01", "until": "2027-12-31"})], Paragraph.AGREEMENTS)
    assert found.since == date(2024, 2, 1)
    assert told(tmp_path, [agreement(validity={"until": "2027"})], Paragraph.AGREEMENTS).since == date(2024, 1, 15)


@pytest.mark.parametrize(
    ("keys", "to_do"),
    [
        ({}, words.NOTHING_TO_DO),
        ({"level": None, "name": "Lokala brottsförebyggande rådet"}, words.SAY_LEVEL),
        ({"chair": None}, words.SAY_WHO_LEADS),
    ],
)
def test_of_a_council_what_is_not_said_is_asked_for(tmp_path: Path, keys: Plain, to_do: object) -> None:
    assert told(tmp_path, [agreement(forums=council(**keys))], Paragraph.COUNCIL).to_do == to_do


@pytest.mark.parametrize("code", [None, "1917", "0331"])
def test_what_tells_of_one_municipality_has_a_name_in_common(tmp_path: Path, code: str | None) -> None:
    heby = {"id": "kommunen", "type": "municipality", "name": "Heby kommun"}
    other = heby | ({"name": "Heby stad", "code": code} if code else {})
    write(tmp_path, [picture("2025-01-01", "a", parties=[heby]), picture("2026-01-01", "b", parties=[other])])
    (workspace,) = check([str(tmp_path)], TODAY).workspaces
    one, two = (names_of_municipalities(workspace.by_id[name]) for name in "ab")
    assert one & two
    assert None not in two


CENTRE = {"id": "centrum", "name": "Centrum"}
LESS: Plain = {"other_information": None, "analysis": None}


@pytest.mark.parametrize(
    ("areas", "is_less"),
    [
        ([CENTRE], True),
        ([CENTRE, {"id": "torget", "name": "Torget", "part_of": "centrum"}], True),
        ([CENTRE, {"id": "hamnen", "name": "Hamnen"}], False),
        ([CENTRE | {"type": "municipality"}], False),
        ([CENTRE | {"code": "9901"}], False),
        ([CENTRE | {"name": "exempelby"}], False),
    ],
)
def test_a_picture_of_one_part_that_lacks_much_is_less_than_the_law_asks_for(
    tmp_path: Path, areas: list[Plain], is_less: bool
) -> None:
    found = told(tmp_path, [picture("2025-01-01", areas=areas, **LESS)], Paragraph.PICTURE)
    assert (found.says == words.ONLY_LESS_PICTURE) == is_less


def test_a_picture_of_one_part_that_lacks_nothing_is_the_one_that_the_law_asks_for(tmp_path: Path) -> None:
    assert told(tmp_path, [picture("2025-01-01", areas=[CENTRE])], Paragraph.PICTURE).status is LawStatus.SHOWN


BOARD, COUNCIL = {"body": "Kommunstyrelsen"}, {"body": "Kommunfullmäktige"}


@pytest.mark.parametrize(
    ("decisions", "last"),
    [
        ([BOARD | {"date": "2025-03-12"}, COUNCIL | {"date": "2025-01-12"}], 0),
        ([BOARD | {"date": "2025-01-12"}, COUNCIL | {"date": "2025-03-12"}], 1),
        ([BOARD | {"date": "2025-03-12"}, COUNCIL | {"date": "2025-03-12"}], 1),
        ([BOARD | {"date": "2025-03-12"}, COUNCIL], 0),
        ([BOARD, COUNCIL | {"date": "2025-03-12"}], 1),
        ([BOARD, COUNCIL], 1),
        ([BOARD | {"date": "2025-03-12"}, COUNCIL | {"date": "2026-06-02"}], 0),
        ([BOARD | {"date": "2025-03-12"}, COUNCIL | {"date": "2026-06-01"}], 1),
    ],
)
def test_the_last_decision_that_has_been_made_shows_the_plan(tmp_path: Path, decisions: list[Plain], last: int) -> None:
    (shown,) = told(tmp_path, [plan(None, parties=[TOWN], decisions=decisions)], Paragraph.PLAN).evidence
    assert shown.path == ("decisions", last)


@pytest.mark.parametrize(
    ("days", "shown", "to_do"),
    [
        (["2025-05-31"], 0, words.REPORT_LONG_AGO),
        (["2025-06-01"], 0, words.REPORT_AGAIN),
        (["2026-06-01", "2026-06-02"], 0, words.REPORT_AGAIN),
        (["2025-03-01", "2026-03-01", "2025-12-01"], 1, words.REPORT_AGAIN),
        (["2026", "2026-06-01"], 0, words.REPORT_AGAIN),
        (["2026-06-01", "2026"], 0, words.REPORT_AGAIN),
        (["2023-06-30", "2023-07-01"], 1, words.REPORT_LONG_AGO),
    ],
)
def test_of_reports_to_the_council_the_latest_is_shown_and_is_old_after_a_year(
    tmp_path: Path, days: list[str], shown: int, to_do: object
) -> None:
    decided = plan("2022-12-01", period={"from": "2023"})
    reports = [{"to": "Kommunfullmäktige", "date": day} for day in days]
    found = told(tmp_path, [decided, follow_up(decided, "2025-01-01", reports=reports)], Paragraph.LEADERSHIP)
    assert [one.path for one in found.evidence] == [("reports", shown)]
    assert found.to_do == to_do


def test_no_report_from_before_the_law_shows_anything(tmp_path: Path) -> None:
    decided = plan("2022-12-01", period={"from": "2023"})
    reports = [{"to": "Kommunfullmäktige", "date": day} for day in ("2023-06-30", "2026-06-02")]
    found = told(tmp_path, [decided, follow_up(decided, "2025-01-01", reports=reports)], Paragraph.LEADERSHIP)
    assert (found.status, found.evidence) == (LawStatus.NOT_SHOWN, ())


@pytest.mark.parametrize(
    ("keys", "is_less"),
    [
        ({"cadence": "weekly"}, True),
        ({"cadence": "monthly"}, True),
        ({"cadence": "P5W"}, False),
        ({"cadence": "quarterly"}, False),
        ({"period": {"from": "2025-05-01", "until": "2025-05-31"}}, True),
        ({"period": {"from": "2025-05-01", "until": "2025-06-01"}}, False),
        ({"period": {"from": "2025-05-15", "until": "2025-06-14"}}, True),
        ({"period": {"until": "2025-05-31"}}, False),
        ({"form": "newsletter"}, True),
        ({"form": "survey"}, True),
    ],
)
def test_what_tells_of_a_month_at_the_most_is_less_than_the_law_asks_for(
    tmp_path: Path, keys: Plain, is_less: bool
) -> None:
    found = told(tmp_path, [picture("2025-06-20", **LESS, **keys)], Paragraph.PICTURE)
    assert (found.says == words.ONLY_LESS_PICTURE) == is_less


@pytest.mark.parametrize(("number", "shown", "notes"), [(20, 20, []), (21, 20, [1]), (22, 20, [2])])
def test_twenty_places_are_shown_and_the_others_are_counted(
    tmp_path: Path, number: int, shown: int, notes: list[int]
) -> None:
    promises = [{"id": f"d{i}", "by": "kommunen", "text": "Det.", "theme": "coordination"} for i in range(number)]
    found = told(tmp_path, [agreement(commitments=promises)], Paragraph.COORDINATION)
    assert len(found.evidence) == shown
    one, several = words.MORE_EVIDENCE_ONE, words.MORE_EVIDENCE
    assert found.notes == tuple((one if more == 1 else several).with_fields(count=more) for more in notes)


@pytest.mark.parametrize(
    ("own", "body", "status"),
    [
        ("exempelby-kommun", "Trygghetsnämnden i Exempelby kommun", LawStatus.SHOWN),
        ("norra", "Nämnden i norra", LawStatus.SHOWN),
        ("kommunen", "Nämnden i kommunen", LawStatus.SHOWN),
    ],
)
def test_a_board_may_be_named_by_the_id_of_its_municipality(
    tmp_path: Path, own: str, body: str, status: LawStatus
) -> None:
    parties = [TOWN | {"id": own}, NEIGHBOUR]
    joint = plan(None, parties=parties, by=[own, "grannen"], decisions=[{"body": body, "date": "2025-03-12"}])
    write(tmp_path, [joint])
    assert told(tmp_path, [joint], Paragraph.PLAN).status is status
    neighbour = answer(tmp_path, Paragraph.PLAN, code="9902")
    assert neighbour is not None
    assert (neighbour.status is LawStatus.SHOWN) == (own == "kommunen")


MADE, DECIDED = picture("2024-10-01"), plan("2025-03-12")
FROM_MAY = agreement(signed="2024-01-15", validity={"from": "2024-05-01", "until": "2027-12-31"})


@pytest.mark.parametrize(
    ("documents", "paragraph", "today", "status"),
    [
        ([MADE], Paragraph.PICTURE, "2024-09-30", LawStatus.NOT_SHOWN),
        ([MADE], Paragraph.PICTURE, "2024-10-01", LawStatus.SHOWN),
        ([MADE], Paragraph.PICTURE_UPDATE, "2026-10-01", LawStatus.DUE),
        ([MADE], Paragraph.PICTURE_UPDATE, "2026-10-02", LawStatus.LATE),
        ([agreement()], Paragraph.PLAN, "2024-06-30", LawStatus.DUE),
        ([agreement()], Paragraph.PLAN, "2024-07-01", LawStatus.NOT_SHOWN),
        ([DECIDED], Paragraph.PLAN, "2025-03-11", LawStatus.NOT_SHOWN),
        ([DECIDED], Paragraph.PLAN, "2025-03-12", LawStatus.SHOWN),
        ([DECIDED], Paragraph.PLAN, "2027-12-31", LawStatus.SHOWN),
        ([DECIDED], Paragraph.PLAN, "2028-01-01", LawStatus.LATE),
        ([DECIDED], Paragraph.PLAN_FOLLOW_UP, "2027-03-12", LawStatus.DUE),
        ([DECIDED], Paragraph.PLAN_FOLLOW_UP, "2027-03-13", LawStatus.LATE),
        ([FROM_MAY], Paragraph.AGREEMENTS, "2024-04-30", LawStatus.NOT_SHOWN),
        ([FROM_MAY], Paragraph.AGREEMENTS, "2024-05-01", LawStatus.SHOWN),
        ([FROM_MAY], Paragraph.AGREEMENTS, "2027-12-31", LawStatus.SHOWN),
        ([FROM_MAY], Paragraph.AGREEMENTS, "2028-01-01", LawStatus.NOT_SHOWN),
        ([agreement(signed="2024-06-01")], Paragraph.AGREEMENTS, "2024-05-31", LawStatus.NOT_SHOWN),
        ([agreement(signed="2024-06-01")], Paragraph.AGREEMENTS, "2024-06-01", LawStatus.SHOWN),
        ([agreement(closed={"date": "2025-06-01"})], Paragraph.AGREEMENTS, "2025-05-31", LawStatus.SHOWN),
        ([agreement(closed={"date": "2025-06-01"})], Paragraph.AGREEMENTS, "2025-06-02", LawStatus.NOT_SHOWN),
    ],
)
def test_an_answer_turns_on_the_day_itself(
    tmp_path: Path, documents: list[Plain], paragraph: Paragraph, today: str, status: LawStatus
) -> None:
    found = answer(write(tmp_path, documents), paragraph, today)
    assert found is not None
    assert found.status is status
