"""Parties and signatures: who they are, and that each of them signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Severity
from samverkan.model.agreement import Agreement
from samverkan.model.choices import PartyType
from samverkan.model.document import Signed
from samverkan.model.fingerprint import is_same, short
from samverkan.model.links import PARTY_GROUPS
from samverkan.municipalities import is_known, is_name_of, nearest, register
from samverkan.rules.concern import Concern
from samverkan.rules.rule import ALL_KINDS, Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry, Text
from samverkan.workspace.standing import is_settled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.document import DocumentModel
    from samverkan.model.promise import CitizenPromise
    from samverkan.municipalities import Municipality
    from samverkan.words.sentence import FieldValue


@rule(
    Severity.ERROR,
    Entry(
        sv="{name} är en kommun men saknar kommunkod.",
        en="{name} is a municipality but has no code.",
        sv_help='Lägg till code: och kommunens fyra siffror hos SCB inom citattecken, till exempel code: "0761".',
        en_help='Add code: and the municipality\'s four digits at Statistics Sweden in quotes, such as code: "0761".',
    ),
    kinds=ALL_KINDS,
)
def municipality_without_code(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
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
    for i, party in enumerate(given.model.parties):
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
    kinds=ALL_KINDS,
)
def code_without_municipality(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A code on another party is most likely on the wrong line.

    sv: En kommunkod på en annan part har troligen hamnat på fel rad.
    source: SCB:s kommunkoder. | Statistics Sweden's municipality codes.
    bad:
        parties:
          - {id: polisen, type: police, code: "0780", name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
    good:
        parties:
          - {id: polisen, type: police, name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
    """
    for i, party in enumerate(given.model.parties):
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
    Severity.WARNING,
    Entry(
        sv="Ingen undertecknar för {name}.",
        en="Nobody signs for {name}.",
        sv_help="Lägg till en undertecknare med party: {id} under signatures.",
        en_help="Add a signatory with party: {id} under signatures.",
    ),
    concern=Concern.ORDER,
)
def party_without_signatory(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """An agreement is between those who have signed it.

    sv: En överenskommelse är ingången av dem som har undertecknat den.
    source: {method}, steg 3: parterna undertecknar. | {method}, step 3: the parties sign.
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
    signatories = given.model.signatures.signatories if given.model.signatures else ()
    signing = {signatory.party for signatory in signatories}
    if not signing or None in signing:  # not known by party: nobody can be missed
        return
    for i, party in enumerate(given.model.parties):
        if party.id not in signing:
            place = Elsewhere(Text("Undertecknarna står här.", "The signatories stand here."), ("signatures",))
            yield at("parties", i, related=(place,), name=party.name, id=party.id)


@rule(
    Severity.ERROR,
    Entry(
        sv="Ingen kommun har koden {code}.",
        en="No municipality has the code {code}.",
        sv_help="Slå upp koden hos SCB.{guess}",
        en_help="Look up the code at Statistics Sweden.{guess}",
    ),
    kinds=ALL_KINDS,
)
def unknown_municipality_code(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """The code ties the agreement to figures about the municipality; a wrong one ties it to nothing.

    sv: Koden knyter överenskommelsen till siffror om kommunen; en felaktig kod knyter den till ingenting.
    source: SCB:s kommunkoder. | Statistics Sweden's municipality codes.
    bad:
        parties:
          - {id: polisen, type: police, name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, code: "0769", name: Lessebo kommun}
    good:
        parties:
          - {id: polisen, type: police, name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
    """
    for i, party in enumerate(given.model.parties):
        if party.code is not None and not is_known(party.code):
            meant = nearest(party.name)
            guess = Text(" {name} har koden {code}.", " {name} has the code {code}.", _named(meant)) if meant else _NONE
            yield at("parties", i, "code", code=party.code, guess=guess)


@rule(
    Severity.WARNING,
    Entry(
        sv="{name} stämmer inte med koden {code}, som är {known}.",
        en="{name} does not fit the code {code}, which is {known}.",
        sv_help="Rätta namnet eller koden.{guess}",
        en_help="Correct the name or the code.{guess}",
    ),
    kinds=ALL_KINDS,
)
def municipality_name_mismatch(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A name that does not fit its code is misspelt, or the code is another municipality's.

    sv: Ett namn som inte stämmer med koden är felstavat, eller så hör koden till en annan kommun.
    source: SCB:s kommunkoder. | Statistics Sweden's municipality codes.
    bad:
        parties:
          - {id: polisen, type: police, name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, code: "0761", name: Lesebo kommun}
    good:
        parties:
          - {id: polisen, type: police, name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
    """
    for i, party in enumerate(given.model.parties):
        known = register().get(party.code or "")
        if known is None or party.type is not PartyType.MUNICIPALITY or is_name_of(party.name, known):
            continue
        meant = nearest(party.name)
        same = meant is None or meant == known
        words = _MEANT_NAME if same else _MEANT_CODE
        fields = _named(known if meant is None or same else meant)
        guess = words.with_fields(**fields)
        yield at("parties", i, "name", name=party.name, code=known.code, known=known.name, guess=guess)


_NONE = Text("", "")
_MEANT_NAME = Text(" Menade du {name}?", " Did you mean {name}?")
_MEANT_CODE = Text(" {name} har koden {code}.", " {name} has the code {code}.")


def _named(municipality: Municipality) -> dict[str, FieldValue]:
    return {"name": municipality.name, "code": municipality.code}


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
            place = Elsewhere(Text("Parten står först här.", "The party stands here first."), ("parties", known))
            yield at("parties", i, related=(place,), name=party.name)


@rule(
    Severity.WARNING,
    Entry(
        sv="Ingen av parterna är {missing}.",
        en="None of the parties is {missing}.",
        sv_help="Lägg till parten, eller rätta type under parties.",
        en_help="Add the party, or correct type under parties.",
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
    PartyType.POLICE: Text("polis (police)", "police"),
    PartyType.MUNICIPALITY: Text("kommun (municipality)", "a municipality"),
}


@rule(
    Severity.ERROR,
    Entry(
        sv="Texten är ändrad sedan den undertecknades: fingeravtrycket är nu {now}.",
        en="The text has changed since it was signed: the fingerprint is now {now}.",
        sv_help="Återställ texten, eller låt parterna underteckna den nya och skriv in det nya fingeravtrycket.",
        en_help="Restore the text, or have the parties sign the new one and write the new fingerprint.",
    ),
    kinds=("agreement", "action-plan", "citizen-promise"),
)
def changed_since_signing(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """What was signed is what was agreed; a text that is changed afterwards has not been.

    sv: Det som undertecknades är det som parterna kom överens om; en text som ändras efteråt är det inte.
    source: Överenskommelsens underskrifter. | The agreement's signatures.
    bad:
        signatures:
          date: 2024-01-15
          fingerprint: 0000-0000-0000-0000
          signatories:
            - {party: polisen, name: Kim Ek, role: Lokalpolisområdeschef}
            - {party: kommunen, name: Lo Berg, role: Kommunstyrelsens ordförande}
    good:
        signatures:
          date: 2024-01-15
          signatories:
            - {party: polisen, name: Kim Ek, role: Lokalpolisområdeschef}
            - {party: kommunen, name: Lo Berg, role: Kommunstyrelsens ordförande}
    """
    signatures = given.model.signatures if isinstance(given.model, Signed) else None
    if signatures is not None and signatures.fingerprint is not None:
        now = given.document.fingerprint
        if not is_same(signatures.fingerprint, now):
            yield at("signatures", "fingerprint", now=short(now))


@rule(
    Severity.WARNING,
    Entry(
        sv="Enligt överenskommelsen beslutas {what} av {who}, men inget beslut är angivet.",
        en="By the agreement {who} decides on {what}, but no decision is stated.",
        sv_help="Lägg till decisions: med vem som beslutade och när, eller status: draft tills det är gjort.",
        en_help="Add decisions: with who decided and when, or status: draft until it is done.",
    ),
    concern=Concern.ORDER,
    kinds=("situation-picture", "action-plan", "citizen-promise", "communication-plan"),
)
def agreed_decision_missing(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """The parties have agreed who decides on their documents; a document in use without it has skipped a step.

    sv: Parterna är överens om vem som beslutar om deras dokument; ett som används utan beslut har hoppat över det.
    source: Överenskommelsens regler om beslut och undertecknande. | The agreement's rules of decision and signing.
    bad:
        kind: situation-picture
        ---
        kind: agreement
        signing_rules:
          - {documents: [situation-picture], decided_by: [Styrgruppen], signed_by: [Lokalpolisområdeschefen]}
    good:
        kind: situation-picture
        decisions: [{body: Styrgruppen, date: 2024-02-10}]
        ---
        kind: agreement
        signing_rules:
          - {documents: [situation-picture], decided_by: [Styrgruppen], signed_by: [Lokalpolisområdeschefen]}
    """
    agreement = given.workspace.relations.agreement_of(given.document)
    if agreement is None or not isinstance(agreement.model, Agreement) or not _is_in_use_undecided(given):
        return
    for i, signing in enumerate(agreement.model.signing_rules):
        named = next((one for one in signing.documents if one.value == given.document.kind), None)
        if named is not None and signing.decided_by:
            place = Elsewhere(Text("Regeln står här.", "The rule stands here."), ("signing_rules", i), agreement.file)
            yield at("decisions", related=(place,), what=named, who=", ".join(signing.decided_by))


def _is_in_use_undecided(given: RuleInput[DocumentModel]) -> bool:
    """Tell whether a document has begun to be used, though nobody has signed or decided and it is stated no draft."""
    made = given.document.made_on
    is_stated = given.model.status is not None
    return not is_stated and not is_settled(given.model, given.today) and made is not None and made <= given.today


@rule(
    Severity.NOTE,
    Entry(
        sv="Löftet har börjat gälla, men det är inte angivet att det är undertecknat, beslutat eller publicerat.",
        en="The promise has begun to apply, but it is not stated that it is signed, decided or published.",
        sv_help="Lägg till published: med när och var invånarna fick veta det, eller date under signatures.",
        en_help="Add published: with when and where people were told of it, or date under signatures.",
    ),
    concern=Concern.METHOD,
    kinds=("citizen-promise",),
)
def promise_not_made_known(given: RuleInput[CitizenPromise]) -> Iterator[Breach]:
    """Promises are signed and made known to those whom they are given to.

    sv: Löften undertecknas och görs kända för dem som de ges till.
    source: {method}, steg 4: löften undertecknas och kommuniceras. | {method}, step 4: signed and communicated.
    bad:
        kind: citizen-promise
        published:
        decisions:
    good:
        kind: citizen-promise
        published: {date: 2024-01, where: Kommunens webbplats}
    """
    if given.model.published is None and _is_in_use_undecided(given):
        yield at("period", also=("published", "signatures", "decisions"))
