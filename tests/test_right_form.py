"""Ways of writing that are right, though they look like slips of form: nothing is told of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.findings import Severity

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """\
samverkan: 1
kind: action-plan
id: plan-2024
title: Åtgärdsplan 2024
parties:
  - {id: polisen, type: police, name: Lokalpolisområde Exempel}
  - {id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}
period: 2024
measures:
  - id: klippa
    title: Klippa buskar
    problem_text: Skymd sikt
    operative_goal: Fri sikt
    until: 2024-09
"""
RIGHT = {
    "a role that no one party has": "who:\n  - party: kommunen\n  - party: polisen\n  - role: Områdesansvarig",
    "a role first": "who:\n  - role: Gatuchef\n  - party: polisen",
    "a role in braces": "who:\n  - party: polisen\n  - {role: Gatuchef}",
    "a role with a party": "who:\n  - party: polisen\n  - role: Gatuchef\n    party: kommunen",
    "a note within a text": "who: {party: kommunen}\ntext: >-\n  Vi klipper varje vår.\n\n  OBS! Fråga Per först.",
    "a table within a text": "who: {party: kommunen}\ntext: |\n  Plats | Dag\n  Torget | måndag",
    "a link within a text": "who: {party: kommunen}\ntext: Se [planen](https://www.exempelby.example/plan).",
    "a colon after a mark": "who: {party: kommunen}\ntext: >-\n  Vi klipper: varje vår\n  och höst.",
    "one state": "who: {party: kommunen}\nstatus: {light: green, date: 2024-05-01}",
}


@pytest.mark.parametrize("written", RIGHT.values(), ids=RIGHT)
def test_nothing_is_told_of_it(written: str, tmp_path: Path) -> None:
    path = tmp_path / "plan-2024.yaml"
    path.write_text(PLAN + "".join(f"    {line}\n" if line else "\n" for line in written.split("\n")), encoding="utf-8")
    findings = check([str(path)], date(2024, 6, 1)).findings
    assert [one.rule for one in findings if one.severity is not Severity.NOTE] == []
