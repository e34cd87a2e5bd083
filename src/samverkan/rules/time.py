"""Time: what begins before it ends, dates that fit each other, and dates that cannot have come yet."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from samverkan.findings import Elsewhere, Severity
from samverkan.model.causes import CauseAnalysis
from samverkan.model.choices import Kind, PartyType
from samverkan.model.communication import Activity
from samverkan.model.dates import Duration, End
from samverkan.model.deadlines import WithDeadline
from samverkan.model.fields import key_of, parts_of
from samverkan.model.parties import Decision
from samverkan.model.picture import Figure, Indicator, SituationPicture, Source
from samverkan.model.plan import ActionPlan, Measure
from samverkan.model.terms import DatedPeriod, Lasting, Period
from samverkan.rules.concern import Concern
from samverkan.rules.requirements import whole_workspace
from samverkan.rules.rule import ALL_KINDS, Breach, RuleInput, at, rule
from samverkan.words.lists import FirstOf
from samverkan.words.sentence import Entry, Text
from samverkan.workspace.actors import meant_by
from samverkan.workspace.standing import Standing, standing_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.agreement import Agreement
    from samverkan.model.base import Part
    from samverkan.model.dates import CoarseDate
    from samverkan.model.document import DocumentModel
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_DAY, _YEAR = timedelta(days=1), Duration(1, "year")
_START = Text("Starten står här.", "The start stands here.")
_END = Text("Slutet står här.", "The end stands here.")
_PERIOD = Text("Tiden står här.", "The period stands here.")


@rule(
    Severity.ERROR,
    Entry(
        sv="Slutet {end} ligger före starten {start}.",
        en="The end {end} lies before the start {start}.",
        sv_help="Rätta from eller until.",
        en_help="Correct from or until.",
    ),
    kinds=tuple(kind for kind in ALL_KINDS if kind != "cause-analysis"),
)
def ends_before_start(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """What ends before it starts never applies, and no review can be counted from it.

    sv: Det som slutar före sin början gäller aldrig, och inga uppföljningar kan räknas ur det.
    source: Dokumentets egen tid. | The document's own period.
    bad:
        kind: action-plan
        measures:
          - id: belysning
            title: Bättre belysning
            causes: mörker
            goals: tryggare
            who: [{party: kommunen}]
            from: 2024-09
            until: 2024-08
    good:
        kind: action-plan
        measures:
          - id: belysning
            title: Bättre belysning
            causes: mörker
            goals: tryggare
            who: [{party: kommunen}]
            from: 2024-08
            until: 2024-09
    """
    for path, part in parts_of(given.model):
        start, end = _span(part)
        if start is None and path == ("validity",):
            start = given.document.signed_on
        if start and end and end.last < start.first:
            yield at(*path, "until", related=(Elsewhere(_START, (*path, "from")),), start=str(start), end=str(end))


def _span(part: Part) -> tuple[CoarseDate | None, CoarseDate | None]:
    """Give when a part begins and ends, of the parts that do, all of which write `from` and `until`."""
    match part:
        case Lasting():
            return part.starts_on, part.ends_on
        case Measure() | Activity():
            return part.start, part.deadline
    return None, None


@rule(
    Severity.WARNING,
    Entry(
        sv="Längden {length} från {start} stämmer inte med slutet {end}.",
        en="The length {length} from {start} does not fit the end {end}.",
        sv_help="Rätta length, from eller until, eller behåll bara length eller until.",
        en_help="Correct length, from or until, or keep only length or until.",
    ),
    kinds=("agreement", "situation-picture", "action-plan", "communication-plan", "follow-up"),
)
def length_and_end_disagree(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """Two ways to say when something ends must say the same, or nobody knows when it ends.

    sv: Två sätt att säga när något slutar ska säga detsamma, annars vet ingen när det slutar.
    source: Dokumentets egen tid. | The document's own period.
    bad:
        validity: {from: 2024, until: 2026, length: P1Y}
    good:
        validity: {from: 2024, until: 2026, length: P3Y}
    """
    for path, part in parts_of(given.model):
        if not isinstance(part, Period | DatedPeriod) or part.length is None:
            continue
        start, end = part.starts_on, _stated_end(part)
        if start and end and not _fits(start, part.length, end):
            related = (Elsewhere(_START, (*path, "from")), Elsewhere(_END, (*path, "until")))
            yield at(*path, "length", related=related, length=part.length, start=start, end=end)


def _stated_end(part: Period | DatedPeriod) -> CoarseDate | None:
    return part.end.date if isinstance(part.end, End) else part.end


def _fits(start: CoarseDate, length: Duration, end: CoarseDate) -> bool:
    """Tell whether a length from some day that the start covers ends on, or the day before, a day of the end."""
    earliest, latest = length.after(start.first) - timedelta(days=1), length.after(start.last)
    return earliest <= end.last and end.first <= latest


@rule(
    Severity.ERROR,
    Entry(
        sv="Undertecknandet {signed} ligger efter slutet {end}.",
        en="The signing {signed} lies after the end {end}.",
        sv_help="Rätta datumet under signatures eller until under validity.",
        en_help="Correct the date under signatures or until under validity.",
    ),
)
def signed_after_end(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """An agreement that has ended cannot be entered; one of the dates is wrong.

    sv: En överenskommelse som har löpt ut kan inte ingås; ett av datumen är fel.
    source: Överenskommelsens giltighetstid. | The agreement's validity.
    bad:
        id: avtal-2024
        ---
        kind: agreement
        id: tidigare
        validity: {from: 2020, until: 2022}
        signatures:
          date: 2023-01-15
          signatories:
            - {party: polisen, name: Kim Ek, role: Lokalpolisområdeschef}
            - {party: kommunen, name: Lo Berg, role: Kommunstyrelsens ordförande}
    good:
        id: avtal-2024
        ---
        kind: agreement
        id: tidigare
        validity: {from: 2020, until: 2022}
        signatures:
          date: 2020-01-15
          signatories:
            - {party: polisen, name: Kim Ek, role: Lokalpolisområdeschef}
            - {party: kommunen, name: Lo Berg, role: Kommunstyrelsens ordförande}
    """
    end = given.model.validity.ends_on
    for path, signed in given.model.signing_dates():
        if end and signed.first > end.last:
            yield at(*path, related=(Elsewhere(_END, ("validity", "until")),), signed=str(signed), end=str(end))


@rule(
    Severity.WARNING,
    Entry(
        sv="Fokusområdets tid går utanför överenskommelsens.",
        en="The focus area's period goes outside the agreement's.",
        sv_help="Rätta området eller validity, så att området ryms i överenskommelsens tid.",
        en_help="Correct the area or validity, so that the area lies within the agreement's period.",
    ),
)
def focus_area_outside_validity(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """Before the agreement starts and after it ends the parties have not agreed on a focus area.

    sv: Före överenskommelsens början och efter dess slut är parterna inte överens om något fokusområde.
    source: Överenskommelsens giltighetstid. | The agreement's validity.
    bad:
        focus_areas:
          - {id: platser, title: Otrygga platser, text: Torget upplevs otryggt., validity: {from: 2024, until: 2027}}
    good:
        focus_areas:
          - {id: platser, title: Otrygga platser, text: Torget upplevs otryggt., validity: {from: 2024, until: 2025}}
    """
    whole = given.model.validity
    for i, area in enumerate(given.model.focus_areas):
        if area.validity is None:
            continue
        end, last = area.validity.ends_on, whole.ends_on
        if end and last and end.last > last.last:
            yield at("focus_areas", i, "validity", "until", related=(Elsewhere(_END, ("validity", "until")),))
        start, first = area.validity.starts_on, whole.starts_on
        if start and first and start.last < first.first:
            yield at("focus_areas", i, "validity", "from", related=(Elsewhere(_START, ("validity", "from")),))


@rule(
    Severity.WARNING,
    Entry(
        sv="Samrådet {by} ligger efter att överenskommelsen har löpt ut.",
        en="The consultation {by} lies after the agreement has ended.",
        sv_help="Rätta consult_by eller until, så att det finns tid att förlänga.",
        en_help="Correct consult_by or until, so that there is time to extend.",
    ),
)
def consultation_after_end(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """Parties consult about an extension while there still is an agreement to extend.

    sv: Parterna samråder om förlängning medan det ännu finns en överenskommelse att förlänga.
    source: Överenskommelsens villkor för förlängning. | The agreement's terms of extension.
    bad:
        validity: {from: 2024, until: 2026, extension: {consult_by: 2027-06-30}}
    good:
        validity: {from: 2024, until: 2026, extension: {consult_by: 2026-06-30}}
    """
    validity = given.model.validity
    by, end = validity.extension and validity.extension.consult_by, validity.ends_on
    if by and end and by.first > end.last:
        yield at("validity", "extension", "consult_by", by=str(by))


@rule(
    Severity.WARNING,
    Entry(
        sv="Tiden räknas från undertecknandet, men datum för det saknas.",
        en="The period is counted from the signing, but the signing has no date.",
        sv_help="Fyll i date under signatures när överenskommelsen är undertecknad; först då kan uppföljningar räknas.",
        en_help="Fill in date under signatures once the agreement is signed; only then can reviews be counted.",
    ),
    concern=Concern.ORDER,
)
def signing_date_missing(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """Without a date of signing nothing that starts with it can be counted.

    sv: Utan datum för undertecknandet kan inget räknas som börjar med det.
    source: Överenskommelsens giltighetstid. | The agreement's validity.
    bad:
        validity: {from: signing, until: 2026}
        signatures:
          signatories:
            - {party: polisen, name: Kim Ek, role: Lokalpolisområdeschef}
            - {party: kommunen, name: Lo Berg, role: Kommunstyrelsens ordförande}
    good:
        validity: {from: 2024-01-01, until: 2026}
    """
    is_counted = given.model.validity.start is not None and given.model.validity.start.date is None
    if is_counted and not any(given.model.signing_dates()) and not _is_long_in_force(given):
        yield at("validity", "from", also=("signatures",))


def _is_long_in_force(given: RuleInput[Agreement]) -> bool:
    """Tell whether an agreement was decided more than a year ago, or is past: nobody looks up the day any more."""
    decided = given.model.decided_on
    is_old = decided is not None and _YEAR.after(decided.last) < given.today
    return is_old or standing_of(given.document, given.today) is Standing.PAST


@rule(
    Severity.NOTE,
    Entry(
        sv="{what} {day} ligger utanför tiden {period}.",
        en="{what} {day} lies outside the period {period}.",
        sv_help="Är det meningen, för över det till nästa dokument när det här slutar. Annars rätta datumet.",
        en_help="If so intended, carry it over to the next document when this one ends. If not, correct the date.",
    ),
    concern=Concern.ORDER,
    kinds=("agreement", "action-plan", "citizen-promise", "communication-plan"),
)
def deadline_outside_period(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """What is to be done after the document has ended is easily lost before the next one.

    sv: Det som ska vara klart efter dokumentets slut tappas lätt bort före nästa.
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
            period = f"{first or '…'} – {last or '…'}"
            place = (Elsewhere(_PERIOD, (key,)),)
            what = Text("Slutdatumet", "The deadline")
            yield at(*path, key_of(part, "deadline"), related=place, what=what, day=str(deadline), period=period)


@rule(
    Severity.WARNING,
    Entry(
        sv="Tiden {period} går utanför överenskommelsens, {other}.",
        en="The period {period} goes outside the agreement's, {other}.",
        sv_help="Rätta tiden, eller låt dokumentet höra till nästa överenskommelse.",
        en_help="Correct the period, or let the document belong to the next agreement.",
    ),
    concern=Concern.ORDER,
    kinds=("action-plan", "citizen-promise", "communication-plan"),
)
def period_outside_agreement(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """What outlives its agreement has no parties that have agreed on it. A municipality's plan stands on its own.

    sv: Det som varar längre än sin överenskommelse har inga parter som är överens. En kommuns plan står på egen grund.
    source: {own}; en kommuns plan: {act} 5 §. | {own}; a municipality's plan: {act} section 5.
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
            period=f"{first or '…'} – {last or '…'}",
            other=f"{earliest or '…'} – {latest or '…'}",
        )


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
        sv="Mellan den förra planen och den här gäller ingen plan: {since} – {until}.",
        en="Between the previous plan and this one no plan is in force: {since} – {until}.",
        sv_help="Rätta planernas tider, eller lägg till den plan som gällde däremellan.",
        en_help="Correct the periods of the plans, or add the plan that was in force in between.",
    ),
    concern=Concern.ORDER,
    kinds=("action-plan",),
    requires=(whole_workspace,),
)
def gap_between_plans(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """Between two plans nobody has decided what is to be done; the act asks for a plan all the time.

    sv: Mellan två planer har ingen beslutat vad som ska göras; lagen kräver att det alltid finns en plan.
    source: Jämför {act} 5 §. | Compare {act} section 5.
    bad:
        kind: action-plan
        ---
        kind: action-plan
        id: plan-2022
        period: {from: 2022, until: 2023-06}
        goals:
        measures:
    good:
        kind: action-plan
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
        yield at("period", related=(place,), since=str(last.day + _DAY), until=str(start - _DAY))


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
        if plan is not None and isinstance(plan.model, ActionPlan) and plan.period[0] and plan.period[0] < start:
            yield _end_of(plan)


def _end_of(plan: Document) -> _End:
    return _End(plan.period[1] or date.max, plan.file)


@lru_cache(maxsize=8)
def _lasts(workspace: Workspace) -> dict[tuple[Document, tuple[str, ...] | None], list[tuple[date, _End]]]:
    """Give, of the plans of the same makers under an agreement, each one's first day and the last end until then."""
    found: dict[tuple[Document, tuple[str, ...] | None], list[tuple[date, _End]]] = {}
    plans = [(plan.period[0], plan) for plan in workspace.of_kind(Kind.ACTION_PLAN)]
    for start, plan in sorted(((day, plan) for day, plan in plans if day), key=lambda one: one[0]):
        agreement = workspace.relations.agreement_of(plan)
        if agreement is not None and isinstance(plan.model, ActionPlan):
            ends = found.setdefault((agreement, plan.model.by), [])
            own = _end_of(plan)
            ends.append((start, ends[-1][1] if ends and ends[-1][1].day >= own.day else own))
    return found


@rule(
    Severity.WARNING,
    Entry(
        sv="Överenskommelsen gäller samtidigt som {other}, mellan samma parter.",
        en="The agreement applies at the same time as {other}, between the same parties.",
        sv_help="Skriv supersedes eller part_of om de hör ihop, eller rätta giltighetstiderna.",
        en_help="Write supersedes or part_of if they belong together, or correct the periods.",
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


@rule(
    Severity.NOTE,
    Entry(
        sv="Beslutet {decided} är fattat efter undertecknandet {signed}.",
        en="The decision {decided} was made after the signing {signed}.",
        sv_help="Det är rätt om parterna undertecknade med förbehåll för beslutet. Annars rätta datumet som är fel.",
        en_help="If the parties signed subject to the decision, all is well. If not, correct the date that is wrong.",
    ),
    concern=Concern.ORDER,
)
def decided_after_signing(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """To sign subject to a later decision is normal; otherwise one of the dates is a slip.

    sv: Det är vanligt att underteckna under förutsättning av ett senare beslut; annars är ett av datumen fel.
    source: {order}. | {order}.
    bad:
        decisions: [{body: Kommunstyrelsen, party: kommunen, date: 2024-02-20}]
    good:
        decisions: [{body: Kommunstyrelsen, party: kommunen, date: 2024-01-10}]
    """
    signed = given.model.signed_on
    for i, decision in enumerate(given.model.decisions):
        if signed and decision.date and decision.date.first > signed.last:
            related = (Elsewhere(Text("Undertecknandet står här.", "The signing stands here."), ("signatures",)),)
            yield at("decisions", i, "date", related=related, decided=str(decision.date), signed=str(signed))


@rule(
    Severity.WARNING,
    Entry(
        sv="{day} har inte varit än.",
        en="{day} has not come yet.",
        sv_help="Rätta datumet; det här kan bara ha hänt idag eller tidigare.",
        en_help="Correct the date; this can only have happened today or earlier.",
    ),
    kinds=ALL_KINDS,
)
def date_in_the_future(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """Figures, decisions and pictures tell of what has been; a later day is a slip.

    sv: Siffror, beslut och lägesbilder berättar om det som varit; en senare dag är en felskrivning.
    source: Filformatet. | The file format.
    bad:
        kind: situation-picture
        date: 2099-03-01
        ---
        kind: action-plan
        decisions:
    good:
        kind: situation-picture
        date: 2024-03-01
    """
    for path, part in parts_of(given.model):
        for key, day in _days_of_what_was(part):
            if day is not None and day.first > given.today:
                yield at(*path, key, day=str(day))


def _days_of_what_was(part: Part) -> Iterator[tuple[str, CoarseDate | None]]:
    match part:
        case SituationPicture() | CauseAnalysis() | Decision():
            yield "date", part.date
        case Source() | Indicator():
            yield "retrieved", part.retrieved
        case Figure():
            yield "period", part.period
