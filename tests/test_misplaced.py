"""Lines that make much else wrong, and what they were meant as."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """\
samverkan: 1
kind: citizen-promise
id: lofte-2024
title: Medborgarlöfte för Exempelby
period: {from: 2024, until: 2024}
parties:
  - {id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}
"""
DIALOGUES = "dialogues:\n  - {title: Medborgardialog, date: 2024-01}\n"
PROMISE = "  - {id: lampor, by: kommunen, text: Vi byter lampor., places: Torget, unit: x, problem: y, goal: z}\n"


def rules(folder: Path, rest: str) -> set[str]:
    (folder / "lofte-2024.yaml").write_text(HEAD + rest, encoding="utf-8")
    return {one.rule for one in check([str(folder)], date(2024, 6, 1)).findings}


@pytest.mark.parametrize("heading", ["# Löften", "## löften:", "# promises", "# Löften\n"])
def test_a_heading_is_a_key(heading: str, tmp_path: Path) -> None:
    whole = DIALOGUES + f"{heading}\n  - {{id: lampor, by: kommunen, text: Vi byter lampor.}}\n"
    assert "key-as-comment" in rules(tmp_path, whole)


@pytest.mark.parametrize("heading", ["# Vår", "# Dialoger", "# Löften.", "#"])
def test_other_comments_are_comments(heading: str, tmp_path: Path) -> None:
    whole = DIALOGUES + f"{heading}\n  - {{id: lampor, by: kommunen, text: Vi byter lampor.}}\n"
    assert "key-as-comment" not in rules(tmp_path, whole)


def test_a_heading_is_no_key_where_the_rest_could_not_be_read_then(tmp_path: Path) -> None:
    whole = "dialogues:\n  - title: Dialog\n    ämnen:\n      - Ljus\n# Löften\n      - Trygghet\n    date: 2024-01\n"
    assert rules(tmp_path, whole + PROMISE.replace("  - ", "promises:\n  - ")).isdisjoint(
        {"key-as-comment", "yaml-syntax"}
    )
    assert rules(tmp_path, whole).isdisjoint({"key-as-comment", "yaml-syntax"})


def test_what_is_wrong_below_a_heading_is_told_when_it_is_a_key(tmp_path: Path) -> None:
    some = "".join(f"  - {{id: lampa-{i}, by: kommunen, text: Vi byter lampor., places: Torget}}\n" for i in range(4))
    found = rules(
        tmp_path, DIALOGUES + "# Löften\n" + some + "  - {id: ronder, by: kommunen, text: Vi går., plats: A}\n"
    )
    assert "key-as-comment" in found
    assert "unknown-key" not in found


def test_a_heading_that_helps_little_is_a_comment(tmp_path: Path) -> None:
    assert "key-as-comment" not in rules(tmp_path, DIALOGUES + "# Löften\n" + PROMISE)


@pytest.mark.parametrize(
    ("rest", "is_told"),
    [
        ("    - id: fredagar\n    by: kommunen\n    text: Vi är där.\n", True),
        ("    - id: fredagar\n    text: >-\n      Vi är\n\n      där.\n    goals: trygg\n", True),
        ("    - id: fredagar\n    text: Vi är där.\n    # Till sist\n", True),
        ("    - id: fredagar\n    goals: trygg\n", False),
        ("      - id: fredagar\n    by: kommunen\n", False),
    ],
)
def test_keys_belong_to_the_item_above_them(rest: str, is_told: bool, tmp_path: Path) -> None:
    promise = "promises:\n  - id: station\n    by: kommunen\n    text: Vi finns på stationen.\n    activities:\n"
    assert ("keys-beside-hyphen" in rules(tmp_path, promise + rest)) is is_told


def test_a_document_of_no_kind_is_read_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("samverkan: 1\nkind: brev\nid: a\nx:\n  - a\n# Löften\n  - b\n", encoding="utf-8")
    assert "key-as-comment" not in {one.rule for one in check([str(tmp_path)], date(2024, 6, 1)).findings}
