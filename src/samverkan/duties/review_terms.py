"""The clock of reviews: as often as a document's own terms say, and as the law says of action plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.duties.duty import ByLaw, Duty, DutyKind
from samverkan.duties.law import reason_of
from samverkan.duties.subject import DutyDetails, stricter
from samverkan.law.plans import follow_up_owed_by, plan_follow_up
from samverkan.model.agreement import Agreement
from samverkan.reviews.counted_from import last_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.duties.subject import Subject
    from samverkan.findings import KeyPath
    from samverkan.model.terms import FollowUpTerms
    from samverkan.reviews.counted_from import CountedFrom
    from samverkan.words.sentence import Text


def review_duties(subject: Subject, terms: FollowUpTerms | None, what: Text) -> Iterator[Duty]:
    """Give the next review of a document, by its own terms, and by the law of what is an action plan or serves as one.

    Args:
        subject: the document.
        terms: its terms of follow-up.
        what: what is to be done.
    """
    since = last_time(subject.workspace, subject.document, subject.today)
    path: KeyPath = ("follow_up", "cadence")
    own = list(_by_own_terms(subject, terms, since, what))
    law = plan_follow_up(subject.workspace, subject.document, subject.today)
    if since is None or law is None:
        yield from own
        return
    term = next(((duty.due, duty.reason) for duty in own if duty.due), None)
    municipalities = follow_up_owed_by(subject.workspace, subject.document, law, subject.today)
    demand = stricter(term, (law.due, reason_of(law, municipalities)))
    by_law = ByLaw(law.paragraph, municipalities)
    counted = since if term is not None and term[0] <= law.due else law.since
    about = DutyDetails(last_done=counted.day if counted.is_done else None, law=by_law)
    whole = "validity" if isinstance(subject.document.model, Agreement) else "period"
    yield subject.duty(DutyKind.REVIEW, path if terms else (whole,), demand[0], (what, demand[1]), about)


def _by_own_terms(
    subject: Subject, terms: FollowUpTerms | None, since: CountedFrom | None, what: Text
) -> Iterator[Duty]:
    if terms is None:
        return
    if (rhythm := subject.timed(terms.cadence, terms.when, since)) is not None:
        key = "cadence" if terms.cadence else "when"
        yield from subject.regular(DutyKind.REVIEW, ("follow_up", key), rhythm, what)
    elif not terms.stated_times():
        yield subject.untimed(DutyKind.REVIEW, ("follow_up",), what, terms.when)
