"""The report over time: figures, results and trends, as the follow-ups have them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import page
import pytest

from samverkan.check import check
from samverkan.model.choices import Kind
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.run.report import ReportRendering
from samverkan.reviews.results import PartResults, ResultTrend, results_of
from tests.conftest import EXAMPLES, ROOT, SMALL
from tests.rendered import DAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

EXAMPLE = EXAMPLES / "exempelkommun"
PLAN = """\
samverkan: 1
kind: action-plan
id: {id}
title: Plan {id}
agreement: avtal-2024
period: {{from: {year}, until: {year}}}
goals:
  - {{id: trygga, text: Fler är trygga., unit: per-cent, baseline: {{value: 50, period: 2023}}, target: {{{target}}}}}
{rest}
"""
REVIEW = """\
samverkan: 1
kind: follow-up
id: u{year}
title: Uppföljning
agreement: avtal-2024
date: {year}-12-01
reviews: [{{document: {document}}}]
outcomes: [{{item: trygga, {outcome}}}]
"""


def progress_of(folder: Path, today: str) -> dict[str, PartResults]:
    day = date.fromisoformat(today)
    (workspace,) = check([str(folder)], day).workspaces
    agreement = next(workspace.of_kind(Kind.AGREEMENT))
    return {f"{one.document.id}#{one.part.id}": one for one in results_of(workspace, agreement, day)}  # type: ignore[attr-defined]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "p.yaml").write_text(PLAN.format(id="p1", year=2024, target="at_least: 60", rest=""), encoding="utf-8")
    return tmp_path


def review(folder: Path, year: int, outcome: str, document: str = "p1") -> None:
    text = REVIEW.format(year=year, outcome=outcome, document=document)
    (folder / f"u{year}.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("outcomes", "trend"),
    [
        ([], ResultTrend.UNKNOWN),
        (["result: ongoing"], ResultTrend.FIRST),
        (["result: ongoing, value: 55"], ResultTrend.BETTER),
        (["result: ongoing, value: 45"], ResultTrend.WORSE),
        (["result: ongoing, value: 55", "result: ongoing, value: 55"], ResultTrend.SAME),
        (["result: ongoing", "result: reached"], ResultTrend.BETTER),
        (["result: reached", "result: not-reached"], ResultTrend.WORSE),
        (["result: partly", "result: ongoing"], ResultTrend.SAME),
    ],
)
def test_the_trend_in_words(folder: Path, outcomes: list[str], trend: ResultTrend) -> None:
    for i, outcome in enumerate(outcomes):
        review(folder, 2024 + i, outcome)
    assert progress_of(folder, "2030-01-01")["p1#trygga"].trend is trend


@pytest.mark.parametrize(
    ("period", "value", "trend"),
    [
        ("2024", 36, ResultTrend.BETTER),
        ("januari–september 2024", 36, ResultTrend.UNLIKE),  # fewer in nine months than in a year
        ("januari–september 2024", 56, ResultTrend.WORSE),  # more in nine months is more
        ("2024-09-30", 36, ResultTrend.BETTER),
    ],
)
def test_counts_of_unlike_times_have_no_direction(folder: Path, period: str, value: int, trend: ResultTrend) -> None:
    text = PLAN.format(id="p1", year=2024, target="at_most: 40", rest="").replace("per-cent", "count")
    (folder / "p.yaml").write_text(text, encoding="utf-8")
    review(folder, 2024, f"result: partly, value: {value}, period: {period}")
    assert progress_of(folder, "2030-01-01")["p1#trygga"].trend is trend
    rules = [one.rule for one in check([str(folder)], date(2030, 1, 1)).findings]
    assert ("result-contradicts-figure" in rules) is (value == 36 and trend is ResultTrend.BETTER)


def test_fewer_is_better_where_the_target_is_a_most(folder: Path) -> None:
    text = PLAN.format(id="p1", year=2024, target="at_most: 40", rest="")
    (folder / "p.yaml").write_text(text, encoding="utf-8")
    review(folder, 2024, "result: ongoing, value: 45")
    assert progress_of(folder, "2030-01-01")["p1#trygga"].trend is ResultTrend.BETTER


def test_a_goal_goes_on_in_the_next_plan(folder: Path) -> None:
    text = PLAN.format(id="p2", year=2025, target="at_least: 65", rest="supersedes: p1")
    (folder / "p2.yaml").write_text(text, encoding="utf-8")
    review(folder, 2024, "result: ongoing, value: 55")
    review(folder, 2025, "result: ongoing, value: 58", "p2")
    found = progress_of(folder, "2030-01-01")
    assert [str(mark.outcome.value) for mark in found["p2#trygga"].marks] == ["55", "58"]
    assert "p1#trygga" not in found


def test_what_has_not_taken_place_is_not_told(folder: Path) -> None:
    review(folder, 2024, "result: reached, value: 61")
    assert progress_of(folder, "2024-06-01")["p1#trygga"].marks == ()


def test_the_example_in_every_format(run: Callable[..., Outcome], tmp_path: Path) -> None:
    ended = run("report", str(EXAMPLE), "--today", "2026-11-20", "--out", str(tmp_path / "ut"))
    assert ended.code == 0
    text = (tmp_path / "ut" / "overenskommelse-2024-report.md").read_text(encoding="utf-8")
    for words in (
        "Målen i korthet",
        "går åt rätt håll",
        "9\u202f120 per 100 000 invånare (2025)",
        "den 10 december 2025",
    ):
        assert words in text
    html = (tmp_path / "ut" / "overenskommelse-2024-report.html").read_text(encoding="utf-8")
    assert "2022: 9\u202f380, 2023: 9\u202f550, 2024: 9\u202f310, 2025: 9\u202f120" in html
    pdf = str(tmp_path / "ut" / "overenskommelse-2024-report.pdf")
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        assert page.validate_pdf(pdf, profile=profile).is_compliant


def test_without_an_agreement_a_plan_or_a_promise_there_is_nothing_to_report(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    picture = "samverkan: 1\nkind: situation-picture\nid: bild\ntitle: Bild\ndate: 2024\n"
    (tmp_path / "b.yaml").write_text(picture, encoding="utf-8")
    ended = run("report")
    assert ended.code == 3
    assert "ingen överenskommelse eller plan och inget löfte" in ended.err
    assert not (tmp_path / "build").exists()


def test_the_same_day_gives_the_same_bytes(run: Callable[..., Outcome], tmp_path: Path) -> None:
    for name in ("ett", "två"):
        run("report", str(ROOT / "tests" / "workspace"), "--today", "2026-01-01", "--out", str(tmp_path / name))
    for form in ("md", "html", "pdf"):
        one, other = ((tmp_path / name / f"avtal-2024-report.{form}").read_bytes() for name in ("ett", "två"))
        assert one == other


class TestFollowUpsOwnCharts:
    """A follow-up shows how the figures of its goals have gone until then."""

    def drawn(self, run: Callable[..., Outcome], folder: Path, name: str) -> list[str]:
        run("render", str(folder), "--format", "html", "--out", "ut")
        html = (folder / "ut" / f"{name}.html").read_text(encoding="utf-8")
        return re.findall("<desc>(.*?)</desc>", html)

    def test_from_the_baseline_to_this_one_with_the_target(self, run: Callable[..., Outcome], folder: Path) -> None:
        review(folder, 2024, "result: ongoing, value: 52, period: 2024")
        review(folder, 2025, "result: ongoing, value: 58.5, period: 2025")
        line = "Linjediagram, procent. Värde: 2023: 50, 2024: 52"
        assert self.drawn(run, folder, "u2024") == [f"{line}. Målvärde: minst 60."]
        assert self.drawn(run, folder, "u2025") == [f"{line}, 2025: 58,5. Målvärde: minst 60."]

    def test_a_target_with_two_limits_is_a_band(self, run: Callable[..., Outcome], folder: Path) -> None:
        text = PLAN.format(id="p1", year=2024, target="at_least: 60, at_most: 70.5", rest="")
        (folder / "p.yaml").write_text(text, encoding="utf-8")
        review(folder, 2024, "result: ongoing, value: 52, period: 2024")
        (drawn,) = self.drawn(run, folder, "u2024")
        assert drawn == "Linjediagram, procent. Värde: 2023: 50, 2024: 52. Målvärde: mellan 60 och 70,5."
        html = (folder / "ut" / "u2024.html").read_text(encoding="utf-8")
        assert "<strong>Målvärde:</strong> mellan 60 och 70,5 procent" in re.sub(' class="label"', "", html)
        written = " ".join(re.findall(r"<text[^>]*>(.*?)</text>", html))
        assert "Målvärde: mellan 60 och 70,5" in written

    def test_with_the_target_of_the_plan_that_was_followed_up(self, run: Callable[..., Outcome], folder: Path) -> None:
        later = PLAN.format(id="p2", year=2025, target="at_least: 70", rest="supersedes: [p1]")
        (folder / "p2.yaml").write_text(later, encoding="utf-8")
        review(folder, 2024, "result: ongoing, value: 52")
        review(folder, 2025, "result: ongoing, value: 58", document="p2")
        assert "Målvärde: minst 60." in self.drawn(run, folder, "u2024")[0]
        (drawn,) = self.drawn(run, folder, "u2025")
        assert "den 1 december 2024: 52, den 1 december 2025: 58. Målvärde: minst 70." in drawn.replace("\u00a0", " ")

    def test_one_period_is_no_line(self, run: Callable[..., Outcome], folder: Path) -> None:
        review(folder, 2024, "result: ongoing, value: 52, period: 2023")
        assert self.drawn(run, folder, "u2024") == []
        plan = folder / "p.yaml"
        plan.write_text(
            plan.read_text(encoding="utf-8").replace("{value: 50, period: 2023}", "{source: enkät}"), "utf-8"
        )
        review(folder, 2024, "result: ongoing, value: 52")
        assert self.drawn(run, folder, "u2024") == []

    def test_is_made_anew_when_an_earlier_one_is_corrected(self, run: Callable[..., Outcome], folder: Path) -> None:
        review(folder, 2024, "result: ongoing, value: 52")
        review(folder, 2025, "result: ongoing, value: 58")
        self.drawn(run, folder, "u2025")
        review(folder, 2024, "result: ongoing, value: 53")
        assert "den 1 december 2024: 53" in self.drawn(run, folder, "u2025")[0].replace("\u00a0", " ")


def test_points_in_one_line_are_parted() -> None:
    around = check([str(EXAMPLES / "exempelkommun")], DAY).workspaces[0]
    report = ReportRendering(next(around.of_kind(Kind.AGREEMENT)), around, DAY)
    text = " ".join(report.to(DocumentFormat.MD).decode().split())
    assert "beslutad i alla tre verksamheterna; ett stickprov" in text
