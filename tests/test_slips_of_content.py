"""Slips in figures, years and words: when a line to paste is handed over, and when it is not certain enough."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from samverkan.check import check
from samverkan.source.cut_words import cut_words
from samverkan.source.edits import pasted
from samverkan.source.extents import Extents
from samverkan.source.lines import lines_of

MISTAKES = Path(__file__).parent / "mistakes"


def told(folder: Path, rule: str, name: str, old: str, new: str) -> list[list[str]]:
    """Change the file of a mistake in one place, and give the lines to paste of each finding of a rule."""
    text = (MISTAKES / name / "input.yaml").read_text(encoding="utf-8")
    assert old in text
    changed = text.replace(old, new)
    (folder / "a.yaml").write_text(changed, encoding="utf-8")
    found = [one for one in check([str(folder)], date(2024, 6, 1)).findings if one.rule == rule]
    return [pasted(lines_of(changed), one.edit) if one.edit else [] for one in found]


@pytest.mark.parametrize(
    ("goal", "count"),
    [("direction: increase", 0), ("direction: maintain", 1), ("direction: decrease", 1)],
)
def test_a_minus_is_put_before_a_decrease_alone(goal: str, count: int, tmp_path: Path) -> None:
    lines = told(tmp_path, "direction-contradicts-target", "minskning-utan-minus", "direction: decrease", goal)
    assert lines == ([["    target: {change_percent: -15}"]] if "decrease" in goal else [[]] * count)


@pytest.mark.parametrize(
    ("period", "line"),
    [
        ("{from: 2024-05, until: 2024-04}", "period: {from: 2024-05, until: 2025-04}"),
        ("{from: 2024-05, until: 2022-04}", ""),
        ("{from: 2024, until: 2023}", ""),
        ("{from: 2025-03-01, until: 2024-02-29}", ""),
        ("{from: 2024-09, until: våren 2024}", ""),
    ],
)
def test_the_year_of_an_end_is_raised_where_it_then_is_within_a_year(period: str, line: str, tmp_path: Path) -> None:
    lines = told(tmp_path, "ends-before-start", "slutaret-inte-hojt", "{from: 2024-05-01, until: 2024-04-30}", period)
    assert lines == [[line] if line else []]


@pytest.mark.parametrize(("until", "line"), [("2025", "    until: 2025-01"), ("2024", "")])
def test_the_year_of_an_end_is_not_raised_beyond_the_plan(until: str, line: str, tmp_path: Path) -> None:
    plan = f"period: {{from: 2024, until: {until}}}"
    (tmp_path / "a.yaml").write_text("", encoding="utf-8")
    text = (MISTAKES / "slutdatum-gammalt-artal" / "input.yaml").read_text(encoding="utf-8")
    old = text[text.index("period:") :]
    new = old.replace("period: {from: 2024, until: 2026}", plan).replace(
        "until: 2014-10", "from: 2024-08\n    until: 2024-01"
    )
    lines = told(tmp_path, "ends-before-start", "slutdatum-gammalt-artal", old, new)
    assert lines == [[line] if line else []]


@pytest.mark.parametrize(
    ("measure", "rules"),
    [
        ("until: 2023-05", ["deadline-before-start"]),
        ("until: 2023-10", ["deadline-outside-period"]),
        ("until: 2023-10\n    progress: done", ["deadline-outside-period"]),
        ("until: 2023-10\n    progress: cancelled", ["deadline-outside-period"]),
        ("until: 2020-10\n    progress: done", ["deadline-before-start"]),
        ("from: 2024-10\n    until: 2023-10", ["deadline-outside-period"]),
        ("from: 2023-02\n    until: 2023-05", ["deadline-before-start"]),
        ("until: våren 2023", ["deadline-before-start"]),
        ("until: 2027-10", ["deadline-outside-period"]),
        ("until: 2025-10", []),
    ],
)
def test_a_day_before_the_plan_is_told_of_once(measure: str, rules: list[str], tmp_path: Path) -> None:
    both = ("deadline-before-start", "deadline-outside-period")
    found = {rule: told(tmp_path, rule, "slutdatum-gammalt-artal", "until: 2014-10", measure) for rule in both}
    assert [rule for rule, lines in found.items() if lines] == rules


def test_one_of_several_times_before_the_plan_has_its_own_line(tmp_path: Path) -> None:
    several = "dates: [2024-03, 2014-10]"
    lines = told(tmp_path, "deadline-before-start", "slutdatum-gammalt-artal", "until: 2014-10", several)
    assert lines == [["    dates: [2024-03, 2024-10]"]]


def test_what_is_no_figure_for_a_year_gets_no_year(tmp_path: Path) -> None:
    lines = told(tmp_path, "deadline-before-start", "slutdatum-gammalt-artal", "until: 2014-10", "until: hösten 2014")
    assert lines == [[]]


@pytest.mark.parametrize(
    ("values", "line"),
    [
        (
            "{period: 2021, value: 4}, {period: 2022, value: 5}, {period: 2022, value: 6}",
            "{period: 2021, value: 4}, {period: 2022, value: 5}, {period: 2023, value: 6}",
        ),
        ("{period: 2019, value: 4}, {period: 2022, value: 5}, {period: 2022, value: 6}", "told"),
        (
            "{period: 2019, value: 4}, {period: 2021, value: 5}, {period: 2021, value: 6}, {period: 2022, value: 7}",
            "{period: 2019, value: 4}, {period: 2020, value: 5}, {period: 2021, value: 6}, {period: 2022, value: 7}",
        ),
        (
            "{period: 2023, value: 4}, {period: 2023, value: 5}, {period: 2021, value: 6}",
            "{period: 2023, value: 4}, {period: 2022, value: 5}, {period: 2021, value: 6}",
        ),
        ("{period: 2023, value: 4}, {period: 2023, value: 5}", "told"),
        ("{period: 2023-01, value: 4}, {period: 2023-01, value: 5}, {period: 2023-03, value: 5}", "told"),
        ("{period: 2023, value: 4}, {period: 2023, value: 4}", ""),
        ("{period: 2023, value: 4, status: preliminary}, {period: 2023, value: 5, status: final}", ""),
        ("{period: 2023, value: 4}, {period: 2023, value: 5, note: Efter rättning.}", ""),
        ("{period: 2023, value: 4}, {period: 2023, text: okänt}", ""),
        ("{period: 2023, value: 4}, {period: 2022, value: 4}, {period: 2023, value: 6}", ""),
    ],
)
def test_two_figures_of_one_period(values: str, line: str, tmp_path: Path) -> None:
    old = "{period: 2021, value: 57}, {period: 2021, value: 54}, {period: 2023, value: 58}"
    lines = told(tmp_path, "figures-of-one-period", "ar-tva-ganger-i-serien", old, values)
    whole = f"indicators: [{{id: trygga, title: Andel trygga, unit: per-cent, source: mätning, values: [{line}]}}]"
    assert lines == ([] if not line else [[]] if line == "told" else [[whole]])


@pytest.mark.parametrize(
    ("rows", "is_told", "is_mended"),
    [
        ("asked: 441\n    responses: 900", True, True),
        ("responses: 900\n    asked: 441", True, True),
        ("asked: 441\n    respondents: Alla\n    responses: 900", True, False),
        ("asked: cirka 441\n    responses: 900", False, False),
        ("asked: 900\n    responses: 900", False, False),
    ],
)
def test_figures_on_neighbouring_lines_change_places(
    rows: str, *, is_told: bool, is_mended: bool, tmp_path: Path
) -> None:
    old = "asked: 441  # enligt byrån\n    responses: 900"
    lines = told(tmp_path, "more-answers-than-asked", "fler-svar-an-tillfragade-pa-rader", old, rows)
    swapped = rows.replace("441", "x").replace("900", "441").replace("x", "900")
    assert lines == ([["    " + swapped.split("\n")[0], *swapped.split("\n")[1:]] if is_mended else []] * is_told)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: >-\n  Det lig-\n  ger kvar.", (("lig", "ger"),)),
        ("a: Det lig-\n  ger", (("lig", "ger"),)),
        ("a: >-\n  För barn-\n  ungdoms- och familjefrågor", ()),
        ("a: >-\n  brotts-\n  och trygghetsarbete", ()),
        ("a: >-\n  EST-\n  arbete och e-\n  post", ()),
        ("a: Det ligger", ()),
        ("b: Det ligger", ()),
    ],
)
def test_words_are_cut_where_a_line_ends(text: str, words: tuple[tuple[str, str], ...]) -> None:
    found = cut_words(Extents(text), ("a",))
    assert (found.words if found else ()) == words


def test_a_hyphen_within_a_line_is_left_alone(tmp_path: Path) -> None:
    old, new = "2023, value: 58}]}]\nsurvey: >-\n", "2023, value: 58}]}]\nsurvey: >-\n  Läget i kom- munen är lugnt.\n"
    (lines,) = told(tmp_path, "word-cut-by-hyphen", "avstavning-ur-pdf", old, new)
    assert not any("kom" in line for line in lines)
    old = "survey: Brotten minskar."
    assert not told(tmp_path, "word-cut-by-hyphen", "procent-som-andel", old, "survey: Brotten lig- ger kvar.")


@pytest.mark.parametrize(
    ("written", "ids", "meant"),
    [
        ("föräldrar", ("unga-och-föräldrar", "boende"), "unga-och-föräldrar"),
        ("föräldrar", ("unga-och-föräldrar", "föräldrar-till-barn"), ""),
        ("unga", ("boende", "unga-vuxna"), "unga-vuxna"),
        ("och", ("boende", "unga-och-föräldrar"), ""),
        ("2024", ("boende", "skolor-som-deltog-hösten-2024"), ""),
    ],
)
def test_an_id_with_the_word_in_it_is_meant(written: str, ids: tuple[str, str], meant: str, tmp_path: Path) -> None:
    text = (MISTAKES / "malgrupp-med-ett-ord" / "input.yaml").read_text(encoding="utf-8")
    old = text[text.index("audiences:") :]
    first, second = ids
    new = (
        old.replace("unga-och-föräldrar", first)
        .replace("id: personal", f"id: {second}")
        .replace("[boende, föräldrar]", f"[{written}]")
        .replace("  - {id: boende, text: Boende nära stationen}\n", "")
    )
    (lines,) = told(tmp_path, "unknown-reference", "malgrupp-med-ett-ord", old, new)
    assert any(f"audiences: [{meant}]" in line for line in lines) is bool(meant)
