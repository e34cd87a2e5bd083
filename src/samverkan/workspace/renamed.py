"""Parties whose id was changed where it stands, and not where it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samverkan.guess import closest
from samverkan.model.choices import Item
from samverkan.workspace.meant_parties import party_of
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from samverkan.findings import KeyPath
    from samverkan.model.links import Link
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_FEWEST = 2
"""As many references to what is no party tell that its id was changed; one is a slip of its own."""


class Renamed(NamedTuple):
    """A party whose id was changed.

    Attributes:
        document: the document that it stands in.
        path: the place of its id.
        name: the id as it was, which is still referred to.
        links: the references of the document to that.
    """

    document: Document
    path: KeyPath
    name: str
    links: tuple[Link, ...]


def party_renamed(document: Document, workspace: Workspace) -> Renamed | None:
    """Find the party that a document, or its agreement, goes on naming by the id that it had; None where none is.

    It is the only one that nothing in the document refers to, and all references to no party have the same id, which is
    a word for it.

    Args:
        document: the document.
        workspace: the workspace.
    """
    agreement = workspace.relations.agreement_of(document)
    own = _renamed_in(document, workspace)
    return own if own is not None or agreement is None else _renamed_in(agreement, workspace)


@remembered(maxsize=256)
def _renamed_in(document: Document, workspace: Workspace) -> Renamed | None:
    lost = _lost(document, workspace) if document.model is not None and document.model.parties else []
    if len({link.target for link in lost}) != 1 or len(lost) < _FEWEST:
        return None
    name, left = lost[0].target, _led_nowhere_from(document, workspace)
    is_meant = len(left) == 1 and _is_called(name, str(document.value_at(left[0])), document)
    return Renamed(document, left[0], name, tuple(lost)) if is_meant else None


def _lost(document: Document, workspace: Workspace) -> list[Link]:
    """Give the references of a document to no party; none where a broken file may have it."""
    references = workspace.references
    lost = [link for link in document.links if link.to.items == (Item.PARTY,)]
    lost = [link for link in lost if references.resolve(document, link) is None]
    return [] if any(references.might_resolve(document, link) for link in lost[:1]) else lost


def _led_nowhere_from(document: Document, workspace: Workspace) -> list[KeyPath]:
    """Give the ids of the parties of a document that nothing leads to."""
    parties = (place.path for place in document.items.values() if place.item is Item.PARTY)
    return [(*path, "id") for path in parties if not workspace.references.to(document, path)]


def _is_called(name: str, party: str, document: Document) -> bool:
    """Tell whether an id is a word for a party, or much like its id as it is now: others are parties of their own."""
    return party_of(name, (document,)) == party or bool(closest(name, (party,)))
