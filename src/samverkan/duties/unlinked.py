"""Documents that may be the ones that an agreement plans, though they name no agreement."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from samverkan.law.holdings import holdings
from samverkan.model.document import UnderAgreement
from samverkan.words import duties as words
from samverkan.words import endings
from samverkan.words.lists import FirstOf
from samverkan.words.sentence import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from samverkan.duties.duty import Duty
    from samverkan.duties.subject import Subject
    from samverkan.model.choices import Kind
    from samverkan.words.sentence import Sayable
    from samverkan.workspace.document import Document

_MOST_NAMED = 3


def unlinked(subject: Subject, kind: Kind, last: Document | None) -> list[Document]:
    """Give the first documents of a kind that name no agreement and may be what an agreement plans.

    They are of one of its municipalities, from its own time, and later than the last one that is known to belong to it.

    Args:
        subject: the agreement.
        kind: the kind of document.
        last: the last one that belongs to the agreement.
    """
    return list(islice(_found(subject, kind, last), _MOST_NAMED))


def _found(subject: Subject, kind: Kind, last: Document | None) -> Iterator[Document]:
    held = holdings(subject.workspace)
    of_some = held.owners(subject.document)[:_MOST_NAMED]
    for other in dict.fromkeys(other for municipality in of_some for other in held.of(municipality, kind)):
        may_be = other.kind == kind and _names_no_agreement(other) and _is_later(other, last)
        if may_be and _is_of_its_time(other, subject.document.period[0]):
            yield other


def _is_later(document: Document, last: Document | None) -> bool:
    since, day = last.made_on if last else None, document.made_on
    return since is None or (day is not None and day > since)


def _is_of_its_time(document: Document, start: date | None) -> bool:
    """Tell whether a document ends, or else was made, after an agreement began."""
    day = document.period[1] or document.made_on
    return start is None or day is None or day >= start


def _names_no_agreement(document: Document) -> bool:
    return isinstance(document.model, UnderAgreement) and document.model.agreement is None


def naming_unlinked(duty: Duty, found: list[Document]) -> Duty:
    """Give a duty with the documents named in its reason that may be what is asked for, and how to say that they are.

    Args:
        duty: the duty of an agreement.
        found: those documents.
    """
    if not found:
        return duty
    form = words.ONE_UNLINKED if len(found) == 1 else words.UNLINKED
    others = FirstOf(tuple(map(_naming, found)))
    return replace(duty, reason=form.with_fields(why=duty.reason, others=others, id=duty.holder.id or ""))


def _naming(document: Document) -> Sayable:
    title = quoted(document.title)
    return endings.CANDIDATE.with_fields(title=title, start=document.start) if document.start else title
