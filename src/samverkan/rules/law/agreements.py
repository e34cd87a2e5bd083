"""What the act asks an agreement to hold, and what an agreement may well name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Severity
from samverkan.law.cooperation import coordinates_in_words, has_coordination, is_content_asked_for, is_of_unknown_time
from samverkan.law.councils import has_council
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry
from samverkan.workspace.own_words import AREAS, COORDINATION, COUNCIL, PURPOSES, mentions, says

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.agreement import Agreement
    from samverkan.model.document import DocumentModel


def _asked_of_agreement(given: RuleInput[DocumentModel]) -> bool:
    """Require that an agreement is a municipality's, and signed or begun since the law came.

    Of one that says that it is signed, but not when, it is unknown whether the law applied.
    """
    document = given.document
    return not is_of_unknown_time(document) and is_content_asked_for(given.workspace, document, given.today)


@rule(
    Severity.ERROR,
    Entry(
        sv="Överenskommelsen säger inte för vilka syften samverkan ska ske.",
        en="The agreement does not say for what purposes the cooperation is to take place.",
        sv_help="Lägg till Syfte (`purposes`) med minst ett syfte. Det krävs enligt 9 § lagen (2023:196).",
        en_help="Add `purposes` with at least one purpose. Section 9 of Act (2023:196) requires it.",
    ),
    requires=(_asked_of_agreement,),
)
def agreement_without_purposes(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """An agreement shall state at least for what purposes the parties cooperate.

    sv: En överenskommelse ska åtminstone ange för vilka syften parterna samverkar.
    source: 9 § {act}. | {act} section 9.
    bad:
        purposes:
    good:
        purposes: [Färre brott och ökad trygghet.]
    """
    if not given.model.purposes and not says(given.document, PURPOSES):
        yield at("purposes")


@rule(
    Severity.ERROR,
    Entry(
        sv="Överenskommelsen säger inte inom vilka områden samverkan ska ske.",
        en="The agreement does not say in what areas the cooperation is to take place.",
        sv_help="Lägg till Fokusområden (`focus_areas`) med minst ett område. Det krävs enligt 9 § lagen (2023:196).",
        en_help="Add `focus_areas` with at least one area. Section 9 of Act (2023:196) requires it.",
    ),
    requires=(_asked_of_agreement,),
)
def agreement_without_focus_areas(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """An agreement shall state at least in what areas the parties cooperate.

    sv: En överenskommelse ska åtminstone ange inom vilka områden parterna samverkar.
    source: 9 § {act}. | {act} section 9.
    bad:
        focus_areas:
        ---
        kind: situation-picture
        problems: [{id: otryggt-torg, title: Otryggt torg, priority: low, evidence: trygghet}]
    good:
        focus_areas:
          - {id: platser, title: Otrygga platser, text: Torget upplevs otryggt.}
    """
    if not given.model.focus_areas and not says(given.document, AREAS):
        yield at("focus_areas")


@rule(
    Severity.NOTE,
    Entry(
        sv="Överenskommelsen nämner inget strategiskt råd som kommunen leder.",
        en="The agreement names no strategic council that the municipality leads.",
        sv_help="Kravet på ett råd står i 10 § lagen (2023:196), inte i överenskommelsen. Skriv gärna in rådet under "
        "Samverkansforum (`forums`), som strategiskt under Nivå (`level: strategic`) och med den som leder "
        "det under Ordförande (`chair`).",
        en_help="Section 10 of Act (2023:196) requires a council; the agreement need not. Preferably add it under "
        "`forums`, with `level: strategic` and whoever leads it under `chair`.",
    ),
    requires=(_asked_of_agreement,),
)
def agreement_without_council(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """The municipality shall work for a strategic council that it leads, with leading representatives of the others.

    sv: Kommunen ska verka för ett strategiskt råd som den själv leder och där övriga aktörers ledning deltar.
    source: 10 § {act}. | {act} section 10.
    bad:
        forums: [{id: rådet, name: Arbetsgruppen, level: operative}]
    good:
        forums: [{id: rådet, name: Brottsförebyggande rådet, level: strategic}]
    """
    if not has_council(given.workspace, given.document) and not mentions(given.document, COUNCIL):
        yield at("forums")


@rule(
    Severity.NOTE,
    Entry(
        sv="Överenskommelsen nämner inte kommunens samordningsfunktion.",
        en="The agreement does not name the municipality's coordination function.",
        sv_help="Kravet på funktionen står i 11 § lagen (2023:196), inte i överenskommelsen. Skriv gärna in den som "
        "ett åtagande av kommunen, med samordning som Tema (`theme: coordination`).",
        en_help="Section 11 of Act (2023:196) requires the function; the agreement need not. Preferably add it as a "
        "commitment of the municipality, with `theme: coordination`.",
    ),
    requires=(_asked_of_agreement,),
)
def agreement_without_coordination(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """The municipality shall have a coordination function; what the police or all parties do does not count as one.

    sv: Kommunen ska ha en samordningsfunktion. Det som polisen eller alla parter gör räknas inte som en sådan.
    source: 11 § {act}. | {act} section 11.
    bad:
        commitments: [{id: tid, by: kommunen, text: Avsätta tid för arbetet., theme: resources}]
    good:
        commitments: [{id: samordnare, by: kommunen, text: Ha en samordnare., theme: coordination}]
    """
    looked_at = given.workspace, given.document, given.model
    if has_coordination(*looked_at) or coordinates_in_words(*looked_at):
        return
    if not mentions(given.document, COORDINATION):
        yield at("commitments")
