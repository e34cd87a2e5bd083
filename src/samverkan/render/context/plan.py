"""What the template of an action plan is given beyond what every document has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.choices import Item
from samverkan.model.plan import ActionPlan, PlanBlock
from samverkan.render.context.goals import GoalParts
from samverkan.render.context.terms import TermsParts
from samverkan.render.context.values import Context, present

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from samverkan.model.elsewhere import DocumentElsewhere
    from samverkan.model.plan import Measure, PlanForum
    from samverkan.render.context.values import Fact


class PlanContext(GoalParts[ActionPlan], TermsParts[ActionPlan]):
    """Builds the context of an action plan."""

    blocks = PlanBlock
    wide = frozenset({PlanBlock.MEASURES.value})

    def head_facts(self) -> Iterable[Fact]:
        """The common facts, and how often a new plan is made."""
        yield from super().head_facts()
        yield from present([self.said("new_plan", self.model.renewal)])

    def built_on(self) -> Mapping[str, str | DocumentElsewhere | None]:
        """The situation picture and the cause analysis that the plan builds on."""
        return {"picture": self.model.picture, "cause_analysis": self.model.cause_analysis}

    def _background(self) -> Context:
        return self.text(self.model.background)

    def _sources(self) -> Context:
        return {"groups": self.sources(self.model.sources)}

    def _focus_areas(self) -> Context:
        return {
            "items": [
                {"name": area.title or "", "html": self.prose.html(area.text), "facts": []}
                for area in self.model.focus_areas
            ]
        }

    def _forums(self) -> Context:
        return {"items": [self._forum(forum) for forum in self.model.forums]}

    def _forum(self, forum: PlanForum) -> Context:
        facts = [
            self.fact("members", ", ".join(forum.members)),
            self.fact("chair", forum.chair),
            self.said("meetings", forum.cadence),
        ]
        return {"name": forum.name, "html": self.prose.html(forum.task), "facts": present(facts)}

    def _measures(self) -> Context:
        return {"items": [self._measure(measure, i + 1) for i, measure in enumerate(self.model.measures)]}

    def _measure(self, measure: Measure, number: int) -> Context:
        words, status = self.words, measure.status
        facts = [
            self.named("problems", measure.problems, Item.PROBLEM),
            self.prose_fact("problems", measure.problem_text),
            self.named("focus_area", measure.focus_area, Item.FOCUS_AREA),
            self.named("contributes_to", measure.goals, Item.GOAL),
            self.named("fulfils_commitments", measure.commitments, Item.COMMITMENT),
            self.said("measure_type", measure.type),
            self.said("effect", measure.effect),
            self.fact("quantity", words.quantity(measure.quantity) if measure.quantity else ""),
            self.fact("place", measure.place),
            self.fact("target_group", measure.target_group),
            self.fact("partners", ", ".join(measure.partners)),
            self.prose_fact("condition", measure.condition),
            self.prose_fact("resources", measure.resources),
        ]
        return {
            "number": measure.number or str(number),
            "causes": [
                *self.names_of(measure.causes, Item.CAUSE),
                *([self.prose.inline(measure.cause_text)] if measure.cause_text else []),
            ],
            "title": measure.title,
            "html": self.prose.html(measure.text),
            "facts": present(facts),
            "operative_goal": self.prose.inline(measure.operative_goal),
            "when": words.times(measure.start, measure.deadline, measure.dates),
            "cadence": measure.cadence.say(self.language) if measure.cadence else "",
            "who": [words.capital(words.actor(actor)) for actor in measure.who],
            "progress": measure.progress.say(self.language) if measure.progress else "",
            "light": self.light(status.light) if status else None,
            "assessed": str(status.date) if status and status.date else "",
            "comment": self.prose.inline(status.text if status else None),
        }
