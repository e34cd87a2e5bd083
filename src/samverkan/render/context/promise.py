"""What the template of a citizen promise is given beyond what every document has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.choices import Item
from samverkan.model.promise import CitizenPromise, PromiseBlock
from samverkan.render.context.terms import TermsParts
from samverkan.render.context.values import Context, present

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from samverkan.model.elsewhere import DocumentElsewhere
    from samverkan.model.promise import Dialogue, Promise
    from samverkan.render.context.values import Fact


class PromiseContext(TermsParts[CitizenPromise]):
    """Builds the context of a citizen promise."""

    blocks = PromiseBlock
    gender = "promise_"

    def head_facts(self) -> Iterable[Fact]:
        """The common facts, and how often a new promise is given."""
        yield from super().head_facts()
        yield from present([self.said("new_promise", self.model.cadence)])

    def built_on(self) -> Mapping[str, str | DocumentElsewhere | None]:
        """The situation picture and the plan that the promise builds on."""
        return {"picture": self.model.picture, "plan": self.model.plan}

    def period(self) -> str:
        """The time that the promise applies: to a date, for a length, or until the next one."""
        period, words = self.model.period, self.words
        start = words.date(period.start)
        if period.length:
            return words.fixed("for_length", start=start, length=period.length.say(self.language))
        if period.end and period.end.date is None:
            return words.fixed("until_next", start=start, end=period.end.say(self.language))
        return words.dated(period.start, period.end.date if period.end else None)

    def _basis(self) -> Context:
        return self.text(self.model.basis)

    def _dialogues(self) -> Context:
        return {"items": [self._dialogue(dialogue) for dialogue in self.model.dialogues]}

    def _dialogue(self, dialogue: Dialogue) -> Context:
        facts = [
            self.said("source_kind", dialogue.type),
            self.said("date", dialogue.date),
            self.fact("participant_count", str(dialogue.participants or "")),
        ]
        return {"name": dialogue.title, "html": self.prose.html(dialogue.text), "facts": present(facts)}

    def _promises(self) -> Context:
        """Group by who promises, in the order in which they first stand."""
        groups: dict[str, list[Context]] = {}
        for promise in self.model.promises:
            groups.setdefault(self._who(promise), []).append(self._promise(promise))
        return {"groups": [{"who": who, "items": items} for who, items in groups.items()]}

    def _who(self, promise: Promise) -> str:
        if not promise.by:
            return ""
        if set(promise.by) == {"jointly"}:
            return self.words.fixed("together_we_promise")
        return self.words.fixed("promises_by", who=self.words.capital(self.words.parties(promise.by)))

    def _promise(self, promise: Promise) -> Context:
        facts = [
            self.fact("quantity", self.words.quantity(promise.quantity) if promise.quantity else ""),
            self.said("deadline", promise.deadline),
            self.fact("places", ", ".join(promise.places)),
            self.fact("target_group", promise.target_group),
            self.fact("partners", ", ".join(promise.partners)),
            self.fact("responsible", promise.responsible),
            self.named("problems", promise.problems, Item.PROBLEM),
            self.named("contributes_to", promise.goals, Item.GOAL),
            self.named("focus_area", promise.focus_area, Item.FOCUS_AREA),
        ]
        return {"html": self.prose.html(promise.text), "facts": present(facts)}
