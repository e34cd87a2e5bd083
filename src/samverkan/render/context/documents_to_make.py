"""The documents that an agreement plans: each where it is undertaken, or in a list."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from markupsafe import Markup

from samverkan.model.agreement import Agreement
from samverkan.model.choices import Item
from samverkan.model.cooperation import Commitment
from samverkan.render.context.clauses import FORMS_SAID
from samverkan.render.context.numbering import clause
from samverkan.render.context.terms import TermsParts
from samverkan.workspace.actors import EVERYBODY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkan.model.cooperation import Step
    from samverkan.model.terms import PlannedDocument
    from samverkan.render.context.values import Context


class DocumentsToMake(TermsParts[Agreement]):
    """The parts of an agreement that say which documents are made."""

    def making(
        self, maker: Commitment | Step, html: Markup, said: Sequence[str], title: str | None, **more: object
    ) -> Context:
        """Make a clause of a commitment or a step, with what there is to say of the document that it is to make.

        Args:
            maker: the commitment or step.
            html: its words.
            said: sentences that follow them.
            title: its own title.
            more: what else the clause has.
        """
        planned = self._made_by(maker)
        if planned is not None:
            html = _joined(html, self.prose.html(planned.text))
            after = [*said, *self.sentences.planned_document(_unsaid(planned, maker))]
            return clause(html, after, title or self._name(planned), sources=self.sources(planned.sources), **more)
        named = self.names_of(maker.document, Item.PLANNED_DOCUMENT) if maker.document else []
        about = [self.words.fixed("about_document", name=name) for name in named]
        return clause(html, [*said, *about], title or "", **more)

    @cached_property
    def _makers(self) -> Mapping[str, Commitment | Step]:
        """The first commitment or step that is to make each document, by the document's id; of the whole agreement."""
        whole = cast("Agreement", self.document.model)
        steps = whole.working_model.steps if whole.working_model else ()
        makers: list[Commitment | Step] = [*steps, *whole.commitments]
        return {one.document: one for one in reversed(makers) if one.document}

    @cached_property
    def _planned(self) -> Mapping[str | None, PlannedDocument]:
        whole = self.document.model
        return {one.id: one for one in whole.planned_documents} if isinstance(whole, Agreement) else {}

    def _made_by(self, maker: Commitment | Step) -> PlannedDocument | None:
        """Give the document that a commitment or step is to make, where no earlier one is."""
        is_first = maker.document is not None and self._makers.get(maker.document) is maker
        return self._planned.get(maker.document) if is_first else None

    def _planned_documents(self) -> Context | None:
        """The documents that no commitment or step is to make."""
        left = [planned for planned in self.model.planned_documents if planned.id not in self._makers]
        return {"clauses": [self._planned_document(planned) for planned in left]} if left else None

    def _name(self, planned: PlannedDocument) -> str:
        return planned.title or planned.kind.say(self.language).capitalize()

    def _planned_document(self, planned: PlannedDocument) -> Context:
        said, sources = self.sentences.planned_document(planned), self.sources(planned.sources)
        return clause(self.prose.html(planned.text), said, self._name(planned), sources=sources, id=planned.id)


def _unsaid(planned: PlannedDocument, maker: Commitment | Step) -> PlannedDocument:
    """Leave out of a document what the commitment or the step that is to make it says."""
    is_told_who = planned.by == maker.by if isinstance(maker, Commitment) else set(planned.by or ()) <= EVERYBODY
    said: dict[str, None] = {"by": None} if is_told_who else {}
    said |= {"form": None} if (planned.by, planned.form) in FORMS_SAID else {}
    said |= {"per_municipality": None} if isinstance(maker, Commitment) and maker.per_municipality else {}
    return planned.model_copy(update=said)


def _joined(first: Markup, second: Markup) -> Markup:
    """Let a text go on in the paragraph that another ends with."""
    ended = first.rstrip()
    if ended.endswith("</p>") and second.startswith("<p>"):
        return ended.removesuffix("</p>") + Markup(" ") + second[3:]
    return first + second
