"""What a rule may require of the document and its workspace before it is tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samverkan.model.document import DocumentModel
    from samverkan.rules.rule import RuleInput


def whole_workspace(given: RuleInput[DocumentModel]) -> bool:
    """Require that every file could be read in every part: a broken one might hold what seems to be missing."""
    return given.workspace.is_whole


def whole_pictures(given: RuleInput[DocumentModel]) -> bool:
    """Require that every situation picture could be read in every part: one of them might be a newer one."""
    return given.workspace.has_whole_pictures


ASKED_LAST = (whole_workspace, whole_pictures)
"""What is asked of all documents, and only of a breach: what is kept holds until what it asked for changes."""


def not_superseded(given: RuleInput[DocumentModel]) -> bool:
    """Require that no other document has taken this one's place."""
    return given.model.id not in given.workspace.relations.superseded
