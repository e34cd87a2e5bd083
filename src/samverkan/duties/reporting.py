"""The clock of reporting: to whom the parties have promised to tell how it goes, and how often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.duties.duty import Duty, DutyKind
from samverkan.model.dates import CoarseDate
from samverkan.reviews.counted import complete_reviews
from samverkan.reviews.counted_from import CountedFrom, from_signing
from samverkan.words import duties as words
from samverkan.words.groups import in_running_text
from samverkan.words.lists import FirstOf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.duties.subject import Subject
    from samverkan.model.terms import FollowUpTerms


def report_duties(subject: Subject, terms: FollowUpTerms | None) -> Iterator[Duty]:
    """Give the next report that a document's terms of follow-up demand, if they demand any."""
    if terms is None or terms.reporting is None:
        return
    reporting, path = terms.reporting, ("follow_up", "reporting")
    to = tuple(in_running_text(one) for one in reporting.to)
    what = words.REPORT_TO.with_fields(to=FirstOf(to)) if to else words.REPORT
    since = _since_report(subject)
    for place, day in reporting.stated_times():
        if since is None or not since.is_done or since.day < day.first:
            says = what, words.DATED_WHY.with_fields(day=day)
            yield subject.duty(DutyKind.REPORT, (*path, *place), day.last, says)
    if (rhythm := subject.timed(reporting.cadence, reporting.when, since)) is not None:
        key = "cadence" if reporting.cadence else "when"
        yield from subject.regular(DutyKind.REPORT, (*path, key), rhythm, what)
    elif not reporting.stated_times():
        yield subject.untimed(DutyKind.REPORT, path, what, reporting.when)


def _since_report(subject: Subject) -> CountedFrom | None:
    """Give the day of the last report of a complete follow-up, or else of the signing."""
    days = [
        min(report.date.last if report.date else review.day, subject.today)
        for review in complete_reviews(subject.workspace, subject.document, subject.today)
        for report in review.model.reports
        if report.date is None or report.date.first <= subject.today
    ]
    if not days:
        return from_signing(subject.document)
    return CountedFrom(max(days), words.REPORTED.with_fields(day=CoarseDate.of(max(days))), is_done=True)
