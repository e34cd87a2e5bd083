"""A follow-up to fill in: everything that is reviewed, each with an empty outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkan.drafts.sheet import Draft, comment, id_text, one_line, quoted
from samverkan.duties.duty import DutyKind
from samverkan.duties.who import who_does
from samverkan.formatting.formatted import in_form
from samverkan.model.choices import Unit
from samverkan.model.deadlines import WithDeadline, WithOccasions
from samverkan.model.fingerprint import short
from samverkan.model.goals import Goal, SubGoal
from samverkan.model.review import FollowUp
from samverkan.render.context.names import Names
from samverkan.render.context.phrases import Phrases
from samverkan.reviews.counted import last_review, still_open
from samverkan.reviews.counted_from import last_time
from samverkan.reviews.met import quantity_of
from samverkan.reviews.stated import to_review
from samverkan.words import drafts as said
from samverkan.workspace.actors import doers_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from samverkan.findings import KeyPath
    from samverkan.model.base import Part
    from samverkan.words.sentence import Language
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_PREFIX: dict[Language, str] = {"sv": "uppfoljning", "en": "follow-up"}


def new_follow_up(documents: Sequence[Document], workspace: Workspace, today: date, reader: Language) -> Draft:
    """Write the next follow-up of some documents, with every outcome left empty: what is empty is a finding.

    Args:
        documents: what is reviewed, of one workspace; each could be read whole.
        workspace: the documents around them.
        today: the proposed day.
        reader: the language of the one who is to fill it in.

    Returns:
        The file, in the first document's language but for comments, with an id that is new in the workspace.
    """
    draft = FollowUpDraft(documents, workspace, today, reader)
    return Draft(draft.id, in_form("\n".join(draft.lines()) + "\n", FollowUp))


class FollowUpDraft:
    """What a follow-up of some documents begins with, and what it says of each thing that it is to answer for."""

    def __init__(self, documents: Sequence[Document], workspace: Workspace, today: date, reader: Language) -> None:
        """Take what is reviewed, of one workspace; see `new_follow_up`."""
        self.documents, self.workspace, self.today = documents, workspace, today
        first: Any = documents[0].model
        self.language: Language = "en" if first.language == "en" else "sv"
        self.notes: Language = "en" if self.language == "en" else reader
        self.agreement = workspace.relations.agreement_of(documents[0])
        self.parties = [party.id for party in workspace.relations.parties_of(documents[0])]
        name = documents[0].id or ""
        self.id = self._free(f"{_PREFIX[self.language]}-{name}-{today.isoformat()}")

    def _free(self, wanted: str) -> str:
        number, name = 1, wanted
        while name in self.workspace.by_id:
            number += 1
            name = f"{wanted}-{number}"
        return name

    def lines(self) -> Iterator[str]:
        """Write the whole file."""
        yield from comment(said.HEAD.say(self.notes))
        yield from self.head(self.id, self.period, {one.id: short(one.fingerprint) for one in self.documents})
        yield from ("", "participants:")
        for party in self.parties or [""]:
            yield from ([f"  - party: {id_text(party)}", "    role:"] if party else ["  - role:"])
        if any(to_review(document, None) for document in self.documents):
            yield from ("", "outcomes:")
            yield from comment(said.RESULTS.say(self.notes), "  ")
        for document in self.documents:
            yield from self._outcomes(document)
        yield from ("", "cooperation:", "  light:  # green, yellow, red", "  text:")

    @property
    def title(self) -> str:
        """The title, in the language of what is reviewed."""
        titles = ", ".join(document.model.title for document in self.documents if document.model)
        return one_line(said.TITLE.with_fields(titles=titles).say(self.language))

    @property
    def period(self) -> tuple[date, date]:
        """The time that it is to be of, as it is proposed."""
        start = self._start()
        return start, self._end(start)

    def head(self, name: str, period: tuple[date, date], fingerprints: Mapping[str | None, str]) -> Iterator[str]:
        """Write all that comes before what became of each thing.

        Args:
            name: the id of the follow-up.
            period: the first and the last day of the time that it is of.
            fingerprints: those of the texts that were reviewed, by the ids of their documents.
        """
        yield from ("samverkan: 1", "kind: follow-up", f"id: {id_text(name)}", f"title: {quoted(self.title)}")
        if self.agreement:
            yield f"agreement: {id_text(self.agreement.id)}"
        yield from (f"date: {self.today}", f"period: {{from: {period[0]}, until: {period[1]}}}", "", "reviews:")
        for document in self.documents:
            yield from (f"  - document: {id_text(document.id)}", f"    fingerprint: {fingerprints[document.id]}")

    def _start(self) -> date:
        """Propose the first day of the period: that of the last time, the earliest of the documents."""
        found = [self._last_time(document) for document in self.documents]
        return min([day for day in found if day], default=self.today)

    def _last_time(self, document: Document) -> date | None:
        """Give the day of the last time; the first one of a time that has not passed, as of a review ”2026”."""
        review = last_review(self.workspace, document, self.today)
        if review is not None and review.model.dated is not None and review.day >= self.today:
            return review.model.dated.first
        since = last_time(self.workspace, document, self.today)
        return since.day if since else None

    def _end(self, start: date) -> date:
        """Propose the last day of the period: that of the documents where all have one, else today."""
        ends = [document.period[1] for document in self.documents]
        known = [end for end in ends if end is not None and start <= end]
        return min(max(known), self.today) if known and len(known) == len(ends) else self.today

    def _outcomes(self, document: Document) -> Iterator[str]:
        left = still_open(self.workspace, document, self.today)
        left_open = {id(part) for part in left[1]} if left else set()
        for path, part in to_review(document, None):
            if isinstance(part, WithDeadline) and part.is_stopped:
                continue
            yield ""
            if left and id(part) in left_open:
                yield from comment(said.LEFT.with_fields(day=str(left[0])).say(self.notes), "  ")
            for line in self._about(document, path, part):
                yield from comment(line, "  ")
            name = part.own_id
            if name is None:
                yield from comment(said.NO_ID.with_fields(document=document.id or "").say(self.notes), "  ")
                continue
            yield from (f"  - item: {self.reference(document, name)}", "    result:")
            yield from self._figures(document, part)
            yield "    comment:"

    def _figures(self, document: Document, part: Part) -> Iterator[str]:
        """Ask for the figure of what has a target or an amount, with these and the unit beside it."""
        words, quantity = self.phrases(document), quantity_of(part)
        if isinstance(part, Goal) and part.target:
            beside, unit = words.target(part), words.unit(part.unit)
            if part.unit != Unit.COUNT.value and unit not in beside:
                beside = f"{beside}, {unit}"
        elif quantity is not None:
            beside = words.quantity(quantity)
        else:
            return
        yield f"    value:  # {said.AIM.with_fields(aim=one_line(beside)).say(self.notes)}"
        if quantity is not None:
            yield f"    # counts: {said.COUNTS.say(self.notes)}"
        else:
            yield "    period:"

    def reference(self, document: Document, name: str) -> str:
        """Refer to a part by its id, with the document's where another one has the same."""
        around = dict.fromkeys([*self.documents, *([self.agreement] if self.agreement else [])])
        is_alone = sum(name in other.items for other in around) == 1
        return id_text(name) if is_alone else quoted(f"{document.id}#{name}")

    def _sort_of(self, part: Part) -> str:
        if isinstance(part, SubGoal):
            return said.SUB_GOAL.say(self.notes)
        return DutyKind(part.item.value).say(self.notes).capitalize() if part.item else ""

    def _about(self, document: Document, path: KeyPath, part: Part) -> Iterator[str]:
        """Say what a part is, where it stood, where it was to go, by when and by whom."""
        words = self.phrases(document)
        yield f"{self._sort_of(part)}: {one_line(part.full_label)}"
        facts: list[tuple[str, str]] = []
        if isinstance(part, Goal):
            facts += [("baseline", words.baseline(part)), ("target", words.target(part))]
            facts += [("criterion", part.criterion or "")]
        elif (quantity := quantity_of(part)) is not None:
            facts += [("quantity", words.quantity(quantity))]
        facts += [("deadline", words.date(part.deadline if isinstance(part, WithDeadline) else None))]
        if isinstance(part, WithOccasions):
            facts += [("occasions", words.days(part.dates))]
        who = who_does(doers_at(document, path, part), self.workspace.relations.parties_of(document))
        facts += [("responsible", who.say(self.notes))]
        said = [f"{words.fixed(key)}: {one_line(value).rstrip('.')}" for key, value in facts if value]
        if said:
            yield ". ".join(said) + "."

    def phrases(self, document: Document) -> Phrases:
        """Give the phrases of a document, in the language of the one who fills in."""
        return Phrases(self.notes, Names(document, self.workspace, self.notes))
