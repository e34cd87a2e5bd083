"""A document that forgets to name at its top what it builds on is told that once, and nothing of what is lost by it."""

from __future__ import annotations

import re
import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.findings import Severity
from samverkan.source.edits import applied
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.findings import Finding

TODAY = date(2026, 11, 1)
SIGNED = {"changed-since-signing", "reviewed-text-changed"}
"""What follows of any change to what was agreed."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "examples" / "exempelkommun", tmp_path / "exempel")
    return tmp_path / "exempel"


def told(folder: Path) -> list[Finding]:
    found = check([str(folder)], TODAY).findings
    return [one for one in found if one.severity is not Severity.NOTE and one.rule not in SIGNED]


def changed(folder: Path, name: str, old: str, new: str) -> Path:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert re.search(old, text, re.MULTILINE)
    path.write_text(re.sub(old, new, text, count=1, flags=re.MULTILINE), encoding="utf-8")
    return path


def pasted(path: Path, finding: Finding) -> None:
    assert finding.edit is not None
    path.write_text(applied(path.read_text(encoding="utf-8"), finding.edit), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "key", "line"),
    [
        ("atgardsplan-2026.yaml", "agreement", "agreement: overenskommelse-2024"),
        ("lagesbild-2026.yaml", "agreement", "agreement: overenskommelse-2024"),
        ("medborgarlofte-2026.yaml", "agreement", "agreement: overenskommelse-2024"),
        ("kommunikationsplan-2024.yaml", "agreement", "agreement: overenskommelse-2024"),
        ("atgardsplan-2026.yaml", "picture", "picture: lagesbild-2026"),
        ("atgardsplan-2024.yaml", "picture", "picture: lagesbild-2024"),
        ("atgardsplan-2026.yaml", "cause_analysis", "cause_analysis: orsaksanalys-2026"),
        ("orsaksanalys-2026.yaml", "picture", "picture: lagesbild-2026"),
        ("medborgarlofte-2026.yaml", "picture", "picture: lagesbild-2026"),
    ],
)
def test_a_forgotten_line_is_one_finding_with_the_line(folder: Path, name: str, key: str, line: str) -> None:
    path = changed(folder, name, rf"^{key}: .*\n", "")
    (finding,) = told(folder)
    assert (finding.rule, finding.file.rpartition("/")[2]) == ("document-not-named", name)
    assert line in finding.help.say("sv")
    pasted(path, finding)
    assert f"\n{line}\n" in path.read_text(encoding="utf-8")
    assert told(folder) == []


@pytest.mark.parametrize("written", ["causes: orsaksanalys-2026", "orsaker: [orsaksanalys-2026]"])
def test_an_id_of_a_document_tells_under_which_key_it_belongs(folder: Path, written: str) -> None:
    path = changed(folder, "atgardsplan-2026.yaml", r"^cause_analysis: .*$", written)
    (finding,) = told(folder)
    assert (finding.rule, finding.path) == ("unknown-key", (written.partition(":")[0],))
    pasted(path, finding)
    assert told(folder) == []


def test_of_several_agreements_it_is_that_of_what_the_document_names(folder: Path) -> None:
    text = (folder / "overenskommelse-2024.yaml").read_text(encoding="utf-8")
    other = text.replace("id: overenskommelse-2024", "id: annat-avtal").replace("9901", "9902")
    (folder / "annat-avtal.yaml").write_text(other.replace("Exempelby kommun", "Annanby kommun"), encoding="utf-8")
    changed(folder, "atgardsplan-2026.yaml", r"^agreement: .*\n", "")
    found = [one for one in told(folder) if one.rule == "document-not-named"]
    assert [one.edit.text for one in found if one.edit] == ["id: atgardsplan-2026\nagreement: overenskommelse-2024"]


def test_where_no_agreement_is_known_the_parties_may_stand_in_the_document(tmp_path: Path) -> None:
    text = (
        "samverkan: 1\nkind: citizen-promise\nid: loften-2026\ntitle: Löften\nperiod: 2026\nby: [kommunen, polisen]\n"
    )
    path = tmp_path / "loften-2026.yaml"
    path.write_text(text + "promises: [{id: ronder, text: Vi går ronder.}]\n", encoding="utf-8")
    found = [one for one in told(tmp_path) if one.severity is Severity.ERROR]
    assert [one.rule for one in found] == ["document-not-named"]
    assert "`parties`" in found[0].help.say("en")
    assert found[0].edit is None


def test_one_lost_reference_may_be_a_slip_of_its_own(folder: Path) -> None:
    plan = folder / "atgardsplan-2024.yaml"
    plan.write_text(
        "samverkan: 1\nkind: action-plan\nid: atgardsplan-2024\ntitle: Plan\nagreement: overenskommelse-2024\n"
        "period: {from: 2024-05, until: 2026-04}\nmeasures:\n"
        "  - {id: ljus, title: Nytt ljus, problems: otrygg-stationsmiljö, who: [{party: kommunen}], until: 2024-12}\n",
        encoding="utf-8",
    )
    found = [one for one in told(folder) if one.file.endswith("atgardsplan-2024.yaml")]
    assert "unknown-reference" in {one.rule for one in found}
    assert "document-not-named" not in {one.rule for one in found}


def test_nothing_is_said_where_what_is_named_is_not_there(folder: Path) -> None:
    changed(folder, "atgardsplan-2026.yaml", r"^picture: .*\n", "picture: lagesbild-2028\n")
    changed(folder, "atgardsplan-2026.yaml", r"^cause_analysis: .*\n", "")
    assert "document-not-named" not in {one.rule for one in told(folder)}
