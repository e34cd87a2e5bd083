"""Agreements that apply at the same time: whether they say how they belong together."""

from __future__ import annotations

from datetime import date
from heapq import heappop, heappush
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from samverkan.findings import Elsewhere, Severity
from samverkan.law.holdings import holdings
from samverkan.law.validity import end_of, has_ended
from samverkan.model.choices import Kind
from samverkan.rules.concern import Concern
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.lists import MOST_LISTED, FirstOf
from samverkan.words.sentence import Entry, Text
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath
    from samverkan.law.holdings import Holdings, Municipal
    from samverkan.model.agreement import Agreement
    from samverkan.workspace.document import Document
    from samverkan.workspace.relations import Relations

    _Open = dict[frozenset[str], dict[Document, dict[Document, None]]]

_THE_OTHER_AGREEMENT = Text("Den andra överenskommelsen.", "The other agreement.")
_ENOUGH = 3
_RELATING = ("supersedes", "extends", "part_of", "based_on", "alongside", "validity", "closed")


@rule(
    Severity.WARNING,
    Entry(
        sv="{name} är part i flera överenskommelser som gäller samtidigt: den här och {others}.",
        en="{name} is a party to several agreements that apply at the same time: this one and {others}.",
        sv_help="Hör de ihop, ange det under Ersätter (`supersedes`), Förlänger (`extends`) eller Del av "
        "(`part_of`). Ska båda gälla, ange det under Gäller vid sidan av (`alongside: {first}`). Har den ena "
        "upphört, ange det under Avslutat (`closed`).",
        en_help="If they belong together, say so under `supersedes`, `extends` or `part_of`. If both are to apply, "
        "write `alongside: {first}`. If one has ceased, say so under `closed`.",
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
        others = _unrelated(held, municipality, given.today).get(given.document, [])
        if others:
            own = _place(held, municipality, given.document)
            named = others[:MOST_LISTED]
            related = tuple(
                Elsewhere(_THE_OTHER_AGREEMENT, _place(held, municipality, other), other.file) for other in named
            )
            names = tuple(other.id or other.file for other in named)
            listed = FirstOf(names, count=len(others))
            yield at(*own, related=related, also=_RELATING, name=municipality.name, others=listed, first=names[0])


def _place(held: Holdings, municipality: Municipal, document: Document) -> KeyPath:
    parties, own = held.workspace.relations.parties_of(document), held.party_ids(municipality, document)
    return next((("parties", i) for i, party in enumerate(parties) if party.id in own), ("parties",))


class _Span(NamedTuple):
    """The time of an agreement, as far as it says; without an end until further notice."""

    start: date
    file: str
    end: date
    document: Document


@remembered(maxsize=1024)
def _unrelated(held: Holdings, municipality: Municipal, today: date) -> dict[Document, list[Document]]:
    """Give a municipality's agreements that apply at once without a word of how they belong together.

    Each pair stands once, under the one that begins later, or the other where nobody asked about that one. Of each
    agreement some pairs are enough. What the same parties have agreed on twice is told as that, and so is not here.
    """
    relations = held.workspace.relations
    found: dict[Document, list[Document]] = {}
    open_now: _Open = {}
    ends: list[tuple[date, int, Document]] = []
    for i, span in enumerate(_spans(held, municipality, today)):
        while ends and ends[0][0] < span.start:
            _close(open_now, heappop(ends)[2], relations)
        one, (line, parties) = span.document, relations.belongs_to(span.document)
        for other in islice(_apart(open_now, line, parties), _ENOUGH):
            told, beside = (one, other) if one.is_asked else (other, one)
            found.setdefault(told, []).append(beside)
        open_now.setdefault(parties, {}).setdefault(line, {})[one] = None
        heappush(ends, (span.end, i, one))
    return found


def _apart(open_now: _Open, line: Document, parties: frozenset[str]) -> Iterator[Document]:
    """Give the agreements of other parties, and of other lines of agreements."""
    others = (lines for met, lines in open_now.items() if met != parties)
    return (one for lines in others for other, group in lines.items() if other is not line for one in group)


def _close(open_now: _Open, ended: Document, relations: Relations) -> None:
    """Take away an agreement that has ended, and the groups that it leaves empty: they would be looked at for ever."""
    line, parties = relations.belongs_to(ended)
    del open_now[parties][line][ended]
    if not open_now[parties][line]:
        del open_now[parties][line]
    if not open_now[parties]:
        del open_now[parties]


def _spans(held: Holdings, municipality: Municipal, today: date) -> list[_Span]:
    """Give the times of a municipality's agreements whose beginnings are known, those that began first first."""
    spans = []
    for document in held.of(municipality, Kind.AGREEMENT):
        start, end = document.period[0], end_of(document)
        is_known = end is not None or not has_ended(document, today)
        if start is not None and is_known and document.is_whole and start <= (end or date.max):
            spans.append(_Span(start, document.file, end or date.max, document))
    return sorted(spans, key=lambda span: span[:2])
