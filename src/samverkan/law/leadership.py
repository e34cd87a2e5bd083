"""What the law asks of the municipality's leadership: reports to the council (section 13), and joint planning (7)."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from samverkan.law.act import IN_FORCE, Answer, Evidence, LawStatus, Paragraph
from samverkan.law.holdings import holdings
from samverkan.law.naming import names_another
from samverkan.model.choices import Kind
from samverkan.model.dates import Duration
from samverkan.model.kinds import is_follow_up
from samverkan.model.links import PARTY_GROUPS
from samverkan.words import law as words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from samverkan.findings import KeyPath
    from samverkan.law.holdings import Holdings, Municipal
    from samverkan.model.dates import CoarseDate
    from samverkan.model.review import FollowUp, Report
    from samverkan.words.sentence import Text
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

    _Told = tuple[CoarseDate, KeyPath, Text]
    """When something was told, where a document says so, and how it is said."""

_A_YEAR = Duration(1, "year")
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
        status, notes = LawStatus.NOT_SHOWN, (words.WHO_LEADS,)
        yield Answer(municipality, Paragraph.LEADERSHIP, status, words.NO_REPORT, words.REPORT, notes=notes)
        return
    last = max(reports, key=lambda one: (one.day, one.evidence.document.file))
    says = words.LATEST_REPORT.with_fields(day=last.told)
    to_do = words.REPORT_LONG_AGO if _A_YEAR.after(last.day) < today else words.REPORT_AGAIN
    notes, evidence = (words.WHO_LEADS,), (last.evidence,)
    yield Answer(municipality, Paragraph.LEADERSHIP, LawStatus.SHOWN, says, to_do, evidence, last.day, notes=notes)


class _Reported(NamedTuple):
    """A report to a council: its day, its day as it is said, and what shows it."""

    day: date
    told: CoarseDate
    evidence: Evidence


def _reports(held: Holdings, municipality: Municipal, today: date) -> Iterator[_Reported]:
    """Give a municipality's reports to its council since the law came."""
    for document in held.of(municipality, Kind.FOLLOW_UP):
        review = document.model
        if not is_follow_up(review):
            continue
        reports = _told(held, municipality, document, review), _dealt_with(held, municipality, document)
        for told, path, says in chain(*reports):
            if told.first <= today and min(told.last, today) >= IN_FORCE:
                evidence = Evidence(document, path, says.with_fields(title=review.title, day=told))
                yield _Reported(min(told.last, today), told, evidence)


def _told(held: Holdings, municipality: Municipal, document: Document, review: FollowUp) -> Iterator[_Told]:
    """Give what a follow-up says of its reports to a municipality's council."""
    for i, report in enumerate(review.reports):
        if _TO_COUNCIL.search(report.to) and _is_by(held, municipality, document, report):
            told = report.date or review.dated
            if told is not None:
                yield told, ("reports", i), words.REPORT_EVIDENCE


def _dealt_with(held: Holdings, municipality: Municipal, document: Document) -> Iterator[_Told]:
    """Give the decisions of a municipality's council on a follow-up: what it has dealt with, it has been told."""
    own = held.party_ids(municipality, document)
    for i, decision in enumerate(document.model.decisions if document.model else ()):
        body, party = decision.body or "", decision.party
        is_own = party in own if party else not names_another(held, municipality, document, body)
        is_made = not (decision.turns_down or decision.is_planned)
        if decision.date is not None and is_made and is_own and _TO_COUNCIL.search(body):
            yield decision.date, ("decisions", i), words.DEALT_WITH


def _is_by(held: Holdings, municipality: Municipal, document: Document, report: Report) -> bool:
    """Tell whether a report may be a municipality's: its own, a group's, or of whoever it does not say."""
    own = held.party_ids(municipality, document) | (set(PARTY_GROUPS) - {"police"})
    is_by = report.by is None or bool(set(report.by) & own)
    return is_by and not names_another(held, municipality, document, report.to)
