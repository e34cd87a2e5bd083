"""Figures, numbers and parties that two places tell otherwise: what only looks like a slip is not told."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.rules.slips import is_slip

if TYPE_CHECKING:
    from samverkan.findings import Finding

MISTAKES = Path(__file__).parent / "mistakes"
TODAY = date(2024, 6, 1)
FIGURE, OFFICE, CASE = "figure-of-another-period", "office-of-another-party", "case-number-miswritten"
CAME = "participants-miswritten"
OLDER = """\
samverkan: 1
kind: situation-picture
id: bild-2023
title: Lägesbild 2023
agreement: avtal-2021
date: 2023-02-01
indicators: [{id: rån-2023, title: Anmälda rån, unit: count, values: [{period: 2022, value: 37}]}]
"""
Change = tuple[str, str, str]
RIGHT: dict[str, tuple[str, str, Change]] = {
    "a figure that was revised": (FIGURE, "utgangslage-fel-ar", ("plan", "value: 37", "value: 44")),
    "a figure that may change": (
        FIGURE,
        "utgangslage-fel-ar",
        ("bild", "{period: 2022, value: 43}", "{period: 2022, value: 43, status: preliminary}"),
    ),
    "a figure of two years": (
        FIGURE,
        "utgangslage-fel-ar",
        ("bild", "{period: 2021, value: 31}", "{period: 2021, value: 37}"),
    ),
    "about as many": (FIGURE, "utgangslage-fel-ar", ("plan", "value: 37", "precision: about, value: 37")),
    "a time that the picture has no figure for": (FIGURE, "utgangslage-fel-ar", ("plan", "2022}", "2020}")),
    "a half year": (FIGURE, "utgangslage-fel-ar", ("plan", "2022}", "{from: 2022-01, until: 2022-06}}")),
    "a figure of another unit": (FIGURE, "utgangslage-fel-ar", ("plan", "unit: count", "unit: per-1000")),
    "another indicator": (FIGURE, "utgangslage-fel-ar", ("plan", "Anmälda rån", "Anmälda rån mot unga")),
    "a figure of women": (
        FIGURE,
        "utgangslage-fel-ar",
        (
            "bild",
            "desired: decrease",
            "desired: decrease\n    breakdowns: [{name: Kvinnor, values: [{period: 2022, value: 37}]}]",
        ),
    ),
    "a plan from before the later year": (
        FIGURE,
        "utgangslage-fel-ar",
        ("plan", "date: 2024-03-10", "date: 2023-03-10"),
    ),
    "few, which come back by chance": (FIGURE, "utgangslage-fel-ar", ("*", "37", "7")),
    "a figure of another source": (
        FIGURE,
        "utgangslage-fel-ar",
        ("plan", "value: 37", "source: Kommunens enkät, value: 37"),
    ),
    "an outcome of another source": (
        FIGURE,
        "utfall-fel-ar",
        ("uppf", "value: 37", "source: Kommunens enkät\n    value: 37"),
    ),
    "an outcome in another unit": (FIGURE, "utfall-fel-ar", ("uppf", "value: 37", "unit: anmälda\n    value: 37")),
    "two offices of one": (OFFICE, "deltagare-fel-part", ("uppf", "Kommunpolis", "Kommunpolis och samordnare")),
    "a role that both may have": (OFFICE, "deltagare-fel-part", ("uppf", "Kommunpolis", "Kontaktperson för polisen")),
    "somebody of another organisation": (
        OFFICE,
        "deltagare-fel-part",
        ("uppf", "role: Kommunpolis", "role: Kommunpolis, organisation: Polisområde Norr"),
    ),
    "a board of both": (OFFICE, "beslut-fel-part", ("avtal", "body: Kommunstyrelsen", "body: Samverkansnämnden")),
    "a board of the police": (OFFICE, "beslut-fel-part", ("avtal", "body: Kommunstyrelsen", "body: Polisnämnden")),
    "a board of the police by another name": (
        OFFICE,
        "beslut-fel-part",
        ("avtal", "body: Kommunstyrelsen", "body: Närpolisnämnden"),
    ),
    "a body together with another": (
        OFFICE,
        "beslut-fel-part",
        ("avtal", "body: Kommunstyrelsen", "body: Kommunstyrelsen och Lokalpolisområdeschefen"),
    ),
    "a party of another type": (OFFICE, "beslut-fel-part", ("avtal", "type: police", "type: region")),
    "another case of the year": (CASE, "arendenummer-omkastat", ("avtal", "2020/421", "2020/432")),
    "a number with the year of another": (CASE, "arendenummer-omkastat", ("avtal", "2020/421", "20210412")),
    "the case after it": (CASE, "arendenummer-omkastat", ("avtal", "2020/421", "2020/413")),
    "the same number of another year": (CASE, "arendenummer-omkastat", ("avtal", "2020/421", "2021/412")),
    "a short number": (CASE, "arendenummer-omkastat", ("avtal", "/4", "/")),
    "a number of two decisions": (
        CASE,
        "arendenummer-omkastat",
        ("avtal", "party: polisen, date: 2021-02-11", "party: polisen, date: 2021-02-11, case_number: KS 2020/421"),
    ),
    "more who came than answered": (CAME, "deltagare-omkastade-siffror", ("lofte", "181", "128")),
    "one who came late": (CAME, "deltagare-omkastade-siffror", ("lofte", "181", "119")),
    "some of those who came": (CAME, "deltagare-omkastade-siffror", ("lofte", "181", "74")),
    "a dialogue of another day": (CAME, "deltagare-omkastade-siffror", ("lofte", "2024-01-20", "2024-01-27")),
    "another dialogue": (CAME, "deltagare-omkastade-siffror", ("lofte", "på torget", "på biblioteket")),
    "about as many as came": (CAME, "deltagare-omkastade-siffror", ("lofte", "181", "cirka 181")),
}


def told(folder: Path, rule: str, mistake: str, *changes: Change) -> list[Finding]:
    for source in (MISTAKES / mistake / "input").glob("*.yaml"):
        text = source.read_text(encoding="utf-8")
        for name, old, new in changes:
            if name in {source.stem, "*"}:
                assert name == "*" or old in text
                text = text.replace(old, new)
        (folder / source.name).write_text(text, encoding="utf-8")
    return [one for one in check([str(folder)], TODAY).findings if one.rule == rule]


@pytest.mark.parametrize(("rule", "mistake", "change"), RIGHT.values(), ids=RIGHT)
def test_what_is_right_is_not_told(rule: str, mistake: str, change: Change, tmp_path: Path) -> None:
    assert told(tmp_path, rule, mistake, change) == []


def test_a_figure_that_an_older_picture_has_is_not_told(tmp_path: Path) -> None:
    (tmp_path / "older.yaml").write_text(OLDER, encoding="utf-8")
    assert told(tmp_path, FIGURE, "utgangslage-fel-ar") == []


def test_an_indicator_is_known_with_its_area_too(tmp_path: Path) -> None:
    area = ("bild", "unit: count", "unit: count\n    area: centrum")
    areas = ("bild", "survey: Brotten", "areas: [{id: centrum, name: Centrum}]\nsurvey: Brotten")
    named = ("plan", "indicator: Anmälda rån", "indicator: Anmälda rån i centrum")
    assert len(told(tmp_path, FIGURE, "utgangslage-fel-ar", area, areas, named)) == 1


@pytest.mark.parametrize(
    ("body", "is_told"),
    [
        ("Kommunstyrelsens arbetsutskott", True),
        ("Kommunfullmäktige i Exempelby", True),
        ("Socialnämnden", True),
        ("Barn- och utbildningsnämnden", True),
        ("Kultur-, idrotts- och fritidsnämnden", True),
        ("TF kommundirektör", True),
        ("Lokalpolisområdeschefen", False),
        ("Brottsförebyggande rådet", False),
        ("Styrgruppen", False),
    ],
)
def test_a_body_of_a_municipality_does_not_belong_to_the_police(tmp_path: Path, body: str, is_told: bool) -> None:
    written = ("avtal", "body: Kommunstyrelsen", f"body: {body}")
    assert bool(told(tmp_path, OFFICE, "beslut-fel-part", written)) is is_told


@pytest.mark.parametrize(
    ("added", "meant"),
    [
        ("", "kommunen"),
        ("  - {body: Kommunstyrelsen, party: kommunen, date: 2021-02-10}\n", ""),
    ],
)
def test_the_party_is_put_right_where_it_has_not_decided_already(tmp_path: Path, added: str, meant: str) -> None:
    (one,) = told(tmp_path, OFFICE, "beslut-fel-part", ("avtal", "decisions:\n", f"decisions:\n{added}"))
    assert (one.edit.text if one.edit else "") == meant


def test_of_several_municipalities_the_one_that_has_not_decided_is_meant(tmp_path: Path) -> None:
    other = '  - {id: grannen, type: municipality, code: "9902", name: Grannby kommun}\nvalidity:'
    (one,) = told(tmp_path, OFFICE, "beslut-fel-part", ("avtal", "validity:", other))
    assert one.edit is None
    assert "`party`) till kommunen, grannen" in one.help.say("sv")


@pytest.mark.parametrize("end", ["2023-12-31", "2023-11-10"])
@pytest.mark.parametrize(("value", "is_told"), [(5, True), (5.5, False), (6, False)])
def test_less_than_was_promised_for_about_a_year_is_not_all_of_it(
    tmp_path: Path, end: str, value: float, is_told: bool
) -> None:
    assert bool(_reached(tmp_path, f"value: {value}", "2023-01-01", end)) is is_told


@pytest.mark.parametrize(
    ("figure", "end"),
    [
        ("value: 5", "2023-06-30"),
        ("value: 5", "2024-03-31"),
        ("value: 5, precision: about", "2023-11-10"),
        ("value: 2, period: 2023-05", "2023-12-31"),
    ],
)
def test_how_much_was_done_in_another_time_is_not_compared(tmp_path: Path, figure: str, end: str) -> None:
    assert _reached(tmp_path, figure, "2023-01-01", end) == []


@pytest.mark.parametrize("end", ["2023-12-31", "2023-11-10"])
@pytest.mark.parametrize(
    ("promised", "figure", "is_told"),
    [
        ("by: jointly, quantity: {unit: dialoger", "value: 2, unit: dialoger", True),
        ("by: jointly, quantity: {unit: kronor", "value: 2, unit: tusen kronor", False),
        ("by: jointly, quantity: {unit: per-cent", "value: 2, unit: per-cent", False),
        ("by: jointly, quantity: {unit: timmar", "value: 2, unit: per-cent", False),
        ("by: each, quantity: {unit: dialoger", "value: 2, unit: dialoger", False),
        ("by: [polisen, kommunen], manner: each, quantity: {unit: dialoger", "value: 2, unit: dialoger", False),
    ],
)
def test_how_much_was_done_in_other_units_or_by_one_of_several_is_not_compared(
    promised: str, figure: str, end: str, *, is_told: bool, tmp_path: Path
) -> None:
    assert bool(_reached(tmp_path, figure, "2023-01-01", end, promised)) is is_told


def _reached(
    folder: Path, figure: str, start: str, end: str, promised: str = "by: jointly, quantity: {text: Sex"
) -> list[Finding]:
    commitment = f"commitments: [{{id: vandra, text: Vandra., {promised}, at_least: 6, per: yearly}}}}]\n"
    agreed = ("avtal", "signatures:", f"{commitment}signatures:")
    outcome = ("uppf", "conclusions:", f"  - {{item: vandra, result: reached, {figure}}}\nconclusions:")
    time = ("uppf", "by: jointly", f"by: jointly\nperiod: {{from: {start}, until: {end}}}")
    return told(folder, "result-contradicts-figure", "deltagare-fel-part", agreed, outcome, time)


@pytest.mark.parametrize(
    ("written", "meant", "is_told"),
    [
        ("KS 2020/421", "KS 2020/412", True),
        ("KS 2002/412", "KS 2020/412", True),
        ("KS 2020/512", "KS 2020/412", False),
        ("A482.119/2023", "A428.119/2023", True),
        ("KS 2020/412", "KS 2020/412", False),
        ("KS 2020/411", "KS 2020/412", False),
        ("KF 2020/412", "KS 2020/412", False),
        ("KS 2020/241", "KS 2020/412", False),
        ("KS 2020/21", "KS 2020/12", False),
        ("KS 2020/4123", "KS 2020/412", False),
    ],
)
def test_two_digits_that_have_changed_places_are_a_slip(written: str, meant: str, *, is_told: bool) -> None:
    assert is_slip(written, meant) is is_told
