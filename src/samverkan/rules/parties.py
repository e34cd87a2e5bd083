"""Parties and signatures: who they are, and that each of them signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Severity
from samverkan.messages import Entry, Text
from samverkan.model.base import PARTY_GROUPS
from samverkan.model.choices import PartyType
from samverkan.rules.rule import At, Case, at, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.agreement import Agreement


@rule(
    Severity.ERROR,
    Entry(
        sv="{name} är en kommun men saknar kommunkod.",
        en="{name} is a municipality but has no code.",
        sv_help='Lägg till code: och kommunens fyra siffror hos SCB inom citattecken, till exempel code: "0761".',
        en_help='Add code: and the municipality\'s four digits at Statistics Sweden in quotes, such as code: "0761".',
    ),
)
def municipality_without_code(case: Case[Agreement]) -> Iterator[At]:
    """Names are written in many ways; the code says for certain which municipality is meant.

    sv: Namn skrivs på många sätt; koden säger säkert vilken kommun som avses.
    source: SCB:s kommunkoder. | Statistics Sweden's municipality codes.
    bad:
        parties:
          - {id: polisen, type: police, name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, name: Lessebo kommun}
    good:
        parties:
          - {id: polisen, type: police, name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
    """
    for i, party in enumerate(case.model.parties):
        if party.type is PartyType.MUNICIPALITY and party.code is None:
            yield at("parties", i, name=party.name)


@rule(
    Severity.ERROR,
    Entry(
        sv="{name} har en kommunkod men är ingen kommun.",
        en="{name} has a municipality code but is no municipality.",
        sv_help="Ändra type till municipality, eller ta bort code.",
        en_help="Change type to municipality, or delete code.",
    ),
)
def code_without_municipality(case: Case[Agreement]) -> Iterator[At]:
    """A code on another party is most likely on the wrong line.

    sv: En kommunkod på en annan part har troligen hamnat på fel rad.
    source: SCB:s kommunkoder. | Statistics Sweden's municipality codes.
    bad:
        parties:
          - {id: polisen, type: police, code: "0761", name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
    good:
        parties:
          - {id: polisen, type: police, name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
    """
    for i, party in enumerate(case.model.parties):
        if party.type is not PartyType.MUNICIPALITY and party.code is not None:
            yield at("parties", i, "code", name=party.name)


@rule(
    Severity.ERROR,
    Entry(
        sv="Id:t {id} är ett ord för en grupp av parter och kan inte vara en parts namn.",
        en="The id {id} is a word for a group of parties and cannot be a party's name.",
        sv_help="Välj ett annat id, till exempel polisen eller kommunen.",
        en_help="Choose another id, such as polisen or kommunen.",
    ),
)
def reserved_party_id(case: Case[Agreement]) -> Iterator[At]:
    """The words jointly, each, municipalities and police stand for groups where parties are named.

    sv: Orden jointly, each, municipalities och police står för grupper där parter räknas upp.
    source: Filformatet. | The file format.
    bad:
        parties:
          - {id: police, type: police, name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
    good:
        parties:
          - {id: polisen, type: police, name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
    """
    for i, party in enumerate(case.model.parties):
        if party.id in PARTY_GROUPS:
            yield at("parties", i, "id", id=party.id)


@rule(
    Severity.WARNING,
    Entry(
        sv="Ingen undertecknar för {name}.",
        en="Nobody signs for {name}.",
        sv_help="Lägg till en undertecknare med party: {id} under signatures.",
        en_help="Add a signatory with party: {id} under signatures.",
    ),
)
def party_without_signatory(case: Case[Agreement]) -> Iterator[At]:
    """An agreement binds those who have signed it.

    sv: En överenskommelse binder dem som har undertecknat den.
    source: Nationella metoden: överenskommelsen undertecknas av parterna. | The national method: the parties sign.
    bad:
        signatures:
          signatories:
            - {party: polisen, name: Kim Ek, role: Lokalpolisområdeschef}
    good:
        signatures:
          signatories:
            - {party: polisen, name: Kim Ek, role: Lokalpolisområdeschef}
            - {party: kommunen, name: Lo Berg, role: Kommunstyrelsens ordförande}
    """
    if case.model.signatures is None:
        return
    signing = {signatory.party for signatory in case.model.signatures.signatories}
    for i, party in enumerate(case.model.parties):
        if party.id not in signing:
            place = Elsewhere(Text("Undertecknarna står här.", "The signatories stand here."), ("signatures",))
            yield at("parties", i, related=(place,), name=party.name, id=party.id)


RULES = (municipality_without_code, code_without_municipality, reserved_party_id, party_without_signatory)
