"""Times in words: each has a first and a last day to count with, and is printed as it is said."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from samverkan.check import check
from samverkan.duties.rows import rows
from samverkan.findings import Severity
from samverkan.model.agreement import Agreement
from samverkan.model.dates import CoarseDate
from samverkan.model.fingerprint import fingerprint
from samverkan.model.kinds import model_of
from samverkan.model.load import load
from samverkan.model.said_times import PATTERN, span_of
from samverkan.model.schema import schema_text
from samverkan.model.terms import PlanPeriod
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 20)
PLAN: dict[str, Any] = {
    "samverkan": "1",
    "kind": "action-plan",
    "id": "plan",
    "title": "Planen",
    "parties": [{"id": "kommunen", "type": "municipality", "code": "0761", "name": "Lessebo kommun"}],
}


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("hösten 2016", "2016-09-01/2016-11-30"),
        ("Under våren 2020", "2020-03-01/2020-05-31"),
        ("efter sommaren 2017", "2017-09-01/2017-12-31"),
        ("före sommaren 2019", "2019-01-01/2019-05-31"),
        ("vintern 2017/2018", "2017-12-01/2018-02-28"),
        ("vintern 2018", "2018-01-01/2018-12-31"),
        ("vårterminen 2018", "2018-01-01/2018-06-30"),
        ("HT17", "2017-08-01/2017-12-31"),
        ("läsåret 1999/00", "1999-08-01/2000-06-30"),
        ("före midsommar 2019", "2019-01-01/2019-06-18"),
        ("midsommar 2019", "2019-06-19/2019-06-26"),
        ("efter jul 2019", "2019-12-27/2019-12-31"),
        ("påsken 2024", "2024-03-29/2024-04-01"),
        ("efter påsk 2019", "2019-04-23/2019-12-31"),
        ("Easter 2000", "2000-04-21/2000-04-24"),
        ("nyårsafton 2023", "2023-12-31/2023-12-31"),
        ("before Christmas 2023", "2023-01-01/2023-12-23"),
        ("mandatperioden 2018–2022", "2018-01-01/2022-12-31"),
        ("årsskiftet 2023/2024", "2023-12-01/2024-01-31"),
        ("2016–2018", "2016-01-01/2018-12-31"),
        ("T1 2023", "2023-01-01/2023-04-30"),
        ("T1–T2 2023", "2023-01-01/2023-08-31"),
        ("kvartal 3 2020", "2020-07-01/2020-09-30"),
        ("första halvåret 2020", "2020-01-01/2020-06-30"),
        ("the first quarter of 2020", "2020-01-01/2020-03-31"),
        ("the autumn of 2016", "2016-09-01/2016-11-30"),
        ("december 2023", "2023-12-01/2023-12-31"),
        ("den 3 maj 2016", "2016-05-03/2016-05-03"),
        ("januari–mars 2023", "2023-01-01/2023-03-31"),
        ("vecka 53 2020", "2020-12-28/2021-01-03"),
        ("v. 12-14 2026", "2026-03-16/2026-04-05"),
        ("veckorna 12–14 2026", "2026-03-16/2026-04-05"),
        ("i slutet av 2018", "2018-09-01/2018-12-31"),
        ("mitten av maj 2018", "2018-05-11/2018-05-20"),
        ("slutet av mandatperioden 2018–2020", "2020-01-01/2020-12-31"),
        ("i mitten av 3 maj 2016", "2016-05-03/2016-05-03"),
    ],
)
def test_a_time_in_words_has_days(said: str, days: str) -> None:
    found = CoarseDate.parse(said)
    assert f"{found.first}/{found.last}" == days
    assert re.search(PATTERN, said)


@pytest.mark.parametrize("same", ["december 2023", "December 2023", "2023-12"])
def test_what_words_say_exactly_is_the_same_date(same: str) -> None:
    assert CoarseDate.parse(same) == CoarseDate(2023, 12)


@pytest.mark.parametrize(
    "said",
    [
        *("T4 2023", "T2–T1 2023", "kvartal 0 2020", "2018–2016", "mars–januari 2020", "31 februari 2020"),
        *(
            "vecka 53 2024",
            "vecka 14–12 2026",
            "läsåret 2017/2019",
            "efter höstterminen 9999",
            "när bron är klar",
            "hösten",
            "",
        ),
    ],
)
def test_words_that_say_no_time_are_refused(said: str) -> None:
    assert span_of(said) is None
    assert "bad-date" in {
        one.rule for one in load({**PLAN, "decisions": [{"body": "KS", "date": said or "x"}]}).remarks
    }


@pytest.mark.parametrize(
    ("alone", "meant"),
    [
        ("2024", {"from": "2024", "until": "2024"}),
        ("2019–2023", {"from": "2019", "until": "2023"}),
        ("hösten 2016", {"from": "hösten 2016", "until": "hösten 2016"}),
        ("maj 2016 till och med april 2017", {"from": "2016-05", "until": "2017-04"}),
        ("2016-05-01 – 2017-04-30", {"from": "2016-05-01", "until": "2017-04-30"}),
        ("further-notice", {"until": "further-notice"}),
        ("signing", {"from": "signing"}),
        ("mandatperioden", {"text": "mandatperioden"}),
        ("från budget till bokslut", {"text": "från budget till bokslut"}),
    ],
)
def test_a_period_may_be_one_text(alone: str, meant: dict[str, str]) -> None:
    short, whole = ({**PLAN, "period": period} for period in (alone, meant))
    assert not load(short).remarks
    assert fingerprint(model_of("action-plan").model_validate(short)) == fingerprint(
        model_of("action-plan").model_validate(whole)
    )
    assert Draft202012Validator(json.loads(schema_text("action-plan"))).is_valid({**short, "samverkan": 1})


def test_a_day_that_does_not_exist_is_no_text() -> None:
    assert [one.rule for one in load({**PLAN, "period": "2024-02-30"}).remarks] == ["bad-date"]


def test_times_in_words_are_counted_and_printed_as_said(tmp_path: Path) -> None:
    measures = [
        {"id": "lampor", "title": "Lampor", "until": "våren 2024"},
        {"id": "skyltar", "title": "Skyltar", "until": "efter sommaren 2027"},
    ]
    whole = {**PLAN, "period": {"from": "hösten 2016", "until": "T1 2028"}, "measures": measures}
    path = tmp_path / "plan.yaml"
    path.write_text(json.dumps(whole), encoding="utf-8")
    result = check([str(path)], TODAY)
    around = result.workspaces[0]
    assert around.documents[0].period == (date(2016, 9, 1), date(2028, 4, 30))
    due = {row.duty.item: row.duty.due for row in rows(result.workspaces, TODAY)}
    assert (due["lampor"], due["skyltar"]) == (date(2024, 5, 31), date(2027, 12, 31))
    text = Rendering(around.documents[0], around, TODAY).to(DocumentFormat.MD).decode()
    assert "Från hösten 2016 till och med T1 2028" in text
    assert "våren 2024" in text
    assert "**När:** Efter sommaren 2027" in text


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("t.o.m. 2018", "2018-01-01/2018-12-31"),
        ("till och med maj 2018", "2018-05-01/2018-05-31"),
        ("senast våren 2019", "2019-03-01/2019-05-31"),
        ("senast i början av 2020", "2020-01-01/2020-04-30"),
        ("maj eller juni 2020", "2020-05-01/2020-06-30"),
        ("våren eller hösten 2020", "2020-03-01/2020-11-30"),
        ("strax före jul 2019", "2019-01-01/2019-12-23"),
        ("omkring påsk 2020", "2020-04-10/2020-04-13"),
    ],
)
def test_a_limit_in_words_has_days(said: str, days: str) -> None:
    found = CoarseDate.parse(said)
    assert f"{found.first}/{found.last}" == days
    assert str(found) == said
    assert re.search(PATTERN, said)


@pytest.mark.parametrize(
    ("deadline", "said", "clock"),
    [
        ("senast våren 2019", "Det ska vara gjort senast våren 2019.", date(2019, 5, 31)),
        ("t.o.m. 2018", "Det ska vara gjort senast 2018.", date(2018, 12, 31)),
        ("maj eller juni 2020", "Det ska vara gjort senast maj eller juni 2020.", date(2020, 6, 30)),
        ("före jul 2019", "Det ska vara gjort före jul 2019.", date(2019, 12, 23)),
        ("i början av 2020", "Det ska vara gjort i början av 2020.", date(2020, 4, 30)),
        ("Omkring påsk 2020", "Det ska vara gjort omkring påsk 2020.", date(2020, 4, 13)),
        ("efter sommaren 2020", "Det ska vara gjort efter sommaren 2020.", date(2020, 12, 31)),
        ("strax före jul", "Tid: strax före jul.", None),
        ("när bron är klar", "Tid: när bron är klar.", None),
    ],
)
def test_a_last_day_is_printed_as_it_is_said(tmp_path: Path, deadline: str, said: str, clock: date | None) -> None:
    """What no clock can count is kept as words, and listed without a day."""
    parties = [*PLAN["parties"], {"id": "polisen", "type": "police", "name": "Lokalpolisområde Nybro"}]
    agreement = {**PLAN, "kind": "agreement", "parties": parties, "validity": {"from": "2018", "until": "2030"}}
    agreement["commitments"] = [{"by": "kommunen", "text": "Laga lampor.", "deadline": deadline}]
    Draft202012Validator(json.loads(schema_text("agreement"))).validate({**agreement, "samverkan": 1})
    (tmp_path / "plan.yaml").write_text(json.dumps(agreement), encoding="utf-8")
    result = check([str(tmp_path)], TODAY)
    assert not [found.rule for found in result.findings if found.severity == "error" and found.rule.startswith("bad")]
    around = result.workspaces[0]
    assert said in Rendering(around.documents[0], around, TODAY).to(DocumentFormat.MD).decode()
    found = [row.duty for row in rows(result.workspaces, TODAY) if row.duty.path[0] == "commitments"]
    assert [duty.due for duty in found] == [clock]
    assert clock or deadline in found[0].reason.say("sv")


@pytest.mark.parametrize("slip", ["31 februari 2020", "T4 2023", "1/2 2024", "2024-13", "x"])
def test_a_slip_in_a_last_day_is_not_taken_for_words(slip: str) -> None:
    commitment = {"by": "kommunen", "text": "Laga lampor.", "deadline": slip}
    data = {**PLAN, "kind": "agreement", "validity": "2020", "commitments": [commitment]}
    assert "bad-date" in {one.rule for one in load(data).remarks}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Läsåret 2012/13", "2012-08-01 2013-06-30"),
        ("2021–2022", "2021-01-01 2022-12-31"),
        ("maj 2019 till december 2020.", "2019-05-01 2020-12-31"),
        ("efter sommaren 2014", "None None"),
        ("tills vidare", "None None"),
    ],
)
def test_a_period_that_has_words_alone_is_as_long_as_they_say(text: str, days: str) -> None:
    period = PlanPeriod.model_validate({"text": text})
    start, end = period.starts_on, period.ends_on
    assert f"{start.first if start else None} {end.last if end else None}" == days


def test_a_plan_of_the_past_that_tells_its_time_in_words_has_no_errors(tmp_path: Path) -> None:
    plan = "samverkan: 1\nkind: action-plan\nid: plan\ntitle: Handlingsplan\nperiod: {text: Läsåret 2012/13}\n"
    plan += "goals: [Skadegörelsen ska minska]\nmeasures: [EST]\n"
    (tmp_path / "plan.yaml").write_text(plan, encoding="utf-8")
    assert {found.severity for found in check([str(tmp_path)], date(2026, 1, 1)).findings} == {Severity.NOTE}


def test_a_period_that_is_told_by_its_end_in_words_ends_then() -> None:
    """The words stay as they are, and so does the fingerprint; the clock reads them."""
    found = model_of("agreement").model_validate(
        {**PLAN, "kind": "agreement", "parties": [*PLAN["parties"], {"id": "p", "type": "police", "name": "P"}]}
        | {"validity": "t.o.m. 2018"}
    )
    assert isinstance(found, Agreement)
    assert found.validity.text == "t.o.m. 2018"
    assert found.validity.last_day(None) == date(2018, 12, 31)
