"""What a follow-up is to answer for, and what it states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.choices import Result
from samverkan.model.fields import parts_of
from samverkan.model.links import PARTY_GROUPS, REVIEWED_ITEMS
from samverkan.model.review import FollowUp, Outcome
from samverkan.workspace.actors import doers_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.findings import KeyPath
    from samverkan.model.base import Part
    from samverkan.workspace.document import Document, Place
    from samverkan.workspace.workspace import Workspace


def to_review(document: Document, by: Sequence[str] | None) -> list[tuple[KeyPath, Part]]:
    """Give the goals, commitments, promises, measures and activities of a document that a review answers for.

    Args:
        document: what is reviewed.
        by: the parties that review their own part; all parts for None and for words that mean everybody.
    """
    own = set(by or ()) - set(PARTY_GROUPS)
    return [
        (path, part)
        for path, part in (parts_of(document.model) if document.model else ())
        if part.item in REVIEWED_ITEMS and (not own or doers_of(part).concern(own))
    ]


def unanswered(workspace: Workspace, review: Document, document: Document) -> list[tuple[KeyPath, Part]]:
    """Give what a follow-up reviews of a document and states no outcome for, nor says why not."""
    answered = {place.path for place, outcome in outcomes(workspace, review, document) if _is_answer(outcome)}
    by = review.model.by if isinstance(review.model, FollowUp) else None
    return [(path, part) for path, part in to_review(document, by) if path not in answered]


def outcomes(workspace: Workspace, review: Document, document: Document) -> list[tuple[Place, Outcome]]:
    """Give what a follow-up states an outcome for in a document, each with its outcome."""
    stated = review.model.outcomes if isinstance(review.model, FollowUp) else ()
    return [
        (reference.target.place, stated[int(reference.link.path[1])])
        for reference in workspace.references.of(review)
        if reference.link.path[0] == "outcomes"
        and reference.target.document is document
        and reference.target.place is not None
    ]


def _is_answer(outcome: Outcome) -> bool:
    """Tell whether an outcome states something, or says why it does not."""
    return outcome.result is not Result.NOT_ASSESSED or outcome.why_not is not None
