"""Items in the wrong list: what is said of them, and what becomes of the file when the lines are moved."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.findings import Edit, Span
from samverkan.source.edits import applied, moved_by
from samverkan.source.lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from samverkan.findings import Finding
    from tests.conftest import Outcome

HEAD = """\
samverkan: 1
kind: follow-up
id: uppfoljning-2024
title: Uppföljning
date: 2024-05-01
parties: [{id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}]
reviews: [{document: {title: Planen}}]
outcomes: [{title: Fler är trygga, result: reached, comment: Det syns.}]
"""
DECISION = "  - {body: Kommunstyrelsen, date: 2024-05-02}\n"
REPORT = "  - {to: Nämnden, date: 2024-05-20, by: kommunen}\n"
OTHER_REPORT = "  - {to: Rådet, date: 2024-05-21, by: kommunen}\n"
COUNCIL = "  - {to: Fullmäktige, date: 2024-05-22, by: kommunen}\n"
PLAN = """\
samverkan: 1
kind: communication-plan
id: kommunikationsplan-2024
title: Kommunikationsplan
parties: [{id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}]
period: {from: 2024, until: 2024}
audiences: [{id: alla, text: Alla i Exempelby}]
"""
AGREEMENT = """\
samverkan: 1
kind: agreement
id: avtal-2024
title: Överenskommelse
parties:
  - {id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}
  - {id: polisen, type: police, name: Polisen Exempel}
validity: {from: 2024, until: 2027}
purposes: [Färre brott.]
"""


def findings(folder: Path, text: str) -> list[Finding]:
    (folder / "a.yaml").write_bytes(text.encode())
    found = check([str(folder)], date(2024, 6, 1)).findings
    return [one for one in found if one.severity == "error" or one.rule == "wrong-list"]


@pytest.fixture
def mended(tmp_path: Path) -> Callable[[str], str]:
    """Give what a text with one finding becomes when it is mended."""

    def mend(text: str) -> str:
        (finding,) = findings(tmp_path, text)
        assert finding.rule == "wrong-list"
        assert finding.edit is not None
        after = applied(text, finding.edit)
        assert "wrong-list" not in {one.rule for one in findings(tmp_path, after)}
        return after

    return mend


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("decisions:\n{d}{r}reports:\n{c}", "decisions:\n{d}reports:\n{c}{r}"),
        ("decisions:\n{r}{d}reports:\n{c}", "decisions:\n{d}reports:\n{c}{r}"),
        ("reports:\n{c}\ndecisions:\n{d}{r}{d}", "reports:\n{c}{r}\ndecisions:\n{d}{d}"),
        ("decisions:\n{d}{r}{o}reports:\n{c}", "decisions:\n{d}reports:\n{c}{r}{o}"),
        ("decisions:\n{r}reports:\n{c}", "reports:\n{c}{r}"),
        ("decisions:\n{d}{r}", "decisions:\n{d}reports:\n{r}"),
        ("decisions:\n{r}{d}", "decisions:\n{d}reports:\n{r}"),
        ("decisions:\n{r}{o}", "reports:\n{r}{o}"),
        ("decisions:\n{d}{r}reports:\n", "decisions:\n{d}reports:\n{r}"),
        ("decisions:\n{d}  # Om\n  # den\n{r}reports:\n{c}", "decisions:\n{d}reports:\n{c}  # Om\n  # den\n{r}"),
        ("decisions:\n  # Alla\n{r}{d}reports:\n{c}", "decisions:\n  # Alla\n{d}reports:\n{c}{r}"),
        (
            "decisions:\n{d}{r}    # Sist\nreports:\n{c}    # K\n",
            "decisions:\n{d}reports:\n{c}    # K\n{r}    # Sist\n",
        ),
        ("decisions:\n{d}  # Om den\n{r}", "decisions:\n{d}reports:\n  # Om den\n{r}"),
        ("decisions: [{{to: A, by: kommunen}}]\n", "reports: [{{to: A, by: kommunen}}]\n"),
        (
            "decisions:\n{d}  -\n    to: A\n    by: kommunen\n",
            "decisions:\n{d}reports:\n  -\n    to: A\n    by: kommunen\n",
        ),
        (
            "decisions:\n- {{body: A, date: 2024-05}}\n- to: B\n  by: kommunen\nreports:\n{c}",
            "decisions:\n- {{body: A, date: 2024-05}}\nreports:\n{c}  - to: B\n    by: kommunen\n",
        ),
        (
            "decisions:\n{d}  - to: B\n\n    by: kommunen\nreports:\n- {{to: A, by: kommunen}}\n",
            "decisions:\n{d}reports:\n- {{to: A, by: kommunen}}\n- to: B\n\n  by: kommunen\n",
        ),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_are_moved(text: str, expected: str, end: str, mended: Callable[[str], str]) -> None:
    names = {"d": DECISION, "r": REPORT, "o": OTHER_REPORT, "c": COUNCIL}
    before, after = ((HEAD + one.format(**names)).replace("\n", end) for one in (text, expected))
    assert mended(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "decisions:\n{d}{r}reports: [{{to: A, by: kommunen}}]\n",
        "decisions: [{{body: A, date: 2024-05}}, {{to: B, by: kommunen}}]\nreports:\n{c}",
        "decisions: [{{body: A, date: 2024-05}}, {{to: B, by: kommunen}}]\n",
    ],
)
def test_lists_between_brackets_are_left_to_the_author(text: str, tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, HEAD + text.format(d=DECISION, r=REPORT, c=COUNCIL))
    assert finding.rule == "wrong-list"
    assert finding.edit is None


def test_items_apart_are_told_one_by_one(tmp_path: Path) -> None:
    text = HEAD + "decisions:\n" + REPORT + DECISION + OTHER_REPORT + "reports:\n" + COUNCIL
    for left in (2, 1, 0):
        found = findings(tmp_path, text)
        assert [one.rule for one in found] == ["wrong-list"] * left
        text = applied(text, found[0].edit) if found and found[0].edit else text


def test_what_else_is_wrong_is_told_at_its_own_line(tmp_path: Path) -> None:
    wrong = "  - {body: Nämnden, date: 2024-13, text: Planen.}\n"
    found = findings(tmp_path, HEAD + "decisions:\n" + wrong + REPORT + wrong + "figures: [{title: A, values: b}]\n")
    assert [(one.rule, one.span.line) for one in found] == [
        ("bad-date", 10),
        ("wrong-list", 11),
        ("bad-date", 12),
        ("wrong-type", 13),
    ]


@pytest.mark.parametrize(
    "item", ["{id: ny, text: Vi gör det ihop., audiences: alla}", "{id: ny, text: A, level: tactical}"]
)
def test_one_strange_key_must_be_one_that_all_there_have(item: str, tmp_path: Path) -> None:
    lists = (
        "messages: [{id: ihop, text: Vi gör det ihop., audiences: alla}]\nchannels:\n  - {id: webben, text: Webben}\n"
    )
    found = findings(tmp_path, f"{PLAN}{lists}  - {item}\n")
    assert [one.rule for one in found] == ["wrong-list" if "audiences" in item else "unknown-key"]


def test_what_moves_can_be_referred_to_at_once(tmp_path: Path) -> None:
    message = "messages:\n  - {id: ihop, text: Vi gör det ihop., audiences: alla}\n"
    lists = f"{message}channels:\n  - {{id: webben, text: Webben}}\n"
    activity = "activities: [{id: a, text: Berätta., when: Varje höst, messages: ny, channels: webben}]\n"
    found = findings(tmp_path, f"{PLAN}{lists}  - {{id: ny, text: Ring 112., audiences: alla}}\n{activity}")
    assert [one.rule for one in found] == ["wrong-list"]


@pytest.mark.parametrize(
    "goal",
    [
        "{id: mer, title: Trygghet, text: Fler ska vara trygga.}",
        "{id: mer, text: Fler ska vara trygga., by: polisen}",
        "{id: mer, text: Fler ska vara trygga., year: 2024}",
        "{id: mer, text: Fler ska vara trygga., kommentar: Se bilagan.}",
    ],
)
def test_a_key_too_many_is_no_other_list(goal: str, tmp_path: Path) -> None:
    lists = (
        "focus_areas: [{id: platser, title: Platser, text: De är mörka.}]\n"
        "commitments: [{id: sam, by: kommunen, theme: coordination, text: Ha en samordnare.}]\n"
        "references: [{id: lag, title: Lagen, year: 2023}]\n"
    )
    found = findings(tmp_path, f"{AGREEMENT}{lists}goals:\n  - {goal}\n")
    assert "wrong-list" not in {one.rule for one in found}


def test_items_of_a_part_are_moved_out_of_it(mended: Callable[[str], str]) -> None:
    areas = "focus_areas:\n  - id: platser\n    title: Platser\n"
    item = "{id: ljus, by: kommunen, theme: resources, text: Sätta upp ljus.}\n"
    other = "commitments:\n  - {id: sam, by: kommunen, theme: coordination, text: Ha en samordnare.}\n"
    after = mended(f"{AGREEMENT}{areas}    goals:\n      - {item}{other}")
    assert after == f"{AGREEMENT}{areas}{other}  - {item}"
    after = mended(f"{AGREEMENT}{areas}    goals:\n      - {{text: Mål.}}\n      - {item}")
    assert after == f"{AGREEMENT}{areas}    goals:\n      - {{text: Mål.}}\ncommitments:\n  - {item}"


def test_a_list_that_is_the_first_key_of_its_part_is_left_to_the_author(tmp_path: Path) -> None:
    item = "{by: kommunen, theme: resources, text: Sätta upp ljus.}"
    areas = f"focus_areas:\n  - goals:\n      - {item}\n    title: Platser\n"
    (finding,) = findings(tmp_path, f"{AGREEMENT}{areas}")
    assert finding.rule == "wrong-list"
    assert finding.edit is None


def test_items_of_another_kind_of_document_are_told_in_one(tmp_path: Path) -> None:
    promise = (
        "samverkan: 1\nkind: citizen-promise\nid: lofte\ntitle: Löfte\nperiod: {from: 2024, until: 2024}\n"
        'parties: [{id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}]\n'
        "dialogues: [{title: Dialog, date: 2024-01}]\npromises:\n"
        "  - {id: a, by: kommunen, text: Vi lagar lampor.}\n"
    )
    measure = "  - {id: ID, title: Kiosk, text: Vi hyr ut., operative_goal: Öppet., effect: long, type: situational}\n"
    found = findings(tmp_path, promise + measure.replace("ID", "b") + measure.replace("ID", "c"))
    assert [one.rule for one in found] == ["wrong-list"]
    assert "10–11" in found[0].help.say("sv")
    assert "ta bort `operative_goal`, `effect`, `type`" in found[0].help.say("sv")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("decisions:\n{d}{r}{rest}reports:\n{c}", "Paste after line 14, and then delete line 11:\n     15 "),
        ("reports:\n{c}decisions:\n{d}{rest}{r}{o}", "Delete lines 14–15, and then paste after line 10:\n     11 "),
    ],
)
def test_only_the_lines_that_move_are_shown(text: str, said: str, run: Callable[..., Outcome], tmp_path: Path) -> None:
    rest = DECISION if "{r}{rest}" not in text else "figures: [{title: Samtal, value: 3, unit: antal}]\n"
    whole = HEAD + text.format(d=DECISION, r=REPORT, o=OTHER_REPORT, c=COUNCIL, rest=rest)
    (tmp_path / "uppfoljning-2024.yaml").write_text(whole, encoding="utf-8")
    out = run("validate", "uppfoljning-2024.yaml", "--lang", "en").out
    assert said in out
    assert out.count("Nämnden") == 2


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("ab12345", "12345ab", (1, 2, 7, ["a", "b"])),
        ("12345ab", "ab12345", (6, 7, 0, ["a", "b"])),
        ("ab12345", "12345hab", (1, 2, 7, ["h", "a", "b"])),
        ("ab12345", "12345", None),
        ("ab12", "12ab", None),
        ("abcdef", "uvwxyz", None),
    ],
)
def test_moved_lines_are_known(old: str, new: str, expected: tuple[int, int, int, list[str]] | None) -> None:
    lines = list(old)
    edit = Edit(Span(1, 1, len(lines), 2), "\n".join(new))
    assert moved_by(lines, edit) == expected
    assert lines_of(applied("\n".join(lines), edit)) == list(new)


def test_no_more_lines_are_looked_through_than_documents_have() -> None:
    lines = ["x"] * 5000
    assert moved_by(lines, Edit(Span(1, 1, 5000, 2), "\n".join(["y", *lines]))) is None
