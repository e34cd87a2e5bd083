"""The last day of the parts of a document: of goals, commitments, measures, promises and activities."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from samverkan.duties.duty import Duty, DutyKind
from samverkan.duties.subject import DutyDetails
from samverkan.duties.who import who_does
from samverkan.model.choices import Item, Progress
from samverkan.model.communication import Activity
from samverkan.model.dates import CoarseDate
from samverkan.model.deadlines import InProgress, WithDeadline, WithOccasions
from samverkan.model.fields import key_of
from samverkan.model.goals import Goal, SubGoal
from samverkan.model.survey import survey
from samverkan.model.terms import stated_time
from samverkan.model.texts import without_marks
from samverkan.reviews.counted import is_settled, last_outcome, never_answered
from samverkan.words import duties as words
from samverkan.workspace.actors import doers_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.duties.subject import Subject
    from samverkan.findings import KeyPath
    from samverkan.model.base import Part
    from samverkan.model.document import DocumentModel
    from samverkan.words.sentence import Text

_SAYS = {
    Item.GOAL: words.JUDGE_GOAL,
    Item.COMMITMENT: words.COMMITMENT,
    Item.MEASURE: words.MEASURE,
    Item.PROMISE: words.PROMISE,
    Item.ACTIVITY: words.ACTIVITY,
}
_UNTIL_FIGURES = timedelta(days=90)
"""How long after a goal's deadline figures of it can be expected, where the goal does not say when it is measured."""
_LAST = date.max - _UNTIL_FIGURES


def deadline_duties(subject: Subject, model: DocumentModel) -> Iterator[Duty]:
    """Give the last day of every goal, commitment, measure, promise or activity that is not done nor judged."""
    for path, part in parts_to_do(model, subject.today):
        if (found := deadline_of(subject, path, part)) is not None:
            yield found
        yield from occasions_of(subject, path, part)


def left_of(subject: Subject, model: DocumentModel) -> list[Duty]:
    """Give what is left to tell of a document whose time has passed, whether or not it had a last day of its own.

    That is every goal, commitment, measure, promise or activity that is not done, nor judged at its last day.
    """
    found = list(deadline_duties(subject, model))
    named = {path[: path.index("dates")] if "dates" in path else path[:-1] for path in (duty.path for duty in found)}
    for path, part in never_answered(subject.workspace, subject.document, subject.today):
        if path not in named and not _is_over(part, subject.today):
            found.append(part_duty(subject, path, part, None, words.NO_LIMIT))
    return found


def occasions_of(subject: Subject, path: KeyPath, part: Part) -> Iterator[Duty]:
    """Give the times at which a part is to be done that no follow-up tells of at that time or later, one row each."""
    days = part.dates if isinstance(part, WithOccasions) else ()
    told = last_outcome(subject.workspace, subject.document, path, subject.today) if days else None
    for i, day in enumerate(days):
        if told is None or told < day.first:
            why = words.OCCASION_WHYS[str(part.item)].with_fields(day=day, named=name_of(part))
            yield part_duty(subject, (*path, "dates", i), part, day.last, why)


def parts_to_do(model: DocumentModel, today: date) -> Iterator[tuple[KeyPath, Part]]:
    """Give the goals, commitments, measures, promises and activities of a document that are not done nor stopped."""
    for path, part in survey(model).parts:
        if isinstance(part, WithDeadline) and part.item is not None and not _is_over(part, today):
            yield path, part


def _is_over(part: Part, today: date) -> bool:
    return isinstance(part, InProgress) and part.is_over(today)


def deadline_of(subject: Subject, path: KeyPath, part: Part) -> Duty | None:
    """Give the last day of a part, or else the day when an activity is to begin, unless it is done or judged."""
    deadline = part.deadline if isinstance(part, WithDeadline) else None
    if deadline is not None:
        due, why, key = deadline.last, words.DEADLINE_WHYS[str(part.item)], key_of(part, "deadline")
        if isinstance(part, Goal):
            due, why = _when_figures(part, deadline)
    elif isinstance(part, Activity) and part.start and _begins_once(part):
        deadline, why, key = part.start, words.BEGIN_WHY, key_of(part, "start")
        due = deadline.last
    else:
        return _untimed(subject, path, part)
    if is_settled(subject.workspace, subject.document, path, deadline.first, subject.today):
        return None
    why = why.with_fields(day=CoarseDate.of(deadline.last), named=name_of(part))
    return part_duty(subject, (*path, key), part, due, why)


def _untimed(subject: Subject, path: KeyPath, part: Part) -> Duty | None:
    """Give what is to be done at a time that only words tell, until a follow-up tells of it.

    A time that can be counted (”våren 2026”) has a last day; of any other there is none.
    """
    said = part.said_when if isinstance(part, WithDeadline) else None
    if not said:
        return None
    told = last_outcome(subject.workspace, subject.document, path, subject.today)
    time = stated_time(said)
    if told and (time is None or told >= time.first):
        return None
    why, due = words.SAID_WHY, None
    if time is not None:
        why, due = words.SAID_TIME_WHY.with_fields(day=CoarseDate.of(time.last)), time.last
    return part_duty(subject, (*path, "when"), part, due, why.with_fields(said=said.removesuffix(".")))


def _begins_once(activity: Activity) -> bool:
    is_repeated = activity.cadence is not None or bool(activity.dates)
    return not is_repeated and activity.progress is not Progress.ONGOING


def _when_figures(goal: Goal, deadline: CoarseDate) -> tuple[date, Text]:
    """Give when a goal can be followed up: when it is measured, or else some time after its deadline."""
    if goal.measured is not None:
        day = goal.measured
        said = words.IN_MONTH.with_fields(day=day) if day.month and not (day.day or day.said) else day
        return day.last, words.GOAL_MEASURED_WHY.with_fields(measured=said, goal=_known_as(goal))
    due = min(deadline.last, _LAST) + _UNTIL_FIGURES
    return due, words.GOAL_WHY.with_fields(due=CoarseDate.of(due), goal=_known_as(goal))


def _known_as(goal: Goal) -> Text:
    return words.THE_SUB_GOAL if isinstance(goal, SubGoal) else words.THE_GOAL


def name_of(part: Part) -> Text:
    """Give the whole text of a part for a reason, where the heading shows it shortened; else nothing."""
    whole = without_marks(part.said_label)
    return words.NO_LIMIT if words.shortened(whole) == whole else words.NAMED.with_fields(what=whole)


def part_duty(subject: Subject, path: KeyPath, part: Part, due: date | None, why: Text) -> Duty:
    """Make a duty of a part.

    Args:
        subject: the document.
        path: the clause.
        part: the part.
        due: the last day; None where it cannot be counted.
        why: why it is due.
    """
    parties = subject.workspace.relations.parties_of(subject.document)
    item = part.item or Item.GOAL
    heading = words.shortened(without_marks(part.said_label))
    about = DutyDetails(item=part.own_id or "", responsible=who_does(doers_at(subject.document, path, part), parties))
    said = words.JUDGE_SUB_GOAL if isinstance(part, SubGoal) else _SAYS[item]
    says = said.with_fields(what=heading), why
    return subject.duty(DutyKind(item.value), path, due, says, about)
