"""What a value in the wrong form was meant to be: the line that is proposed, or none where only the author knows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.findings import Severity
from samverkan.model import load
from samverkan.model.agreement import Agreement
from samverkan.model.mends import accepts
from samverkan.model.picture import SituationPicture
from samverkan.source.edits import pasted
from samverkan.source.lines import lines_of
from tests.conftest import SMALL

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.findings import Finding

REVIEW = "samverkan: 1\nkind: follow-up\nid: u\ntitle: Uppföljning\ndate: 2024-05\n"
PLAN = "samverkan: 1\nkind: action-plan\nid: p\ntitle: Plan\nperiod: {from: 2024, until: 2025}\n"
GOALS = f"{SMALL}goals: [{{id: m, text: Fler är trygga., "
PLANNED = f"{SMALL}planned_documents: [{{kind: action-plan, "


def faults(folder: Path, text: str) -> list[Finding]:
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    return [one for one in check([str(folder)], date(2024, 6, 1)).findings if one.severity is Severity.ERROR]


def proposed(folder: Path, text: str) -> list[str]:
    (fault,) = faults(folder, text)
    return pasted(lines_of(text), fault.edit) if fault.edit else []


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("contact:\n  - Telefon: 08-123 45", '  - "Telefon: 08-123 45"'),
        ("goals: [{id: m, text: Fler., baseline: {value: 1.200.000 kr}}]", "value: 1200000}"),
        ("goals: [{id: m, text: Fler., deadline: år 2024}]", "deadline: 2024}"),
        ("goals: [{id: m, text: Fler., responsible: polisen#}]", "responsible: polisen}"),
        ("based_on: ['Lägesbild 2024.yaml#Platser']", "based_on: [lägesbild-2024#platser]"),
        ("follow_up: cadence:yearly when:maj", "follow_up: {cadence: yearly, when: maj}"),
        ("follow_up: en gång om året", "follow_up: {cadence: yearly}"),
        (
            "goals: [{id: m, responsible: kommunen, polisen, text: Fler.}]",
            "responsible: [kommunen, polisen],",
        ),
        ('goals: [{id: m, text: "Fler" ska trivas}]', "text: '\"Fler\" ska trivas'}"),
    ],
)
def test_the_line_that_was_meant_is_proposed(tmp_path: Path, written: str, line: str) -> None:
    (found,) = proposed(tmp_path, f"{SMALL}{written}\n")
    assert line in found


@pytest.mark.parametrize(
    ("text", "says", "line"),
    [
        (f"{SMALL}forums: [{{id: a, title: [Rådet]}}]\n", "skrivs det under `name`", "name: Rådet"),
        (f"{REVIEW}to: Kommunfullmäktige\n", "hör hemma under `reports`", "reports: {to: Kommunfullmäktige}"),
        (f"{SMALL}forums: [{{id: a, title: [[x, y], z]}}]\n", "skrivs det under `name`", None),
    ],
    ids=["a list of one where a text belongs", "a text where a part of several keys belongs", "lists in a list"],
)
def test_a_key_is_named_and_a_line_made_only_where_the_value_can_fit_under_it(
    tmp_path: Path, text: str, says: str, line: str | None
) -> None:
    told = faults(tmp_path, text)
    fault = next(one for one in told if one.rule == "unknown-key")
    assert says in f"{fault.message.say('sv')} {fault.help.say('sv')}"
    assert fault.edit is not None
    assert (None if fault.edit.is_example else fault.edit.text) == line


@pytest.mark.parametrize(
    ("text", "says", "line"),
    [
        (
            f"{REVIEW}reviews: [{{document: {{title: P}}}}]\noutcomes: [{{title: A, type: measure, result: '-'}}]\n",
            "Menade du not-assessed",
            "not-assessed",
        ),
        (f"{SMALL}planned_documents: [vet ej]\n", "Skriv till exempel `- agreement`", None),
        (f"{PLAN}measures: [{{title: Ljus, who: [{{party: vet ej}}]}}]\n", "Skriv ett id ur dokumentet", None),
    ],
)
def test_a_line_is_proposed_where_the_place_can_hold_it(tmp_path: Path, text: str, says: str, line: str | None) -> None:
    (fault,) = faults(tmp_path, text)
    assert says in fault.help.say("sv")
    assert (line is None and fault.edit is None) or (line and line in "".join(proposed(tmp_path, text)))


def test_of_a_reference_to_what_an_empty_id_may_have_been_nothing_is_said(tmp_path: Path) -> None:
    text = f"{SMALL}forums: [{{id: , name: Rådet}}]\ncommitments: [{{by: kommunen, text: Leda., focus_area: torget}}]\n"
    assert {one.rule for one in faults(tmp_path, text)} == {"empty-value"}


@pytest.mark.parametrize("proxy", ["{name: }", "{name: , role: }"])
def test_of_somebody_who_is_left_empty_that_alone_is_said(tmp_path: Path, proxy: str) -> None:
    text = f"{SMALL}signatures: {{signatories: [{{party: polisen, by_proxy: {proxy}}}]}}\n"
    assert {one.rule for one in faults(tmp_path, text)} == {"empty-value"}


@pytest.mark.parametrize("key", ['""', '"  "'])
def test_a_key_without_a_word_is_not_known(tmp_path: Path, key: str) -> None:
    (fault,) = faults(tmp_path, f"{SMALL}{key}: x\n")
    assert fault.rule == "unknown-key"


def test_a_document_that_goes_on_being_wrong_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "_MOST_ROUNDS", 1)
    assert {one.rule for one in faults(tmp_path, f"{SMALL}okänd: 1\n")} == {"unknown-key"}
    assert check([str(tmp_path)], date(2024, 6, 1)).workspaces[0].documents[0].model is None


def test_keys_that_make_no_items_are_not_gathered_into_any(tmp_path: Path) -> None:
    text = f"{REVIEW}reviews: [{{document: p}}]\noutcomes: [{{okänd: {{item: a}}}}, {{answered_by: {{x: [y]}}}}]\n"
    assert {one.rule for one in faults(tmp_path, text)} == {"unknown-key", "wrong-type"}


def test_of_a_tab_in_a_very_long_text_the_place_is_told_and_no_line_is_tried(tmp_path: Path) -> None:
    text = f'{SMALL}background: "{"x" * 100_001}"\n\tcontact: [a]\n'
    assert [(one.rule, one.span.line, one.edit) for one in faults(tmp_path, text)] == [("tab", 12 + 1, None)]


@pytest.mark.parametrize(
    ("text", "says", "line"),
    [
        (
            f"{REVIEW}outcomes: [{{about: Ljus, result: 95}}]\n",
            "”95” hör inte hemma under Utfall (`result`).",
            "value: 95",
        ),
        (f"{REVIEW}outcomes: [{{about: Ljus, result: {'9' * 41}}}]\n", "kan inte stå här.", ""),
        (f"{GOALS}deadline: varje år}}]\n", "hör inte hemma under Senast (T) (`deadline`).", "cadence: yearly"),
        (
            f"{PLANNED}first_by: varje år}}]\n",
            "hör inte hemma under Första gången senast (`first_by`).",
            "when: varje år",
        ),
        (f"{GOALS}deadline: 2 år}}]\n", "hör inte hemma under Senast (T) (`deadline`).", "cadence: P2Y"),
    ],
)
def test_a_value_of_another_key_is_moved_there_where_it_can_stand_there(
    tmp_path: Path, text: str, says: str, line: str
) -> None:
    (fault,) = [one for one in faults(tmp_path, text) if one.rule in {"bad-choice", "bad-date"}]
    assert says in fault.message.say("sv")
    assert (fault.edit.text if fault.edit else "") == line


def test_what_goes_on_without_a_break_is_done_at_least_no_times(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, f"{SMALL}follow_up: {{cadence: at-least-continuously}}\n")
    assert (fault.rule, fault.span.line) == ("bad-cadence", 12)


SERIES = """\
samverkan: 1
kind: situation-picture
id: b
title: B
indicators: [{id: i, title: Anmälda, unit: brott, values: """


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (SMALL + "signatures: {place: Exempelby, date: nej}\n", "”nej” är inte en tid"),
        (SERIES + "[{value: 50 (2023), period: 2022}]}]\n", "”50 (2023)” är inte ett tal"),
        (SMALL + "part: 50 %\n", "”50 %” är inget heltal"),
        (GOALS + "focus_area: Det som är otryggt i centrum}]\n", "kan inte vara en hänvisning"),
    ],
    ids=["no of what has no choice", "a year beside another", "a share of a count", "words that name nothing"],
)
def test_nothing_is_proposed_where_only_the_author_knows(tmp_path: Path, text: str, says: str) -> None:
    (fault,) = faults(tmp_path, text)
    assert says in fault.message.say("sv")
    assert fault.edit is None


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (SMALL + "goals:\n  - {id: , text: }\n", ["empty-value", "empty-value"]),
        (SMALL + "commitments:\n  - signatures: {date: 2024-01-01}\n", ["missing-key", "unknown-key"]),
    ],
    ids=["an id of nothing", "all that an item holds"],
)
def test_of_two_faults_in_one_place_neither_has_a_line(tmp_path: Path, text: str, rules: list[str]) -> None:
    assert [(one.rule, one.edit) for one in faults(tmp_path, text)] == [(rule, None) for rule in rules]


def test_a_value_stands_under_a_key_that_there_is() -> None:
    assert accepts(Agreement, ("title",), "Avtal")
    assert not accepts(Agreement, ("okänd",), "Avtal")


def test_a_time_from_a_year_until_the_same_is_the_year(tmp_path: Path) -> None:
    text = SERIES + "[{value: 4, period: {from: 2023, until: 2023}}]}]\n"
    assert faults(tmp_path, text) == []
    picture = check([str(tmp_path)], date(2024, 6, 1)).workspaces[0].documents[0].model
    assert isinstance(picture, SituationPicture)
    assert str(picture.indicators[0].values[0].period) == "2023"


SEEN = "samverkan: 1\nkind: situation-picture\nid: b\ntitle: B\nperiod: {from: 2024, until: 2024}\n"
FIGURES = "unit: antal, values: [{period: 2024, value: 1}]"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{SMALL}commitments: [{{id: a, text: Vi går., quantity: {{från: 5, till: 10}}}}]\n", "at_most: 10"),
        (f"{PLAN}goals: [{{id: m, text: Fler., target: {{från: 50, till: 60}}}}]\n", "baseline: {value: 50}"),
        (
            f"{SEEN}sources: [title: Enkät]\nindicators: [{{id: x, title: X, source: enkät, {FIGURES}}}]\n",
            "sources: [{id: enkät, title: Enkät}]",
        ),
        (f"{SMALL}annexes: Lägesbild 2024-05-01\n", "Lägesbild 2024-05-01"),
        (f"{SEEN}indicators: [{{id: x, title: X, unit: antal, siffror: {{2022: 5}}}}]\n", "values: {2022: 5}"),
    ],
    ids=["limits", "a target", "a part in brackets", "a text with a day", "figures"],
)
def test_what_was_meant_is_shown_in_its_line(tmp_path: Path, text: str, line: str) -> None:
    assert line in "\n".join(proposed(tmp_path, text))


def test_one_value_cannot_be_shared_between_two_keys(tmp_path: Path) -> None:
    (found,) = faults(tmp_path, f"{SMALL}signatures: {{ort och datum: Falun, signatories: [{{party: polisen}}]}}\n")
    assert found.mend is None


def test_a_part_gets_the_id_that_is_referred_to_whatever_else_is_wrong(tmp_path: Path) -> None:
    own = '  - {id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}'
    signed = "signatures: {signatories: [{party: polisen, name: A}, {party: kommunen, name: B}]}\n"
    found = faults(tmp_path, SMALL.replace(own, "  - Exempelby kommun") + f"xx: yy\n{signed}")
    assert "{id: kommunen, type: municipality, name: Exempelby kommun}" in [one.mend.text for one in found if one.mend]
