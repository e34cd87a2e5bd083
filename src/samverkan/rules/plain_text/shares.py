"""A share among figures in per cent: 0.58 beside 57 and 54."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Mend, Severity
from samverkan.model.choices import Unit
from samverkan.model.counts import Figure
from samverkan.rules.concern import Concern
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.numbers import Figure as Shown
from samverkan.words.sentence import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from samverkan.findings import KeyPath
    from samverkan.model.base import Part
    from samverkan.model.document import DocumentModel

_LEAST_OTHERS = 2
_LEAST = 10
_SO_ALIKE = 2
"""The per cent that a share makes are to lie between half of the least of the others and twice the largest."""


@rule(
    Severity.WARNING,
    Entry(
        sv="Värdet {value} står bland procent på {least}–{most} och är troligen en andel.",
        en="The value {value} stands among per cents of {least}–{most}, and is most likely a share.",
        sv_help="Enheten är procent, så skriv Värde (`value: {meant}`).",
        en_help="The unit is per cent, so write `value: {meant}`.",
    ),
    concern=Concern.ORDER,
    kinds=("situation-picture",),
)
def share_among_per_cents(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A spreadsheet shows 0.58 as 58 per cent; copied as it is stored, it falls to nothing in a chart.

    sv: Ett kalkylblad visar 0,58 som 58 procent; kopierat som det är lagrat sjunker det till noll i ett diagram.
    source: {order}. | {order}.
    bad:
        kind: situation-picture
        indicators:
          - {id: trygga, title: Andel trygga, unit: per-cent,
             values: [{period: 2021, value: 57}, {period: 2022, value: 54}, {period: 2023, value: 0.58}]}
    good:
        kind: situation-picture
        indicators:
          - {id: trygga, title: Andel trygga, unit: per-cent,
             values: [{period: 2021, value: 57}, {period: 2022, value: 54}, {period: 2023, value: 58}]}
    """
    for path, part in given.document.parts:
        if not vars(part).get("values"):
            continue  # as in most parts
        figures = list(_figures(path, part, given))
        if not all(value for _, value in figures):
            continue  # what falls to nothing can have come close to it before
        others = [value for _, value in figures if value > 1]
        for place, value in figures if len(others) >= _LEAST_OTHERS and min(others) >= _LEAST else ():
            meant = (value * 100).normalize()
            if 0 < value < 1 and min(others) / _SO_ALIKE <= meant <= max(others) * _SO_ALIKE:
                said = f"{meant:f}"
                least, most = Shown(min(others)), Shown(max(others))
                yield at(*place, mend=Mend(said), value=Shown(value), least=least, most=most, meant=said)


def _figures(path: KeyPath, part: Part, given: RuleInput[DocumentModel]) -> Iterator[tuple[KeyPath, Decimal]]:
    """Give the values over time of a part that are in per cent, by its own unit or that of what it is a part of."""
    values = vars(part).get("values")
    is_over_time = isinstance(values, tuple) and bool(values) and isinstance(values[0], Figure)
    if not is_over_time or not isinstance(values, tuple) or _unit(path, given) != Unit.PER_CENT:
        return
    for i, figure in enumerate(values):
        if figure.value is not None:
            yield (*path, "values", i, "value"), figure.value


def _unit(path: KeyPath, given: RuleInput[DocumentModel]) -> object:
    around = (given.document.value_at(path[:i]) for i in range(len(path), 0, -1))
    return next((one["unit"] for one in around if isinstance(one, dict) and "unit" in one), None)
