"""The threads of plans' own focus areas and of communication plans."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from typing import TYPE_CHECKING, Any

from samverkan.check import check
from samverkan.thread import ThreadStep, nodes, threads
from tests.conftest import EXAMPLES, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from samverkan.thread import Node
    from tests.conftest import Outcome

PARTIES = [
    {"id": "polisen", "type": "police", "name": "Lokalpolisområde Nybro"},
    {"id": "kommunen", "type": "municipality", "code": "0761", "name": "Lessebo kommun"},
]
PLAN: dict[str, Any] = {
    "kind": "action-plan",
    "focus_areas": [{"id": "centrum", "title": "Centrum"}, "Landsbygden"],
    "goals": [{"id": "tryggt", "text": "Tryggt.", "focus_area": "centrum"}, {"id": "lugnt", "text": "Lugnt."}],
    "measures": [{"id": "ronder", "title": "Ronder", "goals": ["tryggt"]}, {"id": "lampor", "title": "Lampor"}],
}
AREAS = [
    ("focus_area", "Centrum", ""),
    ("goal", "Tryggt.", ""),
    ("measure", "Ronder", "inget utfall än"),
    ("focus_area", "Landsbygden", "inget mål"),
    ("goal", "Lugnt.", "ingen åtgärd"),
    ("measure", "Lampor", "inget utfall än"),
]


def tree(folder: Path, *documents: dict[str, Any]) -> list[list[tuple[str, str, str]]]:
    """Write documents; give each thread as the step, the title and what is missing of every node."""
    for found in documents:
        whole = {"samverkan": "1", "id": found["kind"], "title": found["kind"], "parties": PARTIES, **found}
        (folder / f"{found['kind']}.yaml").write_text(json.dumps(whole), encoding="utf-8")
    around = check([str(folder)], date(2026, 11, 20)).workspaces[0]
    return [[_told(node) for node in nodes(root)] for root in threads(around)]


def _told(node: Node) -> tuple[str, str, str]:
    return node.step.value, node.title.say("sv"), node.missing.say("sv") if node.missing else ""


def test_a_plans_own_focus_areas_hold_the_goals_that_name_them(tmp_path: Path) -> None:
    assert tree(tmp_path, PLAN)[0][1:] == AREAS


def test_under_an_agreement_nothing_of_a_plan_is_left_out(tmp_path: Path) -> None:
    agreement = {"kind": "agreement", "validity": "2024–2027", "focus_areas": [{"id": "unga", "title": "Unga"}]}
    found = tree(tmp_path, agreement, {**PLAN, "agreement": "agreement"})
    assert len(found) == 1
    assert found[0][2:] == AREAS


def test_a_communication_plan_has_messages_activities_and_outcomes(tmp_path: Path) -> None:
    plan = {
        "kind": "communication-plan",
        "messages": [{"id": "vi-syns", "text": "Vi syns."}, {"id": "ring", "text": "Ring."}],
        "activities": [
            {"id": "annons", "text": "Annons.", "messages": ["vi-syns"]},
            {"id": "öppet-hus", "text": "Öppet hus."},
        ],
    }
    follow_up = {
        "kind": "follow-up",
        "date": "T1 2025",
        "reviews": ["communication-plan"],
        "outcomes": [{"item": "annons", "result": "reached"}],
    }
    assert tree(tmp_path, plan, follow_up) == [
        [
            ("communication_plan", "communication-plan", ""),
            ("message", "Vi syns.", ""),
            ("activity", "Annons.", ""),
            ("outcome", "genomfört (T1 2025)", ""),
            ("message", "Ring.", "ingen aktivitet"),
            ("activity", "Öppet hus.", "inget utfall än"),
        ]
    ]


def test_a_message_is_not_missed_where_activities_name_none(tmp_path: Path) -> None:
    plan = {"kind": "communication-plan", "messages": ["Vi syns."], "activities": ["Annons."]}
    told = tree(tmp_path, plan)[0]
    assert [missing for step, _, missing in told if step == ThreadStep.MESSAGE] == [""]
    assert tree(tmp_path, {"kind": "communication-plan", "messages": ["Vi syns."]})[0][0][2] == "ingen aktivitet"


def test_the_page_names_a_focus_area_once_and_marks_only_what_is_missing(run: Callable[..., Outcome]) -> None:
    page = run("show", str(EXAMPLES / "exempelkommun"), "--format", "html", LANG="sv_SE.UTF-8").out
    headings = re.findall("<h3>(.*?)</h3>", page)
    assert "Fokusområde: Trygga platser i centralorten" in headings
    assert not re.search("<td[^>]*>Trygga platser i centralorten</td>", page)
    assert all(one not in {"", "–"} for one in re.findall('class="missing"[^>]*>(.*?)</td>', page))
    assert '<td data-label="Saknas"></td>' in page


def test_tables_have_one_heading_for_each_focus_area(run: Callable[..., Outcome]) -> None:
    shown = run("show", str(EXAMPLES / "exempelkommun"), "--format", "md", LANG="sv_SE.UTF-8").out
    tables = shown.split("\n## ")[1:]
    assert len(tables) > 2
    for table in tables:
        heading, _, named, _, *rows = table.partition("\n# ")[0].strip().split("\n")
        assert heading
        assert "Fokusområde" not in named
        assert rows
        assert {row.count(" | ") for row in rows} == {named.count(" | ")}
        assert not any(row.endswith("– |") for row in rows), "nothing is marked where nothing is missing"


def test_days_are_not_broken_on_pages_of_lists(run: Callable[..., Outcome]) -> None:
    found = run("followup", str(EXAMPLES / "exempelkommun"), "--format", "html", "--today", "2026-11-20").out
    days = re.findall(r"[0-9]{1,2}[ \u00a0](?:januari|mars|maj|november|december)\b", found)
    assert len(days) > 5
    assert not any(" " in day for day in days)


def test_a_prioritised_problem_of_no_focus_area_stands_in_a_thread(tmp_path: Path) -> None:
    problems = [{"id": "p", "title": "Klotter", "priority": "prioritised"}, {"id": "q", "title": "Buller"}]
    picture = {"kind": "situation-picture", "agreement": "agreement", "problems": problems}
    found = tree(tmp_path, {"kind": "agreement", "focus_areas": [{"id": "c", "title": "Centrum"}]}, picture)
    steps = [(step, title) for thread in found for step, title, _ in thread]
    assert ("problem", "Klotter") in steps
    assert ("problem", "Buller") not in steps


def test_a_goal_that_could_not_be_read_stands_between_a_cause_and_its_measure(tmp_path: Path) -> None:
    folder = tmp_path / "yta"
    shutil.copytree(ROOT / "tests" / "workspace", folder)
    plan = folder / "plan-2024.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("    text: Fler är", "    det: Fler är"), encoding="utf-8")
    (workspace,) = check([str(folder)], date(2024, 6, 1)).workspaces
    found = [node for thread in threads(workspace) for node in nodes(thread) if node.step is ThreadStep.GOAL]
    assert [(node.id, node.title.say("sv")) for node in found] == [("plan-2024#tryggare", "går inte att läsa")]
    assert found[0].children[0].step is ThreadStep.MEASURE
