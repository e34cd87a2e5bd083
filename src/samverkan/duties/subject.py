"""One document on the desk: its days, its parties, and how a duty of it is made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from samverkan.duties.duty import Duty, DutyKind, Who, filled, naming
from samverkan.findings import KeyPath, path_text
from samverkan.model.choices import PartyType
from samverkan.reviews.counted import done_on, last_review
from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from samverkan.model.dates import Cadence
    from samverkan.words.sentence import FieldValue
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_SIGNING = Text("undertecknandet {day}", "the signing on {day}")
_START = Text("början {day}", "the start on {day}")
_REVIEW = Text("uppföljningen {day}", "the review on {day}")
CADENCE_WHY = Text(
    "Villkoret {clause}: {cadence}, räknat från {start}.", "The term {clause}: {cadence}, counted from {start}."
)
UNCOUNTED_WHY = Text(
    "Villkoret {clause}: {cadence}, som inte går att räkna.", "The term {clause}: {cadence}, which cannot be counted."
)
LAW_WHY = Text(
    "Lag (2023:196) 6 §: minst vartannat år, räknat från {start}.",
    "Act (2023:196) section 6: at least every second year, counted from {start}.",
)
_ALSO_LAW = Text(
    "{why} Även lag (2023:196) 6 §: minst vartannat år.", "{why} Also Act (2023:196) section 6: every second year."
)
_ALSO_TERM = Text("{why} Även villkoret {term}.", "{why} Also the term {term}.")

_EVERYBODY = {"jointly", "each"}
_GROUPS = {
    "jointly": Text("parterna gemensamt", "the parties jointly"),
    "each": Text("var och en av parterna", "each of the parties"),
    "municipalities": Text("kommunerna", "the municipalities"),
    "police": Text("polisen", "the police"),
}
_GROUP_TYPES = {"municipalities": PartyType.MUNICIPALITY, "police": PartyType.POLICE}

Demand = tuple["date", Text]
"""A day, and why something is due on it."""


def stricter(term: Demand | None, law: Demand | None, clause: str) -> Demand | None:
    """Give the earlier of what the agreement and the law demand; the reason names both, so that no duty has two rows.

    Args:
        term: what the document's own term demands.
        law: what the law demands.
        clause: the term's name, for a reason that begins with the law.
    """
    if law is None or term is None:
        return term or law
    if term[0] <= law[0]:
        return term[0], filled(_ALSO_LAW, why=term[1])
    return law[0], filled(_ALSO_TERM, why=law[1], term=clause)


@dataclass(frozen=True)
class DutyDetails:
    """What else is known of a duty: its part's id, when it was last done, who is to do it, and what it renews."""

    item: str = ""
    last_done: date | None = None
    responsible: Who = field(default_factory=Who)
    renews: str = ""


@dataclass(frozen=True)
class CountedFrom:
    """A day that something is counted from, its name, and whether it is the day when it was last done."""

    day: date
    name: Text
    is_done: bool = False


@dataclass(frozen=True)
class Subject:
    """A document whose duties are listed.

    Attributes:
        document: the document.
        workspace: the documents around it.
        today: the day to count from.
    """

    document: Document
    workspace: Workspace
    today: date

    @property
    def model(self) -> Any:
        """The document's model."""
        return self.document.model

    @property
    def start(self) -> date | None:
        """The first day that the document applies; None while it waits for the signing."""
        return self.document.period[0]

    @property
    def end(self) -> date | None:
        """The last day that the document applies; None while it has no end."""
        return self.document.period[1]

    @property
    def successor(self) -> Document | None:
        """The document that supersedes this one."""
        return self.workspace.relations.superseded.get(self.document.id or "")

    @property
    def is_succeeded(self) -> bool:
        """Whether a successor has begun to apply."""
        start = self.successor.period[0] if self.successor else None
        return start is not None and start <= self.today

    def since_signing(self) -> CountedFrom | None:
        """Give the day of signing, or where it is unknown the start."""
        signed = getattr(self.model, "signed_on", None)
        return CountedFrom(signed.first, _named(_SIGNING, signed.first)) if signed else self.since_start()

    def since_start(self) -> CountedFrom | None:
        """Give the first day that the document applies."""
        return CountedFrom(self.start, _named(_START, self.start)) if self.start else None

    def since_review(self) -> CountedFrom | None:
        """Give the day of the last follow-up that counts, or else of the signing."""
        review = last_review(self.workspace, self.document, self.today)
        if review is None:
            return self.since_signing()
        day = done_on(review, self.today)
        return CountedFrom(day, _named(_REVIEW, day), is_done=True)

    def who(self, ids: Iterable[str] | None) -> Who:
        """Name parties and groups of parties by their ids; what leads nowhere stays as it is."""
        written = tuple(ids or ())
        parties: list[Any] = []
        for party in written:
            parties += self._members(party)
        known = {party.id: party.name for party in self._parties}
        names = tuple(_GROUPS.get(party, known.get(party, party)) for party in written)
        return Who(names, () if _EVERYBODY & set(written) else tuple(party.name for party in parties))

    @property
    def _parties(self) -> tuple[Any, ...]:
        agreement = self.workspace.relations.agreement_of(self.document)
        return getattr(agreement.model if agreement else None, "parties", ())

    def _members(self, party: str) -> list[Any]:
        kind = _GROUP_TYPES.get(party)
        return [one for one in self._parties if one.id == party or one.type is kind]

    def duty(
        self,
        clock: DutyKind,
        path: KeyPath,
        due: date | None,
        says: tuple[Text, Text],
        about: DutyDetails | None = None,
    ) -> Duty:
        """Make a duty of the document.

        Args:
            clock: what is counted.
            path: the clause.
            due: the last day; None where it cannot be counted.
            says: what is to be done, and why.
            about: what else is known.
        """
        about = about or DutyDetails()
        place = path_text(path)
        return Duty(
            document=self.document.id or "",
            kind=self.document.kind or "",
            item=about.item or place,
            clock=clock,
            what=says[0],
            due=due,
            last_done=about.last_done,
            reason=naming(says[1], f"{path[0]} ({about.item})" if about.item else place),
            source=place,
            responsible=about.responsible,
            renews=about.renews,
            file=self.document.file,
            line=self.document.positions.of(path).line,
        )

    def regular(  # noqa: PLR0913 - what a row says
        self,
        clock: DutyKind,
        path: KeyPath,
        cadence: Cadence | None,
        since: CountedFrom | None,
        what: Text,
        *,
        renews: str = "",
    ) -> Iterator[Duty]:
        """Give the next time of what is done at a cadence, never later than the document's end.

        What was done in its last period is not due again after the end.
        """
        if cadence is None or since is None:
            return
        about = DutyDetails(last_done=since.day if since.is_done else None, renews=renews)
        if cadence.period is None:
            yield self.duty(clock, path, None, (what, filled(UNCOUNTED_WHY, cadence=cadence)), about)
            return
        due = cadence.period.after(since.day)
        if self.end and due > self.end:
            if since.is_done:
                return
            due = self.end
        why = filled(CADENCE_WHY, cadence=cadence, start=since.name)
        yield self.duty(clock, path, due, (what, why), about)


def _named(name: Text, day: date) -> Text:
    fields: dict[str, FieldValue] = {"day": day.isoformat()}
    return Text(name.sv, name.en, fields)
