"""What has become of each goal and each commitment over the years, as the follow-ups state it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from samverkan.model.choices import Direction, Kind, Result
from samverkan.model.goals import Goal
from samverkan.reviews.counted import done_on
from samverkan.reviews.stated import outcomes, to_review
from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

    from samverkan.model.base import Part
    from samverkan.model.review import Outcome
    from samverkan.words.sentence import Language
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_REVIEWED = (Kind.AGREEMENT, Kind.ACTION_PLAN, Kind.CITIZEN_PROMISE, Kind.COMMUNICATION_PLAN)
_RANKS = {Result.NOT_REACHED: 0, Result.ONGOING: 1, Result.PARTLY: 1, Result.REACHED: 2}


class ResultTrend(StrEnum):
    """Which way it has gone since the time before."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    FIRST = "first"
    UNKNOWN = "unknown"

    def say(self, language: Language) -> str:
        """Say it in words."""
        return _TRENDS[self].say(language)


_TRENDS = {
    ResultTrend.BETTER: Text("går åt rätt håll", "moving the right way"),
    ResultTrend.WORSE: Text("går åt fel håll", "moving the wrong way"),
    ResultTrend.SAME: Text("oförändrat", "unchanged"),
    ResultTrend.FIRST: Text("följt upp en gång", "reviewed once"),
    ResultTrend.UNKNOWN: Text("inte följt upp", "not reviewed"),
}


@dataclass(frozen=True, slots=True)
class StatedOutcome:
    """What one follow-up states.

    Attributes:
        day: the day of the follow-up.
        review: the follow-up.
        outcome: what it states.
    """

    day: date
    review: Document
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class PartResults:
    """One goal, commitment, promise, measure or activity, and what has become of it.

    Attributes:
        document: the latest document that holds it.
        part: it, as that document has it.
        marks: what follow-ups state, earliest first; also of earlier documents that the latest one supersedes.
    """

    document: Document
    part: Part
    marks: tuple[StatedOutcome, ...]

    @property
    def trend(self) -> ResultTrend:
        """Which way it went last: by figures where it is known which way is right, else by results."""
        if not self.marks:
            return ResultTrend.UNKNOWN
        return self._trend_of_figures() or self._trend_of_results()

    def _trend_of_figures(self) -> ResultTrend | None:
        goal = self.part
        if not isinstance(goal, Goal) or (wanted := wanted_direction(goal)) is None:
            return None
        start = goal.baseline.value if goal.baseline else None
        figures = [mark.outcome.value for mark in self.marks if mark.outcome.value is not None]
        if start is not None:
            figures.insert(0, start)
        if len(figures) < 2:  # noqa: PLR2004 - one figure goes nowhere
            return None
        return _compared(figures[-1] - figures[-2], wanted)

    def _trend_of_results(self) -> ResultTrend:
        ranks = [_RANKS[mark.outcome.result] for mark in self.marks if mark.outcome.result in _RANKS]
        if len(ranks) < 2:  # noqa: PLR2004
            return ResultTrend.FIRST
        change = ranks[-1] - ranks[-2]
        return ResultTrend.BETTER if change > 0 else ResultTrend.WORSE if change < 0 else ResultTrend.SAME


def wanted_direction(goal: Goal) -> Direction | None:
    """Give which way a goal's figure should go: as it says, or as its target shows; None where neither tells."""
    if goal.direction is not None:
        return goal.direction
    target, start = goal.target, goal.baseline.value if goal.baseline else None
    if target is None:
        return None
    if target.change_percent is not None:
        return Direction.DECREASE if target.change_percent < 0 else Direction.INCREASE
    if target.value is not None:
        return None if start is None else _towards(target.value - start)
    if target.at_least is not None and target.at_most is None:
        return Direction.INCREASE
    return Direction.DECREASE if target.at_least is None else None


def _towards(change: Decimal) -> Direction:
    if change == 0:
        return Direction.MAINTAIN
    return Direction.INCREASE if change > 0 else Direction.DECREASE


def _compared(change: Decimal, wanted: Direction) -> ResultTrend:
    if change == 0:
        return ResultTrend.SAME
    if wanted is Direction.MAINTAIN:
        return ResultTrend.WORSE
    return ResultTrend.BETTER if (change > 0) == (wanted is Direction.INCREASE) else ResultTrend.WORSE


def results_of(workspace: Workspace, agreement: Document, today: date) -> list[PartResults]:
    """List what an agreement and the documents under it hold, with what follow-ups have stated up to a day.

    What a document and the one that supersedes it both hold, by the same id, is listed once, as the later has it.
    """
    documents = [agreement, *workspace.relations.under(agreement, *_REVIEWED)]
    found: list[PartResults] = []
    for document in dict.fromkeys(documents):
        for _, part in to_review(document, None):
            name = part.own_id
            if _goes_on(workspace, document, name):
                continue
            found.append(PartResults(document, part, stated_outcomes_of(workspace, document, name, today)))
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
    marks = [mark for one in _line(workspace, document) for mark in _marks(workspace, one, name, today)]
    return tuple(sorted(marks, key=lambda mark: (mark.day, mark.review.file)))


def _goes_on(workspace: Workspace, document: Document, name: str | None) -> bool:
    """Tell whether a document that supersedes this one holds a part of the same id."""
    later = workspace.relations.superseded.get(document.id or "")
    return later is not None and later is not document and name in later.items


def _line(workspace: Workspace, document: Document) -> Iterator[Document]:
    """Give a document and those that it supersedes, and those that they supersede."""
    seen: set[str] = set()
    waiting = [document]
    while waiting:
        one = waiting.pop()
        yield one
        earlier: Any = getattr(one.model, "supersedes", ())
        for name in earlier:
            if name not in seen and name in workspace.by_id:
                seen.add(name)
                waiting.append(workspace.by_id[name])


def _marks(workspace: Workspace, document: Document, name: str | None, today: date) -> Iterator[StatedOutcome]:
    for review in dict.fromkeys(r.document for r in workspace.references.to(document)):
        model: Any = review.model
        if review.kind != Kind.FOLLOW_UP or model is None or model.date.first > today:
            continue
        for place, outcome in outcomes(workspace, review, document):
            if name is not None and place.part is not None and place.part.own_id == name:
                yield StatedOutcome(done_on(review, today), review, outcome)
