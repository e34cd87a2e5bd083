"""Parties that a document names itself: it stands on its own, without any agreement."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.workspace.workspace import Workspace

TODAY = date(2026, 11, 20)
PARTIES = """\
parties:
  - {id: polisen, type: police, name: Lokalpolisområde Nybro}
  - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun, case_number: KS 2016/1}
"""
PROMISE = """\
samverkan: 1
kind: citizen-promise
id: löfte-2016
title: Medborgarlöfte 2016
period: {from: 2016}
by: [police, municipalities]
promises:
  - {id: lampor, by: kommunen, text: Vi lagar tio lampor på torget.}
"""
REVIEW = """\
samverkan: 1
kind: follow-up
id: uppföljning-2016
title: Uppföljning av löftet
date: 2016-12-01
reviews: [{document: löfte-2016}]
by: kommunen
outcomes: [{item: lampor, result: reached}]
"""


def read(folder: Path, **files: str) -> Workspace:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return check([str(folder)], TODAY).workspaces[0]


def told(folder: Path) -> dict[str, str]:
    return {made.rule: made.message.say("sv") for made in check([str(folder)], TODAY).findings}


def markdown(workspace: Workspace, name: str) -> str:
    return Rendering(workspace.by_id[name], workspace, TODAY).to(DocumentFormat.MD).decode()


def names(workspace: Workspace, name: str) -> list[str]:
    return [party.name for party in workspace.relations.parties_of(workspace.by_id[name])]


def test_a_promise_stands_on_its_own(tmp_path: Path) -> None:
    workspace = read(tmp_path, a=PROMISE + PARTIES)
    assert "unknown-party" not in told(tmp_path)
    text = markdown(workspace, "löfte-2016")
    assert "Polisen och Lessebo kommun" in text, "one municipality is no group"
    assert "KS 2016/1" in text


def test_a_follow_up_is_about_the_parties_of_what_it_reviews(tmp_path: Path) -> None:
    workspace = read(tmp_path, a=PROMISE + PARTIES, b=REVIEW)
    assert "unknown-party" not in told(tmp_path)
    assert names(workspace, "uppföljning-2016") == ["Lokalpolisområde Nybro", "Lessebo kommun"]


def test_words_for_groups_need_no_parties(tmp_path: Path) -> None:
    workspace = read(tmp_path, a=PROMISE.replace("by: kommunen", "by: municipalities"))
    assert "unknown-party" not in told(tmp_path)
    assert "Polisen och kommunerna" in markdown(workspace, "löfte-2016")


def test_a_party_that_nobody_names_is_asked_for(tmp_path: Path) -> None:
    read(tmp_path, a=PROMISE)
    found = [made for made in check([str(tmp_path)], TODAY).findings if made.rule == "document-not-named"]
    assert ["eller skriv in parterna under Parter (`parties`)" in made.help.say("sv") for made in found] == [True]


def test_own_parties_come_beside_those_of_the_agreement(tmp_path: Path) -> None:
    agreement = f"""\
samverkan: 1
kind: agreement
id: avtal
title: Samverkansöverenskommelse
validity: {{from: 2016}}
{PARTIES}"""
    own = 'parties: [{id: kommunen, type: municipality, code: "0761", name: Kommunen Lessebo}, {id: hyresvärden,'
    own += " type: housing-company, name: AB Lessebohus}]\nagreement: avtal\n"
    workspace = read(tmp_path, a=agreement, b=PROMISE + own)
    assert names(workspace, "löfte-2016") == ["Kommunen Lessebo", "AB Lessebohus", "Lokalpolisområde Nybro"]
    assert names(workspace, "avtal") == ["Lokalpolisområde Nybro", "Lessebo kommun"]


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        (PARTIES.replace("0761", "0769"), "unknown-municipality-code"),
        (PARTIES.replace("id: polisen", "id: police"), "reserved-party-id"),
        (PARTIES.replace('code: "0761", ', ""), "municipality-without-code"),
    ],
)
def test_own_parties_are_checked_as_those_of_an_agreement(wrong: str, name: str, tmp_path: Path) -> None:
    read(tmp_path, a=PROMISE + wrong)
    assert name in told(tmp_path)


def test_a_plan_and_a_picture_of_ones_own_are_judged_by_every_rule(tmp_path: Path) -> None:
    plan = "samverkan: 1\nkind: action-plan\nid: plan-2026\ntitle: Plan\nperiod: {from: 2026, until: 2027}\n"
    picture = "samverkan: 1\nkind: situation-picture\nid: bild-2026\ntitle: Bild\ndate: 2026-02\n"
    read(tmp_path, plan=plan + PARTIES, picture=picture + PARTIES)
    assert "rule-crashed" not in told(tmp_path)
