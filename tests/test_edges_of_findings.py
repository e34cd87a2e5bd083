"""Where findings begin and end: the last figure that is told of, the line that is named, the id that is meant."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.model.fingerprint import short
from samverkan.source.edits import applied

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.findings import Finding

TODAY = date(2024, 8, 1)
PARTIES = """\
parties:
  - {id: polisen, type: police, name: Lokalpolisområde Exempel}
  - {id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}
"""
AGREEMENT = "samverkan: 1\nkind: agreement\nid: avtal\ntitle: Avtal\nvalidity: {from: 2024, until: 2027}\n" + PARTIES
PLAN = "samverkan: 1\nkind: action-plan\nid: plan\ntitle: Plan\nagreement: avtal\n"
PERIOD = "period: {from: 2024, until: 2025}\n"
PICTURE = "samverkan: 1\nkind: situation-picture\nid: bild\ntitle: Bild\nagreement: avtal\ndate: 2024-02-01\n"
FOLLOW_UP = "samverkan: 1\nkind: follow-up\nid: uppföljning\ntitle: Uppföljning\nagreement: avtal\n"
SIGNATORIES = "signatories: [{party: polisen, name: Kim Ek}, {party: kommunen, name: Lo Berg}]"


def found(folder: Path, rule: str, *texts: str) -> list[Finding]:
    for number, text in enumerate(texts):
        (folder / f"{number}.yaml").write_text(text, encoding="utf-8")
    return [one for one in check([str(folder)], TODAY).findings if one.rule == rule]


def code_of(folder: Path, text: str) -> str:
    (folder / "0.yaml").write_text(text, encoding="utf-8")
    (document,) = check([str(folder)], TODAY).workspaces[0].documents
    assert document.fingerprint is not None
    return document.fingerprint


def said(finding: Finding) -> str:
    return f"{finding.message.say('sv')} {finding.help.say('sv')}"


@pytest.mark.parametrize(("first", "row"), [("Så här:", 3), ("![karta](karta.png)", 1)])
def test_what_prose_does_not_have_is_told_by_its_line_in_the_text(tmp_path: Path, first: str, row: int) -> None:
    text = f"introduction: |\n  {first}\n\n  ![karta](karta.png)\n"
    (told,) = found(tmp_path, "markup-not-supported", AGREEMENT + text)
    assert f"(rad {row} i texten)" in said(told)


def test_an_id_of_another_kind_is_not_what_a_reference_into_a_lost_document_means(tmp_path: Path) -> None:
    goal = "goals: [{id: rån, text: Färre rån.}]\nfocus_areas: [{id: platser, title: Platser}]\n"
    for name, is_meant in (("rån", False), ("platser", True)):
        measure = f"measures: [{{id: ljus, title: Ljus, who: [kommunen], focus_area: avtalet#{name}}}]\n"
        (told,) = found(tmp_path, "unknown-reference", AGREEMENT + goal, PLAN + PERIOD + measure)
        assert (f"avtal#{name}" in said(told)) is is_meant


@pytest.mark.parametrize(
    ("part", "is_meant"),
    [
        ("goals: [{id: torget, text: Lugnare.}]\n", True),
        ("measures: [{id: torget, title: Ljus, who: [kommunen], cause_text: Mörkt.}]\n", False),
    ],
)
def test_an_id_of_another_kind_in_a_document_that_is_not_named_is_not_what_is_meant(
    tmp_path: Path, part: str, is_meant: bool
) -> None:
    measure = "measures: [{id: ljus, title: Ljus, who: [kommunen], goals: torget}]\n"
    other = PLAN.replace("id: plan", "id: annan") + PERIOD + part
    (told,) = found(tmp_path, "unknown-reference", AGREEMENT, PLAN + PERIOD + measure, other)
    assert ("annan#torget" in said(told)) is is_meant


@pytest.mark.parametrize("below", ["", "background: Se lagen[^lagen].\n"])
def test_a_footnote_mark_is_not_looked_for_below_the_text_that_has_it(tmp_path: Path, below: str) -> None:
    text = AGREEMENT + 'introduction: "Se lagen[^lag\\x65n]."\n' + below
    told = found(tmp_path, "unknown-footnote", text)
    (first,) = [one for one in told if one.path == ("introduction",)]
    assert "[^lagen]" in said(first)
    assert first.edit is None
    assert first.span.line == text[: text.index("introduction")].count("\n") + 1


@pytest.mark.parametrize(
    ("changed", "rule"),
    [(0, ""), (1, "miswritten-fingerprint"), (2, "miswritten-fingerprint"), (3, "reviewed-text-changed")],
)
def test_three_other_digits_make_a_code_that_of_another_text(tmp_path: Path, changed: int, rule: str) -> None:
    code = code_of(tmp_path, AGREEMENT)
    for right in (code, short(code)):
        other = "".join("0" if one != "0" else "1" for one in right[:changed]) + right[changed:]
        review = FOLLOW_UP + f"date: 2024-06-01\nreviews: [{{document: avtal, fingerprint: {other}}}]\n"
        for one in ("miswritten-fingerprint", "reviewed-text-changed"):
            assert len(found(tmp_path, one, AGREEMENT, review)) == (one == rule)


def test_of_a_code_in_full_and_in_short_it_is_told_once_that_the_text_has_changed(tmp_path: Path) -> None:
    code = "0123456789abcdef" * 4
    for signed, reviewed in ((code, "0123-4567-89ab-cdef"), ("0123-4567-89ab-cdef", code)):
        text = AGREEMENT + f"signatures: {{date: 2024-01-15, fingerprint: {signed!r}, {SIGNATORIES}}}\n"
        review = FOLLOW_UP + f"date: 2024-06-01\nreviews: [{{document: avtal, fingerprint: {reviewed!r}}}]\n"
        assert found(tmp_path, "changed-since-signing", text, review)
        assert found(tmp_path, "reviewed-text-changed", text, review) == []


def test_all_that_a_sub_goal_says_is_agreed(tmp_path: Path) -> None:
    goal = AGREEMENT + "goals: [{id: rån, text: Färre rån., sub_goals: [%s]}]\n"
    bare = code_of(tmp_path, goal % "Tryggare torg.")
    assert code_of(tmp_path, goal % "{id: torg, text: Tryggare torg.}") == bare
    soon, later = (code_of(tmp_path, goal % f"{{text: Tryggare torg., deadline: {y}}}") for y in (2025, 2026))
    assert len({bare, soon, later}) == 3


@pytest.mark.parametrize(("text", "count"), [("grönt", 1), ("klart", 0), ("orange", 0)])
def test_only_the_colour_of_a_traffic_light_is_one(tmp_path: Path, text: str, count: int) -> None:
    goals = f"goals: [{{id: rån, text: Färre rån., status: {text}}}]\n"
    assert len(found(tmp_path, "status-in-words", AGREEMENT + goals)) == count


@pytest.mark.parametrize(
    ("written", "meant"),
    [("2024-05", "2025-05"), ("2022-05", None), ("2024-02-29", None), ("2024-02-28", "2025-02-28")],
)
def test_the_next_review_is_a_year_later_where_that_is_a_day_to_come(
    tmp_path: Path, written: str, meant: str | None
) -> None:
    text = FOLLOW_UP + f"date: 2024-05-20\nnext_review: {written}\nreviews: [{{document: avtal}}]\n"
    (told,) = found(tmp_path, "next-review-not-later", AGREEMENT, text)
    put_right = applied(text, told.edit) if told.edit is not None else text
    assert put_right == text.replace(f"next_review: {written}", f"next_review: {meant or written}")
    assert (told.edit is None) is (meant is None)


@pytest.mark.parametrize(("share", "count"), [("100", 0), ("100.5", 1), ("101", 1)])
def test_no_share_is_more_than_all(tmp_path: Path, share: str, count: int) -> None:
    goals = f"goals: [{{id: trygga, text: Fler är trygga., unit: per-cent, target: {{at_least: {share}}}}}]\n"
    assert len(found(tmp_path, "share-out-of-range", AGREEMENT + goals)) == count


@pytest.mark.parametrize(("least", "count"), [("10", 1), ("9", 0), ("9.5", 0)])
def test_among_low_per_cents_a_share_may_be_one_of_them(tmp_path: Path, least: str, count: int) -> None:
    values = f"[{{period: 2021, value: {least}}}, {{period: 2022, value: 12}}, {{period: 2023, value: 0.11}}]"
    figures = f"indicators: [{{id: trygga, title: Andel, unit: per-cent, values: {values}}}]\n"
    assert len(found(tmp_path, "share-among-per-cents", AGREEMENT, PICTURE + figures)) == count


@pytest.mark.parametrize(
    ("decision", "count"),
    [
        ("body: Kommunstyrelsen, date: 2024-09-10, type: planned", 0),
        ("body: Kommunstyrelsen, type: planned", 0),
        ("body: Kommunstyrelsen, date: 2024-07-10, type: planned", 1),
        ("body: Kommunstyrelsen, date: 2024-07-10, party: komunen", 0),
        ("body: Kommunstyrelsen, date: 2024-07-10, type: noted", 1),
    ],
)
def test_a_decision_to_come_is_waited_for(tmp_path: Path, decision: str, count: int) -> None:
    plan = PLAN + PERIOD + f"decisions: [{{{decision}}}]\n"
    assert len(found(tmp_path, "plan-without-decision", AGREEMENT, plan)) == count


@pytest.mark.parametrize(("period", "count"), [("{from: 2024, until: 2025}", 0), ("{from: 2024}", 1)])
def test_a_goal_is_to_be_reached_by_the_end_of_its_plan_where_that_has_one(
    tmp_path: Path, period: str, count: int
) -> None:
    plan = PLAN + f"period: {period}\ndecisions: [{{body: Kommunstyrelsen, date: 2024-04-10}}]\n"
    goals = "goals: [{id: mål, text: Fler är trygga.}]\n"
    assert len(found(tmp_path, "goal-without-deadline", AGREEMENT, plan + goals)) == count
