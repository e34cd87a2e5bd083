"""The clocks of action plans, citizen promises and communication plans: their reviews and their end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samverkan.duties.dated_reviews import dated_reviews
from samverkan.duties.duty import ByLaw, Duty, DutyKind
from samverkan.duties.ending import expiry
from samverkan.duties.law import reason_of
from samverkan.duties.meetings import meeting_duties
from samverkan.duties.reporting import report_duties
from samverkan.duties.subject import DutyDetails, stricter, with_open_ends
from samverkan.law.plans import follow_up_owed_by, plan_follow_up
from samverkan.model.communication import CommunicationPlan
from samverkan.model.plan import ActionPlan
from samverkan.model.promise import CitizenPromise
from samverkan.reviews.counted_from import from_making, from_start, last_time
from samverkan.words import duties as words
from samverkan.words.sentence import quoted
from samverkan.workspace.succession import succession

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.duties.subject import Subject
    from samverkan.findings import KeyPath
    from samverkan.model.picture import SituationPicture
    from samverkan.model.terms import FollowUpTerms
    from samverkan.reviews.counted_from import CountedFrom
    from samverkan.words.sentence import Text

Plan = ActionPlan | CitizenPromise | CommunicationPlan


def plan_duties(subject: Subject, plan: Plan) -> Iterator[Duty]:
    """Give the duties of a plan or promise: its reviews, its meetings, and its end."""
    yield from with_open_ends(subject, _reviews(subject, plan))
    yield from dated_reviews(subject, plan.follow_up, _what(plan))
    yield from report_duties(subject, plan.follow_up)
    if isinstance(plan, ActionPlan):
        yield from meeting_duties(subject, plan.forums)
    yield from expiry(subject)
    if isinstance(plan, CitizenPromise) and plan.cadence is not None and not subject.successor:
        rhythm = subject.rhythm(plan.cadence, from_start(subject.document))
        about = DutyDetails(renews=plan.id)
        yield from subject.regular(DutyKind.PLANNED_DOCUMENT, ("cadence",), rhythm, words.NEW_PROMISE, about)


def picture_duties(subject: Subject, picture: SituationPicture) -> Iterator[Duty]:
    """Give the day for a new situation picture, by the picture's own term, unless one like it has been made later."""
    is_renewed = subject.successor or succession(subject.workspace, subject.today).is_made_anew(subject.document)
    if is_renewed or picture.cadence is None:
        return
    title = quoted(picture.title)
    rhythm = subject.rhythm(picture.cadence, from_making(subject.document, title))
    what, about = words.UPDATE.with_fields(title=title), DutyDetails(renews=picture.id)
    yield from subject.regular(DutyKind.PLANNED_DOCUMENT, ("cadence",), replace(rhythm, end=None), what, about)


def _reviews(subject: Subject, plan: Plan) -> Iterator[Duty]:
    """Give the next review, by the document's own term, and for action plans by the law."""
    terms, what = plan.follow_up, _what(plan)
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
    if demand is not None:
        by_law = ByLaw(law.paragraph, municipalities)
        counted = since if term is not None and term[0] <= law.due else law.since
        about = DutyDetails(last_done=counted.day if counted.is_done else None, law=by_law)
        yield subject.duty(DutyKind.REVIEW, path if terms else ("period",), demand[0], (what, demand[1]), about)


def _by_own_terms(
    subject: Subject, terms: FollowUpTerms | None, since: CountedFrom | None, what: Text
) -> Iterator[Duty]:
    if terms is not None and terms.cadence is not None:
        rhythm = subject.rhythm(terms.cadence, since)
        yield from subject.regular(DutyKind.REVIEW, ("follow_up", "cadence"), rhythm, what)
    elif terms is not None and not terms.dates:
        yield subject.untimed(DutyKind.REVIEW, ("follow_up",), what)


def _what(plan: Plan) -> Text:
    match plan:
        case ActionPlan():
            return words.REVIEW_PLAN
        case CitizenPromise():
            return words.REVIEW_PROMISE
        case CommunicationPlan():
            return words.REVIEW_COMMUNICATION
