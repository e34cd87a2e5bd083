"""Somebody who is parted in two by a hyphen too many: the party in one item of the list, the role in the next."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from samverkan.findings import Mend, MendKind, Severity
from samverkan.model.parties import Signatory
from samverkan.model.plan import Actor
from samverkan.model.review import Participant
from samverkan.rules.concern import Concern
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry, Text, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.findings import KeyPath
    from samverkan.model.document import DocumentModel
    from samverkan.workspace.document import Document

_PARTY = "party"
_KEYS = {"role": Text("Roll (`role`)", "`role`"), "name": Text("Namn (`name`)", "`name`")}


@rule(
    Severity.WARNING,
    Entry(
        sv="{said} står som en egen del av listan, utan part, och ovanför står parten {party} ensam: bindestrecket gör "
        "en till två.",
        en="{said} is an item of its own in the list, without a party, and above it is the party {party} alone: the "
        "hyphen makes two of one.",
        sv_help="Hör de ihop: ta bort bindestrecket före {key}. Skriv annars Part (`party`) här också.",
        en_help="If they belong together, delete the hyphen before {key}. Otherwise write `party` here too.",
    ),
    concern=Concern.ORDER,
    kinds=("action-plan", "agreement", "citizen-promise", "communication-plan", "follow-up"),
)
def parted_from_party(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A party and a role of two items are printed as two, the second of whom belongs nowhere.

    sv: Part och roll i var sin del av listan trycks som två, och den andra hör inte till någon part.
    source: Filformatet. | The file format.
    bad:
        kind: action-plan
        measures:
          - id: belysning
            title: Bättre belysning
            causes: mörker
            goals: tryggare
            who:
              - party: kommunen
              - role: Gatuchef
            until: 2024-10
    good:
        kind: action-plan
        measures:
          - id: belysning
            title: Bättre belysning
            causes: mörker
            goals: tryggare
            who:
              - party: kommunen
                role: Gatuchef
            until: 2024-10
    """
    document = given.document
    found = document.parts_of(Actor, Participant, Signatory)
    for _, listed in groupby(found, key=lambda one: one[0][:-1]):
        places = [path for path, _ in listed]
        for i in _halves([document.value_at(path) for path in places]) if len(places) > 1 else ():
            yield from _told(document, places[i], places[i + 1])


def _halves(items: Sequence[Any]) -> list[int]:
    """Give the positions of the parties that stand alone, where each is followed by a role alone; none otherwise."""
    kept = [set(item) if isinstance(item, dict) else set[str]() for item in items]
    parties = [i for i, keys in enumerate(kept) if keys == {_PARTY}]
    roles = [i for i, keys in enumerate(kept) if keys and keys <= _KEYS.keys()]
    return parties if [i + 1 for i in parties] == roles else []


def _told(document: Document, first: KeyPath, second: KeyPath) -> Iterator[Breach]:
    """Tell of two items with hyphens, each with its keys on lines of their own."""
    extents, place = document.extents, document.written_path(second)
    value = document.value_at(second)
    key = next(iter(value))
    above, below = extents.keys.get((*document.written_path(first), _PARTY)), extents.keys.get((*place, key))
    if above is None or below is None or extents.values[place].in_braces:
        return
    row, column = below.start
    line = extents.lines[row]
    if line[:column].strip() != "-" or above.start[1] != column:
        return
    mend = Mend(f"{row} {row}\n{' ' * column}{line[column:]}", MendKind.LINES)
    said, party = quoted(str(value[key])), quoted(str(document.value_at(first)[_PARTY]))
    yield at(*second, said=said, party=party, key=_KEYS[key], mend=mend)
