"""The cooperation agreement (samverkansöverenskommelse)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from samverkan.findings import KeyPath
from samverkan.model.base import Lines, Many, Prose, Whole, YesNo
from samverkan.model.choices import Choice
from samverkan.model.cooperation import Commitment, FocusArea, Forum, Purpose, WorkingModel
from samverkan.model.counts import BackgroundFigure
from samverkan.model.dates import CoarseDate
from samverkan.model.document import Dated, Extending, FollowedUp, Signed, Superseding, dated
from samverkan.model.goals import MainGoal
from samverkan.model.links import AgreedItemRefs, AgreementOrWorkRef, DocumentOrWorkRefs, OneOrMoreAgreements
from samverkan.model.parties import Decision, Originals, Party, Signatures, SigningRule
from samverkan.model.references import Annex, Definition, DocumentPart, Reference
from samverkan.model.sections import Section, shown_blocks
from samverkan.model.terms import FollowUpTerms, PlannedDocument, Validity


class Block(Choice):
    """A part of an agreement that a section can show under its own heading."""

    INTRODUCTION = "introduction", "Inledning", "Introduction"
    BACKGROUND = "background", "Bakgrund", "Background"
    NEEDS_ANALYSIS = "needs_analysis", "Behovsanalys", "Needs analysis"
    FIGURES = "figures", "Siffror", "Figures"
    PURPOSES = "purposes", "Syfte", "Purpose"
    DEFINITIONS = "definitions", "Definitioner", "Definitions"
    WORKING_MODEL = "working_model", "Arbetsmodell", "Working model"
    FORUMS = "forums", "Samverkansforum", "Forums"
    GOALS = "goals", "Övergripande mål", "Overall goals"
    FOCUS_AREAS = "focus_areas", "Fokusområden", "Focus areas"
    COMMITMENTS = "commitments", "Åtaganden", "Commitments"
    PLANNED_DOCUMENTS = "planned_documents", "Dokument som parterna tar fram", "Documents to be produced"
    FOLLOW_UP = "follow_up", "Uppföljning", "Follow-up"
    VALIDITY = "validity", "Giltighetstid", "Validity"
    SIGNING_RULES = "signing_rules", "Beslut och undertecknande", "Decision and signing"
    DECISIONS = "decisions", "Beslut", "Decisions"
    REFERENCES = "references", "Referenser", "References"
    PARTS = "parts", "Delar", "Parts"
    ANNEXES = "annexes", "Bilagor", "Annexes"


class Outline(Choice):
    """A shape that an agreement is given, other than the order of its file."""

    TWO_PARTS = "two-parts", "två delar: överenskommelsen, och hur den genomförs", "two parts: what is agreed, and how"


class AgreementSection(Section):
    """Ett eget avsnitt: egen text, en egen rubrik för en annan del av dokumentet, eller båda."""

    shows: Many[Block] = shown_blocks()
    only: AgreedItemRefs = Field(
        (),
        title="Bara",
        description="Id för det av delarna i `shows` som står här, till exempel åtagandena om resurser; resten står "
        "i andra avsnitt.",
    )


class Agreement(Signed, Dated, Superseding, Extending, FollowedUp):
    """Samverkansöverenskommelse mellan kommuner, lokalpolisområden och andra parter."""

    not_agreed: ClassVar[frozenset[str]] = Signed.not_agreed | {"outline"}

    kind: Literal["agreement"] = Field(title="Typ", description="Dokumentets typ: agreement.")
    part: Whole | None = Field(
        None, title="Del", description="Vilken del i ordningen, om överenskommelsen har flera delar."
    )
    parties: tuple[Party, ...] = Field(min_length=2, title="Parter", description="De som ingår överenskommelsen.")
    partners: Lines = Field(
        (), title="Medverkande", description="De som medverkar utan att vara parter, till exempel räddningstjänsten."
    )
    date: CoarseDate | None = dated("överenskommelsen")
    validity: Validity = Field(
        default_factory=Validity,
        title="Giltighetstid",
        description="Hur länge överenskommelsen gäller. Utelämnas om den inte säger det.",
    )
    supersedes: OneOrMoreAgreements = Field(
        (),
        title="Ersätter",
        description="Id för tidigare överenskommelser, i mappen eller under `references`, som denna ersätter.",
    )
    extends: OneOrMoreAgreements = Field(
        (), title="Förlänger", description="Id för tidigare överenskommelser som gäller vidare genom denna."
    )
    part_of: AgreementOrWorkRef | None = Field(
        None, title="Del av", description="Id för överenskommelsen som denna är en del av, till exempel en central."
    )
    based_on: DocumentOrWorkRefs = Field(
        (), title="Bygger på", description="Id för dokument som denna bygger på, till exempel en lägesbild."
    )
    alongside: OneOrMoreAgreements = Field(
        (),
        title="Gäller vid sidan av",
        description="Id för andra överenskommelser som gäller samtidigt, för ett annat syfte eller med andra parter.",
    )
    introduction: Prose | None = Field(None, title="Inledning", description="Inledande text.")
    background: Prose | None = Field(None, title="Bakgrund", description="Bakgrund och sammanhang.")
    needs_analysis: Prose | None = Field(
        None, title="Behovsanalys", description="Vilka behov av samverkan som finns, och varför."
    )
    figures: tuple[BackgroundFigure, ...] = Field(
        (),
        min_length=1,
        title="Siffror",
        description="Siffror som överenskommelsen anger, till exempel anmälda brott år för år eller en budget.",
    )
    purposes: tuple[Purpose, ...] = Field(
        (), min_length=1, title="Syfte", description="Vilka syften samverkan ska ske för (9 § lagen (2023:196))."
    )
    definitions: tuple[Definition, ...] = Field(
        (), min_length=1, title="Definitioner", description="Vad ord betyder i överenskommelsen."
    )
    working_model: WorkingModel | None = Field(
        None, title="Arbetsmodell", description="Hur parterna arbetar, steg för steg."
    )
    forums: tuple[Forum, ...] = Field((), min_length=1, title="Samverkansforum", description="Var parterna möts.")
    goals: tuple[MainGoal, ...] = Field(
        (), min_length=1, title="Övergripande mål", description="Mål för hela samverkan."
    )
    focus_areas: tuple[FocusArea, ...] = Field(
        (),
        min_length=1,
        title="Fokusområden",
        description="Inom vilka områden samverkan ska ske (9 § lagen (2023:196)).",
    )
    not_exhaustive: YesNo | None = Field(
        None, title="Bland annat", description="true om fokusområdena är exempel och samverkan sker även i andra."
    )
    commitments: tuple[Commitment, ...] = Field(
        (), min_length=1, title="Åtaganden", description="Vad parterna åtar sig."
    )
    planned_documents: tuple[PlannedDocument, ...] = Field(
        (), min_length=1, title="Dokument som tas fram", description="Dokument som parterna ska ta fram under tiden."
    )
    follow_up: FollowUpTerms | None = Field(None, title="Uppföljning", description="Hur samverkan följs upp.")
    references: tuple[Reference, ...] = Field(
        (), min_length=1, title="Referenser", description="Lagar, strategier och handböcker."
    )
    parts: tuple[DocumentPart, ...] = Field(
        (),
        min_length=1,
        title="Delar",
        description="Delarna, när ett och samma dokument har flera delar eller flera parallella överenskommelser.",
    )
    annexes: tuple[Annex, ...] = Field((), min_length=1, title="Bilagor", description="Bilagor till överenskommelsen.")
    sections: tuple[AgreementSection, ...] = Field(
        (),
        min_length=1,
        title="Egna avsnitt",
        description="Egna avsnitt och rubriker; de hamnar där `sections` står i filen.",
    )
    decisions: tuple[Decision, ...] = Field(
        (), min_length=1, title="Beslut", description="Beslut som ligger till grund."
    )
    signing_rules: tuple[SigningRule, ...] = Field(
        (), min_length=1, title="Undertecknande", description="Vem som beslutar om och undertecknar vilka dokument."
    )
    outline: Outline | None = Field(
        None,
        title="Disposition",
        description="two-parts delar upp dokumentet som i den nationella mallen: del 1 om vad parterna är överens om, "
        "del 2 om mål, åtaganden, dokument och uppföljning, och sist bilagorna. Utelämnas för filens egen ordning.",
    )
    originals: Originals | None = Field(
        None, title="Original", description="Hur många original som upprättas, till exempel 2."
    )
    signatures: Signatures | None = Field(
        None, title="Underskrifter", description="Ort, datum och de som undertecknar."
    )

    def signing_dates(self) -> Iterator[tuple[KeyPath, CoarseDate]]:
        """Each date of signing with its place: the common one first, then those of single signatories."""
        if self.signatures is None:
            return
        if self.signatures.date:
            yield ("signatures", "date"), self.signatures.date
        for i, signatory in enumerate(self.signatures.signatories):
            if signatory.date:
                yield ("signatures", "signatories", i, "date"), signatory.date

    def all_goals(self) -> Iterator[tuple[KeyPath, MainGoal]]:
        """Each goal with its place: the overall ones first, then those of each focus area."""
        for i, goal in enumerate(self.goals):
            yield ("goals", i), goal
        for i, area in enumerate(self.focus_areas):
            for j, goal in enumerate(area.goals):
                yield ("focus_areas", i, "goals", j), goal
