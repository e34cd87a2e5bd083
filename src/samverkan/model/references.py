"""What documents cite and carry with them: references, definitions and annexes."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from samverkan.model.base import Id, Line, Part, Prose, TextPart, Url, Years
from samverkan.model.choices import Item, ReferenceType
from samverkan.model.links import AnnexRef, DocumentOrWorkRef, Parties
from samverkan.model.terms import Period


class Reference(TextPart):
    """En lag, strategi, handbok eller annan skrift som dokumentet bygger på."""

    item: ClassVar[Item] = Item.REFERENCE
    text_key: ClassVar[str] = "title"

    id: Id | None = Field(None, title="Id", description="Namn att hänvisa till i löptext med [^id].")
    type: ReferenceType | None = Field(None, title="Typ", description="Vad det är för skrift.")
    title: Line = Field(title="Titel", description="Skriftens titel.")
    issuer: Line | None = Field(None, title="Utgivare", description="Vem som har gett ut den.")
    number: Line | None = Field(
        None, title="Nummer", description="Nummer, till exempel 2023:196 eller Skr. 2016/17:10."
    )
    isbn: Line | None = Field(None, title="ISBN", description="Bokens ISBN.")
    year: Years | None = Field(None, title="År", description="Utgivningsår eller åren som skriften gäller.")
    url: Url | None = Field(None, title="Webbadress", description="Var den kan läsas.")
    text: Prose | None = Field(None, title="Anmärkning", description="Vad i skriften som åsyftas.")


class Definition(Part):
    """Vad ett ord betyder i dokumentet."""

    item: ClassVar[Item] = Item.DEFINITION

    id: Id | None = Field(None, title="Id", description="Namn att hänvisa till i löptext med [^id].")
    term: Line = Field(title="Ord", description="Ordet som förklaras.")
    text: Prose = Field(title="Förklaring", description="Vad det betyder här.")


class DocumentPart(TextPart):
    """En av flera delar, rapporter eller överenskommelser i ett och samma dokument."""

    text_key: ClassVar[str] = "title"

    title: Line = Field(title="Rubrik", description="Delens rubrik, till exempel Del 1 eller Rapport för Centrum.")
    document: DocumentOrWorkRef | None = Field(
        None, title="Dokument", description="Id för delen, om den är en egen fil här."
    )
    by: Parties | None = Field(None, title="Av", description="Id för parterna, om delen inte är allas.")
    area: Line | None = Field(None, title="Område", description="Området som delen gäller, till exempel Centrum.")
    period: Period | None = Field(None, title="Period", description="Tiden som delen gäller, till exempel T1 2018.")
    text: Prose | None = Field(None, title="Innehåll", description="Vad som står i delen.")


class Annex(TextPart):
    """En bilaga: ett annat dokument i arbetsytan, eller en fil med en titel."""

    text_key: ClassVar[str] = "title"

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["title"]}, {"required": ["document"]}]})

    title: Line | None = Field(
        None, title="Titel", description="Bilagans titel, om den inte är ett dokument i arbetsytan."
    )
    document: AnnexRef | None = Field(None, title="Dokument", description="Id för dokumentet som är bilaga.")
    file: Line | None = Field(None, title="Fil", description="Filens namn, om bilagan är en fil.")
    url: Url | None = Field(None, title="Webbadress", description="Adressen där bilagan kan läsas.")

    @model_validator(mode="after")
    def _has_a_name(self) -> Self:
        if self.title is None and self.document is None:
            raise PydanticCustomError("annex_form", "annex")
        return self
