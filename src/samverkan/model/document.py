"""What every kind of document begins with."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from samverkan.model.base import Id, Line, Part
from samverkan.model.choices import DocumentLanguage


class DocumentModel(Part):
    """Ett dokument."""

    not_agreed: ClassVar[frozenset[str]] = frozenset({"samverkan"})

    samverkan: Literal["1"] = Field(title="Format", description="Filformatets version: 1.")
    kind: str = Field(title="Slag", description="Dokumentets slag.")
    id: Id = Field(title="Id", description="Dokumentets eget namn, samma som filens, till exempel lessebo-2019.")
    title: Line = Field(title="Titel", description="Dokumentets titel.")
    subtitle: Line | None = Field(None, title="Underrubrik", description="En rad under titeln.")
    language: DocumentLanguage = Field(
        DocumentLanguage.SV, title="Språk", description="Språket som dokumentet är skrivet på."
    )
