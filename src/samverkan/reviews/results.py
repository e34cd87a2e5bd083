"""What has become of each goal and each commitment over the years, as the follow-ups state it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from samverkan.model.choices import REVIEWED_KINDS, Direction, Result
from samverkan.model.document import Superseding
from samverkan.model.goals import Goal
from samverkan.model.review import FollowUp
from samverkan.reviews.counted import done_on
from samverkan.reviews.met import are_comparable
from samverkan.reviews.stated import outcomes, to_review
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from decimal import Decimal

    from samverkan.findings import KeyPath
    from samverkan.model.base import Part
    from samverkan.model.dates import CoarseDate
    from samverkan.model.review import Outcome
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_STEPS = [{Result.NOT_REACHED, Result.NOT_YET}, {Result.ONGOING, Result.PARTLY}, {Result.REACHED}]
_RANKS = {result: rank for rank, results in enumerate(_STEPS) for result in results}


class ResultTrend(StrEnum):
    """Which way it has gone since the time before."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    FIRST = "first"
    UNLIKE = "unlike"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class StatedOutcome:
    """What one follow-up states.

    Attributes:
        day: the day of the follow-up; None where it says none.
        said: the date of the follow-up as it says it, which may be a year; None where it says none.
        review: the follow-up.
        outcome: what it states.
    """

    day: date | None
    said: CoarseDate | None
    review: Document
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class PartResults:
    """One goal, commitment, promise, measure or activity, and what has become of it.

    Attributes:
        document: the latest document that holds it.
        path: where in that document it stands.
        part: it, as that document has it.
        marks: what follow-ups state, earliest first; also of earlier documents that the latest one supersedes.
    """

    document: Document
    path: KeyPath
    part: Part
    marks: tuple[StatedOutcome, ...]

    @property
    def trend(self) -> ResultTrend:
        """Which way it went last: by figures where it is known which way is right, else by results."""
        if not self.marks:
            return ResultTrend.UNKNOWN
        of_figures = self._trend_of_figures()
        if of_figures is not None and of_figures is not ResultTrend.UNLIKE:
            return of_figures
        of_results = self._trend_of_results()
        return of_figures if of_figures and of_results is ResultTrend.FIRST else of_results

    def _trend_of_figures(self) -> ResultTrend | None:
        goal = self.part
        if not isinstance(goal, Goal) or (wanted := goal.wanted_direction) is None:
            return None
        outcomes = [mark.outcome for mark in self.marks]
        figures = [(one.value, one.period) for one in outcomes if one.value is not None]
        if goal.start is not None:
            figures.insert(0, (goal.start, goal.baseline.period if goal.baseline else None))
        if len(figures) < 2:  # noqa: PLR2004 - one figure goes nowhere
            return None
        earlier, later = figures[-2:]
        if not are_comparable(goal, earlier, later):
            return ResultTrend.UNLIKE
        return _compared(later[0] - earlier[0], wanted)

    def _trend_of_results(self) -> ResultTrend:
        ranks = [_RANKS[mark.outcome.result] for mark in self.marks if mark.outcome.result in _RANKS]
        if len(ranks) < 2:  # noqa: PLR2004
            return ResultTrend.FIRST
        change = ranks[-1] - ranks[-2]
        return ResultTrend.BETTER if change > 0 else ResultTrend.WORSE if change < 0 else ResultTrend.SAME


def _compared(change: Decimal, wanted: Direction) -> ResultTrend:
    if change == 0:
        return ResultTrend.SAME
    if wanted is Direction.MAINTAIN:
        return ResultTrend.WORSE
    return ResultTrend.BETTER if (change > 0) == (wanted is Direction.INCREASE) else ResultTrend.WORSE


def results_of(workspace: Workspace, root: Document, today: date) -> list[PartResults]:
    """List what has become of an agreement and the documents under it, or of a plan or promise without one.

    Follow-ups after `today` are not known. What a document and the listed one that supersedes it both hold, by the same
    id, is listed once, as the later has it.
    """
    documents = dict.fromkeys([root, *workspace.relations.under(root, *REVIEWED_KINDS)])
    found: list[PartResults] = []
    for document in documents:
        for path, part in to_review(document, None):
            name = part.own_id
            if _goes_on(workspace, document, name, documents):
                continue
            found.append(PartResults(document, path, part, stated_outcomes_of(workspace, document, name, today)))
    return found


def stated_outcomes_of(
    workspace: Workspace, document: Document, name: str | None, today: date
) -> tuple[StatedOutcome, ...]:
    """List what follow-ups up to a day state of a part of a document and of those it supersedes, earliest first.

    Args:
        workspace: the documents.
        document: the document that holds the part.
        name: the part's id.
        today: the day.
    """
    if name is None:
        return ()
    marks = [mark for one in _line(workspace, document) for mark in _marks(workspace, one, today).get(name, ())]
    return tuple(sorted(marks, key=lambda mark: (mark.day or date.min, mark.review.file)))


def _goes_on(workspace: Workspace, document: Document, name: str | None, listed: Container[Document]) -> bool:
    """Tell whether a listed document that supersedes this one holds a part of the same id."""
    later = workspace.relations.superseded.get(document.id or "")
    return later is not None and later is not document and later in listed and name in later.items


def _line(workspace: Workspace, document: Document) -> Iterator[Document]:
    """Give a document and those that it supersedes, and those that they supersede."""
    seen: set[str] = set()
    waiting = [document]
    while waiting:
        one = waiting.pop()
        yield one
        earlier = one.model.supersedes if isinstance(one.model, Superseding) else ()
        for name in earlier:
            if isinstance(name, str) and name not in seen and name in workspace.by_id:
                seen.add(name)
                waiting.append(workspace.by_id[name])


@remembered(maxsize=1024)
def _marks(workspace: Workspace, document: Document, today: date) -> dict[str, list[StatedOutcome]]:
    """Give what follow-ups state of each part of a document, by its id."""
    found: dict[str, list[StatedOutcome]] = {}
    for review in dict.fromkeys(r.document for r in workspace.references.to(document)):
        model = review.model
        if not isinstance(model, FollowUp) or (model.dated and model.dated.first > today):
            continue
        for place, outcome in outcomes(workspace, review, document):
            if place.part is not None and place.part.own_id is not None:
                mark = StatedOutcome(done_on(model, today), model.date, review, outcome)
                found.setdefault(place.part.own_id, []).append(mark)
    return found
