"""How much a finding matters follows from what can be done: in a draft, in what is in force, and in what is past."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.findings import Severity
from samverkan.rules.concern import Concern
from samverkan.workspace.standing import Standing, standing_of
from tests.conftest import SMALL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from samverkan.workspace.document import Document
    from tests.conftest import Outcome

TODAY = date(2024, 6, 1)
PLAN = """\
samverkan: 1
kind: action-plan
id: plan-2024
title: Åtgärdsplan
period: {from: 2024, until: 2025}
goals: [{id: tryggare, text: Fler är trygga.}]
measures: [{id: ronder, title: Ronder}]
"""
PICTURE = "samverkan: 1\nkind: situation-picture\nid: bild\ntitle: Lägesbild\n"
EXTENDED = """\
samverkan: 1
kind: action-plan
id: plan-2022
title: Åtgärdsplan
period: {{from: 2022, until: 2023, extended: [{{until: 2025, date: {day}}}]}}
"""
DECIDED = "decisions: [{body: Kommunstyrelsen, date: 2024-04-10}]\n"
NAMES = "signatories: [{party: polisen, name: Kim Ek, role: Chef}, {party: kommunen, name: Lo Berg, role: Ordförande}]"


def severities(folder: Path, text: str, today: date = TODAY) -> dict[str, Severity]:
    (folder / "dokument.yaml").write_text(text, encoding="utf-8")
    return {finding.rule: finding.severity for finding in check([str(folder)], today).findings}


def document(folder: Path, text: str) -> Document:
    (folder / "dokument.yaml").write_text(text, encoding="utf-8")
    return check([str(folder)], TODAY).workspaces[0].documents[0]


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        (PLAN, Standing.DRAFT),
        (PLAN + "status: draft\n", Standing.DRAFT),
        (PLAN.replace("from: 2024, until: 2025", "from: 2022, until: 2023") + "status: draft\n", Standing.PAST),
        (PLAN.replace("from: 2024, until: 2025", "from: 2022, until: 2023") + "status: proposed\n", Standing.PAST),
        (PLAN + DECIDED, Standing.IN_FORCE),
        (PLAN + "decisions: [{body: Kommunstyrelsen}]\n", Standing.IN_FORCE),
        (PLAN + "decisions: [{body: Kommunstyrelsen, date: 2024-09-10}]\n", Standing.DRAFT),
        (PLAN + "decisions: Kommunstyrelsen\n", Standing.IN_FORCE),  # what cannot be read gets the doubt
        (PLAN.replace("2024, until: 2025", "2015, until: 2016"), Standing.PAST),
        (EXTENDED.format(day="2024-05-31"), Standing.DRAFT),
        (EXTENDED.format(day="2024-06-02"), Standing.PAST),  # seen from before it was extended
        (PICTURE + "date: 2024-05-31\n", Standing.IN_FORCE),  # finished on its date
        (PICTURE + "date: 2024\n", Standing.DRAFT),
        (PICTURE + "date: 2024-05-31\nstatus: draft\n", Standing.DRAFT),
        (PICTURE + "date: 2022-06-01\n", Standing.IN_FORCE),
        (PICTURE + "date: 2022-05-31\n", Standing.PAST),
        (PICTURE + "period: 2015\n", Standing.PAST),
        (PICTURE + "period: 2023\n", Standing.DRAFT),  # which does not say when it was finished
        (SMALL, Standing.DRAFT),
        (SMALL + f"signatures: {{{NAMES}}}\n", Standing.DRAFT),
        (SMALL + f"signatures: {{date: 2024-01-15, {NAMES}}}\n", Standing.IN_FORCE),
        (SMALL + f"signatures: {{fingerprint: 7ad7-b207-94fa-2e7a, {NAMES}}}\n", Standing.IN_FORCE),
        (SMALL.replace("until: 2026", "until: 2023").replace("from: 2024", "from: 2020"), Standing.PAST),
        ("samverkan: 1\nkind: agreement\n", Standing.DRAFT),
    ],
)
def test_the_standing_of_a_document(tmp_path: Path, text: str, standing: Standing) -> None:
    assert standing_of(document(tmp_path, text), TODAY) is standing


def test_in_a_draft_a_goal_without_measure_or_deadline_is_an_error(tmp_path: Path) -> None:
    found = severities(tmp_path, PLAN)
    for rule in ("goal-not-measurable", "goal-without-deadline", "goal-without-measure", "measure-without-owner"):
        assert found[rule] is Severity.ERROR


def test_in_what_is_decided_a_broken_thread_is_a_warning_and_the_method_a_note(tmp_path: Path) -> None:
    found = severities(tmp_path, PLAN + DECIDED)
    assert found["goal-not-measurable"] is Severity.NOTE
    assert found["goal-without-measure"] is found["measure-without-owner"] is Severity.WARNING
    assert Severity.ERROR not in found.values()


def test_in_what_is_past_both_are_notes(tmp_path: Path) -> None:
    found = severities(tmp_path, PLAN.replace("2024, until: 2025", "2015, until: 2016"))
    assert set(found.values()) == {Severity.NOTE}


@pytest.mark.parametrize("standing", Standing)
@pytest.mark.parametrize("severity", Severity)
def test_what_contradicts_itself_and_the_law_are_what_they_are(standing: Standing, severity: Severity) -> None:
    for concern in (Concern.CONTRADICTION, Concern.LAW, Concern.PERSONAL_DATA):
        assert concern.severity(severity, standing) is severity
    for concern in Concern:
        assert concern.severity(Severity.NOTE, standing) is Severity.NOTE


@pytest.mark.parametrize(
    ("rules", "severity"),
    [
        ("{all: warning}", "warning"),
        ("{all: off, smart: note}", "note"),
        ("{all: off, smart: note, goal-not-measurable: error}", "error"),
        ("{all: off}", None),
    ],
)
def test_the_settings_decide_before_all_and_the_nearest_name_wins(
    tmp_path: Path, rules: str, severity: str | None
) -> None:
    (tmp_path / "samverkan.yaml").write_text(f"samverkan: 1\nkind: workspace\nrules: {rules}\n", encoding="utf-8")
    assert severities(tmp_path, PLAN + DECIDED).get("goal-not-measurable") == severity


def test_settings_for_all_rules_leave_the_form_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\nrules: {all: off}\n", encoding="utf-8")
    assert severities(tmp_path, PLAN + "okänd: 1\n") == {"unknown-key": Severity.ERROR}


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 0),
        (("--strict",), 1),
        (("--fail-level", "warning"), 1),
        (("--fail-level", "error"), 0),
        (("--fail-level", "error", "--strict"), 1),
        (("--select", "smart", "--strict"), 0),
        (("--select", "smart", "--strict", "--fail-level", "note"), 1),
    ],
)
def test_what_fails_a_check_is_the_users_to_say(
    run: Callable[..., Outcome], tmp_path: Path, options: tuple[str, ...], code: int
) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN + DECIDED, encoding="utf-8")
    ended = run("validate", "plan.yaml", "--today", "2024-06-01", "--format", "json", *options)
    assert ended.code == code
    assert json.loads(ended.out)["summary"]["errors"] == 0


def test_only_errors_of_form_and_law_are_for_the_first_page(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN + "okänd: 1\nintroduction: Om 811228-9874.\n", encoding="utf-8")
    result = check([str(tmp_path)], TODAY)
    assert result.count(Severity.ERROR) > 2
    assert list(result.errors_of_form_and_law.values()) == [2]


def test_errors_that_are_too_many_to_tell_one_by_one_are_counted_too(tmp_path: Path) -> None:
    goals = "goals:\n" + "  - text: Fler är trygga.\n" * 300
    measures = "measures:\n" + "".join(f"  - {{id: m{i}, title: Ronder, okänd: 1}}\n" for i in range(300))
    (tmp_path / "plan.yaml").write_text(PLAN.partition("goals:")[0] + goals + measures, encoding="utf-8")
    result = check([str(tmp_path)], TODAY)
    assert {rest.rule: rest.count for rest in result.untold}.items() >= {
        "unknown-key": 100,
        "goal-not-measurable": 100,
    }.items()
    assert list(result.errors_of_form_and_law.values()) == [300]
    assert len(result.read[0].texts) == 1


class TestStatedStatus:
    @pytest.mark.parametrize(
        ("text", "standing"),
        [
            (PLAN + "status: decided\n", Standing.IN_FORCE),
            (PLAN + "status: in-force\n", Standing.IN_FORCE),
            (PLAN + DECIDED + "status: draft\n", Standing.DRAFT),
            (PLAN + "status: expired\n", Standing.PAST),
            (PLAN + "closed: {date: 2024-02}\n", Standing.PAST),
            (PLAN + "closed: {date: 2024-09}\n", Standing.DRAFT),
            (PLAN.replace("2024, until: 2025", "2015, until: 2016") + "status: decided\n", Standing.PAST),
            (SMALL + "signatures: {text: Undertecknat av båda parter.}\n", Standing.IN_FORCE),
        ],
    )
    def test_it_decides_before_all(self, tmp_path: Path, text: str, standing: Standing) -> None:
        assert standing_of(document(tmp_path, text), TODAY) is standing
