"""The measures of an action plan, each under the problem and the cause that it is directed at."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from samverkan.model.choices import Item
from samverkan.model.plan import ActionPlan
from samverkan.render.context.aims import Aims
from samverkan.render.context.causes import cause_label, problem_label
from samverkan.render.context.document import DocumentContext
from samverkan.render.context.own_numbers import own_number
from samverkan.render.context.values import Context, present

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.model.plan import Measure
    from samverkan.render.context.aims import Aim, AimedMeasure
    from samverkan.render.context.values import Fact


class MeasureParts(DocumentContext[ActionPlan]):
    """Documents that hold measures."""

    def _measures(self) -> Context:
        found = Aims(self.model, self.document, self.workspace, self.language)
        by_problem: dict[int, list[tuple[Aim, list[AimedMeasure]]]] = {}
        for aim, measures in found.groups:
            by_problem.setdefault(aim.problem, []).append((aim, measures))
        if set(by_problem) == {0}:  # nothing to tell apart
            plain = [self._measure(aimed, str(i + 1)) for i, aimed in enumerate(by_problem[0][0][1])]
            return {"groups": [{"title": "", "causes": [{"label": "", "text": "", "items": plain}]}]}
        return {
            "groups": [
                {
                    "title": self._problem_title(found, problem, own),
                    "causes": [self._aimed_at(found, aim, measures) for aim, measures in own],
                }
                for problem, own in by_problem.items()
            ]
        }

    def _problem_title(self, found: Aims, problem: int, groups: Sequence[tuple[Aim, Sequence[AimedMeasure]]]) -> str:
        if problem:
            known = found.problems[problem - 1]
            return self.words.fixed(problem_label(known.number), number=known.number, title=known.title)
        is_aimed = any(aimed.is_told_at_what for _, measures in groups for aimed in measures)
        key = "other_measures" if is_aimed else "measures_without_problem"
        return self.words.fixed(key, number=found.next_number).removeprefix(". ")

    def _aimed_at(self, found: Aims, aim: Aim, measures: Sequence[AimedMeasure]) -> Context:
        """Measures that are directed at one thing, with the words that say at what."""
        known = found.problems[aim.problem - 1] if aim.problem else None
        problem, causes = (known.number, known.causes) if known else (found.next_number, ())
        number = f"{problem}.{aim.cause}" if aim.cause and problem else problem
        label, text = "", ""
        if 0 < aim.cause <= len(causes):
            cause = causes[aim.cause - 1]
            number = cause.number
            label, text = self.words.fixed(cause_label(cause.part, number), number=number), cause.text
        elif aim.cause:
            is_told = any(aimed.is_told_cause for aimed in measures)
            label = self.words.fixed("against_problem" if is_told else "against_problem_whole", number=number).strip()
        before = "" if found.have_own_numbers else number
        items = [self._measure(aimed, f"{before}.{i + 1}" if before else "") for i, aimed in enumerate(measures)]
        return {"label": label, "text": text, "items": items}

    def _measure(self, aimed: AimedMeasure, number: str) -> Context:
        measure, notes = aimed.measure, aimed.measure.status
        status = notes[0] if len(notes) == 1 and not notes[0].counts else None
        in_rows = self.notes_fact(self.words.progress(measure), notes) if notes and not status else None
        own = own_number(measure.number, measure.title)
        return {
            "number": own.number or self._given(number),
            "title": own.text,
            "html": self.prose.html(measure.text),
            "facts": present([*self._why(aimed), *self._how(measure), *([in_rows] if in_rows else [])]),
            "progress": self.words.progress(measure),
            "has_status": in_rows is None and (status is not None or measure.how_far is not None),
            "light": self.light(status.light) if status else None,
            "assessed": self.words.date(status.date) if status else "",
            "comment": self.prose.inline(status.text if status else None),
        }

    def _given(self, number: str) -> str:
        """Give a measure our number, unless the author numbers measures."""
        return "" if self._has_numbered_measures else number

    @cached_property
    def _has_numbered_measures(self) -> bool:
        """Whether the author numbers some measures: those that are left have no number, rather than one of ours."""
        return any(own_number(measure.number, measure.title).number for measure in self.model.measures)

    def _why(self, aimed: AimedMeasure) -> Iterator[Fact]:
        measure = aimed.measure
        yield self.named("also_against", aimed.causes, Item.CAUSE)
        yield self.named("problems", aimed.problems, Item.PROBLEM)
        yield self.prose_fact("problems", measure.problem_text)
        yield self.prose_fact("cause", measure.cause_text)
        yield self.named("focus_area", measure.focus_area, Item.FOCUS_AREA)
        yield self.named("contributes_to", measure.goals, Item.GOAL)
        yield self.prose_fact("operative_goal", measure.operative_goal)
        yield self.named("fulfils_commitments", measure.commitments, Item.COMMITMENT)

    def _how(self, measure: Measure) -> Iterator[Fact]:
        words = self.words
        times = (
            words.days(measure.dates),
            words.dated(measure.start, measure.deadline),
            words.how_often(measure.cadence, measure.when),
        )
        yield self.fact("when", words.capital(", ".join(part for part in times if part)))
        yield self.fact("who", "; ".join(words.capital(words.actor(actor)) for actor in measure.who))
        yield self.fact("quantity", words.quantity(measure.quantity) if measure.quantity else "")
        yield self.fact("place", measure.place)
        yield self.fact("target_group", measure.target_group)
        yield self.fact("partners", words.listed(words.outsiders(measure.partners)))
        yield self.prose_fact("condition", measure.condition)
        yield self.prose_fact("resources", measure.resources)
        effect = words.fixed("works_in", term=measure.effect.say(self.language)) if measure.effect else ""
        kind = measure.type.say(self.language) if measure.type else ""
        yield self.fact("measure_type", words.capital(", ".join(part for part in (kind, effect) if part)))
