"""What has run together with a text: keys that stand too far in, and the lines of a list without hyphens."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.source.edits import applied
from samverkan.source.extents import Extents
from samverkan.source.loose_items import loose_items

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.findings import Finding

PICTURE = """\
samverkan: 1
kind: situation-picture
id: bild-2024
title: Lägesbild för Exempelby
parties:
  - {id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}
"""


def found_in(folder: Path, rest: str) -> list[Finding]:
    (folder / "bild-2024.yaml").write_text(PICTURE + rest, encoding="utf-8")
    rules = {"key-inside-text", "parts-inside-text", "lines-read-as-one", "placeholder-left"}
    return [one for one in check([str(folder)], date(2024, 6, 1)).findings if one.rule in rules]


def mended(folder: Path, rest: str) -> str:
    (one,) = found_in(folder, rest)
    assert one.edit is not None
    return applied(PICTURE + rest, one.edit).removeprefix(PICTURE)


@pytest.mark.parametrize(
    ("rest", "meant"),
    [
        (
            "introduction: |\n  Så här är det.\n  contact: Samordnaren\n",
            "introduction: |\n  Så här är det.\ncontact: Samordnaren\n",
        ),
        (
            "introduction: |\n  Så här är det.\n\n  contact:\n    - Samordnaren\n  period: 2024\n",
            "introduction: |\n  Så här är det.\n\ncontact:\n  - Samordnaren\nperiod: 2024\n",
        ),
        (
            "areas:\n  - name: Torget\n    text: >-\n      Här är det mörkt.\n      id: torget\n",
            "areas:\n  - name: Torget\n    text: >-\n      Här är det mörkt.\n    id: torget\n",
        ),
    ],
)
def test_a_key_is_taken_out_of_the_text(rest: str, meant: str, tmp_path: Path) -> None:
    assert mended(tmp_path, rest) == meant


@pytest.mark.parametrize(
    "rest",
    [
        "introduction: |\n  Här finns flera vägar till\n  contact: Samordnaren\n",
        "introduction: |\n  Frågor besvaras så här.\n  Contact: Samordnaren\n",
        "contact: Polisen\nintroduction: |\n  Frågor besvaras så här.\n  contact: Samordnaren\n",
        "introduction: |\n  Frågor besvaras så här.\n  svar: Samordnaren\n",
        "introduction: |\n  Så här är det.\n  date: i stort sett bra\n",
        "introduction: |\n  Så här är det.\n  contact: Samordnaren\n  och polisen, som\n",
        'introduction: "Frågor besvaras så här. contact: Samordnaren"\n',
        "contact: Samordnaren\n  Kommunpolisen\n",
    ],
)
def test_what_is_text_stays_so(rest: str, tmp_path: Path) -> None:
    assert found_in(tmp_path, rest) == []


def test_a_key_whose_lines_do_not_fit_is_told_without_a_line(tmp_path: Path) -> None:
    rest = "areas:\n  - name: Torget\n    text: |\n      Mörkt.\n\n        id: torget\n      title: Torget\n"
    (one,) = found_in(tmp_path, rest)
    assert (one.rule, one.edit) == ("key-inside-text", None)


def test_lines_where_no_list_may_stand_are_one_text(tmp_path: Path) -> None:
    plan = PICTURE.replace("situation-picture", "action-plan").replace("bild", "plan")
    rest = "measures:\n  - title: Byta lampor\n    quantity:\n      Några\n      Flera\n      Många\n"
    (tmp_path / "plan-2024.yaml").write_text(plan + rest, encoding="utf-8")
    assert "lines-read-as-one" not in {one.rule for one in check([str(tmp_path)], date(2024, 6, 1)).findings}


def test_the_values_of_a_swallowed_key_are_nothing_to_fill_in(tmp_path: Path) -> None:
    rest = "introduction: |\n  Så här är det.\n\n  contact: [kommunen, polisen]\n"
    assert [one.rule for one in found_in(tmp_path, rest)] == ["key-inside-text"]


@pytest.mark.parametrize(
    ("rest", "meant"),
    [
        ("contact:\n  Samordnaren\n  Kommunpolisen\n", "contact:\n  - Samordnaren\n  - Kommunpolisen\n"),
        (
            "contact: Samordnaren\n  Kommunpolisen\n  Rektorn\n",
            "contact:\n  - Samordnaren\n  - Kommunpolisen\n  - Rektorn\n",
        ),
        ("contact:\n  chefen\n  polisen\n  rektorn\n", "contact:\n  - chefen\n  - polisen\n  - rektorn\n"),
        (
            "knowledge_gaps:\n  1. Hur många som\n     anmäler.\n  2. Hur många som är unga.\n",
            "knowledge_gaps:\n  - Hur många som anmäler.\n  - Hur många som är unga.\n",
        ),
    ],
)
def test_lines_become_items(rest: str, meant: str, tmp_path: Path) -> None:
    assert mended(tmp_path, rest) == meant


@pytest.mark.parametrize(
    "lines",
    [
        ("Hur många som aldrig anmäler",),
        ("Hur många som aldrig anmäler till", "Polisen"),
        ("Hur många som aldrig anmäler de brott som de har", "Utsatts för"),
        ("Hur många som aldrig anmäler.", "Hur många som är unga."),
        ("barn", "unga och", "äldre"),
        ("barn", "unga"),
        ("• Hur många som", "aldrig anmäler"),
        ("• Hur många", "•"),
        (">-", "Samordnaren", "Kommunpolisen"),
        ("'Samordnaren", "Kommunpolisen'"),
    ],
)
def test_a_text_over_several_lines_is_one(lines: tuple[str, ...]) -> None:
    extents = Extents("knowledge_gaps:\n  " + "\n  ".join(lines) + "\n")
    assert loose_items(extents, ("knowledge_gaps",)) == []
