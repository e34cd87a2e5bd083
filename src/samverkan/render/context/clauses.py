"""Sentences made from the terms of a document: nothing that the file does not say, in words that can be agreed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.choices import KINDS_WITH_ARTICLE, Direction, Form, ForumStatus, Manner, Unit
from samverkan.model.goals import SubGoal
from samverkan.model.said_cadences import cadence_in
from samverkan.render.context.agreed_terms import AgreedTerms
from samverkan.render.context.period_words import after_applies
from samverkan.words.clauses import LEVELS
from samverkan.words.groups import forum_inside_sentence, inside_sentence, is_sentence
from samverkan.words.sentence import Text
from samverkan.workspace.actors import EVERYBODY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from samverkan.model.cooperation import Commitment, FocusArea, Forum
    from samverkan.model.dates import Cadence, CoarseDate
    from samverkan.model.goals import Goal
    from samverkan.model.terms import (
        FollowUpTerms,
        PlannedDocument,
        Reporting,
    )

FORMS_SAID: frozenset[tuple[tuple[str, ...] | None, Form]] = frozenset(
    {((Manner.JOINTLY.value,), Form.JOINT), ((Manner.EACH.value,), Form.SEPARATE)}
)
"""The forms that follow from who makes a document."""


class Sentences(AgreedTerms):
    """Writes the terms of one document as sentences."""

    def follow_up(self, terms: FollowUpTerms, forums: Sequence[str]) -> Iterator[str]:
        """Say how a document is followed up.

        Args:
            terms: the terms.
            forums: the names of the forums where it is done.
        """
        return self._in_turn("follow_up_it", self._of_follow_up(terms, forums))

    def _follow_up_on(self, days: Sequence[CoarseDate], *, is_besides: bool) -> str:
        """Say at which times something is followed up, besides how often where that is said."""
        one = "follow_up_date_set" if is_besides else "follow_up_date"
        several = "follow_up_dates_set" if is_besides else "follow_up_dates"
        dates = self._words.joined([day.say(self._language) for day in days])
        return self._fixed(several if len(days) > 1 else one, dates=dates)

    def _of_follow_up(self, terms: FollowUpTerms, forums: Sequence[str]) -> Iterator[str]:
        fixed, language = self._fixed, self._language
        if often := self._words.how_often(terms.cadence, terms.when):
            yield fixed("follow_up_when", when=often)
        if terms.dates:
            yield self._follow_up_on(terms.dates, is_besides=bool(often))
        if terms.scope:
            yield fixed("follow_up_scope", scope=self._words.joined([scope.say(language) for scope in terms.scope]))
        if forums:
            yield fixed("follow_up_forum", forum=self._words.joined([forum_inside_sentence(one) for one in forums]))
        if terms.where:
            yield fixed("follow_up_where", where=self._placed(terms.where))
        if terms.reporting:
            yield from self._reporting(terms.reporting)

    def _reporting(self, reporting: Reporting) -> Iterator[str]:
        fixed = self._fixed
        cadence = self._words.how_often(reporting.cadence, reporting.when)
        if reporting.to:
            timed = "reported_to_at" if reporting.when else "reported_to_when"
            key = timed if cadence else "results_reported_to"
            yield fixed(key, cadence=cadence, recipients=self.named(reporting.to))
        elif cadence:
            yield fixed("results_reported", cadence=cadence)
        if reporting.dates:
            key = "reporting_time_is" if len(reporting.dates) == 1 else "reporting_times_are"
            yield fixed(key, days=self._words.days(reporting.dates))
        if reporting.where:
            yield fixed("results_told", where=self._placed(reporting.where))

    def planned_document(self, planned: PlannedDocument) -> Iterator[str]:
        """Say who makes a document, when, for whom and in what form."""
        return self._in_turn("document_it", self._of_planned_document(planned))

    def _of_planned_document(self, planned: PlannedDocument) -> Iterator[str]:
        fixed, language = self._fixed, self._language
        if made := self._made(planned):
            yield made
        if planned.exists:
            yield fixed("document_exists")
        if planned.per_municipality and not _is_by_each(planned):
            yield fixed("document_for_each_municipality")
        if planned.per:
            yield fixed("document_for_each", thing=inside_sentence(planned.per))
        if planned.includes:
            yield fixed(
                "document_includes",
                kinds=self._words.joined([Text(*KINDS_WITH_ARTICLE[kind]).say(language) for kind in planned.includes]),
            )
        if planned.form and (planned.by, planned.form) not in FORMS_SAID:
            yield fixed("document_form", form=planned.form.say(language))
        if planned.goals:
            yield fixed("goals_shall_be", form=planned.goals.say(language))

    def _made(self, planned: PlannedDocument) -> str:
        fixed = self._fixed
        often = self._words.how_often(planned.cadence, planned.when)
        times = [often] if often else []
        times += [fixed("first_time_by", day=self._by(planned.first_by))] if planned.first_by else []
        when = f" {', '.join(times)}" if times else ""
        if not planned.by:
            return fixed("document_is_made", when=when) if when else ""
        if _is_by_each(planned):
            return fixed("each_makes_document", when=when)
        if "jointly" in planned.by:
            return fixed("jointly_make_document", when=when)
        who = self._words.capital(self._words.parties(planned.by))
        return fixed("make_document" if self._words.are_several(planned.by) else "makes_document", who=who, when=when)

    def forum(self, forum: Forum) -> Iterator[str]:
        """Say at what level a forum works, when it meets, who leads it and who takes part."""
        return self._in_turn("forum_it", self._of_forum(forum))

    def _of_forum(self, forum: Forum) -> Iterator[str]:
        fixed, language = self._fixed, self._language
        yield from self._forum_standing(forum)
        level = LEVELS[forum.level].say(language) if forum.level else ""
        cadence = self._words.how_often(forum.cadence, forum.when)
        if level and cadence:
            yield fixed("forum_works_and_meets", level=level, cadence=cadence)
        elif level or cadence:
            yield fixed("forum_works" if level else "forum_meets", level=level, cadence=cadence)
        if forum.chair and is_sentence(forum.chair):
            yield forum.chair
        elif forum.chair:
            yield fixed("forum_chair", chair=inside_sentence(self._words.party_named(forum.chair)))
        yield from self._members(forum)

    def _forum_standing(self, forum: Forum) -> Iterator[str]:
        """Say that a forum is planned; that one exists is said only where there is one in each municipality."""
        each, status = forum.per_municipality, forum.status
        if status is ForumStatus.PLANNED:
            yield self._fixed("forum_planned_each" if each else "forum_planned")
        elif each:
            yield self._fixed("forum_exists_each" if status else "forum_each")

    def _members(self, forum: Forum) -> Iterator[str]:
        others = self.joined(forum.other_members)
        if not forum.members:
            if others:
                key = "take_part" if len(forum.other_members) > 1 else "takes_part"
                yield self._fixed(key, who=self._words.capital(others))
            return
        who = self._words.capital(self._words.members(forum.members))
        is_plural = bool(set(forum.members) & EVERYBODY) or self._words.are_several(forum.members)
        if others:
            yield self._fixed("take_part_with" if is_plural else "takes_part_with", who=who, others=others)
        else:
            yield self._fixed("take_part" if is_plural else "takes_part", who=who)

    def focus_area(self, area: FocusArea, forums: Sequence[str]) -> Iterator[str]:
        """Say who is responsible for a focus area, where it is worked with and when it applies."""
        if area.by:
            yield self._fixed("area_responsible", who=self._words.capital(self._words.parties(area.by)))
        if forums:
            yield self._fixed("area_forum", forum=self._words.joined(forums))
        if area.validity:
            yield self._fixed("area_applies", period=after_applies(self._words.period(area.validity)))

    # Goals

    def goal(self, goal: Goal, areas: Sequence[str], problems: Sequence[str]) -> Iterator[str]:
        """Say how a goal is measured, from where, to what and when.

        Args:
            goal: the goal.
            areas: the names of the focus areas that it belongs to.
            problems: the names of the problems that it is about.
        """
        language = self._language
        fixed = self._of_goal(goal)
        for measured in (goal, *(one.as_goal for one in goal.other_indicators)):
            yield from self._measure(measured, fixed)
            yield from self._aim(measured, fixed)
        if goal.cadence:
            yield fixed("goal_cadence", cadence=goal.cadence.say(language))
        if goal.measured:
            yield fixed("goal_measured", day=self._at(goal.measured))
        if goal.responsible:
            yield fixed("goal_responsible", who=self._words.capital(self._words.parties(goal.responsible)))
        yield from (fixed("goal_area", area=area) for area in areas)
        if problems:
            yield fixed("goal_problems", problems=self._words.joined(problems))

    def _of_goal(self, goal: Goal) -> Callable[..., str]:
        """Give what says the sentences of a goal, or of a sub-goal, by its name."""
        known = self._fixed("sub_goal_known" if isinstance(goal, SubGoal) else "goal_known")

        def said(key: str, **fields: str) -> str:
            return self._fixed(key, the_goal=self._words.capital(known), of_goal=known, **fields)

        return said

    def _measure(self, goal: Goal, fixed: Callable[..., str]) -> Iterator[str]:
        words = self._words
        direction = goal.direction.say(self._language) if goal.direction and not _is_said_by_target(goal) else ""
        if goal.indicator:
            key = "goal_measured_by_direction" if direction else "goal_measured_by"
            yield fixed(key, indicator=goal.indicator, direction=direction)
        elif direction:
            yield fixed("goal_value_shall", direction=direction)
        baseline, target = words.baseline_figure(goal), words.target(goal)
        unit = words.unit(goal.unit)
        if unit and goal.unit != Unit.COUNT.value and unit not in baseline and unit not in target:
            yield fixed("goal_unit", unit=unit)
        yield from self._start(goal)

    def _start(self, goal: Goal) -> Iterator[str]:
        start = goal.baseline
        if start is None:
            return
        figure, text = self._words.baseline_figure(goal), start.text or ""
        apart = text if is_sentence(text) else ""  # it cannot stand inside another
        if said := _joined_start(figure, "" if apart else text, has_value=start.value is not None):
            is_time = start.value is None and said == figure
            yield self._fixed("goal_baseline_time" if is_time else "goal_baseline", baseline=said)
        if apart:
            yield apart
        if start.source:
            yield self._fixed("goal_source", source=start.source)

    def _aim(self, goal: Goal, fixed: Callable[..., str]) -> Iterator[str]:
        target = self._target(goal)
        day = self._by(goal.deadline) if goal.deadline else ""
        if target:
            yield fixed("goal_target_by" if day else "goal_target", target=target, day=day)
        elif day:
            yield fixed("goal_deadline", day=day)

    def _target(self, goal: Goal) -> str:
        """Write a target as inside a sentence: ”en minskning med 10 procent”."""
        change = goal.target.change_percent if goal.target else None
        said = self._words.target(goal)
        if change is None:
            return said
        key = "decrease_by" if change < 0 else "increase_by"
        value = self._words.number(abs(change))
        with_article = self._fixed("a_decrease" if change < 0 else "an_increase", value=value)
        return said.replace(self._fixed(key, value=value), with_article, 1)

    def objectives(self, found: Mapping[str, Sequence[str]], goal: Goal) -> Iterator[str]:
        """Say what objectives of strategies a goal contributes to.

        Args:
            found: the objectives, by the titles of their strategies.
            goal: the goal.
        """
        fixed = self._of_goal(goal)
        for title, items in found.items():
            if len(items) > 1 and not self._are_numbered(items):
                between = " " if all(item.endswith(".") for item in items) else "; "
                objectives = between.join(items).removesuffix(".")
                yield fixed("goal_contributes_to_these", strategy=title, objectives=objectives)
                continue
            between = ", " if self._are_numbered(items) else ": "
            said = between + "; ".join(item.removesuffix(".") for item in items) if items else ""
            yield fixed("goal_contributes", strategy=title, objectives=said)

    def _are_numbered(self, items: Sequence[str]) -> bool:
        beginning = self._fixed("objective", number="\0").split("\0")[0]
        return all(item.startswith(beginning) for item in items)

    # Commitments

    def commitment(self, commitment: Commitment, areas: Sequence[str]) -> Iterator[str]:
        """Say the extent, the times, the place and the people of a commitment.

        Args:
            commitment: the commitment.
            areas: the names of the focus areas that it belongs to.
        """
        fixed = self._fixed
        yield from self._times(commitment)
        yield from self._extent(commitment)
        if commitment.place:
            yield fixed("commitment_place", place=inside_sentence(commitment.place))
        if commitment.target_group:
            yield fixed("commitment_target_group", group=inside_sentence(commitment.target_group))
        if commitment.partners:
            yield fixed(
                "commitment_partners", who=self._words.capital(self.joined(self._words.outsiders(commitment.partners)))
            )
        yield from (fixed("commitment_area", area=area) for area in areas)
        if commitment.responsible:
            yield fixed("commitment_responsible", role=inside_sentence(self._words.party_named(commitment.responsible)))

    def _how_often(self, cadence: Cadence | None, commitment: Commitment) -> Iterator[str]:
        often = self._words.how_often(cadence, commitment.when)
        if often and not (cadence and not commitment.when and self._is_said(cadence, commitment.text)):
            yield self._fixed("commitment_cadence" if cadence else "commitment_when", cadence=often, when=often)

    def _is_said(self, cadence: Cadence, text: str) -> bool:
        """Tell whether the author's own sentence says how often, so that it need not be said once more."""
        return cadence_in(text) == cadence.written or cadence.say(self._words.language) in text.casefold()

    def _times(self, commitment: Commitment) -> Iterator[str]:
        if commitment.period:
            yield self._fixed("commitment_period", period=after_applies(self._words.period(commitment.period)))

    def _extent(self, commitment: Commitment) -> Iterator[str]:
        fixed, quantity = self._fixed, commitment.quantity
        day = self._by(commitment.deadline) if commitment.deadline else ""
        # A quantity without a period of its own takes the cadence of the commitment.
        is_one_phrase = quantity is not None and quantity.per is None and quantity.per_text is None
        yield from self._how_often(None if is_one_phrase else commitment.cadence, commitment)
        if commitment.dates:
            key = "occasion_is" if len(commitment.dates) == 1 else "occasions_are"
            yield fixed(key, days=self._words.days(commitment.dates))
        if quantity:
            said = inside_sentence(self._words.quantity(quantity, commitment.cadence))
            yield fixed("commitment_extent_by" if day else "commitment_extent", quantity=said, day=day)
        elif day:
            yield fixed("commitment_by", day=day)


def _is_by_each(planned: PlannedDocument) -> bool:
    """Tell whether each municipality makes a document of its own."""
    return bool(planned.per_municipality) and planned.by == ("municipalities",)


def _is_said_by_target(goal: Goal) -> bool:
    """Tell whether the target, a change, says where the value is to go."""
    change = goal.target.change_percent if goal.target else None
    return change is not None and goal.direction is (Direction.DECREASE if change < 0 else Direction.INCREASE)


def _joined_start(figure: str, text: str, *, has_value: bool) -> str:
    """Write a figure and the words beside it: the time of words that stand for a figure is in brackets."""
    is_of_words = not has_value and figure and text
    return f"{text} ({figure})" if is_of_words else ", ".join(part for part in (figure, text) if part)
