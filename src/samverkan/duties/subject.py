"""One document whose duties are listed, and how a duty of it is made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samverkan.duties.duty import Duty
from samverkan.duties.who import Who
from samverkan.findings import path_text
from samverkan.model.dates import CoarseDate
from samverkan.words import duties as words
from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from samverkan.duties.duty import ByLaw, DutyKind
    from samverkan.findings import KeyPath
    from samverkan.model.dates import Cadence
    from samverkan.reviews.counted_from import CountedFrom
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

Demand = tuple["date", Text]
"""A day, and why something is due on it."""


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
        """The document that supersedes this one, whether it applies yet or not."""
        return self.workspace.relations.successor_of(self.document)

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


def _naming(text: Text, clause: Text) -> Text:
    """Fill in the name of the clause in a reason, and in the reasons that it is made of."""
    inner = {key: _naming(value, clause) if isinstance(value, Text) else value for key, value in text.fields.items()}
    return text.with_fields(**{**inner, "clause": clause, "at_start": words.AtStart(clause)})
