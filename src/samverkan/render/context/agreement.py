"""What the template of an agreement is given beyond what every document has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from samverkan.model.agreement import Agreement, Block
from samverkan.model.choices import ForumStatus, Item
from samverkan.render.context.goals import GoalParts
from samverkan.render.context.prose import plain_html
from samverkan.render.context.terms import TermsParts
from samverkan.render.context.values import Context, Fact, present

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.model.cooperation import Commitment, FocusArea, Forum
    from samverkan.model.terms import PlannedDocument


class AgreementContext(GoalParts[Agreement], TermsParts[Agreement]):
    """Builds the context of an agreement."""

    blocks = Block
    decisions_are_on_it = False  # an agreement binds when it is signed

    def head_facts(self) -> Iterable[Fact]:
        """The time that it applies, and the agreements around it."""
        model = self.model
        yield self.fact("valid", self.words.period(model.validity))
        yield self.said("date", model.date)
        if model.part:
            yield self.fact("part", str(model.part))
        yield self.fact("partners", ", ".join(model.partners))
        yield self.documents_fact("supersedes", *model.supersedes)
        yield self.documents_fact("extends", *model.extends)
        yield self.documents_fact("based_on", *model.based_on)
        yield self.documents_fact("part_of", model.part_of)
        yield self.documents_fact("alongside", *model.alongside)

    def case_numbers(self) -> list[str]:
        """Each party's own case number."""
        return [party.case_number for party in self.model.parties if party.case_number]

    def _background(self) -> Context:
        return self.text(self.model.background)

    def _needs_analysis(self) -> Context:
        return self.text(self.model.needs_analysis)

    def _purposes(self) -> Context:
        return {"items": [self.prose.inline(purpose.text) for purpose in self.model.purposes]}

    def _working_model(self) -> Context:
        working = self.model.working_model
        if working is None:
            return {}
        steps = [{"title": step.title or "", "html": self.prose.inline(step.text)} for step in working.steps]
        return {"name": working.name or "", "html": self.prose.html(working.text), "steps": steps}

    def _forums(self) -> Context:
        return {"items": [self._forum(forum) for forum in self.model.forums]}

    def _forum(self, forum: Forum) -> Context:
        words, language = self.words, self.language
        members = [words.members(forum.members)] if forum.members else []
        # That a forum exists goes without saying, unless there is one in each municipality.
        is_said = forum.status is ForumStatus.PLANNED or (forum.status is not None and forum.per_municipality)
        status = forum.status.say(language) if forum.status and is_said else ""
        facts = [
            self.fact("status" if status else "extent", self._with_municipality(status, forum.per_municipality)),
            self.said("level", forum.level),
            self.fact("members", ", ".join([*members, *forum.other_members])),
            self.fact("chair", forum.chair),
            self.said("meetings", forum.cadence),
        ]
        return {"name": forum.name, "html": self.prose.html(forum.task), "facts": present(facts)}

    def _focus_areas(self) -> Context:
        items = [self._focus_area(area) for area in self.model.focus_areas]
        only_titles = not any(value for item in items for key, value in item.items() if key != "title")
        lead = self.words.fixed("among_others") if self.model.not_exhaustive else ""
        return {"items": items, "only_titles": only_titles, "lead": lead}

    def _focus_area(self, area: FocusArea) -> Context:
        facts = [
            self.fact("responsible", self.words.parties(area.by) if area.by else ""),
            self.fact("forum", ", ".join(self.names_of(area.forums, Item.FORUM))),
            self.fact("applies", self.words.period(area.validity) if area.validity else ""),
        ]
        return {
            "title": area.title,
            "html": self.prose.html(area.text),
            "facts": present(facts),
            "sub_areas": [{"title": sub.title or "", "html": self.prose.html(sub.text)} for sub in area.sub_areas],
            "questions": [self.prose.inline(question) for question in area.questions],
            "goals": [self.goal(goal) for goal in area.goals],
        }

    def _commitments(self) -> Context:
        """Group by theme, the themes in the order in which they first stand, the commitments numbered through."""
        groups: dict[str, list[Context]] = {}
        for commitment in self.model.commitments:
            theme = commitment.theme.say(self.language) if commitment.theme else ""
            groups.setdefault(theme, []).append(self._commitment(commitment))
        for number, item in enumerate((item for items in groups.values() for item in items), 1):
            item["number"] = str(number)
        return {"groups": [{"theme": theme, "items": items} for theme, items in groups.items()]}

    def _commitment(self, commitment: Commitment) -> Context:
        words, quantity = self.words, commitment.quantity
        is_one_phrase = quantity is not None and quantity.per is None and quantity.per_text is None
        facts = [
            self.unlabelled(commitment.strength, commitment.manner),
            self.fact("quantity", words.quantity(quantity, commitment.cadence) if quantity else ""),
            self.said("cadence", None if is_one_phrase else commitment.cadence),
            self.said("deadline", commitment.deadline),
            self.fact("occasions", self.words.days(commitment.dates)),
            self.prose_fact("condition", commitment.condition),
            self.fact("place", commitment.place),
            self.fact("target_group", commitment.target_group),
            self.fact("partners", ", ".join(commitment.partners)),
            self.named("focus_area", commitment.focus_area, Item.FOCUS_AREA),
            self.fact("responsible", commitment.responsible),
        ]
        who = words.parties(commitment.by) if commitment.by else ""
        who = self._with_municipality(who, commitment.per_municipality)
        html = self.prose.inline(commitment.text)
        return {"title": commitment.title or "", "html": html, "who": who, "facts": present(facts)}

    def _planned_documents(self) -> Context:
        return {"items": [self._planned_document(planned) for planned in self.model.planned_documents]}

    def _planned_document(self, planned: PlannedDocument) -> Context:
        words, language = self.words, self.language
        name = planned.title or planned.kind.say(language).capitalize()
        facts = [
            self.fact("includes", words.joined([kind.say(language) for kind in planned.includes])),
            self.fact("who", words.parties(planned.by) if planned.by else ""),
            self.fact("extent", words.fixed("one_each") if planned.per_municipality else ""),
            self.fact("one_for_each", planned.per),
            self.fact("status", words.fixed("exists") if planned.exists else ""),
            self.said("cadence", planned.cadence),
            self.said("first_by", planned.first_by),
            self.said("form", planned.form),
            self.said("goal_form", planned.goals),
        ]
        sources = self.sources(planned.sources)
        return {"name": name, "facts": present(facts), "html": self.prose.html(planned.text), "sources": sources}

    def _parts(self) -> Context:
        return self.document_parts(self.model.parts)

    def _validity(self) -> Context | None:
        """The terms of validity where there is more to say than the dates at the head."""
        validity = self.model.validity
        terms = (validity.extension, validity.extended, validity.termination, validity.revision, validity.renewal)
        if not (validity.note or any(terms)):
            return None
        words = self.words
        facts = [self.fact("applies", words.period(validity))]
        if extension := validity.extension:
            facts.append(self._clause("extension", words.clause(extension), extension.condition))
        facts += [self._clause("extended", words.extended(found), found.text) for found in validity.extended]
        if termination := validity.termination:
            facts.append(self._clause("termination", words.clause(termination), termination.text))
        if revision := validity.revision:
            facts.append(self._clause("revision", words.clause(revision), revision.text))
        facts += present([self.said("renewal", validity.renewal)])
        return {"html": self.prose.html(validity.note), "facts": facts}

    def _clause(self, key: str, phrase: str, text: str | None) -> Fact:
        html = plain_html(phrase[:1].upper() + phrase[1:] + "." if phrase else "")
        return {"label": self.words.fixed(key), "html": (html + Markup(" ") + self.prose.inline(text)).strip()}

    def _signing_rules(self) -> Context:
        language = self.language
        items = [
            {
                "documents": rule.title or self.words.joined([d.say(language) for d in rule.documents]),
                "decided_by": self.words.joined(rule.decided_by),
                "signed_by": self.words.joined(rule.signed_by),
            }
            for rule in self.model.signing_rules
        ]
        return {"items": items, "has_decisions": any(item["decided_by"] for item in items)}

    def _with_municipality(self, who: str, per_municipality: bool | None) -> str:  # noqa: FBT001 - a field's value
        return ", ".join(
            part for part in (who, self.words.fixed("per_municipality") if per_municipality else "") if part
        )
