"""The clocks of action plans, citizen promises and communication plans: their reviews and their end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.duties.dated_reviews import dated_reviews
from samverkan.duties.duty import ByLaw, Duty, DutyKind
from samverkan.duties.law import reason_of
from samverkan.duties.reporting import report_duties
from samverkan.duties.subject import DutyDetails, Subject, stricter, with_open_ends
from samverkan.law.plans import follow_up_owed_by, plan_follow_up
from samverkan.model.communication import CommunicationPlan
from samverkan.model.dates import CoarseDate
from samverkan.model.plan import ActionPlan
from samverkan.model.promise import CitizenPromise
from samverkan.reviews.counted_from import from_making, from_start, last_time
from samverkan.words import duties as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath
    from samverkan.model.picture import SituationPicture
    from samverkan.words.sentence import Text

Plan = ActionPlan | CitizenPromise | CommunicationPlan


def plan_duties(subject: Subject, plan: Plan) -> Iterator[Duty]:
    """Give the duties of a plan or promise: its reviews, and its end. A successor that applies takes them over."""
    if subject.is_succeeded:
        return
    yield from with_open_ends(subject, _reviews(subject, plan))
    yield from dated_reviews(subject, plan.follow_up, _what(plan))
    yield from report_duties(subject, plan.follow_up)
    if not subject.successor:
        yield from _renewal(subject, plan)


def _renewal(subject: Subject, plan: Plan) -> Iterator[Duty]:
    """Give the day for a new plan or promise: when this one ends, and by its own term."""
    if isinstance(plan, CommunicationPlan):
        return
    what = words.NEW_PROMISE if isinstance(plan, CitizenPromise) else words.NEW_PLAN
    if subject.end:
        why = words.ENDS_WHY.with_fields(end=CoarseDate.of(subject.end))
        yield subject.duty(DutyKind.EXPIRY, ("period",), subject.end, (what, why), DutyDetails(renews=plan.id))
    if isinstance(plan, CitizenPromise):
        since, path = from_start(subject.document), ("cadence",)
        yield from subject.regular(DutyKind.PLANNED_DOCUMENT, path, plan.cadence, since, what, renews=plan.id)


def picture_duties(subject: Subject, picture: SituationPicture) -> Iterator[Duty]:
    """Give the day for a new situation picture, by the picture's own term."""
    if subject.successor:
        return
    since = from_making(subject.document, picture.title)
    what = words.UPDATE.with_fields(title=picture.title)
    yield from subject.regular(DutyKind.PLANNED_DOCUMENT, ("cadence",), picture.cadence, since, what, renews=picture.id)


def _reviews(subject: Subject, plan: Plan) -> Iterator[Duty]:
    """Give the next review, by the document's own term, and for action plans by the law."""
    terms, what = plan.follow_up, _what(plan)
    since = last_time(subject.workspace, subject.document, subject.today)
    path: KeyPath = ("follow_up", "cadence")
    own = list(subject.regular(DutyKind.REVIEW, path, terms.cadence if terms else None, since, what))
    law = plan_follow_up(subject.workspace, subject.document, subject.today)
    if since is None or law is None:
        yield from own
        return
    term = next(((duty.due, duty.reason) for duty in own if duty.due), None)
    municipalities = follow_up_owed_by(subject.workspace, subject.document, law, subject.today)
    demand = stricter(term, (law.due, reason_of(law, municipalities)))
    if demand is not None:
        by_law = ByLaw(law.paragraph, municipalities)
        done = [one.day for one in (since, law.since) if one.is_done]
        about = DutyDetails(last_done=max(done, default=None), law=by_law)
        yield subject.duty(DutyKind.REVIEW, path if terms else ("period",), demand[0], (what, demand[1]), about)


def _what(plan: Plan) -> Text:
    match plan:
        case ActionPlan():
            return words.REVIEW_PLAN
        case CitizenPromise():
            return words.REVIEW_PROMISE
        case CommunicationPlan():
            return words.REVIEW_COMMUNICATION
