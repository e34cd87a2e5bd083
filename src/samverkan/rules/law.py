"""The law: Act (2023:196) on the responsibility of municipalities for crime prevention.

It is asked of municipalities. What it asks, of whom and since when is decided in `law/`; here is told what to mend in a
document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samverkan.findings import Elsewhere, Severity
from samverkan.law.cooperation import has_coordination, has_council, is_content_asked_for
from samverkan.law.pictures import is_picture_asked_for, update_of
from samverkan.law.plans import is_plan_undecided, plan_follow_up
from samverkan.model.picture import SituationPicture
from samverkan.rules.requirements import whole_workspace
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.rules.succession import decided_again
from samverkan.words.sentence import Entry, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath
    from samverkan.model.agreement import Agreement
    from samverkan.model.dates import CoarseDate
    from samverkan.model.document import DocumentModel
    from samverkan.model.plan import ActionPlan
    from samverkan.workspace.document import Document


_PICTURE = Text("Lägesbilden.", "The situation picture.")


def _asked_of_agreement(given: RuleInput[DocumentModel]) -> bool:
    """Require that an agreement is a municipality's, and signed or begun since the law came."""
    return is_content_asked_for(given.workspace, given.document, given.today)


@rule(
    Severity.ERROR,
    Entry(
        sv="Överenskommelsen säger inte för vilka syften samverkan ska ske.",
        en="The agreement does not say for what purposes the cooperation is to take place.",
        sv_help="Lägg till purposes: med minst ett syfte. Det krävs enligt 9 § lagen (2023:196).",
        en_help="Add purposes: with at least one purpose. Section 9 of Act (2023:196) demands it.",
    ),
    requires=(_asked_of_agreement,),
)
def agreement_without_purposes(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """An agreement shall hold at least for what purposes the parties cooperate.

    sv: En överenskommelse ska innehålla åtminstone för vilka syften parterna samverkar.
    source: Lag (2023:196) 9 §. | Act (2023:196) section 9.
    bad:
        purposes:
    good:
        purposes: [Färre brott och ökad trygghet.]
    """
    if not given.model.purposes:
        yield at("purposes")


@rule(
    Severity.ERROR,
    Entry(
        sv="Överenskommelsen säger inte inom vilka områden samverkan ska ske.",
        en="The agreement does not say in what areas the cooperation is to take place.",
        sv_help="Lägg till focus_areas: med minst ett område. Det krävs enligt 9 § lagen (2023:196).",
        en_help="Add focus_areas: with at least one area. Section 9 of Act (2023:196) demands it.",
    ),
    requires=(_asked_of_agreement,),
)
def agreement_without_focus_areas(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """An agreement shall hold at least in what areas the parties cooperate.

    sv: En överenskommelse ska innehålla åtminstone inom vilka områden parterna samverkar.
    source: Lag (2023:196) 9 §. | Act (2023:196) section 9.
    bad:
        focus_areas:
        ---
        kind: situation-picture
        problems: [{id: otryggt-torg, title: Otryggt torg, priority: low, evidence: trygghet}]
    good:
        focus_areas:
          - {id: platser, title: Otrygga platser, text: Torget upplevs otryggt.}
    """
    if not given.model.focus_areas:
        yield at("focus_areas")


def _asked_of_picture(given: RuleInput[DocumentModel]) -> bool:
    """Require that a picture is one that the law demands: a municipality's or joint, made since the law came."""
    return is_picture_asked_for(given.workspace, given.document, given.today)


@rule(
    Severity.ERROR,
    Entry(
        sv="Lägesbilden saknar en kartläggning av brottsligheten.",
        en="The situation picture has no survey of crime.",
        sv_help="Lägg till survey:, indicators: eller problems:, och ta med brottens konsekvenser. "
        "Det krävs enligt 4 § 1 lagen (2023:196).",
        en_help="Add survey:, indicators: or problems:, with the consequences of the crimes. "
        "Section 4 item 1 of Act (2023:196) demands it.",
    ),
    kinds=("situation-picture",),
    requires=(_asked_of_picture,),
)
def picture_without_survey(given: RuleInput[SituationPicture]) -> Iterator[Breach]:
    """A situation picture shall hold a survey of crime, its extent and its consequences.

    sv: En lägesbild ska innehålla en kartläggning av brottsligheten, dess omfattning och konsekvenser.
    source: Lag (2023:196) 4 § 1. | Act (2023:196) section 4 item 1.
    bad:
        kind: situation-picture
        ---
        kind: situation-picture
        id: kommunens-bild
        by: kommunen
        survey:
        problems:
    good:
        kind: situation-picture
        ---
        kind: situation-picture
        id: kommunens-bild
        by: kommunen
        survey: Anmälda brott är lika många som förra året.
        problems:
    """
    if not (given.model.survey or given.model.indicators or given.model.problems):
        yield at("survey")


@rule(
    Severity.ERROR,
    Entry(
        sv="Lägesbilden saknar annan information av betydelse i sammanhanget än kartläggningen.",
        en="The situation picture has no other information of significance than the survey.",
        sv_help="Lägg till other_information:, till exempel om befolkning, skola eller trygghet. "
        "Det krävs enligt 4 § 2 lagen (2023:196).",
        en_help="Add other_information:, on population, schools or how safe people feel for instance. "
        "Section 4 item 2 of Act (2023:196) demands it.",
    ),
    kinds=("situation-picture",),
    requires=(_asked_of_picture,),
)
def picture_without_other_information(given: RuleInput[SituationPicture]) -> Iterator[Breach]:
    """A situation picture shall hold other information of significance, besides the survey.

    sv: En lägesbild ska innehålla annan information av betydelse i sammanhanget, vid sidan av kartläggningen.
    source: Lag (2023:196) 4 § 2. | Act (2023:196) section 4 item 2.
    bad:
        kind: situation-picture
        other_information:
    good:
        kind: situation-picture
        other_information: [Befolkningen växer.]
    """
    if not given.model.other_information:
        yield at("other_information")


@rule(
    Severity.ERROR,
    Entry(
        sv="Lägesbilden saknar analys.",
        en="The situation picture has no analysis.",
        sv_help="Lägg till analysis: av kartläggningen och informationen. Det krävs enligt 4 § 3 lagen (2023:196).",
        en_help="Add analysis: of the survey and the information. Section 4 item 3 of Act (2023:196) demands it.",
    ),
    kinds=("situation-picture",),
    requires=(_asked_of_picture,),
)
def picture_without_analysis(given: RuleInput[SituationPicture]) -> Iterator[Breach]:
    """A situation picture shall hold an analysis of the survey and the other information.

    sv: En lägesbild ska innehålla en analys av kartläggningen och den andra informationen.
    source: Lag (2023:196) 4 § 3. | Act (2023:196) section 4 item 3.
    bad:
        kind: situation-picture
        analysis:
    good:
        kind: situation-picture
        analysis: Otryggheten hänger samman med mörkret vid torget.
    """
    if not given.model.analysis:
        yield at("analysis")


@rule(
    Severity.ERROR,
    Entry(
        sv="Filen visar inte att kommunen själv har beslutat om åtgärdsplanen.",
        en="The file does not show that the municipality itself has decided on the action plan.",
        sv_help="Lägg till decisions: med vem i kommunen som beslutade och när. Det krävs enligt 5 § lagen (2023:196).",
        en_help="Add decisions: with who in the municipality decided and when. Section 5 of Act (2023:196) demands it.",
    ),
    kinds=("action-plan",),
)
def plan_without_decision(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """With the situation picture as ground, the municipality shall itself decide on an action plan.

    sv: Med lägesbilden som underlag ska kommunen själv besluta om en åtgärdsplan.
    source: Lag (2023:196) 5 §; krävs från den 1 juli 2024. | Act (2023:196) section 5; from 1 July 2024.
    bad:
        kind: action-plan
        decisions:
    good:
        kind: action-plan
        decisions: [{body: Kommunstyrelsen, date: 2024-04-10, paragraph: § 43}]
    """
    if is_plan_undecided(given.workspace, given.document, given.today):
        yield at("decisions")


@rule(
    Severity.WARNING,
    Entry(
        sv="Lägesbilden är från {day} och har inte uppdaterats på mer än två år.",
        en="The situation picture is of {day} and has not been updated for more than two years.",
        sv_help="Uppdatera lägesbilden. Det ska göras minst vartannat år enligt 6 § lagen (2023:196).",
        en_help="Update the situation picture. Section 6 of Act (2023:196) demands it at least every second year.",
    ),
    kinds=("situation-picture",),
)
def picture_out_of_date(given: RuleInput[SituationPicture]) -> Iterator[Breach]:
    """The situation picture shall be updated at least every second year.

    sv: Lägesbilden ska uppdateras minst vartannat år.
    source: Lag (2023:196) 6 §. | Act (2023:196) section 6.
    bad:
        kind: situation-picture
        date: 2023-09-01
    good:
        kind: situation-picture
        date: 2025-09-01
        ---
        kind: action-plan
        decisions: [{body: Kommunstyrelsen, date: 2025-09-10}]
    """
    deadline = update_of(given.workspace, given.document, given.today)
    if deadline and deadline.has_passed(given.today):
        yield at("date", day=str(given.model.date))


@rule(
    Severity.WARNING,
    Entry(
        sv="Åtgärdsplanen har inte följts upp på mer än två år.",
        en="The action plan has not been followed up for more than two years.",
        sv_help="Gör en uppföljning. Det ska ske minst vartannat år enligt 6 § lagen (2023:196).",
        en_help="Make a follow-up. Section 6 of Act (2023:196) demands it at least every second year.",
    ),
    kinds=("action-plan",),
    requires=(whole_workspace,),
)
def plan_not_followed_up(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """The action plan shall be followed up at least every second year.

    sv: Åtgärdsplanen ska följas upp minst vartannat år.
    source: Lag (2023:196) 6 §. | Act (2023:196) section 6.
    bad:
        kind: action-plan
        period: {from: 2022, until: 2026}
        decisions: [{body: Kommunstyrelsen, date: 2022-01-10}]
        ---
        kind: agreement
        validity: {from: 2022, until: 2026}
        signatures:
          date: 2022-01-10
          signatories:
            - {party: polisen, name: Kim Ek, role: Lokalpolisområdeschef}
            - {party: kommunen, name: Lo Berg, role: Kommunstyrelsens ordförande}
        ---
        kind: situation-picture
        date: 2021-12-01
    good:
        kind: action-plan
        decisions: [{body: Kommunstyrelsen, date: 2024-03-10}]
    """
    deadline = plan_follow_up(given.workspace, given.document, given.today)
    if deadline and deadline.has_passed(given.today):
        yield at("period")


@rule(
    Severity.NOTE,
    Entry(
        sv="Överenskommelsen nämner inget strategiskt råd som kommunen leder.",
        en="The agreement names no strategic council that the municipality leads.",
        sv_help="Kravet på ett råd står i 10 § lagen (2023:196), inte i överenskommelsen. Skriv gärna in rådet under "
        "forums:, med level: strategic och vem som leder det i chair:.",
        en_help="The demand of a council stands in section 10 of Act (2023:196), not in the agreement. You may well "
        "add the council under forums:, with level: strategic and who leads it in chair:.",
    ),
    requires=(_asked_of_agreement,),
)
def agreement_without_council(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """The municipality shall work for a strategic council that it leads, with leading representatives of the others.

    sv: Kommunen ska verka för ett strategiskt råd som den själv leder och där övriga aktörers ledning deltar.
    source: Lag (2023:196) 10 §. | Act (2023:196) section 10.
    bad:
        forums: [{id: rådet, name: Arbetsgruppen, level: operative}]
    good:
        forums: [{id: rådet, name: Brottsförebyggande rådet, level: strategic}]
    """
    if not has_council(given.document):
        yield at("forums")


@rule(
    Severity.NOTE,
    Entry(
        sv="Överenskommelsen nämner inte kommunens samordningsfunktion.",
        en="The agreement does not name the municipality's coordination function.",
        sv_help="Kravet på funktionen står i 11 § lagen (2023:196), inte i överenskommelsen. Skriv gärna in den "
        "som ett åtagande av kommunen, med theme: coordination.",
        en_help="The demand of the function stands in section 11 of Act (2023:196), not in the agreement. You may well "
        "add it as a commitment of the municipality, with theme: coordination.",
    ),
    requires=(_asked_of_agreement,),
)
def agreement_without_coordination(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """The municipality shall have a function of coordination; what the police or all parties do is not that.

    sv: Kommunen ska ha en samordningsfunktion. Det som polisen eller parterna gemensamt gör är inte den.
    source: Lag (2023:196) 11 §. | Act (2023:196) section 11.
    bad:
        commitments: [{id: tid, by: kommunen, text: Avsätta tid för arbetet., theme: resources}]
    good:
        commitments: [{id: samordnare, by: kommunen, text: Ha en samordnare., theme: coordination}]
    """
    if not has_coordination(given.workspace, given.document):
        yield at("commitments")


@rule(
    Severity.WARNING,
    Entry(
        sv="{body} har två beslut om planen, med olika datum: {first} och {second}.",
        en="{body} has two decisions on the plan, with different dates: {first} and {second}.",
        sv_help="Ta bort det beslut som är fel. Är båda riktiga, skriv under text: vad vart och ett innebär.",
        en_help="Remove the decision that is wrong. If both are right, say under text: what each of them means.",
    ),
    kinds=("action-plan",),
)
def plan_decided_twice(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """Two dates of one body's decision leave it unclear since when there is a plan, and when it is to be followed up.

    sv: Två datum för samma organs beslut gör det oklart sedan när planen finns och när den ska följas upp.
    source: Lag (2023:196) 5 och 6 §§. | Act (2023:196) sections 5 and 6.
    bad:
        kind: action-plan
        decisions:
          - {body: Kommunstyrelsen, date: 2024-04-10}
          - {body: Kommunstyrelsen, date: 2024-04-24}
    good:
        kind: action-plan
        decisions:
          - {body: Kommunstyrelsen, date: 2024-04-10}
          - {body: Kommunstyrelsen, date: 2024-04-24, text: Planen får en åtgärd till.}
    """
    yield from decided_again(given.model.decisions)


@rule(
    Severity.NOTE,
    Entry(
        sv="Planen är beslutad {decided}, före lägesbilden {made} som den bygger på.",
        en="The plan was decided on {decided}, before the situation picture of {made} that it builds on.",
        sv_help="Rätta datumet, eller ange under picture: den lägesbild som fanns när planen beslutades. "
        "Är lägesbilden uppdaterad sedan dess, spara den uppdaterade i en egen fil med supersedes:.",
        en_help="Correct the date, or name under picture: the situation picture that there was at the decision. "
        "If the picture has been updated since, keep the update in a file of its own with supersedes:.",
    ),
    kinds=("action-plan",),
)
def plan_decided_before_picture(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """The plan is decided with the situation picture as its ground, so the picture comes first.

    sv: Planen beslutas med lägesbilden som underlag, så lägesbilden kommer först.
    source: Lag (2023:196) 5 §. | Act (2023:196) section 5.
    bad:
        kind: action-plan
        decisions: [{body: Kommunstyrelsen, date: 2024-01-20}]
    good:
        kind: action-plan
        decisions: [{body: Kommunstyrelsen, date: 2024-04-10}]
    """
    decided, named = given.model.decided_on, _picture_of(given)
    if decided is None or named is None or named.model.date is None or _begins_later(named, decided) is not None:
        return
    if decided.last < named.model.date.first:
        yield _decided_before(given, named, decided, ("date",), named.model.date)


@rule(
    Severity.WARNING,
    Entry(
        sv="Planen är beslutad {decided}, men lägesbilden som den bygger på är först från {made}.",
        en="The plan was decided on {decided}, but the situation picture that it builds on is not until {made}.",
        sv_help="Rätta datumet som är fel, eller ange under picture: den lägesbild som fanns när planen beslutades.",
        en_help="Correct the date that is wrong, or name under picture: the situation picture at the decision.",
    ),
    kinds=("action-plan",),
)
def plan_builds_on_later_picture(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """A picture that is decided later, or describes a later time, cannot have been the ground of the plan.

    sv: En lägesbild som beslutades senare, eller som beskriver en senare tid, kan inte ha varit planens underlag.
    source: Lag (2023:196) 5 §. | Act (2023:196) section 5.
    bad:
        kind: action-plan
        decisions: [{body: Kommunstyrelsen, date: 2024-04-10}]
        ---
        kind: situation-picture
        decisions: [{body: Kommunstyrelsen, date: 2024-05-02}]
    good:
        kind: action-plan
        decisions: [{body: Kommunstyrelsen, date: 2024-04-10}]
        ---
        kind: situation-picture
        decisions: [{body: Kommunstyrelsen, date: 2024-03-02}]
    """
    decided, named = given.model.decided_on, _picture_of(given)
    later = _begins_later(named, decided) if named and decided else None
    if named and decided and later:
        yield _decided_before(given, named, decided, *later)


class _Picture(NamedTuple):
    """The situation picture that a plan builds on."""

    document: Document
    model: SituationPicture


def _picture_of(given: RuleInput[ActionPlan]) -> _Picture | None:
    named = next((one for one in given.workspace.references.of(given.document) if one.link.path == ("picture",)), None)
    document = named.target.document if named else None
    return _Picture(document, document.model) if document and isinstance(document.model, SituationPicture) else None


def _begins_later(picture: _Picture, decided: CoarseDate) -> tuple[KeyPath, CoarseDate] | None:
    """Give a day of a picture's own, with its place, that shows that it came after a decision; None for none.

    The date of a picture shows nothing for certain: it is also that of its last update.
    """
    first = min(picture.model.decision_dates, default=None)
    start = picture.model.period.starts_on if picture.model.period else None
    days: tuple[tuple[KeyPath, CoarseDate | None], ...] = ((("decisions",), first), (("period",), start))
    return next(((path, day) for path, day in days if day and decided.last < day.first), None)


def _decided_before(
    given: RuleInput[ActionPlan], picture: _Picture, decided: CoarseDate, path: KeyPath, made: CoarseDate
) -> Breach:
    related = (Elsewhere(_PICTURE, path, picture.document.file),)
    i = next(i for i, decision in enumerate(given.model.decisions) if decision.date == decided)
    return at("decisions", i, "date", related=related, decided=str(decided), made=str(made))
