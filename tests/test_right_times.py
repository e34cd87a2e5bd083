"""Dates and doubles that are right, though they look like slips: none of the rules on them tells anything."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.catalogue import is_form
from samverkan.check import check

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 23)
PARTIES = """\
parties:
- {id: polisen, type: police, name: Polisen}
- {id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}
"""
AGREEMENT = """\
samverkan: 1
kind: agreement
id: avtal
title: Avtal
validity: {from: 2024-01-01, until: 2027-12-31}
purposes: [Färre brott.]
"""
PLAN = "samverkan: 1\nkind: action-plan\nid: plan\ntitle: Plan\n"
PICTURE = """\
samverkan: 1
kind: situation-picture
id: bild
title: Lägesbild
date: 2026-02-01
problems:
- {id: torg, title: Otryggt torg, priority: prioritised}
- {id: buss, title: Bråk vid bussen, priority: prioritised}
areas: [{id: norr, name: Norr}, {id: söder, name: Söder}]
"""
SERIES = """\
indicators:
- {id: a, title: Inbrott, unit: count, source: källa, values: [{period: 2024, value: 4}, {period: 2025, value: 5}]}
- {id: b, title: Klotter, unit: count, values: [{period: 2024, value: 4}]}
"""
CAUSES = """\
samverkan: 1
kind: cause-analysis
id: orsaker
title: Orsaksanalys
picture: bild
analyses: [{problem: torg, text: Mörkt.}]
"""
FOLLOW_UP = "samverkan: 1\nkind: follow-up\nid: uppföljning\ntitle: Uppföljning\nreviews: [avtal]\n"
RULES = {
    *("taken-up-twice", "next-review-not-later", "reported-long-before", "signed-a-year-early", "ends-before-title"),
    *("period-before-figures", "retrieved-after-picture", "analysis-before-picture"),
    *("mailto-in-contact", "deadline-outside-period"),
}
RIGHT = {
    "a problem assessed in two areas": PICTURE
    + "assessments: [{problem: torg, area: norr, light: red}, {problem: torg, area: söder, light: green}]",
    "a problem assessed in two respects": PICTURE
    + "assessments: [{problem: torg, title: Våld, light: red}, {problem: torg, title: Oro, light: green}]",
    "two pictures of one party": PICTURE
    + "own_pictures: [{party: polisen, text: Bråk.}, {party: polisen, text: Klotter.}]",
    "a problem assessed by day and by night": PICTURE.replace(
        "bussen, priority: prioritised", "bussen, priority: watched"
    )
    + "assessments: [{problem: torg, light: red, text: Kvällar.}, {problem: torg, light: green, text: Dagtid.}]",
    "two analyses with numbers of their own": CAUSES.replace(
        "[{problem: torg,", "[{problem: torg, number: 1 a, text: Skumt.}, {problem: torg, number: 1 b,"
    ),
    "two documents of one party": PICTURE
    + "own_pictures: [{party: polisen, document: bild-1}, {party: polisen, document: bild-2}]",
    "a problem in words analysed twice": CAUSES.replace(
        "[{problem: torg,", "[{problem_text: Torget på dagen, text: Ljust.}, {problem_text: Torget på natten,"
    ),
    "a next review later in the year": FOLLOW_UP + "date: 2026-03-10\nnext_review: 2026",
    "a next review later in the month": FOLLOW_UP + "date: 2026-10-05\nnext_review: 2026-10-26",
    "a next review in the same month": FOLLOW_UP + "date: 2026-11-02\nnext_review: 2026-11",
    "a next review in a season that has begun": FOLLOW_UP + "date: 2026-09-20\nnext_review: hösten 2026",
    "a follow-up of a year": FOLLOW_UP + "date: 2026\nnext_review: 2026-11",
    "a report on the way": FOLLOW_UP
    + "date: 2026-10-21\nperiod: {from: 2025-01, until: 2026-10}\n"
    + "reports: [{to: Kommunfullmäktige, date: 2025-11-16}]",
    "a report of a time that is not known": FOLLOW_UP
    + "date: 2026-10-21\nreports: [{to: Kommunfullmäktige, date: 2025-11-16}]",
    "a report of the year": FOLLOW_UP
    + "date: 2026-10-21\nperiod: 2026\nreports: [{to: Kommunfullmäktige, date: 2026}]",
    "signed subject to the decision": AGREEMENT.replace("2024-01-01", "2024-06-01")
    + "signatures: {date: 2024-02-01, signatories: [{party: polisen, name: Kim Ek}]}\n"
    + "decisions: [{body: Kommunstyrelsen, date: 2024-10-20}]",
    "decided a year after it began": AGREEMENT
    + "signatures: {date: 2024-01-10, signatories: [{party: polisen, name: Kim Ek}]}\n"
    + "decisions: [{body: Kommunstyrelsen, date: 2025-01-08}]",
    "decisions about the extension of what does not say when it begins": AGREEMENT.replace("from: 2024-01-01, ", "")
    + "signatures: {date: 2024-01-22, signatories: [{party: polisen, name: Kim Ek}]}\n"
    + "decisions: [{body: Kommunstyrelsen, date: 2024-12-11}, {body: Polisen, date: 2025-01-17}]",
    "one late decision of what begins with the signing": AGREEMENT.replace("2024-01-01", "signing")
    + "signatures: {date: 2024-01-10, signatories: [{party: polisen, name: Kim Ek}]}\n"
    + "decisions: [{body: Kommunstyrelsen, date: 2025-01-08}]",
    "a plan of a year under a programme of several": PLAN.replace("Plan", "Plan 2026 under Trygghet 2026–2030")
    + "period: {from: 2026, until: 2026}",
    "a term of office": PLAN.replace("Plan", "Plan för mandatperioden 2022–2026") + "period: {from: 2022, until: 2025}",
    "a plan that was closed early": PLAN.replace("Plan", "Plan 2024–2027")
    + "period: {from: 2024, until: 2025}\nclosed: {date: 2025-12, reason: Ersattes av kommunens program.}",
    "two texts of one document": FOLLOW_UP.replace(
        "[avtal]",
        "[{document: avtal, fingerprint: 1111-2222-3333-4444}, {document: avtal, fingerprint: 1111-2222-5555-4444}]",
    )
    + "date: 2026-03-10",
    "an agreement with the years of its extension": AGREEMENT.replace("title: Avtal", "title: Avtal 2024–2027").replace(
        "until: 2027-12-31", "until: 2025-12-31, extension: {length: P2Y}"
    ),
    "an agreement under another one": AGREEMENT.replace("title: Avtal", "title: Avtal inom planen 2023–2029"),
    "what belongs to another document": AGREEMENT + "subtitle: Hör till handlingsplanen för 2024–2029",
    "a plan in its first year": PLAN.replace("title: Plan", "title: Plan 2024–2026, första året")
    + "period: {from: 2024, until: 2024}",
    "an agreement that goes on longer": AGREEMENT.replace("title: Avtal", "title: Avtal 2024–2026"),
    "a plan that ends early in its last year": PLAN.replace("Plan", "Plan 2024–2026")
    + "period: {from: 2024-05, until: 2026-04}",
    "a plan that began late": PLAN.replace("Plan", "Plan 2024–2026") + "period: {from: 2025-03, until: 2026}",
    "figures of the months after": PICTURE
    + "period: {from: 2024, until: 2024}\n"
    + SERIES.replace("{period: 2024, value: 4}", "{period: 2025-02, value: 4}").replace(
        "{period: 2025, value: 5}", "{period: 2025-01, value: 5}"
    ),
    "figures of the year that the picture was made": PICTURE
    + "period: {from: 2024, until: 2025}\n"
    + SERIES.replace("period: 2024", "period: 2026").replace("{period: 2025, value: 5}", "{period: 2026, value: 5}"),
    "a report of the year after": PICTURE
    + "sources: [{id: källa, title: Polisens rapport 2026, period: {from: 2025-01, until: 2025-12}}]\n"
    + SERIES,
    "a report with a number": PICTURE
    + "sources: [{id: källa, title: Brå rapport 2025:5, period: {from: 2021, until: 2024}}]\n"
    + SERIES,
    "a figure of the year that goes on": PICTURE
    + "period: {from: 2024, until: 2025-06}\n"
    + SERIES.replace("[{period: 2024, value: 4}]", "[{period: 2025, value: 4}]"),
    "one series that goes on longer": PICTURE + "period: {from: 2023, until: 2024}\n" + SERIES,
    "a source that was looked up later": PICTURE
    + "sources: [{id: källa, title: Statistik, retrieved: 2026-06-01}]\n"
    + SERIES,
    "figures and a source that were looked up later": PICTURE
    + "sources: [{id: källa, title: Statistik, retrieved: 2026-06-01}]\n"
    + SERIES.replace("source: källa,", "source: källa, retrieved: 2026-06-01,"),
    "a picture that was revised": PICTURE
    + "revised: 2026-06-15\nsources: [{id: källa, title: Statistik, retrieved: 2026-06-01}]\n"
    + SERIES.replace("source: källa,", "source: källa, retrieved: 2026-01-01,"),
    "an analysis that was made beside the picture": CAUSES + "date: 2025-11-01\ndecisions: [{date: 2026-03-01}]",
    "an analysis of a picture that was made anew": CAUSES + "date: 2025-03-01\ndecisions: [{date: 2025-03-20}]",
    "an analysis that says nothing of its year": CAUSES + "date: 2025-03-01",
    "a link to an address": PICTURE + 'contact: "[Samordnaren](mailto:trygghet@exempelby.example)"',
    "an address in a text": PICTURE + "introduction: Skriv till mailto:trygghet@exempelby.example.",
}


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_nothing_is_told_of_it(text: str, tmp_path: Path) -> None:
    documents = {"avtal": AGREEMENT, "bild": PICTURE}
    documents |= {"dokument" if "id: avtal" not in text and "id: bild" not in text else text.split()[5]: text}
    for name, written in documents.items():
        (tmp_path / f"{name}.yaml").write_text(f"{written}\n{PARTIES}", encoding="utf-8")
    told = check([str(tmp_path)], TODAY).findings
    assert not [one for one in told if is_form(one.rule)]
    assert not RULES & {one.rule for one in told}


@pytest.mark.parametrize("is_superseded", [True, False])
def test_an_agreement_may_end_when_another_one_takes_over(is_superseded: bool, tmp_path: Path) -> None:
    agreement = AGREEMENT.replace("title: Avtal", "title: Avtal 2024–2027").replace("until: 2027", "until: 2025")
    later = AGREEMENT.replace("id: avtal", "id: nästa").replace("2024-01-01", "2026-01-01")
    (tmp_path / "avtal.yaml").write_text(agreement + PARTIES, encoding="utf-8")
    (tmp_path / "nästa.yaml").write_text(later + PARTIES + "supersedes: avtal\n" * is_superseded, encoding="utf-8")
    told = {one.rule for one in check([str(tmp_path)], TODAY).findings}
    assert ("ends-before-title" in told) is not is_superseded


@pytest.mark.parametrize(("day", "is_told"), [("2023-02-01", False), ("2025-09-01", True)])
def test_an_analysis_may_be_older_than_the_picture_that_takes_over(day: str, *, is_told: bool, tmp_path: Path) -> None:
    earlier = PICTURE.replace("id: bild", "id: förra").replace("2026-02-01", day)
    analysis = CAUSES.replace("title: Orsaksanalys", "title: Orsaksanalys 2026") + "date: 2025-03-01\n"
    for change, is_known in (("supersedes: förra\n", is_told), ("revised: 2026-02-10\n", False), ("", True)):
        (tmp_path / "förra.yaml").write_text(earlier + PARTIES, encoding="utf-8")
        (tmp_path / "bild.yaml").write_text(PICTURE + PARTIES + change, encoding="utf-8")
        (tmp_path / "orsaker.yaml").write_text(analysis + PARTIES, encoding="utf-8")
        told = {one.rule for one in check([str(tmp_path)], TODAY).findings}
        assert ("analysis-before-picture" in told) is is_known


@pytest.mark.parametrize("is_analysed", [True, False])
def test_a_problem_may_be_analysed_in_another_document(is_analysed: bool, tmp_path: Path) -> None:
    again = CAUSES.replace("[{problem: torg,", "[{problem: torg, text: Skumt.}, {problem: torg,")
    other = CAUSES.replace("id: orsaker", "id: andra").replace("problem: torg", "problem: buss")
    for name, text in {"bild": PICTURE, "orsaker": again, **({"andra": other} if is_analysed else {})}.items():
        (tmp_path / f"{name}.yaml").write_text(f"{text}\n{PARTIES}", encoding="utf-8")
    told = {one.rule for one in check([str(tmp_path)], TODAY).findings}
    assert ("taken-up-twice" in told) is not is_analysed


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("mailto:a@exempelby.example?subject=Trygghet%20nu", "a@exempelby.example"),
        ("Kim, mailto:a@exempelby.example?subject=Hej, 070-123 45 67", "Kim, a@exempelby.example, 070-123 45 67"),
    ],
)
def test_an_address_is_left_without_the_subject_of_its_link(written: str, meant: str, tmp_path: Path) -> None:
    (tmp_path / "bild.yaml").write_text(f"{PICTURE}{PARTIES}contact: '{written}'\n", encoding="utf-8")
    (told,) = [one for one in check([str(tmp_path)], TODAY).findings if one.rule == "mailto-in-contact"]
    assert told.edit is not None
    assert meant in told.edit.text


@pytest.mark.parametrize("cadence", ["monthly", "yearly"])
def test_what_is_followed_up_often_is_so_again_in_the_same_month(cadence: str, tmp_path: Path) -> None:
    agreement = f"{AGREEMENT}follow_up: {{cadence: {cadence}}}\n{PARTIES}"
    (tmp_path / "avtal.yaml").write_text(agreement, encoding="utf-8")
    (tmp_path / "u.yaml").write_text(FOLLOW_UP + "date: 2026-10-22\nnext_review: 2026-10\n", encoding="utf-8")
    told = {one.rule for one in check([str(tmp_path)], TODAY).findings}
    assert ("next-review-not-later" in told) is (cadence == "yearly")


def test_a_part_that_would_last_all_year_is_not_given_another_year(tmp_path: Path) -> None:
    plan = PLAN + "period: {from: 2024, until: 2026}\nmeasures: [{title: Ljus, problem_text: Mörkt, from: 2024-09, "
    for end, has_edit in (("2024-03", True), ("2024-08", False)):
        (tmp_path / "plan.yaml").write_text(f"{plan}until: {end}}}]\n{PARTIES}", encoding="utf-8")
        (told,) = [one for one in check([str(tmp_path)], TODAY).findings if one.rule == "ends-before-start"]
        assert (told.edit is not None) is has_edit


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ("decisions: [{body: Rådet, date: 2025-04-22}]", "until: 2027-04-30"),
        ("goals: [{text: Färre brott., deadline: 2025-12}]", "from: 2025-05-01"),
        ("goals: [{text: Färre brott., deadline: 2026-12}]", "until: 2027-04-30"),
        ("goals: [{text: Färre brott., deadline: 2025-12}, {text: Ljus., deadline: 2026-12}]", "until: 2027-04-30"),
        ("", "until: 2027-04-30"),
    ],
)
def test_which_year_of_a_backwards_period_is_wrong_is_told_by_the_rest(more: str, line: str, tmp_path: Path) -> None:
    text = f"{PLAN}period: {{from: 2026-05-01, until: 2026-04-30}}\n{more}\n{PARTIES}"
    (tmp_path / "plan.yaml").write_text(text, encoding="utf-8")
    (told,) = [one for one in check([str(tmp_path)], TODAY).findings if one.rule == "ends-before-start"]
    assert told.edit is not None
    assert line.endswith(told.edit.text)
    assert told.path == ("period", line.partition(":")[0])
