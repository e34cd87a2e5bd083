"""The closed lists of values, each with the words that readers know it by."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic_core import CoreSchema

    from samverkan.messages import Language


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
        """Give the name that readers know."""
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


class DocumentLanguage(Choice):
    """The language that a document is written in."""

    SV = "sv", "svenska", "Swedish"
    EN = "en", "engelska", "English"


class Kind(Choice):
    """A kind of document."""

    AGREEMENT = "agreement", "samverkansöverenskommelse", "cooperation agreement"
    SITUATION_PICTURE = "situation-picture", "lägesbild", "situation picture"
    CAUSE_ANALYSIS = "cause-analysis", "orsaksanalys", "cause analysis"
    ACTION_PLAN = "action-plan", "åtgärdsplan", "action plan"
    CITIZEN_PROMISE = "citizen-promise", "medborgarlöfte", "citizen promise"
    COMMUNICATION_PLAN = "communication-plan", "kommunikationsplan", "communication plan"
    FOLLOW_UP = "follow-up", "uppföljning", "follow-up"


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
    PLANNED = "planned", "ska bildas", "planned"


class Use(Choice):
    """Whether a source is always used."""

    ALWAYS = "always", "alltid", "always"
    OPTIONAL = "optional", "vid behov", "optional"


class Strength(Choice):
    """How strongly a commitment binds."""

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
    MAINTAIN = "maintain", "bestå", "be maintained"


class Unit(Choice):
    """What a figure counts."""

    COUNT = "count", "antal", "count"
    PER_CENT = "per-cent", "procent", "per cent"
    PER_1000 = "per-1000", "per 1 000 invånare", "per 1 000 inhabitants"
    PER_100000 = "per-100000", "per 100 000 invånare", "per 100 000 inhabitants"
    INDEX = "index", "index", "index"
    SEK = "sek", "kronor", "kronor"


class SignedDocument(Choice):
    """What a signing rule is about."""

    AGREEMENT = "agreement", "samverkansöverenskommelsen", "the agreement"
    ACTION_PLAN = "action-plan", "åtgärdsplanen", "the action plan"
    CITIZEN_PROMISE = "citizen-promise", "medborgarlöftet", "the citizen promise"
    COMMUNICATION_PLAN = "communication-plan", "kommunikationsplanen", "the communication plan"
    SITUATION_PICTURE = "situation-picture", "lägesbilden", "the situation picture"
