"""What the law asks of action plans: that the municipality decides on one (section 5), followed up (section 6)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, cast

from samverkan.law.act import (
    IN_FORCE,
    PLAN_IN_FORCE,
    Answer,
    Evidence,
    LawStatus,
    LegalDeadline,
    Paragraph,
    in_two_years,
)
from samverkan.law.holdings import holdings, is_succeeded_for, kinds_of
from samverkan.law.naming import named_in
from samverkan.law.validity import (
    end_of,
    has_ended,
    is_from_before,
    is_stated_draft,
    says_it_is_made,
    says_it_still_applies,
    why_it_may_have_ended,
)
from samverkan.law.wording import day_words, joint_notes
from samverkan.model.choices import Kind
from samverkan.model.dates import CoarseDate
from samverkan.model.kinds import is_action_plan
from samverkan.reviews.counted import doubtful_review, last_review
from samverkan.reviews.counted_from import CountedFrom, before_reviews, from_review
from samverkan.reviews.stated import is_of_everybody
from samverkan.words import duties
from samverkan.words import law as words
from samverkan.words.groups import in_running_text
from samverkan.words.sentence import Text
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.law.holdings import Holdings, Municipal
    from samverkan.model.document import DocumentModel
    from samverkan.model.parties import Decision
    from samverkan.reviews.counted import Review
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_NOT_THE_MUNICIPALITY = re.compile(
    r"polis|police|grupp|forum|\bbrå\b|(?<!kommunal)(?<!borgar)råd(et|en)?\b", re.IGNORECASE
)
"""Bodies of the police, and groups and councils of several: section 5 asks for the municipality's own decision."""
_ANYBODY = ""
"""Stands, among the ids of parties, for any of them: a body that does not say whose it is."""


class DecidedPlan(NamedTuple):
    """A plan that a municipality itself has decided on, and the last such decision; none where it only says so."""

    document: Document
    model: DocumentModel
    position: int = 0
    decision: Decision | None = None


def is_plan_undecided(workspace: Workspace, document: Document, today: date) -> bool:
    """Tell whether a document is a plan that the law asks some municipality to decide on, and it has not.

    It is not asked for where the municipality has another decided plan in force, nor of plans that have ended, nor of
    those that show no more than a time before plans were demanded.
    """
    if today < PLAN_IN_FORCE or not is_action_plan(document.model) or has_ended(document, today):
        return False
    if _is_of_time_before(document):
        return False
    held = holdings(workspace)
    return any(
        _decided(held, owner, document, today) is None and not plans_in_force(held, owner, today)
        for owner in _told_apart(held, document)
    )


def _is_of_time_before(plan: Document) -> bool:
    """Tell whether a plan was made before plans were demanded, and does not say that it goes on after that."""
    return is_from_before(plan, PLAN_IN_FORCE) and end_of(plan) is None and not says_it_still_applies(plan)


def plan_follow_up(workspace: Workspace, document: Document, today: date) -> LegalDeadline | None:
    """Give when the law asks that a plan is followed up next, by the first of the municipalities whose it is.

    Args:
        workspace: the documents.
        document: the plan.
        today: the day to count from; follow-ups and decisions after it have not taken place.
    """
    held = holdings(workspace)
    unlike = held.unlike_owners(document)
    found = (follow_up_by(workspace, document, owner, today) for owner in unlike)
    return min((one for one in found if one is not None), key=lambda one: one.due, default=None)


def follow_up_by(workspace: Workspace, document: Document, owner: Municipal, today: date) -> LegalDeadline | None:
    """Give when the law asks a municipality to follow up a plan of its own, or a joint one, next.

    Args:
        workspace: the documents.
        document: the plan.
        owner: the municipality.
        today: the day to count from; follow-ups and decisions after it have not taken place.

    Returns:
        The deadline, two years after the last follow-up that counts, the decision or the start, and not before plans
        were demanded. The municipality's follow-up of its own part is enough. None for a draft, for a plan that has
        ended or whose successor has begun to apply, for one from before the act that may have ended, and while nothing
        is known to count from.
    """
    held = holdings(workspace)
    if today < IN_FORCE or Kind.ACTION_PLAN not in kinds_of(document) or has_ended(document, today):
        return None
    if is_stated_draft(document) or is_succeeded_for(held, owner, document, today):
        return None
    if is_from_before(document, IN_FORCE) and why_it_may_have_ended(document) is not None:
        return None
    review = _last_review(held, owner, document, today)
    since = from_review(review) if review else before_reviews(document, today)
    if since is None or not document.is_known(today):
        return None
    return LegalDeadline(Paragraph.PLAN_FOLLOW_UP, since, max(in_two_years(since.day), PLAN_IN_FORCE), document)


def follow_up_owed_by(
    workspace: Workspace, document: Document, deadline: LegalDeadline, today: date
) -> tuple[Municipal, ...]:
    """Give the municipalities that owe the follow-up of a plan on the day of a deadline.

    Args:
        workspace: the documents.
        document: the plan.
        deadline: the first deadline; see `plan_follow_up`.
        today: the day to count from.
    """
    held = holdings(workspace)
    unlike = held.unlike_owners(document)
    owed = ((owner, follow_up_by(workspace, document, owner, today)) for owner in unlike)
    owing = {owner for owner, one in owed if one is not None and one.due == deadline.due}
    owners = held.owners(document)
    return owners if len(owing) == len(unlike) else tuple(owner for owner in owners if held.alike(owner) in owing)


def plans_in_force(held: Holdings, municipality: Municipal, today: date) -> tuple[DecidedPlan, ...]:
    """Give the plans that a municipality has decided on and that have not ended nor been succeeded, in file order.

    Those that may have ended, as they do not say until which day they apply, are not among them.
    """
    return _plans_that_apply(held, _alike(held, municipality), today)


@remembered(maxsize=4096)
def _plans_that_apply(held: Holdings, municipality: Municipal, today: date) -> tuple[DecidedPlan, ...]:
    plans = _plans_not_ended(held, municipality, today)
    return tuple(plan for plan in plans if why_it_may_have_ended(plan.document) is None)


@remembered(maxsize=4096)
def _plans_not_ended(held: Holdings, municipality: Municipal, today: date) -> tuple[DecidedPlan, ...]:
    return tuple(
        plan
        for plan in _decided_plans(held, municipality, today)
        if not has_ended(plan.document, today) and not is_succeeded_for(held, municipality, plan.document, today)
    )


def next_plan(workspace: Workspace, municipality: Municipal, today: date) -> LegalDeadline | None:
    """Give by when the law asks a municipality to decide on a plan; None while one is in force, or nothing is asked.

    That is the day from which plans are demanded, or the end of the last plan that was decided.
    """
    held = holdings(workspace)
    if today < IN_FORCE or plans_in_force(held, municipality, today):
        return None
    last = _last_ended(held, municipality, today)
    end = end_of(last.document) if last else None
    if last is None or end is None:
        start = CountedFrom(PLAN_IN_FORCE, duties.LAW_START.with_fields(day=CoarseDate.of(PLAN_IN_FORCE)))
        return LegalDeadline(Paragraph.PLAN, start, PLAN_IN_FORCE)
    since = CountedFrom(end, duties.DAY.with_fields(day=CoarseDate.of(end)))
    return LegalDeadline(Paragraph.PLAN, since, end, last.document)


def plan_answers(workspace: Workspace, municipality: Municipal, today: date) -> Iterator[Answer]:
    """Answer for a municipality's plan and its follow-up."""
    if today < IN_FORCE:
        return
    held = holdings(workspace)
    yield _plan(held, municipality, today)
    yield replace(_follow_up(held, held.alike(municipality), today), municipality=municipality)


def _plan(held: Holdings, municipality: Municipal, today: date) -> Answer:
    plans = plans_in_force(held, municipality, today)
    deadline = next_plan(held.workspace, municipality, today)
    if plans or deadline is None:
        return _plan_shown(held, municipality, plans)
    ended = _last_ended(held, municipality, today)
    if doubtful := _plans_not_ended(held, _alike(held, municipality), today):
        evidence = tuple(map(_evidence, doubtful))
        return replace(_plan_in_doubt(municipality, Paragraph.PLAN, doubtful[-1]), evidence=evidence)
    if ended is None:
        drafts = _undecided(held, municipality, today)
        says = words.PLAN_UNDECIDED if drafts else words.NO_PLAN
        evidence = tuple(
            Evidence(d, ("title",), words.UNDECIDED_EVIDENCE.with_fields(title=d.model.title))
            for d in drafts
            if d.model
        )
        status = LawStatus.DUE if today < PLAN_IN_FORCE else LawStatus.NOT_SHOWN
    else:
        says = words.PLAN_ENDED.with_fields(title=ended.model.title, end=day_words(deadline.due))
        evidence, status = (_evidence(ended),), LawStatus.LATE
    to_do = words.DECIDE_BY.with_fields(due=day_words(PLAN_IN_FORCE)) if status is LawStatus.DUE else words.DECIDE_PLAN
    return Answer(municipality, Paragraph.PLAN, status, says, to_do, evidence, deadline.since.day, deadline.due)


def _plan_in_doubt(municipality: Municipal, paragraph: Paragraph, plan: DecidedPlan) -> Answer:
    """Answer that it cannot be told whether a decided plan applies."""
    why = why_it_may_have_ended(plan.document) or ""
    says = words.MAY_HAVE_ENDED.with_fields(title=plan.model.title, why=why)
    return Answer(municipality, paragraph, LawStatus.NOT_SHOWN, says, words.DATE_PLAN_END)


def _plan_shown(held: Holdings, municipality: Municipal, plans: tuple[DecidedPlan, ...]) -> Answer:
    """Answer with the plans in force; what is said and what comes next is of the last."""
    plan = plans[-1]
    says, end = words.PLAN_IS.with_fields(title=plan.model.title), end_of(plan.document)
    day = plan.decision.date if plan.decision else None
    to_do = words.NEXT_PLAN.with_fields(end=day_words(end)) if end else words.NOTHING_TO_DO
    status, since, evidence = LawStatus.SHOWN, day.first if day else None, tuple(_evidence(one) for one in plans)
    return Answer(municipality, Paragraph.PLAN, status, says, to_do, evidence, since, end, _notes(held, plan))


def _undecided(held: Holdings, municipality: Municipal, today: date) -> list[Document]:
    """Give the plans that have not ended, and that the municipality has not decided on."""
    plans = held.of(municipality, Kind.ACTION_PLAN)
    return [one for one in plans if not has_ended(one, today) and not _decided(held, municipality, one, today)]


@remembered(maxsize=64)
def _follow_up(held: Holdings, municipality: Municipal, today: date) -> Answer:
    plans = held.of(municipality, Kind.ACTION_PLAN)
    found = [one for plan in plans if (one := follow_up_by(held.workspace, plan, municipality, today)) is not None]
    paragraph = Paragraph.PLAN_FOLLOW_UP
    if not found:
        return _nothing_to_count(held, municipality, today)
    first = min(found, key=lambda one: one.due)
    due = day_words(first.due)
    doubtful = list(_doubtful(held, municipality, found, today))
    if first.has_passed(today) and doubtful:
        status, (says, to_do) = LawStatus.NOT_SHOWN, _in_doubt(doubtful)
    elif first.has_passed(today):
        status, says, to_do = LawStatus.LATE, words.FOLLOW_UP_LATE, words.FOLLOW_UP_NOW
    elif first.since.is_done:
        status, says, to_do = LawStatus.SHOWN, words.FOLLOWED_UP, words.FOLLOW_UP_BY
    else:
        status, says, to_do = LawStatus.DUE, words.FOLLOW_UP_DUE, words.FOLLOW_UP_BY
    says = says.with_fields(since=first.since.name, day=day_words(first.since.day), due=due)
    reviews = list(_reviews(held, municipality, found, today))
    notes = (words.OWN_PART,) if any(_is_of_own_part(held, plan, review) for plan, review in reviews) else ()
    shown = (*(review for _, review in reviews), *doubtful)
    evidence = (*_counted(found), *map(_review_evidence, shown))
    to_do = to_do.with_fields(due=due)
    return Answer(municipality, paragraph, status, says, to_do, evidence, first.since.day, first.due, notes)


def _nothing_to_count(held: Holdings, municipality: Municipal, today: date) -> Answer:
    """Answer for the follow-up where no day can be counted for it: there is no plan, or too little is known of it."""
    says, to_do, paragraph = words.NO_PLAN_TO_FOLLOW_UP, words.FOLLOW_UP_AFTER, Paragraph.PLAN_FOLLOW_UP
    decided = _plans_not_ended(held, _alike(held, municipality), today)
    if plans_in_force(held, municipality, today):
        says, to_do = words.DECIDED_WHEN_UNKNOWN, words.DATE_DECISION
    elif decided:
        return _plan_in_doubt(municipality, paragraph, decided[-1])
    return Answer(municipality, paragraph, LawStatus.NOT_SHOWN, says, to_do)


def _in_doubt(doubtful: list[Review]) -> tuple[Text, Text]:
    """Say what is not known of follow-ups that may count, and what to do about it."""
    if any(review.model.dated for review in doubtful):
        return words.FOLLOW_UP_IN_DOUBT, words.SAY_WHICH_TEXT
    return words.FOLLOW_UP_UNDATED, words.SAY_WHEN


def _counted(found: list[LegalDeadline]) -> Iterator[Evidence]:
    """Give the plans that are to be followed up and have not been, each with what that is counted from."""
    for deadline in found:
        document, since = deadline.last, deadline.since
        if document is not None and document.model is not None and not since.is_done:
            says = words.COUNTED_EVIDENCE.with_fields(title=document.model.title, since=since.name)
            yield Evidence(document, ("title",), says)


def _review_evidence(review: Review) -> Evidence:
    says = words.FOLLOW_UP_EVIDENCE.with_fields(title=review.model.title, day=review.model.said)
    return Evidence(review.document, ("date",) if review.model.date else ("reviews",), says)


def _last_review(held: Holdings, owner: Municipal, plan: Document, today: date) -> Review | None:
    """Give the last follow-up of a plan that is a municipality's, alone or with others: the law asks no more of it."""
    return last_review(held.workspace, plan, today, lambda one: held.owns(owner, one.document))


def _reviews(
    held: Holdings, owner: Municipal, found: list[LegalDeadline], today: date
) -> Iterator[tuple[Document, Review]]:
    """Give the plans that are counted from a follow-up, each with that."""
    for plan in (one.last for one in found if one.last is not None):
        review = _last_review(held, owner, plan, today)
        if review is not None:
            yield plan, review


def _doubtful(held: Holdings, owner: Municipal, found: list[LegalDeadline], today: date) -> Iterator[Review]:
    """Give the follow-ups that may be of the plans that are late, or not: they do not say of which text they are."""
    for plan in (one.last for one in found if one.last is not None and one.has_passed(today)):
        review = doubtful_review(held.workspace, plan, today, lambda one: held.owns(owner, one.document))
        if review is not None:
            yield review


def _is_of_own_part(held: Holdings, plan: Document, review: Review) -> bool:
    """Tell whether a follow-up is of a municipality's part of a plan that others have a part in too."""
    return not is_of_everybody(review.model.by, plan, held.workspace.relations.parties_of(plan))


def _notes(held: Holdings, plan: DecidedPlan) -> tuple[Text, ...]:
    joint = joint_notes(held, plan.document)
    if plan.decision is None or not (plan.decision.body or plan.decision.party):
        return (*joint, words.DECIDED_BY_WHOM)
    return (*joint, *([words.DECISION_OF_WHOM] if joint and plan.decision.party is None else []))


def _evidence(plan: DecidedPlan) -> Evidence:
    decision = plan.decision
    if decision is None:
        return Evidence(plan.document, ("status",), words.PLAN_EVIDENCE_STATUS.with_fields(title=plan.model.title))
    says = words.PLAN_EVIDENCE.with_fields(day=decision.date) if decision.date else words.PLAN_EVIDENCE_UNDATED
    by = words.DECIDED_BY.with_fields(body=Text(in_running_text(decision.body), decision.body)) if decision.body else ""
    says = says.with_fields(title=plan.model.title, by=by)
    return Evidence(plan.document, ("decisions", plan.position), says)


def _alike(held: Holdings, municipality: Municipal) -> Municipal:
    """Give the first municipality with the same documents, where no decision on a plan tells the two apart."""
    if municipality in _named_in_decisions(held):
        return municipality
    return _unnamed(held).get(held.alike(municipality), municipality)


def _told_apart(held: Holdings, document: Document) -> list[Municipal]:
    """Give the owners of a document that decisions on plans name, and one for all others with the same documents."""
    named = [one for one in _named_in_decisions(held) if held.owns(one, document)]
    first = (_unnamed(held).get(one) for one in held.unlike_owners(document))
    return [*named, *(one for one in first if one is not None)]


@remembered(maxsize=8)
def _unnamed(held: Holdings) -> dict[Municipal, Municipal]:
    """Give the first municipality that no decision names, by the first that has the same documents."""
    found: dict[Municipal, Municipal] = {}
    for municipality in held.municipalities:
        if municipality not in _named_in_decisions(held):
            found.setdefault(held.alike(municipality), municipality)
    return found


@remembered(maxsize=8)
def _named_in_decisions(held: Holdings) -> frozenset[Municipal]:
    """Give the municipalities that decisions on plans name, as their party or in the name of the body."""
    found: set[Municipal] = set()
    for document in held.workspace.of_kind(Kind.ACTION_PLAN):
        parties = held.workspace.relations.parties_of(document)
        for decision in document.model.decisions if is_action_plan(document.model) else ():
            by = [party for party in parties.by_word.get(decision.party or "", ()) if party.id == decision.party]
            found.update(held.municipal([*by, *named_in(held, document, decision.body or "")]))
    return frozenset(found)


@remembered(maxsize=4096)
def _decided_plans(held: Holdings, municipality: Municipal, today: date) -> list[DecidedPlan]:
    found = (_decided(held, municipality, one, today) for one in held.of(municipality, Kind.ACTION_PLAN))
    return [plan for plan in found if plan is not None]


def _decided(held: Holdings, municipality: Municipal, document: Document, today: date) -> DecidedPlan | None:
    """Give a plan with the last of the municipality's own decisions on it; one without date comes before the others."""
    own = held.party_ids(municipality, document)
    plan = cast("DocumentModel", document.model)  # what can be read so little that it has no model has no owner
    last = _last_decisions(held, document, today)
    decisions = [last[who] for who in (*own, _ANYBODY) if who in last]
    if not decisions:
        is_made = not plan.decided and says_it_is_made(document)
        return DecidedPlan(document, plan) if is_made else None
    position = max(decisions)[1]
    return DecidedPlan(document, plan, position, plan.decisions[position])


@remembered(maxsize=4096)
def _last_decisions(held: Holdings, document: Document, today: date) -> dict[str, tuple[date, int]]:
    """Give the last decision on a plan by each party, with its place, and by bodies that may be anybody's."""
    last: dict[str, tuple[date, int]] = {}
    for i, decision in enumerate(document.model.decisions if document.model is not None else ()):
        if decision.decides and (decision.date is None or decision.date.first <= today):
            found = (decision.date.first if decision.date else date.min, i)
            for who in [decision.party] if decision.party else _who_may_decide(held, document, decision.body or ""):
                last[who] = max(found, last.get(who, found))
    return last


def _who_may_decide(held: Holdings, document: Document, body: str) -> list[str]:
    """Give the parties whose own a body may be: not the police, a group of several, nor another's board."""
    if _NOT_THE_MUNICIPALITY.search(body):
        return []
    return [party.id for party in named_in(held, document, body)] or [_ANYBODY]


def _last_ended(held: Holdings, municipality: Municipal, today: date) -> DecidedPlan | None:
    """Give the decided plan that ended last, if any has since plans were demanded."""
    return _last_ended_alike(held, _alike(held, municipality), today)


@remembered(maxsize=4096)
def _last_ended_alike(held: Holdings, municipality: Municipal, today: date) -> DecidedPlan | None:
    ended = [
        (end, plan.document.file, plan)
        for plan in _decided_plans(held, municipality, today)
        if (end := end_of(plan.document)) is not None and PLAN_IN_FORCE <= end < today
    ]
    return max(ended, key=lambda one: one[:2])[2] if ended else None
