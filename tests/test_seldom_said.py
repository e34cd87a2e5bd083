"""What few documents say, and how it stands in the finished text."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.render.context.prose import MOST_MARKS
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering
from tests.conftest import ROOT, SMALL
from tests.rendered import text_of_html

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

DAY = date(2026, 11, 20)
WORKSPACE = ROOT / "tests" / "workspace"
REVIEW = "samverkan: 1\nkind: follow-up\nid: u\ntitle: Uppföljning\nagreement: avtal-2024\ndate: 2024-12\n"
REVIEW += "reviews: [{document: avtal-2024}]\n"
PICTURE = "samverkan: 1\nkind: situation-picture\nid: b\ntitle: Lägesbild\nagreement: avtal-2024\ndate: 2024-02\n"
PROMISE = """\
samverkan: 1
kind: citizen-promise
id: löfte
title: Medborgarlöfte
parties: [{id: polisen, type: police, name: Lokalpolisområde Exempel}]
period: {from: 2024-01, until: 2024-12}
"""


def made(folder: Path, text: str, form: DocumentFormat = DocumentFormat.HTML) -> str:
    """Render the one document of a text, beside an agreement where it belongs to one."""
    path = folder / "b.yaml"
    path.write_text(text, encoding="utf-8")
    if "kind: agreement" not in text:
        (folder / "a.yaml").write_text((WORKSPACE / "avtal-2024.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    workspace = check([str(folder)], DAY).workspaces[0]
    document = next(one for one in workspace.documents if one.path == path)
    return Rendering(document, workspace, DAY).to(form).decode()


def test_a_reference_to_what_cannot_be_read_stands_as_written(tmp_path: Path) -> None:
    text = (
        "samverkan: 1\nkind: action-plan\nid: p\ntitle: Plan\nagreement: avtal-2024\nperiod: {from: 2024, until: 2025}"
    )
    text += "\ngoals: [{id: m, text: [x, y]}]\nmeasures: [{id: a, title: Ljus, goals: [m]}]\n"
    assert said(tmp_path, text).endswith("Ljus Bidrar till målet m")


def said(folder: Path, text: str) -> str:
    return " ".join(text_of_html(made(folder, text)).split())


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("follow_up: {reporting: {cadence: yearly}}", "Resultatet rapporteras årligen."),
        ("goals: [{id: m, text: Fler., status: [{light: green}, {date: 2024-05}]}]", "Bedömning: grön. Maj 2024"),
        ("follow_up: {reporting: {dates: [2025-05]}}", "maj 2025"),
        (
            "goals: [{id: m, text: Fler ska trivas., baseline: {text: Många är otrygga på torget.}}]",
            "Fler ska trivas. Många är otrygga på torget.",
        ),
        ('commitments: [{by: kommunen, text: "- ha en samordnare\\n- ordna möten"}]', "Exempelby kommun"),
        (
            "planned_documents: [{id: bild, kind: situation-picture}]\ncommitments: [{text: Gör den., document: bild}]",
            "Lägesbild",
        ),
    ],
)
def test_in_an_agreement(tmp_path: Path, written: str, expected: str) -> None:
    assert expected in said(tmp_path, f"{SMALL}{written}\n")


def test_an_agreement_of_one_month(tmp_path: Path) -> None:
    text = SMALL.replace("{from: 2024, until: 2026}", "{from: 2024-05, until: 2024-05}")
    assert "Överenskommelsen gäller maj 2024." in said(tmp_path, text)


def test_of_who_signed_later_and_is_no_party_the_organisation_is_named(tmp_path: Path) -> None:
    signed = (
        "signatures:\n  date: 2024-01-15\n  signatories:\n    - {party: polisen, name: Kim Ek}\n"
        "    - {party: kommunen, name: Lo Berg}\n    - {organisation: Hyresgästerna, name: Bo Al, date: 2024-03-02}\n"
    )
    assert "Hyresgästerna den 2 mars 2024" in said(tmp_path, SMALL + signed)


def test_marks_are_read_up_to_a_number_and_then_stand_as_they_are_written(tmp_path: Path) -> None:
    text = f"{SMALL}background: Ett *ord* före.\nintroduction: '{'*' * MOST_MARKS}'\nneeds_analysis: Ett *ord* efter.\n"
    html = made(tmp_path, text)
    assert html.count("<em>ord</em>") + html.count("*ord*") == 2
    assert "*ord*" in html


@pytest.mark.parametrize(
    ("prose", "html"),
    [
        ("[en not[^lag] i länken](https://a.se)", '<sup><a href="#note-1"'),
        ("[en [länk](https://b.se) i en](https://a.se)", 'href="https://b.se"'),
        ("[en [tom]() i en](https://a.se)", "[tom]()"),
    ],
)
def test_what_stands_in_the_words_of_a_link(tmp_path: Path, prose: str, html: str) -> None:
    text = f'{SMALL}introduction: "{prose}"\nreferences: [{{id: lag, title: Lagen}}]\n'
    assert html in made(tmp_path, text)


def test_a_planned_document_without_a_name_is_called_by_its_kind(tmp_path: Path) -> None:
    (tmp_path / "avtal.yaml").write_text(
        SMALL.replace("avtal-2024", "avtal-2025") + "planned_documents: [{id: bilden, kind: situation-picture}]\n",
        encoding="utf-8",
    )
    assert "Uppfyller Lägesbild" in said(tmp_path, PICTURE + "fulfils: avtal-2025#bilden\n")


def test_a_part_that_nobody_reviews_has_no_kind_in_a_draft(tmp_path: Path) -> None:
    assert "Vi följer upp platsen." in said(
        tmp_path, f"{REVIEW}outcomes: [{{item: platser, comment: Vi följer upp platsen.}}]\n"
    )


def test_of_a_measure_with_a_beginning_alone_that_is_said(tmp_path: Path) -> None:
    plan = (WORKSPACE / "plan-2024.yaml").read_text(encoding="utf-8").replace("until: 2024-10}", "from: 2024-10}")
    assert "från oktober 2024" in said(tmp_path, plan).lower()


def test_what_is_promised_in_several_parts_is_headed_as_the_author_does(tmp_path: Path) -> None:
    text = PROMISE + (
        "promises: [{id: l1, text: Vi fotpatrullerar.}]\n"
        "sections:\n  - {title: Våra löften till dig, shows: [promises]}\n"
    )
    assert "Våra löften till dig" in said(tmp_path, text)


def test_an_agreement_in_two_parts_may_lack_the_second(tmp_path: Path) -> None:
    html = made(tmp_path, SMALL + "outline: two-parts\n")
    assert "Överenskommelsen" in html
    assert "Genomförande" not in html


def test_figures_over_time_begin_with_the_first_where_there_is_no_baseline(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    (tmp_path / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(
        SMALL + "goals: [{id: mål, text: Fler är trygga., unit: brott}]\n", encoding="utf-8"
    )
    for year, value in ((2022, 31), (2023, None), (2024, 27)):
        head = f"samverkan: 1\nkind: follow-up\nid: u-{year}\ntitle: Uppföljning\ndate: {year}-12-01\n"
        said = "result: ongoing" if value is None else f"result: ongoing, value: {value}, period: {year}"
        told = f"reviews: [{{document: avtal-2024}}]\noutcomes: [{{item: mål, {said}}}]\n"
        (tmp_path / f"u{year}.yaml").write_text(head + told, encoding="utf-8")
    page = run("render", "u2024.yaml", "--format", "md", "--out", "-", "--today", "2025-01-01").out
    table = [line for line in page.splitlines() if line.startswith("|")]
    assert [cell in "".join(table) for cell in ("2022", "2023", "2024")] == [True, False, True], page
