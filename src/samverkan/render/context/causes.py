"""What the template of a cause analysis is given beyond what every document has."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from samverkan.model.causes import AnalysisBlock, CauseAnalysis
from samverkan.model.choices import Item
from samverkan.render.context.document import DocumentContext
from samverkan.render.context.names import cause_numbers
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
        found = self.model.analyses
        numbers = cause_numbers(found)
        return {"items": [self._problem_analysis(one, own) for one, own in zip(found, numbers, strict=True)]}

    def _problem_analysis(self, analysis: ProblemAnalysis, numbers: list[int]) -> Context:
        return {
            "title": self.names.of(analysis.problem, Item.PROBLEM),
            "html": self.prose.html(analysis.text),
            "causes": [self._cause(cause, number) for cause, number in zip(analysis.causes, numbers, strict=True)],
            "knowledge_gaps": list(analysis.knowledge_gaps),
        }

    def _cause(self, cause: Cause, number: int) -> Context:
        return {
            "number": str(number),
            "html": self.prose.html(cause.text),
            "note": self.prose.html(cause.note),
            "perspective": cause.perspective.say(self.language) if cause.perspective else "",
            "effect": cause.effect.say(self.language) if cause.effect else "",
            "facts": present(
                [
                    self.named("evidence", cause.evidence, *EVIDENCE),
                    self.prose_fact("out_of_reach", cause.out_of_reach),
                ]
            ),
        }


class CausesContext(AnalysisParts[CauseAnalysis]):
    """Builds the context of a cause analysis."""

    blocks = AnalysisBlock

    def head_facts(self) -> Iterable[Fact]:
        """The common facts, and who took part."""
        yield from super().head_facts()
        yield from present([self.fact("participants", ", ".join(self.model.participants))])

    def built_on(self) -> Mapping[str, str | DocumentElsewhere | None]:
        """The situation picture whose problems are analysed."""
        return {"picture": self.model.picture}

    def _method(self) -> Context:
        return self.text(self.model.method)
