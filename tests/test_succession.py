"""What follows on what, what stands side by side, and dates that contradict each other: told with both places."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from samverkan.check import check
from samverkan.findings import Severity
from tests.test_law import DECIDED, MADE, NEIGHBOUR, POLICE, TODAY, TOWN, agreement, document, picture, plan, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from samverkan.findings import Finding
    from tests.conftest import Outcome

Plain = dict[str, Any]
JOINT = agreement("gemensam", parties=[POLICE, TOWN, NEIGHBOUR])
THEN, LATER = {"from": "2024", "until": "2025"}, {"from": "2026", "until": "2027"}


def found(folder: Path, documents: list[Plain], rule: str, today: str = TODAY) -> list[Finding]:
    write(folder, documents)
    return [one for one in check([str(folder)], date.fromisoformat(today)).findings if one.rule == rule]


def places(finding: Finding) -> list[str]:
    return [finding.file.rpartition("/")[2], *(other.file.rpartition("/")[2] for other in finding.related)]


def own(**keys: Any) -> Plain:
    return agreement("lokal", **{"parties": [POLICE, TOWN], "validity": LATER, **keys})


def promise(name: str, **keys: Any) -> Plain:
    promises = [{"id": "ronder", "text": "Vi går ronder."}]
    return document("citizen-promise", name, **{"parties": [POLICE, TOWN], "promises": promises, **keys})


def test_a_municipality_in_two_agreements_is_told_with_both_places(tmp_path: Path) -> None:
    (told,) = found(tmp_path, [JOINT, own()], "municipality-in-two-agreements")
    assert places(told) == ["lokal.yaml", "gemensam.yaml"]
    assert "Exempelby kommun" in told.message.say("sv")
    assert "alongside: gemensam" in told.help.say("sv")
    (told,) = found(tmp_path, [JOINT, own(parties=[{**POLICE, "name": "Polisen i Norr"}, TOWN])], told.rule)
    assert places(told) == ["lokal.yaml", "gemensam.yaml"]
    alone = check([str(tmp_path / "gemensam.yaml")], date.fromisoformat(TODAY)).findings
    assert [one.file.rpartition("/")[2] for one in alone if one.rule == told.rule] == ["gemensam.yaml"]


@pytest.mark.parametrize(
    "keys",
    [
        {"part_of": "gemensam"},
        {"supersedes": "gemensam"},
        {"extends": "gemensam"},
        {"alongside": "gemensam"},
        {"validity": {"from": "2028", "until": "2029"}},
        {"validity": {"until": "2029"}, "signatures": None},
        {"status": "expired", "validity": {"from": "2024"}},
        {"closed": {"date": "2023-12-31"}},
        {"parties": [POLICE, {**TOWN, "code": "9903", "name": "Fjärran kommun"}]},
        {"parties": [POLICE, TOWN, NEIGHBOUR]},
    ],
)
def test_agreements_that_belong_together_or_apart_are_not_told(keys: Plain, tmp_path: Path) -> None:
    assert found(tmp_path, [JOINT, own(**keys)], "municipality-in-two-agreements") == []


def test_agreements_belong_together_through_a_third_one(tmp_path: Path) -> None:
    open_ended = {"from": "2018"}
    line = [
        agreement("a", validity=open_ended),
        agreement("b", validity={"from": "2022", "until": "2023"}, supersedes="a"),
        agreement("c", validity=THEN, supersedes="b"),
    ]
    assert found(tmp_path, line, "overlapping-agreements") == []
    assert len(found(tmp_path, [*line[:2], agreement("c", validity=THEN)], "overlapping-agreements")) == 1


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (agreement("förra", validity=LATER), agreement("nya", validity=THEN, supersedes="förra")),
        (agreement("förra", validity=LATER), agreement("nya", validity=THEN, extends="förra")),
        (agreement("förra", "2025-01-15"), agreement("nya", "2024-01-10", supersedes="förra")),
        (picture("2025-06-01", "förra"), picture("2024-06-01", "nya", supersedes="förra")),
        (plan("2025-03-12", "förra"), plan("2024-03-12", "nya", supersedes="förra")),
        (promise("förra", period=LATER), promise("nya", period=THEN, supersedes="förra")),
        (
            promise("förra", period=LATER),
            promise("nya", period=THEN, promises=[{"id": "r", "text": "Vi går.", "extends": "förra#ronder"}]),
        ),
    ],
)
def test_a_successor_older_than_its_predecessor(earlier: Plain, later: Plain, tmp_path: Path) -> None:
    (told,) = found(tmp_path, [earlier, later], "successor-before-predecessor")
    assert places(told) == ["nya.yaml", "förra.yaml"]
    assert "nyare" in told.message.say("sv")


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (agreement("förra", validity=THEN), agreement("nya", validity=LATER, supersedes="förra")),
        (
            agreement("förra", validity={"from": "2024"}),
            agreement("nya", validity={"from": "2024-03"}, extends="förra"),
        ),
        (agreement("förra", validity=LATER), agreement("nya", validity=THEN, alongside="förra")),
        (picture("2025", "förra", period=LATER), picture("2025-02", "nya", period=THEN, supersedes="förra")),
        (picture("2025-06-01", "förra"), plan("2024-03-12", "nya", picture="förra")),
    ],
)
def test_a_successor_that_may_be_newer(earlier: Plain, later: Plain, tmp_path: Path) -> None:
    assert found(tmp_path, [earlier, later], "successor-before-predecessor") == []


def test_a_circle_of_two_relations_is_told_once_with_every_place(tmp_path: Path) -> None:
    circle = [
        agreement("a", validity=THEN, supersedes="c"),
        agreement("b", validity=THEN, extends="a"),
        agreement("c", validity=THEN, supersedes="b"),
    ]
    (told,) = found(tmp_path, circle, "circular-reference")
    assert told.message.say("sv") == "Dokumentet ersätter eller förlänger sig självt: a → c → b → a."
    assert places(told) == ["a.yaml", "c.yaml", "b.yaml"]
    alone = check([str(tmp_path / "c.yaml")], date.fromisoformat(TODAY)).findings
    assert [one.file.rpartition("/")[2] for one in alone if one.rule == "circular-reference"] == ["c.yaml"]


def test_a_circle_of_extensions_says_so(tmp_path: Path) -> None:
    circle = [promise("a", period=THEN, extends="b"), promise("b", period=THEN, extends="a")]
    (told,) = found(tmp_path, circle, "circular-reference")
    assert told.message.say("sv") == "Dokumentet förlänger sig självt: a → b → a."
    assert told.message.say("en") == "The document extends itself: a → b → a."


def test_single_promises_that_extend_each_other_are_a_circle(tmp_path: Path) -> None:
    circle = [
        promise("a", period=THEN, promises=[{"text": "Annat."}, {"id": "x", "text": "Vi går.", "extends": "b#y"}]),
        promise("b", period=THEN, groups=[{"title": "G", "promises": [{"id": "y", "text": "V.", "extends": "a#x"}]}]),
    ]
    (told,) = found(tmp_path, circle, "circular-reference")
    assert told.message.say("sv") == "Löftet förlänger sig självt: a#x → b#y → a#x."
    assert told.path == ("promises", 1, "extends")
    assert places(told) == ["a.yaml", "b.yaml"]


def test_a_promise_that_extends_a_whole_document_closes_a_circle(tmp_path: Path) -> None:
    circle = [
        promise("a", period=THEN, promises=[{"text": "Vi går.", "extends": "b"}]),
        promise("b", period=THEN, promises=[{"id": "y", "text": "V.", "extends": ["a"]}]),
    ]
    (told,) = found(tmp_path, circle, "circular-reference")
    assert places(told) == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize(
    ("x", "y"), [({"extends": "b#z"}, {"extends": "a#w"}), ({"extends": "b"}, {}), ({"extends": "b#y"}, {"id": "z"})]
)
def test_promises_that_extend_others_are_no_circle(x: dict[str, str], y: dict[str, str], tmp_path: Path) -> None:
    several = [
        promise("a", period=THEN, promises=[{"id": "x", "text": "A.", **x}, {"id": "w", "text": "B."}]),
        promise("b", period=THEN, promises=[{"id": "y", "text": "C.", **y}, {"id": "v", "text": "D."}]),
    ]
    assert found(tmp_path, several, "circular-reference") == []


def test_a_promise_that_extends_itself_is_a_circle(tmp_path: Path) -> None:
    alone = promise("a", period=THEN, promises=[{"id": "x", "text": "Vi går.", "extends": "a#x"}])
    (told,) = found(tmp_path, [alone], "circular-reference")
    assert told.message.say("sv") == "Löftet förlänger sig självt: a#x → a#x."


def test_areas_that_are_part_of_each_other_are_a_circle(tmp_path: Path) -> None:
    areas = [{"id": "n", "name": "N", "part_of": "s"}, {"id": "s", "name": "S", "part_of": "n"}]
    data = {"samverkan": "1", "kind": "situation-picture", "id": "p", "title": "P", "date": "2024", "areas": areas}
    (told,) = found(tmp_path, [data], "circular-reference")
    assert told.message.say("sv") == "Området ingår i sig självt: p#n → p#s → p#n."


def test_a_promise_may_say_both_its_end_and_its_length(tmp_path: Path) -> None:
    both = {"from": "2024-01-01", "until": "2025-12-31", "length": "P2Y"}
    assert found(tmp_path, [promise("a", period=both)], "length-and-end-disagree") == []
    (told,) = found(tmp_path, [promise("a", period={**both, "length": "P1Y"})], "length-and-end-disagree")
    assert len(told.related) == 2
    assert found(tmp_path, [promise("a", period={**both, "until": "next"})], "length-and-end-disagree") == []


def test_a_length_from_the_signing_is_held_against_the_end(tmp_path: Path) -> None:
    validity = {"from": "signing", "until": "2029-12-31", "length": "P2Y"}
    assert len(found(tmp_path, [agreement(validity=validity)], "length-and-end-disagree")) == 1
    assert found(tmp_path, [agreement(validity={**validity, "length": "P6Y"})], "length-and-end-disagree") == []


@pytest.mark.parametrize(
    ("area", "rule", "help_says"),
    [
        ({"name": "Heby kommun", "code": "1917"}, "unknown-municipality-code", "Heby har koden 0331."),
        ({"name": "Lessebo", "code": "0769"}, "unknown-municipality-code", "Lessebo har koden 0761."),
        ({"name": "Falun", "code": "0761", "type": "municipality"}, "municipality-name-mismatch", "2080"),
        ({"name": "Polisområde Norr", "code": "0761", "type": "police"}, "code-without-municipality", "type"),
    ],
)
def test_codes_of_areas_are_looked_up(area: Plain, rule: str, help_says: str, tmp_path: Path) -> None:
    (told,) = found(tmp_path, [picture("2025-01-01", areas=[area])], rule)
    assert help_says in told.help.say("sv")


def test_codes_of_areas_may_be_left_out_or_be_of_a_part(tmp_path: Path) -> None:
    areas = [{"name": "Lessebo kommun", "type": "municipality"}, {"name": "Centrum", "code": "0761"}]
    write(tmp_path, [picture("2025-01-01", areas=areas)])
    rules = {one.rule for one in check([str(tmp_path)], date.fromisoformat(TODAY)).findings}
    assert not {one for one in rules if "municipality" in one}


def test_a_code_that_the_name_gives_is_a_note(tmp_path: Path) -> None:
    nameless = {"id": "kommunen", "type": "municipality", "name": "Lessebo kommun"}
    (told,) = found(tmp_path, [plan(None, parties=[nameless])], "municipality-without-code")
    assert told.severity is Severity.NOTE
    assert 'code: "0761"' in told.help.say("sv")


def test_a_name_that_tells_no_municipality_is_a_warning_in_a_draft(tmp_path: Path) -> None:
    misspelt = {"id": "kommunen", "type": "municipality", "name": "Lesebo kommun"}
    (told,) = found(tmp_path, [plan(None, parties=[misspelt])], "municipality-not-known")
    assert told.severity is Severity.WARNING
    assert "Lessebo har koden 0761" in told.help.say("sv")


@pytest.mark.parametrize(
    "keys", [{"decisions": [{"body": "KS", "date": "2025-05-02"}]}, {"period": {"from": "2025-04"}}]
)
def test_a_plan_that_builds_on_a_later_picture(keys: Plain, tmp_path: Path) -> None:
    documents = [picture("2025-06-01", **keys), {**DECIDED, "picture": "bild"}]
    (told,) = found(tmp_path, documents, "plan-builds-on-later-picture")
    assert places(told) == ["plan.yaml", "bild.yaml"]
    assert told.severity is Severity.WARNING
    assert found(tmp_path, documents, "plan-decided-before-picture") == []
    assert found(tmp_path, [MADE, {**DECIDED, "picture": "bild"}], "plan-builds-on-later-picture") == []


def test_agreements_print_that_they_stand_alongside_others(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    write(tmp_path, [JOINT, own(alongside="gemensam")])
    assert run("render", "lokal.yaml", "--format", "md", "--out", "ut").code == 0
    assert "**Gäller vid sidan av:** Titeln gemensam" in (tmp_path / "ut" / "lokal.md").read_text(encoding="utf-8")
