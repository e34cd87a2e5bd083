"""Promises with goals of their own, and messages with those that support them: read, printed and followed up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from samverkan.duties.duty import DutyKind
from samverkan.duties.rows import rows
from samverkan.thread import ThreadStep, nodes, threads
from tests.test_plans_as_written import checked, document, names, shown

if TYPE_CHECKING:
    from pathlib import Path

GOAL: dict[str, Any] = {
    "id": "stölder",
    "text": "Cykelstölderna ska minska.",
    "baseline": {"value": 85, "period": "2023"},
    "target": {"at_most": 68},
    "deadline": "2024-12-31",
}
PROMISES = [{"id": "märkning", "text": "Vi märker cyklar.", "goals": "stölder"}, {"text": "Vi går ronder."}]


def promise(**said: Any) -> dict[str, Any]:
    return document("citizen-promise", **{"period": "2024", "goals": [GOAL], "promises": PROMISES, **said})


def test_a_promise_states_goals_of_its_own(tmp_path: Path) -> None:
    text = shown(tmp_path, promise())
    assert "Bidrar till målet:** Cykelstölderna ska minska" in text
    assert "Utgångsläge:** 85 (2023)" in text
    assert "Målvärde:** högst 68" in text


def test_goals_of_promises_are_followed_up_and_stand_in_the_thread(tmp_path: Path) -> None:
    day = date(2024, 6, 1)
    around = checked(tmp_path, promise()).workspaces[0]
    due = [row.duty.due for row in rows([around], day) if row.duty.clock is DutyKind.GOAL]
    assert due == [date(2025, 3, 31)]  # when figures of the year may exist
    (thread,) = threads(around)
    (goal,) = [node for node in nodes(thread) if node.step is ThreadStep.GOAL]
    assert [node.step for node in goal.children] == [ThreadStep.PROMISE]
    assert len([node for node in nodes(thread) if node.step is ThreadStep.PROMISE]) == len(PROMISES)


@pytest.mark.parametrize("kind", ["citizen-promise", "communication-plan"])
def test_a_goal_that_contradicts_itself_is_found_in_every_kind(kind: str, tmp_path: Path) -> None:
    same = {**GOAL, "target": {"value": 85}}
    found = names(tmp_path, document(kind, period="2024", goals=[same]))
    assert "target-equals-baseline" in found


def test_each_goal_is_named_once(tmp_path: Path) -> None:
    twin, other = {**GOAL, "id": "samma"}, {"id": "trygga", "text": "Fler ska vara trygga."}
    to_both = [{"text": "Vi märker cyklar.", "goals": ["stölder", "samma"]}]
    text = shown(tmp_path, promise(goals=[GOAL, twin], promises=to_both))
    assert text.count("Bidrar till målet:** Cykelstölderna ska minska.") == 1
    text = shown(
        tmp_path, promise(goals=[GOAL, other], promises=[{"text": "Vi märker.", "goals": ["stölder", "trygga"]}])
    )
    assert "Bidrar till målen:** Cykelstölderna ska minska; Fler ska vara trygga" in text


def test_messages_have_levels_and_supporting_messages(tmp_path: Path) -> None:
    messages = [
        {
            "level": "huvudbudskap",
            "text": "Torget är tryggt.",
            "audiences": "alla",
            "supporting": ["Vi är där.", {"id": "du", "text": "Du kan hjälpa till.", "audiences": "alla"}],
        },
        "Ring 112.",
    ]
    text = shown(
        tmp_path,
        document(
            "communication-plan",
            period="2024",
            audiences=[{"id": "alla", "text": "Invånarna"}],
            messages=messages,
            activities=[{"text": "Vi skriver i tidningen.", "messages": "du"}],
        ),
    )
    assert "Huvudbudskap:** Torget är tryggt." in text
    assert "Stödbudskap" in text
    assert "Vi är där." in text
    assert "Du kan hjälpa till. (målgrupper: Invånarna)" in text
    assert "Budskap:** Du kan hjälpa till." in text
