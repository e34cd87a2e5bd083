"""Ids that are referred to but missing, and the parts that bear another part's id where they should bear these."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from samverkan.guess import closest
from samverkan.model.fields import item_of, part_at
from samverkan.model.kinds import model_of
from samverkan.workspace.document import folded
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.findings import Finding, KeyPath
    from samverkan.model.choices import Item
    from samverkan.model.links import Link
    from samverkan.workspace.document import Document
    from samverkan.workspace.references import References
    from samverkan.workspace.workspace import Workspace

_WITH_ID = re.compile(r"(?<=- id: ).+")


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
    alone = {path: items.get(path) for path in twice if count[items.get(path)] == 1}
    found = {path: asking.get(item, []) for path, item in alone.items()}
    return {path: lost for path, lost in found.items() if _are_of_one(lost, document, alone[path])}


def with_id_asked_for(finding: Finding, workspace: Workspace) -> Finding:
    """Give an item that has lost the line with its id the one by which others refer to it, in the line to paste.

    Args:
        finding: what is said of a file; any other is given as it is.
        workspace: the workspace.
    """
    document = workspace.by_file.get(finding.file) if finding.rule == "duplicate-key" else None
    edit = finding.edit
    if document is None or document.kind is None or edit is None or not _WITH_ID.search(edit.text):
        return finding
    item = item_of(part_at(model_of(document.kind), finding.path[:-1]))
    lost = _asking(document, workspace.references).get(item, [])
    if not _are_of_one(lost, document, item):
        return finding
    meant = _WITH_ID.sub(lost[0].link.target.rpartition("#")[2], edit.text)
    return replace(finding, edit=replace(edit, text=meant, is_example=False))


def _are_of_one(lost: Sequence[Asking], document: Document, item: Item | None) -> bool:
    """Tell whether references ask for one id, and not for one that a document has, spelt wrongly."""
    if len({one.link.target for one in lost}) != 1:
        return False
    known = [name for name, place in document.items.items() if place.item is item]
    return not closest(lost[0].link.target.rpartition("#")[2], known)


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
