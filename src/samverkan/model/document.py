"""What every kind of document begins with, and what several kinds have in common.

The bases say what may be asked of documents of several kinds. They declare no fields: those stand in each kind, in the
order in which its schema shows them and its fingerprint reads them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import Field

from samverkan.model.base import Id, Line, Lines, Many, Part
from samverkan.model.choices import DocumentLanguage, DocumentStatus, Kind
from samverkan.model.parties import Party
from samverkan.model.provenance import Closing, Provenance, Published

if TYPE_CHECKING:
    from samverkan.model.causes import ProblemAnalysis
    from samverkan.model.dates import CoarseDate
    from samverkan.model.elsewhere import DocumentElsewhere
    from samverkan.model.parties import Decision, Signatures
    from samverkan.model.references import Annex, Definition, Reference
    from samverkan.model.sections import Section
    from samverkan.model.terms import FollowUpTerms, Period, PromisePeriod


def dated(what: str) -> Any:
    """Describe the key `date` of a kind of document, called as in running text: `planen`."""
    return Field(None, title="Datum", description=f"Datumet på dokumentet: när {what} blev klar eller senast ändrades.")


class Decided:
    """A document that somebody may have decided on."""

    if TYPE_CHECKING:
        decisions: tuple[Decision, ...]

    @property
    def decided(self) -> tuple[Decision, ...]:
        """The decisions that decide something, in the order of the document: none where it was only noted."""
        return tuple(decision for decision in self.decisions if decision.decides)

    @property
    def decision_dates(self) -> tuple[CoarseDate, ...]:
        """The dates of the decisions that have one, in the order of the document."""
        return tuple(decision.date for decision in self.decided if decision.date is not None)

    @property
    def decided_on(self) -> CoarseDate | None:
        """The date of the latest decision; None while no decision has a date."""
        return max(self.decision_dates, default=None)


class Referring:
    """A document that may have an introduction, list works, define words, and have its own sections and annexes."""

    if TYPE_CHECKING:
        introduction: str | None
        definitions: tuple[Definition, ...]
        references: tuple[Reference, ...]
        annexes: tuple[Annex, ...]
        sections: tuple[Section, ...]


class DocumentModel(Decided, Referring, Part):
    """Ett dokument."""

    not_agreed: ClassVar[frozenset[str]] = frozenset(
        {"samverkan", "status", "serves_as", "closed", "contact", "published", "provenance"}
    )

    samverkan: Literal["1"] = Field(title="Format", description="Filformatets version: 1.")
    kind: str = Field(title="Typ", description="Dokumentets typ.")
    id: Id = Field(title="Id", description="Dokumentets eget namn, samma som filens, till exempel lessebo-2019.")
    title: Line = Field(title="Titel", description="Dokumentets titel.")
    subtitle: Line | None = Field(None, title="Underrubrik", description="En rad under titeln.")
    language: DocumentLanguage = Field(
        DocumentLanguage.SV, title="Språk", description="Språket som dokumentet är skrivet på."
    )
    short_title: Line | None = Field(
        None, title="Kort titel", description="Vad dokumentet kallas i dagligt tal, till exempel Trygghetslöftet."
    )
    ordinal: Line | None = Field(
        None,
        title="Nummer i ordningen",
        description="Dokumentets plats i ordningen, till exempel den femte överenskommelsen.",
    )
    status: DocumentStatus | None = Field(
        None,
        title="Status",
        description="Hur långt dokumentet har kommit, till exempel draft (utkast) eller decided (beslutat), även när "
        "datumet är okänt. Utelämnas om det inte är känt.",
    )
    serves_as: Many[Kind] = Field(
        (),
        title="Är också",
        description="Andra typer av dokument som detta också är, till exempel action-plan när överenskommelsen själv "
        "är åtgärdsplanen.",
    )
    closed: Closing | None = Field(
        None, title="Avslutat", description="Att dokumentet har avslutats i förtid eller utan efterföljare."
    )
    contact: Lines = Field(
        (), title="Kontakt", description="Vem som svarar på frågor, till exempel trygghet@exempelby.se."
    )
    published: Published | None = Field(None, title="Publicerat", description="När och var dokumentet gjordes känt.")
    provenance: Provenance | None = Field(
        None, title="Ursprung", description="Varifrån texten i filen kommer, om den inte är skriven här från början."
    )
    parties: tuple[Party, ...] = Field(
        (),
        min_length=1,
        title="Parter",
        description="Dokumentets egna parter, när det inte hör till en överenskommelse eller när fler står bakom det.",
    )


class Signed(DocumentModel):
    """A document that may be signed."""

    if TYPE_CHECKING:
        signatures: Signatures | None

    @property
    def signed_on(self) -> CoarseDate | None:
        """The date of the signing, or else when the last one signed; None until all have."""
        return self.signatures.signed_on if self.signatures else None


class Dated(DocumentModel):
    """A document with the date when it was made."""

    if TYPE_CHECKING:
        date: CoarseDate | None

    @property
    def made(self) -> CoarseDate | None:
        """When it was made, or last made anew."""
        return self.date


class Timed(DocumentModel):
    """A document for a period: the one that it applies to, or that it describes."""

    if TYPE_CHECKING:
        period: Period | PromisePeriod | None


class Superseding(DocumentModel):
    """A document that may take the place of earlier ones, named by their ids or described."""

    if TYPE_CHECKING:
        supersedes: tuple[str | DocumentElsewhere, ...]


class Extending(DocumentModel):
    """A document that may extend earlier ones, named by their ids or described."""

    if TYPE_CHECKING:
        extends: tuple[str | DocumentElsewhere, ...]


class UnderAgreement(DocumentModel):
    """A document that may belong to an agreement, named by its id or described."""

    if TYPE_CHECKING:
        agreement: str | DocumentElsewhere | None


class Fulfilling(DocumentModel):
    """A document that may say which of an agreement's planned documents it is, by reference."""

    if TYPE_CHECKING:
        fulfils: str | None


class ByParties(DocumentModel):
    """A document made by some parties, named by ids and words for groups; by all of them where it does not say."""

    if TYPE_CHECKING:
        by: tuple[str, ...] | None


class FollowedUp(DocumentModel):
    """A document that is followed up, and may have terms for how often."""

    if TYPE_CHECKING:
        follow_up: FollowUpTerms | None


class Summarised(DocumentModel):
    """A document that may say in short what is most important in it."""

    if TYPE_CHECKING:
        summary: str | None


class Analysing(DocumentModel):
    """A document that may analyse the causes of problems."""

    if TYPE_CHECKING:
        analyses: tuple[ProblemAnalysis, ...]
