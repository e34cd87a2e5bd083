"""Problems and their causes: what they rest on, and what is done about them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Severity
from samverkan.law.pictures import is_running_report
from samverkan.model.choices import Effect, Kind, PictureForm, Priority
from samverkan.model.document import Analysing
from samverkan.rules.concern import Concern
from samverkan.rules.requirements import not_superseded, whole_workspace
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.rules.thread.reached import ID_OF_PROBLEM, PLAN, first_plan, is_reached, naming
from samverkan.words.sentence import Entry
from samverkan.workspace.doubled import doubled
from samverkan.workspace.meant import mend_with_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath
    from samverkan.model.causes import Cause, ProblemAnalysis
    from samverkan.model.document import DocumentModel
    from samverkan.model.picture import SituationPicture

_FIGURE = re.compile(r"[0-9]")
"""What a text has that shows how much, rather than that something is so."""


@rule(
    Severity.WARNING,
    Entry(
        sv="Problemet ”{problem}” är prioriterat men har ingen orsaksanalys.",
        en="The problem “{problem}” is prioritised but has no cause analysis.",
        sv_help="Analysera orsakerna under Orsaksanalys (`analyses`) i lägesbilden, eller i ett eget dokument.",
        en_help="Analyse the causes under `analyses` in the situation picture, or in a cause analysis of its own.",
    ),
    kinds=("situation-picture",),
    requires=(whole_workspace, not_superseded),
)
def problem_without_cause_analysis(given: RuleInput[SituationPicture]) -> Iterator[Breach]:
    """Measures that are chosen without knowing why a problem arises seldom reach it.

    sv: En åtgärd som väljs utan att någon vet varför problemet uppstår gör sällan nytta.
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
    told = _told_of_analyses(given)
    for i, problem in enumerate(given.model.problems):
        is_left = problem.priority is Priority.PRIORITISED and not _is_analysed(given, ("problems", i))
        if is_left and problem.id not in told:
            yield at("problems", i, problem=problem.title)


def _told_of_analyses(given: RuleInput[SituationPicture]) -> set[str]:
    """Give the problems that are told of where another one is analysed twice."""
    naming = (reference.document for reference in given.workspace.references.to(given.document))
    analysing = {given.document, *(one for one in naming if one.kind == Kind.CAUSE_ANALYSIS)}
    return {found.meant for one in analysing for found in doubled(one, given.workspace) if found.path[0] == "analyses"}


def _is_analysed(given: RuleInput[SituationPicture], problem: KeyPath) -> bool:
    """Tell whether an analysis of a problem says something: its causes, or in words why they are not known."""
    found: list[ProblemAnalysis] = []
    for reference in given.workspace.references.to(given.document, problem):
        model, path = reference.document.model, reference.link.path
        if path[0] == "analyses" and isinstance(model, Analysing) and isinstance(path[1], int):
            found.append(model.analyses[path[1]])
    return any(analysis.says_why for analysis in found)


@rule(
    Severity.ERROR,
    Entry(
        sv="Problemet ”{problem}” är prioriterat men inget mål i planen gäller det.",
        en="The problem “{problem}” is prioritised but no goal in the plan is about it.",
        sv_help="Koppla ett mål i åtgärdsplanen hit under Problem (`problems: {id}`), eller lägg till ett mål för "
        "problemet.",
        en_help="Link a goal in the action plan here with `problems: {id}`, or add a goal for the problem.",
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
    plan = first_plan(given.workspace, given.document)
    if plan is None:
        return
    for i, problem in enumerate(given.model.problems):
        reached = is_reached(given.workspace, given.document, ("problems", i), "goals")
        if problem.priority is Priority.PRIORITISED and not reached:
            where = Elsewhere(PLAN, ("goals",), plan.file)
            yield at("problems", i, related=(where,), problem=problem.title, id=problem.id or ID_OF_PROBLEM)


@rule(
    Severity.NOTE,
    Entry(
        sv="Ingen åtgärd riktas mot den här orsaken: {cause}",
        en="No measure is directed at this cause: {cause}",
        sv_help="{give} Kan parterna inte påverka orsaken, skriv varför under Utanför parternas möjligheter "
        "(`out_of_reach`).",
        en_help="{give} If the cause is outside what the parties can do, write why under `out_of_reach`.",
    ),
    kinds=("cause-analysis", "situation-picture"),
    requires=(whole_workspace, not_superseded),
)
def cause_without_measure(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """Measures are chosen against causes; a cause without one is forgotten, or outside what the parties can do.

    sv: Åtgärder väljs mot orsaker; en orsak utan åtgärd har glömts bort, eller så kan parterna inte påverka den.
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
    plan = first_plan(given.workspace, given.document)
    if plan is None:
        return
    for path, cause in _causes(given.model):
        reached = is_reached(given.workspace, given.document, path, "measures")
        if cause.effect is not Effect.PROTECTIVE and cause.out_of_reach is None and not reached:
            where = Elsewhere(PLAN, ("measures",), plan.file)
            mend = None if cause.id else mend_with_id(given.document, path)
            yield at(*path, related=(where,), mend=mend, cause=cause.label, give=naming("causes", cause.id))


def _causes(model: DocumentModel) -> Iterator[tuple[KeyPath, Cause]]:
    for i, analysis in enumerate(model.analyses if isinstance(model, Analysing) else ()):
        for j, cause in enumerate(analysis.causes):
            yield ("analyses", i, "causes", j), cause


@rule(
    Severity.WARNING,
    Entry(
        sv="Problemet ”{problem}” har inget underlag.",
        en="The problem “{problem}” has no evidence.",
        sv_help="Lägg till Underlag (`evidence`) med id för de källor och indikatorer som visar det.",
        en_help="Add `evidence` with the ids of the sources and indicators that show it.",
    ),
    concern=Concern.METHOD,
    kinds=("situation-picture",),
)
def problem_without_evidence(given: RuleInput[SituationPicture]) -> Iterator[Breach]:
    """Knowledge-based work starts from what is shown; the law requires it of the whole, not of each problem.

    sv: Kunskapsbaserat arbete utgår från det som är belagt; lagen kräver det av helheten, inte av varje problem.
    source: Jämför 3 § {act}: ett kunskapsbaserat underlag. | Compare {act} section 3: a basis of knowledge.
    bad:
        kind: situation-picture
        problems:
          - {id: otryggt-torg, title: Otryggt torg, priority: prioritised, focus_area: platser}
    good:
        kind: situation-picture
        problems:
          - {id: otryggt-torg, title: Otryggt torg, priority: prioritised, focus_area: platser, evidence: trygghet}
    """
    model = given.model
    is_evidence = model.form in {PictureForm.NEWSLETTER, PictureForm.SURVEY}
    if is_evidence or model.inquiry or model.figures or is_running_report(model):
        return  # it is what shows them, or gives figures that belong to them all
    for i, problem in enumerate(model.problems):
        if not problem.evidence and not _FIGURE.search(problem.text or ""):
            yield at("problems", i, problem=problem.title)


@rule(
    Severity.NOTE,
    Entry(
        sv="Problemet ”{problem}” hör inte till något fokusområde.",
        en="The problem “{problem}” belongs to no focus area.",
        sv_help="Lägg till Fokusområde (`focus_area`) med ett id ur överenskommelsen, om problemet är prioriterat.",
        en_help="Add `focus_area` with an id from the agreement, if the problem is prioritised.",
    ),
    concern=Concern.METHOD,
    kinds=("situation-picture",),
)
def problem_without_focus_area(given: RuleInput[SituationPicture]) -> Iterator[Breach]:
    """A prioritised problem outside every focus area is outside what the parties have agreed to work with.

    sv: Ett prioriterat problem utanför alla fokusområden ligger utanför det som parterna har kommit överens om.
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
