"""The report over time: what has become of each goal and commitment of an agreement, follow-up after follow-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from samverkan.model.communication import Activity
from samverkan.model.cooperation import Commitment
from samverkan.model.dates import CoarseDate
from samverkan.model.goals import Goal
from samverkan.model.plan import Measure
from samverkan.model.promise import Promise
from samverkan.render.context.document import Context, DocumentContext, present
from samverkan.render.context.follow_up import RESULT_COLOURS
from samverkan.render.context.names import Names, one_line
from samverkan.render.context.over_time import goal_chart
from samverkan.render.context.phrases import Phrases
from samverkan.reviews.results import PartResults, ResultTrend, results_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from samverkan.reviews.results import StatedOutcome
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_COLOURS = {
    ResultTrend.BETTER: "green",
    ResultTrend.WORSE: "red",
    ResultTrend.SAME: "yellow",
    ResultTrend.FIRST: "blue",
    ResultTrend.UNKNOWN: "grey",
}


class ResultsContext(DocumentContext):
    """Builds the context of the report over time for one agreement and all that belongs to it."""

    def __init__(self, agreement: Document, workspace: Workspace, mark: Callable[[int], str], today: date) -> None:
        """Prepare for an agreement.

        Args:
            agreement: the agreement.
            workspace: the documents around it, follow-ups among them.
            mark: writes the HTML of a footnote mark.
            today: later follow-ups have not taken place.
        """
        super().__init__(agreement, workspace, mark)
        self.today = today

    def build(self) -> Context:
        """Give the whole context."""
        fixed = self.words.fixed
        found = results_of(self.workspace, self.document, self.today)
        facts = [
            self.fact("agreement", self.model.title),
            self.fact("as_of", CoarseDate.of(self.today).say(self.language)),
        ]
        return {
            "top": 1,
            "place": "",
            "kind": fixed("report_kind"),
            "id": f"{self.model.id}-report",
            "language": self.language,
            "title": fixed("report_title", title=self.model.title),
            "subtitle": "",
            "words": fixed.all(),
            "parties": self.parties(),
            "case_numbers": [],
            "facts": facts,
            "status": "",
            "errors": "",
            "kind_is_agreement": False,
            "head": {},
            "sections": self._result_sections(found),
            "notes": [],
            "signatures": None,
            "fingerprint": "",
        }

    def _result_sections(self, found: list[PartResults]) -> list[Context]:
        fixed = self.words.fixed
        goals = [one for one in found if isinstance(one.part, Goal)]
        others = [one for one in found if not isinstance(one.part, Goal)]
        sections = []
        if goals:
            rows = [self._in_short(goal) for goal in goals]
            sections.append(_section(fixed("goals_in_short"), "goals_in_short", {"items": rows}))
            groups = [
                {"title": title, "items": [self._goal_over_time(goal) for goal in items]}
                for title, items in _by_document(goals).items()
            ]
            sections.append(_section(fixed("goals_over_time"), "goals_over_time", {"groups": groups}))
        for title, items in _by_document(others).items():
            deeds = [self._deed(one) for one in items]
            sections.append(_section(fixed("deeds_of", title=title), "deeds_over_time", {"items": deeds}))
        return [{**section, "number": str(i + 1)} for i, section in enumerate(sections)]

    def _in_short(self, one: PartResults) -> Context:
        words, goal = self._phrases(one), self._goal_of(one)
        latest = ""
        for mark in one.marks:
            if mark.outcome.value is not None:
                period = mark.outcome.period
                latest = words.amount(mark.outcome.value, goal.unit)
                latest += f" ({period.say(self.language)})" if period else ""
        return {
            "what": one_line(goal.text, one.document),
            "baseline": words.baseline_figure(goal),
            "target": words.target(goal),
            "latest": latest,
            "result": self._result(one.marks[-1]) if one.marks else None,
            "trend": self._trend(one),
        }

    def _goal_over_time(self, one: PartResults) -> Context:
        words, goal = self._phrases(one), self._goal_of(one)
        facts = [
            self.fact("indicator", words.indicator(goal)),
            self.fact("baseline", words.baseline(goal)),
            self.fact("target", words.target(goal)),
            {"label": self.words.fixed("criterion"), "html": one_line(goal.criterion, one.document)},
            self.said("deadline", goal.deadline),
            self.fact("responsible", words.parties(goal.responsible) if goal.responsible else ""),
        ]
        return {
            "what": one_line(goal.text, one.document),
            "facts": present(facts),
            "trend": self._trend(one),
            "measured": goal.indicator or one_line(goal.text, one.document),
            "chart": goal_chart(goal, one.marks, words),
            "marks": [self._mark(mark, words, goal.unit) for mark in one.marks],
        }

    def _deed(self, one: PartResults) -> Context:
        part, words = one.part, self._phrases(one)
        what, who = part.full_label, []
        if isinstance(part, Commitment | Promise | Activity):  # their text is prose
            what = one_line(part.text, one.document)
        if isinstance(part, Commitment | Promise) and part.by:
            who = [words.capital(words.parties(part.by))]
        elif isinstance(part, Measure | Activity):
            who = [words.actor(actor) for actor in part.who]
        return {
            "kind": self.words.fixed(f"item_{part.item.value}") if part.item else "",
            "what": what,
            "who": who,
            "marks": [self._mark(mark, words, None) for mark in one.marks],
            "trend": self._trend(one),
        }

    def _mark(self, mark: StatedOutcome, words: Phrases, unit: str | None) -> Context:
        outcome = mark.outcome
        texts = (outcome.comment, outcome.obstacle, outcome.why_not)
        return {
            "day": mark.day.isoformat(),
            "result": self._result(mark),
            "value": words.amount(outcome.value, unit) if outcome.value is not None else "",
            "period": outcome.period.say(self.language) if outcome.period else "",
            "comment": " ".join(one_line(text, mark.review) for text in texts if text),
        }

    def _result(self, mark: StatedOutcome) -> Context:
        result = mark.outcome.result
        return {"colour": RESULT_COLOURS[result.value], "word": result.say(self.language)}

    def _trend(self, one: PartResults) -> Context:
        trend = one.trend
        return {"colour": _COLOURS[trend], "word": self.words.fixed(f"trend_{trend.value}")}

    def _phrases(self, one: PartResults) -> Phrases:
        return Phrases(self.language, Names(one.document, self.workspace, self.language))

    def _goal_of(self, one: PartResults) -> Goal:
        if not isinstance(one.part, Goal):
            raise TypeError(one.part)
        return one.part


def _section(heading: str, block: str, content: Context) -> Context:
    part = {"block": block, "heading": heading, "law": "", **content}
    return {"heading": heading, "html": Markup(), "parts": [part], "law": "", "is_wide": False}


def _by_document(found: list[PartResults]) -> dict[str, list[PartResults]]:
    groups: dict[str, list[PartResults]] = {}
    for one in found:
        title = one.document.model.title if one.document.model else ""
        groups.setdefault(title, []).append(one)
    return groups
