"""The kinds of document and their models; a model is imported when the first document of its kind is met."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from samverkan.model.choices import Item, Kind

if TYPE_CHECKING:
    from typing import TypeGuard

    from samverkan.model.base import Part
    from samverkan.model.causes import CauseAnalysis
    from samverkan.model.document import DocumentModel
    from samverkan.model.picture import Problem, SituationPicture
    from samverkan.model.plan import ActionPlan
    from samverkan.model.promise import CitizenPromise, Promise
    from samverkan.model.review import FollowUp

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


# What is asked of every document is asked by kind: to ask by class would import the models of kinds that are not there.


def is_action_plan(model: DocumentModel | None) -> TypeGuard[ActionPlan]:
    """Tell whether a document is an action plan."""
    return model is not None and model.kind == Kind.ACTION_PLAN


def is_cause_analysis(model: DocumentModel | None) -> TypeGuard[CauseAnalysis]:
    """Tell whether a document is a cause analysis."""
    return model is not None and model.kind == Kind.CAUSE_ANALYSIS


def is_citizen_promise(model: DocumentModel | None) -> TypeGuard[CitizenPromise]:
    """Tell whether a document is a citizen promise."""
    return model is not None and model.kind == Kind.CITIZEN_PROMISE


def is_follow_up(model: DocumentModel | None) -> TypeGuard[FollowUp]:
    """Tell whether a document is a follow-up."""
    return model is not None and model.kind == Kind.FOLLOW_UP


def is_situation_picture(model: DocumentModel | None) -> TypeGuard[SituationPicture]:
    """Tell whether a document is a situation picture."""
    return model is not None and model.kind == Kind.SITUATION_PICTURE


def is_problem(part: Part | None) -> TypeGuard[Problem]:
    """Tell whether a part is a problem of a situation picture."""
    return part is not None and part.item is Item.PROBLEM


def is_promise(part: Part) -> TypeGuard[Promise]:
    """Tell whether a part is a promise of a citizen promise."""
    return part.item is Item.PROMISE
