"""The closed lists of values, each with the words that readers know it by."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self

from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from collections.abc import Collection

    from pydantic import GetJsonSchemaHandler
    from pydantic_core import CoreSchema

    from samverkan.words.sentence import Language


class Choice(StrEnum):
    """A value of a closed list: the word in the file, and its names in Swedish and English."""

    sv: str
    en: str

    def __new__(cls, value: str, sv: str, en: str) -> Self:
        """Make a member from the word in the file and its two names."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.sv = sv
        member.en = en
        return member

    def say(self, language: Language) -> str:
        """Name it as documents and messages do; in the file stands `value`."""
        return self.sv if language == "sv" else self.en

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Add the Swedish names, which editors show beside each value."""
        named = handler(schema)
        described = handler.resolve_ref_schema(named)
        described["enumDescriptions"] = [member.sv for member in cls]
        described.pop("description", None)
        described.pop("title", None)
        return named


class DecisionType(Choice):
    """What a decision does with a document."""

    ADOPTED = "adopted", "fastställande", "adoption"
    REVISED = "revised", "ändring", "revision"
    EXTENDED = "extended", "förlängning", "extension"
    NOTED = "noted", "notering", "noted"
    INFORMED = "informed", "information", "information"
    DEFERRED = "deferred", "bordläggning", "deferral"
    REFERRED_BACK = "referred-back", "återremiss", "referral back"
    REJECTED = "rejected", "avslag", "rejection"
    PLANNED = "planned", "planerat beslut", "planned decision"


class DocumentLanguage(Choice):
    """The language that a document is written in."""

    SV = "sv", "svenska", "Swedish"
    EN = "en", "engelska", "English"


class DocumentStatus(Choice):
    """How far a document has come, as it states itself."""

    DRAFT = "draft", "utkast", "draft"
    PROPOSED = "proposed", "förslag, inte beslutat", "proposal, not decided"
    DECIDED = "decided", "beslutat", "decided"
    SIGNED = "signed", "undertecknat", "signed"
    IN_FORCE = "in-force", "gäller", "in force"
    EXPIRED = "expired", "har gått ut", "expired"
    CLOSED = "closed", "avslutat i förtid", "closed early"


class Kind(Choice):
    """A kind of document."""

    AGREEMENT = "agreement", "samverkansöverenskommelse", "cooperation agreement"
    SITUATION_PICTURE = "situation-picture", "lägesbild", "situation picture"
    CAUSE_ANALYSIS = "cause-analysis", "orsaksanalys", "cause analysis"
    ACTION_PLAN = "action-plan", "åtgärdsplan", "action plan"
    CITIZEN_PROMISE = "citizen-promise", "medborgarlöfte", "citizen promise"
    COMMUNICATION_PLAN = "communication-plan", "kommunikationsplan", "communication plan"
    FOLLOW_UP = "follow-up", "uppföljning", "follow-up"


REVIEWED_KINDS = (Kind.AGREEMENT, Kind.ACTION_PLAN, Kind.CITIZEN_PROMISE, Kind.COMMUNICATION_PLAN)
"""The kinds of documents that follow-ups review."""

KINDS_WITH_ARTICLE = {
    Kind.AGREEMENT: ("en samverkansöverenskommelse", "an agreement"),
    Kind.SITUATION_PICTURE: ("en lägesbild", "a situation picture"),
    Kind.CAUSE_ANALYSIS: ("en orsaksanalys", "a cause analysis"),
    Kind.ACTION_PLAN: ("en åtgärdsplan", "an action plan"),
    Kind.CITIZEN_PROMISE: ("ett medborgarlöfte", "a citizen promise"),
    Kind.COMMUNICATION_PLAN: ("en kommunikationsplan", "a communication plan"),
    Kind.FOLLOW_UP: ("en uppföljning", "a follow-up"),
}


KINDS_KNOWN = {
    Kind.AGREEMENT: ("samverkansöverenskommelsen", "the agreement"),
    Kind.SITUATION_PICTURE: ("lägesbilden", "the situation picture"),
    Kind.CAUSE_ANALYSIS: ("orsaksanalysen", "the cause analysis"),
    Kind.ACTION_PLAN: ("åtgärdsplanen", "the action plan"),
    Kind.CITIZEN_PROMISE: ("medborgarlöftet", "the citizen promise"),
    Kind.COMMUNICATION_PLAN: ("kommunikationsplanen", "the communication plan"),
    Kind.FOLLOW_UP: ("uppföljningen", "the follow-up"),
}


class Item(Choice):
    """What a part of a document is; what a reference can lead to."""

    PARTY = "party", "en part", "a party"
    PURPOSE = "purpose", "ett syfte", "a purpose"
    FOCUS_AREA = "focus-area", "ett fokusområde", "a focus area"
    SUB_AREA = "sub-area", "ett delområde", "a sub-area"
    GOAL = "goal", "ett mål", "a goal"
    COMMITMENT = "commitment", "ett åtagande", "a commitment"
    FORUM = "forum", "ett forum", "a forum"
    PLANNED_DOCUMENT = "planned-document", "ett planerat dokument", "a planned document"
    REFERENCE = "reference", "en skrift bland referenserna", "a work among the references"
    DEFINITION = "definition", "en definition", "a definition"
    AREA = "area", "ett geografiskt område", "a geographical area"
    SOURCE = "source", "en källa", "a source"
    INDICATOR = "indicator", "en indikator", "an indicator"
    PROBLEM = "problem", "ett problem", "a problem"
    CAUSE = "cause", "en orsak", "a cause"
    MEASURE = "measure", "en åtgärd", "a measure"
    PROMISE = "promise", "ett löfte", "a promise"
    DIALOGUE = "dialogue", "en dialog", "a dialogue"
    AUDIENCE = "audience", "en målgrupp", "an audience"
    MESSAGE = "message", "ett budskap", "a message"
    CHANNEL = "channel", "en kanal", "a channel"
    ACTIVITY = "activity", "en aktivitet", "an activity"


class ReviewedItem(Choice):
    """What kind of part an outcome is about, where no file has it."""

    GOAL = "goal", "mål", "goal"
    COMMITMENT = "commitment", "åtagande", "commitment"
    PROMISE = "promise", "löfte", "promise"
    MEASURE = "measure", "åtgärd", "measure"
    ACTIVITY = "activity", "aktivitet", "activity"

    @property
    def item(self) -> Item:
        """The kind of part."""
        return next(item for item in Item if item.value == self.value)


class PartyType(Choice):
    """What a party is."""

    POLICE = "police", "polis", "police"
    MUNICIPALITY = "municipality", "kommun", "municipality"
    REGION = "region", "region", "region"
    MUNICIPAL_ASSOCIATION = "municipal-association", "kommunalförbund", "municipal association"
    COUNTY_BOARD = "county-board", "länsstyrelse", "county administrative board"
    HOUSING_COMPANY = "housing-company", "bostadsbolag", "housing company"
    ORGANISATION = "organisation", "annan organisation", "other organisation"


class ReferenceType(Choice):
    """What a reference leads to."""

    LAW = "law", "lag eller förordning", "law or ordinance"
    STRATEGY = "strategy", "strategi", "strategy"
    GOVERNMENT_COMMUNICATION = "government-communication", "regeringens skrivelse", "government communication"
    HANDBOOK = "handbook", "handbok eller metod", "handbook or method"
    PLAN = "plan", "plan eller beslut", "plan or decision"
    REPORT = "report", "rapport", "report"
    OTHER = "other", "annat", "other"


class ForumLevel(Choice):
    """At what level a forum works."""

    STRATEGIC = "strategic", "strategisk", "strategic"
    OPERATIVE = "operative", "operativ", "operative"
    STRATEGIC_AND_OPERATIVE = "strategic-and-operative", "strategisk och operativ", "strategic and operative"


class ForumStatus(Choice):
    """Whether a forum exists yet."""

    EXISTING = "existing", "finns", "existing"
    PLANNED = "planned", "planeras", "planned"


class Use(Choice):
    """Whether a source is always used."""

    ALWAYS = "always", "alltid", "always"
    SHOULD = "should", "bör användas", "should be used"
    OPTIONAL = "optional", "vid behov", "optional"


class Strength(Choice):
    """How firmly a commitment is put."""

    SHALL = "shall", "ska", "shall"
    SHOULD = "should", "bör", "should"
    AS_NEEDED = "as-needed", "vid behov", "as needed"


class Theme(Choice):
    """What a commitment is about."""

    STRUCTURE = "structure", "Struktur", "Structure"
    COORDINATION = "coordination", "Samordning", "Coordination"
    PLANNING = "planning", "Planering", "Planning"
    RESOURCES = "resources", "Resurser", "Resources"
    COMMUNICATION = "communication", "Kommunikation", "Communication"
    FOLLOW_UP = "follow-up", "Uppföljning", "Follow-up"


class Manner(Choice):
    """Whether several parties act together or each for itself."""

    JOINTLY = "jointly", "gemensamt", "jointly"
    EACH = "each", "var för sig", "each for itself"


class Form(Choice):
    """How several parties make a document."""

    JOINT = "joint", "ett gemensamt dokument", "one joint document"
    SEPARATE = "separate", "ett dokument för varje part", "one document for each party"
    JOINT_OR_CONSISTENT = (
        "joint-or-consistent",
        "ett gemensamt dokument, eller enskilda som stämmer överens",
        "one joint document, or consistent ones for each party",
    )


class GoalForm(Choice):
    """What is demanded of the goals of a document."""

    SMART = (
        "smart",
        "specifika, mätbara, accepterade (etiskt och politiskt), realistiska och tidsatta",
        "specific, measurable, accepted (ethically and politically), realistic and time-bound",
    )
    FREE = "free", "fritt formulerade", "freely worded"


class Scope(Choice):
    """What a follow-up covers."""

    MEASURES = "measures", "genomförda åtgärder", "measures carried out"
    GOALS = "goals", "mål", "goals"
    COMMITMENTS = "commitments", "åtaganden", "commitments"
    COOPERATION = "cooperation", "samverkan i sig", "the cooperation itself"
    DEVELOPMENT = "development", "den allmänna utvecklingen", "the general development"


class Direction(Choice):
    """Which way a figure should go."""

    INCREASE = "increase", "öka", "increase"
    DECREASE = "decrease", "minska", "decrease"
    MAINTAIN = "maintain", "ligga kvar", "stay as it is"


class Unit(Choice):
    """What a figure counts."""

    COUNT = "count", "antal", "count"
    PER_CENT = "per-cent", "procent", "per cent"
    PER_1000 = "per-1000", "per 1 000 invånare", "per 1,000 inhabitants"
    PER_100000 = "per-100000", "per 100 000 invånare", "per 100,000 inhabitants"
    INDEX = "index", "index", "index"
    SEK = "sek", "kronor", "kronor"


class SignedDocument(Choice):
    """What a signing rule is about."""

    AGREEMENT = "agreement", "samverkansöverenskommelsen", "the agreement"
    ACTION_PLAN = "action-plan", "åtgärdsplanen", "the action plan"
    CITIZEN_PROMISE = "citizen-promise", "medborgarlöftet", "the citizen promise"
    COMMUNICATION_PLAN = "communication-plan", "kommunikationsplanen", "the communication plan"
    SITUATION_PICTURE = "situation-picture", "lägesbilden", "the situation picture"


class SourceKind(Choice):
    """What kind of source something comes from."""

    STATISTICS = "statistics", "statistik", "statistics"
    SURVEY = "survey", "undersökning eller enkät", "survey"
    CITIZEN_DIALOGUE = "citizen-dialogue", "medborgardialog", "citizen dialogue"
    EMPLOYEE_DIALOGUE = "employee-dialogue", "medarbetardialog", "employee dialogue"
    REPORTS = "reports", "inrapporterade händelser", "reported events"
    OBSERVATION = "observation", "iakttagelser på plats", "observations on site"
    RESEARCH = "research", "forskning", "research"
    OTHER = "other", "annat", "other"


class FigureStatus(Choice):
    """Whether figures may still change."""

    PRELIMINARY = "preliminary", "preliminär", "preliminary"
    FINAL = "final", "slutlig", "final"


class Trend(Choice):
    """Which way something is going."""

    INCREASING = "increasing", "ökar", "increasing"
    DECREASING = "decreasing", "minskar", "decreasing"
    STABLE = "stable", "oförändrad", "stable"
    VARYING = "varying", "varierar", "varying"
    SUSPECTED_INCREASE = "suspected-increase", "misstänkt ökning", "suspected increase"
    SUSPECTED_DECREASE = "suspected-decrease", "misstänkt minskning", "suspected decrease"
    UNKNOWN = "unknown", "okänd", "unknown"


class Priority(Choice):
    """How much a problem matters to the parties."""

    PRIORITISED = "prioritised", "prioriterat", "prioritised"
    WATCHED = "watched", "bevakas", "watched"
    LOW = "low", "låg", "low"


class Light(Choice):
    """A traffic light: always shown as a word beside its colour."""

    GREEN = "green", "grön", "green"
    YELLOW = "yellow", "gul", "yellow"
    RED = "red", "röd", "red"


class Perspective(Choice):
    """From which side a cause is seen: the three corners of the crime triangle."""

    SITUATION = "situation", "situation (plats och tillfälle)", "situation (place and opportunity)"
    VICTIM = "victim", "brottsutsatt", "victim"
    OFFENDER = "offender", "gärningsperson", "offender"


class Effect(Choice):
    """Whether a factor makes a problem more or less likely."""

    RISK = "risk", "riskfaktor", "risk factor"
    PROTECTIVE = "protective", "skyddsfaktor", "protective factor"


class MeasureType(Choice):
    """How a measure works."""

    SITUATIONAL = "situational", "situationell", "situational"
    SOCIAL = "social", "social", "social"


class Term(Choice):
    """When a measure has its effect."""

    SHORT = "short", "kort sikt", "short term"
    LONG = "long", "lång sikt", "long term"


class Progress(Choice):
    """How far something planned has come."""

    PLANNED = "planned", "planerad", "planned"
    ONGOING = "ongoing", "pågår", "ongoing"
    DONE = "done", "genomförd", "done"
    STOPPED = "stopped", "avbruten", "stopped"
    CANCELLED = "cancelled", "utgår", "cancelled"


DROPPED = frozenset({Progress.STOPPED, Progress.CANCELLED})
"""How far something has come of which nothing more is to come: it was broken off, or never begun."""


class Result(Choice):
    """What became of a goal, a commitment, a promise or a measure."""

    REACHED = "reached", "uppnått eller genomfört", "reached or done"
    PARTLY = "partly", "delvis", "partly"
    ONGOING = "ongoing", "pågår", "ongoing"
    NOT_YET = "not-yet", "ännu inte uppnått eller genomfört", "not reached or done yet"
    NOT_REACHED = "not-reached", "inte uppnått eller inte genomfört", "not reached or not done"
    NOT_ASSESSED = "not-assessed", "inte bedömt", "not assessed"
    NOT_MENTIONED = "not-mentioned", "nämns inte", "not mentioned"

    def of(self, item: Item | None) -> Text:
        """Word what became of a part, by what it is: a goal is reached, all else done; None where it is not known."""
        if item is None and self is Result.REACHED:
            return Text("uppnått eller genomfört", "reached or done")
        if item is None and self is Result.NOT_REACHED:
            return Text("inte uppnått eller genomfört", "not reached or done")
        if self is Result.REACHED:
            return Text("uppnått", "reached") if item is Item.GOAL else Text("genomfört", "done")
        if self is Result.NOT_REACHED:
            return Text("inte uppnått", "not reached") if item is Item.GOAL else Text("inte genomfört", "not done")
        if self is Result.NOT_YET:
            swedish, english = ("uppnått", "reached") if item in {Item.GOAL, None} else ("genomfört", "done")
            return Text(f"ännu inte {swedish}", f"not {english} yet")
        return Text(self.sv, self.en)

    def of_several(self, items: Collection[Item | None]) -> Text:
        """Word what became of several parts, after how many they are; of parts of several kinds both words."""
        of_goals, of_others = Item.GOAL in items or None in items, any(item is not Item.GOAL for item in items)
        swedish = " eller ".join(["uppnådda"] * of_goals + ["genomförda"] * of_others)
        english = " or ".join(["reached"] * of_goals + ["done"] * of_others)
        if self is Result.REACHED:
            return Text(swedish, english)
        if self is Result.NOT_REACHED:
            return Text(f"inte {swedish}", f"not {english}")
        if self is Result.NOT_YET:
            return Text(f"ännu inte {swedish}", f"not {english} yet")
        return Text("inte bedömda", "not assessed") if self is Result.NOT_ASSESSED else Text(self.sv, self.en)


class PictureForm(Choice):
    """What a situation picture is made as."""

    REPORT = "report", "rapport", "report"
    NEWSLETTER = "newsletter", "nyhetsbrev", "newsletter"
    SURVEY = "survey", "undersökning", "survey"
    PRESENTATION = "presentation", "presentation", "presentation"


class Precision(Choice):
    """How exactly a figure is stated; exactly where nothing is said."""

    ABOUT = "about", "cirka", "about"
    AT_LEAST = "at-least", "minst", "at least"
    AT_MOST = "at-most", "högst", "at most"
    MORE_THAN = "more-than", "fler än", "more than"
    LESS_THAN = "less-than", "färre än", "fewer than"
    JUST_OVER = "just-over", "drygt", "just over"
    ALMOST = "almost", "knappt", "almost"
