"""A follow-up by some of the parties is of their own part, unless they are all who stand behind the document."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.model.fingerprint import fingerprint, short
from samverkan.reviews.counted import last_review

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.check import CheckResult

TODAY = date(2026, 11, 20)
POLICE = "{id: polisen, type: police, name: Lokalpolisområde Exempel}"
BOTH = POLICE + ", {id: kommunen, type: municipality, name: Exempelby kommun}"
PROMISE = """\
samverkan: 1
kind: citizen-promise
id: löfte
title: Medborgarlöfte
parties: [{parties}]
{head}period: {{from: 2024, until: 2024}}
promises:
  - {{id: närvaro, by: polisen, text: Vi syns på torget.}}
  - {{id: insatser, by: polisen, text: Vi söker på skolorna.}}
follow_up: {{cadence: yearly}}
"""
REVIEW = """\
samverkan: 1
kind: follow-up
id: uppföljning
title: Uppföljning
date: 2024-12-20
by: {by}
reviews: [{{document: löfte, fingerprint: {fingerprint}}}]
outcomes: [{{item: närvaro, result: reached}}, {{item: insatser, result: reached}}]
"""


def checked(folder: Path, parties: str, by: str, head: str = "") -> CheckResult:
    (folder / "löfte.yaml").write_text(PROMISE.format(parties=parties, head=head), encoding="utf-8")
    model = check([str(folder)], TODAY).workspaces[0].by_id["löfte"].model
    assert model is not None
    review = REVIEW.format(by=by, fingerprint=short(fingerprint(model)))
    (folder / "uppföljning.yaml").write_text(review, encoding="utf-8")
    return check([str(folder)], TODAY)


@pytest.mark.parametrize(
    ("parties", "by", "head", "is_whole"),
    [
        (POLICE, "polisen", "", True),
        (POLICE, "police", "", True),
        (BOTH, "polisen", "", False),
        (BOTH, "police", "", False),
        (BOTH, "[polisen, kommunen]", "", True),
        (BOTH, "[police, municipalities]", "", True),
        (BOTH, "jointly", "", True),
        (BOTH, "polisen", "by: polisen\n", True),
        (BOTH, "kommunen", "by: polisen\n", False),
    ],
)
def test_a_follow_up_counts_when_those_who_made_it_are_all_behind_the_document(
    parties: str, by: str, head: str, is_whole: bool, tmp_path: Path
) -> None:
    result = checked(tmp_path, parties, by, head)
    workspace = result.workspaces[0]
    assert (last_review(workspace, workspace.by_id["löfte"], TODAY) is not None) is is_whole
    assert ("follow-up-of-one-part" in {found.rule for found in result.findings}) is not is_whole
