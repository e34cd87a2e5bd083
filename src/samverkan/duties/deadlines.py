"""Every deadline that a document holds: of goals, commitments, measures, promises and activities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.duties.duty import Duty, DutyKind
from samverkan.duties.subject import DutyDetails, Subject
from samverkan.duties.who import who_does
from samverkan.model.choices import Item, Progress
from samverkan.model.communication import Activity
from samverkan.model.dates import CoarseDate
from samverkan.model.deadlines import WithDeadline
from samverkan.model.fields import key_of, parts_of
from samverkan.model.plan import Measure
from samverkan.reviews.counted import is_settled
from samverkan.words import duties as words
from samverkan.workspace.actors import doers_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.base import Part
    from samverkan.model.document import DocumentModel

_SAYS = {
    Item.GOAL: words.JUDGE_GOAL,
    Item.COMMITMENT: words.COMMITMENT,
    Item.MEASURE: words.MEASURE,
    Item.PROMISE: words.PROMISE,
    Item.ACTIVITY: words.ACTIVITY,
}


def deadline_duties(subject: Subject, model: DocumentModel) -> Iterator[Duty]:
    """Give every deadline of a goal, commitment, measure, promise or activity that is not done nor judged."""
    if subject.is_succeeded:
        return
    parties = subject.workspace.relations.parties_of(subject.document)
    for path, part in parts_of(model):
        if not isinstance(part, WithDeadline) or part.deadline is None or part.item is None or _is_over(part):
            continue
        if is_settled(subject.workspace, subject.document, path, part.deadline.first, subject.today):
            continue
        says = (
            _SAYS[part.item].with_fields(what=part.label),
            words.DEADLINE_WHYS[part.item.value].with_fields(what=part.label, day=CoarseDate.of(part.deadline.last)),
        )
        doers = doers_at(subject.document, path, part)
        about = DutyDetails(item=part.own_id or "", responsible=who_does(doers, parties))
        place = (*path, key_of(part, "deadline"))
        yield subject.duty(DutyKind(part.item.value), place, part.deadline.last, says, about)


def _is_over(part: Part) -> bool:
    return isinstance(part, Measure | Activity) and part.progress in {Progress.DONE, Progress.STOPPED}
