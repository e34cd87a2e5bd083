"""Pictures, analyses, plans, promises and follow-ups say what documents say: gaps, words and days as written."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from samverkan.check import check
from samverkan.duties.rows import rows
from samverkan.law.act import LawStatus, Paragraph
from samverkan.law.answers import answers as answers_of
from samverkan.law.holdings import holdings
from samverkan.model.choices import Direction
from samverkan.model.goals import Goal
from samverkan.model.load import load
from samverkan.model.plan import ActionPlan
from samverkan.model.schema import schema_text
from samverkan.render.context.own_numbers import own_number
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering
from samverkan.reviews.results import stated_outcomes_of
from samverkan.thread import threads

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.check import CheckResult

TODAY = date(2026, 11, 20)
PARTIES = [
    {"id": "polisen", "type": "police", "name": "Lokalpolisområde Nybro"},
    {"id": "kommunen", "type": "municipality", "code": "0761", "name": "Lessebo kommun"},
]
HEADS: dict[str, dict[str, Any]] = {
    "situation-picture": {"date": "2026-03", "by": "jointly"},
    "cause-analysis": {
        "picture": {"title": "Lägesbilden"},
        "analyses": [{"problem_text": "Klotter", "text": "Ritar."}],
    },
    "action-plan": {"period": "2026–2028"},
    "citizen-promise": {"period": "2026", "promises": ["Vi lyssnar."]},
    "communication-plan": {"messages": ["Vi syns."]},
    "follow-up": {"date": "2026-01", "reviews": [{"document": {"title": "Medborgarlöfte", "year": "2025"}}]},
}


def document(kind: str, **said: Any) -> dict[str, Any]:
    """Make a document, and see that it holds to its schema; what is None is left out."""
    whole = {"samverkan": "1", "kind": kind, "id": kind, "title": "Ett", "parties": PARTIES, **HEADS[kind], **said}
    made = {key: value for key, value in whole.items() if value is not None}
    Draft202012Validator(json.loads(schema_text(kind))).validate({**made, "samverkan": 1})
    return made


def told(folder: Path, *documents: dict[str, Any]) -> CheckResult:
    for i, made in enumerate(documents):
        (folder / f"{i}.yaml").write_text(json.dumps(made), encoding="utf-8")
    return check([str(folder)], TODAY)


def checked(folder: Path, *documents: dict[str, Any]) -> CheckResult:
    result = told(folder, *documents)
    assert result.workspaces[0].is_whole, [found.message.sv for found in result.findings]
    return result


def names(folder: Path, *documents: dict[str, Any]) -> list[str]:
    return [found.rule for found in checked(folder, *documents).findings]


def shown(folder: Path, *documents: dict[str, Any]) -> str:
    """Give the Markdown of the first document, on one line."""
    around = checked(folder, *documents).workspaces[0]
    text = Rendering(around.documents[0], around, TODAY).to(DocumentFormat.MD).decode()
    return " ".join(text.split())


def drawn(folder: Path, *documents: dict[str, Any]) -> str:
    around = checked(folder, *documents).workspaces[0]
    return Rendering(around.documents[0], around, TODAY).to(DocumentFormat.HTML).decode()


YEARS = [
    {"period": "2022", "value": 34},
    {"period": "2023"},
    {"period": "2024", "text": "redovisas inte"},
    {"period": "2025", "value": 30},
    {"period": "2026", "value": 28},
]
BURGLARIES = {"id": "inbrott", "title": "Anmälda inbrott", "unit": "count", "values": YEARS}


def test_a_figure_that_is_missing_is_said_to_be_and_never_counted_as_zero(tmp_path: Path) -> None:
    text = shown(tmp_path, document("situation-picture", indicators=[BURGLARIES]))
    assert "| 2023 | uppgift saknas |" in text
    assert "| 2024 | redovisas inte |" in text


def test_a_missing_figure_is_a_gap_in_the_line(tmp_path: Path) -> None:
    html = drawn(tmp_path, document("situation-picture", indicators=[BURGLARIES]))
    assert "2023: uppgift saknas, 2024: uppgift saknas, 2025: 30" in html
    whole = {**BURGLARIES, "values": [{"period": str(year), "value": 30} for year in (2022, 2024, 2026)]}
    parted = {**whole, "values": [*whole["values"], {"period": "2023"}]}
    lines = [
        drawn(tmp_path, document("situation-picture", indicators=[one])).count('stroke-width="2.6"')
        for one in (whole, parted)
    ]
    assert lines == [1, 1]


def test_an_indicator_may_have_no_figures_yet(tmp_path: Path) -> None:
    only = {"id": "trygga", "title": "Andel trygga", "unit": "per-cent", "note": "Mäts först 2027."}
    text = shown(tmp_path, document("situation-picture", indicators=[only]))
    assert "### Andel trygga **Enhet:** Procent Mäts först 2027." in text
    assert "Period |" not in text


def test_a_comparison_is_not_drawn_in_the_place_of_an_indicator_without_figures(tmp_path: Path) -> None:
    others = [{"name": "Riket", "values": [{"period": "2025", "value": 3}, {"period": "2026", "value": 4}]}]
    html = drawn(
        tmp_path,
        document(
            "situation-picture", indicators=[{**BURGLARIES, "values": [{"period": "2025"}], "comparisons": others}]
        ),
    )
    assert "<svg" not in html
    assert "uppgift saknas" in html


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ({"title": "Rån", "text": "ett par om året", "source": "Polisen"}, "Rån: ett par om året; Polisen"),
        ({"title": "Rån", "values": [{"period": "2024"}, {"period": "2025", "value": 3}]}, "uppgift saknas (2024), 3"),
        ({"title": "Rån", "value": 3, "of_which": [{"title": "mot unga"}]}, "Rån: 3, varav mot unga: uppgift saknas"),
        ({"title": "Rån", "value": 3, "text": "ett nytt sätt att räkna"}, "Rån: 3 (ett nytt sätt att räkna)"),
    ],
)  # fmt: skip
def test_figures_are_said_in_words(figure: dict[str, Any], words: str, tmp_path: Path) -> None:
    assert words in shown(tmp_path, document("situation-picture", figures=[figure]))


def test_a_count_of_an_outcome_may_be_missing(tmp_path: Path) -> None:
    outcome = {"title": "Ronder", "counts": [{"title": "ronder", "text": "fördes inte"}, {"title": "samtal"}]}
    text = shown(tmp_path, document("follow-up", outcomes=[outcome]))
    assert "**Ronder:** fördes inte" in text
    assert "**Samtal:** uppgift saknas" in text


PROBLEM = {"id": "klotter", "title": "Klotter", "priority": "prioritised"}


@pytest.mark.parametrize(
    "said", [{"text": "Orsakerna är inte kända."}, {"knowledge_gaps": "Varför det sker på hösten."}]
)
def test_an_analysis_in_words_is_an_analysis(said: dict[str, Any], tmp_path: Path) -> None:
    picture = document("situation-picture", problems=[PROBLEM], analyses=[{"problem": "klotter", **said}])
    plan = document(
        "action-plan", picture="situation-picture", goals=[{"id": "m", "text": "Mindre.", "problems": "klotter"}]
    )
    assert str(next(iter(said.values()))) in shown(tmp_path, picture, plan)
    assert "problem-without-cause-analysis" not in names(tmp_path, picture, plan)
    node = threads(checked(tmp_path, picture, plan).workspaces[0])[0].children[0]
    assert node.missing is None


def test_an_analysis_that_says_nothing_is_none(tmp_path: Path) -> None:
    picture = document("situation-picture", problems=[PROBLEM], analyses=[{"problem": "klotter"}])
    assert "problem-without-cause-analysis" in names(tmp_path, picture)


PLAN = document(
    "action-plan",
    period="2023–2028",
    status="decided",
    follow_up={"cadence": "yearly"},
    goals=[{"id": "mål", "text": "Färre inbrott."}],
)
OUTCOMES = [{"item": "mål", "result": "ongoing", "value": 12}]


def of_plan(**said: Any) -> dict[str, Any]:
    return document("follow-up", **{"date": None, "reviews": ["action-plan"], "outcomes": OUTCOMES, **said})


def test_a_follow_up_of_a_period_without_a_date_counts_from_the_end_of_the_period(tmp_path: Path) -> None:
    review = of_plan(period="2025")
    found = checked(tmp_path, PLAN, review)
    code = found.workspaces[0].documents[0].fingerprint
    review = of_plan(period="2025", reviews=[{"document": "action-plan", "fingerprint": code}])
    around = checked(tmp_path, PLAN, review).workspaces
    said = {row.duty.due: row.duty.reason.say("sv") for row in rows(around, TODAY, of_all=True)}
    assert "årligen, räknat från uppföljningen av tiden till och med 2025" in said[date(2026, 12, 31)]


def test_a_follow_up_that_tells_of_no_time_moves_no_clock_and_is_shown(tmp_path: Path) -> None:
    found = checked(tmp_path, PLAN, of_plan(next_review="2027-01"))
    assert {"follow-up-without-date"} <= {one.rule for one in found.findings}
    assert "plan-not-followed-up" not in {one.rule for one in found.findings}
    around = found.workspaces[0]
    said = [row.duty.reason.say("sv") for row in rows([around], TODAY, of_all=True)]
    assert any("En uppföljning säger inte när den gjordes" in one for one in said)
    (mark,) = stated_outcomes_of(around, around.documents[0], "mål", TODAY)
    assert (mark.day, mark.said) == (None, None)
    text = Rendering(around.documents[1], around, TODAY).to(DocumentFormat.MD).decode()
    assert "Datum" not in text


def test_the_law_asks_an_undated_follow_up_when_it_was_made(tmp_path: Path) -> None:
    around = checked(tmp_path, PLAN, of_plan()).workspaces[0]
    (municipality,) = holdings(around).municipalities
    found = next(one for one in answers_of(around, municipality, TODAY) if one.paragraph is Paragraph.PLAN_FOLLOW_UP)
    assert found.status is LawStatus.NOT_SHOWN
    assert "när den gjordes" in found.says.say("sv")


@pytest.mark.parametrize(
    ("target", "words", "met", "unmet"),
    [
        ({"less_than": 20}, "Under 20", 19, 20),
        ({"more_than": 15, "text": "fler än 15"}, "Över 15 (fler än 15)", 16, 15),
    ],
)
def test_a_target_may_lie_beyond_its_limit(
    target: dict[str, Any], words: str, met: int, unmet: int, tmp_path: Path
) -> None:
    goals = [{"text": "Rätt antal inbrott.", "target": target, "unit": "count"}, "Trygga torg."]
    assert words in shown(tmp_path, document("action-plan", goals=goals))
    goal = Goal.model_validate({"text": "Rätt.", "target": {key: str(value) for key, value in target.items()}})
    assert (goal.is_met_by(Decimal(met)), goal.is_met_by(Decimal(unmet))) == (True, False)
    assert goal.wanted_direction is (Direction.DECREASE if "less_than" in target else Direction.INCREASE)


def test_a_target_below_where_it_starts_is_no_mistake_and_one_that_contradicts_its_direction_is(tmp_path: Path) -> None:
    goal = {"text": "Färre.", "baseline": {"value": 20}, "target": {"less_than": 20}}
    assert not {"target-equals-baseline", "direction-contradicts-target"} & set(
        names(tmp_path, document("action-plan", goals=[{**goal, "direction": "decrease"}]))
    )
    found = checked(tmp_path, document("action-plan", goals=[{**goal, "direction": "increase"}])).findings
    told = next(one.message.say("sv") for one in found if one.rule == "direction-contradicts-target")
    assert "under 20" in told


def test_a_target_says_one_thing_only(tmp_path: Path) -> None:
    with pytest.raises(ValidationError):
        document("action-plan", goals=[{"text": "Färre.", "target": {"less_than": 20, "value": 19}}])
    made = {**document("action-plan"), "goals": [{"text": "Färre.", "target": {"less_than": 20, "at_most": 19}}]}
    (tmp_path / "plan.yaml").write_text(json.dumps(made), encoding="utf-8")
    assert "bad-target" in {found.rule for found in check([str(tmp_path)], TODAY).findings}


NUMBERED = document(
    "situation-picture",
    problems=[{**PROBLEM, "number": "7"}],
    analyses=[{"problem": "klotter", "causes": [{"id": "b", "text": "Orsak B: Mörkt."}, {"id": "c", "text": "Tomt."}]}],
)


def test_the_authors_numbers_stand_in_the_place_of_ours(tmp_path: Path) -> None:
    goals = [{"number": "A1", "text": "Färre inbrott.", "deadline": "2027"}, "A2: Fler trygga.", "Trygga torg."]
    measures = [
        {"title": "A1.1 Ronder", "causes": "b"},
        {"title": "Ljus", "causes": "c"},
        {"number": "4", "title": "Samtal", "problems": "klotter"},
    ]
    plan = document("action-plan", picture="situation-picture", goals=goals, measures=measures)
    text = shown(tmp_path, plan, NUMBERED)
    assert "**Mål A1.** Färre inbrott." in text
    assert "**Mål A2.** Fler trygga." in text
    assert "**Mål.** Trygga torg." in text
    for one in ("Problem 7. Klotter", "**Orsak B.** Mörkt.", "# A1.1 Ronder", "**Orsak.** Tomt.", "# Ljus"):
        assert one in text
    assert "# 4 Samtal" in text
    picture = shown(tmp_path, NUMBERED)
    assert "### 7 Klotter" in picture
    assert "### Problem 7. Klotter **Orsak B.** Mörkt. **Orsak.** Tomt." in picture


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("A1: Ronder", "A1", "Ronder"),
        ("Mål 2. Färre rån", "2", "Färre rån"),
        ("2.1 Ljus", "2.1", "Ljus"),
        ("B) Samtal", "B", "Samtal"),
        ("20 ronder om året", "", "20 ronder om året"),
        ("2024: färre rån", "", "2024: färre rån"),
        ("Rån mot unga", "", "Rån mot unga"),
        ("15 – 20 ronder", "", "15 – 20 ronder"),
        ("A-traktorer", "", "A-traktorer"),
    ],
)
def test_a_number_in_a_text_is_told_from_an_amount(text: str, number: str, rest: str) -> None:
    assert own_number(None, text) == (number, rest)


NOTES = [
    {"date": "2025-01", "light": "yellow", "text": "Två av tre är klara"},
    {"date": "2025-06", "text": "Klart.", "counts": [{"title": "besökare", "value": 140}]},
]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("action-plan", {"goals": [{"text": "Färre inbrott.", "status": NOTES}]}),
        ("action-plan", {"measures": [{"title": "Ronder", "progress": "ongoing", "status": NOTES}]}),
        ("communication-plan", {"activities": [{"text": "Vi syns.", "done": "2025", "status": NOTES}]}),
    ],
)
def test_how_it_goes_is_told_in_several_notes(kind: str, said: dict[str, Any], tmp_path: Path) -> None:
    text = shown(tmp_path, document(kind, **said))
    assert "Januari 2025: Gul. Två av tre är klara." in text
    assert "Juni 2025: Klart. Besökare: 140." in text


def test_notes_on_how_it_goes_are_no_part_of_what_was_agreed(tmp_path: Path) -> None:
    goal = {"id": "mål", "text": "Färre inbrott."}
    plans = [document("action-plan", goals=[{**goal, **more}]) for more in ({}, {"status": NOTES}, {"status": "Bra."})]
    codes = {checked(tmp_path, plan).workspaces[0].documents[0].fingerprint for plan in plans}
    assert len(codes) == 1


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("action-plan", {"measures": [{"title": "Ronder", "when": "varje fredag"}]}),
        ("communication-plan", {"activities": [{"text": "Vi syns.", "when": "varje fredag"}]}),
        ("citizen-promise", {"promises": [{"text": "Vi går ronder.", "when": "varje fredag"}]}),
        ("citizen-promise", {"promises": [{"text": "Ut.", "activities": [{"text": "Rond.", "when": "varje fredag"}]}]}),
    ],
)  # fmt: skip
def test_when_may_be_said_in_words(kind: str, said: dict[str, Any], tmp_path: Path) -> None:
    assert "Varje fredag" in shown(tmp_path, document(kind, **said))


def test_an_outcome_tells_of_a_goal_that_is_not_on_file(tmp_path: Path) -> None:
    goal = {"title": "Färre inbrott", "result": "not-reached", "value": 21, "unit": "inbrott"}
    goal |= {"baseline": {"value": 34, "period": "2022"}, "target": {"less_than": 20}}
    outcomes = [goal, {"title": "Ronder", "result": "not-reached"}, {"title": "Samtal", "comment": "Bra."}]
    text = shown(tmp_path, document("follow-up", outcomes=outcomes, next_text="När valet är över"))
    assert "inte uppnått | **Utgångsläge:** 34 inbrott (2022)<br>**Målvärde:** under 20 inbrott<br>" in text
    assert "**I siffror:** 21 inbrott" in text
    assert "| Ronder | inte uppnått eller genomfört |" in text
    assert "| Samtal | beskrivet i ord |" in text
    assert "**Nästa uppföljning:** När valet är över" in text


def test_an_old_picture_is_told_unless_what_has_a_mistake_may_be_a_newer_one(tmp_path: Path) -> None:
    old, mistake = document("situation-picture", date="2023"), {"titel": "x"}
    plan = document("action-plan", id="plan") | mistake
    newer = document("situation-picture", id="nyare", date="2026-05") | mistake
    for other, is_told in ((plan, True), (newer, False), (newer | {"kind": "bild"}, False)):
        rules = [found.rule for found in told(tmp_path, old, other).findings]
        assert "unknown-key" in rules or "unknown-kind" in rules
        assert ("picture-out-of-date" in rules) == is_told


def test_a_picture_is_as_new_as_its_revision(tmp_path: Path) -> None:
    old = document("situation-picture", date="2023")
    assert "picture-out-of-date" in names(tmp_path, old)
    picture = {**old, "revised": "2026-05", "next_picture": "2027", "next_text": "Efter valet"}
    assert "picture-out-of-date" not in names(tmp_path, picture)
    text = shown(tmp_path, picture)
    for words in ("**Datum:** 2023", "**Reviderad:** maj 2026", "**Nästa lägesbild:** 2027 (efter valet)"):
        assert words in text


def test_evidence_may_point_at_a_figure(tmp_path: Path) -> None:
    figures = [{"id": "klottret", "title": "Anmält klotter", "value": 3}]
    picture = document("situation-picture", figures=figures, problems=[{**PROBLEM, "evidence": "klottret"}])
    assert "unknown-reference" not in names(tmp_path, picture)
    assert "**Underlag:** Anmält klotter" in shown(tmp_path, picture)


def test_a_goal_may_be_of_the_whole_plan(tmp_path: Path) -> None:
    plan = document("action-plan", goals=[{"text": "Färre brott.", "overall": True}], measures=["Ronder"])
    assert not {"goal-without-problem", "goal-without-measure"} & set(names(tmp_path, plan))
    assert "**Övergripande mål:** ja" in shown(tmp_path, plan)


def test_a_group_of_promises_has_its_own_number_and_time(tmp_path: Path) -> None:
    promises = [{"number": "1a", "text": "Vi går ronder."}, {"number": "1b", "text": "Vi lyser upp."}]
    group = {"number": "1", "title": "Trygg i centrum", "period": "våren 2026", "promises": promises}
    text = shown(tmp_path, document("citizen-promise", promises=None, groups=[group]))
    assert "1 Trygg i centrum Gäller: våren 2026 #### Löfte 1a Vi går ronder. #### Löfte 1b Vi lyser upp." in text


@pytest.mark.parametrize(
    "said",
    [
        {"figures": ["34 klotter 2025"]},
        {"form": "survey"},
        {"form": "newsletter"},
        {"problems": [{**PROBLEM, "text": "34 anmälningar under 2025."}]},
    ],
)
def test_evidence_is_not_asked_for_where_the_picture_gives_it(said: dict[str, Any], tmp_path: Path) -> None:
    found = names(tmp_path, document("situation-picture", **{"problems": [PROBLEM], **said}))
    assert "problem-without-evidence" not in found


def test_what_all_measures_of_a_decided_plan_lack_is_told_once(tmp_path: Path) -> None:
    lacks = ["measure-without-cause", "measure-without-goal", "measure-without-owner"]
    measures = ["Ronder", "Ljus", {"title": "Samtal", "progress": "cancelled"}, {"title": "Kurs", "done": "2026"}]
    found = checked(tmp_path, document("action-plan", status="decided", measures=measures)).findings
    told = {one.rule: one.message.say("sv") for one in found if one.rule in lacks}
    assert sorted(one.rule for one in found if one.rule in lacks) == lacks
    assert told["measure-without-cause"] == "2 åtgärder i planen riktas inte mot någon orsak."
    draft = names(tmp_path, document("action-plan", measures=measures))
    assert [draft.count(rule) for rule in lacks] == [2, 2, 2]


def test_a_decided_plan_is_accepted_and_its_period_is_a_deadline(tmp_path: Path) -> None:
    goals = [{"text": "Färre inbrott.", "direction": "decrease"}]
    asked = {"goal-not-accepted", "goal-without-deadline"}
    assert asked <= set(names(tmp_path, document("action-plan", goals=goals)))
    assert not asked & set(names(tmp_path, document("action-plan", goals=goals, status="decided")))
    measured = [{**goals[0], "measured": "2027-03"}]
    assert "goal-without-deadline" not in names(tmp_path, document("action-plan", goals=measured))


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "Det är inte angivet hur målet"),
        ({"indicator": "Anmälda inbrott"}, "har en indikator men inget målvärde i siffror"),
        ({"indicator": "Anmälda inbrott", "direction": "decrease", "baseline": {"value": 34}}, ""),
    ],
)
def test_what_is_missing_to_measure_a_goal_is_named(more: dict[str, Any], words: str, tmp_path: Path) -> None:
    found = checked(tmp_path, document("action-plan", goals=[{"text": "Färre inbrott.", **more}])).findings
    told = [one.message.say("sv") for one in found if one.rule == "goal-not-measurable"]
    assert [words in one for one in told] == ([True] if words else [])


@pytest.mark.parametrize(
    "said", [{"figures": ["34 inbrott"]}, {"background": "Fler."}, {"problem_picture": "Klotter."}]
)
def test_a_promise_may_say_what_it_is_based_on_in_other_fields(said: dict[str, Any], tmp_path: Path) -> None:
    assert "promise-without-basis" in names(tmp_path, document("citizen-promise"))
    assert "promise-without-basis" not in names(tmp_path, document("citizen-promise", **said))


def test_an_extended_promise_that_states_no_start_has_no_days_before_it(tmp_path: Path) -> None:
    promise = document(
        "citizen-promise",
        period={"until": "2027"},
        promises=[{"text": "Vi går ronder.", "dates": ["2025-05"]}],
        signatures={"date": "2026-02-01", "signatories": [{"party": "polisen"}, {"party": "kommunen"}]},
    )
    assert "deadline-outside-period" not in names(tmp_path, promise)


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        ({"exactly": 3, "unit": "ronder", "text": "tre ronder per kväll"}, "3 ronder (tre ronder per kväll)"),
        ({"exactly": 3, "unit": "ronder", "per_text": "per kväll"}, "3 ronder per kväll"),
        ({"exactly": 3, "unit": "ronder", "per_text": "under sommaren"}, "3 ronder, under sommaren"),
        ({"text": "ett 15-tal", "unit": "ronder"}, "ett 15-tal ronder"),
    ],
)
def test_amounts_read_as_people_write_them(quantity: dict[str, Any], words: str, tmp_path: Path) -> None:
    text = shown(tmp_path, document("action-plan", measures=[{"title": "Gå", "quantity": quantity}]))
    assert f"**Omfattning:** {words}" in text


def test_an_indicator_and_its_direction_are_one_phrase(tmp_path: Path) -> None:
    goal = {"text": "Färre inbrott.", "indicator": "Anmälda inbrott", "direction": "decrease"}
    text = shown(tmp_path, document("action-plan", goals=[goal], follow_up={"text": "Vi ses.", "cadence": "yearly"}))
    assert "Anmälda inbrott, som ska minska" in text
    assert text.index("årligen") < text.index("Vi ses.")


def test_a_broken_axis_is_told_of_only_beside_its_chart(tmp_path: Path) -> None:
    values = [{"period": str(2021 + i), "value": 900 + i} for i in range(4)]
    picture = document("situation-picture", indicators=[{**BURGLARIES, "unit": "per-100000", "values": values}])
    assert "Axeln är bruten" in drawn(tmp_path, picture)
    assert "Axeln är bruten" not in shown(tmp_path, picture)


def test_a_measure_until_further_notice_says_so() -> None:
    plan = document("action-plan", measures=["Ronder"])
    plan["measures"] = [{"title": "Ronder", "from": "2018", "until": "further-notice"}]
    read = load(plan).model
    assert isinstance(read, ActionPlan)
    assert read.measures[0].when == "tills vidare"
