"""The clocks of the law: each municipality's own, whatever has become of its agreements."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from samverkan.duties.duty import ByLaw, Duty, DutyKind
from samverkan.duties.subject import Demand, DutyDetails, Subject
from samverkan.duties.who import Who
from samverkan.law.act import Paragraph
from samverkan.law.holdings import holdings
from samverkan.law.pictures import next_picture
from samverkan.law.plans import next_plan
from samverkan.model.choices import Kind
from samverkan.words import duties as words
from samverkan.words.lists import MOST_LISTED, FirstOf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from samverkan.findings import KeyPath
    from samverkan.law.act import LegalDeadline
    from samverkan.law.holdings import Holdings, Municipal
    from samverkan.words.sentence import Text
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_MOST_LOOKED_AT = 20
"""Of so many documents one that still applies is looked for: many municipalities may have many documents together."""
_NEXT = {Kind.SITUATION_PICTURE: next_picture, Kind.ACTION_PLAN: next_plan}

_TO_DO = {
    Paragraph.PICTURE: words.MAKE_PICTURE,
    Paragraph.PICTURE_UPDATE: words.UPDATE_PICTURE,
    Paragraph.PLAN: words.NEW_PLAN,
}


def law_duties(workspace: Workspace, today: date, found: Iterable[Duty]) -> Iterator[Duty]:
    """Give what the law asks of each municipality next, unless a duty of a document has taken it up.

    Args:
        workspace: the documents.
        today: the day to count from.
        found: the duties of the documents.
    """
    held = holdings(workspace)
    laws = {(duty.law.paragraph, id(duty.law.municipalities)): duty.law for duty in found if duty.law}
    taken = {(law.paragraph, one) for law in laws.values() for one in law.municipalities}
    for municipality in held.municipalities:
        for next_of in _NEXT.values():
            deadline = next_of(workspace, municipality, today)
            if deadline is not None and (deadline.paragraph, municipality) not in taken:
                yield from _duty(held, municipality, deadline, today)


def demand_on(
    workspace: Workspace, kind: Kind, municipalities: Sequence[Municipal], today: date
) -> tuple[Demand, ByLaw] | None:
    """Give the earliest day when the law asks some municipalities for a document, with those that it is the same for.

    Args:
        workspace: the documents.
        kind: the kind of document.
        municipalities: those that make one together, or each its own on the same day.
        today: the day to count from.

    Returns:
        The demand, and what it is by law; None where the law asks nothing of them.
    """
    next_of = _NEXT.get(kind)
    if next_of is None:
        return None
    deadlines = [(one, deadline) for one in municipalities if (deadline := next_of(workspace, one, today)) is not None]
    if not deadlines:
        return None
    first = min((deadline for _, deadline in deadlines), key=lambda deadline: deadline.due)
    same = (first.paragraph, first.due, first.last)
    together = tuple(one for one, other in deadlines if (other.paragraph, other.due, other.last) == same)
    return (first.due, reason_of(first, together)), ByLaw(first.paragraph, together, first.last is None)


def reason_of(deadline: LegalDeadline, municipalities: Sequence[Municipal]) -> Text:
    """Say why something is due by law, naming the municipalities and the paragraph."""
    who = FirstOf(tuple(one.name for one in municipalities[:MOST_LISTED]), count=len(municipalities))
    match deadline.paragraph:
        case Paragraph.PICTURE:
            return words.LAW_PICTURE_WHY.with_fields(who=who)
        case Paragraph.PLAN:
            says = words.LAW_NEW_PLAN_WHY if deadline.last else words.LAW_PLAN_WHY
            return says.with_fields(who=who, start=deadline.since.name)
    return words.LAW_WHY.with_fields(who=who, start=deadline.since.name)


def _duty(held: Holdings, municipality: Municipal, deadline: LegalDeadline, today: date) -> Iterator[Duty]:
    place = _place(held, municipality, deadline, today)
    if place is None:
        return
    document, path = place
    clock = DutyKind.PLANNED_DOCUMENT if deadline.paragraph is Paragraph.PLAN else DutyKind.PICTURE
    is_update = deadline.paragraph is Paragraph.PICTURE_UPDATE
    about = DutyDetails(
        last_done=deadline.since.day if is_update else None,
        responsible=Who((municipality.name,), (municipality.name,)),
        renews=deadline.last.id or "" if deadline.last else "",
        law=ByLaw(deadline.paragraph, (municipality,), deadline.last is None),
    )
    is_first = deadline.paragraph is Paragraph.PLAN and deadline.last is None
    to_do = words.FIRST_PLAN if is_first else _TO_DO[deadline.paragraph]
    says = to_do, reason_of(deadline, (municipality,))
    yield Subject(document, held.workspace, today).duty(clock, path, deadline.due, says, about)


def _place(
    held: Holdings, municipality: Municipal, deadline: LegalDeadline, today: date
) -> tuple[Document, KeyPath] | None:
    """Choose where a duty stands: in what is to be done again, or else where the municipality is first named.

    A document that still applies goes before one that has ended or been followed by another.
    """
    if deadline.last is not None and deadline.last.is_asked:
        key = "date" if deadline.paragraph is Paragraph.PICTURE_UPDATE else "period"
        return deadline.last, (key,)
    asked = (place for place in held.places(municipality) if place[0].is_asked)
    named = tuple(islice(asked, _MOST_LOOKED_AT))
    return next((place for place in named if not _is_over(held.workspace, place[0], today)), next(iter(named), None))


def _is_over(workspace: Workspace, document: Document, today: date) -> bool:
    subject = Subject(document, workspace, today)
    return subject.is_over or subject.is_closed or subject.is_succeeded
