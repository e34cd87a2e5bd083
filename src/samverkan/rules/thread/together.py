"""What several parts of a plan lack: told of each in a draft, and once of a plan that can no longer be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.choices import Progress
from samverkan.rules.rule import Breach, RuleInput, at
from samverkan.rules.thread.reached import naming
from samverkan.words.sentence import Text
from samverkan.workspace.standing import Standing, standing_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.model.plan import ActionPlan, Measure

_SEVERAL = Text("{count} åtgärder i planen", "{count} measures of the plan")
_SEVERAL_ARE = Text("{count} åtgärder i planen", "{count} measures of the plan are")
_ONE = Text("åtgärden ”{measure}”", "the measure “{measure}”")
_ONE_IS = Text("Åtgärden ”{measure}”", "The measure “{measure}” is")
_GOALS = Text("{count} av planens mål", "{count} of the goals of the plan")
_GOALS_START = Text("{count} av planens mål", "{count} of the goals of the plan belong")
_GOAL = Text("målet ”{goal}”", "the goal “{goal}”")
_GOAL_START = Text("Målet ”{goal}”", "The goal “{goal}” belongs")


def is_to_be_done(measure: Measure) -> bool:
    """Tell whether a measure is still to be done: neither done nor dropped."""
    return not measure.is_stopped and measure.how_far is not Progress.DONE


def is_draft(given: RuleInput[ActionPlan]) -> bool:
    """Tell whether a plan can still be changed before it is decided."""
    return standing_of(given.document, given.today) is Standing.DRAFT


def measures_lacking(given: RuleInput[ActionPlan], lacking: Sequence[int]) -> Iterator[Breach]:
    """Tell of measures that lack something, each for itself, or all at once where the plan is decided.

    Args:
        given: the plan.
        lacking: their places among the measures.
    """
    if len(lacking) > 1 and not is_draft(given):
        count = len(lacking)
        start, what = _SEVERAL_ARE.with_fields(count=count), _SEVERAL.with_fields(count=count)
        yield at("measures", lacking[0], start=start, what=what)
        return
    for i in lacking:
        title = given.model.measures[i].title
        yield at("measures", i, start=_ONE_IS.with_fields(measure=title), what=_ONE.with_fields(measure=title))


def goals_lacking(given: RuleInput[ActionPlan], lacking: Sequence[int]) -> Iterator[Breach]:
    """Tell of goals that lack something, each for itself, or all at once where the plan is decided.

    Args:
        given: the plan.
        lacking: their places among the goals.
    """
    if len(lacking) > 1 and not is_draft(given):
        count, first = len(lacking), given.model.goals[lacking[0]]
        start, what = _GOALS_START.with_fields(count=count), _GOALS.with_fields(count=count)
        yield at("goals", lacking[0], start=start, what=what, give=naming("goals", first.id))
        return
    for i in lacking:
        goal = given.model.goals[i]
        name = goal.id or goal.label
        start, what = _GOAL_START.with_fields(goal=name), _GOAL.with_fields(goal=name)
        yield at("goals", i, start=start, what=what, give=naming("goals", goal.id))
