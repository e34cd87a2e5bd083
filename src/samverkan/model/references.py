"""What documents cite and carry with them: references, definitions and annexes."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from samverkan.model.base import Id, Line, Part, Prose, TextPart, Url
from samverkan.model.choices import Item, ReferenceType
from samverkan.model.links import AnnexRef


class Reference(TextPart):
    """En lag, strategi, handbok eller annan skrift som dokumentet bygger på."""

    item: ClassVar[Item] = Item.REFERENCE
    text_key: ClassVar[str] = "title"

    id: Id | None = Field(None, title="Id", description="Namn att hänvisa till i löptext med [^id].")
    title: Line = Field(title="Titel", description="Skriftens titel.")
    type: ReferenceType | None = Field(None, title="Typ", description="Vad det är för skrift.")
    issuer: Line | None = Field(None, title="Utgivare", description="Vem som har gett ut den.")
    number: Line | None = Field(
        None, title="Nummer", description="Nummer, till exempel 2023:196 eller Skr. 2016/17:10."
    )
    isbn: Line | None = Field(None, title="ISBN", description="Bokens ISBN.")
    year: Line | None = Field(None, title="År", description="Utgivningsår eller åren som skriften gäller.")
    url: Url | None = Field(None, title="Webbadress", description="Var den kan läsas.")
    text: Prose | None = Field(None, title="Anmärkning", description="Vad i skriften som åsyftas.")


class Definition(Part):
    """Vad ett ord betyder i dokumentet."""

    item: ClassVar[Item] = Item.DEFINITION

    id: Id | None = Field(None, title="Id", description="Namn att hänvisa till i löptext med [^id].")
    term: Line = Field(title="Ord", description="Ordet som förklaras.")
    text: Prose = Field(title="Förklaring", description="Vad det betyder här.")


class Annex(TextPart):
    """En bilaga: ett annat dokument i arbetsytan, eller en fil med en titel."""

    text_key: ClassVar[str] = "title"

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["title"]}, {"required": ["document"]}]})

    title: Line | None = Field(
        None, title="Titel", description="Bilagans titel, om den inte är ett dokument i arbetsytan."
    )
    document: AnnexRef | None = Field(None, title="Dokument", description="Id för dokumentet som är bilaga.")
    file: Line | None = Field(None, title="Fil", description="Filens namn, om bilagan är en fil.")

    @model_validator(mode="after")
    def _has_a_name(self) -> Self:
        if self.title is None and self.document is None:
            raise PydanticCustomError("annex_form", "annex")
        return self
