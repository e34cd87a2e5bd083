"""What is said of a time that cannot be counted: where it belongs, and how it is told with how often."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2024, 6, 1)
PICTURE = "samverkan: 1\nkind: situation-picture\nid: bild\ntitle: Läget\nsurvey: Lugnt.\n"
AGREEMENT = """\
samverkan: 1
kind: agreement
id: avtal
title: Avtal
parties:
  - {id: polisen, type: police, name: Lokalpolisområde Nybro}
  - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
validity: {from: 2024, until: 2026}
"""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{PICTURE}next_picture: efter jul\n", "(`next_text`)"),
        (f"{PICTURE}next_meeting: någon gång\n", "(`next_text`)"),
        (f"{AGREEMENT}follow_up: {{dates: [någon gång]}}\n", "(`when`)"),
        (f"{PICTURE}date: någon gång\n", "kan stå i texten"),
    ],
)
def test_where_a_time_in_words_belongs_is_told(text: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    (told,) = [one for one in check([str(tmp_path)], TODAY).findings if one.rule == "bad-date"]
    assert words in told.help.say("sv")


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("cadence: every-2-months, when: utom i juli", "Det görs varannan månad, utom i juli."),
        ("when: utom i juli", "Tid: utom i juli."),
        ("cadence: yearly, when: i maj, quantity: 4 möten", "Tid: i maj."),
    ],
)
def test_how_often_and_when_is_one_sentence(keys: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(f"{AGREEMENT}commitments:\n  - {{text: Vi möts., {keys}}}\n", encoding="utf-8")
    around = check([str(path)], TODAY).workspaces[0]
    text = Rendering(around.documents[0], around, TODAY).to(DocumentFormat.MD).decode()
    assert words in text
    assert text.count("juli") <= 1


def test_what_is_to_be_filled_in_is_found(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(PICTURE.replace("Lugnt.", '"Lugnt [fylls i efter remissen]."'), encoding="utf-8")
    assert "placeholder-left" in {one.rule for one in check([str(path)], TODAY).findings}
