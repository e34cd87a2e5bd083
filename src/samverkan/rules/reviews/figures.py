"""The figures of outcomes beside the targets and the verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from samverkan.findings import Severity
from samverkan.model.choices import Result
from samverkan.model.goals import Goal
from samverkan.reviews.met import falls_short, figure_of, is_met, may_be_met, quantity_of
from samverkan.rules.reviews.reviewed import outcomes_of
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.numbers import Figure, change_text, limits_text
from samverkan.words.sentence import Entry, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.base import Part
    from samverkan.model.cooperation import Quantity
    from samverkan.model.review import FollowUp, Outcome

_MORE_THAN = Text("fler än {value}", "more than {value}")
_LESS_THAN = Text("färre än {value}", "fewer than {value}")


@rule(
    Severity.NOTE,
    Entry(
        sv="Målet ”{goal}” har ett målvärde, men utfallet har ingen siffra.",
        en="The goal “{goal}” has a target, but the outcome has no figure.",
        sv_help="Lägg till Värde (`value`) med den uppmätta siffran, eller skriv under Kommentar (`comment`) varför "
        "den saknas.",
        en_help="Add `value` with the measured figure, or write under `comment` why it is missing.",
    ),
    kinds=("follow-up",),
)
def outcome_without_figure(given: RuleInput[FollowUp]) -> Iterator[Breach]:
    """A goal with a target is judged by its figure.

    sv: Ett mål med målvärde bedöms med en uppmätt siffra.
    source: {goals}: mätbara. | {goals}: measurable.
    bad:
        kind: follow-up
        outcomes: [{item: tryggare, result: reached}, {item: belysning, result: reached}]
    good:
        kind: follow-up
        outcomes: [{item: tryggare, result: reached, value: 61}, {item: belysning, result: reached}]
    """
    for position, outcome, goal in _judged_goals(given):
        is_over = outcome.result in {Result.REACHED, Result.PARTLY, Result.NOT_REACHED}
        if goal.target is not None and is_over and outcome.value is None and outcome.comment is None:
            yield at("outcomes", position, goal=goal.id or goal.label)


def _judged_goals(given: RuleInput[FollowUp]) -> Iterator[tuple[int, Outcome, Goal]]:
    for reference in outcomes_of(given):
        part = reference.target.place.part if reference.target.place else None
        if isinstance(part, Goal):
            position = int(reference.link.path[1])
            yield position, given.model.outcomes[position], part


@rule(
    Severity.WARNING,
    Entry(
        sv="Utfallet är ”{result}”, men siffran {value} säger något annat: det ska vara {target}.",
        en="The outcome is “{result}”, but the figure {value} says otherwise: it is to be {target}.",
        sv_help="Rätta Utfall (`result`) eller Värde (`value`).",
        en_help="Correct `result` or `value`.",
    ),
    kinds=("follow-up",),
)
def result_contradicts_figure(given: RuleInput[FollowUp]) -> Iterator[Breach]:
    """A figure must not contradict the verdict beside it, whether that says that the goal is reached or not.

    sv: Siffran ska inte motsäga bedömningen, vare sig den säger att målet är uppnått eller att det inte är det.
    source: {goals}: mätbara. | {goals}: measurable.
    bad:
        kind: follow-up
        outcomes: [{item: tryggare, result: reached, value: 50}, {item: belysning, result: reached}]
    good:
        kind: follow-up
        outcomes: [{item: tryggare, result: reached, value: 61}, {item: belysning, result: reached}]
    """
    for position, outcome, part in _judged(given):
        met = is_met(outcome, part, given.model.period)
        is_known = met is not None or falls_short(outcome, part, given.model.period)
        verdicts = _SAYS_NOT if met else _SAYS_ALL
        is_contradicted = outcome.result in verdicts and not may_be_met(outcome, part)
        figure = figure_of(outcome)
        if outcome.result is not None and figure is not None and is_known and is_contradicted:
            place = ("outcomes", position, "result")
            yield at(*place, result=outcome.result.of(part.item), value=Figure(figure), target=_limits_of(part))


_SAYS_ALL = {Result.REACHED}
_SAYS_NOT = {Result.NOT_REACHED, Result.NOT_YET, Result.PARTLY}


def _limits_of(part: Part) -> Text:
    if isinstance(part, Goal) and part.target is not None:
        limits, change = part.target.limits, part.target.change_percent
        if change is not None:
            return change_text(change)
        return limits_text(limits.low, limits.high, is_open=limits.is_open) if limits else limits_text(None, None)
    quantity = cast("Quantity", quantity_of(part))  # of what has none no figure says whether it is met
    if quantity.more_than is not None:
        return _MORE_THAN.with_fields(value=Figure(quantity.more_than))
    if quantity.less_than is not None:
        return _LESS_THAN.with_fields(value=Figure(quantity.less_than))
    exactly = quantity.exactly
    return limits_text(exactly, exactly) if exactly is not None else limits_text(quantity.at_least, quantity.at_most)


def _judged(given: RuleInput[FollowUp]) -> Iterator[tuple[int, Outcome, Part]]:
    """Give each outcome that leads to a part that could be read, with its position and the part."""
    for reference in outcomes_of(given):
        part = reference.target.place.part if reference.target.place else None
        if part is not None:
            position = int(reference.link.path[1])
            yield position, given.model.outcomes[position], part
