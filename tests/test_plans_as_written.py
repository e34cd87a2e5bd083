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


def checked(folder: Path, *documents: dict[str, Any]) -> CheckResult:
    for i, made in enumerate(documents):
        (folder / f"{i}.yaml").write_text(json.dumps(made), encoding="utf-8")
    result = check([str(folder)], TODAY)
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
    for one in ("Problem 7. Klotter", "**Orsak B.** Mörkt.", "# A1.1 Ronder", "**Orsak 7.2.** Tomt.", "# 7.2.1 Ljus"):
        assert one in text
    assert "# 4 Samtal" in text
    picture = shown(tmp_path, NUMBERED)
    assert "### 7 Klotter" in picture
    assert "### Problem 7. Klotter **Orsak B.** Mörkt. **Orsak 7.2.** Tomt." in picture


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
