"""SMART: what a goal in a plan says, one rule for each letter."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from samverkan.characters import plainly
from samverkan.findings import Mend, Severity
from samverkan.model.fields import keys_of
from samverkan.model.goals import Goal, Target
from samverkan.rules.movement import says_what_changes
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry, Text
from samverkan.workspace.standing import Standing, is_settled, standing_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.plan import ActionPlan

_BASELINE = Text("Utgångsläget står här.", "The baseline is here.")
_NOT_STATED = Text("inte angivet", "not stated")
_ALL = Decimal(100)
_NOT_MEASURED = Text(
    "Det är inte angivet hur målet ”{goal}” mäts", "It is not stated how the goal “{goal}” is measured"
)
_NO_TARGET = Text(
    "Målet ”{goal}” har en indikator men inget målvärde i siffror",
    "The goal “{goal}” has an indicator but no target figure",
)


def _is_of_effect(goal: Goal) -> bool:
    """Tell whether a goal is about what becomes of a problem, rather than about how much is done."""
    return bool(goal.problems) or goal.focus_area is not None or goal.direction is not None


def _name(goal: Goal) -> str:
    return goal.id or goal.label


@rule(
    Severity.NOTE,
    Entry(
        sv="Det framgår inte av målet ”{goal}” vad som ska förändras (S i SMART).",
        en="The goal “{goal}” does not say what is to change (S in SMART).",
        sv_help="Skriv gärna i målet eller under Specifikt (`specific`) vad som ska minska, öka eller utvecklas, eller "
        "ange Riktning (`direction`).",
        en_help="Preferably say in the goal or under `specific` what is to decrease, increase or develop, or give "
        "`direction`.",
    ),
    kinds=("action-plan",),
)
def goal_not_specific(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """For effect goals the method recommends a word of movement: what is to decrease, increase or develop.

    sv: För effektmål rekommenderar metoden ett ord för en rörelse: vad som ska minska, öka eller utvecklas.
    source: {goals}. | {goals}.
    bad:
        kind: action-plan
        goals:
          - {id: tryggare, text: Trygghet i Centrum., problems: otryggt-torg,
             criterion: Två mätningar visar det.,
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
    good:
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: Fler vid torget blir trygga., criterion: Två mätningar visar det.,
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
    """
    for i, goal in enumerate(given.model.goals):
        is_told = goal.specific is not None or goal.direction is not None or says_what_changes(goal.text)
        if not is_told and _is_of_effect(goal):
            yield at("goals", i, goal=_name(goal))


@rule(
    Severity.ERROR,
    Entry(
        sv="{what} (M i SMART).",
        en="{what} (M in SMART).",
        sv_help="Lägg till {missing}Målvärde (`target`) med en siffra, till exempel "
        "`target: {{at_least: 60}}`, eller Kriterium (`criterion`) om det avgörs med ja eller nej.",
        en_help="Add {missing}`target` with a figure, such as `target: {{at_least: 60}}`, or `criterion` if yes "
        "or no decides it.",
    ),
    kinds=("action-plan",),
)
def goal_not_measurable(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """Without an indicator and a target, or a criterion, nobody can say whether the goal was reached.

    sv: Utan indikator och målvärde, eller ett kriterium, kan ingen säga om målet har uppnåtts.
    source: {goals}: mätbara och tidsatta. | {goals}: measurable and timed.
    bad:
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: Fler vid torget blir trygga.,
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
    good:
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: Fler vid torget blir trygga., criterion: Två mätningar visar det.,
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
    """
    for i, goal in enumerate(given.model.goals):
        if goal.criterion is None and (goal.indicator is None or not _has_aim(goal)):
            yield _unmeasured(i, goal)


def _has_aim(goal: Goal) -> bool:
    """Tell whether all can see when a goal is reached: by a figure, ”drygt 400” too, or by the way from a start."""
    if goal.target is not None and goal.target.has_figure:
        return True
    has_way = goal.direction is not None and goal.start is not None
    has_words = goal.target is not None and any(map(str.isdigit, goal.target.text or ""))
    return (has_way or has_words) and not _limits_in_words(goal)


def _limits_in_words(goal: Goal) -> str:
    """Give the keys and figures that a target in words stands for; empty where it has figures, or no limit in words."""
    from samverkan.model.meant_numbers import limits_meant  # noqa: PLC0415 - heavy, and only for targets in words

    words = goal.target.text if goal.target and not goal.target.has_figure else None
    return (limits_meant(plainly(words), keys_of(Target)) or "") if words else ""


def _unmeasured(i: int, goal: Goal) -> Breach:
    """Point at the goal, or at a target whose figure is written in words where it could be a figure."""
    keys = _limits_in_words(goal)
    what = (_NOT_MEASURED if goal.indicator is None else _NO_TARGET).with_fields(goal=_name(goal))
    missing = _NOTHING_MORE if goal.indicator else _INDICATOR_AND
    if goal.indicator is None or not keys:
        return at("goals", i, what=what, missing=missing)
    return at("goals", i, "target", mend=Mend(f"{{{keys}}}".replace("\n", ", ")), what=what, missing=missing)


_INDICATOR_AND = Text("Indikator (`indicator`) och ", "`indicator` and ")
_NOTHING_MORE = Text("", "")


@rule(
    Severity.NOTE,
    Entry(
        sv="Det är inte angivet om målet ”{goal}” går att godta etiskt och politiskt (A i SMART).",
        en="It is not stated whether the goal “{goal}” is acceptable ethically and politically (A in SMART).",
        sv_help="Skriv det gärna under Accepterat (`accepted`), med vem som har tagit ställning.",
        en_help="Preferably write it under `accepted`, with who has considered it.",
    ),
    kinds=("action-plan",),
)
def goal_not_accepted(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """For effect goals the method recommends asking whether goal and measures are ethically and politically sound.

    sv: För effektmål rekommenderar metoden frågan om mål och åtgärder går att godta etiskt och politiskt.
    source: {goals}. | {goals}.
    bad:
        kind: action-plan
        decisions:
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: Fler vid torget blir trygga., criterion: Två mätningar visar det.,
             realistic: Ryms i budgeten., deadline: 2025-12}
    good:
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: Fler vid torget blir trygga., criterion: Två mätningar visar det.,
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
    """
    if is_settled(given.model, given.today):
        return  # whoever decided has considered it
    for i, goal in enumerate(given.model.goals):
        if goal.accepted is None and _is_of_effect(goal):
            yield at("goals", i, goal=_name(goal))


@rule(
    Severity.NOTE,
    Entry(
        sv="Det är inte angivet varför målet ”{goal}” kan nås i tid med det valda arbetssättet (R i SMART).",
        en="It is not stated why the goal “{goal}” can be reached in time with the chosen method (R in SMART).",
        sv_help="Skriv det gärna under Realistiskt (`realistic`), med arbetssätt, resurser och tid.",
        en_help="Preferably write it under `realistic`, with method, resources and time.",
    ),
    kinds=("action-plan",),
)
def goal_not_realistic(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """For effect goals the method recommends asking whether they are within reach in time with the chosen method.

    sv: För effektmål rekommenderar metoden frågan om de kan nås i tid med det valda arbetssättet.
    source: {goals}. | {goals}.
    bad:
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: Fler vid torget blir trygga., criterion: Två mätningar visar det.,
             accepted: Styrgruppen., deadline: 2025-12}
    good:
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: Fler vid torget blir trygga., criterion: Två mätningar visar det.,
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
    """
    for i, goal in enumerate(given.model.goals):
        if goal.realistic is None and _is_of_effect(goal):
            yield at("goals", i, goal=_name(goal))


@rule(
    Severity.ERROR,
    Entry(
        sv="Det är inte angivet när målet ”{goal}” ska vara uppnått (T i SMART).",
        en="It is not stated when the goal “{goal}” is to be reached (T in SMART).",
        sv_help="Lägg till Senast (`deadline`) med ett år, en månad eller en dag.",
        en_help="Add `deadline` with a year, a month or a day.",
    ),
    kinds=("action-plan",),
)
def goal_without_deadline(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """A goal without a deadline is never late, and so never followed up.

    sv: Ett mål utan slutdatum blir aldrig försenat, och därför aldrig uppföljt.
    source: {goals}: mätbara och tidsatta. | {goals}: measurable and timed.
    bad:
        kind: action-plan
        decisions:
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: Fler vid torget blir trygga., criterion: Två mätningar visar det., accepted: Styrgruppen.,
             realistic: Ryms i budgeten.}
    good:
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: Fler vid torget blir trygga., criterion: Två mätningar visar det.,
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
    """
    is_told = given.document.period[1] is not None and standing_of(given.document, given.today) is not Standing.DRAFT
    for i, goal in enumerate(given.model.goals):
        if goal.deadline is None and goal.measured is None and not is_told:
            yield at("goals", i, goal=_name(goal))
