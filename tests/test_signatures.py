"""Signatures in every degree of knowledge: what a document does not say of them is neither asked for nor made up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 20)
PROMISE = """\
samverkan: 1
kind: citizen-promise
id: löfte-2016
title: Medborgarlöfte 2016
parties:
  - {id: polisen, type: police, name: Lokalpolisområde Nybro}
  - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
period: {from: 2016}
promises:
  - {id: lampor, by: kommunen, text: Vi lagar tio lampor på torget.}
"""


@pytest.mark.parametrize(
    ("signatures", "status", "shown"),
    [
        ("{date: 2016}", "Undertecknat 2016", "2016"),
        ("{place: Lessebo}", "", "Lessebo"),
        ("{text: Undertecknat av företrädare för båda.}", "", "Undertecknat av företrädare för båda."),
        ("{date: 2016-01, signatories: [{name: Kim Ek}]}", "Undertecknat januari 2016", "Kim Ek"),
        ("{signatories: [{role: Kommunchefen}]}", "", "Kommunchefen"),
        ("{signatories: [{party: polisen}]}", "", "Lokalpolisområde Nybro"),
        ("{present: [Ada Ö]}", "", "Närvarande:** Ada Ö"),
    ],
)
def test_so_much_is_shown_as_is_known(signatures: str, status: str, shown: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(f"{PROMISE}signatures: {signatures}\n", encoding="utf-8")
    result = check([str(path)], TODAY)
    assert not [found.rule for found in result.findings if found.severity == "error"]
    around = result.workspaces[0]
    text = Rendering(around.documents[0], around, TODAY).to(DocumentFormat.MD).decode()
    head, _, signed = text.partition("Underskrifter")
    assert shown in signed
    assert ("Undertecknat" in head) == bool(status)
    assert status in head


def test_nobody_is_somebody(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(f"{PROMISE}signatures: {{signatories: [{{date: 2016}}]}}\n", encoding="utf-8")
    assert "missing-key" in {found.rule for found in check([str(path)], TODAY).findings}
