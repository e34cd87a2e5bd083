"""Ids that are referred to but missing, and the parts that bear another part's id where they should bear these."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from samverkan.workspace.document import folded
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from samverkan.findings import KeyPath
    from samverkan.model.choices import Item
    from samverkan.model.links import Link
    from samverkan.workspace.document import Document
    from samverkan.workspace.references import References


class Asking(NamedTuple):
    """A reference that leads nowhere, and the document that it stands in."""

    document: Document
    link: Link


@remembered(maxsize=256)
def ids_asked_for(document: Document, references: References) -> dict[KeyPath, list[Asking]]:
    """Give for parts that bear another part's id the references that were most likely meant for them.

    Such a part is the only one of its kind that does, and one id only is asked for of that kind.

    Args:
        document: the document with the parts.
        references: who refers to whom.
    """
    twice = _bearing_another(document)
    asking = _asking(document, references) if twice else {}
    items = {path: part.item for path, part in document.parts} if asking else {}
    count = Counter(items.get(path) for path in twice)
    wanted = {path: asking.get(items.get(path), []) for path in twice if count[items.get(path)] == 1}
    return {path: found for path, found in wanted.items() if len({one.link.target for one in found}) == 1}


def _bearing_another(document: Document) -> list[KeyPath]:
    """Give the places of the parts whose id an earlier part has."""
    known = set[str]()
    found = []
    for path, name in document.item_ids:
        if folded(name) in known:
            found.append(path[:-1])
        known.add(folded(name))
    return found


def _asking(document: Document, references: References) -> dict[Item | None, list[Asking]]:
    """Give the references that lead nowhere by what they ask for, in a document and those that name it at their top."""
    naming = (one.document for one in references.to(document) if one.link.to.opens)
    found: dict[Item | None, list[Asking]] = {}
    for other in dict.fromkeys((document, *naming)):
        for link in other.links:
            if link.to.items and references.resolve(other, link) is None:
                for item in link.to.items:
                    found.setdefault(item, []).append(Asking(other, link))
    return found
