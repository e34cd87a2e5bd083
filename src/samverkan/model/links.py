"""References: what may stand where one leads.

A reference is an id in the same document, an id in a document that this one names at its top (an action plan names its
agreement once), a document's id, or `document-id#item-id`. A document that is not on file is described instead; such a
description is no reference and leads nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, NamedTuple

from pydantic import BaseModel

from samverkan.model.base import Many, ManyParts, Ref
from samverkan.model.choices import KINDS_WITH_ARTICLE, REVIEWED_KINDS, Item, Kind
from samverkan.model.elsewhere import ById, EitherWay, Elsewhere
from samverkan.model.fields import keys_of, marks_in, types_in
from samverkan.words.groups import PARTY_GROUP_WORDS
from samverkan.words.sentence import AnyOf, Text

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from samverkan.findings import KeyPath
    from samverkan.words.sentence import Language

PARTY_GROUPS = tuple(PARTY_GROUP_WORDS)
"""Words for groups of parties, where parties are named."""


@dataclass(frozen=True, slots=True, eq=False)
class To:
    """What a reference may lead to; known by which it is, as there are few and each is asked for often.

    Attributes:
        items: kinds of parts.
        kinds: kinds of documents.
        words: other words that may stand there.
        opens: whether plain ids elsewhere in this document may be those of the document that is named here.
    """

    items: tuple[Item, ...] = ()
    kinds: tuple[Kind, ...] = ()
    words: tuple[str, ...] = ()
    opens: bool = False

    def say(self, language: Language) -> str:
        """Name what is wanted: ”ett problem eller en orsak”."""
        of_kinds = [Text(*KINDS_WITH_ARTICLE[kind]) for kind in self.kinds]
        if len(self.kinds) == len(Kind):
            of_kinds = [Text("ett dokument i arbetsytan", "a document in the workspace")]
        named = [item.say(language) for item in self.items] + [kind.say(language) for kind in of_kinds]
        return AnyOf(tuple(named)).say(language)


PartyRef = Annotated[Ref, To((Item.PARTY,))]
"""A party."""
Parties = Many[Annotated[Ref, To((Item.PARTY,), words=PARTY_GROUPS)]]
"""Parties, or the words `jointly`, `each`, `municipalities` and `police` for groups of them; one or a list."""
ForumRefs = Many[Annotated[Ref, To((Item.FORUM,))]]
"""Forums; one or a list."""
FocusAreaRef = Annotated[Ref, To((Item.FOCUS_AREA,))]
"""A focus area."""
WorkRef = Annotated[Ref, To((Item.REFERENCE,))]
"""A law, strategy or handbook among the document's references."""
AreaRef = Annotated[Ref, To((Item.AREA,))]
"""A geographical area of a situation picture."""
SourceRef = Annotated[Ref, To((Item.SOURCE,))]
"""A source of a situation picture."""
EvidenceRefs = Many[Annotated[Ref, To((Item.SOURCE, Item.INDICATOR))]]
"""Sources and indicators; one or a list."""
ProblemRef = Annotated[Ref, To((Item.PROBLEM,))]
"""A problem."""
ProblemRefs = Many[ProblemRef]
"""Problems; one or a list."""
CauseRefs = Many[Annotated[Ref, To((Item.CAUSE,))]]
"""Causes; one or a list."""
GoalRefs = Many[Annotated[Ref, To((Item.GOAL,))]]
"""Goals; one or a list."""
CommitmentRefs = Many[Annotated[Ref, To((Item.COMMITMENT,))]]
"""Commitments; one or a list."""
AudienceRefs = Many[Annotated[Ref, To((Item.AUDIENCE,))]]
"""Audiences; one or a list."""
MessageRefs = Many[Annotated[Ref, To((Item.MESSAGE,))]]
"""Messages; one or a list."""
ChannelRefs = Many[Annotated[Ref, To((Item.CHANNEL,))]]
"""Channels; one or a list."""
REVIEWED_ITEMS = (Item.GOAL, Item.COMMITMENT, Item.PROMISE, Item.MEASURE, Item.ACTIVITY)
"""The kinds of parts that follow-ups state outcomes for."""
ReviewedRef = Annotated[Ref, To(REVIEWED_ITEMS)]
"""What a follow-up states an outcome for."""

PlannedRef = Annotated[Ref, To((Item.PLANNED_DOCUMENT,))]
"""A document that an agreement plans."""
_AGREED_ITEMS = (
    Item.COMMITMENT,
    Item.PLANNED_DOCUMENT,
    Item.FORUM,
    Item.FOCUS_AREA,
    Item.GOAL,
    Item.PURPOSE,
)
AgreedItemRefs = Many[Annotated[Ref, To(_AGREED_ITEMS)]]
"""Parts of an agreement that stand in lists; one or a list."""

AgreementRef = Annotated[Annotated[Ref, To(kinds=(Kind.AGREEMENT,), opens=True), ById] | Elsewhere, EitherWay]
"""The agreement that a document belongs to."""
PictureRef = Annotated[Annotated[Ref, To(kinds=(Kind.SITUATION_PICTURE,), opens=True), ById] | Elsewhere, EitherWay]
"""The situation picture that a document builds on."""
PictureRefs = ManyParts[PictureRef]
"""Situation pictures; one or a list."""
AnalysisRef = Annotated[
    Annotated[Ref, To(kinds=(Kind.CAUSE_ANALYSIS, Kind.SITUATION_PICTURE), opens=True), ById] | Elsewhere, EitherWay
]
"""The cause analysis that a document builds on, of its own or inside a situation picture."""
AnalysisRefs = ManyParts[Annotated[Annotated[Ref, To(kinds=(Kind.CAUSE_ANALYSIS,)), ById] | Elsewhere, EitherWay]]
"""Cause analyses; one or a list."""
PlanRefs = ManyParts[Annotated[Annotated[Ref, To(kinds=(Kind.ACTION_PLAN,)), ById] | Elsewhere, EitherWay]]
"""Action plans; one or a list."""
PlanRef = Annotated[Annotated[Ref, To(kinds=(Kind.ACTION_PLAN,), opens=True), ById] | Elsewhere, EitherWay]
"""The action plan that a document builds on."""
PromiseRefs = ManyParts[Annotated[Annotated[Ref, To(kinds=(Kind.CITIZEN_PROMISE,)), ById] | Elsewhere, EitherWay]]
"""Citizen promises; one or a list."""
_EARLIER_PROMISE = To((Item.PROMISE, Item.REFERENCE), (Kind.CITIZEN_PROMISE,))
EarlierPromiseRefs = ManyParts[Annotated[Annotated[Ref, _EARLIER_PROMISE, ById] | Elsewhere, EitherWay]]
"""Promises of earlier years, whole or single ones, or works under references; one or a list."""
ReviewedDocumentRef = Annotated[Annotated[Ref, To(kinds=REVIEWED_KINDS, opens=True), ById] | Elsewhere, EitherWay]
"""A document that a follow-up reviews."""
CommunicationPlanRefs = ManyParts[
    Annotated[Annotated[Ref, To(kinds=(Kind.COMMUNICATION_PLAN,)), ById] | Elsewhere, EitherWay]
]
"""Other parties' communication plans."""
AgreementOrWorkRef = Annotated[Annotated[Ref, To((Item.REFERENCE,), (Kind.AGREEMENT,)), ById] | Elsewhere, EitherWay]
"""An agreement in the workspace, or one that is only a work under references."""
OneOrMoreAgreements = ManyParts[AgreementOrWorkRef]
"""Agreements in the workspace, or works under references; one or a list."""
DocumentOrWorkRef = Annotated[Annotated[Ref, To((Item.REFERENCE,), tuple(Kind)), ById] | Elsewhere, EitherWay]
"""A document in the workspace, or a work under references."""
AnnexRef = Annotated[Ref, To((Item.REFERENCE,), tuple(Kind))]
"""A document in the workspace, or a work under references, that is an annex; others have a title there."""
DocumentOrWorkRefs = ManyParts[DocumentOrWorkRef]
"""Documents in the workspace, or works under references; one or a list."""


@cache
def opening_keys(part: type[BaseModel]) -> dict[str, tuple[Kind, ...]]:
    """Give the keys under which a document names others whose plain ids it may use, with the kinds of these."""
    found = {}
    for key, field in keys_of(part).items():
        marks = [*field.metadata, *marks_in(field.annotation)]
        inner = [kind for kind in types_in(field.annotation) if isinstance(kind, type) and issubclass(kind, BaseModel)]
        marks += [leads_in(held) for kind in inner for held in kind.model_fields.values()]
        if kinds := next((mark.kinds for mark in marks if isinstance(mark, To) and mark.opens), ()):
            found[key] = kinds
    return found


class Link(NamedTuple):
    """A reference that a document makes: where it stands, what is written there, and what it is to lead to."""

    path: KeyPath
    target: str
    to: To


def leads_in(field: FieldInfo) -> To | None:
    """Give what the references in a field lead to; None where it holds none."""
    return next((mark for mark in (*field.metadata, *marks_in(field.annotation)) if isinstance(mark, To)), None)
