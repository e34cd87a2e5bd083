"""What a duty is, whatever document it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from samverkan.messages import Text

if TYPE_CHECKING:
    from datetime import date

    from samverkan.messages import Language


class Clock(StrEnum):
    """What is counted."""

    REVIEW = "review"
    REPORT = "report"
    PLANNED_DOCUMENT = "planned-document"
    REVISION = "revision"
    CONSULTATION = "consultation"
    EXPIRY = "expiry"

    def say(self, language: Language) -> str:
        """Give the clock's name."""
        return _NAMES[self].say(language)


_NAMES = {
    Clock.REVIEW: Text("uppföljning", "review"),
    Clock.REPORT: Text("återrapportering", "report"),
    Clock.PLANNED_DOCUMENT: Text("dokument att ta fram", "document to produce"),
    Clock.REVISION: Text("revidering", "revision"),
    Clock.CONSULTATION: Text("samråd om förlängning", "consultation on extension"),
    Clock.EXPIRY: Text("giltigheten upphör", "expiry"),
}


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that is to be done by a day.

    Attributes:
        document: the id of the document that it comes from.
        item: the id of the part that it comes from, or its path where it has none.
        clock: what is counted.
        what: what is to be done, in words.
        due: the last day to do it.
        last_done: when it was last done; None if never.
        reason: why it is due, naming the clause.
        source: the clause, as the path of keys in the document.
        file: the document's file.
        line: the clause's line in it.
    """

    document: str
    item: str
    clock: Clock
    what: Text
    due: date
    last_done: date | None
    reason: Text
    source: str
    file: str
    line: int
