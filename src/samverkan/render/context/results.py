"""The report over time: what has become of each goal and commitment, follow-up after follow-up."""

from __future__ import annotations

from dataclasses import asdict
from operator import itemgetter
from typing import TYPE_CHECKING

from samverkan.duties.filter import RowChoice
from samverkan.duties.rows import rows
from samverkan.model.choices import DROPPED, Item, Kind, Progress
from samverkan.model.dates import CoarseDate
from samverkan.model.deadlines import InProgress
from samverkan.model.document import DocumentModel
from samverkan.model.goals import Goal
from samverkan.model.plan import Measure
from samverkan.render.context.document import DocumentContext
from samverkan.render.context.follow_up import amount_of, verdict
from samverkan.render.context.made_pages import made_page
from samverkan.render.context.names import Names, one_line
from samverkan.render.context.over_time import goal_chart
from samverkan.render.context.phrases import Phrases
from samverkan.render.context.tally import bars_of
from samverkan.render.context.values import Context, PartOfSection, SectionOfPage, numbered, present
from samverkan.render.drawing.year_wheel import things_due, year_wheel
from samverkan.reviews.met import quantity_of
from samverkan.reviews.results import PartResults, ResultTrend, results_of
from samverkan.reviews.wording import done_by
from samverkan.words.document import running_line
from samverkan.workspace.actors import doers_at
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from samverkan.duties.rows import Row
    from samverkan.render.context.values import Light, PageContext
    from samverkan.reviews.results import StatedOutcome
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_COLOURS = {
    ResultTrend.BETTER: "green",
    ResultTrend.WORSE: "red",
    ResultTrend.SAME: "yellow",
    ResultTrend.FIRST: "blue",
    ResultTrend.UNLIKE: "blue",
    ResultTrend.UNKNOWN: "grey",
}


class ResultsContext(DocumentContext[DocumentModel]):
    """Builds the context of the report over time for an agreement and all below it, or for a document without."""

    def __init__(self, document: Document, workspace: Workspace, mark: Callable[[int], str], today: date) -> None:
        """Prepare for a document.

        Args:
            document: the agreement, or the plan or promise that belongs to none.
            workspace: the documents around it, follow-ups among them.
            mark: writes the HTML of a footnote mark.
            today: later follow-ups have not taken place.
        """
        super().__init__(document, workspace, mark)
        self.today = today

    def build(self) -> PageContext:
        """Put together what the report's template is given, for a web page."""
        fixed = self.words.fixed
        found = results_of(self.workspace, self.document, self.today)
        title, short_title = self.model.title, self.model.short_title or self.model.title
        page = made_page(
            f"{self.model.id}-report", fixed("report_kind"), fixed("report_title", title=title), self.language
        )
        page["parties"] = self.parties()
        page["facts"] = [self.fact("as_of", CoarseDate.of(self.today).say(self.language))]
        page["running_title"] = running_line(fixed("report_title", title=short_title))
        page["version_date"] = fixed("version_of", day=CoarseDate.of(self.today).say(self.language))
        page["head"] = {"parties": [], "overview": self._in_bars(found)}
        page["sections"] = numbered(self._result_sections(found))
        return page

    def _result_sections(self, found: list[PartResults]) -> list[SectionOfPage]:
        fixed = self.words.fixed
        goals = [(one, one.part) for one in found if isinstance(one.part, Goal)]
        sections: list[SectionOfPage] = []
        if goals:
            in_short = _by_document((one, self._in_short(one, goal)) for one, goal in goals)
            groups = [{"title": title, "items": items} for title, items in in_short.items()]
            sections.append(_section(fixed("goals_in_short"), "goals_in_short", {"groups": groups}))
            over_time = _by_document((one, self._goal_over_time(one, goal)) for one, goal in goals)
            groups = [{"title": title, "items": items} for title, items in over_time.items()]
            sections.append(_section(fixed("goals_over_time"), "goals_over_time", {"groups": groups}))
        deeds = _by_document((one, self._deed(one)) for one in found if not isinstance(one.part, Goal))
        for title, items in deeds.items():
            sections.append(_section(fixed("deeds_of", title=title), "deeds_over_time", {"items": items}))
        return [*sections, *self._year_ahead()]

    def _year_ahead(self) -> list[SectionOfPage]:
        """The year's wheel of what is to be done, on a page of its own; none where nothing is."""
        documents = (self.document, *self.workspace.relations.under(self.document, *Kind))
        by_file = _near_rows(self.workspace, self.today)
        found = sorted((pair for document in documents for pair in by_file.get(document.file, ())), key=itemgetter(0))
        things = things_due([row for _, row in found], self.today, self.language)
        wheel = year_wheel(things, self.today, self.language)
        if not any(month.items for month in wheel.months):
            return []
        heading = self.words.fixed("year_wheel_heading")
        part = PartOfSection("year_wheel", heading, asdict(wheel))
        return [SectionOfPage(heading, (part,), is_wide=True)]

    def _in_bars(self, found: list[PartResults]) -> Context | None:
        """Show how many outcomes of each verdict there are, the latest of each part; None where they are few."""
        latest = [(one.part.item, one.marks[-1].outcome.result) for one in found if one.marks]
        bars = bars_of(latest, self.words)
        if not bars:
            return None
        waiting = len(found) - len(latest)
        more = self.words.fixed("not_reviewed_yet", count=str(waiting)) if waiting else ""
        said = " ".join(text for text in (str(bars["more"]), more) if text)
        return {"heading": self.words.fixed("one_page"), "html": "", "charts": [], **bars, "more": said}

    def _in_short(self, one: PartResults, goal: Goal) -> Context:
        words = self._phrases(one)
        measured = next((m.outcome for m in reversed(one.marks) if m.outcome.value is not None), None)
        latest = next((figure for _, figure in words.figures(measured, goal.unit)), "") if measured else ""
        return {
            "what": one_line(goal.text, one.document),
            "baseline": words.baseline_figure(goal),
            "target": words.target(goal),
            "latest": latest,
            "result": self._result(one.marks[-1], Item.GOAL) if one.marks else None,
            "trend": self._trend(one),
        }

    def _goal_over_time(self, one: PartResults, goal: Goal) -> Context:
        words = self._phrases(one)
        facts = [
            self.measured(goal, words),
            self.fact("baseline", words.baseline(goal)),
            self.fact("target", words.target(goal)),
            self.fact("criterion", one_line(goal.criterion, one.document)),
            self.said("deadline", goal.deadline),
            self.fact("responsible", words.capital(words.parties(goal.responsible)) if goal.responsible else ""),
        ]
        return {
            "what": one_line(goal.text, one.document),
            "facts": present(facts),
            "trend": self._trend(one),
            "measured": goal.indicator or one_line(goal.text, one.document),
            "chart": goal_chart(goal, one.marks, words),
            "marks": [self._mark(mark, words, Item.GOAL, goal.unit) for mark in one.marks],
        }

    def _deed(self, one: PartResults) -> Context:
        part, words = one.part, self._phrases(one)
        doers = doers_at(one.document, one.path, part)
        by = [words.capital(words.parties(doers.parties))] if doers.parties else []
        quantity = quantity_of(part)
        operative = one_line(part.operative_goal, one.document) if isinstance(part, Measure) else ""
        return {
            "kind": self.words.fixed(f"item_{part.item.value}") if part.item else "",
            "what": part.own_name or one_line(part.own_text, one.document),
            "who": [*by, *(words.capital(words.actor(actor)) for actor in doers.actors)],
            "facts": present(
                [
                    self.fact(amount_of(part), words.quantity(quantity) if quantity else ""),
                    self.fact("operative_goal", operative),
                ]
            ),
            "marks": [self._mark(mark, words, part.item, quantity.unit if quantity else None) for mark in one.marks],
            "trend": self._standing(one),
        }

    def _standing(self, one: PartResults) -> Light:
        """Say which way it went; of what no follow-up tells of, that it is done or broken off by its own document."""
        progress = one.part.how_far if isinstance(one.part, InProgress) else None
        if not one.marks and progress in DROPPED:
            return {"colour": "grey", "word": progress.say(self.language)}
        if not one.marks and progress is Progress.DONE:
            return {"colour": "green", "word": done_by(one.document).say(self.language)}
        return self._trend(one)

    def _mark(self, mark: StatedOutcome, words: Phrases, item: Item | None, unit: str | None) -> Context:
        outcome = mark.outcome
        texts = {"": outcome.comment, "obstacle": outcome.obstacle, "why_not": outcome.why_not}
        return {
            "day": words.date(mark.said) or words.fixed("undated"),
            "result": self._result(mark, item),
            "value": "; ".join(": ".join(part for part in pair if part) for pair in words.figures(outcome, unit)),
            "comment": " ".join(
                _sentence((f"{words.fixed(key)}: " if key else "") + one_line(text, mark.review))
                for key, text in texts.items()
                if text
            ),
        }

    def _result(self, mark: StatedOutcome, item: Item | None) -> Light:
        return verdict(mark.outcome, self.words, item)

    def _trend(self, one: PartResults) -> Light:
        trend = one.trend
        return {"colour": _COLOURS[trend], "word": self.words.fixed(f"trend_{trend.value}")}

    def _phrases(self, one: PartResults) -> Phrases:
        return Phrases(self.language, Names(one.document, self.workspace, self.language))


@remembered(maxsize=8)
def _near_rows(workspace: Workspace, today: date) -> dict[str, list[tuple[int, Row]]]:
    """Give what is to be done in the near, with its place in the order, by the documents' files; for all reports."""
    found: dict[str, list[tuple[int, Row]]] = {}
    for place, row in enumerate(RowChoice().rows(rows([workspace], today, of_all=True))):
        found.setdefault(row.duty.file, []).append((place, row))
    return found


def _sentence(text: str) -> str:
    """End a text with a full stop, so that another can follow."""
    return text if text.endswith((".", "!", "?", "…", "”", ")")) else f"{text}."


def _section(heading: str, block: str, content: Context) -> SectionOfPage:
    return SectionOfPage(heading, (PartOfSection(block, heading, content),))


def _by_document(told: Iterable[tuple[PartResults, Context]]) -> dict[str, list[Context]]:
    """Group what is told of parts by the titles of their documents, in the order in which they first stand."""
    groups: dict[str, list[Context]] = {}
    for one, context in told:
        groups.setdefault(one.document.model.title if one.document.model else "", []).append(context)
    return groups
