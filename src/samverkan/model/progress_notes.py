"""How it goes with a goal, a measure or an activity, as the document tells itself: one note, or several with dates."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from samverkan.model.base import ManyParts, Prose, TextPart
from samverkan.model.choices import Light
from samverkan.model.counts import Count
from samverkan.model.dates import CoarseDate


class ProgressNote(TextPart):
    """Hur det går eller gick vid en tidpunkt, med trafikljus som alltid står som ord."""

    text_key: ClassVar[str] = "text"

    light: Light | None = Field(None, title="Bedömning", description="green (grön), yellow (gul) eller red (röd).")
    date: CoarseDate | None = Field(None, title="Datum", description="När läget bedömdes.")
    text: Prose | None = Field(None, title="Kommentar", description="Hur det har gått, eller varför läget är som nu.")
    counts: tuple[Count, ...] = Field(
        (), min_length=1, title="Siffror", description="Vad det gav, i siffror: {title: besökare, value: 140}."
    )


def notes() -> Any:
    """Describe the key `status`, of what may tell itself how it goes."""
    return Field(
        (), title="Uppföljning", description="Hur det går: en anteckning, eller flera med datum i tidsordning."
    )


ProgressNotes = ManyParts[ProgressNote]
"""One note, or a list of them in the order of time."""
