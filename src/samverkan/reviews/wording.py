"""What an outcome says in one line: its verdict, and its main figure with how many more there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.choices import KINDS_KNOWN, Kind, Unit
from samverkan.reviews.met import unit_of
from samverkan.words.numbers import SINGULAR, Figure
from samverkan.words.outcomes import (
    DONE_BY,
    IN_WORDS,
    MORE_FIGURES,
    NO_FIGURE,
    NO_VERDICT,
    ON_DAY,
    ONE_MORE_FIGURE,
    UNDER_HEADING,
)
from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from samverkan.model.base import Part
    from samverkan.model.choices import Precision
    from samverkan.model.counts import Count
    from samverkan.model.review import Outcome
    from samverkan.words.sentence import FieldValue
    from samverkan.workspace.document import Document


def outcome_words(outcome: Outcome, part: Part | None, day: str) -> Text:
    """Word an outcome: ”delvis, minst 43 kontroller och 4 siffror till (2024-05-15)”.

    Args:
        outcome: what a follow-up states.
        part: what it is of.
        day: the day of the follow-up; empty where it says none.
    """
    unit = outcome.unit or unit_of(part)
    figures = [_figure(outcome.value, unit, outcome.precision)] if outcome.value is not None else []
    figures += [UNDER_HEADING.with_fields(heading=count.title, said=_counted(count)) for count in outcome.counts]
    said: list[FieldValue] = [outcome.result.of(part.item if part else None)] if outcome.result else []
    if figures:
        more = len(figures) - 1
        form = MORE_FIGURES if more > 1 else ONE_MORE_FIGURE
        said.append(form.with_fields(figure=figures[0], count=more) if more else figures[0])
    stated = _joined(", ", said or [_otherwise(outcome)])
    return ON_DAY.with_fields(said=stated, day=day) if day else stated


def done_by(document: Document) -> Text:
    """Say that something is done as its own document tells, where no follow-up does."""
    kind = next((kind for kind in Kind if kind == document.kind), Kind.ACTION_PLAN)
    return DONE_BY.with_fields(document=Text(*KINDS_KNOWN[kind]))


def _otherwise(outcome: Outcome) -> FieldValue:
    """Say what an outcome is where it is neither one of the verdicts nor a figure."""
    return outcome.light or (IN_WORDS if outcome.comment else NO_VERDICT)


def _counted(count: Count) -> Text:
    """Word one of the figures that an outcome lists: as a figure, else in its own words."""
    if count.value is not None:
        return _figure(count.value, count.unit, count.precision)
    return Text(count.text, count.text) if count.text else NO_FIGURE


def _figure(value: Decimal, unit: str | None, precision: Precision | None) -> Text:
    """Word a figure as it is stated: ”minst 43 kontroller”."""
    own = unit or ""
    counted_one = SINGULAR.get(own, own) if value == 1 else own
    named: FieldValue = next((one for one in Unit if one.value == unit), counted_one)
    counted = [named] if named and named is not Unit.COUNT else []
    return _joined(" ", [*([precision] if precision else []), Figure(value), *counted])


def _joined(between: str, parts: Sequence[FieldValue]) -> Text:
    fields = {f"part{i}": part for i, part in enumerate(parts)}
    form = between.join(f"{{{name}}}" for name in fields)
    return Text(form, form, fields)
