"""Tables compare; what there is one of is said as facts."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from samverkan.check import check
from samverkan.model.choices import Kind
from samverkan.model.kinds import KINDS
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.formats.single_rows import with_facts_for_single_rows
from samverkan.render.rendering import Rendering
from samverkan.render.run.report import ReportRendering
from tests.conftest import EXAMPLES
from tests.rendered import DAY, DOCUMENTS, document, squeezed, text_in, workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FOLDERS = [EXAMPLES / "exempelkommun", EXAMPLES / "smallest"]
PICTURE = """\
samverkan: 1
kind: situation-picture
id: bild
title: Lägesbild
sources:
  - {id: k, title: Trygghetsundersökningen, type: survey, period: 2025}
indicators:
  - {id: otrygga, title: Otrygga, unit: per-cent, values: [{period: 2025, value: 31}]}
  - id: brott
    title: Brott
    unit: count
    values: [{period: 2025, value: 12}]
    comparisons: [{name: Riket, values: [{period: 2025, value: 40}]}]
  - {id: klotter, title: Klotter, unit: count}
assessments:
  - {title: Torget, light: yellow, text: Läget är oförändrat.}
"""


def single_rows(html: str) -> list[str]:
    """Give the tables that have less than two rows below their heads."""
    bodies = re.findall(r"<tbody>(.*?)</tbody>", html, re.DOTALL)
    return [body for body in bodies if len(re.findall(r"<tr\b", body)) < 2]


def renderings() -> Iterator[Rendering]:
    for folder in FOLDERS:
        around = check([str(folder)], DAY).workspaces[0]
        yield from (Rendering(one, around, DAY) for one in around.documents if one.model)
        yield ReportRendering(next(around.of_kind(Kind.AGREEMENT)), around, DAY)
    yield from (Rendering(document(path), workspace(path), DAY) for path in DOCUMENTS)


def test_no_table_has_one_row() -> None:
    for one in renderings():
        assert single_rows(one.to(DocumentFormat.HTML).decode()) == [], one.document.file


@pytest.mark.parametrize("kind", KINDS)
def test_no_table_has_one_row_where_there_is_one_of_each(kind: str, make: Callable[..., Path]) -> None:
    path = make(kind)
    made = Rendering(document(path), workspace(path), DAY).to(DocumentFormat.HTML).decode()
    assert single_rows(made) == []


@pytest.mark.parametrize("form", list(DocumentFormat), ids=str)
def test_each_says_what_it_is(form: DocumentFormat, tmp_path: Path) -> None:
    (tmp_path / "bild.yaml").write_text(PICTURE, encoding="utf-8")
    around = check([str(tmp_path)], DAY).workspaces[0]
    text = text_in(Rendering(around.documents[0], around, DAY).to(form), form, tmp_path)
    said = squeezed(re.sub(r"[:*|●]", "", text))
    for facts in (
        "Källa Trygghetsundersökningen Typ undersökning eller enkät Period och omfattning 2025",
        "Enhet Procent Period 2025 Värde 31",
        "Period 2025 Hela området 12 Riket 40",
        "Vad som bedöms Torget Bedömning gul Motivering Läget är oförändrat.",
    ):
        assert squeezed(facts) in said


def test_what_is_not_said_is_left_out() -> None:
    head = '<thead><tr><th scope="col">Vad</th><th scope="col">När</th></tr></thead>'
    table = f'<table class="events">{head}<tbody><tr><td>{{}}</td><td>–</td></tr></tbody></table>'
    made = with_facts_for_single_rows(table.format('<div class="details"><p>Mål</p></div><p>Fler är trygga.</p>'))
    assert made == '<div class="facts">\n<dl>\n<dt>Vad</dt>\n<dd><p>Mål</p><p>Fler är trygga.</p></dd>\n</dl>\n</div>'


@pytest.mark.parametrize(
    "table",
    [
        '<table class="egen"><thead><tr><th>Vad</th></tr></thead><tbody><tr><td>a</td></tr></tbody></table>',
        '<table class="events"><tbody><tr><td>a</td></tr></tbody></table>',
        '<table class="events"><thead><tr><th>Vad</th></tr></thead><tr><td>a</td><td>b</td></tr></table>',
        '<table class="events"><thead><tr><th>Vad</th></tr></thead><tbody></tbody></table>',
    ],
)
def test_other_tables_stay(table: str) -> None:
    assert with_facts_for_single_rows(table) == table


AREAS = [
    {"name": name, "values": [{"period": "2024", "value": n}, {"period": "2025", "value": n + 0.5}]}
    for n, name in enumerate(["Centrum", "Hertsön", "Porsön", "Råneå", "Antnäs"], start=1)
]


def picture_of(folder: Path, **indicator: Any) -> Path:
    """Write a picture of one indicator."""
    (head, *_) = PICTURE.split("sources:")
    path = folder / "bild.yaml"
    whole = {"id": "brott", "title": "Brott", "unit": "count", **indicator}
    path.write_text(f"{head}indicators: {json.dumps([whole])}\n", encoding="utf-8")
    return path


def table_of(folder: Path, **indicator: Any) -> list[list[str]]:
    """Give the table of an indicator in Markdown, row by row."""
    path = picture_of(folder, **indicator)
    made = Rendering(document(path), workspace(path), DAY).to(DocumentFormat.MD).decode()
    rows = [line.strip("|").split("|") for line in made.splitlines() if line.startswith("|") and "--" not in line]
    return [[cell.replace("\u2007", " ").strip() for cell in row] for row in rows]


def test_many_areas_over_few_periods_have_rows_of_their_own(tmp_path: Path) -> None:
    head, whole, *areas = table_of(tmp_path, values=AREAS[0]["values"], breakdowns=AREAS)
    assert head == ["Område eller grupp", "2024", "2025"]
    assert whole == ["Hela området", "1", "1,5"]
    assert [row[0] for row in areas] == ["Centrum", "Hertsön", "Porsön", "Råneå", "Antnäs"]
    assert areas[-1] == ["Antnäs", "5", "5,5"]


def test_what_has_no_figures_has_no_column(tmp_path: Path) -> None:
    head, *rows = table_of(tmp_path, breakdowns=AREAS[:2])
    assert head == ["Period", "Centrum", "Hertsön"]
    assert rows == [["2024", "1", "2"], ["2025", "1,5", "2,5"]]


@pytest.mark.parametrize(("count", "is_drawn"), [(5, True), (6, False)])
def test_of_more_lines_than_can_be_told_apart_the_first_is_drawn(count: int, is_drawn: bool, tmp_path: Path) -> None:
    areas = [{"name": f"Område {n}", "values": AREAS[n % 5]["values"]} for n in range(count)]
    path = picture_of(tmp_path, values=AREAS[0]["values"], breakdowns=areas)
    html = Rendering(document(path), workspace(path), DAY).to(DocumentFormat.HTML).decode()
    (drawn,) = re.findall(r"<svg.*?</svg>", html, re.DOTALL)
    assert ("Område 1" in drawn) is is_drawn
    assert "Område 4" in html.replace(drawn, "")
