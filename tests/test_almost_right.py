"""Values that are all but right, or say more than their key takes: what is meant, and where nothing is certain."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.findings import Severity
from samverkan.model.fingerprint import is_nearly
from samverkan.model.meant_numbers import said_once
from samverkan.model.meant_spans import months_said, span_meant
from samverkan.model.meant_times import cadences_meant, dates_put_right, lengths_meant
from samverkan.model.more_in_one import day_and_paragraph, figure_and_status, figure_of_unit, often_and_more
from samverkan.model.swapped_years import with_year_swapped
from samverkan.source.edits import pasted
from samverkan.source.lines import lines_of

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.findings import Finding

PARTIES = """\
parties:
  - {id: polisen, type: police, name: Lokalpolisområde Exempel}
  - {id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}
"""
PROMISE = f"samverkan: 1\nkind: citizen-promise\nid: l\ntitle: Löfte\n{PARTIES}period: 2024\n"
PLAN = f"samverkan: 1\nkind: action-plan\nid: p\ntitle: Plan\n{PARTIES}period: {{from: 2024, until: 2026}}\n"
COMMUNICATION = f"""\
samverkan: 1
kind: communication-plan
id: k
title: Plan
{PARTIES}period: 2024
audiences: [{{id: boende, text: Boende}}]
messages: [Det ska vara tryggt.]
channels: [{{id: webben, text: Webben}}, Affischer]
"""


def found(folder: Path, text: str, **others: str) -> list[Finding]:
    for name, other in (others | {"a": text}).items():
        (folder / f"{name}.yaml").write_text(other, encoding="utf-8")
    findings = check([str(folder / "a.yaml")], date(2024, 6, 1)).findings
    return [one for one in findings if one.severity is Severity.ERROR]


def proposed(folder: Path, text: str, **others: str) -> list[str]:
    (fault,) = found(folder, text, **others)
    return pasted(lines_of(text), fault.edit) if fault.edit else []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("tre (3) månader", "3 månader"),
        ("3 (tre) månader", "3 månader"),
        ("ett (1) år", "1 år"),
        ("tre (4) månader", "tre (4) månader"),
        ("skolan (kommunen)", "skolan (kommunen)"),
    ],
)
def test_a_number_is_said_once_where_both_are_the_same(written: str, expected: str) -> None:
    assert said_once(written) == expected


def test_what_is_said_twice_is_read_as_lengths_and_recurrences() -> None:
    assert next(lengths_meant("sex (6) månader")) == ("P6M", True)
    assert next(cadences_meant("två (2) gånger per år")) == ("half-yearly", True)
    assert next(cadences_meant("en gång per halvår")) == ("half-yearly", True)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2027-04-31", ["2027-04-30"]),
        ("31 april 2027", ["2027-04-30"]),
        ("2023-02-29", ["2023-02-28"]),
        ("2026-18-09", ["2026-09-18"]),
        ("2026-18-19", []),
        ("2026-04-32", []),
        ("2026-18", []),
    ],
)
def test_days_that_there_are_not(written: str, expected: list[str]) -> None:
    assert list(dates_put_right(written))[:1] == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("jan–aug 2025", {"from": "2025-01", "until": "2025-08"}),
        ("jan-aug 2025", {"from": "2025-01", "until": "2025-08"}),
        ("maj 2025 till mars 2026", {"from": "2025-05", "until": "2026-03"}),
        ("1 jan – 15 mars 2025", {"from": "2025-01-01", "until": "2025-03-15"}),
        ("1–15 mars 2025", {}),
        ("hösten", {}),
        ("jan–aug", {}),
    ],
)
def test_spans_of_time(written: str, expected: dict[str, str]) -> None:
    assert span_meant(written) == expected


def test_only_months_of_one_year_are_said_in_words() -> None:
    assert months_said(span_meant("jan–aug 2025")) == "januari–augusti 2025"
    assert months_said(span_meant("maj 2025 till mars 2026")) == ""
    assert months_said({}) == ""


def test_what_says_more_is_parted_only_where_there_is_room() -> None:
    assert list(figure_and_status("37 % (prel.)", "value", ["status"])) == [{"value": "37", "status": "preliminary"}]
    assert list(figure_and_status("37*", "value", [])) == []
    assert list(day_and_paragraph("2024-01-10 §§ 7–8", "date", ["paragraph"])) == [
        {"date": "2024-01-10", "paragraph": "§§ 7–8"}
    ]
    assert list(day_and_paragraph("2024-01-10 kl. 7", "date", ["paragraph"])) == []
    assert list(often_and_more("varje månad, utom i juli", "cadence", ["when"])) == [
        {"cadence": "monthly", "when": "utom i juli"}
    ]
    assert list(often_and_more("varje månad, utom i juli", "cadence", [])) == []
    assert list(often_and_more("då och då", "cadence", ["when"])) == []


@pytest.mark.parametrize(
    ("written", "unit", "expected"),
    [
        ("9 380 per 100 000 invånare", "per-100000", "9380"),
        ("9 380 per 100 000 invånare", "per-1000", ""),
        ("12,5 procent", "per-cent", "12.5"),
        ("många", "per-cent", ""),
    ],
)
def test_a_figure_with_the_unit_that_is_stated(written: str, unit: str, expected: str) -> None:
    assert figure_of_unit(written, unit) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2072-12", "2027-12"),
        ("hösten 2072", "hösten 2027"),
        ("2028-12", ""),
        ("2055", ""),
        ("2026–2072", ""),
        (None, ""),
    ],
)
def test_years_with_their_digits_swapped(written: str | None, expected: str) -> None:
    assert with_year_swapped(written, 2026, 2027) == expected


def test_a_fingerprint_is_nearly_right_with_one_or_two_digits_wrong() -> None:
    whole = "0123456789abcdef" * 4
    assert is_nearly("0123-4567-89ab-cdfe", whole)
    assert not is_nearly("0123-4567-89ab-cdef", whole)
    assert not is_nearly("0123-4567-98ba-cdef", whole)
    assert is_nearly(f"1{whole[1:]}", whole)


@pytest.mark.parametrize(
    ("by", "line"),
    [
        ("socialnämnden", "by: kommunen"),
        ("elevhälsan", "by: kommunen"),
        ("gatukontoret", "by: kommunen"),
        ("lokalpolisområdet", "by: polisen"),
        ("polisen ihop med kommunen", "by: jointly"),
        ("vilken part", "by: each"),
        ("räddningstjänsten", ""),
        ("polisen tillsammans med räddningstjänsten", ""),
    ],
)
def test_parties_by_their_bodies(by: str, line: str, tmp_path: Path) -> None:
    text = f"{PROMISE}promises: [{{by: {by}, text: Vi går ronder., quantity: {{at_least: 20}}}}]\n"
    lines = proposed(tmp_path, text)
    assert (line in lines[0]) if line and lines else not lines


def test_a_body_of_one_of_several_municipalities_is_not_guessed(tmp_path: Path) -> None:
    other = '  - {id: grannen, type: municipality, code: "9902", name: Grannby kommun}\n'
    text = f"{PROMISE}promises: [{{by: socialnämnden, text: Vi går ronder., quantity: {{at_least: 20}}}}]\n"
    assert proposed(tmp_path, text.replace("period:", f"{other}period:")) == []


def test_no_id_is_made_of_an_address_that_stands_nowhere(tmp_path: Path) -> None:
    text = f"{COMMUNICATION}activities: [{{text: Berätta., until: 2024-10, channels: www.annan.example}}]\n"
    assert proposed(tmp_path, text) == []


def test_all_is_written_out_only_where_a_list_may_stand(tmp_path: Path) -> None:
    text = f"{COMMUNICATION}activities: [{{text: Berätta., until: 2024-10, audiences: [alla]}}]\n"
    assert not any("[[" in line for line in proposed(tmp_path, text))


def test_a_role_that_no_party_stands_for_is_not_swapped(tmp_path: Path) -> None:
    text = f"{COMMUNICATION}responsible: [{{party: Chefen där, role: Kommunikatör}}]\nactivities: [Berätta.]\n"
    (fault,) = found(tmp_path, text)
    assert "bytt plats" not in fault.message.say("sv")


def test_of_words_in_brackets_nothing_is_lost(tmp_path: Path) -> None:
    goal = "{id: m, text: Fler är trygga., baseline: {value: 50 (52 år 2021), text: Ungefär hälften}}"
    assert proposed(tmp_path, f"{PLAN}goals: [{goal}]\nmeasures: []\n") == []


def test_a_change_of_what_is_not_known_stays_in_words(tmp_path: Path) -> None:
    goal = "{id: m, text: Fler är trygga., target: {at_least: +5 procentenheter}}"
    assert "minst +5 procentenheter" in proposed(tmp_path, f"{PLAN}goals: [{goal}]\nmeasures: []\n")[0]


@pytest.mark.parametrize("values", ["[57, 0.4]", "[57, 54, 0.01]", "[5, 4, 0.5]", "[57, 54, 1]"])
def test_no_share_is_seen_where_a_figure_may_be_what_it_says(values: str, tmp_path: Path) -> None:
    figures = ", ".join(f"{{period: {2019 + i}, value: {one}}}" for i, one in enumerate(values.strip("[]").split(", ")))
    text = f"samverkan: 1\nkind: situation-picture\nid: b\ntitle: Bild\n{PARTIES}date: 2024-02\n"
    text += "survey: Lugnt.\nsources: [{id: m, title: Mätning, type: survey}]\nproblems: [{id: t, title: Torg}]\n"
    text += (
        f"indicators: [{{id: i, title: Trygga, unit: per-cent, source: m, values: [{figures}, {{period: 2023}}]}}]\n"
    )
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    told = check([str(tmp_path / "a.yaml")], date(2024, 6, 1)).findings
    assert "share-among-per-cents" not in {one.rule for one in told}


def test_several_editions_that_fit_are_not_chosen_between(tmp_path: Path) -> None:
    def plan(name: str, goal: str) -> str:
        return f"{PLAN}goals: [{{id: {goal}, text: Färre bråk.}}]\n".replace("id: p", f"id: {name}")

    text = (
        f"{PROMISE}plan: plan-1\npromises: [{{by: polisen, text: Ronder., quantity: {{at_least: 2}}, goals: lugn}}]\n"
    )
    plans = {f"plan-{i}": plan(f"plan-{i}", "torg" if i == 1 else "lugn") for i in (1, 2, 3)}
    assert {one.rule for one in found(tmp_path, text, **plans)} == {"unknown-reference"}
    del plans["plan-3"]
    (tmp_path / "plan-3.yaml").unlink()
    assert {one.rule for one in found(tmp_path, text, **plans)} == {"other-edition-meant"}


def test_a_goal_that_the_named_edition_has_keeps_it(tmp_path: Path) -> None:
    def plan(name: str, goal: str) -> str:
        return f"{PLAN}goals: [{{id: {goal}, text: Färre bråk.}}]\n".replace("id: p", f"id: {name}")

    text = f"{PROMISE}plan: plan-1\npromises: [{{by: polisen, text: Ronder., quantity: {{at_least: 2}}, "
    text += "goals: [lugn, torg]}]\n"
    plans = {"plan-1": plan("plan-1", "torg"), "plan-2": plan("plan-2", "lugn")}
    assert {one.rule for one in found(tmp_path, text, **plans)} == {"unknown-reference"}


def test_a_source_is_known_by_its_name_without_the_day(tmp_path: Path) -> None:
    picture = (
        "samverkan: 1\nkind: situation-picture\nid: b\ntitle: Bild\ndate: 2024-02-22\n"
        "sources: [{id: enkät, title: Enkäten, type: survey}, {id: samtal, title: Medarbetardialog, type: survey}]\n"
        "problems: [{id: mörkt, title: Mörkt, priority: watched, evidence: Medarbetardialog 2024-02-04}]\n"
    )
    faults = found(tmp_path, picture)
    fault = next(one for one in faults if one.rule == "bad-reference")
    assert fault.edit is not None
    assert fault.edit.text == "samtal"
