"""Slips that show when documents are held beside each other: one finding, at the slip, with the line that mends it."""

from __future__ import annotations

import re
import shutil
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pytest

from samverkan.check import check
from samverkan.findings import Severity
from samverkan.source.edits import applied
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.findings import Finding

TODAY = date(2026, 11, 23)
OF_SIGNING = {"changed-since-signing", "reviewed-text-changed"}


class Slip(NamedTuple):
    """What is changed in the example, what is told of it, and the text of the edit; None for none."""

    file: str
    old: str
    new: str
    rule: str
    edit: str | None


SLIPS = {
    "the end of what was signed": Slip(
        "overenskommelse-2024",
        "until: 2027-12-31",
        "until: 2029-12-31",
        "changed-since-signing",
        "until: 2027-12-31\n  extended: [{until: 2029-12-31}]",
    ),
    "the fingerprint of the plan before": Slip(
        "uppfoljning-2026",
        "4c89-6eb7-afdc-48b7",
        "e017-1a06-e5f2-25f4",
        "miswritten-fingerprint",
        "4c89-6eb7-afdc-48b7",
    ),
    "the day of a follow-up": Slip(
        "uppfoljning-2026", "date: 2026-10-21", "date: 2025-10-21", "follow-up-before-start", "2026-10-21"
    ),
    "an outcome that was copied": Slip(
        "uppfoljning-2026", "item: dialoger", "item: utbildning-om-våld", "duplicate-outcome", "dialoger"
    ),
    "an outcome of what is no more": Slip(
        "uppfoljning-2026", "item: dialoger", "item: torgmöten-varje-höst", "unknown-reference", "dialoger"
    ),
    "the day of a note": Slip(
        "atgardsplan-2026", "date: 2026-09-18", "date: 2027-09-18", "date-in-the-future", None
    ),
    "the figure of another year": Slip(
        "atgardsplan-2026", "value: 58, period: 2025", "value: 54, period: 2025", "figure-of-another-period", "58"
    ),
    "the picture before": Slip(
        "orsaksanalys-2026",
        "picture: lagesbild-2026",
        "picture: lagesbild-2024",
        "other-edition-meant",
        "lagesbild-2026",
    ),
    "a problem where a cause belongs": Slip(
        "atgardsplan-2026",
        "causes: utövare-får-vänta",
        "causes: dolt-våld",
        "wrong-kind-reference",
        "utövare-får-vänta",
    ),
    "a cause of the plan before": Slip(
        "atgardsplan-2026", "causes: mörkt-parkstråk", "causes: dålig-sikt", "unknown-reference", "mörkt-parkstråk"
    ),
    "a year that stands twice": Slip(
        "lagesbild-2026",
        r"\{period: 2025, value: 58\}",
        "{period: 2024, value: 58}",
        "figures-of-one-period",
        "2025",
    ),
    "the title of the plan before": Slip(
        "atgardsplan-2026",
        "title: .*",
        "title: Åtgärdsplan för Exempelby 2024–2026",
        "title-of-another-year",
        '"Åtgärdsplan för Exempelby 2026–2027"',
    ),
    "the decision of the plan before": Slip(
        "atgardsplan-2026", "date: 2026-04-15", "date: 2024-04-15", "decision-of-predecessor", "2026-04-15"
    ),
    "the date of the picture before": Slip(
        "lagesbild-2026", "date: 2026-02-25", "date: 2024-02-14", "successor-before-predecessor", "2026-02-14"
    ),
    "a word for a channel": Slip(
        "kommunikationsplan-2024", "channels: webbplatsen", "channels: [webbplatsen, Facebook]",
        "bad-reference", None,
    ),
    "how a measure went": Slip(
        "atgardsplan-2026", "    progress: done\n", "    progress: done\n    utfall: uppfyllt\n", "unknown-key",
        "# utfall: uppfyllt",
    ),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "examples" / "exempelkommun", tmp_path / "exempel")
    return tmp_path / "exempel"


def told(folder: Path, slip: Slip | None = None) -> list[Finding]:
    """Give what is told of a folder; what follows of any change to what was signed is left out, unless it is meant."""
    found = [one for one in check([str(folder)], TODAY).findings if one.severity is not Severity.NOTE]
    return [one for one in found if one.rule not in OF_SIGNING or (slip is not None and slip.rule == one.rule)]


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_one_finding_with_its_line(folder: Path, slip: Slip) -> None:
    path = folder / f"{slip.file}.yaml"
    text = path.read_text(encoding="utf-8")
    assert re.search(slip.old, text)
    path.write_text(re.sub(slip.old, slip.new, text, count=1), encoding="utf-8")
    (finding,) = told(folder, slip)
    assert (finding.rule, finding.file.rpartition("/")[2]) == (slip.rule, path.name)
    assert (finding.edit and finding.edit.text) == slip.edit
    if finding.edit is not None:
        path.write_text(applied(path.read_text(encoding="utf-8"), finding.edit), encoding="utf-8")
        assert told(folder, slip) == []


def test_what_was_signed_and_reviewed_is_told_of_once(folder: Path) -> None:
    path = folder / "overenskommelse-2024.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Exempelby", "Exempelbyn", 1), encoding="utf-8")
    path.write_text(re.sub("P6M", "P3M", text, count=1), encoding="utf-8")
    found = [one for one in check([str(folder)], TODAY).findings if one.severity is not Severity.NOTE]
    assert [(one.rule, one.path) for one in found] == [("changed-since-signing", ("signatures", "fingerprint"))]


def test_a_party_whose_id_was_changed_is_told_of_where_it_stands(folder: Path) -> None:
    path = folder / "overenskommelse-2024.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("- {id: kommunen,", "- {id: exempelby,", 1).replace("- id: kommunen", "- id: exempelby")
    )
    found = [one for one in told(folder) if one.severity is Severity.ERROR]
    assert [(one.rule, one.path[0], one.path[-1]) for one in found] == [("unknown-party", "parties", "id")]
    assert found[0].edit is not None
    assert found[0].edit.text == "kommunen"


def test_a_copy_is_told_that_it_has_the_id_of_the_original(folder: Path) -> None:
    original = folder / "uppfoljning-2026.yaml"
    (folder / "uppfoljning-2026-extra.yaml").write_text(original.read_text(encoding="utf-8"), encoding="utf-8")
    (finding,) = [one for one in told(folder) if one.rule == "duplicate-document-id"]
    assert finding.file.endswith("uppfoljning-2026-extra.yaml")
    assert finding.edit is not None
    assert finding.edit.text == "uppfoljning-2026-extra"
