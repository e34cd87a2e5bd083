"""Sections of the author's own."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from samverkan.model.base import Line, Prose, TextPart


class Section(TextPart):
    """Ett eget avsnitt: egen text, en egen rubrik för en annan del av dokumentet, eller båda."""

    text_key: ClassVar[str] = "title"

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["title"]}, {"required": ["shows"]}]})

    title: Line | None = Field(None, title="Rubrik", description="Avsnittets rubrik.")
    text: Prose | None = Field(None, title="Text", description="Avsnittets text.")
    shows: tuple[Any, ...] = ()

    @model_validator(mode="after")
    def _has_a_heading(self) -> Self:
        if self.title is None and not self.shows:
            raise PydanticCustomError("section_form", "section")
        return self


def shown_blocks() -> Any:
    """Describe the key `shows`, which each kind types with its own blocks."""
    return Field(
        (),
        min_length=1,
        title="Visar",
        description="Delar av dokumentet som flyttas hit och står efter avsnittets text, till exempel goals för målen.",
    )
