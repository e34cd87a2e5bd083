"""What a goal aims at: its limits, its direction, and whether a figure meets it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan.check import check
from samverkan.model.choices import Direction
from samverkan.model.goals import Goal, Limits
from tests.conftest import SMALL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

NUMBERS = st.integers(-10_000, 10_000).map(lambda whole: Decimal(whole) / 10)
UP, DOWN, KEEP = Direction.INCREASE, Direction.DECREASE, Direction.MAINTAIN


def goal(target: dict[str, object] | None, start: object = None, direction: Direction | None = None) -> Goal:
    data: dict[str, object] = {"text": "Ett mål."}
    if target is not None:
        data["target"] = {key: str(value) for key, value in target.items()}
    if start is not None:
        data["baseline"] = {"value": str(start)}
    return Goal.model_validate({**data, "direction": direction})


def limits(low: int | None, high: int | None) -> Limits:
    return Limits(None if low is None else Decimal(low), None if high is None else Decimal(high))


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        (goal({"at_least": 40, "at_most": 60}), limits(40, 60)),
        (goal({"at_least": 40, "at_most": 60}, 80), limits(40, 60)),
        (goal({"at_least": 40}, 50), limits(40, None)),
        (goal({"at_most": 40}, 50), limits(None, 40)),
        (goal({"value": 40}, 50), limits(None, 40)),
        (goal({"value": 40}, 30), limits(40, None)),
        (goal({"value": 40}), limits(40, 40)),
        (goal({"value": 40}, 40), limits(40, 40)),
        (goal({"change_percent": -10}, 50), limits(None, 45)),
        (goal({"change_percent": 10}, 50), limits(55, None)),
        (goal({"change_percent": 10}, -50), limits(-45, None)),
        (goal({"change_percent": -10}, -50), limits(None, -55)),
        (goal({"change_percent": 10}, 0), limits(0, 0)),
        (goal({"change_percent": 10}), None),
        (goal(None, 50), None),
    ],
)
def test_what_a_figure_has_to_lie_within(found: Goal, wanted: Limits | None) -> None:
    assert found.wanted == wanted


@pytest.mark.parametrize(
    ("found", "met_by", "missed_by"),
    [
        (goal({"at_least": 40, "at_most": 60}), [40, 50, 60], [39, 61]),
        (goal({"at_least": 40, "at_most": 40}), [40], [39, 41]),
        (goal({"at_least": -5}), [-5, 0], [-6]),
        (goal({"at_most": -5}), [-5, -6], [0]),
        (goal({"value": 40}, 50), [40, 30], [41]),
        (goal({"value": 40}, 30), [40, 50], [39]),
        (goal({"value": -40}, -50), [-40, 0], [-41]),
        (goal({"value": 40}, 50, UP), [40, 30], [41]),
        (goal({"change_percent": -10}, 50), [45, 44], [46]),
        (goal({"change_percent": 10}, -50), [-45, 0], [-46]),
    ],
)
def test_a_figure_meets_the_target_or_does_not(found: Goal, met_by: list[int], missed_by: list[int]) -> None:
    assert {found.is_met_by(Decimal(value)) for value in met_by} == {True}
    assert {found.is_met_by(Decimal(value)) for value in missed_by} == {False}
    assert found.is_met_by(None) is None


@pytest.mark.parametrize(
    "found",
    [
        goal(None, 50),
        goal({"value": 40}),
        goal({"value": 40}, None, DOWN),
        goal({"value": 40}, 40, KEEP),
        goal({"change_percent": -10}),
        goal({"change_percent": 0}, 50),
    ],
)
def test_it_cannot_always_be_told(found: Goal) -> None:
    assert found.is_met_by(Decimal(40)) is None


@pytest.mark.parametrize(
    ("found", "wanted", "way"),
    [
        (goal({"value": 40}, 50, UP), UP, DOWN),
        (goal({"value": 40}, 50), DOWN, DOWN),
        (goal({"value": 40}, 40), KEEP, None),
        (goal({"value": 40}), None, None),
        (goal({"at_least": 40}), UP, None),
        (goal({"at_least": 40}, 50), UP, DOWN),
        (goal({"at_most": 40}, 50), DOWN, DOWN),
        (goal({"at_least": 40, "at_most": 60}, 30), None, UP),
        (goal({"at_least": 40, "at_most": 60}, 70), None, DOWN),
        (goal({"at_least": 40, "at_most": 60}, 40), None, None),
        (goal({"at_least": 40, "at_most": 60}, 50), None, None),
        (goal({"change_percent": -10}), DOWN, DOWN),
        (goal({"change_percent": 10}, -50), UP, UP),
        (goal({"change_percent": 0}, 50), KEEP, KEEP),
        (goal(None, 50), None, None),
        (goal(None, 50, KEEP), KEEP, None),
    ],
)
def test_which_way_it_should_go(found: Goal, wanted: Direction | None, way: Direction | None) -> None:
    assert (found.wanted_direction, found.way_to_target) == (wanted, way)


@settings(deadline=None)
@given(NUMBERS, NUMBERS, NUMBERS)
def test_a_band_holds_what_both_of_its_limits_hold(low: Decimal, high: Decimal, value: Decimal) -> None:
    band = goal({"at_least": low, "at_most": high})
    both = (goal({"at_least": low}).is_met_by(value), goal({"at_most": high}).is_met_by(value))
    assert band.is_met_by(value) == all(both)


@settings(deadline=None)
@given(NUMBERS, st.integers(-100, 100), NUMBERS)
def test_a_change_is_the_exact_value_that_it_comes_to(start: Decimal, percent: int, value: Decimal) -> None:
    change = goal({"change_percent": percent}, start)
    reached = start + abs(start) * percent / 100
    exact = goal({"value": reached.quantize(Decimal("0.0001"))}, start)
    assert change.wanted == exact.wanted
    assert change.is_met_by(value) == exact.is_met_by(value)


@settings(deadline=None)
@given(NUMBERS, NUMBERS)
def test_the_target_is_met_by_its_own_value_and_not_by_the_baseline(wanted: Decimal, start: Decimal) -> None:
    found = goal({"value": wanted}, start)
    expected = (None, None) if wanted == start else (True, False)
    assert (found.is_met_by(wanted), found.is_met_by(start)) == expected


@settings(deadline=None)
@given(st.sampled_from(["value", "change_percent"]), NUMBERS, NUMBERS)
def test_a_step_the_wanted_way_never_loses_the_target(key: str, target: Decimal, start: Decimal) -> None:
    found = goal({key: target}, start)
    if found.wanted is None or found.is_met_by(start) is None:
        return
    (end,) = found.wanted.ends
    step = Decimal(1) if found.wanted_direction is UP else Decimal(-1)
    assert found.is_met_by(end + step) is True
    assert found.is_met_by(end - step) is False


@pytest.mark.parametrize(
    ("start", "direction", "found"),
    [
        (50, "increase", []),
        (50, "maintain", []),
        (40, "increase", []),
        (30, "increase", []),
        (
            30,
            "decrease",
            ["Siffran ska minska enligt riktningen, men utgångsläget är 30 och målvärdet mellan 40 och 60."],
        ),
        (70, "increase", ["Siffran ska öka enligt riktningen, men utgångsläget är 70 och målvärdet mellan 40 och 60."]),
    ],
)
def test_a_band_contradicts_a_direction_that_leads_away_from_it(
    tmp_path: Path, start: int, direction: str, found: list[str]
) -> None:
    target = "target: {at_least: 40, at_most: 60}"
    text = f"goals:\n  - {{text: Mål., direction: {direction}, baseline: {{value: {start}, period: 2023}}, {target}}}\n"
    (tmp_path / "a.yaml").write_text(SMALL + text, encoding="utf-8")
    names = {"direction-contradicts-target", "target-equals-baseline"}
    findings = check([str(tmp_path)], date(2024, 6, 1)).findings
    assert [finding.message.say("sv") for finding in findings if finding.rule in names] == found


def test_a_target_whose_figure_no_key_can_say_is_measurable(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "avtal.yaml").write_text(SMALL, encoding="utf-8")
    goal = "{id: besok, text: Fler ska komma., indicator: besökare, unit: personer, target: {text: drygt 400}}"
    plan = f"samverkan: 1\nkind: action-plan\nid: plan\ntitle: Plan\nagreement: avtal-2024\ngoals: [{goal}]\n"
    (tmp_path / "plan.yaml").write_text(plan, encoding="utf-8")
    assert "goal-not-measurable" not in run("validate", "plan.yaml", "--notes").out
    (tmp_path / "plan.yaml").write_text(plan.replace("drygt 400", "lagom många"), encoding="utf-8")
    assert "goal-not-measurable" in run("validate", "plan.yaml", "--notes").out


def test_goals_that_lack_the_same_are_told_once_where_the_plan_is_decided(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    (tmp_path / "avtal.yaml").write_text(SMALL, encoding="utf-8")
    goals = "".join(f"  - {{id: m{i}, text: Färre ska bli utsatta.}}\n" for i in range(3))
    plan = f"samverkan: 1\nkind: action-plan\nid: plan\ntitle: Plan\nagreement: avtal-2024\ngoals:\n{goals}"
    (tmp_path / "plan.yaml").write_text(plan, encoding="utf-8")
    assert run("validate", "plan.yaml", "--notes").out.count("[goal-without-problem]") == 3
    decided = plan + "decisions: [{body: Kommunstyrelsen, party: kommunen, date: 2024-03-01}]\n"
    (tmp_path / "plan.yaml").write_text(decided, encoding="utf-8")
    told = run("validate", "plan.yaml", "--notes").out
    assert told.count("[goal-without-problem]") == 1
    assert "3 av planens mål hör varken till ett problem eller till ett fokusområde." in told
