"""Agreements that apply at the same time: whether they say how they belong together."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Severity
from samverkan.law.holdings import holdings
from samverkan.law.validity import end_of, has_ended
from samverkan.model.choices import Kind
from samverkan.rules.concern import Concern
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.lists import MOST_LISTED, FirstOf
from samverkan.words.sentence import Entry, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath
    from samverkan.law.holdings import Municipal
    from samverkan.model.agreement import Agreement
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_THE_OTHER_AGREEMENT = Text("Den andra överenskommelsen.", "The other agreement.")
_RELATING = ("supersedes", "extends", "part_of", "based_on", "alongside", "validity", "closed")


@rule(
    Severity.WARNING,
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
        groups = _groups(given.workspace, municipality)
        line, parties = given.workspace.relations.belongs_to(given.document)
        apart = (group for (other, met), group in groups.items() if other is not line and met != parties)
        others = [one for group in apart for one in group if _is_unrelated(given, one)]
        if others:
            own = _place(given.document, municipality, given)
            named = others[:MOST_LISTED]
            related = tuple(
                Elsewhere(_THE_OTHER_AGREEMENT, _place(other, municipality, given), other.file) for other in named
            )
            names = tuple(other.id or other.file for other in named)
            listed = FirstOf(names, count=len(others))
            yield at(*own, related=related, also=_RELATING, name=municipality.name, others=listed, first=names[0])


@lru_cache(maxsize=1024)
def _groups(workspace: Workspace, municipality: Municipal) -> dict[tuple[Document, frozenset[str]], list[Document]]:
    """Give the agreements of a municipality by the line that they belong to and the parties that they are between.

    Those of one line have said how they belong together; what the same parties have agreed on twice is told as that.
    """
    found: dict[tuple[Document, frozenset[str]], list[Document]] = {}
    for document in holdings(workspace).of(municipality, Kind.AGREEMENT):
        found.setdefault(workspace.relations.belongs_to(document), []).append(document)
    return found


def _place(document: Document, municipality: Municipal, given: RuleInput[Agreement]) -> KeyPath:
    places = holdings(given.workspace).places(municipality)
    return next((path for other, path in places if other is document), ("parties",))


def _is_unrelated(given: RuleInput[Agreement], other: Document) -> bool:
    """Tell whether another agreement applies at the same time; of two in the same files, for the later one."""
    if not other.is_whole or (other.is_asked and other.file > given.document.file):
        return False
    return _overlap(given.document, other, given)


def _overlap(one: Document, other: Document, given: RuleInput[Agreement]) -> bool:
    """Tell whether two agreements whose beginnings are known apply at the same time, as far as they say."""
    spans = [(found.period[0], end_of(found), has_ended(found, given.today)) for found in (one, other)]
    if any(start is None or (end is None and is_over) for start, end, is_over in spans):
        return False
    (start, end, _), (earliest, latest, _) = spans
    is_before = end is not None and earliest is not None and end < earliest
    is_after = latest is not None and start is not None and latest < start
    return not is_before and not is_after
