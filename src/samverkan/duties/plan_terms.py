"""The clocks of action plans, citizen promises and communication plans, and every deadline that they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkan.duties.duty import Duty, DutyKind, Who, filled
from samverkan.duties.reporting import report_duties
from samverkan.duties.subject import LAW_WHY, CountedFrom, DutyDetails, Subject, stricter
from samverkan.law.act import PLAN_IN_FORCE, SECOND_YEAR, is_asked_of
from samverkan.model.choices import Item, Kind, Progress
from samverkan.model.fields import parts_of
from samverkan.reviews.counted import is_settled
from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath

_REVIEW: dict[str, Text] = {
    Kind.ACTION_PLAN: Text("Följ upp åtgärdsplanen", "Follow up the action plan"),
    Kind.CITIZEN_PROMISE: Text("Följ upp medborgarlöftet", "Review the citizen promise"),
    Kind.COMMUNICATION_PLAN: Text("Följ upp kommunikationsplanen", "Review the communication plan"),
}
_DECIDED = Text("beslutet {day}", "the decision on {day}")
_DEADLINE = {
    Item.GOAL: Text("Bedöm målet: {what}", "Judge the goal: {what}"),
    Item.COMMITMENT: Text("Åtagande: {what}", "Commitment: {what}"),
    Item.MEASURE: Text("Åtgärd: {what}", "Measure: {what}"),
    Item.PROMISE: Text("Löfte: {what}", "Promise: {what}"),
    Item.ACTIVITY: Text("Aktivitet: {what}", "Activity: {what}"),
}
_DEADLINE_WHY = Text("Villkoret {clause}: senast {day}.", "The term {clause}: by {day}.")
_NEW_PROMISE = Text("Ge ett nytt medborgarlöfte", "Give a new citizen promise")
_NEW_PLAN = Text("Besluta om en ny åtgärdsplan", "Decide on a new action plan")
_ENDS_WHY = Text(
    "Tiden går ut {end} och ingen efterföljare finns.", "The period ends on {end} and there is no successor."
)
_MOST_SHOWN = 60


def plan_duties(subject: Subject) -> Iterator[Duty]:
    """Give the duties of a plan or promise: its reviews, and its end. A successor that applies takes them over."""
    if subject.is_succeeded:
        return
    yield from _reviews(subject)
    yield from report_duties(subject)
    if subject.document.kind in {Kind.CITIZEN_PROMISE, Kind.ACTION_PLAN} and not subject.successor:
        yield from _renewal(subject)


def _renewal(subject: Subject) -> Iterator[Duty]:
    """Give the day for a new plan or promise: when this one ends, and by its own term."""
    what = _NEW_PROMISE if subject.document.kind == Kind.CITIZEN_PROMISE else _NEW_PLAN
    own = subject.document.id or ""
    if subject.end:
        why = filled(_ENDS_WHY, end=subject.end.isoformat())
        yield subject.duty(DutyKind.EXPIRY, ("period",), subject.end, (what, why), DutyDetails(renews=own))
    cadence = getattr(subject.model, "cadence", None)
    yield from subject.regular(
        DutyKind.PLANNED_DOCUMENT, ("cadence",), cadence, subject.since_start(), what, renews=own
    )


def _reviews(subject: Subject) -> Iterator[Duty]:
    """Give the next review, by the document's own term, and for action plans by the law."""
    terms, what = subject.model.follow_up, _REVIEW[subject.document.kind or ""]
    since, path = last_time(subject), ("follow_up", "cadence")
    own = list(subject.regular(DutyKind.REVIEW, path, terms.cadence if terms else None, since, what))
    if since is None or not _is_bound(subject):
        yield from own
        return
    law = SECOND_YEAR.after(since.day), filled(LAW_WHY, start=since.name)
    term = next(((duty.due, duty.reason) for duty in own if duty.due), None)
    demand = stricter(term, law, "follow_up.cadence")
    if demand is not None:
        about = DutyDetails(last_done=since.day if since.is_done else None)
        yield subject.duty(DutyKind.REVIEW, path if terms else ("period",), demand[0], (what, demand[1]), about)


def last_time(subject: Subject) -> CountedFrom | None:
    """Give what a review is counted from: the last one that counts, the decision, the signing or the start."""
    since = subject.since_review()
    decided = [d.date.first for d in subject.model.decisions if d.date and d.date.first <= subject.today]
    if since is None or since.is_done or getattr(subject.model, "signed_on", None) or not decided:
        return since
    return CountedFrom(max(decided), filled(_DECIDED, day=max(decided).isoformat()))


def _is_bound(subject: Subject) -> bool:
    """Tell whether the law demands the follow-up of a document: an action plan, in force since that duty came."""
    if subject.document.kind != Kind.ACTION_PLAN:
        return False
    in_time = subject.end is None or subject.end >= PLAN_IN_FORCE
    return in_time and is_asked_of(subject.workspace, subject.document, PLAN_IN_FORCE)


# Deadlines, of any document


def deadline_duties(subject: Subject) -> Iterator[Duty]:
    """Give every deadline of a goal, commitment, measure, promise or activity that is not done nor judged."""
    if subject.is_succeeded:
        return
    for place in _places(subject):
        path, item, part = place
        deadline = part.deadline
        if deadline is None or getattr(part, "progress", None) in {Progress.DONE, Progress.STOPPED}:
            continue
        if is_settled(subject.workspace, subject.document, path, deadline.first, subject.today):
            continue
        text = " ".join((getattr(part, "title", None) or part.text).split())
        shown = text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1] + "…"
        key = type(part).model_fields["deadline"].alias or "deadline"
        why = filled(_DEADLINE_WHY, day=str(deadline))
        about = DutyDetails(item=part.id or "", responsible=who_does(subject, part))
        yield subject.duty(
            DutyKind(item.value), (*path, key), deadline.last, (filled(_DEADLINE[item], what=shown), why), about
        )


def _places(subject: Subject) -> Iterator[tuple[KeyPath, Item, Any]]:
    for path, part in parts_of(subject.model):
        item = getattr(type(part), "item", None)
        if item in _DEADLINE and "deadline" in type(part).model_fields:
            yield path, item, part


def who_does(subject: Subject, part: Any) -> Who:
    """Name those who are to do something: actors, a role, or the parties that commit."""
    actors = getattr(part, "who", ())
    responsible = getattr(part, "responsible", None)
    if actors:
        named = [(actor, subject.who([actor.party] if actor.party else [])) for actor in actors]
        names = [
            ", ".join(str(name) for name in (actor.role, *who.names, actor.organisation) if name)
            for actor, who in named
        ]
        found = Who(tuple(names), tuple(party for _, who in named for party in who.parties))
    else:
        found = subject.who(getattr(part, "by", None))
    if isinstance(responsible, str):
        return Who((responsible, *(found.names if actors else ())), found.parties)
    if responsible:
        named_too = subject.who(responsible)
        return Who((*(found.names if actors else ()), *named_too.names), named_too.parties)
    return found
