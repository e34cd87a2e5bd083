"""Documents that are not on file: what stands in the place of an id where there is no file to name."""

from __future__ import annotations

from typing import Annotated

from pydantic import Discriminator, Field, Tag

from samverkan.model.base import Line, Part, Prose, Url, Years

BY_ID, ELSEWHERE = "<id>", "<elsewhere>"
ONE_TIME, BETWEEN = "<time>", "<between>"
BRANCHES = frozenset({BY_ID, ELSEWHERE, ONE_TIME, BETWEEN})
"""The steps that pydantic adds to the place of an error: the two ways to name a document, and those to say a time."""


class DocumentElsewhere(Part):
    """Ett dokument som inte finns som fil här: titel, år och var det finns."""

    title: Line = Field(title="Titel", description="Dokumentets titel, till exempel Åtgärdsplan för Exempelby.")
    year: Years | None = Field(None, title="År", description="Året eller åren, till exempel 2016–2018.")
    url: Url | None = Field(None, title="Webbadress", description="Adressen där dokumentet kan läsas.")
    text: Prose | None = Field(None, title="Anmärkning", description="Något annat som behöver sägas om dokumentet.")


def _branch(value: object) -> str:
    return ELSEWHERE if isinstance(value, dict | DocumentElsewhere) else BY_ID


ById = Tag(BY_ID)
"""Marks the id among the two ways to name a document."""
Elsewhere = Annotated[DocumentElsewhere, Tag(ELSEWHERE)]
"""The other way: a document that is not on file."""
EitherWay = Discriminator(_branch)
"""Tells the two ways to name a document apart."""
