"""The edition of a document that was meant where one is named that lacks all that is referred to in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samverkan.model.choices import Item, PartyType
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.model.links import Link
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace


KINDS_COPIED = ("cause-analysis", "citizen-promise", "follow-up")
"""The kinds that are most often copied from the last one, and that name the documents whose parts they cite."""


class EditionMeant(NamedTuple):
    """What was meant: the reference that names another edition, the id of the one, and what leads nowhere therefore."""

    link: Link
    id: str
    lost: tuple[Link, ...]


@remembered(maxsize=64)
def edition_meant(document: Document, workspace: Workspace) -> EditionMeant | None:
    """Find the one other document of a kind that has all parts which the one that is named at the top lacks.

    Args:
        document: the document with the references.
        workspace: the workspace.
    """
    lost = tuple(_lost(document, workspace)) if document.kind in KINDS_COPIED else ()
    opening = [link for link in document.links if link.to.opens] if lost else []
    found = [EditionMeant(link, one.id or "", lost) for link in opening for one in _others(link, document, workspace)]
    fitting = [one for one in found if _has_all(workspace.by_id[one.id], lost, _used(one.link, document, workspace))]
    return fitting[0] if len(fitting) == 1 else None


def _lost(document: Document, workspace: Workspace) -> Iterator[Link]:
    """Give the references by plain id to parts that lead nowhere."""
    references = workspace.references
    for link in document.links:
        is_part = bool(link.to.items) and link.to.items != (Item.PARTY,) and "#" not in link.target
        if is_part and references.resolve(document, link) is None and not references.might_resolve(document, link):
            yield link


def _others(link: Link, document: Document, workspace: Workspace) -> Iterator[Document]:
    """Give the other documents of the kind that a reference names one of, under the same agreement or of one party."""
    named = workspace.by_id.get(link.target)
    opened = (document, *workspace.references.opened_by(document))
    for other in workspace.by_id.values() if named is not None else ():
        if (
            named is not None
            and other.kind == named.kind
            and other not in opened
            and _are_near(named, other, workspace)
        ):
            yield other


def _are_near(one: Document, other: Document, workspace: Workspace) -> bool:
    """Tell whether two documents are of the same municipality, which are always looked at beside each other."""
    agreement = workspace.relations.agreement_of(one)
    is_of_same = agreement is not None and agreement is workspace.relations.agreement_of(other)
    return is_of_same or not _municipalities(one).isdisjoint(_municipalities(other))


def _municipalities(document: Document) -> set[str]:
    parties = document.model.parties if document.model is not None else ()
    return {party.name for party in parties if party.type is PartyType.MUNICIPALITY}


def _used(link: Link, document: Document, workspace: Workspace) -> list[Link]:
    """Give the references by plain id that lead to parts of the document that is named."""
    references = workspace.references.of(document)
    return [one.link for one in references if one.target.document.id == link.target and one.target.place is not None]


def _has_all(other: Document, lost: Sequence[Link], used: Sequence[Link]) -> bool:
    """Tell whether a document has the parts that are lost, and those that are found in the one that is named."""
    plain = [link for link in (*lost, *used) if "#" not in link.target]
    return all(link.target in other.items and other.items[link.target].item in link.to.items for link in plain)
