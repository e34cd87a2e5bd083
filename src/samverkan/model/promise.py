"""The citizen promise (medborgarlöfte): what police and municipality promise those who live there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from samverkan.model.base import HeadCount, Id, Line, Lines, Many, Part, Prose, TextPart, TitledPart, YesNo, own_number
from samverkan.model.choices import Choice, Item, SourceKind, Strength
from samverkan.model.cooperation import Purpose, Quantity
from samverkan.model.counts import BackgroundFigure
from samverkan.model.dates import Cadence, CoarseDate
from samverkan.model.deadlines import TakenOn, occasions, said_when
from samverkan.model.document import (
    ByParties,
    Dated,
    Extending,
    FollowedUp,
    Fulfilling,
    Signed,
    Superseding,
    Timed,
    UnderAgreement,
    dated,
)
from samverkan.model.goals import MainGoal
from samverkan.model.links import (
    AgreementRef,
    EarlierPromiseRefs,
    FocusAreaRef,
    GoalRefs,
    Parties,
    PictureRef,
    PlannedRef,
    PlanRef,
    ProblemRefs,
    PromiseRefs,
)
from samverkan.model.parties import Decision, Signatures
from samverkan.model.references import Annex, Definition, Reference
from samverkan.model.sections import Section, shown_blocks
from samverkan.model.terms import FollowUpTerms, Period, PromisePeriod

if TYPE_CHECKING:
    from samverkan.findings import KeyPath


class Dialogue(TextPart):
    """En dialog eller ett annat underlag som löftet bygger på."""

    item: ClassVar[Item] = Item.DIALOGUE
    text_key: ClassVar[str] = "title"

    id: Id | None = Field(None, title="Id", description="Namn att hänvisa till.")
    title: Line = Field(title="Underlag", description="Till exempel Medborgardialog på torget.")
    type: SourceKind | None = Field(None, title="Typ", description="Vilken typ av underlag det är.")
    date: CoarseDate | None = Field(None, title="Datum", description="När dialogen hölls.")
    participants: HeadCount | None = Field(
        None, title="Antal deltagare", description="Hur många som deltog eller svarade, till exempel cirka 40."
    )
    text: Prose | None = Field(None, title="Resultat", description="Vad som kom fram.")


class PromiseActivity(TakenOn, TextPart):
    """En aktivitet som uppfyller ett löfte."""

    item: ClassVar[Item] = Item.ACTIVITY

    id: Id | None = Field(None, title="Id", description="Aktivitetens namn, så att uppföljningar kan hänvisa till den.")
    by: Parties | None = Field(
        None, title="Av", description="Vem som gör det: jointly (gemensamt), police, municipalities eller parters id."
    )
    text: Prose = Field(title="Aktivitet", description="Vad som görs, till exempel Fotpatrull varje fredagskväll.")
    strength: Strength | None = Field(
        None, title="Ska eller bör", description="shall (ska), should (bör) eller as-needed (vid behov)."
    )
    quantity: Quantity | None = Field(None, title="Omfattning", description="Hur mycket, till exempel minst 15 per år.")
    cadence: Cadence | None = Field(None, title="Hur ofta", description="Hur ofta det görs, till exempel weekly.")
    when: Line | None = said_when("det görs")
    dates: Many[CoarseDate] = occasions()
    condition: Prose | None = Field(
        None, title="Villkor", description="Vad som krävs för att det ska göras, till exempel När rektor begär det."
    )
    places: Lines = Field((), title="Platser", description="Var det görs.")
    target_group: Line | None = Field(None, title="Målgrupp", description="För vilka det görs.")
    partners: Lines = Field((), title="Medverkande", description="Andra som medverkar.")
    responsible: Line | None = Field(None, title="Ansvarig", description="Rollen som ansvarar.")
    deadline: CoarseDate | None = Field(None, title="Senast", description="När det ska vara gjort.")
    ongoing: YesNo | None = Field(
        None, title="Pågående arbete", description="true om arbetet redan pågår och fortsätter."
    )


class Promise(TakenOn, TextPart):
    """Ett löfte om en konkret aktivitet."""

    item: ClassVar[Item] = Item.PROMISE

    id: Id | None = Field(None, title="Id", description="Löftets namn, så att uppföljningar kan hänvisa till det.")
    by: Parties | None = Field(
        None, title="Av", description="Vem som lovar: jointly (gemensamt), police, municipalities eller parters id."
    )
    number: Line | None = own_number("löftet")
    title: Line | None = Field(None, title="Rubrik", description="Löftets rubrik, till exempel Ett tryggare torg.")
    text: Prose = Field(title="Löfte", description="Vad som lovas, så att den som bor i området förstår det.")
    when: Line | None = said_when("det görs")
    strength: Strength | None = Field(
        None, title="Ska eller bör", description="shall (ska), should (bör) eller as-needed (vid behov)."
    )
    quantity: Quantity | None = Field(None, title="Omfattning", description="Hur mycket, till exempel minst 15 per år.")
    dates: Many[CoarseDate] = occasions()
    condition: Prose | None = Field(
        None, title="Villkor", description="Vad som krävs för att det ska göras, till exempel När rektor begär det."
    )
    places: Lines = Field((), title="Platser", description="Var det görs.")
    target_group: Line | None = Field(None, title="Målgrupp", description="För vilka det görs.")
    partners: Lines = Field((), title="Medverkande", description="Andra som medverkar.")
    responsible: Line | None = Field(None, title="Ansvarig", description="Rollen som ansvarar.")
    deadline: CoarseDate | None = Field(None, title="Senast", description="När det ska vara gjort.")
    ongoing: YesNo | None = Field(
        None, title="Pågående arbete", description="true om arbetet redan pågår och fortsätter."
    )
    extends: EarlierPromiseRefs = Field(
        (), title="Förlänger", description="Id för tidigare löften som förlängs, till exempel löfte-2023#ronder."
    )
    activities: tuple[PromiseActivity, ...] = Field(
        (), min_length=1, title="Aktiviteter", description="Vad som görs för att uppfylla löftet, punkt för punkt."
    )
    focus_area: FocusAreaRef | None = Field(
        None, title="Fokusområde", description="Id för fokusområdet i överenskommelsen."
    )
    problems: ProblemRefs = Field((), title="Problem", description="Id för problemen i lägesbilden.")
    goals: GoalRefs = Field((), title="Mål", description="Id för målen som löftet bidrar till.")


class PromiseGroup(Part):
    """Löften under en gemensam rubrik, till exempel ett område eller ett tema."""

    number: Line | None = own_number("gruppen")
    title: Line = Field(title="Rubrik", description="Till exempel Trygghet i centrum.")
    period: Period | None = Field(
        None, title="Period", description="Tiden som löftena under rubriken gäller, om den är en annan än hela löftets."
    )
    text: Prose | None = Field(None, title="Inledning", description="Läget och varför löftena ges.")
    promises: tuple[Promise, ...] = Field(min_length=1, title="Löften", description="Löftena under rubriken.")


class Orientation(TitledPart):
    """Något som löftet inriktas på utan att vara ett löfte."""

    title: Line | None = Field(None, title="Rubrik", description="Till exempel Ungas trygghet.")
    text: Prose | None = Field(None, title="Inriktning", description="Vad arbetet inriktas på.")


class PromiseBlock(Choice):
    """A part of a citizen promise that a section can show."""

    INTRODUCTION = "introduction", "Inledning", "Introduction"
    BACKGROUND = "background", "Bakgrund", "Background"
    PURPOSES = "purposes", "Syfte", "Purpose"
    FOCUS = "focus", "Inriktning", "Focus"
    PROBLEM_PICTURE = "problem_picture", "Problembild", "The problems"
    FIGURES = "figures", "Siffror", "Figures"
    BASIS = "basis", "Så har löftet kommit till", "How the promise came about"
    DIALOGUES = "dialogues", "Dialoger och underlag", "Dialogues and basis"
    GOALS = "goals", "Mål", "Goals"
    PROMISES = "promises", "Vi lovar", "We promise"
    GROUPS = "groups", "Vi lovar", "We promise"
    FOLLOW_UP = "follow_up", "Uppföljning", "Follow-up"
    DEFINITIONS = "definitions", "Definitioner", "Definitions"
    DECISIONS = "decisions", "Beslut", "Decisions"
    REFERENCES = "references", "Referenser", "References"
    ANNEXES = "annexes", "Bilagor", "Annexes"


class PromiseSection(Section):
    """Ett eget avsnitt: egen text, en egen rubrik för en annan del av dokumentet, eller båda."""

    shows: Many[PromiseBlock] = shown_blocks()


class CitizenPromise(Signed, Dated, Timed, Superseding, Extending, UnderAgreement, Fulfilling, ByParties, FollowedUp):
    """Medborgarlöfte: konkreta aktiviteter som polisen och kommunen lovar invånarna."""

    kind: Literal["citizen-promise"] = Field(title="Typ", description="Dokumentets typ: citizen-promise.")
    agreement: AgreementRef | None = Field(
        None, title="Överenskommelse", description="Id för överenskommelsen som löftet hör till."
    )
    fulfils: PlannedRef | None = Field(
        None,
        title="Uppfyller",
        description="Id för posten under `planned_documents` i överenskommelsen, om flera kan avses.",
    )
    picture: PictureRef | None = Field(None, title="Lägesbild", description="Id för lägesbilden som löftet bygger på.")
    plan: PlanRef | None = Field(None, title="Plan", description="Id för åtgärdsplanen vars mål löftet bidrar till.")
    by: Parties | None = Field(None, title="Av", description="Vilka som lovar, om det inte är alla parter.")
    date: CoarseDate | None = dated("löftet")
    period: PromisePeriod = Field(
        default_factory=PromisePeriod,
        title="Period",
        description="Tiden som löftet gäller. Utelämnas om det inte säger det.",
    )
    supersedes: PromiseRefs = Field(
        (), title="Ersätter", description="Id för tidigare medborgarlöften som detta ersätter."
    )
    extends: PromiseRefs = Field(
        (), title="Förlänger", description="Id för tidigare löften som gäller vidare genom detta."
    )
    introduction: Prose | None = Field(None, title="Inledning", description="Inledande text till invånarna.")
    background: Prose | None = Field(None, title="Bakgrund", description="Varför löftet ges.")
    purposes: tuple[Purpose, ...] = Field((), min_length=1, title="Syften", description="Vad löftet ska leda till.")
    focus: tuple[Orientation, ...] = Field(
        (), min_length=1, title="Inriktning", description="Vad arbetet inriktas på utan att vara ett löfte."
    )
    problem_picture: Prose | None = Field(None, title="Problembild", description="Problemen som löftet ska möta.")
    figures: tuple[BackgroundFigure, ...] = Field(
        (),
        min_length=1,
        title="Siffror",
        description="Siffror som löftet bygger på, till exempel anmälda inbrott.",
    )
    basis: Prose | None = Field(None, title="Underlag", description="Hur löftet har kommit till.")
    dialogues: tuple[Dialogue, ...] = Field(
        (), min_length=1, title="Dialoger", description="Medborgardialoger, medarbetardialoger och annat underlag."
    )
    goals: tuple[MainGoal, ...] = Field(
        (),
        min_length=1,
        title="Mål",
        description="Löftets egna mål, gärna med målvärde; varje löfte anger med id vilka mål det bidrar till.",
    )
    promises: tuple[Promise, ...] = Field((), min_length=1, title="Löften", description="Löftena, i ordning.")
    groups: tuple[PromiseGroup, ...] = Field(
        (), min_length=1, title="Grupper", description="Löften under egna rubriker, till exempel per område."
    )
    follow_up: FollowUpTerms | None = Field(None, title="Uppföljning", description="Hur och hur ofta löftet följs upp.")
    cadence: Cadence | None = Field(None, title="Nytt löfte", description="Hur ofta ett nytt löfte ges.")
    definitions: tuple[Definition, ...] = Field((), min_length=1, title="Definitioner", description="Vad ord betyder.")
    references: tuple[Reference, ...] = Field((), min_length=1, title="Referenser", description="Skrifter som används.")
    annexes: tuple[Annex, ...] = Field((), min_length=1, title="Bilagor", description="Bilagor till löftet.")
    sections: tuple[PromiseSection, ...] = Field(
        (), min_length=1, title="Egna avsnitt", description="Egna avsnitt; de hamnar där `sections` står i filen."
    )
    decisions: tuple[Decision, ...] = Field((), min_length=1, title="Beslut", description="Beslut om löftet.")
    signatures: Signatures | None = Field(None, title="Underskrifter", description="De som undertecknar löftet.")

    def promise_at(self, path: KeyPath) -> Promise | None:
        """Give the promise that stands at a path or that a part at that path belongs to; None for other parts."""
        match path:
            case ("promises", int(i), *_):
                return self.promises[i]
            case ("groups", int(group), "promises", int(i), *_):
                return self.groups[group].promises[i]
        return None
