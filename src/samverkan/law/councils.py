"""What the law asks of the strategic council (section 10): that there is one, and that the municipality leads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from samverkan.law.act import Answer, Evidence, LawStatus, Paragraph
from samverkan.law.holdings import holdings
from samverkan.law.naming import named_in, names_another, names_others
from samverkan.model.agreement import Agreement
from samverkan.model.choices import ForumLevel, ForumStatus
from samverkan.model.links import PARTY_GROUPS
from samverkan.words import law as words

if TYPE_CHECKING:
    from samverkan.law.holdings import Holdings, Municipal
    from samverkan.model.cooperation import Forum
    from samverkan.words.sentence import Text
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_COUNCIL = re.compile(r"brottsförebyggande råd|\bbrå\b|crime prevention council", re.IGNORECASE)
_SHARED = re.compile(
    r"gemensam|turas? om|i tur och ordning|turvis|växelvis|växlar|alterner|roter|cirkuler|delat|"
    r"\b(by turns|in turn|take turns|alternat\w*|rotat\w*|joint\w*|shared)\b",
    re.IGNORECASE,
)
"""Words for a lead that several share or take in turn."""
_PARTIES = re.compile(r"\b(parterna|the parties|each party)\b", re.IGNORECASE)
_STRATEGIC = frozenset({ForumLevel.STRATEGIC, ForumLevel.STRATEGIC_AND_OPERATIVE})


class AgreementInForce(NamedTuple):
    """An agreement whose time has begun and not ended, and which no other one has succeeded."""

    document: Document
    model: Agreement


class _Council(NamedTuple):
    """A strategic forum of an agreement, and its place there."""

    document: Document
    position: int
    forum: Forum


def has_council(workspace: Workspace, document: Document) -> bool:
    """Tell whether an agreement tells of a council that is strategic and may be led by a municipality of it."""
    held, agreement = holdings(workspace), document.model
    return isinstance(agreement, Agreement) and any(
        may_lead(held, owner, document, council.forum)
        for council in _councils(AgreementInForce(document, agreement))
        for owner in _told_apart(held, document, council.forum)
    )


def _told_apart(held: Holdings, document: Document, forum: Forum) -> list[Municipal]:
    """Give the municipalities of a document that a forum's chair names, and one for all the others."""
    named = [one for one in held.municipal(named_in(held, document, forum.chair or "")) if held.owns(one, document)]
    return [*named, *(one for one in held.owners(document)[: len(named) + 1] if one not in named)]


def council_answer(held: Holdings, municipality: Municipal, found: list[AgreementInForce]) -> Answer:
    """Answer for a municipality's council, by the agreements in force.

    A council that somebody else leads, or that several lead together or in turn, is named but not counted.
    """
    councils = [one for agreement in found for one in _councils(agreement) if _takes_part(held, municipality, one)]
    led = [one for one in councils if may_lead(held, municipality, one.document, one.forum)]
    evidence, paragraph = tuple(map(_evidence, led or councils)), Paragraph.COUNCIL
    if led:
        question, to_do = _open_question(held, municipality, led)
        asked = (question,) if question else ()
        says = words.COUNCIL_IS if _is_said_strategic(led) else words.COUNCIL_BY_NAME
        return Answer(municipality, paragraph, LawStatus.SHOWN, says, to_do, evidence, notes=asked)
    notes = tuple(map(_not_led, councils))
    says, to_do = words.NO_COUNCIL, words.TELL_OF_COUNCIL
    return Answer(municipality, paragraph, LawStatus.NOT_SHOWN, says, to_do, evidence, notes=notes)


def _not_led(council: _Council) -> Text:
    return words.NOT_LED_BY_IT.with_fields(name=council.forum.name, chair=council.forum.chair or "–")


def _open_question(held: Holdings, municipality: Municipal, led: list[_Council]) -> tuple[Text | None, Text]:
    """Say what is not clear of the councils that a municipality may lead, if anything, and what to do next."""
    said = [one for one in led if one.forum.chair]
    if any(_is_certain(held, municipality, one) for one in said):
        return None, words.NOTHING_TO_DO if _is_said_strategic(led) else words.SAY_LEVEL
    return (words.LED_BY_WHICH, words.SAY_WHICH_LEADS) if said else (words.LED_BY_WHOM, words.SAY_WHO_LEADS)


def _is_said_strategic(councils: list[_Council]) -> bool:
    """Tell whether any council is strategic by what is said of it, rather than by its name."""
    return any(one.forum.level in _STRATEGIC for one in councils)


def may_lead(held: Holdings, municipality: Municipal, document: Document, forum: Forum) -> bool:
    """Tell whether a municipality leads a forum by what is said of its chair, or may do so where nothing is said."""
    if not forum.chair:
        return True
    is_shared = bool(_SHARED.search(forum.chair)) and len(held.owners(document)) > 1
    if is_shared or names_others(forum.chair) or _PARTIES.search(forum.chair):
        return False
    return not names_another(held, municipality, document, forum.chair)


def _is_certain(held: Holdings, municipality: Municipal, council: _Council) -> bool:
    """Tell whether it is clear which municipality leads a forum: it is named, alone, or there is a forum for each."""
    if council.forum.per_municipality or len(held.owners(council.document)) == 1:
        return True
    named = named_in(held, council.document, council.forum.chair or "")
    return bool({party.id for party in named} & held.party_ids(municipality, council.document))


def _councils(agreement: AgreementInForce) -> list[_Council]:
    """Give the forums of an agreement that exist and are strategic, or crime prevention councils by name."""
    return [
        _Council(agreement.document, i, forum)
        for i, forum in enumerate(agreement.model.forums)
        if (forum.level in _STRATEGIC or (forum.level is None and _COUNCIL.search(forum.name)))
        and forum.status is not ForumStatus.PLANNED
    ]


def _takes_part(held: Holdings, municipality: Municipal, council: _Council) -> bool:
    """Tell whether a municipality is in a forum; where its members are not told, all parties may be."""
    members = set(council.forum.members or ())
    own = held.party_ids(municipality, council.document)
    return not members or bool(members & (own | set(PARTY_GROUPS) - {"police"}))


def _evidence(council: _Council) -> Evidence:
    chair, name = council.forum.chair, council.forum.name
    says = words.COUNCIL_LED_BY.with_fields(name=name, chair=chair) if chair else words.COUNCIL_EVIDENCE
    return Evidence(council.document, ("forums", council.position), says.with_fields(name=name))
