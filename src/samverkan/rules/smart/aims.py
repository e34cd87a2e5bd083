"""Figures of a goal that contradict each other: its baseline, its target and the way it is to go."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Mend, MendKind, Severity
from samverkan.model.choices import Direction, Unit
from samverkan.model.fields import keys_of
from samverkan.model.goals import Goal, Limits, Target
from samverkan.rules.concern import Concern
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.numbers import Figure, change_text, limits_text
from samverkan.words.sentence import Entry, Text
from samverkan.workspace.indicators import indicators_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from samverkan.findings import KeyPath
    from samverkan.model.document import DocumentModel
    from samverkan.workspace.document import Document

_BASELINE = Text("Utgångsläget står här.", "The baseline is here.")
_NOTHING_MORE = Text("", "")
_NOT_STATED = Text("inte angivet", "not stated")
_ALL = Decimal(100)


def _goals(document: Document) -> Iterator[tuple[KeyPath, Goal]]:
    return ((path, part) for path, part in document.parts_of(Goal) if isinstance(part, Goal))


@rule(
    Severity.ERROR,
    Entry(
        sv="Målvärdet är detsamma som utgångsläget, {value}.",
        en="The target is the same as the baseline, {value}.",
        sv_help="Rätta Målvärde (`target`) eller Utgångsläge (`baseline`). Ska siffran ligga kvar, ange det som "
        "Riktning (`direction: maintain`).",
        en_help="Correct `target` or `baseline`. If the figure is to stay as it is, write `direction: maintain`.",
    ),
    concern=Concern.CONTRADICTION,
    kinds=("agreement", "action-plan", "citizen-promise", "communication-plan"),
)
def target_equals_baseline(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A goal that is reached before the work begins changes nothing.

    sv: Ett mål som är uppnått innan arbetet börjar förändrar ingenting.
    source: {order}. | {order}.
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
    for path, goal in _goals(given.document):
        limits, start = goal.target.limits if goal.target else None, goal.start
        if limits is None or start is None or goal.direction is Direction.MAINTAIN:
            continue
        if limits.ends == (start,) and not limits.is_open:
            yield at(*path, "target", related=(Elsewhere(_BASELINE, (*path, "baseline")),), value=Figure(start))


@rule(
    Severity.ERROR,
    Entry(
        sv="Siffran ska {direction} enligt riktningen, men utgångsläget är {from_value} och målvärdet {to}.",
        en="The figure is to {direction} by its direction, but the baseline is {from_value} and the target {to}.",
        sv_help="{minus}Rätta {correct}.",
        en_help="{minus}Correct {correct}.",
    ),
    concern=Concern.CONTRADICTION,
    kinds=("agreement", "action-plan", "citizen-promise", "communication-plan"),
)
def direction_contradicts_target(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A goal that is to fall to a higher figure has a slip in one of its parts.

    sv: Ett mål som ska minska till en högre siffra har en felskrivning i någon del.
    source: {order}. | {order}.
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
    for path, goal in _goals(given.document):
        if goal.direction is None or goal.target is None or goal.way_to_target in {None, goal.direction}:
            continue
        from_value = _NOT_STATED if goal.start is None else Figure(goal.start)
        less = _minus_left_out(goal.direction, goal.target)
        minus, correct = _MINUS.with_fields(less=less) if less else _NOTHING_MORE, _ONE_OF_THREE
        place, mend = ("target", "change_percent") if less else ("target",), less
        if _is_desired(given, goal):
            place, mend, minus = ("direction",), str(goal.way_to_target), _NOTHING_MORE
            correct = _DIRECTION.with_fields(way=mend)
        said = {"from_value": from_value, "to": _aim(goal.target), "direction": goal.direction}
        yield Breach((*path, *place), {**said, "minus": minus, "correct": correct}, mend=Mend(mend))


def _is_desired(given: RuleInput[DocumentModel], goal: Goal) -> bool:
    """Tell whether a situation picture wants the goal's figure to go the way to its target."""
    found = indicators_of(goal, given.document, given.workspace)
    desired = {one.indicator.desired for one in found if one.indicator.desired is not None}
    return desired == {goal.way_to_target}


_ONE_OF_THREE = Text(
    "Riktning (`direction`), Målvärde (`target`) eller Utgångsläge (`baseline`)", "`direction`, `target` or `baseline`"
)
_DIRECTION = Text(
    "Riktning (`direction: {way}`): det är den som önskas i lägesbilden",
    "`direction: {way}`: that is what the situation picture desires",
)


def _minus_left_out(direction: Direction, target: Target) -> str:
    """Write the change that a decrease has with a minus sign, where that was left out."""
    change = target.change_percent
    return f"{-change:f}" if direction is Direction.DECREASE and change is not None and change > 0 else ""


_MINUS = Text(
    "En minskning skrivs med minustecken: Förändring i procent (`change_percent: {less}`). ",
    "A decrease is written with a minus sign: `change_percent: {less}`. ",
)


def _aim(target: Target) -> Text:
    """Word what is to be reached: “40”, “at most 40”, “a change of −10 per cent”."""
    if target.change_percent is not None:
        return change_text(target.change_percent)
    limits = target.limits or Limits(None, None)
    return limits_text(limits.low, limits.high, is_open=limits.is_open)


@rule(
    Severity.WARNING,
    Entry(
        sv="{value} kan inte vara en andel i procent.",
        en="{value} cannot be a share in per cent.",
        sv_help="Skriv ett tal från 0 till 100, eller rätta Enhet (`unit`).",
        en_help="Write a number from 0 to 100, or correct `unit`.",
    ),
    concern=Concern.CONTRADICTION,
    kinds=("agreement", "action-plan", "citizen-promise", "communication-plan"),
)
def share_out_of_range(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A share of more than all or less than none is a slip of the figure or of the unit.

    sv: En andel som är mer än allt eller mindre än inget är en felskrivning av siffran eller enheten.
    source: {order}. | {order}.
    bad:
        goals:
          - {id: trygga, text: Fler är trygga., indicator: Andel trygga, unit: per-cent, target: {at_least: 150}}
    good:
        goals:
          - {id: trygga, text: Fler är trygga., indicator: Andel trygga, unit: per-cent, target: {at_least: 75}}
    """
    for path, goal in _goals(given.document):
        if goal.unit != Unit.PER_CENT.value:
            continue
        values = [("baseline", "value", goal.start)]
        if target := goal.target:
            values += [("target", key, value) for key, value in target.figures.items()]
        for part, key, value in values:
            if value is not None and not 0 <= value <= _ALL:
                yield at(*path, part, key, value=Figure(value))


@rule(
    Severity.WARNING,
    Entry(
        sv="Siffran ska {direction}, men målvärdet, {to}, är redan nått med utgångsläget {from_value}.",
        en="The figure is to {direction}, but its target, {to}, is reached already by the baseline {from_value}.",
        sv_help="Troligen avses {title} (`{key}`). Annars är det Riktning (`direction`) som ska rättas.",
        en_help="Most likely `{key}` is meant; otherwise it is `direction` that should be corrected.",
    ),
    concern=Concern.CONTRADICTION,
    kinds=("agreement", "action-plan", "citizen-promise", "communication-plan"),
)
def target_limit_of_other_direction(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A figure that is to fall has no lower limit to reach: the one of the goal above has come along.

    sv: En siffra som ska minska har ingen undre gräns att nå: den har följt med från målet ovanför.
    source: {order}. | {order}.
    bad:
        goals:
          - id: inbrott
            text: Färre inbrott.
            indicator: Anmälda bostadsinbrott
            direction: decrease
            baseline: {value: 40, period: 2023}
            target: {at_least: 30}
    good:
        goals:
          - id: inbrott
            text: Färre inbrott.
            indicator: Anmälda bostadsinbrott
            direction: decrease
            baseline: {value: 40, period: 2023}
            target: {at_most: 30}
    """
    for path, goal in _goals(given.document):
        key = _limit_of_other_direction(goal)
        if key and goal.target and goal.start is not None and goal.direction:
            meant = _OTHER_LIMITS[goal.direction][key]
            yield at(
                *(*path, "target", key),
                mend=Mend(meant, MendKind.KEY),
                direction=goal.direction,
                from_value=Figure(goal.start),
                to=_aim(goal.target),
                key=meant,
                title=keys_of(Target)[meant].title or meant,
            )


def _limit_of_other_direction(goal: Goal) -> str:
    """Give the key of the one limit of a target, where it is of the other direction and the baseline is within it."""
    limits, start = goal.target.limits if goal.target else None, goal.start
    if goal.target is None or limits is None or start is None or not limits.hold(start) or start in limits.ends:
        return ""
    key, *others = goal.target.figures
    return key if not others and key in _OTHER_LIMITS.get(goal.direction, {}) else ""


_OTHER_LIMITS: Mapping[Direction | None, Mapping[str, str]] = {
    Direction.DECREASE: {"at_least": "at_most", "more_than": "less_than"},
    Direction.INCREASE: {"at_most": "at_least", "less_than": "more_than"},
}
"""The limit that is meant where a figure is to go one way and the limit is of the other."""
