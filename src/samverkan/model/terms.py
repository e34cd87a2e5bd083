"""The terms of an agreement: validity, planned documents and follow-up."""

from __future__ import annotations

import re
from abc import abstractmethod
from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from samverkan.model.base import Id, Line, Lines, Many, Part, Prose, TextPart, YesNo
from samverkan.model.choices import Form, GoalForm, Item, Kind, Scope, Use
from samverkan.model.dates import Cadence, CoarseDate, Duration, End, EndOrNext, Start, time_said
from samverkan.model.deadlines import said_when
from samverkan.model.links import ForumRefs, Parties
from samverkan.model.said_times import is_limit, is_plain, span_of, without_until

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from pydantic import GetJsonSchemaHandler
    from pydantic_core import CoreSchema


class Extension(Part):
    """Hur giltigheten kan förlängas."""

    length: Duration | None = Field(
        None, title="Längd", description="Hur länge i taget, till exempel P1Y för ett år eller P6M för sex månader."
    )
    automatic: YesNo | None = Field(
        None,
        title="Automatisk",
        description="true om giltigheten förlängs av sig själv när ingen säger upp överenskommelsen.",
    )
    notice_by: CoarseDate | None = Field(
        None,
        title="Uppsägning senast",
        description="Sista dag att säga upp överenskommelsen, så att den inte förlängs, om ett datum är bestämt.",
    )
    notice_before_end: Duration | None = Field(
        None,
        title="Uppsägning före slutet",
        description="Hur långt före slutet uppsägning senast ska ske, så att giltigheten inte förlängs: P3M är tre "
        "månader.",
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

    @property
    def is_possible(self) -> bool:
        """Whether it says that the validity can be extended, rather than only that it is not by itself."""
        how = (self.length, self.condition, self.consult_by, self.consult_before_end)
        return self.automatic is not False or any(one is not None for one in how)


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


class CarriedExtension(TextPart):
    """En förlängning som har gjorts."""

    text_key: ClassVar[str] = "until"

    until: CoarseDate = Field(title="Till och med", description="Sista dagen som det gäller efter förlängningen.")
    date: CoarseDate | None = Field(None, title="Datum", description="När förlängningen beslutades, om det är känt.")
    text: Prose | None = Field(None, title="I ord", description="Vem som förlängde och varför.")


_YEARS = re.compile("([0-9]{4}) ?[–-] ?([0-9]{4})")
_TO = re.compile(" ?– ?| - | till och med | till | until | to ")
_KEYWORDS = {"signing": "from", "further-notice": "until", "next": "until"}


class Lasting(TextPart):
    """A time that something lasts, also written as one text; the fields stand in each kind of period."""

    if TYPE_CHECKING:
        start: Start | None
        end: End | EndOrNext | None
        length: Duration | None
        latest: CoarseDate | None
        text: str | None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        return from_and_until(value.strip()) if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Allow the text alone, and a year alone."""
        named = super().__get_pydantic_json_schema__(schema, handler)
        handler.resolve_ref_schema(named)["anyOf"].insert(0, CoarseDate.SCHEMA["anyOf"][0])
        return named

    @property
    @abstractmethod
    def starts_on(self) -> CoarseDate | None:
        """The date that it begins on; None where it waits for a signing, and where no start is stated."""

    @property
    @abstractmethod
    def ends_on(self) -> CoarseDate | None:
        """The last date that is stated; None where there is none, or only a length."""

    def last_day(self, first: date | None) -> date | None:
        """Give the last day, as stated or by the length.

        Args:
            first: the first day, where that is known.
        """
        if self.ends_on is not None:
            return self.ends_on.last
        by_length = self.length.after(first) - timedelta(days=1) if self.length and first else None
        days = [day for day in (by_length, self.latest.last if self.latest else None) if day]
        return min(days, default=None)

    @property
    def is_told(self) -> bool:
        """Whether anything at all is said of it."""
        return any(value is not None and value != () for value in vars(self).values())

    @property
    def is_open_ended(self) -> bool:
        """Whether it says, in a word of ours or in its own, that it goes on until further notice without any limit."""
        said = self.text or ""
        return self.end.is_open if self.end else _GOES_ON.search(said) is not None and _LIMITED.search(said) is None

    @property
    def tells_start_alone(self) -> bool:
        """Whether its words say when it begins and no more, and nothing else says how long: ”från undertecknandet”."""
        said = "" if self.end else self.text or ""
        return _START_ALONE.match(said) is not None and _HOW_LONG.search(said) is None

    @property
    def end_in_words(self) -> str:
        """What says how long it lasts in words that no clock can count; empty where it is said otherwise, or not."""
        if self.ends_on is not None or self.length is not None or self.is_open_ended or self.tells_start_alone:
            return ""
        return self.end.said if self.end else self.text or ""

    def _told_alone(self, start: Start | None, end: End | EndOrNext | None, key: str) -> CoarseDate | None:
        """Give an end of a period that has nothing but its words, where they say all of it: ”2019–2023”."""
        if start or end or self.length or self.latest or not self.text:
            return None
        written = _LENGTH_BESIDE.sub("", self.text.strip().removesuffix("."))
        told = {} if is_limit(self.text) else from_and_until(written)
        return time_said(told[key]) if {"from", "until"} <= told.keys() else None

    def _written_end(self, start: Start | None, end: End | EndOrNext | None) -> CoarseDate | None:
        """Give the end that is written, also in words: ”t.o.m. 2018”; of what goes on, the latest that it may.

        How a length ends is told by when it begins, so the latest day alone is not its end.
        """
        stated = end.date if end else _end_in_words(self.text) or self._told_alone(start, end, "until")
        return stated or (None if self.length else self.latest)


def from_and_until(written: str) -> dict[str, str]:
    """Take a period that is written as one text apart; what says no times that can be counted is words alone.

    Args:
        written: the text: ”2019–2023”.

    Returns:
        The times under `from` and `until`, or the words under `text`.
    """
    if key := _KEYWORDS.get(written):
        return {key: written}
    both = _YEARS.fullmatch(written)
    if not both and ((is_plain(written) and span_of(written)) or re.fullmatch("[0-9][0-9-]*", written)):
        return {"from": written, "until": written}
    times = both.groups() if both else _TO.split(written, maxsplit=1)
    if len(times) > 1 and all(map(time_said, times)):
        return {"from": times[0], "until": times[1]}
    return {"text": written}


_AT_THE_LATEST = re.compile(
    "(?:tills vidare|until further notice),? (?:men |but )?(?:dock )?(?:längst|som längst|senast|inte längre än|at the "
    "latest|at most|no longer than)(?: till(?! och med)| until| to)?(?= )",
    re.IGNORECASE,
)


_LENGTH_BESIDE = re.compile(r" \((?:[0-9]{1,2}|[^\W\d_]{2,5}) (?:år|månader|mån|years?|months?)\)\Z")
"""How long a period is, beside its times: ”2026–2029 (4 år)”."""
_START_ALONE = re.compile("(?:gäller |giltig )?(?:från|fr[.] ?o[.] ?m[.]|efter|from|after) ", re.IGNORECASE)
_HOW_LONG = re.compile(
    r"\b(?:till?|t[.] ?o[.] ?m|tills|fram|framåt|\w{0,20}år(?:ig)?|månader|mandatperiod\w{0,4}|så länge|until|to|"
    r"years?|term)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\b(?:tills vidare|until further notice)\b", re.IGNORECASE)
_LIMITED = re.compile(r"\b(?:dock|längst|senast|inte längre|but|at the latest|at most|no longer)\b", re.IGNORECASE)


def _end_in_words(text: str | None) -> CoarseDate | None:
    """Give the last date of a time that is told by its end alone; None for any other words.

    Such are ”t.o.m. 2018” and ”tills vidare, dock längst till och med 2027”.
    """
    said = text.strip().removesuffix(".") if text else ""
    ending = _AT_THE_LATEST.match(said)
    day = without_until(said[ending.end() :].strip() if ending else said)
    return time_said(day) if day != said else None


def _length() -> Any:
    return Field(
        None,
        title="Längd",
        description="Hur länge, när slutet inte är angivet som datum: P4Y är fyra år och P18M arton månader.",
    )


def _at_the_latest() -> Any:
    return Field(
        None,
        title="Dock längst till och med",
        description="Sista dagen för det som gäller tills vidare eller förlängs: `until: further-notice` och "
        "`latest: 2027-12-31` betyder tills vidare, dock längst till och med den 31 december 2027.",
    )


def _in_words() -> Any:
    return Field(
        None,
        title="I ord",
        description="Tiden som den står i dokumentet, till exempel hösten 2016 eller efter sommaren.",
    )


def _extended() -> Any:
    return Field(
        (), min_length=1, title="Förlängd", description="Förlängningar som har gjorts, till exempel `until: 2027`."
    )


class Period(Lasting):
    """En period: från och till och med, eller en enda tid, till exempel hösten 2016 eller 2019–2023."""

    start: Start | None = Field(
        None,
        alias="from",
        title="Från",
        description="Ett år, en månad, en dag, en tid i ord (hösten 2016) eller signing (undertecknandet). Utelämnas "
        "om starten inte är angiven.",
    )
    end: End | None = Field(
        None,
        alias="until",
        title="Till och med",
        description="Ett år, en månad, en dag, en tid i ord (våren 2018) eller further-notice (tills vidare).",
    )
    length: Duration | None = _length()
    latest: CoarseDate | None = _at_the_latest()
    text: Line | None = _in_words()

    @property
    def starts_on(self) -> CoarseDate | None:
        """The date that it begins on; None where it waits for the signing, and where no start is stated."""
        return self.start.date if self.start else self._told_alone(self.start, self.end, "from")

    @property
    def ends_on(self) -> CoarseDate | None:
        """The last date that is stated, also in words: ”t.o.m. 2018”."""
        return self._written_end(self.start, self.end)


class PromisePeriod(Lasting):
    """Tiden som ett löfte gäller: till ett datum, en viss längd, eller tills nästa löfte ges."""

    not_agreed: ClassVar[frozenset[str]] = frozenset({"extended"})

    start: Start | None = Field(
        None,
        alias="from",
        title="Från",
        description="Ett år, en månad, en dag, en tid i ord (hösten 2016) eller signing (undertecknandet). Utelämnas "
        "om starten inte är angiven.",
    )
    end: EndOrNext | None = Field(
        None,
        alias="until",
        title="Till och med",
        description="Ett år, en månad, en dag, en tid i ord (våren 2018), next (till nästa löfte) eller "
        "further-notice (tills vidare).",
    )
    length: Duration | None = Field(None, title="Längd", description="Hur länge, till exempel P18M för 18 månader.")
    latest: CoarseDate | None = _at_the_latest()
    text: Line | None = _in_words()
    extended: tuple[CarriedExtension, ...] = _extended()

    @property
    def starts_on(self) -> CoarseDate | None:
        """The date that it begins on; None where it waits for the signing, and where no start is stated."""
        return self.start.date if self.start else self._told_alone(self.start, self.end, "from")

    @property
    def ends_on(self) -> CoarseDate | None:
        """The last date that is stated, extensions included."""
        return _latest(self._written_end(self.start, self.end), self.extended)


class PlanPeriod(Period):
    """Tiden som en plan gäller: från och till och med, eller en enda tid, till exempel 2019–2023."""

    not_agreed: ClassVar[frozenset[str]] = frozenset({"extended"})

    extended: tuple[CarriedExtension, ...] = _extended()

    @property
    def ends_on(self) -> CoarseDate | None:
        """The last date that is stated, extensions included."""
        return _latest(super().ends_on, self.extended)


class Validity(Period):
    """Hur länge överenskommelsen gäller."""

    not_agreed: ClassVar[frozenset[str]] = frozenset({"extended"})

    note: Prose | None = Field(None, title="Skäl", description="Varför tiden är som den är.")
    extension: Extension | None = Field(None, title="Förlängning", description="Hur giltigheten kan förlängas.")
    extended: tuple[CarriedExtension, ...] = _extended()
    termination: Termination | None = Field(None, title="Uppsägning", description="Hur överenskommelsen kan sägas upp.")
    revision: Revision | None = Field(None, title="Revidering", description="När överenskommelsen ska revideras.")
    renewal: Cadence | None = Field(
        None,
        title="Ny överenskommelse",
        description="Hur ofta en ny överenskommelse ingås, till exempel every-4-years eller per-term (mandatperiod).",
    )

    @property
    def ends_on(self) -> CoarseDate | None:
        """The last date that is stated, extensions included."""
        return _latest(super().ends_on, self.extended)

    @property
    def goes_on(self) -> bool:
        """Whether it is extended without anybody doing anything, so that the end that is stated is none."""
        return self.extension is not None and self.extension.automatic is True

    def last_day(self, first: date | None) -> date | None:
        """Give the last day, as stated or by the length; of what goes on unless somebody gives notice, the latest.

        Args:
            first: the first day, where that is known.
        """
        if self.goes_on:
            return self.latest.last if self.latest else None
        return self.stated_last_day(first)

    def stated_last_day(self, first: date | None) -> date | None:
        """Give the last day before any automatic extension, as stated or by the length.

        Args:
            first: the first day, where that is known.
        """
        return super().last_day(first)


def _latest(end: CoarseDate | None, extended: tuple[CarriedExtension, ...]) -> CoarseDate | None:
    stated = [*([end] if end else []), *(found.until for found in extended)]
    return max(stated, key=lambda found: found.last, default=None)


class InformationSource(TextPart):
    """En källa som lägesbilden bygger på."""

    text_key: ClassVar[str] = "title"
    agreed_as: ClassVar[Mapping[str, str]] = {"use": Use.ALWAYS}

    title: Line = Field(title="Källa", description="Källans namn, till exempel Trygghetsmätningar.")
    use: Use | None = Field(
        None,
        title="Används",
        description="always om källan alltid ingår, should om den bör ingå, optional vid behov. Utelämnas om det inte "
        "framgår.",
    )
    note: Prose | None = Field(None, title="Anmärkning", description="Vad källan ger eller hur den används.")


class PlannedDocument(TextPart):
    """Ett dokument som parterna ska ta fram."""

    item: ClassVar[Item] = Item.PLANNED_DOCUMENT
    text_key: ClassVar[str] = "kind"

    id: Id | None = Field(None, title="Id", description="Namn att hänvisa till i uppföljningar.")
    kind: Kind = Field(
        title="Typ", description="Vilken typ av dokument det är, till exempel situation-picture för en lägesbild."
    )
    title: Line | None = Field(
        None, title="Benämning", description="Vad parterna kallar dokumentet, om det har ett eget namn."
    )
    includes: Many[Kind] = Field(
        (),
        title="Innehåller",
        description="Andra typer av dokument som ingår, till exempel cause-analysis.",
    )
    by: Parties | None = Field(
        None, title="Av", description="Vem som tar fram det: jointly, each, municipalities, police eller parters id."
    )
    cadence: Cadence | None = Field(None, title="Hur ofta", description="Hur ofta dokumentet görs eller uppdateras.")
    when: Line | None = said_when("dokumentet tas fram")
    first_by: CoarseDate | None = Field(
        None, title="Första gången senast", description="När det första ska vara klart."
    )
    per_municipality: YesNo | None = Field(None, title="Per kommun", description="true om varje kommun får ett eget.")
    per: Line | None = Field(
        None,
        title="Ett för varje",
        description="Vad som får varsitt dokument, till exempel stadsdel, förvaltning eller fokusområde.",
    )
    exists: YesNo | None = Field(
        None, title="Finns redan", description="true om dokumentet redan finns, även om det inte ligger här som fil."
    )
    form: Form | None = Field(None, title="Form", description="Ett gemensamt dokument eller flera som stämmer överens.")
    goals: GoalForm | None = Field(
        None, title="Krav på mål", description="smart om målen ska vara SMART, free om de formuleras fritt."
    )
    sources: tuple[InformationSource, ...] = Field(
        (), min_length=1, title="Källor", description="Vad dokumentet bygger på."
    )
    text: Prose | None = Field(None, title="Beskrivning", description="Något annat som behöver sägas om dokumentet.")


class _Told:
    """What is done at times that are listed, or that words tell. The fields stand in each."""

    if TYPE_CHECKING:
        when: str | None
        dates: tuple[CoarseDate, ...]

    def stated_times(self) -> list[tuple[tuple[str | int, ...], CoarseDate]]:
        """Give the times that are stated, each with its place: those listed, and a time in words (”hösten 2016”)."""
        listed: list[tuple[tuple[str | int, ...], CoarseDate]] = [
            (("dates", i), day) for i, day in enumerate(self.dates)
        ]
        said = stated_time(self.when)
        return [*listed, (("when",), said)] if said and said not in self.dates else listed


def stated_time(said: str | None) -> CoarseDate | None:
    """Read when something is done, as a sentence tells it, as a time; None where it tells none that can be counted."""
    return time_said(said.strip().removesuffix(".")) if said else None


class Reporting(_Told, Part):
    """Återrapportering av uppföljningen."""

    to: Lines = Field((), title="Till", description="Vilka som får rapporten.")
    cadence: Cadence | None = Field(None, title="Hur ofta", description="Hur ofta det rapporteras.")
    when: Line | None = said_when("det rapporteras")
    dates: Many[CoarseDate] = Field(
        (), title="Bestämda tider", description="När det rapporteras, om det är bestämt: [2023-12]."
    )
    where: Line | None = Field(
        None, title="Var", description="Var det redovisas, till exempel På polisens och kommunens webbplatser."
    )


class FollowUpTerms(_Told, Part):
    """Hur och hur ofta dokumentet följs upp."""

    cadence: Cadence | None = Field(
        None, title="Hur ofta", description="Till exempel at-least-yearly eller continuously."
    )
    dates: Many[CoarseDate] = Field(
        (),
        title="Bestämda tider",
        description="När det följs upp, om det är bestämt: [2023-12] eller [2025].",
    )
    when: Line | None = said_when("det följs upp")
    scope: Many[Scope] = Field((), title="Omfattning", description="Vad som följs upp.")
    forums: ForumRefs = Field((), title="Forum", description="Id för de forum där uppföljningen sker.")
    where: Line | None = Field(
        None, title="Var", description="Var uppföljningen sker, när forumet inte finns här: på BRÅ:s möten."
    )
    sources: tuple[InformationSource, ...] = Field(
        (), min_length=1, title="Källor", description="Vad uppföljningen bygger på."
    )
    reporting: Reporting | None = Field(
        None, title="Återrapportering", description="Till vem och hur ofta det rapporteras."
    )
    text: Prose | None = Field(None, title="Beskrivning", description="Något annat som behöver sägas om uppföljningen.")
