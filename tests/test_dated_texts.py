"""Texts that stand for a part and tell its date too."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.model.dated_texts import keys_within
from samverkan.model.parties import Decision
from samverkan.model.progress_notes import ProgressNote
from samverkan.model.promise import Dialogue
from samverkan.model.review import Report
from samverkan.source.edits import pasted as lines
from samverkan.source.lines import lines_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Kommunstyrelsen 2024-01-10, § 7", {"body": "Kommunstyrelsen", "date": "2024-01-10", "paragraph": "§ 7"}),
        ("Kommunstyrelsen § 7, 2024-01-10", {"body": "Kommunstyrelsen", "date": "2024-01-10", "paragraph": "§ 7"}),
        ("Kommunstyrelsen den 10 januari 2024", {"body": "Kommunstyrelsen", "date": "2024-01-10"}),
        (
            "Kommunstyrelsen 2024-01-10, § 7, dnr KS 2024/12",
            {"body": "Kommunstyrelsen", "date": "2024-01-10", "paragraph": "§ 7", "case_number": "KS 2024/12"},
        ),
        ("Kommunstyrelsen 2024", {}),
        ("Kommunstyrelsen", {}),
        ("Ks 2024-01-10 och kf 2024-02-12", {}),
        ("beslutades 2024-01-10", {}),
    ],
)
def test_who_decided_is_parted_from_when(text: str, keys: dict[str, str]) -> None:
    assert keys_within(Decision.model_validate(text), ()) == keys


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Till Nämnden 2024-05-02, av kommunen", {"to": "Nämnden", "date": "2024-05-02", "by": "kommunen"}),
        ("Nämnden 2024-05-02, av nämnden", {}),
    ],
)
def test_who_reported_is_a_party(text: str, keys: dict[str, str]) -> None:
    assert keys_within(Report.model_validate(text), {"kommunen"}) == keys


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Rött 2024-03-05. Två svarade.", {"light": "red", "date": "2024-03-05", "text": "Två svarade."}),
        ("Grön (2024-03-05)", {"light": "green", "date": "2024-03-05"}),
        ("2024-03-05: Två svarade.", {"date": "2024-03-05", "text": "Två svarade."}),
        ("Gult. Två svarade.", {"light": "yellow", "text": "Två svarade."}),
        ("Grön, fin park.", {}),
        ("Grön", {}),
        ("Grön-vit park", {}),
        ("Klart 2024-03-05. Två svarade.", {}),
        ("2024-03-05 ska alla ha svarat.", {}),
        ("Alla hade svarat 2024-03-05.", {}),
    ],
)
def test_a_note_is_parted_into_light_day_and_text(text: str, keys: dict[str, str]) -> None:
    assert keys_within(ProgressNote.model_validate(text), ()) == keys


def test_what_is_known_already_is_not_taken_from_the_text() -> None:
    dated = {"title": "Dialog i biblioteket 2024-03-05", "date": "2024-03-05"}
    assert keys_within(Dialogue.model_validate(dated), ()) == {}
    decided = {"body": "Nämnden 2024-03-05, § 7", "paragraph": "§ 8"}
    assert keys_within(Decision.model_validate(decided), ()) == {}


PLAN = """\
samverkan: 1
kind: action-plan
id: plan-2024
title: Åtgärdsplan för Exempelby
parties:
  - {id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}
"""


@pytest.mark.parametrize(
    ("rest", "pasted"),
    [
        ("decisions:\n  - body: Nämnden 2024-03-05\n", ["  - body: Nämnden", "    date: 2024-03-05"]),
        (
            "measures:\n  - {id: lampor, title: Byta lampor, status: Gult. Två svarade.}\n",
            ["  - {id: lampor, title: Byta lampor, status: {light: yellow, text: Två svarade.}}"],
        ),
    ],
)
def test_the_keys_are_handed_over_as_the_part_is_written(rest: str, pasted: list[str], tmp_path: Path) -> None:
    (tmp_path / "plan-2024.yaml").write_text(PLAN + rest, encoding="utf-8")
    found = [one for one in check([str(tmp_path)], date(2024, 6, 1)).findings if one.rule == "date-in-words"]
    assert [lines(lines_of(PLAN + rest), one.edit) for one in found if one.edit] == [pasted]
