"""The communication plan (kommunikationsplan): aims, audiences, messages, channels and dated activities."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from samverkan.model.base import Id, Line, Many, ManyParts, Prose, TextPart
from samverkan.model.choices import Choice, Form, Item, Progress
from samverkan.model.cooperation import Quantity
from samverkan.model.dates import Cadence, CoarseDate
from samverkan.model.deadlines import InProgress, LastDay, day_done, how_far, occasions, said_when
from samverkan.model.document import ByParties, Dated, FollowedUp, Fulfilling, Superseding, Timed, UnderAgreement, dated
from samverkan.model.goals import MainGoal
from samverkan.model.links import (
    AgreementRef,
    AudienceRefs,
    ChannelRefs,
    CommunicationPlanRefs,
    MessageRefs,
    Parties,
    PlannedRef,
)
from samverkan.model.parties import Decision
from samverkan.model.plan import Actor
from samverkan.model.progress_notes import ProgressNotes, notes
from samverkan.model.references import Annex, Definition, Reference
from samverkan.model.sections import Section, shown_blocks
from samverkan.model.terms import FollowUpTerms, PlanPeriod


class Aim(TextPart):
    """Vad kommunikationen ska leda till."""

    text: Prose = Field(title="Syfte", description="Vad som ska uppnås, till exempel att fler känner till arbetet.")


class Audience(TextPart):
    """En målgrupp."""

    item: ClassVar[Item] = Item.AUDIENCE

    id: Id | None = Field(None, title="Id", description="Namn att hänvisa till.")
    text: Prose = Field(title="Målgrupp", description="Vilka som ska nås.")
    level: Line | None = Field(
        None, title="Nivå", description="Nivån som målgruppen hör till, till exempel Primär, Internt eller Lokalt."
    )


class SupportingMessage(TextPart):
    """Ett stödbudskap, som utvecklar ett huvudbudskap."""

    item: ClassVar[Item] = Item.MESSAGE

    id: Id | None = Field(None, title="Id", description="Namn att hänvisa till.")
    text: Prose = Field(title="Budskap", description="Vad som ska sägas.")
    audiences: AudienceRefs = Field((), title="Målgrupper", description="Id för dem som budskapet riktas till.")


class Message(TextPart):
    """Ett budskap, gärna med stödbudskap."""

    item: ClassVar[Item] = Item.MESSAGE

    id: Id | None = Field(None, title="Id", description="Namn att hänvisa till.")
    level: Line | None = Field(
        None, title="Nivå", description="Vilken sorts budskap det är, till exempel Huvudbudskap eller Stödbudskap."
    )
    text: Prose = Field(title="Budskap", description="Vad som ska sägas.")
    audiences: AudienceRefs = Field((), title="Målgrupper", description="Id för dem som budskapet riktas till.")
    supporting: tuple[SupportingMessage, ...] = Field(
        (), min_length=1, title="Stödbudskap", description="Budskap som stöder och utvecklar detta."
    )


class Channel(TextPart):
    """En kanal."""

    item: ClassVar[Item] = Item.CHANNEL

    id: Id | None = Field(None, title="Id", description="Namn att hänvisa till.")
    text: Prose = Field(title="Kanal", description="Till exempel kommunens webbplats.")
    by: Parties | None = Field(None, title="Hos", description="Id för parten som har kanalen.")


class Activity(InProgress, TextPart):
    """En aktivitet med datum."""

    item: ClassVar[Item] = Item.ACTIVITY
    not_agreed: ClassVar[frozenset[str]] = frozenset({"done", "progress", "status"})

    id: Id | None = Field(None, title="Id", description="Aktivitetens namn, så att uppföljningar kan hänvisa till den.")
    text: Prose = Field(title="Aktivitet", description="Vad som ska göras.")
    start: CoarseDate | None = Field(None, alias="from", title="Från", description="När aktiviteten börjar.")
    deadline: LastDay | None = Field(
        None, alias="until", title="Senast", description="När aktiviteten senast ska vara genomförd."
    )
    dates: Many[CoarseDate] = occasions()
    when: Line | None = said_when("aktiviteten görs")
    cadence: Cadence | None = Field(None, title="Hur ofta", description="Hur ofta aktiviteten görs.")
    quantity: Quantity | None = Field(
        None, title="Omfattning", description="Hur mycket, till exempel minst 4 per år eller ett 10-tal inlägg."
    )
    audiences: AudienceRefs = Field((), title="Målgrupper", description="Id för målgrupperna.")
    messages: MessageRefs = Field((), title="Budskap", description="Id för budskapen.")
    channels: ChannelRefs = Field((), title="Kanaler", description="Id för kanalerna.")
    who: ManyParts[Actor] = Field((), title="Vem", description="De som ansvarar.")
    progress: Progress | None = how_far()
    done: CoarseDate | None = day_done("aktiviteten")
    status: ProgressNotes = notes()


class CommunicationBlock(Choice):
    """A part of a communication plan that a section can show."""

    INTRODUCTION = "introduction", "Inledning", "Introduction"
    BACKGROUND = "background", "Bakgrund", "Background"
    AIMS = "aims", "Syfte", "Aims"
    GOALS = "goals", "Mål", "Goals"
    AUDIENCES = "audiences", "Målgrupper", "Audiences"
    MESSAGES = "messages", "Budskap", "Messages"
    CHANNELS = "channels", "Kanaler", "Channels"
    ACTIVITIES = "activities", "Aktiviteter", "Activities"
    RESPONSIBLE = "responsible", "Ansvar", "Responsibility"
    SPOKESPERSONS = "spokespersons", "Talespersoner", "Spokespersons"
    RESOURCES = "resources", "Resurser", "Resources"
    FOLLOW_UP = "follow_up", "Uppföljning", "Follow-up"
    DEFINITIONS = "definitions", "Definitioner", "Definitions"
    DECISIONS = "decisions", "Beslut", "Decisions"
    REFERENCES = "references", "Referenser", "References"
    ANNEXES = "annexes", "Bilagor", "Annexes"


class CommunicationSection(Section):
    """Ett eget avsnitt: egen text, en egen rubrik för en annan del av dokumentet, eller båda."""

    shows: Many[CommunicationBlock] = shown_blocks()


class CommunicationPlan(Dated, Timed, Superseding, UnderAgreement, Fulfilling, ByParties, FollowedUp):
    """Kommunikationsplan för överenskommelsen och det som hör till den."""

    kind: Literal["communication-plan"] = Field(title="Typ", description="Dokumentets typ: communication-plan.")
    agreement: AgreementRef | None = Field(
        None, title="Överenskommelse", description="Id för överenskommelsen som planen hör till."
    )
    fulfils: PlannedRef | None = Field(
        None,
        title="Uppfyller",
        description="Id för posten under `planned_documents` i överenskommelsen, om flera kan avses.",
    )
    by: Parties | None = Field(None, title="Av", description="Vems plan det är: jointly, eller id för en part.")
    form: Form | None = Field(None, title="Form", description="Om planen är gemensam eller en av flera.")
    consistent_with: CommunicationPlanRefs = Field(
        (), title="Stämmer med", description="Id för andra parters planer som denna stämmer överens med."
    )
    date: CoarseDate | None = dated("planen")
    period: PlanPeriod | None = Field(None, title="Period", description="Tiden som planen gäller.")
    supersedes: CommunicationPlanRefs = Field(
        (), title="Ersätter", description="Id för tidigare kommunikationsplaner som denna ersätter."
    )
    introduction: Prose | None = Field(None, title="Inledning", description="Inledande text.")
    background: Prose | None = Field(
        None, title="Bakgrund", description="Varför planen finns och läget när den gjordes."
    )
    aims: tuple[Aim, ...] = Field((), min_length=1, title="Syfte", description="Vad kommunikationen ska leda till.")
    goals: tuple[MainGoal, ...] = Field(
        (), min_length=1, title="Mål", description="Målen för kommunikationen, gärna med målvärde och sista dag."
    )
    audiences: tuple[Audience, ...] = Field((), min_length=1, title="Målgrupper", description="Vilka som ska nås.")
    messages: tuple[Message, ...] = Field((), min_length=1, title="Budskap", description="Vad som ska sägas.")
    channels: tuple[Channel, ...] = Field((), min_length=1, title="Kanaler", description="Hur målgrupperna nås.")
    activities: tuple[Activity, ...] = Field((), min_length=1, title="Aktiviteter", description="Vad som görs och när.")
    responsible: ManyParts[Actor] = Field(
        (), title="Ansvar", description="Vem som ansvarar för kommunikationen hos varje part."
    )
    spokespersons: ManyParts[Actor] = Field(
        (), title="Talespersoner", description="De som uttalar sig för parterna, med sin roll."
    )
    resources: Prose | None = Field(None, title="Resurser", description="Tid, pengar och material som behövs.")
    follow_up: FollowUpTerms | None = Field(None, title="Uppföljning", description="Hur planen följs upp.")
    definitions: tuple[Definition, ...] = Field((), min_length=1, title="Definitioner", description="Vad ord betyder.")
    references: tuple[Reference, ...] = Field((), min_length=1, title="Referenser", description="Skrifter som används.")
    annexes: tuple[Annex, ...] = Field((), min_length=1, title="Bilagor", description="Bilagor till planen.")
    sections: tuple[CommunicationSection, ...] = Field(
        (), min_length=1, title="Egna avsnitt", description="Egna avsnitt; de hamnar där `sections` står i filen."
    )
    decisions: tuple[Decision, ...] = Field((), min_length=1, title="Beslut", description="Beslut om planen.")
