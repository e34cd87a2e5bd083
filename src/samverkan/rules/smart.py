"""SMART: what a goal in a plan must say, one rule for each letter, and figures that contradict each other."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Severity
from samverkan.model.choices import Direction, Unit
from samverkan.model.fields import parts_of
from samverkan.model.goals import Goal
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath
    from samverkan.model.document import DocumentModel
    from samverkan.model.goals import Target
    from samverkan.model.plan import ActionPlan

_BASELINE = Text("Utgångsläget står här.", "The baseline stands here.")
_ALL = Decimal(100)


def _goals(model: DocumentModel) -> Iterator[tuple[KeyPath, Goal]]:
    return ((path, part) for path, part in parts_of(model) if isinstance(part, Goal))


def _name(goal: Goal) -> str:
    return goal.id or goal.label


@rule(
    Severity.ERROR,
    Entry(
        sv="Målet {goal} säger inte vad som ska förändras, var och för vilka (S i SMART).",
        en="The goal {goal} does not say what is to change, where and for whom (S in SMART).",
        sv_help="Lägg till specific: med en mening om det.",
        en_help="Add specific: with a sentence about it.",
    ),
    kinds=("action-plan",),
)
def goal_not_specific(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """A goal that does not say what is to change, where and for whom means different things to each reader.

    sv: Ett mål som inte säger vad som ska förändras, var och för vilka betyder olika saker för olika läsare.
    source: SMART-mål: Brås vägledning för planer och statsbidrag. | SMART goals: national guidance.
    bad:
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             criterion: Två mätningar visar det.,
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
    good:
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: De som bor vid torget., criterion: Två mätningar visar det.,
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
    """
    for i, goal in enumerate(given.model.goals):
        if goal.specific is None:
            yield at("goals", i, goal=_name(goal))


@rule(
    Severity.ERROR,
    Entry(
        sv="Målet {goal} går inte att mäta (M i SMART).",
        en="The goal {goal} cannot be measured (M in SMART).",
        sv_help="Lägg till indicator och target, eller criterion om det avgörs med ja eller nej.",
        en_help="Add indicator and target, or criterion if yes or no decides it.",
    ),
    kinds=("action-plan",),
)
def goal_not_measurable(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """Without an indicator and a target, or a criterion, nobody can say whether the goal was reached.

    sv: Utan indikator och målvärde, eller ett kriterium, kan ingen säga om målet har nåtts.
    source: SMART-mål: Brås vägledning för planer och statsbidrag. | SMART goals: national guidance.
    bad:
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: De som bor vid torget., accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
    good:
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: De som bor vid torget., criterion: Två mätningar visar det.,
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
    """
    for i, goal in enumerate(given.model.goals):
        if goal.criterion is None and (goal.indicator is None or goal.target is None):
            yield at("goals", i, goal=_name(goal))


@rule(
    Severity.ERROR,
    Entry(
        sv="Målet {goal} säger inte vem som har ställt sig bakom det (A i SMART).",
        en="The goal {goal} does not say who has endorsed it (A in SMART).",
        sv_help="Lägg till accepted: med vem som har beslutat eller godtagit målet, etiskt och politiskt.",
        en_help="Add accepted: with who has decided or endorsed the goal, ethically and politically.",
    ),
    kinds=("action-plan",),
)
def goal_not_accepted(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """A goal that nobody has endorsed gets neither time nor money.

    sv: Ett mål som ingen har ställt sig bakom får varken tid eller pengar.
    source: SMART-mål: Brås vägledning för planer och statsbidrag. | SMART goals: national guidance.
    bad:
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: De som bor vid torget., criterion: Två mätningar visar det.,
             realistic: Ryms i budgeten., deadline: 2025-12}
    good:
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: De som bor vid torget., criterion: Två mätningar visar det.,
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
    """
    for i, goal in enumerate(given.model.goals):
        if goal.accepted is None:
            yield at("goals", i, goal=_name(goal))


@rule(
    Severity.ERROR,
    Entry(
        sv="Målet {goal} säger inte varför det kan nås (R i SMART).",
        en="The goal {goal} does not say why it can be reached (R in SMART).",
        sv_help="Lägg till realistic: med resurser och förutsättningar.",
        en_help="Add realistic: with resources and conditions.",
    ),
    kinds=("action-plan",),
)
def goal_not_realistic(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """A goal without resources behind it disappoints those whom it was meant for.

    sv: Ett mål utan resurser bakom sig gör dem besvikna som det var tänkt för.
    source: SMART-mål: Brås vägledning för planer och statsbidrag. | SMART goals: national guidance.
    bad:
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: De som bor vid torget., criterion: Två mätningar visar det.,
             accepted: Styrgruppen., deadline: 2025-12}
    good:
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: De som bor vid torget., criterion: Två mätningar visar det.,
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
    """
    for i, goal in enumerate(given.model.goals):
        if goal.realistic is None:
            yield at("goals", i, goal=_name(goal))


@rule(
    Severity.ERROR,
    Entry(
        sv="Målet {goal} har inget slutdatum (T i SMART).",
        en="The goal {goal} has no deadline (T in SMART).",
        sv_help="Lägg till deadline: med ett år, en månad eller en dag.",
        en_help="Add deadline: with a year, a month or a day.",
    ),
    kinds=("action-plan",),
)
def goal_without_deadline(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """A goal without a deadline is never late, and so never followed up.

    sv: Ett mål utan slutdatum blir aldrig försenat, och därför aldrig uppföljt.
    source: SMART-mål: Brås vägledning för planer och statsbidrag. | SMART goals: national guidance.
    bad:
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: De som bor vid torget., criterion: Två mätningar visar det., accepted: Styrgruppen.,
             realistic: Ryms i budgeten.}
    good:
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: De som bor vid torget., criterion: Två mätningar visar det.,
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
    """
    for i, goal in enumerate(given.model.goals):
        if goal.deadline is None:
            yield at("goals", i, goal=_name(goal))


@rule(
    Severity.ERROR,
    Entry(
        sv="Målvärdet är detsamma som utgångsläget, {value}.",
        en="The target is the same as the baseline, {value}.",
        sv_help="Rätta target eller baseline. Ska läget bestå, skriv direction: maintain.",
        en_help="Correct target or baseline. If the level is to be kept, write direction: maintain.",
    ),
    kinds=("agreement", "action-plan"),
)
def target_equals_baseline(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A goal that is reached before the work begins changes nothing.

    sv: Ett mål som är nått innan arbetet börjar förändrar ingenting.
    source: SMART-mål: mätbara. | SMART goals: measurable.
    bad:
        goals:
          - id: inbrott
            text: Färre inbrott.
            indicator: Anmälda bostadsinbrott
            unit: count
            baseline: {value: 40, period: 2023}
            target: {value: 40}
    good:
        goals:
          - id: inbrott
            text: Färre inbrott.
            indicator: Anmälda bostadsinbrott
            unit: count
            baseline: {value: 40, period: 2023}
            target: {at_most: 30}
    """
    for path, goal in _goals(given.model):
        wanted = _aim(goal.target)
        value = goal.baseline.value if goal.baseline else None
        if wanted is not None and wanted == value and goal.direction is not Direction.MAINTAIN:
            yield at(*path, "target", related=(Elsewhere(_BASELINE, (*path, "baseline")),), value=str(value))


@rule(
    Severity.ERROR,
    Entry(
        sv="Målvärdet och riktningen säger emot varandra: {from_value} ska {direction} till {to}.",
        en="Target and direction contradict each other: {from_value} is to {direction} to {to}.",
        sv_help="Rätta direction, target eller baseline.",
        en_help="Correct direction, target or baseline.",
    ),
    kinds=("agreement", "action-plan"),
)
def direction_contradicts_target(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A goal that is to fall to a higher figure has a slip in one of its parts.

    sv: Ett mål som ska minska till en högre siffra har en felskrivning i någon del.
    source: SMART-mål: mätbara. | SMART goals: measurable.
    bad:
        goals:
          - id: inbrott
            text: Färre inbrott.
            indicator: Anmälda bostadsinbrott
            direction: decrease
            baseline: {value: 40, period: 2023}
            target: {at_most: 50}
    good:
        goals:
          - id: inbrott
            text: Färre inbrott.
            indicator: Anmälda bostadsinbrott
            direction: decrease
            baseline: {value: 40, period: 2023}
            target: {at_most: 30}
    """
    for path, goal in _goals(given.model):
        if goal.direction is None or goal.target is None:
            continue
        value = goal.baseline.value if goal.baseline else None
        wanted, change = _aim(goal.target), goal.target.change_percent
        rises = change > 0 if change is not None else None
        if rises is None and wanted is not None and value is not None and wanted != value:
            rises = wanted > value
        fits = goal.direction is not Direction.MAINTAIN and rises == (goal.direction is Direction.INCREASE)
        if rises is None or fits:
            continue
        from_value = "–" if value is None else str(value)
        to = f"{change} %" if change is not None else str(wanted)
        yield at(*path, "target", from_value=from_value, to=to, direction=goal.direction)


def _aim(target: Target | None) -> Decimal | None:
    if target is None:
        return None
    return next((v for v in (target.value, target.at_least, target.at_most) if v is not None), None)


@rule(
    Severity.WARNING,
    Entry(
        sv="{value} kan inte vara en andel i procent.",
        en="{value} cannot be a share in per cent.",
        sv_help="Skriv ett tal från 0 till 100, eller rätta unit.",
        en_help="Write a number from 0 to 100, or correct unit.",
    ),
    kinds=("agreement", "action-plan"),
)
def share_out_of_range(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A share of more than all or less than none is a slip of the figure or of the unit.

    sv: En andel som är mer än allt eller mindre än inget är en felskrivning av siffran eller enheten.
    source: SMART-mål: mätbara. | SMART goals: measurable.
    bad:
        goals:
          - {id: trygga, text: Fler är trygga., indicator: Andel trygga, unit: per-cent, target: {at_least: 150}}
    good:
        goals:
          - {id: trygga, text: Fler är trygga., indicator: Andel trygga, unit: per-cent, target: {at_least: 75}}
    """
    for path, goal in _goals(given.model):
        if goal.unit != Unit.PER_CENT.value:
            continue
        values = [("baseline", "value", goal.baseline.value)] if goal.baseline else []
        if goal.target:
            values += [("target", key, getattr(goal.target, key)) for key in ("value", "at_least", "at_most")]
        for part, key, value in values:
            if value is not None and not 0 <= value <= _ALL:
                yield at(*path, part, key, value=str(value))


RULES = (
    goal_not_specific,
    goal_not_measurable,
    goal_not_accepted,
    goal_not_realistic,
    goal_without_deadline,
    target_equals_baseline,
    direction_contradicts_target,
    share_out_of_range,
)
