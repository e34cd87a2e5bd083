"""Who the parties are: each once, under an id of its own, with police and municipality among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Severity
from samverkan.model.choices import PartyType
from samverkan.model.links import PARTY_GROUPS
from samverkan.rules.concern import Concern
from samverkan.rules.rule import ALL_KINDS, Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.agreement import Agreement
    from samverkan.model.document import DocumentModel


@rule(
    Severity.ERROR,
    Entry(
        sv="Id:t {id} är ett ord för en grupp av parter och kan inte vara en parts namn.",
        en="The id {id} is a word for a group of parties and cannot be a party's name.",
        sv_help="Välj ett annat id, till exempel polisen eller kommunen.",
        en_help="Choose another id, such as polisen or kommunen.",
    ),
    kinds=ALL_KINDS,
)
def reserved_party_id(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """The words jointly, each, municipalities and police stand for groups where parties are named.

    sv: Orden jointly, each, municipalities och police står för grupper där parter räknas upp.
    source: Filformatet. | The file format.
    bad:
        parties:
          - {id: police, type: police, name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
        signatures:
    good:
        parties:
          - {id: polisen, type: police, name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
    """
    for i, party in enumerate(given.model.parties):
        if party.id in PARTY_GROUPS:
            yield at("parties", i, "id", id=party.id)


@rule(
    Severity.ERROR,
    Entry(
        sv="{name} är part två gånger.",
        en="{name} is a party twice.",
        sv_help="Ta bort den ena, eller rätta namnet eller koden.",
        en_help="Delete one of them, or correct the name or the code.",
    ),
    kinds=ALL_KINDS,
)
def duplicate_party(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """The same party under two ids divides its commitments between the two.

    sv: Samma part under två id delar upp partens åtaganden på två.
    source: Filformatet. | The file format.
    bad:
        parties:
          - {id: polisen, type: police, name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
          - {id: lessebo, type: municipality, code: "0761", name: Lessebo kommun}
        signatures:
          date: 2024-01-15
          signatories:
            - {party: polisen, name: Kim Ek, role: Lokalpolisområdeschef}
            - {party: kommunen, name: Lo Berg, role: Kommunstyrelsens ordförande}
            - {party: lessebo, name: Lo Berg, role: Kommunstyrelsens ordförande}
    good:
        parties:
          - {id: polisen, type: police, name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
    """
    first: dict[str, int] = {}
    for i, party in enumerate(given.model.parties):
        key = party.code or party.name.casefold()
        known = first.setdefault(key, i)
        if known != i:
            place = Elsewhere(Text("Parten står först här.", "The party is here first."), ("parties", known))
            yield at("parties", i, related=(place,), name=party.name)


@rule(
    Severity.WARNING,
    Entry(
        sv="Ingen av parterna är {missing}.",
        en="None of the parties is {missing}.",
        sv_help="Lägg till parten, eller rätta Typ (`type`) under Parter (`parties`).",
        en_help="Add the party, or correct `type` under `parties`.",
    ),
    concern=Concern.METHOD,
)
def missing_main_party(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """The method is built on an agreement between the police and a municipality.

    sv: Metoden bygger på en överenskommelse mellan polisen och en kommun.
    source: {method}, steg 3. | {method}, step 3.
    bad:
        parties:
          - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
          - {id: polisen, type: organisation, name: Föreningen Grannsamverkan}
    good:
        parties:
          - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
          - {id: polisen, type: police, name: Lokalpolisområde Nybro}
    """
    types = {party.type for party in given.model.parties}
    for wanted, words in _MAIN.items():
        if wanted not in types:
            yield at("parties", missing=words)


_MAIN = {
    PartyType.POLICE: Text("polis (`police`)", "`police`"),
    PartyType.MUNICIPALITY: Text("kommun (`municipality`)", "a `municipality`"),
}
