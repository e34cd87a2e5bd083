"""One item stands for a list of one: a choice, a date, a question, somebody who does something."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from samverkan.check import check
from samverkan.model.fingerprint import fingerprint
from samverkan.model.load import load
from samverkan.source.reader import parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

TIME = "\nperiod: 2024\n"
TOWN = "parties: [{id: kommunen, type: municipality, code: '9901', name: Exempelby kommun}]"
HEAD = "samverkan: 1\nkind: {kind}\nid: ett\ntitle: Ett dokument\n"
PLAN = HEAD.format(kind="action-plan") + TOWN + "\nmeasures: [{title: Lampor, %s}]\n"
MESSAGES = HEAD.format(kind="communication-plan") + TOWN + "\naims: [Trygghet.]\n%s\n"
ACTIVITY = HEAD.format(kind="communication-plan") + TOWN + "\nactivities: [{text: Berätta., %s}]\n"
PROMISE = HEAD.format(kind="citizen-promise") + TOWN + TIME + "promises: [{text: Vi går ronder., %s}]\n"
STEP = PROMISE % "activities: [{text: Vi går., %s}]"
PICTURE = HEAD.format(kind="situation-picture") + TOWN + "\n%s\n"
FOLLOW_UP = HEAD.format(kind="follow-up") + "reviews: [{document: {title: Planen}}]\n%s\n"
AGREEMENT = (
    HEAD.format(kind="agreement")
    + """parties:
  - {id: polisen, type: police, name: Lokalpolisområde Exempel}
  - {id: kommunen, type: municipality, code: '9901', name: Exempelby kommun}
validity: {from: 2024, until: 2026}
%s
"""
)
CASES = [
    (PLAN, "who: Gatuchefen"),
    (PLAN, "who: {party: kommunen, role: Gatuchef}"),
    (PLAN, "dates: 2024-05"),
    (ACTIVITY, "who: Kommunikatören"),
    (ACTIVITY, "dates: våren 2024"),
    (MESSAGES, "responsible: Kommunikatören"),
    (MESSAGES, "spokespersons: {party: kommunen}"),
    (MESSAGES, "follow_up: {dates: 2024}"),
    (MESSAGES, "follow_up: {scope: measures}"),
    (MESSAGES, "follow_up: {reporting: {dates: 2024-12}}"),
    (MESSAGES, "sections: [{title: Varför, shows: aims}]"),
    (PROMISE, "dates: 2024-05"),
    (STEP, "dates: 2024-05"),
    (PICTURE, "serves_as: action-plan"),
    (PICTURE, "sources: [{title: Enkät, id: enkat}]\nsurvey: Lugnt.\nsections: [{title: Läget, shows: survey}]"),
    (FOLLOW_UP, "participants: Lo Berg"),
    (FOLLOW_UP, "participants: {name: Lo Berg, role: Kommunchef}"),
    (AGREEMENT, "focus_areas: [{title: Torget, questions: Vad händer på kvällen?}]"),
    (AGREEMENT, "commitments: [{by: kommunen, text: Byta lampor., dates: 2024-05}]"),
    (AGREEMENT, "planned_documents: [{kind: situation-picture, includes: cause-analysis}]"),
    (AGREEMENT, "signing_rules: [{documents: action-plan, signed_by: Kommunchefen}]"),
    (AGREEMENT, "signatures: {date: 2024-01-15, signatories: {name: Lo Berg, party: kommunen, role: Kommunchef}}"),
]


def listed(said: str) -> str:
    """Put the value of the last key but for those in braces in a list."""
    key = next(
        key
        for key in (
            *("who", "dates", "responsible", "spokespersons", "scope", "shows", "serves_as", "participants"),
            *("questions", "includes", "documents", "signatories"),
        )
        if f"{key}: " in said
    )
    before, after = said.split(f"{key}: ")
    if after.startswith("{"):
        value = after[: after.index("}") + 1]
    else:
        value = min((after.split(mark)[0] for mark in (",", "}")), key=len)
    return f"{before}{key}: [{value}]{after[len(value) :]}"


def read(text: str) -> Any:
    data, faults = parse(text)
    assert not faults
    found = load(data)
    assert found.remarks == []
    return found.model


@pytest.mark.parametrize(("around", "said"), CASES, ids=[said.split("\n")[-1] for _, said in CASES])
def test_one_is_a_list_of_one(around: str, said: str) -> None:
    one, several = read(around % said), read(around % listed(said))
    assert one == several
    assert fingerprint(one) == fingerprint(several)


@pytest.mark.parametrize(
    ("said", "line", "column", "message"),
    [
        ("measures: [{title: Lampor, who: {rol: Gatuchef}}]", 6, 34, "Nyckeln ”rol” finns inte här."),
        ("measures: [{title: Lampor, status: {ligth: green}}]", 6, 37, "Nyckeln ”ligth” finns inte här."),
        ("supersedes: {titel: Planen}", 6, 14, "Nyckeln ”titel” finns inte här."),
    ],
)
def test_what_is_wrong_in_one_is_told_where_it_stands(
    said: str, line: int, column: int, message: str, tmp_path: Path
) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(HEAD.format(kind="action-plan") + TOWN + f"\n{said}\n", encoding="utf-8")
    (found,) = (one for one in check([str(file)], date(2024, 6, 1)).findings if one.rule == "unknown-key")
    assert (found.span.line, found.span.column, found.message.say("sv")) == (line, column, message)


def test_it_is_printed_as_the_list_is(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    pages = []
    for name, said in (("a", "who: Gatuchefen, dates: 2024-05"), ("b", "who: [Gatuchefen], dates: [2024-05]")):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "plan.yaml").write_text(PLAN % said, encoding="utf-8")
        run("render", str(folder), "--format", "md", "--out", str(folder))
        pages.append((folder / "ett.md").read_text(encoding="utf-8"))
    assert pages[0] == pages[1]
    assert "Gatuchefen" in pages[0]
