"""When a follow-up was reported and when the next one is due, beside when it was made."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Mend, Severity
from samverkan.model.dates import Duration
from samverkan.model.document import FollowedUp
from samverkan.model.raised_years import years_later
from samverkan.rules.reviews.reviewed import reviewed_by
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.dates import CoarseDate
    from samverkan.model.review import FollowUp

_MADE = Text("Uppföljningens datum står här.", "The date of the follow-up is here.")
_MEANT = Text(": {day}", ": {day}")
_NOT_KNOWN = Text("", "")
_EARLY_IN_MONTH = 15
_OFTEN = Duration(2, "month").after
_LONG_BEFORE = timedelta(days=240)
_SOON_AFTER = timedelta(days=183)


@rule(
    Severity.WARNING,
    Entry(
        sv="Nästa uppföljning, {next}, är inte senare än den här, {made}.",
        en="The next follow-up, {next}, is not later than this one, {made}.",
        sv_help="Rätta Nästa uppföljning (`next_review`){meant}.",
        en_help="Correct `next_review`{meant}.",
    ),
    kinds=("follow-up",),
)
def next_review_not_later(given: RuleInput[FollowUp]) -> Iterator[Breach]:
    """A follow-up that was copied from the last one goes on naming the time of this one as the next.

    sv: En uppföljning som är kopierad från den förra har lätt kvar den här uppföljningens tid som nästa tid.
    source: {own}. | {own}.
    bad:
        kind: follow-up
        date: 2024-05-20
        next_review: 2024-05
    good:
        kind: follow-up
        date: 2024-05-20
        next_review: 2025-05
    """
    due, made = given.model.next_review, given.model.date
    if due is None or made is None or not _is_no_later(due, made) or (due.last >= made.last and _is_often(given)):
        return
    later = years_later(due, 1)
    is_later = later is not None and not _is_no_later(later, made)
    meant = _MEANT.with_fields(day=str(later)) if is_later else _NOT_KNOWN
    mend = Mend(str(later)) if is_later else None
    related = (Elsewhere(_MADE, ("date",)),)
    yield at("next_review", related=related, mend=mend, next=due, made=made, meant=meant)


def _is_no_later(due: CoarseDate, made: CoarseDate) -> bool:
    """Tell whether a time is over when another one is; of a year or a season it cannot be told.

    A month that has begun is as good as over in its second half. A day in the month in which it was made may be later.
    """
    if due.said or made.said:
        return due.last < made.first
    if not due.month or not made.month or (due.day and not made.day):
        return due.last < made.first
    if due.day or (due.year, due.month) != (made.year, made.month):
        return due.last <= made.last
    return (made.day or 0) > _EARLY_IN_MONTH


def _is_often(given: RuleInput[FollowUp]) -> bool:
    """Tell whether something of what is reviewed is followed up so often that the next time is in the same month."""
    for _, document in reviewed_by(given):
        terms = document.model.follow_up if isinstance(document.model, FollowedUp) else None
        period = terms.cadence.period if terms is not None and terms.cadence is not None else None
        if period is not None and period.after(given.today) < _OFTEN(given.today):
            return True
    return False


@rule(
    Severity.WARNING,
    Entry(
        sv="Datumet, {day}, är långt före uppföljningen, {made}.",
        en="The date, {day}, is long before the follow-up, {made}.",
        sv_help="Rätta årtalet i Datum (`date: {meant}`). Var det en annan uppföljning som rapporterades, ta bort "
        "raden.",
        en_help="Correct the year: `date: {meant}`. If another follow-up was reported then, leave out the row.",
    ),
    kinds=("follow-up",),
)
def reported_long_before(given: RuleInput[FollowUp]) -> Iterator[Breach]:
    """A report of a follow-up that is dated a year before it is one of the last follow-up, or has that one's year.

    sv: En rapport som är daterad ett år före uppföljningen gäller den förra, eller har kvar dess årtal.
    source: {own}. | {own}.
    bad:
        kind: follow-up
        date: 2024-05-15
        period: {from: 2024-01, until: 2024-05}
        reports: [{to: Kommunfullmäktige, date: 2023-05-20}]
    good:
        kind: follow-up
        date: 2024-05-15
        period: {from: 2024-01, until: 2024-05}
        reports: [{to: Kommunfullmäktige, date: 2024-05-20}]
    """
    made = given.model.date
    for i, report in enumerate(given.model.reports if made is not None and made.month else ()):
        later = years_later(report.date, 1) if report.date is not None and report.date.month else None
        if made and report.date and later and _is_long_before(given.model, report.date, made, later):
            related, place = (Elsewhere(_MADE, ("date",)),), ("reports", i, "date")
            yield at(*place, related=related, mend=Mend(str(later)), day=report.date, made=made, meant=str(later))


def _is_long_before(model: FollowUp, day: CoarseDate, made: CoarseDate, later: CoarseDate) -> bool:
    """Tell whether a day is long before a follow-up and before the time that it is about, and a year later soon after.

    Within that time something may have been reported on the way; where it is not known nothing can be told.
    """
    start = model.period.starts_on if model.period else None
    is_before = start is not None and day.last < start.first and made.first - day.last > _LONG_BEFORE
    return is_before and made.first <= later.last and later.first - made.last <= _SOON_AFTER
