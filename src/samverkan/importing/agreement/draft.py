"""A draft of an agreement from an old document: each fact in its place, and the rest of the words in sections."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.characters import holdable
from samverkan.formatting.formatted import in_form
from samverkan.importing.agreement.aims import goals_of, purposes_of
from samverkan.importing.agreement.blocks import Block, Kind
from samverkan.importing.agreement.facts import Fact, Found
from samverkan.importing.agreement.focus_areas import focus_areas_of
from samverkan.importing.agreement.forums import forums_of
from samverkan.importing.agreement.markdown import text_of
from samverkan.importing.agreement.outline import Chapter, chapters_of
from samverkan.importing.agreement.parties import parties_of
from samverkan.importing.agreement.planned import Planned
from samverkan.importing.agreement.signing import signatures_of, start_of_signatures
from samverkan.importing.agreement.taken_on import commitments_of, follow_up_of
from samverkan.importing.agreement.terms import decisions_of, definitions_of
from samverkan.importing.agreement.times import validity_of
from samverkan.importing.agreement.vocabulary import Topic, topic_of
from samverkan.importing.agreement.works import works_of
from samverkan.importing.agreement.yaml import written
from samverkan.model.agreement import Agreement
from samverkan.words.old_documents import OLD_DRAFT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkan.importing.agreement.parties import Party
    from samverkan.importing.agreement.reading import OldDocument
    from samverkan.words.sentence import Language

_IS_TITLE = re.compile(r"överenskommelse|samverkansavtal|\bavtal\b|avsiktsförklaring", re.IGNORECASE)
_OPEN_END = re.compile(r"(?:\b(?:mellan|och|samt|för)|,)$")
_GOING_ON = re.compile(r"(?:mellan|för|om|och|samt)\b")
_FIRST_BLOCKS = 12
_LONGEST_TITLE = 260
_STATUS = re.compile(r"\b(?:(utkast)|(förslag)(?: till)?)\b", re.IGNORECASE)
_SHOWN = {
    Topic.PURPOSES: "purposes",
    Topic.FOCUS_AREAS: "focus_areas",
    Topic.GOALS: "goals",
    Topic.COMMITMENTS: "commitments",
    Topic.FOLLOW_UP: "follow_up",
    Topic.FORUMS: "forums",
    Topic.PLANNED: "planned_documents",
    Topic.VALIDITY: "validity",
    Topic.REFERENCES: "references",
}


@dataclass(frozen=True, slots=True)
class OldDraft:
    """A draft.

    Attributes:
        id: the document's id.
        text: the file's text.
        placed: how many facts have their place.
        unsure: how many of them are to be checked.
        missing: what every agreement has and was not found, by the names of the keys.
    """

    id: str
    text: str
    placed: int
    unsure: int
    missing: tuple[str, ...]


def draft_of(old: OldDocument, reader: Language, name: str = "") -> OldDraft:
    """Write a draft of an agreement.

    Args:
        old: what the old document says.
        reader: the language of the comments.
        name: the id; empty for one that is made of the municipality and the year.
    """
    data, order = _facts(old)
    own = name or _own_name(data, old)
    missing = tuple(key for key in ("parties", "validity", "signatures") if key not in data)
    whole = {"samverkan": "1", "kind": "agreement", "id": own, **{key: data[key] for key in order if key in data}}
    head = _head(old, missing, reader)
    text, placed, unsure = written(whole, head, reader)
    return OldDraft(own, in_form(text, Agreement), placed, unsure, missing)


def _facts(old: OldDocument) -> tuple[dict[str, object], list[str]]:
    """Place what an old document says.

    Returns:
        The keys of the draft with what they hold, and the order in which they are written.
    """
    found = Found()
    titles = _titles(old.blocks)
    title = _joined(titles)
    found.use(*titles)
    blocks = [block for block in old.blocks if not found.is_used(block)]
    start = start_of_signatures(blocks)
    body, end = blocks[:start], blocks[start:]
    status = _status(titles, body, found)
    parties = parties_of(title, body, end, found)
    _use_logos(body, parties, found)
    chapters = chapters_of([block for block in body if not found.is_used(block)])
    _use_parties(chapters, parties, found)
    data: dict[str, object] = {
        "title": Fact(holdable(title.text), title) if title else Fact(old.name, None, is_sure=False)
    }
    validity = validity_of(title, chapters, found)
    signatures = signatures_of(end, parties, found)
    planned = Planned(chapters, parties, found)
    kept: dict[str, object] = {
        "status": status,
        "provenance": _provenance(old),
        "parties": [party.fact() for party in parties],
        "validity": validity,
        "commitments": planned.linked(commitments_of(chapters, parties, found)),
        "planned_documents": planned.facts,
        "definitions": definitions_of(chapters, found),
        "decisions": decisions_of(old.blocks, found),
        "purposes": purposes_of(chapters, found),
        "focus_areas": focus_areas_of(chapters, found),
        "goals": goals_of(chapters, found),
        "references": works_of(old.blocks, found),
        "forums": forums_of(chapters, parties, found),
        "follow_up": follow_up_of(chapters, found),
        "signatures": signatures,
    }
    data |= {key: value for key, value in kept.items() if value}
    data |= {key: value for key, value in _texts(chapters, end, data, found).items() if value}
    return data, list(Agreement.model_fields)


def _titles(blocks: Sequence[Block]) -> list[Block]:
    """Find the title: the first words that say that this is an agreement, with the lines that go on."""
    fits = [i for i, block in enumerate(blocks[:_FIRST_BLOCKS]) if _is_title(block)]
    if not fits:
        return []
    first = next((i for i in fits if re.search(r"\bmellan\b", blocks[i].text)), fits[0])
    titles = [blocks[first]]
    for block in blocks[first + 1 : first + 4]:
        goes_on = _OPEN_END.search(titles[-1].text) or _GOING_ON.match(block.text)
        if not goes_on or not _could_be_title(block):
            break
        titles.append(block)
    return titles


def _is_title(block: Block) -> bool:
    return _could_be_title(block) and _IS_TITLE.search(block.text) is not None and topic_of(block.text) is None


def _could_be_title(block: Block) -> bool:
    is_text = block.kind in {Kind.HEADING, Kind.PARAGRAPH}
    return is_text and len(block.text) <= _LONGEST_TITLE and not block.text.endswith(".")


def _joined(titles: Sequence[Block]) -> Block | None:
    if not titles:
        return None
    first = titles[0]
    return Block(first.kind, " ".join(block.text for block in titles), first.number, first.page, first.level)


def _status(titles: Sequence[Block], body: Sequence[Block], found: Found) -> Fact | None:
    """Find that the document itself says that it is a draft or a proposal, in its title or above it."""
    for block in [*titles, *body[:3]]:
        match = _STATUS.search(block.text)
        is_alone = match is not None and match[0] == block.text.strip(" ()[]:")
        if match and is_alone:
            found.use(block)
        if match and (is_alone or block in titles):
            return Fact("draft" if match[1] else "proposed", block, quote=block.text)
    return None


def _use_logos(body: Sequence[Block], parties: Sequence[Party], found: Found) -> None:
    """Leave out the names of the parties that stand alone at the top, as logotypes do."""
    names = {party.name.casefold() for party in parties} | {"polisen", "polismyndigheten"}
    for block in body[:_FIRST_BLOCKS]:
        if block.kind in {Kind.HEADING, Kind.PARAGRAPH} and block.text.casefold().strip() in names:
            found.use(block)


def _use_parties(chapters: Sequence[Chapter], parties: Sequence[Party], found: Found) -> None:
    """Leave out what only lists the parties under a heading of theirs."""
    names = {party.name.casefold() for party in parties}
    for chapter in chapters:
        if chapter.topic is Topic.PARTIES:
            found.use(*(block for block in chapter.blocks if block.text.casefold().strip(" .,") in names))


def _provenance(old: OldDocument) -> dict[str, object]:
    keys: dict[str, object] = {"source": holdable(old.name)}
    if old.without_text:
        pages = ", ".join(map(str, old.without_text))
        keys["incomplete"] = OLD_DRAFT["incomplete"].with_fields(pages=pages).say("sv")
    return keys


def _texts(
    chapters: Sequence[Chapter], end: Sequence[Block], data: Mapping[str, object], found: Found
) -> dict[str, object]:
    """Put all words that have no place yet in the introduction, the background and sections."""
    own: dict[str, list[Block]] = {"introduction": [], "background": []}
    sections: list[Fact] = []
    shown: set[str] = set()
    for chapter in chapters:
        left = found.left_in(chapter.blocks)
        key = _own_key(chapter, is_first=not sections)
        if key:
            own[key] += left
        elif chapter.heading is not None and (left or not found.is_used(chapter.heading)):
            sections += _section(chapter, chapter.heading, left, data, shown)
    if rest := found.left_in(end):
        heading = OLD_DRAFT["signatures"].say("sv")
        sections.append(Fact({"title": heading, "text": text_of(rest)}, rest[0], is_sure=False))
    texts = {key: Fact(text_of(blocks), blocks[0]) for key, blocks in own.items() if blocks}
    return {**texts, "sections": sections}


def _own_key(chapter: Chapter, *, is_first: bool) -> str:
    """Tell which key holds the words of a chapter; empty for one that becomes a section."""
    if chapter.heading is None or (chapter.topic is Topic.INTRODUCTION and is_first):
        return "introduction"
    return "background" if chapter.topic is Topic.BACKGROUND and is_first else ""


def _section(
    chapter: Chapter, heading: Block, left: Sequence[Block], data: Mapping[str, object], shown: set[str]
) -> list[Fact]:
    keys: dict[str, object] = {"title": holdable(heading.text)}
    if left:
        keys["text"] = text_of(left)
    block = _SHOWN.get(chapter.topic) if chapter.topic else None
    if block in data and block not in shown and block is not None:
        keys["shows"] = [block]
        shown.add(block)
    elif not left and chapter.topic is Topic.PARTIES:
        return []
    return [Fact(keys, heading)]


def _own_name(data: Mapping[str, object], old: OldDocument) -> str:
    """Make an id of the municipality and the first year; of the file's name where they are not known."""
    plain = Found().own_id(re.sub(r"\.[^.]*$", "", old.name), "avtal")
    parties = data.get("parties")
    facts = [fact.value for fact in parties if isinstance(fact, Fact)] if isinstance(parties, list) else []
    names = [one["name"] for one in facts if isinstance(one, dict) and one["type"] == "municipality"]
    validity = data.get("validity")
    keys = validity.value if isinstance(validity, Fact) and isinstance(validity.value, dict) else {}
    year = str(keys.get("from", ""))[:4]
    if len(names) != 1 or not year.isdecimal():
        return plain
    return Found().own_id(f"{re.sub(r's? (?:kommun|stad)$', '', names[0], flags=re.IGNORECASE)}-{year}", plain)


def _head(old: OldDocument, missing: Sequence[str], reader: Language) -> list[str]:
    said = [OLD_DRAFT["head"].with_fields(file=holdable(old.name)).say(reader), OLD_DRAFT["how-sure"].say(reader)]
    if old.frames:
        frames = holdable(" | ".join(old.frames))
        said.append(OLD_DRAFT["frames"].with_fields(frames=frames).say(reader))
    if missing:
        names = ", ".join(OLD_DRAFT[f"key-{key}"].say(reader) for key in missing)
        said.append(OLD_DRAFT["missing"].with_fields(what=names).say(reader))
    return said
