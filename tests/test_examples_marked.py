"""Lines to paste that say what the author has not written are told as examples; those of the author's words are not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from samverkan.findings import Mend
from samverkan.model.invented import marked_as_example

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

    Run = Callable[..., Outcome]

AGREEMENT = """\
samverkan: 1
kind: agreement
id: avtal
title: Avtal
parties: [{id: p, type: police, name: P}, {id: k, type: municipality, code: "9901", name: K}]
validity: {from: 2024, until: 2026}
purposes: [Färre brott.]
focus_areas: [{id: platser, title: Otrygga platser}]
"""


@pytest.mark.parametrize(
    ("meant", "written", "is_example"),
    [
        ("[2026-05-01]", "Det är mörkt där", True),
        ("[2024-03-01, 2024-09-01]", "2024-03-01, 2024-09-01", False),
        ("{cadence: yearly}", "årligen", False),
        ("{id: otryggt, title: Otryggt}", "Otryggt", False),
        ("{id: ett-id, title: Otryggt}", "Otryggt", True),
        ("{type: police, name: Polisen}", "Polisen", False),
        ("{date: 2024-03-02, where: på webben}", "på webben 2 mars 2024", False),
        ("[{title: Otryggt}]", {"Otryggt": None}, False),
    ],
)
def test_what_the_author_has_not_written_is_an_example(meant: str, written: object, is_example: bool) -> None:
    made = marked_as_example(Mend(meant), written)
    assert made is not None
    assert made.is_example is is_example


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("definitions: Otrygg plats", "Till exempel, med era egna uppgifter:"),
        ("annexes: Karta över torget", "Klistra in:"),
    ],
)
def test_how_it_is_told(run: Run, line: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "avtal.yaml").write_text(f"{AGREEMENT}{line}\n", encoding="utf-8")
    assert said in run("validate", "avtal.yaml", "--lang", "sv").out
    (found,) = json.loads(run("validate", "avtal.yaml", "--format", "json", "--select", "wrong-type").out)["findings"]
    assert found["edit"]["example"] is (said != "Klistra in:")
