"""One document whose duties are listed, and how a duty of it is made."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, overload

from samverkan.duties.duty import Duty, Listed
from samverkan.duties.rhythm import Rhythm
from samverkan.duties.who import Who
from samverkan.findings import path_text
from samverkan.model.dates import YEARLY, CoarseDate
from samverkan.model.said_times import months_in
from samverkan.model.texts import without_marks
from samverkan.reviews.counted import doubtful_review, still_open
from samverkan.words import duties as words
from samverkan.words.sentence import Text, quoted
from samverkan.workspace.succession import has_expired, is_closed

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


@overload
def stricter(term: Demand | None, law: Demand) -> Demand: ...


@overload
def stricter(term: Demand | None, law: Demand | None) -> Demand | None: ...


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

    That is its part's id, when it was last done, who is to do it, what it renews, what it is by law, when it is worth a
    row in a list that does not show all, and what is to be reviewed where that is another document.
    """

    item: str = ""
    last_done: date | None = None
    responsible: Who = field(default_factory=Who)
    renews: str = ""
    law: ByLaw | None = None
    listed: Listed = Listed.ALWAYS
    reviewed: Document | None = None


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
        """The document that supersedes this one, whether it applies yet or not."""
        return self.workspace.relations.successor_of(self.document)

    @property
    def is_over(self) -> bool:
        """Whether the document has expired, so that only its end is left to tell of."""
        return has_expired(self.document, self.today)

    @property
    def is_closed(self) -> bool:
        """Whether the document says that it is closed, and since a day that has come where it says when."""
        return is_closed(self.document, self.today)

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
            listed=about.listed,
            reviewed=about.reviewed,
        )

    def rhythm(self, cadence: Cadence, since: CountedFrom | None) -> Rhythm:
        """Give how often something is done as long as the document applies."""
        ends = words.ENDS.get(self.document.kind or "", words.ENDS[""])
        return Rhythm(cadence, since, self.end, ends)

    def timed(self, cadence: Cadence | None, said: str | None, since: CountedFrom | None) -> Rhythm | None:
        """Give how often something is done by its cadence, by the months that words name, or by both; None for neither.

        What is said to be done ”i november”, and not how often, is done every November.
        """
        if cadence is None and not months_in(said or ""):
            return None
        rhythm = self.rhythm(cadence or YEARLY, since).in_months(said)
        return rhythm if cadence else replace(rhythm, why=words.SAID_MONTHS_WHY.with_fields(said=said or ""))

    def regular(
        self,
        clock: DutyKind,
        path: KeyPath,
        rhythm: Rhythm,
        what: Text,
        about: DutyDetails | None = None,
    ) -> Iterator[Duty]:
        """Give the next time of what is done again and again, if there is one."""
        found, since = rhythm.next_due(self.today), rhythm.since
        if found is not None:
            done = since.day if since is not None and since.is_done else None
            yield self.duty(clock, path, found[0], (what, found[1]), replace(about or DutyDetails(), last_done=done))

    def untimed(self, clock: DutyKind, path: KeyPath, what: Text, said: str | None = None) -> Duty:
        """Make a duty that the document gives no time for that can be counted; what it says instead is told."""
        why = words.SAID_WHY.with_fields(said=said.removesuffix(".")) if said else words.UNTIMED_WHY
        return self.duty(clock, path, None, (what, why))


def with_open_ends(subject: Subject, reviews: Iterable[Duty]) -> Iterator[Duty]:
    """Give reviews, each with what the latest follow-up left without an outcome named in its reason."""
    left = still_open(subject.workspace, subject.document, subject.today)
    if left is None:
        yield from reviews
        return
    labels = [quoted(words.shortened(without_marks(part.said_label))) for part in left[1][:_MOST_NAMED]]
    named = words.Joined(tuple(labels))
    more = len(left[1]) - len(labels)
    form = words.STILL_OPEN_MORE if more else words.STILL_OPEN
    for duty in reviews:
        yield replace(duty, reason=form.with_fields(why=duty.reason, day=left[0], what=named, more=more))


def with_doubt(subject: Subject, reviews: Iterable[Duty]) -> Iterator[Duty]:
    """Give reviews, each with that a follow-up may have been of this text, where it does not say of which it was.

    What the law asks is then not late for certain, but not shown.
    """
    doubtful = doubtful_review(subject.workspace, subject.document, subject.today)
    for duty in reviews:
        if doubtful is None:
            yield duty
        else:
            law = replace(duty.law, is_not_shown=True) if duty.law else None
            form = words.IN_DOUBT if doubtful.model.dated else words.UNDATED_IN_DOUBT
            yield replace(duty, reason=form.with_fields(why=duty.reason, day=doubtful.model.said), law=law)


def _naming(text: Text, clause: Text) -> Text:
    """Fill in the name of the clause in a reason, and in the reasons that it is made of."""
    inner = {key: _naming(value, clause) if isinstance(value, Text) else value for key, value in text.fields.items()}
    return text.with_fields(**{**inner, "clause": clause, "at_start": words.AtStart(clause)})
