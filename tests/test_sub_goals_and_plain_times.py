"""Sub-goals with targets of their own, titles alone, times without a year, decisions to come, and whose a duty is."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from samverkan.check import check
from samverkan.duties.rows import rows
from samverkan.model.dates import End, Start
from samverkan.model.fingerprint import fingerprint, short
from samverkan.model.kinds import model_of
from samverkan.reviews.results import results_of
from tests.test_what_documents_say import HEADS, PARTIES

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.workspace.workspace import Workspace

TODAY = date(2026, 7, 1)
KLOTTER = {
    "id": "klotter",
    "text": "Mindre klotter.",
    "indicator": "Anmält klotter",
    "unit": "count",
    "baseline": {"value": "40", "period": "2024"},
    "target": {"at_most": "20"},
    "deadline": "2026-06",
}
GOAL = {"id": "lugnt", "text": "Torget är lugnt.", "deadline": "2026-12", "sub_goals": ["Mer ljus.", KLOTTER]}


def folder(where: Path, *documents: dict[str, Any]) -> tuple[Workspace, ...]:
    for i, said in enumerate(documents):
        base = {"samverkan": "1", "id": f"d{i}", "title": f"Text {i}", "parties": PARTIES, **HEADS[said["kind"]]}
        (where / f"d{i}.yaml").write_text(json.dumps({**base, **said}), encoding="utf-8")
    return check([str(where)], TODAY).workspaces


def found_by(rule: str, where: Path) -> list[str]:
    return [one.message.say("sv") for one in check([str(where)], TODAY).findings if one.rule == rule]


def page(run: Any, where: Path, form: str = "md", lang: str = "sv") -> str:
    run("render", str(where), "--format", form, "--out", str(where / "build"), "--lang", lang)
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((where / "build").glob(f"*.{form}")))


@pytest.mark.parametrize("kind", ["agreement", "action-plan", "citizen-promise", "communication-plan"])
def test_a_sub_goal_says_what_a_goal_says(kind: str, run: Any, tmp_path: Path) -> None:
    folder(tmp_path, {"kind": kind, "goals": [GOAL]})
    shown = page(run, tmp_path)
    assert "- Mer ljus.\n" in shown
    assert "- Mindre klotter. Delmålet mäts med indikatorn ”Anmält klotter”. Utgångsläget är 40 (2024)." in shown
    assert "Målvärdet är högst 20 och ska vara nått senast i juni 2026." in shown


def test_a_sub_goal_has_its_own_day(tmp_path: Path) -> None:
    spaces = folder(tmp_path, {"kind": "agreement", "validity": "2025–2028", "goals": [GOAL]})
    said = {row.duty.item: row.duty.what.say("sv") for row in rows(spaces, TODAY) if row.duty.clock.value == "goal"}
    assert said == {"klotter": "Följ upp delmålet: Mindre klotter.", "lugnt": "Följ upp målet: Torget är lugnt."}


def review(outcomes: list[dict[str, Any]], where: Path) -> dict[str, Any]:
    whole = check([str(where / "d0.yaml")], TODAY).workspaces[0].by_id["d0"].fingerprint
    reviews = [{"document": "d0", "fingerprint": short(whole)}]
    return {"kind": "follow-up", "date": "2026-06-01", "reviews": reviews, "outcomes": outcomes}


@pytest.mark.parametrize(
    ("answered", "lacking"),
    [(["lugnt"], 0), (["lugnt", "klotter"], 0), (["klotter"], 1)],
)
def test_a_goal_that_is_answered_answers_for_its_parts(answered: list[str], lacking: int, tmp_path: Path) -> None:
    plan = {"kind": "citizen-promise", "goals": [GOAL], "promises": [{"text": "Vi lyssnar.", "ongoing": "true"}]}
    folder(tmp_path, plan)
    outcomes = [{"item": one, "result": "ongoing"} for one in answered]
    spaces = folder(tmp_path, plan, review(outcomes, tmp_path))
    missing = [text for text in found_by("outcome-missing", tmp_path) if "Torget" in text or "klotter" in text]
    assert len(missing) == lacking
    marks = {one.part.own_id: len(one.marks) for one in results_of(spaces[0], spaces[0].by_id["d0"], TODAY)}
    assert marks["klotter"] == ("klotter" in answered)


def test_the_agreed_text_is_the_same_as_when_parts_were_texts() -> None:
    kind = model_of("agreement")
    assert kind is not None

    def of(part: Any) -> str:
        data = {
            "samverkan": "1",
            "kind": "agreement",
            "id": "a",
            "title": "A",
            "parties": PARTIES,
            "validity": {"from": "2024"},
            "purposes": ["Trygghet."],
            "focus_areas": ["Torget"],
            "goals": [{"text": "Lugnt.", "sub_goals": [part]}],
        }
        return fingerprint(kind.model_validate(data))

    assert of("Mer ljus.") == of({"text": "Mer ljus."}) == of({"text": "Mer ljus.", "id": "ljus"})
    assert of("Mer ljus.") != of({"text": "Mer ljus.", "deadline": "2026"})


@pytest.mark.parametrize(
    "said",
    [
        {"kind": "citizen-promise", "focus": [{"title": "Ungas trygghet"}]},
        {"kind": "agreement", "focus_areas": [{"title": "Platser", "sub_areas": [{"title": "Ungas trygghet"}]}]},
        {"kind": "agreement", "working_model": {"steps": [{"title": "Ungas trygghet"}]}},
    ],
)
def test_a_title_alone_will_do(said: dict[str, Any], run: Any, tmp_path: Path) -> None:
    folder(tmp_path, said)
    assert not [one for one in check([str(tmp_path)], TODAY).findings if one.rule == "missing-key"]
    assert "Ungas trygghet" in page(run, tmp_path)
    key = next(key for key in ("focus", "focus_areas", "working_model") if key in said)
    empty = {"focus": [{}], "focus_areas": [{"title": "A", "sub_areas": [{}]}], "working_model": {"steps": [{}]}}
    folder(tmp_path, {**said, key: empty[key]})
    assert "Punkten har varken rubrik eller text." in found_by("missing-key", tmp_path)


def test_a_promise_may_extend_one_that_is_not_on_file(run: Any, tmp_path: Path) -> None:
    earlier = [{"title": "Medborgarlöfte för Exempelby", "year": "2014"}]
    promises = [{"id": "a", "by": ["police"], "text": "Vi går ronder på torget.", "extends": earlier}]
    folder(tmp_path, {"kind": "citizen-promise", "promises": promises})
    assert "**Förlänger:** Medborgarlöfte för Exempelby (2014)" in page(run, tmp_path)


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ({"from": "efter sommaren", "until": "2027"}, "efter sommaren till och med 2027"),
        ({"from": "2026", "until": "sommaren"}, "från 2026 till och med sommaren"),
        ({"from": "2026", "until": "efter jul"}, "från 2026 till efter jul"),
        ({"from": "2026", "until": "tills nästa plan beslutas"}, "från 2026 tills nästa plan beslutas"),
        ({"from": "skolstarten"}, "från skolstarten"),
        ({"until": "terminens slut"}, "till och med terminens slut"),
    ],
)
@pytest.mark.parametrize("kind", ["agreement", "action-plan", "citizen-promise"])
def test_times_without_a_year_are_quoted(
    kind: str, period: dict[str, str], said: str, run: Any, tmp_path: Path
) -> None:
    key = "validity" if kind == "agreement" else "period"
    spaces = folder(tmp_path, {"kind": kind, key: period})
    assert not [one for one in check([str(tmp_path)], TODAY).findings if one.rule == "bad-date"]
    assert said in page(run, tmp_path).casefold()
    last = date(2027, 12, 31) if period.get("until") == "2027" else None
    assert spaces[0].documents[0].period[1] == last


@pytest.mark.parametrize("written", ["2024-13", "nonsens", "signning", "tills vidare", "undertecknad", "idag"])
def test_slips_are_no_times_in_words(written: str) -> None:
    for kind in (Start, End):
        with pytest.raises(Exception, match=r"date"):
            kind.parse(written)


@pytest.mark.parametrize(
    ("text", "is_noted"),
    [("Gäller per mandatperiod", False), ("från undertecknandet", True), ("från 2024 och fyra år framåt", False)],
)
def test_a_length_in_words_is_a_length(text: str, is_noted: bool, tmp_path: Path) -> None:
    folder(tmp_path, {"kind": "agreement", "validity": {"text": text}})
    assert bool(found_by("agreement-without-end", tmp_path)) is is_noted


def test_whose_a_joined_duty_is(tmp_path: Path) -> None:
    planned = [{"kind": "situation-picture", "cadence": "yearly", "by": "jointly"}]
    spaces = folder(tmp_path, {"kind": "agreement", "validity": {"from": "2025"}, "planned_documents": planned})
    who = [
        row.duty.responsible.say("sv") for row in rows(spaces, TODAY) if row.duty.law and row.duty.path[0] != "parties"
    ]
    assert len(who) == 1
    assert who[0].startswith("parterna gemensamt; enligt lagen ")


def test_a_planned_decision_decides_nothing(run: Any, tmp_path: Path) -> None:
    decisions = [{"body": "Kommunstyrelsen", "party": "kommunen", "type": "planned", "date": "2026-12-10"}]
    spaces = folder(tmp_path, {"kind": "action-plan", "period": "2026–2027", "decisions": decisions})
    assert "Kommunstyrelsen i Lessebo kommun planerar att besluta den 10 december 2026." in page(run, tmp_path)
    assert "Beslutad" not in page(run, tmp_path)
    rules = {one.rule for one in check([str(tmp_path)], TODAY).findings}
    assert not rules & {"date-in-the-future", "plan-without-decision"}
    assert [row.duty.law for row in rows(spaces, date(2027, 2, 1)) if row.duty.law and row.duty.law.paragraph == "5"]


def test_a_plan_that_names_no_agreement_is_proposed(tmp_path: Path) -> None:
    agreement = {"kind": "agreement", "validity": {"from": "2025"}, "planned_documents": [{"kind": "action-plan"}]}
    agreement["planned_documents"] = [{"kind": "action-plan", "cadence": "yearly"}]
    plan = {"kind": "action-plan", "title": "Plan 2026", "period": "2026"}
    spaces = folder(tmp_path, agreement, plan)
    said = [row.duty.reason.say("sv") for row in rows(spaces, TODAY) if row.duty.path[0] == "planned_documents"]
    assert "Mappen har ”Plan 2026” (2026), som inte hör till någon överenskommelse." in said[0]
    assert "skriv Överenskommelse (`agreement: d0`) i det." in said[0]
    spaces = folder(tmp_path, agreement, {**plan, "period": "2021"})
    said = [row.duty.reason.say("sv") for row in rows(spaces, TODAY) if row.duty.path[0] == "planned_documents"]
    assert "Plan 2026" not in said[0]


def test_a_new_follow_up_has_a_period_where_the_last_names_a_year(run: Any, tmp_path: Path) -> None:
    promise = {
        "kind": "citizen-promise",
        "period": "2025–2027",
        "promises": [{"id": "a", "by": ["police"], "text": "A."}],
    }
    folder(tmp_path, promise)
    folder(tmp_path, promise, {**review([{"item": "a", "result": "ongoing"}], tmp_path), "date": "2026"})
    run("new", "follow-up", str(tmp_path), "--of", "d0", "--today", "2026-07-01", "--out", str(tmp_path / "ny.yaml"))
    assert "period: {from: 2026-01-01, until: 2026-07-01}" in (tmp_path / "ny.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("unit", "is_told"), [(None, False), ("minuter", False), ("per-cent", True), ("procent", True)]
)
def test_figures_of_unlike_times_are_not_compared(unit: str | None, is_told: bool, tmp_path: Path) -> None:
    goal = {"id": "g", "text": "Färre.", "target": {"at_most": "50"}, "baseline": {"value": "100", "period": "2025"}}
    said = {"kind": "citizen-promise", "goals": [{**goal, **({"unit": unit} if unit else {})}]}
    folder(tmp_path, said)
    outcome = {"item": "g", "result": "partly", "value": "48", "period": "januari–juni 2026"}
    spaces = folder(tmp_path, said, review([outcome], tmp_path))
    trend = next(one.trend for one in results_of(spaces[0], spaces[0].by_id["d0"], TODAY) if one.part.own_id == "g")
    assert trend.value == ("better" if is_told else "unlike")
    assert bool(found_by("result-contradicts-figure", tmp_path)) is is_told


def test_an_agreement_of_unknown_time_is_asked_when_it_was_signed(run: Any, tmp_path: Path) -> None:
    folder(tmp_path, {"kind": "agreement", "status": "signed", "validity": {"until": "further-notice"}})
    assert not found_by("agreement-without-purposes", tmp_path)
    page = " ".join(run("law", str(tmp_path), "--lang", "sv", "--today", str(TODAY)).out.split())
    assert "filen säger inte när den undertecknades och inte heller för vilka syften" in page


def test_only_a_sub_goal_that_says_more_than_words_needs_an_id(tmp_path: Path) -> None:
    parts = ["Mindre klotter", {"text": "Färre inbrott", "target": {"at_most": 10}, "unit": "inbrott"}]
    folder(tmp_path, {"kind": "action-plan", "goals": [{"id": "m1", "text": "Trygghet", "sub_goals": parts}]})
    assert found_by("nothing-to-refer-to", tmp_path) == [
        "Ett delmål har inget id och kan därför inte följas upp: Färre inbrott"
    ]
