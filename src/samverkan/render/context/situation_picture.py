"""What the template of a situation picture is given beyond what every document has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.law.pictures import was_asked_for
from samverkan.model.choices import Choice, Item, SourceKind, Unit
from samverkan.model.picture import Inquiry, PictureBlock, SituationPicture
from samverkan.render.context.causes import EVIDENCE, AnalysisParts
from samverkan.render.context.indicators import IndicatorParts
from samverkan.render.context.own_numbers import own_number
from samverkan.render.context.values import Context, present
from samverkan.render.drawing.chart import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from samverkan.model.picture import Area, Assessment, OtherInformation, OwnPicture, Problem, Source
from samverkan.render.context.values import Fact

_LEAST_CHARTS, _MOST_CHARTS = 3, 6
"""How many charts make an overview, and how many have room in it."""
_COUNTED = frozenset(SourceKind) - {SourceKind.RESEARCH, SourceKind.OTHER}
"""The kinds of sources of which it is known what they count: answers, participants or events."""
_SURVEY = {PictureBlock.SURVEY, PictureBlock.INDICATORS, PictureBlock.PROBLEMS}
_ANALYSIS = {PictureBlock.ANALYSIS, PictureBlock.ANALYSES, PictureBlock.ASSESSMENTS}


class PictureContext(IndicatorParts, AnalysisParts[SituationPicture]):
    """Builds the context of a situation picture."""

    blocks = PictureBlock

    def head_facts(self) -> Iterable[Fact]:
        """The common facts, and how often a new picture is made."""
        yield from super().head_facts()
        model = self.model
        yield from present(
            [
                self.said("revised", model.revised),
                self.said("picture_form", model.form),
                self.fact("issue", model.issue),
                self.said("cadence", model.cadence),
                *self._next_times(),
            ]
        )

    def _next_times(self) -> Iterator[Fact]:
        """When the next picture and the next meeting are meant to be; words beside one day are of that day."""
        model = self.model
        dates = {"next_picture": model.next_picture, "next_meeting": model.next_meeting}
        stated = [key for key, day in dates.items() if day]
        for key, day in dates.items():
            yield self.next_time(key, day, model.next_text if stated == [key] else None)
        yield self.fact("next_text", model.next_text if len(stated) != 1 else None)

    def at_a_glance(self) -> Context:
        """Small charts of the first indicators; see `DocumentContext.at_a_glance`."""
        drawn = [(one.title, made) for one in self.model.indicators if (made := self.chart_of(one, SMALL))]
        if len(drawn) < _LEAST_CHARTS:
            return {}
        more = len(self.model.indicators) - len(drawn[:_MOST_CHARTS])
        heading = self.heading(PictureBlock.INDICATORS)
        return {
            "charts": [{"title": title, "chart": chart} for title, chart in drawn[:_MOST_CHARTS]],
            "more": self.words.fixed("more_charts", count=str(more), heading=heading) if more else "",
        }

    def law(self, block: Choice) -> str:
        """Say which of the three parts that the law demands a block belongs to (4 § lag 2023:196).

        Nothing is said of a picture that the law does not ask for: one from before it, or not a municipality's.
        """
        if not was_asked_for(self.workspace, self.document):
            return ""
        if block in _SURVEY:
            return self.words.fixed("law_survey")
        if block is PictureBlock.OTHER_INFORMATION:
            return self.words.fixed("law_other_information")
        return self.words.fixed("law_analysis") if block in _ANALYSIS else ""

    def heading(self, block: Choice) -> str:
        """Name a part; a single area is one."""
        if block is PictureBlock.AREAS and len(self.model.areas) == 1:
            return self.words.fixed("area")
        return super().heading(block)

    def _areas(self) -> Context:
        return {"items": [self._area(area) for area in self.model.areas]}

    def _area(self, area: Area) -> Context:
        facts = [
            self.said("party_type", area.type),
            self.fact("code", area.code),
            self.named("area_of", area.part_of, Item.AREA),
        ]
        return {"name": area.name, "facts": present(facts), "html": self.prose.html(area.text)}

    def _sources(self) -> Context:
        return {"items": [self._source(source) for source in self.model.sources]}

    def _source(self, source: Source) -> Context:
        words, period = self.words, source.period
        counted = f"answers_{source.type.value}" if source.type in _COUNTED else "answers"
        answers = words.fixed(counted, count=words.head_count(source.responses)) if source.responses else ""
        asked = words.fixed("asked", count=words.head_count(source.asked)) if source.asked else ""
        facts = [
            self.fact("respondents", source.respondents),
            self.fact("response_rate", self._rate(source.response_rate)),
            self.fact("collected_by", words.capital(words.parties(source.by)) if source.by else ""),
            self.fact("url", source.url),
        ]
        return {
            "title": source.title,
            "html": self.prose.html(source.note),
            "facts": present(facts),
            "kind": source.type.say(self.language) if source.type else "",
            "period": words.period(period) if period else "",
            "retrieved": words.fixed("retrieved_on", day=words.date(source.retrieved)) if source.retrieved else "",
            "answers": ", ".join(part for part in (answers, asked) if part),
        }

    def _rate(self, rate: Decimal | None) -> str:
        return self.words.amount(rate, Unit.PER_CENT.value) if rate is not None else ""

    def _inquiry(self) -> Context:
        found, words = self.model.inquiry or Inquiry(), self.words
        facts = [
            self.fact("respondents", found.respondents),
            self.fact("asked_count", words.head_count(found.asked) if found.asked else ""),
            self.fact("response_count", words.head_count(found.responses) if found.responses else ""),
            self.fact("response_rate", self._rate(found.response_rate)),
            self.fact("period", words.period(found.period) if found.period else ""),
        ]
        questions = [self.prose.inline(question) for question in found.questions]
        return {"html": self.prose.html(found.method), "facts": present(facts), "questions": questions}

    def _figures(self) -> Context:
        return {"items": [self.words.capital(self.words.background(figure)) for figure in self.model.figures]}

    def _parts(self) -> Context:
        return self.document_parts(self.model.parts)

    def _survey(self) -> Context:
        return self.text(self.model.survey)

    def _problems(self) -> Context:
        return {"items": [self._problem(problem) for problem in self.model.problems]}

    def _problem(self, problem: Problem) -> Context:
        facts = [
            self.said("priority", problem.priority),
            self.said("trend", problem.trend),
            self.fact("places", ", ".join(problem.places)),
            self.fact("times", ", ".join(problem.times)),
            self.fact("affected", ", ".join(problem.affected)),
            self.prose_fact("consequences", problem.consequences),
            self.named("evidence", problem.evidence, *EVIDENCE),
            self.named("focus_area", problem.focus_area, Item.FOCUS_AREA),
            self.named("area", problem.area, Item.AREA),
        ]
        own = own_number(problem.number, problem.title)
        name = f"{own.number} {own.text}" if problem.number else problem.title
        return {"name": name, "html": self.prose.html(problem.text), "facts": present(facts)}

    def _other_information(self) -> Context:
        return {"items": [self._other(found) for found in self.model.other_information]}

    def _other(self, found: OtherInformation) -> Context:
        facts = [self.named("evidence", found.evidence, *EVIDENCE)]
        return {"name": found.title or "", "html": self.prose.html(found.text), "facts": present(facts)}

    def _own_pictures(self) -> Context:
        return {"items": [self._own_picture(own) for own in self.model.own_pictures]}

    def _own_picture(self, own: OwnPicture) -> Context:
        facts = [self.documents_fact("document", own.document)]
        name = self.names.of(own.party, Item.PARTY)
        return {"name": name, "html": self.prose.html(own.text), "facts": present(facts)}

    def _analysis(self) -> Context:
        return self.text(self.model.analysis)

    def _assessments(self) -> Context:
        return {"items": [self._assessment(found) for found in self.model.assessments]}

    def _assessment(self, found: Assessment) -> Context:
        facts = [
            self.named("area", found.area, Item.AREA),
            self.named("focus_area", found.focus_area, Item.FOCUS_AREA),
            self.named("problem", found.problem, Item.PROBLEM),
        ]
        return {
            "title": found.title or "",
            "facts": present(facts),
            "light": self.light(found.light),
            "html": self.prose.html(found.text),
        }

    def _knowledge_gaps(self) -> Context:
        return {"items": list(self.model.knowledge_gaps)}
