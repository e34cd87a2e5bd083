"""What the head of a document says of the document itself: its status, where it was published, where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from samverkan.model.choices import DecisionType, DocumentStatus, Kind
from samverkan.model.document import Signed
from samverkan.render.context.facts import FactWriter
from samverkan.words.groups import inside_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.model.dates import CoarseDate
    from samverkan.model.document import DocumentModel
    from samverkan.model.parties import Decision, Signatory
    from samverkan.model.provenance import Provenance
    from samverkan.render.context.values import Fact

_NOT_YET = {DocumentStatus.DRAFT, DocumentStatus.PROPOSED}
_AFTERWARDS = {DocumentStatus.IN_FORCE, DocumentStatus.EXPIRED, DocumentStatus.CLOSED}

_KEYS: dict[DecisionType | None, str] = {
    DecisionType.REVISED: "revised_on",
    DecisionType.EXTENDED: "prolonged_on",
}
_IN_TURN = ("adopted_on", *_KEYS.values())
_WITH_GENDER = {DocumentStatus.DECIDED, DocumentStatus.SIGNED, DocumentStatus.CLOSED}


def contacts_of(model: DocumentModel) -> list[str]:
    """Give whom to turn to: the document's own contacts, and those of its parties with the party's name."""
    return [*model.contact, *(f"{one} ({party.name})" for party in model.parties for one in party.contact)]


class AboutDocument(FactWriter):
    """Writes what a document says of itself; nothing is claimed that it does not say."""

    is_neuter: ClassVar[bool] = False
    """Whether the kind has a neuter name in Swedish: ”Undertecknat” of a promise, ”Undertecknad” of a plan."""
    decisions_are_on_it: ClassVar[bool] = True
    """Whether the document's decisions are on the document itself, rather than made in what it tells of."""
    head_says_it_applies: ClassVar[bool] = False
    """Whether the head tells the document's time under the word ”Gäller”, so that the same word alone adds nothing."""

    def status_of(self, model: DocumentModel) -> str:
        """Say how far a document has come, as it states or as its signatures and decisions show; else nothing."""
        if model.status in _NOT_YET:
            return self._status(model.status)
        signed, decided = self._signed(model), self._decided(model)
        # It is the signing that makes an agreement; of other kinds the decision is more.
        is_both = model.decided_on is not None and model.kind is not Kind.AGREEMENT
        found = [signed, decided] if is_both else [signed or decided]
        afterwards = DocumentStatus.CLOSED if model.closed else model.status
        is_said = self.head_says_it_applies and afterwards is DocumentStatus.IN_FORCE
        found += [self._status(afterwards)] if afterwards in _AFTERWARDS and not is_said else []
        return " · ".join(part for part in found if part)

    def _signed(self, model: DocumentModel) -> str:
        day = model.signed_on if isinstance(model, Signed) else None
        if day is not None:
            # Nobody has signed words that are not theirs.
            is_restated = model.provenance is not None and model.provenance.restated
            key = "original_signed_on" if is_restated else "promise_signed_on" if self.is_neuter else "signed_on"
            return self.words.fixed(key, day=self.words.on(day)) + self._signed_later(model, day)
        return self._status(DocumentStatus.SIGNED) if model.status is DocumentStatus.SIGNED else ""

    def _signed_later(self, model: DocumentModel, day: CoarseDate) -> str:
        """Name those who signed on a later day than the others, with their days."""
        signatures = model.signatures if isinstance(model, Signed) else None
        return "".join(
            self.words.fixed("signed_later", who=self._who_signs(one), day=self.words.on(one.date))
            for one in (signatures.signatories if signatures else ())
            if one.date and one.date.first > day.last
        )

    def _who_signs(self, signatory: Signatory) -> str:
        if signatory.party:
            return self.words.party_named(signatory.party)
        return signatory.organisation or signatory.name or signatory.role or ""

    def _decided(self, model: DocumentModel) -> str:
        is_stated = model.status is DocumentStatus.DECIDED
        whole = [decision for decision in model.decided if not decision.is_partial]
        if not is_stated and not (whole and self.decisions_are_on_it):
            return ""
        if model.decided_on is None:
            return self._status(DocumentStatus.DECIDED)
        said = [self._on(key, [one for one in whole if _KEYS.get(one.does, "adopted_on") == key]) for key in _IN_TURN]
        return self.words.capital(", ".join(filter(None, said)))

    def _on(self, key: str, decisions: Sequence[Decision]) -> str:
        """Tell the days of some decisions on the document; empty where none has a date."""
        days = list(dict.fromkeys(self.words.on(decision.date) for decision in decisions if decision.date))
        form = f"promise_{key}" if self.is_neuter else key
        return self.words.fixed(form, day=self.words.joined(days)) if days else ""

    def is_signed(self, model: DocumentModel) -> bool:
        """Tell whether a document says that it is signed, though it may not say when: there is nothing to fill in."""
        signatures = model.signatures if isinstance(model, Signed) else None
        is_told = signatures is not None and signatures.is_told
        return is_told or model.closed is not None or model.status in _AFTERWARDS | {DocumentStatus.SIGNED}

    def _status(self, status: DocumentStatus | None) -> str:
        if self.is_neuter and status in _WITH_GENDER:
            return self.words.fixed(f"neuter_{status}")
        return self.words.fixed(f"status_{status}")

    def about(self, model: DocumentModel) -> Iterator[Fact]:
        """Give what else the head says: names, contact, publishing, closing and where the text comes from."""
        yield self.fact("short_title", model.short_title)
        yield self.fact("serves_as", self.words.joined([kind.say(self.language) for kind in model.serves_as]))
        yield self.fact("contact", "; ".join(contacts_of(model)))
        if published := model.published:
            day, where = self.words.date(published.date), published.where or ""
            said = (day, inside_sentence(where) if day else where, published.url)
            yield self.fact("published", ", ".join(part for part in said if part))
        if closed := model.closed:
            yield self.said("closed_date", closed.date)
            yield self.prose_fact("closed_reason", closed.reason)
        if model.provenance:
            yield from self._provenance(model.provenance)

    def _provenance(self, provenance: Provenance) -> Iterator[Fact]:
        fixed = self.words.fixed
        day = self.words.date(provenance.retrieved) if provenance.retrieved else ""
        retrieved = fixed("original_retrieved_on", day=day) if day else ""
        yield self.fact("provenance", ", ".join(part for part in (provenance.source, retrieved) if part))
        if provenance.restated is not None:
            yield self.fact("rendition", fixed("restated" if provenance.restated else "verbatim"))
        yield self.fact("incomplete", provenance.incomplete)
        yield self.prose_fact("provenance_note", provenance.note)
