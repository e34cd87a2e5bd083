"""What is seldom written wrong so: what is told of it, and what nothing can be told of."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.model.raised_years import in_year
from samverkan.source.edits import applied

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.findings import Finding

PARTIES = """\
parties:
  - {id: polisen, type: police, name: Lokalpolisområde Exempel}
  - {id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}
"""
AGREEMENT = "samverkan: 1\nkind: agreement\nid: avtal\ntitle: Avtal\nvalidity: {from: 2024, until: 2027}\n"
PLAN = "samverkan: 1\nkind: action-plan\nid: plan\ntitle: Plan\nagreement: avtal\nperiod: {from: 2024, until: 2025}\n"
PICTURE = "samverkan: 1\nkind: situation-picture\nid: bild\ntitle: Bild\nagreement: avtal\ndate: 2024-02-01\n"
ANALYSIS = "samverkan: 1\nkind: cause-analysis\nid: orsaker\ntitle: Orsaker\nagreement: avtal\npicture: avtal\n"


def told(folder: Path, *texts: str) -> tuple[Finding, ...]:
    for number, text in enumerate(texts):
        (folder / f"{number}.yaml").write_text(text, encoding="utf-8")
    return check([str(folder)], date(2024, 6, 1)).findings


@pytest.mark.parametrize(
    ("written", "meant"), [("våren 2024", None), (2024, None), ("2024-02-29", None), ("2024", "2026")]
)
def test_only_a_time_in_figures_has_another_year(written: object, meant: str | None) -> None:
    found = in_year(written, 2026)
    assert (str(found) if found else None) == meant


def test_a_year_under_another_key_of_a_figure_is_its_period(tmp_path: Path) -> None:
    figures = "indicators:\n  - {id: rån, title: Rån, unit: count, values: [{name: 2023, value: 5}]}\n"
    (finding,) = [one for one in told(tmp_path, AGREEMENT + PARTIES, PICTURE + figures) if one.rule == "unknown-key"]
    assert finding.edit is not None
    assert "values: [{period: 2023, value: 5}]" in applied(PICTURE + figures, finding.edit)


def test_a_time_at_the_top_is_no_time_of_a_target(tmp_path: Path) -> None:
    found = told(tmp_path, AGREEMENT + PARTIES, PLAN + "deadline: 2025-06\n")
    assert [one.rule for one in found if one.path == ("deadline",)] == ["unknown-key"]


def test_what_is_analysed_twice_is_not_looked_for_in_what_is_no_picture(tmp_path: Path) -> None:
    analyses = "analyses:\n" + "  - {problem: torg, causes: [{id: A, text: Mörkt.}]}\n".replace("A", "mörkt")
    again = "  - {problem: torg, causes: [{id: tomt, text: Tomt.}]}\n"
    found = {one.rule for one in told(tmp_path, AGREEMENT + PARTIES, ANALYSIS + analyses + again)}
    assert "wrong-kind-reference" in found
    assert "taken-up-twice" not in found


def test_what_is_part_of_itself_is_not_given_another_document(tmp_path: Path) -> None:
    earlier = AGREEMENT.replace("id: avtal", "id: tidigare").replace("2024, until: 2027", "2020, until: 2023")
    found = told(tmp_path, AGREEMENT + PARTIES + "part_of: avtal\n", earlier + PARTIES)
    (circle,) = [one for one in found if one.rule == "circular-reference"]
    assert circle.edit is None


def test_an_office_whose_party_is_not_there_is_not_told_of(tmp_path: Path) -> None:
    alone = "parties:\n  - {id: polisen, type: police, name: Lokalpolisområde Exempel}\n"
    decisions = "decisions: [{body: Kommunstyrelsen, party: polisen, date: 2024-01-08}]\n"
    found = {one.rule for one in told(tmp_path, AGREEMENT + alone + decisions)}
    assert "office-of-another-party" not in found


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("result: 34 stolpar är tända.", "status: 34 stolpar är tända."),
        ("utfall: uppfyllt", "# utfall: uppfyllt"),
        ("resultat: [34, 35]", "# resultat: [34, 35]"),
    ],
)
def test_how_it_went_is_a_note_on_a_measure_or_belongs_in_the_follow_up(line: str, mended: str, tmp_path: Path) -> None:
    plan = PLAN + f"measures:\n  - id: ljus\n    title: Nytt ljus\n    who: [{{party: kommunen}}]\n    {line}\n"
    (finding,) = [one for one in told(tmp_path, AGREEMENT + PARTIES, plan) if one.rule == "unknown-key"]
    assert finding.edit is not None
    assert f"    {mended}\n" in applied(plan, finding.edit)


@pytest.mark.parametrize(
    ("who", "meant"),
    [
        ("{party: kommunen, name: Kim Ek}", "contact: Kim Ek"),
        ("{party: kommunen, name: Gatuchefen}", "role: Gatuchefen"),
        ("{party: kommunen, name: Exempelby bostäder}", "organisation: Exempelby bostäder"),
        ("{name: Kim Ek}", "contact: Kim Ek"),
        ("{party: kommunen, name: kl 12}", ""),
    ],
)
def test_the_name_of_somebody_who_acts_has_a_key_of_its_kind(who: str, meant: str, tmp_path: Path) -> None:
    plan = PLAN + f"measures:\n  - id: ljus\n    title: Nytt ljus\n    who: [{who}]\n"
    (finding,) = [one for one in told(tmp_path, AGREEMENT + PARTIES, plan) if one.rule == "unknown-key"]
    lines = applied(plan, finding.edit) if finding.edit is not None else ""
    assert meant in lines
    assert bool(lines) is bool(meant)
