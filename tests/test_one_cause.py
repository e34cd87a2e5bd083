"""One cause, one finding: what follows from a part that could not be read is not said too."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from samverkan.catalogue import catalogue
from samverkan.check import check
from samverkan.findings import Severity
from tests.conftest import ROOT, SMALL, plain, written

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2024, 6, 1)
WORKSPACE: dict[str, Any] = {
    path.name: plain(path.read_text(encoding="utf-8")) for path in (ROOT / "tests" / "workspace").glob("*.yaml")
}
ALWAYS_READ = {"samverkan", "kind", "id"}


@pytest.mark.parametrize("name", sorted(WORKSPACE))
def test_a_key_that_cannot_be_read_is_the_only_thing_said(tmp_path: Path, name: str) -> None:
    followed: dict[str, set[str]] = {}
    for other, data in WORKSPACE.items():
        (tmp_path / other).write_text(written(data), encoding="utf-8")
    for key in sorted(WORKSPACE[name].keys() - ALWAYS_READ):
        (tmp_path / name).write_text(written({**WORKSPACE[name], key: {"fel": "x"}}), encoding="utf-8")
        found = {finding.rule for finding in check([str(tmp_path)], TODAY).findings}
        assert found
        if rules := {rule for rule in found if catalogue()[rule].is_rule}:
            followed[key] = rules
    assert followed == {}


@pytest.mark.parametrize(("odd", "found"), [("", ["changed-since-signing"]), ("sydte: Lugn", ["unknown-key"])])
def test_what_was_signed_is_not_said_to_have_changed_while_some_of_it_cannot_be_read(
    tmp_path: Path, odd: str, found: list[str]
) -> None:
    signed = "signatures: {date: 2024-01-15, fingerprint: 0000-0000-0000-0000, signatories: [{party: polisen}]}"
    (tmp_path / "avtal.yaml").write_text(f"{SMALL}\n{signed}\n{odd}\n", encoding="utf-8")
    told = check([str(tmp_path)], TODAY).findings
    assert [finding.rule for finding in told if finding.severity is Severity.ERROR] == found


@pytest.mark.parametrize(
    ("members", "mended"),
    [
        ("[{party: kommunen, role: Chef}, {party: polisen, role: Chef}]", ["[kommunen, polisen]"]),
        ("[Kommunen, Polisen, jointly]", ["[kommunen, polisen, jointly]"]),
        ("[{party: kommunen, role: Chef}, [polisen]]", ["kommunen", "polisen"]),  # not wrong in the same way
        (
            "[{party: kommunen}, {party: polisen}, {a: [b, c]}]",
            ["kommunen", "polisen", "kommunen"],
        ),  # the last is an example
    ],
)
def test_what_is_wrong_in_the_same_way_in_a_list_is_told_once(tmp_path: Path, members: str, mended: list[str]) -> None:
    forum = f"forums: [{{id: rådet, name: Rådet, members: {members}}}]"
    (tmp_path / "avtal.yaml").write_text(f"{SMALL}\n{forum}\n", encoding="utf-8")
    told = check([str(tmp_path)], TODAY).findings
    assert [one.edit and one.edit.text for one in told if one.severity is Severity.ERROR] == mended


@pytest.mark.parametrize(("party", "rule"), [("[[a]]", "wrong-type"), ("", "empty-value")])
def test_of_a_role_nothing_is_said_while_its_party_cannot_be_read(tmp_path: Path, party: str, rule: str) -> None:
    plan = "{samverkan: 1, kind: action-plan, id: plan, title: Plan, agreement: avtal-2024, period: 2024, measures: "
    who = f"[{{title: Ljus, problem_text: Mörkt, who: {{party: {party}, role: Gatuchef (kommunen)}}}}]}}"
    (tmp_path / "avtal.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(plan + who, encoding="utf-8")
    found = [one.rule for one in check([str(tmp_path)], TODAY).findings if one.severity is not Severity.NOTE]
    assert rule in found
    assert "party-as-role" not in found
