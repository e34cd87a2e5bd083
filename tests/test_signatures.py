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
        ("{date: 2016-01, signatories: [{name: Kim Ek}]}", "Undertecknat i januari 2016", "Kim Ek"),
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


ROLES = "signatories: [{party: polisen, role: Chef}, {party: kommunen, role: Kommunchef}]"
JOINED_LATER = "[{party: polisen, name: Bo Ek}, {party: kommunen, name: Kim Ek, date: 2016-09-01}]"


@pytest.mark.parametrize(
    ("signatures", "signed"),
    [
        (f"{{date: 2016-01-16, signatories: {JOINED_LATER}}}", "16 januari 2016"),
        ("{signatories: [{name: Bo Ek, date: 2016-01-16}, {name: Kim Ek, date: 2016-09-01}]}", "1 september 2016"),
    ],
)
def test_who_joins_later_does_not_date_the_signing_anew(signatures: str, signed: str, tmp_path: Path) -> None:
    head, _, signed_by = _rendered(tmp_path, f"signatures: {signatures}").partition("Underskrifter")
    assert f"Undertecknat den {signed}" in head
    assert "Undertecknat i original den 16 januari 2016" in signed_by
    assert "Undertecknat i original den 1 september 2016" in signed_by


@pytest.mark.parametrize("told", ["date: 2016-01-16", "fingerprint: 1ade-27e3-5554-c783"])
def test_what_is_signed_by_roles_alone_is_signed(told: str, tmp_path: Path) -> None:
    _, _, signed_by = _rendered(tmp_path, f"signatures: {{{told}, {ROLES}}}").partition("Underskrifter")
    assert signed_by.count("Undertecknat i original") == len(["polisen", "kommunen"])
    assert "\nUnderskrift\n" not in signed_by
    assert "Ort och datum" not in signed_by


def test_what_only_names_who_signs_is_still_to_be_signed(tmp_path: Path) -> None:
    _, _, signed_by = _rendered(tmp_path, f"signatures: {{{ROLES}}}").partition("Underskrifter")
    assert "\nUnderskrift\n" in signed_by


def _rendered(folder: Path, more: str) -> str:
    path = folder / "a.yaml"
    path.write_text(f"{PROMISE}{more}\n", encoding="utf-8")
    around = check([str(path)], TODAY).workspaces[0]
    return Rendering(around.documents[0], around, TODAY).to(DocumentFormat.MD).decode()


def test_a_common_date_is_not_of_who_has_not_signed(tmp_path: Path) -> None:
    left_out = "{date: 2018-01, signatories: [{name: Bo Ek}, {name: Kim Ek, signed: false}]}"
    head, _, signed_by = _rendered(tmp_path, f"signatures: {left_out}").partition("Underskrifter")
    assert "Undertecknat" not in head
    assert signed_by.count("Undertecknat i original i januari 2018") == 1
    assert signed_by.index("Bo Ek") < signed_by.index("Har inte undertecknat") < signed_by.index("Kim Ek")
    assert "Ort och datum:" not in signed_by


def test_a_date_is_said_once_for_each_who_has_signed(tmp_path: Path) -> None:
    each = "{signatories: [{name: Bo Ek, place: Nybro, date: 2018-01-09}, {name: Kim Ek, date: 2018-01-10}]}"
    _, _, signed_by = _rendered(tmp_path, f"signatures: {each}").partition("Underskrifter")
    assert signed_by.count("9 januari 2018") == signed_by.count("10 januari 2018") == 1
    assert "Nybro\n" in signed_by


def test_who_has_not_signed_is_told_so_also_where_nobody_else_has(tmp_path: Path) -> None:
    _, _, signed_by = _rendered(tmp_path, "signatures: {signatories: [{name: Bo Ek, signed: false}]}").partition(
        "Underskrifter"
    )
    assert "Har inte undertecknat" in signed_by
    assert "Ort och datum:" not in signed_by
    assert "\nUnderskrift\n" not in signed_by


def test_what_is_signed_digitally_is_not_said_to_be_signed_on_paper(tmp_path: Path) -> None:
    signing = "{place: Nybro, date: 2024-01, digital: true, signatories: [{name: Bo Ek}]}"
    _, _, signed_by = _rendered(tmp_path, f"signatures: {signing}").partition("Underskrifter")
    assert "Undertecknat digitalt i januari 2024" in signed_by
    assert "Nybro i januari 2024" in signed_by
    assert "i original" not in signed_by


def test_who_is_known_to_have_signed_without_a_date_has_signed(tmp_path: Path) -> None:
    _, _, signed_by = _rendered(tmp_path, "signatures: {signatories: [{name: Bo Ek, signed: true}]}").partition(
        "Underskrifter"
    )
    assert "Undertecknat i original" in signed_by
    assert "Ort och datum:" not in signed_by
