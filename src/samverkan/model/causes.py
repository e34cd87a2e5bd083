"""The cause analysis (orsaksanalys): why each prioritised problem arises; of its own or inside a situation picture."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from samverkan.model.base import Id, Line, Lines, Many, Prose, TextPart, own_number
from samverkan.model.choices import Choice, Effect, Item, Perspective
from samverkan.model.dates import CoarseDate
from samverkan.model.document import Analysing, ByParties, Dated, Fulfilling, Superseding, UnderAgreement
from samverkan.model.links import AgreementRef, AnalysisRefs, EvidenceRefs, Parties, PictureRef, PlannedRef, ProblemRef
from samverkan.model.parties import Decision
from samverkan.model.references import Annex, Definition, Reference
from samverkan.model.sections import Section, shown_blocks


class Cause(TextPart):
    """En orsak till ett problem. Orsakerna numreras i den ordning de står."""

    item: ClassVar[Item] = Item.CAUSE

    id: Id | None = Field(None, title="Id", description="Orsakens namn, så att åtgärder kan hänvisa till den.")
    number: Line | None = own_number("orsaken")
    text: Prose = Field(title="Orsak", description="Varför problemet uppstår, på den platsen och vid den tiden.")
    perspective: Perspective | None = Field(
        None,
        title="Perspektiv",
        description="situation (plats och tillfälle), victim (brottsutsatt) eller offender (gärningsperson).",
    )
    effect: Effect | None = Field(
        None, title="Effekt", description="risk om orsaken driver på problemet, protective om den håller det tillbaka."
    )
    evidence: EvidenceRefs = Field(
        (), title="Underlag", description="Id för de källor och indikatorer i lägesbilden som orsaken bygger på."
    )
    out_of_reach: Prose | None = Field(
        None,
        title="Utanför parternas möjligheter",
        description="Varför parterna inte kan påverka orsaken, till exempel: Handeln styrs av fastighetsägarna.",
    )
    note: Prose | None = Field(None, title="Anmärkning", description="Hur säker orsaken är och vad den bygger på.")


class ProblemAnalysis(TextPart):
    """Analysen av ett problem: varför det uppstår."""

    text_key: ClassVar[str] = "problem_text"

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["problem"]}, {"required": ["problem_text"]}]})

    problem: ProblemRef | None = Field(None, title="Problem", description="Id för problemet i lägesbilden.")
    problem_text: Line | None = Field(
        None,
        title="Problem i ord",
        description="Problemet, när det inte finns i någon lägesbild här, till exempel Rån mot unga vid gallerian.",
    )
    number: Line | None = own_number("problemet")
    text: Prose | None = Field(None, title="Beskrivning", description="Analysen i ord.")
    causes: tuple[Cause, ...] = Field(
        (),
        min_length=1,
        title="Orsaker",
        description="Problemets orsaker, i ordning; utelämnas när de inte är kända eller inte skiljs åt.",
    )
    knowledge_gaps: Lines = Field((), title="Kunskapsluckor", description="Vad som inte är känt om orsakerna.")

    @property
    def says_why(self) -> bool:
        """Whether anything is told: causes, words, or what is not known."""
        return bool(self.causes or self.text or self.knowledge_gaps)

    @model_validator(mode="after")
    def _is_about_something(self) -> Self:
        if self.problem is None and self.problem_text is None:
            raise PydanticCustomError("analysis_form", "analysis")
        return self


class AnalysisBlock(Choice):
    """A part of a cause analysis that a section can show."""

    INTRODUCTION = "introduction", "Inledning", "Introduction"
    METHOD = "method", "Metod", "Method"
    ANALYSES = "analyses", "Orsaker", "Causes"
    DEFINITIONS = "definitions", "Definitioner", "Definitions"
    DECISIONS = "decisions", "Beslut", "Decisions"
    REFERENCES = "references", "Referenser", "References"
    ANNEXES = "annexes", "Bilagor", "Annexes"


class AnalysisSection(Section):
    """Ett eget avsnitt: egen text, en egen rubrik för en annan del av dokumentet, eller båda."""

    shows: Many[AnalysisBlock] = shown_blocks()


class CauseAnalysis(Dated, Superseding, UnderAgreement, Fulfilling, ByParties, Analysing):
    """Orsaksanalys: varför de prioriterade problemen i lägesbilden uppstår."""

    kind: Literal["cause-analysis"] = Field(title="Typ", description="Dokumentets typ: cause-analysis.")
    agreement: AgreementRef | None = Field(
        None, title="Överenskommelse", description="Id för överenskommelsen som analysen hör till."
    )
    fulfils: PlannedRef | None = Field(
        None,
        title="Uppfyller",
        description="Id för posten under `planned_documents` i överenskommelsen, om flera kan avses.",
    )
    picture: PictureRef | None = Field(
        None,
        title="Lägesbild",
        description="Id för lägesbilden vars problem analyseras. Utelämnas när analysen gjordes utan lägesbild.",
    )
    date: CoarseDate | None = Field(None, title="Datum", description="När analysen blev klar.")
    by: Parties | None = Field(
        None, title="Av", description="Vem som har gjort analysen: jointly, eller id för parter i överenskommelsen."
    )
    participants: Lines = Field((), title="Deltagare", description="Roller eller verksamheter som deltog.")
    supersedes: AnalysisRefs = Field(
        (), title="Ersätter", description="Id för tidigare orsaksanalyser som denna ersätter."
    )
    introduction: Prose | None = Field(None, title="Inledning", description="Inledande text.")
    method: Prose | None = Field(
        None, title="Metod", description="Hur analysen gjordes, till exempel fiskben, orsaksträd eller brottstriangel."
    )
    analyses: tuple[ProblemAnalysis, ...] = Field(
        min_length=1, title="Orsaker per problem", description="En analys för varje problem."
    )
    definitions: tuple[Definition, ...] = Field((), min_length=1, title="Definitioner", description="Vad ord betyder.")
    references: tuple[Reference, ...] = Field((), min_length=1, title="Referenser", description="Skrifter som används.")
    annexes: tuple[Annex, ...] = Field((), min_length=1, title="Bilagor", description="Bilagor till analysen.")
    sections: tuple[AnalysisSection, ...] = Field(
        (), min_length=1, title="Egna avsnitt", description="Egna avsnitt; de hamnar där `sections` står i filen."
    )
    decisions: tuple[Decision, ...] = Field((), min_length=1, title="Beslut", description="Beslut om analysen.")
