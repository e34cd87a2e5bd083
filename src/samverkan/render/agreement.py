"""What the template of an agreement is given: plain texts, in the order of the author's file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from samverkan.model.agreement import Agreement, Block
from samverkan.model.choices import ForumStatus, Kind, Use
from samverkan.model.fingerprint import fingerprint, short
from samverkan.render.phrases import Phrases
from samverkan.render.prose import Notes, Prose, plain_html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from samverkan.model.cooperation import Commitment, FocusArea, Forum
    from samverkan.model.goals import Goal
    from samverkan.model.parties import Decision
    from samverkan.model.terms import InformationSource, PlannedDocument, Validity
    from samverkan.workspace import Document

Context = dict[str, Any]


class AgreementContext:
    """Builds the context of one agreement."""

    def __init__(
        self, document: Document, model: Agreement, titles: Mapping[str, str], mark: Callable[[int], str]
    ) -> None:
        """Prepare for a document.

        Args:
            document: the file, for the order of its keys.
            model: the agreement.
            titles: the titles of the workspace's documents by id.
            mark: writes the HTML of a footnote mark.
        """
        self.model = model
        self.titles = {**{reference.id: reference.title for reference in model.references}, **titles}
        self.order = list(document.data)
        self.words = Phrases(model)
        self.notes = Notes(frozenset(i for i in _note_ids(model) if i))
        self.prose = Prose(self.notes, mark)
        self.commitment_number = 0

    def build(self) -> Context:
        """Give the whole context."""
        model, words = self.model, self.words
        sections = self._sections()
        notes = [{"number": i + 1, "html": self._note(target)} for i, target in enumerate(self.notes.cited)]
        signed = words.date(model.signed_on) if model.signed_on else ""
        return {
            "kind": Kind.AGREEMENT.say(words.language).capitalize(),
            "id": model.id,
            "language": words.language,
            "title": model.title,
            "subtitle": model.subtitle or "",
            "words": words.fixed.all(),
            "parties": [
                {
                    "name": party.name,
                    "type": party.type.say(words.language),
                    "code": party.code or "",
                    "case_number": party.case_number or "",
                }
                for party in model.parties
            ],
            "case_numbers": [party.case_number for party in model.parties if party.case_number],
            "facts": list(self._head_facts()),
            "status": f"{words.fixed('signed')} {signed}" if signed else words.fixed("draft"),
            "sections": sections,
            "notes": notes,
            "signatures": self._signatures(),
            "fingerprint": short(fingerprint(model)),
        }

    # Head

    def _head_facts(self) -> Iterable[Context]:
        model, words = self.model, self.words
        yield self._fact("valid", words.period(model.validity))
        if model.part:
            yield self._fact("part", str(model.part))
        for key, targets in (("supersedes", model.supersedes), ("based_on", model.based_on)):
            if targets:
                yield self._fact(key, ", ".join(self.titles.get(target, target) for target in targets))
        if model.part_of:
            yield self._fact("part_of", self.titles.get(model.part_of, model.part_of))

    # Sections

    def _sections(self) -> list[Context]:
        """Give the sections in the order of the file; what a section of the author's shows stands there instead."""
        shown = {block for section in self.model.sections for block in section.shows}
        blocks = {block.value: block for block in Block}
        found: list[Context] = []
        for key in self.order:
            if key == "sections":
                found += [self._own_section(position) for position in range(len(self.model.sections))]
            elif key in blocks and blocks[key] not in shown and (part := self._block(blocks[key])):
                found.append({"heading": self.words.fixed(key), "html": "", "parts": [part]})
        return [{**section, "number": str(i + 1)} for i, section in enumerate(found)]

    def _own_section(self, position: int) -> Context:
        section = self.model.sections[position]
        html = self.prose.html(section.text)
        parts = [part for part in map(self._block, section.shows) if part]
        standard = self.words.fixed(section.shows[0].value) if section.shows else ""
        return {"heading": section.title or standard, "html": html, "parts": parts}

    def _block(self, block: Block) -> Context | None:
        """Give what a block of the document shows; None where the document does not have it."""
        if block is Block.VALIDITY:
            return self._validity(self.model.validity)
        value = getattr(self.model, block.value)
        if not value:
            return None
        build: Callable[[], Context] = getattr(self, f"_{block.value}")
        return {"block": block.value, "heading": self.words.fixed(block.value), **build()}

    def _introduction(self) -> Context:
        return {"html": self.prose.html(self.model.introduction)}

    def _background(self) -> Context:
        return {"html": self.prose.html(self.model.background)}

    def _purposes(self) -> Context:
        return {"items": [self.prose.inline(purpose.text) for purpose in self.model.purposes]}

    def _definitions(self) -> Context:
        return {"items": [{"term": d.term, "html": self.prose.html(d.text)} for d in self.model.definitions]}

    def _working_model(self) -> Context:
        working = self.model.working_model
        if working is None:
            return {}
        steps = [{"title": step.title or "", "html": self.prose.inline(step.text)} for step in working.steps]
        return {"name": working.name or "", "html": self.prose.html(working.text), "steps": steps}

    def _forums(self) -> Context:
        return {"items": [self._forum(forum) for forum in self.model.forums]}

    def _forum(self, forum: Forum) -> Context:
        words, language = self.words, self.words.language
        members = [words.members(forum.members)] if forum.members else []
        # That a forum exists goes without saying, unless there is one in each municipality.
        is_planned = forum.status is ForumStatus.PLANNED
        status = forum.status.say(language) if is_planned or forum.per_municipality else ""
        facts = [
            self._fact("status", self._with_municipality(status, forum.per_municipality)),
            self._fact("level", forum.level.say(language) if forum.level else ""),
            self._fact("members", ", ".join([*members, *forum.other_members])),
            self._fact("chair", forum.chair),
            self._fact("meetings", forum.cadence.say(language) if forum.cadence else ""),
        ]
        return {"name": forum.name, "html": self.prose.html(forum.task), "facts": _present(facts)}

    def _goals(self) -> Context:
        return {"items": [self._goal(goal) for goal in self.model.goals]}

    def _goal(self, goal: Goal) -> Context:
        words = self.words
        facts = [
            self._prose_fact("specific", goal.specific),
            self._fact("indicator", words.indicator(goal)),
            self._fact("baseline", words.baseline(goal)),
            self._fact("target", words.target(goal)),
            self._prose_fact("criterion", goal.criterion),
            self._prose_fact("accepted", goal.accepted),
            self._prose_fact("realistic", goal.realistic),
            self._fact("deadline", words.date(goal.deadline)),
            self._fact("responsible", words.parties(goal.responsible) if goal.responsible else ""),
        ]
        objectives = [
            {"title": title, "items": items} for title, items in words.objectives_by_reference(goal.objectives).items()
        ]
        return {"html": self.prose.inline(goal.text), "facts": _present(facts), "objectives": objectives}

    def _focus_areas(self) -> Context:
        items = [self._focus_area(area) for area in self.model.focus_areas]
        only_titles = not any(value for item in items for key, value in item.items() if key != "title")
        return {"items": items, "only_titles": only_titles}

    def _focus_area(self, area: FocusArea) -> Context:
        return {
            "title": area.title,
            "html": self.prose.html(area.text),
            "facts": _present([self._fact("applies", self.words.period(area.validity) if area.validity else "")]),
            "sub_areas": [{"title": sub.title or "", "html": self.prose.html(sub.text)} for sub in area.sub_areas],
            "questions": [self.prose.inline(question) for question in area.questions],
            "goals": [self._goal(goal) for goal in area.goals],
        }

    def _commitments(self) -> Context:
        """Group by theme, the themes in the order in which they first stand, the commitments numbered through."""
        groups: dict[str, list[Context]] = {}
        for commitment in self.model.commitments:
            theme = commitment.theme.say(self.words.language) if commitment.theme else ""
            groups.setdefault(theme, []).append(self._commitment(commitment))
        for commitment_context in (one for group in groups.values() for one in group):
            self.commitment_number += 1
            commitment_context["number"] = str(self.commitment_number)
        return {"groups": [{"theme": theme, "items": items} for theme, items in groups.items()]}

    def _commitment(self, commitment: Commitment) -> Context:
        words, language = self.words, self.words.language
        area = next((a.title for a in self.model.focus_areas if a.id == commitment.focus_area), commitment.focus_area)
        facts = [
            self._fact("strength", commitment.strength.say(language) if commitment.strength else ""),
            self._fact("manner", commitment.manner.say(language) if commitment.manner else ""),
            self._fact("quantity", words.quantity(commitment.quantity) if commitment.quantity else ""),
            self._fact("cadence", commitment.cadence.say(language) if commitment.cadence else ""),
            self._fact("deadline", words.date(commitment.deadline)),
            self._fact("place", commitment.place),
            self._fact("target_group", commitment.target_group),
            self._fact("partners", ", ".join(commitment.partners)),
            self._fact("focus_area", area),
            self._fact("responsible", commitment.responsible),
        ]
        who = words.parties(commitment.by) if commitment.by else ""
        who = self._with_municipality(who, commitment.per_municipality)
        return {"html": self.prose.inline(commitment.text), "who": who, "facts": _present(facts)}

    def _planned_documents(self) -> Context:
        return {"items": [self._planned_document(planned) for planned in self.model.planned_documents]}

    def _planned_document(self, planned: PlannedDocument) -> Context:
        words, language = self.words, self.words.language
        name = planned.title or planned.kind.say(language).capitalize()
        if planned.includes:
            kinds = words.listed([kind.say(language) for kind in planned.includes])
            name = f"{name} {words.fixed('includes', kinds=kinds)}"
        facts = [
            self._fact("who", words.parties(planned.by) if planned.by else ""),
            self._fact("extent", words.fixed("one_each") if planned.per_municipality else ""),
            self._fact("cadence", planned.cadence.say(language) if planned.cadence else ""),
            self._fact("first_by", words.date(planned.first_by)),
            self._fact("form", planned.form.say(language) if planned.form else ""),
            self._fact("goal_form", planned.goals.say(language) if planned.goals else ""),
        ]
        sources = self._sources(planned.sources)
        return {"name": name, "facts": _present(facts), "html": self.prose.html(planned.text), "sources": sources}

    def _sources(self, sources: Sequence[InformationSource]) -> list[Context]:
        groups = []
        for use in Use:
            chosen = [source for source in sources if source.use is use]
            items = [{"title": source.title, "html": self.prose.inline(source.note)} for source in chosen]
            if items:
                groups.append({"label": self.words.fixed(f"sources_{use.value}"), "items": items})
        return groups

    def _follow_up(self) -> Context:
        terms, words, language = self.model.follow_up, self.words, self.words.language
        if terms is None:
            return {}
        forums = [next((f.name for f in self.model.forums if f.id == forum), forum) for forum in terms.forums]
        reporting = terms.reporting
        facts = [
            self._fact("cadence", terms.cadence.say(language) if terms.cadence else ""),
            self._fact("scope", words.listed([scope.say(language) for scope in terms.scope])),
            self._fact("forum", ", ".join(forums)),
            self._fact("reported_to", ", ".join(reporting.to) if reporting else ""),
            self._fact("reported", reporting.cadence.say(language) if reporting and reporting.cadence else ""),
        ]
        sources = self._sources(terms.sources)
        return {"html": self.prose.html(terms.text), "facts": _present(facts), "sources": sources}

    def _validity(self, validity: Validity) -> Context | None:
        """Give the terms of validity where there is more to say than the dates at the head."""
        if not (validity.note or validity.extension or validity.termination or validity.revision):
            return None
        words = self.words
        facts = [self._fact("applies", words.period(validity))]
        if extension := validity.extension:
            facts.append(self._clause("extension", words.clause(extension), extension.condition))
        if termination := validity.termination:
            facts.append(self._clause("termination", words.clause(termination), termination.text))
        if revision := validity.revision:
            facts.append(self._clause("revision", words.clause(revision), revision.text))
        return {
            "block": "validity",
            "heading": words.fixed("validity"),
            "html": self.prose.html(validity.note),
            "facts": facts,
        }

    def _clause(self, key: str, phrase: str, text: str | None) -> Context:
        html = plain_html(phrase[:1].upper() + phrase[1:] + "." if phrase else "")
        return {"label": self.words.fixed(key), "html": (html + Markup(" ") + self.prose.inline(text)).strip()}

    def _signing_rules(self) -> Context:
        language = self.words.language
        items = [
            {
                "documents": rule.title or self.words.listed([d.say(language) for d in rule.documents]),
                "decided_by": self.words.listed(rule.decided_by),
                "signed_by": self.words.listed(rule.signed_by),
            }
            for rule in self.model.signing_rules
        ]
        return {"items": items, "has_decisions": any(item["decided_by"] for item in items)}

    def _decisions(self) -> Context:
        return {"items": [self._decision(decision) for decision in self.model.decisions]}

    def _decision(self, decision: Decision) -> Context:
        facts = [
            self._fact("party", self.words.parties((decision.party,)) if decision.party else ""),
            self._fact("date", self.words.date(decision.date)),
            self._fact("paragraph", decision.paragraph),
            self._fact("case_number", decision.case_number),
        ]
        return {"body": decision.body, "facts": _present(facts), "html": self.prose.html(decision.text)}

    def _references(self) -> Context:
        return {"items": [self._reference(reference.id) for reference in self.model.references]}

    def _reference(self, target: str) -> Markup:
        reference = next(r for r in self.model.references if r.id == target)
        html = plain_html(self.words.reference(reference))
        if reference.url:
            html += Markup(' <a href="{}">{}</a>').format(reference.url, reference.url)
        return html + (Markup(" ") + self.prose.inline(reference.text) if reference.text else Markup(""))

    def _note(self, target: str) -> Markup:
        for definition in self.model.definitions:
            if definition.id == target:
                return plain_html(definition.term) + Markup(": ") + self.prose.inline(definition.text)
        return self._reference(target)

    def _annexes(self) -> Context:
        items = []
        for i, annex in enumerate(self.model.annexes):
            document = self.titles.get(annex.document, annex.document) if annex.document else None
            name = annex.title or document or annex.file or ""
            rest = [text for text in (document, annex.file) if text and text != name]
            label = self.words.fixed("annex", number=str(i + 1))
            items.append({"label": label, "html": plain_html(name + (f" ({', '.join(rest)})" if rest else ""))})
        return {"items": items}

    # Signatures

    def _signatures(self) -> Context | None:
        signatures, words = self.model.signatures, self.words
        if signatures is None:
            return None
        names = {party.id: party.name for party in self.model.parties}
        signatories = [
            {
                "party": signatory.organisation or names.get(signatory.party, signatory.party),
                "name": signatory.name,
                "role": signatory.role,
                "place_and_date": words.place_and_date(signatory.place, signatory.date),
            }
            for signatory in signatures.signatories
        ]
        return {"place_and_date": words.place_and_date(signatures.place, signatures.date), "signatories": signatories}

    # Facts: a label and what it says

    def _fact(self, key: str, value: str | None) -> Context:
        return {"label": self.words.fixed(key), "html": plain_html(value or "")}

    def _prose_fact(self, key: str, value: str | None) -> Context:
        return {"label": self.words.fixed(key), "html": self.prose.inline(value)}

    def _with_municipality(self, who: str, per_municipality: bool | None) -> str:  # noqa: FBT001 - a field's value
        return ", ".join(
            part for part in (who, self.words.fixed("per_municipality") if per_municipality else "") if part
        )


def _note_ids(model: Agreement) -> Iterable[str | None]:
    yield from (reference.id for reference in model.references)
    yield from (definition.id for definition in model.definitions)


def _present(facts: Iterable[Context]) -> list[Context]:
    return [fact for fact in facts if fact["html"]]
