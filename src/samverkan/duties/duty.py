"""What a duty is, whatever document it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from datetime import date

    from samverkan.words.sentence import FieldValue, Language


class DutyKind(StrEnum):
    """What is counted."""

    REVIEW = "review"
    REPORT = "report"
    PLANNED_DOCUMENT = "planned-document"
    PICTURE = "situation-picture"
    REVISION = "revision"
    CONSULTATION = "consultation"
    EXPIRY = "expiry"
    GOAL = "goal"
    COMMITMENT = "commitment"
    MEASURE = "measure"
    PROMISE = "promise"
    ACTIVITY = "activity"

    def say(self, language: Language) -> str:
        """Give the clock's name."""
        return _NAMES[self].say(language)


_NAMES = {
    DutyKind.REVIEW: Text("uppföljning", "review"),
    DutyKind.REPORT: Text("återrapportering", "report"),
    DutyKind.PLANNED_DOCUMENT: Text("dokument att ta fram", "document to produce"),
    DutyKind.PICTURE: Text("lägesbild", "situation picture"),
    DutyKind.REVISION: Text("revidering", "revision"),
    DutyKind.CONSULTATION: Text("samråd om förlängning", "consultation on extension"),
    DutyKind.EXPIRY: Text("tiden går ut", "expiry"),
    DutyKind.GOAL: Text("mål", "goal"),
    DutyKind.COMMITMENT: Text("åtagande", "commitment"),
    DutyKind.MEASURE: Text("åtgärd", "measure"),
    DutyKind.PROMISE: Text("löfte", "promise"),
    DutyKind.ACTIVITY: Text("aktivitet", "activity"),
}


@dataclass(frozen=True, slots=True)
class Who:
    """Those who are to do something, where that is said.

    Attributes:
        names: parties, groups of them, roles and organisations.
        parties: the names of the parties among them; empty where all parties are, or might be.
    """

    names: tuple[str | Text, ...] = ()
    parties: tuple[str, ...] = ()

    def say(self, language: Language) -> str:
        """Name them."""
        return "; ".join(name.say(language) if isinstance(name, Text) else name for name in self.names)


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that is to be done.

    Attributes:
        document: the id of the document that it comes from.
        kind: that document's kind.
        item: the id of the part that it comes from, or its path where it has none.
        clock: what is counted.
        what: what is to be done, in words.
        due: the last day to do it; None where the time cannot be counted ("löpande").
        last_done: when it was last done; None if never.
        reason: why it is due, naming the clause or the paragraph of the law.
        source: the clause, as the path of keys in the document.
        responsible: who is to do it, where that is said.
        renews: the id of the document that a new one is to take the place of; empty for any other duty.
        file: the document's file.
        line: the clause's line in it.
    """

    document: str
    kind: str
    item: str
    clock: DutyKind
    what: Text
    due: date | None
    last_done: date | None
    reason: Text
    source: str
    responsible: Who
    renews: str
    file: str
    line: int


def filled(text: Text, **fields: FieldValue) -> Text:
    """Fill in more of a text's fields."""
    return Text(text.sv, text.en, {**text.fields, **fields})


def naming(text: Text, clause: str) -> Text:
    """Fill in the name of the clause in a reason, and in the reasons that it is made of."""
    inner = {key: naming(value, clause) if isinstance(value, Text) else value for key, value in text.fields.items()}
    return Text(text.sv, text.en, {**inner, "clause": clause})
