"""A decision by which nothing was adopted does not make a document decided."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.model.turned_down import is_turned_down
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2024, 6, 1)
PICTURE = """\
samverkan: 1
kind: situation-picture
id: bild
title: Läget
survey: Lugnt.
parties:
  - {id: polisen, type: police, name: Lokalpolisområde Nybro}
"""


def _shown(folder: Path, decisions: str, more: str = "") -> str:
    path = folder / "bild.yaml"
    path.write_text(f"{PICTURE}{more}decisions: {decisions}\n", encoding="utf-8")
    around = check([str(path)], TODAY).workspaces[0]
    return Rendering(around.documents[0], around, TODAY).to(DocumentFormat.MD).decode()


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("type: deferred", "Lokala BRÅ bordlade ärendet den 8 januari 2024."),
        ("type: referred-back", "Lokala BRÅ återremitterade ärendet den 8 januari 2024."),
        ("type: rejected", "Lokala BRÅ avslog förslaget den 8 januari 2024."),
        ("text: Ärendet bordlades.", "Lokala BRÅ, den 8 januari 2024."),
    ],
)
def test_what_was_not_adopted_is_not_decided(told: str, words: str, tmp_path: Path) -> None:
    text = _shown(tmp_path, f"[{{body: Lokala BRÅ, date: 2024-01-08, {told}}}]")
    assert words in text
    assert "eslutad" not in text.partition("## ")[0]
    assert "Lokala BRÅ beslutade" not in text


def test_the_kind_of_decision_is_told_where_nobody_is_named(tmp_path: Path) -> None:
    text = _shown(tmp_path, "[{date: 2024-01-08, type: deferred}]", "language: en\n")
    assert "Deferral 8 January 2024." in text


def test_what_is_adopted_afterwards_is_decided(tmp_path: Path) -> None:
    both = "[{body: Lokala BRÅ, date: 2024-01-08, type: deferred}, {body: Lokala BRÅ, date: 2024-02-05}]"
    head = _shown(tmp_path, both).partition("## ")[0]
    assert "eslutad den 5 februari 2024" in head
    assert "8 januari" not in head


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("Frågan om fältarna på fredagar bordlades.", True),
        ("Kommunstyrelsen beslutade att återremittera ärendet.", True),
        ("Avslag på förslaget.", True),
        ("Man beslutade bordlägga.", True),
        ("Ärendet sköts upp till hösten.", True),
        ("The matter was referred back.", True),
        ("Beslut ej hittat.", True),
        ("Planen är ännu inte antagen.", True),
        ("The plan has not been adopted.", True),
        ("The motion was rejected and the plan adopted.", False),
        ("Beslutet gäller till 2025.", False),
        ("Beslutet har inte överklagats.", False),
        ("Yrkandet om återremiss avslogs och planen antogs.", False),
        ("Parterna får en månad till på sig.", False),
        ("Planen fastställs.", False),
    ],
)
def test_what_a_decision_says_of_itself(text: str, *, is_so: bool) -> None:
    assert is_turned_down(text) is is_so
