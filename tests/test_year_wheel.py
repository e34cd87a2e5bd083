"""The year's wheel names what falls in each month."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import TYPE_CHECKING

import docx
import pytest

from samverkan.render.drawing.year_wheel import DueThing, year_wheel
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.run.report import ReportRendering
from tests.rendered import SMALL_WORKSPACE, assert_passes, document, squeezed, text_in, workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

TODAY = date(2026, 11, 20)
AGREEMENT = SMALL_WORKSPACE / "avtal-2024.yaml"


def _report(day: date) -> ReportRendering:
    return ReportRendering(document(AGREEMENT), workspace(AGREEMENT), day)


def test_what_falls_due_stands_in_its_month_with_who_is_to_do_it() -> None:
    things = [
        DueThing(date(2027, 1, 31), "Följ upp planen", "Styrgruppen"),
        DueThing(date(2026, 11, 30), "Håll löftet", ""),
        DueThing(date(2027, 11, 1), "Senare än ett år", ""),
        DueThing(date(2027, 1, 2), "Möte", ""),
    ]
    wheel = year_wheel(things, TODAY, "sv")
    assert [month.name for month in wheel.months[:3]] == ["november 2026", "december 2026", "januari 2027"]
    assert len(wheel.months) == 12
    assert [item["what"] for month in wheel.months for item in month.items] == [
        "Håll löftet",
        "Möte",
        "Följ upp planen",
    ]
    assert wheel.months[2].items[1] == {"day": "31 jan", "what": "Följ upp planen", "who": "Styrgruppen"}
    assert "november 2026: 1, januari 2027: 2" in str(wheel.chart["desc"])


def test_what_falls_on_one_day_in_the_same_words_is_told_once() -> None:
    things = [DueThing(date(2027, 1, 31), "Följ upp planen", who) for who in ("Rådet", "Rådet", "Polisen")]
    wheel = year_wheel(things, TODAY, "sv")
    assert [item["who"] for item in wheel.months[2].items] == ["Polisen", "Rådet"]
    assert "januari 2027: 2" in str(wheel.chart["desc"])


def test_a_full_month_says_how_much_more_there_is() -> None:
    things = [DueThing(date(2026, 12, 1 + i), f"Sak {i}", "") for i in range(7)]
    wheel = year_wheel(things, TODAY, "en")
    assert [item["what"] for item in wheel.months[1].items] == ["Sak 0", "Sak 1", "Sak 2", "Sak 3"]
    assert wheel.months[1].more == "and 3 more"
    assert [(month.name, len(month.items)) for month in wheel.rest] == [("December 2026", 3)]


def test_the_page_of_duties_names_them(run: Callable[..., Outcome]) -> None:
    page = run("followup", str(SMALL_WORKSPACE), "--format", "html", "--today", "2024-06-01").out
    wheel = page[page.index('class="year-wheel"') : page.index('<section class="')]
    assert re.search(r"<strong>31 okt</strong> Åtgärd: Bättre belysning – Lessebo kommun", wheel)
    assert "Årshjul över det som ska göras" in wheel
    rows = page[page.index("<tbody>") :]
    assert re.search(r">den 31\s(maj|oktober)\s2024<br>", rows)
    assert not re.search(r"\b\d{4}-\d\d-\d\d\b", rows)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_long_titles_are_divided_on_a_page_in_any_language(run: Callable[..., Outcome], language: str) -> None:
    page = run("followup", str(SMALL_WORKSPACE), "--format", "html", "--today", "2024-06-01", "--lang", language).out
    assert "Samverkans\u00adöverenskommelse" in page


def test_the_report_ends_with_the_year_ahead(tmp_path: Path) -> None:
    report = _report(date(2024, 6, 1))
    for form in DocumentFormat:
        text = squeezed(text_in(report.to(form), form, tmp_path))
        parts = ("oktober 2024", "Åtgärd: Bättre belysning – Lessebo kommun")
        assert [part for part in parts if squeezed(part) not in text] == [], form
    assert_passes(report.to(DocumentFormat.PDF), tmp_path)
    sections = docx.Document(io.BytesIO(report.to(DocumentFormat.DOCX))).sections
    assert sections[-1].orientation.name == "LANDSCAPE"


def test_a_report_with_nothing_ahead_has_no_wheel() -> None:
    assert "Årshjul" not in _report(date(2099, 1, 1)).to(DocumentFormat.HTML).decode()
