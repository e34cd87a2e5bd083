"""What the template of an agreement is given beyond what every document has."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, cast

from markupsafe import Markup

from samverkan.model.agreement import Agreement, Block, Outline
from samverkan.model.choices import Item, PartyType
from samverkan.model.cooperation import WorkingModel
from samverkan.model.terms import FollowUpTerms
from samverkan.render.context.agreed_terms import paragraph_said
from samverkan.render.context.apportioned import ApportionedParts
from samverkan.render.context.bare_numbers import bare_number
from samverkan.render.context.documents_to_make import DocumentsToMake
from samverkan.render.context.goals import GoalParts
from samverkan.render.context.numbering import clause, number_clauses
from samverkan.render.context.own_numbers import own_number
from samverkan.render.context.preamble import preamble
from samverkan.render.context.prose import plain_html
from samverkan.render.context.undertakings import Undertakings, called
from samverkan.render.context.values import Context, Fact, SectionOfPage, SignaturePage, present

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.model.cooperation import Commitment, FocusArea, Forum
    from samverkan.model.goals import Goal
    from samverkan.model.parties import Decision, Party


_CARRIED_OUT = {Block.GOALS, Block.COMMITMENTS, Block.WORKING_MODEL, Block.PLANNED_DOCUMENTS, Block.FOLLOW_UP}
_UNBROKEN = "\u00a0"
_LAST = {Block.REFERENCES, Block.ANNEXES}


def _whose(number: str, party: Party) -> str:
    """Write a number and whose it is, without a line's end in the number or after it."""
    return f"{number} ".replace(" ", _UNBROKEN) + f"({party.name})"


class AgreementContext(ApportionedParts, DocumentsToMake, GoalParts[Agreement]):
    """Builds the context of an agreement."""

    blocks = Block
    decisions_are_on_it = False  # it is the signing that makes an agreement
    head_says_it_applies = True

    def head_facts(self) -> Iterable[Fact]:
        """The time that it applies, and the agreements around it."""
        model = self.model
        yield self.fact("valid", self.words.applying(model.validity))
        yield self.fact("decisions_on_it", "; ".join(self._in_short(decision) for decision in model.decided))
        yield self.fact(
            "case_numbers", "; ".join(_whose(bare_number(p.case_number), p) for p in model.parties if p.case_number)
        )
        yield self.fact("code", "; ".join(_whose(party.code, party) for party in model.parties if party.code))
        yield self.said("date", model.date)
        if model.part:
            yield self.fact("part", str(model.part))
        yield self.fact("partners", self.words.listed(model.partners))
        yield self.documents_fact("supersedes", *model.supersedes)
        yield self.documents_fact("extends", *model.extends)
        yield self.documents_fact("based_on", *model.based_on)
        yield self.documents_fact("part_of", model.part_of)
        yield self.documents_fact("alongside", *model.alongside)

    def case_numbers(self) -> list[str]:
        """Each party's own case number."""
        return [bare_number(party.case_number) for party in self.model.parties if party.case_number]

    def _in_short(self, decision: Decision) -> str:
        municipalities = sum(party.type is PartyType.MUNICIPALITY for party in self.model.parties)
        is_one_of_several = municipalities > 1 or len({one.party for one in self.model.decided}) > 1
        is_told_whose = is_one_of_several or not decision.body
        body = self.words.capital(self.who_decided(decision) if is_told_whose else decision.body or "")
        day = self.words.on(decision.date) if decision.date else ""
        said = (f"{body} {day}".strip(), paragraph_said(decision))
        number = bare_number(decision.case_number or "")
        return ", ".join(part for part in said if part) or f"{self.words.fixed('case_number')} {number}"

    def head(self) -> Context:
        """The preamble, which names the parties."""
        model = self.model
        is_signed = model.signed_on is not None or self.is_signed(model)
        names = called(model, self.words)
        return {"parties": [], "preamble": preamble(model, self.words, names, is_signed=is_signed)}

    def with_derived(self, sections: list[SectionOfPage]) -> list[SectionOfPage]:
        """Put the sections in the parts of the outline, if there is one, and number their clauses."""
        if self.model.outline is Outline.TWO_PARTS:
            sections = self._in_two_parts(sections)
        number_clauses(sections)
        return sections

    def _in_two_parts(self, sections: list[SectionOfPage]) -> list[SectionOfPage]:
        """What is agreed, how it is carried out, and last the annexes; text alone follows the section before it."""
        parts: dict[str, list[SectionOfPage]] = {"outline_agreed": [], "outline_carried_out": [], "annexes": []}
        place = "outline_agreed"
        for section in sections:
            blocks = {part.block for part in section.parts}
            is_last = bool(blocks) and blocks <= _LAST
            if blocks and not is_last:
                place = "outline_carried_out" if blocks & _CARRIED_OUT else "outline_agreed"
            parts["annexes" if is_last else place].append(section)
        found: list[SectionOfPage] = []
        for key in ("outline_agreed", "outline_carried_out"):
            if parts[key]:
                first, *others = parts[key]
                found += [replace(first, begins_part=self.words.fixed(key)), *others]
        return found + parts["annexes"]

    def _background(self) -> Context:
        return self.text(self.model.background)

    def _needs_analysis(self) -> Context:
        return self.text(self.model.needs_analysis)

    def _figures(self) -> Context:
        said = [self.words.capital(self.words.background(figure)) for figure in self.model.figures]
        return {"clauses": [clause(Markup(""), [figure]) for figure in said]}

    def _purposes(self) -> Context:
        return {"clauses": [clause(self.prose.html(one.text), id=one.id) for one in self.model.purposes]}

    def _working_model(self) -> Context:
        working = self.model.working_model or WorkingModel()
        steps = [self.making(step, self.prose.html(step.text), [], step.title) for step in working.steps]
        return {"name": working.name or "", "html": self.prose.html(working.text), "clauses": steps}

    def _forums(self) -> Context:
        return {"clauses": [self._forum(forum) for forum in self.model.forums]}

    def _forum(self, forum: Forum) -> Context:
        return clause(self.prose.html(forum.task), self.sentences.forum(forum), forum.name, id=forum.id)

    def _focus_areas(self) -> Context:
        areas = self.model.focus_areas
        is_told_once = sum(bool(area.questions) for area in areas) > 1
        lead = [self.words.fixed("among_others")] if self.model.not_exhaustive else []
        lead += [self.words.fixed("questions_guide")] if is_told_once else []
        items = [self._focus_area(area, has_own_lead=not is_told_once) for area in areas]
        return {"clauses": items, "leads": lead}

    def _focus_area(self, area: FocusArea, *, has_own_lead: bool) -> Context:
        said = self.sentences.focus_area(area, self.names_of(area.forums, Item.FORUM))
        inner = [clause(self.prose.html(sub.text), title=sub.title or "") for sub in area.sub_areas]
        inner += [self._goal_clause(goal, self.words.fixed("goal")) for goal in area.goals]
        within = self.commitments_by_area.get(area.id, ()) if area.id else ()
        inner += [self._commitment(commitment, is_within_area=True) for commitment in within]
        html, said_html = self.prose.html(area.text), plain_html(" ".join(said))
        questions = [self.prose.inline(question) for question in area.questions]
        return {
            "id": area.id,
            "number": "",
            "title": area.title,
            "html": html + (Markup("<p>") + said_html + Markup("</p>") if said_html else Markup("")),
            "questions": questions,
            "questions_lead": self.words.fixed("questions") if has_own_lead and questions else "",
            "clauses": inner,
        }

    def _goals(self) -> Context:
        return {"clauses": [self._goal_clause(goal) for goal in self.model.goals]}

    def _goal_clause(self, goal: Goal, title: str = "") -> Context:
        areas = self.names_of(goal.focus_area, Item.FOCUS_AREA)
        said = self.sentences.goal(goal, areas, self.names_of(goal.problems, Item.PROBLEM))
        contributes = self.sentences.objectives(self.words.objectives_by_reference(goal.objectives), goal)
        facts, subs = self.facts_in_prose(goal), self.sub_goals(goal)
        own = own_number(goal.number, goal.text)
        html = self.prose.html(own.text if goal.number else goal.text)
        titled = self.words.fixed("goal_numbered", number=own.number) if goal.number else title
        return clause(html, [*said, *contributes], titled, facts=facts, sub_goals=subs, id=goal.id)

    def _commitments(self) -> Context | None:
        """Group by theme, the themes in the order in which they first stand, the commitments numbered through.

        Where some have no theme they are not grouped: these would seem to be of the theme before them.
        """
        groups: dict[str, list[Context]] = {}
        left = self._outside_areas()
        if not left:
            return None
        has_themes = all(commitment.theme for commitment in left)
        for commitment in left:
            theme = commitment.theme.say(self.language) if has_themes and commitment.theme else ""
            groups.setdefault(theme, []).append(self._commitment(commitment))
        items = [item for found in groups.values() for item in found]
        return {"groups": [{"theme": theme, "items": found} for theme, found in groups.items()], "clauses": items}

    def _outside_areas(self) -> list[Commitment]:
        told = [one for found in self.commitments_by_area.values() for one in found]
        return [commitment for commitment in self.model.commitments if commitment not in told]

    @cached_property
    def _undertakings(self) -> Undertakings:
        types = {party.id: party.type for party in self.model.parties}
        return Undertakings(self.words, called(cast("Agreement", self.document.model), self.words), types)

    def _commitment(self, commitment: Commitment, *, is_within_area: bool = False) -> Context:
        areas = [] if is_within_area else self.names_of(commitment.focus_area, Item.FOCUS_AREA)
        html = self._undertakings.html(commitment, self.prose.html(commitment.text))
        said = list(self.sentences.commitment(commitment, areas))
        facts = present(
            [
                self.prose_fact("condition", commitment.condition),
                self.prose_fact("resources", commitment.resources),
            ]
        )
        return self.making(commitment, html, said, commitment.title, facts=facts, id=commitment.id)

    def _parts(self) -> Context:
        return self.document_parts(self.model.parts)

    def _follow_up(self) -> Context:
        terms = self.model.follow_up or FollowUpTerms()
        said = self.followed_up(terms)
        found = [clause(Markup(""), [said])] if said else []
        found += [clause(self.prose.html(terms.text))] if terms.text else []
        return {"clauses": found, "sources": self.sources(terms.sources)}

    def _validity(self) -> Context | None:
        clauses = list(self._validity_clauses())
        return {"clauses": clauses} if clauses else None

    def _validity_clauses(self) -> Iterator[Context]:
        validity, said = self.model.validity, self.sentences
        yield from _clauses(said.applies(validity))
        if validity.note:
            yield clause(self.prose.html(validity.note))
        if extension := validity.extension:
            condition = extension.condition
            label = f"{self.words.fixed('condition')}: " if condition and _is_unended(condition) else ""
            yield self._with_words(said.extension(extension), condition and f"{label}{condition}")
        for extended in validity.extended:
            yield self._with_words([said.extended(extended)], extended.text)
        if termination := validity.termination:
            yield self._with_words([said.termination(termination)], termination.text)
        if revision := validity.revision:
            yield self._with_words([said.revision(revision)], revision.text)
        yield from _clauses(said.renewal(validity))
        if self.model.signatures is None and (closing := self._closing()):
            yield clause(Markup(""), [closing])

    def _with_words(self, said: Iterable[str], text: str | None) -> Context:
        """Make a clause of sentences and of what the author adds to them."""
        beginning = plain_html(" ".join(sentence for sentence in said if sentence))
        prose = self.prose.html(f"{text.rstrip()}." if beginning and text and _is_unended(text) else text)
        if beginning and prose.startswith("<p>"):
            # What the author goes on with is a sentence of its own.
            return clause(Markup("<p>") + beginning + Markup(" ") + prose[3:4].upper() + prose[4:])
        return clause((Markup("<p>") + beginning + Markup("</p>\n") if beginning else Markup("")) + prose)

    def _signing_rules(self) -> Context:
        return {
            "clauses": [clause(Markup(""), [self.sentences.signing_rule(rule)]) for rule in self.model.signing_rules]
        }

    def _decisions(self) -> Context:
        return {"clauses": [self._decision(decision) for decision in self.model.decisions]}

    def _decision(self, decision: Decision) -> Context:
        return self._with_words([self.decided(decision)], decision.text)

    def _closing(self) -> str:
        """Say in how many originals the agreement is drawn up; empty where the file does not say."""
        model = self.model
        is_signed = model.signed_on is not None or self.is_signed(model)
        originals = model.originals
        return self.sentences.originals(originals, len(model.parties), is_signed=is_signed) if originals else ""

    def _signatures(self) -> SignaturePage | None:
        page = super()._signatures()
        return {**page, "closing": self._closing()} if page else None


def _clauses(said: str) -> Iterator[Context]:
    """Make a clause of a sentence; none where nothing is said."""
    if said:
        yield clause(Markup(""), [said])


def _is_unended(text: str) -> bool:
    """Tell whether a text is one line that no mark ends."""
    return "\n" not in text.strip() and text.rstrip()[-1:].isalnum()
