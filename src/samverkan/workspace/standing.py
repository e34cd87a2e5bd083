"""In what state a document is when findings are judged: a draft, in force, or past. Decided here alone."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from samverkan.model.choices import Kind
from samverkan.model.document import Signed

if TYPE_CHECKING:
    from datetime import date

    from samverkan.model.dates import CoarseDate
    from samverkan.model.document import DocumentModel
    from samverkan.workspace.document import Document

# Documents that apply for a period; a picture and a follow-up write the period that they tell of.
_APPLYING = {Kind.AGREEMENT, Kind.ACTION_PLAN, Kind.CITIZEN_PROMISE, Kind.COMMUNICATION_PLAN}
_WHOSE_READING_SETTLES = frozenset({("signatures",), ("decisions",)})


class Standing(StrEnum):
    """What can still be done about the text of a document."""

    DRAFT = "draft"
    """Neither signed, decided nor past its period: the text can be changed."""
    IN_FORCE = "in-force"
    """Signed or decided: the text stands until the next one."""
    PAST = "past"
    """Past its period: the text is history."""


def standing_of(document: Document, today: date) -> Standing:
    """Decide in what state a document is on a day.

    A part that could not be read gets the doubt: whoever wrote signatures or decisions has signed or decided.
    """
    model = document.model
    if model is None:
        return Standing.DRAFT
    if _is_past(document, today):
        return Standing.PAST
    in_doubt = any(path[:1] in _WHOSE_READING_SETTLES for path in document.unread)
    return Standing.IN_FORCE if in_doubt or _is_settled(model, today) else Standing.DRAFT


def _is_past(document: Document, today: date) -> bool:
    last = document.period[1]
    return document.kind in _APPLYING and last is not None and last < today


def _is_settled(model: DocumentModel, today: date) -> bool:
    """Tell whether somebody has signed or decided; a day that has not come is only planned."""
    decided = any(decision.date is None or _has_come(decision.date, today) for decision in model.decisions)
    return decided or _is_signed(model, today)


def _is_signed(model: DocumentModel, today: date) -> bool:
    signatures = model.signatures if isinstance(model, Signed) else None
    if signatures is None:
        return False
    dates = [signatures.date, *(signatory.date for signatory in signatures.signatories)]
    return signatures.fingerprint is not None or any(_has_come(day, today) for day in dates if day)


def _has_come(day: CoarseDate, today: date) -> bool:
    return day.first <= today
