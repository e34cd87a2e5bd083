"""What the parties of an old agreement take on, and how the agreement is followed up."""

from __future__ import annotations

import re
from collections import deque
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from samverkan.importing.agreement.blocks import Block, Kind, sentences
from samverkan.importing.agreement.facts import Fact
from samverkan.importing.agreement.markdown import plain_text, text_of
from samverkan.importing.agreement.vocabulary import Topic
from samverkan.importing.agreement.who import Who
from samverkan.model.said_cadences import cadence_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.importing.agreement.facts import Found
    from samverkan.importing.agreement.outline import Chapter
    from samverkan.importing.agreement.parties import Party

_TAKES_ON = r"(?:å?tar sig|åtar|förbinder sig)(?: härmed)?(?: även| också)?"
_LEAD = re.compile(rf"^(.{{2,120}}?) {_TAKES_ON}( gemensamt)?(?: att\b| följande\b|:)? ?(.*)$", re.DOTALL)
_HEAD = re.compile(
    r"(?:gemensamma åtaganden|parternas (?:gemensamma )?åtaganden|(\w[\wåäö -]{0,24}?)s åtaganden"
    r"|åtaganden? (?:för|från) (\w[\wåäö ]{0,24})"
    r"|(\w[\wåäö ]{0,24}?) (?:åtar|förbinder) sig(?: att)?)\s*:?",
    re.IGNORECASE,
)
_OBLIGED = re.compile(r"^(.{2,60}?) (ska|skall|bör)( gemensamt| tillsammans)? (?=[a-zåäö])", re.IGNORECASE)
_REPORTS = re.compile(r"\b(?:rapporter|återrapporter|redovisa|återkoppl|avrapporter)", re.IGNORECASE)
_REVIEWS = re.compile(r"\b(?:följs? upp|följas upp|följa upp|uppfölj|utvärder)", re.IGNORECASE)
_REVISES = re.compile(r"\brevider", re.IGNORECASE)
_NOT_WHOLE = re.compile(r"\b(?:samt|och) (?:att )?(?:åtar|förbinder) sig\b")


def commitments_of(chapters: Sequence[Chapter], parties: Sequence[Party], found: Found) -> list[Fact]:
    """Find what is taken on: sentences where somebody undertakes something, and lists under such words."""
    reading = _Reading(parties, found)
    commitments: list[Fact] = []
    for chapter in chapters:
        by, is_lead = reading.told_by_heading(chapter)
        if by or chapter.topic is Topic.COMMITMENTS or chapter.within is Topic.COMMITMENTS:
            commitments += reading.listed(chapter, by)
            if is_lead and not found.left_in(chapter.blocks):
                found.use(*_heading_of(chapter))
        elif chapter.topic is not Topic.SIGNATURES:
            commitments += reading.said(chapter)
    return commitments


def _heading_of(chapter: Chapter) -> list[Block]:
    return [chapter.heading] if chapter.heading else []


class _Reading:
    """Reads who takes on what."""

    def __init__(self, parties: Sequence[Party], found: Found) -> None:
        self.found = found
        self.by_of = Who(parties).by_of

    def told_by_heading(self, chapter: Chapter) -> tuple[str, bool]:
        """Tell whose commitments a heading says that there are below it, and whether it says no more than they do."""
        heads = (_HEAD.fullmatch(heading.text.strip()) for heading in _heading_of(chapter))
        head = next(filter(None, heads), None)
        by = self.by_of(next((one for one in head.groups() if one), "parterna")) if head else ""
        return by, bool(by and head and (head[3] or chapter.within is Topic.COMMITMENTS))

    def listed(self, chapter: Chapter, by: str) -> list[Fact]:
        """Read the commitments of a chapter that is about them."""
        told: list[Fact] = []
        who = by
        for block in chapter.blocks:
            lead = self._lead(block)
            if lead is not None:
                who = lead
            elif block.kind is Kind.PARAGRAPH and block.text.endswith(":"):
                who = ""
            if block.kind is Kind.ITEM and who and not _LEAD.match(block.text):
                told.append(self._commitment(block.text, block, who))
                self.found.use(block)
            elif lead is None:
                told += self._sentences(block) or self._obliged(block)
        return told

    def _obliged(self, block: Block) -> list[Fact]:
        """Read a clause under the heading of commitments that says in one sentence what somebody shall or should do."""
        match = _OBLIGED.match(block.text)
        is_plain = block.kind in {Kind.PARAGRAPH, Kind.ITEM} and len(sentences(block.text)) == 1
        who = self.by_of(match[1]) if match and is_plain and not block.text.endswith(":") else ""
        if not match or not who:
            return []
        by = "jointly" if match[3] and who == "each" else who
        self.found.use(block)
        strength = "should" if match[2].casefold() == "bör" else "shall"
        fact = self._commitment(block.text[match.end() :], block, by)
        return [Fact({**fact.value, "strength": strength}, block)] if isinstance(fact.value, dict) else [fact]

    def _lead(self, block: Block) -> str | None:
        """Tell who is said to undertake what a list below tells; None for a block that leads in no list."""
        match = _LEAD.match(block.text)
        if block.kind is not Kind.PARAGRAPH or not match or not block.text.endswith((":", " att")):
            return None
        who = self.by_of(match[1])
        if who and not match[3].strip(" :"):
            self.found.use(block)
        return who

    def said(self, chapter: Chapter) -> list[Fact]:
        """Read the commitments of a chapter that is about something else."""
        told: list[Fact] = []
        blocks = deque(chapter.blocks)
        while blocks:
            block = blocks.popleft()
            items = list(takewhile(lambda one: one.kind is Kind.ITEM, blocks))
            match = _LEAD.match(block.text) if block.text.endswith((":", " att")) else None
            who = self.by_of(match[1]) if match and items and len(sentences(block.text)) == 1 else ""
            if match and who:
                told += self._with_list(block, items, who, match[3])
                blocks = deque(list(blocks)[len(items) :])
            else:
                told += self._sentences(block)
        return told

    def _with_list(self, block: Block, items: Sequence[Block], who: str, rest: str) -> list[Fact]:
        self.found.use(block, *items)
        if not rest.strip(" :"):
            return [self._commitment(item.text, item, who) for item in items]
        whole = self._commitment(rest, block, who)
        keys = dict(whole.value) if isinstance(whole.value, dict) else {}
        keys["text"] = f"{keys['text']}\n\n{text_of(items)}"
        return [Fact(keys, block)]

    def _sentences(self, block: Block) -> list[Fact]:
        """Read the sentences of a block that say who undertakes what; one that says only that is used up."""
        if block.kind not in {Kind.PARAGRAPH, Kind.ITEM}:
            return []
        told: list[Fact] = []
        for sentence in sentences(block.text):
            match = _LEAD.match(sentence)
            who = self.by_of(match[1]) if match and match[3].strip(" :") and not sentence.endswith(":") else ""
            if match and who and not _NOT_WHOLE.search(match[3]):
                told.append(self._commitment(match[3], block, "jointly" if match[2] and who == "each" else who))
                self.found.use_sentences(block, sentence)
        return told

    def _commitment(self, text: str, block: Block, by: str) -> Fact:
        words = re.sub(r"^(?:att|följande:?) ", "", text.strip())
        cadence = cadence_in(words)
        if by == "each" and words.startswith("gemensamt "):
            by = "jointly"
        keys: dict[str, object] = {
            "id": self.found.own_id(re.sub(r"^gemensamt ", "", words), "åtagande"),
            "by": by,
            "text": plain_text(words[:1].upper() + words[1:]),
        }
        if cadence:
            keys["cadence"] = cadence
        return Fact(keys, block)


def follow_up_of(chapters: Sequence[Chapter], found: Found) -> Fact | None:
    """Find how the agreement is followed up: what stands under a heading of its own, with how often."""
    chapter = next((one for one in chapters if one.topic is Topic.FOLLOW_UP and one.blocks), None)
    if chapter is None:
        return _follow_up_said(chapters)
    reports = _cadence_told(chapter, _REPORTS, _REVIEWS)
    keys = {
        "cadence": _cadence_told(chapter, _REVIEWS, _REPORTS) or _cadence_told(chapter, _REVISES, _REPORTS),
        "reporting": {"cadence": reports} if reports else "",
        "text": text_of(found.left_in(chapter.blocks)),
    }
    found.use(*chapter.blocks)
    told = {key: value for key, value in keys.items() if value}
    return Fact(told, chapter.blocks[0]) if told else None


def _cadence_told(chapter: Chapter, about: re.Pattern[str], not_about: re.Pattern[str]) -> str:
    """Give how often something is said to be done; empty where several times are said, or none."""
    said = [one for block in chapter.blocks for one in sentences(block.text)]
    cadences = {
        cadence for one in said for part in _parts_about(one, about, not_about) if (cadence := cadence_in(part))
    }
    return cadences.pop() if len(cadences) == 1 else ""


def _parts_about(sentence: str, about: re.Pattern[str], not_about: re.Pattern[str]) -> Iterator[str]:
    """Give the parts of a sentence that say something of one thing, each up to where it goes on with another."""
    verbs = sorted((match.start(), form is about) for form in (about, not_about) for match in form.finditer(sentence))
    starts = [0, *(start for start, _ in verbs[1:]), len(sentence)]
    for (_, is_about), (start, end) in zip(verbs, pairwise(starts), strict=False):
        if is_about:
            yield sentence[start:end]


def _follow_up_said(chapters: Sequence[Chapter]) -> Fact | None:
    """Find how often the agreement itself is followed up, where a sentence says that and nothing else."""
    for chapter in chapters:
        for block in chapter.blocks:
            for sentence in sentences(block.text):
                is_own = re.match(
                    r"(?:Denna |Samverkans)?[ÖöA-Za-zå]*(?:överenskommelsen|avtalet|samverkan) (?:ska "
                    r"|skall )?(?:följas upp|följs upp|utvärderas)",
                    sentence,
                    re.IGNORECASE,
                )
                if is_own and (cadence := cadence_in(sentence)):
                    return Fact({"cadence": cadence}, block, is_sure=False, quote=sentence)
    return None
