"""Documents that an agreement promises, and the situation picture that the law demands of municipalities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkan.duties.duty import Duty, DutyKind, filled
from samverkan.duties.subject import (
    CADENCE_WHY,
    LAW_WHY,
    UNCOUNTED_WHY,
    CountedFrom,
    Demand,
    DutyDetails,
    Subject,
    stricter,
)
from samverkan.law.act import IN_FORCE, SECOND_YEAR, is_asked_of
from samverkan.model.choices import Kind, PartyType
from samverkan.model.links import PARTY_GROUPS
from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from samverkan.findings import KeyPath
    from samverkan.model.dates import Cadence
    from samverkan.model.terms import PlannedDocument
    from samverkan.workspace.document import Document

_PRODUCE = Text("Ta fram {title}", "Produce {title}")
_UPDATE = Text("Uppdatera {title}", "Update {title}")
_MADE = Text("{title} {day}", "{title} of {day}")
_FIRST_WHY = Text("Villkoret {clause}: första gången senast {day}.", "The term {clause}: for the first time by {day}.")
_ONCE_WHY = Text(
    "Villkoret {clause}: utan angiven tid, alltså senast när giltigheten går ut.",
    "The term {clause}: no time given, so at the latest when the validity ends.",
)
_NEVER = Text("{why} Aldrig gjort.", "{why} Never made.")
_LAW_START = Text("lagens ikraftträdande {day}", "the law's coming into force on {day}")


def planned_duties(subject: Subject) -> Iterator[Duty]:
    """Give the duties of producing and updating documents; the law's own clock is joined with the agreement's."""
    has_picture = False
    for i, planned in enumerate(subject.model.planned_documents):
        is_picture = planned.kind is Kind.SITUATION_PICTURE and not has_picture
        has_picture = has_picture or is_picture
        yield from _entry(subject, ("planned_documents", i), planned, with_law=is_picture)
    if not has_picture and is_asked_of(subject.workspace, subject.document):
        yield from _law_alone(subject)


# One entry, for each municipality where each is to have its own


def _entry(subject: Subject, path: KeyPath, planned: PlannedDocument, *, with_law: bool) -> Iterator[Duty]:
    """Give an entry's duty; where each municipality has its own, those with the same day share a row."""
    municipal = [party.id for party in subject.model.parties if party.type is PartyType.MUNICIPALITY]
    groups: dict[tuple[date, str] | None, list[str]] = {}
    if planned.per_municipality and len(municipal) > 1:
        for party in municipal:
            groups.setdefault(_latest(_made(subject, planned, party)), []).append(party)
    else:
        groups[_latest(_made(subject, planned, None))] = list(planned.by or ())
    for last, parties in groups.items():
        day, renews = last or (None, "")
        about = DutyDetails(planned.id or "", day, subject.who(parties), renews)
        yield from _due(subject, path, planned, about, with_law=with_law)


def _made(subject: Subject, planned: PlannedDocument, party: str | None) -> list[tuple[date, Document]]:
    """Give the documents that fulfil an entry, with their days, earliest first.

    A document says which entry it fulfils, or fulfils the only one of its kind.
    """
    alone = sum(other.kind is planned.kind for other in subject.model.planned_documents) == 1
    found = []
    for document in _candidates(subject, planned.kind):
        fulfils = getattr(document.model, "fulfils", None)
        names_it = fulfils is not None and fulfils.rpartition("#")[2] == planned.id
        day = day_of(document)
        if (names_it or (fulfils is None and alone)) and day and day <= subject.today and _is_for(document, party):
            found.append((day, document))
    return sorted(found, key=lambda one: (one[0], one[1].file))


def _candidates(subject: Subject, kind: Kind) -> list[Document]:
    workspace, agreement = subject.workspace, subject.document
    if kind is Kind.AGREEMENT:
        return [r.document for r in workspace.references.to(agreement) if r.link.path[0] == "part_of"]
    found = workspace.relations.under(agreement, kind)
    if kind is Kind.CAUSE_ANALYSIS:
        pictures = workspace.relations.under(agreement, Kind.SITUATION_PICTURE)
        found = [*found, *(picture for picture in pictures if getattr(picture.model, "analyses", ()))]
    return found


def day_of(document: Document) -> date | None:
    """Give the day when a document was made: its own date, its decision, its signing, or the start of its period."""
    model: Any = document.model
    own = getattr(model, "date", None)
    decided = [decision.date for decision in getattr(model, "decisions", ()) if decision.date]
    signed = getattr(getattr(model, "signatures", None), "date", None)
    found = own or (max(decided) if decided else None) or signed
    return found.last if found else document.period[0]


def _is_for(document: Document, party: str | None) -> bool:
    """Tell whether a document is one party's, or everybody's."""
    by = getattr(document.model, "by", None)
    return party is None or by is None or party in by or bool(set(by) & set(PARTY_GROUPS))


def _latest(made: list[tuple[date, Document]]) -> tuple[date, str] | None:
    return (made[-1][0], made[-1][1].id or "") if made else None


def _due(
    subject: Subject, path: KeyPath, planned: PlannedDocument, about: DutyDetails, *, with_law: bool
) -> Iterator[Duty]:
    title, last = planned.title or planned.kind, about.last_done
    since = (
        CountedFrom(last, filled(_MADE, title=title, day=str(last)), is_done=True) if last else subject.since_start()
    )
    if since is None:
        return
    law = _by_law(since) if with_law and is_asked_of(subject.workspace, subject.document) else None
    demand = stricter(_by_term(subject, planned, since), law, f"{path[0]} ({about.item})")
    if demand is None:
        if planned.cadence is not None and planned.cadence.period is None:
            says = (filled(_PRODUCE, title=title), filled(UNCOUNTED_WHY, cadence=planned.cadence))
            yield subject.duty(DutyKind.PLANNED_DOCUMENT, path, None, says, about)
        return
    due, why = demand
    says = (filled(_UPDATE if last else _PRODUCE, title=title), why if last else filled(_NEVER, why=why))
    yield subject.duty(DutyKind.PLANNED_DOCUMENT, path, due, says, about)


def _by_term(subject: Subject, planned: PlannedDocument, since: CountedFrom) -> Demand | None:
    """Give the day that the agreement's own term demands; None where it demands nothing more."""
    period = planned.cadence.period if planned.cadence else None
    if planned.first_by and not since.is_done:
        return _at_most(planned.first_by.last, subject.end), filled(_FIRST_WHY, day=str(planned.first_by))
    if period:
        due = period.after(since.day)
        if subject.end and due > subject.end and since.is_done:
            return None
        cadence: Cadence = planned.cadence  # type: ignore[assignment]
        return _at_most(due, subject.end), filled(CADENCE_WHY, cadence=cadence, start=since.name)
    if planned.cadence is None and not since.is_done and subject.end:
        return subject.end, _ONCE_WHY
    return None


def _by_law(since: CountedFrom) -> Demand:
    """Give the day that the law demands: every second year, for municipalities in their own right."""
    day, name = since.day, since.name
    if not since.is_done and day < IN_FORCE:
        day, name = IN_FORCE, filled(_LAW_START, day=IN_FORCE.isoformat())
    return SECOND_YEAR.after(day), filled(LAW_WHY, start=name)


def _law_alone(subject: Subject) -> Iterator[Duty]:
    """Give the law's own clock where the agreement does not speak of a situation picture."""
    pictures = [
        (day, d) for d in _candidates(subject, Kind.SITUATION_PICTURE) if (day := day_of(d)) and day <= subject.today
    ]
    last = max((day for day, _ in pictures), default=None)
    title = Kind.SITUATION_PICTURE
    since = (
        CountedFrom(last, filled(_MADE, title=title, day=str(last)), is_done=True) if last else subject.since_start()
    )
    if since is None:
        return
    due, why = _by_law(since)
    municipal = [party.id for party in subject.model.parties if party.type is PartyType.MUNICIPALITY]
    why = why if last else filled(_NEVER, why=why)
    what = filled(_UPDATE if last else _PRODUCE, title=title)
    yield subject.duty(DutyKind.PICTURE, ("parties",), due, (what, why), DutyDetails("", last, subject.who(municipal)))


def _at_most(day: date, end: date | None) -> date:
    return min(day, end) if end else day
