"""The follow-up (uppföljning): what was reviewed, and what became of each goal, commitment, promise and measure."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from samverkan.model.base import Fingerprint, Line, Lines, Many, ManyParts, Number, Prose, TextPart, YesNo
from samverkan.model.choices import Choice, Light, Precision, Result, ReviewedItem
from samverkan.model.counts import BackgroundFigure, Count, how_exact
from samverkan.model.dates import CoarseDate
from samverkan.model.document import ByParties, Dated, Signed, Summarised, Timed, UnderAgreement
from samverkan.model.figure_periods import FigurePeriod
from samverkan.model.goals import Baseline, Goal, Target
from samverkan.model.links import AgreementRef, Parties, PartyRef, ReviewedDocumentRef, ReviewedRef
from samverkan.model.parties import Decision, Signatures
from samverkan.model.references import Annex, Definition, Reference
from samverkan.model.sections import Section, shown_blocks
from samverkan.model.terms import Period
from samverkan.words.outcomes import OF_TIME_UNTIL, UNDATED

if TYPE_CHECKING:
    from samverkan.words.sentence import Sayable


class Participant(TextPart):
    """En deltagare, med sin roll."""

    text_key: ClassVar[str] = "role"
    contact: ClassVar[None] = None
    """Of those who do something it is said how to reach them; not of those who only took part."""

    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": [key]} for key in ("party", "role", "organisation")]}
    )

    party: PartyRef | None = Field(None, title="Part", description="Partens id, till exempel kommunen.")
    role: Line | None = Field(None, title="Roll", description="Rollen, till exempel Kommunpolis.")
    name: Line | None = Field(None, title="Namn", description="Namnet, om det ska stå med.")
    organisation: Line | None = Field(None, title="Organisation", description="Organisation utanför parterna.")

    @model_validator(mode="after")
    def _is_someone(self) -> Self:
        if self.party is None and self.role is None and self.organisation is None:
            raise PydanticCustomError("actor_form", "actor")
        return self


class Reviewed(TextPart):
    """Ett dokument som följdes upp, och kontrollkoden för den text som gällde då."""

    text_key: ClassVar[str] = "document"

    document: ReviewedDocumentRef = Field(
        title="Dokument", description="Id för dokumentet, eller titel, år och webbadress om det inte finns som fil här."
    )
    fingerprint: Fingerprint | None = Field(
        None, title="Kontrollkod", description="Textens kontrollkod, som kommandot `samverkan fingerprint` skriver ut."
    )


class Outcome(TextPart):
    """Vad det blev av ett mål, ett åtagande, ett löfte, en åtgärd eller en aktivitet."""

    text_key: ClassVar[str] = "title"
    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["item"]}, {"required": ["title"]}]})

    about: ReviewedRef | None = Field(
        None, alias="item", title="Vad", description="Id för målet, åtagandet, löftet, åtgärden eller aktiviteten."
    )
    title: Line | None = Field(
        None,
        title="Vad i ord",
        description="Vad utfallet gäller, när det inte finns i någon fil här: Trygghetsvandringar 2016.",
    )
    type: ReviewedItem | None = Field(
        None,
        title="Typ",
        description="Om det är ett mål (goal), åtagande (commitment), löfte (promise), en åtgärd (measure) eller "
        "aktivitet (activity), när det inte finns i någon fil här.",
    )
    by: Parties | None = Field(
        None,
        title="Av",
        description="Vem som lovade eller skulle göra det, när det inte finns i någon fil här: en parts id, police "
        "eller municipalities.",
    )
    baseline: Baseline | None = Field(
        None, title="Utgångsläge", description="Målets utgångsläge, när målet inte finns i någon fil här."
    )
    target: Target | None = Field(
        None, title="Målvärde", description="Målets värde att nå, när målet inte finns i någon fil här."
    )
    result: Result | None = Field(
        None,
        title="Utfall",
        description=(
            "reached (uppnått), partly (delvis), ongoing (pågår), not-yet (ännu inte uppnått), not-reached (inte "
            "uppnått), not-assessed (inte bedömt, med skäl) eller not-mentioned (nämns inte). Utelämnas när "
            "uppföljningen bara ger siffror eller text."
        ),
    )
    light: Light | None = Field(None, title="Bedömning", description="green (grön), yellow (gul) eller red (röd).")
    value: Number | None = Field(None, title="Värde", description="Den uppmätta siffran, med decimalpunkt.")
    unit: Line | None = Field(
        None, title="Enhet", description="Vad siffran räknar, om det inte är målets enhet: per-cent eller egna ord."
    )
    precision: Precision | None = how_exact()
    period: FigurePeriod | None = Field(None, title="Period", description="Tiden som siffran gäller.")
    source: Line | None = Field(
        None, title="Källa", description="Var siffran är hämtad, till exempel Polisens trygghetsmätning."
    )
    counts: tuple[Count, ...] = Field((), min_length=1, title="Siffror", description="Siffror med egna rubriker.")
    comment: Prose | None = Field(None, title="Kommentar", description="Vad som gjordes och vad det ledde till.")
    obstacle: Prose | None = Field(None, title="Hinder", description="Vad som stod i vägen.")
    carried_over: YesNo | None = Field(
        None, title="Förs vidare", description="true om arbetet fortsätter nästa period."
    )
    why_not: Prose | None = Field(
        None, title="Skäl", description="Varför utfallet inte är bedömt; krävs när utfallet är not-assessed."
    )
    answered_by: Lines = Field(
        (), title="Besvarat av", description="De som lämnade uppgiften, helst med roll: Gatuchefen."
    )
    answered: CoarseDate | None = Field(None, title="Besvarat", description="När uppgiften lämnades.")

    @property
    def own_goal(self) -> Goal | None:
        """The goal's start and target as it tells of them itself; None where it tells of neither."""
        if self.baseline is None and self.target is None:
            return None
        return Goal(text=self.title or "", unit=self.unit, baseline=self.baseline, target=self.target)

    @model_validator(mode="after")
    def _is_about_something(self) -> Self:
        if self.about is None and self.title is None:
            raise PydanticCustomError("outcome_form", "outcome")
        return self


class Happening(TextPart):
    """Något som hände under tiden, utan att höra till ett mål, ett åtagande eller en åtgärd."""

    date: CoarseDate | None = Field(
        None, title="När", description="En dag, en månad, ett år eller en tid i ord, till exempel 2021-09-14."
    )
    text: Prose = Field(title="Vad", description="Vad som hände, till exempel Trygghetsdag på torget.")
    place: Line | None = Field(None, title="Plats", description="Var det hände.")
    outcome: Prose | None = Field(None, title="Resultat", description="Vad det ledde till, om det står.")
    counts: tuple[Count, ...] = Field(
        (), min_length=1, title="Siffror", description="Siffror om händelsen: {title: besökare, value: 140}."
    )
    source: Line | None = Field(None, title="Källa", description="Var uppgiften är hämtad.")


class Cooperation(TextPart):
    """Hur samverkan har fungerat."""

    light: Light | None = Field(None, title="Bedömning", description="green (grön), yellow (gul) eller red (röd).")
    text: Prose = Field(title="Bedömning", description="Hur samverkan har fungerat, och vad som kan bli bättre.")


class OverallVerdict(TextPart):
    """Bedömningen av helheten."""

    light: Light | None = Field(None, title="Bedömning", description="green (grön), yellow (gul) eller red (röd).")
    text: Prose = Field(title="Bedömning", description="Hur det har gått på det hela taget.")


class Report(TextPart):
    """Till vem uppföljningen rapporterades."""

    text_key: ClassVar[str] = "to"

    to: Line = Field(title="Till", description="Till exempel Kommunfullmäktige.")
    date: CoarseDate | None = Field(None, title="Datum", description="När det rapporterades.")
    by: Parties | None = Field(None, title="Av", description="Id för parten som rapporterade.")


class FollowUpBlock(Choice):
    """A part of a follow-up that a section can show."""

    INTRODUCTION = "introduction", "Inledning", "Introduction"
    PARTICIPANTS = "participants", "Deltagare", "Participants"
    ASSESSMENT = "assessment", "Samlad bedömning", "Overall assessment"
    OUTCOMES = "outcomes", "Utfall", "Outcomes"
    FIGURES = "figures", "Siffror", "Figures"
    EVENTS = "events", "Händelser", "Events"
    COOPERATION = "cooperation", "Hur samverkan har fungerat", "How the cooperation worked"
    KNOWLEDGE_GAPS = "knowledge_gaps", "Kunskapsluckor", "Knowledge gaps"
    CONCLUSIONS = "conclusions", "Slutsatser", "Conclusions"
    DECISIONS = "decisions", "Beslut", "Decisions"
    REPORTS = "reports", "Rapporterat till", "Reported to"
    DEFINITIONS = "definitions", "Definitioner", "Definitions"
    REFERENCES = "references", "Referenser", "References"
    ANNEXES = "annexes", "Bilagor", "Annexes"


class FollowUpSection(Section):
    """Ett eget avsnitt: egen text, en egen rubrik för en annan del av dokumentet, eller båda."""

    shows: Many[FollowUpBlock] = shown_blocks()


class FollowUp(Signed, Dated, Timed, UnderAgreement, ByParties, Summarised):
    """Uppföljning av en överenskommelse, en plan eller ett löfte, med utfall för allt som ingår."""

    kind: Literal["follow-up"] = Field(title="Typ", description="Dokumentets typ: follow-up.")
    agreement: AgreementRef | None = Field(
        None, title="Överenskommelse", description="Id för överenskommelsen som uppföljningen hör till."
    )
    date: CoarseDate | None = Field(
        None,
        title="Datum",
        description="När uppföljningen gjordes: en dag, en månad eller ett år. Utelämnas om det inte framgår.",
    )
    period: Period | None = Field(None, title="Period", description="Tiden som följs upp.")
    place: Line | None = Field(None, title="Plats", description="Var mötet hölls.")
    by: Parties | None = Field(
        None, title="Av", description="Vems uppföljning det är: jointly, eller id för en part som följer upp sin del."
    )
    compiled_by: Lines = Field(
        (), title="Sammanställd av", description="De som skrev uppföljningen, till exempel Trygghetssamordnaren."
    )
    reviews: tuple[Reviewed, ...] = Field(
        min_length=1, title="Följer upp", description="Dokumenten som följdes upp, med kontrollkod."
    )
    participants: ManyParts[Participant] = Field((), title="Deltagare", description="De som deltog.")
    summary: Prose | None = Field(
        None,
        title="Sammanfattning",
        description="Det viktigaste, i högst tre meningar. Det är vad de läser som bara läser första sidan.",
    )
    introduction: Prose | None = Field(None, title="Inledning", description="Inledande text.")
    assessment: OverallVerdict | None = Field(
        None, title="Samlad bedömning", description="Bedömningen av helheten, med trafikljus eller i ord."
    )
    outcomes: tuple[Outcome, ...] = Field(
        (), min_length=1, title="Utfall", description="Utfall för det som nämns: mål, åtaganden, löften och åtgärder."
    )
    figures: tuple[BackgroundFigure, ...] = Field(
        (),
        min_length=1,
        title="Siffror",
        description="Siffror som inte hör till något mål, åtagande eller löfte, till exempel anmälda brott per år.",
    )
    events: tuple[Happening, ...] = Field(
        (),
        min_length=1,
        title="Händelser",
        description="Sådant som hände och som inte hör till något mål, åtagande eller löfte, med dag.",
    )
    cooperation: Cooperation | None = Field(None, title="Samverkan", description="Hur samverkan har fungerat.")
    knowledge_gaps: Lines = Field(
        (), title="Kunskapsluckor", description="Vad som inte gick att följa upp eller är okänt."
    )
    conclusions: Prose | None = Field(None, title="Slutsatser", description="Vad parterna drar för slutsatser.")
    decisions: tuple[Decision, ...] = Field((), min_length=1, title="Beslut", description="Vad som beslutades.")
    reports: tuple[Report, ...] = Field((), min_length=1, title="Rapporterat", description="Till vem och när.")
    next_review: CoarseDate | None = Field(
        None, title="Nästa uppföljning", description="När nästa uppföljning är tänkt."
    )
    next_text: Line | None = Field(
        None,
        title="Nästa uppföljning, i ord",
        description="Vad som sägs om nästa uppföljning, till exempel efter valet.",
    )
    definitions: tuple[Definition, ...] = Field((), min_length=1, title="Definitioner", description="Vad ord betyder.")
    references: tuple[Reference, ...] = Field((), min_length=1, title="Referenser", description="Skrifter som används.")
    annexes: tuple[Annex, ...] = Field((), min_length=1, title="Bilagor", description="Bilagor till uppföljningen.")
    sections: tuple[FollowUpSection, ...] = Field(
        (), min_length=1, title="Egna avsnitt", description="Egna avsnitt; de hamnar där `sections` står i filen."
    )
    signatures: Signatures | None = Field(None, title="Underskrifter", description="Om uppföljningen undertecknas.")

    @property
    def dated(self) -> CoarseDate | None:
        """When it was made; of one without a date, the end of the time that it follows up, and no later day."""
        return self.date or (self.period.ends_on if self.period else None)

    @property
    def said(self) -> Sayable:
        """Its date in a sentence: ”uppföljningen den 3 maj 2024”, ”uppföljningen av tiden till och med 2023”."""
        return self.date or (OF_TIME_UNTIL.with_fields(end=self.dated) if self.dated else UNDATED)
