"""Every kind of document in every format: nothing lost, nothing run, and what the kind is for to be seen."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from samverkan.model.choices import Kind
from samverkan.model.dates import CoarseDate
from samverkan.model.goals import Limits
from samverkan.render.drawing.chart import Chart, Frame, Point, Series, chart
from samverkan.render.drawing.scale import Measure
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering
from samverkan.render.run.collected import CollectedRendering
from tests.conftest import plain
from tests.filled import filled
from tests.rendered import (
    DAY,
    FORMATS,
    NASTY,
    OTHERS,
    SMALL_WORKSPACE,
    WRITTEN,
    assert_passes,
    document,
    holds,
    missing,
    pieces,
    rendered,
    squeezed,
    text_in,
    text_of,
    workspace,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SIGNED = {"date": "2024-05-02", "signatories": [{"party": "kommunen", "name": "Lo Berg", "role": "Ordförande"}]}
EACH_KIND = pytest.mark.parametrize("kind", OTHERS)
HOSTILE = [" ".join(text for text in NASTY if "漢" not in text), "1. a", "- i", "# j\n===\n---\n> k"]


@FORMATS
@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_nothing_that_the_author_wrote_is_missing(path: Path, form: DocumentFormat, tmp_path: Path) -> None:
    text = squeezed(text_of(path, form, tmp_path)).casefold()  # what goes on with a sentence has a small letter
    assert [piece for piece in pieces(path) if not holds(text, squeezed(piece).casefold())] == []


@FORMATS
@EACH_KIND
def test_no_field_is_missing(kind: str, form: DocumentFormat, make: Callable[..., Path], tmp_path: Path) -> None:
    assert missing(make(kind), form, tmp_path) == []


@FORMATS
@EACH_KIND
@pytest.mark.parametrize("words", HOSTILE, ids=["all", "number", "dash", "heading"])
def test_any_text_is_literal(
    kind: str, form: DocumentFormat, words: str, make: Callable[..., Path], tmp_path: Path
) -> None:
    assert missing(make(kind, words), form, tmp_path) == []


@EACH_KIND
def test_pdf_passes_both_profiles(kind: str, make: Callable[..., Path], tmp_path: Path) -> None:
    assert_passes(rendered(make(kind), DocumentFormat.PDF), tmp_path)


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_pdf_of_what_is_written_passes_both_profiles(path: Path, tmp_path: Path) -> None:
    assert_passes(rendered(path, DocumentFormat.PDF), tmp_path)


@EACH_KIND
def test_html_is_well_built(kind: str, make: Callable[..., Path]) -> None:
    html = rendered(make(kind), DocumentFormat.HTML).decode()
    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert html.count("<table") == html.count("<thead")
    assert not re.search(r"<script|<link|src=|@import|url\(", html)


@FORMATS
def test_the_same_document_gives_the_same_bytes(form: DocumentFormat, make: Callable[..., Path]) -> None:
    path = make("situation-picture")
    again = Rendering(document(path), workspace(path), DAY).to(form)
    assert again == rendered(path, form)


@FORMATS
def test_a_table_of_many_rows_loses_none(form: DocumentFormat, tmp_path: Path) -> None:
    shutil.copytree(SMALL_WORKSPACE, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "plan-2024.yaml"
    plan = plain(path.read_text(encoding="utf-8"))
    plan["measures"] = [
        {"id": f"m{i}", "title": f"Åtgärd nummer {i}x", "text": "Lång text. " * (i % 40)} for i in range(200)
    ]
    path.write_text(json.dumps(plan), encoding="utf-8")
    text = squeezed(text_of(path, form, tmp_path))
    assert [i for i in range(200) if f"Åtgärdnummer{i}x" not in text] == []


def test_a_row_longer_than_a_page_runs_on(tmp_path: Path) -> None:
    shutil.copytree(SMALL_WORKSPACE, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "plan-2024.yaml"
    plan = plain(path.read_text(encoding="utf-8"))
    plan["measures"][0]["operative_goal"] = "\n\n".join(f"Stycke {i}x." for i in range(300))
    path.write_text(json.dumps(plan), encoding="utf-8")
    text = squeezed(text_of(path, DocumentFormat.PDF, tmp_path))
    assert [i for i in range(300) if f"Stycke{i}x." not in text] == []


# What each kind is for


def test_references_are_shown_by_their_words(tmp_path: Path) -> None:
    text = text_of(SMALL_WORKSPACE / "plan-2024.yaml", DocumentFormat.HTML, tmp_path)
    assert "1. Torget är mörkt på kvällen." in text
    assert "Fler är trygga i Centrum på kvällen." in text
    assert "Otryggt torg" in text
    assert "Lägesbild 2024" in text
    assert "Lessebo kommun" in text
    assert "otryggt-torg" not in text


def test_a_reference_that_leads_nowhere_is_shown_as_written(tmp_path: Path) -> None:
    path = tmp_path / "plan-2024.yaml"
    shutil.copy(SMALL_WORKSPACE / "plan-2024.yaml", path)
    text = text_of(path, DocumentFormat.HTML, tmp_path)
    assert "mörker" in text
    assert "avtal-2024" in text


@pytest.mark.parametrize(
    ("kind", "changes", "status"),
    [
        ("action-plan", {}, ""),
        ("action-plan", {"status": "draft"}, "Utkast"),
        ("action-plan", {"status": "draft", "decisions": [{"body": "KS", "date": "2024-04-10"}]}, "Utkast"),
        ("action-plan", {"status": "proposed"}, "Förslag"),
        ("action-plan", {"decisions": [{"body": "KS", "date": "2024-04-10"}]}, "Beslutad den 10 april 2024"),
        ("action-plan", {"decisions": [{"body": "KS"}]}, "Beslutad"),
        ("action-plan", {"status": "decided"}, "Beslutad"),
        ("action-plan", {"decisions": [{"body": "KS"}], "status": "expired"}, "Beslutad · Har gått ut"),
        ("action-plan", {"status": "in-force"}, "Gäller"),
        ("agreement", {"status": "in-force"}, ""),  # the head tells from when until when under that word
        ("agreement", {"status": "in-force", "signatures": SIGNED}, "Undertecknad den 2 maj 2024"),
        ("agreement", {"status": "expired"}, "Har gått ut"),
        ("action-plan", {"closed": {"date": "2025", "reason": "Ersatt."}}, "Avslutad"),
        ("citizen-promise", {"signatures": SIGNED}, "Undertecknat den 2 maj 2024"),
        ("citizen-promise", {"status": "signed"}, "Undertecknat"),
        ("citizen-promise", {"status": "decided", "closed": {}}, "Beslutat · Avslutat"),
        ("cause-analysis", {"date": None}, ""),
        ("follow-up", {"decisions": [{"body": "Styrgruppen", "date": "2024-04-10"}]}, ""),
    ],
)
def test_the_head_says_how_far_the_document_has_come(
    kind: str, changes: dict[str, Any], status: str, tmp_path: Path
) -> None:
    unsaid = dict.fromkeys(("status", "closed", "decisions", "signatures", "provenance"))
    data = {key: value for key, value in {**filled(kind), **unsaid, **changes}.items() if value is not None}
    path = tmp_path / "a.yaml"
    path.write_text(json.dumps(data), encoding="utf-8")
    html = rendered(path, DocumentFormat.HTML).decode().replace("\u00a0", " ")
    found = re.search(r'<div class="status"><p>([^<]*)', html)
    assert (found[1] if found else "") == status


def test_english_documents_have_english_words(make: Callable[..., Path], tmp_path: Path) -> None:
    swedish = re.compile(r"\b(Orsak|Åtgärd|Utfall|Hinder|Underlag|Målgrupp|Lagens|Beslut)\b")
    for kind in OTHERS:
        path = tmp_path / f"{kind}.yaml"
        data = json.loads(make(kind).read_text(encoding="utf-8"))
        path.write_text(json.dumps({**data, "language": "en"}), encoding="utf-8")
        text = text_of(path, DocumentFormat.HTML, tmp_path)
        for piece in sorted(pieces(path), key=len, reverse=True):
            text = text.replace(piece, "")
        assert not swedish.findall(text), kind


def test_the_three_parts_of_a_picture_can_be_told_apart(tmp_path: Path) -> None:
    text = text_of(SMALL_WORKSPACE / "bild-2024.yaml", DocumentFormat.HTML, tmp_path)
    assert list(dict.fromkeys(re.findall(r"4 § (\d) lagen", text))) == ["1", "2", "3"]


def test_an_outcome_stands_beside_what_it_is_held_against(tmp_path: Path) -> None:
    shutil.copytree(SMALL_WORKSPACE, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "uppföljning-2024.yaml"
    text = path.read_text(encoding="utf-8").replace("tryggare, result: ongoing", "tryggare, result: partly, value: 57")
    path.write_text(text, encoding="utf-8")
    shown = text_of(path, DocumentFormat.HTML, tmp_path)
    assert all(words in shown for words in ("52 procent (2023)", "minst 60 procent", "57 procent", "delvis"))


# One file of an agreement and what belongs to it


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samlad")
    shutil.copytree(SMALL_WORKSPACE, folder, dirs_exist_ok=True)
    for kind in OTHERS:
        data = filled(kind)
        data["introduction"] = f"Varje dokument har en not[^{data['references'][0]['id']}]."
        (folder / f"hel-{kind}.yaml").write_text(json.dumps(data), encoding="utf-8")
    return folder


@FORMATS
def test_a_collected_file_holds_every_document(form: DocumentFormat, whole: Path, tmp_path: Path) -> None:
    around = workspace(whole)
    raw = CollectedRendering(next(around.of_kind(Kind.AGREEMENT)), around, DAY).to(form)
    text = squeezed(text_in(raw, form, tmp_path))
    paths = sorted(whole.glob("*.yaml"))
    assert len(paths) == 7 + len(OTHERS)
    for path in paths:
        assert [piece for piece in pieces(path) if not holds(text, squeezed(piece))] == [], path.name
    if form is DocumentFormat.HTML:
        html = raw.decode()
        ids = re.findall(r' id="([^"]+)"', html)
        assert len(ids) == len(set(ids))
        assert all(target in ids for target in re.findall(r'href="#([^"]+)"', html))
        assert html.count("<h1") == 1
        assert [int(n) for n in re.findall(r'<li id="note-(\d+)"', html)] == list(range(1, len(OTHERS) + 1))
    if form is DocumentFormat.PDF:
        assert_passes(raw, tmp_path)


# Charts

YEARS = [CoarseDate(year) for year in range(2019, 2024)]
OWN = Series("Torget", tuple(Point(year, Decimal(50 + i)) for i, year in enumerate(YEARS)))
COUNTY = Series("Länet", tuple(Point(year, Decimal(60)) for year in YEARS[1:]))


def test_a_chart_says_every_figure_in_words() -> None:
    drawn = chart([OWN, COUNTY], Limits(Decimal("57.5"), None), Measure("procent", may_break=True), "sv")
    assert drawn is not None
    assert drawn.desc == (
        "Linjediagram, procent. Torget: 2019: 50, 2020: 51, 2021: 52, 2022: 53, 2023: 54. "
        "Länet: 2020: 60, 2021: 60, 2022: 60, 2023: 60. Målvärde: minst 57,5."
    )
    looks = {(path.stroke, path.dash) for path in drawn.paths if path.fill == "none"}
    assert len(looks) == 5, "the grid, zero, two series and the target, each with its own colour and dash"


def test_two_limits_are_drawn_as_a_band_between_two_lines() -> None:
    drawn = chart([OWN], Limits(Decimal(52), Decimal("53.5")), Measure("per cent"), "en")
    assert drawn is not None
    assert drawn.desc.endswith("Target: between 52 and 53.5.")
    assert "Target: between 52 and 53.5" in " ".join(text.text for text in drawn.texts)
    in_chart, beside_its_name = [path.d for path in drawn.paths if path.stroke == "none"]
    lines = [path.d for path in drawn.paths if path.dash == "1.5 3.5"]
    places = [re.fullmatch(r"M(\S+) (\S+)H(\S+)", line) for line in lines[:2]]
    assert all(places)
    (left, low, right), (_, high, _) = [place.groups() for place in places if place]
    assert in_chart == f"M{left} {high}H{right}V{low}H{left}Z"
    assert float(low) > float(high), "upwards is less in a picture"
    assert float(beside_its_name[1:].split()[0]) > float(right)
    assert len(lines) == 4


@pytest.mark.parametrize(
    ("limits", "lines"),
    [
        (Limits(Decimal(15), None), ["Målvärde:", "minst 15"]),
        (Limits(Decimal(40), Decimal(12500)), ["Målvärde:", "mellan 40", "och 12\u202f500"]),
    ],
)
def test_the_figure_of_a_target_stands_on_the_line_of_the_word_before_it(limits: Limits, lines: list[str]) -> None:
    drawn = chart([OWN], limits, Measure("procent"), "sv", Frame(306, 120))
    assert drawn is not None
    assert [text.text for text in drawn.texts if text.anchor == "start"][1:] == lines


def ticks_of(drawn: Chart) -> list[str]:
    """Give the figures of the vertical axis, from below."""
    return [text.text for text in drawn.texts if text.anchor == "end"]


def of_years(*figures: tuple[int, str]) -> Series:
    return Series("Torget", tuple(Point(CoarseDate(year), Decimal(value)) for year, value in figures))


def drawn_of(series: Series, *others: Series, whole: bool = True, may_break: bool = False) -> Chart:
    drawn = chart([series, *others], None, Measure("antal", is_whole=whole, may_break=may_break), "sv")
    assert drawn is not None
    return drawn


@pytest.mark.parametrize("highest", ["1", "2", "3", "9", "12", "41"])
def test_counts_have_whole_steps_from_zero(highest: str) -> None:
    ticks = ticks_of(drawn_of(of_years((2019, highest), (2020, highest))))
    assert ticks[0] == "0"
    assert all(tick.isdigit() for tick in ticks)
    assert int(ticks[-1]) >= int(highest)


def test_an_axis_that_leaves_out_zero_says_so() -> None:
    near = of_years((2019, "90.5"), (2020, "92"))
    whole, broken = drawn_of(near, whole=False), drawn_of(near, whole=False, may_break=True)
    assert ticks_of(whole)[0] == "0"
    assert whole.note == ""
    assert ticks_of(broken)[0] == "90,5"
    assert broken.note == "Axeln är bruten: den börjar vid 90,5, inte vid 0."
    assert broken.desc.endswith(broken.note)
    assert any("l-5 -3l10 -4" in path.d for path in broken.paths), "a break is drawn"
    assert not drawn_of(of_years((2019, "40"), (2020, "48")), may_break=True).note


def test_a_line_is_broken_over_missing_years_and_years_stand_true_to_time() -> None:
    drawn = drawn_of(of_years((2014, "3"), (2015, "4"), (2016, "5"), (2020, "6"), (2021, "7")))
    lines = [path.d for path in drawn.paths if path.width == "2.6"]
    assert [line.count("L") for line in lines] == [2, 1]
    years = {text.text: float(text.x) for text in drawn.texts if text.anchor == "middle" and len(text.text) == 4}
    assert {"2017", "2018", "2019"} <= set(years)
    assert years["2020"] - years["2016"] == pytest.approx(4 * (years["2015"] - years["2014"]), abs=1)


def test_a_survey_of_every_other_year_is_one_line() -> None:
    every_year = of_years(*((year, "9") for year in range(2019, 2024)))
    drawn = drawn_of(of_years((2019, "3"), (2021, "4"), (2023, "5")), every_year)
    assert [path.d.count("L") for path in drawn.paths if path.width == "2.6" and "L" in path.d] == [2]


def test_months_are_a_line_until_one_is_missing_and_days_are_one_line() -> None:
    months = Series("Torget", tuple(Point(CoarseDate(2024, month), Decimal(4)) for month in (1, 2, 3, 6)))
    assert [path.d.count("L") for path in drawn_of(months).paths if path.width == "2.6"] == [2]
    days = Series("Torget", tuple(Point(CoarseDate(2024, month, 3), Decimal(4)) for month in (1, 2, 3, 9)))
    assert [path.d.count("L") for path in drawn_of(days).paths if path.width == "2.6"] == [3]
    assert "3 sep 2024" in {text.text for text in drawn_of(days).texts}


def test_a_chart_of_nothing_but_zeros_says_so() -> None:
    drawn = drawn_of(of_years((2019, "0"), (2020, "0")))
    assert drawn.note == "Alla värden är 0."
    assert ticks_of(drawn) == ["0", "1"]


def test_zero_is_a_strong_line_among_figures_below_it() -> None:
    drawn = drawn_of(of_years((2019, "-4"), (2020, "6")))
    strong = [path for path in drawn.paths if path.width == "1.4"]
    assert len(strong) == 1
    assert ticks_of(drawn)[0].startswith("−")


def test_each_series_has_its_own_look_and_only_its_own_figures_the_main_colour() -> None:
    series = [Series(f"Kommun {i}", OWN.points) for i in range(9)]
    drawn = chart(series, None, Measure("antal"), "sv")
    assert drawn is not None
    main = next(path.stroke for path in drawn.paths if path.width == "2.6")
    assert [path.width for path in drawn.paths if path.stroke == main and path.fill == "none"] == ["2.6", "2.6"]
    assert {f"Kommun {i}" for i in range(9)} <= {text.text for text in drawn.texts}, "each is named"
    alone = drawn_of(OWN)
    assert "Torget" not in {text.text for text in alone.texts}, "a line alone needs no name"


def test_bars_are_held_against_a_band() -> None:
    one, other = (Series(name, (Point(YEARS[0], Decimal(value)),)) for name, value in (("Torget", 35), ("Länet", 50)))
    drawn = chart([one, other], Limits(Decimal(40), Decimal(60)), Measure("procent", may_break=True), "sv")
    assert drawn is not None
    assert drawn.desc == "Stapeldiagram, procent. Torget: 2019: 35. Länet: 2019: 50. Målvärde: mellan 40 och 60."
    assert drawn.paths[0].stroke == "none", "the band lies behind the bars"


@pytest.mark.parametrize("low", [None, "-9999999999.5", "0.9"])
@pytest.mark.parametrize(
    "figures_of",
    [
        ["0"],
        ["0", "0"],
        ["-5", "3"],
        ["0.001", "0.002"],
        ["999999999999999", "1"],
        ["100", "101"],
        ["-3", "-3"],
        ["7"],
        ["-99999999999", "99999999999"],
    ],
)
def test_any_figures_can_be_drawn(figures_of: list[str], low: str | None) -> None:
    series = Series("A", tuple(Point(YEARS[i], Decimal(value)) for i, value in enumerate(figures_of)))
    drawn = chart(
        [series, series], Limits(Decimal(low) if low else None, Decimal(1)), Measure("antal", is_whole=True), "sv"
    )
    assert drawn is not None
    height = float(drawn.height)
    for text in drawn.texts:
        width = 6.5 * len(text.text)
        start = float(text.x) - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
        assert start >= 0
        assert start + width <= 640
        assert 0 <= float(text.y) <= height


def test_a_chart_is_a_picture_with_words_in_every_format_that_has_pictures(make: Callable[..., Path]) -> None:
    path = make("situation-picture")
    html = rendered(path, DocumentFormat.HTML).decode()
    assert re.search(r'<svg [^>]*role="img"', html)
    assert "<desc>" in html
    with zipfile.ZipFile(io.BytesIO(rendered(path, DocumentFormat.DOCX))) as file:
        root = ET.fromstring(file.read("word/document.xml"))  # noqa: S314
        pictures = [name for name in file.namelist() if name.endswith(".png")]
    said_of = [found.get("descr", "") for found in root.iter() if found.tag.endswith("}docPr")]
    assert len(pictures) == len(said_of) == 1
    assert "diagram" in said_of[0]
    assert not [found for found in root.iter() if found.get("descr", "").startswith("data:")]
