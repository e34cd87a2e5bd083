"""The kinds of document and what builds their contexts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.choices import Kind
from samverkan.render.context.agreement import AgreementContext
from samverkan.render.context.causes import CausesContext
from samverkan.render.context.communication import CommunicationContext
from samverkan.render.context.follow_up import FollowUpContext
from samverkan.render.context.plan import PlanContext
from samverkan.render.context.promise import PromiseContext
from samverkan.render.context.situation_picture import PictureContext

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkan.model.document import DocumentModel
    from samverkan.render.context.document import DocumentContext
    from samverkan.render.context.values import PageContext
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_BUILDERS: dict[str, type[DocumentContext[DocumentModel]]] = {
    Kind.AGREEMENT: AgreementContext,
    Kind.SITUATION_PICTURE: PictureContext,
    Kind.CAUSE_ANALYSIS: CausesContext,
    Kind.ACTION_PLAN: PlanContext,
    Kind.CITIZEN_PROMISE: PromiseContext,
    Kind.COMMUNICATION_PLAN: CommunicationContext,
    Kind.FOLLOW_UP: FollowUpContext,
}


def context_of(
    document: Document, workspace: Workspace, mark: Callable[[int], str], notes_before: int = 0
) -> PageContext:
    """Build what the template of a document's kind is filled with.

    Args:
        document: a document that could be read whole.
        workspace: the documents around it, for what it refers to.
        mark: writes the HTML of a footnote mark from its number.
        notes_before: how many notes there are in the documents before this one, in a file of several.
    """
    return _BUILDERS[document.kind or ""](document, workspace, mark, notes_before).build()
