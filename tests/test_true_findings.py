"""What is normal in real documents is not pointed out, and what is pointed out is true."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.rules import RULES
from samverkan.rules.concrete import is_concrete
from samverkan.rules.explanation import explanation
from samverkan.words.sources import SOURCES
from tests.conftest import SMALL

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.findings import Finding

TODAY = date(2024, 6, 1)
SIGNATORIES = "signatories: [{party: polisen, name: Kim Ek, role: Chef}, {party: kommunen, name: Lo Ek, role: Chef}]"


def found(folder: Path, *texts: str) -> list[Finding]:
    for i, text in enumerate(texts):
        (folder / f"{i}.yaml").write_text(text, encoding="utf-8")
    return list(check([str(folder)], TODAY).findings)


def names(folder: Path, *texts: str) -> set[str]:
    return {finding.rule for finding in found(folder, *texts)}


@pytest.mark.parametrize(
    "text",
    [
        "Vi genomför 20 trygghetsvandringar.",
        "Vi besöker två skolor.",
        "Polisen fotpatrullerar varje vecka.",
        "Vi syns på fredagar.",
        "Vi finns på plats under sommaren.",
        "Vi ökar närvaron i Bergsjön.",
        "Kvällstid finns fler vuxna ute.",
        "Vi röjer buskage kring Resecentrum.",
        "Vi är synliga på torget.",
    ],
)
def test_a_promise_with_a_number_a_place_or_a_time_is_concrete(text: str) -> None:
    assert is_concrete(text)


@pytest.mark.parametrize(
    "text",
    [
        "Vi ska synas mer.",
        "Polisen ska öka tryggheten.",
        "Vi vill bli bättre på att lyssna.",
        "Vi arbetar i Polisens anda.",
    ],
)
def test_a_promise_without_them_is_not(text: str) -> None:
    assert not is_concrete(text)


@pytest.mark.parametrize(
    ("extra", "is_said"),
    [
        ("", True),
        ("working_model: {steps: [{title: Orsaker, text: Vi analyserar varför.}]}\n", False),
        ("based_on: boken\nreferences: [{id: boken, title: Orsaksanalys 2023}]\n", False),
        ("based_on: boken\nreferences: [{id: boken, title: Handbok}]\n", True),
        ("planned_documents: [{kind: cause-analysis, by: jointly}]\n", False),
    ],
)
def test_causes_may_be_sought_in_several_ways(tmp_path: Path, extra: str, is_said: bool) -> None:
    assert ("agreement-without-causes" in names(tmp_path, SMALL + extra)) is is_said


@pytest.mark.parametrize(
    ("extra", "is_said"),
    [
        ("", True),
        ("working_model: {text: Arbetet följs upp av styrgruppen.}\n", False),
        ("planned_documents: [{kind: follow-up, cadence: yearly, by: jointly}]\n", False),
        ("follow_up: {cadence: yearly}\n", False),
    ],
)
def test_follow_up_may_be_promised_in_several_ways(tmp_path: Path, extra: str, is_said: bool) -> None:
    assert ("agreement-without-follow-up" in names(tmp_path, SMALL + extra)) is is_said


def test_an_area_that_is_named_as_a_problem_is_one(tmp_path: Path) -> None:
    text = SMALL.replace("Otrygga platser", "Bostadsinbrott")
    assert "focus-area-without-problem" not in names(tmp_path, text)
    assert "focus-area-without-problem" in names(tmp_path, text.replace("Bostadsinbrott", "Unga"))


@pytest.mark.parametrize(
    ("validity", "said"),
    [
        ("{from: 2024}", "Det är inte angivet hur länge överenskommelsen gäller."),
        ("{from: 2024, until: further-notice}", "Det är inte angivet när överenskommelsen, som gäller tills vidare"),
        ("{from: 2024, until: further-notice, revision: {cadence: every-2-years}}", ""),
    ],
)
def test_no_end_and_until_further_notice_are_two_things(tmp_path: Path, validity: str, said: str) -> None:
    text = SMALL.replace("{from: 2024, until: 2026}", validity)
    messages = [f.message.say("sv") for f in found(tmp_path, text) if f.rule == "agreement-without-end"]
    assert bool(messages) is bool(said)
    assert all(message.startswith(said) for message in messages)


@pytest.mark.parametrize(
    ("extra", "is_said"),
    [
        ("", True),
        (f"signatures: {{date: 2024-01, {SIGNATORIES}}}\n", False),
        ("decisions: [{body: Kommunstyrelsen, date: 2022-01-10}]\n", False),
        ("decisions: [{body: Kommunstyrelsen, date: 2024-01-10}]\n", True),
        ("status: expired\n", False),
    ],
)
def test_a_missing_date_of_signing_is_not_asked_of_what_is_old(
    tmp_path: Path,
    extra: str,
    is_said: bool,
) -> None:
    text = SMALL.replace("from: 2024,", "from: signing,") + extra
    assert ("signing-date-missing" in names(tmp_path, text)) is is_said


def test_a_joint_agreement_may_be_followed_by_one_for_each_municipality(tmp_path: Path) -> None:
    joint = SMALL.replace("avtal-2024", "gemensamt").replace("from: 2024, until: 2026", "from: 2020, until: 2023")
    joint = joint.replace(
        "validity:", '  - {id: andra, type: municipality, code: "9902", name: Andra kommun}\nvalidity:'
    )
    first = SMALL + "supersedes: gemensamt\n"
    second = first.replace("avtal-2024", "avtal-andra").replace('"9901", name: Exempelby', '"9902", name: Andra')
    assert "superseded-twice" not in names(tmp_path, joint, first, second)
    assert "superseded-twice" in names(tmp_path, joint, first, first.replace("avtal-2024", "avtal-igen"))


PLAN = """\
samverkan: 1
kind: action-plan
id: ID
title: Åtgärdsplan
agreement: avtal-2024
PERIOD
"""


def test_a_plan_of_a_municipality_stands_on_its_own(tmp_path: Path) -> None:
    plan = PLAN.replace("ID", "plan").replace("PERIOD", "period: {from: 2024, until: 2029}")
    assert "period-outside-agreement" in names(tmp_path, SMALL, plan)
    assert "period-outside-agreement" not in names(tmp_path, SMALL, plan + "by: kommunen\n")
    assert "period-outside-agreement" not in names(tmp_path, SMALL, plan + "decisions: [{body: Kommunstyrelsen}]\n")


@pytest.mark.parametrize(
    ("first", "second", "is_said"),
    [
        ("{from: 2022, until: 2022}", "{from: 2024, until: 2025}", True),
        ("{from: 2022, until: 2023}", "{from: 2024, until: 2025}", False),
        ("{from: 2022}", "{from: 2024, until: 2025}", False),
    ],
)
def test_a_gap_between_two_plans_is_told(tmp_path: Path, first: str, second: str, is_said: bool) -> None:
    plans = [PLAN.replace("ID", f"plan-{i}").replace("PERIOD", f"period: {p}") for i, p in enumerate((first, second))]
    assert ("gap-between-plans" in names(tmp_path, SMALL, *plans)) is is_said
    assert "gap-between-plans" not in names(tmp_path, SMALL, plans[0] + "by: polisen\n", plans[1])


def test_a_number_at_work_is_a_contact(tmp_path: Path) -> None:
    assert "private-phone-number" not in names(tmp_path, SMALL + "contact: Ring 070-123 45 67.\n")
    assert "private-phone-number" in names(tmp_path, SMALL + "introduction: Ring 070-123 45 67.\n")


def test_a_decision_that_the_parties_have_agreed_on_is_not_asked_of_a_draft(tmp_path: Path) -> None:
    rules = "signing_rules: [{documents: [action-plan], decided_by: [Styrgruppen], signed_by: [Chefen]}]\n"
    plan = PLAN.replace("ID", "plan").replace("PERIOD", "period: {from: 2024, until: 2025}")
    assert "agreed-decision-missing" in names(tmp_path, SMALL + rules, plan)
    for decided in ("status: draft\n", "status: decided\n", "decisions: [{body: Styrgruppen}]\n"):
        assert "agreed-decision-missing" not in names(tmp_path, SMALL + rules, plan + decided)
    later = plan.replace("from: 2024", "from: 2025")
    assert "agreed-decision-missing" not in names(tmp_path, SMALL + rules, later)


def test_every_source_is_named_somewhere_and_none_is_left_as_a_key() -> None:
    said = " ".join(explanation(rule.explanation).source.say("sv") for rule in RULES)
    assert "{" not in said
    for source in SOURCES.values():
        assert source.sv in said or source.sv.casefold() in said.casefold()


@pytest.mark.parametrize(
    ("goal", "is_said"),
    [
        ("text: Skadegörelsen ska minska med 20 %.", False),
        ("text: Halvera inbrotten.", False),
        ("text: Fler ska våga gå ut.", False),
        ("text: Torget ska bli tryggt.", False),
        ("text: Trygghet på torget., direction: increase", False),
        ("text: Trygghet på torget., specific: Kvinnor i centrum.", False),
        ("text: Trygghet på torget.", True),
        ("text: Det är lugnt på torget.", True),
    ],
)
def test_a_goal_that_says_what_is_to_change_is_specific(tmp_path: Path, goal: str, is_said: bool) -> None:
    plan = f"""\
samverkan: 1
kind: action-plan
id: plan
title: Plan
status: draft
period: {{from: 2024}}
focus_areas: [{{id: torget, title: Torget}}]
goals: [{{id: mål, focus_area: torget, {goal}}}]
"""
    assert ("goal-not-specific" in names(tmp_path, plan)) is is_said


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("figures: [{title: A, value: 1, period: [2021]}]", "Här ska stå"),
        ("figures: [{title: A, value: [1]}]", "Här ska stå en siffra"),
        ("picture: [bild]", "Här ska stå ett id"),
        ("cadence: {varje: år}", "Här ska stå ett ord för hur ofta"),
        ("figures: [{title: A, value: 1, precision: [about]}]", "Här ska stå about (cirka), at-least (minst)"),
        ("introduction: [Hej]", "Här ska stå en text, men här står en lista."),
    ],
)
def test_what_belongs_in_a_place_is_named(tmp_path: Path, keys: str, said: str) -> None:
    promise = "samverkan: 1\nkind: citizen-promise\nid: löfte\ntitle: Löfte\nperiod: {from: 2024}\npromises: [A.]\n"
    messages = [one.message.say("sv") for one in found(tmp_path, promise + keys + "\n") if one.rule == "wrong-type"]
    assert [message.startswith(said) for message in messages] == [True]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("measures: [{title: A, isbn: 2.2}]", "Här kan stå: "),
        ("measures: [{title: A, light: green}]", "Den hör hemma under `measures.status`."),
        ("measures: [{title: A, picture: bild}]", "Den hör hemma överst i filen."),
        ("picture: bild\nmeasures: [{title: A, picture: bild}]", "Ta bort raden; "),  # it is there already
        ("goals: [{text: A, target: {value: 1, deadline: 2024}}]", "Tiden hör till Senast (`deadline`) på målet"),
    ],
)
def test_a_key_is_sent_only_to_where_the_indent_could_have_led(tmp_path: Path, keys: str, said: str) -> None:
    plan = "samverkan: 1\nkind: action-plan\nid: plan\ntitle: Plan\nperiod: {from: 2024}\n"
    (help_text,) = [one.help.say("sv") for one in found(tmp_path, plan + keys + "\n") if one.rule == "unknown-key"]
    assert help_text.startswith(said)
