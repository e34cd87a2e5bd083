"""What the template of any document is given: plain texts, in the order of the author's file."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar, cast

from markupsafe import Markup

from samverkan.model.choices import DocumentStatus, Item, Kind, PartyType
from samverkan.model.document import (
    ByParties,
    Dated,
    DocumentModel,
    Extending,
    Fulfilling,
    Signed,
    Summarised,
    Superseding,
    Timed,
    UnderAgreement,
)
from samverkan.model.fingerprint import fingerprint, short
from samverkan.model.terms import PlanPeriod, PromisePeriod
from samverkan.render.context.about import AboutDocument
from samverkan.render.context.bare_numbers import bare_number
from samverkan.render.context.clauses import Sentences
from samverkan.render.context.names import Names
from samverkan.render.context.phrases import Phrases
from samverkan.render.context.prose import Notes, Prose, plain_html
from samverkan.render.context.values import USUAL_PAPER, PartOfSection, SectionOfPage, numbered, present
from samverkan.words.document import running_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from samverkan.model.base import TitledPart
    from samverkan.model.choices import Choice
    from samverkan.model.dates import CoarseDate
    from samverkan.model.elsewhere import DocumentElsewhere
    from samverkan.model.parties import Decision, Party, Signatory, Signatures
    from samverkan.model.plan import PlanArea
    from samverkan.model.references import Definition, DocumentPart, Reference
    from samverkan.model.sections import Section
    from samverkan.render.context.values import (
        Context,
        Fact,
        Note,
        PageContext,
        PartyRow,
        SignatoryPlace,
        SignaturePage,
    )
    from samverkan.words.sentence import Language
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

ModelT_co = TypeVar("ModelT_co", bound=DocumentModel, covariant=True)
_KINDS = {kind.value: kind for kind in Kind}


class DocumentContext(AboutDocument, Generic[ModelT_co]):
    """Builds the context of one document; each kind adds its own parts, one method `_<block>` for each."""

    blocks: ClassVar[type[Choice]]
    """The parts of the kind that a section can show."""
    wide: ClassVar[frozenset[str]] = frozenset()
    """The parts whose tables need landscape pages."""

    def __init__(
        self, document: Document, workspace: Workspace, mark: Callable[[int], str], notes_before: int = 0
    ) -> None:
        """Prepare for a document.

        Args:
            document: the file, which could be read whole.
            workspace: the documents around it, for what it refers to.
            mark: writes the HTML of a footnote mark.
            notes_before: how many notes there are in the documents before this one, in a file of several.
        """
        self.document = document
        self.workspace = workspace
        self.model = cast("ModelT_co", document.model)  # the kind has chosen the builder
        self.language: Language = "en" if self.model.language == "en" else "sv"
        self.names = Names(document, workspace, self.language)
        self.words = Phrases(self.language, self.names)
        self.notes = Notes(frozenset(_note_ids(self.model)), notes_before)
        self.prose = Prose(self.notes, mark)
        self.sentences = Sentences(self.words)
        self._in_notes: frozenset[str] = frozenset()

    def titled(self, parts: Sequence[TitledPart | PlanArea]) -> Context:
        """Parts with titles and texts; as a list where some are no more than a title, for nothing would follow it."""
        items = [{"name": part.title or "", "html": self.prose.html(part.text), "facts": []} for part in parts]
        has_titles_alone = any(not part.text for part in parts)
        if not has_titles_alone or any(part.title and part.text for part in parts):
            return {"names": [], "items": items}
        return {"names": [part.title or self.prose.inline(part.text) for part in parts], "items": items}

    def build(self) -> PageContext:
        """Put together what the document's template is given, for a web page of a document without errors."""
        model, words = self.model, self.words
        self._find_notes()
        overview = self.overview()  # the first to cite notes
        facts, sections = [*self.head_facts(), *self.about(model)], self._sections()
        return {
            "kind": _KINDS[model.kind].say(self.language).capitalize(),
            "id": model.id,
            "top": 1,
            "place": "",
            "language": self.language,
            "title": model.title,
            "subtitle": model.subtitle or "",
            "ordinal": self._ordinal(),
            "words": words.fixed.all(),
            "parties": self.parties(),
            "case_numbers": self.case_numbers(),
            "facts": present(facts),
            "status": self.status_of(model),
            "errors": "",
            "running_title": running_line(model.short_title or model.title),
            "draft_mark": words.fixed("draft_mark") if model.status is DocumentStatus.DRAFT else "",
            "version_date": self.version_date(),
            "kind_is_agreement": model.kind == Kind.AGREEMENT,
            "head": {**self.head(), "overview": overview},
            "sections": numbered(sections),
            "notes": self._notes(),
            "signatures": self._signatures(),
            "is_to_sign": self.is_to_sign(),
            "fingerprint": short(fingerprint(model)),
            "paper": USUAL_PAPER,
            "pivot": False,
        }

    def _find_notes(self) -> None:
        """Find out which works and words are told of in notes: they are not listed once more."""
        if any(found.own_id for found in (*self.model.references, *self.model.definitions)):
            cited, own = Notes(self.notes.known), self.prose
            self.prose = Prose(cited, lambda _: "")
            for _ in (*self.head_facts(), *self.about(self.model), *self._sections()):
                pass  # what is cited is found on the way
            self.prose, self._in_notes = own, frozenset(cited.cited)

    # Head

    def head_facts(self) -> Iterable[Fact]:
        """The facts at the head, in order: whose, when, and the documents around it."""
        words = self.words
        model: DocumentModel = self.model
        if isinstance(model, ByParties) and model.by:
            yield self.fact("promise_by" if self.is_neuter else "by", words.capital(words.parties(model.by)))
        if isinstance(model, Dated) and model.date:
            yield self.fact("date", words.date(model.date))
        yield from present([self.fact("period", words.capital(self.period())), *self.extensions()])
        agreement = model.agreement if isinstance(model, UnderAgreement) else None
        for key, target in {"agreement": agreement, **self.built_on()}.items():
            yield self.documents_fact(key, target)
        if isinstance(model, Fulfilling) and model.fulfils:
            yield self.fact("fulfils", self.names.of(model.fulfils, Item.PLANNED_DOCUMENT))
        yield self.documents_fact("supersedes", *(model.supersedes if isinstance(model, Superseding) else ()))
        yield self.documents_fact("extends", *(model.extends if isinstance(model, Extending) else ()))

    def extensions(self) -> Iterable[Fact]:
        """The time that was first set, where it has been extended, and the extensions."""
        model: DocumentModel = self.model
        found = model.period if isinstance(model, Timed) else None
        if not isinstance(found, PlanPeriod | PromisePeriod) or not found.extended:
            return
        if (first := self.words.period(found)).casefold() not in self.period().casefold():
            yield self.fact("first_period", first)
        for extended in found.extended:
            said = plain_html(self.words.capital(self.words.extended(extended)))
            html = said + Markup(". ") + self.prose.inline(extended.text) if extended.text else said
            yield {"label": self.words.fixed("extended"), "html": html}

    def built_on(self) -> Mapping[str, str | DocumentElsewhere | None]:
        """The documents that this one builds on, by the words that name them at the head."""
        return {}

    def period(self) -> str:
        """The time that the document is about or applies to, in words; empty where it does not say."""
        model: DocumentModel = self.model
        found = model.period if isinstance(model, Timed) else None
        return self.words.applying(found) if found else ""

    def head(self) -> Context:
        """What else stands at the head of the kind's template: the parties that the document names itself."""
        return {"parties": self._party_rows(self.model.parties)}

    def version_date(self) -> str:
        """Say which version of the text this is by the document's own date; empty where it has none."""
        dated = self.document.stamp
        return self.words.fixed("version_of", day=dated.say(self.language)) if dated else ""

    def is_to_sign(self) -> bool:
        """Tell whether there may still be something to fill in where people sign: not in what was taken from a work."""
        return self.model.provenance is None and not self.is_signed(self.model)

    def overview(self) -> Context | None:
        """What stands first: the document's own summary, and what its figures show in short; None for neither."""
        model: DocumentModel = self.model
        summary = model.summary if isinstance(model, Summarised) else None
        shown = self.at_a_glance()
        if not (summary or shown):
            return None
        heading = self.words.fixed("one_page" if shown else "summary")
        return {"heading": heading, "html": self.prose.html(summary), "bars": None, "charts": [], "more": "", **shown}

    def at_a_glance(self) -> Context:
        """What the figures of the document show in short: `bars`, `charts`, `more`; empty where they are few."""
        return {}

    def parties(self) -> list[PartyRow]:
        """The document's parties, its own and those of its agreement: the PDF's authors."""
        return self._party_rows(self.workspace.relations.parties_of(self.document))

    def _party_rows(self, parties: Iterable[Party]) -> list[PartyRow]:
        """The parties with what there is to say of each; of none what it is, where the names say so of all."""
        listed = tuple(parties)
        is_told = all(party.tells_its_type for party in listed)
        return [
            {
                "name": self.words.party(party),
                "type": "" if is_told else party.type.say(self.language),
                "code": party.code or "",
                "case_number": bare_number(party.case_number or ""),
            }
            for party in listed
        ]

    def _ordinal(self) -> str:
        """Which in the order the document is, in its own words; a figure alone is said to be a number."""
        own = self.model.ordinal or ""
        return f"{self.words.fixed('number').casefold()} {own}" if own.isdecimal() else own

    def case_numbers(self) -> list[str]:
        """The case numbers for the running head: those of the decisions on the document, each once."""
        numbers = (decision.case_number for decision in self.model.decisions)
        return list(dict.fromkeys(bare_number(number) for number in numbers if number))

    # Sections

    def _sections(self) -> list[SectionOfPage]:
        """The sections in the order of the file; what a section of the author's shows stands there instead."""
        shown = self.moved()
        blocks = {block.value: block for block in self.blocks}
        found: list[SectionOfPage] = []
        for key in self.document.data:
            if key == "sections":
                found += self._own_sections()
            elif key in blocks and blocks[key] not in shown and (part := self.block(blocks[key])):
                found.append(self.section(part.heading, [part]))
        return self.with_derived(found)

    def moved(self) -> set[Choice]:
        """The parts of the document that stand in sections of the author's, and not in their own place."""
        return {block for section in self.model.sections for block in section.shows}

    def with_derived(self, sections: list[SectionOfPage]) -> list[SectionOfPage]:
        """Add the sections that the kind derives from what is written elsewhere."""
        return sections

    def _own_sections(self) -> list[SectionOfPage]:
        """The author's own sections, but not those that are left with a heading alone because notes tell it all."""
        made = [(section, self._own_section(section)) for section in self.model.sections]
        return [found for section, found in made if found.parts or found.html or not section.shows]

    def _own_section(self, section: Section) -> SectionOfPage:
        parts = [part for part in self.parts_of(section) if part]
        standard = section.shows[0].say(self.language) if section.shows else ""
        return self.section(section.title or standard, parts, self.prose.html(section.text))

    def parts_of(self, section: Section) -> Iterable[PartOfSection | None]:
        """What a section of the author's shows."""
        return map(self.block, section.shows)

    def section(self, heading: str, parts: list[PartOfSection], html: Markup | None = None) -> SectionOfPage:
        """Put parts under a heading, with `html` before them; wide where one of the kind's `wide` parts is there."""
        return SectionOfPage(heading, tuple(parts), html, any(part.block in self.wide for part in parts))

    def block(self, block: Choice) -> PartOfSection | None:
        """What a part of the document shows; None where the document does not have it, or it has nothing to show."""
        if not vars(self.model)[block.value]:
            return None
        build: Callable[[], Context | None] = getattr(self, f"_{block.value}")  # each kind has one for each of `blocks`
        built = build()
        return None if built is None else PartOfSection(block.value, self.heading(block), built, self.law(block))

    def heading(self, block: Choice) -> str:
        """Name a part of the document as a heading."""
        return block.say(self.language)

    def law(self, block: Choice) -> str:  # noqa: ARG002 - most kinds have nothing to say
        """Say which demand of the law a part answers; empty for none."""
        return ""

    def _introduction(self) -> Context:
        return self.text(self.model.introduction)

    def _definitions(self) -> Context | None:
        """The words that no note explains."""
        found = [one for one in self.model.definitions if one.id not in self._in_notes]
        items = [{"term": one.term, "html": self.prose.html(one.text)} for one in found]
        return {"items": items} if items else None

    def _decisions(self) -> Context:
        return {"items": [self._decision(decision) for decision in self.model.decisions]}

    def _decision(self, decision: Decision) -> Context:
        return {"said": self.decided(decision), "html": self.prose.html(decision.text)}

    def decided(self, decision: Decision) -> str:
        """Say who decided, when and in what paragraph."""
        party = self.words.party_named(decision.party) if decision.party else ""
        return self.sentences.decision(decision, party, is_municipality=self._is_of_municipality(decision))

    def who_decided(self, decision: Decision) -> str:
        """Name who decided, with the party that it is a body of."""
        party = self.words.party_named(decision.party) if decision.party else ""
        is_municipality = self._is_of_municipality(decision)
        return self.sentences.who_decided(decision.body, party, is_municipality=is_municipality)

    def _is_of_municipality(self, decision: Decision) -> bool:
        known = self.workspace.relations.parties_of(self.document)
        return any(p.id == decision.party and p.type is PartyType.MUNICIPALITY for p in known)

    def _references(self) -> Context | None:
        """The works that no note names."""
        items = [self._reference(work) for work in self.model.references if work.id not in self._in_notes]
        return {"items": items} if items else None

    def _reference(self, reference: Reference) -> Markup:
        html = plain_html(self.words.reference(reference))
        if reference.url:
            html += Markup(' <a href="{}">{}</a>').format(reference.url, reference.url)
        return html + (Markup(" ") + self.prose.inline(reference.text) if reference.text else Markup(""))

    def _notes(self) -> list[Note]:
        definitions = {one.own_id: one for one in reversed(self.model.definitions)}
        works = {one.own_id: one for one in reversed(self.model.references)}
        notes: list[Note] = []
        while len(notes) < len(self.notes.cited):  # a note may cite further ones
            for target in tuple(self.notes.cited)[len(notes) :]:
                definition = definitions.get(target)
                html = self._definition_note(definition) if definition else self._reference(works[target])
                notes.append({"number": self.notes.cite(target), "html": html})
        return notes

    def _definition_note(self, definition: Definition) -> Markup:
        return plain_html(definition.term) + Markup(": ") + self.prose.inline(definition.text)

    def document_parts(self, parts: Iterable[DocumentPart]) -> Context:
        """The parts, reports or agreements that one document consists of."""
        return {"items": [self._document_part(part) for part in parts]}

    def _document_part(self, part: DocumentPart) -> Context:
        facts = [
            self.documents_fact("document", part.document),
            self.fact("by", self.words.capital(self.words.parties(part.by)) if part.by else ""),
            self.fact("area", part.area),
            self.fact("period", self.words.period(part.period) if part.period else ""),
        ]
        return {"name": part.title, "html": self.prose.html(part.text), "facts": present(facts)}

    def _annexes(self) -> Context:
        items = []
        for i, annex in enumerate(self.model.annexes):
            document = self.names.of(annex.document) if annex.document else None
            name = annex.title or document or annex.file or ""
            rest = [text for text in (document, annex.file) if text and text != name]
            label = self.words.fixed("annex", number=str(i + 1))
            html = plain_html(name + (f" ({', '.join(rest)})" if rest else ""))
            address = Markup(' <a href="{0}">{0}</a>').format(annex.url) if annex.url else Markup("")
            items.append({"label": label, "html": html + address})
        return {"items": items}

    # Signatures

    def _signatures(self) -> SignaturePage | None:
        words = self.words
        model: DocumentModel = self.model
        signatures = model.signatures if isinstance(model, Signed) else None
        if signatures is None:
            return None
        signatories = [self._signatory(signatory, signatures) for signatory in signatures.signatories]
        return {
            "place_and_date": words.place_and_date(signatures.place, signatures.date),
            "text": signatures.text or "",
            "closing": "",
            "is_signed": self.is_signed(model),
            "signatories": signatories,
            "present": list(signatures.present),
        }

    def _signatory(self, signatory: Signatory, signatures: Signatures) -> SignatoryPlace:
        is_missing = signatory.signed is False
        day = None if is_missing else signatory.date or signatures.date
        is_known = signatory.signed is True or day is not None
        has_signed = not is_missing and (is_known or self.is_signed(self.model))
        party = signatory.organisation or (self.names.of(signatory.party, Item.PARTY) if signatory.party else "")
        return {
            "party": self.words.capital(party),
            "name": signatory.name or "",
            "role": self.words.signatory_role(signatory),
            "place_and_date": self.words.place_and_date(signatory.place, None if has_signed else signatory.date),
            "line": self._signed_line(day, signatures) if has_signed else self._unsigned_line(signatory),
            "is_to_sign": not (has_signed or is_missing),
        }

    def _unsigned_line(self, signatory: Signatory) -> str:
        return self.words.fixed("not_signed" if signatory.signed is False else "signature")

    def _signed_line(self, signed: CoarseDate | None, signatures: Signatures) -> str:
        """Say at the line of a signatory that the original is signed, as the document says, and when."""
        day = f" {self.words.on(signed)}" if signed else ""
        return self.words.fixed("signed_digitally" if signatures.digital else "signed_original", day=day)


def _note_ids(model: DocumentModel) -> Iterable[str]:
    return (found.own_id for found in (*model.references, *model.definitions) if found.own_id)
