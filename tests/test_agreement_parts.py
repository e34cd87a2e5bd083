"""What agreements say besides goals and commitments: whose an area is, that a list is open, that a document exists."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.duties.rows import rows
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2024, 11, 20)
AGREEMENT = """\
samverkan: 1
kind: agreement
id: avtal
title: Samverkansöverenskommelse
parties:
  - {id: polisen, type: police, name: Lokalpolisområde Nybro}
  - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
validity: {from: 2024, until: 2026}
forums: [{id: rådet, name: Trygghetsrådet}]
"""


def shown(text: str, folder: Path) -> str:
    path = folder / "avtal.yaml"
    path.write_text(AGREEMENT + text, encoding="utf-8")
    around = check([str(path)], TODAY).workspaces[0]
    assert around.is_whole
    return Rendering(around.documents[0], around, TODAY).to(DocumentFormat.MD).decode()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("focus_areas: [Trygghet]\nnot_exhaustive: true", "Samverkan sker bland annat inom:"),
        ("focus_areas: [{title: Trygghet, by: kommunen}]", "Lessebo kommun"),
        ("focus_areas: [{title: Trygghet, forums: rådet}]", "Parterna arbetar med området i Trygghetsrådet."),
        ("focus_areas: [sju delområden]", "sju delområden"),
        ("goals: [{text: Ett tryggt torg., sub_goals: [Mer ljus., Fler vuxna.]}]", "- Fler vuxna."),
        ("commitments: [{title: Rondering, text: Gå ronder.}]", "Rondering"),
        ("partners: [Räddningstjänsten]", "Räddningstjänsten"),
        ("needs_analysis: Torget är otryggt.", "Behovsanalys"),
        ("planned_documents: [{kind: action-plan, per: stadsdel}]", "stadsdel"),
        ("planned_documents: [{kind: action-plan, exists: true}]", "finns redan"),
    ],
)
def test_what_an_agreement_says_is_shown(text: str, words: str, tmp_path: Path) -> None:
    assert words in " ".join(shown(text + "\n", tmp_path).split())


@pytest.mark.parametrize(
    ("use", "heading"),
    [
        ("", "Källor"),
        (", use: always", "Källor som alltid ingår"),
        (", use: should", "Källor som bör ingå"),
        (", use: optional", "Ytterligare källor"),
    ],
)
def test_of_sources_no_more_is_said_than_the_document_says(use: str, heading: str, tmp_path: Path) -> None:
    text = f"planned_documents: [{{kind: situation-picture, sources: [{{title: Mätningen{use}}}]}}]\n"
    assert f"**{heading}**" in shown(text, tmp_path)


def test_a_document_that_exists_is_not_to_be_made_for_the_first_time(tmp_path: Path) -> None:
    path = tmp_path / "avtal.yaml"
    for exists, due in (("", ["2024-06-30"]), (", exists: true", [])):
        planned = f"planned_documents: [{{kind: communication-plan, first_by: 2024-06{exists}}}]\n"
        path.write_text(AGREEMENT + planned, encoding="utf-8")
        duties = [row.duty for row in rows(check([str(path)], TODAY).workspaces, TODAY)]
        assert [str(duty.due) for duty in duties if duty.source.startswith("planned_documents")] == due
