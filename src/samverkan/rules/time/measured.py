"""The time that a figure is said to be of, beside the same figure in the situation picture."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, cast

from samverkan.findings import Elsewhere, Mend, Severity
from samverkan.model.choices import FigureStatus
from samverkan.model.goals import Goal, GoalIndicator
from samverkan.model.kinds import is_follow_up
from samverkan.model.picture import Source
from samverkan.rules.concern import Concern
from samverkan.rules.reviews.reviewed import outcomes_of
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.source.quoting import scalar
from samverkan.words.numbers import Figure as Shown
from samverkan.words.sentence import Entry, Text
from samverkan.workspace.indicators import indicators_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from samverkan.findings import KeyPath
    from samverkan.model.counts import Figure
    from samverkan.model.dates import CoarseDate
    from samverkan.model.document import DocumentModel
    from samverkan.model.picture import Breakdown, Comparison
    from samverkan.model.review import FollowUp
    from samverkan.workspace.document import Document
    from samverkan.workspace.indicators import KnownIndicator

_INDICATOR = Text("Siffran för {meant} står här.", "The figure for {meant} is here.")
_LEAST = 10
"""Smaller whole numbers come back from year to year by chance."""


@rule(
    Severity.WARNING,
    Entry(
        sv="I lägesbilden är {value} värdet för {meant}; för {period} är det {then}.",
        en="In the situation picture {value} is the value for {meant}; for {period} it is {then}.",
        sv_help="Rätta Period (`period: {meant}`). Gäller siffran {period}, rätta i stället Värde (`value: {other}`).",
        en_help="Correct `period: {meant}`. If the figure is for {period}, correct `value: {other}` instead.",
    ),
    concern=Concern.ORDER,
    kinds=("agreement", "action-plan", "follow-up"),
)
def figure_of_another_period(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A figure that the picture has for another year stands beside the wrong year, and what changed since looks wrong.

    sv: En siffra som i lägesbilden gäller ett annat år står vid fel år, och då blir också förändringen sedan dess fel.
    source: {order}. | {order}.
    bad:
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: Fler vid torget blir trygga., indicator: Andel trygga, unit: per-cent,
             baseline: {value: 52, period: 2022}, target: {at_least: 60},
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
        ---
        kind: situation-picture
        indicators:
          - {id: trygga, title: Andel trygga, unit: per-cent,
             values: [{period: 2022, value: 55}, {period: 2023, value: 52}]}
    good:
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: Fler vid torget blir trygga., indicator: Andel trygga, unit: per-cent,
             baseline: {value: 52, period: 2023}, target: {at_least: 60},
             accepted: Styrgruppen., realistic: Ryms i budgeten., deadline: 2025-12}
        ---
        kind: situation-picture
        indicators:
          - {id: trygga, title: Andel trygga, unit: per-cent,
             values: [{period: 2022, value: 55}, {period: 2023, value: 52}]}
    """
    for path, stated in _stated(given):
        found = _of_another_period(stated, indicators_of(stated.measured, stated.document, given.workspace))
        if found is not None and _was_known(given, found.meant.period.last):
            known, meant, then = found
            where = Elsewhere(_INDICATOR.with_fields(meant=meant.period), _place(known, meant), known.document.file)
            value = then.value or Decimal()
            is_of_period = str(stated.period.year) in (stated.source or "")
            key, right = ("value", f"{value:f}") if is_of_period else ("period", str(meant.period))
            yield at(
                *path,
                key,
                related=(where,),
                mend=Mend(scalar(right)) if key == "period" else Mend(right),
                value=Shown(stated.value),
                meant=meant.period,
                period=stated.period,
                then=Shown(value),
                other=f"{value:f}",
            )


class _Stated(NamedTuple):
    """A figure with its time, what it measures, and the document that says what that is."""

    value: Decimal
    period: CoarseDate
    measured: Goal | GoalIndicator
    document: Document
    source: str | None


def _stated(given: RuleInput[DocumentModel]) -> Iterator[tuple[KeyPath, _Stated]]:
    """Give the exact figures of baselines that have a time, and those of outcomes of goals, with their places."""
    for path, part in given.document.parts_of(Goal, GoalIndicator):
        goal = cast("Goal | GoalIndicator", part)
        start = goal.baseline
        if start and start.value is not None and start.period is not None and start.precision is None:
            yield (*path, "baseline"), _Stated(start.value, start.period, goal, given.document, start.source)
    if is_follow_up(given.model):
        yield from _of_outcomes(cast("RuleInput[FollowUp]", given))


def _of_outcomes(given: RuleInput[FollowUp]) -> Iterator[tuple[KeyPath, _Stated]]:
    for reference in outcomes_of(given):
        goal = reference.target.place.part if reference.target.place else None
        outcome = given.model.outcomes[int(reference.link.path[1])]
        value, period = outcome.value, outcome.period
        is_same = outcome.unit is None and outcome.precision is None
        if isinstance(goal, Goal) and value is not None and period is not None and is_same:
            yield reference.link.path[:2], _Stated(value, period, goal, reference.target.document, outcome.source)


class _Found(NamedTuple):
    known: KnownIndicator
    meant: Figure
    then: Figure


def _of_another_period(stated: _Stated, known: Sequence[KnownIndicator]) -> _Found | None:
    """Find the one other time that a figure is of; None where some picture has it for its own time."""
    is_small = abs(stated.value) < _LEAST and stated.value == stated.value.to_integral_value()
    if is_small or any(_holds(one, stated) for one in known):
        return None
    of_source = [one for one in known if _is_of_source(one, stated.source)]
    found = [made for one in of_source if (made := _found_in(one, stated)) is not None]
    return found[0] if len({one.meant.period for one in found}) == 1 else None


def _is_of_source(known: KnownIndicator, source: str | None) -> bool:
    """Tell whether a figure is from the source of an indicator, or has none of its own: other surveys count otherwise.

    The first words of both tell: ”Trygghetsmätningen 2025” and ”Trygghetsmätningen, Exempelby”.
    """
    place = known.document.items.get(known.indicator.source or "")
    title = place.part.title if place is not None and isinstance(place.part, Source) else ""
    return source is None or _first_word(source) == _first_word(title)


def _first_word(text: str) -> str:
    return next(iter(text.casefold().replace(",", " ").split()), " ")


def _holds(known: KnownIndicator, stated: _Stated) -> bool:
    """Tell whether a picture has the figure for its own time, also for a part of those who are counted or others."""
    indicator = known.indicator
    beside: Sequence[Comparison | Breakdown] = (*indicator.comparisons, *indicator.breakdowns)
    series = [indicator.values, *(one.values for one in beside)]
    return any((one.period, one.value) == (stated.period, stated.value) for figures in series for one in figures)


def _found_in(known: KnownIndicator, stated: _Stated) -> _Found | None:
    exact = [one for one in known.indicator.values if one.value is not None and one.precision is None]
    same_time = [one for one in exact if one.period == stated.period and not _may_change(one, known)]
    same_value = [one for one in exact if one.value == stated.value and not one.period.said]
    return _Found(known, same_value[0], same_time[0]) if len(same_time) == len(same_value) == 1 else None


def _may_change(figure: Figure, known: KnownIndicator) -> bool:
    return (figure.status or known.indicator.status) is FigureStatus.PRELIMINARY


def _place(known: KnownIndicator, figure: Figure) -> KeyPath:
    return (*known.path, "values", known.indicator.values.index(figure))


def _was_known(given: RuleInput[DocumentModel], last: date) -> bool:
    """Tell whether a time was over when the document was made, as far as that is known."""
    made = given.document.made_on
    return made is None or last < made
