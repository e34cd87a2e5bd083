"""What the template of an action plan is given beyond what every document has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.plan import ActionPlan, PlanBlock
from samverkan.render.context.goals import GoalParts
from samverkan.render.context.measures import MeasureParts
from samverkan.render.context.own_numbers import Numbered, own_number
from samverkan.render.context.terms import TermsParts
from samverkan.render.context.values import Context, present

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from samverkan.model.elsewhere import DocumentElsewhere
    from samverkan.model.goals import Goal
    from samverkan.model.plan import PlanForum
    from samverkan.render.context.values import Fact

_COMPARED = ("baseline", "target", "deadline")
"""What a table of goals compares, by the keys of its headings."""
_SEVERAL = 2


class PlanContext(MeasureParts, GoalParts[ActionPlan], TermsParts[ActionPlan]):
    """Builds the context of an action plan."""

    blocks = PlanBlock

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
        return {"groups": self.sources(self.model.sources, headed=True)}

    def _focus_areas(self) -> Context:
        return self.titled(self.model.focus_areas)

    def _forums(self) -> Context:
        return {"items": [self._forum(forum) for forum in self.model.forums]}

    def _forum(self, forum: PlanForum) -> Context:
        facts = [
            self.fact("members", self.words.listed(self.words.outsiders(forum.members))),
            self.fact("chair", self.words.party_named(forum.chair) if forum.chair else ""),
            self.fact("meetings", self.words.how_often(forum.cadence, forum.when)),
        ]
        return {"name": forum.name, "html": self.prose.html(forum.task), "facts": present(facts)}

    def _figures(self) -> Context:
        return {"items": [self.words.capital(self.words.background(figure)) for figure in self.model.figures]}

    def _goals(self) -> Context:
        """The goals; where they are several, as a table of what can be compared."""
        goals = [self._compared(goal) for goal in self.model.goals]
        columns = [key for key in _COMPARED if any(compared[key] for compared in goals)]
        if len(goals) < _SEVERAL or not columns:
            return {**super()._goals(), "columns": []}
        labels = [self.words.fixed(key) for key in columns]
        return {"columns": labels, "items": self._rows([[goal[key] for key in columns] for goal in goals], labels)}

    def _rows(self, compared: Sequence[Sequence[str]], labels: Sequence[str]) -> list[Context]:
        """The goals with what is compared of each, and what else is told below."""
        more = [self._more(goal, labels) for goal in self.model.goals]
        rows = [
            {**self.goal(goal), "label": "", "facts": facts, "compared": cells}
            for goal, facts, cells in zip(self.model.goals, more, compared, strict=True)
        ]
        has_more = any(more) or any(goal.parts or goal.objectives for goal in self.model.goals)
        owns = [own_number(goal.number, goal.text) for goal in self.model.goals]
        return self._labelled(rows, owns) if has_more or any(own.number for own in owns) else rows

    def _labelled(self, goals: Iterable[Context], owns: Sequence[Numbered]) -> list[Context]:
        """Number goals: as the author does, or in order where more is told of them below."""
        is_numbered = any(own.number for own in owns)
        return [
            {
                **goal,
                "label": self._goal_label(own.number or ("" if is_numbered else str(i + 1))),
                "html": self.prose.inline(own.text),
            }
            for i, (goal, own) in enumerate(zip(goals, owns, strict=True))
        ]

    def _goal_label(self, number: str) -> str:
        return self.words.fixed("goal_numbered", number=number) if number else self.words.fixed("goal")

    def _compared(self, goal: Goal) -> dict[str, str]:
        words, start = self.words, goal.baseline
        baseline = ", ".join(part for part in (words.baseline_figure(goal), start.text if start else None) if part)
        said = (baseline, words.target(goal), words.date(goal.deadline))
        return {key: words.capital(text) for key, text in zip(_COMPARED, said, strict=True)}

    def _more(self, goal: Goal, told: Collection[str]) -> list[Fact]:
        """What the table of goals does not say of a goal."""
        source = self.fact("source", goal.baseline.source if goal.baseline else "")
        return [fact for fact in (*self.goal_facts(goal), *present([source])) if fact["label"] not in told]
