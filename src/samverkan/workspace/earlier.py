"""What was meant by what refers to itself, as the earlier documents of the kind tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.choices import Kind
from samverkan.model.document import Superseding
from samverkan.model.picture import Area
from samverkan.workspace.references import key_of_link

if TYPE_CHECKING:
    from samverkan.model.links import Link
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace


def document_meant(document: Document, link: Link, workspace: Workspace) -> str:
    """Give the one earlier document of the kind under the same agreement that nothing supersedes; empty for several.

    Args:
        document: the document that supersedes or extends itself.
        link: its reference to itself.
        workspace: the workspace.
    """
    if key_of_link(link) not in {"supersedes", "extends"}:
        return ""
    made, taken = document.made_on, workspace.relations.superseded
    earlier = [
        one.id
        for one in _same_kind(document, workspace)
        if one.id and one.id not in taken and made is not None and one.made_on is not None and one.made_on < made
    ]
    return earlier[0] if len(earlier) == 1 else ""


def area_meant(document: Document, link: Link, workspace: Workspace) -> str:
    """Give the area that the same area is part of in the other pictures; empty where they say nothing or several.

    Args:
        document: the picture with an area that is part of itself.
        link: its reference to itself.
        workspace: the workspace.
    """
    if key_of_link(link) != "part_of" or link.target not in document.items:
        return ""
    named = document.model.supersedes if isinstance(document.model, Superseding) else ()
    others = (one for one in _same_kind(document, workspace) if not named or one.id in named)
    found = {_whole_of(link.target, one) for one in others} - {None, link.target}
    whole = found.pop() if len(found) == 1 else None
    return whole if whole is not None and whole in document.items else ""


def _whole_of(area: str, document: Document) -> str | None:
    """Give what an area is part of in a picture; None where the picture does not say."""
    place = document.items.get(area)
    return place.part.part_of if place is not None and isinstance(place.part, Area) else None


def _same_kind(document: Document, workspace: Workspace) -> list[Document]:
    """Give the other documents of the kind under the same agreement."""
    agreement = workspace.relations.agreement_of(document)
    under = workspace.relations.under(agreement, *Kind) if agreement is not None else ()
    return [one for one in under if one.kind == document.kind and one is not document]
