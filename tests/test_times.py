"""Times and amounts as practice says them: lengths, seasons, extensions, no start, and reviews at named times."""

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

TODAY = date(2026, 11, 20)
PARTIES = """\
parties:
  - {id: polisen, type: police, name: Lokalpolisområde Nybro}
  - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
"""
HEADS = {
    "validity": f"samverkan: 1\nkind: agreement\nid: ett\ntitle: Avtalet\n{PARTIES}",
    "period": f"samverkan: 1\nkind: action-plan\nid: ett\ntitle: Planen\n{PARTIES}",
    "promise": f"samverkan: 1\nkind: citizen-promise\nid: ett\ntitle: Löftet\n{PARTIES}promises: [Vi lagar lampor.]\n",
}
SIGNED = "signatures: {date: 2020-05-03}\n"


def document(kind: str, time: str, folder: Path, rest: str = "") -> Path:
    path = folder / "ett.yaml"
    key = "period" if kind == "promise" else kind
    path.write_text(f"{HEADS[kind]}{key}: {time}\n{rest}", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("kind", "time", "days", "words"),
    [
        (
            "validity",
            "{from: signing, length: P4Y}",
            "2020-05-03/2024-05-02",
            "Från undertecknandet och 4 år framåt",
        ),
        ("validity", "{length: P4Y}", "2020-05-03/2024-05-02", "4 år"),
        ("validity", "{until: 2023}", "2020-05-03/2023-12-31", "Till och med 2023"),
        ("validity", "{until: further-notice}", "2020-05-03/", "Tills vidare"),
        ("validity", "{}", "2020-05-03/", ""),
        (
            "validity",
            "{from: 2019, until: 2022, extended: [{until: 2027}]}",
            "2019-01-01/2027-12-31",
            "2019–2027 (efter förlängning)",
        ),
        ("validity", "{text: mandatperioden}", "2020-05-03/", "Mandatperioden"),
        ("period", "{from: 2016, length: P4Y}", "2016-01-01/2019-12-31", "Från 2016 och 4 år framåt"),
        ("period", "{from: 2018, until: 2018}", "2018-01-01/2018-12-31", "2018"),
        ("period", "{until: 2018}", "/2018-12-31", "Till och med 2018"),
        (
            "period",
            "{from: 2016-09, until: 2016-11, text: hösten 2016}",
            "2016-09-01/2016-11-30",
            "Från september 2016 till och med november 2016 (hösten 2016)",
        ),
        ("promise", "{from: signing, until: next}", "2020-05-03/", "Från undertecknandet till nästa löfte"),
        ("promise", "{from: 2020, extended: [{until: 2022}]}", "2020-01-01/2022-12-31", "Till och med 2022"),
    ],
)
def test_a_time_is_shown_and_counted_as_it_is_said(kind: str, time: str, days: str, words: str, tmp_path: Path) -> None:
    signed = "" if kind == "period" else SIGNED
    result = check([str(document(kind, time, tmp_path, signed))], TODAY)
    assert not [found.rule for found in result.findings if found.severity == "error"]
    around = result.workspaces[0]
    found = around.documents[0]
    assert "/".join(str(day or "") for day in found.period) == days
    text = Rendering(found, around, TODAY).to(DocumentFormat.MD).decode()
    assert words.casefold() in " ".join(text.split()).casefold()


@pytest.mark.parametrize(
    ("time", "fits"),
    [
        ("{from: 2024, until: 2027, length: P4Y}", True),
        ("{from: 2024, until: 2028, length: P4Y}", True),
        ("{from: 2024-01-15, until: 2026-01-14, length: P2Y}", True),
        ("{from: 2024-01-15, until: 2027, length: P2Y}", False),
        ("{from: 2024-01-15, until: 2025, length: P2Y}", False),
    ],
)
def test_a_length_and_an_end_are_held_against_each_other(time: str, fits: bool, tmp_path: Path) -> None:
    found = check([str(document("period", time, tmp_path))], TODAY).findings
    assert ("length-and-end-disagree" not in {one.rule for one in found}) is fits


def test_a_review_at_a_named_time_is_due_until_it_is_made(tmp_path: Path) -> None:
    path = document("promise", "{from: 2023}", tmp_path, "follow_up: {dates: [2023-12, 2025]}\n")
    duties = [row.duty for row in rows(check([str(path)], TODAY).workspaces, TODAY)]
    found = [(str(duty.due), duty.source) for duty in duties if duty.clock == "review"]
    assert found == [("2023-12-31", "follow_up.dates[0]"), ("2025-12-31", "follow_up.dates[1]")]
    (tmp_path / "u.yaml").write_text(
        "samverkan: 1\nkind: follow-up\nid: u\ntitle: U\ndate: 2024-01-10\nreviews: [{document: ett}]\n",
        encoding="utf-8",
    )
    later = [row.duty for row in rows(check([str(tmp_path)], TODAY).workspaces, TODAY)]
    assert [str(duty.due) for duty in later if duty.clock == "review"][-1] == "2025-12-31"


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        ("{exactly: 15}", "15 per år"),
        ("{about: 15, unit: vandringar}", "cirka 15 vandringar per år"),
        ("{exactly: 15, of_which: [{title: kvällstid, value: 4}]}", "15 per år, varav 4 kvällstid"),
        ("{more_than: 15}", "fler än 15 per år"),
        ("{at_most: 15}", "högst 15 per år"),
        ("{text: ett 15-tal, unit: vandringar}", "ett 15-tal vandringar per år"),
        ("{at_least: 15, text: ett par varje månad}", "minst 15 per år (ett par varje månad)"),
    ],
)
def test_an_amount_is_shown_as_it_is_said(quantity: str, words: str, tmp_path: Path) -> None:
    said = quantity.removesuffix("}") + ", per: yearly}"
    rest = f"commitments: [{{id: gå, by: kommunen, text: Gå., quantity: {said}}}]\n"
    result = check([str(document("validity", "{from: 2024}", tmp_path, rest))], TODAY)
    around = result.workspaces[0]
    assert around.is_whole
    assert words in Rendering(around.documents[0], around, TODAY).to(DocumentFormat.MD).decode()


@pytest.mark.parametrize("quantity", ["{}", "{unit: ronder}", "{exactly: 15, about: 15}", "{more_than: 1, at_most: 3}"])
def test_an_amount_is_said_in_one_way(quantity: str, tmp_path: Path) -> None:
    rest = f"commitments: [{{id: gå, by: kommunen, text: Gå., quantity: {quantity}}}]\n"
    found = check([str(document("validity", "{from: 2024}", tmp_path, rest))], TODAY).findings
    assert "bad-quantity" in {one.rule for one in found}
