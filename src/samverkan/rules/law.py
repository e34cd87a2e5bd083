"""The law: Act (2023:196) on the responsibility of municipalities for crime prevention.

It binds municipalities, so these rules look only at documents with a municipality among the parties, in force on or
after 1 July 2023; the duty of an action plan came on 1 July 2024.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Severity
from samverkan.law.pictures import is_picture_asked_for, update_of
from samverkan.law.plans import is_plan_asked_for, plan_follow_up
from samverkan.model.choices import ForumLevel, Theme
from samverkan.rules.requirements import asked_by_law, whole_workspace
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.agreement import Agreement
    from samverkan.model.document import DocumentModel
    from samverkan.model.picture import SituationPicture
    from samverkan.model.plan import ActionPlan


@rule(
    Severity.ERROR,
    Entry(
        sv="Överenskommelsen säger inte för vilka syften samverkan ska ske.",
        en="The agreement does not say for what purposes the cooperation is to take place.",
        sv_help="Lägg till purposes: med minst ett syfte. Det kräver 9 § lag (2023:196).",
        en_help="Add purposes: with at least one purpose. Section 9 of Act (2023:196) demands it.",
    ),
    requires=(asked_by_law(),),
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
        sv_help="Lägg till focus_areas: med minst ett område. Det kräver 9 § lag (2023:196).",
        en_help="Add focus_areas: with at least one area. Section 9 of Act (2023:196) demands it.",
    ),
    requires=(asked_by_law(),),
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
    """Require that a picture is one that the law demands: of the municipality or joint, made since the law came."""
    return is_picture_asked_for(given.workspace, given.document)


@rule(
    Severity.ERROR,
    Entry(
        sv="Lägesbilden saknar kartläggning av brottsligheten.",
        en="The situation picture has no survey of crime.",
        sv_help="Lägg till survey:, indicators: eller problems:. Det kräver 4 § 1 lag (2023:196).",
        en_help="Add survey:, indicators: or problems:. Section 4 item 1 of Act (2023:196) demands it.",
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
        sv="Lägesbilden saknar annan relevant information än kartläggningen.",
        en="The situation picture has no other relevant information than the survey.",
        sv_help="Lägg till other_information:, till exempel om befolkning och skola. Se 4 § 2 lag (2023:196).",
        en_help="Add other_information:, on population and schools for instance; section 4 item 2 of Act (2023:196).",
    ),
    kinds=("situation-picture",),
    requires=(_asked_of_picture,),
)
def picture_without_other_information(given: RuleInput[SituationPicture]) -> Iterator[Breach]:
    """A situation picture shall hold other information that matters, besides the survey.

    sv: En lägesbild ska innehålla annan relevant information, vid sidan av kartläggningen.
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
        sv_help="Lägg till analysis: av kartläggningen och informationen. Det kräver 4 § 3 lag (2023:196).",
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
        sv="Åtgärdsplanen är inte beslutad.",
        en="The action plan is not decided.",
        sv_help="Lägg till decisions: med vem som beslutade och när. Det kräver 5 § lag (2023:196).",
        en_help="Add decisions: with who decided and when. Section 5 of Act (2023:196) demands it.",
    ),
    kinds=("action-plan",),
)
def plan_without_decision(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """With the situation picture as ground, the municipality shall decide on an action plan.

    sv: Med lägesbilden som grund ska kommunen besluta om en åtgärdsplan.
    source: Lag (2023:196) 5 §; krävs från den 1 juli 2024. | Act (2023:196) section 5; from 1 July 2024.
    bad:
        kind: action-plan
        decisions:
    good:
        kind: action-plan
        decisions: [{body: Kommunstyrelsen, date: 2024-04-10, paragraph: § 43}]
    """
    if is_plan_asked_for(given.workspace, given.document) and not given.model.decision_dates:
        yield at("decisions")


@rule(
    Severity.WARNING,
    Entry(
        sv="Lägesbilden är från {day} och har inte uppdaterats på mer än två år.",
        en="The situation picture is of {day} and has not been updated for more than two years.",
        sv_help="Uppdatera lägesbilden. Det ska göras minst vartannat år enligt 6 § lag (2023:196).",
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
        date: 2022-03-01
        ---
        kind: agreement
        validity: {from: 2022, until: 2026}
    good:
        kind: situation-picture
        date: 2024-03-01
    """
    deadline = update_of(given.workspace, given.document, given.today)
    if deadline and deadline.has_passed(given.today):
        yield at("date", day=str(given.model.date))


@rule(
    Severity.WARNING,
    Entry(
        sv="Åtgärdsplanen har inte följts upp på mer än två år.",
        en="The action plan has not been followed up for more than two years.",
        sv_help="Gör en uppföljning. Det ska ske minst vartannat år enligt 6 § lag (2023:196).",
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
    good:
        kind: action-plan
        decisions: [{body: Kommunstyrelsen, date: 2024-01-10}]
    """
    deadline = plan_follow_up(given.workspace, given.document, given.today)
    if deadline and deadline.has_passed(given.today):
        yield at("period")


@rule(
    Severity.NOTE,
    Entry(
        sv="Inget strategiskt råd finns bland forumen.",
        en="There is no strategic council among the forums.",
        sv_help="Lägg till rådet under forums: med level: strategic. Se 10 § lag (2023:196).",
        en_help="Add the council under forums: with level: strategic; section 10 of Act (2023:196).",
    ),
    requires=(asked_by_law(),),
)
def agreement_without_council(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """The municipality shall work for a strategic council with those concerned.

    sv: Kommunen ska verka för att det finns ett strategiskt råd med dem som berörs.
    source: Lag (2023:196) 10 §. | Act (2023:196) section 10.
    bad:
        forums: [{id: rådet, name: Arbetsgruppen, level: operative}]
    good:
        forums: [{id: rådet, name: Brottsförebyggande rådet, level: strategic}]
    """
    levels = {forum.level for forum in given.model.forums}
    if not levels & {ForumLevel.STRATEGIC, ForumLevel.STRATEGIC_AND_OPERATIVE}:
        yield at("forums")


@rule(
    Severity.NOTE,
    Entry(
        sv="Överenskommelsen säger inget om samordningsfunktionen.",
        en="The agreement says nothing of the coordination function.",
        sv_help="Lägg till ett åtagande med theme: coordination om vem som samordnar. Se 11 § lag (2023:196).",
        en_help="Add a commitment with theme: coordination on who coordinates; section 11 of Act (2023:196).",
    ),
    requires=(asked_by_law(),),
)
def agreement_without_coordination(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """In the municipality there shall be a function that coordinates the work and can be reached.

    sv: I kommunen ska det finnas en funktion som samordnar arbetet och som går att nå.
    source: Lag (2023:196) 11 §. | Act (2023:196) section 11.
    bad:
        commitments: [{id: tid, by: kommunen, text: Avsätta tid för arbetet., theme: resources}]
    good:
        commitments: [{id: samordnare, by: kommunen, text: Ha en samordnare., theme: coordination}]
    """
    if not any(commitment.theme is Theme.COORDINATION for commitment in given.model.commitments):
        yield at("commitments")
