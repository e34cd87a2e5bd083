"""The cooperation agreement (samverkansöverenskommelse)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from samverkan.findings import Path
from samverkan.messages import Text as Words
from samverkan.model.base import PARTY_GROUPS, Id, Part, Prose, Ref, Refs, Text, Url, Whole
from samverkan.model.choices import Choice, ReferenceType
from samverkan.model.cooperation import Commitment, FocusArea, Forum, Purpose, WorkingModel
from samverkan.model.dates import CoarseDate
from samverkan.model.document import DocumentModel
from samverkan.model.goals import Goal
from samverkan.model.parties import Decision, Party, Signatures, SigningRule
from samverkan.model.terms import FollowUpTerms, PlannedDocument, Validity


class Wanted(NamedTuple):
    """What a reference is to lead to, and whether it may do so in another document."""

    name: Words
    in_workspace: bool


_FORUM = Wanted(Words("ett forum under forums", "a forum under forums"), in_workspace=False)
_FOCUS_AREA = Wanted(Words("ett fokusområde under focus_areas", "a focus area under focus_areas"), in_workspace=False)
_REFERENCE = Wanted(Words("en skrift under references", "a work under references"), in_workspace=False)
_DOCUMENT = Wanted(
    Words(
        "ett dokument i arbetsytan, eller en skrift under references",
        "a document in the workspace, or a work under references",
    ),
    in_workspace=True,
)


class Reference(Part):
    """En lag, strategi, handbok eller annan skrift som dokumentet bygger på."""

    id: Id = Field(title="Id", description="Namn att hänvisa till i löptext med [^id].")
    title: Text = Field(title="Titel", description="Skriftens titel.")
    type: ReferenceType | None = Field(None, title="Slag", description="Vad det är för skrift.")
    issuer: Text | None = Field(None, title="Utgivare", description="Vem som gett ut den.")
    number: Text | None = Field(
        None, title="Nummer", description="Nummer, till exempel 2023:196 eller Skr. 2016/17:10."
    )
    isbn: Text | None = Field(None, title="ISBN", description="Bokens ISBN.")
    year: Text | None = Field(None, title="År", description="Utgivningsår eller åren som skriften gäller.")
    url: Url | None = Field(None, title="Webbadress", description="Var den kan läsas.")
    text: Prose | None = Field(None, title="Anmärkning", description="Vad i skriften som åsyftas.")


class Definition(Part):
    """Vad ett ord betyder i dokumentet."""

    id: Id | None = Field(None, title="Id", description="Namn att hänvisa till i löptext med [^id].")
    term: Text = Field(title="Ord", description="Ordet som förklaras.")
    text: Prose = Field(title="Förklaring", description="Vad det betyder här.")


class Annex(Part):
    """En bilaga: ett annat dokument i arbetsytan, eller en fil med en titel."""

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["title"]}, {"required": ["document"]}]})

    title: Text | None = Field(
        None, title="Titel", description="Bilagans titel, om den inte är ett dokument i arbetsytan."
    )
    document: Ref | None = Field(None, title="Dokument", description="Id för dokumentet som är bilaga.")
    file: Text | None = Field(None, title="Fil", description="Filens namn, om bilagan är en fil.")

    @model_validator(mode="after")
    def _has_a_name(self) -> Self:
        if self.title is None and self.document is None:
            raise PydanticCustomError("annex_form", "annex")
        return self


class Block(Choice):
    """A part of an agreement that a section can show under its own heading."""

    INTRODUCTION = "introduction", "Inledning", "Introduction"
    BACKGROUND = "background", "Bakgrund", "Background"
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
    ANNEXES = "annexes", "Bilagor", "Annexes"


class Section(Part):
    """Ett eget avsnitt, med egen text, egen rubrik på en annan del av dokumentet, eller båda."""

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["title"]}, {"required": ["shows"]}]})

    title: Text | None = Field(None, title="Rubrik", description="Avsnittets rubrik.")
    text: Prose | None = Field(None, title="Text", description="Avsnittets text.")
    shows: tuple[Block, ...] = Field(
        (),
        min_length=1,
        title="Visar",
        description="Delar av dokumentet som ska stå i avsnittet, efter texten.",
    )

    @model_validator(mode="after")
    def _has_a_heading(self) -> Self:
        if self.title is None and not self.shows:
            raise PydanticCustomError("section_form", "section")
        return self


class Agreement(DocumentModel):
    """Samverkansöverenskommelse mellan kommuner, lokalpolisområden och andra parter."""

    kind: Literal["agreement"] = Field(title="Slag", description="Dokumentets slag: agreement.")
    part: Whole | None = Field(
        None, title="Del", description="Vilken del i ordningen, om överenskommelsen har flera delar."
    )
    parties: tuple[Party, ...] = Field(min_length=2, title="Parter", description="De som ingår överenskommelsen.")
    validity: Validity = Field(title="Giltighetstid", description="Hur länge överenskommelsen gäller.")
    supersedes: Refs = Field((), title="Ersätter", description="Id för tidigare överenskommelser som denna ersätter.")
    part_of: Ref | None = Field(
        None, title="Del av", description="Id för överenskommelsen som denna är en del av, till exempel en central."
    )
    based_on: Refs = Field(
        (), title="Bygger på", description="Id för dokument som denna bygger på, till exempel en lägesbild."
    )
    introduction: Prose | None = Field(None, title="Inledning", description="Inledande text.")
    background: Prose | None = Field(None, title="Bakgrund", description="Bakgrund och sammanhang.")
    purposes: tuple[Purpose, ...] = Field(
        (), min_length=1, title="Syfte", description="Vilka syften samverkan ska ske för (9 § lag 2023:196)."
    )
    definitions: tuple[Definition, ...] = Field(
        (), min_length=1, title="Definitioner", description="Vad ord betyder här."
    )
    working_model: WorkingModel | None = Field(
        None, title="Arbetsmodell", description="Hur parterna arbetar, steg för steg."
    )
    forums: tuple[Forum, ...] = Field((), min_length=1, title="Samverkansforum", description="Var parterna möts.")
    goals: tuple[Goal, ...] = Field((), min_length=1, title="Övergripande mål", description="Mål för hela samverkan.")
    focus_areas: tuple[FocusArea, ...] = Field(
        (), min_length=1, title="Fokusområden", description="Inom vilka områden samverkan ska ske (9 § lag 2023:196)."
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
    annexes: tuple[Annex, ...] = Field((), min_length=1, title="Bilagor", description="Bilagor till överenskommelsen.")
    sections: tuple[Section, ...] = Field(
        (),
        min_length=1,
        title="Egna avsnitt",
        description="Egna avsnitt och rubriker; de står där nyckeln står i filen.",
    )
    decisions: tuple[Decision, ...] = Field(
        (), min_length=1, title="Beslut", description="Beslut som ligger till grund."
    )
    signing_rules: tuple[SigningRule, ...] = Field(
        (), min_length=1, title="Undertecknande", description="Vem som beslutar om och undertecknar vilka dokument."
    )
    signatures: Signatures | None = Field(
        None, title="Underskrifter", description="Ort, datum och de som undertecknar."
    )

    @property
    def signed_on(self) -> CoarseDate | None:
        """The day when the last one signed; None until all have."""
        dates = [date for _, date in self.signing_dates()]
        signing = self.signatures.signatories if self.signatures else ()
        everyone = bool(self.signatures and self.signatures.date) or len(dates) == len(signing)
        return max(dates) if dates and everyone else None

    def signing_dates(self) -> Iterator[tuple[Path, CoarseDate]]:
        """Give the dates of signing with their places."""
        if self.signatures is None:
            return
        if self.signatures.date:
            yield ("signatures", "date"), self.signatures.date
        for i, signatory in enumerate(self.signatures.signatories):
            if signatory.date:
                yield ("signatures", "signatories", i, "date"), signatory.date

    def party_references(self) -> Iterator[tuple[Path, str]]:
        """Give every place that names a party, with the id there; words for groups of parties are left out."""
        for path, party in self._parties_named():
            if party not in PARTY_GROUPS:
                yield path, party
        for i, signatory in enumerate(self.signatures.signatories if self.signatures else ()):
            yield ("signatures", "signatories", i, "party"), signatory.party
        for i, decision in enumerate(self.decisions):
            if decision.party:
                yield ("decisions", i, "party"), decision.party

    def _parties_named(self) -> Iterator[tuple[Path, str]]:
        lists: list[tuple[Path, tuple[str, ...] | None]] = []
        lists += [(("commitments", i, "by"), commitment.by) for i, commitment in enumerate(self.commitments)]
        lists += [(("planned_documents", i, "by"), planned.by) for i, planned in enumerate(self.planned_documents)]
        lists += [(("forums", i, "members"), forum.members) for i, forum in enumerate(self.forums)]
        lists += [((*path, "responsible"), goal.responsible) for path, goal in self.all_goals()]
        if self.validity.termination:
            lists.append((("validity", "termination", "by"), self.validity.termination.by))
        for path, named in lists:
            for i, party in enumerate(named or ()):
                yield (*path, i), party

    def all_goals(self) -> Iterator[tuple[Path, Goal]]:
        """Give the overall goals and those of the focus areas, with their places."""
        for i, goal in enumerate(self.goals):
            yield ("goals", i), goal
        for i, area in enumerate(self.focus_areas):
            for j, goal in enumerate(area.goals):
                yield ("focus_areas", i, "goals", j), goal

    def references_made(self) -> Iterator[tuple[Path, str, Wanted]]:
        """Give every reference to a part or a document, with its place and what it is to lead to."""
        for i, commitment in enumerate(self.commitments):
            if commitment.focus_area:
                yield ("commitments", i, "focus_area"), commitment.focus_area, _FOCUS_AREA
        for i, forum in enumerate(self.follow_up.forums if self.follow_up else ()):
            yield ("follow_up", "forums", i), forum, _FORUM
        for path, goal in self.all_goals():
            for i, objective in enumerate(goal.objectives):
                yield (*path, "objectives", i, "reference"), objective.reference, _REFERENCE
        for path, target in self._documents_named():
            yield path, target, _DOCUMENT

    def _documents_named(self) -> Iterator[tuple[Path, str]]:
        for key, targets in (("supersedes", self.supersedes), ("based_on", self.based_on)):
            yield from (((key, i), target) for i, target in enumerate(targets))
        if self.part_of:
            yield ("part_of",), self.part_of
        for i, annex in enumerate(self.annexes):
            if annex.document:
                yield ("annexes", i, "document"), annex.document
