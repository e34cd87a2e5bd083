"""What the template of any document is given: plain texts, in the order of the author's file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from markupsafe import Markup

from samverkan.model.choices import Item, Kind
from samverkan.model.fingerprint import fingerprint, short
from samverkan.render.context.names import Names
from samverkan.render.context.phrases import Phrases
from samverkan.render.context.prose import Notes, Prose, plain_html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from samverkan.model.choices import Choice
    from samverkan.model.parties import Decision, Signatory
    from samverkan.model.references import Definition, Reference
    from samverkan.words.sentence import Language, Sayable
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

Context = dict[str, Any]
_KINDS = {kind.value: kind for kind in Kind}


class DocumentContext:
    """Builds the context of one document; each kind adds its own parts, one method `_<block>` for each."""

    blocks: ClassVar[type[Choice]]
    """The parts of the kind that a section can show."""
    wide: ClassVar[frozenset[str]] = frozenset()
    """The parts whose tables need landscape pages."""
    signed_words: ClassVar[str] = "signed_on"
    """The words for a signed document."""
    decisions_are_on_it: ClassVar[bool] = True
    """Whether the document's decisions are on the document itself, rather than made in what it tells of."""
    done_when_dated: ClassVar[bool] = False
    """Whether a document of the kind is finished on its date, with no decision needed."""

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
        self.model = cast("Any", document.model)
        self.language: Language = "en" if self.model.language == "en" else "sv"
        self.names = Names(document, workspace, self.language)
        self.words = Phrases(self.language, self.names)
        self.notes = Notes(frozenset(_note_ids(self.model)), notes_before)
        self.prose = Prose(self.notes, mark)

    def build(self) -> Context:
        """Give the whole context."""
        model, words = self.model, self.words
        facts, sections = list(self.head_facts()), self._sections()
        notes = [{"number": self.notes.cite(target), "html": self._note(target)} for target in self.notes.cited]
        return {
            "kind": _KINDS[model.kind].say(self.language).capitalize(),
            "id": model.id,
            "top": 1,
            "place": "",
            "language": self.language,
            "title": model.title,
            "subtitle": model.subtitle or "",
            "words": words.fixed.all(),
            "parties": self.parties(),
            "case_numbers": self.case_numbers(),
            "facts": present(facts),
            "status": self.status(),
            "kind_is_agreement": model.kind == Kind.AGREEMENT,
            "head": self.head(),
            "sections": sections,
            "notes": notes,
            "signatures": self._signatures(),
            "fingerprint": short(fingerprint(model)),
        }

    # Head

    def head_facts(self) -> Iterable[Context]:
        """Give the facts at the head: when, whose, and the documents around it."""
        model, words = self.model, self.words
        if by := getattr(model, "by", None):
            yield self.fact("by", words.capital(words.parties(by)))
        if date := getattr(model, "date", None):
            yield self.fact("date", words.date(date))
        yield from present([self.fact("period", words.capital(self.period()))])
        for key in ("agreement", "picture", "cause_analysis", "plan"):
            if target := getattr(model, key, None):
                yield self.fact(key, self.names.of(target))
        if planned := getattr(model, "fulfils", None):
            yield self.fact("fulfils", self.names.of(planned, Item.PLANNED_DOCUMENT))
        for key in ("supersedes", "consistent_with"):
            if targets := getattr(model, key, ()):
                yield self.fact(key, ", ".join(map(self.names.of, targets)))

    def period(self) -> str:
        """Give the time that the document is about or applies to."""
        found = getattr(self.model, "period", None)
        return self.words.dated(found.start, found.end) if found else ""

    def head(self) -> Context:
        """Give what else stands at the head of the kind's template."""
        return {}

    def parties(self) -> list[Context]:
        """Give the parties of the agreement that the document belongs to, for the table and for the PDF's authors."""
        agreement = self.workspace.relations.agreement_of(self.document)
        found = getattr(agreement.model, "parties", ()) if agreement else ()
        return [
            {
                "name": party.name,
                "type": party.type.say(self.language),
                "code": party.code or "",
                "case_number": party.case_number or "",
            }
            for party in found
        ]

    def case_numbers(self) -> list[str]:
        """Give the case numbers for the running head: those of the decisions on the document."""
        numbers = (decision.case_number for decision in getattr(self.model, "decisions", ()))
        return list(dict.fromkeys(number for number in numbers if number))

    def status(self) -> str:
        """Say whether the document is signed, decided or a draft; empty for one that needs none of it."""
        signatures, fixed = getattr(self.model, "signatures", None), self.words.fixed
        decided = [decision.date for decision in getattr(self.model, "decisions", ()) if decision.date]
        if signatures is not None and (signed := signatures.signed_on):
            return fixed(self.signed_words, day=signed.say(self.language))
        if decided and self.decisions_are_on_it:
            return fixed("decided_on", day=max(decided).say(self.language))
        if signatures is not None:
            return fixed("draft")
        is_done = self.done_when_dated and getattr(self.model, "date", None) is not None
        return "" if is_done else fixed("undecided")

    # Sections

    def _sections(self) -> list[Context]:
        """Give the sections in the order of the file; what a section of the author's shows stands there instead."""
        own = getattr(self.model, "sections", ())
        shown = {block for section in own for block in section.shows}
        blocks = {block.value: block for block in self.blocks}
        found: list[Context] = []
        for key in self.document.data:
            if key == "sections":
                found += [self._own_section(section) for section in own]
            elif key in blocks and blocks[key] not in shown and (part := self.block(blocks[key])):
                found.append(self._section(part["heading"], Markup(), [part]))
        return [{**section, "number": str(i + 1)} for i, section in enumerate(self.with_derived(found))]

    def with_derived(self, sections: list[Context]) -> list[Context]:
        """Add the sections that the kind derives from what is written elsewhere."""
        return sections

    def _own_section(self, section: Any) -> Context:
        parts = [part for part in map(self.block, section.shows) if part]
        standard = section.shows[0].say(self.language) if section.shows else ""
        return self._section(section.title or standard, self.prose.html(section.text), parts)

    def _section(self, heading: str, html: Markup, parts: list[Context]) -> Context:
        notes = {part["law"] for part in parts}
        is_wide = any(part["block"] in self.wide for part in parts)
        return {"heading": heading, "html": html, "parts": parts, "law": "".join(notes), "is_wide": is_wide}

    def block(self, block: Choice) -> Context | None:
        """Give what a part of the document shows; None where the document does not have it."""
        value = getattr(self.model, block.value)
        if not value:
            return None
        build: Callable[[], Context | None] = getattr(self, f"_{block.value}")
        built = build()
        if built is None:
            return None
        return {"block": block.value, "heading": block.say(self.language), "law": self.law(block), **built}

    def law(self, block: Choice) -> str:  # noqa: ARG002 - most kinds have nothing to say
        """Say which demand of the law a part answers; empty for none."""
        return ""

    def _introduction(self) -> Context:
        return self.text("introduction")

    def _definitions(self) -> Context:
        found: Sequence[Definition] = self.model.definitions
        return {"items": [{"term": d.term, "html": self.prose.html(d.text)} for d in found]}

    def _decisions(self) -> Context:
        return {"items": [self._decision(decision) for decision in self.model.decisions]}

    def _decision(self, decision: Decision) -> Context:
        facts = [
            self.fact("party", self.words.parties((decision.party,)) if decision.party else ""),
            self.said("date", decision.date),
            self.fact("paragraph", decision.paragraph),
            self.fact("case_number", decision.case_number),
        ]
        return {"body": decision.body, "facts": present(facts), "html": self.prose.html(decision.text)}

    def _references(self) -> Context:
        return {"items": [self._reference(reference) for reference in self.model.references]}

    def _reference(self, reference: Reference) -> Markup:
        html = plain_html(self.words.reference(reference))
        if reference.url:
            html += Markup(' <a href="{}">{}</a>').format(reference.url, reference.url)
        return html + (Markup(" ") + self.prose.inline(reference.text) if reference.text else Markup(""))

    def _note(self, target: str) -> Markup:
        for definition in self.model.definitions:
            if definition.id == target:
                return plain_html(definition.term) + Markup(": ") + self.prose.inline(definition.text)
        return self._reference(next(r for r in self.model.references if r.id == target))

    def _annexes(self) -> Context:
        items = []
        for i, annex in enumerate(self.model.annexes):
            document = self.names.of(annex.document) if annex.document else None
            name = annex.title or document or annex.file or ""
            rest = [text for text in (document, annex.file) if text and text != name]
            label = self.words.fixed("annex", number=str(i + 1))
            items.append({"label": label, "html": plain_html(name + (f" ({', '.join(rest)})" if rest else ""))})
        return {"items": items}

    # Signatures

    def _signatures(self) -> Context | None:
        signatures, words = getattr(self.model, "signatures", None), self.words
        if signatures is None:
            return None
        signatories = [self._signatory(signatory) for signatory in signatures.signatories]
        return {"place_and_date": words.place_and_date(signatures.place, signatures.date), "signatories": signatories}

    def _signatory(self, signatory: Signatory) -> Context:
        return {
            "party": signatory.organisation or self.names.of(signatory.party, Item.PARTY),
            "name": signatory.name,
            "role": signatory.role,
            "place_and_date": self.words.place_and_date(signatory.place, signatory.date),
        }

    # Facts: a label and what it says

    def text(self, key: str) -> Context:
        """Give a part that is one text."""
        return {"html": self.prose.html(getattr(self.model, key))}

    def fact(self, key: str, value: str | None) -> Context:
        """Give a fact of plain text."""
        return {"label": self.words.fixed(key), "html": plain_html(value or "")}

    def said(self, key: str, value: Sayable | None) -> Context:
        """Give a fact that knows its own words: one of a closed list, a date, a cadence."""
        return self.fact(key, value.say(self.language) if value else "")

    def prose_fact(self, key: str, value: str | None) -> Context:
        """Give a fact of prose."""
        return {"label": self.words.fixed(key), "html": self.prose.inline(value)}

    def named(self, key: str, targets: Iterable[str] | str | None, *items: Item) -> Context:
        """Give a fact that names what is referred to."""
        return self.fact(key, "; ".join(self.names_of(targets, *items)))

    def names_of(self, targets: Iterable[str] | str | None, *items: Item) -> list[str]:
        """Name each that is referred to; of several, sentences lose their full stops."""
        written = [targets] if isinstance(targets, str) else list(targets or ())
        names = [self.names.of(target, *items) for target in written]
        return [name.removesuffix(".") for name in names] if len(names) > 1 else names

    def light(self, light: Choice | None) -> Context | None:
        """Give a traffic light: the colour for the eye and the word."""
        return {"colour": light.value, "word": light.say(self.language)} if light else None


def present(facts: Iterable[Context]) -> list[Context]:
    """Leave out the facts that say nothing."""
    return [fact for fact in facts if fact["html"]]


def _note_ids(model: Any) -> Iterable[str]:
    noted = (*getattr(model, "references", ()), *getattr(model, "definitions", ()))
    return (found.id for found in noted if found.id)
