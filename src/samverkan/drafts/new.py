"""From the documents that there are to the draft of one more, of any kind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from samverkan.drafts.agreement import new_agreement
from samverkan.drafts.basis import Basis
from samverkan.drafts.causes import analyses_of, new_analysis
from samverkan.drafts.communication import new_communication
from samverkan.drafts.picture import new_picture
from samverkan.drafts.plan import new_plan
from samverkan.drafts.promise import new_promise
from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.model.choices import Kind
from samverkan.words.commands import sentence
from samverkan.words.lists import FirstOf
from samverkan.workspace.standing import APPLYING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkan.drafts.sheet import Draft
    from samverkan.words.sentence import Language
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

WRITERS = {
    Kind.AGREEMENT: new_agreement,
    Kind.SITUATION_PICTURE: new_picture,
    Kind.CAUSE_ANALYSIS: new_analysis,
    Kind.ACTION_PLAN: new_plan,
    Kind.CITIZEN_PROMISE: new_promise,
    Kind.COMMUNICATION_PLAN: new_communication,
}
"""Who writes the draft of each kind, but for follow-ups, which are made from what they review."""
_BUILDS_ON = {
    Kind.CAUSE_ANALYSIS: (Kind.SITUATION_PICTURE,),
    Kind.ACTION_PLAN: (Kind.SITUATION_PICTURE, Kind.CAUSE_ANALYSIS),
    Kind.CITIZEN_PROMISE: (Kind.SITUATION_PICTURE,),
}
"""What a kind of document builds on, besides the agreement and the one before it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for.

    Attributes:
        kind: the kind of document; not a follow-up.
        today: the day.
        year: the year that it is for; else this year, or the one after the document before it.
        reader: the language of the one who is to fill it in.
    """

    kind: Kind
    today: date
    year: int | None
    reader: Language


def new_document(wanted: Wanted, workspace: Workspace, of: Sequence[Document]) -> tuple[Draft, Document]:
    """Write the draft of one more document.

    Args:
        wanted: what is asked for.
        workspace: the documents that there are.
        of: documents of it that the new one is to be made from; others that it needs are found.

    Returns:
        The draft, and the document that it is to lie beside.

    Raises:
        WrongUseError: it cannot be told from which documents, there are none, or one of them could not be read.
    """
    kind, year, today = wanted.kind, wanted.year, wanted.today
    named = {document.kind: document for document in of}
    last = named.get(Kind.AGREEMENT) or _last_agreement(workspace, of)
    before = last if kind is Kind.AGREEMENT else _earlier(kind, workspace, named, last)
    _refuse_unread([*of, *([before] if before else [])])
    for_year = year or _year(kind, before, last, today)
    is_found = last is not None and kind is not Kind.AGREEMENT and Kind.AGREEMENT not in named
    agreement = _applying(workspace, last, for_year) if last and is_found else last
    basis = _basis(Basis(kind, workspace, today, for_year, agreement, reader=wanted.reader), named, before)
    _refuse_nothing(basis)
    return WRITERS[kind](basis), basis.nearest or workspace.documents[0]


def _basis(known: Basis, named: Mapping[str | None, Document], before: Document | None) -> Basis:
    """Add what the new document builds on, and the one before it."""
    picture = named.get(Kind.SITUATION_PICTURE) or _latest(Kind.SITUATION_PICTURE, known.workspace, known.agreement)
    builds_on = _BUILDS_ON.get(known.kind, ())
    return replace(
        known,
        picture=picture if Kind.SITUATION_PICTURE in builds_on else None,
        analysis=_analysis(known.workspace, named, picture) if Kind.CAUSE_ANALYSIS in builds_on else None,
        earlier=None if known.kind is Kind.AGREEMENT else before,
    )


def _refuse_unread(documents: Sequence[Document]) -> None:
    """Refuse to make a document from others that could not be read whole.

    Raises:
        WrongUseError: one of them could not.
    """
    for document in documents:
        if not document.is_whole:
            raise WrongUseError(sentence("new-not-read", id=visible(document.id or "–"), file=visible(document.file)))


def _refuse_nothing(basis: Basis) -> None:
    """Refuse to make a document from nothing.

    Raises:
        WrongUseError: what it cannot be made without is not there.
    """
    if basis.kind is Kind.CAUSE_ANALYSIS and basis.picture is None:
        raise WrongUseError(sentence("new-without-picture"))
    if (basis.agreement if basis.kind is Kind.AGREEMENT else basis.nearest) is None:
        raise WrongUseError(sentence("new-without-agreement"))


def _last_agreement(workspace: Workspace, of: Sequence[Document]) -> Document | None:
    """Find the agreement that a new document belongs to: of those that no other one succeeds.

    Raises:
        WrongUseError: there are several, and none of the documents says which.
    """
    relations = workspace.relations
    for document in of:
        found = relations.agreement_of(document)
        seen: set[Document] = set()
        while found is not None and found not in seen:
            seen.add(found)
            later = relations.successor_of(found)
            if later is None or later.kind != Kind.AGREEMENT:
                return found
            found = later
    last = [one for one in workspace.of_kind(Kind.AGREEMENT) if relations.successor_of(one) is None]
    if len(last) > 1:
        ids = FirstOf(tuple(visible(one.id or one.file) for one in last))
        raise WrongUseError(sentence("new-which", ids=ids))
    return last[0] if last else None


def _applying(workspace: Workspace, last: Document, year: int) -> Document:
    """Give the agreement that applies in a year, of one and those before it; that one where none does."""
    first, end = date(year, 1, 1), date(year, 12, 31)
    line = [one for one in workspace.of_kind(Kind.AGREEMENT) if workspace.relations.are_related(one, last)]
    applying = [one for one in line if (one.period[0] or first) <= end and (one.period[1] or end) >= first]
    return max(applying, key=lambda one: (one.period[0] or date.min, one.file), default=last)


def _earlier(
    kind: Kind, workspace: Workspace, named: Mapping[str | None, Document], agreement: Document | None
) -> Document | None:
    """Find the document whose place the new one takes; a cause analysis stands beside others."""
    if kind is Kind.CAUSE_ANALYSIS:
        return None
    return named.get(kind) or _latest(kind, workspace, agreement)


def _latest(kind: Kind, workspace: Workspace, agreement: Document | None) -> Document | None:
    """Find the latest document of a kind, of those that belong to an agreement or the ones before it, or to none."""
    relations = workspace.relations
    found = []
    for document in workspace.of_kind(kind):
        own = relations.agreement_of(document)
        is_near = agreement is None or own is None or relations.are_related(own, agreement)
        if is_near and relations.successor_of(document) is None:
            found.append(document)
    return max(found, key=lambda one: (one.made_on or one.period[0] or date.min, one.file), default=None)


def _analysis(workspace: Workspace, named: Mapping[str | None, Document], picture: Document | None) -> Document | None:
    """Find the cause analysis of a situation picture, where that is a document of its own."""
    if Kind.CAUSE_ANALYSIS in named:
        return named[Kind.CAUSE_ANALYSIS]
    return next(iter(analyses_of(workspace, picture)), None)


def _year(kind: Kind, before: Document | None, agreement: Document | None, today: date) -> int:
    """Give the year after that of the document before, but never one that has passed, nor one before the agreement."""
    applies = before is not None and before.kind in APPLYING
    end = before and (before.period[1] if applies else before.made_on)
    start = agreement.period[0] if agreement and kind in APPLYING and kind is not Kind.AGREEMENT else None
    return max(today.year, end.year + 1 if end else 0, start.year if start and not end else 0)
