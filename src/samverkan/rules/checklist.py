"""Brå's checklist for agreements: what a good one says. Notes, for it is advice and not law."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.findings import Severity
from samverkan.model.choices import Kind
from samverkan.model.document import Analysing
from samverkan.model.references import Reference
from samverkan.model.said_times import months_in
from samverkan.rules.concrete import is_concrete
from samverkan.rules.requirements import whole_workspace
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.rules.thread.reached import ID_OF_AREA
from samverkan.words.sentence import Entry, Text
from samverkan.workspace.own_words import CAUSES, DOCUMENTATION, ENDS, FOLLOW_UP, GOALS, OFTEN, REVISED, mentions, says

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.agreement import Agreement
    from samverkan.model.promise import CitizenPromise
    from samverkan.model.terms import FollowUpTerms, Reporting, Validity
    from samverkan.workspace.document import Document


_NAMES_PROBLEM = re.compile(
    "brott|inbrott|stöld|våld|rån(?!g)|skadegörelse|klotter|narkotika|drog|alkohol|missbruk|otrygg|bedrägeri|misshandel"
    "|hot(?:$| )|hatbrott|bränder|anlagda|buskörning|trafikfar|kriminal|rekryter|nedskräp|ordningsstör|mobbning"
    "|trakasseri|extremis|langning|gäng",
    re.IGNORECASE,
)
"""What the title of a focus area says when it is itself a problem."""
_SAYS_CAUSES = re.compile("orsak|varför", re.IGNORECASE)


@rule(
    Severity.NOTE,
    Entry(
        sv="Det framgår inte vilket problem fokusområdet ”{area}” gäller.",
        en="It does not say what problem the focus area “{area}” is about.",
        sv_help="Beskriv problemet under Beskrivning (`text`), eller låt ett problem i en lägesbild höra till "
        "Fokusområde (`focus_area: {id}`).",
        en_help="Describe the problem under `text`, or let a problem in a situation picture refer here: `focus_area: "
        "{id}`.",
    ),
    requires=(whole_workspace,),
)
def focus_area_without_problem(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """An agreement should say which problems the parties will work with, not only which subjects.

    sv: Av en överenskommelse bör det framgå vilka problem parterna ska arbeta med, inte bara vilka ämnen.
    source: {checklist}: vilka problem som står i fokus. | {checklist}: which problems are in focus.
    bad:
        focus_areas:
          - {id: platser, title: Otrygga platser, text: Torget upplevs otryggt.}
          - {id: unga, title: Unga i riskzon, goals: [{id: stöd, text: Fler unga får stöd.}]}
    good:
        focus_areas:
          - {id: platser, title: Otrygga platser, text: Torget upplevs otryggt.}
          - {id: unga, title: Unga i riskzon, text: Fler rekryteras., goals: [{id: stöd, text: Fler unga får stöd.}]}
    """
    for i, area in enumerate(given.model.focus_areas):
        references = given.workspace.references.to(given.document, ("focus_areas", i))
        named = any(reference.link.path[0] == "problems" for reference in references)
        if area.text is None and not area.sub_areas and not named and not _NAMES_PROBLEM.search(area.title):
            yield at("focus_areas", i, area=area.title, id=area.id or ID_OF_AREA)


@rule(
    Severity.NOTE,
    Entry(
        sv="Överenskommelsen säger inget om orsaker till problemen.",
        en="The agreement says nothing about the causes of the problems.",
        sv_help="Planera en orsaksanalys under Dokument som tas fram (`planned_documents`), ange en under Bygger på "
        "(`based_on`), eller ge Arbetsmodell (`working_model`) ett steg för den.",
        en_help="Plan a cause analysis under `planned_documents`, name one under `based_on`, or give `working_model` "
        "a step for it.",
    ),
    requires=(whole_workspace,),
)
def agreement_without_causes(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """Measures reach a problem through its causes, so the agreement should say how these are found.

    sv: En åtgärd hjälper om den når orsakerna, så överenskommelsen bör säga hur de tas fram.
    source: {checklist}: troliga orsaker. | {checklist}: likely causes.
    bad:
        planned_documents: [{kind: situation-picture, cadence: yearly, by: jointly}]
        ---
        kind: cause-analysis
        agreement:
    good:
        planned_documents: [{kind: situation-picture, includes: [cause-analysis], cadence: yearly, by: jointly}]
    """
    planned = {kind for one in given.model.planned_documents for kind in (one.kind, *one.includes)}
    if Kind.CAUSE_ANALYSIS in planned or mentions(given.document, CAUSES):
        return
    if not _has_analysis(given) and not _works_by(given.model, _SAYS_CAUSES):
        yield at("planned_documents", also=("working_model", "based_on"))


def _has_analysis(given: RuleInput[Agreement]) -> bool:
    """Tell whether an analysis of causes belongs to an agreement, or it builds on one or on a work about causes."""
    under = list(given.workspace.relations.under(given.document, Kind.CAUSE_ANALYSIS, Kind.SITUATION_PICTURE))
    for reference in given.workspace.references.of(given.document):
        if reference.link.path[0] == "based_on":
            place = reference.target.place
            work = place.part if place else None
            if isinstance(work, Reference) and _SAYS_CAUSES.search(work.title):
                return True
            under.append(reference.target.document)
    return any(isinstance(d.model, Analysing) and d.model.analyses for d in under)


def _works_by(agreement: Agreement, words: re.Pattern[str]) -> bool:
    """Tell whether the working model of an agreement says something: in its text, or in a step."""
    model = agreement.working_model
    if model is None:
        return False
    said = [model.name, model.text, *(part for step in model.steps for part in (step.title, step.text))]
    return any(words.search(part) for part in said if part)


@rule(
    Severity.NOTE,
    Entry(
        sv="Överenskommelsen har inga mål.",
        en="The agreement has no goals.",
        sv_help="Lägg till Mål (`goals`), för hela samverkan eller under fokusområdena.",
        en_help="Add `goals`, for the whole cooperation or under the focus areas.",
    ),
)
def agreement_without_goals(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """Without goals nobody can tell what the cooperation has led to.

    sv: Utan mål kan ingen säga vad samverkan har lett till.
    source: {checklist}: avgränsade och mätbara mål. | {checklist}: delimited and measurable goals.
    bad:
        goals:
    good:
        goals: [{id: trygghet, text: Fler känner sig trygga.}]
    """
    if not any(True for _ in given.model.all_goals()) and not says(given.document, GOALS):
        yield at("goals", also=("focus_areas",))


@rule(
    Severity.NOTE,
    Entry(
        sv="Inget dokument är planerat, så det framgår inte hur arbetet ska dokumenteras.",
        en="No document is planned, so the agreement does not say how the work is to be documented.",
        sv_help="Lägg till Dokument som tas fram (`planned_documents`), med de dokument som parterna ska ta fram.",
        en_help="Add `planned_documents`, with the documents that the parties will produce.",
    ),
)
def agreement_without_documentation(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """What is not written down cannot be followed up.

    sv: Det som inte skrivs ned går inte att följa upp.
    source: {checklist}: hur arbetet dokumenteras. | {checklist}: how the work is documented.
    bad:
        planned_documents:
    good:
        planned_documents: [{kind: situation-picture, includes: [cause-analysis], cadence: yearly, by: jointly}]
    """
    if not given.model.planned_documents and not mentions(given.document, DOCUMENTATION):
        yield at("planned_documents")


@rule(
    Severity.NOTE,
    Entry(
        sv="Överenskommelsen säger inte hur den ska följas upp.",
        en="The agreement does not say how it is to be followed up.",
        sv_help="Lägg till Uppföljning (`follow_up`) med Hur ofta (`cadence`), till exempel at-least-yearly, eller "
        "planera uppföljningar under Dokument som tas fram (`planned_documents`).",
        en_help="Add `follow_up` with `cadence`, such as at-least-yearly, or plan follow-ups under "
        "`planned_documents`.",
    ),
)
def agreement_without_follow_up(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """An agreement that nobody has promised to follow up is seldom followed up.

    sv: En överenskommelse som ingen har lovat att följa upp blir sällan uppföljd.
    source: {checklist}: hur uppföljningen görs. | {checklist}: how the follow-up is made.
    bad:
        follow_up:
    good:
        follow_up: {cadence: yearly}
    """
    planned = {kind for one in given.model.planned_documents for kind in (one.kind, *one.includes)}
    if given.model.follow_up or Kind.FOLLOW_UP in planned or mentions(given.document, FOLLOW_UP):
        return
    if not any(one.kind == Kind.FOLLOW_UP for one in _built_on(given)):
        yield at("follow_up", also=("planned_documents", "working_model", "based_on"))


def _built_on(given: RuleInput[Agreement]) -> list[Document]:
    """Give the documents that an agreement builds on."""
    references = given.workspace.references.of(given.document)
    return [ref.target.document for ref in references if ref.link.path[0] == "based_on" and not ref.target.place]


@rule(
    Severity.NOTE,
    Entry(
        sv="{what}, så det går inte att räkna ut när nästa ska vara klar.",
        en="{what}, so the day of the next one cannot be worked out.",
        sv_help="Lägg till Hur ofta (`cadence`) under Uppföljning (`follow_up`), till exempel at-least-yearly; först "
        "då kan en påminnelse komma.",
        en_help="Add `cadence` under `follow_up`, such as at-least-yearly; only then can there be a reminder.",
    ),
)
def follow_up_without_cadence(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """What is done “when needed” or “continuously” is never late, and so is easily forgotten.

    sv: Det som görs ”vid behov” eller ”löpande” blir aldrig försenat, och glöms därför lätt bort.
    source: {checklist}: hur uppföljningen görs. | {checklist}: how the follow-up is made.
    bad:
        follow_up: {cadence: continuously}
    good:
        follow_up: {cadence: yearly}
    """
    terms = given.model.follow_up
    if terms is None:
        return
    if _is_timed(terms) or (terms.reporting and _is_timed(terms.reporting)):
        return
    if not mentions(given.document, FOLLOW_UP, OFTEN):
        what = _UNTIMED.with_fields(cadence=terms.cadence) if terms.cadence else _NO_CADENCE
        yield at("follow_up", what=what)


_NO_CADENCE = Text(
    "Det är inte angivet hur ofta uppföljningen görs", "It is not stated how often the follow-up is made"
)
_UNTIMED = Text(
    "Uppföljningen ska göras {cadence}, utan bestämd tid", "The follow-up is made {cadence}, at no set time"
)


def _is_timed(terms: FollowUpTerms | Reporting) -> bool:
    """Tell whether a day can be counted: from how often, from months that are named, or from set times."""
    is_counted = terms.cadence is not None and terms.cadence.period is not None
    return is_counted or bool(months_in(terms.when or "") or terms.stated_times())


@rule(
    Severity.NOTE,
    Entry(
        sv="Det är inte angivet {what}.",
        en="It is not stated {what}.",
        sv_help="Lägg till under Giltighetstid (`validity`): {cure}.",
        en_help="Add under `validity`: {cure}.",
    ),
)
def agreement_without_end(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """A period gives the parties a day to look back and decide anew.

    sv: En bestämd tid ger parterna en dag att se tillbaka och besluta på nytt.
    source: {checklist}: vilken period som gäller. | {checklist}: which period applies.
    bad:
        validity: {from: 2024}
    good:
        validity: {from: 2024, until: 2026}
    """
    validity = given.model.validity
    if not validity.is_told or _tells_length(validity):
        return
    if validity.end is None and not mentions(given.document, ENDS):
        yield at("validity", what=_NO_END, cure=_ADD_END)
    elif validity.end is not None and validity.revision is None and not mentions(given.document, REVISED):
        yield at("validity", "until", what=_NO_REVISION, cure=_ADD_REVISION)


def _tells_length(validity: Validity) -> bool:
    """Tell whether it is said how long an agreement applies, be it in words that no clock can count."""
    in_words = (validity.end and validity.end.said) or (validity.text and not validity.tells_start_alone)
    return bool(validity.ends_on or validity.length or validity.renewal or in_words)


_NO_END = Text("hur länge överenskommelsen gäller", "how long the agreement is valid")
_ADD_END = Text(
    "Till och med (`until`), med slutet eller further-notice om den gäller tills vidare",
    "`until`, with the end or further-notice if it is valid until further notice",
)
_NO_REVISION = Text(
    "när överenskommelsen, som gäller tills vidare, ska ses över",
    "when the agreement, which is valid until further notice, is to be revised",
)
_ADD_REVISION = Text(
    "Revidering (`revision`), med Hur ofta (`cadence`) parterna ser över den, till exempel every-2-years",
    "`revision`, with how often the parties revise it, such as `cadence: every-2-years`",
)


@rule(
    Severity.NOTE,
    Entry(
        sv="Löftet säger inte vad det bygger på.",
        en="The promise does not say what it is based on.",
        sv_help="Skriv under Dialoger (`dialogues`) vilka medborgardialoger (med invånarna) och medarbetardialoger "
        "(med personalen) som har hållits, eller under Underlag (`basis`) eller Lägesbild (`picture`) vad "
        "löftet annars bygger på.",
        en_help="Write under `dialogues` which dialogues with citizens and with staff were held, or under `basis` or "
        "`picture` what else the promise is based on.",
    ),
    kinds=("citizen-promise",),
)
def promise_without_basis(given: RuleInput[CitizenPromise]) -> Iterator[Breach]:
    """A citizen promise is built on dialogues with those who live there and with the staff.

    sv: Ett medborgarlöfte bygger på medborgardialog med dem som bor där och medarbetardialog med personalen.
    source: {promises}. | {promises}.
    bad:
        kind: citizen-promise
        dialogues:
        picture:
    good:
        kind: citizen-promise
        dialogues: [{title: Medborgardialog på torget, date: 2024-01}]
    """
    model = given.model
    told = (model.dialogues, model.picture, model.basis, model.figures, model.background, model.problem_picture)
    if not any((*told, model.plan, model.extends)):
        yield at("promises", also=("dialogues", "picture", "basis"))


@rule(
    Severity.NOTE,
    Entry(
        sv="Det framgår inte hur mycket, var eller när det här löftet ska göras.",
        en="The promise does not say how much, where or when it is to be done.",
        sv_help="Skriv det i texten, eller lägg till Omfattning (`quantity`), Platser (`places`) eller Senast "
        "(`deadline`).",
        en_help="Write it in the text, or add `quantity`, `places` or `deadline`.",
    ),
    kinds=("citizen-promise",),
)
def promise_not_concrete(given: RuleInput[CitizenPromise]) -> Iterator[Breach]:
    """A promise is a concrete activity that those who live there can see.

    sv: Ett löfte är en konkret aktivitet som de som bor där kan se.
    source: {method}: medborgarlöften går att kommunicera. | {method}: promises can be communicated.
    bad:
        kind: citizen-promise
        promises: [{id: ronder, by: jointly, text: Vi ska synas mer.}]
    good:
        kind: citizen-promise
        promises: [{id: ronder, by: jointly, text: Vi går ronder., quantity: {at_least: 20, per: yearly}}]
    """
    for i, promise in enumerate(given.model.promises):
        if (
            promise.quantity is None
            and not promise.places
            and promise.deadline is None
            and not promise.dates
            and not promise.when
            and not promise.condition
            and not promise.activities
            and not is_concrete(promise.text)
        ):
            yield at("promises", i)
