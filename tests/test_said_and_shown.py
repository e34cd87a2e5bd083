"""What real documents hold beside the method's own parts can be said, is shown, and is followed up."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from samverkan.check import check
from samverkan.duties.rows import rows
from samverkan.model.dates import Cadence
from samverkan.model.fingerprint import fingerprint
from samverkan.model.kinds import model_of
from samverkan.thread import nodes, threads
from tests.test_what_documents_say import HEADS, PARTIES, TODAY, shown

if TYPE_CHECKING:
    from pathlib import Path

AREA = {"focus_areas": [{"id": "droger", "title": "Droger"}]}
LEVEL = [{"id": "polisen", "type": "police", "name": "Lokalpolisområde Syd", "part_of": "Polisområde Ost"}, PARTIES[1]]
ASKED = {"title": "Mätningen", "responses": 412, "response_rate": 61.5}
SPLIT = [{"name": "Kvinnor", "values": [{"period": 2021, "value": 55}]}]
ROBBERY = {"period": "september–oktober 2021", "value": 12, "of_which": [{"title": "fullbordade", "value": 3}]}
INDICATOR = {"id": "oro", "title": "Oro", "unit": "per-cent", "values": [{"period": 2021, "value": 61}]}


def measure(**said: Any) -> dict[str, Any]:
    return {"measures": [{"id": "m", "title": "Vandringar", **said}]}


def promise(**said: Any) -> dict[str, Any]:
    return {"promises": [{"id": "p", "text": "Vi går ronder.", **said}]}


def signed(**said: Any) -> dict[str, Any]:
    return {"signatures": {"date": "2024-05-02", "signatories": [{"party": "polisen", **said}]}}


SAID: list[tuple[str, dict[str, Any], str]] = [
    *((kind, {"date": "2024-05-02"}, "**Datum:** den 2 maj 2024") for kind in HEADS if kind != "follow-up"),
    ("communication-plan", {"background": "Oron har ökat."}, "Bakgrund Oron har ökat."),
    ("communication-plan", {"audiences": [{"text": "Unga", "level": "primär"}]}, "- Unga (primär)"),
    ("communication-plan", {"goals": [{"text": "Alla vet.", "target": {"at_least": 80}}]}, "**Målvärde:** minst 80"),
    ("communication-plan", {"aims": ["Att lugna."], "goals": ["Alla vet."]}, "Syfte - Att lugna."),
    ("communication-plan", {"spokespersons": [{"role": "Polischefen"}]}, "Talespersoner - Polischefen"),
    ("communication-plan", {"resources": "Två dagar i veckan."}, "Resurser Två dagar i veckan."),
    ("action-plan", measure(cause_text="Langning från äldre syskon"), "Langning från äldre syskon"),
    ("action-plan", measure(problem_text="Unga dricker"), "**Problem:** Unga dricker"),
    ("action-plan", {**AREA, **measure(focus_area="droger")}, "**Fokusområde:** Droger"),
    ("action-plan", measure(number="2.2"), "2.2 Vandringar"),
    ("action-plan", measure(progress="cancelled"), "utgår"),
    ("action-plan", measure(dates=["2017-03", "2017-09"]), "Mars 2017 och september 2017"),
    ("action-plan", measure(condition="Om budgeten tillåter."), "**Villkor:** Om budgeten tillåter."),
    ("citizen-promise", promise(condition="När rektor begär det."), "**Villkor:** När rektor begär det."),
    ("citizen-promise", promise(dates=["2017-04", "2017-06"]), "April 2017 och juni 2017"),
    ("agreement", {"commitments": [{"text": "Vi möts.", "dates": ["2017-04"]}]}, "april 2017"),
    ("agreement", {"commitments": [{"text": "Vi möts.", "condition": "Vid oro."}]}, "Vid oro."),
    ("citizen-promise", {"parties": LEVEL}, "Lokalpolisområde Syd (del av Polisområde Ost)"),
    ("agreement", signed(role="Chef", by_proxy={"name": "Per Ås", "role": "vikarie"}), "Chef, genom Per Ås, vikarie"),
    ("agreement", signed(by_proxy="Per Ås"), "Genom Per Ås"),
    ("citizen-promise", {"follow_up": {"when": "efter sommaren"}}, "efter sommaren"),
    ("citizen-promise", {"follow_up": {"where": "BRÅ:s möten"}}, "enligt följande: BRÅ:s möten"),
    (
        "action-plan",
        {"follow_up": {"reporting": {"to": "KF", "dates": ["2023-12"]}}},
        "Tid för rapporteringen: december 2023",
    ),
    (
        "action-plan",
        {"follow_up": {"reporting": {"to": "KF", "where": "webben"}}},
        "redovisas enligt följande: webben.",
    ),
    ("follow-up", {"outcomes": [{"title": "Vi går ronder.", "by": "polisen"}]}, "Lokalpolisområde Nybro"),
    ("follow-up", {"assessment": {"light": "green", "text": "Det gick bra."}}, "Samlad bedömning Grön Det gick bra."),
    ("follow-up", {"compiled_by": "Samordnaren"}, "**Sammanställd av:** Samordnaren"),
    ("follow-up", {"knowledge_gaps": "Mörkertalet är okänt."}, "Kunskapsluckor - Mörkertalet är okänt."),
    ("situation-picture", {"next_picture": "2025-03"}, "**Nästa lägesbild:** mars 2025"),
    ("situation-picture", {"next_meeting": "2025-03-04"}, "**Nästa möte:** den 4 mars 2025"),
    ("situation-picture", {"problems": [{"title": "Langning", "trend": "suspected-increase"}]}, "misstänkt ökning"),
    ("situation-picture", {"sources": [ASKED]}, "**Svarsfrekvens:** 61,5 procent"),
    ("situation-picture", {"indicators": [{**INDICATOR, "breakdowns": SPLIT}]}, "**Kvinnor:**"),
    ("situation-picture", {"indicators": [{**INDICATOR, "values": [ROBBERY]}]}, "september–oktober 2021"),
    ("situation-picture", {"indicators": [{**INDICATOR, "values": [ROBBERY]}]}, "varav 3 fullbordade"),
    ("situation-picture", {"figures": [{"title": "Rån", "values": [ROBBERY]}]}, "varav 3 fullbordade"),
]


@pytest.mark.parametrize(("kind", "said", "words"), SAID)
def test_it_can_be_said_and_is_shown(kind: str, said: dict[str, Any], words: str, tmp_path: Path) -> None:
    text, found = shown(kind, tmp_path, **said)
    assert words in text
    assert not {name for name in found if name.startswith(("unknown-key", "missing-", "bad-", "wrong-"))}


def due(kind: str, folder: Path, today: date, **said: Any) -> list[tuple[str, str]]:
    document = {"samverkan": "1", "kind": kind, "id": "ett", "title": "Ett", "parties": PARTIES, **HEADS[kind], **said}
    path = folder / "ett.yaml"
    path.write_text(json.dumps(document), encoding="utf-8")
    found = rows(check([str(folder)], today).workspaces, today)
    return [(row.duty.source, str(row.duty.due or "")) for row in found if not row.duty.law]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("action-plan", {"measures": [{"id": "m", "title": "Vandringar", "dates": ["2018-04", "2018-06"]}]}),
        ("communication-plan", {"activities": [{"id": "m", "text": "Torgmöte", "dates": ["2018-04", "2018-06"]}]}),
        ("citizen-promise", {"promises": [{"id": "m", "text": "Torgmöte.", "dates": ["2018-04", "2018-06"]}]}),
        ("agreement", {"commitments": [{"id": "m", "text": "Vi möts.", "dates": ["2018-04", "2018-06"]}]}),
    ],
)
class TestOccasions:
    """What is done at two times is due twice, and never a span between them."""

    def test_each_is_a_row_of_its_own(self, kind: str, said: dict[str, Any], tmp_path: Path) -> None:
        found = due(kind, tmp_path, date(2018, 3, 1), **said)
        assert [day for source, day in found if ".dates" in source] == ["2018-04-30", "2018-06-30"]

    def test_what_a_follow_up_has_told_of_is_not_asked_again(
        self, kind: str, said: dict[str, Any], tmp_path: Path
    ) -> None:
        told = {
            "date": "2018-05-02",
            "reviews": [{"document": "ett"}],
            "outcomes": [{"item": "m", "comment": "Gjort."}],
        }
        (tmp_path / "två.yaml").write_text(
            json.dumps({"samverkan": "1", "kind": "follow-up", "id": "två", "title": "Två", **told}), encoding="utf-8"
        )
        found = due(kind, tmp_path, date(2018, 5, 3), **said)
        assert [day for source, day in found if ".dates" in source] == ["2018-06-30"]


def test_what_is_cancelled_is_not_due(tmp_path: Path) -> None:
    gone = {"id": "m", "title": "Vandringar", "until": "2018-04", "dates": ["2018-05"], "progress": "cancelled"}
    found = due("action-plan", tmp_path, date(2018, 3, 1), measures=[gone])
    assert not [source for source, _ in found if source.startswith("measures")]


@pytest.mark.parametrize(
    ("kind", "said", "expected"),
    [
        ("action-plan", {"period": "2017", "renewal": "every-2-years"}, ("period", "2017-12-31")),
        ("action-plan", {"period": {"from": 2016}, "renewal": "every-2-years"}, ("renewal", "2018-01-01")),
        ("situation-picture", {"date": "2017-03", "next_picture": "2018-03"}, ("next_picture", "2018-03-31")),
        (
            "citizen-promise",
            {"follow_up": {"reporting": {"to": "KF", "dates": ["2018-10"]}}},
            ("follow_up.reporting.dates[0]", "2018-10-31"),
        ),
        ("citizen-promise", {"follow_up": {"when": "efter sommaren"}}, ("follow_up", "")),
    ],
)
def test_the_clock_of_what_is_said(kind: str, said: dict[str, Any], expected: tuple[str, str], tmp_path: Path) -> None:
    assert expected in due(kind, tmp_path, date(2017, 6, 1), **said)


def test_when_in_words_is_told_as_it_is_said(tmp_path: Path) -> None:
    due("citizen-promise", tmp_path, date(2018, 3, 1), follow_up={"when": "efter sommaren"})
    found = rows(check([str(tmp_path)], date(2018, 3, 1)).workspaces, date(2018, 3, 1))
    reasons = [row.duty.reason.say("sv") for row in found if row.duty.source == "follow_up"]
    assert ["säger ”efter sommaren”" in reason for reason in reasons] == [True]


def test_a_cause_in_words_is_a_cause(tmp_path: Path) -> None:
    one = {
        "id": "m",
        "title": "Vandringar",
        "cause_text": "Mörkt.",
        "operative_goal": "Fler ljus.",
        "who": ["Tekniska"],
    }
    assert "measure-without-cause" not in shown("action-plan", tmp_path, measures=[one])[1]
    del one["cause_text"]
    assert "measure-without-cause" in shown("action-plan", tmp_path, measures=[one])[1]


def test_a_time_outside_the_period_is_pointed_out(tmp_path: Path) -> None:
    assert "deadline-outside-period" in shown("action-plan", tmp_path, **measure(dates=["2018-04", "2019-04"]))[1]
    assert "deadline-outside-period" not in shown("action-plan", tmp_path, **measure(dates=["2018-04"]))[1]


@pytest.mark.parametrize(("kind", "said", "_words"), [one for one in SAID if one[0] in {"action-plan", "agreement"}])
def test_what_is_added_changes_the_fingerprint_and_its_absence_does_not(
    kind: str, said: dict[str, Any], _words: str
) -> None:
    plain = {"samverkan": "1", "kind": kind, "id": "ett", "title": "Ett", "parties": PARTIES, **HEADS[kind]}
    model = model_of(kind)
    assert fingerprint(model.model_validate(plain)) != fingerprint(model.model_validate({**plain, **said}))


def test_every_named_rhythm_is_explained_where_it_is_chosen() -> None:
    """”per-term” is a term of office: who chooses it sees that it is not a school term."""
    choices = next(form for form in Cadence.SCHEMA["anyOf"] if "enum" in form)
    explained = dict(zip(choices["enum"], choices["enumDescriptions"], strict=True))
    assert explained == {name: Cadence.parse(name).say("sv") for name in choices["enum"]}
    assert explained["per-term"] == explained["per-mandate"] == "varje mandatperiod"
    assert explained["per-school-term"] == "varje termin"


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        ({"comment": "Det gick bra."}, "i ord"),
        ({"light": "green", "comment": "Det gick bra."}, "grön"),
        ({"value": 12}, "utan bedömning"),
        ({}, "i ord"),
    ],
)
def test_only_what_gives_no_verdict_is_said_to_give_none(outcome: dict[str, Any], words: str, tmp_path: Path) -> None:
    text, _ = shown("follow-up", tmp_path, outcomes=[{"title": "Ronder", **outcome}])
    assert words in text
    assert ("utan bedömning" in text) is (words == "utan bedömning")
    assert "Bedömning: grön" not in text


@pytest.mark.parametrize(("progress", "words"), [("stopped", "avbruten"), ("cancelled", "utgår")])
def test_what_is_dropped_is_told_as_it_is_said(progress: str, words: str, tmp_path: Path) -> None:
    goal = {"id": "g", "text": "Färre bråk."}
    dropped = {"id": "m", "title": "Ronder", "goals": "g", "progress": progress}
    shown("action-plan", tmp_path, goals=[goal], measures=[dropped])
    around = check([str(tmp_path)], TODAY).workspaces[0]
    assert f"Ronder ({words})" in str([node.title.say("sv") for tree in threads(around) for node in nodes(tree)])
