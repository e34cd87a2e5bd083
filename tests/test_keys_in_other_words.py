"""Words for keys and values that are known, what they are not taken for, and lines that are written in another part."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.findings import Edit, Severity, Span
from samverkan.source.edits import applied, rewritten_by
from samverkan.source.lines import lines_of
from samverkan.words.headings import heading_in
from tests.conftest import SMALL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from samverkan.findings import Finding
    from tests.conftest import Outcome

TODAY = date(2024, 6, 1)
PLAN = """\
samverkan: 1
kind: action-plan
id: plan-2024
title: Åtgärdsplan för Exempelby
period: {from: 2024, until: 2026}
goals:
  - {id: mål-1, text: Fler ska känna sig trygga., indicator: Andel trygga, unit: UNIT, accepted: ACCEPTED,
     overall: true, baseline: {value: 50, period: 2023}, target: {at_least: 60}, deadline: 2025-12}
measures:
  - {id: åtgärd-1, title: Ny belysning, cause_text: Det är mörkt., goals: mål-1, who: [{role: Gatuchef}],
     until: 2025-10, status: STATUS}
"""


def found(folder: Path, text: str) -> list[Finding]:
    path = folder / f"{text.partition('id: ')[2].split()[0]}.yaml"
    path.write_text(text, encoding="utf-8")
    return [one for one in check([str(path)], TODAY).findings if one.severity is not Severity.NOTE]


@pytest.mark.parametrize(
    ("unit", "accepted", "status"),
    [
        ("kronor", "Ja.", "Inte påbörjad eftersom lov saknas."),
        ("andel", "Nej", "Vi börjar i höst."),
        ("st", "Styrgruppen 2024.", "Pengarna är sökta."),
        ("per-cent", "Kommunstyrelsen.", "Upphandlingen pågår fortfarande."),
    ],
)
def test_right_words_are_left_alone(tmp_path: Path, unit: str, accepted: str, status: str) -> None:
    text = PLAN.replace("UNIT", unit).replace("ACCEPTED", accepted).replace("STATUS", status)
    assert found(tmp_path, text) == []


@pytest.mark.parametrize(
    ("unit", "meant"),
    [("percent", "per-cent"), ("Procent", "per-cent"), ("number", "count"), ("per 1000 invånare", "per-1000")],
)
def test_units_have_names(tmp_path: Path, unit: str, meant: str) -> None:
    text = PLAN.replace("UNIT", unit).replace("ACCEPTED", "Styrgruppen.").replace("STATUS", "Pengarna är sökta.")
    assert [(one.rule, one.edit and one.edit.text) for one in found(tmp_path, text)] == [("unit-in-words", meant)]


def test_a_case_number_of_one_of_two_municipalities_is_not_guessed(tmp_path: Path) -> None:
    other = '  - {id: grannen, type: municipality, code: "9902", name: Grannby kommun}\nvalidity:'
    said = found(tmp_path, SMALL.replace("validity:", other) + "diarienummer: KS 2024/318\n")
    assert [one.rule for one in said] == ["unknown-key"]
    assert said[0].edit is None
    assert "`case_number: KS 2024/318`" in said[0].help.say("sv")


def test_a_term_above_the_part_that_it_belongs_in_is_written_there(tmp_path: Path) -> None:
    text = SMALL.replace("parties:", "Uppsägning: Sex månader\nparties:").replace(
        "validity: {from: 2024, until: 2026}", "validity:\n  from: 2024\n  until: 2026  # Valåret."
    )
    said = found(tmp_path, text)
    assert said[0].edit is not None
    mended = applied(text, said[0].edit)
    assert "  until: 2026  # Valåret.\n  termination: {notice: P6M}\npurposes:" in mended
    assert found(tmp_path, mended) == []


def test_a_term_that_stands_far_away_is_pasted_in_one_line(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "avtal-2024.yaml").write_text(f"{SMALL}notice: 6 months\n", encoding="utf-8")
    out = run("validate", "avtal-2024.yaml", "--lang", "en").out
    assert "Paste in place of line 8, and delete line 12:\n      8 " in out
    assert "focus_areas" not in out


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a1234b", "x1234", (1, ["x"], 6, 6)),
        ("a1234bc", "x1234", (1, ["x"], 6, 7)),
        ("b1234a", "1234x", (6, ["x"], 1, 1)),
        ("a12b", "x12", None),
        ("a1234b", "x1234y", None),
    ],
)
def test_a_line_written_anew_is_known(old: str, new: str, expected: tuple[int, list[str], int, int] | None) -> None:
    edit = Edit(Span(1, 1, len(old), 2), "\n".join(new))
    assert rewritten_by(list(old), edit) == expected
    assert lines_of(applied("\n".join(old), edit)) == list(new)


def test_a_rule_for_signing_is_no_signature(tmp_path: Path) -> None:
    said = found(tmp_path, f"{SMALL}Undertecknande: Avtalet undertecknas av kommunstyrelsens ordförande.\n")
    assert said[0].edit is None or "signatories" not in said[0].edit.text


@pytest.mark.parametrize(
    ("heading", "language", "said"),
    [
        ("risks", "sv", "Risker"),
        ("funding", "sv", "Finansiering"),
        ("Risker", "en", "Risks"),
        ("ekonomi", "sv", "ekonomi"),
    ],
)
def test_ordinary_headings_are_in_the_language_of_the_document(heading: str, language: str, said: str) -> None:
    assert heading_in("en" if language == "en" else "sv", heading) == said
