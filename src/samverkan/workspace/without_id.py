"""Parts without an id that references in other documents were most likely meant to lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.guess import closest
from samverkan.workspace.meant import part_without_id
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkan.findings import KeyPath
    from samverkan.model.choices import Item
    from samverkan.workspace.document import Document
    from samverkan.workspace.references import References
    from samverkan.workspace.renamed_parts import Lost

_MOST_LOST = 100
"""Of a workspace: where more lead nowhere, what each was meant to lead to is not looked for."""


@remembered(maxsize=4)
def parts_asked_for(references: References) -> Mapping[Document, Mapping[KeyPath, Lost]]:
    """Give for the documents with parts without an id the first reference in another one that was meant for each.

    Args:
        references: who refers to whom.
    """
    found: dict[Document, dict[KeyPath, Lost]] = {}
    for one in references.lost if len(references.lost) <= _MOST_LOST else ():
        document, place = _meant(one, references)
        if document is not None and document.is_asked:
            found.setdefault(document, {}).setdefault(place, one)
    return found


def _meant(lost: Lost, references: References) -> tuple[Document | None, KeyPath]:
    """Find the part without an id that a reference was meant to lead to, unless it is a misspelt id."""
    others, items = references.opened_by(lost.document), lost.link.to.items
    near = [place for one in (lost.document, *others) for place in one.items.items()]
    fitting = [name for name, place in near if place.item in items]
    called = ((other, part_without_id(other, lost.link.target, items, is_only=not fitting)) for other in others)
    found = [(other, place) for other, place in called if place is not None] or _only_ones(others, items)
    return found[0] if found and not closest(lost.link.target, fitting) else (None, ())


def _only_ones(documents: Sequence[Document], items: tuple[Item, ...]) -> list[tuple[Document, KeyPath]]:
    """Give the one part without an id in a list whose other items have one, if there is just one such part."""
    found: list[tuple[Document, KeyPath]] = []
    for document in documents:
        for path, part in document.parts:
            if path and part.item in items and part.own_id is None:
                found.append((document, path))
    is_alone = len(found) == 1 and _have_ids(*found[0])
    return found if is_alone else []


def _have_ids(document: Document, path: KeyPath) -> bool:
    """Tell whether the items beside one have ids, more than one of them."""
    beside = document.value_at(path[:-1])
    others = [one for one in beside if isinstance(one, dict) and "id" in one] if isinstance(beside, list) else []
    return len(others) > 1 and len(others) == len(beside) - 1
