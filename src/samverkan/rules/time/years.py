"""Years whose digits have changed places, far outside the time that a document is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Mend, Severity
from samverkan.model.deadlines import WithDeadline, WithOccasions
from samverkan.rules.concern import Concern
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.rules.time.deadlines import days_to_do, stated_time, year_put_right
from samverkan.source.quoting import scalar
from samverkan.words.sentence import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.document import DocumentModel


@rule(
    Severity.WARNING,
    Entry(
        sv="{what} har året {year}, långt utanför dokumentets tid: siffrorna har troligen bytt plats.",
        en="{what} has the year {year}, far outside the document's time: its digits have most likely changed places.",
        sv_help="Rätta årtalet: `{key}: {meant}`.",
        en_help="Correct the year: `{key}: {meant}`.",
    ),
    concern=Concern.ORDER,
    kinds=("agreement", "action-plan", "citizen-promise", "communication-plan"),
)
def year_digits_swapped(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """With two digits in each other's place a deadline is half a century away, and nobody is reminded of it.

    sv: När två siffror har bytt plats ligger ett slutdatum ett halvt sekel bort, och ingen påminns om det.
    source: {own}. | {own}.
    bad:
        kind: action-plan
        period: {from: 2024, until: 2027}
        measures:
          - id: belysning
            title: Bättre belysning
            causes: mörker
            goals: tryggare
            who: [{party: kommunen}]
            until: 2072-08
    good:
        kind: action-plan
        period: {from: 2024, until: 2027}
        measures:
          - id: belysning
            title: Bättre belysning
            causes: mörker
            goals: tryggare
            who: [{party: kommunen}]
            until: 2027-08
    """
    first, last = stated_time(given)
    for path, part in given.document.parts_of(WithDeadline, WithOccasions):
        for place, what, day in days_to_do(part):
            if meant := year_put_right(given, (*path, *place), first, last):
                year = str(day.first.year)
                yield at(*path, *place, mend=Mend(scalar(meant)), what=what, year=year, key=str(place[0]), meant=meant)
