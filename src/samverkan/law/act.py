"""Act (2023:196) on the responsibility of municipalities for crime prevention: its paragraphs, and since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from samverkan.model.dates import Duration
from samverkan.words.law import NUMBERS, SHORT_NUMBERS, STATUSES, TITLES

if TYPE_CHECKING:
    from samverkan.findings import KeyPath
    from samverkan.law.holdings import Municipal
    from samverkan.reviews.counted_from import CountedFrom
    from samverkan.words.sentence import Language, Text
    from samverkan.workspace.document import Document

IN_FORCE = date(2023, 7, 1)
"""The day when the law came into force."""

PLAN_IN_FORCE = date(2024, 7, 1)
"""The day from which an action plan is demanded (the law's second rule of transition)."""

MOST_EVIDENCE = 20
"""Of more that shows the same thing the rest is counted: nobody reads it, and there may be as much for thousands."""

_SECOND_YEAR = Duration(2, "year")


class Paragraph(StrEnum):
    """A demand of the law on a municipality, by the paragraph that it stands in; the sixth has two."""

    PICTURE = "4"
    PLAN = "5"
    PICTURE_UPDATE = "6-picture"
    PLAN_FOLLOW_UP = "6-plan"
    INTEGRATION = "7"
    AGREEMENTS = "9"
    COUNCIL = "10"
    COORDINATION = "11"
    INFORMATION = "12"
    LEADERSHIP = "13"

    @property
    def number(self) -> str:
        """The paragraph's number: `6` for both demands of the sixth."""
        return self.value.partition("-")[0]

    def say(self, language: Language) -> str:
        """Name the paragraph as in running text: `4 §`, `section 4`."""
        return NUMBERS.with_fields(number=self.number).say(language)

    @property
    def short(self) -> Text:
        """Its name in a narrow table, where both demands of the sixth paragraph stand."""
        return SHORT_NUMBERS.get(self.value, NUMBERS).with_fields(number=self.number)

    @property
    def heading(self) -> Text:
        """What it demands, in a few words."""
        return TITLES[self.value]


class LawStatus(StrEnum):
    """How the documents of a folder answer to a demand of the law."""

    SHOWN = "shown"
    DUE = "due"
    LATE = "late"
    NOT_SHOWN = "not-shown"
    NOT_FOR_A_FILE = "not-for-a-file"

    def say(self, language: Language) -> str:
        """Say the status in a few words."""
        return STATUSES[self.value].say(language)


@dataclass(frozen=True, slots=True)
class LegalDeadline:
    """A day by which the law asks that something is done, or done again.

    Attributes:
        paragraph: the demand.
        since: what it is counted from.
        due: the last day to do it.
        last: what is to be done again; None where the folder holds nothing of it.
    """

    paragraph: Paragraph
    since: CountedFrom
    due: date
    last: Document | None = None

    def has_passed(self, today: date) -> bool:
        """Tell whether the last day lies before today."""
        return self.due < today


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows something: a part of a document.

    Attributes:
        document: the document.
        path: the part.
        says: what it shows, and by whom and when it was decided where that is known.
    """

    document: Document
    path: KeyPath
    says: Text


@dataclass(frozen=True, slots=True)
class Answer:
    """How the documents of a folder answer to one demand of the law on one municipality, on a day.

    Attributes:
        municipality: the municipality.
        paragraph: the demand.
        status: how they answer.
        says: what is so.
        to_do: what to do next.
        evidence: what shows it, or the first of it.
        since: the day that it is counted from, or shown since.
        due: the last day for what comes next; None where the law gives none.
        notes: how an open question has been read.
        more: how many more places show it than are given.
    """

    municipality: Municipal
    paragraph: Paragraph
    status: LawStatus
    says: Text
    to_do: Text
    evidence: tuple[Evidence, ...] = ()
    since: date | None = None
    due: date | None = None
    notes: tuple[Text, ...] = ()
    more: int = 0


def in_two_years(day: date) -> date:
    """Give the last day for what is to be done at least every second year: pictures and follow-ups (section 6)."""
    return _SECOND_YEAR.after(day)
