"""What Act (2023:196) asks of situation pictures: what they hold (section 4) and that they are updated (section 6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.law.act import IN_FORCE, LegalDeadline, every_second_year, is_asked_of
from samverkan.model.choices import Kind, PartyType
from samverkan.model.dates import CoarseDate
from samverkan.model.links import PARTY_GROUPS
from samverkan.model.picture import SituationPicture
from samverkan.reviews.counted_from import CountedFrom, from_making
from samverkan.words import duties as words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_OF_MUNICIPALITIES = {"jointly", "each", "municipalities"}


def is_picture_asked_for(workspace: Workspace, document: Document) -> bool:
    """Tell whether a document is a picture that the law demands: of a municipality or joint, made under the law."""
    picture = document.model
    if not isinstance(picture, SituationPicture) or picture.date.last < IN_FORCE:
        return False
    if not is_asked_of(workspace, document):
        return False
    parties = workspace.relations.parties_of(document)
    municipal = {party.id for party in parties if party.type is PartyType.MUNICIPALITY}
    return picture.by is None or bool(set(picture.by) & (municipal | _OF_MUNICIPALITIES))


def picture_update(since: CountedFrom) -> LegalDeadline:
    """Give when the law asks for the next picture.

    Args:
        since: the last picture, or where none has been made, the start of the agreement; then nothing is counted from a
            day before the law came into force.
    """
    if not since.is_done and since.day < IN_FORCE:
        since = CountedFrom(IN_FORCE, words.LAW_START.with_fields(day=CoarseDate.of(IN_FORCE)))
    return every_second_year(since)


def update_of(workspace: Workspace, document: Document, today: date) -> LegalDeadline | None:
    """Give when the law asks that a picture is updated.

    Returns:
        The deadline; None where the law asks nothing, where the picture has been updated already, and where the
        agreement's successor has begun to apply, under which pictures are then made.
    """
    agreement = workspace.relations.agreement_of(document)
    if agreement is None or not is_asked_of(workspace, document) or workspace.relations.is_succeeded(agreement, today):
        return None
    since = from_making(document, Kind.SITUATION_PICTURE)
    return picture_update(since) if since and not _is_updated(workspace, document, agreement, today) else None


def pictures_made(workspace: Workspace, agreement: Document, today: date) -> list[Document]:
    """Give the pictures under an agreement that had been made on a day, earliest first."""
    found = [
        (picture.made_on, picture.file, picture)
        for picture in workspace.relations.under(agreement, Kind.SITUATION_PICTURE)
        if picture.made_on is not None and picture.made_on <= today
    ]
    return [picture for _, _, picture in sorted(found, key=lambda one: one[:2])]


def _is_updated(workspace: Workspace, document: Document, agreement: Document, today: date) -> bool:
    """Tell whether a picture for the same parties has been made later, or another one takes this one's place."""
    if workspace.relations.successor_of(document) is not None:
        return True
    made = pictures_made(workspace, agreement, today)
    later = made[made.index(document) + 1 :] if document in made else []
    by = _by(document)
    return any(_covers(_by(other), by) for other in later)


def _by(document: Document) -> Sequence[str] | None:
    return document.model.by if isinstance(document.model, SituationPicture) else None


def _covers(by: Sequence[str] | None, parties: Sequence[str] | None) -> bool:
    """Tell whether the makers of a picture are all parties, or at least those that made another one."""
    if by is None or set(by) & set(PARTY_GROUPS):
        return True
    return parties is not None and set(parties) <= set(by)
