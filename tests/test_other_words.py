"""Keys under the words that other parts and other documents have for them, and what only looks like such."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.source.edits import applied

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.findings import Finding

AGREEMENT = """\
samverkan: 1
kind: agreement
id: avtal-2024
title: Samverkansöverenskommelse för Exempelby
parties:
  - {id: polisen, type: police, name: Lokalpolisområde Exempel}
  - {id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}
purposes: [Färre brott och ökad trygghet.]
focus_areas:
  - {id: platser, title: Otrygga platser}
"""
VALID = AGREEMENT + "validity: {from: 2024, until: 2026}\n"
PLAN = """\
samverkan: 1
kind: action-plan
id: plan-2024
title: Åtgärdsplan 2024
by: jointly
period: {from: 2024, until: 2024}
"""
MEASURE = "measures:\n  - id: lampor\n    title: Byta lampor\n"


def told(folder: Path, text: str) -> list[Finding]:
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    return [one for one in check([str(folder / "a.yaml")], date(2024, 6, 1)).findings if one.rule == "unknown-key"]


def mended(folder: Path, text: str) -> str | None:
    (one,) = told(folder, text)
    return applied(text, one.edit) if one.edit else None


@pytest.mark.parametrize(
    ("keys", "meant"),
    [
        ("from: 2024\nuntil: 2026\n", "validity: {from: 2024, until: 2026}\n"),
        ("until: 2026\nfrom: 2024\n", "validity: {from: 2024, until: 2026}\n"),
        ("från: 2024\ngäller till: 2026\n", "validity: {from: 2024, until: 2026}\n"),
        ("until: 2026\n", "validity: {until: 2026}\n"),
        ("period: 2024–2026\n", "validity: 2024–2026\n"),
        ("from: 2024  # början\nuntil: 2026\n", None),
        ("from: 2024\ncontact: a@b.example\nuntil: 2026\n", None),
        ("gäller från: 2024\ngäller till: tills vidare\n", None),
        ('"till\\n": 2026\n', None),
    ],
)
def test_a_first_and_a_last_time_stand_under_one_key(keys: str, meant: str | None, tmp_path: Path) -> None:
    assert mended(tmp_path, AGREEMENT + keys) == (None if meant is None else AGREEMENT + meant)


@pytest.mark.parametrize(
    "keys", ["gäller: hela kommunen\n", "från: 2024\nfrom: 2024\n", "giltig: ja\n", "till: alla\n"]
)
def test_what_says_no_times_is_no_period(keys: str, tmp_path: Path) -> None:
    assert all(one.edit is None or "validity: {from" not in one.edit.text for one in told(tmp_path, AGREEMENT + keys))


@pytest.mark.parametrize(
    ("keys", "meant"),
    [
        ("    period: {from: 2024-04, until: 2024-12}\n", "    from: 2024-04\n    until: 2024-12\n"),
        ("    period: 2024-04\n", "    from: 2024-04\n    until: 2024-04\n"),
        ("    period: hela tiden\n", None),
        ("    period: {from: 2024-04, text: Ungefär}\n", None),
        ("    by: polisen\n", "    who: {party: polisen}\n"),
        ("    deadline: 2024-12\n", "    until: 2024-12\n"),
    ],
)
def test_a_measure_is_said_of_as_measures_are(keys: str, meant: str | None, tmp_path: Path) -> None:
    parties = AGREEMENT[AGREEMENT.index("parties:") : AGREEMENT.index("purposes:")]
    whole = PLAN + parties + MEASURE
    assert mended(tmp_path, whole + keys) == (None if meant is None else whole + meant)


@pytest.mark.parametrize(
    ("keys", "meant"),
    [
        ("decided: 2024-01-10\n", "decisions: [{date: 2024-01-10}]\n"),
        ("beslutad: nej\n", None),
        ("beslutt: nej\n", None),
        ("signed: 2024-01-15\n", "signatures: {date: 2024-01-15}\n"),
        ("undertecknad: Nej\n", None),
        (
            "ekonomi: Var part bär sina kostnader.\n",
            "sections:\n  - title: Ekonomi\n    text: Var part bär sina kostnader.\n",
        ),
        ("ekonomi: ja\n", None),
        ("ekonomi: |\n  Var part bär\n  sina kostnader.\n", None),
        ("kommun: Exempelby\n", "# kommun: Exempelby\n"),
        ("region: Region Exempel\n", None),
    ],
)
def test_what_stands_at_the_top_is_understood(keys: str, meant: str | None, tmp_path: Path) -> None:
    assert mended(tmp_path, VALID + keys) == (None if meant is None else VALID + meant)


def test_two_keys_for_one_are_put_together_by_the_author(tmp_path: Path) -> None:
    found = told(
        tmp_path, VALID + "ekonomi: Var part bär sina kostnader.\ntvister: Parterna löser tvister tillsammans.\n"
    )
    assert [one.edit is not None for one in found] == [True, False]


def test_keys_in_a_document_that_is_not_on_file_are_its_own(tmp_path: Path) -> None:
    review = "samverkan: 1\nkind: follow-up\nid: u\ntitle: Uppföljning\ndate: 2024-05\n"
    (one,) = told(tmp_path, review + "reviews: [{document: {title: Planen, from: 2023}}]\n")
    assert one.edit is None


@pytest.mark.parametrize(
    ("indicator", "meant"),
    [
        ("{title: Anmälda rån, unit: antal}", "Anmälda rån\n    unit: antal"),
        ("{title: Anmälda rån, values: [1]}", None),
        ("{id: rån, title: Anmälda rån}", None),
    ],
)
def test_what_else_is_said_of_an_indicator_is_kept(indicator: str, meant: str | None, tmp_path: Path) -> None:
    whole = f"{PLAN}goals:\n  - id: rån\n    text: Färre rån.\n    indicator: {indicator}\n"
    (tmp_path / "a.yaml").write_text(whole, encoding="utf-8")
    found = [one for one in check([str(tmp_path)], date(2024, 6, 1)).findings if one.rule == "wrong-type"]
    new = applied(whole, found[0].edit) if found[0].edit else ""
    assert (meant or "indicator: Anmälda rån\n") in new
