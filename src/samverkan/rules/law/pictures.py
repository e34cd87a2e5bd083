"""What the act asks of a situation picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Severity
from samverkan.law.pictures import is_picture_asked_for, update_of
from samverkan.rules.requirements import whole_pictures
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.document import DocumentModel
    from samverkan.model.picture import SituationPicture


def _asked_of_picture(given: RuleInput[DocumentModel]) -> bool:
    """Require that a picture is one that the law demands: a municipality's or joint, made since the law came."""
    return is_picture_asked_for(given.workspace, given.document, given.today)


@rule(
    Severity.ERROR,
    Entry(
        sv="Lägesbilden saknar en kartläggning av brottsligheten.",
        en="The situation picture has no survey of crime.",
        sv_help="Lägg till Kartläggning (`survey`), Indikatorer (`indicators`) eller Problem (`problems`), och ta "
        "med brottens konsekvenser. Det krävs enligt 4 § 1 lagen (2023:196).",
        en_help="Add `survey`, `indicators` or `problems`, with the consequences of the crimes. Section 4 item 1 of "
        "Act (2023:196) requires it.",
    ),
    kinds=("situation-picture",),
    requires=(_asked_of_picture,),
)
def picture_without_survey(given: RuleInput[SituationPicture]) -> Iterator[Breach]:
    """A situation picture shall contain a survey of crime, its extent and its consequences.

    sv: En lägesbild ska innehålla en kartläggning av brottsligheten, dess omfattning och konsekvenser.
    source: 4 § 1 {act}. | {act} section 4 item 1.
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
        sv="Lägesbilden saknar annan information av betydelse i sammanhanget, vid sidan av kartläggningen.",
        en="The situation picture has no other information of significance besides the survey.",
        sv_help="Lägg till Annan information (`other_information`), till exempel om befolkning, skola eller "
        "trygghet. Det krävs enligt 4 § 2 lagen (2023:196).",
        en_help="Add `other_information`, for instance on population, schools or how safe people feel. Section 4 "
        "item 2 of Act (2023:196) requires it.",
    ),
    kinds=("situation-picture",),
    requires=(_asked_of_picture,),
)
def picture_without_other_information(given: RuleInput[SituationPicture]) -> Iterator[Breach]:
    """A situation picture shall contain other information of significance, besides the survey.

    sv: En lägesbild ska innehålla annan information av betydelse i sammanhanget, vid sidan av kartläggningen.
    source: 4 § 2 {act}. | {act} section 4 item 2.
    bad:
        kind: situation-picture
        other_information:
    good:
        kind: situation-picture
        other_information: [Befolkningen växer.]
    """
    if not (given.model.other_information or given.model.own_pictures):
        yield at("other_information")


@rule(
    Severity.ERROR,
    Entry(
        sv="Lägesbilden saknar en analys.",
        en="The situation picture has no analysis.",
        sv_help="Lägg till Analys (`analysis`), av kartläggningen och informationen, eller Orsaker per problem "
        "(`analyses`). Det krävs enligt 4 § 3 lagen (2023:196).",
        en_help="Add `analysis`, of the survey and the information, or `analyses` of the causes of each problem. "
        "Section 4 item 3 of Act (2023:196) requires it.",
    ),
    kinds=("situation-picture",),
    requires=(_asked_of_picture,),
)
def picture_without_analysis(given: RuleInput[SituationPicture]) -> Iterator[Breach]:
    """A situation picture shall contain an analysis of the survey and the other information.

    sv: En lägesbild ska innehålla en analys av kartläggningen och den andra informationen.
    source: 4 § 3 {act}. | {act} section 4 item 3.
    bad:
        kind: situation-picture
        analysis:
    good:
        kind: situation-picture
        analysis: Otryggheten hänger samman med mörkret vid torget.
    """
    if not given.model.analysis and not given.model.analyses:
        yield at("analysis", also=("analyses",))


@rule(
    Severity.WARNING,
    Entry(
        sv="Lägesbilden är från {day} och har inte uppdaterats på mer än två år.",
        en="The situation picture is dated {day} and has not been updated for more than two years.",
        sv_help="Uppdatera lägesbilden. Det ska göras minst vartannat år enligt 6 § lagen (2023:196).",
        en_help="Update the situation picture. Section 6 of Act (2023:196) requires it at least every second year.",
    ),
    kinds=("situation-picture",),
    requires=(whole_pictures,),
)
def picture_out_of_date(given: RuleInput[SituationPicture]) -> Iterator[Breach]:
    """The situation picture shall be updated at least every second year.

    sv: Lägesbilden ska uppdateras minst vartannat år.
    source: 6 § {act}. | {act} section 6.
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
    made = given.model.made
    if made is not None and deadline and deadline.has_passed(given.today) and not _has_earlier_successor(given):
        yield at("date", day=made)


def _has_earlier_successor(given: RuleInput[SituationPicture]) -> bool:
    """Tell whether a picture that supersedes this one has an earlier date, which is told of there."""
    made, successors = given.model.made, given.workspace.relations.successors_of(given.document)
    return made is not None and any(one.made is not None and one.made.last < made.first for one in successors)
