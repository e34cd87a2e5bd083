"""Who signs: parties, decisions, signing rules and signatures."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from samverkan.model.base import (
    Fingerprint,
    Id,
    Line,
    Lines,
    Many,
    ManyParts,
    MunicipalityCode,
    OrganisationNumber,
    Part,
    Prose,
    TextPart,
    Whole,
    YesNo,
    one_of,
)
from samverkan.model.choices import DecisionType, Item, PartyType, SignedDocument
from samverkan.model.dates import CoarseDate
from samverkan.model.links import PartyRef
from samverkan.model.turned_down import is_partial, is_turned_down, tells_a_decision, type_said


class Party(Part):
    """En part: en av dem som står bakom dokumentet."""

    item: ClassVar[Item] = Item.PARTY
    not_agreed: ClassVar[frozenset[str]] = frozenset({"contact"})

    id: Id = Field(title="Id", description="Partens namn inom dokumentet, till exempel kommunen eller polisen.")
    type: PartyType = Field(title="Typ", description="Vad parten är: polis, kommun eller något annat.")
    code: MunicipalityCode | None = Field(
        None, title="Kommunkod", description='Kommunens fyrsiffriga kod hos SCB, inom citattecken: "0761".'
    )
    name: Line = Field(title="Namn", description="Partens namn som det skrivs i avtal, till exempel Falu kommun.")
    part_of: Line | None = Field(
        None, title="Del av", description="Vad parten är en del av, till exempel Polisområde Fyrbodal."
    )
    case_number: Line | None = Field(None, title="Diarienummer", description="Partens eget diarienummer för ärendet.")
    organisation_number: OrganisationNumber | None = Field(
        None, title="Organisationsnummer", description="Partens organisationsnummer, tio siffror med bindestreck."
    )
    short_name: Line | None = Field(
        None, title="Kallas", description="Vad parten kallas i texten, till exempel kommunen: nedan kommunen."
    )
    represented_by: Lines = Field(
        (), title="Företräds av", description="De som företräder parten, till exempel Anna Ek, kommundirektör."
    )
    contact: Lines = Field(
        (), title="Kontakt", description="Hos parten: vem som svarar på frågor, till exempel trygghet@exempelby.se."
    )

    @property
    def tells_its_type(self) -> bool:
        """Whether the name itself says what the party is, as ”Falu kommun” does."""
        name = self.name.casefold()
        return any(word in name for word in (self.type.sv, self.type.en))


class Decision(TextPart):
    """Ett beslut som ligger till grund för dokumentet."""

    text_key: ClassVar[str] = "body"
    model_config = one_of(("body", "party", "date", "paragraph", "case_number"))

    body: Line | None = Field(
        None,
        title="Beslutande",
        description="Vem som beslutade, till exempel Kommunstyrelsen. Utelämnas om det inte framgår.",
    )
    party: PartyRef | None = Field(None, title="Part", description="Id för den part som beslutet hör till.")
    date: CoarseDate | None = Field(None, title="Datum", description="När beslutet fattades.")
    type: DecisionType | None = Field(
        None,
        title="Typ",
        description="adopted när dokumentet fastställdes, revised när det ändrades, extended när dess tid förlängdes, "
        "noted när det bara noterades och informed när man informerades om det. Inget antogs vid deferred (bordlades), "
        "referred-back (återremitterades) och rejected (avslogs). planned när beslutet bara är planerat. "
        "Utelämnas om det inte är känt.",
    )
    paragraph: Line | None = Field(None, title="Paragraf", description="Paragrafen i protokollet, till exempel § 43.")
    case_number: Line | None = Field(None, title="Diarienummer", description="Ärendets diarienummer.")
    text: Prose | None = Field(None, title="Innehåll", description="Vad beslutet innebär, om det behöver sägas.")

    @model_validator(mode="after")
    def _can_be_told(self) -> Self:
        if all(known is None for known in (self.body, self.party, self.date, self.paragraph, self.case_number)):
            raise PydanticCustomError("decision_form", "decision")
        return self

    @property
    def is_in_words(self) -> bool:
        """Whether all of it is told in one text, rather than who decided, and when, each by itself."""
        return self.body is not None and self.date is None and self.paragraph is None and tells_a_decision(self.body)

    @property
    def does(self) -> DecisionType | None:
        """What it does with the document, by its type or else as its text says; None where neither tells."""
        return self.type or (type_said(self.text) if self.text else None)

    @property
    def is_partial(self) -> bool:
        """Whether its text says that only some of the document was decided."""
        return self.type is None and self.text is not None and is_partial(self.text)

    @property
    def decides(self) -> bool:
        """Whether something was decided: who is informed of a document, notes it or turns it down adopts nothing."""
        adopts_nothing = {DecisionType.NOTED, DecisionType.INFORMED, DecisionType.PLANNED}
        return self.type not in adopts_nothing and not self.turns_down

    @property
    def is_planned(self) -> bool:
        """Whether it has not been made yet; its date is that of the meeting where it is to be made."""
        return self.type is DecisionType.PLANNED

    @property
    def turns_down(self) -> bool:
        """Whether the matter was put off, sent back or turned down, by its type or else by what it says itself."""
        if self.type is None:
            return is_turned_down(f"{self.text or ''} {(self.body or '') if self.is_in_words else ''}")
        return self.type in {DecisionType.DEFERRED, DecisionType.REFERRED_BACK, DecisionType.REJECTED}


class SigningRule(Part):
    """Vem som beslutar om och undertecknar vissa dokument."""

    title: Line | None = Field(
        None, title="Benämning", description="Vad parterna kallar dokumenten, om de har ett eget namn."
    )
    documents: Many[SignedDocument] = Field(title="Dokument", description="Vilka dokument regeln gäller.")
    signed_by: Lines = Field(title="Undertecknas av", description="Rollerna som undertecknar, en per rad.")
    decided_by: Lines = Field(
        (), title="Beslutas av", description="Rollerna eller organen som beslutar före undertecknandet."
    )


class Proxy(TextPart):
    """Den som undertecknar i någon annans ställe."""

    text_key: ClassVar[str] = "name"
    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": [key]} for key in ("name", "role")]})

    name: Line | None = Field(None, title="Namn", description="Namnet på den som undertecknar i någon annans ställe.")
    role: Line | None = Field(None, title="Roll", description="Rollen, till exempel Biträdande lokalpolisområdeschef.")

    @model_validator(mode="after")
    def _is_someone(self) -> Self:
        if self.name is None and self.role is None:
            raise PydanticCustomError("actor_form", "actor")
        return self


class Signatory(TextPart):
    """Den som undertecknar: så mycket som är känt av part, namn och roll."""

    text_key: ClassVar[str] = "name"

    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": [key]} for key in ("party", "name", "role", "organisation")]}
    )
    not_agreed: ClassVar[frozenset[str]] = frozenset({"place", "date", "signed"})

    party: PartyRef | None = Field(None, title="Part", description="Id för den part som personen undertecknar för.")
    name: Line | None = Field(None, title="Namn", description="Namnförtydligande. Utelämnas om det inte är känt.")
    role: Line | None = Field(
        None, title="Roll", description="Rollen som den står i dokumentet, till exempel TF Lokalpolisområdeschef."
    )
    organisation: Line | None = Field(
        None,
        title="Organisation",
        description="Organisationen som den står vid namnet, om den skiljer sig från partens namn.",
    )
    by_proxy: Proxy | None = Field(
        None, title="Genom", description="Den som undertecknar i personens ställe, till exempel en ställföreträdare."
    )
    place: Line | None = Field(
        None, title="Ort", description="Ort för just denna underskrift, om orterna skiljer sig åt."
    )
    date: CoarseDate | None = Field(
        None, title="Datum", description="Datum för just denna underskrift, om datumen skiljer sig åt."
    )
    signed: YesNo | None = Field(
        None,
        title="Har undertecknat",
        description="false om just denna person inte har undertecknat, även om andra har det; true om det är gjort men "
        "inte när.",
    )

    @model_validator(mode="after")
    def _is_someone(self) -> Self:
        if all(known is None for known in (self.party, self.name, self.role, self.organisation)):
            raise PydanticCustomError("actor_form", "actor")
        return self


class Originals(TextPart):
    """Hur många original som överenskommelsen är upprättad i."""

    text_key: ClassVar[str] = "count"

    count: Whole = Field(title="Antal original", description="Hur många likalydande original som upprättas.")
    one_each: YesNo | None = Field(
        None, title="Ett till varje part", description="true om varje part får ett av originalen."
    )


class Signatures(Part):
    """Underskrifterna: ort och datum en gång för alla eller för var och en."""

    not_agreed: ClassVar[frozenset[str]] = frozenset({"place", "date", "fingerprint", "digital"})

    place: Line | None = Field(None, title="Ort", description="Orten där alla undertecknade.")
    date: CoarseDate | None = Field(
        None,
        title="Datum",
        description="När dokumentet undertecknades; ett år räcker. Utelämnas tills det är undertecknat.",
    )
    digital: YesNo | None = Field(
        None, title="Digitalt", description="true om dokumentet är undertecknat digitalt och inte på papper."
    )
    fingerprint: Fingerprint | None = Field(
        None,
        title="Kontrollkod",
        description="Textens kontrollkod vid undertecknandet, ur dokumentets sidfot, så att senare ändringar märks.",
    )
    text: Line | None = Field(
        None,
        title="I ord",
        description="Vem som undertecknade, när det bara är känt i ord: Undertecknat av företrädare för båda parter.",
    )
    signatories: ManyParts[Signatory] = Field(
        (), title="Undertecknare", description="De som undertecknar, i den ordning de ska stå."
    )
    present: Lines = Field(
        (),
        title="Närvarande",
        description="De som var med utan att underteckna, till exempel Anna Ek, länspolismästare.",
    )

    @property
    def signed_on(self) -> CoarseDate | None:
        """The common day of signing, or else the day when the last one signed; None until all have signed.

        Who joins later, on a day of their own, does not change when the others signed.
        """
        if self.lacks_somebody:
            return None
        if self.date is not None:
            return self.date
        dates = [signatory.date for signatory in self.signatories if signatory.date]
        return max(dates) if 0 < len(dates) == len(self.signatories) else None

    @property
    def is_told(self) -> bool:
        """Whether it is told that the document is signed, though maybe not when."""
        return not self.lacks_somebody and (self.date is not None or self.fingerprint is not None)

    @property
    def lacks_somebody(self) -> bool:
        """Whether it is told that somebody has not signed."""
        return any(signatory.signed is False for signatory in self.signatories)
