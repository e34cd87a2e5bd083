"""That the parties sign, decide and make known, and that the text stays as it was signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Mend, MendKind, Severity
from samverkan.model.agreement import Agreement
from samverkan.model.document import Signed
from samverkan.model.fingerprint import is_same, short
from samverkan.rules.concern import Concern
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.lists import FirstOf
from samverkan.words.sentence import Entry, Text
from samverkan.workspace.prolonged import prolonged
from samverkan.workspace.standing import is_settled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.document import DocumentModel
    from samverkan.model.promise import CitizenPromise
    from samverkan.workspace.document import Document


@rule(
    Severity.WARNING,
    Entry(
        sv="Ingen undertecknar för {name}.",
        en="Nobody signs for {name}.",
        sv_help="Lägg till en undertecknare under Underskrifter (`signatures`), med Part (`party: {id}`).",
        en_help="Add a signatory with `party: {id}` under `signatures`.",
    ),
    concern=Concern.ORDER,
)
def party_without_signatory(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """An agreement is between those who sign it.

    sv: En överenskommelse ingås av dem som undertecknar den.
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
    if not signing or not signing <= {party.id for party in given.model.parties}:
        return  # some are not known by party: nobody can be missed
    for i, party in enumerate(given.model.parties):
        if party.id not in signing:
            place = Elsewhere(Text("Undertecknarna står här.", "The signatories are here."), ("signatures",))
            yield at("parties", i, related=(place,), name=party.name, id=party.id)


@rule(
    Severity.WARNING,
    Entry(
        sv="{name} har ett datum för sin underskrift, {day}, men ska enligt filen inte ha undertecknat.",
        en="{name} has a date of signing, {day}, but has not signed according to the file.",
        sv_help="Ta bort datumet, eller ta bort `signed: false` (Har undertecknat).",
        en_help="Remove the date, or remove `signed: false`.",
    ),
    concern=Concern.ORDER,
    kinds=("agreement", "action-plan", "citizen-promise"),
)
def dated_but_not_signed(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A date of signing says that somebody has signed.

    sv: Ett datum för underskriften säger att någon har undertecknat.
    source: {order}. | {order}.
    bad:
        signatures:
          signatories:
            - {party: polisen, name: Kim Ek, role: Lokalpolisområdeschef, date: 2024-01-15, signed: false}
            - {party: kommunen, name: Lo Berg, role: Kommunstyrelsens ordförande, date: 2024-01-15}
    good:
        signatures:
          signatories:
            - {party: polisen, name: Kim Ek, role: Lokalpolisområdeschef, date: 2024-01-15}
            - {party: kommunen, name: Lo Berg, role: Kommunstyrelsens ordförande, date: 2024-01-15}
    """
    signatures = given.model.signatures if isinstance(given.model, Signed) else None
    for i, signatory in enumerate(signatures.signatories if signatures else ()):
        if signatory.signed is False and signatory.date:
            place = ("signatures", "signatories", i)
            related = (Elsewhere(Text("Datumet står här.", "The date is here."), (*place, "date")),)
            name = signatory.name or signatory.role or signatory.organisation or signatory.party or ""
            yield at(*place, "signed", related=related, name=name, day=signatory.date)


_RESTORE = Text(
    "Återställ texten, eller låt parterna underteckna den nya och skriv in den nya koden under "
    "Kontrollkod (`fingerprint`).",
    "Restore the text, or have the parties sign the new one and write its code under `fingerprint`.",
)
_PROLONGED = Text(
    "Texten som undertecknades gällde till {earlier}. Har parterna förlängt den, låt den tiden stå kvar och skriv "
    "den nya under Förlängd (`extended`).",
    "The text that was signed applied until {earlier}. If the parties have extended it, let that time stand and write "
    "the new one under `extended`.",
)


@rule(
    Severity.ERROR,
    Entry(
        sv="Texten har ändrats sedan den undertecknades: kontrollkoden är nu {now}.",
        en="The text has changed since it was signed: the fingerprint is now {now}.",
        sv_help="Det som är undertecknat ska stå kvar. {how}",
        en_help="What has been signed is to stand. {how}",
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
    # the fingerprint of a text that cannot be read in full says nothing of whether it has changed
    if signatures is not None and signatures.fingerprint is not None and given.document.is_whole:
        now = given.document.fingerprint
        if not is_same(signatures.fingerprint, now):
            yield _changed(given.document, signatures.fingerprint, short(now))


def _changed(document: Document, signed: str, now: str) -> Breach:
    """Tell of a text that is not the one that was signed: at its end, where that alone was moved."""
    moved = prolonged(document, signed)
    if moved is None:
        return at("signatures", "fingerprint", now=now, how=_RESTORE)
    how = _PROLONGED.with_fields(earlier=moved.signed, end=moved.now)
    is_first = document.value_at((*moved.path[:-1], "extended")) is None
    lines = f"until: {moved.signed}\nextended: [{{until: {moved.now}}}]"
    return at(*moved.path, mend=Mend(lines, MendKind.PAIR) if is_first else None, now=now, how=how)


@rule(
    Severity.WARNING,
    Entry(
        sv="Enligt överenskommelsen beslutas {what} av {who}, men inget beslut är angivet.",
        en="According to the agreement {who} decides on {what}, but no decision is stated.",
        sv_help="Lägg till Beslut (`decisions`), med vem som beslutade och när, eller ange utkast som Status "
        "(`status: draft`) tills det är gjort.",
        en_help="Add `decisions`, with who decided and when, or `status: draft` until it is done.",
    ),
    concern=Concern.ORDER,
    kinds=("situation-picture", "action-plan", "citizen-promise", "communication-plan"),
)
def agreed_decision_missing(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """The parties have agreed who decides on their documents; a document in use without it has skipped a step.

    sv: Parterna är överens om vem som beslutar om deras dokument; ett dokument utan beslut har hoppat över det.
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
            place = Elsewhere(Text("Regeln står här.", "The rule is here."), ("signing_rules", i), agreement.file)
            yield at("decisions", related=(place,), what=named, who=FirstOf(signing.decided_by))


def _is_in_use_undecided(given: RuleInput[DocumentModel]) -> bool:
    """Tell whether a document has begun to be used, though nobody has signed or decided and it is stated no draft."""
    made = given.document.made_on
    is_stated = given.model.status is not None
    return not is_stated and not is_settled(given.model, given.today) and made is not None and made <= given.today


@rule(
    Severity.NOTE,
    Entry(
        sv="Löftet har börjat gälla, men det är inte angivet att det är undertecknat, beslutat eller publicerat.",
        en="The promise has begun to apply, but it is not stated that it has been signed, decided on or published.",
        sv_help="Lägg till Publicerat (`published`), med när och var invånarna fick veta det, eller Datum (`date`) "
        "under Underskrifter (`signatures`).",
        en_help="Add `published`, with when and where people were told of it, or `date` under `signatures`.",
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
