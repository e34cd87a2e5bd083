"""Goals: the problem or area that each is for, and the measure that leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Severity
from samverkan.rules.requirements import whole_workspace
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.rules.thread.reached import ID_OF_AREA, PLAN, first_plan, is_reached
from samverkan.rules.thread.together import goals_lacking
from samverkan.words.sentence import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath
    from samverkan.model.agreement import Agreement
    from samverkan.model.plan import ActionPlan


@rule(
    Severity.ERROR,
    Entry(
        sv="{start} hör varken till ett problem eller till ett fokusområde.",
        en="{start} to neither a problem nor a focus area.",
        sv_help="Lägg till Problem (`problems`) eller Fokusområde (`focus_area`), med id.",
        en_help="Add `problems` or `focus_area`, with an id.",
    ),
    kinds=("action-plan",),
)
def goal_without_problem(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """Whoever reads the plan is to see what problem each goal is for.

    sv: Den som läser planen ska kunna se vilket problem varje mål är till för.
    source: {own}. | {own}.
    bad:
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: Fler vid torget blir trygga., criterion: Två mätningar visar det.,
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
          - {id: stolthet, text: Fler är stolta över Centrum.,
             specific: Fler blir stolta., criterion: En enkät visar det., accepted: Styrgruppen.,
             realistic: Ryms i budgeten., deadline: 2025-12}
        measures:
          - id: belysning
            title: Bättre belysning
            causes: mörker
            goals: [tryggare, stolthet]
            who: [{party: kommunen}]
    good:
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: Fler vid torget blir trygga., criterion: Två mätningar visar det.,
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
          - {id: stolthet, text: Fler är stolta över Centrum., problems: otryggt-torg,
             specific: Fler blir stolta., criterion: En enkät visar det., accepted: Styrgruppen.,
             realistic: Ryms i budgeten., deadline: 2025-12}
        measures:
          - id: belysning
            title: Bättre belysning
            causes: mörker
            goals: [tryggare, stolthet]
            who: [{party: kommunen}]
    """
    told = {goal for measure in given.model.measures if measure.problem_text for goal in measure.goals}
    lacking = [
        i
        for i, goal in enumerate(given.model.goals)
        if not (goal.problems or goal.focus_area is not None or goal.overall) and goal.id not in told
    ]
    yield from goals_lacking(given, lacking)


@rule(
    Severity.ERROR,
    Entry(
        sv="Ingen åtgärd i planen hör till {what}.",
        en="No measure in the plan belongs to {what}.",
        sv_help="{give} Finns det ingen sådan åtgärd, lägg till den som ska leda till målet.",
        en_help="{give} If there is no such measure, add the one that is to lead to the goal.",
    ),
    kinds=("action-plan",),
    requires=(whole_workspace,),
)
def goal_without_measure(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """Measures are chosen against causes, but for each goal somebody needs to do something.

    sv: Åtgärder väljs mot orsaker, men för varje mål behöver någon göra något.
    source: {own}. | {own}.
    bad:
        kind: action-plan
        measures:
          - id: belysning
            title: Bättre belysning
            causes: mörker
            operative_goal: Alla lampor är bytta.
            who: [{party: kommunen}]
    good:
        kind: action-plan
        measures:
          - {id: belysning, title: Bättre belysning, causes: mörker, goals: tryggare, who: [{party: kommunen}]}
    """

    def led_to(i: int) -> bool:
        parts = given.model.goals[i].sub_goals
        places: list[KeyPath] = [("goals", i), *(("goals", i, "sub_goals", j) for j in range(len(parts)))]
        references = (ref for place in places for ref in given.workspace.references.to(given.document, place))
        return any(ref.link.path[0] == "measures" for ref in references)

    yield from goals_lacking(
        given, [i for i, goal in enumerate(given.model.goals) if not goal.overall and not led_to(i)]
    )


@rule(
    Severity.NOTE,
    Entry(
        sv="Fokusområdet ”{area}” har inget mål, varken här eller i någon plan.",
        en="The focus area “{area}” has no goal, neither here nor in any plan.",
        sv_help="Lägg till Mål (`goals`) under fokusområdet, eller ett mål i en plan med Fokusområde (`focus_area: "
        "{id}`).",
        en_help="Add `goals` under the focus area, or a goal in a plan with `focus_area: {id}`.",
    ),
    requires=(whole_workspace,),
)
def focus_area_without_goal(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """A focus area without a goal says where to work, not what to reach.

    sv: Ett fokusområde utan mål säger var parterna ska arbeta, inte vad de ska uppnå.
    source: {checklist}: avgränsade och mätbara mål. | {checklist}: delimited and measurable goals.
    bad:
        focus_areas:
          - {id: platser, title: Otrygga platser, text: Torget upplevs otryggt.}
          - {id: unga, title: Unga i riskzon, text: Fler unga rekryteras.}
        ---
        kind: situation-picture
        problems:
          - {id: otryggt-torg, title: Otryggt torg, priority: prioritised, focus_area: platser, evidence: trygghet}
          - {id: rekrytering, title: Rekrytering, priority: watched, focus_area: unga, evidence: trygghet}
    good:
        focus_areas:
          - {id: platser, title: Otrygga platser, text: Torget upplevs otryggt.}
          - {id: unga, title: Unga i riskzon, text: Fler unga rekryteras.,
             goals: [{id: färre, text: Färre rekryteras.}]}
        ---
        kind: situation-picture
        problems:
          - {id: otryggt-torg, title: Otryggt torg, priority: prioritised, focus_area: platser, evidence: trygghet}
          - {id: rekrytering, title: Rekrytering, priority: watched, focus_area: unga, evidence: trygghet}
    """
    plan = first_plan(given.workspace, given.document)
    if plan is None:
        return
    for i, area in enumerate(given.model.focus_areas):
        if not area.goals and not _has_goal(given, ("focus_areas", i)):
            where = Elsewhere(PLAN, ("goals",), plan.file)
            yield at("focus_areas", i, related=(where,), area=area.title, id=area.id or ID_OF_AREA)


def _has_goal(given: RuleInput[Agreement], path: KeyPath) -> bool:
    """Tell whether a goal names a focus area, or a problem that does."""
    for reference in given.workspace.references.to(given.document, path):
        if "goals" in reference.link.path:
            return True
        if reference.link.path[0] == "problems":
            problem = reference.link.path[:2]
            if is_reached(given.workspace, reference.document, problem, "goals"):
                return True
    return False
