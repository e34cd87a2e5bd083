"""The end of a document: by when to decide on what comes after it, and what is left to do when it has passed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from samverkan.duties.duty import Duty, DutyKind
from samverkan.duties.rhythm import times_passed
from samverkan.duties.subject import DutyDetails
from samverkan.model.agreement import Agreement
from samverkan.model.choices import Kind
from samverkan.model.dates import CoarseDate
from samverkan.reviews.counted_from import from_signing
from samverkan.words import duties
from samverkan.words import endings as words
from samverkan.words.sentence import quoted
from samverkan.workspace.succession import succession

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.duties.subject import Subject
    from samverkan.findings import KeyPath
    from samverkan.model.dates import Duration
    from samverkan.model.terms import Extension, Validity
    from samverkan.words.sentence import Text
    from samverkan.workspace.document import Document

_MOST_NAMED = 5
_MOST_TERMS = 100
"""How many terms ahead notice may be asked for: one, unless its time is longer than a term."""
_WHAT: dict[str | None, Text] = {
    Kind.AGREEMENT: words.EXPIRE,
    Kind.ACTION_PLAN: duties.NEW_PLAN,
    Kind.CITIZEN_PROMISE: duties.NEW_PROMISE,
    Kind.COMMUNICATION_PLAN: words.NEW_COMMUNICATION,
}


def expiry(subject: Subject) -> Iterator[Duty]:
    """Give the end of a document, unless a successor applies from the day after it or before."""
    what, end = _WHAT.get(subject.document.kind), subject.end
    if what is None or _is_followed_at_once(subject):
        return
    if end is None and not subject.is_over:
        yield from _in_words(subject, what)
        return
    path = _place_of_end(subject)
    if end is None or (subject.is_over and end >= subject.today):
        end, path = None, ("status",)
    says = what, _why(subject, end)
    yield subject.duty(DutyKind.EXPIRY, path, end, says, DutyDetails(renews=subject.document.id or ""))


def _in_words(subject: Subject, what: Text) -> Iterator[Duty]:
    """Give an end that is said in words that no clock can count, of what has no successor."""
    lasting = subject.document.lasting
    if lasting is not None and lasting.end_in_words and subject.successor is None:
        why = words.END_IN_WORDS_WHY.with_fields(said=lasting.end_in_words)
        yield subject.duty(DutyKind.RENEWAL, _place_of_end(subject), None, (what, why))


def _place_of_end(subject: Subject) -> KeyPath:
    model = subject.document.model
    if not isinstance(model, Agreement):
        return ("period",)
    latest = model.validity.latest
    return ("validity", "latest" if latest and latest.last == subject.end else "until")


def _is_followed_at_once(subject: Subject) -> bool:
    start, end = subject.successor.period[0] if subject.successor else None, subject.end
    return start is not None and end is not None and (start - end).days <= 1


def _why(subject: Subject, end: date | None) -> Text:
    """Say that a document ends, or has ended, and what is known of what comes after it.

    Args:
        subject: the document.
        end: its last day; None where it only says that it has expired.
    """
    why = words.STATED_EXPIRED_WHY if end is None else _why_by_successor(subject)
    if end is not None:
        why = why.with_fields(end=CoarseDate.of(end), verb=words.WAS if subject.is_over else words.IS)
    model = subject.document.model
    extension = model.validity.extension if isinstance(model, Agreement) else None
    is_extendable = extension is not None and extension.is_possible
    return words.EXTENDABLE.with_fields(why=why) if is_extendable and subject.successor is None else why


def _why_by_successor(subject: Subject) -> Text:
    successor, model = subject.successor, subject.document.model
    if successor is not None:
        start = successor.period[0]
        why = words.GAP_WHY.with_fields(start=CoarseDate.of(start)) if start else words.UNSIGNED_WHY
        return why.with_fields(other=successor.title)
    if not isinstance(model, Agreement):
        return words.ENDS_WHY
    revision = model.validity.revision
    return words.EXPIRE_REVISE_WHY if revision is not None and revision.at_expiry else words.EXPIRE_WHY


def when_over(subject: Subject, duty: Duty, left: Sequence[Duty]) -> Duty:
    """Tell, in the reason of an end that has passed, who may have taken over, how to close it, and what is left open.

    Args:
        subject: the document.
        duty: its end.
        left: what has no outcome, or none from its last day or later.
    """
    why = duty.reason
    if subject.successor is None:
        later = list(islice(succession(subject.workspace, subject.today).later(subject.document), _MOST_NAMED))
        why = _form(len(later)).with_fields(why=why, others=duties.Joined(tuple(map(_naming, later))))
    if left:
        form = words.LEFT if len(left) <= _MOST_NAMED else words.LEFT_MORE
        named = duties.Joined(tuple(quoted(one.what.fields["what"]) for one in left[:_MOST_NAMED]))
        why = form.with_fields(why=why, what=named, more=len(left) - _MOST_NAMED)
    return replace(duty, reason=why)


def _form(later: int) -> Text:
    return words.CLOSE_IT if not later else words.ONE_CANDIDATE if later == 1 else words.CANDIDATES


def _naming(document: Document) -> Text:
    title = quoted(document.title)
    return words.CANDIDATE.with_fields(title=title, start=document.start) if document.start else title


def renewal_duties(subject: Subject, validity: Validity) -> Iterator[Duty]:
    """Give by when the parties are to decide whether an agreement goes on: before notice or consultation, and by term.

    An agreement that has a successor goes on in that.
    """
    if subject.successor:
        return
    yield from _consultation(subject, validity)
    yield from _notice(subject, validity)
    if validity.renewal is not None:
        rhythm = subject.rhythm(validity.renewal, from_signing(subject.document))
        about = DutyDetails(renews=subject.document.id or "")
        yield from subject.regular(DutyKind.RENEWAL, ("validity", "renewal"), rhythm, words.NEW_AGREEMENT, about)


def _consultation(subject: Subject, validity: Validity) -> Iterator[Duty]:
    extension, end = validity.extension, subject.end
    if extension is None:
        return
    says = words.CONSULT, words.CONSULT_WHY.with_fields(end=CoarseDate.of(end) if end else "–")
    if extension.consult_by:
        path: KeyPath = ("validity", "extension", "consult_by")
        yield subject.duty(DutyKind.CONSULTATION, path, extension.consult_by.last, says)
    elif extension.consult_before_end and end:
        path = ("validity", "extension", "consult_before_end")
        yield subject.duty(DutyKind.CONSULTATION, path, extension.consult_before_end.before(end), says)


def _notice(subject: Subject, validity: Validity) -> Iterator[Duty]:
    """Give the last day to give notice of what is extended unless somebody does."""
    if validity.goes_on:
        yield from _automatic(subject, validity)
        return
    extension, end = validity.extension, subject.end
    notice = validity.termination.notice if validity.termination else None
    if extension is None or notice is None or end is None:
        return
    form = words.NOTICE_WHY if extension.length else words.NOTICE_UNSAID_WHY
    why = form.with_fields(end=CoarseDate.of(end), notice=notice, length=extension.length or "")
    path: KeyPath = ("validity", "termination", "notice")
    yield subject.duty(DutyKind.RENEWAL, path, notice.before(end), (words.DECIDE_EXTENSION, why))


def _automatic(subject: Subject, validity: Validity) -> Iterator[Duty]:
    """Give the next last day to give notice of what goes on by itself, if it says when, or how long in advance."""
    extension, found = validity.extension, _next_notice(subject, validity)
    if extension is None or found is None:
        return
    due, end = found
    form = words.GOES_ON_WHY if extension.length else words.GOES_ON_UNSAID_WHY
    why = form.with_fields(end=CoarseDate.of(end), due=CoarseDate.of(due), length=extension.length or "")
    path: KeyPath = ("validity", "extension", "automatic")
    yield subject.duty(DutyKind.RENEWAL, path, due, (words.DECIDE_TERMINATION, why))


def _next_notice(subject: Subject, validity: Validity) -> tuple[date, date] | None:
    """Give the next last day to give notice, and the end of the term that it ends; None where it is not said."""
    start, extension = subject.document.start, validity.extension
    end = validity.stated_last_day(start.first if start else None)
    if extension is None or end is None:
        return None
    agreed = validity.termination.notice if validity.termination else None
    before = extension.notice_before_end or agreed
    last_ever = validity.latest.last if validity.latest else date.max
    terms = takewhile(lambda term: term[1] < last_ever, _terms(end, extension.length, subject.today))
    days = ((_notice_day(extension, before, *term), term[1]) for term in terms)
    return next(((due, last) for due, last in days if due is not None and due >= subject.today), None)


def _terms(end: date, length: Duration | None, today: date) -> Iterator[tuple[int, date]]:
    """Give the terms from that which a day is in, each with how many have gone before it and its last day."""
    if length is None:
        yield 0, end
        return
    passed = times_passed(length, end, today) + 1 if end < today else 0
    for times in range(passed, passed + _MOST_TERMS):
        yield times, length.after(end, times)


def _notice_day(extension: Extension, before: Duration | None, times: int, last: date) -> date | None:
    """Give the last day to give notice in a term: the day that is stated, so many terms later, or so long before."""
    by, length = extension.notice_by, extension.length
    if by is None or (before is not None and times):
        return before.before(last) if before else None
    return length.after(by.last, times) if length else by.last
