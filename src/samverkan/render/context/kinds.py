"""The kinds of document and what builds their contexts, imported for the first document of its kind."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkan.model.document import DocumentModel
    from samverkan.render.context.document import DocumentContext
    from samverkan.render.context.values import PageContext
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_BUILDERS = {
    "agreement": ("agreement", "AgreementContext"),
    "situation-picture": ("situation_picture", "PictureContext"),
    "cause-analysis": ("causes", "CausesContext"),
    "action-plan": ("plan", "PlanContext"),
    "citizen-promise": ("promise", "PromiseContext"),
    "communication-plan": ("communication", "CommunicationContext"),
    "follow-up": ("follow_up", "FollowUpContext"),
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
    module, name = _BUILDERS[document.kind or ""]
    builder: type[DocumentContext[DocumentModel]] = getattr(import_module(f"samverkan.render.context.{module}"), name)
    return builder(document, workspace, mark, notes_before).build()
