"""Several things that are written in one place: what is not meant so is neither told of nor pasted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.findings import Severity
from tests.conftest import SMALL

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.findings import Finding

TODAY = date(2024, 6, 1)


def found(text: str, folder: Path) -> list[Finding]:
    path = folder / "input.yaml"
    path.write_text(text, encoding="utf-8")
    return [one for one in check([str(path)], TODAY).findings if one.severity is not Severity.NOTE]


@pytest.mark.parametrize(
    "who", ["kommunen, polisen och Exempelby Fastigheter AB", "Exempelby Fastigheter AB", "Kommunens bostadsbolag AB"]
)
def test_who_is_no_party_is_never_pasted_as_one(who: str, tmp_path: Path) -> None:
    told = found(f"{SMALL}commitments:\n  - by: {who}\n    text: Laga belysningen i parken.\n", tmp_path)
    assert [(one.rule, one.edit) for one in told] == [("bad-reference", None)]
    assert "AB”" in told[0].message.say("sv")


@pytest.mark.parametrize("who", ["Exempelby kommun", "Kommunstyrelsen i Exempelby", "LPO Exempel", "Kommunens skolor"])
def test_a_party_is_known_by_words_of_its_name_and_of_its_bodies(who: str, tmp_path: Path) -> None:
    told = found(f"{SMALL}commitments:\n  - by: {who}\n    text: Laga belysningen i parken.\n", tmp_path)
    assert [one.edit is not None for one in told] == [True]


@pytest.mark.parametrize(
    "keys",
    [
        "place: Exempelby\n  date: 2024-01-22",
        "place: Exempelby, Storgatan 1, 360 51",
        "place: Konferensen Trygg 2024",
        "place: Exempelby den 22 januari 2024\n  date: 2024-01-22",
        "place: Exempelby, januari 2024 och framåt",
    ],
)
def test_a_place_that_tells_no_day_or_has_one_beside_it_stays(keys: str, tmp_path: Path) -> None:
    told = found(f"{SMALL}signatures:\n  {keys}\n  signatories: [{{party: polisen, name: Kim Ek}}]\n", tmp_path)
    assert "date-in-words" not in {one.rule for one in told}


@pytest.mark.parametrize("end", ["tills 2026-12-31", "t.o.m. 31 december 2026", "2026-12-31 (preliminärt)"])
def test_an_end_without_terms_is_only_a_date(end: str, tmp_path: Path) -> None:
    text = SMALL.replace("{from: 2024, until: 2026}", f"\n  from: 2024\n  until: {end}")
    edits = [one.edit.text for one in found(text, tmp_path) if one.edit is not None]
    assert not any("text:" in one for one in edits)


@pytest.mark.parametrize(
    "contact",
    ["Samordnaren, trygghet@exempelby.example", "Samordnaren (trygghet@exempelby.example)", "Växel <5 svar>"],
)
def test_a_contact_that_reads_well_stays(contact: str, tmp_path: Path) -> None:
    assert found(f'{SMALL}contact: "{contact}"\n', tmp_path) == []


@pytest.mark.parametrize(("unit", "target"), [("per-cent", "-5 %"), ("count", "5 % av alla"), ("count", "nära noll")])
def test_a_target_that_is_no_change_stays_in_words(unit: str, target: str, tmp_path: Path) -> None:
    goal = f"{{id: rån, text: Färre rån., indicator: Anmälda rån, unit: {unit}, target: {target}}}"
    area = "focus_areas: [{id: platser, title: Otrygga platser, goals: [" + goal + "]}]\n"
    told = found(SMALL.split("focus_areas", maxsplit=1)[0] + area, tmp_path)
    assert "figure-in-words" not in {one.rule for one in told}


@pytest.mark.parametrize("when", ["sista hösten", "i början av maj", "slutet av året"])
def test_a_time_that_is_no_one_month_stays_in_words(when: str, tmp_path: Path) -> None:
    promise = f"{{by: kommunen, text: Vi byter lamporna., deadline: {when}}}"
    told = found(f"{SMALL}commitments:\n  - {promise}\n", tmp_path)
    assert "deadline-without-year" not in {one.rule for one in told}


@pytest.mark.parametrize("target", ["-5 till -10 procent", "- enligt bilaga 2"])
def test_a_target_that_says_more_than_a_change_is_left_alone(target: str, tmp_path: Path) -> None:
    goal = f"goals:\n  - {{id: brott, text: Färre brott., indicator: Anmälda brott, target: '{target}'}}\n"
    assert "figure-in-words" not in [one.rule for one in found(SMALL + goal, tmp_path)]


def test_a_contact_with_another_sign_than_that_of_an_address_is_left_alone(tmp_path: Path) -> None:
    contact = "contact: trygghet@exempelby.example (svar inom < 5 dagar)\n"
    assert found(SMALL + contact, tmp_path) == []


def test_a_focus_area_that_begins_before_its_agreement_is_told(tmp_path: Path) -> None:
    early = SMALL.replace("title: Otrygga platser", "title: Otrygga platser, validity: {from: 2022, until: 2025}")
    (one,) = found(early, tmp_path)
    assert (one.rule, one.path[-1]) == ("focus-area-outside-validity", "from")


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("Till invånarna varje år", "{to: invånarna, cadence: yearly}"),
        ("Till kommunstyrelsen varje år i mars", "{to: kommunstyrelsen, when: varje år i mars}"),
    ],
)
def test_how_often_is_told_apart_from_to_whom(said: str, line: str, tmp_path: Path) -> None:
    text = f"{SMALL}follow_up:\n  cadence: yearly\n  reporting: {said}\n"
    (one,) = found(text, tmp_path)
    assert one.edit is not None
    assert line in one.edit.text


@pytest.mark.parametrize("members", ["[polisen, komunen, Exempelby Bostäder AB]", "[polisen, {name: Bolaget AB}]"])
def test_a_misspelt_party_beside_others_is_told_as_such(members: str, tmp_path: Path) -> None:
    forum = f"forums:\n  - {{name: Rådet, level: strategic, members: {members}}}\n"
    told = found(SMALL + forum, tmp_path)
    assert told
    assert not any("Bland parterna finns inte" in one.message.say("sv") for one in told)


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("effect: hög risk, note: Säkert.", "effect: risk"),
        ("perspective: svag orsak hos offret", "perspective: victim"),
    ],
)
def test_a_degree_is_kept_where_a_note_is_free(key: str, line: str, tmp_path: Path) -> None:
    text = f"""\
samverkan: 1
kind: cause-analysis
id: orsaker-2024
title: Orsaksanalys 2024
parties:
  - {{id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}}
date: 2024-03
analyses:
  - problem_text: Otryggt torg
    causes:
      - {{id: mörker, text: Det är mörkt., {key}}}
"""
    told = [one for one in found(text, tmp_path) if one.rule == "bad-choice"]
    assert [one.edit is not None for one in told] == [True]
    assert line.partition(": ")[2] in str(told[0].edit)


def test_of_two_ways_to_say_how_often_none_is_pasted(tmp_path: Path) -> None:
    said = "Gruppen går igenom åtgärderna varje kvartal, och rådet följer upp planen varje höst."
    (one,) = found(f"{SMALL}follow_up: {said}\n", tmp_path)
    assert one.edit is not None
    assert "cadence" not in one.edit.text
