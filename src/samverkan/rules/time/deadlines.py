"""Days to do things by, beside the time that a document applies."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from samverkan.findings import Elsewhere, KeyPath, Mend, Severity
from samverkan.model.agreement import Agreement
from samverkan.model.choices import Kind, Progress
from samverkan.model.dates import CoarseDate, time_said
from samverkan.model.deadlines import InProgress, WithDeadline, WithOccasions
from samverkan.model.document import Extending, Timed
from samverkan.model.fields import key_of
from samverkan.model.swapped_years import with_year_swapped
from samverkan.model.terms import Lasting, Period, PlannedDocument, PromisePeriod
from samverkan.rules.concern import Concern
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry, Text
from samverkan.workspace.titled import titled_otherwise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.base import Part
    from samverkan.model.document import DocumentModel
    from samverkan.workspace.document import Document

_PERIOD = Text("Tiden står här.", "The period is here.")


@rule(
    Severity.NOTE,
    Entry(
        sv="{what}, {day}, ligger utanför perioden {period}.",
        en="{what}, {day}, is outside the period {period}.",
        sv_help="{intended} Rätta annars datumet.",
        en_help="{intended} If not, correct the date.",
    ),
    concern=Concern.ORDER,
    kinds=("agreement", "action-plan", "citizen-promise", "communication-plan"),
)
def deadline_outside_period(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """What is to be done after the document has ended is easily lost before the next one.

    sv: Det som ska vara klart efter dokumentets slut glöms lätt bort innan nästa finns.
    source: {own}. | {own}.
    bad:
        kind: action-plan
        period: {from: 2024, until: 2025}
        measures:
          - id: belysning
            title: Bättre belysning
            causes: mörker
            goals: tryggare
            who: [{party: kommunen}]
            until: 2026-08
    good:
        kind: action-plan
        period: {from: 2024, until: 2025}
        measures:
          - id: belysning
            title: Bättre belysning
            causes: mörker
            goals: tryggare
            who: [{party: kommunen}]
            until: 2025-08
    """
    first, last = stated_time(given)
    for place, what, day, is_early in _outside(given):
        if not is_early:
            intended = _CARRY_OVER if last and day.last > last else _BEGUN
            related = (Elsewhere(_PERIOD, (_own_time(given.document),)),)
            yield at(*place, related=related, what=what, day=day, period=between(first, last), intended=intended)


@rule(
    Severity.WARNING,
    Entry(
        sv="{what}, {day}, ligger före dokumentets början, {start}.",
        en="{what}, {day}, is before the document begins, {start}.",
        sv_help="Rätta årtalet{meant}.",
        en_help="Correct the year{meant}.",
    ),
    concern=Concern.ORDER,
    kinds=("agreement", "action-plan", "citizen-promise", "communication-plan"),
)
def deadline_before_start(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """What is to be done in a year before the document begins can only be late: the year is a slip, or an old one.

    sv: Det som ska göras ett år innan dokumentet börjar gälla kan bara bli försenat: årtalet är fel eller gammalt.
    source: {own}. | {own}.
    bad:
        kind: action-plan
        period: {from: 2024, until: 2025}
        measures:
          - id: belysning
            title: Bättre belysning
            causes: mörker
            goals: tryggare
            who: [{party: kommunen}]
            until: 2014-08
    good:
        kind: action-plan
        period: {from: 2024, until: 2025}
        measures:
          - id: belysning
            title: Bättre belysning
            causes: mörker
            goals: tryggare
            who: [{party: kommunen}]
            until: 2024-08
    """
    first, last = stated_time(given)
    for place, what, day, is_early in _outside(given):
        if first and is_early:
            year = _in_first_year(given.document.value_at(place), first, last)
            meant = _MEANT.with_fields(year=year) if year else Text("", "")
            related = (Elsewhere(_PERIOD, (_own_time(given.document),)),)
            start = given.document.start or CoarseDate.of(first)
            yield at(*place, related=related, mend=Mend(year), what=what, day=day, start=start, meant=meant)


_FIRST_TIME = Text("Första gången", "The first time")
_CARRY_OVER = Text(
    "Är det meningen, för över det till nästa dokument när det här slutar gälla.",
    "If it is intended, carry it over to the next document when this one ends.",
)
_BEGUN = Text("Är det meningen, låt det stå.", "If it is intended, let it stand.")
_MEANT = Text(": {year}", ": {year}")


class _Outside(NamedTuple):
    """A day outside a document's own time: its place and its name, and whether its year is one before all of that."""

    place: KeyPath
    what: Text
    day: CoarseDate
    is_early: bool


def _outside(given: RuleInput[DocumentModel]) -> Iterator[_Outside]:
    """Give the days outside the document's own time; none where that is told of otherwise."""
    first, last = stated_time(given)
    if _is_told_of(given):
        return
    before, after = _leeway(given.document)
    for path, part in given.document.parts_of(WithDeadline, WithOccasions):
        for place, what, day in days_to_do(part):
            is_before = first is not None and day.last + before < first
            is_after = last is not None and day.first - after > last
            if (is_before or is_after) and not year_put_right(given, (*path, *place), first, last):
                yield _Outside((*path, *place), what, day, is_before and _is_years_before(day, first, part))
    if first is not None:
        yield from _first_times(given, first)


def _first_times(given: RuleInput[DocumentModel], first: date) -> Iterator[_Outside]:
    """Give the times before the document's own at which documents that it plans are to be there first."""
    for path, planned in given.document.parts_of(PlannedDocument):
        day = planned.first_by if isinstance(planned, PlannedDocument) and not planned.exists else None
        if day is not None and _is_years_before(day, first, planned):
            yield _Outside((*path, "first_by"), _FIRST_TIME, day, is_early=True)


def _is_told_of(given: RuleInput[DocumentModel]) -> bool:
    """Tell whether what is wrong is a document's own period, which is told of."""
    first, last = given.document.period
    is_backwards = first is not None and last is not None and last < first
    return is_backwards or titled_otherwise(given.document, given.workspace) is not None


def _is_years_before(day: CoarseDate, first: date | None, part: Part) -> bool:
    """Tell whether a day is in a year before a document began, and not shortly before.

    What is over or under way is so only long before: it may be of the document before. What begins after its last
    day is told of otherwise.
    """
    if first is None or (first - day.first) < _SHORTLY:
        return False
    years = first.year - day.last.year
    if not isinstance(part, InProgress):
        return years > 0
    is_over = part.is_stopped or part.how_far is Progress.DONE
    is_backwards = part.start is not None and day.last < part.start.first
    is_late = part.how_far is Progress.ONGOING
    return not is_backwards and years > (_LONG_AGO if is_over or is_late else 0)


_LONG_AGO = 2
_AN_AGE = 30
"""How many years ahead a year alone can be that of a vision."""
_SHORTLY = timedelta(days=183)


def _in_first_year(written: object, first: date, last: date | None) -> str:
    """Write a day in the first year of a document, where it then lies within the document's time; empty elsewhere."""
    found = (
        time_said(f"{first.year}{written[_YEAR:]}") if isinstance(written, str) and written[:_YEAR].isdigit() else None
    )
    is_within = found is not None and first <= found.last and (last is None or found.first <= last)
    return str(found) if is_within else ""


_YEAR = len("2026")


def _own_time(document: Document) -> str:
    return "validity" if document.kind == Kind.AGREEMENT else "period"


def year_put_right(given: RuleInput[DocumentModel], path: KeyPath, first: date | None, last: date | None) -> str:
    """Give a time with the digits of its year put right, where that brings it into the document's own time."""
    if first is None or last is None:
        return ""
    written = str(given.document.value_at(path))
    is_aim = written.isdigit() and int(written) < last.year + _AN_AGE
    return "" if is_aim else with_year_swapped(written, first.year, last.year)


def stated_time(given: RuleInput[DocumentModel]) -> tuple[date | None, date | None]:
    """Give the first and the last day; no first one of what goes on with something earlier, or does not say when."""
    first, last = given.document.period
    model = given.model
    period = model.period if isinstance(model, Timed) else None
    goes_on = isinstance(model, Extending) and model.extends
    is_unsaid = isinstance(period, Period | PromisePeriod) and period.start is None
    return (None if goes_on or is_unsaid else first), last


def _leeway(document: Document) -> tuple[timedelta, timedelta]:
    """Give how much before its start and after its end something still may be meant to be within a document's time."""
    model = document.model
    period = model.period if isinstance(model, Timed) else model.validity if isinstance(model, Agreement) else None
    end = period.ends_on if isinstance(period, Lasting) else None
    is_rough = (document.start is not None and document.start.said, end is not None and end.said)
    before, after = (_ROUGHLY if rough else timedelta() for rough in is_rough)
    return before, after


_ROUGHLY = timedelta(days=31)
"""How much earlier or later a season may begin or end than the clocks count: December too is autumn to some."""


def days_to_do(part: Part) -> Iterator[tuple[KeyPath, Text, CoarseDate]]:
    """Give the last day of a part, and the times at which it is to be done, each with its place and its name."""
    deadline = part.deadline if isinstance(part, WithDeadline) else None
    if deadline is not None:
        yield (key_of(part, "deadline"),), Text("Slutdatumet", "The deadline"), deadline
    for i, day in enumerate(part.dates if isinstance(part, WithOccasions) else ()):
        yield ("dates", i), Text("Tiden", "The time"), day


def between(first: date | None, last: date | None) -> Text:
    """Word a period, either end of which may be open."""
    start, end = first and CoarseDate.of(first), last and CoarseDate.of(last)
    if start and end:
        return Text("{start} till och med {end}", "{start} to {end} inclusive", {"start": start, "end": end})
    if start:
        return Text("från {start}", "from {start}", {"start": start})
    return Text("till och med {end}", "until {end} inclusive", {"end": end or "–"})
