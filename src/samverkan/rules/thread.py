"""The golden thread: problem → cause → goal → measure, whole across the files.

What is missing is only said when every file could be read; a broken one might hold it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Severity
from samverkan.model.choices import Effect, Kind, Priority
from samverkan.model.document import Analysing
from samverkan.rules.concern import Concern
from samverkan.rules.requirements import not_superseded, whole_workspace
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath
    from samverkan.model.agreement import Agreement
    from samverkan.model.causes import Cause
    from samverkan.model.document import DocumentModel
    from samverkan.model.picture import SituationPicture
    from samverkan.model.plan import ActionPlan
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_PLAN = Text("Åtgärdsplanen finns här.", "The action plan is here.")


def _plans(workspace: Workspace, document: Document) -> list[Document]:
    """Give the plans under the same agreement, or that name the document, that nothing supersedes."""
    agreement = workspace.relations.agreement_of(document)
    under = workspace.relations.under(agreement, Kind.ACTION_PLAN) if agreement else []
    naming = [ref.document for ref in workspace.references.to(document) if ref.document.kind == Kind.ACTION_PLAN]
    return [plan for plan in dict.fromkeys([*under, *naming]) if plan.id not in workspace.relations.superseded]


def _is_reached(workspace: Workspace, document: Document, path: KeyPath, *keys: str) -> bool:
    """Tell whether some document refers to a part under one of some keys."""
    return any(any(key in ref.link.path for key in keys) for ref in workspace.references.to(document, path))


@rule(
    Severity.WARNING,
    Entry(
        sv="Problemet {problem} är prioriterat men har ingen orsaksanalys.",
        en="The problem {problem} is prioritised but has no cause analysis.",
        sv_help="Analysera orsakerna under analyses i lägesbilden eller i en egen orsaksanalys.",
        en_help="Analyse the causes under analyses in the situation picture or in a cause analysis of its own.",
    ),
    kinds=("situation-picture",),
    requires=(whole_workspace, not_superseded),
)
def problem_without_cause_analysis(given: RuleInput[SituationPicture]) -> Iterator[Breach]:
    """Measures that are chosen without knowing why a problem arises seldom reach it.

    sv: Åtgärder som väljs utan att någon vet varför problemet uppstår når det sällan.
    source: {causes}. | {causes}.
    bad:
        kind: situation-picture
        problems:
          - {id: otryggt-torg, title: Otryggt torg, priority: prioritised, focus_area: platser, evidence: trygghet}
          - {id: klotter, title: Klotter, priority: prioritised, focus_area: platser, evidence: trygghet}
        ---
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: [otryggt-torg, klotter],
             specific: Fler vid torget blir trygga., criterion: Två mätningar visar det.,
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
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
          - {id: tryggare, text: Fler är trygga i Centrum., problems: [otryggt-torg, klotter],
             specific: Fler vid torget blir trygga., criterion: Två mätningar visar det.,
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
        measures:
          - id: belysning
            title: Bättre belysning
            causes: [mörker, tomma-väggar]
            goals: tryggare
            who: [{party: kommunen}]
    """
    for i, problem in enumerate(given.model.problems):
        reached = _is_reached(given.workspace, given.document, ("problems", i), "analyses")
        if problem.priority is Priority.PRIORITISED and not reached:
            yield at("problems", i, problem=problem.title)


@rule(
    Severity.ERROR,
    Entry(
        sv="Problemet {problem} är prioriterat men inget mål i planen gäller det.",
        en="The problem {problem} is prioritised but no goal in the plan is about it.",
        sv_help="Ge ett mål i åtgärdsplanen problems: {id}, eller lägg till ett mål för problemet.",
        en_help="Give a goal in the action plan problems: {id}, or add a goal for the problem.",
    ),
    kinds=("situation-picture",),
    requires=(whole_workspace, not_superseded),
)
def problem_without_goal(given: RuleInput[SituationPicture]) -> Iterator[Breach]:
    """Brå has seen that the link between problems and measures is often missing.

    sv: Brå har sett att kopplingen mellan problem och åtgärder ofta saknas.
    source: {review}. | {review}.
    bad:
        kind: situation-picture
        problems:
          - {id: otryggt-torg, title: Otryggt torg, priority: prioritised, focus_area: platser, evidence: trygghet}
          - {id: klotter, title: Klotter, priority: prioritised, focus_area: platser, evidence: trygghet}
        analyses:
          - problem: klotter
            causes: [{id: tomma-väggar, text: Väggarna är tomma och dolda., effect: protective}]
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
          - {id: tryggare, text: Fler är trygga i Centrum., problems: [otryggt-torg, klotter],
             specific: Fler vid torget blir trygga., criterion: Två mätningar visar det.,
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
        measures:
          - id: belysning
            title: Bättre belysning
            causes: [mörker, tomma-väggar]
            goals: tryggare
            who: [{party: kommunen}]
    """
    plans = _plans(given.workspace, given.document)
    if not plans:
        return
    for i, problem in enumerate(given.model.problems):
        reached = _is_reached(given.workspace, given.document, ("problems", i), "goals")
        if problem.priority is Priority.PRIORITISED and not reached:
            where = Elsewhere(_PLAN, ("goals",), plans[0].file)
            yield at("problems", i, related=(where,), problem=problem.title, id=problem.id or "–")


@rule(
    Severity.NOTE,
    Entry(
        sv="Ingen åtgärd riktas mot orsaken: {cause}",
        en="No measure is directed at the cause: {cause}",
        sv_help="{give} Ligger orsaken utanför det som parterna kan påverka, skriv varför under out_of_reach:.",
        en_help="{give} If the cause is outside what the parties can do, write why under out_of_reach:.",
    ),
    kinds=("cause-analysis", "situation-picture"),
    requires=(whole_workspace, not_superseded),
)
def cause_without_measure(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """Measures are chosen against causes; one that has none is left alone, or is outside what the parties can do.

    sv: Åtgärder väljs mot orsaker; en orsak utan åtgärd gör ingen något åt, eller så kan parterna inte påverka den.
    source: {plan}: åtgärder riktas mot orsaker. | {plan}: measures against causes.
    bad:
        kind: cause-analysis
        analyses:
          - problem: otryggt-torg
            causes:
              - {id: mörker, text: Torget är mörkt på kvällen., perspective: situation}
              - {id: tomt, text: Butikerna vid torget har lagts ned., perspective: situation}
    good:
        kind: cause-analysis
        analyses:
          - problem: otryggt-torg
            causes:
              - {id: mörker, text: Torget är mörkt på kvällen., perspective: situation}
              - id: tomt
                text: Butikerna vid torget har lagts ned.
                perspective: situation
                out_of_reach: Handeln i centrum styrs av fastighetsägarna.
    """
    plans = _plans(given.workspace, given.document)
    if not plans:
        return
    for path, cause in _causes(given.model):
        reached = _is_reached(given.workspace, given.document, path, "measures")
        if cause.effect is not Effect.PROTECTIVE and cause.out_of_reach is None and not reached:
            where = Elsewhere(_PLAN, ("measures",), plans[0].file)
            yield at(*path, related=(where,), cause=cause.label, give=_naming("causes", cause.id))


def _naming(key: str, id_: str | None) -> Text:
    """Ask for a measure that names a part by its id, or for an id where the part has none."""
    if id_ is None:
        return Text(
            "Ge den ett id, och en åtgärd i planen {key}: med det.",
            "Give it an id, and a measure in the plan {key}: with it.",
            {"key": key},
        )
    return Text(
        "Ge en åtgärd i planen {key}: {id}.", "Give a measure in the plan {key}: {id}.", {"key": key, "id": id_}
    )


def _causes(model: DocumentModel) -> Iterator[tuple[KeyPath, Cause]]:
    for i, analysis in enumerate(model.analyses if isinstance(model, Analysing) else ()):
        for j, cause in enumerate(analysis.causes):
            yield ("analyses", i, "causes", j), cause


@rule(
    Severity.ERROR,
    Entry(
        sv="Åtgärden {measure} riktas inte mot någon orsak.",
        en="The measure {measure} is not directed at any cause.",
        sv_help="Lägg till causes: med id för orsaken, eller problems: om ingen orsaksanalys finns.",
        en_help="Add causes: with the id of the cause, or problems: if there is no cause analysis.",
    ),
    kinds=("action-plan",),
)
def measure_without_cause(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """A measure that is not directed at a cause is done because it can be, not because it helps.

    sv: En åtgärd som inte riktas mot en orsak görs för att den går att göra, inte för att den hjälper.
    source: {plan}: kolumnen Orsak. | {plan}: the column Cause.
    bad:
        kind: action-plan
        measures:
          - {id: belysning, title: Bättre belysning, causes: mörker, goals: tryggare, who: [{party: kommunen}]}
          - {id: ronder, title: Ronder, goals: tryggare, who: [{party: polisen}]}
    good:
        kind: action-plan
        measures:
          - {id: belysning, title: Bättre belysning, causes: mörker, goals: tryggare, who: [{party: kommunen}]}
          - {id: ronder, title: Ronder, causes: mörker, goals: tryggare, who: [{party: polisen}]}
    """
    for i, measure in enumerate(given.model.measures):
        if not measure.causes and not measure.problems:
            yield at("measures", i, measure=measure.title)


@rule(
    Severity.ERROR,
    Entry(
        sv="Åtgärden {measure} hör inte till något mål.",
        en="The measure {measure} belongs to no goal.",
        sv_help="Lägg till goals: med målets id, eller operative_goal: med åtgärdens eget mål.",
        en_help="Add goals: with the goal's id, or operative_goal: with the measure's own goal.",
    ),
    kinds=("action-plan",),
)
def measure_without_goal(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """A measure without a goal can be done, but never be said to have worked.

    sv: En åtgärd utan mål kan genomföras, men aldrig sägas ha fungerat.
    source: {plan}: kolumnen Operativa mål. | {plan}: the column Operative goals.
    bad:
        kind: action-plan
        measures:
          - {id: belysning, title: Bättre belysning, causes: mörker, goals: tryggare, who: [{party: kommunen}]}
          - {id: ronder, title: Ronder, causes: mörker, who: [{party: polisen}]}
    good:
        kind: action-plan
        measures:
          - {id: belysning, title: Bättre belysning, causes: mörker, goals: tryggare, who: [{party: kommunen}]}
          - {id: ronder, title: Ronder, causes: mörker, goals: tryggare, who: [{party: polisen}]}
    """
    for i, measure in enumerate(given.model.measures):
        if not measure.goals and measure.operative_goal is None:
            yield at("measures", i, measure=measure.title)


@rule(
    Severity.ERROR,
    Entry(
        sv="Ingen ansvarar för åtgärden {measure}.",
        en="Nobody answers for the measure {measure}.",
        sv_help="Lägg till who: med en part, en roll eller en organisation.",
        en_help="Add who: with a party, a role or an organisation.",
    ),
    kinds=("action-plan",),
)
def measure_without_owner(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """What everybody answers for is done by nobody.

    sv: Det som alla ansvarar för blir inte gjort av någon.
    source: {plan}: kolumnen Vem. | {plan}: the column Who.
    bad:
        kind: action-plan
        measures:
          - {id: belysning, title: Bättre belysning, causes: mörker, goals: tryggare}
    good:
        kind: action-plan
        measures:
          - {id: belysning, title: Bättre belysning, causes: mörker, goals: tryggare, who: [{party: kommunen}]}
    """
    for i, measure in enumerate(given.model.measures):
        if not measure.who:
            yield at("measures", i, measure=measure.title)


@rule(
    Severity.ERROR,
    Entry(
        sv="Målet {goal} hör varken till ett problem eller ett fokusområde.",
        en="The goal {goal} belongs to neither a problem nor a focus area.",
        sv_help="Lägg till problems: eller focus_area: med id.",
        en_help="Add problems: or focus_area: with an id.",
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
    for i, goal in enumerate(given.model.goals):
        if not goal.problems and goal.focus_area is None:
            yield at("goals", i, goal=goal.id or goal.label)


@rule(
    Severity.ERROR,
    Entry(
        sv="Ingen åtgärd i planen hör till målet {goal}.",
        en="No measure in the plan belongs to the goal {goal}.",
        sv_help="{give} Finns ingen sådan åtgärd, lägg till den som ska leda till målet.",
        en_help="{give} If there is no such measure, add the one that is to lead to the goal.",
    ),
    kinds=("action-plan",),
    requires=(whole_workspace,),
)
def goal_without_measure(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """Measures are chosen against causes; still somebody is to do something for each goal.

    sv: Åtgärder väljs mot orsaker; men någon ska göra något för varje mål.
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
    for i, goal in enumerate(given.model.goals):
        references = given.workspace.references.to(given.document, ("goals", i))
        if not any(ref.link.path[0] == "measures" for ref in references):
            yield at("goals", i, goal=goal.id or goal.label, give=_naming("goals", goal.id))


@rule(
    Severity.NOTE,
    Entry(
        sv="Fokusområdet {area} har inget mål, varken här eller i någon plan.",
        en="The focus area {area} has no goal, neither here nor in any plan.",
        sv_help="Lägg till goals under fokusområdet, eller ett mål i en plan med focus_area: {id}.",
        en_help="Add goals under the focus area, or a goal in a plan with focus_area: {id}.",
    ),
    requires=(whole_workspace,),
)
def focus_area_without_goal(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """A focus area without a goal says where to look, not what to reach.

    sv: Ett fokusområde utan mål säger var parterna ska titta, inte vad de ska nå.
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
    plans = _plans(given.workspace, given.document)
    if not plans:
        return
    for i, area in enumerate(given.model.focus_areas):
        if not area.goals and not _has_goal(given, ("focus_areas", i)):
            where = Elsewhere(_PLAN, ("goals",), plans[0].file)
            yield at("focus_areas", i, related=(where,), area=area.title, id=area.id or "–")


def _has_goal(given: RuleInput[Agreement], path: KeyPath) -> bool:
    """Tell whether a goal names a focus area, or a problem that does."""
    for reference in given.workspace.references.to(given.document, path):
        if "goals" in reference.link.path:
            return True
        if reference.link.path[0] == "problems":
            problem = reference.link.path[:2]
            if _is_reached(given.workspace, reference.document, problem, "goals"):
                return True
    return False


@rule(
    Severity.WARNING,
    Entry(
        sv="Problemet {problem} har inget underlag.",
        en="The problem {problem} has no evidence.",
        sv_help="Lägg till evidence: med id för de källor och indikatorer som visar det.",
        en_help="Add evidence: with the ids of the sources and indicators that show it.",
    ),
    concern=Concern.METHOD,
    kinds=("situation-picture",),
)
def problem_without_evidence(given: RuleInput[SituationPicture]) -> Iterator[Breach]:
    """Knowledge-based work starts from what is shown; the law asks it of the whole, not of each problem.

    sv: Kunskapsbaserat arbete börjar i det som är visat; lagen kräver det av helheten, inte av varje problem.
    source: Jämför {act} 3 §: ett kunskapsbaserat underlag. | Compare {act} section 3: a basis of knowledge.
    bad:
        kind: situation-picture
        problems:
          - {id: otryggt-torg, title: Otryggt torg, priority: prioritised, focus_area: platser}
    good:
        kind: situation-picture
        problems:
          - {id: otryggt-torg, title: Otryggt torg, priority: prioritised, focus_area: platser, evidence: trygghet}
    """
    for i, problem in enumerate(given.model.problems):
        if not problem.evidence:
            yield at("problems", i, problem=problem.title)


@rule(
    Severity.NOTE,
    Entry(
        sv="Problemet {problem} hör inte till något fokusområde.",
        en="The problem {problem} belongs to no focus area.",
        sv_help="Lägg till focus_area: med id ur överenskommelsen, om problemet är prioriterat.",
        en_help="Add focus_area: with an id of the agreement, if the problem is prioritised.",
    ),
    concern=Concern.METHOD,
    kinds=("situation-picture",),
)
def problem_without_focus_area(given: RuleInput[SituationPicture]) -> Iterator[Breach]:
    """A prioritised problem outside every focus area is outside what the parties have agreed to work with.

    sv: Ett prioriterat problem utanför alla fokusområden ligger utanför det parterna kommit överens om.
    source: {own}. | {own}.
    bad:
        kind: situation-picture
        problems:
          - {id: otryggt-torg, title: Otryggt torg, priority: prioritised, evidence: trygghet}
        ---
        kind: agreement
        focus_areas:
          - {id: platser, title: Otrygga platser, text: Torget är otryggt., goals: [{id: mål, text: Ett tryggt torg.}]}
    good:
        kind: situation-picture
        problems:
          - {id: otryggt-torg, title: Otryggt torg, priority: prioritised, focus_area: platser, evidence: trygghet}
    """
    for i, problem in enumerate(given.model.problems):
        if problem.priority is Priority.PRIORITISED and problem.focus_area is None and given.model.agreement:
            yield at("problems", i, problem=problem.title)
