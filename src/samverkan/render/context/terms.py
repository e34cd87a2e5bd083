"""The terms of follow-up, and the sources that documents name."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from samverkan.model.choices import Item, Use
from samverkan.render.context.document import DocumentContext
from samverkan.render.context.values import Context, present

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.model.agreement import Agreement
    from samverkan.model.communication import CommunicationPlan
    from samverkan.model.plan import ActionPlan
    from samverkan.model.promise import CitizenPromise
    from samverkan.model.terms import InformationSource


TermsT_co = TypeVar("TermsT_co", bound="Agreement | ActionPlan | CitizenPromise | CommunicationPlan", covariant=True)


class TermsParts(DocumentContext[TermsT_co]):
    """Documents that say how they are followed up."""

    def _follow_up(self) -> Context:
        terms = self.model.follow_up
        if terms is None:
            return {}
        reporting = terms.reporting
        facts = [
            self.said("cadence", terms.cadence),
            self.fact("review_dates", self.words.days(terms.dates)),
            self.fact("review_dates", terms.when),
            self.fact("scope", self.words.joined([scope.say(self.language) for scope in terms.scope])),
            self.fact("forum", ", ".join(self.names_of(terms.forums, Item.FORUM))),
            self.fact("reviewed_where", terms.where),
            self.fact("reported_to", ", ".join(reporting.to) if reporting else ""),
            self.said("reported", reporting.cadence if reporting else None),
            self.fact("reporting_dates", self.words.days(reporting.dates) if reporting else ""),
            self.fact("reported_where", reporting.where if reporting else ""),
        ]
        return {
            "html": self.prose.html(terms.text),
            "facts": present(facts),
            "sources": self.sources(terms.sources),
        }

    def sources(self, sources: Sequence[InformationSource]) -> list[Context]:
        """Sources in groups: those of which no more is said, those that are always used, that should be, and others."""
        groups: list[Context] = []
        for use in (None, *Use):
            chosen = [source for source in sources if source.use is use]
            items = [{"title": source.title, "html": self.prose.inline(source.note)} for source in chosen]
            if items:
                groups.append({"label": self.words.fixed(f"sources_{use or 'named'}"), "items": items})
        return groups
