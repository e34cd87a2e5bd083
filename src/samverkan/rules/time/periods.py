"""A document's period beside that of its agreement and other documents."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from samverkan.findings import Elsewhere, Severity
from samverkan.model.choices import Kind, PartyType
from samverkan.model.dates import CoarseDate
from samverkan.model.kinds import is_action_plan
from samverkan.rules.concern import Concern
from samverkan.rules.requirements import whole_workspace
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.rules.time.deadlines import between
from samverkan.words.lists import FirstOf
from samverkan.words.sentence import Entry, Text
from samverkan.workspace.actors import meant_by
from samverkan.workspace.remembered import remembered
from samverkan.workspace.titled import titled_otherwise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.agreement import Agreement
    from samverkan.model.document import DocumentModel
    from samverkan.model.plan import ActionPlan
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_DAY = timedelta(days=1)
_PERIOD = Text("Tiden står här.", "The period is here.")


@rule(
    Severity.WARNING,
    Entry(
        sv="Perioden {period} går utanför överenskommelsens, {other}.",
        en="The period {period} goes beyond that of the agreement, {other}.",
        sv_help="Rätta perioden, eller låt dokumentet höra till nästa överenskommelse.",
        en_help="Correct the period, or let the document belong to the next agreement.",
    ),
    concern=Concern.ORDER,
    kinds=("action-plan", "citizen-promise", "communication-plan"),
)
def period_outside_agreement(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """Nobody has agreed on what outlives its agreement. A municipality's plan stands on its own.

    sv: Det som gäller längre än överenskommelsen har ingen kommit överens om. En kommuns plan står på egen grund.
    source: {own}; en kommuns plan: 5 § {act}. | {own}; a municipality's plan: {act} section 5.
    bad:
        kind: communication-plan
        period: {from: 2024, until: 2028}
    good:
        kind: communication-plan
        period: {from: 2024, until: 2026}
    """
    agreement = given.workspace.relations.agreement_of(given.document)
    if agreement is None or agreement.is_unread(("validity",)) or _is_of_municipality(given):
        return
    if _is_told_of(agreement, given):
        return
    first, last = given.document.period
    earliest, latest = stated_period(agreement)
    if (last and latest and last > latest) or (first and earliest and first < earliest):
        place = (Elsewhere(_PERIOD, ("validity",), agreement.file),)
        yield at(
            "period",
            related=place,
            period=between(first, last),
            other=between(earliest, latest),
        )


def _is_told_of(agreement: Document, given: RuleInput[DocumentModel]) -> bool:
    """Tell whether it is the time of the agreement or of the document that is wrong, by itself."""
    is_backwards = agreement.is_backwards or given.document.is_backwards
    return is_backwards or titled_otherwise(agreement, given.workspace) is not None


def stated_period(agreement: Document) -> tuple[date | None, date | None]:
    """Give the first and the last day of an agreement; one that says no start is only taken to begin when signed.

    Args:
        agreement: the agreement.
    """
    first, last = agreement.period
    is_stated = agreement.lasting is not None and (agreement.lasting.start or agreement.lasting.starts_on)
    return first if is_stated else None, last


def _is_of_municipality(given: RuleInput[DocumentModel]) -> bool:
    """Tell whether an action plan is a municipality's: made by one, or decided by a body of one."""
    model = given.model
    if not is_action_plan(model):
        return False
    parties = given.workspace.relations.parties_of(given.document)
    deciding = [decision.party for decision in model.decided if decision.party]
    meant = meant_by((*(model.by or ()), *deciding), parties)
    is_meant = any(party.type is PartyType.MUNICIPALITY for party in meant)
    return is_meant or any((decision.body or "").casefold().startswith("kommun") for decision in model.decided)


@rule(
    Severity.WARNING,
    Entry(
        sv="Mellan den förra planen och den här gäller ingen plan, {since} till och med {until}.",
        en="Between the previous plan and this one no plan is in force, {since} to {until} inclusive.",
        sv_help="Rätta planernas perioder, eller lägg till den plan som gällde däremellan.",
        en_help="Correct the periods of the plans, or add the plan that was in force in between.",
    ),
    concern=Concern.ORDER,
    kinds=("action-plan",),
    requires=(whole_workspace,),
)
def gap_between_plans(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """Between two plans nobody has decided what is to be done; the act requires that there always is a plan.

    sv: Mellan två planer har ingen beslutat vad som ska göras; lagen kräver att det alltid finns en plan.
    source: Jämför 5 § {act}. | Compare {act} section 5.
    bad:
        kind: action-plan
        supersedes: plan-2022
        ---
        kind: action-plan
        id: plan-2022
        period: {from: 2022, until: 2023-06}
        goals:
        measures:
    good:
        kind: action-plan
        supersedes: plan-2022
        ---
        kind: action-plan
        id: plan-2022
        period: {from: 2022, until: 2023}
        goals:
        measures:
    """
    start = given.document.period[0]
    last = max(_ends_before(given, start), key=lambda end: end.day, default=None) if start else None
    if start is not None and last is not None and start - last.day > _DAY:
        place = Elsewhere(_PERIOD, ("period",), last.file)
        yield at("period", related=(place,), since=CoarseDate.of(last.day + _DAY), until=CoarseDate.of(start - _DAY))


class _End(NamedTuple):
    """The last day of a plan, which for one without end never comes, and its file."""

    day: date
    file: str


def _ends_before(given: RuleInput[ActionPlan], start: date) -> Iterator[_End]:
    """Give when the plans of the same makers that began before a day ended, and those that a plan takes over from."""
    agreement = given.workspace.relations.agreement_of(given.document)
    last = _lasts(given.workspace).get((agreement, given.model.by), []) if agreement else []
    before = bisect_left(last, start, key=lambda one: one[0])
    if before:
        yield last[before - 1][1]
    for name in given.model.supersedes:
        plan = given.workspace.by_id.get(name) if isinstance(name, str) else None
        if plan is not None and is_action_plan(plan.model) and plan.period[0] and plan.period[0] < start:
            yield _end_of(plan)


def _end_of(plan: Document) -> _End:
    return _End(plan.period[1] or date.max, plan.file)


@remembered(maxsize=8)
def _lasts(workspace: Workspace) -> dict[tuple[Document, tuple[str, ...] | None], list[tuple[date, _End]]]:
    """Give, of the plans of the same makers under an agreement, each one's first day and the last end until then."""
    found: dict[tuple[Document, tuple[str, ...] | None], list[tuple[date, _End]]] = {}
    plans = [(plan.period[0], plan) for plan in workspace.of_kind(Kind.ACTION_PLAN)]
    for start, plan in sorted(((day, plan) for day, plan in plans if day), key=lambda one: one[0]):
        agreement = workspace.relations.agreement_of(plan)
        if agreement is not None and is_action_plan(plan.model):
            ends = found.setdefault((agreement, plan.model.by), [])
            own = _end_of(plan)
            ends.append((start, ends[-1][1] if ends and ends[-1][1].day >= own.day else own))
    return found


@rule(
    Severity.WARNING,
    Entry(
        sv="Överenskommelsen gäller samtidigt som {other}, mellan samma parter.",
        en="The agreement applies at the same time as {other}, between the same parties.",
        sv_help="Hör de ihop, ange det under Ersätter (`supersedes`) eller Del av (`part_of`). Gäller båda, ange det "
        "under Gäller vid sidan av (`alongside`). Rätta annars tiderna.",
        en_help="If they belong together, say so under `supersedes` or `part_of`; if both apply, under `alongside`. "
        "If not, correct the periods.",
    ),
)
def overlapping_agreements(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """With two agreements in force at once, nobody knows which terms to follow.

    sv: Med två överenskommelser som gäller samtidigt vet ingen vilka villkor som ska följas.
    source: Överenskommelsens giltighetstid. | The agreement's validity.
    bad:
        id: avtal-2024
        ---
        kind: agreement
        id: tidigare
        validity: {from: 2022, until: 2024}
    good:
        supersedes: tidigare
        ---
        kind: agreement
        id: tidigare
        validity: {from: 2022, until: 2023}
    """
    overlap = given.workspace.relations.overlapping(given.document)
    if overlap is not None:
        places = tuple(Elsewhere(_PERIOD, ("validity",), other.file) for other in overlap.named)
        others = FirstOf(tuple(other.id or other.file for other in overlap.named), count=overlap.of)
        yield at("validity", related=places, other=others)
