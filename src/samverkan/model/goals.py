"""Goals, with the five SMART parts where a plan demands them: what they aim at, and whether a figure meets it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from samverkan.model.base import Id, Line, Number, Prose, TextPart, YesNo, one_of, own_number
from samverkan.model.choices import Direction, Item, Precision
from samverkan.model.counts import how_exact
from samverkan.model.dates import Cadence, CoarseDate
from samverkan.model.deadlines import WithDeadline
from samverkan.model.figure_periods import FigurePeriod
from samverkan.model.links import FocusAreaRef, Parties, ProblemRefs, WorkRef
from samverkan.model.progress_notes import ProgressNotes, notes


@dataclass(frozen=True, slots=True)
class Limits:
    """What a figure has to lie within.

    Attributes:
        low: the lower limit; None where there is none.
        high: the upper limit; None where there is none.
        is_open: whether the limits themselves lie outside, as in “under 20”.
    """

    low: Decimal | None
    high: Decimal | None
    is_open: bool = False

    @property
    def ends(self) -> tuple[Decimal, ...]:
        """The limits that there are, the lower one first; one value where both are the same."""
        found = [end for end in (self.low, self.high) if end is not None]
        return tuple(dict.fromkeys(found))

    def hold(self, value: Decimal) -> bool:
        """Tell whether a figure lies within the limits."""
        if self.is_open and value in self.ends:
            return False
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


class Baseline(TextPart):
    """Utgångsläget som målet jämförs med."""

    value: Number | None = Field(None, title="Värde", description="Siffran i utgångsläget, med decimalpunkt.")
    precision: Precision | None = how_exact()
    period: FigurePeriod | None = Field(
        None, title="Period", description="Året, månaden eller dagen som värdet gäller."
    )
    source: Line | None = Field(None, title="Källa", description="Var värdet är hämtat.")
    text: Line | None = Field(None, title="I ord", description="Utgångsläget i ord, till exempel 2016 års nivå.")


class Target(TextPart):
    """Värdet som ska nås: ett tal, en gräns eller en förändring i procent. Ange ett av dem, eller målet i ord."""

    model_config = one_of(
        ("value", "at_least", "at_most", "more_than", "less_than", "change_percent", "text"),
        apart=("value", "more_than", "less_than", "change_percent"),
    )

    value: Number | None = Field(None, title="Målvärde", description="Värdet som ska nås.")
    at_least: Number | None = Field(None, title="Minst", description="Den nedre gränsen.")
    at_most: Number | None = Field(None, title="Högst", description="Den övre gränsen.")
    more_than: Number | None = Field(
        None, title="Över", description="Siffran som ska överskridas: fler än eller mer än så."
    )
    less_than: Number | None = Field(
        None, title="Under", description="Siffran som ska underskridas: färre än eller mindre än så."
    )
    change_percent: Number | None = Field(
        None,
        title="Förändring i procent",
        description="Förändring mot utgångsläget: -10 är en minskning med 10 procent.",
    )
    text: Line | None = Field(
        None, title="I ord", description="Målvärdet som det står i dokumentet, till exempel drygt hälften."
    )

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        limit = self.at_least if self.at_least is not None else self.at_most
        given = [self.value, self.change_percent, self.more_than, self.less_than, limit]
        figures = sum(part is not None for part in given)
        if figures > 1 or (not figures and self.text is None):
            raise PydanticCustomError("target_form", "target")
        return self

    @property
    def has_figure(self) -> bool:
        """Whether the target is a figure, rather than words alone."""
        return self.change_percent is not None or bool(self.figures)

    @property
    def figures(self) -> dict[str, Decimal]:
        """The figures that it is said with, by their keys; that of a change is none of them."""
        limits = {"at_least": self.at_least, "at_most": self.at_most}
        beyond = {"more_than": self.more_than, "less_than": self.less_than}
        found = {"value": self.value, **limits, **beyond}
        return {key: figure for key, figure in found.items() if figure is not None}

    @property
    def is_exact(self) -> bool:
        """Whether one value is to be reached, written as such or as a change, rather than limits to keep within."""
        limits = (self.at_least, self.at_most, self.more_than, self.less_than)
        return all(limit is None for limit in limits)

    @property
    def limits(self) -> Limits | None:
        """The limits as written, both the same for an exact value; None for a change, and for what is said in words."""
        if self.change_percent is not None or not self.has_figure:
            return None
        if self.more_than is not None or self.less_than is not None:
            return Limits(self.more_than, self.less_than, is_open=True)
        return Limits(self.value, self.value) if self.value is not None else Limits(self.at_least, self.at_most)


class Objective(TextPart):
    """Ett numrerat mål i en nationell strategi som målet bidrar till."""

    text_key: ClassVar[str] = "reference"

    reference: WorkRef = Field(title="Referens", description="Id för strategin bland dokumentets referenser.")
    number: Line | None = Field(None, title="Nummer", description="Målets nummer i strategin.")
    text: Line | None = Field(None, title="Lydelse", description="Målet med egna ord.")


class GoalIndicator(TextPart):
    """Något mer som målet mäts med, med eget utgångsläge och målvärde."""

    text_key: ClassVar[str] = "indicator"

    indicator: Line = Field(title="Indikator", description="Vad som också mäts, till exempel anmälda rån.")
    unit: Line | None = Field(
        None, title="Enhet", description="Vad siffran räknar: count, per-cent, per-1000, per-100000 eller egna ord."
    )
    direction: Direction | None = Field(
        None,
        title="Riktning",
        description="Om siffran ska öka (increase), minska (decrease) eller ligga kvar (maintain).",
    )
    baseline: Baseline | None = Field(None, title="Utgångsläge", description="Utgångsläget att jämföra med.")
    target: Target | None = Field(None, title="Målvärde", description="Värdet som ska nås.")

    @property
    def as_goal(self) -> Goal:
        """A goal that is measured with this alone."""
        said = (self.indicator, self.unit, self.direction, self.baseline, self.target)
        indicator, unit, direction, baseline, target = said
        return Goal(
            text=indicator, indicator=indicator, unit=unit, direction=direction, baseline=baseline, target=target
        )


class Goal(WithDeadline, TextPart):
    """Ett mål eller ett delmål."""

    item: ClassVar[Item] = Item.GOAL
    not_agreed: ClassVar[frozenset[str]] = frozenset({"status"})

    id: Id | None = Field(
        None, title="Id", description="Målets namn, så att planer och uppföljningar kan hänvisa till det."
    )
    number: Line | None = own_number("målet")
    text: Prose = Field(title="Mål", description="Målet i ord.")
    problems: ProblemRefs = Field((), title="Problem", description="Id för de problem i lägesbilden som målet gäller.")
    specific: Prose | None = Field(
        None,
        title="Specifikt (S)",
        description="Vad som ska bli annorlunda, var och för vilka, till exempel: färre rån mot unga vid resecentrum.",
    )
    indicator: Line | None = Field(
        None, title="Indikator (M)", description="Vad som mäts, till exempel anmälda våldsbrott."
    )
    unit: Line | None = Field(
        None, title="Enhet (M)", description="Vad siffran räknar: count, per-cent, per-1000, per-100000 eller egna ord."
    )
    direction: Direction | None = Field(
        None,
        title="Riktning (M)",
        description="Om siffran ska öka (increase), minska (decrease) eller ligga kvar (maintain).",
    )
    baseline: Baseline | None = Field(None, title="Utgångsläge (M)", description="Utgångsläget som målet jämförs med.")
    target: Target | None = Field(None, title="Målvärde (M)", description="Värdet som ska nås.")
    other_indicators: tuple[GoalIndicator, ...] = Field(
        (),
        min_length=1,
        title="Fler indikatorer (M)",
        description="Vad målet också mäts med, om det är flera saker: {indicator: anmälda rån, target: {at_most: 9}}.",
    )
    criterion: Prose | None = Field(
        None, title="Kriterium (M)", description="För mål utan siffra: vad som avgör om det är uppnått, ja eller nej."
    )
    accepted: Prose | None = Field(
        None,
        title="Accepterat (A)",
        description="Att målet är etiskt och politiskt godtagbart, till exempel: antaget av kommunstyrelsen 2026.",
    )
    realistic: Prose | None = Field(
        None,
        title="Realistiskt (R)",
        description="Varför målet går att nå i tid med vald metod, till exempel: två fältassistenter är anställda.",
    )
    deadline: CoarseDate | None = Field(None, title="Senast (T)", description="När målet ska vara uppnått.")
    measured: CoarseDate | None = Field(
        None, title="Mäts (M)", description="När siffran som avgör om målet är uppnått finns, till exempel 2027-03."
    )
    responsible: Parties | None = Field(None, title="Ansvarig", description="Id för den eller de parter som ansvarar.")
    focus_area: FocusAreaRef | None = Field(
        None, title="Fokusområde", description="Id för fokusområdet i överenskommelsen som målet hör till."
    )
    status: ProgressNotes = notes()
    overall: YesNo | None = Field(
        None,
        title="Övergripande",
        description="true om målet gäller hela planen och inte ett visst problem eller vissa åtgärder.",
    )
    cadence: Cadence | None = Field(
        None, title="Hur ofta", description="Hur ofta målet ska nås, till exempel yearly för bättre varje år."
    )
    objectives: tuple[Objective, ...] = Field(
        (), min_length=1, title="Nationella mål", description="Mål i nationella strategier som målet bidrar till."
    )

    @property
    def parts(self) -> tuple[SubGoal, ...]:
        """Its sub-goals; none of a sub-goal."""
        return ()

    @property
    def start(self) -> Decimal | None:
        """The figure of the baseline; None where none is given."""
        return self.baseline.value if self.baseline else None

    @property
    def wanted(self) -> Limits | None:
        """The limits that a figure has to lie within to meet the target; None where they are not known.

        An exact value, and a change from the baseline, is a limit that the figure is to reach from the baseline's
        side. Where that side is not known, both limits are the value.
        """
        limits = self.target.limits if self.target else None
        if self.target is None or not self.target.is_exact:
            return limits
        value = self._changed(self.target.change_percent) if limits is None else self.target.value
        if value is None:
            return None
        if self.start is None or self.start == value:
            return Limits(value, value)
        return Limits(value, None) if value > self.start else Limits(None, value)

    def _changed(self, percent: Decimal | None) -> Decimal | None:
        """Give the baseline changed by so many per cent of its size: below zero too, an increase is upwards."""
        if self.start is None or percent is None:
            return None
        return self.start * (100 + percent if self.start >= 0 else 100 - percent) / 100

    def is_met_by(self, value: Decimal | None) -> bool | None:
        """Tell whether a figure meets the target.

        None where it cannot be told: without a figure or a target, and for an exact value or a change where the
        baseline does not show from which side the target is to be reached.
        """
        if value is None or self.target is None or self.wanted is None:
            return None
        if self.target.is_exact and self.wanted.low == self.wanted.high:
            return None
        return self.wanted.hold(value)

    @property
    def way_to_target(self) -> Direction | None:
        """Which way the target lies from the baseline.

        None where that is not known, and for a baseline that is a limit of the target or lies between two.
        """
        if self.target is not None and self.target.change_percent is not None:
            return _direction_of(self.target.change_percent)
        start, limits = self.start, self.target.limits if self.target else None
        if start is None or limits is None:
            return None
        if limits.is_open and not limits.hold(start):
            return Direction.DECREASE if limits.low is None else Direction.INCREASE
        ways = {_direction_of(end - start) for end in limits.ends}
        return ways.pop() if len(ways) == 1 and Direction.MAINTAIN not in ways else None

    @property
    def wanted_direction(self) -> Direction | None:
        """Which way the figure should go: as the goal says, or as its target shows; None where neither tells."""
        if self.direction is not None or self.target is None:
            return self.direction
        if self.target.is_exact:
            is_there_already = self.start is not None and self.start == self.target.value
            return Direction.MAINTAIN if is_there_already else self.way_to_target
        limits = self.target.limits
        if limits is None or limits.low is None:
            return Direction.DECREASE
        return Direction.INCREASE if limits.high is None else None


class SubGoal(Goal):
    """Ett delmål: en text, eller en text med eget målvärde och eget slutdatum."""

    agreed_as_text: ClassVar[bool] = True

    @property
    def stands_by_itself(self) -> bool:
        """Whether more is said than the words; those alone are followed up with the goal that it is a part of."""
        said = (value for name, value in vars(self).items() if name not in {"text", "number"})
        return any(value is not None and value != () for value in said)


class MainGoal(Goal):
    """Ett mål. Texten räcker i en överenskommelse; i en plan ska målet vara SMART."""

    sub_goals: tuple[SubGoal, ...] = Field(
        (),
        min_length=1,
        title="Delmål",
        description="Målets delar: en text räcker, till exempel Mindre klotter på skolorna, men ett delmål kan ha allt "
        "som ett mål har, som id, målvärde och slutdatum.",
    )

    @property
    def parts(self) -> tuple[SubGoal, ...]:
        """Its sub-goals."""
        return self.sub_goals


def _direction_of(change: Decimal) -> Direction:
    if change == 0:
        return Direction.MAINTAIN
    return Direction.INCREASE if change > 0 else Direction.DECREASE
