"""A period whose years have both been raised, where only the last one was to be."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samverkan.model.deadlines import WithDeadline, WithOccasions
from samverkan.model.document import Signed
from samverkan.model.raised_years import years_later
from samverkan.rules.time.deadlines import days_to_do
from samverkan.workspace.titled import years_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath
    from samverkan.model.dates import CoarseDate
    from samverkan.model.document import DocumentModel
    from samverkan.rules.rule import RuleInput

_A_YEAR = timedelta(days=366)
_BEFOREHAND = timedelta(days=183)


def start_a_year_back(
    given: RuleInput[DocumentModel], path: KeyPath, start: CoarseDate, end: CoarseDate
) -> CoarseDate | None:
    """Give the start of a document's own period a year back, where all that the document has to say then falls in it.

    Args:
        given: the document.
        path: the place of the period.
        start: when it begins.
        end: when it ends, before that.
    """
    is_own = path in {("validity",), ("period",)} and given.document.value_at((*path, "from")) == str(start)
    earlier = years_later(start, -1) if is_own and start.month else None
    if earlier is None or not earlier.first <= end.last <= earlier.last + _A_YEAR:
        return None
    is_as_said = _is_before(given, start) and _is_within(given, earlier, end) and _is_titled(given.model, start)
    return earlier if is_as_said else None


def _is_before(given: RuleInput[DocumentModel], start: CoarseDate) -> bool:
    """Tell whether something is to be done before a day; decided and signed it may be long before that."""
    return any(day.last < start.first for day in _days_to_do(given))


def _is_within(given: RuleInput[DocumentModel], start: CoarseDate, end: CoarseDate) -> bool:
    """Tell whether all is to be done within a time, and was decided shortly before or within it."""
    is_done_then = all(start.first <= day.last and day.first <= end.last for day in _days_to_do(given))
    made = _made(given.model)
    return is_done_then and all(start.first - day.last <= _BEFOREHAND and day.first <= end.last for day in made)


def _is_titled(model: DocumentModel, start: CoarseDate) -> bool:
    """Tell whether a title does not name the year of a start without the one before."""
    years = years_in(model.title)
    return start.year not in years or start.year - 1 in years


def _days_to_do(given: RuleInput[DocumentModel]) -> Iterator[CoarseDate]:
    for _, part in given.document.parts_of(WithDeadline, WithOccasions):
        yield from (day for _, _, day in days_to_do(part))


def _made(model: DocumentModel) -> list[CoarseDate]:
    """Give when a document was decided and signed."""
    signed = model.signed_on if isinstance(model, Signed) else None
    return [*model.decision_dates, *([signed] if signed is not None else [])]
