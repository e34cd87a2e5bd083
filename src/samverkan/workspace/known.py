"""Documents as they were on a day: without the extensions and signings that their files date later."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samverkan.model.agreement import Agreement
from samverkan.model.document import Signed, Timed
from samverkan.model.terms import PlanPeriod, PromisePeriod, Validity
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from datetime import date

    from samverkan.model.dates import CoarseDate
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace


@remembered(maxsize=8)
def workspace_on(workspace: Workspace, today: date) -> Workspace:
    """Give a workspace without the extensions that came later than a day; the same where there are none."""
    found = tuple(document_on(document, today) for document in workspace.documents)
    return workspace if found == workspace.documents else replace(workspace, documents=found)


def document_on(document: Document, today: date) -> Document:
    """Give a document without the extensions that came later than a day; the same document where there are none.

    An extension without a date is taken to have been made.
    """
    model = document.model
    key = "validity" if isinstance(model, Agreement) else "period"
    lasting = model.validity if isinstance(model, Agreement) else model.period if isinstance(model, Timed) else None
    if model is None or not isinstance(lasting, Validity | PlanPeriod | PromisePeriod):
        return document
    made = tuple(one for one in lasting.extended if not _is_later(one.date, today))
    if len(made) == len(lasting.extended):
        return document
    return replace(document, model=model.model_copy(update={key: lasting.model_copy(update={"extended": made})}))


def unsigned_on(document: Document, today: date) -> Document:
    """Give a document without the dates of signings that came later than a day; the same document for none."""
    signatures = document.model.signatures if isinstance(document.model, Signed) else None
    if document.model is None or signatures is None:
        return document
    dates = [signatures.date, *(one.date for one in signatures.signatories)]
    if not any(_is_later(day, today) for day in dates):
        return document
    signatories = tuple(
        one.model_copy(update={"date": None}) if _is_later(one.date, today) else one for one in signatures.signatories
    )
    common = None if _is_later(signatures.date, today) else signatures.date
    then = signatures.model_copy(update={"date": common, "signatories": signatories})
    return replace(document, model=document.model.model_copy(update={"signatures": then}))


def _is_later(day: CoarseDate | None, today: date) -> bool:
    return day is not None and day.first > today
