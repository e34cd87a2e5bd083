"""The terms of follow-up, and the sources that documents name."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from samverkan.model.choices import Item, Use
from samverkan.model.terms import FollowUpTerms
from samverkan.render.context.document import DocumentContext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.model.agreement import Agreement
    from samverkan.model.communication import CommunicationPlan
    from samverkan.model.plan import ActionPlan
    from samverkan.model.promise import CitizenPromise
    from samverkan.model.terms import InformationSource
    from samverkan.render.context.values import Context


TermsT_co = TypeVar("TermsT_co", bound="Agreement | ActionPlan | CitizenPromise | CommunicationPlan", covariant=True)


class TermsParts(DocumentContext[TermsT_co]):
    """Documents that say how they are followed up."""

    def _follow_up(self) -> Context:
        terms = self.model.follow_up or FollowUpTerms()
        html, said = self.prose.html(terms.text), self.followed_up(terms)
        return {"html": html, "said": said, "sources": self.sources(terms.sources)}

    def followed_up(self, terms: FollowUpTerms) -> str:
        """Say how the document is followed up, in sentences."""
        return " ".join(self.sentences.follow_up(terms, self.names_of(terms.forums, Item.FORUM)))

    def sources(self, sources: Sequence[InformationSource], *, headed: bool = False) -> list[Context]:
        """Sources in groups: those of which no more is said, those that are always used, that should be, and others.

        Args:
            sources: the sources.
            headed: whether a heading says already that they are sources.
        """
        groups: list[Context] = []
        for use in (None, *Use):
            chosen = [source for source in sources if source.use is use]
            items = [{"title": source.title, "html": self.prose.inline(source.note)} for source in chosen]
            if items:
                label = "" if headed and use is None else self.words.fixed(f"sources_{use or 'named'}")
                groups.append({"label": label, "items": items})
        return groups
