"""In what state a document is when findings are judged: a draft, in force, or past. Decided here alone."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from samverkan.model.choices import DocumentStatus, Kind
from samverkan.model.dates import Duration
from samverkan.model.document import Signed
from samverkan.model.kinds import is_cause_analysis, is_follow_up, is_situation_picture
from samverkan.workspace.known import document_on

if TYPE_CHECKING:
    from datetime import date

    from samverkan.model.dates import CoarseDate
    from samverkan.model.document import DocumentModel
    from samverkan.workspace.document import Document

APPLYING = frozenset({Kind.AGREEMENT, Kind.ACTION_PLAN, Kind.CITIZEN_PROMISE, Kind.COMMUNICATION_PLAN})
"""Documents that apply for a period; a picture and a follow-up write the period that they tell of."""
_UNTIL_NEW_PICTURE = Duration(2, "year")
"""How long a picture tells how things are: by then it is to be updated (section 6 of Act 2023:196)."""
_WHOSE_READING_SETTLES = frozenset({("signatures",), ("decisions",), ("status",)})


class Standing(StrEnum):
    """What can still be done about the text of a document."""

    DRAFT = "draft"
    """Neither signed, decided, finished nor past its period: the text can be changed."""
    IN_FORCE = "in-force"
    """Signed, decided or finished: the text stands until the next one."""
    PAST = "past"
    """Past its period: the text is history."""


_STATED = {
    DocumentStatus.DRAFT: Standing.DRAFT,
    DocumentStatus.PROPOSED: Standing.DRAFT,
    DocumentStatus.IN_FORCE: Standing.IN_FORCE,
    DocumentStatus.EXPIRED: Standing.PAST,
    DocumentStatus.CLOSED: Standing.PAST,
}
_SETTLED = {DocumentStatus.DECIDED, DocumentStatus.SIGNED}


def standing_of(document: Document, today: date) -> Standing:
    """Decide in what state a document is on a day. What it states itself decides, but no draft outlives its period.

    A part that could not be read gets the doubt: whoever wrote signatures or decisions has signed or decided.
    """
    document = document_on(document, today)
    model = document.model
    if model is None:
        return Standing.DRAFT
    stated = _STATED.get(model.status) if model.status else None
    if stated not in {None, Standing.DRAFT}:
        return stated
    if _is_past(document, today):
        return Standing.PAST
    if stated is not None:
        return stated
    in_doubt = any(path[:1] in _WHOSE_READING_SETTLES for path in document.unread)
    is_finished = is_settled(model, today) or _is_done(model, today)
    return Standing.IN_FORCE if in_doubt or is_finished else Standing.DRAFT


def _is_past(document: Document, today: date) -> bool:
    closed = document.model.closed if document.model else None
    if closed is not None and (closed.date is None or _has_come(closed.date, today)):
        return True
    last = document.period[1]
    if is_situation_picture(document.model):
        told = document.model.made.last if document.model.made else last
        return told is not None and _UNTIL_NEW_PICTURE.after(told) < today
    return document.kind in APPLYING and last is not None and last < today


def is_settled(model: DocumentModel, today: date) -> bool:
    """Tell whether somebody has signed or decided; a day that has not come is only planned."""
    decided = any(decision.date is None or _has_come(decision.date, today) for decision in model.decided)
    return decided or model.status in _SETTLED or _is_signed(model, today)


def _is_done(model: DocumentModel | None, today: date) -> bool:
    """Tell whether a follow-up, a picture or an analysis is finished: its date has been, or it has been reported."""
    if is_follow_up(model):
        return bool(model.reports) or (model.dated is not None and model.dated.last < today)
    if is_cause_analysis(model) or is_situation_picture(model):
        return model.date is not None and model.date.last < today
    return False


def _is_signed(model: DocumentModel, today: date) -> bool:
    """Tell whether at least one has signed by a day, as far as the document knows."""
    signatures = model.signatures if isinstance(model, Signed) else None
    if signatures is None:
        return False
    dates = [signatures.date, *(signatory.date for signatory in signatures.signatories)]
    is_known = signatures.fingerprint is not None or signatures.text is not None
    return is_known or any(_has_come(day, today) for day in dates if day)


def _has_come(day: CoarseDate, today: date) -> bool:
    return day.first <= today
