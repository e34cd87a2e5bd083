"""Days without a year, and changes in per cent, that stand in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.model.dated_texts import light_within
from samverkan.model.meant_times import lengths_meant
from samverkan.model.said_cadences import cadence_followed
from samverkan.source.edits import applied

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """\
samverkan: 1
kind: action-plan
id: plan-2024
title: Åtgärdsplan för Exempelby
parties:
  - {id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}
"""


def pasted(folder: Path, rest: str, rule: str) -> list[str]:
    (folder / "plan-2024.yaml").write_text(PLAN + rest, encoding="utf-8")
    found = check([str(folder)], date(2024, 6, 1)).findings
    return [one.edit.text for one in found if one.rule == rule and one.edit is not None]


@pytest.mark.parametrize(
    ("unit", "said", "figure"),
    [
        ("count", "minska med 20 procent", ["{change_percent: -20}"]),
        ("count", "Öka med 7,5 %", ["{change_percent: 7.5}"]),
        ("per-cent", "minska med 20 procent", []),
        ("count", "minska med minst 20 procent", []),
    ],
)
def test_a_change_in_per_cent_has_a_key_of_its_own(unit: str, said: str, figure: list[str], tmp_path: Path) -> None:
    rest = f"goals: [{{id: mål, text: Färre brott., indicator: Brott, unit: {unit}, target: '{said}'}}]\n"
    assert pasted(tmp_path, rest, "target-figure-in-words") == figure


@pytest.mark.parametrize(
    ("period", "said", "day"),
    [
        ("{from: 2024-05-01, until: 2025-04-30}", "30 september", ["2024-09-30"]),
        ("{from: 2024-05-01, until: 2025-04-30}", "senast i mars", ["2025-03"]),
        ("{from: 2024, until: 2025}", "30 september", []),
        ("{from: 2024, until: 2024}", "efter sommaren", []),
        ("{from: 2024, until: 2024}", "2024-09", []),
        ("{from: 2024}", "30 september", []),
    ],
)
def test_a_day_without_a_year_is_the_one_of_the_period(period: str, said: str, day: list[str], tmp_path: Path) -> None:
    rest = f"period: {period}\nmeasures: [{{id: lampor, title: Byta lampor, until: {said}}}]\n"
    assert pasted(tmp_path, rest, "deadline-without-year") == day


def test_words_under_their_own_key_are_meant_so(tmp_path: Path) -> None:
    rest = "period: 2024\nmeasures: [{id: lampor, title: Byta lampor, when: 30 september}]\n"
    assert pasted(tmp_path, rest, "deadline-without-year") == []


@pytest.mark.parametrize(
    ("said", "keys"),
    [
        ("200 tkr per år", ["{exactly: 200000, unit: kronor, per: yearly}"]),
        ("minst 2 mkr", ["{at_least: 2000000, unit: kronor}"]),
    ],
)
def test_thousands_and_millions_of_kronor_are_kronor(said: str, keys: list[str], tmp_path: Path) -> None:
    rest = f"measures: [{{id: lampor, title: Byta lampor, quantity: {said}}}]\n"
    assert pasted(tmp_path, rest, "figure-in-words") == keys


PICTURE = """\
samverkan: 1
kind: situation-picture
id: plan-2024
title: Lägesbild för Exempelby
date: 2024-02-01
parties: [{id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}]
"""


@pytest.mark.parametrize(
    ("source", "keys"),
    [
        ("responses: 402 svar", ["responses: 402"]),
        ("asked: 800, responses: 402 svar (50 %)", ["responses: 402"]),
        ("asked: 800 tillfrågade", ["asked: 800"]),
        ("asked: 1000, responses: 402 svar (50 %)", ["responses: 402\nresponse_rate: 50"]),
        ("asked: 800, responses: 402 svar av 900", []),
        ("responses: cirka 400 svar", []),
        ("responses: drygt 400", []),
        ("responses: 43 ungdomar", []),
        ("responses: ett hundratal", []),
        ("responses: 402 svar från två skolor", []),
    ],
)
def test_a_count_whose_words_say_what_its_key_does_is_a_figure(source: str, keys: list[str], tmp_path: Path) -> None:
    text = f"{PICTURE}sources: [{{id: enkät, title: Enkäten, type: survey, {source}}}]\n"
    (tmp_path / "bild.yaml").write_text(text, encoding="utf-8")
    found = check([str(tmp_path)], date(2024, 6, 1)).findings
    assert [one.mend.text for one in found if one.rule == "figure-in-words" and one.mend] == keys


@pytest.mark.parametrize(
    ("unit", "said", "figure"),
    [
        ("count", "41 anmälningar år 2023", ["{value: 41, period: 2023}"]),
        ("count", "41 anmälningar under 2023", ["{value: 41, period: 2023}"]),
        ("anmälningar", "ca 41 anmälningar 2023", ["{value: 41, precision: about, period: 2023}"]),
        ("per-cent", "41 anmälningar år 2023", []),
        ("count", "41 fler år 2023", []),
        ("count", "2023 års nivå", []),
        ("count", "Det var 41 anmälningar år 2023, men mörkertalet är stort", []),
    ],
)
def test_a_baseline_counts_what_its_goal_does(unit: str, said: str, figure: list[str], tmp_path: Path) -> None:
    rest = f"goals: [{{id: mål, text: Färre brott., indicator: Brott, unit: {unit}, baseline: '{said}'}}]\n"
    assert pasted(tmp_path, rest, "figure-in-words") == figure


@pytest.mark.parametrize(
    ("quantity", "keys"),
    [
        ("{at_least: tjugo kvällar}", ["{at_least: 20, unit: kvällar}"]),
        ("{at_least: 20 kvällar per år}", ["{at_least: 20, unit: kvällar, per: yearly}"]),
        ("{at_least: 20 kvällar, unit: pass}", ["{at_least: 20, unit: pass}"]),
        ("{at_least: 20 st}", ["{at_least: 20}"]),
    ],
)
def test_what_a_quantity_counts_is_kept(quantity: str, keys: list[str], tmp_path: Path) -> None:
    (tmp_path / "plan-2024.yaml").write_text(
        PLAN + f"measures: [{{id: lampor, title: Byta lampor, quantity: {quantity}}}]\n", encoding="utf-8"
    )
    found = check([str(tmp_path)], date(2024, 6, 1)).findings
    mended = [
        applied(PLAN + f"measures: [{{id: lampor, title: Byta lampor, quantity: {quantity}}}]\n", one.edit)
        for one in found
        if one.rule == "bad-number" and one.edit
    ]
    assert [text.rpartition("quantity: ")[2].rstrip("]\n").removesuffix("}") for text in mended] == keys


@pytest.mark.parametrize(
    ("period", "times", "day"),
    [
        ("{from: 2024-05, until: 2025-12}", "from: 2024-06, until: augusti", ["2024-08"]),
        ("{from: 2024-05, until: 2025-12}", "from: 2024-10, until: mars", ["2025-03"]),
        ("{from: 2024-05, until: 2025-12}", "until: augusti", []),
        ("{from: 2024-05, until: 2024-12}", "from: 2024-10, until: augusti", []),
    ],
)
def test_what_begins_says_which_year_it_ends(period: str, times: str, day: list[str], tmp_path: Path) -> None:
    rest = f"period: {period}\nmeasures: [{{id: lampor, title: Byta lampor, {times}}}]\n"
    assert pasted(tmp_path, rest, "deadline-without-year") == day


@pytest.mark.parametrize(
    ("target", "rest", "keys"),
    [
        ("{at_least: 60, period: 2025}", "deadline: 2025-12", ["-"]),
        ("{at_least: 60, period: 2025}", "unit: count", ["target: {at_least: 60}\ndeadline: 2025"]),
        ("{at_least: 60, period: 2025}", "deadline: 2026-12", []),
    ],
)
def test_the_time_of_a_target_stands_in_its_goal(target: str, rest: str, keys: list[str], tmp_path: Path) -> None:
    text = f"{PLAN}goals: [{{id: mål, text: Fler är trygga., target: {target}, {rest}}}]\n"
    (tmp_path / "plan-2024.yaml").write_text(text, encoding="utf-8")
    found = check([str(tmp_path)], date(2024, 6, 1)).findings
    assert [one.mend.text for one in found if one.rule == "unknown-key" and one.mend] == keys


@pytest.mark.parametrize(
    ("said", "cadence"),
    [
        ("Löftet följs upp varje halvår i trygghetsrådet.", "half-yearly"),
        ("Varje år utvärderas överenskommelsen, och resultatet redovisas.", "yearly"),
        ("Vi följer upp löftet med statistik som polisen tar fram varje månad.", ""),
        ("Löftet följs upp varje halvår och utvärderas varje år.", ""),
        ("Resultatet rapporteras varje år till kommunfullmäktige.", ""),
        ("Löftet följs upp i trygghetsrådet.", ""),
    ],
)
def test_how_often_is_read_from_the_sentence_that_says_it(said: str, cadence: str) -> None:
    assert cadence_followed(said) == cadence


@pytest.mark.parametrize(
    ("said", "light"),
    [
        ("Grönt. Vi möts varje vecka.", ("green", "Vi möts varje vecka.")),
        ("Gul: vi väntar.", ("yellow", "Vi väntar.")),
        ("Rött", ("red", "Rött")),
        ("Grönt ljus för fortsatt samverkan.", ("", "")),
        ("Röda tråden är god.", ("", "")),
        ("Klart. Allt är gjort.", ("", "")),
        ("Gult, men på väg.", ("", "")),
    ],
)
def test_a_light_is_told_apart_from_what_it_says(said: str, light: tuple[str, str]) -> None:
    assert light_within(said) == light


@pytest.mark.parametrize(
    ("said", "length"),
    [
        ("6 månaders uppsägningstid", "P6M"),
        ("tre månaders skriftlig uppsägning", "P3M"),
        ("uppsägningstiden är ett år", "P1Y"),
        ("5 dagars möte", ""),
        ("skälig uppsägningstid", ""),
    ],
)
def test_a_length_is_known_with_what_it_is_of(said: str, length: str) -> None:
    assert "".join(found for found, _ in lengths_meant(said)) == length
