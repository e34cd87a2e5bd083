"""An agreement or a promise that does not say for how long it applies: nothing is refused, invented or printed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

PARTIES = """parties:
  - {id: polisen, type: police, name: Lokalpolisområde Exempel}
  - {id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}
"""
AGREEMENT = "samverkan: 1\nkind: agreement\nid: ett\ntitle: Överenskommelse\n" + PARTIES + "purposes: [Färre brott.]\n"
PROMISE = "samverkan: 1\nkind: citizen-promise\nid: ett\ntitle: Löfte\n" + PARTIES + "promises: [Vi går 20 ronder.]\n"
SIGNED = "signatures: {date: 2015-03-04, place: Exempelby}\n"


def found(tmp_path: Path, text: str) -> dict[str, Severity]:
    (tmp_path / "ett.yaml").write_text(text, encoding="utf-8")
    return {one.rule: one.severity for one in check([str(tmp_path)], date(2024, 6, 1)).findings}


@pytest.mark.parametrize("text", [AGREEMENT, PROMISE, AGREEMENT + "validity: {}\n", PROMISE + "period: {}\n"])
def test_a_draft_is_to_say_it(text: str, tmp_path: Path) -> None:
    told = found(tmp_path, text)
    assert told["period-not-stated"] is Severity.ERROR
    assert "agreement-without-end" not in told


@pytest.mark.parametrize("text", [AGREEMENT, PROMISE])
def test_what_is_signed_cannot_be_changed(text: str, tmp_path: Path) -> None:
    assert found(tmp_path, text + SIGNED)["period-not-stated"] is Severity.NOTE


def test_what_is_said_in_running_text_is_not_asked_for(tmp_path: Path) -> None:
    said = "introduction: Överenskommelsen gäller till och med 2026.\n"
    assert "period-not-stated" not in found(tmp_path, AGREEMENT + said)


@pytest.mark.parametrize("time", ["", "validity: {}\n"])
def test_nothing_is_printed_of_it(time: str, tmp_path: Path, run: Callable[..., Outcome]) -> None:
    (tmp_path / "ett.yaml").write_text(AGREEMENT + time + SIGNED, encoding="utf-8")
    run("render", str(tmp_path), "--format", "md", "--out", str(tmp_path))
    page = (tmp_path / "ett.md").read_text(encoding="utf-8")
    assert "gäller" not in page
    assert "Giltighetstid" not in page


def test_an_area_without_id_is_named_as_one_that_has_none(tmp_path: Path) -> None:
    (tmp_path / "ett.yaml").write_text(AGREEMENT + "focus_areas: [Torget]\n", encoding="utf-8")
    findings = check([str(tmp_path)], date(2024, 6, 1)).findings
    (said,) = (one.help.say("sv") for one in findings if one.rule == "focus-area-without-problem")
    assert "`focus_area: områdets id`" in said


def test_a_plan_need_not_begin_after_the_signing_of_an_agreement_that_says_no_start(tmp_path: Path) -> None:
    text = AGREEMENT.replace("id: ett", "id: avtal") + "signatures: {date: 2024-01-15}\n"
    (tmp_path / "avtal.yaml").write_text(text, encoding="utf-8")
    assert "period-outside-agreement" not in found(tmp_path, PROMISE + "agreement: avtal\nperiod: 2024\n")
