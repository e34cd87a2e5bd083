"""The terms of an agreement: validity, planned documents and follow-up."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from samverkan.model.base import Id, Line, Lines, Part, Prose, YesNo
from samverkan.model.choices import Form, GoalForm, Item, Kind, Scope, Use
from samverkan.model.dates import Cadence, CoarseDate, Duration, End, EndOrNext, Start
from samverkan.model.links import ForumRefs, Parties


class Extension(Part):
    """Hur giltigheten kan förlängas."""

    length: Duration | None = Field(
        None, title="Längd", description="Hur länge i taget, till exempel P1Y för ett år eller P6M för sex månader."
    )
    condition: Prose | None = Field(None, title="Villkor", description="Vad som krävs för förlängning.")
    consult_by: CoarseDate | None = Field(
        None, title="Samråd senast", description="Sista dag för samråd om förlängning, om ett datum är bestämt."
    )
    consult_before_end: Duration | None = Field(
        None, title="Samråd före slutet", description="Hur långt före slutet samråd senast ska ske, till exempel P6M."
    )

    @model_validator(mode="after")
    def _one_limit(self) -> Self:
        if self.consult_by is not None and self.consult_before_end is not None:
            raise PydanticCustomError("consult_form", "consultation")
        return self


class Termination(Part):
    """Hur överenskommelsen kan sägas upp."""

    by: Parties | None = Field(
        None,
        title="Av",
        description="Vem som kan säga upp: each (vilken part som helst), jointly (alla tillsammans) eller id.",
    )
    notice: Duration | None = Field(None, title="Uppsägningstid", description="Till exempel P3M för tre månader.")
    text: Prose | None = Field(None, title="Villkor", description="Villkoren i ord.")


class Revision(Part):
    """När överenskommelsen ska revideras."""

    cadence: Cadence | None = Field(None, title="Hur ofta", description="Till exempel every-3-years eller as-needed.")
    at_expiry: YesNo | None = Field(
        None, title="Vid slutet", description="true om överenskommelsen ska revideras när den löper ut."
    )
    start: CoarseDate | None = Field(
        None,
        alias="from",
        title="Räknas från",
        description="Dagen som tiden räknas från, om det inte är undertecknandet.",
    )
    text: Prose | None = Field(None, title="Villkor", description="Villkoren i ord.")


class Period(Part):
    """En period; start och slut anges som år, månad eller dag."""

    start: Start = Field(
        alias="from", title="Från", description="Ett år, en månad, en dag eller signing (undertecknandet)."
    )
    end: End | None = Field(
        None,
        alias="until",
        title="Till och med",
        description="Ett år, en månad, en dag eller further-notice (tills vidare).",
    )


class DatedPeriod(Part):
    """En period; start och slut anges som år, månad eller dag."""

    start: CoarseDate = Field(alias="from", title="Från", description="Ett år, en månad eller en dag.")
    end: CoarseDate | None = Field(
        None, alias="until", title="Till och med", description="Ett år, en månad eller en dag."
    )


class PromisePeriod(Part):
    """Tiden som ett löfte gäller: till ett datum, en viss längd, eller tills nästa löfte ges."""

    start: CoarseDate = Field(alias="from", title="Från", description="Ett år, en månad eller en dag.")
    end: EndOrNext | None = Field(
        None, alias="until", title="Till och med", description="Ett år, en månad, en dag eller next (till nästa löfte)."
    )
    length: Duration | None = Field(
        None, title="Längd", description="Hur länge, till exempel P18M för 18 månader, i stället för `until`."
    )

    @model_validator(mode="after")
    def _one_end(self) -> Self:
        if self.end is not None and self.length is not None:
            raise PydanticCustomError("period_form", "period")
        return self


class Validity(Period):
    """Hur länge överenskommelsen gäller."""

    note: Prose | None = Field(None, title="Skäl", description="Varför tiden är som den är.")
    extension: Extension | None = Field(None, title="Förlängning", description="Hur giltigheten kan förlängas.")
    termination: Termination | None = Field(None, title="Uppsägning", description="Hur överenskommelsen kan sägas upp.")
    revision: Revision | None = Field(None, title="Revidering", description="När överenskommelsen ska revideras.")


class InformationSource(Part):
    """En källa som lägesbilden bygger på."""

    title: Line = Field(title="Källa", description="Källans namn, till exempel Trygghetsmätningar.")
    use: Use = Field(
        Use.ALWAYS,
        title="Används",
        description="always om källan alltid ska användas, optional om den används vid behov. Förval: always.",
    )
    note: Prose | None = Field(None, title="Anmärkning", description="Vad källan ger eller hur den används.")


class PlannedDocument(Part):
    """Ett dokument som parterna ska ta fram."""

    item: ClassVar[Item] = Item.PLANNED_DOCUMENT

    id: Id | None = Field(None, title="Id", description="Namn att hänvisa till i uppföljningar.")
    kind: Kind = Field(
        title="Typ", description="Vilken typ av dokument det är, till exempel situation-picture för en lägesbild."
    )
    title: Line | None = Field(
        None, title="Benämning", description="Vad parterna kallar dokumentet, om det har ett eget namn."
    )
    includes: tuple[Kind, ...] = Field(
        (),
        min_length=1,
        title="Innehåller",
        description="Andra typer av dokument som ingår, till exempel cause-analysis.",
    )
    cadence: Cadence | None = Field(None, title="Hur ofta", description="Hur ofta dokumentet görs eller uppdateras.")
    first_by: CoarseDate | None = Field(
        None, title="Första gången senast", description="När det första ska vara klart."
    )
    by: Parties | None = Field(
        None, title="Av", description="Vem som tar fram det: jointly, each, municipalities, police eller parters id."
    )
    per_municipality: YesNo | None = Field(None, title="Per kommun", description="true om varje kommun får ett eget.")
    form: Form | None = Field(None, title="Form", description="Ett gemensamt dokument eller flera som stämmer överens.")
    goals: GoalForm | None = Field(
        None, title="Krav på mål", description="smart om målen ska vara SMART, free om de formuleras fritt."
    )
    sources: tuple[InformationSource, ...] = Field(
        (), min_length=1, title="Källor", description="Vad dokumentet bygger på."
    )
    text: Prose | None = Field(None, title="Beskrivning", description="Vad som ska sägas om dokumentet i övrigt.")


class Reporting(Part):
    """Återrapportering av uppföljningen."""

    to: Lines = Field((), title="Till", description="Vilka som får rapporten.")
    cadence: Cadence | None = Field(None, title="Hur ofta", description="Hur ofta det rapporteras.")


class FollowUpTerms(Part):
    """Hur och hur ofta dokumentet följs upp."""

    cadence: Cadence | None = Field(
        None, title="Hur ofta", description="Till exempel at-least-yearly eller continuously."
    )
    scope: tuple[Scope, ...] = Field(
        (),
        min_length=1,
        title="Omfattning",
        description="Vad som följs upp, till exempel measures (åtgärder) eller goals (mål).",
    )
    forums: ForumRefs = Field((), title="Forum", description="Id för de forum där uppföljningen sker.")
    sources: tuple[InformationSource, ...] = Field(
        (), min_length=1, title="Källor", description="Vad uppföljningen bygger på."
    )
    reporting: Reporting | None = Field(
        None, title="Återrapportering", description="Till vem och hur ofta det rapporteras."
    )
    text: Prose | None = Field(None, title="Beskrivning", description="Vad som ska sägas om uppföljningen i övrigt.")
