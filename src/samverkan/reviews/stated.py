"""What a follow-up is to answer for, and what it states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.choices import Result
from samverkan.model.deadlines import WithDeadline
from samverkan.model.document import ByParties
from samverkan.model.kinds import is_follow_up, is_promise
from samverkan.model.links import REVIEWED_ITEMS
from samverkan.workspace.actors import EVERYBODY, KnownParties, doers_at, meant_by, with_groups
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.findings import KeyPath
    from samverkan.model.base import Part
    from samverkan.model.parties import Party
    from samverkan.model.review import Outcome
    from samverkan.workspace.document import Document, Place
    from samverkan.workspace.workspace import Workspace


def to_review(
    document: Document, by: Sequence[str] | None, parties: Sequence[Party] = ()
) -> list[tuple[KeyPath, Part]]:
    """Give the goals, commitments, promises, measures and activities of a document that a review answers for.

    Args:
        document: what is reviewed.
        by: the parties that review their own part; all parts for None and where they are all who stand behind it.
        parties: the parties that the document can name.
    """
    return list(_to_review(document, None if by is None else tuple(by), KnownParties.of(parties)))


def is_reviewed(part: Part) -> bool:
    """Tell whether follow-ups state an outcome for a part by itself."""
    return part.item in REVIEWED_ITEMS and part.stands_by_itself


@remembered(maxsize=1024)
def _to_review(
    document: Document, by: tuple[str, ...] | None, parties: KnownParties
) -> tuple[tuple[KeyPath, Part], ...]:
    own = set() if is_of_everybody(by, document, parties) else with_groups(by or (), parties)
    return tuple(
        (path, part)
        for path, part in document.parts
        if is_reviewed(part)
        if (not own or doers_at(document, path, part).concern(own))
    )


@remembered(maxsize=1024)
def _open_to_review(
    document: Document, by: tuple[str, ...] | None, parties: KnownParties
) -> tuple[tuple[KeyPath, Part], ...]:
    """Give what a review answers for and the document itself has not broken off, once for all reviews of it."""
    asked = _to_review(document, by, parties)
    return tuple((path, part) for path, part in asked if not (isinstance(part, WithDeadline) and part.is_stopped))


def unanswered(workspace: Workspace, review: Document, document: Document) -> Iterator[tuple[KeyPath, Part]]:
    """Give what a follow-up reviews of a document and states no outcome for, nor says why not.

    Nothing more is to be told of what the document itself says is broken off.
    """
    answered = {place.path for place, outcome in outcomes(workspace, review, document) if is_answer(outcome)}
    by = review.model.by if is_follow_up(review.model) else None
    asked = _open_to_review(document, by, workspace.relations.parties_of(document))
    return (one for one in asked if not answered or not _has_answer(*one, answered))


def without_outcome(
    workspace: Workspace, reviews: Sequence[Document], document: Document
) -> list[tuple[KeyPath, Part]]:
    """Give what none of some follow-ups of a document answers for; of a promise that none does, not its activities.

    Nothing more is to be told of what the document itself says is broken off.
    """
    answered = {
        place.path
        for review in reviews
        for place, outcome in outcomes(workspace, review, document)
        if is_answer(outcome)
    }
    left = [one for one in _open_to_review(document, None, KnownParties.of(())) if not _has_answer(*one, answered)]
    paths = {path for path, _ in left}
    return [(path, part) for path, part in left if not any(path[:i] in paths for i in range(len(path)))]


def is_of_everybody(by: Sequence[str] | None, document: Document, parties: Sequence[Party]) -> bool:
    """Tell whether a follow-up by some parties is one of all behind a document, rather than of their own part.

    To name each of those behind it is to name all: a document by one party alone is reviewed whole by that party.

    Args:
        by: those who made the follow-up; None where nothing is said, and then it is everybody's.
        document: what is reviewed.
        parties: the parties that the document can name.
    """
    if not by or set(by) & EVERYBODY:
        return True
    makers = document.model.by if isinstance(document.model, ByParties) else None
    behind = meant_by(makers or (), parties) or parties
    named = [party.id for party in meant_by(by, parties)]
    return bool(behind) and all(party.id in named for party in behind)


def _has_answer(path: KeyPath, part: Part, answered: set[KeyPath]) -> bool:
    """Tell whether something is answered: itself, the promise that it belongs to, or all activities of a promise."""
    if any(path[:i] in answered for i in range(len(path) + 1)):
        return True
    activities = part.activities if is_promise(part) else ()
    return bool(activities) and all((*path, "activities", i) in answered for i in range(len(activities)))


def outcomes(workspace: Workspace, review: Document, document: Document) -> list[tuple[Place, Outcome]]:
    """Give what a follow-up states an outcome for in a document, each with its outcome."""
    return _outcomes_by_document(workspace, review).get(document, [])


@remembered(maxsize=4096)
def _outcomes_by_document(workspace: Workspace, review: Document) -> dict[Document, list[tuple[Place, Outcome]]]:
    stated = review.model.outcomes if is_follow_up(review.model) else ()
    found: dict[Document, list[tuple[Place, Outcome]]] = {}
    for reference in workspace.references.of(review):
        place = reference.target.place
        if reference.link.path[0] == "outcomes" and reference.link.path[2:] == ("item",) and place is not None:
            found.setdefault(reference.target.document, []).append((place, stated[int(reference.link.path[1])]))
    return found


def is_answer(outcome: Outcome) -> bool:
    """Tell whether an outcome states something, or says why it does not; a figure or a comment alone says something."""
    match outcome.result:
        case Result.NOT_ASSESSED:
            return outcome.why_not is not None
        case Result.NOT_MENTIONED:
            return False
        case None:
            return outcome.value is not None or bool(outcome.counts or outcome.comment or outcome.why_not)
    return True
