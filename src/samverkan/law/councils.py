"""What the law asks of the strategic council (section 10): that there is one, and that the municipality leads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from samverkan.law.act import MOST_EVIDENCE, Answer, Evidence, LawStatus, Paragraph
from samverkan.law.holdings import holdings
from samverkan.law.naming import named_in, names_others
from samverkan.model.agreement import Agreement
from samverkan.model.choices import ForumLevel, ForumStatus
from samverkan.model.links import PARTY_GROUPS
from samverkan.words import law as words
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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
    """A strategic forum of an agreement, as all its municipalities see it.

    Attributes:
        forum: the forum.
        place: which of the agreement's forums it is.
        evidence: the forum as what shows something.
        members: the ids of those who take part; empty where anybody may.
        leaders: the ids of those who lead; empty where anybody may, None where no single municipality does.
        is_of_one: whether the agreement is of a single municipality.
    """

    forum: Forum
    place: int
    evidence: Evidence
    members: frozenset[str]
    leaders: frozenset[str] | None
    is_of_one: bool


class _Some(NamedTuple):
    """The first of some councils, how many they are, and what is said of any of them."""

    first: tuple[_Council, ...]
    number: int
    is_said_strategic: bool
    has_chair: bool
    is_certain: bool


class _Councils(NamedTuple):
    """The councils of an agreement.

    Attributes:
        all: all of them.
        naming: which of them name an id, as one who takes part or leads.
        of_anybody: those in which anybody may take part.
        led_by_anybody: those among them that anybody may lead.
    """

    all: tuple[_Council, ...]
    naming: Mapping[str, list[int]]
    of_anybody: _Some
    led_by_anybody: _Some


def has_council(workspace: Workspace, document: Document) -> bool:
    """Tell whether an agreement tells of a council that is strategic and may be led by a municipality of it."""
    held, agreement = holdings(workspace), document.model
    return isinstance(agreement, Agreement) and any(
        _may_lead(held.party_ids(owner, document), council)
        for council in _councils(held, document).all
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
    seen = [_seen_by(held, municipality, agreement.document) for agreement in found]
    led, parts = _together(leads for _, leads in seen), _together(parts for parts, _ in seen)
    shown = led if led.number else parts
    first, paragraph = shown.first[:MOST_EVIDENCE], Paragraph.COUNCIL
    evidence, more = tuple(one.evidence for one in first), shown.number - len(first)
    if led.number:
        question, to_do = _open_question(led)
        asked = (question,) if question else ()
        says = words.COUNCIL_IS if led.is_said_strategic else words.COUNCIL_BY_NAME
        return Answer(municipality, paragraph, LawStatus.SHOWN, says, to_do, evidence, notes=asked, more=more)
    notes = tuple(map(_not_led, first))
    says, to_do = words.NO_COUNCIL, words.TELL_OF_COUNCIL
    return Answer(municipality, paragraph, LawStatus.NOT_SHOWN, says, to_do, evidence, notes=notes, more=more)


def _seen_by(held: Holdings, municipality: Municipal, document: Document) -> tuple[_Some, _Some]:
    """Give an agreement's councils that a municipality is in, and those of them that it may lead.

    Only those that name it are looked at: there may be thousands of both.
    """
    own, councils = held.party_ids(municipality, document), _councils(held, document)
    near = [councils.all[i] for i in sorted({i for one in own for i in councils.naming.get(one, ())})]
    parts = [one for one in near if not one.members or not own.isdisjoint(one.members)]
    as_member = _some([one for one in parts if one.members], own)
    leads = _some([one for one in parts if _may_lead(own, one)], own)
    return _in_order(as_member, councils.of_anybody), _in_order(leads, councils.led_by_anybody)


def _some(councils: Sequence[_Council], own: frozenset[str]) -> _Some:
    """Sum up councils, of which it is clear whose they are if one of the given ids leads them."""
    return _Some(
        tuple(councils[:MOST_EVIDENCE]),
        len(councils),
        is_said_strategic=any(one.forum.level in _STRATEGIC for one in councils),
        has_chair=any(one.forum.chair for one in councils),
        is_certain=any(one.forum.chair and _is_certain(own, one) for one in councils),
    )


def _together(some: Iterable[_Some]) -> _Some:
    found = tuple(some)
    return _Some(
        tuple(council for one in found for council in one.first),
        sum(one.number for one in found),
        is_said_strategic=any(one.is_said_strategic for one in found),
        has_chair=any(one.has_chair for one in found),
        is_certain=any(one.is_certain for one in found),
    )


def _in_order(some: _Some, others: _Some) -> _Some:
    both = _together((some, others))
    return both._replace(first=tuple(sorted(both.first, key=lambda one: one.place)[:MOST_EVIDENCE]))


def _not_led(council: _Council) -> Text:
    return words.NOT_LED_BY_IT.with_fields(name=council.forum.name, chair=council.forum.chair or "–")


def _open_question(led: _Some) -> tuple[Text | None, Text]:
    """Say what is not clear of the councils that a municipality may lead, if anything, and what to do next."""
    if led.is_certain:
        return None, words.NOTHING_TO_DO if led.is_said_strategic else words.SAY_LEVEL
    return (words.LED_BY_WHICH, words.SAY_WHICH_LEADS) if led.has_chair else (words.LED_BY_WHOM, words.SAY_WHO_LEADS)


def _may_lead(own: frozenset[str], council: _Council) -> bool:
    """Tell whether a municipality, by its ids, leads a forum, or may do so where its chair names nobody."""
    return council.leaders is not None and (not council.leaders or not own.isdisjoint(council.leaders))


def _is_certain(own: frozenset[str], council: _Council) -> bool:
    """Tell whether it is clear which municipality leads a forum: it is alone or named, or there is a forum for each."""
    return council.is_of_one or council.forum.per_municipality or not own.isdisjoint(council.leaders or ())


@remembered(maxsize=256)
def _councils(held: Holdings, document: Document) -> _Councils:
    """Give the forums of an agreement that exist and are strategic, or crime prevention councils by name."""
    forums = document.model.forums if isinstance(document.model, Agreement) else ()
    is_of_one = len(held.owners(document)) == 1
    found = tuple(
        _Council(forum, i, _evidence(document, i, forum), _members(forum), _leaders(held, document, forum), is_of_one)
        for i, forum in enumerate(forums)
        if _is_council(forum)
    )
    naming: dict[str, list[int]] = {}
    for i, one in enumerate(found):
        for named in one.members | (one.leaders or frozenset()):
            naming.setdefault(named, []).append(i)
    return _Councils(
        found,
        naming,
        of_anybody=_some([one for one in found if not one.members], frozenset()),
        led_by_anybody=_some([one for one in found if not one.members and one.leaders == frozenset()], frozenset()),
    )


def _is_council(forum: Forum) -> bool:
    is_strategic = forum.level in _STRATEGIC or (forum.level is None and _COUNCIL.search(forum.name) is not None)
    return is_strategic and forum.status is not ForumStatus.PLANNED


def _members(forum: Forum) -> frozenset[str]:
    """Give the members of a forum; none where they are not told, or groups of which any municipality may be."""
    members = frozenset(forum.members or ())
    return members if members.isdisjoint(set(PARTY_GROUPS) - {"police"}) else frozenset()


def _leaders(held: Holdings, document: Document, forum: Forum) -> frozenset[str] | None:
    """Give the parties that a forum's chair names; None where it names others, or several that share the lead."""
    if not forum.chair:
        return frozenset()
    is_shared = bool(_SHARED.search(forum.chair)) and len(held.owners(document)) > 1
    if is_shared or names_others(forum.chair) or _PARTIES.search(forum.chair):
        return None
    return frozenset(party.id for party in named_in(held, document, forum.chair))


def _evidence(document: Document, position: int, forum: Forum) -> Evidence:
    chair, name = forum.chair, forum.name
    says = words.COUNCIL_LED_BY.with_fields(name=name, chair=chair) if chair else words.COUNCIL_EVIDENCE
    return Evidence(document, ("forums", position), says.with_fields(name=name))
