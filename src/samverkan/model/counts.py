"""Figures as documents state them: with what is counted, how exactly, what is a part of what, and over time."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from samverkan.model.base import Id, Line, Number, TextPart
from samverkan.model.choices import FigureStatus, Item, Precision
from samverkan.model.figure_periods import FigurePeriod


def how_exact() -> Any:
    """Describe the key `precision`, which stands beside each kind of figure."""
    return Field(
        None,
        title="Noggrannhet",
        description="about (cirka), at-least (minst), at-most (högst), more-than (fler än), less-than (färre än), "
        "just-over (drygt) eller almost (knappt). Utelämnas när siffran är exakt.",
    )


def in_words() -> Any:
    """Describe the key `text` of a figure: what is said where it is not known, or beside it."""
    return Field(
        None,
        title="I ord",
        description="Siffran i ord, till exempel ett par hundra, eller varför den saknas: redovisas inte längre.",
    )


def divided() -> Any:
    """Describe the key `of_which`, which stands with each kind of figure."""
    return Field(
        (), min_length=1, title="Varav", description="Delar av siffran, till exempel `{title: kvällstid, value: 4}`."
    )


def remarked() -> Any:
    """Describe the key `note`, of a figure that something more is said of."""
    return Field(
        None, title="Anmärkning", description="Vad som ska sägas om siffran: summan stämmer inte med tabellen."
    )


class SubCount(TextPart):
    """En del av en siffra: varav så många."""

    text_key: ClassVar[str] = "title"

    title: Line = Field(title="Varav", description="Vilken del det är, till exempel kvällstid.")
    value: Number | None = Field(
        None, title="Värde", description="Siffran, till exempel 4; utelämnas när uppgift saknas."
    )
    text: Line | None = in_words()
    unit: Line | None = Field(None, title="Enhet", description="Vad siffran räknar, om det inte framgår av rubriken.")
    precision: Precision | None = how_exact()


class Figure(TextPart):
    """En siffra för en period."""

    text_key: ClassVar[str] = "period"

    period: FigurePeriod = Field(
        title="Period",
        description="Tiden som siffran gäller, till exempel 2024, 2024-05, T1 2024 eller "
        "{from: 2021-05, until: 2022-04}.",
    )
    value: Number | None = Field(
        None, title="Värde", description="Siffran, med decimalpunkt; utelämnas när uppgift saknas."
    )
    text: Line | None = in_words()
    precision: Precision | None = how_exact()
    status: FigureStatus | None = Field(
        None, title="Status", description="preliminary om siffran kan ändras, annars final."
    )
    note: Line | None = Field(None, title="Anmärkning", description="Vad som ska sägas om just denna siffra.")
    of_which: tuple[SubCount, ...] = divided()


class Count(SubCount):
    """En siffra, till exempel antalet vandringar i en viss kommundel."""

    title: Line = Field(title="Vad", description="Vad som räknas, till exempel Trygghetsvandringar.")
    period: FigurePeriod | None = Field(
        None, title="Period", description="Tiden som siffran gäller, till exempel 2024."
    )
    source: Line | None = Field(None, title="Källa", description="Var siffran är hämtad, till exempel Polisen.")
    note: Line | None = remarked()
    of_which: tuple[SubCount, ...] = divided()


class BackgroundFigure(TextPart):
    """En siffra som dokumentet bygger på, för en tid eller flera, eller i ord."""

    item: ClassVar[Item] = Item.INDICATOR
    text_key: ClassVar[str] = "title"

    id: Id | None = Field(None, title="Id", description="Siffrans namn, så att underlag kan hänvisa till den.")
    title: Line = Field(title="Vad", description="Vad som räknas, till exempel Anmälda bostadsinbrott.")
    value: Number | None = Field(
        None, title="Värde", description="Siffran. Utelämnas när den står i rubriken eller under `values`."
    )
    text: Line | None = in_words()
    unit: Line | None = Field(None, title="Enhet", description="Vad siffran räknar, om det inte framgår av rubriken.")
    precision: Precision | None = how_exact()
    period: FigurePeriod | None = Field(
        None, title="Period", description="Tiden som siffran gäller, till exempel 2024."
    )
    values: tuple[Figure, ...] = Field(
        (), min_length=1, title="Värden", description="Siffrorna för flera tider: {period: 2014, value: 34}."
    )
    source: Line | None = Field(None, title="Källa", description="Var siffran är hämtad, till exempel Polisen.")
    note: Line | None = remarked()
    of_which: tuple[SubCount, ...] = divided()
