"""Days without a year, and changes in per cent, that stand in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check

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
