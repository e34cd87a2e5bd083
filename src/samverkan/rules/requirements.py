"""What a rule may require of the document and its workspace before it is tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.law.act import IN_FORCE, is_asked_of

if TYPE_CHECKING:
    from datetime import date

    from samverkan.model.document import DocumentModel
    from samverkan.rules.rule import Requirement, RuleInput


def whole_workspace(given: RuleInput[DocumentModel]) -> bool:
    """Require that every file could be read in every part: a broken one might hold what seems to be missing."""
    return given.workspace.is_whole


def not_superseded(given: RuleInput[DocumentModel]) -> bool:
    """Require that no other document has taken this one's place."""
    return given.model.id not in given.workspace.relations.superseded


def asked_by_law(since: date = IN_FORCE) -> Requirement:
    """Require that the law asks something of the agreement that the document belongs to.

    Args:
        since: the day from which it is asked: an agreement that ended before it was never asked.
    """
    return lambda given: is_asked_of(given.workspace, given.document, since)
