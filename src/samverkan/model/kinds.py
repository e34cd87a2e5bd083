"""The kinds of document and their models; a model is imported when the first document of its kind is met."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samverkan.model.document import DocumentModel

_MODELS = {
    "agreement": ("agreement", "Agreement"),
    "situation-picture": ("picture", "SituationPicture"),
    "cause-analysis": ("causes", "CauseAnalysis"),
    "action-plan": ("plan", "ActionPlan"),
    "citizen-promise": ("promise", "CitizenPromise"),
    "communication-plan": ("communication", "CommunicationPlan"),
    "follow-up": ("review", "FollowUp"),
}
KINDS = tuple(_MODELS)
"""The kinds of document."""

SETTINGS = "workspace"
"""The kind of the file that holds a workspace's settings."""


def model_of(kind: str) -> type[DocumentModel]:
    """Import the class that a document of a kind, one of `KINDS`, is read as."""
    module, name = _MODELS[kind]
    model: type[DocumentModel] = getattr(import_module(f"samverkan.model.{module}"), name)
    return model
