"""What the template of a citizen promise is given beyond what every document has."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from samverkan.model.choices import Item
from samverkan.model.promise import CitizenPromise, PromiseBlock
from samverkan.render.context.terms import TermsParts
from samverkan.render.context.values import Context, present
from samverkan.words.groups import TOGETHER
from samverkan.workspace.actors import EVERYBODY, meant_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from samverkan.model.elsewhere import DocumentElsewhere
    from samverkan.model.promise import Dialogue, Promise, PromiseActivity
    from samverkan.render.context.values import Fact, SectionOfPage

_PROMISED = (PromiseBlock.PROMISES.value, PromiseBlock.GROUPS.value)


class PromiseContext(TermsParts[CitizenPromise]):
    """Builds the context of a citizen promise."""

    blocks = PromiseBlock
    is_neuter = True

    def head_facts(self) -> Iterable[Fact]:
        """The common facts, and how often a new promise is given."""
        yield from super().head_facts()
        yield from present([self.said("new_promise", self.model.cadence)])

    def built_on(self) -> Mapping[str, str | DocumentElsewhere | None]:
        """The situation picture and the plan that the promise builds on."""
        return {"picture": self.model.picture, "plan": self.model.plan}

    def _basis(self) -> Context:
        return self.text(self.model.basis)

    def _dialogues(self) -> Context:
        return {"items": [self._dialogue(dialogue) for dialogue in self.model.dialogues]}

    def _dialogue(self, dialogue: Dialogue) -> Context:
        facts = [
            self.said("source_kind", dialogue.type),
            self.said("date", dialogue.date),
            self.fact(
                "participant_count", self.words.head_count(dialogue.participants) if dialogue.participants else ""
            ),
        ]
        return {"name": dialogue.title, "html": self.prose.html(dialogue.text), "facts": present(facts)}

    def with_derived(self, sections: list[SectionOfPage]) -> list[SectionOfPage]:
        """Put what is promised first, after the introduction: the document is a message to those who live there."""
        first = {PromiseBlock.INTRODUCTION.value: 0, **dict.fromkeys(_PROMISED, 1)}
        return sorted(
            sections, key=lambda section: min([first.get(part.block, 2) for part in section.parts], default=2)
        )

    def _background(self) -> Context:
        return self.text(self.model.background)

    def _problem_picture(self) -> Context:
        return self.text(self.model.problem_picture)

    def _purposes(self) -> Context:
        return {"items": [self.prose.html(purpose.text) for purpose in self.model.purposes]}

    def _focus(self) -> Context:
        return {
            "items": [
                {"name": focus.title or "", "html": self.prose.html(focus.text), "facts": []}
                for focus in self.model.focus
            ]
        }

    def _figures(self) -> Context:
        return {"items": [self.words.capital(self.words.background(figure)) for figure in self.model.figures]}

    def _promises(self) -> Context:
        return {"groups": self._by_who(self.model.promises, "")}

    def _groups(self) -> Context:
        return {
            "items": [
                {
                    "title": group.title,
                    "html": self.prose.html(group.text),
                    "groups": self._by_who(group.promises, group.title),
                }
                for group in self.model.groups
            ]
        }

    def _by_who(self, promises: Sequence[Promise], heading: str) -> list[Context]:
        """Break where another promises, in the order of the file; what a heading has told is not told again."""
        runs = [(by, list(items)) for by, items in groupby(promises, key=lambda promise: promise.by)]
        is_told = len(runs) == 1 and self._tells_who(heading, runs[0][0] or ())
        groups: list[Context] = []
        for by, items in runs:
            # Without a heading of its own, what nobody is named for would stand under the one before.
            others = self.words.fixed("we_promise") if groups else ""
            who = "" if is_told else self._who(by) if by else others
            groups.append({"who": who, "items": [self._promise(promise) for promise in items]})
        return groups

    def _who(self, by: Sequence[str]) -> str:
        if set(by) == {"jointly"}:
            return self.words.fixed("together_we_promise")
        verb = "several_promise" if self.words.are_several(by) else "promises_by"
        return self.words.fixed(verb, who=self.words.capital(self.words.parties(by)))

    def _tells_who(self, heading: str, by: Sequence[str]) -> bool:
        """Tell whether a heading names just those who promise, or says that they do it together."""
        parties = self.workspace.relations.parties_of(self.document)
        named = [p for p in parties if _holds(heading, p.name) or _holds(heading, p.type.say(self.language))]
        if not EVERYBODY & set(by):
            meant = meant_by(by, parties)
            return bool(named) and all(party in meant for party in named) and all(party in named for party in meant)
        together = any(_holds(heading, word) for word in TOGETHER[self.language])
        return named == list(parties) if named else together

    def _promise(self, promise: Promise) -> Context:
        single = [
            target
            for target in promise.extends
            if isinstance(target, str) and self.names.target(target, Item.PROMISE) is not None
        ]
        facts = [
            *self._deed_facts(promise),
            self.documents_fact("extends", *(target for target in promise.extends if target not in single)),
            self.named("extends", single, Item.PROMISE),
            self.named("problems", promise.problems, Item.PROBLEM),
            self.named("contributes_to", promise.goals, Item.GOAL),
            self.named("focus_area", promise.focus_area, Item.FOCUS_AREA),
        ]
        return {
            "title": promise.title or "",
            "html": self.prose.html(promise.text),
            "activities": [self._activity(activity) for activity in promise.activities],
            "facts": present(facts),
        }

    def _activity(self, activity: PromiseActivity) -> Context:
        by = self.words.capital(self.words.parties(activity.by)) if activity.by else ""
        facts = [self.fact("who", by), *self._deed_facts(activity), self.said("cadence", activity.cadence)]
        return {"html": self.prose.html(activity.text), "facts": present(facts)}

    def _deed_facts(self, deed: Promise | PromiseActivity) -> list[Fact]:
        return [
            self.unlabelled(deed.strength),
            self.fact("quantity", self.words.quantity(deed.quantity) if deed.quantity else ""),
            self.said("deadline", deed.deadline),
            self.fact("occasions", self.words.days(deed.dates)),
            self.prose_fact("condition", deed.condition),
            self.fact("places", ", ".join(deed.places)),
            self.fact("target_group", deed.target_group),
            self.fact("partners", ", ".join(deed.partners)),
            self.fact("responsible", deed.responsible),
            self.fact("ongoing", "" if deed.ongoing is None else self.words.fixed("yes" if deed.ongoing else "no")),
        ]


def _holds(heading: str, name: str) -> bool:
    """Tell whether a heading holds a name, also in its definite form: ”Kommunen ska” holds ”kommun”."""
    return re.search(rf"\b{re.escape(name)}(?:en|et|erna)?s?\b", heading, re.IGNORECASE) is not None
