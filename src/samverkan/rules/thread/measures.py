"""Measures: the cause that each is directed at, its goal, and who answers for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Severity
from samverkan.rules.rule import Breach, RuleInput, rule
from samverkan.rules.thread.together import is_to_be_done, measures_lacking
from samverkan.words.sentence import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.plan import ActionPlan, Measure


@rule(
    Severity.ERROR,
    Entry(
        sv="{start} riktas inte mot någon orsak.",
        en="{start} not directed at any cause.",
        sv_help="Lägg till Orsaker (`causes`) med id för orsaken, Problem (`problems`) om det inte finns någon "
        "orsaksanalys, eller Orsak i ord (`cause_text`).",
        en_help="Add `causes` with the id of the cause, `problems` if there is no cause analysis, or `cause_text`.",
    ),
    kinds=("action-plan",),
)
def measure_without_cause(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """A measure that is not directed at a cause is done because it can be, not because it helps.

    sv: En åtgärd utan orsak görs lätt för att den går att göra, och inte för att den hjälper.
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
    yield from measures_lacking(given, [i for i, measure in _to_be_done(given.model) if not _is_aimed(measure)])


def _to_be_done(plan: ActionPlan) -> Iterator[tuple[int, Measure]]:
    return ((i, measure) for i, measure in enumerate(plan.measures) if is_to_be_done(measure))


def _is_aimed(measure: Measure) -> bool:
    return bool(measure.causes or measure.problems or measure.cause_text or measure.problem_text)


@rule(
    Severity.ERROR,
    Entry(
        sv="{start} hör inte till något mål.",
        en="{start} not linked to any goal.",
        sv_help="Lägg till Mål (`goals`) med målets id, eller Operativt mål (`operative_goal`) med åtgärdens eget mål.",
        en_help="Add `goals` with the goal's id, or `operative_goal` with the measure's own goal.",
    ),
    kinds=("action-plan",),
)
def measure_without_goal(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """A measure without a goal can be done, but never be said to have worked.

    sv: En åtgärd utan mål kan genomföras, men ingen kan säga om den har fungerat.
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
    to_be_done = _to_be_done(given.model)
    lacking = [i for i, measure in to_be_done if not measure.goals and measure.operative_goal is None]
    yield from measures_lacking(given, lacking)


@rule(
    Severity.ERROR,
    Entry(
        sv="Ingen är ansvarig för {what}.",
        en="Nobody is responsible for {what}.",
        sv_help="Lägg till Vem (`who`) med en part, en roll eller en organisation.",
        en_help="Add `who` with a party, a role or an organisation.",
    ),
    kinds=("action-plan",),
)
def measure_without_owner(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """What everybody is responsible for is easily done by nobody.

    sv: Det som alla ansvarar för blir lätt ogjort.
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
    yield from measures_lacking(given, [i for i, measure in _to_be_done(given.model) if not measure.who])
