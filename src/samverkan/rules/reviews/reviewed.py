"""What a follow-up reviews, and what its outcomes are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.document import Superseding
from samverkan.model.fingerprint import short
from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.model.review import FollowUp
    from samverkan.rules.rule import RuleInput
    from samverkan.workspace.document import Document
    from samverkan.workspace.references import ResolvedLink

REVIEWED = Text("Det som följs upp står här.", "What is reviewed is here.")


def reviewed_by(given: RuleInput[FollowUp]) -> Iterator[tuple[int, Document]]:
    """Yield each document that a follow-up reviews and that could be read, with its position under `reviews`.

    One where another edition is meant is left out: that is what is told of it.
    """
    other = given.workspace.meant.edition(given.document)
    for i, review in enumerate(given.model.reviews):
        named = review.document
        document = given.workspace.by_id.get(named) if isinstance(named, str) else None
        is_meant = other is None or other.link.path[:2] != ("reviews", i)
        if document is not None and document.model is not None and is_meant:
            yield i, document


def whose_fingerprints(given: RuleInput[FollowUp]) -> dict[str, str]:
    """Give the fingerprints of what a follow-up reviews and of what that supersedes, each with the document's id."""
    reviewed = [document for _, document in reviewed_by(given)]
    earlier = [given.workspace.by_id.get(name) for one in reviewed for name in _superseded_by(one)]
    found = [(one.fingerprint, one.id or "") for one in (*earlier, *reviewed) if one is not None]
    return {written: name for whole, name in found for written in (whole, short(whole))}


def _superseded_by(document: Document) -> Sequence[str]:
    named = document.model.supersedes if isinstance(document.model, Superseding) else ()
    return [name for name in named if isinstance(name, str)]


def outcomes_of(given: RuleInput[FollowUp]) -> Iterator[ResolvedLink]:
    """Return the references of a follow-up's outcomes to what they are about."""
    found = given.workspace.references.of(given.document)
    return (ref for ref in found if ref.link.path[0] == "outcomes" and ref.link.path[2:] == ("item",))
