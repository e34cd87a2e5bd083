"""Goals, as agreements and action plans show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from markupsafe import Markup

from samverkan.model.choices import Item
from samverkan.render.context.document import DocumentContext
from samverkan.render.context.own_numbers import own_number
from samverkan.render.context.values import Context, present

if TYPE_CHECKING:
    from samverkan.model.agreement import Agreement
    from samverkan.model.communication import CommunicationPlan
    from samverkan.model.goals import Goal
    from samverkan.model.plan import ActionPlan
    from samverkan.render.context.values import Fact

GoalsT_co = TypeVar("GoalsT_co", bound="Agreement | ActionPlan | CommunicationPlan", covariant=True)


class GoalParts(DocumentContext[GoalsT_co]):
    """Documents that set goals."""

    def _goals(self) -> Context:
        return {"items": [self.goal(goal) for goal in self.model.goals]}

    def goal_facts(self, goal: Goal) -> list[Fact]:
        """What is said of a goal beside its words."""
        words = self.words
        facts = (
            self.prose_fact("specific", goal.specific),
            self.measured(goal, words),
            self.fact("baseline", words.baseline(goal)),
            self.fact("target", words.target(goal)),
            self.prose_fact("criterion", goal.criterion),
            self.prose_fact("accepted", goal.accepted),
            self.prose_fact("realistic", goal.realistic),
            self.said("deadline", goal.deadline),
            self.said("cadence", goal.cadence),
            self.said("measured", goal.measured),
            self.fact("responsible", words.capital(words.parties(goal.responsible)) if goal.responsible else ""),
            self.named("problems", goal.problems, Item.PROBLEM),
            self.named("focus_area", goal.focus_area, Item.FOCUS_AREA),
            self.fact("overall", self.words.fixed("yes") if goal.overall else ""),
            self.notes_fact("", goal.status),
        )
        return present(facts)

    def goal(self, goal: Goal) -> Context:
        """A goal with its parts, and the objectives of strategies that it contributes to."""
        objectives = [
            {"title": title, "items": items}
            for title, items in self.words.objectives_by_reference(goal.objectives).items()
        ]
        html = self.prose.inline(goal.text if goal.number is None else own_number(goal.number, goal.text).text)
        return {
            "html": Markup("{} {}").format(goal.number, html) if goal.number else html,
            "facts": self.goal_facts(goal),
            "sub_goals": [self.prose.inline(sub_goal) for sub_goal in goal.sub_goals],
            "objectives": objectives,
        }
