"""The situation picture (lägesbild): survey, other information and analysis of crime in an area."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from samverkan.model.base import (
    HeadCount,
    Id,
    Line,
    Lines,
    Many,
    MunicipalityCode,
    Number,
    Part,
    Prose,
    TextPart,
    Url,
    own_number,
)
from samverkan.model.causes import ProblemAnalysis
from samverkan.model.choices import (
    Choice,
    Direction,
    FigureStatus,
    Item,
    Light,
    PartyType,
    PictureForm,
    Priority,
    SourceKind,
    Trend,
)
from samverkan.model.counts import BackgroundFigure, Figure
from samverkan.model.dates import Cadence, CoarseDate
from samverkan.model.document import (
    Analysing,
    ByParties,
    Dated,
    Fulfilling,
    Summarised,
    Superseding,
    Timed,
    UnderAgreement,
)
from samverkan.model.links import (
    AgreementRef,
    AreaRef,
    EvidenceRefs,
    FocusAreaRef,
    Parties,
    PartyRef,
    PictureRef,
    PictureRefs,
    PlannedRef,
    ProblemRef,
    SourceRef,
)
from samverkan.model.parties import Decision
from samverkan.model.provenance import Retrieved
from samverkan.model.references import Annex, Definition, DocumentPart, Reference
from samverkan.model.sections import Section, shown_blocks
from samverkan.model.terms import Period


class Area(TextPart):
    """Ett geografiskt område som lägesbilden gäller: en kommun, hela lokalpolisområdet eller en del."""

    item: ClassVar[Item] = Item.AREA
    text_key: ClassVar[str] = "name"

    id: Id | None = Field(None, title="Id", description="Områdets namn inom dokumentet.")
    name: Line = Field(title="Namn", description="Områdets namn, till exempel Exempelby kommun eller Centrum.")
    type: PartyType | None = Field(
        None, title="Typ", description="municipality för en kommun, police för ett polisområde; utelämnas för en del."
    )
    code: MunicipalityCode | None = Field(None, title="Kommunkod", description="Kommunens fyrsiffriga kod hos SCB.")
    part_of: AreaRef | None = Field(None, title="Del av", description="Id för det större område som det ingår i.")
    text: Prose | None = Field(None, title="Beskrivning", description="Vad som är särskilt med området.")


class Source(Retrieved, TextPart):
    """En källa som lägesbilden bygger på."""

    item: ClassVar[Item] = Item.SOURCE
    text_key: ClassVar[str] = "title"

    id: Id | None = Field(None, title="Id", description="Källans namn inom dokumentet.")
    title: Line = Field(title="Källa", description="Källans namn, till exempel Polisens trygghetsmätning 2024.")
    type: SourceKind | None = Field(None, title="Typ", description="Vilken typ av källa det är.")
    period: Period | None = Field(None, title="Period", description="Tiden som uppgifterna gäller.")
    retrieved: CoarseDate | None = Field(None, title="Hämtad", description="När uppgifterna hämtades.")
    respondents: Line | None = Field(None, title="Tillfrågade", description="Vilka som tillfrågades.")
    asked: HeadCount | None = Field(None, title="Antal tillfrågade", description="Hur många som tillfrågades.")
    responses: HeadCount | None = Field(None, title="Antal svar", description="Hur många som svarade eller deltog.")
    response_rate: Number | None = Field(
        None, title="Svarsfrekvens", description="Andelen som svarade, i procent, till exempel 61.5."
    )
    by: Parties | None = Field(None, title="Av", description="Id för den part som samlade in uppgifterna.")
    url: Url | None = Field(None, title="Webbadress", description="Var källan finns.")
    note: Prose | None = Field(None, title="Anmärkning", description="Styrkor och svagheter hos källan.")


class Comparison(Part):
    """Samma siffror för något att jämföra med: riket, länet eller en annan kommun."""

    name: Line = Field(title="Jämförs med", description="Till exempel Riket eller Länet.")
    values: tuple[Figure, ...] = Field(min_length=1, title="Värden", description="Siffrorna, en per period.")


class Breakdown(Part):
    """Samma mått för en del av dem som räknas, till exempel kvinnor, män eller en åldersgrupp."""

    name: Line = Field(title="Del", description="Vilka siffrorna gäller, till exempel Kvinnor.")
    values: tuple[Figure, ...] = Field(min_length=1, title="Värden", description="Siffrorna, en per period.")


class Indicator(Retrieved, Part):
    """Ett mått som följs över tid."""

    item: ClassVar[Item] = Item.INDICATOR

    id: Id = Field(title="Id", description="Indikatorns namn, så att problem och mål kan hänvisa till den.")
    title: Line = Field(title="Indikator", description="Vad som mäts, till exempel anmälda bostadsinbrott.")
    unit: Line = Field(title="Enhet", description="count, per-cent, per-1000, per-100000, index, sek eller egna ord.")
    source: SourceRef | None = Field(None, title="Källa", description="Id för källan.")
    retrieved: CoarseDate | None = Field(None, title="Hämtad", description="När siffrorna hämtades.")
    status: FigureStatus | None = Field(
        None, title="Status", description="preliminary om siffrorna kan ändras, annars final."
    )
    area: AreaRef | None = Field(None, title="Område", description="Id för området, om det inte är hela lägesbildens.")
    desired: Direction | None = Field(
        None,
        title="Önskad riktning",
        description="Om siffran bör öka (increase), minska (decrease) eller ligga kvar (maintain).",
    )
    values: tuple[Figure, ...] = Field(
        (), min_length=1, title="Värden", description="Siffrorna, en per period; utelämnas när de inte finns än."
    )
    comparisons: tuple[Comparison, ...] = Field(
        (), min_length=1, title="Jämförelser", description="Samma mått för riket, länet eller andra."
    )
    breakdowns: tuple[Breakdown, ...] = Field(
        (), min_length=1, title="Uppdelning", description="Samma mått för delar av samma grupp, till exempel per kön."
    )
    note: Prose | None = Field(None, title="Anmärkning", description="Hur siffrorna ska förstås.")


class Problem(TextPart):
    """Ett problem: vad som händer, var, när och vem som drabbas."""

    item: ClassVar[Item] = Item.PROBLEM
    text_key: ClassVar[str] = "title"

    id: Id | None = Field(
        None, title="Id", description="Problemets namn, så att orsaker, mål och åtgärder kan hänvisa till det."
    )
    number: Line | None = own_number("problemet")
    title: Line = Field(title="Problem", description="Problemet i korthet.")
    text: Prose | None = Field(None, title="Beskrivning", description="Vad som händer och hur mycket.")
    places: Lines = Field((), title="Platser", description="Var det händer.")
    times: Lines = Field((), title="Tider", description="När det händer: årstid, veckodag, klockslag.")
    affected: Lines = Field((), title="Drabbade", description="Vilka som drabbas, som grupp.")
    consequences: Prose | None = Field(None, title="Konsekvenser", description="Vad problemet leder till.")
    priority: Priority | None = Field(
        None,
        title="Prioritet",
        description="prioritised (parterna ska arbeta med det), watched (bevakas) eller low (låg).",
    )
    evidence: EvidenceRefs = Field((), title="Underlag", description="Id för källor och indikatorer som visar det.")
    trend: Trend | None = Field(
        None,
        title="Utveckling",
        description="Om problemet ökar, minskar eller är oförändrat, eller misstänks öka eller minska.",
    )
    focus_area: FocusAreaRef | None = Field(
        None, title="Fokusområde", description="Id för fokusområdet i överenskommelsen som problemet hör till."
    )
    area: AreaRef | None = Field(None, title="Område", description="Id för området, om det inte är hela lägesbildens.")


class Assessment(TextPart):
    """En samlad bedömning med trafikljus. Färgen står alltid som ord."""

    title: Line | None = Field(None, title="Vad som bedöms", description="Till exempel Trygghet i centrum.")
    area: AreaRef | None = Field(None, title="Område", description="Id för området som bedöms.")
    focus_area: FocusAreaRef | None = Field(
        None, title="Fokusområde", description="Id för fokusområdet i överenskommelsen."
    )
    problem: ProblemRef | None = Field(None, title="Problem", description="Id för problemet som bedöms.")
    light: Light | None = Field(
        None, title="Bedömning", description="green (grön), yellow (gul) eller red (röd); utelämnas om den är i ord."
    )
    text: Prose | None = Field(
        None, title="Motivering", description="Bedömningen i ord, eller varför den är som den är."
    )


class OwnPicture(TextPart):
    """En parts egen lägesbild, som den gemensamma bygger på."""

    text_key: ClassVar[str] = "party"

    party: PartyRef = Field(title="Part", description="Partens id, till exempel kommunen.")
    document: PictureRef | None = Field(
        None, title="Dokument", description="Id för partens egen lägesbild, om den finns."
    )
    text: Prose | None = Field(None, title="Sammanfattning", description="Vad parten ser.")


class OtherInformation(TextPart):
    """Annan information av betydelse i sammanhanget (4 § 2 lagen (2023:196))."""

    title: Line | None = Field(None, title="Rubrik", description="Vad informationen gäller.")
    text: Prose = Field(
        title="Information", description="Till exempel befolkning, skola, socialtjänst, kommande evenemang."
    )
    evidence: EvidenceRefs = Field((), title="Underlag", description="Id för källor och indikatorer.")


class Inquiry(Part):
    """Undersökningen, när lägesbilden är en enkät eller en trygghetsmätning."""

    respondents: Line | None = Field(
        None, title="Tillfrågade", description="Vilka som tillfrågades, till exempel Invånare 16–84 år."
    )
    asked: HeadCount | None = Field(
        None, title="Antal tillfrågade", description="Hur många som tillfrågades, till exempel 800 eller cirka 800."
    )
    responses: HeadCount | None = Field(
        None, title="Antal svar", description="Hur många som svarade, till exempel 412 eller drygt 400."
    )
    response_rate: Number | None = Field(
        None, title="Svarsfrekvens", description="Andelen som svarade, i procent, till exempel 51.5."
    )
    period: Period | None = Field(None, title="Period", description="När svaren samlades in, till exempel hösten 2016.")
    method: Prose | None = Field(None, title="Metod", description="Hur undersökningen gjordes.")
    questions: Many[Prose] = Field((), title="Frågor", description="Frågorna som ställdes.")


class PictureBlock(Choice):
    """A part of a situation picture that a section can show."""

    INTRODUCTION = "introduction", "Inledning", "Introduction"
    AREAS = "areas", "Områden", "Areas"
    SOURCES = "sources", "Källor", "Sources"
    INQUIRY = "inquiry", "Undersökningen", "The survey"
    PARTS = "parts", "Delar", "Parts"
    FIGURES = "figures", "Siffror", "Figures"
    SURVEY = "survey", "Kartläggning", "Survey"
    INDICATORS = "indicators", "Indikatorer", "Indicators"
    PROBLEMS = "problems", "Problem", "Problems"
    OTHER_INFORMATION = "other_information", "Annan information av betydelse", "Other information of significance"
    OWN_PICTURES = "own_pictures", "Parternas egna lägesbilder", "The parties' own situation pictures"
    ANALYSIS = "analysis", "Analys", "Analysis"
    ANALYSES = "analyses", "Orsaksanalys", "Cause analysis"
    ASSESSMENTS = "assessments", "Samlad bedömning", "Overall assessment"
    KNOWLEDGE_GAPS = "knowledge_gaps", "Kunskapsluckor", "Knowledge gaps"
    DEFINITIONS = "definitions", "Definitioner", "Definitions"
    DECISIONS = "decisions", "Beslut", "Decisions"
    REFERENCES = "references", "Referenser", "References"
    ANNEXES = "annexes", "Bilagor", "Annexes"


class PictureSection(Section):
    """Ett eget avsnitt: egen text, en egen rubrik för en annan del av dokumentet, eller båda."""

    shows: Many[PictureBlock] = shown_blocks()


class SituationPicture(Dated, Timed, Superseding, UnderAgreement, Fulfilling, ByParties, Analysing, Summarised):
    """Lägesbild: kartläggning av brottsligheten, annan information och en analys (4 § lagen (2023:196))."""

    kind: Literal["situation-picture"] = Field(title="Typ", description="Dokumentets typ: situation-picture.")
    agreement: AgreementRef | None = Field(
        None, title="Överenskommelse", description="Id för överenskommelsen som lägesbilden hör till."
    )
    fulfils: PlannedRef | None = Field(
        None,
        title="Uppfyller",
        description="Id för posten under `planned_documents` i överenskommelsen, om flera kan avses.",
    )
    date: CoarseDate | None = Field(
        None, title="Datum", description="När lägesbilden blev klar eller senast uppdaterades; ett år räcker."
    )
    revised: CoarseDate | None = Field(
        None, title="Reviderad", description="När lägesbilden senast reviderades, om `date` säger när den blev klar."
    )
    cadence: Cadence | None = Field(
        None, title="Hur ofta", description="Hur ofta en ny lägesbild tas fram, till exempel half-yearly."
    )
    next_picture: CoarseDate | None = Field(
        None, title="Nästa lägesbild", description="När nästa lägesbild är tänkt, till exempel 2025-03."
    )
    next_meeting: CoarseDate | None = Field(
        None, title="Nästa möte", description="När de som tar fram lägesbilden ses nästa gång."
    )
    next_text: Line | None = Field(
        None,
        title="Nästa gång, i ord",
        description="Vad som sägs om nästa lägesbild eller möte: efter valet.",
    )
    period: Period | None = Field(None, title="Period", description="Tiden som lägesbilden beskriver.")
    by: Parties | None = Field(
        None,
        title="Av",
        description="Vems lägesbild det är: jointly för en gemensam, eller id för den part som har gjort en egen.",
    )
    supersedes: PictureRefs = Field((), title="Ersätter", description="Id för tidigare lägesbilder som denna ersätter.")
    areas: tuple[Area, ...] = Field(
        (), min_length=1, title="Områden", description="Kommunen, polisområdet eller de delar som lägesbilden gäller."
    )
    summary: Prose | None = Field(
        None,
        title="Sammanfattning",
        description="Det viktigaste, i högst tre meningar. Det är vad de läser som bara läser första sidan.",
    )
    introduction: Prose | None = Field(None, title="Inledning", description="Inledande text.")
    form: PictureForm | None = Field(
        None,
        title="Form",
        description="Vad lägesbilden är: report (rapport), newsletter (nyhetsbrev), survey (undersökning) eller "
        "presentation.",
    )
    issue: Line | None = Field(None, title="Nummer", description="Numret i en serie, till exempel Nr 3 2018.")
    inquiry: Inquiry | None = Field(
        None, title="Undersökning", description="Undersökningen, när lägesbilden är en enkät eller trygghetsmätning."
    )
    parts: tuple[DocumentPart, ...] = Field(
        (),
        min_length=1,
        title="Delar",
        description="Rapporterna, när dokumentet består av flera, till exempel en per område eller tertial.",
    )
    sources: tuple[Source, ...] = Field((), min_length=1, title="Källor", description="Vad lägesbilden bygger på.")
    survey: Prose | None = Field(
        None,
        title="Kartläggning",
        description="Brottsligheten, dess omfattning och konsekvenser (4 § 1 lagen (2023:196)).",
    )
    indicators: tuple[Indicator, ...] = Field(
        (), min_length=1, title="Indikatorer", description="Siffror över tid, som en del av kartläggningen."
    )
    figures: tuple[BackgroundFigure, ...] = Field(
        (), min_length=1, title="Siffror", description="Enstaka siffror som inte är indikatorer med egna id."
    )
    problems: tuple[Problem, ...] = Field(
        (), min_length=1, title="Problem", description="Problemen som kartläggningen visar."
    )
    other_information: tuple[OtherInformation, ...] = Field(
        (),
        min_length=1,
        title="Annan information",
        description="Annan information av betydelse i sammanhanget (4 § 2 lagen (2023:196)).",
    )
    own_pictures: tuple[OwnPicture, ...] = Field(
        (),
        min_length=1,
        title="Egna lägesbilder",
        description="Parternas egna lägesbilder, som den gemensamma bygger på.",
    )
    analysis: Prose | None = Field(
        None, title="Analys", description="Analys av kartläggningen och informationen (4 § 3 lagen (2023:196))."
    )
    analyses: tuple[ProblemAnalysis, ...] = Field(
        (), min_length=1, title="Orsaksanalys", description="Orsaksanalys, om den inte är ett eget dokument."
    )
    assessments: tuple[Assessment, ...] = Field(
        (), min_length=1, title="Samlad bedömning", description="Bedömning med trafikljus per område eller problem."
    )
    knowledge_gaps: Lines = Field((), title="Kunskapsluckor", description="Vad som inte är känt.")
    definitions: tuple[Definition, ...] = Field((), min_length=1, title="Definitioner", description="Vad ord betyder.")
    references: tuple[Reference, ...] = Field((), min_length=1, title="Referenser", description="Skrifter som används.")
    annexes: tuple[Annex, ...] = Field((), min_length=1, title="Bilagor", description="Bilagor till lägesbilden.")
    sections: tuple[PictureSection, ...] = Field(
        (), min_length=1, title="Egna avsnitt", description="Egna avsnitt; de hamnar där `sections` står i filen."
    )
    decisions: tuple[Decision, ...] = Field((), min_length=1, title="Beslut", description="Beslut om lägesbilden.")

    @property
    def made(self) -> CoarseDate | None:
        """When it was made, or last revised."""
        return self.revised or self.date
