"""What the template of a citizen promise is given beyond what every document has."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

from samverkan.model.choices import Item, SourceKind, Strength
from samverkan.model.promise import CitizenPromise, PromiseBlock
from samverkan.render.context.about import contacts_of
from samverkan.render.context.goals import GoalParts
from samverkan.render.context.names import one_line
from samverkan.render.context.own_numbers import own_number
from samverkan.render.context.period_words import after_applies
from samverkan.render.context.prose import plain_html
from samverkan.render.context.terms import TermsParts
from samverkan.render.context.values import Context, PartOfSection, present
from samverkan.words.groups import TOGETHER
from samverkan.workspace.actors import EVERYBODY, meant_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from samverkan.model.choices import Choice
    from samverkan.model.cooperation import Quantity
    from samverkan.model.elsewhere import DocumentElsewhere
    from samverkan.model.promise import Dialogue, Promise, PromiseActivity, PromiseGroup
    from samverkan.model.terms import Period
    from samverkan.render.context.values import Fact, PageContext, SectionOfPage

_MESSAGE = (
    PromiseBlock.INTRODUCTION.value,
    PromiseBlock.PROMISES.value,
    PromiseBlock.GROUPS.value,
    PromiseBlock.FOLLOW_UP.value,
)
"""The parts of the message to those who live there, in its order."""
_SEVERAL = 2
_OWN_NUMBER = re.compile(r"\A\W*(?:(?:löfte|promise)\s+)?[0-9]", re.IGNORECASE)


class PromiseContext(GoalParts[CitizenPromise], TermsParts[CitizenPromise]):
    """Builds the context of a citizen promise."""

    blocks = PromiseBlock
    is_neuter = True

    def build(self) -> PageContext:
        """As for every document; at the head stands what the message says instead of the facts."""
        context = super().build()
        told = {self.words.fixed(key) for key in ("promise_by", "period", "contact")}
        facts = [fact for fact in context["facts"] if fact["label"] not in told]
        head = {**context["head"], "lines": self._lines(), "contact": contacts_of(self.model), "is_whole": True}
        return {**context, "facts": facts, "head": head}

    def _lines(self) -> list[str]:
        """Who promises, and when it applies."""
        by = self.model.by
        parties = self.workspace.relations.parties_of(self.document)
        names = [self.words.capital(party.name) for party in parties]
        who = self.words.joined(names) if not by or EVERYBODY & set(by) else ""
        when = self.words.fixed("applies_during", period=after_applies(self.period())) if self.period() else ""
        return [line for line in (who or self.words.capital(self.words.parties(by or ())), when) if line]

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
        count = "response_count" if dialogue.type is SourceKind.SURVEY else "participant_count"
        facts = [
            self.said("source_kind", dialogue.type),
            self.said("date", dialogue.date),
            self.fact(count, self.words.head_count(dialogue.participants) if dialogue.participants else ""),
        ]
        return {"name": dialogue.title, "html": self.prose.html(dialogue.text), "facts": present(facts)}

    def with_derived(self, sections: list[SectionOfPage]) -> list[SectionOfPage]:
        """Put the message first: what is promised, after the introduction. Then, of each promise, who sees to it."""
        order = {block: i for i, block in enumerate(_MESSAGE)}
        message = [replace(section, is_message=True) for section in sections if _is_message(section)]
        message.sort(key=lambda section: min(order.get(part.block, len(order)) for part in section.parts))
        others = [section for section in sections if not _is_message(section)]
        details = [found for _, promise in self._all_promises() if (found := self._details(promise))]
        if details:
            heading = self.words.fixed("each_promise")
            others.insert(0, self.section(heading, [PartOfSection("promise_details", heading, {"items": details})]))
        headings = ["", *map(self._heading_of, message)]
        headed = [
            replace(one, heading=heading if heading != headings[i] else "")  # what follows ”Vi lovar” is promised too
            for i, (one, heading) in enumerate(zip(message, headings[1:], strict=True))
        ]
        return [*headed, *others]

    def heading(self, block: Choice) -> str:
        """Name a part as those who live there would."""
        is_follow_up = block is PromiseBlock.FOLLOW_UP
        return self.words.fixed("how_we_follow_up") if is_follow_up else super().heading(block)

    def _heading_of(self, section: SectionOfPage) -> str:
        """Head a part of the message as the author does; what speaks for itself has no heading of ours."""
        part = section.parts[0]
        if len(section.parts) > 1 or section.heading != part.heading:
            return section.heading
        is_headed = part.block == PromiseBlock.PROMISES.value and any(promise.by for promise in self.model.promises)
        return "" if is_headed or part.block == PromiseBlock.INTRODUCTION.value else section.heading

    def _all_promises(self) -> list[tuple[str, Promise]]:
        """Every promise with its name in the message, in the order of the file."""
        groups = (promise for group in self.model.groups for promise in group.promises)
        by_key = {"promises": list(self.model.promises), "groups": list(groups)}
        found = [promise for key in self.document.data for promise in by_key.get(key, ())]
        is_named = any(promise.number or _OWN_NUMBER.match(promise.title or promise.text) for promise in found)
        if is_named or len(found) < _SEVERAL:
            return [(self._own_label(promise), promise) for promise in found]
        return [(self._numbered(str(i + 1), promise.title), promise) for i, promise in enumerate(found)]

    def _own_label(self, promise: Promise) -> str:
        own = own_number(promise.number, promise.title or "")
        if promise.number and not own.text:
            return own.number if " " in own.number else self._numbered(own.number, None)
        return f"{own.number} {own.text}" if promise.number else promise.title or ""

    def _numbered(self, number: str, title: str | None) -> str:
        key = "promise_titled" if title else "promise_numbered"
        return self.words.fixed(key, number=number, title=title or "")

    def _name(self, promise: Promise) -> str:
        return next(name for name, found in self._all_promises() if found is promise)

    def _background(self) -> Context:
        return self.text(self.model.background)

    def _problem_picture(self) -> Context:
        return self.text(self.model.problem_picture)

    def _purposes(self) -> Context:
        return {"items": [self.prose.html(purpose.text) for purpose in self.model.purposes]}

    def _focus(self) -> Context:
        return self.titled(self.model.focus)

    def _figures(self) -> Context:
        return {"items": [self.words.capital(self.words.background(figure)) for figure in self.model.figures]}

    def _promises(self) -> Context:
        return {"groups": self._by_who(self.model.promises, "")}

    def _groups(self) -> Context:
        return {
            "items": [
                {
                    "title": self._group_title(group),
                    "html": self._applies(group.period) + self.prose.html(group.text),
                    "groups": self._by_who(group.promises, group.title),
                }
                for group in self.model.groups
            ]
        }

    def _group_title(self, group: PromiseGroup) -> str:
        own = own_number(group.number, group.title)
        return f"{own.number} {own.text}" if group.number else group.title

    def _applies(self, period: Period | None) -> Markup:
        """Say when the promises of a group apply; empty where that is when all do."""
        said = f"{self.words.fixed('valid')}: {self.words.period(period)}" if period else ""
        return Markup("<p>{}</p>\n").format(said) if said else Markup()

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
        by = promise.by or ()
        return {
            "name": self._name(promise),
            "html": self.prose.html(promise.text),
            "activities": [self._activity(activity, by) for activity in promise.activities],
            "facts": present(self._in_short(promise)),
        }

    def _activity(self, activity: PromiseActivity, promised_by: Sequence[str]) -> Context:
        is_told = not activity.by or set(activity.by) == set(promised_by)
        by = "" if is_told else self.words.capital(self.words.parties(activity.by or ()))
        often = activity.cadence.say(self.language) if activity.cadence else ""
        facts = [self.fact("done_by", by), *self._in_short(activity), self._plain(often)]
        return {"html": self.prose.html(activity.text), "facts": present(facts)}

    def _plain(self, said: str) -> Fact:
        return {"label": "", "html": plain_html(self.words.capital(said))}

    def _quantity(self, quantity: Quantity | None) -> Fact:
        said = self.words.quantity(quantity) if quantity else ""
        return self._plain(said) if quantity and quantity.unit else self.fact("quantity", said)

    def _says(self, text: str, quantity: Quantity | None) -> bool:
        """Tell whether a text says itself how much, in the very words for it."""
        return quantity is not None and self.words.quantity(quantity).casefold() in " ".join(text.split()).casefold()

    def _weaker(self, deed: Promise | PromiseActivity) -> str:
        """Say in a whole sentence that a promise is weaker than it may sound; empty where its own words say it."""
        if deed.strength in {None, Strength.SHALL}:
            return ""
        is_said = any(word in deed.text.casefold().split() for word in ("bör", "should"))
        if deed.strength is Strength.SHOULD:
            return "" if is_said else self.words.fixed("this_should_be_done")
        said = Strength.AS_NEEDED.say(self.language)
        return "" if said in deed.text.casefold() else said

    def _in_short(self, deed: Promise | PromiseActivity) -> list[Fact]:
        """What those who live there want to know of a promise: how much, when, where and for whom."""
        words = self.words
        by_then = words.by(deed.deadline) if deed.deadline else ""
        return [
            self._plain(self._weaker(deed)),
            self._quantity(deed.quantity if not self._says(deed.text, deed.quantity) else None),
            self._plain(words.days(deed.dates)),
            self._plain(deed.when or ""),
            self._plain(by_then),
            self.fact("where", words.joined(deed.places)),
            self.fact("for_whom", deed.target_group),
            self.prose_fact("condition", deed.condition),
            self.fact("partners", words.joined(words.outsiders(deed.partners))),
        ]

    def _details(self, promise: Promise) -> Context | None:
        """What else is said of a promise and its activities: who sees to it, and what it is for; None for nothing."""
        single = [
            target
            for target in promise.extends
            if isinstance(target, str) and self.names.target(target, Item.PROMISE) is not None
        ]
        facts = [
            *self._charge(promise),
            self.documents_fact("extends", *(target for target in promise.extends if target not in single)),
            self.named("extends", single, Item.PROMISE),
            self.named("problems", promise.problems, Item.PROBLEM),
            self.named("contributes_to", promise.goals, Item.GOAL),
            self.named("focus_area", promise.focus_area, Item.FOCUS_AREA),
        ]
        found = ((activity, present(self._charge(activity))) for activity in promise.activities)
        activities = [{"name": one_line(activity.text, self.document), "facts": own} for activity, own in found if own]
        if not activities and not present(facts):
            return None
        name = self._name(promise) or one_line(promise.text, self.document)
        return {"name": name, "facts": present(facts), "activities": activities}

    def _charge(self, deed: Promise | PromiseActivity) -> list[Fact]:
        ongoing = "" if deed.ongoing is None else self.words.fixed("yes" if deed.ongoing else "no")
        return [
            self.said("strength", deed.strength if deed.strength is not Strength.AS_NEEDED else None),
            self.fact("responsible", self.words.party_named(deed.responsible) if deed.responsible else ""),
            self.fact("ongoing", ongoing),
        ]


class PosterContext(PromiseContext):
    """Builds the context of a poster: the message of a citizen promise alone."""

    def build(self) -> PageContext:
        """As for the whole promise, without what is not on the poster."""
        context = super().build()
        head = {**context["head"], "is_whole": False}
        sections = [section for section in context["sections"] if not section["place"]]
        return {**context, "head": head, "sections": sections, "facts": [], "signatures": None}

    def block(self, block: Choice) -> PartOfSection | None:
        """Leave out the parts that are not on the poster, and with them their notes."""
        return super().block(block) if block.value in _MESSAGE else None


def _is_message(section: SectionOfPage) -> bool:
    return any(part.block in _MESSAGE for part in section.parts)


def _holds(heading: str, name: str) -> bool:
    """Tell whether a heading holds a name, also in its definite form: ”Kommunen ska” holds ”kommun”."""
    # Most headings hold none of many names, and each pattern takes long to make.
    return name.casefold() in heading.casefold() and naming(name).search(heading) is not None


@cache
def naming(name: str) -> re.Pattern[str]:
    """Make a pattern of a name as it stands in a sentence, also in its definite form and the genitive.

    Args:
        name: the name, letter for letter.
    """
    return re.compile(rf"\b{re.escape(name)}(?:en|et|erna)?s?\b", re.IGNORECASE)
