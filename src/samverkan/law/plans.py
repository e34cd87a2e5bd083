"""What Act (2023:196) asks of action plans: that they are decided (section 5) and followed up (section 6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.law.act import PLAN_IN_FORCE, every_second_year, is_asked_of
from samverkan.model.choices import Kind
from samverkan.reviews.counted_from import last_time

if TYPE_CHECKING:
    from datetime import date

    from samverkan.law.act import LegalDeadline
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace


def is_plan_asked_for(workspace: Workspace, document: Document) -> bool:
    """Tell whether a document is an action plan that applies, or applied, since the law began to ask for plans."""
    end = document.period[1]
    in_time = end is None or end >= PLAN_IN_FORCE
    return document.kind == Kind.ACTION_PLAN and in_time and is_asked_of(workspace, document, PLAN_IN_FORCE)


def plan_follow_up(workspace: Workspace, document: Document, today: date) -> LegalDeadline | None:
    """Give when the law asks that a plan is followed up next.

    Args:
        workspace: the documents.
        document: the plan.
        today: the day to count from; follow-ups and decisions after it have not taken place.

    Returns:
        The deadline, two years after the last follow-up that counts, the decision or the start. None for what is no
        action plan that the law asks for, for a plan whose successor has begun to apply, and while nothing is known to
        count from.
    """
    if not is_plan_asked_for(workspace, document) or workspace.relations.is_succeeded(document, today):
        return None
    since = last_time(workspace, document, today)
    return every_second_year(since) if since else None
