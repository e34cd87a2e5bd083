"""What the template of a cause analysis is given beyond what every document has."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from samverkan.model.causes import AnalysisBlock, CauseAnalysis
from samverkan.model.choices import Effect, Item
from samverkan.render.context.document import DocumentContext
from samverkan.render.context.own_numbers import own_number
from samverkan.render.context.values import Context, present

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from samverkan.model.causes import Cause, ProblemAnalysis
    from samverkan.model.elsewhere import DocumentElsewhere
    from samverkan.model.picture import SituationPicture
    from samverkan.render.context.values import Fact

EVIDENCE = (Item.SOURCE, Item.INDICATOR)
"""The kinds of parts that something is known from."""


AnalysingT_co = TypeVar("AnalysingT_co", bound="SituationPicture | CauseAnalysis", covariant=True)


class AnalysisParts(DocumentContext[AnalysingT_co]):
    """Documents that hold analyses of causes."""

    def _analyses(self) -> Context:
        return {"items": [self._problem_analysis(one, i) for i, one in enumerate(self.model.analyses)]}

    def _problem_analysis(self, analysis: ProblemAnalysis, problem: int) -> Context:
        number, title = (
            self.names.problem_number(analysis, problem),
            own_number(None, self.names.problem(analysis)).text,
        )
        return {
            "title": self.words.fixed(problem_label(number), number=number, title=title),
            "html": self.prose.html(analysis.text),
            "causes": [
                self._cause(cause, self.names.numbered_cause(analysis, i, number))
                for i, cause in enumerate(analysis.causes)
            ],
            "knowledge_gaps": list(analysis.knowledge_gaps),
        }

    def _cause(self, cause: Cause, number: str) -> Context:
        return {
            "label": self.words.fixed(cause_label(cause, number), number=number),
            "html": self.prose.inline(own_number(cause.number, cause.text).text),
            "note": self.prose.html(cause.note),
            "facts": present(
                [
                    self.unlabelled(None if cause.effect is Effect.PROTECTIVE else cause.effect, cause.perspective),
                    self.named("evidence", cause.evidence, *EVIDENCE),
                    self.prose_fact("out_of_reach", cause.out_of_reach),
                ]
            ),
        }


def cause_label(cause: Cause, number: str) -> str:
    """Give the key of the words that name a cause with its number, if any: a protective factor is named as one."""
    if cause.effect is Effect.PROTECTIVE:
        return "protective_numbered" if number else "protective_factor"
    return "cause_numbered" if number else "cause"


def problem_label(number: str) -> str:
    """Give the key of the words that name a problem with its number, if any."""
    return "problem_numbered" if number else "problem_unnumbered"


class CausesContext(AnalysisParts[CauseAnalysis]):
    """Builds the context of a cause analysis."""

    blocks = AnalysisBlock

    def head_facts(self) -> Iterable[Fact]:
        """The common facts, and who took part."""
        yield from super().head_facts()
        yield from present([self.fact("participants", ", ".join(self.words.outsiders(self.model.participants)))])

    def built_on(self) -> Mapping[str, str | DocumentElsewhere | None]:
        """The situation picture whose problems are analysed."""
        return {"picture": self.model.picture}

    def _method(self) -> Context:
        return self.text(self.model.method)
