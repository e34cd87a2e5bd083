"""Goals, with the five SMART parts where a plan demands them."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from samverkan.model.base import Id, Line, Number, Part, Prose, TextPart
from samverkan.model.choices import Direction, Item
from samverkan.model.dates import CoarseDate
from samverkan.model.deadlines import WithDeadline
from samverkan.model.links import FocusAreaRef, Parties, ProblemRefs, WorkRef


class Baseline(Part):
    """Läget som målet jämförs med."""

    value: Number | None = Field(None, title="Värde", description="Siffran i utgångsläget, med decimalpunkt.")
    period: CoarseDate | None = Field(None, title="Period", description="Året, månaden eller dagen som värdet gäller.")
    source: Line | None = Field(None, title="Källa", description="Var värdet är hämtat.")


class Target(Part):
    """Värdet som ska nås: ett tal, en gräns eller en förändring i procent. Ange ett av dem."""

    value: Number | None = Field(None, title="Målvärde", description="Värdet som ska nås.")
    at_least: Number | None = Field(None, title="Minst", description="Den nedre gränsen.")
    at_most: Number | None = Field(None, title="Högst", description="Den övre gränsen.")
    change_percent: Number | None = Field(
        None,
        title="Förändring i procent",
        description="Förändring mot utgångsläget: -10 är en minskning med 10 procent.",
    )

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        given = [self.value, self.change_percent, self.at_least if self.at_least is not None else self.at_most]
        if sum(part is not None for part in given) != 1:
            raise PydanticCustomError("target_form", "target")
        return self


class Objective(Part):
    """Ett numrerat mål i en nationell strategi som målet bidrar till."""

    reference: WorkRef = Field(title="Referens", description="Id för strategin bland dokumentets referenser.")
    number: Line | None = Field(None, title="Nummer", description="Målets nummer i strategin.")
    text: Line | None = Field(None, title="Lydelse", description="Målet med egna ord.")


class Goal(WithDeadline, TextPart):
    """Ett mål. Texten räcker i en överenskommelse; i en plan ska målet vara SMART."""

    item: ClassVar[Item] = Item.GOAL

    id: Id | None = Field(
        None, title="Id", description="Målets namn, så att planer och uppföljningar kan hänvisa till det."
    )
    text: Prose = Field(title="Mål", description="Målet i ord.")
    specific: Prose | None = Field(None, title="Specifikt (S)", description="Vad som ska förändras, var och för vilka.")
    indicator: Line | None = Field(
        None, title="Indikator (M)", description="Vad som mäts, till exempel anmälda våldsbrott."
    )
    unit: Line | None = Field(
        None, title="Enhet (M)", description="Vad siffran räknar: count, per-cent, per-1000, per-100000 eller egna ord."
    )
    direction: Direction | None = Field(
        None,
        title="Riktning (M)",
        description="Om siffran ska öka (increase), minska (decrease) eller bestå (maintain).",
    )
    baseline: Baseline | None = Field(None, title="Utgångsläge (M)", description="Läget som målet jämförs med.")
    target: Target | None = Field(None, title="Målvärde (M)", description="Värdet som ska nås.")
    criterion: Prose | None = Field(
        None, title="Kriterium (M)", description="För mål utan siffra: vad som avgör om det är nått, ja eller nej."
    )
    accepted: Prose | None = Field(
        None, title="Accepterat (A)", description="Vem som har ställt sig bakom målet, etiskt och politiskt."
    )
    realistic: Prose | None = Field(
        None, title="Realistiskt (R)", description="Varför målet kan nås: resurser och förutsättningar."
    )
    deadline: CoarseDate | None = Field(None, title="Senast (T)", description="När målet ska vara nått.")
    responsible: Parties | None = Field(None, title="Ansvarig", description="Id för den eller de parter som ansvarar.")
    problems: ProblemRefs = Field((), title="Problem", description="Id för de problem i lägesbilden som målet gäller.")
    focus_area: FocusAreaRef | None = Field(
        None, title="Fokusområde", description="Id för fokusområdet i överenskommelsen som målet hör till."
    )
    objectives: tuple[Objective, ...] = Field(
        (), min_length=1, title="Nationella mål", description="Mål i nationella strategier som målet bidrar till."
    )
