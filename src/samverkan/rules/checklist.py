"""The national council's checklist for agreements: what a good one says. Notes, for it is advice and not law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Severity
from samverkan.model.choices import Kind
from samverkan.model.document import Analysing
from samverkan.rules.requirements import whole_workspace
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.agreement import Agreement
    from samverkan.model.promise import CitizenPromise


@rule(
    Severity.NOTE,
    Entry(
        sv="Det framgår inte vilket problem fokusområdet {area} gäller.",
        en="It does not say what problem the focus area {area} is about.",
        sv_help="Beskriv problemet under text, eller låt ett problem i en lägesbild hänvisa hit med focus_area: {id}.",
        en_help="Describe the problem under text, or let a problem in a picture refer here: focus_area: {id}.",
    ),
    requires=(whole_workspace,),
)
def focus_area_without_problem(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """An agreement says which problems the parties will work with, not only which subjects.

    sv: En överenskommelse säger vilka problem parterna ska arbeta med, inte bara vilka ämnen.
    source: Brås checklista: vilka problem som står i fokus. | The national checklist: which problems are in focus.
    bad:
        focus_areas:
          - {id: platser, title: Otrygga platser, text: Torget upplevs otryggt.}
          - {id: unga, title: Unga i riskzon, goals: [{id: stöd, text: Fler unga får stöd.}]}
    good:
        focus_areas:
          - {id: platser, title: Otrygga platser, text: Torget upplevs otryggt.}
    """
    for i, area in enumerate(given.model.focus_areas):
        references = given.workspace.references.to(given.document, ("focus_areas", i))
        named = any(reference.link.path[0] == "problems" for reference in references)
        if area.text is None and not area.sub_areas and not named:
            yield at("focus_areas", i, area=area.title, id=area.id or "–")


@rule(
    Severity.NOTE,
    Entry(
        sv="Överenskommelsen säger inget om orsaker till problemen.",
        en="The agreement says nothing of the causes of the problems.",
        sv_help="Planera en orsaksanalys under planned_documents, eller bygg på en med based_on.",
        en_help="Plan a cause analysis under planned_documents, or build on one with based_on.",
    ),
)
def agreement_without_causes(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """Measures reach a problem through its causes, so the agreement says how these are found.

    sv: Åtgärder når ett problem genom dess orsaker, så överenskommelsen säger hur orsakerna tas fram.
    source: Brås checklista: troliga orsaker. | The national checklist: likely causes.
    bad:
        planned_documents: [{kind: situation-picture, cadence: yearly, by: jointly}]
        ---
        kind: cause-analysis
        agreement:
    good:
        planned_documents: [{kind: situation-picture, includes: [cause-analysis], cadence: yearly, by: jointly}]
    """
    planned = {kind for one in given.model.planned_documents for kind in (one.kind, *one.includes)}
    under = given.workspace.relations.under(given.document, Kind.CAUSE_ANALYSIS, Kind.SITUATION_PICTURE)
    if Kind.CAUSE_ANALYSIS not in planned and not any(
        isinstance(d.model, Analysing) and d.model.analyses for d in under
    ):
        yield at("planned_documents")


@rule(
    Severity.NOTE,
    Entry(
        sv="Överenskommelsen har inga mål.",
        en="The agreement has no goals.",
        sv_help="Lägg till goals: för hela samverkan eller under fokusområdena.",
        en_help="Add goals: for the whole cooperation or under the focus areas.",
    ),
)
def agreement_without_goals(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """Without goals nobody can tell what the cooperation has led to.

    sv: Utan mål kan ingen säga vad samverkan har lett till.
    source: Brås checklista: avgränsade och mätbara mål. | The national checklist: delimited and measurable goals.
    bad:
        goals:
    good:
        goals: [{id: trygghet, text: Fler känner sig trygga.}]
    """
    if not any(True for _ in given.model.all_goals()):
        yield at("goals")


@rule(
    Severity.NOTE,
    Entry(
        sv="Inget dokument är planerat, så det framgår inte hur arbetet dokumenteras.",
        en="No document is planned, so it does not say how the work is documented.",
        sv_help="Lägg till planned_documents: med de dokument som parterna ska ta fram.",
        en_help="Add planned_documents: with the documents that the parties will produce.",
    ),
)
def agreement_without_documentation(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """What is not written down cannot be followed up.

    sv: Det som inte skrivs ned går inte att följa upp.
    source: Brås checklista: hur arbetet dokumenteras. | The national checklist: how the work is documented.
    bad:
        planned_documents:
    good:
        planned_documents: [{kind: situation-picture, includes: [cause-analysis], cadence: yearly, by: jointly}]
    """
    if not given.model.planned_documents:
        yield at("planned_documents")


@rule(
    Severity.NOTE,
    Entry(
        sv="Överenskommelsen säger inte hur den ska följas upp.",
        en="The agreement does not say how it is to be followed up.",
        sv_help="Lägg till follow_up: med cadence, till exempel at-least-yearly.",
        en_help="Add follow_up: with cadence, such as at-least-yearly.",
    ),
)
def agreement_without_follow_up(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """An agreement that nobody has promised to follow up is seldom followed up.

    sv: En överenskommelse som ingen har lovat att följa upp blir sällan uppföljd.
    source: Brås checklista: hur uppföljningen görs. | The national checklist: how the follow-up is made.
    bad:
        follow_up:
    good:
        follow_up: {cadence: yearly}
    """
    if given.model.follow_up is None:
        yield at("follow_up")


@rule(
    Severity.NOTE,
    Entry(
        sv="Uppföljningen har ingen tid som går att räkna.",
        en="The follow-up has no time that can be counted.",
        sv_help="Lägg till cadence: under follow_up, till exempel at-least-yearly; först då kan en påminnelse komma.",
        en_help="Add cadence: under follow_up, such as at-least-yearly; only then can a reminder come.",
    ),
)
def follow_up_without_cadence(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """What is done "when needed" or "continuously" is never late, and so is easily forgotten.

    sv: Det som görs ”vid behov” eller ”löpande” blir aldrig försenat, och glöms därför lätt.
    source: Brås checklista: hur uppföljningen görs. | The national checklist: how the follow-up is made.
    bad:
        follow_up: {cadence: continuously}
    good:
        follow_up: {cadence: yearly}
    """
    terms = given.model.follow_up
    if terms is None:
        return
    cadences = [terms.cadence, terms.reporting.cadence if terms.reporting else None]
    if not any(cadence and cadence.period for cadence in cadences):
        yield at("follow_up")


@rule(
    Severity.NOTE,
    Entry(
        sv="Det framgår inte hur länge överenskommelsen gäller.",
        en="It does not say how long the agreement is valid.",
        sv_help="Lägg till until: under validity, eller until: further-notice med en revision.",
        en_help="Add until: under validity, or until: further-notice with a revision.",
    ),
)
def agreement_without_end(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """A period gives the parties a day to look back and decide anew.

    sv: En bestämd tid ger parterna en dag att se tillbaka och besluta på nytt.
    source: Brås checklista: vilken period som gäller. | The national checklist: which period applies.
    bad:
        validity: {from: 2024}
    good:
        validity: {from: 2024, until: 2026}
    """
    validity = given.model.validity
    if validity.ends_on or validity.length or validity.renewal:
        return
    if validity.end is None or validity.revision is None:
        yield at("validity")


@rule(
    Severity.NOTE,
    Entry(
        sv="Löftet säger inte vad det bygger på.",
        en="The promise does not say what it is based on.",
        sv_help="Lägg till dialogues: eller picture:, så att invånarna ser att de har blivit hörda.",
        en_help="Add dialogues: or picture:, so that people see that they have been heard.",
    ),
    kinds=("citizen-promise",),
)
def promise_without_basis(given: RuleInput[CitizenPromise]) -> Iterator[Breach]:
    """A citizen promise is built on dialogues with those who live and work there.

    sv: Ett medborgarlöfte bygger på dialog med dem som bor och arbetar där.
    source: Nationella metoden: medborgardialog och medarbetardialog. | The national method: dialogues.
    bad:
        kind: citizen-promise
        dialogues:
        picture:
    good:
        kind: citizen-promise
        dialogues: [{title: Medborgardialog på torget, date: 2024-01}]
    """
    if not given.model.dialogues and given.model.picture is None and given.model.basis is None:
        yield at("promises")


@rule(
    Severity.NOTE,
    Entry(
        sv="Löftet har ingen mängd, plats eller tid, så ingen kan se om det hålls.",
        en="The promise has no quantity, place or time, so nobody can see whether it is kept.",
        sv_help="Lägg till quantity, places eller deadline.",
        en_help="Add quantity, places or deadline.",
    ),
    kinds=("citizen-promise",),
)
def promise_not_concrete(given: RuleInput[CitizenPromise]) -> Iterator[Breach]:
    """A promise is a concrete activity that those who live there can see.

    sv: Ett löfte är en konkret aktivitet som de som bor där kan se.
    source: Nationella metoden: löftet är konkret och går att kommunicera. | The national method: promises are concrete.
    bad:
        kind: citizen-promise
        promises: [{id: ronder, by: jointly, text: Vi ska synas mer.}]
    good:
        kind: citizen-promise
        promises: [{id: ronder, by: jointly, text: Vi går ronder., quantity: {at_least: 20, per: yearly}}]
    """
    for i, promise in enumerate(given.model.promises):
        if promise.quantity is None and not promise.places and promise.deadline is None:
            yield at("promises", i)
