"""The clock of reporting: to whom the parties have promised to tell how it goes, and how often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.duties.duty import Duty, DutyKind, filled
from samverkan.duties.subject import CountedFrom, Subject
from samverkan.reviews.counted import complete_reviews, done_on
from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

_REPORT = Text("Återrapportera", "Report")
_REPORT_TO = Text("Återrapportera till {to}", "Report to {to}")
_REPORTED = Text("rapporten {day}", "the report on {day}")


def report_duties(subject: Subject) -> Iterator[Duty]:
    """Give the next report of any document whose terms of follow-up demand one."""
    terms = subject.model.follow_up
    if terms is None or terms.reporting is None:
        return
    what = filled(_REPORT_TO, to=", ".join(terms.reporting.to)) if terms.reporting.to else _REPORT
    path = ("follow_up", "reporting", "cadence")
    yield from subject.regular(DutyKind.REPORT, path, terms.reporting.cadence, _since_report(subject), what)


def _since_report(subject: Subject) -> CountedFrom | None:
    """Give the day of the last report of a complete follow-up, or else of the signing."""
    days = [
        min(report.date.last if report.date else done_on(review, subject.today), subject.today)
        for review in complete_reviews(subject.workspace, subject.document, subject.today)
        for report in getattr(review.model, "reports", ())
        if report.date is None or report.date.first <= subject.today
    ]
    if not days:
        return subject.since_signing()
    return CountedFrom(max(days), filled(_REPORTED, day=max(days).isoformat()), is_done=True)
