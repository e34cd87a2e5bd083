"""Figures as documents state them: with what is counted, how exactly, and what is a part of what."""

from __future__ import annotations

from pydantic import Field

from samverkan.model.base import Line, Number, Part
from samverkan.model.choices import Precision
from samverkan.model.dates import CoarseDate


class SubCount(Part):
    """En del av en siffra: varav så många."""

    title: Line = Field(title="Varav", description="Vilken del det är, till exempel kvällstid.")
    value: Number = Field(title="Värde", description="Siffran, till exempel 4.")
    unit: Line | None = Field(None, title="Enhet", description="Vad siffran räknar, om det inte framgår av rubriken.")
    precision: Precision | None = Field(
        None,
        title="Noggrannhet",
        description="about (cirka), at-least (minst), at-most (högst) eller more-than (fler än).",
    )


class Count(SubCount):
    """En siffra, till exempel antalet vandringar i en viss kommundel."""

    title: Line = Field(title="Vad", description="Vad som räknas, till exempel Trygghetsvandringar.")
    period: CoarseDate | None = Field(None, title="Period", description="Tiden som siffran gäller, till exempel 2024.")
    source: Line | None = Field(None, title="Källa", description="Var siffran är hämtad, till exempel Polisen.")
    of_which: tuple[SubCount, ...] = Field(
        (), min_length=1, title="Varav", description="Delar av siffran, till exempel `{title: kvällstid, value: 4}`."
    )
