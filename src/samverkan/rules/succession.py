"""Succession: documents that take each other's place, that stand side by side, and decisions that follow on others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samverkan.findings import Elsewhere, KeyPath, Severity
from samverkan.law.holdings import holdings
from samverkan.law.validity import end_of, has_ended
from samverkan.model.choices import Kind
from samverkan.model.document import Signed
from samverkan.model.picture import SituationPicture
from samverkan.rules.concern import Concern
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.law.holdings import Municipal
    from samverkan.model.agreement import Agreement
    from samverkan.model.dates import CoarseDate
    from samverkan.model.document import DocumentModel
    from samverkan.model.parties import Decision
    from samverkan.workspace.document import Document

_SUPERSEDES, _EXTENDS = Text("ersätter", "supersedes"), Text("förlänger", "extends")
_TAKES_OVER = {"supersedes": _SUPERSEDES, "extends": _EXTENDS}
_THE_OTHER_AGREEMENT = Text("Den andra överenskommelsen.", "The other agreement.")
_THE_OTHER_DECISION = Text("Det andra beslutet.", "The other decision.")
_NEWER = Text("Det nyare datumet står här.", "The later date stands here.")
_RELATING = ("supersedes", "extends", "part_of", "based_on", "alongside", "validity", "closed")


class _Moment(NamedTuple):
    """A date of a document, as the first or the last of its kind, and where it stands."""

    day: CoarseDate | None
    path: KeyPath


@rule(
    Severity.WARNING,
    Entry(
        sv="Dokumentet {relates} {other}, som är nyare: {when}.",
        en="The document {relates} {other}, which is newer: {when}.",
        sv_help="Rätta datumet som är fel, eller låt det nyare dokumentet ta över efter det äldre.",
        en_help="Correct the date that is wrong, or let the newer document take over from the older one.",
    ),
    kinds=("agreement", "situation-picture", "action-plan", "citizen-promise"),
)
def successor_before_predecessor(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """What takes another document's place comes after it, or it is not clear which of the two is in force.

    sv: Det som tar över efter ett annat dokument kommer efter det, annars är det oklart vilket som gäller.
    source: Dokumentens egna datum. | The documents' own dates.
    bad:
        supersedes: tidigare
        ---
        kind: agreement
        id: tidigare
        validity: {from: 2025, until: 2026}
    good:
        supersedes: tidigare
        ---
        kind: agreement
        id: tidigare
        validity: {from: 2022, until: 2023}
    """
    for reference in given.workspace.references.of(given.document):
        path = reference.link.path
        relates = _TAKES_OVER.get(str(path[-2] if isinstance(path[-1], int) else path[-1]))
        earlier = reference.target.document
        if relates is None or earlier is given.document or earlier.kind != given.document.kind:
            continue
        for says, own, theirs in _moments(given.document, earlier):
            if own.day and theirs.day and own.day.last < theirs.day.first:
                place = Elsewhere(_NEWER, theirs.path, earlier.file)
                when = says.with_fields(theirs=str(theirs.day), own=str(own.day))
                yield at(*path, related=(place,), relates=relates, other=earlier.id or earlier.file, when=when)
                break


def _moments(document: Document, earlier: Document) -> Iterator[tuple[Text, _Moment, _Moment]]:
    """Give the dates by which two documents can be held against each other, each with how they are told."""
    if document.kind != Kind.SITUATION_PICTURE:  # what a picture writes is the period that it describes
        yield _APPLIES, _start(document), _start(earlier)
    yield _IS_OF, _made(document), _made(earlier)
    yield _SIGNED, _signed(document), _signed(earlier)
    last, first = max(_decided(document), default=None), min(_decided(earlier), default=None)
    yield _DECIDED, _Moment(last, ("decisions",)), _Moment(first, ("decisions",))


_APPLIES = Text("det börjar gälla {theirs}, det här {own}", "it applies from {theirs}, this one from {own}")
_IS_OF = Text("det är från {theirs}, det här från {own}", "it is of {theirs}, this one of {own}")
_SIGNED = Text("det undertecknades {theirs}, det här {own}", "it was signed {theirs}, this one {own}")
_DECIDED = Text("det beslutades {theirs}, det här {own}", "it was decided {theirs}, this one {own}")


def _start(document: Document) -> _Moment:
    key = "validity" if document.kind == Kind.AGREEMENT else "period"
    return _Moment(document.start, (key,))


def _made(document: Document) -> _Moment:
    model = document.model
    return _Moment(model.date if isinstance(model, SituationPicture) else None, ("date",))


def _signed(document: Document) -> _Moment:
    return _Moment(document.model.signed_on if isinstance(document.model, Signed) else None, ("signatures",))


def _decided(document: Document) -> tuple[CoarseDate, ...]:
    return document.model.decision_dates if document.model else ()


@rule(
    Severity.NOTE,
    Entry(
        sv="{name} är part i flera överenskommelser som gäller samtidigt: den här och {others}.",
        en="{name} is a party of several agreements that apply at the same time: this one and {others}.",
        sv_help="Hör de ihop, skriv supersedes, extends eller part_of. Ska båda gälla, skriv alongside: {first}. "
        "Har den ena upphört, skriv det under closed.",
        en_help="If they belong together, write supersedes, extends or part_of. If both are to apply, write "
        "alongside: {first}. If one has ceased, say so under closed.",
    ),
    concern=Concern.ORDER,
)
def municipality_in_two_agreements(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """With two agreements that do not name each other, nobody can tell whether one was to replace the other.

    sv: Med två överenskommelser som inte nämner varandra går det inte att se om den ena skulle ersätta den andra.
    source: Överenskommelsernas giltighetstid. | The validity of the agreements.
    bad:
        id: avtal-2024
        ---
        kind: agreement
        id: lokalt
        validity: {from: 2025, until: 2026}
        parties:
          - {id: polisen, type: police, name: Lokalpolisområde Kalmar}
          - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
    good:
        alongside: lokalt
        ---
        kind: agreement
        id: lokalt
        validity: {from: 2025, until: 2026}
        parties:
          - {id: polisen, type: police, name: Lokalpolisområde Kalmar}
          - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
    """
    held = holdings(given.workspace)
    for municipality in held.owners(given.document):
        others = [other for other in held.of(municipality, Kind.AGREEMENT) if _is_unrelated(given, other)]
        if others:
            own = _place(given.document, municipality, given)
            related = tuple(
                Elsewhere(_THE_OTHER_AGREEMENT, _place(other, municipality, given), other.file) for other in others
            )
            names = [other.id or other.file for other in others]
            listed = ", ".join(names)
            yield at(*own, related=related, also=_RELATING, name=municipality.name, others=listed, first=names[0])


def _place(document: Document, municipality: Municipal, given: RuleInput[Agreement]) -> KeyPath:
    places = holdings(given.workspace).places(municipality)
    return next((path for other, path in places if other is document), ("parties",))


def _is_unrelated(given: RuleInput[Agreement], other: Document) -> bool:
    """Tell whether another agreement applies at the same time without a word of how the two belong together.

    Of two in the same files each pair is told once, for the later one; what the same parties have agreed on twice is
    told as that.
    """
    document, relations = given.document, given.workspace.relations
    if other is document or not other.is_whole or (other.is_asked and other.file > document.file):
        return False
    return (
        _overlap(document, other, given)
        and not relations.are_related(document, other)
        and not relations.have_same_parties(document, other)
    )


def _overlap(one: Document, other: Document, given: RuleInput[Agreement]) -> bool:
    """Tell whether two agreements whose beginnings are known apply at the same time, as far as they say."""
    spans = [(found.period[0], end_of(found), has_ended(found, given.today)) for found in (one, other)]
    if any(start is None or (end is None and is_over) for start, end, is_over in spans):
        return False
    (start, end, _), (earliest, latest, _) = spans
    is_before = end is not None and earliest is not None and end < earliest
    is_after = latest is not None and start is not None and latest < start
    return not is_before and not is_after


@rule(
    Severity.WARNING,
    Entry(
        sv="{body} har två beslut om dokumentet, med olika datum: {first} och {second}.",
        en="{body} has two decisions on the document, with different dates: {first} and {second}.",
        sv_help="Ta bort det beslut som är fel. Är båda riktiga, skriv under text: vad vart och ett innebär.",
        en_help="Remove the decision that is wrong. If both are right, say under text: what each of them means.",
    ),
    concern=Concern.ORDER,
    kinds=("agreement", "situation-picture", "citizen-promise", "communication-plan"),
)
def decided_twice(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """Two dates of one body's decision leave it unclear since when the document is decided.

    sv: Två datum för samma organs beslut gör det oklart sedan när dokumentet är beslutat.
    source: {order}. | {order}.
    bad:
        decisions:
          - {body: Kommunstyrelsen, date: 2024-01-08}
          - {body: Kommunstyrelsen, date: 2024-01-10}
    good:
        decisions:
          - {body: Kommunstyrelsen, date: 2024-01-08}
          - {body: Kommunstyrelsen, date: 2024-01-10, text: Parterna får en månad till på sig.}
    """
    yield from decided_again(given.model.decisions)


def decided_again(decisions: Sequence[Decision]) -> Iterator[Breach]:
    """Give the decisions of a body that has decided on another date before, unless a decision says what it means.

    Args:
        decisions: the decisions of a document.
    """
    seen: dict[tuple[str | None, str], tuple[int, CoarseDate]] = {}
    for i, decision in enumerate(decisions):
        if decision.date is None or decision.text is not None:
            continue
        position, first = seen.setdefault((decision.party, decision.body.casefold()), (i, decision.date))
        if first != decision.date:
            related = (Elsewhere(_THE_OTHER_DECISION, ("decisions", position, "date")),)
            place = ("decisions", i, "date")
            yield at(*place, related=related, body=decision.body, first=str(first), second=str(decision.date))
