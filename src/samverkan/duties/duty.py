"""What a duty is, whatever document it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING

from samverkan.findings import path_text
from samverkan.words.duties import KINDS
from samverkan.words.lists import MOST_LISTED, FirstOf

if TYPE_CHECKING:
    from datetime import date

    from samverkan.duties.who import Who
    from samverkan.findings import KeyPath
    from samverkan.law.act import Paragraph
    from samverkan.law.holdings import Municipal
    from samverkan.words.sentence import Language, Text
    from samverkan.workspace.document import Document


class DutyKind(StrEnum):
    """What is counted."""

    REVIEW = "review"
    REPORT = "report"
    PLANNED_DOCUMENT = "planned-document"
    PICTURE = "situation-picture"
    REVISION = "revision"
    CONSULTATION = "consultation"
    RENEWAL = "renewal"
    EXPIRY = "expiry"
    GOAL = "goal"
    COMMITMENT = "commitment"
    MEASURE = "measure"
    PROMISE = "promise"
    ACTIVITY = "activity"
    MEETING = "meeting"

    def say(self, language: Language) -> str:
        """Name the kind in a language."""
        return KINDS[self.value].say(language)


class Listed(Enum):
    """When a duty is worth a row in a list that does not show all."""

    ALWAYS = auto()
    WHEN_NEAR = auto()
    """What is done again and again, and told of in follow-ups: a row once it is near or late."""
    ON_DEMAND = auto()
    """What is done every week or so."""


@dataclass(frozen=True, slots=True)
class ByLaw:
    """What a duty is by law.

    Attributes:
        paragraph: the demand.
        municipalities: those that it is made of.
        is_not_shown: whether nothing of it is in the folder, so that nobody can tell whether it has been done.
    """

    paragraph: Paragraph
    municipalities: tuple[Municipal, ...]
    is_not_shown: bool = False


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that is to be done.

    Attributes:
        holder: the document that it comes from.
        path: the clause in that document.
        item: the id of the part that it comes from, or its path where it has none.
        clock: what is counted.
        what: what is to be done, in words.
        due: the last day to do it; None where the time cannot be counted ("löpande").
        last_done: when it was last done; None if never.
        reason: why it is due, naming the clause or the paragraph of the law.
        responsible: who is to do it, where that is said.
        renews: the id of the document that a new one is to take the place of; empty for any other duty.
        law: what it is by law; None where only the document asks for it.
        listed: when it is worth a row in a list that does not show all.
        reviewed: the document that is to be reviewed, where it is not the holder.
    """

    holder: Document
    path: KeyPath
    item: str
    clock: DutyKind
    what: Text
    due: date | None
    last_done: date | None
    reason: Text
    responsible: Who
    renews: str
    law: ByLaw | None = None
    listed: Listed = Listed.ALWAYS
    reviewed: Document | None = None

    @property
    def title(self) -> str:
        """The title of that document, as readers know it."""
        return self.holder.title

    @property
    def document(self) -> str:
        """The id of the document that it comes from; empty where that has none."""
        return self.holder.id or ""

    @property
    def kind(self) -> str:
        """The kind of that document."""
        return self.holder.kind or ""

    @property
    def file(self) -> str:
        """The file of that document, as the user knows it."""
        return self.holder.file

    @property
    def municipality(self) -> FirstOf:
        """The names of the municipalities that it is a duty of by law, with semicolons between; of many the first."""
        owing = self.law.municipalities if self.law else ()
        return FirstOf(tuple(one.name for one in owing[:MOST_LISTED]), "; ", len(owing))

    @property
    def paragraph(self) -> str:
        """The number of the law's paragraph that asks for it; empty for none."""
        return self.law.paragraph.number if self.law else ""

    @property
    def source(self) -> str:
        """The clause, as the path of keys in the document: `follow_up.cadence`."""
        return path_text(self.path)
