"""Goals and measures that are tied to each other, but to different problems: one of the two lines is a copied one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from samverkan.findings import Elsewhere, Mend, Severity
from samverkan.model.choices import Priority
from samverkan.model.kinds import is_action_plan, is_situation_picture
from samverkan.rules.requirements import whole_workspace
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.rules.thread.reached import is_led_to, is_reached
from samverkan.source.quoting import scalar
from samverkan.words.sentence import Entry, Text
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from samverkan.findings import KeyPath
    from samverkan.model.picture import Problem
    from samverkan.model.plan import ActionPlan, Measure
    from samverkan.workspace.document import Document
    from samverkan.workspace.references import ResolvedLink
    from samverkan.workspace.workspace import Workspace

_THE_GOAL = Text("Målet utan åtgärd står här.", "The goal without a measure is here.")
_THE_PROBLEM = Text("Problemet utan mål står här.", "The problem without a goal is here.")


_SEVERAL = 2


class Spot(NamedTuple):
    """A problem: the document that it stands in, and where."""

    document: Document
    path: KeyPath


@rule(
    Severity.ERROR,
    Entry(
        sv="Åtgärden ”{measure}” riktas inte mot det problem som målet {goal} gäller. Målet {meant} gäller åtgärdens "
        "problem, men ingen åtgärd hör till det.",
        en="The measure “{measure}” is not directed at the problem that the goal {goal} is about. The goal {meant} is "
        "about that of the measure, but no measure belongs to it.",
        sv_help="Rätta Mål (`goals: {meant}`). Ska åtgärden leda till båda målen, skriv `goals: [{goal}, {meant}]`.",
        en_help="Correct `goals: {meant}`. If the measure is to lead to both, write `goals: [{goal}, {meant}]`.",
    ),
    kinds=("action-plan",),
    requires=(whole_workspace,),
)
def measure_with_another_goal(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """A measure that was copied to write the next one keeps its goal, and the goal that was meant gets no measure.

    sv: En åtgärd som är kopierad för att skriva nästa behåller lätt sitt mål, och då står det avsedda utan åtgärd.
    source: {own}. | {own}.
    bad:
        kind: situation-picture
        problems:
          - {id: otryggt-torg, title: Otryggt torg, priority: prioritised, focus_area: platser, evidence: trygghet}
          - {id: klotter, title: Klotter, priority: prioritised, focus_area: platser, evidence: trygghet}
        analyses:
          - problem: klotter
            causes: [{id: tomma-väggar, text: Väggarna är tomma och dolda.}]
        ---
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: Fler vid torget blir trygga., criterion: Två mätningar visar det.,
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
          - {id: mindre-klotter, text: Klottret ska minska., problems: klotter,
             specific: Klottret blir mindre., criterion: Två räkningar visar det.,
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
        measures:
          - {id: belysning, title: Bättre belysning, causes: mörker, goals: tryggare, who: [{party: kommunen}]}
          - {id: målning, title: Måla väggar, causes: tomma-väggar, goals: tryggare, who: [{party: kommunen}]}
    good:
        kind: situation-picture
        problems:
          - {id: otryggt-torg, title: Otryggt torg, priority: prioritised, focus_area: platser, evidence: trygghet}
          - {id: klotter, title: Klotter, priority: prioritised, focus_area: platser, evidence: trygghet}
        analyses:
          - problem: klotter
            causes: [{id: tomma-väggar, text: Väggarna är tomma och dolda.}]
        ---
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: Fler vid torget blir trygga., criterion: Två mätningar visar det.,
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
          - {id: mindre-klotter, text: Klottret ska minska., problems: klotter,
             specific: Klottret blir mindre., criterion: Två räkningar visar det.,
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
        measures:
          - {id: belysning, title: Bättre belysning, causes: mörker, goals: tryggare, who: [{party: kommunen}]}
          - {id: målning, title: Måla väggar, causes: tomma-väggar, goals: mindre-klotter, who: [{party: kommunen}]}
    """
    for goal, measure in goals_meant(given.workspace, given.document).items():
        meant, one = given.model.goals[goal].id or "", given.model.measures[measure]
        related = (Elsewhere(_THE_GOAL, ("goals", goal)),)
        mend = Mend(scalar(meant))
        place = ("measures", measure, "goals")
        yield at(*place, related=related, mend=mend, measure=one.title, goal=str(one.goals[0]), meant=meant)


@rule(
    Severity.ERROR,
    Entry(
        sv="Målet ”{goal}” gäller ett annat problem än åtgärderna som hör till det. De riktas mot ”{problem}”, som är "
        "prioriterat men inte har något mål.",
        en="The goal “{goal}” is about another problem than the measures that belong to it. They are directed at "
        "“{problem}”, which is prioritised but has no goal.",
        sv_help="Rätta Problem (`problems: {meant}`), eller lägg till ett mål för problemet och koppla åtgärderna dit.",
        en_help="Correct `problems: {meant}`, or add a goal for the problem and link the measures to it.",
    ),
    kinds=("action-plan",),
    requires=(whole_workspace,),
)
def goal_with_another_problem(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """A goal that was copied to write the next one keeps its problem, and the problem that was meant gets no goal.

    sv: Ett mål som är kopierat för att skriva nästa behåller lätt sitt problem, och då står det avsedda utan mål.
    source: {own}. | {own}.
    bad:
        kind: situation-picture
        problems:
          - {id: otryggt-torg, title: Otryggt torg, priority: prioritised, focus_area: platser, evidence: trygghet}
          - {id: klotter, title: Klotter, priority: prioritised, focus_area: platser, evidence: trygghet}
        analyses:
          - problem: klotter
            causes: [{id: tomma-väggar, text: Väggarna är tomma och dolda.}]
        ---
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: Fler vid torget blir trygga., criterion: Två mätningar visar det.,
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
          - {id: mindre-klotter, text: Klottret ska minska., problems: otryggt-torg,
             specific: Klottret blir mindre., criterion: Två räkningar visar det.,
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
        measures:
          - {id: belysning, title: Bättre belysning, causes: mörker, goals: tryggare, who: [{party: kommunen}]}
          - {id: målning, title: Måla väggar, causes: tomma-väggar, goals: mindre-klotter, who: [{party: kommunen}]}
    good:
        kind: situation-picture
        problems:
          - {id: otryggt-torg, title: Otryggt torg, priority: prioritised, focus_area: platser, evidence: trygghet}
          - {id: klotter, title: Klotter, priority: prioritised, focus_area: platser, evidence: trygghet}
        analyses:
          - problem: klotter
            causes: [{id: tomma-väggar, text: Väggarna är tomma och dolda.}]
        ---
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: Fler vid torget blir trygga., criterion: Två mätningar visar det.,
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
          - {id: mindre-klotter, text: Klottret ska minska., problems: klotter,
             specific: Klottret blir mindre., criterion: Två räkningar visar det.,
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
        measures:
          - {id: belysning, title: Bättre belysning, causes: mörker, goals: tryggare, who: [{party: kommunen}]}
          - {id: målning, title: Måla väggar, causes: tomma-väggar, goals: mindre-klotter, who: [{party: kommunen}]}
    """
    for spot, goal in problems_meant(given.workspace, given.document).items():
        if problem := _problem_at(spot):
            meant = _reference_to(spot, goal, given)
            one = given.model.goals[goal]
            related = (Elsewhere(_THE_PROBLEM, spot.path, spot.document.file),)
            name, mend = one.id or one.label, Mend(scalar(meant))
            yield at(
                "goals", goal, "problems", related=related, mend=mend, meant=meant, goal=name, problem=problem.title
            )


def _reference_to(spot: Spot, goal: int, given: RuleInput[ActionPlan]) -> str:
    """Write a goal's reference to a problem, by the plain id where that leads to it."""
    name = spot.document.value_at((*spot.path, "id"))
    written = next(link for link in given.document.links if link.path[:3] == ("goals", goal, "problems"))
    found = given.workspace.references.resolve(given.document, written._replace(target=str(name)))
    is_plain = found is not None and found.place is not None and (found.document, found.place.path) == spot
    return str(name) if is_plain else f"{spot.document.id}#{name}"


@dataclass(slots=True)
class _Ties:
    """What the goals and the measures of a plan are about, and how they are tied to each other.

    Attributes:
        problems_of_goal: the problems of each goal, by its position.
        problems_of_measure: the problems of each measure, its own and those of its causes, by its position.
        measures_of: the measures that lead to each goal, by its position.
        goals_of: the goals that each measure leads to, by its position.
        not_sure: the measures whose problems are not all known, or that have goals in other documents.
    """

    problems_of_goal: dict[int, set[Spot]] = field(default_factory=dict)
    problems_of_measure: dict[int, set[Spot]] = field(default_factory=dict)
    measures_of: dict[int, set[int]] = field(default_factory=dict)
    goals_of: dict[int, set[int]] = field(default_factory=dict)
    not_sure: set[int] = field(default_factory=set)

    def tie(self, measure: int, ref: ResolvedLink, plan: Document) -> None:
        """Take up what a measure of a plan says that it leads to."""
        place = ref.target.place.path if ref.target.place and ref.target.document is plan else ()
        if place and place[0] == "goals":
            self.measures_of.setdefault(int(place[1]), set()).add(measure)
            self.goals_of.setdefault(measure, set()).add(int(place[1]))
        else:
            self.not_sure.add(measure)


@remembered(maxsize=64)
def _ties(workspace: Workspace, plan: Document) -> _Ties:
    found = _Ties()
    measures = plan.model.measures if is_action_plan(plan.model) else ()
    found.not_sure.update(i for i, measure in enumerate(measures) if _says_more(measure))
    for ref in workspace.references.of(plan):
        match ref.link.path:
            case ("goals", int() as i, *rest) if "problems" in rest:
                found.problems_of_goal.setdefault(i, set()).update(_problem_of(ref, workspace))
            case ("measures", int() as i, "problems" | "causes", *_):
                problem = _problem_of(ref, workspace)
                found.problems_of_measure.setdefault(i, set()).update(problem)
                found.not_sure.update(() if problem else (i,))
            case ("measures", int() as i, "goals", *_):
                found.tie(i, ref, plan)
    return found


def _says_more(measure: Measure) -> bool:
    return measure.cause_text is not None or measure.problem_text is not None


def _problem_of(ref: ResolvedLink, workspace: Workspace) -> tuple[Spot, ...]:
    """Give the problem that a reference leads to, itself or by one of its causes; none where it is not known."""
    document, place = ref.target
    if place is None:
        return ()
    if place.path[0] == "problems":
        return (Spot(document, place.path),)
    problem = _problems_analysed(workspace, document).get(place.path[1]) if place.path[0] == "analyses" else None
    return (problem,) if problem else ()


@remembered(maxsize=64)
def _problems_analysed(workspace: Workspace, document: Document) -> Mapping[str | int, Spot]:
    """Give the problem of each analysis in a document, by its position."""
    return {
        ref.link.path[1]: Spot(ref.target.document, ref.target.place.path)
        for ref in workspace.references.of(document)
        if ref.link.path[0] == "analyses" and ref.link.path[2:] == ("problem",) and ref.target.place is not None
    }


@remembered(maxsize=64)
def goals_meant(workspace: Workspace, plan: Document) -> Mapping[int, int]:
    """Find the goals without a measure that one measure of another goal was most likely meant for.

    Args:
        workspace: the workspace.
        plan: an action plan.

    Returns:
        The position of each such goal, with that of the measure.
    """
    ties, goals = _ties(workspace, plan), plan.model.goals if is_action_plan(plan.model) else ()
    astray = _astray_by_problem(ties)
    found: dict[int, int] = {}
    for i, goal in enumerate(goals):
        if goal.id and not goal.overall and not is_led_to(workspace, plan, i):
            fitting = {one for problem in ties.problems_of_goal.get(i, ()) for one in astray.get(problem, ())}
            found |= {i: fitting.pop()} if len(fitting) == 1 else {}
    times = Counter(found.values())
    return {goal: measure for goal, measure in found.items() if times[measure] == 1}


def _astray_by_problem(ties: _Ties) -> dict[Spot, set[int]]:
    """Give the measures of other goals by their problems, of each problem no more than show that they are several."""
    found: dict[Spot, set[int]] = {}
    for measure in _astray(ties):
        for problem in ties.problems_of_measure[measure]:
            if len(known := found.setdefault(problem, set())) < _SEVERAL:
                known.add(measure)
    return found


def _astray(ties: _Ties) -> Iterator[int]:
    """Give the measures whose one goal is about other problems, and has another measure that is about its own."""
    for goal, measures in ties.measures_of.items():
        wanted, own = ties.problems_of_goal.get(goal, set()), ties.problems_of_measure
        if wanted and any(wanted & own.get(measure, set()) for measure in measures):
            sure = (measure for measure in measures if measure not in ties.not_sure and own.get(measure))
            yield from (one for one in sure if not wanted & own[one] and len(ties.goals_of[one]) == 1)


@remembered(maxsize=64)
def problems_meant(workspace: Workspace, plan: Document) -> Mapping[Spot, int]:
    """Find the prioritised problems without a goal that a goal of a plan was most likely meant to be about.

    Args:
        workspace: the workspace.
        plan: an action plan.

    Returns:
        Each such problem, with the position of the goal.
    """
    ties = _ties(workspace, plan)
    goals_about = Counter(problem for problems in ties.problems_of_goal.values() for problem in problems)
    found: dict[Spot, list[int]] = {}
    for goal, written in ties.problems_of_goal.items():
        if len(written) == 1 and all(goals_about[problem] > 1 for problem in written):
            meant = _meant_by_measures(goal, ties)
            if meant is not None and meant not in written and _has_no_goal(meant, workspace):
                found.setdefault(meant, []).append(goal)
    return {problem: goals[0] for problem, goals in found.items() if len(goals) == 1}


def _meant_by_measures(goal: int, ties: _Ties) -> Spot | None:
    """Give the one problem that all measures of a goal are about, those that have no other goal about it alone."""
    measures = ties.measures_of.get(goal, set())
    alone = [ties.problems_of_measure.get(one, set()) for one in measures if len(ties.goals_of[one]) == 1]
    if not alone or len(alone[0]) != 1 or measures & ties.not_sure or any(one != alone[0] for one in alone):
        return None
    (problem,) = alone[0]
    return problem if all(problem in ties.problems_of_measure.get(one, set()) for one in measures) else None


def _has_no_goal(spot: Spot, workspace: Workspace) -> bool:
    problem = _problem_at(spot)
    is_prioritised = problem is not None and problem.priority is Priority.PRIORITISED and problem.id is not None
    return is_prioritised and not is_reached(workspace, spot.document, spot.path, "goals")


def _problem_at(spot: Spot) -> Problem | None:
    found = spot.document.model
    return found.problems[int(spot.path[1])] if is_situation_picture(found) else None
