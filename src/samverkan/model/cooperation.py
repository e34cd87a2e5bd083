"""What the parties will do: focus areas, commitments, forums and how they work."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from samverkan.model.base import Id, Line, Lines, Many, Number, Part, Prose, TextPart, TitledPart, YesNo, one_of
from samverkan.model.choices import ForumLevel, ForumStatus, Item, Manner, Strength, Theme
from samverkan.model.counts import SubCount
from samverkan.model.dates import Cadence, CoarseDate
from samverkan.model.deadlines import LastDay, TakenOn, occasions, said_when
from samverkan.model.goals import MainGoal
from samverkan.model.links import FocusAreaRef, ForumRefs, Parties, PlannedRef
from samverkan.model.terms import Period

if TYPE_CHECKING:
    from collections.abc import Mapping


class Purpose(TextPart):
    """Ett syfte med samverkan."""

    item: ClassVar[Item] = Item.PURPOSE

    id: Id | None = Field(None, title="Id", description="Namn att hänvisa till.")
    text: Prose = Field(title="Syfte", description="Syftet i ord.")


class SubArea(TitledPart):
    """En del av ett fokusområde."""

    item: ClassVar[Item] = Item.SUB_AREA

    id: Id | None = Field(None, title="Id", description="Namn att hänvisa till.")
    title: Line | None = Field(None, title="Rubrik", description="Delområdets namn.")
    text: Prose | None = Field(None, title="Beskrivning", description="Vad delområdet handlar om.")


class FocusArea(TextPart):
    """Ett område som parterna prioriterar."""

    item: ClassVar[Item] = Item.FOCUS_AREA
    text_key: ClassVar[str] = "title"

    id: Id | None = Field(
        None, title="Id", description="Fokusområdets namn, så att planer och åtaganden kan hänvisa till det."
    )
    title: Line = Field(title="Fokusområde", description="Områdets rubrik.")
    text: Prose | None = Field(
        None, title="Beskrivning", description="Läget, problemen och varför området är prioriterat."
    )
    sub_areas: tuple[SubArea, ...] = Field((), min_length=1, title="Delområden", description="Områdets delar.")
    questions: Many[Prose] = Field((), title="Frågor", description="Frågor som ställs när lägesbilden tas fram.")
    goals: tuple[MainGoal, ...] = Field((), min_length=1, title="Mål", description="Målen för området.")
    by: Parties | None = Field(
        None,
        title="Ansvarig",
        description="Parten som ansvarar för området, när det inte är alla, till exempel kommunen.",
    )
    forums: ForumRefs = Field((), title="Forum", description="Id för de forum där parterna arbetar med området.")
    validity: Period | None = Field(None, title="Giltighet", description="Områdets egen giltighetstid, om en finns.")


class Step(TitledPart):
    """Ett steg i arbetsmodellen."""

    title: Line | None = Field(None, title="Rubrik", description="Stegets namn.")
    text: Prose | None = Field(None, title="Steg", description="Vad som görs.")
    document: PlannedRef | None = Field(
        None,
        title="Dokument",
        description="Id för dokumentet under `planned_documents` som tas fram i steget; det står då bara här.",
    )


class WorkingModel(Part):
    """Arbetsmodellen: hur parterna arbetar tillsammans, steg för steg."""

    name: Line | None = Field(None, title="Namn", description="Modellens namn, om den har ett.")
    text: Prose | None = Field(None, title="Beskrivning", description="Vad modellen går ut på.")
    steps: tuple[Step, ...] = Field((), min_length=1, title="Steg", description="Stegen i ordning.")


class Forum(TextPart):
    """Ett forum där parterna möts."""

    item: ClassVar[Item] = Item.FORUM
    text_key: ClassVar[str] = "name"
    agreed_as: ClassVar[Mapping[str, str]] = {"status": ForumStatus.EXISTING}

    id: Id | None = Field(None, title="Id", description="Namn att hänvisa till.")
    name: Line = Field(title="Namn", description="Forumets namn, till exempel Brottsförebyggande rådet.")
    level: ForumLevel | None = Field(
        None, title="Nivå", description="strategic (strategisk) eller operative (operativ)."
    )
    status: ForumStatus | None = Field(
        None, title="Status", description="existing (finns) eller planned (planeras). Utelämnas om det inte framgår."
    )
    members: Parties | None = Field(
        None, title="Parter", description="Parterna som ingår: jointly för alla, eller parters id."
    )
    other_members: Lines = Field((), title="Övriga", description="De som ingår utan att vara parter.")
    chair: Line | None = Field(None, title="Ordförande", description="Vem som leder forumet.")
    cadence: Cadence | None = Field(None, title="Möten", description="Hur ofta forumet möts.")
    when: Line | None = said_when("forumet möts")
    per_municipality: YesNo | None = Field(
        None, title="Per kommun", description="true om det finns ett i varje kommun."
    )
    task: Prose | None = Field(None, title="Uppgift", description="Vad forumet gör.")


class Quantity(TextPart):
    """Hur mycket, till exempel minst 30 trygghetsvandringar per år, ungefär så många, eller omfattningen i ord."""

    model_config = one_of(
        ("exactly", "about", "more_than", "less_than", "at_least", "at_most", "text"),
        apart=("exactly", "about", "more_than", "less_than"),
    )

    exactly: Number | None = Field(None, title="Antal", description="Det bestämda antalet.")
    about: Number | None = Field(None, title="Cirka", description="Det ungefärliga antalet, till exempel 15.")
    more_than: Number | None = Field(None, title="Fler än", description="Antalet som ska överskridas, till exempel 15.")
    less_than: Number | None = Field(None, title="Färre än", description="Antalet som inte ska nås, till exempel 15.")
    at_least: Number | None = Field(None, title="Minst", description="Det minsta antalet.")
    at_most: Number | None = Field(None, title="Högst", description="Det högsta antalet, också där det står upp till.")
    text: Line | None = Field(
        None, title="I ord", description="Omfattningen som den står i dokumentet, till exempel ett 15-tal."
    )
    unit: Line | None = Field(None, title="Vad som räknas", description="Till exempel trygghetsvandringar.")
    of_which: tuple[SubCount, ...] = Field(
        (), min_length=1, title="Varav", description="Delar av antalet, till exempel `{title: kvällstid, value: 4}`."
    )
    per: Cadence | None = Field(None, title="Period", description="Perioden som antalet gäller, som yearly (per år).")
    per_text: Line | None = Field(
        None, title="Period i ord", description="Perioden med egna ord, till exempel per läsår."
    )

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        limit = self.at_least if self.at_least is not None else self.at_most
        given = sum(figure is not None for figure in (self.exactly, self.about, self.more_than, self.less_than, limit))
        if given > 1 or (not given and self.text is None):
            raise PydanticCustomError("quantity_form", "quantity")
        return self


class Commitment(TakenOn, TextPart):
    """Vad en eller flera parter åtar sig."""

    item: ClassVar[Item] = Item.COMMITMENT

    id: Id | None = Field(None, title="Id", description="Åtagandets namn, så att uppföljningar kan hänvisa till det.")
    by: Parties | None = Field(
        None,
        title="Av",
        description="Vem som åtar sig: jointly (alla gemensamt), each (var och en), municipalities, police eller id.",
    )
    theme: Theme | None = Field(
        None, title="Tema", description="Temat som åtagandet hör till; åtaganden grupperas efter tema."
    )
    title: Line | None = Field(None, title="Rubrik", description="Åtagandets rubrik, till exempel Trygghetsvandringar.")
    text: Prose = Field(title="Åtagande", description="Vad som ska göras.")
    strength: Strength | None = Field(
        None, title="Ska eller bör", description="shall (ska), should (bör) eller as-needed (vid behov)."
    )
    manner: Manner | None = Field(
        None, title="Hur", description="Om flera parter gör det gemensamt (jointly) eller var för sig (each)."
    )
    quantity: Quantity | None = Field(None, title="Omfattning", description="Hur mycket, till exempel minst 30 per år.")
    period: Period | None = Field(
        None,
        title="Period",
        description="Tiden som åtagandet gäller, när den inte är överenskommelsens: 2019–2021 eller "
        "{from: höstterminen 2025}.",
    )
    cadence: Cadence | None = Field(None, title="Hur ofta", description="Hur ofta det görs.")
    dates: Many[CoarseDate] = occasions()
    deadline: LastDay | None = Field(
        None, title="Senast", description="När det ska vara gjort: 2026-06, våren 2026 eller i ord, strax före jul."
    )
    when: Line | None = said_when("det görs")
    condition: Prose | None = Field(
        None, title="Villkor", description="Vad som krävs för att det ska göras, till exempel När rektor begär det."
    )
    place: Line | None = Field(None, title="Plats", description="Var det görs.")
    target_group: Line | None = Field(None, title="Målgrupp", description="För vilka det görs.")
    partners: Lines = Field((), title="Medverkande", description="Andra som medverkar, utanför parterna.")
    focus_area: FocusAreaRef | None = Field(
        None, title="Fokusområde", description="Id för fokusområdet som åtagandet hör till."
    )
    per_municipality: YesNo | None = Field(None, title="Per kommun", description="true om det gäller i varje kommun.")
    document: PlannedRef | None = Field(
        None,
        title="Dokument",
        description="Id för dokumentet under `planned_documents` som åtagandet är att ta fram; det står då bara här.",
    )
    responsible: Line | None = Field(None, title="Ansvarig", description="Rollen som ansvarar hos parten.")
    resources: Prose | None = Field(
        None, title="Resurser", description="Tid och pengar som behövs, till exempel 200 000 kr per år."
    )
