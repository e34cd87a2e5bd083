"""What the law asks of the municipality's leadership: reports to the council (section 13), and joint planning (7)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.law.act import IN_FORCE, Answer, Evidence, LawStatus, Paragraph
from samverkan.law.holdings import holdings
from samverkan.law.naming import names_another
from samverkan.model.choices import Kind
from samverkan.model.links import PARTY_GROUPS
from samverkan.model.review import FollowUp
from samverkan.words import law as words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from samverkan.law.holdings import Holdings, Municipal
    from samverkan.model.dates import CoarseDate
    from samverkan.model.review import Report
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_TO_COUNCIL = re.compile(r"fullmäktige|municipal council|municipal assembly", re.IGNORECASE)


def integration_answer(municipality: Municipal, today: date) -> Iterator[Answer]:
    """Answer for the paragraph on other planning, which no file can show."""
    if today >= IN_FORCE:
        status, says = LawStatus.NOT_FOR_A_FILE, words.INTEGRATION_IS
        yield Answer(municipality, Paragraph.INTEGRATION, status, says, words.SEE_TO_INTEGRATION)


def leadership_answer(workspace: Workspace, municipality: Municipal, today: date) -> Iterator[Answer]:
    """Answer for reports to the council, with the latest; they are due continuously, so they are never late."""
    if today < IN_FORCE:
        return
    reports = list(_reports(holdings(workspace), municipality, today))
    if not reports:
        yield Answer(municipality, Paragraph.LEADERSHIP, LawStatus.NOT_SHOWN, words.NO_REPORT, words.REPORT)
        return
    day, _, told, evidence = max(reports, key=lambda one: one[:2])
    says = words.LATEST_REPORT.with_fields(day=told)
    yield Answer(municipality, Paragraph.LEADERSHIP, LawStatus.SHOWN, says, words.REPORT_AGAIN, (evidence,), day)


def _reports(held: Holdings, municipality: Municipal, today: date) -> Iterator[tuple[date, str, CoarseDate, Evidence]]:
    """Give a municipality's reports to its council since the law came: day, file, the day as it is said, evidence."""
    for document in held.of(municipality, Kind.FOLLOW_UP):
        review = document.model
        for i, report in enumerate(review.reports if isinstance(review, FollowUp) else ()):
            told = report.date or (review.date if isinstance(review, FollowUp) else None)
            if told is None or told.first > today or min(told.last, today) < IN_FORCE:
                continue
            if _TO_COUNCIL.search(report.to) and _is_by(held, municipality, document, report):
                says = words.REPORT_EVIDENCE.with_fields(title=document.model.title if document.model else "", day=told)
                yield min(told.last, today), document.file, told, Evidence(document, ("reports", i), says)


def _is_by(held: Holdings, municipality: Municipal, document: Document, report: Report) -> bool:
    """Tell whether a report may be a municipality's: its own, a group's, or of whoever it does not say."""
    own = held.party_ids(municipality, document) | (set(PARTY_GROUPS) - {"police"})
    is_by = report.by is None or bool(set(report.by) & own)
    return is_by and not names_another(held, municipality, document, report.to)
