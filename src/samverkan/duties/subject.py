"""One document whose duties are listed, and how a duty of it is made."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from samverkan.duties.duty import Duty
from samverkan.duties.who import Who
from samverkan.findings import path_text
from samverkan.model.choices import PartyType
from samverkan.model.dates import CoarseDate
from samverkan.model.document import Dated, Signed
from samverkan.reviews.counted import still_open
from samverkan.words import duties as words
from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from samverkan.duties.duty import ByLaw, DutyKind
    from samverkan.findings import KeyPath
    from samverkan.model.dates import Cadence
    from samverkan.reviews.counted_from import CountedFrom
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_MOST_NAMED = 5

Demand = tuple["date", Text]
"""A day, and why something is due on it."""


def is_known(document: Document, today: date) -> bool:
    """Tell whether a document existed on a day, as far as its own date, decisions and signing say."""
    model = document.model
    if model is None:
        return True
    own = model.date if isinstance(model, Dated) else None
    signed = model.signed_on if isinstance(model, Signed) else None
    dates = [day for day in (own, signed, *model.decision_dates) if day is not None]
    return not dates or min(dates).first <= today


def likely_successors(workspace: Workspace, document: Document, today: date) -> list[Document]:
    """Give the later documents of the same kind and municipality, which may be meant to take a document's place."""
    own, start = _municipal(workspace, document), document.period[0]
    return [
        other
        for other in workspace.documents
        if other.kind == document.kind and other is not document and is_known(other, today)
        if start is not None and other.period[0] is not None and other.period[0] > start
        if own & _municipal(workspace, other)
    ]


def _municipal(workspace: Workspace, document: Document) -> set[str]:
    parties = workspace.relations.parties_of(document)
    return {party.code or party.name for party in parties if party.type is PartyType.MUNICIPALITY}


def stricter(term: Demand | None, law: Demand | None) -> Demand | None:
    """Give the earlier of what the agreement and the law demand; the reason names both, so that no duty has two rows.

    Args:
        term: what the document's own term demands.
        law: what the law demands.
    """
    if law is None or term is None:
        return term or law
    if term[0] <= law[0]:
        return term[0], words.ALSO_LAW.with_fields(why=term[1], law=law[1], due=CoarseDate.of(law[0]))
    return law[0], words.ALSO_TERM.with_fields(why=law[1])


@dataclass(frozen=True)
class DutyDetails:
    """What else is known of a duty.

    That is its part's id, when it was last done, who is to do it, what it renews, and what it is by law.
    """

    item: str = ""
    last_done: date | None = None
    responsible: Who = field(default_factory=Who)
    renews: str = ""
    law: ByLaw | None = None


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
    def end(self) -> date | None:
        """The last day that the document applies; None while it has no end."""
        return self.document.period[1]

    @property
    def successor(self) -> Document | None:
        """The document that supersedes this one, whether it applies yet or not; one of a later day is not known yet."""
        found = self.workspace.relations.successor_of(self.document)
        return found if found is not None and is_known(found, self.today) else None

    @property
    def is_over(self) -> bool:
        """Whether the document has ended, so that only its end is left to tell of."""
        return self.end is not None and self.end < self.today

    @property
    def is_closed(self) -> bool:
        """Whether the document says that it is closed, and since a day that has come where it says when."""
        closed = self.document.model.closed if self.document.model else None
        return closed is not None and (closed.date is None or closed.date.first <= self.today)

    @property
    def is_succeeded(self) -> bool:
        """Whether a successor has begun to apply."""
        return self.workspace.relations.is_succeeded(self.document, self.today)

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
            holder=self.document,
            path=path,
            item=about.item or place,
            clock=clock,
            what=says[0],
            due=due,
            last_done=about.last_done,
            reason=_naming(says[1], words.clause_name(self.document.kind or "", place)),
            responsible=about.responsible,
            renews=about.renews,
            law=about.law,
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
            yield self.duty(clock, path, None, (what, words.UNCOUNTED_WHY.with_fields(cadence=cadence)), about)
            return
        due = cadence.period.after(since.day)
        if self.end and due > self.end:
            if since.is_done:
                return
            due = self.end
        why = words.CADENCE_WHY.with_fields(cadence=cadence, start=since.name)
        yield self.duty(clock, path, due, (what, why), about)


def with_open_ends(subject: Subject, reviews: Iterable[Duty]) -> Iterator[Duty]:
    """Give reviews, each with what the latest follow-up left without an outcome named in its reason."""
    left = still_open(subject.workspace, subject.document, subject.today)
    for duty in reviews:
        if left is None:
            yield duty
            continue
        labels = [part.label for part in left[1]]
        named = "; ".join(labels[:_MOST_NAMED])
        form = words.STILL_OPEN if len(labels) <= _MOST_NAMED else words.STILL_OPEN_MORE
        more = len(labels) - _MOST_NAMED
        yield replace(duty, reason=form.with_fields(why=duty.reason, day=left[0], what=named, more=more))


def _naming(text: Text, clause: Text) -> Text:
    """Fill in the name of the clause in a reason, and in the reasons that it is made of."""
    inner = {key: _naming(value, clause) if isinstance(value, Text) else value for key, value in text.fields.items()}
    return text.with_fields(**{**inner, "clause": clause, "at_start": words.AtStart(clause)})
