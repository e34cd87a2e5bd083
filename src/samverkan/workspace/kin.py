"""Parts that belong together with what a reference leads to by mistake: the causes of a problem, for instance."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from samverkan.findings import KeyPath
    from samverkan.model.choices import Item
    from samverkan.workspace.document import Document
    from samverkan.workspace.references import LinkTarget, References


def kin_of(target: LinkTarget, items: tuple[Item, ...], near: Sequence[Document], references: References) -> list[str]:
    """Give the ids of the parts of some kinds that are about a part, or else about the part that holds it.

    Args:
        target: the part.
        items: what those parts are to be.
        near: the documents that they may stand in.
        references: who refers to whom.
    """
    path = target.place.path if target.place is not None else ()
    if named := _named_around(target.document, path, items, near, references):
        return named
    while path:
        found = [
            name
            for document in near
            for name in _within({*_about(target.document, path, document, references)}, items, document)
        ]
        if found:
            return list(dict.fromkeys(found))
        path = path[:-1]
    return []


def _within(around: AbstractSet[KeyPath], items: tuple[Item, ...], document: Document) -> Iterator[str]:
    """Give the ids of a document's parts of some kinds that stand at some places or in what stands there."""
    for name, place in reversed(document.items.items()) if around else ():
        if place.item in items and any(place.path[:i] in around for i in range(1, len(place.path) + 1)):
            yield name


def _named_around(
    document: Document, path: KeyPath, items: tuple[Item, ...], near: Sequence[Document], references: References
) -> list[str]:
    """Give the ids of what a part refers to, or the parts that it stands in: the problem that a cause is of."""
    return [
        found.link.target
        for found in references.of(document)
        if found.owner and path[: len(found.owner)] == found.owner and found.target.document in near
        if found.target.place is not None and found.target.place.item in items and "#" not in found.link.target
    ]


def _about(of: Document, path: KeyPath, document: Document, references: References) -> Iterator[KeyPath]:
    """Give where a document has the part at a path itself, and the parts that refer to it."""
    if document is of and isinstance(path[-1], int):
        yield path
    yield from (found.owner for found in references.to(of, path) if found.document is document and found.owner)
