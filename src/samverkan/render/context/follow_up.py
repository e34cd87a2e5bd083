"""What the template of a follow-up is given beyond what every document has."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypedDict

from samverkan.model.choices import Item
from samverkan.model.cooperation import Commitment
from samverkan.model.fingerprint import short
from samverkan.model.goals import Goal
from samverkan.model.links import REVIEWED_ITEMS
from samverkan.model.plan import Measure
from samverkan.model.promise import Promise, PromiseActivity
from samverkan.model.review import FollowUp, FollowUpBlock
from samverkan.render.context.document import DocumentContext
from samverkan.render.context.names import one_line
from samverkan.render.context.over_time import goal_chart, goal_table
from samverkan.render.context.prose import plain_html
from samverkan.render.context.tally import bars_of
from samverkan.render.context.values import Context, PartOfSection, SectionOfPage, present
from samverkan.render.drawing.chart import SMALL
from samverkan.reviews.met import quantity_of, unit_of
from samverkan.reviews.results import stated_outcomes_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.model.base import Part
    from samverkan.model.choices import Choice
    from samverkan.model.review import Happening, Outcome, Reviewed
    from samverkan.render.context.phrases import Phrases
    from samverkan.render.context.values import Fact, Light
    from samverkan.reviews.results import StatedOutcome
    from samverkan.workspace.document import Document
    from samverkan.workspace.references import LinkTarget

_WHOLE = 64
_LONGEST_NUMBER = 6
"""How long a number is that stands beside a text, such as ”1 B”; what is longer is a heading."""
_MOST_CHARTS = 4
"""How many small charts have room on the first page."""
RESULT_COLOURS = {
    "reached": "green",
    "partly": "yellow",
    "ongoing": "blue",
    "not-yet": "yellow",
    "not-reached": "red",
    "not-assessed": "grey",
    "not-mentioned": "grey",
}
"""The colour that stands beside the word of each result."""


def verdict(outcome: Outcome, words: Phrases, item: Item | None) -> Light:
    """Say what an outcome states of how it went, the word and its colour; where it gives no verdict, that."""
    if outcome.result is None:
        if outcome.light is not None:
            return {"colour": outcome.light.value, "word": outcome.light.say(words.language)}
        is_all_told = outcome.comment or not (outcome.item or outcome.period)  # ”Målet nåddes”
        is_in_words = is_all_told and outcome.value is None and not outcome.counts
        return {"colour": "grey", "word": words.fixed("in_words" if is_in_words else "no_verdict")}
    return {"colour": RESULT_COLOURS[outcome.result.value], "word": words.result(outcome.result, item)}


def amount_of(part: Part) -> str:
    """Give the key of the word for how much a part is to be: promised by those who promise or commit, else planned."""
    return "promised" if isinstance(part, Commitment | Promise | PromiseActivity) else "quantity"


class _OutcomeRow(TypedDict):
    """A row of the table of outcomes; what is not said is empty."""

    what: str
    kind: str
    result: Light
    light: Light | None
    figures: list[Fact]
    html: str
    facts: list[Fact]


class FollowUpContext(DocumentContext[FollowUp]):
    """Builds the context of a follow-up."""

    blocks = FollowUpBlock
    decisions_are_on_it = False  # they are what the meeting decided

    def head_facts(self) -> Iterable[Fact]:
        """The common facts, where the meeting was, and when the next one is meant to be."""
        yield from super().head_facts()
        model = self.model
        when = self.next_time("next_review", model.next_review, model.next_text)
        yield from present([self.fact("place", model.place), when])
        yield from present([self.fact("compiled_by", self.words.listed(model.compiled_by))])

    def head(self) -> Context:
        """The parties, and the documents that were reviewed, with the fingerprints of their texts."""
        return {**super().head(), "reviews": [self._reviewed(reviewed) for reviewed in self.model.reviews]}

    def at_a_glance(self) -> Context:
        """How many outcomes there are of each verdict, and small charts; see `DocumentContext.at_a_glance`."""
        outcomes = self.model.outcomes
        tallied = [(self._item(outcome), outcome.result) for outcome in outcomes]
        charts = [made for outcome in outcomes if (made := self._small_chart(outcome))]
        bars = bars_of(tallied, self.words)
        return {**bars, "charts": charts[:_MOST_CHARTS]} if bars else {}

    def _small_chart(self, outcome: Outcome) -> Context | None:
        target, goal = self._target(outcome), self._part(outcome)
        if target is None or not isinstance(goal, Goal) or outcome.value is None:
            return None
        drawn = goal_chart(goal, self._marks(target, goal), self.words, SMALL)
        title = goal.indicator or one_line(goal.text, target.document).removesuffix(".")
        return {"title": self.words.capital(title), "chart": drawn} if drawn else None

    def _marks(self, target: LinkTarget, goal: Goal) -> tuple[StatedOutcome, ...]:
        """What follow-ups up to this one state of a goal."""
        until = self.model.dated.last if self.model.dated else date.max
        marks = stated_outcomes_of(self.workspace, target.document, goal.id, until)
        return marks if self.model.dated else tuple(mark for mark in marks if mark.review is self.document)

    def _part(self, outcome: Outcome) -> Part | None:
        """Find what an outcome is about; None where no file here has it."""
        target = self._target(outcome)
        return target.place.part if target and target.place else None

    def _item(self, outcome: Outcome) -> Item | None:
        """Tell what kind of part an outcome is about; one that tells of a target of its own is about a goal."""
        if part := self._part(outcome):
            return part.item
        return outcome.type.item if outcome.type else Item.GOAL if outcome.own_goal else None

    def _reviewed(self, reviewed: Reviewed) -> Context:
        written = reviewed.fingerprint or ""
        return {
            "title": self.document_html(reviewed.document),
            "fingerprint": short(written) if len(written) == _WHOLE else written,
        }

    def _participants(self) -> Context:
        return {"items": [self.words.capital(self.words.actor(found)) for found in self.model.participants]}

    def _outcomes(self) -> Context:
        """Group by the document that each outcome is about, all in the order of the file."""
        groups: dict[str, list[_OutcomeRow]] = {}
        for outcome in self.model.outcomes:
            target = self._target(outcome)
            about = target.document.model.title if target and target.document.model else ""
            groups.setdefault(about, []).append(self._outcome(outcome))
        return {"groups": [self._group(title, items) for title, items in groups.items() if items]}

    def _group(self, title: str, items: list[_OutcomeRow]) -> Context:
        """Say over the last column what stands there; one figure alone needs no word of its own before it too."""
        label = self.words.fixed("outcome_value")
        figures = [figure for item in items for figure in item["figures"]]
        is_bare = all(not item["html"] and not item["facts"] for item in items)
        if figures and is_bare and all(figure["label"] == label for figure in figures):
            for figure in figures:
                figure["label"] = ""
            return {"title": title, "items": items, "beside": label}
        key = "comment" if not figures else "figures" if is_bare else "figures_and_comment"
        return {"title": title, "items": items, "beside": self.words.fixed(key)}

    def _target(self, outcome: Outcome) -> LinkTarget | None:
        return self.names.target(outcome.about, *REVIEWED_ITEMS) if outcome.about else None

    def _outcome(self, outcome: Outcome) -> _OutcomeRow:
        target, part = self._target(outcome), self._part(outcome)
        facts = [
            self.fact("who", self.words.capital(self.words.parties(outcome.by)) if outcome.by else ""),
            self.prose_fact("obstacle", outcome.obstacle),
            self.prose_fact("why_not", outcome.why_not),
            self.fact("carried_over", self._yes_or_no(outcome.carried_over)),
            self.fact("answered_by", self.words.listed(outcome.answered_by)),
            self.said("answered", outcome.answered),
        ]
        return {
            "what": outcome.title or (self.names.of(outcome.about, *REVIEWED_ITEMS) if outcome.about else ""),
            "kind": self._kind(part) if part else self._kind_alone(outcome),
            "result": verdict(outcome, self.words, self._item(outcome)),
            "light": self.light(outcome.light) if outcome.result else None,
            "figures": present(self._figures_of(outcome, target)),
            "html": self.prose.html(outcome.comment),
            "facts": present(facts),
        }

    def _kind(self, part: Part) -> str:
        """Say what a part is, with the number that its author gives it beside its text: ”Löfte 4”."""
        if part.item not in REVIEWED_ITEMS:
            return ""
        kind = self.words.fixed(f"item_{part.item.value}")
        number = part.number if isinstance(part, Goal | Measure | Promise) else None
        if not number or not number[:1].isalnum() or len(number) > _LONGEST_NUMBER:
            return kind
        return self.words.fixed("item_numbered", item=kind, number=number)

    def _kind_alone(self, outcome: Outcome) -> str:
        return self.words.fixed(f"item_{outcome.type.value}") if outcome.type else ""

    def _figures_of(self, outcome: Outcome, target: LinkTarget | None) -> Iterable[Fact]:
        """The figure beside what it is held against."""
        words, part = self.words, self._part(outcome)
        own = present(self._aims(outcome.own_goal, self.document)) if outcome.own_goal else []
        told = {fact["label"] for fact in own}
        of_part = present(self._aims(part, target.document)) if target and part else []
        yield from (*own, *(fact for fact in of_part if fact["label"] not in told))
        by_title: dict[str, list[str]] = {}
        for title, figure in words.figures(outcome, unit_of(part)):
            by_title.setdefault(words.capital(title) or words.fixed("outcome_value"), []).append(figure)
        for label, figures in by_title.items():
            between = "; " if any(";" in figure for figure in figures) else ", "
            yield {"label": label, "html": plain_html(between.join(figures))}

    def _aims(self, part: Part, document: Document) -> Iterable[Fact]:
        """What a part sets out to reach or to do, against which its figures are held."""
        match part:
            case Goal():
                yield self.fact("baseline", self.words.baseline(part))
                yield self.fact("target", self.words.target(part))
            case Measure() if part.operative_goal:
                yield self.fact("operative_goal", one_line(part.operative_goal, document))
        if quantity := quantity_of(part):
            yield self.fact(amount_of(part), self.words.quantity(quantity))

    def _yes_or_no(self, value: bool | None) -> str:  # noqa: FBT001 - a field's value
        return "" if value is None else self.words.fixed("yes" if value else "no")

    def with_derived(self, sections: list[SectionOfPage]) -> list[SectionOfPage]:
        """Show, after the outcomes, how the figures of goals have gone up to this follow-up."""
        items = [item for outcome in self.model.outcomes if (item := self._over_time(outcome))]
        if not items:
            return sections
        outcomes = FollowUpBlock.OUTCOMES.value
        shown = [i for i, section in enumerate(sections) for part in section.parts if part.block == outcomes]
        heading = self.words.fixed("figures_over_time")
        part = PartOfSection("indicators", heading, {"items": items})
        place = shown[0] + 1 if shown else len(sections)
        return [*sections[:place], self.section(heading, [part]), *sections[place:]]

    def _over_time(self, outcome: Outcome) -> Context | None:
        target, goal = self._target(outcome), self._part(outcome)
        if target is None or not isinstance(goal, Goal) or outcome.value is None:
            return None
        marks = self._marks(target, goal)
        if (drawing := goal_chart(goal, marks, self.words)) is None:
            return None
        facts = [
            self.measured(goal, self.words),
            self.fact("target", self.words.target(goal)),
            self.said("deadline", goal.deadline),
        ]
        return {
            "title": one_line(goal.text, target.document).removesuffix("."),
            "facts": present(facts),
            "chart": drawing,
            "is_beside": True,
            **goal_table(goal, marks, self.words),
            "remarks": [],
            "html": "",
        }

    def _figures(self) -> Context:
        return {"items": [self.words.capital(self.words.background(figure)) for figure in self.model.figures]}

    def _events(self) -> Context:
        return {"items": [self._event(event) for event in self.model.events]}

    def _event(self, event: Happening) -> Context:
        counts: list[Fact] = [
            {"label": self.words.capital(count.title), "html": plain_html(self.words.count(count))}
            for count in event.counts
        ]
        facts = [
            self.fact("place", event.place),
            *counts,
            self.prose_fact("happening_outcome", event.outcome),
            self.fact("source", event.source),
        ]
        return {"day": self.words.date(event.date), "html": self.prose.html(event.text), "facts": present(facts)}

    def _cooperation(self) -> Context:
        found = self.model.cooperation
        return {"light": self._light_alone(found.light), "html": self.prose.html(found.text)} if found else {}

    def _light_alone(self, found: Choice | None) -> Light | None:
        """Give a traffic light that stands on a line of its own, which begins with a capital."""
        light = self.light(found)
        return {**light, "word": self.words.capital(light["word"])} if light else None

    def _assessment(self) -> Context:
        found = self.model.assessment
        return {"light": self._light_alone(found.light), "html": self.prose.html(found.text)} if found else {}

    def _knowledge_gaps(self) -> Context:
        return {"items": list(self.model.knowledge_gaps)}

    def _conclusions(self) -> Context:
        return self.text(self.model.conclusions)

    def _reports(self) -> Context:
        return {
            "items": [
                {
                    "to": report.to,
                    "date": self.words.date(report.date),
                    "by": self.words.capital(self.words.parties(report.by)) if report.by else "",
                }
                for report in self.model.reports
            ]
        }
