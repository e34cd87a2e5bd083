"""The page that pictures and follow-ups open with: the author's summary, bars of the outcomes, and small charts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from samverkan.model.choices import Item, Result
from samverkan.model.links import REVIEWED_ITEMS
from samverkan.render.context.names import Names
from samverkan.render.context.phrases import Phrases
from samverkan.render.context.tally import bars_of
from samverkan.render.drawing.outcome_bars import ON_PAGES, ON_PHONES, Row, Shape, Verdict, outcome_bars
from samverkan.render.formats.document_format import DocumentFormat
from tests.conftest import EXAMPLES, SMALL
from tests.rendered import SMALL_WORKSPACE, document, rendered, workspace
from tests.test_report import PLAN

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.words.sentence import Language

PICTURE = """\
samverkan: 1
kind: situation-picture
id: bild
title: Lägesbild
language: {language}
agreement: avtal-2024
date: 2024-05
{summary}
indicators:
{indicators}
"""
INDICATOR = """\
  - id: i{n}
    title: Mått {n}
    unit: {unit}
    values: [{{period: 2022, value: {n}}}, {{period: 2023, value: 9.25}}]
"""
REVIEW = """\
samverkan: 1
kind: follow-up
id: följd
title: Uppföljning
agreement: avtal-2024
date: 2024-12-01
reviews: [{{document: p1}}]
{summary}
outcomes:
{outcomes}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "p.yaml").write_text(PLAN.format(id="p1", year=2024, target="at_least: 60", rest=""), encoding="utf-8")
    return tmp_path


def picture(folder: Path, count: int, summary: str = "", language: str = "sv", unit: str = "count") -> str:
    """Render a picture with some indicators, and give its web page."""
    indicators = "".join(INDICATOR.format(n=n, unit=unit) for n in range(1, count + 1))
    path = folder / "bild.yaml"
    path.write_text(PICTURE.format(language=language, summary=summary, indicators=indicators), encoding="utf-8")
    return rendered(path, DocumentFormat.HTML).decode()


def follow_up(folder: Path, outcomes: list[str], summary: str = "") -> str:
    """Render a follow-up with some outcomes, and give its web page."""
    listed = "".join(f"  - {{title: Punkt {i}, {outcome}}}\n" for i, outcome in enumerate(outcomes))
    path = folder / "följd.yaml"
    path.write_text(REVIEW.format(summary=summary, outcomes=listed), encoding="utf-8")
    return rendered(path, DocumentFormat.HTML).decode()


def overview_of(html: str) -> str:
    """Give the HTML of the page; empty where there is none."""
    found = re.search(r'<section class="overview">.*?</section>', html, re.DOTALL)
    return found[0] if found else ""


class TestPictures:
    def test_open_with_the_summary_and_small_charts(self, folder: Path) -> None:
        found = overview_of(picture(folder, 3, "summary: Det har blivit *lugnare*."))
        assert "På en sida" in found
        assert "<em>lugnare</em>" in found
        assert found.count("<svg") == 3

    def test_with_few_figures_have_no_page_of_their_own(self, folder: Path) -> None:
        assert overview_of(picture(folder, 2)) == ""

    def test_with_few_figures_may_have_a_summary(self, folder: Path) -> None:
        found = overview_of(picture(folder, 2, "summary: Det har blivit lugnare."))
        assert "Sammanfattning" in found
        assert "<svg" not in found

    def test_say_that_there_are_more(self, folder: Path) -> None:
        found = overview_of(picture(folder, 8, language="en"))
        assert found.count("<svg") == 6
        assert "The figures of 2 more indicators stand under the heading Indicators." in found

    def test_figures_of_a_column_have_as_many_decimals(self, folder: Path) -> None:
        html = picture(folder, 1)
        assert re.findall(r"<td[^>]*text-align: right[^>]*>(.*?)</td>", html) == ["1\u202f\u2007\u2007", "9,25"]
        assert html.count("Enhet: antal") == 1

    def test_notes_of_the_summary_come_first(self, folder: Path) -> None:
        path = folder / "bild.yaml"
        rest = "references: [{id: lag, title: Lagen}, {id: bok, title: Boken}]\nintroduction: Se[^bok]."
        indicators = INDICATOR.format(n=1, unit="count")
        text = PICTURE.format(language="sv", summary="summary: Enligt[^lag].\n" + rest, indicators=indicators)
        path.write_text(text, encoding="utf-8")
        notes = rendered(path, DocumentFormat.HTML).decode().partition('class="notes"')[2]
        assert re.findall("(Lagen|Boken)", notes) == ["Lagen", "Boken"]


class TestPreliminaryFigures:
    def shown(self, folder: Path, values: str, rest: str = "") -> tuple[str, str]:
        """Give the facts and the table of an indicator as text."""
        indicator = f"  - {{id: i, title: Mått, unit: count, values: [{values}]{rest}}}"
        path = folder / "bild.yaml"
        path.write_text(PICTURE.format(language="sv", summary="", indicators=indicator), encoding="utf-8")
        html = rendered(path, DocumentFormat.HTML).decode()
        table = re.search(r'<table class="figures">.*?</table>', html, re.DOTALL)
        assert table
        plain = [" ".join(re.sub("<[^>]+>", " ", part).split()) for part in (html.replace(table[0], ""), table[0])]
        return plain[0], plain[1]

    def test_are_marked_where_others_are_final(self, folder: Path) -> None:
        facts, table = self.shown(
            folder, "{period: 2022, value: 1, status: final}, {period: 2023, value: 2, status: preliminary}"
        )
        assert "slutlig" not in facts + table
        assert "2023 (preliminär) 2" in table

    def test_are_marked_one_by_one_in_a_row_of_both(self, folder: Path) -> None:
        others = ", comparisons: [{name: Länet, values: [{period: 2023, value: 7, status: preliminary}]}]"
        _, table = self.shown(folder, "{period: 2022, value: 1}, {period: 2023, value: 2, status: final}", others)
        assert "2023 2 preliminär 7" in table

    def test_are_told_once_where_all_are(self, folder: Path) -> None:
        facts, table = self.shown(folder, "{period: 2022, value: 1}, {period: 2023, value: 2}", ", status: preliminary")
        assert "Siffrornas status: preliminär" in facts
        assert "preliminär" not in table


class TestFollowUps:
    MANY = ("reached", "partly", "ongoing", "reached", "not-reached", "reached")

    def test_open_with_bars(self, folder: Path) -> None:
        html = follow_up(folder, [f"result: {result}" for result in self.MANY], "summary: Det går framåt.")
        found = overview_of(html)
        assert "På en sida" in found
        assert "Det går framåt." in found
        assert "Annat: 3 av 6 uppnådda eller genomförda (3 uppnådda eller genomförda, 1 delvis, 1 pågår, 1 " in found
        assert html.count("Det går framåt.") == 1, "nothing is said twice"

    def test_keep_the_order_of_the_file(self, folder: Path) -> None:
        html = follow_up(folder, [f"result: {result}" for result in self.MANY])
        assert re.findall(r"<p>(Punkt \d)</p>", html) == [f"Punkt {i}" for i in range(6)]
        assert 'class="wide"' not in html

    def test_with_few_outcomes_have_no_page_of_their_own(self, folder: Path) -> None:
        assert overview_of(follow_up(folder, ["result: reached"] * 3)) == ""

    def test_count_only_what_has_a_verdict(self, folder: Path) -> None:
        found = overview_of(follow_up(folder, ["result: reached"] * 6 + ["value: 4", "light: green"]))
        assert "6 av 6 uppnådda eller genomförda" in found
        assert "Antal utfall som bara är beskrivna i ord, med siffror eller med färg: 2." in found

    def test_in_words_alone_have_no_bars(self, folder: Path) -> None:
        assert overview_of(follow_up(folder, ["comment: Det gick bra."] * 8)) == ""


def test_kinds_are_counted_apart_and_together(folder: Path) -> None:
    plan = PLAN.format(id="p1", year=2024, target="at_least: 60", rest="measures: [{id: ljus, title: Ljus}]")
    (folder / "p.yaml").write_text(plan, encoding="utf-8")
    listed = "  - {item: trygga, result: reached, value: 61, period: 2024}\n  - {item: ljus, result: ongoing}\n"
    listed += "".join(f"  - {{title: Punkt {i}, result: reached}}\n" for i in range(4))
    path = folder / "följd.yaml"
    path.write_text(REVIEW.format(summary="", outcomes=listed), encoding="utf-8")
    found = overview_of(rendered(path, DocumentFormat.HTML).decode())
    for said in ("Sammanlagt: 5 av 6 uppnådda eller genomförda", "Mål: 1 av 1 uppnådda", "Åtgärder: 0 av 1 genomförda"):
        assert said in found
    assert "Linjediagram" in found


@pytest.mark.parametrize("layout", [ON_PAGES, ON_PHONES])
@pytest.mark.parametrize("counts", [(1, 0, 0), (0, 0, 0), (999, 1, 5), (1, 1, 1)])
def test_bars_fill_their_room_and_have_patterns(layout: Shape, counts: tuple[int, ...]) -> None:
    verdicts = [Verdict(0, "uppnått"), Verdict(1, "delvis"), Verdict(3, "inte uppnått")]
    drawn = outcome_bars([Row("Mål", "så många", counts, tuple(one.word for one in verdicts))], verdicts, "sv", layout)
    for text in drawn.texts:
        width = 7 * len(text.text)
        start = float(text.x) - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
        assert 0 <= start <= start + width <= layout.width
        assert float(text.y) <= float(drawn.height)
    fills = {path.fill for path in drawn.paths} - {"none"}
    assert len(fills) == 3
    patterns = [path.d for path in drawn.paths if path.fill == "none" and "L" in path.d]
    assert len(patterns) >= 2, "colour alone tells nothing"


def test_the_example_reads_on_one_page() -> None:
    html = rendered(EXAMPLES / "exempelkommun" / "lagesbild-2026.yaml", DocumentFormat.HTML).decode()
    assert overview_of(html).count("<svg") == 6


class TestMarkdown:
    """There are no pictures in a Markdown file."""

    def test_tells_the_bars_in_words(self, folder: Path) -> None:
        follow_up(folder, [f"result: {result}" for result in TestFollowUps.MANY])
        text = rendered(folder / "följd.yaml", DocumentFormat.MD).decode()
        told = (
            "Annat: 3 av 6 uppnådda eller genomförda (3 uppnådda eller genomförda, 1 delvis, 1 pågår, "
            "1 inte uppnått eller genomfört)."
        )
        assert f"## På en sida\n\n{told}\n" in text

    def test_has_no_page_of_charts_that_it_cannot_show(self, folder: Path) -> None:
        picture(folder, 8)
        text = rendered(folder / "bild.yaml", DocumentFormat.MD).decode()
        assert "På en sida" not in text
        assert "**Mått 1**" not in text

    def test_keeps_the_summary_of_such_a_page(self, folder: Path) -> None:
        picture(folder, 8, "summary: Det har blivit *lugnare*.")
        text = rendered(folder / "bild.yaml", DocumentFormat.MD).decode()
        assert "## På en sida\n\nDet har blivit *lugnare*.\n\n##" in text


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("item", [*REVIEWED_ITEMS, None])
def test_every_verdict_of_everything_has_words(item: Item | None, language: Language) -> None:
    names = Names(document(SMALL_WORKSPACE / "avtal-2024.yaml"), workspace(SMALL_WORKSPACE), language)
    told = bars_of([(item, result) for result in Result], Phrases(language, names))["told"]
    assert all(result.of(item).say(language) in str(told) for result in Result)
