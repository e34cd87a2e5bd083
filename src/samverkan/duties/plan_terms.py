"""The clocks of action plans, citizen promises and communication plans: their reviews and their end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samverkan.duties.dated_reviews import dated_reviews
from samverkan.duties.duty import Duty, DutyKind
from samverkan.duties.ending import expiry
from samverkan.duties.meetings import meeting_duties
from samverkan.duties.next_times import next_meeting
from samverkan.duties.reporting import report_duties
from samverkan.duties.review_terms import review_duties
from samverkan.duties.subject import DutyDetails, with_doubt, with_open_ends
from samverkan.model.choices import PictureForm
from samverkan.model.communication import CommunicationPlan
from samverkan.model.plan import ActionPlan
from samverkan.model.promise import CitizenPromise
from samverkan.reviews.counted_from import from_making, from_start
from samverkan.words import duties as words
from samverkan.words.sentence import quoted
from samverkan.workspace.succession import succession

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.duties.subject import Subject
    from samverkan.model.picture import SituationPicture
    from samverkan.words.sentence import Text

Plan = ActionPlan | CitizenPromise | CommunicationPlan


def plan_duties(subject: Subject, plan: Plan) -> Iterator[Duty]:
    """Give the duties of a plan or promise: its reviews, its meetings, and its end."""
    reviews = with_open_ends(subject, review_duties(subject, plan.follow_up, _what(plan)))
    yield from with_doubt(subject, [*reviews, *dated_reviews(subject, plan.follow_up, _what(plan))])
    yield from report_duties(subject, plan.follow_up)
    if isinstance(plan, ActionPlan):
        yield from meeting_duties(subject, plan.forums)
    yield from expiry(subject)
    yield from _renewal(subject, plan)


def _renewal(subject: Subject, plan: Plan) -> Iterator[Duty]:
    """Give by when the next plan or promise is to be made, by the term of this one, unless there is one."""
    match plan:
        case CitizenPromise():
            cadence, key, what = plan.cadence, "cadence", words.NEW_PROMISE
        case ActionPlan():
            cadence, key, what = plan.renewal, "renewal", words.NEW_PLAN
        case _:
            return
    if cadence is not None and not subject.successor:
        rhythm = subject.rhythm(cadence, from_start(subject.document))
        yield from subject.regular(DutyKind.PLANNED_DOCUMENT, (key,), rhythm, what, DutyDetails(renews=plan.id))


def picture_duties(subject: Subject, picture: SituationPicture) -> Iterator[Duty]:
    """Give the day for a new situation picture, by the picture's own term, unless one like it has been made later."""
    is_renewed = subject.successor or succession(subject.workspace, subject.today).is_made_anew(subject.document)
    if is_renewed:
        return
    yield from next_meeting(subject, picture)
    title = quoted(picture.title)
    is_made_anew = picture.form in {PictureForm.NEWSLETTER, PictureForm.SURVEY}
    asked = words.MAKE_NEXT.with_fields(form=picture.form) if picture.form and is_made_anew else words.UPDATE
    what, about = asked.with_fields(title=title), DutyDetails(renews=picture.id)
    if picture.next_picture is not None:
        says = what, words.NEXT_PICTURE_WHY.with_fields(day=picture.next_picture)
        yield subject.duty(DutyKind.PLANNED_DOCUMENT, ("next_picture",), picture.next_picture.last, says, about)
    if picture.cadence is None:
        return
    rhythm = subject.rhythm(picture.cadence, from_making(subject.document, title))
    yield from subject.regular(DutyKind.PLANNED_DOCUMENT, ("cadence",), replace(rhythm, end=None), what, about)


def _what(plan: Plan) -> Text:
    if isinstance(plan, ActionPlan):
        return words.REVIEW_PLAN
    return words.REVIEW_PROMISE if isinstance(plan, CitizenPromise) else words.REVIEW_COMMUNICATION
