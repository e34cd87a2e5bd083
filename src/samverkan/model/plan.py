"""The action plan (åtgärdsplan): SMART goals, and measures against causes, with who, when and how it went."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from samverkan.model.base import Id, Line, Lines, Many, ManyParts, Prose, TextPart
from samverkan.model.choices import Choice, Item, MeasureType, Progress, Term
from samverkan.model.cooperation import Quantity
from samverkan.model.counts import BackgroundFigure
from samverkan.model.dates import Cadence, CoarseDate
from samverkan.model.deadlines import InProgress, LastDay, day_done, how_far, occasions, said_when
from samverkan.model.document import (
    ByParties,
    Dated,
    Extending,
    FollowedUp,
    Fulfilling,
    Signed,
    Summarised,
    Superseding,
    Timed,
    UnderAgreement,
    dated,
)
from samverkan.model.goals import MainGoal
from samverkan.model.links import (
    AgreementRef,
    AnalysisRef,
    CauseRefs,
    CommitmentRefs,
    FocusAreaRef,
    GoalRefs,
    Parties,
    PartyRef,
    PictureRef,
    PlannedRef,
    PlanRefs,
    ProblemRefs,
)
from samverkan.model.parties import Decision, Signatures
from samverkan.model.progress_notes import ProgressNotes, notes
from samverkan.model.references import Annex, Definition, Reference
from samverkan.model.sections import Section, shown_blocks
from samverkan.model.terms import FollowUpTerms, InformationSource, PlanPeriod


class Actor(TextPart):
    """Den som gör något: en part, en roll eller en organisation utanför parterna."""

    text_key: ClassVar[str] = "role"

    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": [key]} for key in ("party", "role", "organisation")]}
    )

    party: PartyRef | None = Field(None, title="Part", description="Partens id, till exempel kommunen.")
    role: Line | None = Field(None, title="Roll", description="Rollen, till exempel Trygghetssamordnare.")
    organisation: Line | None = Field(
        None, title="Organisation", description="En organisation utanför parterna, till exempel ett bostadsbolag."
    )
    contact: Line | None = Field(
        None, title="Kontakt", description="Funktionsbrevlåda eller växel; aldrig någons privata nummer."
    )

    @model_validator(mode="after")
    def _is_someone(self) -> Self:
        if self.party is None and self.role is None and self.organisation is None:
            raise PydanticCustomError("actor_form", "actor")
        return self


class Measure(InProgress, TextPart):
    """En åtgärd: orsaken den riktas mot, vad som görs, operativt mål, när och vem."""

    item: ClassVar[Item] = Item.MEASURE
    text_key: ClassVar[str] = "title"
    not_agreed: ClassVar[frozenset[str]] = frozenset({"done", "progress", "status"})

    id: Id | None = Field(None, title="Id", description="Åtgärdens namn, så att uppföljningar kan hänvisa till den.")
    number: Line | None = Field(
        None, title="Nummer", description="Åtgärdens nummer i dokumentet, till exempel 2.2, när det inte är löpande."
    )
    title: Line = Field(title="Åtgärd", description="Vad som ska göras, i korthet.")
    text: Prose | None = Field(None, title="Beskrivning", description="Vad som ska göras.")
    causes: CauseRefs = Field((), title="Orsaker", description="Id för orsakerna som åtgärden riktas mot.")
    cause_text: Prose | None = Field(
        None,
        title="Orsak i ord",
        description="Orsaken som åtgärden riktas mot, när den inte finns i någon orsaksanalys här, till exempel "
        "Langning från äldre syskon.",
    )
    problems: ProblemRefs = Field(
        (), title="Problem", description="Id för problemen, om åtgärden inte riktas mot en viss orsak."
    )
    problem_text: Prose | None = Field(
        None, title="Problem i ord", description="Problemet, när det inte finns i någon lägesbild här."
    )
    focus_area: FocusAreaRef | None = Field(
        None, title="Fokusområde", description="Id för fokusområdet i planen eller överenskommelsen."
    )
    goals: GoalRefs = Field((), title="Mål", description="Id för målen som åtgärden bidrar till.")
    commitments: CommitmentRefs = Field(
        (), title="Åtaganden", description="Id för åtaganden i överenskommelsen som åtgärden uppfyller."
    )
    operative_goal: Prose | None = Field(
        None, title="Operativt mål", description="Vad åtgärden ska leda till, så att det går att följa upp."
    )
    type: MeasureType | None = Field(None, title="Typ", description="situational (situationell) eller social (social).")
    effect: Term | None = Field(None, title="Effekt", description="short (kort sikt) eller long (lång sikt).")
    who: ManyParts[Actor] = Field((), title="Vem", description="De som ansvarar för åtgärden.")
    start: CoarseDate | None = Field(None, alias="from", title="Från", description="När åtgärden börjar.")
    deadline: LastDay | None = Field(
        None, alias="until", title="Senast", description="När åtgärden senast ska vara klar."
    )
    dates: Many[CoarseDate] = occasions()
    when: Line | None = said_when("åtgärden görs")
    cadence: Cadence | None = Field(None, title="Hur ofta", description="Hur ofta åtgärden görs.")
    quantity: Quantity | None = Field(
        None, title="Omfattning", description="Hur mycket, till exempel minst 30 per år eller ett 15-tal ronder."
    )
    partners: Lines = Field((), title="Medverkande", description="Andra som medverkar.")
    place: Line | None = Field(None, title="Plats", description="Var åtgärden görs.")
    target_group: Line | None = Field(None, title="Målgrupp", description="För vilka åtgärden görs.")
    condition: Prose | None = Field(
        None,
        title="Villkor",
        description="Vad som krävs för att den ska göras, till exempel Om budgeten tillåter.",
    )
    resources: Prose | None = Field(None, title="Resurser", description="Tid och pengar som behövs.")
    progress: Progress | None = how_far()
    done: CoarseDate | None = day_done("åtgärden")
    status: ProgressNotes = notes()


class PlanArea(TextPart):
    """Ett fokusområde i en plan."""

    item: ClassVar[Item] = Item.FOCUS_AREA

    id: Id | None = Field(None, title="Id", description="Områdets namn, så att mål kan hänvisa till det.")
    title: Line | None = Field(None, title="Fokusområde", description="Områdets rubrik, till exempel Centrum.")
    text: Prose | None = Field(None, title="Beskrivning", description="Läget och varför området är prioriterat.")


class PlanForum(TextPart):
    """Ett forum som arbetar med planen."""

    item: ClassVar[Item] = Item.FORUM
    text_key: ClassVar[str] = "name"

    id: Id | None = Field(None, title="Id", description="Namn att hänvisa till.")
    name: Line = Field(title="Namn", description="Forumets namn, till exempel EST-gruppen.")
    members: Lines = Field((), title="Ingår", description="De som ingår.")
    chair: Line | None = Field(None, title="Ordförande", description="Vem som leder forumet.")
    cadence: Cadence | None = Field(None, title="Möten", description="Hur ofta forumet möts, till exempel monthly.")
    when: Line | None = said_when("forumet möts")
    task: Prose | None = Field(None, title="Uppgift", description="Vad forumet gör.")


class PlanBlock(Choice):
    """A part of an action plan that a section can show."""

    INTRODUCTION = "introduction", "Inledning", "Introduction"
    BACKGROUND = "background", "Bakgrund", "Background"
    SOURCES = "sources", "Källor", "Sources"
    FIGURES = "figures", "Siffror", "Figures"
    FOCUS_AREAS = "focus_areas", "Fokusområden", "Focus areas"
    FORUMS = "forums", "Forum", "Forums"
    GOALS = "goals", "Mål", "Goals"
    MEASURES = "measures", "Åtgärder", "Measures"
    FOLLOW_UP = "follow_up", "Uppföljning", "Follow-up"
    DEFINITIONS = "definitions", "Definitioner", "Definitions"
    DECISIONS = "decisions", "Beslut", "Decisions"
    REFERENCES = "references", "Referenser", "References"
    ANNEXES = "annexes", "Bilagor", "Annexes"


class PlanSection(Section):
    """Ett eget avsnitt: egen text, en egen rubrik för en annan del av dokumentet, eller båda."""

    shows: Many[PlanBlock] = shown_blocks()


class ActionPlan(
    Signed, Dated, Timed, Superseding, Extending, UnderAgreement, Fulfilling, ByParties, FollowedUp, Summarised
):
    """Åtgärdsplan: mål och åtgärder mot de orsaker som analysen har visat (5 § lagen (2023:196))."""

    kind: Literal["action-plan"] = Field(title="Typ", description="Dokumentets typ: action-plan.")
    agreement: AgreementRef | None = Field(
        None, title="Överenskommelse", description="Id för överenskommelsen som planen hör till."
    )
    fulfils: PlannedRef | None = Field(
        None,
        title="Uppfyller",
        description="Id för posten under `planned_documents` i överenskommelsen, om flera kan avses.",
    )
    picture: PictureRef | None = Field(None, title="Lägesbild", description="Id för lägesbilden som planen bygger på.")
    cause_analysis: AnalysisRef | None = Field(
        None, title="Orsaksanalys", description="Id för orsaksanalysen, om den är ett eget dokument."
    )
    by: Parties | None = Field(
        None, title="Av", description="Vems plan det är: jointly, eller id för kommunen som planen gäller."
    )
    period: PlanPeriod | None = Field(
        None, title="Period", description="Tiden som planen gäller; utelämnas om planen inte säger det."
    )
    date: CoarseDate | None = dated("planen")
    supersedes: PlanRefs = Field((), title="Ersätter", description="Id för tidigare åtgärdsplaner som denna ersätter.")
    extends: PlanRefs = Field(
        (), title="Förlänger", description="Id för tidigare åtgärdsplaner som gäller vidare genom denna."
    )
    summary: Prose | None = Field(
        None,
        title="Sammanfattning",
        description="Det viktigaste, i högst tre meningar. Det är vad de läser som bara läser första sidan.",
    )
    introduction: Prose | None = Field(None, title="Inledning", description="Inledande text.")
    background: Prose | None = Field(
        None, title="Bakgrund", description="Varför planen finns och läget när den gjordes."
    )
    sources: tuple[InformationSource, ...] = Field(
        (), min_length=1, title="Källor", description="Vad planen bygger på, till exempel Trygghetsmätningen 2014."
    )
    figures: tuple[BackgroundFigure, ...] = Field(
        (),
        min_length=1,
        title="Siffror",
        description="Siffror om läget som planen utgår från, till exempel anmälda brott per år.",
    )
    focus_areas: tuple[PlanArea, ...] = Field(
        (), min_length=1, title="Fokusområden", description="Planens egna fokusområden, till exempel Centrum."
    )
    forums: tuple[PlanForum, ...] = Field(
        (), min_length=1, title="Forum", description="Forum som arbetar med planen, till exempel EST-gruppen."
    )
    goals: tuple[MainGoal, ...] = Field(
        (), min_length=1, title="Mål", description="Målen för problemen, formulerade så att de är SMART."
    )
    measures: tuple[Measure, ...] = Field((), min_length=1, title="Åtgärder", description="Åtgärderna, i ordning.")
    renewal: Cadence | None = Field(
        None, title="Ny plan", description="Hur ofta en ny plan tas fram, till exempel every-4-years eller per-term."
    )
    follow_up: FollowUpTerms | None = Field(None, title="Uppföljning", description="Hur och hur ofta planen följs upp.")
    definitions: tuple[Definition, ...] = Field((), min_length=1, title="Definitioner", description="Vad ord betyder.")
    references: tuple[Reference, ...] = Field((), min_length=1, title="Referenser", description="Skrifter som används.")
    annexes: tuple[Annex, ...] = Field((), min_length=1, title="Bilagor", description="Bilagor till planen.")
    sections: tuple[PlanSection, ...] = Field(
        (), min_length=1, title="Egna avsnitt", description="Egna avsnitt; de hamnar där `sections` står i filen."
    )
    decisions: tuple[Decision, ...] = Field(
        (),
        min_length=1,
        title="Beslut",
        description="Beslutet om planen: vem, när och paragraf (5 § lagen (2023:196)).",
    )
    signatures: Signatures | None = Field(None, title="Underskrifter", description="Om planen undertecknas.")
