"""What documents tell of their signing, their causes and their results is taken as it is told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.check import CheckResult

TODAY = date(2024, 6, 1)
PARTIES = """\
parties:
  - {id: polisen, type: police, name: Lokalpolisområde Nybro}
  - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
"""


def checked(folder: Path, *texts: str, today: date = TODAY) -> CheckResult:
    for i, text in enumerate(texts):
        (folder / f"{i}.yaml").write_text(f"samverkan: 1\n{text}", encoding="utf-8")
    return check([str(folder)], today)


def names(folder: Path, *texts: str, today: date = TODAY) -> set[str]:
    return {found.rule for found in checked(folder, *texts, today=today).findings}


def markdown(folder: Path, *texts: str, today: date = TODAY) -> str:
    around = checked(folder, *texts, today=today).workspaces[0]
    return Rendering(around.documents[0], around, today).to(DocumentFormat.MD).decode()


AGREEMENT = f"""\
kind: agreement
id: överenskommelse
title: Överenskommelse
{PARTIES}\
  - {{id: köpmannen, type: organisation, name: Köpmannaföreningen}}
validity: {{from: 2023-02-01, until: 2025-12-31}}
focus_areas: [Narkotika]
"""


def test_who_joins_later_does_not_change_when_the_others_signed(tmp_path: Path) -> None:
    joined = "signatories: [{party: polisen}, {party: kommunen}, {party: köpmannen, date: 2023-09-01}]"
    signed = f"{AGREEMENT}signatures: {{date: 2023-01-16, {joined}}}\n"
    assert "agreement-without-purposes" not in names(tmp_path, signed)
    head, _, signing = markdown(tmp_path, signed).partition("Underskrifter")
    assert "Undertecknad den 16 januari 2023" in head
    assert "Undertecknat i original den 1 september 2023" in signing


@pytest.mark.parametrize(("last", "is_asked"), [("2023-01-20", False), ("2023-09-01", True)])
def test_where_each_has_a_day_of_their_own_the_last_one_counts(last: str, is_asked: bool, tmp_path: Path) -> None:
    dates = ("polisen, date: 2023-01-16", "kommunen, date: 2023-01-16", f"köpmannen, date: {last}")
    signatories = ", ".join(f"{{party: {each}}}" for each in dates)
    signed = f"{AGREEMENT}signatures: {{signatories: [{signatories}]}}\n"
    assert ("agreement-without-purposes" in names(tmp_path, signed)) is is_asked
