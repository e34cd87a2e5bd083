"""Documents that an agreement promises; what the law demands of the same municipalities is told in the same row."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from samverkan.duties.duty import ByLaw, Duty, DutyKind
from samverkan.duties.law import demand_on
from samverkan.duties.subject import Demand, DutyDetails, Subject, stricter
from samverkan.duties.unlinked import naming_unlinked, unlinked
from samverkan.duties.who import Who, named
from samverkan.law.act import IN_FORCE
from samverkan.law.holdings import holdings
from samverkan.model.choices import KINDS_KNOWN, KINDS_WITH_ARTICLE, Kind, PartyType
from samverkan.model.dates import CoarseDate
from samverkan.model.document import Analysing, ByParties, Fulfilling
from samverkan.model.links import PARTY_GROUPS
from samverkan.model.terms import stated_time
from samverkan.reviews.counted_from import from_making, from_start
from samverkan.words import duties as words
from samverkan.words.lists import MOST_LISTED, FirstOf
from samverkan.words.sentence import Text, quoted
from samverkan.workspace.actors import KnownParties, is_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from samverkan.findings import KeyPath
    from samverkan.model.agreement import Agreement
    from samverkan.model.terms import PlannedDocument
    from samverkan.reviews.counted_from import CountedFrom
    from samverkan.workspace.document import Document


class _All(NamedTuple):
    """What the entries of an agreement have in common: its parties, its municipalities, how many are of a kind."""

    parties: KnownParties
    municipal: tuple[str, ...]
    of_kind: Counter[Kind]


def planned_duties(subject: Subject, agreement: Agreement) -> Iterator[Duty]:
    """Give the duties of producing and updating documents; the law's own clock is joined with the agreement's."""
    seen: set[Kind] = set()
    municipal = tuple(party.id for party in agreement.parties if party.type is PartyType.MUNICIPALITY)
    of_kind = Counter(planned.kind for planned in agreement.planned_documents)
    shared = _All(KnownParties.of(agreement.parties), municipal, of_kind)
    for i, planned in enumerate(agreement.planned_documents):
        yield from _entry(subject, shared, i, planned, with_law=planned.kind not in seen)
        seen.add(planned.kind)


# One entry, for each municipality where each is to have its own


def _entry(
    subject: Subject, shared: _All, position: int, planned: PlannedDocument, *, with_law: bool
) -> Iterator[Duty]:
    """Give an entry's duty; where each municipality has its own, those with the same day share a row."""
    made = _made(subject, planned, is_alone=shared.of_kind[planned.kind] == 1)
    is_divided = planned.per_municipality and len(shared.municipal) > 1
    whole = made[-1] if made else None, planned.by or ()
    for last, parties in _divided(made, shared.municipal) if is_divided else [whole]:
        responsible = named(parties, shared.parties)
        renews = last.id or "" if last else ""
        about = DutyDetails(planned.id or "", last.made_on if last else None, responsible, renews)
        law = _by_law(subject, planned.kind, parties) if with_law else None
        near = unlinked(subject, planned.kind, last)
        for duty in _due(subject, ("planned_documents", position), planned, last, about, law, is_near=bool(near)):
            yield naming_unlinked(duty, near)


def _divided(made: Sequence[Document], municipal: tuple[str, ...]) -> list[tuple[Document | None, tuple[str, ...]]]:
    """Give the last that was made for each municipality, with those that it was made for; None where none was."""
    if not made:
        return [(None, municipal)]
    groups: dict[tuple[date | None, str], tuple[Document | None, list[str]]] = {}
    for party in municipal:
        last = next((one for one in reversed(made) if is_for(_by(one), party)), None)
        key = (last.made_on, last.id or "") if last else (None, "")
        groups.setdefault(key, (last, []))[1].append(party)
    return [(last, tuple(parties)) for last, parties in groups.values()]


def _by(document: Document) -> tuple[str, ...] | None:
    return document.model.by if isinstance(document.model, ByParties) else None


def _made(subject: Subject, planned: PlannedDocument, *, is_alone: bool) -> list[Document]:
    """Give the documents that fulfil an entry, earliest first.

    A document says which entry it fulfils, or fulfils the only one of its kind.
    """
    found: list[tuple[date, str, Document]] = []
    for document in _candidates(subject, planned.kind):
        fulfils = document.model.fulfils if isinstance(document.model, Fulfilling) else None
        is_one = is_alone and _may_be(subject, document, planned)
        names_it = fulfils.rpartition("#")[2] == planned.id if fulfils else is_one
        day = document.made_on
        if names_it and day and day <= subject.today:
            found.append((day, document.file, document))
    return [document for _, _, document in sorted(found, key=lambda one: one[:2])]


def _may_be(subject: Subject, document: Document, planned: PlannedDocument) -> bool:
    """Tell whether a picture may be the one that is planned: the police's own is not the parties'."""
    held = holdings(subject.workspace)
    is_anothers = bool(held.owners(subject.document)) and not held.owners(document)
    is_named = bool(set(_by(document) or ()) & set(planned.by or ()))
    return document.kind != Kind.SITUATION_PICTURE or is_named or not is_anothers


def _candidates(subject: Subject, kind: Kind) -> Sequence[Document]:
    workspace, agreement = subject.workspace, subject.document
    if kind is Kind.AGREEMENT:
        return [r.document for r in workspace.references.to(agreement) if r.link.path[0] == "part_of"]
    found = workspace.relations.under(agreement, kind)
    if kind is Kind.CAUSE_ANALYSIS:
        pictures = workspace.relations.under(agreement, Kind.SITUATION_PICTURE)
        found = (*found, *(one for one in pictures if isinstance(one.model, Analysing) and one.model.analyses))
    return found


def _due(  # noqa: PLR0913, PLR0917 - what a row says
    subject: Subject,
    path: KeyPath,
    planned: PlannedDocument,
    last: Document | None,
    about: DutyDetails,
    law: tuple[Demand, ByLaw] | None,
    *,
    is_near: bool,
) -> Iterator[Duty]:
    title = planned.title or planned.kind
    since = from_making(last, _named(title, is_new=False)) if last else from_start(subject.document)
    term = _by_term(subject, planned, since)
    joined = _to_join(law, term, last)
    if law is not None and joined is None and term is None:
        return
    demand = stricter(term, joined[0] if joined else None)
    if demand is None:
        yield from _untimed(subject, path, planned, since, about)
        return
    due, why = demand
    if joined:
        about = replace(about, law=_as_late(subject, term, joined[1]), responsible=_by_both(about, joined[1]))
    lacking = None if last or planned.exists else _lacking(law, is_near=is_near)
    yield subject.duty(DutyKind.PLANNED_DOCUMENT, path, due, _says(why, title, lacking), about)


def _by_both(about: DutyDetails, law: ByLaw) -> Who:
    """Name those who are to make a document by the agreement, and beside them the municipalities that the law asks."""
    who, own = about.responsible, tuple(one.name for one in law.municipalities)
    if who.names == own:
        return who
    form = words.BY_LAW_EACH if len(own) > 1 else words.BY_LAW
    asked = form.with_fields(who=FirstOf(own[:MOST_LISTED], count=len(own)))
    return Who((*who.names, asked), tuple(dict.fromkeys((*who.parties, *own))) if who.parties else ())


def _to_join(
    law: tuple[Demand, ByLaw] | None, term: Demand | None, last: Document | None
) -> tuple[Demand, ByLaw] | None:
    """Give what the law asks for, unless its own row says it: it is not cited for a time before it.

    Nor is it for a document that has been made, where none is known to belong to the agreement.
    """
    if law is None or term is None or term[0] < IN_FORCE or (last is None and not law[1].is_not_shown):
        return None
    return law


def _lacking(law: tuple[Demand, ByLaw] | None, *, is_near: bool) -> Text:
    """Say that there is no document of the kind, or none that belongs to the agreement where there may be one."""
    is_known = is_near or (law is not None and not law[1].is_not_shown)
    return words.NONE_OF_AGREEMENT if is_known else words.NEVER_MADE


def _as_late(subject: Subject, term: Demand | None, law: ByLaw) -> ByLaw:
    """Let what is late by the agreement be late, whatever the folder shows of the law."""
    return replace(law, is_not_shown=False) if term is not None and term[0] < subject.today else law


def _untimed(
    subject: Subject, path: KeyPath, planned: PlannedDocument, since: CountedFrom | None, about: DutyDetails
) -> Iterator[Duty]:
    """Give the row of what is asked for though no day can be counted."""
    if (why := _why_untimed(subject, planned, since)) is not None:
        title = _named(planned.title or planned.kind, is_new=True)
        yield subject.duty(DutyKind.PLANNED_DOCUMENT, path, None, (words.PRODUCE.with_fields(title=title), why), about)


def _why_untimed(subject: Subject, planned: PlannedDocument, since: CountedFrom | None) -> Text | None:
    """Say why no day can be counted for a document; None where nothing more is asked for."""
    if (rhythm := subject.timed(planned.cadence, planned.when, since)) is not None:
        found = rhythm.next_due(subject.today)
        return found[1] if found else None
    if planned.exists or (since is not None and since.is_done):
        return None
    return words.SAID_WHY.with_fields(said=planned.when.removesuffix(".")) if planned.when else words.NEVER_WHY


def _says(why: Text, title: str | Kind, lacking: Text | None) -> tuple[Text, Text]:
    """Say what is to be done and why; of what is to be made for the first time also that there is none."""
    if lacking is not None:
        return words.PRODUCE.with_fields(title=_named(title, is_new=True)), lacking.with_fields(why=why)
    return words.UPDATE.with_fields(title=_named(title, is_new=False)), why


def _named(title: str | Kind, *, is_new: bool) -> Text:
    """Write a title in quotes, and a kind as in running text: ”en lägesbild”, ”lägesbilden”."""
    if isinstance(title, Kind):
        return Text(*(KINDS_WITH_ARTICLE if is_new else KINDS_KNOWN)[title])
    return quoted(title)


def _by_term(subject: Subject, planned: PlannedDocument, since: CountedFrom | None) -> Demand | None:
    """Give the day that the agreement's own term demands; None where it demands nothing more, or no day is known."""
    is_there = planned.exists or (since is not None and since.is_done)
    first_by = planned.first_by or stated_time(planned.when)
    if first_by and not is_there:
        return _first(subject, first_by)
    if (rhythm := subject.timed(planned.cadence, planned.when, since)) is not None:
        found = rhythm.next_due(subject.today)
        return (found[0], found[1]) if found and found[0] else None
    return (subject.end, _why_at_end(planned)) if not is_there and subject.end else None


def _why_at_end(planned: PlannedDocument) -> Text:
    said = planned.when.removesuffix(".") if planned.when else ""
    return words.ONCE_SAID_WHY.with_fields(said=said) if said else words.ONCE_WHY


def _first(subject: Subject, first_by: CoarseDate) -> Demand:
    """Give the day of what is to be made for the first time, never later than the agreement's end."""
    day, end = first_by.last, subject.end
    why = words.FIRST_WHY.with_fields(day=CoarseDate.of(day), until=words.NO_LIMIT)
    if end is None or day <= end:
        return day, why
    return end, why.with_fields(
        until=words.LIMITED.with_fields(ends=words.ENDS[Kind.AGREEMENT], end=CoarseDate.of(end))
    )


def _by_law(subject: Subject, kind: Kind, parties: Sequence[str]) -> tuple[Demand, ByLaw] | None:
    """Give what the law demands of those that are to make a document; what the police make it does not ask for."""
    held = holdings(subject.workspace)
    everybody = held.owners(subject.document)
    if not parties or set(parties) & (set(PARTY_GROUPS) - {"police"}):
        meant = everybody
    else:
        wanted = set(parties)
        meant = tuple(one for one in everybody if held.party_ids(one, subject.document) & wanted)
    return demand_on(subject.workspace, kind, meant, subject.today)
