"""The terms of follow-up, and the sources that documents name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.choices import Item, Use
from samverkan.render.context.document import Context, DocumentContext, present

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.model.terms import FollowUpTerms, InformationSource


class TermsParts(DocumentContext):
    """Documents that say how they are followed up."""

    def _follow_up(self) -> Context:
        terms: FollowUpTerms = self.model.follow_up
        reporting = terms.reporting
        facts = [
            self.said("cadence", terms.cadence),
            self.fact("scope", self.words.joined([scope.say(self.language) for scope in terms.scope])),
            self.fact("forum", ", ".join(self.names_of(terms.forums, Item.FORUM))),
            self.fact("reported_to", ", ".join(reporting.to) if reporting else ""),
            self.said("reported", reporting.cadence if reporting else None),
        ]
        return {
            "html": self.prose.html(terms.text),
            "facts": present(facts),
            "sources": self.sources(terms.sources),
        }

    def sources(self, sources: Sequence[InformationSource]) -> list[Context]:
        """Give sources in two groups: those that are always used, and others."""
        groups = []
        for use in Use:
            chosen = [source for source in sources if source.use is use]
            items = [{"title": source.title, "html": self.prose.inline(source.note)} for source in chosen]
            if items:
                groups.append({"label": self.words.fixed(f"sources_{use.value}"), "items": items})
        return groups
