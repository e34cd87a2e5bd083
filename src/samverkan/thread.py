"""The golden thread of a workspace: agreement → focus area → problem → cause → goal → measure → outcome.

A plan or a citizen promise that belongs to no agreement is the root of a thread of its own, and so is every
communication plan: message → activity → outcome. Pure: built from the references that the documents make. What is
missing at a step is said in words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from samverkan.findings import path_text
from samverkan.model.agreement import Agreement
from samverkan.model.choices import DROPPED, Effect, Item, Kind, Priority, Progress
from samverkan.model.communication import CommunicationPlan
from samverkan.model.deadlines import InProgress
from samverkan.model.picture import SituationPicture
from samverkan.model.plan import ActionPlan
from samverkan.model.promise import CitizenPromise, Promise
from samverkan.model.review import FollowUp
from samverkan.reviews.wording import done_by, outcome_words
from samverkan.words.sentence import Text, plain
from samverkan.words.thread import (
    ENDED,
    NO_ACTIVITY,
    NO_ANALYSIS,
    NO_AREA,
    NO_GOAL,
    NO_MEASURE,
    NO_OUTCOME,
    NO_PROBLEM,
    NO_PROBLEM_IN_PICTURE,
    UNREAD,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samverkan.findings import KeyPath
    from samverkan.model.base import Part
    from samverkan.words.sentence import FieldValue
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace


class ThreadStep(StrEnum):
    """A step of the thread, in order."""

    AGREEMENT = "agreement"
    PLAN = "plan"
    CITIZEN_PROMISE = "citizen_promise"
    COMMUNICATION_PLAN = "communication_plan"
    FOCUS_AREA = "focus_area"
    PROBLEM = "problem"
    CAUSE = "cause"
    GOAL = "goal"
    PROMISE = "promise"
    MESSAGE = "message"
    ACTIVITY = "activity"
    MEASURE = "measure"
    OUTCOME = "outcome"


ROOTS = frozenset({ThreadStep.AGREEMENT, ThreadStep.PLAN, ThreadStep.CITIZEN_PROMISE, ThreadStep.COMMUNICATION_PLAN})
"""What a thread begins with."""
_NOT_IN_ALL = {*ROOTS, ThreadStep.PROMISE, ThreadStep.MESSAGE, ThreadStep.ACTIVITY}
COLUMNS = tuple(step for step in ThreadStep if step not in _NOT_IN_ALL)
"""The steps below the root that every thread is meant to have."""
_ROOT_KINDS = (Kind.AGREEMENT, Kind.ACTION_PLAN, Kind.CITIZEN_PROMISE)


@dataclass(frozen=True, slots=True)
class Node:
    """One thing on the thread.

    Attributes:
        step: what it is.
        id: its id, with its document's where it is not the agreement: `plan-2024#belysning`.
        title: what it says.
        file: the file that it stands in.
        missing: what is missing at the next step, in words; None where nothing is.
        children: what it leads to.
    """

    step: ThreadStep
    id: str
    title: Text
    file: str
    missing: Text | None = None
    children: tuple[Node, ...] = ()


Owner = tuple["Document", "KeyPath"]
"""A part of a document: the document, and where in it."""


def threads(workspace: Workspace) -> list[Node]:
    """Give the threads of what the user asked about, in the order of the files.

    Every agreement has one, and every plan and promise that belongs to none; then comes every communication plan.
    """
    agreement_of = workspace.relations.agreement_of
    roots = [found for found in workspace.of_kind(*_ROOT_KINDS) if agreement_of(found) in {None, found}]
    roots += workspace.of_kind(Kind.COMMUNICATION_PLAN)
    return [_Thread(workspace).of(document) for document in roots if document.is_asked]


def outside(workspace: Workspace, found: Iterable[Node]) -> list[Document]:
    """Give the documents that the user asked about and that neither stand in a thread nor belong to an agreement.

    Args:
        workspace: the documents.
        found: its threads.
    """
    inside: set[str] = set()
    waiting = list(found)
    while waiting:
        node = waiting.pop()
        inside.add(node.file)
        waiting.extend(node.children)
    return [
        document
        for document in workspace.documents
        if document.is_asked and document.model is not None and document.kind != Kind.FOLLOW_UP
        if document.file not in inside and workspace.relations.agreement_of(document) is None
    ]


_WITHOUT_MEASURES = frozenset({Kind.AGREEMENT, Kind.CITIZEN_PROMISE})
"""The kinds of documents whose goals measures of plans serve, or promises."""


class _Thread:
    """Follows the references of one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def of(self, root: Document) -> Node:
        """Give the whole thread of an agreement, of a communication plan, or of a plan or promise without agreement."""
        match root.model:
            case ActionPlan() as plan:
                return self.of_plan(root, plan)
            case CitizenPromise():
                children = tuple(self.promised(root))
                return Node(
                    ThreadStep.CITIZEN_PROMISE, root.id or "", plain(root.model.title), root.file, None, children
                )
            case CommunicationPlan() as communication:
                return self.of_communication(root, communication)
        return self.of_agreement(root)

    def promised(self, document: Document) -> list[Node]:
        """Give the goals of a citizen promise with the promises that contribute to them, then the other promises."""
        model = document.model
        goals = model.goals if isinstance(model, CitizenPromise) else ()
        above = [self.goal(document, ("goals", i)) for i in range(len(goals))]
        return [*above, *_unseen([self.promise(document, path) for path in _promises(document)], above)]

    def of_communication(self, document: Document, model: CommunicationPlan) -> Node:
        """Give the thread of a communication plan: its messages with the activities that carry them, then others."""
        messages = [self.message(document, ("messages", i)) for i in range(len(model.messages))]
        activities = [self.activity(document, ("activities", i), ()) for i in range(len(model.activities))]
        missing = None if activities else NO_ACTIVITY
        children = (*messages, *_unseen(activities, messages))
        return Node(
            ThreadStep.COMMUNICATION_PLAN, document.id or "", plain(model.title), document.file, missing, children
        )

    def message(self, document: Document, path: KeyPath) -> Node:
        """Give a message with the activities that carry it; none is missed where activities name no messages."""
        activities = [self.activity(*owner, ()) for owner in self.owners(document, path, "activities")]
        model = document.model
        names_messages = isinstance(model, CommunicationPlan) and any(one.messages for one in model.activities)
        missing = NO_ACTIVITY if names_messages and not activities else None
        return self.node(ThreadStep.MESSAGE, document, path, missing, tuple(activities))

    def of_plan(self, plan: Document, model: ActionPlan) -> Node:
        """Give the thread of a plan: the problems that it is about, and all else that it holds."""
        problems = [self.problem(*owner) for owner in self.problems_of(plan)]
        children = (*problems, *self.rest_of_plan(plan, model, problems))
        missing = None if model.goals else NO_GOAL
        return Node(ThreadStep.PLAN, plan.id or "", plain(model.title), plan.file, missing, children)

    def rest_of_plan(self, plan: Document, model: ActionPlan, above: Sequence[Node]) -> list[Node]:
        """Give a plan's own focus areas, and its goals and measures, that stand nowhere in some trees."""
        rest = [self.plan_area(plan, ("focus_areas", i), above) for i in range(len(model.focus_areas))]
        goals = [self.goal(plan, ("goals", i)) for i in range(len(model.goals))]
        rest += _unseen(goals, (*above, *rest))
        measures = self.measures([(plan, ("measures", i)) for i in range(len(model.measures))])
        return [*rest, *_unseen(measures, (*above, *rest))]

    def plan_area(self, plan: Document, path: KeyPath, above: Sequence[Node]) -> Node:
        """Give a focus area of a plan's own, with the goals that name it, and the measures without such a goal."""
        goals = [self.goal(*owner) for owner in self.owners(plan, path, "goals")]
        below = (*goals, *self.loose_measures(plan, path, (*above, *goals)))
        return self.node(ThreadStep.FOCUS_AREA, plan, path, None if goals else NO_GOAL, below)

    def problems_of(self, plan: Document) -> list[Owner]:
        """Give the problems that a plan refers to, and those whose causes it refers to, each once."""
        found: list[Owner] = []
        for reference in self.workspace.references.of(plan):
            document, place = reference.target.document, reference.target.place
            if place is not None and place.item is Item.PROBLEM:
                found.append((document, place.path))
            elif place is not None and place.item is Item.CAUSE:
                found += [
                    (of.target.document, of.target.place.path)
                    for of in self.workspace.references.of(document)
                    if of.owner == place.path[:2] and of.target.place and of.target.place.item is Item.PROBLEM
                ]
        return list(dict.fromkeys(found))

    def of_agreement(self, agreement: Document) -> Node:
        """Give the whole thread of an agreement; what no area and no problem leads to stands last."""
        areas = agreement.model.focus_areas if isinstance(agreement.model, Agreement) else ()
        children = [self.area(agreement, i, len(area.goals)) for i, area in enumerate(areas)]
        loose = [self.problem(document, path) for document, path in self.problems_without_area(agreement)]
        title = plain(agreement.model.title if agreement.model else "")
        missing = None if children else NO_AREA
        promised = [
            node
            for document in self.workspace.relations.under(agreement, Kind.CITIZEN_PROMISE)
            for node in self.promised(document)
        ]
        above = [*children, *loose]
        for plan in self.workspace.relations.under(agreement, Kind.ACTION_PLAN):
            above += self.rest_of_plan(plan, plan.model, above) if isinstance(plan.model, ActionPlan) else []
        below = (*above, *_unseen(promised, above))
        return Node(ThreadStep.AGREEMENT, agreement.id or "", title, agreement.file, missing, below)

    def area(self, agreement: Document, position: int, own_goals: int) -> Node:
        """Make a focus area's node, with its problems, and the goals that name it without naming a problem."""
        path: KeyPath = ("focus_areas", position)
        problems = [self.problem(*owner) for owner in self.owners(agreement, path, "problems")]
        goals = [self.goal(*owner) for owner in self.owners(agreement, path, "goals")]
        own = [self.goal(agreement, (*path, "goals", i)) for i in range(own_goals)]
        is_told = not _is_lost(agreement, path) and _part(agreement, path).own_text
        without = NO_PROBLEM_IN_PICTURE if is_told else NO_PROBLEM
        above = (*problems, *own, *goals)
        below = (*above, *self.loose_measures(agreement, path, above))
        return self.node(ThreadStep.FOCUS_AREA, agreement, path, None if problems else without, below)

    def loose_measures(self, document: Document, area: KeyPath, above: Sequence[Node]) -> list[Node]:
        """Give the measures that name a focus area and stand nowhere in some trees."""
        return _unseen(self.measures(self.owners(document, area, "measures")), above)

    def problems_without_area(self, agreement: Document) -> Iterator[tuple[Document, KeyPath]]:
        """Find the prioritised problems of an agreement's pictures that belong to no focus area."""
        for picture in self.workspace.relations.under(agreement, Kind.SITUATION_PICTURE):
            for i, problem in enumerate(picture.model.problems if isinstance(picture.model, SituationPicture) else ()):
                if problem.focus_area is None and problem.priority is Priority.PRIORITISED:
                    yield picture, ("problems", i)

    def problem(self, document: Document, path: KeyPath) -> Node:
        """Make a problem's node, with its causes, and the goals that are reached by no cause."""
        analyses = [one for one in self.owners(document, path, "analyses") if _part(*one).says_why]
        causes = [
            self.cause(analysis, (*place, "causes", i))
            for analysis, place in analyses
            for i in range(len(_part(analysis, place).causes))
        ]
        seen = {goal.id for cause in causes for goal in cause.children}
        goals = [self.goal(*owner) for owner in self.owners(document, path, "goals")]
        loose = tuple(goal for goal in goals if goal.id not in seen)
        is_wanted = _part(document, path).priority is Priority.PRIORITISED
        missing = NO_ANALYSIS if is_wanted and not analyses else None
        return self.node(ThreadStep.PROBLEM, document, path, missing, (*causes, *loose))

    def cause(self, document: Document, path: KeyPath) -> Node:
        """Make a cause's node, with the goals that are served by measures against it."""
        measures = self.owners(document, path, "measures")
        by_goal: dict[Owner | None, list[Owner]] = {}
        for measure in measures:
            for goal in self.goals_of(*measure) or [None]:
                by_goal.setdefault(goal, []).append(measure)
        children = [
            self.goal(*goal, serving)
            if goal
            else Node(ThreadStep.GOAL, "", plain(""), "", NO_GOAL, self.measures(serving))
            for goal, serving in by_goal.items()
        ]
        protects = _part(document, path).effect is Effect.PROTECTIVE
        return self.node(
            ThreadStep.CAUSE, document, path, None if measures or protects else NO_MEASURE, tuple(children)
        )

    def goals_of(self, plan: Document, measure: KeyPath) -> list[Owner | None]:
        """Find the goals that a measure refers to."""
        return [
            (reference.target.document, reference.target.place.path)
            for reference in self.workspace.references.of(plan)
            if reference.owner == measure and "goals" in reference.link.path and reference.target.place
        ]

    def goal(self, document: Document, path: KeyPath, serving: list[Owner] | None = None) -> Node:
        """Make a goal's node, with the measures that serve it: those against one cause, or all."""
        found = self.owners(document, path, "measures") if serving is None else serving
        promised = self.owners(document, path, "promises") if serving is None else []
        parts = self.sub_goals(document, path)
        is_served = found or promised or any(one.step is ThreadStep.MEASURE for part in parts for one in part.children)
        missing = None if is_served or document.kind in _WITHOUT_MEASURES else NO_MEASURE
        promises = (self.promise(*owner) for owner in promised)
        children = (*self.measures(found), *promises, *parts, *self.outcomes(document, path))
        return self.node(ThreadStep.GOAL, document, path, missing, children)

    def sub_goals(self, document: Document, goal: KeyPath) -> list[Node]:
        """Make the nodes of the parts of a goal that say more than words, with what serves each; none misses it."""
        parts = () if _is_lost(document, goal) else _part(document, goal).parts
        paths: list[KeyPath] = [(*goal, "sub_goals", i) for i, one in enumerate(parts) if one.stands_by_itself]
        return [replace(self.goal(document, path), missing=None) for path in paths]

    def measures(self, found: list[Owner]) -> tuple[Node, ...]:
        """Make the nodes of measures, each with its outcomes."""
        nodes = []
        for document, path in found:
            outcomes = self.outcomes(document, path)
            made = self.node(ThreadStep.MEASURE, document, path, None if outcomes else NO_OUTCOME, outcomes)
            nodes.append(_as_told(made, document, path))
        return tuple(nodes)

    def promise(self, document: Document, path: KeyPath) -> Node:
        """Give a promise with its activities and its outcomes."""
        outcomes, activities = self.outcomes(document, path), len(_part(document, path).activities)
        children = [self.activity(document, (*path, "activities", i), outcomes) for i in range(activities)]
        missing = None if outcomes or activities else NO_OUTCOME
        return self.node(ThreadStep.PROMISE, document, path, missing, (*children, *outcomes))

    def activity(self, document: Document, path: KeyPath, of_promise: tuple[Node, ...]) -> Node:
        """Give an activity with its outcomes; an outcome of the promise that it belongs to answers for it too."""
        outcomes = self.outcomes(document, path)
        missing = None if outcomes or of_promise else NO_OUTCOME
        return _as_told(self.node(ThreadStep.ACTIVITY, document, path, missing, outcomes), document, path)

    def outcomes(self, document: Document, path: KeyPath) -> tuple[Node, ...]:
        """Make the nodes of what follow-ups state of a goal or a measure, the latest first."""
        found = self.owners(document, path, "outcomes")
        found.sort(key=lambda owner: (_day(owner[0]), owner[0].file), reverse=True)
        part = None if _is_lost(document, path) else _part(document, path)
        return tuple(_outcome(*owner, part) for owner in found)

    def owners(self, document: Document, path: KeyPath, of: str) -> list[Owner]:
        """Find the parts in lists of a certain key (`measures`, `goals`) that refer to a part, each once."""
        references = self.workspace.references.to(document, path)
        return list(dict.fromkeys((r.document, r.owner) for r in references if r.owner[-2:-1] == (of,)))

    def node(
        self, step: ThreadStep, document: Document, path: KeyPath, missing: Text | None, children: tuple[Node, ...]
    ) -> Node:
        """Make a node of a part."""
        if _is_lost(document, path):
            own, title = next((name for name, place in document.items.items() if place.path == path), None), UNREAD
        else:
            part = _part(document, path)
            own, title = part.own_id, plain(part.full_label)
        name = f"{document.id}#{own}" if own else f"{document.id}: {path_text(path)}"
        return Node(step, name, title, document.file, missing, children)


def nodes(node: Node) -> Iterator[Node]:
    """Give a node and all below it."""
    yield node
    for child in node.children:
        yield from nodes(child)


def _as_told(made: Node, document: Document, path: KeyPath) -> Node:
    """Give a node with what the document itself tells of its end; what has ended misses no outcome."""
    part = None if _is_lost(document, path) else _part(document, path)
    progress = part.how_far if isinstance(part, InProgress) else None
    ended: FieldValue | None = progress if progress in DROPPED else None
    if progress is Progress.DONE and made.missing is not None:
        ended = done_by(document)
    if ended is None:
        return made
    return replace(made, title=ENDED.with_fields(what=made.title, progress=ended), missing=None)


def _unseen(found: Iterable[Node], above: Iterable[Node]) -> list[Node]:
    """Give the nodes that stand nowhere in some trees."""
    seen = {(node.file, node.id) for tree in above for node in nodes(tree)}
    return [node for node in found if (node.file, node.id) not in seen]


def _promises(document: Document) -> list[KeyPath]:
    return [path for path, part in document.parts if isinstance(part, Promise)]


def _part(document: Document, path: KeyPath) -> Any:
    part: Any = document.model
    for key in path:
        part = part[key] if isinstance(key, int) else getattr(part, key)
    return part


def _day(review: Document) -> str:
    date = review.model.date if isinstance(review.model, FollowUp) else None
    return str(date or "")


def _is_lost(document: Document, path: KeyPath) -> bool:
    """Tell whether a part could not be read; a reference may lead to it all the same."""
    return any(path[: len(place)] == place for place in document.unread)


def _outcome(document: Document, path: KeyPath, of: Part | None) -> Node:
    title = outcome_words(_part(document, path), of, _day(document))
    return Node(ThreadStep.OUTCOME, document.id or "", title, document.file)


def rows(node: Node, above: dict[ThreadStep, Node] | None = None) -> Iterator[dict[ThreadStep, Node]]:
    """Lay the thread out as the rows of a matrix: one for each end of it, with what stands at each step."""
    here = {**(above or {}), node.step: node}
    if not node.children:
        yield here
    for child in node.children:
        yield from rows(child, here)
