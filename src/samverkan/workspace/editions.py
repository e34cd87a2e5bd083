"""The edition of a document that was meant where one is named that lacks all that is referred to in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samverkan.model.choices import Item

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.model.links import Link
    from samverkan.workspace.document import Document
    from samverkan.workspace.relations import Relations

KINDS_COPIED = ("cause-analysis", "citizen-promise", "follow-up")
"""The kinds that are most often copied from the last one, and that name the documents whose parts they cite."""


class EditionMeant(NamedTuple):
    """What was meant: the reference that names another edition, that, the one, and what leads nowhere therefore."""

    link: Link
    named: Document
    document: Document
    lost: tuple[Link, ...]


def edition_meant_by(
    document: Document, named: Sequence[Document], lost: Sequence[Link], relations: Relations
) -> EditionMeant | None:
    """Find the one other document of a kind that has all parts which the one that is named at the top lacks.

    Args:
        document: the document with the references.
        named: the documents that it names.
        lost: its references by plain id to parts of none of these.
        relations: how the documents belong together.
    """
    by_id = {one.id: one for one in named}
    opening = [link for link in document.links if link.to.opens and link.target in by_id] if lost else []
    found = [
        EditionMeant(link, by_id[link.target], other, tuple(lost))
        for link in opening
        for other in _others(by_id[link.target], document, named, relations)
    ]
    fitting = [one for one in found if _has_all(one.document, lost, _used(one.named, document, named))]
    return fitting[0] if len(fitting) == 1 else None


def lost_links(document: Document, named: Sequence[Document]) -> Iterator[Link]:
    """Give the references by plain id to parts, parties aside, that neither a document nor those that it names have.

    Args:
        document: the document.
        named: the documents that it names.
    """
    for link in document.links:
        is_part = bool(link.to.items) and link.to.items != (Item.PARTY,) and "#" not in link.target
        if is_part and not any(link.target in one.items for one in (document, *named)):
            yield link


def _others(
    edition: Document, document: Document, named: Sequence[Document], relations: Relations
) -> Iterator[Document]:
    """Give the other documents of the kind of one, under the same agreement or of the same municipality."""
    for other in relations.beside(edition, edition.kind or ""):
        if other is not document and other not in named:
            yield other


def _used(edition: Document, document: Document, named: Sequence[Document]) -> list[Link]:
    """Give the references by plain id that lead to parts of the document that is named."""
    found = []
    for link in document.links:
        holding = next((one for one in (document, *named) if link.target in one.items), None)
        if holding is edition and link.to.items:
            found.append(link)
    return found


def _has_all(other: Document, lost: Sequence[Link], used: Sequence[Link]) -> bool:
    """Tell whether a document has the parts that are lost, and those that are found in the one that is named."""
    return all(link.target in other.items and other.items[link.target].item in link.to.items for link in (*lost, *used))
