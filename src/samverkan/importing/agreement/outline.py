"""The parts of an old document: what stands under each heading."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samverkan.importing.agreement.blocks import Kind
from samverkan.importing.agreement.vocabulary import Topic, topic_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.importing.agreement.blocks import Block

_NUMBERED_AREA = re.compile(
    r"(?:fokus|samverkans|insats|målområde|utvecklings)(?:område)? *[0-9]+ *[:.–-]? *(.+)", re.IGNORECASE
)


@dataclass(slots=True)
class Chapter:
    """A heading and what stands under it, down to the next heading.

    Attributes:
        heading: the heading; None for what stands before the first one.
        topic: what it is about; None where the field has no word for it.
        blocks: what stands under it.
        within: what the chapter that it lies in is about; None where it lies in none that is known.
        area: the title of the focus area that the heading says it is; empty for others.
    """

    heading: Block | None
    topic: Topic | None
    blocks: list[Block] = field(default_factory=list)
    within: Topic | None = None
    area: str = ""


def chapters_of(blocks: Sequence[Block]) -> list[Chapter]:
    """Part a document at its headings."""
    chapters = [Chapter(None, None)]
    above: list[tuple[int, Topic | None]] = []
    for block in blocks:
        if block.kind is not Kind.HEADING:
            chapters[-1].blocks.append(block)
            continue
        while above and block.level and above[-1][0] >= block.level:
            above.pop()
        topic = topic_of(block.text)
        within = above[-1][1] if above and block.level else None
        area = _NUMBERED_AREA.fullmatch(block.text.strip())
        chapters.append(Chapter(block, topic, [], within, area[1].strip() if area else ""))
        if block.level:
            above.append((block.level, topic or within))
    return chapters
