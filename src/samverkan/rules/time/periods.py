"""A document's period beside its own deadlines, its agreement and other documents."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Severity
from samverkan.model.choices import Kind, PartyType
from samverkan.model.dates import CoarseDate
from samverkan.model.deadlines import WithDeadline
from samverkan.model.fields import key_of, parts_of
from samverkan.model.plan import ActionPlan
from samverkan.rules.concern import Concern
from samverkan.rules.requirements import whole_workspace
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry, Text
from samverkan.workspace.actors import meant_by

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from samverkan.model.agreement import Agreement
    from samverkan.model.document import DocumentModel
    from samverkan.workspace.document import Document

_DAY = timedelta(days=1)
_PERIOD = Text("Tiden står här.", "The period is here.")


@rule(
    Severity.NOTE,
    Entry(
        sv="{what}, {day}, ligger utanför perioden {period}.",
        en="{what}, {day}, is outside the period {period}.",
        sv_help="Är det meningen, för över det till nästa dokument när det här slutar gälla. Rätta annars datumet.",
        en_help="If it is intended, carry it over to the next document when this one ends. If not, correct the date.",
    ),
    concern=Concern.ORDER,
    kinds=("agreement", "action-plan", "citizen-promise", "communication-plan"),
)
def deadline_outside_period(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """What is to be done after the document has ended is easily lost before the next one.

    sv: Det som ska vara klart efter dokumentets slut glöms lätt bort innan nästa finns.
    source: {own}. | {own}.
    bad:
        kind: action-plan
        period: {from: 2024, until: 2025}
        measures:
          - id: belysning
            title: Bättre belysning
            causes: mörker
            goals: tryggare
            who: [{party: kommunen}]
            until: 2026-08
    good:
        kind: action-plan
        period: {from: 2024, until: 2025}
        measures:
          - id: belysning
            title: Bättre belysning
            causes: mörker
            goals: tryggare
            who: [{party: kommunen}]
            until: 2025-08
    """
    first, last = given.document.period
    key = "validity" if given.document.kind == Kind.AGREEMENT else "period"
    for path, part in parts_of(given.model):
        deadline = part.deadline if isinstance(part, WithDeadline) else None
        if deadline is None:
            continue
        if (last and deadline.first > last) or (first and deadline.last < first):
            period = _between(first, last)
            place = (Elsewhere(_PERIOD, (key,)),)
            what = Text("Slutdatumet", "The deadline")
            yield at(*path, key_of(part, "deadline"), related=place, what=what, day=deadline, period=period)


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
    first, last = given.document.period
    earliest, latest = agreement.period
    if (last and latest and last > latest) or (first and earliest and first < earliest):
        place = (Elsewhere(_PERIOD, ("validity",), agreement.file),)
        yield at(
            "period",
            related=place,
            period=_between(first, last),
            other=_between(earliest, latest),
        )


def _between(first: date | None, last: date | None) -> Text:
    """Word a period, either end of which may be open."""
    start, end = first and CoarseDate.of(first), last and CoarseDate.of(last)
    if start and end:
        return Text("{start} till och med {end}", "{start} to {end} inclusive", {"start": start, "end": end})
    if start:
        return Text("från {start}", "from {start}", {"start": start})
    return Text("till och med {end}", "until {end} inclusive", {"end": end or "–"})


def _is_of_municipality(given: RuleInput[DocumentModel]) -> bool:
    """Tell whether an action plan is a municipality's: made by one, or decided by a body of one."""
    model = given.model
    if not isinstance(model, ActionPlan):
        return False
    parties = given.workspace.relations.parties_of(given.document)
    deciding = [decision.party for decision in model.decisions if decision.party]
    meant = meant_by((*(model.by or ()), *deciding), parties)
    is_meant = any(party.type is PartyType.MUNICIPALITY for party in meant)
    return is_meant or any(decision.body.casefold().startswith("kommun") for decision in model.decisions)


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
    if start is None:
        return
    before = [plan for plan in _plans_of_same(given) if plan.period[0] and plan.period[0] < start]
    ends = [end for plan in before if (end := plan.period[1])]
    if not ends or len(ends) < len(before):
        return
    last = max(ends)
    if last + _DAY < start:
        place = Elsewhere(_PERIOD, ("period",), next(plan.file for plan in before if plan.period[1] == last))
        yield at("period", related=(place,), since=CoarseDate.of(last + _DAY), until=CoarseDate.of(start - _DAY))


def _plans_of_same(given: RuleInput[ActionPlan]) -> Iterator[Document]:
    """Give the other plans of the same makers under the same agreement, and those that a plan takes over from."""
    agreement = given.workspace.relations.agreement_of(given.document)
    for plan in given.workspace.of_kind(Kind.ACTION_PLAN):
        if plan is given.document or not isinstance(plan.model, ActionPlan):
            continue
        is_alike = agreement is not None and given.workspace.relations.agreement_of(plan) is agreement
        if plan.id in given.model.supersedes or (is_alike and plan.model.by == given.model.by):
            yield plan


@rule(
    Severity.WARNING,
    Entry(
        sv="Samma parter har redan en överenskommelse som gäller samtidigt: {other}.",
        en="The same parties already have an agreement that applies at the same time: {other}.",
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
    first, last = given.document.period
    for other in given.workspace.relations.same_parties(given.document):
        earliest, latest = other.period
        apart = (latest and first and latest < first) or (earliest and last and earliest > last)
        if not apart and not given.workspace.relations.are_related(given.document, other):
            place = (Elsewhere(_PERIOD, ("validity",), other.file),)
            yield at("validity", related=place, other=other.id or other.file)
