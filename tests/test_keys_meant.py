"""Keys that are no keys of a part: whose place they took, told by the value or by what the part cannot be without."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import SMALL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

PLAN = """\
samverkan: 1
kind: action-plan
id: plan-2024
title: Åtgärdsplan för Exempelby
agreement: avtal-2024
period: {from: 2024, until: 2026}
goals:
  - {id: tryggt, text: Färre ska vara otrygga.}
measures:
  - {id: ljus, title: Bättre belysning, goals: [tryggt], who: [kommunen]}
"""


@pytest.mark.parametrize(
    ("written", "slip", "told"),
    [
        ("text: Färre ska", "title: Färre ska", "skrivs det under `text`"),
        ("text: Färre ska", "name: Färre ska", "skrivs det under `text`"),
        ("title: Bättre", "name: Bättre", "skrivs det under `title`"),
        ("who: [kommunen]", "who: [kommunen], läge: Genomförd", "skrivs det under `progress`"),
    ],
)
def test_a_key_of_another_part(run: Callable[..., Outcome], tmp_path: Path, written: str, slip: str, told: str) -> None:
    (tmp_path / "avtal.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(PLAN.replace(written, slip), encoding="utf-8")
    assert told in " ".join(run("validate", "plan.yaml").out.split())


def test_what_an_analysis_is_of_is_not_sent_to_the_title_of_the_document(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    head = "samverkan: 1\nkind: cause-analysis\nid: orsaker\ntitle: Orsaker\n"
    (tmp_path / "orsaker.yaml").write_text(head + "analyses: [{title: Klotter}]\n", encoding="utf-8")
    assert "skrivs det under `problem_text`" in " ".join(run("validate").out.split())


def test_a_number_belongs_under_no_key_of_words(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "avtal.yaml").write_text(SMALL + "utgåva: 1\n", encoding="utf-8")
    told = run("validate").out
    assert "Nyckeln ”utgåva” finns inte här." in told
    assert "skrivs det under" not in told


@pytest.mark.parametrize("value", ["Kim Ek och kommunchef", "'Kim Ek, kommunchef'"])
def test_two_words_for_keys_of_texts_share_what_stands_there(
    run: Callable[..., Outcome], tmp_path: Path, value: str
) -> None:
    signed = f"signatures:\n  signatories:\n    - {{party: polisen, namn och roll: {value}}}\n"
    (tmp_path / "avtal.yaml").write_text(SMALL + signed, encoding="utf-8")
    assert "name: Kim Ek, role: kommunchef" in run("validate").out
