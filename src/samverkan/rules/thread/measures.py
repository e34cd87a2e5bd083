"""Measures: the cause that each is directed at, its goal, and who answers for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Severity
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.plan import ActionPlan


@rule(
    Severity.ERROR,
    Entry(
        sv="Åtgärden {measure} riktas inte mot någon orsak.",
        en="The measure {measure} is not directed at any cause.",
        sv_help="Lägg till Orsaker (`causes`) med id för orsaken, Problem (`problems`) om det inte finns någon "
        "orsaksanalys, eller Orsak i ord (`cause_text`).",
        en_help="Add `causes` with the id of the cause, `problems` if there is no cause analysis, or `cause_text`.",
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
        in_words = measure.cause_text or measure.problem_text
        if not measure.causes and not measure.problems and not in_words:
            yield at("measures", i, measure=measure.title)


@rule(
    Severity.ERROR,
    Entry(
        sv="Åtgärden {measure} hör inte till något mål.",
        en="The measure {measure} belongs to no goal.",
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
    for i, measure in enumerate(given.model.measures):
        if not measure.goals and measure.operative_goal is None:
            yield at("measures", i, measure=measure.title)


@rule(
    Severity.ERROR,
    Entry(
        sv="Ingen är ansvarig för åtgärden {measure}.",
        en="Nobody is responsible for the measure {measure}.",
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
    for i, measure in enumerate(given.model.measures):
        if not measure.who:
            yield at("measures", i, measure=measure.title)
