"""References that most likely lead to a part whose id they spell otherwise: what is told of them is not told twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samverkan.guess import closest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from samverkan.model.links import Link
    from samverkan.workspace.document import Document, Place

_MOST_GUESSED = 20
"""Of a workspace: where more lead nowhere, they were not misspelt."""


class Misspelt(NamedTuple):
    """A reference that leads nowhere, and the part that is most likely meant."""

    document: Document
    link: Link
    target: Document
    place: Place


def misspelt(lost: Sequence[tuple[Document, Link]], near: Callable[[Document], Sequence[Document]]) -> list[Misspelt]:
    """Give the parts that some references were most likely meant to lead to; none where many lead nowhere.

    Args:
        lost: the references that lead nowhere, with the documents that they stand in.
        near: gives the documents whose plain ids a document may use.
    """
    return list(_guessed(lost, near)) if len(lost) <= _MOST_GUESSED else []


def _guessed(
    lost: Sequence[tuple[Document, Link]], near: Callable[[Document], Sequence[Document]]
) -> Iterator[Misspelt]:
    for document, link in lost:
        fitting = {
            name: Misspelt(document, link, one, place)
            for one in near(document)
            for name, place in one.items.items()
            if place.item in link.to.items
        }
        if meant := closest(link.target, fitting):
            yield fitting[meant]
