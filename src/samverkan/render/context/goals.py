"""Goals, as agreements and action plans show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from markupsafe import Markup

from samverkan.model.choices import Item
from samverkan.render.context.document import DocumentContext
from samverkan.render.context.numbering import ended
from samverkan.render.context.own_numbers import own_number
from samverkan.render.context.prose import plain_html
from samverkan.render.context.values import Context, present

if TYPE_CHECKING:
    from samverkan.model.agreement import Agreement
    from samverkan.model.communication import CommunicationPlan
    from samverkan.model.goals import Goal, GoalIndicator
    from samverkan.model.plan import ActionPlan
    from samverkan.model.promise import CitizenPromise
    from samverkan.render.context.values import Fact

GoalsT_co = TypeVar("GoalsT_co", bound="Agreement | ActionPlan | CitizenPromise | CommunicationPlan", covariant=True)


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
            *(self._also_measured(one) for one in goal.other_indicators),
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

    def _also_measured(self, also: GoalIndicator) -> Fact:
        """Something more that a goal is measured with: ”Anmälda rån ska minska; utgångsläge 12 (2018); målvärde 6”."""
        words, measured = self.words, also.as_goal
        figures = {"baseline": words.baseline(measured), "target": words.target(measured)}
        said = [f"{words.fixed(key).casefold()} {text}" for key, text in figures.items() if text]
        return self.fact("also_measured", "; ".join([words.capital(words.indicator(measured)), *said]))

    def goal(self, goal: Goal) -> Context:
        """A goal with its parts, and the objectives of strategies that it contributes to."""
        objectives = [
            {"title": title, "items": items}
            for title, items in self.words.objectives_by_reference(goal.objectives).items()
        ]
        html = self.prose.inline(goal.text if goal.number is None else own_number(goal.number, goal.text).text)
        return {
            "lead": self.words.fixed("goal_numbered", number=goal.number) if goal.number else self.words.fixed("goal"),
            "html": html,
            "facts": self.goal_facts(goal),
            "sub_goals": self.sub_goals(goal),
            "objectives": objectives,
        }

    def facts_in_prose(self, goal: Goal) -> list[Fact]:
        """What is said of a goal in words that no sentence of ours can hold."""
        facts = (
            self.prose_fact("specific", goal.specific),
            self.prose_fact("criterion", goal.criterion),
            self.prose_fact("accepted", goal.accepted),
            self.prose_fact("realistic", goal.realistic),
            self.fact("overall", self.words.fixed("yes") if goal.overall else ""),
            self.notes_fact("", goal.status),
        )
        return present(facts)

    def sub_goals(self, goal: Goal) -> list[Markup]:
        """The parts of a goal, each with all that it says: ”Mindre klotter. Målvärde: högst 10.”."""
        return [self._sub_goal(one) for one in goal.parts]

    def _sub_goal(self, goal: Goal) -> Markup:
        areas, problems = self.names_of(goal.focus_area, Item.FOCUS_AREA), self.names_of(goal.problems, Item.PROBLEM)
        contributes = self.sentences.objectives(self.words.objectives_by_reference(goal.objectives), goal)
        said = [plain_html(one) for one in (*self.sentences.goal(goal, areas, problems), *contributes)]
        said += [plain_html(f"{fact['label']}: ") + fact["html"] for fact in self.facts_in_prose(goal)]
        number = plain_html(f"{goal.number} " if goal.number else "")
        text = number + self.prose.inline(own_number(goal.number, goal.text).text if goal.number else goal.text)
        return Markup(" ").join(map(ended, (text, *said))) if said else text
